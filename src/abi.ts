/**
 * abi.ts - numbers of the border. GENERATED from the compiled engine by `npm run abi`; do not edit.
 *
 * What they mean is said where they are declared: assembly/ground/layout.ts.
 */
export const AREA_BYTES = 48;
export const AREA_NUMBER_MAX = 1048576;
export const BODY_BYTES = 20;
export const DIRECTORY_LOAD = 6;
export const DUPLICATE_LOAD = 11;
export const ENTRIES_A_LINE = 5;
export const FRAME_BYTES = 4096;
export const FRAME_HEADER_BYTES = 64;
export const HANDLES_A_LINE = 12;
export const INODE_LOAD = 6;
export const INODES_A_LINE = 7;
export const NODE_BYTES = 28;
export const PAGE_CHARGE_MAX = 160;
export const SLAB_HEADER_BYTES = 64;
export const SLAB_PAGE_COUNT = 16;
export const TAG_BYTES = 4;
export const VERSION_MAX = 127;
export const DICTIONARY_BYTES_MAX = 65888;
export const DICTIONARY_CONTENT_AT = 352;
export const DICTIONARY_CONTENT_MAX = 65536;
export const SPARE_BLOCKS = 2;
export const SPARE_PART = 24;
export const GHOST_BYTES = 8;
export const WASM_PAGE_BYTES = 65536;
export const PAGE_BYTES_MIN = 4096;
export const PAGE_BYTES_MAX = 65536;
export const MEMORY_WASM_PAGES_MAX = 65535;
export const LINE_BYTES = 64;
export const SLACK_BYTES = 64;
export const CONTROL_PTR = 4096;
export const STATS_PTR = 5120;
export const FAULT_PTR = 6144;
export const FAULT_BYTES = 64;
export const FAULT_LINE_AT = 0;
export const FAULT_COLUMN_AT = 4;
export const FAULT_FILE_AT = 8;
export const FAULT_FILE_BYTES_AT = 12;
export const FAULT_ENTERED_AT = 16;
export const CLIENTS_PTR = 6400;
export const CLIENTS_BYTES = 512;
export const WINDOW_PTR = 8192;
export const WINDOW_BYTES = 65536;
export const WINDOW_ROWS_AT = 65600;
export const ROW_COUNT_MAX = 16;
export const ROW_BYTES = 16;
export const ROW_OFFSET_AT = 0;
export const ROW_BYTES_AT = 4;
export const ROW_STATUS_AT = 8;
export const FIGURE_PAGES_AT = 0;
export const FIGURE_COUNTED_AT = 8;
export const FIGURE_PEAK_PAGES_AT = 16;
export const FIGURE_PEAK_COUNTED_AT = 24;
export const FIGURE_EVICTED_AT = 32;
export const FIGURE_EVICTED_BYTES_AT = 40;
export const FIGURE_PART_AT = 48;
export const FIGURE_AWAY_AT = 56;
export const FIGURES_BYTES = 64;
export const WINDOW_STATE_AT = 65856;
export const WINDOW_STATE_BYTES = 256;
export const WINDOW_TABLE_AT = 66112;
export const ENCODER_TABLE_BYTES = 16384;
export const WINDOW_SCRATCH_AT = 82496;
export const FLAG_DEDUPE = 1;
export const FLAG_VERIFY = 2;
export const FLAG_REFUSE_POOR = 4;
export const FLAG_COMPRESS = 8;
export const FLAG_ZEROIZE = 16;
export const FLAG_EVICT = 32;
export const STAT_STORES = 0;
export const STAT_SUCC_STORES = 8;
export const STAT_REFUSED_FULL = 16;
export const STAT_REFUSED_POOR = 24;
export const STAT_REFUSED_CLOSED = 32;
export const STAT_LOADS = 40;
export const STAT_MISSES = 48;
export const STAT_DAMAGED = 56;
export const STAT_SMALL = 64;
export const STAT_OVERWRITTEN = 72;
export const STAT_INVALIDATED = 80;
export const STAT_AREA_INVALIDATED = 88;
export const STAT_TAKEN = 96;
export const STAT_COLLISIONS = 104;
export const STAT_SQUEEZES = 112;
export const STAT_SQUEEZED_BYTES = 120;
export const STAT_MOVED_IN = 128;
export const STAT_MOVED_OUT = 136;
export const STAT_EVICTED = 144;
export const STAT_EVICTED_BYTES = 152;
export const STAT_REFUSED_CAPPED = 160;
export const STAT_RECOMPRESSED = 168;
export const STAT_RECOMPRESSED_BYTES = 176;
export const STAT_TRIED_BODIES = 184;
export const STAT_PACKED = 192;
export const STAT_SPILLED = 200;
export const STAT_PACK_CHANGED = 208;
export const STAT_PACK_ABORTED = 216;
export const STAT_AWAY_MOVED_IN = 224;
export const STAT_PROMOTED = 232;
export const STAT_AWAY_FREED = 240;
export const STAT_STORED_PAGES = 248;
export const STAT_FILL_PAGES = 256;
export const STAT_DUPLICATE_PAGES = 264;
export const STAT_BODIES = 272;
export const STAT_YOUNG_PAGES = 280;
export const STAT_POOR_BODIES = 288;
export const STAT_RAW_BYTES = 296;
export const STAT_ENCODED_BYTES = 304;
export const STAT_COMPRESSED_BYTES = 312;
export const STAT_USED_BYTES = 320;
export const STAT_RESERVED_BYTES = 328;
export const STAT_METADATA_BYTES = 336;
export const STAT_SLAB_BYTES = 344;
export const STAT_AREAS = 352;
export const STAT_LIVE_BYTES = 360;
export const STAT_EPHEMERAL_PAGES = 368;
export const STAT_EPHEMERAL_BYTES = 376;
export const STAT_DENSE_BODIES = 384;
export const STAT_DICTIONARY_BYTES = 392;
export const STAT_PEAK_PAGES = 400;
export const STAT_PEAK_LIVE_BYTES = 408;
export const STAT_MOVED_RECORDS = 416;
export const STAT_AWAY_BODIES = 424;
export const STAT_AWAY_BYTES = 432;
export const STAT_AWAY_SLOT_BYTES = 440;
export const STAT_FLYING_BODIES = 448;
export const STATS_BYTES = 456;
export const PARCEL_BYTES = 40;
export const PARCELS_ROOM = 65600;
export const SEGMENT_BYTES = 262080;
export const SEGMENT_PAGE_BYTES = 16384;
export const SEGMENT_PAGES = 16;
export const UNIT_BITS_MIN = 4;
export const UNIT_BITS_MAX = 6;
export const SLOT_FRONT_BYTES = 8;
export const SLOT_OVERHEAD_MAX = 24;
export const SPILL_ROW_BYTES = 32;
export const SPILL_HANDLE_AT = 0;
export const SPILL_KEY_AT = 4;
export const SPILL_SHAPE_AT = 12;
export const SPILL_STORED_AT = 16;
export const SPILL_AT_AT = 20;
export const SPILL_AREA_AT = 24;
export const SPILL_OFFSET_AT = 28;
export const SPILL_PACK_MAX = 512;
export const SPILL_ROWS_MAX = 2048;
export const SPILL_VICTIMS_MAX = 64;
export const AWAY_LOCATION_AT = 0;
export const AWAY_STORED_AT = 4;
export const AWAY_RAW_AT = 8;
export const AWAY_KEY_AT = 12;
export const AWAY_SHAPE_AT = 20;
export const READ_LOCATION_AT = 0;
export const READ_KEY_AT = 4;
export const READ_CRAMPED_AT = 0;
export const EVICTED_KEY_BYTES = 16;
export const EVICTED_KEYS_MAX = 256;
export const EVICTED_FS_AT = 0;
export const EVICTED_INDEX_AT = 4;
export const EVICTED_INODE_AT = 8;
export const IMAGE_PAGE_BYTES = 32;
export const IMAGE_KEY_AT = 0;
export const IMAGE_SAME_AREA_AT = 0;
export const IMAGE_SAME_OFFSET_AT = 4;
export const IMAGE_AREA_AT = 8;
export const IMAGE_OFFSET_AT = 12;
export const IMAGE_RAW_AT = 16;
export const IMAGE_STORED_AT = 20;
export const IMAGE_CODEC_AT = 24;
export const IMAGE_SHARED_AT = 28;
export const IMAGE_FILL = 0;
export const IMAGE_RAW = 1;
export const IMAGE_LZ4 = 2;
export const IMAGE_AWAY = 14;
export const IMAGE_SAME = 15;
export const Status = {
  STORED: 1,
  MISS: 0,
  FULL: -1,
  POOR: -2,
  CLOSED: -3,
  DAMAGED: -4,
  SMALL: -5,
  CAPPED: -6,
  FROZEN: -7,
  LENGTH: -8,
  OFF: -9,
  SHADOW: -10,
  AWAY: -11,
  LOST: -12,
  LATER: -13,
} as const;
export const PageKind = {
  PLAIN: 0,
  FOUR: 1,
  EIGHT: 2,
  RGBA: 3,
} as const;
export const Cramped = {
  NOT: 0,
  FULL: 1,
  CAPPED: 2,
} as const;

/** A hash of all of them, which modules carry in the custom section of this name. */
export const LAYOUT_SECTION = "spillway.layout";
export const LAYOUT_HASH = "079341072527fc3f";
