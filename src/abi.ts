/**
 * abi.ts - numbers of the border. GENERATED from the compiled engine by `npm run abi`; do not edit.
 *
 * What they mean is said where they are declared: assembly/layout.ts.
 */
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
export const WINDOW_TABLE_AT = 65856;
export const ENCODER_TABLE_BYTES = 16384;
export const WINDOW_SCRATCH_AT = 82240;
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
export const STAT_STORED_PAGES = 192;
export const STAT_FILL_PAGES = 200;
export const STAT_DUPLICATE_PAGES = 208;
export const STAT_BODIES = 216;
export const STAT_YOUNG_PAGES = 224;
export const STAT_POOR_BODIES = 232;
export const STAT_RAW_BYTES = 240;
export const STAT_ENCODED_BYTES = 248;
export const STAT_COMPRESSED_BYTES = 256;
export const STAT_USED_BYTES = 264;
export const STAT_RESERVED_BYTES = 272;
export const STAT_METADATA_BYTES = 280;
export const STAT_SLAB_BYTES = 288;
export const STAT_AREAS = 296;
export const STAT_LIVE_BYTES = 304;
export const STAT_EPHEMERAL_PAGES = 312;
export const STAT_EPHEMERAL_BYTES = 320;
export const STAT_DENSE_BODIES = 328;
export const STAT_DICTIONARY_BYTES = 336;
export const STAT_PEAK_PAGES = 344;
export const STAT_PEAK_LIVE_BYTES = 352;
export const STAT_MOVED_RECORDS = 360;
export const STATS_BYTES = 368;
export const PARCEL_BYTES = 40;
export const PARCELS_ROOM = 65600;
export const EVICTED_KEY_BYTES = 16;
export const EVICTED_KEYS_MAX = 256;
export const EVICTED_FS_AT = 0;
export const EVICTED_INDEX_AT = 4;
export const EVICTED_INODE_AT = 8;
export const IMAGE_PAGE_BYTES = 32;
export const IMAGE_KEY_AT = 0;
export const IMAGE_AREA_AT = 8;
export const IMAGE_OFFSET_AT = 12;
export const IMAGE_RAW_AT = 16;
export const IMAGE_STORED_AT = 20;
export const IMAGE_CODEC_AT = 24;
export const IMAGE_SHARED_AT = 28;
export const IMAGE_FILL = 0;
export const IMAGE_RAW = 1;
export const IMAGE_LZ4 = 2;
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
} as const;
export const PageKind = {
  PLAIN: 0,
  FOUR: 1,
  EIGHT: 2,
  RGBA: 3,
} as const;

/** A hash of all of them, which modules carry in the custom section of this name. */
export const LAYOUT_SECTION = "spillway.layout";
export const LAYOUT_HASH = "d6bf75f184d04ecb";
