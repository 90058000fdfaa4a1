/**
 * records.ts - the records inside the regions of layout.ts, and the root words of their owners. Engine only.
 *
 * Owns:   the numbers. No function, no state.
 * Keeps:  records fill their frames; root words of different owners do not overlap.
 */
import { CLIENTS_BYTES, CLIENTS_PTR, CONTROL_PTR, LINE_BYTES, STATS_PTR } from "./layout";

// ── blocks, slabs, frames ──────────────────────────────────────────────────────────────────────────────
// A block is what the stock hands out. It becomes a slab (bodies) or is cut into frames (records). Its size
// follows the page size: a slab header and sixteen raw pages with their tags, so that a pool of
// incompressible pages wastes nothing: 64 + 16 * (4096 + 4) = 65,664 bytes for 4 KiB pages.

export const SLAB_HEADER_BYTES: u32 = 64;
export const SLAB_PAGE_COUNT: u32 = 16;
/** Word before each body: address of its body record, or, with bit 0 set, the size of a hole. */
export const TAG_BYTES: u32 = 4;
/** Frames hold records of one kind, or lines of a table. 4 KiB keeps a half-used one cheap. */
export const FRAME_BYTES: u32 = 1 << 12;
/** A whole line, so that lines kept as records stay on lines. */
export const FRAME_HEADER_BYTES: u32 = 64;

// ── lines ──────────────────────────────────────────────────────────────────────────────────────────────
// The three tables are made of lines of 64 bytes, one cache line each. A bucket is a line, and more lines
// linked to it when it overflows. The last word of a line is that link.

export const LINE_LINK_AT: u32 = 60;
/**
 *   line of the directory: five entries, packed, and the link
 *   entry, 12 bytes:   area u32 (0: no entry) │ offset u32 │ body u32: address of its record
 *   bit 0 of body is set for an ephemeral page: then the word is the address of its node, which names
 *   the body.
 */
export const ENTRY_BYTES: u32 = 12;
export const ENTRIES_A_LINE: u32 = 5;
export const ENTRY_AREA_AT: u32 = 0;
export const ENTRY_OFFSET_AT: u32 = 4;
export const ENTRY_BODY_AT: u32 = 8;
export const ENTRY_EPHEMERAL: u32 = 1;
/**
 *   line of the duplicate index: twelve bodies, a byte of hash for each, and the link
 *   ├ 0  body u32 x 12    address of a body record
 *   ├ 48 tag u8 x 12      high byte of its hash with the top bit set; 0: no body
 *   └ 60 link
 */
export const HANDLES_A_LINE: u32 = 12;
export const TAGS_AT: u32 = 48;
/**
 *   line of the inodes: seven of them, packed, and the link
 *   place, 8 bytes:   area u32: address of its record (0: none) │ check u32: high half of the hash of its key
 */
export const INODE_PLACE_BYTES: u32 = 8;
export const INODES_A_LINE: u32 = 7;
export const INODE_AREA_AT: u32 = 0;
export const INODE_CHECK_AT: u32 = 4;
/**
 * Mean records per bucket above which a table grows by one bucket. At six, with five a line, the directory
 * takes 17.0 bytes an entry (55 % of buckets have a second line, by Poisson) and a look-up touches 1.3 lines;
 * five would cost 0.9 bytes more. At eleven, with twelve a line, the index takes 7.6 bytes a body.
 */
export const DIRECTORY_LOAD: u32 = 6;
export const DUPLICATE_LOAD: u32 = 11;
export const INODE_LOAD: u32 = 6;
/**
 * What a page counts against its client's cap beside its body: its entry (18 bytes on average), body record
 * and place in the index (28), tag and padding (6), and half of what tables may have too much. An ephemeral
 * page counts its node and its ghost as well (36). An area or inode: record, number or place (54 to 60).
 */
export const PAGE_CHARGE: u32 = 56;
export const EPHEMERAL_CHARGE: u32 = 96;
export const AREA_CHARGE: u32 = 64;
/** The most that one page can count beside its body: an ephemeral one with its inode. */
export const PAGE_CHARGE_MAX: u32 = EPHEMERAL_CHARGE + AREA_CHARGE;
/**
 * Overflow lines that must be at hand before a store begins: one for each table, and what three splits may
 * borrow.
 */
export const LINES_RESERVED: u32 = 12;

// ── records ────────────────────────────────────────────────────────────────────────────────────────────
// A record is named by its address. Bodies and nodes move only when gather.ts moves them, the others never. A
// free record keeps the next free one in its second word.

export const FREE_LINK_AT: u32 = 4;

/**
 *   body record, 20 bytes: what is kept for one page, or for many equal ones
 *   ├ 0  key     page hash; for a same-filled page the repeated eight bytes
 *   ├ 8  place   where the bytes are: an address in a slab, or in the nursery if the page is young, or a
 *   │            location on a device if the body is spilled; 0 for a same-filled page, and only for that
 *   ├ 12 state   │ version 7 │ idle │ tried │ codec 3 │ young │ indexed │ warm │ flying │ spilled │ refs 15 │
 *   └ 16 sizes   │ stored - 1: 16 │ raw - 1: 16 │
 *   refs: pages that share the body; 0 in a free record.
 *   spilled: the bytes are on a device. flying: they are in memory, and a copy is on its way to a device.
 *   warm: used since the search for cold bodies last passed.
 *   indexed: found by its key. young: the bytes wait in the nursery, as they came.
 *   tried: recompression gains nothing. idle: not used since all bodies were last marked.
 *   version: the dictionary of a dense body. It stands here and not only in the bytes, which may be damaged.
 *   raw is the length of the page, stored that of the bytes kept. Both lie in 1..65536, hence the - 1.
 *   A record that was remembered is still that of the same body if its key and its place are the same.
 */
export const BODY_BYTES: u32 = 20;
export const BODY_KEY_AT: u32 = 0;
export const BODY_PLACE_AT: u32 = 8;
export const BODY_STATE_AT: u32 = 12;
export const BODY_RAW_AT: u32 = 16;
export const BODY_STORED_AT: u32 = 18;
/**
 * A body with so many sharers takes no more, and is not found by its key any more. The next equal page begins
 * a body of its own.
 */
export const BODY_REFS_MAX: u32 = (1 << 15) - 1;
export const BODY_SPILLED: u32 = 1 << 15;
export const BODY_FLYING: u32 = 1 << 16;
export const BODY_WARM: u32 = 1 << 17;
export const BODY_INDEXED: u32 = 1 << 18;
export const BODY_YOUNG: u32 = 1 << 19;
export const BODY_CODEC_SHIFT: u32 = 20;
export const BODY_CODEC_MASK: u32 = 7;
export const BODY_TRIED: u32 = 1 << 23;
export const BODY_IDLE: u32 = 1 << 24;
export const BODY_VERSION_SHIFT: u32 = 25;

/**
 *   node, 28 bytes: an ephemeral page in its client's order
 *   ├ 0  body    address of its record; 0: free
 *   ├ 4  older, 8 younger   neighbours in its queue
 *   ├ 12 area, 16 offset    its key
 *   ├ 20 charge  what it counts in bytes
 *   └ 24 mark u8: used since it was last looked at │ lane u8: its queue │ duelist u8: its key may stand in a
 *        duel │ -
 */
export const NODE_BYTES: u32 = 28;
export const NODE_BODY_AT: u32 = 0;
export const NODE_OLDER_AT: u32 = 4;
export const NODE_YOUNGER_AT: u32 = 8;
export const NODE_AREA_AT: u32 = 12;
export const NODE_OFFSET_AT: u32 = 16;
export const NODE_CHARGE_AT: u32 = 20;
export const NODE_MARK_AT: u32 = 24;
export const NODE_LANE_AT: u32 = 25;
export const NODE_DUELIST_AT: u32 = 26;

/**
 *   order, 896 bytes: the order of one client's ephemeral pages (owners/eviction says what the words are for)
 *   ├ 0  client  address of its record; 0: free
 *   ├ 4  hand    the page of PROBATION at which the search for heavy ones goes on; 0: its oldest
 *   ├ 8  weight
 *   ├ 12 rank    in the heap of all orders, whose links stand below
 *   ├ 16 lanes   two times head u32 │ tail u32 │ bytes u64 │ pages u32 │ -
 *   ├ 64 share of the first lane, in 65,536ths │ 68 ticks: pages that came │ 72 evictions
 *   ├ 76 scores i32 x 2 │ 84 spent u32 x 2
 *   ├ 92 rings   three times next │ due
 *   ├ 116 parent │ 120 left │ 124 right, in the heap; 0: none
 *   └ 128 duels  three times 32 challengers u32, 32 champions u32
 *   Bytes are u64: many pages may share one body of 64 KiB, and each of them counts it in full.
 */
export const ORDER_BYTES: u32 = 896;
export const ORDER_CLIENT_AT: u32 = 0;
export const ORDER_HAND_AT: u32 = 4;
export const ORDER_WEIGHT_AT: u32 = 8;
export const ORDER_RANK_AT: u32 = 12;
export const ORDER_LANES_AT: u32 = 16;
export const ORDER_SHARE_AT: u32 = 64;
export const ORDER_TICKS_AT: u32 = 68;
export const ORDER_EVICTIONS_AT: u32 = 72;
export const ORDER_SCORES_AT: u32 = 76;
export const ORDER_SPENT_AT: u32 = 84;
export const ORDER_RINGS_AT: u32 = 92;
export const ORDER_PARENT_AT: u32 = 116;
export const ORDER_LEFT_AT: u32 = 120;
export const ORDER_RIGHT_AT: u32 = 124;
export const ORDER_DUELS_AT: u32 = 128;

/**
 *   client record, 96 bytes: one client's account in this arena
 *   ├ 0  number  by which the pool knows it; 0: free
 *   ├ 4  -       link of a free record
 *   ├ 8  hand    bucket of the directory where the search for its own cold bodies goes on (spill.ts)
 *   ├ 12 order   of its ephemeral pages; 0: its pages persist
 *   ├ 16 pages   │ 20 peak pages
 *   ├ 24 cap u64: bytes that it may count │ 32 charged u64: bytes of its bodies
 *   ├ 40 peak u64 of what it counts
 *   ├ 48 evicted pages u64 │ 56 bytes of their bodies u64
 *   ├ 64 list of its areas (lists.ts)
 *   ├ 68 lost    next client of those whose evictions were not told yet; 1: last of them; 0: nothing to tell
 *   ├ 72 areas   that are open, inodes among them
 *   ├ 76 asks    1: it is told the keys of its pages that are evicted
 *   ├ 80 away cap u64: bytes that it may have on devices
 *   └ 88 away u64: bytes of the slots of its bodies there, and of those on their way
 *   Charges are u64: where clients share bodies each page counts its body in full, so the sum may exceed
 *   memory.
 */
export const CLIENT_BYTES: u32 = 96;
export const CLIENT_NUMBER_AT: u32 = 0;
export const CLIENT_HAND_AT: u32 = 8;
export const CLIENT_ORDER_AT: u32 = 12;
export const CLIENT_PAGES_AT: u32 = 16;
export const CLIENT_PEAK_PAGES_AT: u32 = 20;
export const CLIENT_CAP_AT: u32 = 24;
export const CLIENT_CHARGED_AT: u32 = 32;
export const CLIENT_PEAK_COUNTED_AT: u32 = 40;
export const CLIENT_EVICTED_AT: u32 = 48;
export const CLIENT_EVICTED_BYTES_AT: u32 = 56;
export const CLIENT_AREA_LIST_AT: u32 = 64;
export const CLIENT_LOST_AT: u32 = 68;
export const CLIENT_AREAS_AT: u32 = 72;
export const CLIENT_ASKS_AT: u32 = 76;
export const CLIENT_AWAY_CAP_AT: u32 = 80;
export const CLIENT_AWAY_AT: u32 = 88;

/**
 *   area record, 48 bytes. An inode of a file system is an area too, one without a number.
 *   ├ 0  open    1, and the address of its second range; a free record keeps its link in the next word
 *   ├ 4  next, 8 previous area of the same client, or inode of the same file system (lists.ts)
 *   ├ 12 pages   entries of this area
 *   ├ 16 scope   0, or the number that keeps its client's bodies apart
 *   ├ 20 lowest, 24 highest offset of the first range
 *   ├ 28 number  under which the pool knows it in each of its arenas; 0: none
 *   ├ 32 account address of its client's record; 0: none
 *   ├ 36 parent  of an inode: the area of its file system; 0: none
 *   ├ 40 inode   u64, of an inode
 *   └ 40 inodes  of a file system: the one that came last; 0: none
 */
export const AREA_BYTES: u32 = 48;
export const AREA_OPEN_AT: u32 = 0;
export const AREA_PAGES_AT: u32 = 12;
export const AREA_SCOPE_AT: u32 = 16;
export const AREA_LOWEST_AT: u32 = 20;
export const AREA_HIGHEST_AT: u32 = 24;
export const AREA_NUMBER_AT: u32 = 28;
export const AREA_ACCOUNT_AT: u32 = 32;
export const AREA_PARENT_AT: u32 = 36;
export const AREA_INODE_AT: u32 = 40;
export const AREA_INODES_AT: u32 = 40;
/**
 *   range, 12 bytes: lowest offset │ highest │ next range of the area
 *   The first range stands in the record of the area, without the link.
 */
export const RANGE_BYTES: u32 = 12;
export const RANGE_LOW_AT: u32 = 0;
export const RANGE_HIGH_AT: u32 = 4;
export const RANGE_NEXT_AT: u32 = 8;
/** Numbers of areas are below this: a frame of 1,024 pointers to frames of 1,024 addresses. */
export const AREA_NUMBER_MAX: u32 = 1 << 20;

/**
 *   row of a dictionary, 16 bytes, in a frame of them, found by version:
 *   dictionary u32: address of its block; 0: none │ scope u32 │ bodies u32: that name it │ -
 */
export const VERSION_ROW_SHIFT: u32 = 4;
export const VERSION_DICTIONARY_AT: u32 = 0;
export const VERSION_SCOPE_AT: u32 = 4;
export const VERSION_BODIES_AT: u32 = 8;
/** The version of a dictionary has seven bits in a record; 0 is none. */
export const VERSION_MAX: u32 = 127;

/**
 *   segment, 8 bytes, in frames of them, found by its number:
 *   live u32: units of the slots of bodies in it │ next u32: in the list of emptied ones; 0: not in it
 */
export const SEGMENT_ROW_SHIFT: u32 = 3;
export const SEGMENT_LIVE_AT: u32 = 0;
export const SEGMENT_NEXT_AT: u32 = 4;

/** Where the bytes of a body are. */
export const enum Home {
  MEMORY,
  /** In memory, and a copy is on its way to a device. */
  FLYING,
  /** On a device only: the body's place is a location there. */
  DEVICE,
}

/**
 * How the bytes of a body are to be read. Kept per body, so that a change of codec leaves old pages readable.
 */
export const enum Codec {
  /** No bytes: the page repeats the eight bytes in the key. */
  FILL,
  /** The page itself, without its trailing zeros. */
  RAW,
  /** One LZ4 block that decodes to the page without its trailing zeros. */
  LZ4,
  /** One dense block that decodes to the whole page, with the dictionary that its first byte names. */
  DENSE,
  /**
   * A byte that names the kind, then one LZ4 block that decodes to the page, turned, without the zeros at its
   * end.
   */
  TYPED,
}

// ── CONTROL: the root words, by owner ──────────────────────────────────────────────────────────────────

export const CONTROL_PAGE_BYTES: u32 = CONTROL_PTR + 0;
export const CONTROL_FLAGS: u32 = CONTROL_PTR + 4;
/** 1 from the moment a body found no place until enough is freed: no page is compressed in vain meanwhile. */
export const CONTROL_FULL: u32 = CONTROL_PTR + 8;
/** Verify build: not 0 while the specs play a host that refuses every other growth, at random. */
export const CONTROL_REFUSE_GROWTH: u32 = CONTROL_PTR + 48;
/** Bytes that must be free before an arena that was full accepts again. */
export const CONTROL_ACCEPT: u32 = CONTROL_PTR + 52;
/** hash.ts: the seed from which the secret was drawn, u64. */
export const HASH_SEED: u32 = CONTROL_PTR + 56;
/** blocks.ts */
export const STOCK_CONTROL: u32 = CONTROL_PTR + 16;
/** frames.ts: roots of blocks that are cut into frames. */
export const FRAMES_CONTROL: u32 = CONTROL_PTR + 64;
/**
 * Roots of seven kinds of records, these three and four more below. frames.ts writes them for their owners.
 */
export const RECORDS_CONTROL_BYTES: u32 = 32;
export const LINE_RECORDS: u32 = CONTROL_PTR + 80;
export const BODY_RECORDS: u32 = LINE_RECORDS + RECORDS_CONTROL_BYTES;
export const AREA_RECORDS: u32 = BODY_RECORDS + RECORDS_CONTROL_BYTES;
/** Roots of three tables, these two and INODE_TABLE below. */
export const TABLE_CONTROL_BYTES: u32 = 32;
export const DIRECTORY_TABLE: u32 = AREA_RECORDS + RECORDS_CONTROL_BYTES;
export const DUPLICATE_TABLE: u32 = DIRECTORY_TABLE + TABLE_CONTROL_BYTES;
/** areas.ts: the frame of pointers by which an area is found by its number. */
export const AREA_NUMBERS: u32 = DUPLICATE_TABLE + TABLE_CONTROL_BYTES;
/** owners/eviction and clients.ts: three more kinds of records, the ghosts, and the heap of orders. */
export const ORDER_RECORDS: u32 = CLIENTS_PTR + 0;
export const NODE_RECORDS: u32 = ORDER_RECORDS + RECORDS_CONTROL_BYTES;
export const CLIENT_RECORDS: u32 = NODE_RECORDS + RECORDS_CONTROL_BYTES;
export const GHOST_FRAMES: u32 = CLIENT_RECORDS + RECORDS_CONTROL_BYTES;
export const GHOST_LINES: u32 = GHOST_FRAMES + 4;
/** The order that is furthest above its due, and the charges of all orders, u64. */
export const ORDER_TOP: u32 = GHOST_FRAMES + 8;
export const ORDER_CHARGED: u32 = GHOST_FRAMES + 16;
/** clients.ts: the list of clients whose evictions were not told yet. */
export const CLIENTS_LOST: u32 = ORDER_CHARGED + 8;
/** areas.ts: one more kind of records, ranges. */
export const RANGE_RECORDS: u32 = CLIENTS_LOST + 8;
/** inodes.ts */
export const INODE_TABLE: u32 = RANGE_RECORDS + RECORDS_CONTROL_BYTES;
/** dictionaries.ts: the frame of rows, and how many have a dictionary. */
export const DICTIONARY_ROWS: u32 = INODE_TABLE + TABLE_CONTROL_BYTES;
export const DICTIONARY_COUNT: u32 = DICTIONARY_ROWS + 4;
/** evicted.ts: its frame, the number of keys in it, and the number of clients that ask for theirs. */
export const EVICTED_CONTROL: u32 = DICTIONARY_COUNT + 4;
/** segments.ts: what a location means, roots of frames, spare frames, the list of emptied segments. */
export const SEGMENTS_CONTROL: u32 = EVICTED_CONTROL + 12;
/** spill.ts: the bucket of the directory at which the hand stands, and entries of it that it has passed. */
export const SPILL_CONTROL: u32 = SEGMENTS_CONTROL + 40;
/**
 * gather.ts: the next bucket, and the records moved in this pass. frames.ts: free bytes that could not be
 * brought together.
 */
export const GATHER_CONTROL: u32 = CLIENTS_PTR + CLIENTS_BYTES - 12;
export const LOOSE_REST: u32 = GATHER_CONTROL + 8;
/** workshop.ts, in an instance of its own: it uses the words of blocks.ts, which a workshop does not need. */
export const WORKSHOP_CONTROL: u32 = STOCK_CONTROL;
/** nursery.ts */
export const NURSERY_CONTROL: u32 = CONTROL_PTR + 800;
/** slab.ts: bitmaps and list heads of the bins. */
export const SLAB_CONTROL: u32 = CONTROL_PTR + 256;
/** hash.ts: the secret, three lines drawn from the pool's seed. */
export const SECRET_PTR: u32 = CONTROL_PTR + 832;
export const SECRET_BYTES: u32 = 192;

if (
  BODY_REFS_MAX +
    BODY_SPILLED +
    BODY_FLYING +
    BODY_WARM +
    BODY_INDEXED +
    BODY_YOUNG +
    (BODY_CODEC_MASK << BODY_CODEC_SHIFT) +
    BODY_TRIED +
    BODY_IDLE +
    (VERSION_MAX << BODY_VERSION_SHIFT) !=
  <u32>-1
)
  ERROR("the bits of a body's state must fill its word");
if (SPILL_CONTROL + 8 > GATHER_CONTROL) ERROR("control words of clients overlap");
if (INODES_A_LINE * INODE_PLACE_BYTES > LINE_LINK_AT) ERROR("inodes reach into the link");
if (NURSERY_CONTROL + 32 > SECRET_PTR) ERROR("control words of nursery.ts overlap");
if (AREA_NUMBERS + 4 > SLAB_CONTROL) ERROR("control words of slab.ts overlap");
if ((FRAME_BYTES / 4) * (FRAME_BYTES / 4) != AREA_NUMBER_MAX) ERROR("numbers of areas must fill two levels");
if (SECRET_PTR + SECRET_BYTES > STATS_PTR) ERROR("the secret reaches into the statistics");
if (SECRET_PTR % 16 != 0) ERROR("the secret is read in lanes of 16 bytes");
if (NURSERY_CONTROL - SLAB_CONTROL < 8 * LINE_BYTES) ERROR("slab.ts has too few words");
if (ENTRIES_A_LINE * ENTRY_BYTES > LINE_LINK_AT) ERROR("entries reach into the link");
if (HANDLES_A_LINE * 4 > TAGS_AT || TAGS_AT + HANDLES_A_LINE > LINE_LINK_AT)
  ERROR("handles, tags and link overlap");
if (AREA_LOWEST_AT + RANGE_HIGH_AT != AREA_HIGHEST_AT) ERROR("an area's first range must look like a range");
if (ORDER_CHARGED % 8 != 0) ERROR("the sum of charges must be aligned");
if (LINE_LINK_AT + 4 != LINE_BYTES) ERROR("the link must end the line");
if ((SLAB_HEADER_BYTES + SLAB_PAGE_COUNT * TAG_BYTES) % LINE_BYTES != 0)
  ERROR("blocks must keep frames on lines");
