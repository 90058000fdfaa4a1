/**
 * options.ts - options of a pool and of a client: their types, their defaults, their checks.
 *
 * A wrong option throws an error that names the option and the value. Nothing is clamped, nothing unknown is
 * passed over in silence.
 */
import { PAGE_BYTES_MAX, PAGE_BYTES_MIN, PageKind, WASM_PAGE_BYTES } from "./abi.js";
import { rangeError, typeError } from "./errors.js";
const UNITS = { "": 1, B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
/** Each arena adds to the cost of a look-up that misses; sixteen of 4 GiB are as many as make sense. */
const MAX_BYTES_MAX = 2 ** 36;
const MAX_BYTES_MIN = 2 ** 20;
/** A pool must have room for its window, a block of records and a few slabs; a block is sixteen pages. */
const MAX_BYTES_MIN_PAGES = 64;
/** Bytes of a number or of a string such as "256MiB". */
export function parseBytes(what, value) {
    const wanted = 'a whole number of bytes or a string such as "256MiB"';
    if (typeof value === "number") {
        if (!Number.isSafeInteger(value) || value < 0)
            throw rangeError(what, wanted, value);
        return value;
    }
    if (typeof value !== "string")
        throw typeError(what, wanted, value);
    const match = /^(\d+(?:\.\d+)?) ?(B|KiB|MiB|GiB|)$/.exec(value);
    const bytes = match ? Number(match[1]) * (UNITS[match[2] ?? ""] ?? Number.NaN) : Number.NaN;
    if (!Number.isSafeInteger(bytes))
        throw rangeError(what, wanted, value);
    return bytes;
}
function record(what, value, known) {
    if (typeof value !== "object" || value === null)
        throw typeError(what, "an object", value);
    for (const name of Object.keys(value)) {
        if (!known.includes(name)) {
            throw typeError(`${what}: option "${name}"`, `one of ${known.join(", ")}`, name);
        }
    }
    return value;
}
function choice(what, value, values, fallback) {
    if (value === undefined)
        return fallback;
    if (values.includes(value))
        return value;
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
export function checkOpenOptions(value) {
    const options = record("Spillway.open options", value, OPEN_OPTIONS);
    const pageSize = choice("pageSize", options.pageSize, PAGE_SIZES, PAGE_BYTES_MIN);
    const maxBytes = parseBytes("maxBytes", options.maxBytes);
    const least = Math.max(MAX_BYTES_MIN, MAX_BYTES_MIN_PAGES * pageSize);
    if (maxBytes < least || maxBytes > MAX_BYTES_MAX) {
        throw rangeError("maxBytes", `at least ${least} (for pages of ${pageSize} bytes) and at most ${MAX_BYTES_MAX}`, options.maxBytes);
    }
    const shadow = choice("mode", options.mode, ["live", "shadow"], "live") === "shadow";
    const autoOff = choice("autoOff", options.autoOff, [true, false], false);
    if (shadow && autoOff)
        throw rangeError("autoOff", "false in shadow mode, which accepts nothing", autoOff);
    const wasm = options.wasm;
    if (wasm !== undefined && !isWasmSource(wasm)) {
        throw typeError("wasm", "a WebAssembly.Module or its bytes", wasm);
    }
    return {
        name: checkName(options.name, "spillway"),
        maxWasmPages: Math.floor(maxBytes / WASM_PAGE_BYTES),
        pageSize,
        compress: checkCodec(options.codec) === "lz4",
        dedupe: choice("dedupe", options.dedupe, ["client", "pool", false], "client"),
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
        wasm,
    };
}
function checkPressure(value, maxBytes) {
    if (value === undefined || value === false)
        return undefined;
    const options = value === true ? {} : record("pressure", value, ["source", "intervalMs", "minBytes"]);
    const { source, intervalMs = 1000, minBytes = maxBytes / 8 } = options;
    if (source !== undefined && typeof source !== "function")
        throw typeError("pressure.source", "a function", source);
    if (typeof intervalMs !== "number")
        throw typeError("pressure.intervalMs", "milliseconds, at least 10", intervalMs);
    if (!(intervalMs >= 10 && intervalMs < 2 ** 31))
        throw rangeError("pressure.intervalMs", "milliseconds, at least 10", intervalMs);
    const least = parseBytes("pressure.minBytes", typeof minBytes === "number" ? Math.floor(minBytes) : minBytes);
    return { source: source, intervalMs, minBytes: least };
}
const MIN_IDLE_MS = 30_000;
function checkRecompress(value, zeroize) {
    if (value === undefined || value === false)
        return undefined;
    const options = value === true ? {} : record("recompress", value, ["minIdle"]);
    if (zeroize === true)
        throw typeError("recompress", "false with zeroize", value);
    return { minIdle: checkMinIdle("recompress.minIdle", options.minIdle, MIN_IDLE_MS) };
}
function checkMinIdle(what, value, fallback) {
    if (value === undefined)
        return fallback;
    if (typeof value !== "number")
        throw typeError(what, "a number of milliseconds, 0 or more", value);
    if (!(value >= 0 && value < 2 ** 31))
        throw rangeError(what, "a number of milliseconds, 0 or more", value);
    return value;
}
function checkNursery(value, maxBytes) {
    if (value === undefined || value === false)
        return 0;
    const bytes = parseBytes("nursery", value);
    if (bytes > maxBytes / 4)
        throw rangeError("nursery", `at most a fourth of maxBytes (${maxBytes / 4})`, value);
    return bytes;
}
/** A number above 0 and at most 1. */
function checkPart(what, value, fallback) {
    if (value === undefined)
        return fallback;
    if (typeof value !== "number")
        throw typeError(what, "a number above 0 and at most 1", value);
    if (!(value > 0 && value <= 1))
        throw rangeError(what, "a number above 0 and at most 1", value);
    return value;
}
/** "lz4" or "none". */
export function checkCodec(value) {
    return choice("codec", value, ["lz4", "none"], "lz4");
}
function isWasmSource(value) {
    return value instanceof WebAssembly.Module || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
/** A switch. */
export function checkSwitch(what, value) {
    return choice(what, value, [true, false], false);
}
const KINDS = {
    f64: PageKind.EIGHT,
    f32: PageKind.FOUR,
    i32: PageKind.FOUR,
    rgba: PageKind.RGBA,
};
/** The PageKind of the options of a store. */
export function checkKind(value) {
    if (value === undefined)
        return PageKind.PLAIN;
    const { kind } = record("store options", value, ["kind"]);
    if (kind === undefined)
        return PageKind.PLAIN;
    const known = typeof kind === "string" && Object.hasOwn(KINDS, kind);
    if (!known)
        throw typeError("kind", '"f64", "f32", "i32" or "rgba"', kind);
    return KINDS[kind];
}
/** Bytes to which a pool is to shrink. */
export function checkTarget(value) {
    return parseBytes("targetBytes", value);
}
export function checkWorkOptions(what, value) {
    return checkWork(record(what, value, ["budgetMs", "signal"]));
}
export function checkRecompressOptions(value) {
    const options = record("recompress options", value, ["budgetMs", "signal", "minIdle"]);
    return { ...checkWork(options), minIdle: checkMinIdle("minIdle", options.minIdle, 0) };
}
function checkWork(options) {
    const { budgetMs, signal } = options;
    if (budgetMs !== undefined) {
        if (typeof budgetMs !== "number")
            throw typeError("budgetMs", "a number of milliseconds above 0", budgetMs);
        if (!(budgetMs > 0))
            throw rangeError("budgetMs", "a number of milliseconds above 0", budgetMs);
    }
    if (signal !== undefined && !(signal instanceof AbortSignal))
        throw typeError("signal", "an AbortSignal", signal);
    return options;
}
const WEIGHT_MAX = 65_536;
export function checkFrontswapOptions(value, fallback) {
    const options = record("frontswap options", value, ["name", "maxBytes"]);
    return { name: checkName(options.name, fallback), weight: 0, maxBytes: checkCap(options.maxBytes) };
}
export function checkCleancacheOptions(value, fallback) {
    const options = record("cleancache options", value, ["name", "weight", "maxBytes"]);
    const { weight = 100 } = options;
    const wanted = `an integer from 1 to ${WEIGHT_MAX}`;
    if (typeof weight !== "number")
        throw typeError("weight", wanted, weight);
    if (!Number.isInteger(weight) || weight < 1 || weight > WEIGHT_MAX)
        throw rangeError("weight", wanted, weight);
    return { name: checkName(options.name, fallback), weight, maxBytes: checkCap(options.maxBytes) };
}
/** Characters of a client's name. */
export const NAME_LENGTH_MAX = 255;
function checkName(name, fallback) {
    if (name === undefined)
        return fallback;
    if (typeof name !== "string" || name === "")
        throw typeError("name", "a string that is not empty", name);
    if (name.length > NAME_LENGTH_MAX)
        throw rangeError("name", `at most ${NAME_LENGTH_MAX} characters`, name.length);
    return name;
}
function checkCap(value) {
    return value === undefined ? Number.POSITIVE_INFINITY : parseBytes("maxBytes", value);
}
/** Bytes that a snapshot may hold; `fallback` if nothing is said. */
export function checkSnapshotOptions(value, fallback) {
    const { maxHeldBytes } = record("snapshot options", value, ["maxHeldBytes"]);
    return maxHeldBytes === undefined ? fallback : parseBytes("maxHeldBytes", maxHeldBytes);
}
/** The options of Spillway.restore in two parts; what concerns the pool is checked when the image has told its page size. */
export function checkRestoreOptions(value) {
    const { signal, ...open } = record("Spillway.restore options", value, [...OPEN_OPTIONS, "signal"]);
    if (signal !== undefined && !(signal instanceof AbortSignal))
        throw typeError("signal", "an AbortSignal", signal);
    // Mistakes are told before the source is touched, but for a maxBytes that is too small for the image's pages.
    checkOpenOptions(open);
    if (open.mode === "shadow")
        throw rangeError("mode", '"live", for a shadow keeps no page', open.mode);
    return { open, signal };
}
/** Options of a pool for an image with pages of `pageSize` bytes, whose pool shared bodies so. */
export function checkImageOptions(open, { pageSize, dedupe }) {
    if (open.pageSize !== undefined && open.pageSize !== pageSize)
        throw rangeError("pageSize", `that of the image (${pageSize})`, open.pageSize);
    return checkOpenOptions({ ...open, pageSize, dedupe: open.dedupe ?? dedupe });
}
