/**
 * layout.ts - the map of linear memory, written once.
 *
 * Owns:   the numbers that describe the map and what the host may see of it. No function, no state.
 * Keeps:  regions do not overlap; every relation a reader could doubt is checked when this file is compiled.
 *
 * index.ts exports all of it. A script reads the numbers from the compiled module into src/abi.ts, so the
 * host never writes them down. Records and root words, which the host must not know, are in records.ts.
 *
 *   0x00000  nothing              address 0 means "none"
 *   0x00400  static data          constant tables of the module; ends below CONTROL
 *   0x01000  CONTROL       1 KiB  settings, and the root words of every owner      engine only
 *   0x01400  STATS         1 KiB  counters and gauges, u64 each                    host reads
 *   0x01800  FAULT          64 B  where an assertion failed                        host reads after a trap
 *   0x01900  CLIENTS       512 B  root words of the owners that keep clients apart  engine only
 *   0x02000  WINDOW
 *              +0x00000    64 KiB   pages, WINDOW_BYTES / page size of them        host reads and writes
 *              +0x10000      64 B   slack behind the last page, for wild copies
 *              +0x10040     256 B   rows: one per page of a batch                  host reads and writes
 *              +0x10140     256 B   the operation under way, and the hash's secret   engine only
 *              +0x10240    16 KiB   the encoder's table
 *              +0x14240             scratch: one page and its slack                engine only
 *   behind the scratch            work: dense blocks decoded, typed pages turned  engine only
 *   behind that                   top pointers of directory, duplicate index and inodes, sized by init
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
/**
 *   fault block:   line u32 │ column u32 │ file u32: address of UTF-16 text │ bytes of that text u32
 *                │ entered u32
 *   line 0 means that no assertion has failed.
 */
export const FAULT_LINE_AT: u32 = 0;
export const FAULT_COLUMN_AT: u32 = 4;
export const FAULT_FILE_AT: u32 = 8;
export const FAULT_FILE_BYTES_AT: u32 = 12;
/**
 * Not 0 from where a page's way through the engine begins until it is over: a throw before that has changed
 * nothing.
 */
export const FAULT_ENTERED_AT: u32 = 16;
export const CLIENTS_PTR: u32 = 0x1900;
export const CLIENTS_BYTES: u32 = 512;

// ── the window ─────────────────────────────────────────────────────────────────────────────────────────
// 64 KiB hold one page of the largest size, or sixteen of 4 KiB. A batch of sixteen hides the cost of its one
// crossing (60 ns), and the window is small enough to stay in the second-level cache.

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
/** What client_stats answers, in place of the first rows: f64 each. */
export const FIGURE_PAGES_AT: u32 = 0;
export const FIGURE_COUNTED_AT: u32 = 8;
export const FIGURE_PEAK_PAGES_AT: u32 = 16;
export const FIGURE_PEAK_COUNTED_AT: u32 = 24;
export const FIGURE_EVICTED_AT: u32 = 32;
export const FIGURE_EVICTED_BYTES_AT: u32 = 40;
export const FIGURE_PART_AT: u32 = 48;
export const FIGURE_AWAY_AT: u32 = 56;
export const FIGURES_BYTES: u32 = 64;
/** What an operation writes down for itself, and the secret that its hashes use: drawn in window.ts. */
export const WINDOW_STATE_AT: u32 = WINDOW_ROWS_AT + ROW_BYTES * ROW_COUNT_MAX;
export const WINDOW_STATE_BYTES: u32 = 256;
export const WINDOW_TABLE_AT: u32 = WINDOW_STATE_AT + WINDOW_STATE_BYTES;
export const ENCODER_TABLE_BYTES: u32 = 1 << 14;
export const WINDOW_SCRATCH_AT: u32 = WINDOW_TABLE_AT + ENCODER_TABLE_BYTES;

// ── what a call comes to ───────────────────────────────────────────────────────────────────────────────

/**
 * Outcomes of a call. They are ordinary life, never an exception. Each has one counter. Misses and refusals
 * are not positive.
 */
export const enum Status {
  STORED = 1,
  MISS = 0,
  /** No room for the page within the limit. */
  FULL = -1,
  /** The page would not have saved an eighth of itself, and the pool was told to refuse such pages. */
  POOR = -2,
  /** The area is not open: never initialised, or invalidated since. */
  CLOSED = -3,
  /** The body is here, but it is not what was stored. Nothing of it was delivered. */
  DAMAGED = -4,
  /** The target of a load has less room than the page has bytes. Nothing was touched. */
  SMALL = -5,
  /** No room for the page within the cap of its client. */
  CAPPED = -6,
  /** The pool is frozen. No engine answers this, nor OFF or SHADOW: the host then asks none. */
  FROZEN = -7,
  /** A page of 0 bytes or of more than a page. Checked by the host before the call; nothing has changed. */
  LENGTH = -8,
  /** The pool does not pay at present (the option autoOff). */
  OFF = -9,
  /** The pool keeps nothing and only estimates (the option shadow). */
  SHADOW = -10,
  /** The body is on a device: the host reads it there and asks load_away. Nothing was touched or counted. */
  AWAY = -11,
  /** The device did not answer, or has lost the body. No engine answers this. The page stays. */
  LOST = -12,
  /**
   * The body is on a device that answers later, and was not read yet. No engine answers this. The page stays.
   */
  LATER = -13,
}

/**
 * What the host says about the elements of a page: docs/FORMAT.md, section 8. The first byte of a typed body.
 */
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
/** Bytes that are freed or moved are overwritten with zeros. */
export const FLAG_ZEROIZE: u32 = 16;
/**
 * Ephemeral pages are evicted when room is wanted. Off in a pool of several arenas until none of them has
 * room.
 */
export const FLAG_EVICT: u32 = 32;

// ── statistics: offsets in STATS, u64 each ─────────────────────────────────────────────────────────────
// Counters only rise. Equations, recounted by self_check:
//   stores  = succ_stores + refused_full + refused_poor + refused_closed + refused_capped
//   stored_pages = succ_stores + moved_in
//                - overwritten - invalidated - area_invalidated - taken - moved_out - evicted
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
/** Old copies that a store removed under their key, whether it then succeeded or not. */
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

/** Ephemeral pages that were evicted, and the bytes of their bodies. */
export const STAT_EVICTED: u32 = 144;
export const STAT_EVICTED_BYTES: u32 = 152;
/** Stores refused because their client has as much as it may. */
export const STAT_REFUSED_CAPPED: u32 = 160;

/** Bodies that were made dense, and the bytes that this saved; bodies for which nothing was gained. */
export const STAT_RECOMPRESSED: u32 = 168;
export const STAT_RECOMPRESSED_BYTES: u32 = 176;
export const STAT_TRIED_BODIES: u32 = 184;

/**
 * Bodies that were copied out for a device; of those, bodies that then left, that changed meanwhile, and
 * whose write failed.
 *   packed == spilled + changed + aborted + flying bodies
 *   away bodies == spilled + moved in on a device - promoted - freed on a device
 */
export const STAT_PACKED: u32 = 192;
export const STAT_SPILLED: u32 = 200;
export const STAT_PACK_CHANGED: u32 = 208;
export const STAT_PACK_ABORTED: u32 = 216;
/** Bodies on a device that came from another arena, that came back into memory, that were freed here. */
export const STAT_AWAY_MOVED_IN: u32 = 224;
export const STAT_PROMOTED: u32 = 232;
export const STAT_AWAY_FREED: u32 = 240;

/** Gauges begin here. */
export const STAT_STORED_PAGES: u32 = 248;
export const STAT_FILL_PAGES: u32 = 256;
/** Pages beyond the first of each body that keeps bytes. */
export const STAT_DUPLICATE_PAGES: u32 = 264;
/** Bodies that keep bytes. */
export const STAT_BODIES: u32 = 272;
/** Bodies that wait in the nursery, not encoded. */
export const STAT_YOUNG_PAGES: u32 = 280;
/** Bodies that keep more than seven eighths of their page, and do not wait. */
export const STAT_POOR_BODIES: u32 = 288;
/** Bytes of the pages accepted and kept. */
export const STAT_RAW_BYTES: u32 = 296;
/** Bytes of the pages that own the bodies, each body once. */
export const STAT_ENCODED_BYTES: u32 = 304;
/** Bytes of the bodies. */
export const STAT_COMPRESSED_BYTES: u32 = 312;

/** Written by stats_refresh only. */
export const STAT_USED_BYTES: u32 = 320;
export const STAT_RESERVED_BYTES: u32 = 328;
/** Bytes of directory, body records and duplicate index: what is kept for each page beside its body. */
export const STAT_METADATA_BYTES: u32 = 336;
export const STAT_SLAB_BYTES: u32 = 344;
export const STAT_AREAS: u32 = 352;
/** Used bytes, less what is free inside slabs. */
export const STAT_LIVE_BYTES: u32 = 360;
/** Ephemeral pages, and what they are charged in bytes: bodies and what is kept beside them. */
export const STAT_EPHEMERAL_PAGES: u32 = 368;
export const STAT_EPHEMERAL_BYTES: u32 = 376;
/** Bodies that are dense, and blocks that dictionaries stand in, in bytes. */
export const STAT_DENSE_BODIES: u32 = 384;
export const STAT_DICTIONARY_BYTES: u32 = 392;
/** Peaks: the most pages and live bytes after any store, since the arena was opened or reset_peaks. */
export const STAT_PEAK_PAGES: u32 = 400;
export const STAT_PEAK_LIVE_BYTES: u32 = 408;
/**
 * Records that were moved so that frames become free. A counter, not a gauge. After a move, remembered
 * addresses of bodies are void.
 */
export const STAT_MOVED_RECORDS: u32 = 416;
/** Bodies on a device, their bytes, and the bytes that they take there. They count as bodies above. */
export const STAT_AWAY_BODIES: u32 = 424;
export const STAT_AWAY_BYTES: u32 = 432;
export const STAT_AWAY_SLOT_BYTES: u32 = 440;
/** Bodies that were packed and not answered for yet; some may be gone. */
export const STAT_FLYING_BODIES: u32 = 448;
export const STATS_BYTES: u32 = 456;

// ── parcels ────────────────────────────────────────────────────────────────────────────────────────────
// Pages that move from one arena of a pool to another stand in the window as parcels, back to back. The
// window and its slack hold at least one parcel, whatever the size of the page.

/**
 *   parcel, 40 bytes, then the body, then padding to eight bytes:
 *   ├ 0  key u64    page hash, or the eight bytes of a same-filled page
 *   ├ 8  area u32   number of the area │ 12 offset u32
 *   ├ 16 raw u32    length of the page │ 20 stored u32  length of the body; 0 for a same-filled page
 *   ├ 24 codec u16  │ 26 version u16 of a dense body's dictionary
 *   ├ 28 marks u16   1: the body may be shared │ 2: it is on a device, and no bytes follow │ 4: it is warm
 *   ├ 30 choice u16  queue of an ephemeral page, and whether it was used; 0 for a page that persists
 *   └ 32 inode u64   of the page, if the area is a file system; location u32 of a body on a device
 */
export const PARCEL_BYTES: u32 = 40;
export const PARCELS_ROOM: u32 = WINDOW_BYTES + SLACK_BYTES;

// ── bodies on devices ──────────────────────────────────────────────────────────────────────────────────
// A body on a device has a slot in a segment there. A slot begins at a multiple of the unit, 2^unit bits
// bytes. Its location is a number of 32 bits: segment * units of a segment + unit in it. Segments are
// numbered from 1, and the numbers are the same in all arenas of a pool.

/** Bytes of a segment: 64 less than a power of two, which servers of memory store without loss. */
export const SEGMENT_BYTES: u32 = (1 << 18) - 64;
/** Where pages are larger than this a segment has the bytes of so many pages, less 64. */
export const SEGMENT_PAGE_BYTES: u32 = 1 << 14;
export const SEGMENT_PAGES: u32 = 16;
export const UNIT_BITS_MIN: u32 = 4;
export const UNIT_BITS_MAX: u32 = 6;
/** Bytes that a slot has in front of its body when bodies are sealed; behind it are the rest. */
export const SLOT_FRONT_BYTES: u32 = 8;
/** The most that a slot may have beside its body. */
export const SLOT_OVERHEAD_MAX: u32 = 24;
/**
 *   row of a list of bodies, 32 bytes:
 *   ├ 0  handle u32  by which the engine knows the body
 *   ├ 4  key u64
 *   ├ 12 shape u32   raw - 1: 16 │ codec 3 │ version 7. Never changes while the body is on its way or away
 *   ├ 16 stored u32  length of the body
 *   ├ 20 at u32      packed: byte of the body among the packed bytes; collected: its location
 *   └ 24 area u32    address of its record │ 28 offset u32, of the page with which the body was found
 *   Lists that the host hands in stand at the start of the window, as do those of collect. Those of pack
 *   stand where the encoder's table is, for the window has the bodies.
 */
export const SPILL_ROW_BYTES: u32 = 32;
export const SPILL_HANDLE_AT: u32 = 0;
export const SPILL_KEY_AT: u32 = 4;
export const SPILL_SHAPE_AT: u32 = 12;
export const SPILL_STORED_AT: u32 = 16;
export const SPILL_AT_AT: u32 = 20;
export const SPILL_AREA_AT: u32 = 24;
export const SPILL_OFFSET_AT: u32 = 28;
export const SPILL_PACK_MAX: u32 = ENCODER_TABLE_BYTES / SPILL_ROW_BYTES;
export const SPILL_ROWS_MAX: u32 = WINDOW_BYTES / SPILL_ROW_BYTES;
/** Segments that one walk of collect looks for: their numbers fill the rows. */
export const SPILL_VICTIMS_MAX: u32 = (ROW_BYTES * ROW_COUNT_MAX) / 4;
/**
 *   what the engine says of a body that is away, at the start of the rows, u32 each:
 *   location │ stored │ raw │ key, low half │ high half │ shape
 *   and what load_away and image_away want of the host there:
 *   location │ key, low half │ high half. The body's bytes stand in scratch.
 */
export const AWAY_LOCATION_AT: u32 = 0;
export const AWAY_STORED_AT: u32 = 4;
export const AWAY_RAW_AT: u32 = 8;
export const AWAY_KEY_AT: u32 = 12;
export const AWAY_SHAPE_AT: u32 = 20;
export const READ_LOCATION_AT: u32 = 0;
export const READ_KEY_AT: u32 = 4;
/** Where load_away puts a Cramped. */
export const READ_CRAMPED_AT: u32 = 0;
/** Why a body that is wanted in memory did not come back: no room, or none within the cap of its client. */
export const enum Cramped {
  NOT = 0,
  FULL = 1,
  CAPPED = 2,
}

// ── keys of evicted pages ──────────────────────────────────────────────────────────────────────────────

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
// Pages that go into an image of the pool, or come out of one (docs/FORMAT.md, "The image"). These numbers
// are a format: none of them changes without a new version of it.

/**
 *   page of an image, 32 bytes, then the body, then zeros to eight bytes:
 *   ├ 0  key u64    page hash under the image's seed, or the eight bytes of a same-filled page; of a page
 *   │               with the body of another: area u32, offset u32 of that one
 *   ├ 8  area u32 │ 12 offset u32
 *   ├ 16 raw u32    length of the page │ 20 stored u32  length of the body that follows
 *   ├ 24 codec u32
 *   └ 28 zero u32   in the window, packed: address of a body that has several sharers; to be unpacked: scope
 *                   of the key
 */
export const IMAGE_PAGE_BYTES: u32 = 32;
export const IMAGE_KEY_AT: u32 = 0;
export const IMAGE_SAME_AREA_AT: u32 = 0;
export const IMAGE_SAME_OFFSET_AT: u32 = 4;
export const IMAGE_AREA_AT: u32 = 8;
export const IMAGE_OFFSET_AT: u32 = 12;
export const IMAGE_RAW_AT: u32 = 16;
export const IMAGE_STORED_AT: u32 = 20;
export const IMAGE_CODEC_AT: u32 = 24;
export const IMAGE_SHARED_AT: u32 = 28;
export const IMAGE_FILL: u32 = 0;
export const IMAGE_RAW: u32 = 1;
export const IMAGE_LZ4: u32 = 2;
/** In the window only: the body is on a device and not yet here. */
export const IMAGE_AWAY: u32 = 14;
/** The body of a page that came before. */
export const IMAGE_SAME: u32 = 15;
if (FIGURES_BYTES > ROW_BYTES * ROW_COUNT_MAX) ERROR("figures must fit the rows");
if (IMAGE_PAGE_BYTES + PAGE_BYTES_MAX > PARCELS_ROOM) ERROR("a page of an image must fit the window");
if (PARCEL_BYTES + PAGE_BYTES_MAX > PARCELS_ROOM) ERROR("a parcel must fit the window");

if (SPILL_VICTIMS_MAX < 64 || SPILL_PACK_MAX > SPILL_ROWS_MAX) ERROR("lists must fit where they stand");
if (PAGE_BYTES_MAX + SLOT_OVERHEAD_MAX > PARCELS_ROOM) ERROR("a slot must fit the window");

if (CONTROL_PTR % LINE_BYTES != 0) ERROR("control must start on a line");
if (STATS_PTR + STATS_BYTES > FAULT_PTR) ERROR("statistics reach into the fault block");
if (FAULT_PTR + FAULT_BYTES > CLIENTS_PTR) ERROR("the fault block reaches into the clients' words");
if (CLIENTS_PTR + CLIENTS_BYTES > WINDOW_PTR) ERROR("the clients' words reach into the window");
if (WINDOW_PTR % LINE_BYTES != 0) ERROR("the window must start on a line");
if (WINDOW_SCRATCH_AT % LINE_BYTES != 0) ERROR("scratch must start on a line");
