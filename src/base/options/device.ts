/**
 * device.ts - what a device is to a pool: segments in, ranges out; and ranges of what it may ask for. This is
 * the public interface.
 *
 * A device keeps segments of bytes outside of the pool's memory: in a file, on another machine. It knows
 * nothing of pages: which bodies a segment holds, and which of them are still wanted, the log knows
 * (src/devices/log.ts). A segment is written once, whole, and never changed. Its number is used again after a
 * drop, under a higher sequence.
 */
import { flagOr, numberOr, type Reader } from "./parse.js";

/**
 * Somewhere to keep what a pool has no memory for. Third parties write their own: docs/api/devices.md says
 * what each verb must do, and `checkDevice` of `spillway/device-test` tries it.
 *
 * Errors: an error whose `kind` is "full" (or whose `code` is ENOSPC or EDQUOT) means that the device takes
 * nothing more until a segment is dropped. One whose `kind` is "lost" means that this segment is gone for
 * good. Anything else that is thrown takes the device out of service for writes, for a second at first.
 */
export interface SpillDevice {
  /** For messages and stats. */
  readonly name: string;
  /**
   * Whether `write` and `read` have done their work when they return. Such a device must not answer a
   * promise. If false, both answer promises, and a page on the device is loaded by `loadAsync`.
   */
  readonly sync: boolean;
  /**
   * Called once, before anything else. No segment has more than `segmentBytes` bytes. Answers how many
   * segments the device may hold, 1 or more. What it throws comes out of the opening of the pool.
   */
  open(segmentBytes: number): number;
  /**
   * Keeps all of `bytes` as a segment, or throws. The log changes `bytes` once this has returned, or once its
   * promise is settled.
   */
  write(segment: number, sequence: number, bytes: Uint8Array): void | Promise<void>;
  /** Fills `target` with bytes of a segment, from byte `at` of it on, or throws. */
  read(segment: number, sequence: number, at: number, target: Uint8Array): void | Promise<void>;
  /** Forgets a segment. What it throws is counted and otherwise ignored. */
  drop(segment: number, sequence: number): void | Promise<void>;
  /** Forgets all segments. Nothing is called afterwards. */
  close(): void | Promise<void>;
  /**
   * False if bodies may lie on the device as they are. Bodies of a pool are sealed unless each of its devices
   * says so. Default: true.
   */
  readonly encrypt?: boolean;
  /**
   * How many times the bytes of live bodies the device may take, 1.15 to 4; beyond that the log moves bodies
   * together. A lower figure costs more writes. Default: 1.3.
   */
  readonly diskRatio?: number;
  /**
   * Bytes that may be written in a day, those of cleaning included; an hour's worth at once. Default: any.
   */
  readonly writeBudget?: number;
  /** Milliseconds that an asynchronous write or read may take, 1 to 600,000. Default: 1,000. */
  readonly deadlineMs?: number;
  /** Bytes that the device takes at present, if they are not those of its segments. */
  readonly bytes?: number;
  /**
   * For a device that can only shrink at its end: the segment that lies last, 0 if there is none. The log
   * empties it when too much is free inside.
   */
  tail?(): number;
}

/** The most devices of a pool. */
export const DEVICES_MAX = 255;

const RATIO_LEAST = 1.15;
const RATIO_MOST = 4;
const RATIO_DEFAULT = 1.3;
const DEADLINE_MS = 1000;
const DEADLINE_MOST_MS = 600_000;

/** How many times the bytes of live bodies a device may take. */
export const diskRatioOr: Reader<number> = numberOr(
  RATIO_DEFAULT,
  `a number from ${RATIO_LEAST} to ${RATIO_MOST}`,
  (ratio) => ratio >= RATIO_LEAST && ratio <= RATIO_MOST,
);

/** Milliseconds that an asynchronous call may take. */
export const deadlineOr: Reader<number> = numberOr(
  DEADLINE_MS,
  `a number of milliseconds from 1 to ${DEADLINE_MOST_MS}`,
  (ms) => ms >= 1 && ms <= DEADLINE_MOST_MS,
);

/** Bytes that may be written in a day. */
export const writeBudgetOr: Reader<number> = numberOr(
  Number.POSITIVE_INFINITY,
  "a number of bytes a day above 0",
  (bytes) => bytes > 0,
);

/** Whether bodies are sealed. */
export const encryptOr: Reader<boolean> = flagOr(true);
