/**
 * pool.ts - options of a pool: their types, their defaults, their checks.
 */
import { PAGE_BYTES_MAX, PAGE_BYTES_MIN, WASM_PAGE_BYTES } from "../../abi.js";
import { type AbortSignalLike, checkSignal } from "../abort.js";
import { rangeError, typeError } from "../errors.js";
import { copyBytes, listElements, listLength, readForeign } from "../foreign.js";
import { isModule } from "../host.js";
import type { HostModule } from "../types.js";
import { DEVICES_MAX, type SpillDevice } from "./device.js";
import { type FileDeviceOptions, FileSettings } from "./file.js";
import {
  bytesOr,
  flagOr,
  idleOr,
  nameOr,
  numberOr,
  oneOf,
  parseBytes,
  type Read,
  type Reader,
  readTable,
} from "./parse.js";

/** Where the engine's module comes from, if not from the package itself: compiled, or its bytes. */
export type WasmSource = HostModule | ArrayBuffer | ArrayBufferView;

/** Options of Spillway.openSync. */
export interface SpillwayOptions {
  /**
   * Upper bound of all linear memory of the pool, in bytes, true after every call: a whole number or a string
   * such as "256MiB" (KiB, MiB, GiB). At least 1 MiB and 64 pages, at most 64 GiB. Required: a cache without
   * a bound is a leak.
   */
  maxBytes: number | string;
  /** A name of 1 to 255 characters, for diagnostics messages. Default: "spillway". */
  name?: string;
  /** Bytes of a page: 4096 (default), 8192, 16384, 32768 or 65536. */
  pageSize?: number;
  /** How bodies are compressed: "lz4" (default), or "none" to keep pages as they are. */
  codec?: "lz4" | "none";
  /**
   * Which equal pages share one body: those of one client ("client", default), those of all ("pool"), or none
   * (false). Across clients that do not trust each other "pool" is a side channel: a store is faster when the
   * page is there. Same-filled pages keep no body and always share their record.
   */
  dedupe?: "client" | "pool" | false;
  /**
   * Whether a load checks the page's hash (default true). Off, most damage goes unseen: no flip in a raw-kept
   * body is noticed, and two of three in an LZ4 block decode to other bytes without an error.
   */
  verify?: boolean;
  /** Pages that would save less than an eighth of themselves: "keep" them raw (default) or "refuse" them. */
  incompressible?: "keep" | "refuse";
  /**
   * Once a store found no room, pages that need room are refused until bodies take no more than this part of
   * what maxBytes leaves for them: a number above 0 and at most 1. Default 1: the pool accepts again as soon
   * as anything has been freed. Less keeps a pool that stays at its limit from encoding pages for which there
   * is then no room (zswap's accept_threshold_percent).
   */
  acceptThreshold?: number;
  /**
   * How many bytes of new pages may wait uncompressed: a number, or a string such as "4MiB", at most a fourth
   * of maxBytes; false (default) for none. A page that is overwritten or invalidated while it waits is never
   * compressed; one that stays costs a few percent more than without. Waiting pages take their full size and
   * share no body, until newer pages push them on or the pool has been idle for a while. The bound holds for
   * each of the pool's memories. Not used with `incompressible: "refuse"` or `codec: "none"`.
   */
  nursery?: number | string | false;
  /**
   * Overwrite with zeros what is freed or moved (default false): no bytes of a page outlive it in linear
   * memory.
   */
  zeroize?: boolean;
  /**
   * Give memory back unasked (default true): when less than half of what is reserved was in use for half a
   * minute, the pool moves what is left into less memory, a little at a time.
   */
  autoShrink?: boolean;
  /**
   * Make room when the host is short of memory (default false): true, or how. Under pressure the pool lowers
   * its own limit step by step and gives memory back; without pressure it raises the limit again, up to
   * maxBytes. Pages that are kept stay.
   */
  pressure?: boolean | PressureOptions;
  /**
   * "live" (default), or "shadow": the pool looks at every page and keeps none; `stats().shadow` tells what a
   * live pool with these options would have saved, and what that would have cost.
   */
  mode?: "live" | "shadow";
  /**
   * Stop accepting while it does not pay (default false): when bodies of new pages are larger than seven
   * eighths of the pages, the pool refuses stores at once, but for a probe now and then. It accepts again
   * when probes compress well. Pages that are kept stay. Not in shadow mode.
   */
  autoOff?: boolean;
  /**
   * Recompress pages that rest, unasked (default false): true, or how. The pool makes denser what was not
   * used for `minIdle` milliseconds (default 30,000), with dictionaries that it makes from each client's own
   * pages; that takes a twentieth of the time at most. Some 3.5 MiB of maxBytes are kept free for it, but at
   * most a sixth. `pool.recompress` does it on request. Not with `zeroize`: a dictionary keeps pieces of
   * pages.
   */
  recompress?: boolean | { minIdle?: number };
  /**
   * Where cold bodies go when memory is short: a file, as `{ dir, maxBytes }` with further options, a device,
   * or an array of these: the first that has room takes what leaves. Without one a full pool refuses stores.
   * A page on a device takes some 37 bytes of memory, however long it is. In shadow mode it is opened, and
   * nothing is written; with `zeroize` bodies must be sealed.
   */
  spill?: FileDeviceOptions | SpillDevice | readonly (FileDeviceOptions | SpillDevice)[];
  /**
   * The engine's module or its bytes, for hosts that want to compile it themselves. Bytes are copied.
   * Default: bytes in the package.
   */
  wasm?: WasmSource;
}

/** Options of Spillway.open: those of openSync, with what follows. */
export interface OpenOptions extends SpillwayOptions {
  /** Ends the work: the promise rejects with the signal's reason, and nothing is opened. */
  signal?: AbortSignalLike;
}

/**
 * How short of memory a host is. A source that cannot tell says "unknown", and the pool does nothing then.
 */
export type Pressure = "unknown" | "none" | "some" | "critical";

/** How a pool watches how short of memory its host is. */
export interface PressureOptions {
  /**
   * Tells the pressure: the application's own report, or any other. One that throws or answers something else
   * is "unknown". Default: what Node and Electron tell of available memory (process.availableMemory and
   * constrainedMemory: "some" below a tenth, "critical" below a twentieth; 256 and 128 MiB where there is no
   * bound), and an event loop that is late by a quarter of a second ("some"), but not of a hidden page.
   */
  source?: () => Pressure | Promise<Pressure>;
  /**
   * Milliseconds between two readings, from 10 to below 2^31; two equal ones in a row count. Default 1000.
   */
  intervalMs?: number;
  /**
   * The limit is not lowered below this: bytes, or a string such as "16MiB". Default: an eighth of maxBytes.
   */
  minBytes?: number | string;
}

/** PressureOptions with defaults filled in. */
export interface PressureSettings {
  source: (() => Pressure | Promise<Pressure>) | undefined;
  intervalMs: number;
  minBytes: number;
}

/** Recompression unasked. */
export interface RecompressSettings {
  /** Milliseconds. */
  minIdle: number;
}

/** Options with defaults filled in and values checked. */
export interface CheckedOptions {
  name: string;
  maxWasmPages: number;
  pageSize: number;
  compress: boolean;
  dedupe: "client" | "pool" | false;
  verify: boolean;
  refusePoor: boolean;
  acceptThreshold: number;
  nurseryBytes: number;
  zeroize: boolean;
  autoShrink: boolean;
  pressure: PressureSettings | undefined;
  shadow: boolean;
  autoOff: boolean;
  recompress: RecompressSettings | undefined;
  wasm: WasmSource | undefined;
  /** Where cold bodies leave for: each a FileSettings, or a device (SpillDevice) as it was handed over. */
  spill?: readonly unknown[] | undefined;
  /**
   * Two words from which the secret of the page hash is drawn, instead of random ones. Only openSeeded sets
   * it.
   */
  seed?: readonly [number, number];
}

/** Each arena adds to the cost of a look-up that misses; sixteen of 4 GiB are as many as make sense. */
const MAX_BYTES_MAX = 2 ** 36;
const MAX_BYTES_MIN = 2 ** 20;
/** A pool must have room for its window, a block of records and a few slabs; a block is sixteen pages. */
const MAX_BYTES_MIN_PAGES = 64;
const PAGE_SIZES: readonly number[] = [PAGE_BYTES_MIN, 8192, 16384, 32768, PAGE_BYTES_MAX];
const MIN_IDLE_MS = 30_000;

const codec = oneOf(["lz4", "none"], "lz4");

const PRESSURE = {
  source: (what: string, value: unknown) => {
    if (value !== undefined && typeof value !== "function") throw typeError(what, "a function", value);
    return value as PressureSettings["source"];
  },
  intervalMs: numberOr(1000, "milliseconds, at least 10", (ms) => ms >= 10 && ms < 2 ** 31),
  minBytes: (what: string, value: unknown) => {
    if (value === undefined) return undefined;
    return parseBytes(what, typeof value === "number" ? Math.floor(value) : value);
  },
} satisfies Record<keyof PressureOptions, Reader<unknown>>;

const RECOMPRESS = { minIdle: idleOr(MIN_IDLE_MS) };

/**
 * Of an option that is false, true, or an object of options: undefined for false, and for true an empty
 * object.
 */
function switched(value: unknown): unknown {
  if (value === undefined || value === false) return undefined;
  return value === true ? {} : value;
}

const TARGETS = `a file ({ dir, maxBytes }), a device, or an array of 1 to ${DEVICES_MAX} of these`;

/** What has one of these is a device, and no options of a file. */
const DEVICE_VERBS = ["open", "write", "read", "drop", "close"];

/** Files and devices, or one of them. Which members of a device are right, the log of devices checks. */
function targetsOr(what: string, value: unknown): readonly unknown[] | undefined {
  if (value === undefined) return undefined;
  const length = listLength(what, value);
  if (length === undefined) return [targetOf(what, value)];
  const list = listElements(what, value, Math.min(length, DEVICES_MAX + 1));
  if (list.length < 1 || list.length > DEVICES_MAX) throw typeError(what, TARGETS, value);
  return list.map((one, i) => targetOf(`${what}[${i}]`, one));
}

function targetOf(what: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) throw typeError(what, TARGETS, value);
  const isDevice = readForeign(what, () => DEVICE_VERBS.some((verb) => verb in value));
  return isDevice ? value : new FileSettings(what, value, `${what}.`);
}

/** Every option of a pool, in the order in which messages list them. */
const POOL = {
  maxBytes: parseBytes,
  name: nameOr("spillway"),
  pageSize: oneOf(PAGE_SIZES, PAGE_BYTES_MIN),
  codec,
  dedupe: oneOf(["client", "pool", false], "client"),
  verify: flagOr(true),
  incompressible: oneOf(["keep", "refuse"], "keep"),
  acceptThreshold: numberOr(1, "a number above 0 and at most 1", (part) => part > 0 && part <= 1),
  nursery: (what: string, value: unknown) => bytesOr(0)(what, value === false ? undefined : value),
  zeroize: flagOr(false),
  autoShrink: flagOr(true),
  pressure: (what: string, value: unknown) => {
    const options = switched(value);
    return options === undefined ? undefined : readTable(what, options, PRESSURE, `${what}.`).values;
  },
  mode: oneOf(["live", "shadow"], "live"),
  autoOff: flagOr(false),
  recompress: (what: string, value: unknown): RecompressSettings | undefined => {
    const options = switched(value);
    return options === undefined ? undefined : readTable(what, options, RECOMPRESS, `${what}.`).values;
  },
  spill: targetsOr,
  wasm: (what: string, value: unknown): WasmSource | undefined => {
    if (value === undefined || isModule(value)) return value as WasmSource | undefined;
    const bytes = copyBytes(value);
    if (bytes === undefined) throw typeError(what, "a WebAssembly.Module or its bytes", value);
    return bytes;
  },
} satisfies Record<keyof SpillwayOptions, Reader<unknown>>;

/** The same where a signal may come with them. */
const OPEN = { ...POOL, signal: (_: string, value: unknown) => checkSignal(value) };

/** Options of a pool as they were read, each checked by itself. */
export type ReadPoolOptions = Read<typeof POOL>;

/** Options of Spillway.openSync. */
export function checkOpenOptions(value: unknown): CheckedOptions {
  return settingsOf(readTable("Spillway.open options", value, POOL));
}

/** Options of a verb that makes a pool, called `what` in messages: those of the pool, and the signal. */
export function readOpenOptions(
  what: string,
  value: unknown,
): { read: ReadPoolOptions; signal: AbortSignalLike | undefined } {
  const read = readTable(what, value, OPEN);
  return { read, signal: read.values.signal };
}

/** The settings of a pool, after its options were checked against each other. */
export function settingsOf({ values, given }: ReadPoolOptions): CheckedOptions {
  const { maxBytes, pageSize, nursery, zeroize, pressure, recompress } = values;
  const least = Math.max(MAX_BYTES_MIN, MAX_BYTES_MIN_PAGES * pageSize);
  if (maxBytes < least || maxBytes > MAX_BYTES_MAX) {
    throw rangeError(
      "maxBytes",
      `at least ${least} (for pages of ${pageSize} bytes) and at most ${MAX_BYTES_MAX}`,
      given.maxBytes,
    );
  }
  const shadow = values.mode === "shadow";
  if (shadow && values.autoOff)
    throw rangeError("autoOff", "false in shadow mode, which accepts nothing", given.autoOff);
  if (nursery > maxBytes / 4)
    throw rangeError("nursery", `at most a fourth of maxBytes (${maxBytes / 4})`, given.nursery);
  if (zeroize && recompress !== undefined)
    throw typeError("recompress", "false with zeroize", given.recompress);
  return {
    name: values.name,
    maxWasmPages: Math.floor(maxBytes / WASM_PAGE_BYTES),
    pageSize,
    compress: values.codec === "lz4",
    dedupe: values.dedupe,
    verify: values.verify,
    refusePoor: values.incompressible === "refuse",
    acceptThreshold: values.acceptThreshold,
    nurseryBytes: nursery,
    zeroize,
    autoShrink: values.autoShrink,
    pressure: pressure && { ...pressure, minBytes: pressure.minBytes ?? Math.floor(maxBytes / 8) },
    shadow,
    autoOff: values.autoOff,
    recompress,
    wasm: values.wasm,
    spill: values.spill,
  };
}

/** Whether a codec that is set later compresses: "lz4" or "none". */
export function checkCodec(value: unknown): "lz4" | "none" {
  return codec("codec", value);
}
