/**
 * options.ts - options of a pool and of a client: their types, their defaults, their checks.
 *
 * A wrong option throws an error that names the option and the value. Nothing is clamped, nothing unknown is
 * passed over in silence.
 */
import { PAGE_BYTES_MAX, PAGE_BYTES_MIN, PageKind, WASM_PAGE_BYTES } from "./abi.js";
import { type AbortSignalLike, checkSignal } from "./abort.js";
import { rangeError, typeError } from "./errors.js";
import { copyBytes, readOptions } from "./foreign.js";
import { isModule } from "./host.js";
import type { HostModule } from "./types.js";

/** Where the engine's module comes from, if not from the package itself: compiled, or its bytes. */
export type WasmSource = HostModule | ArrayBuffer | ArrayBufferView;

export interface SpillwayOptions {
  /**
   * Upper bound of all linear memory of the pool, in bytes, true after every call: a whole number or a string such
   * as "256MiB" (KiB, MiB, GiB). At least 1 MiB and 64 pages, at most 64 GiB. Required: a cache without a bound is a
   * leak.
   */
  maxBytes: number | string;
  /** A name for diagnostics messages. Default: "spillway". */
  name?: string;
  /** Bytes of a page: 4096 (default), 8192, 16384, 32768 or 65536. */
  pageSize?: number;
  /** How bodies are compressed: "lz4" (default), or "none" to keep pages as they are. */
  codec?: "lz4" | "none";
  /**
   * Which equal pages share one body: those of one client ("client", default), those of all ("pool"), or none (false).
   * Across clients that do not trust each other "pool" is a side channel: a store is faster when the page is there.
   * Same-filled pages keep no body and always share their record.
   */
  dedupe?: "client" | "pool" | false;
  /**
   * Whether a load checks the page's hash (default true). Off, most damage goes unseen: no flip in a raw-kept body is
   * noticed, and two of three in an LZ4 block decode to other bytes without an error.
   */
  verify?: boolean;
  /** Pages that would save less than an eighth of themselves: "keep" them raw (default) or "refuse" them. */
  incompressible?: "keep" | "refuse";
  /**
   * Once a store found no room, pages that need room are refused until bodies take no more than this part of what maxBytes
   * leaves for them: a number above 0 and at most 1. Default 1: as soon as anything has been freed. Less spares a pool that stays at its limit
   * from encoding pages for which there is then no room (zswap's accept_threshold_percent).
   */
  acceptThreshold?: number;
  /**
   * How many bytes of new pages may wait as they are before they are compressed: a number, or a string such as "4MiB"; false
   * (default) for none. A page that is overwritten or invalidated while it waits is never compressed; one that stays costs a few
   * percent more than without. Waiting pages take their full size and share no body, until they are pushed on or the pool has
   * been idle for a while. The bound holds for each of the pool's memories. Not used with `incompressible: "refuse"` or `codec: "none"`.
   */
  nursery?: number | string | false;
  /** Overwrite with zeros what is freed or moved (default false): no bytes of a page outlive it in linear memory. */
  zeroize?: boolean;
  /**
   * Give memory back unasked (default true): when for half a minute less than half of what is reserved was in use, the
   * pool moves what is left into less memory, a little at a time.
   */
  autoShrink?: boolean;
  /**
   * Make room when the host is short of memory (default false): true, or how. Under pressure the pool lowers its own limit,
   * step by step, and gives memory back; when there is none it raises it again, up to maxBytes. Pages that are kept stay.
   */
  pressure?: boolean | PressureOptions;
  /**
   * "live" (default), or "shadow": every page is looked at and none is kept; `stats().shadow` tells what a live pool with these
   * options would have saved, and what that would have cost.
   */
  mode?: "live" | "shadow";
  /**
   * Stop accepting while it does not pay (default false): when pages as they come keep more than seven eighths of themselves,
   * stores are refused at once, but for a probe now and then; the pool accepts again when probes compress well. Pages that are
   * kept stay. Not in shadow mode.
   */
  autoOff?: boolean;
  /**
   * Recompress pages that rest, unasked (default false): true, or how. What was not used for `minIdle` milliseconds (default
   * 30,000) is made denser, a twentieth of the time at most, with dictionaries that the pool makes from each client's own pages.
   * Some 3.5 MiB of maxBytes are kept free for that, but at most a sixth. `pool.recompress` does it on request. Not with
   * `zeroize`: a dictionary keeps pieces of pages.
   */
  recompress?: boolean | { minIdle?: number };
  /** The engine's module or its bytes, for hosts that want to compile it themselves. Default: bytes in the package. */
  wasm?: WasmSource;
}

/**
 * Bytes of an image: what pool.snapshot() answers, anything that yields them in chunks, all of them, or what has them: a Blob, a
 * Response whose body was not read before. Of any realm. They are read until the promise settles, and not changed.
 */
export type ImageSource =
  | ReadableStream<Uint8Array>
  | AsyncIterable<ArrayBufferView | ArrayBuffer>
  | ArrayBufferView
  | ArrayBuffer
  | { stream(): ReadableStream<Uint8Array> }
  | { readonly body: ReadableStream<Uint8Array> | null; arrayBuffer(): Promise<ArrayBuffer> };

/** Options of Spillway.open: those of openSync, with what follows. */
export interface OpenOptions extends SpillwayOptions {
  /** Ends the work: the promise rejects with the signal's reason, and nothing is opened. */
  signal?: AbortSignalLike;
}

/** Options of Spillway.restore: those of Spillway.open, with what follows. */
export interface RestoreOptions extends OpenOptions {
  /** If given, must be that of the image. */
  pageSize?: number;
  /** Default: as in the pool of which the image is. */
  dedupe?: "client" | "pool" | false;
}

/** Options of pool.snapshot. */
export interface SnapshotOptions {
  /**
   * Bound of what is held, beside the pool, for the reader of the image: pages that change before their turn, as they were and as
   * they are kept, and 64 bytes for each page that changes. A number, or a string such as "16MiB". Beyond it the stream fails with
   * ERR_SPILLWAY_SNAPSHOT_OVERRUN. All images that are read at a time may hold an eighth of maxBytes together, or the largest of
   * their bounds; beyond that the one that holds most fails. Default: an eighth of the pool's maxBytes.
   */
  maxHeldBytes?: number | string;
}

/** How short of memory a host is. "unknown" is what a source says that cannot tell; nothing is done then. */
export type Pressure = "unknown" | "none" | "some" | "critical";

export interface PressureOptions {
  /**
   * Tells the pressure: the application's own report, or any other. One that throws or answers something else is "unknown".
   * Default: what Node and Electron tell of available memory (process.availableMemory and constrainedMemory: "some" below a
   * tenth, "critical" below a twentieth; 256 and 128 MiB where there is no bound), and an event loop that is late by a
   * quarter of a second ("some").
   */
  source?: () => Pressure | Promise<Pressure>;
  /** Milliseconds between two readings, at least 10; two equal ones in a row count. Default 1000. */
  intervalMs?: number;
  /** The limit is not lowered below this: bytes, or a string such as "16MiB". Default: an eighth of maxBytes. */
  minBytes?: number | string;
}

/** PressureOptions with defaults filled in. */
export interface PressureSettings {
  source: (() => Pressure | Promise<Pressure>) | undefined;
  intervalMs: number;
  minBytes: number;
}

export interface FrontswapOptions {
  /**
   * A name of 1 to 255 characters, for messages. In a pool that was restored, a client of the image that has this name and was
   * not claimed yet is what is answered, with its areas and pages. Default: "frontswap-" and a number, a new client.
   */
  name?: string;
  /**
   * Bound of the bytes that this client takes: a number, or a string such as "16MiB". What counts is told at
   * `stats().bytes.counted`: bodies, and 56 bytes for each page, same-filled or not. With 0 nothing is stored. Default: none
   * but the pool's; for a client out of an image, the one that it had.
   */
  maxBytes?: number | string;
}

export interface CleancacheOptions {
  /** A name for messages. Default: "cleancache-" and a number. */
  name?: string;
  /**
   * How much of the room for ephemeral pages this client is due against others with such pages: an integer from 1 to 65,536,
   * default 100. A client may have more while nobody else wants it, and is the first to lose it.
   */
  weight?: number;
  /**
   * Bound of the bytes that this client takes: a number, or a string such as "16MiB". What counts is told at
   * `stats().bytes.counted`: bodies, and 96 bytes for each page, same-filled or not. Default: none but the pool's.
   */
  maxBytes?: number | string;
  /** Whether a get takes the page out (default true); `cache.exclusiveGets` changes it later. */
  exclusiveGets?: boolean;
  /**
   * Whether keys of its pages that are evicted are kept until `cache.takeEvicted()` asks for them, and named
   * in messages of `spillway:evict` (default false). Takes 4 KiB in each arena of the pool.
   */
  evictedKeys?: boolean;
}

/** Pages that a verb is given at once: an array of bytes for each, or one with `pageSize` bytes for each. */
export type Pages = ArrayBufferView | readonly ArrayBufferView[];

/** How a page is stored. */
export interface StoreOptions {
  /**
   * What stands in the page, from its first byte on, little-endian: numbers of one type, or pixels of four bytes, red, green,
   * blue, alpha. They are turned before they are compressed, so that bytes which are alike stand together. A hint: a wrong one
   * costs compression, never the page. Default: none.
   */
  kind?: "f64" | "f32" | "i32" | "rgba" | undefined;
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
  /** Two words from which the secret of the page hash comes, instead of random ones. Only openSeeded sets it. */
  seed?: readonly [number, number];
}

const UNITS: Readonly<Record<string, number>> = { "": 1, B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
/** Each arena adds to the cost of a look-up that misses; sixteen of 4 GiB are as many as make sense. */
const MAX_BYTES_MAX = 2 ** 36;
const MAX_BYTES_MIN = 2 ** 20;
/** A pool must have room for its window, a block of records and a few slabs; a block is sixteen pages. */
const MAX_BYTES_MIN_PAGES = 64;

/** Bytes of a number or of a string such as "256MiB". */
export function parseBytes(what: string, value: unknown): number {
  const wanted = 'a whole number of bytes or a string such as "256MiB"';
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value) || value < 0) throw rangeError(what, wanted, value);
    return value;
  }
  if (typeof value !== "string") throw typeError(what, wanted, value);
  const match = /^(\d+(?:\.\d+)?) ?(B|KiB|MiB|GiB|)$/.exec(value);
  const bytes = match ? Number(match[1]) * (UNITS[match[2] ?? ""] ?? Number.NaN) : Number.NaN;
  if (!Number.isSafeInteger(bytes)) throw rangeError(what, wanted, value);
  return bytes;
}

function choice<T>(what: string, value: unknown, values: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  if (values.includes(value as T)) return value as T;
  const list = values.map((one) => (typeof one === "string" ? `"${one}"` : String(one))).join(" or ");
  throw typeof value === typeof fallback ? rangeError(what, list, value) : typeError(what, list, value);
}

const PAGE_SIZES = [PAGE_BYTES_MIN, 8192, 16384, 32768, PAGE_BYTES_MAX];
const OPEN_OPTIONS = [
  "maxBytes",
  "name",
  "pageSize",
  "codec",
  "dedupe",
  "verify",
  "incompressible",
  "acceptThreshold",
  "nursery",
  "zeroize",
  "autoShrink",
  "pressure",
  "mode",
  "autoOff",
  "recompress",
  "wasm",
];

export function checkOpenOptions(value: unknown): CheckedOptions {
  const options = readOptions("Spillway.open options", value, OPEN_OPTIONS);
  const pageSize = choice("pageSize", options.pageSize, PAGE_SIZES, PAGE_BYTES_MIN);
  const maxBytes = parseBytes("maxBytes", options.maxBytes);
  const least = Math.max(MAX_BYTES_MIN, MAX_BYTES_MIN_PAGES * pageSize);
  if (maxBytes < least || maxBytes > MAX_BYTES_MAX) {
    throw rangeError(
      "maxBytes",
      `at least ${least} (for pages of ${pageSize} bytes) and at most ${MAX_BYTES_MAX}`,
      options.maxBytes,
    );
  }
  const shadow = choice<"live" | "shadow">("mode", options.mode, ["live", "shadow"], "live") === "shadow";
  const autoOff = choice("autoOff", options.autoOff, [true, false], false);
  if (shadow && autoOff) throw rangeError("autoOff", "false in shadow mode, which accepts nothing", autoOff);
  return {
    name: checkName(options.name, "spillway"),
    maxWasmPages: Math.floor(maxBytes / WASM_PAGE_BYTES),
    pageSize,
    compress: checkCodec(options.codec) === "lz4",
    dedupe: choice<"client" | "pool" | false>("dedupe", options.dedupe, ["client", "pool", false], "client"),
    verify: choice("verify", options.verify, [true, false], true),
    refusePoor: choice("incompressible", options.incompressible, ["keep", "refuse"], "keep") === "refuse",
    acceptThreshold: checkPart("acceptThreshold", options.acceptThreshold, 1),
    nurseryBytes: checkNursery(options.nursery, maxBytes),
    zeroize: choice("zeroize", options.zeroize, [true, false], false),
    autoShrink: choice("autoShrink", options.autoShrink, [true, false], true),
    pressure: checkPressure(options.pressure, maxBytes),
    shadow,
    autoOff,
    recompress: checkRecompress(options.recompress, options.zeroize),
    wasm: checkWasm(options.wasm),
  };
}

function checkPressure(value: unknown, maxBytes: number): PressureSettings | undefined {
  if (value === undefined || value === false) return undefined;
  const options = value === true ? {} : readOptions("pressure", value, ["source", "intervalMs", "minBytes"]);
  const { source, intervalMs = 1000, minBytes = maxBytes / 8 } = options;
  if (source !== undefined && typeof source !== "function")
    throw typeError("pressure.source", "a function", source);
  if (typeof intervalMs !== "number")
    throw typeError("pressure.intervalMs", "milliseconds, at least 10", intervalMs);
  if (!(intervalMs >= 10 && intervalMs < 2 ** 31))
    throw rangeError("pressure.intervalMs", "milliseconds, at least 10", intervalMs);
  const least = parseBytes(
    "pressure.minBytes",
    typeof minBytes === "number" ? Math.floor(minBytes) : minBytes,
  );
  return { source: source as PressureSettings["source"], intervalMs, minBytes: least };
}

/** Recompression unasked. */
export interface RecompressSettings {
  /** Milliseconds. */
  minIdle: number;
}

const MIN_IDLE_MS = 30_000;

function checkRecompress(value: unknown, zeroize: unknown): RecompressSettings | undefined {
  if (value === undefined || value === false) return undefined;
  const options = value === true ? {} : readOptions("recompress", value, ["minIdle"]);
  if (zeroize === true) throw typeError("recompress", "false with zeroize", value);
  return { minIdle: checkMinIdle("recompress.minIdle", options.minIdle, MIN_IDLE_MS) };
}

function checkMinIdle(what: string, value: unknown, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value !== "number") throw typeError(what, "a number of milliseconds, 0 or more", value);
  if (!(value >= 0 && value < 2 ** 31)) throw rangeError(what, "a number of milliseconds, 0 or more", value);
  return value;
}

function checkNursery(value: unknown, maxBytes: number): number {
  if (value === undefined || value === false) return 0;
  const bytes = parseBytes("nursery", value);
  if (bytes > maxBytes / 4)
    throw rangeError("nursery", `at most a fourth of maxBytes (${maxBytes / 4})`, value);
  return bytes;
}

/** A number above 0 and at most 1. */
function checkPart(what: string, value: unknown, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value !== "number") throw typeError(what, "a number above 0 and at most 1", value);
  if (!(value > 0 && value <= 1)) throw rangeError(what, "a number above 0 and at most 1", value);
  return value;
}

/** "lz4" or "none". */
export function checkCodec(value: unknown): "lz4" | "none" {
  return choice<"lz4" | "none">("codec", value, ["lz4", "none"], "lz4");
}

/** A module, or a copy of the bytes of one. */
function checkWasm(value: unknown): WasmSource | undefined {
  if (value === undefined || isModule(value)) return value as WasmSource | undefined;
  const bytes = copyBytes(value);
  if (bytes === undefined) throw typeError("wasm", "a WebAssembly.Module or its bytes", value);
  return bytes;
}

/** A switch. */
export function checkSwitch(what: string, value: unknown): boolean {
  return choice(what, value, [true, false], false);
}

const KINDS: Readonly<Record<string, number>> = {
  f64: PageKind.EIGHT,
  f32: PageKind.FOUR,
  i32: PageKind.FOUR,
  rgba: PageKind.RGBA,
};

/** The PageKind of the options of a store. */
export function checkKind(value: unknown): number {
  if (value === undefined) return PageKind.PLAIN;
  const { kind } = readOptions("store options", value, ["kind"]);
  if (kind === undefined) return PageKind.PLAIN;
  const known = typeof kind === "string" && Object.hasOwn(KINDS, kind);
  if (!known) throw typeError("kind", '"f64", "f32", "i32" or "rgba"', kind);
  return KINDS[kind] as number;
}

/** Bytes to which a pool is to shrink. */
export function checkTarget(value: unknown): number {
  return parseBytes("targetBytes", value);
}

/** How much time work beside the host's may take, and what ends it. */
export interface WorkOptions {
  /** Milliseconds of work to spend at most; then the verb resolves with what it has achieved. Default: no bound. */
  budgetMs?: number;
  /** Ends the work early: the verb rejects with the signal's reason. What was achieved until then stays. */
  signal?: AbortSignalLike;
}

/** WorkOptions of a recompression. */
export interface RecompressOptions extends WorkOptions {
  /** Milliseconds for which a page must not have been used; 0, the default, takes all pages. */
  minIdle?: number;
}

export function checkWorkOptions(what: string, value: unknown): WorkOptions {
  return checkWork(readOptions(what, value, ["budgetMs", "signal"]));
}

export function checkRecompressOptions(value: unknown): RecompressOptions {
  const options = readOptions("recompress options", value, ["budgetMs", "signal", "minIdle"]);
  return { ...checkWork(options), minIdle: checkMinIdle("minIdle", options.minIdle, 0) };
}

function checkWork(options: Record<string, unknown>): WorkOptions {
  const { budgetMs, signal: given } = options;
  if (budgetMs !== undefined) {
    if (typeof budgetMs !== "number")
      throw typeError("budgetMs", "a number of milliseconds above 0", budgetMs);
    if (!(budgetMs > 0)) throw rangeError("budgetMs", "a number of milliseconds above 0", budgetMs);
  }
  const signal = checkSignal(given);
  return { ...(budgetMs !== undefined && { budgetMs }), ...(signal !== undefined && { signal }) };
}

/** Options of a client with defaults filled in. */
export interface ClientOptions {
  name: string;
  weight: number;
  maxBytes: number;
  /** Whether it asks for the keys of its pages that are evicted. */
  evictedKeys?: boolean;
}

const WEIGHT_MAX = 65_536;

/** What was said; what was not is undefined. */
export function checkFrontswapOptions(value: unknown): {
  name: string | undefined;
  maxBytes: number | undefined;
} {
  const { name, maxBytes } = readOptions("frontswap options", value, ["name", "maxBytes"]);
  return {
    name: name === undefined ? undefined : checkName(name, ""),
    maxBytes: maxBytes === undefined ? undefined : checkCap(maxBytes),
  };
}

/** As checkFrontswapOptions, with the defaults of all but the name. */
export function checkCleancacheOptions(value: unknown): {
  name: string | undefined;
  weight: number;
  maxBytes: number;
  exclusiveGets: boolean;
  evictedKeys: boolean;
} {
  const known = ["name", "weight", "maxBytes", "exclusiveGets", "evictedKeys"];
  const options = readOptions("cleancache options", value, known);
  const { name, weight = 100, maxBytes, exclusiveGets, evictedKeys } = options;
  const wanted = `an integer from 1 to ${WEIGHT_MAX}`;
  if (typeof weight !== "number") throw typeError("weight", wanted, weight);
  if (!Number.isInteger(weight) || weight < 1 || weight > WEIGHT_MAX)
    throw rangeError("weight", wanted, weight);
  return {
    name: name === undefined ? undefined : checkName(name, ""),
    weight,
    maxBytes: checkCap(maxBytes),
    exclusiveGets: choice("exclusiveGets", exclusiveGets, [true, false], true),
    evictedKeys: choice("evictedKeys", evictedKeys, [true, false], false),
  };
}

/** Characters of a client's name. */
export const NAME_LENGTH_MAX = 255;

function checkName(name: unknown, fallback: string): string {
  if (name === undefined) return fallback;
  if (typeof name !== "string" || name === "") throw typeError("name", "a string that is not empty", name);
  if (name.length > NAME_LENGTH_MAX)
    throw rangeError("name", `at most ${NAME_LENGTH_MAX} characters`, name.length);
  return name;
}

function checkCap(value: unknown): number {
  return value === undefined ? Number.POSITIVE_INFINITY : parseBytes("maxBytes", value);
}

/** Bytes that a snapshot may hold; undefined if nothing is said. */
export function checkSnapshotOptions(value: unknown): number | undefined {
  const { maxHeldBytes } = readOptions("snapshot options", value, ["maxHeldBytes"]);
  return maxHeldBytes === undefined ? undefined : parseBytes("maxHeldBytes", maxHeldBytes);
}

/** Options of a verb that makes a pool, in two parts: those of the pool, unchecked, and the signal. */
interface SignalledOptions {
  open: Record<string, unknown>;
  signal: AbortSignalLike | undefined;
}

export function splitOpenOptions(what: string, value: unknown): SignalledOptions {
  const { signal, ...open } = readOptions(what, value, [...OPEN_OPTIONS, "signal"]);
  return { open, signal: checkSignal(signal) };
}

/** The options of Spillway.restore; what concerns the pool is checked again when the image has told its page size. */
export function checkRestoreOptions(value: unknown): SignalledOptions {
  const { open, signal } = splitOpenOptions("Spillway.restore options", value);
  // Mistakes are told before the source is touched, but for a maxBytes that is too small for the image's pages.
  checkOpenOptions(open);
  if (open.mode === "shadow") throw rangeError("mode", '"live", for a shadow keeps no page', open.mode);
  return { open, signal };
}

/** Options of a pool for an image with pages of `pageSize` bytes, whose pool shared bodies so. */
export function checkImageOptions(
  open: Record<string, unknown>,
  { pageSize, dedupe }: Pick<CheckedOptions, "pageSize" | "dedupe">,
): CheckedOptions {
  if (open.pageSize !== undefined && open.pageSize !== pageSize)
    throw rangeError("pageSize", `that of the image (${pageSize})`, open.pageSize);
  return checkOpenOptions({ ...open, pageSize, dedupe: open.dedupe ?? dedupe });
}
