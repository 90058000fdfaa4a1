/**
 * layout.ts - the map of linear memory, written once.
 *
 * Owns:   the numbers that describe the map and what the host may see of it. No function, no state.
 * Keeps:  regions do not overlap; every relation a reader could doubt is checked when this file is compiled.
 * Called: every file of the engine. index.ts exports all of it: a script reads the numbers off the compiled
 *         module into src/abi.ts, so that the host never writes them down. What the host has no business with,
 *         records and root words, is in records.ts.
 *
 *   0x00000  nothing              address 0 means "none"
 *   0x00400  static data          constant tables of the module; ends below CONTROL
 *   0x01000  CONTROL       1 KiB  settings, and the root words of every owner      engine only
 *   0x01400  STATS         1 KiB  counters and gauges, u64 each                    host reads
 *   0x01800  FAULT          64 B  where an assertion failed                        host reads after a trap
 *   0x01900  CLIENTS       512 B  root words of the owners that keep clients apart  engine only
 *   0x02000  WINDOW               one today, one per thread tomorrow:
 *              +0x00000    64 KiB   pages, WINDOW_BYTES / page size of them        host reads and writes
 *              +0x10000      64 B   slack behind the last page, for wild copies
 *              +0x10040     256 B   rows: one per page of a batch                  host reads and writes
 *              +0x10140    16 KiB   the encoder's table
 *              +0x14140             scratch: one page and its slack                engine only
 *   behind the scratch            work: dense blocks decoded, typed pages turned  engine only
 *   behind that                   top pointers of three tables, directory, duplicate index, inodes, sized by init
 *   behind those                  blocks to the end of memory: slabs, and frames of records and lines
 */

/** 64 KiB: the unit in which linear memory grows. Never called "page" alone. */
export const WASM_PAGE_BYTES: u32 = 1 << 16;
/** Pages of a host: a power of two between these bounds, fixed when the arena is opened. */
export const PAGE_BYTES_MIN: u32 = 1 << 12;
export const PAGE_BYTES_MAX: u32 = 1 << 16;
/** Linear memory is addressed by u32 and its end must be addressable too: one wasm page below 4 GiB. */
export const MEMORY_WASM_PAGES_MAX: u32 = 65535;
/** A cache line here; stripes of the page hash and regions are multiples of it. */
export const LINE_BYTES: u32 = 64;
/** Copies in the codec move 16 bytes at a time and may overrun their end by less than this. */
export const SLACK_BYTES: u32 = 64;

export const CONTROL_PTR: u32 = 0x1000;
export const STATS_PTR: u32 = 0x1400;
export const FAULT_PTR: u32 = 0x1800;
export const FAULT_BYTES: u32 = 64;
/** Not 0 from where a page's way through the engine begins until it is over: a throw before that has changed nothing. */
export const FAULT_ENTERED_AT: u32 = 16;
export const CLIENTS_PTR: u32 = 0x1900;
export const CLIENTS_BYTES: u32 = 512;

// ── the window ─────────────────────────────────────────────────────────────────────────────────────────
// 64 KiB holds one page of the largest size, or sixteen of 4 KiB: enough for a batch to hide the cost of its
// one crossing (60 ns against sixteen stores), small enough to stay in the second-level cache.

export const WINDOW_PTR: u32 = 0x2000;
export const WINDOW_BYTES: u32 = 1 << 16;
export const WINDOW_ROWS_AT: u32 = WINDOW_BYTES + SLACK_BYTES;
export const ROW_COUNT_MAX: u32 = WINDOW_BYTES / PAGE_BYTES_MIN;
/**
 *   row, 16 bytes:   offset u32 │ bytes u32 │ status i32 │ unused
 *   host writes offset and bytes (length of the page, or room in the target); the engine writes status.
 */
export const ROW_BYTES: u32 = 16;
export const ROW_OFFSET_AT: u32 = 0;
export const ROW_BYTES_AT: u32 = 4;
export const ROW_STATUS_AT: u32 = 8;
export const WINDOW_TABLE_AT: u32 = WINDOW_ROWS_AT + ROW_BYTES * ROW_COUNT_MAX;
export const ENCODER_TABLE_BYTES: u32 = 1 << 14;
export const WINDOW_SCRATCH_AT: u32 = WINDOW_TABLE_AT + ENCODER_TABLE_BYTES;

// ── what a call comes to ───────────────────────────────────────────────────────────────────────────────

/** Outcomes. Ordinary life, never an exception. Each has one counter. Misses and refusals are not positive. */
export const enum Status {
  STORED = 1,
  MISS = 0,
  /** No room for the page within the limit. */
  FULL = -1,
  /** The page would not have saved an eighth of itself, and the pool was told to refuse such pages. */
  POOR = -2,
  /** The area is not open: never initialised, or invalidated since. */
  CLOSED = -3,
  /** The body is there and is not what was stored. Nothing of it was delivered. */
  DAMAGED = -4,
  /** The target of a load has less room than the page has bytes. Nothing was touched. */
  SMALL = -5,
  /** No room for the page within the cap of its client. */
  CAPPED = -6,
  /** The pool is frozen. Said by the facade, which then does not offer the page to an arena. */
  FROZEN = -7,
  /** A page of 0 bytes or of more than a page. The host should not have asked; nothing has changed. */
  LENGTH = -8,
}

/** What the host says the elements of a page are: docs/FORMAT.md, section 8. A body's first byte, where it counts. */
export const enum PageKind {
  PLAIN = 0,
  /** Elements of four bytes: f32, i32. */
  FOUR = 1,
  /** Elements of eight bytes: f64. */
  EIGHT = 2,
  /** Pixels of four bytes, a byte for each channel. */
  RGBA = 3,
}

/** Settings, as bits of one word. */
export const FLAG_DEDUPE: u32 = 1;
export const FLAG_VERIFY: u32 = 2;
export const FLAG_REFUSE_POOR: u32 = 4;
export const FLAG_COMPRESS: u32 = 8;
/** What is freed or moved is overwritten with zeros. */
export const FLAG_ZEROIZE: u32 = 16;
/** Ephemeral pages go when room is wanted. Off in a pool of several arenas until none of them has room. */
export const FLAG_EVICT: u32 = 32;

// ── statistics: offsets in STATS, u64 each ─────────────────────────────────────────────────────────────
// Counters only rise. Equations, recounted by self_check:
//   stores  = succ_stores + refused_full + refused_poor + refused_closed + refused_capped
//   stored_pages = succ_stores + moved_in - overwritten - invalidated - area_invalidated - taken - moved_out - evicted
// Gauges follow what is kept.

/** Stores offered. */
export const STAT_STORES: u32 = 0;
export const STAT_SUCC_STORES: u32 = 8;
export const STAT_REFUSED_FULL: u32 = 16;
export const STAT_REFUSED_POOR: u32 = 24;
export const STAT_REFUSED_CLOSED: u32 = 32;
/** Loads that delivered the page. */
export const STAT_LOADS: u32 = 40;
export const STAT_MISSES: u32 = 48;
export const STAT_DAMAGED: u32 = 56;
/** Loads refused because the target was too small. */
export const STAT_SMALL: u32 = 64;
/** Old copies removed by a store under their key, whether it then succeeded or not. */
export const STAT_OVERWRITTEN: u32 = 72;
/** Pages removed by invalidate_page, by invalidate_area, by an exclusive load. */
export const STAT_INVALIDATED: u32 = 80;
export const STAT_AREA_INVALIDATED: u32 = 88;
export const STAT_TAKEN: u32 = 96;
/** Equal 64-bit hashes over different bytes. */
export const STAT_COLLISIONS: u32 = 104;
/** Slabs squeezed or emptied into others, and bytes moved by it. */
export const STAT_SQUEEZES: u32 = 112;
export const STAT_SQUEEZED_BYTES: u32 = 120;
/** Pages that came from another arena of the pool, and pages that went to one. */
export const STAT_MOVED_IN: u32 = 128;
export const STAT_MOVED_OUT: u32 = 136;

/** Ephemeral pages that went because room was wanted, and the bytes of their bodies. */
export const STAT_EVICTED: u32 = 144;
export const STAT_EVICTED_BYTES: u32 = 152;
/** Stores refused because their client has as much as it may. */
export const STAT_REFUSED_CAPPED: u32 = 160;

/** Bodies made dense, and the bytes that this saved; bodies for which nothing was gained. */
export const STAT_RECOMPRESSED: u32 = 168;
export const STAT_RECOMPRESSED_BYTES: u32 = 176;
export const STAT_TRIED_BODIES: u32 = 184;

/** Gauges: from here on. */
export const STAT_STORED_PAGES: u32 = 192;
export const STAT_FILL_PAGES: u32 = 200;
/** Pages beyond the first of each body that keeps bytes. */
export const STAT_DUPLICATE_PAGES: u32 = 208;
/** Bodies that keep bytes. */
export const STAT_BODIES: u32 = 216;
/** Bodies that wait in the nursery, as they came. */
export const STAT_YOUNG_PAGES: u32 = 224;
/** Bodies that keep more than seven eighths of their page, and do not wait. */
export const STAT_POOR_BODIES: u32 = 232;
/** Bytes of the pages accepted and kept. */
export const STAT_RAW_BYTES: u32 = 240;
/** Bytes of the pages that own the bodies, each body once. */
export const STAT_ENCODED_BYTES: u32 = 248;
/** Bytes of the bodies. */
export const STAT_COMPRESSED_BYTES: u32 = 256;

/** Written by stats_refresh only. */
export const STAT_USED_BYTES: u32 = 264;
export const STAT_RESERVED_BYTES: u32 = 272;
/** Directory, body records and duplicate index: what is kept beside the bodies for each page. */
export const STAT_METADATA_BYTES: u32 = 280;
export const STAT_SLAB_BYTES: u32 = 288;
export const STAT_AREAS: u32 = 296;
/** Used bytes, less what is free inside slabs. */
export const STAT_LIVE_BYTES: u32 = 304;
/** Ephemeral pages, and what they are charged in bytes: bodies and what is kept beside them. */
export const STAT_EPHEMERAL_PAGES: u32 = 312;
export const STAT_EPHEMERAL_BYTES: u32 = 320;
/** Bodies that are dense, and blocks that dictionaries stand in, in bytes. */
export const STAT_DENSE_BODIES: u32 = 328;
export const STAT_DICTIONARY_BYTES: u32 = 336;
/** Peaks: the most pages and live bytes after any store, since the arena was opened or reset_peaks. */
export const STAT_PEAK_PAGES: u32 = 344;
export const STAT_PEAK_LIVE_BYTES: u32 = 352;
/** Records that were moved so that frames become free: counts up, and is no gauge. Addresses of bodies are void then. */
export const STAT_MOVED_RECORDS: u32 = 360;
export const STATS_BYTES: u32 = 368;

// ── parcels ────────────────────────────────────────────────────────────────────────────────────────────
// Pages on their way from one arena of a pool to another stand in the window as parcels, back to back. The window and
// its slack hold at least one, whatever the size of the page.

/**
 *   parcel, 40 bytes, then the body, then padding to eight bytes:
 *   ├ 0  key u64    page hash, or the eight bytes of a same-filled page
 *   ├ 8  area u32   number of the area │ 12 offset u32
 *   ├ 16 raw u32    length of the page │ 20 stored u32  length of the body; 0 for a same-filled page
 *   ├ 24 codec u16  │ 26 version u16 of a dense body's dictionary │ 28 indexed u16: whether the body may be shared
 *   ├ 30 choice u16  queue of an ephemeral page, and whether it was used; 0 for a page that persists
 *   └ 32 inode u64   of the page, if the area is a file system
 */
export const PARCEL_BYTES: u32 = 40;
export const PARCELS_ROOM: u32 = WINDOW_BYTES + SLACK_BYTES;

// ── keys of pages that went ──────────────────────────────────────────────────────────────────────────────

/**
 *   key of an evicted page, 16 bytes:   fs u32: number of the area of its file system │ index u32 │ inode u64
 *   Two hundred and fifty-six fill a frame of the log, and are handed over at the start of the window.
 */
export const EVICTED_KEY_BYTES: u32 = 16;
export const EVICTED_KEYS_MAX: u32 = 256;
export const EVICTED_FS_AT: u32 = 0;
export const EVICTED_INDEX_AT: u32 = 4;
export const EVICTED_INODE_AT: u32 = 8;

// ── images ─────────────────────────────────────────────────────────────────────────────────────────────
// Pages on their way into an image of the pool, or out of one (docs/FORMAT.md, "The image"). These numbers are a format:
// none changes without a new version of it.

/**
 *   page of an image, 32 bytes, then the body, then zeros to eight bytes:
 *   ├ 0  key u64    page hash under the image's seed, or the eight bytes of a same-filled page; of a page with the body of
 *   │               another: area u32, offset u32 of that one
 *   ├ 8  area u32 │ 12 offset u32
 *   ├ 16 raw u32    length of the page │ 20 stored u32  length of the body that follows
 *   ├ 24 codec u32
 *   └ 28 zero u32   in the window, packed: address of a body that has several sharers; to be unpacked: scope of the key
 */
export const IMAGE_PAGE_BYTES: u32 = 32;
export const IMAGE_KEY_AT: u32 = 0;
export const IMAGE_AREA_AT: u32 = 8;
export const IMAGE_OFFSET_AT: u32 = 12;
export const IMAGE_RAW_AT: u32 = 16;
export const IMAGE_STORED_AT: u32 = 20;
export const IMAGE_CODEC_AT: u32 = 24;
export const IMAGE_SHARED_AT: u32 = 28;
export const IMAGE_FILL: u32 = 0;
export const IMAGE_RAW: u32 = 1;
export const IMAGE_LZ4: u32 = 2;
/** The body of a page that came before. */
export const IMAGE_SAME: u32 = 15;
if (IMAGE_PAGE_BYTES + PAGE_BYTES_MAX > PARCELS_ROOM) ERROR("a page of an image must fit the window");
if (PARCEL_BYTES + PAGE_BYTES_MAX > PARCELS_ROOM) ERROR("a parcel must fit the window");

if (CONTROL_PTR % LINE_BYTES != 0) ERROR("control must start on a line");
if (STATS_PTR + STATS_BYTES > FAULT_PTR) ERROR("statistics reach into the fault block");
if (FAULT_PTR + FAULT_BYTES > CLIENTS_PTR) ERROR("the fault block reaches into the clients' words");
if (CLIENTS_PTR + CLIENTS_BYTES > WINDOW_PTR) ERROR("the clients' words reach into the window");
if (WINDOW_PTR % LINE_BYTES != 0) ERROR("the window must start on a line");
if (WINDOW_SCRATCH_AT % LINE_BYTES != 0) ERROR("scratch must start on a line");
