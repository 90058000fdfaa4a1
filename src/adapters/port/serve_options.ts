/**
 * serve_options.ts - options of both sides: their defaults, their checks.
 */
import { type AbortSignalLike, checkSignal } from "../../base/abort.js";
import { rangeError } from "../../base/errors.js";
import { bytesOr, nameOr, numberOr, parseBytes, type Reader, readTable } from "../../base/options/parse.js";
import type { ConnectOptions, ServeOptions } from "../parts/port_types.js";

const MiB = 2 ** 20;
const PREFIX_LENGTH_MAX = 100;
/** A window has room for some messages. */
const IN_FLIGHT_MIN = 64 * 1024;
const LEASE_MIN = 100;

export interface CheckedServe {
  name: string;
  maxBytes: number;
  maxOutsideBytes: number;
  maxFaces: number;
  maxInFlightBytes: number;
  maxValueBytes: number;
  /** 0: none. */
  leaseMs: number;
}

export interface CheckedConnect {
  maxInFlightBytes: number;
  signal: AbortSignalLike | undefined;
}

function inFlight(fallback: number): Reader<number> {
  return (what, value) => {
    if (value === undefined) return fallback;
    const bytes = parseBytes(what, value);
    if (bytes < IN_FLIGHT_MIN || bytes > 2 ** 32) throw rangeError(what, '"64KiB" to "4GiB"', value);
    return bytes;
  };
}

const SERVE = {
  name: (what, value) => {
    const name = nameOr("port")(what, value);
    if (name.length > PREFIX_LENGTH_MAX)
      throw rangeError(what, `at most ${PREFIX_LENGTH_MAX} characters`, name.length);
    return name;
  },
  maxBytes: bytesOr(Number.POSITIVE_INFINITY),
  maxOutsideBytes: bytesOr(256 * MiB),
  maxFaces: numberOr(256, "an integer from 1 to 65,536", (n) => Number.isInteger(n) && n >= 1 && n <= 65_536),
  maxInFlightBytes: inFlight(4 * MiB),
  maxValueBytes: bytesOr(64 * MiB),
  leaseMs: numberOr(
    0,
    `milliseconds from ${LEASE_MIN} to below 2^31`,
    (ms) => ms >= LEASE_MIN && ms < 2 ** 31,
  ),
} satisfies Record<keyof ServeOptions, Reader<unknown>>;

export function checkServeOptions(value: unknown): CheckedServe {
  return readTable("serve options", value, SERVE).values;
}

const CONNECT = {
  maxInFlightBytes: inFlight(Number.POSITIVE_INFINITY),
  signal: (_what, value) => checkSignal(value),
} satisfies Record<keyof ConnectOptions, Reader<unknown>>;

export function checkConnectOptions(value: unknown): CheckedConnect {
  return readTable("connect options", value, CONNECT).values;
}
