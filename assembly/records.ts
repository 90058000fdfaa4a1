/**
 * records.ts - what stands inside the regions of layout.ts. Engine only.
 *
 * Owns:   the numbers. No function, no state.
 * Keeps:  records fill their frames; root words of different owners do not overlap.
 * Called: the owners of the records, and audit.ts.
 */
import { CONTROL_PTR, LINE_BYTES, STATS_PTR } from "./layout";

// ── blocks, slabs, frames ──────────────────────────────────────────────────────────────────────────────
// A block is what the stock hands out. It becomes a slab (bodies) or is cut into frames (records). Its size
// follows the page size: a slab header and sixteen raw pages with their tags, so that a pool of incompressible
// pages wastes nothing: 32 + 16 * (4096 + 4) = 65,632 bytes for 4 KiB pages.

export const SLAB_HEADER_BYTES: u32 = 32;
export const SLAB_PAGE_COUNT: u32 = 16;
/** Word before each body: address of its body record, or, with bit 0 set, the size of a hole. */
export const TAG_BYTES: u32 = 4;
/** Frames hold records of one kind. 4 KiB keeps a half-used frame cheap: 0.2 % of 1,000 compressed pages. */
export const FRAME_BYTES: u32 = 1 << 12;
export const FRAME_HEADER_BYTES: u32 = 16;
/** Buckets of a chain table stand in frames without a header, four bytes each. */
export const FRAME_BUCKET_COUNT: u32 = FRAME_BYTES / 4;
/**
 * Mean records per bucket above which a chain table grows by one bucket. Three costs 1.3 bytes a record and two
 * record visits a hit; one would cost 4 bytes. Worked example: 1,000,000 pages, 333,334 buckets, 1.3 MB.
 */
export const BUCKET_LOAD: u32 = 3;

// ── records ────────────────────────────────────────────────────────────────────────────────────────────
// Records that a chain table holds begin alike: u64 key, then u32 link to the next record of the bucket (or of
// the free list). A record is named by its address; it never moves.

export const KEY_AT: u32 = 0;
export const LINK_AT: u32 = 8;

/**
 *   entry, 16 bytes: one page of one area
 *   ├ 0  key   offset u32 │ area u32   (area 0: free record)
 *   ├ 8  link
 *   └ 12 body  address of its body record; bits 0-2 are free, kept for an access mark
 */
export const ENTRY_BYTES: u32 = 16;
export const ENTRY_OFFSET_AT: u32 = 0;
export const ENTRY_AREA_AT: u32 = 4;
export const ENTRY_BODY_AT: u32 = 12;

/**
 *   body record, 24 bytes: what is kept for one page, or for many equal ones
 *   ├ 0  key     page hash; for a same-filled page the repeated eight bytes
 *   ├ 8  link
 *   ├ 12 place   address of the bytes in a slab; 0 for a same-filled page
 *   ├ 16 state   │ generation 8 │ codec 4 │ flags 2 │ refs 18 │   (refs 0: free record)
 *   └ 20 sizes   │ stored - 1: 16 │ raw - 1: 16 │
 *   raw is the length of the page, stored that of the bytes kept. Both lie in 1..65536, hence the - 1.
 *   generation changes each time the record is given to another body, so that a spill which waited can tell.
 */
export const BODY_BYTES: u32 = 24;
export const BODY_PLACE_AT: u32 = 12;
export const BODY_STATE_AT: u32 = 16;
export const BODY_RAW_AT: u32 = 20;
export const BODY_STORED_AT: u32 = 22;
/** A body with this many sharers takes no more; the next equal page starts a body of its own. */
export const BODY_REFS_MAX: u32 = (1 << 18) - 1;
export const BODY_INDEXED: u32 = 1 << 18;
export const BODY_CODEC_SHIFT: u32 = 20;
export const BODY_CODEC_MASK: u32 = 15;
export const BODY_GENERATION_SHIFT: u32 = 24;

/**
 *   area record, 40 bytes
 *   ├ 0  owner   client u32 │ type u32
 *   ├ 8  link    (free list)
 *   ├ 12 pages   entries of this area
 *   ├ 16 scope   0, or the number that keeps its client's bodies apart
 *   ├ 20 lowest, 24 highest offset ever stored since it was opened
 *   ├ 28 open    1, or 0 for a free record
 *   └ 32 unused
 */
export const AREA_BYTES: u32 = 40;
export const AREA_CLIENT_AT: u32 = 0;
export const AREA_TYPE_AT: u32 = 4;
export const AREA_PAGES_AT: u32 = 12;
export const AREA_SCOPE_AT: u32 = 16;
export const AREA_LOWEST_AT: u32 = 20;
export const AREA_HIGHEST_AT: u32 = 24;
export const AREA_OPEN_AT: u32 = 28;

/** How the bytes of a body are to be read. Kept per body, so that a change of codec leaves old pages readable. */
export const enum Codec {
  /** No bytes: the page repeats the eight bytes in the key. */
  FILL,
  /** The page itself, without its trailing zeros. */
  RAW,
  /** One LZ4 block that decodes to the page without its trailing zeros. */
  LZ4,
}

// ── CONTROL: the root words, by owner ──────────────────────────────────────────────────────────────────

export const CONTROL_PAGE_BYTES: u32 = CONTROL_PTR + 0;
export const CONTROL_FLAGS: u32 = CONTROL_PTR + 4;
/** 1 from the moment a body found no place until a body is freed: nothing is compressed in vain meanwhile. */
export const CONTROL_FULL: u32 = CONTROL_PTR + 8;
/** stock.ts */
export const STOCK_CONTROL: u32 = CONTROL_PTR + 16;
/** frames.ts: the frames left in the block that is being cut. */
export const FRAMES_CONTROL: u32 = CONTROL_PTR + 64;
/** Three kinds of records, 24 bytes of roots each: frames.ts writes them on behalf of their owners. */
export const RECORDS_CONTROL_BYTES: u32 = 32;
export const ENTRY_RECORDS: u32 = CONTROL_PTR + 80;
export const BODY_RECORDS: u32 = ENTRY_RECORDS + RECORDS_CONTROL_BYTES;
export const AREA_RECORDS: u32 = BODY_RECORDS + RECORDS_CONTROL_BYTES;
/** Two chain tables. */
export const TABLE_CONTROL_BYTES: u32 = 32;
export const DIRECTORY_TABLE: u32 = AREA_RECORDS + RECORDS_CONTROL_BYTES;
export const DUPLICATE_TABLE: u32 = DIRECTORY_TABLE + TABLE_CONTROL_BYTES;
/** slab.ts: bitmaps and list heads of the bins. */
export const SLAB_CONTROL: u32 = CONTROL_PTR + 256;
/** hash.ts: the secret, three lines drawn from the pool's seed. */
export const SECRET_PTR: u32 = CONTROL_PTR + 832;
export const SECRET_BYTES: u32 = 192;

if (DUPLICATE_TABLE + TABLE_CONTROL_BYTES > SLAB_CONTROL) ERROR("control words of slab.ts overlap");
if (SECRET_PTR + SECRET_BYTES > STATS_PTR) ERROR("the secret reaches into the statistics");
if (SECRET_PTR % 16 != 0) ERROR("the secret is read in lanes of 16 bytes");
if (SECRET_PTR - SLAB_CONTROL < 9 * LINE_BYTES) ERROR("slab.ts has too few words");
if ((FRAME_BYTES - FRAME_HEADER_BYTES) % ENTRY_BYTES != 0) ERROR("entries must fill a frame");
if ((FRAME_BYTES - FRAME_HEADER_BYTES) % BODY_BYTES != 0) ERROR("body records must fill a frame");
if ((FRAME_BYTES - FRAME_HEADER_BYTES) % AREA_BYTES != 0) ERROR("areas must fill a frame");
