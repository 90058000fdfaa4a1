(module
 (type $0 (func (param i32) (result i32)))
 (type $1 (func (param i32 i32) (result i32)))
 (type $2 (func (result i32)))
 (type $3 (func (param i32)))
 (type $4 (func (param i32 i32 i32 i32) (result i32)))
 (type $5 (func (param i32 i32)))
 (type $6 (func (param i32 i32 i32) (result i32)))
 (type $7 (func (param i32 i32 i32 i32 i32) (result i32)))
 (type $8 (func (param i32 i32 i32 i32)))
 (type $9 (func (param i32 i64) (result i32)))
 (type $10 (func (param i32 i32 i32)))
 (type $11 (func))
 (type $12 (func (param i32 i32 i32 i32 i32 i32) (result i32)))
 (type $13 (func (param i32 i32 i32 i32 i32)))
 (type $14 (func (param i64 i32) (result i32)))
 (type $15 (func (param i32 i32 i32) (result i64)))
 (type $16 (func (param i64 i32 i32 i32) (result i32)))
 (type $17 (func (param i32 i32 i64 i32 i32 i32 i32 i32 i32 i32) (result i32)))
 (type $18 (func (param i32) (result i64)))
 (type $19 (func (param i32 i32) (result i64)))
 (type $20 (func (param i32 i32 i32 i32 i32 i32) (result i64)))
 (type $21 (func (param i64 i32 i32 i32 i32 i32) (result i32)))
 (type $22 (func (param i64 i32 i32 i32 i32 i32 i32) (result i32)))
 (type $23 (func (param i64 i32 i32) (result i32)))
 (type $24 (func (param i64 i32 i32 i32) (result i64)))
 (type $25 (func (param i32 i32 i32 i32 i32 i32 i32 i32) (result i64)))
 (type $26 (func (param i32 i32 i32 i64) (result i32)))
 (type $27 (func (param i32 i32 i32 i32 i32 i32)))
 (type $28 (func (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
 (global $assembly/layout/WASM_PAGE_BYTES i32 (i32.const 65536))
 (global $assembly/layout/PAGE_BYTES_MIN i32 (i32.const 4096))
 (global $assembly/layout/PAGE_BYTES_MAX i32 (i32.const 65536))
 (global $assembly/layout/MEMORY_WASM_PAGES_MAX i32 (i32.const 65535))
 (global $assembly/layout/LINE_BYTES i32 (i32.const 64))
 (global $assembly/layout/SLACK_BYTES i32 (i32.const 64))
 (global $assembly/layout/CONTROL_PTR i32 (i32.const 4096))
 (global $assembly/layout/STATS_PTR i32 (i32.const 5120))
 (global $assembly/layout/FAULT_PTR i32 (i32.const 6144))
 (global $assembly/layout/FAULT_BYTES i32 (i32.const 64))
 (global $assembly/layout/CLIENTS_PTR i32 (i32.const 6400))
 (global $assembly/layout/CLIENTS_BYTES i32 (i32.const 512))
 (global $assembly/layout/WINDOW_PTR i32 (i32.const 8192))
 (global $assembly/layout/WINDOW_BYTES i32 (i32.const 65536))
 (global $assembly/layout/WINDOW_ROWS_AT i32 (i32.const 65600))
 (global $assembly/layout/ROW_COUNT_MAX i32 (i32.const 16))
 (global $assembly/layout/ROW_BYTES i32 (i32.const 16))
 (global $assembly/layout/ROW_OFFSET_AT i32 (i32.const 0))
 (global $assembly/layout/ROW_BYTES_AT i32 (i32.const 4))
 (global $assembly/layout/ROW_STATUS_AT i32 (i32.const 8))
 (global $assembly/layout/WINDOW_TABLE_AT i32 (i32.const 65856))
 (global $assembly/layout/ENCODER_TABLE_BYTES i32 (i32.const 16384))
 (global $assembly/layout/WINDOW_SCRATCH_AT i32 (i32.const 82240))
 (global $assembly/layout/Status.STORED i32 (i32.const 1))
 (global $assembly/layout/Status.MISS i32 (i32.const 0))
 (global $assembly/layout/Status.FULL i32 (i32.const -1))
 (global $assembly/layout/Status.POOR i32 (i32.const -2))
 (global $assembly/layout/Status.CLOSED i32 (i32.const -3))
 (global $assembly/layout/Status.DAMAGED i32 (i32.const -4))
 (global $assembly/layout/Status.SMALL i32 (i32.const -5))
 (global $assembly/layout/Status.CAPPED i32 (i32.const -6))
 (global $assembly/layout/Status.FROZEN i32 (i32.const -7))
 (global $assembly/layout/PageKind.PLAIN i32 (i32.const 0))
 (global $assembly/layout/PageKind.FOUR i32 (i32.const 1))
 (global $assembly/layout/PageKind.EIGHT i32 (i32.const 2))
 (global $assembly/layout/PageKind.RGBA i32 (i32.const 3))
 (global $assembly/layout/FLAG_DEDUPE i32 (i32.const 1))
 (global $assembly/layout/FLAG_VERIFY i32 (i32.const 2))
 (global $assembly/layout/FLAG_REFUSE_POOR i32 (i32.const 4))
 (global $assembly/layout/FLAG_COMPRESS i32 (i32.const 8))
 (global $assembly/layout/FLAG_ZEROIZE i32 (i32.const 16))
 (global $assembly/layout/FLAG_EVICT i32 (i32.const 32))
 (global $assembly/layout/STAT_STORES i32 (i32.const 0))
 (global $assembly/layout/STAT_SUCC_STORES i32 (i32.const 8))
 (global $assembly/layout/STAT_REFUSED_FULL i32 (i32.const 16))
 (global $assembly/layout/STAT_REFUSED_POOR i32 (i32.const 24))
 (global $assembly/layout/STAT_REFUSED_CLOSED i32 (i32.const 32))
 (global $assembly/layout/STAT_LOADS i32 (i32.const 40))
 (global $assembly/layout/STAT_MISSES i32 (i32.const 48))
 (global $assembly/layout/STAT_DAMAGED i32 (i32.const 56))
 (global $assembly/layout/STAT_SMALL i32 (i32.const 64))
 (global $assembly/layout/STAT_OVERWRITTEN i32 (i32.const 72))
 (global $assembly/layout/STAT_INVALIDATED i32 (i32.const 80))
 (global $assembly/layout/STAT_AREA_INVALIDATED i32 (i32.const 88))
 (global $assembly/layout/STAT_TAKEN i32 (i32.const 96))
 (global $assembly/layout/STAT_COLLISIONS i32 (i32.const 104))
 (global $assembly/layout/STAT_SQUEEZES i32 (i32.const 112))
 (global $assembly/layout/STAT_SQUEEZED_BYTES i32 (i32.const 120))
 (global $assembly/layout/STAT_MOVED_IN i32 (i32.const 128))
 (global $assembly/layout/STAT_MOVED_OUT i32 (i32.const 136))
 (global $assembly/layout/STAT_EVICTED i32 (i32.const 144))
 (global $assembly/layout/STAT_EVICTED_BYTES i32 (i32.const 152))
 (global $assembly/layout/STAT_REFUSED_CAPPED i32 (i32.const 160))
 (global $assembly/layout/STAT_RECOMPRESSED i32 (i32.const 168))
 (global $assembly/layout/STAT_RECOMPRESSED_BYTES i32 (i32.const 176))
 (global $assembly/layout/STAT_TRIED_BODIES i32 (i32.const 184))
 (global $assembly/layout/STAT_STORED_PAGES i32 (i32.const 192))
 (global $assembly/layout/STAT_FILL_PAGES i32 (i32.const 200))
 (global $assembly/layout/STAT_DUPLICATE_PAGES i32 (i32.const 208))
 (global $assembly/layout/STAT_BODIES i32 (i32.const 216))
 (global $assembly/layout/STAT_YOUNG_PAGES i32 (i32.const 224))
 (global $assembly/layout/STAT_POOR_BODIES i32 (i32.const 232))
 (global $assembly/layout/STAT_RAW_BYTES i32 (i32.const 240))
 (global $assembly/layout/STAT_ENCODED_BYTES i32 (i32.const 248))
 (global $assembly/layout/STAT_COMPRESSED_BYTES i32 (i32.const 256))
 (global $assembly/layout/STAT_USED_BYTES i32 (i32.const 264))
 (global $assembly/layout/STAT_RESERVED_BYTES i32 (i32.const 272))
 (global $assembly/layout/STAT_METADATA_BYTES i32 (i32.const 280))
 (global $assembly/layout/STAT_SLAB_BYTES i32 (i32.const 288))
 (global $assembly/layout/STAT_AREAS i32 (i32.const 296))
 (global $assembly/layout/STAT_LIVE_BYTES i32 (i32.const 304))
 (global $assembly/layout/STAT_EPHEMERAL_PAGES i32 (i32.const 312))
 (global $assembly/layout/STAT_EPHEMERAL_BYTES i32 (i32.const 320))
 (global $assembly/layout/STAT_DENSE_BODIES i32 (i32.const 328))
 (global $assembly/layout/STAT_DICTIONARY_BYTES i32 (i32.const 336))
 (global $assembly/layout/STAT_PEAK_PAGES i32 (i32.const 344))
 (global $assembly/layout/STAT_PEAK_LIVE_BYTES i32 (i32.const 352))
 (global $assembly/layout/STATS_BYTES i32 (i32.const 360))
 (global $assembly/layout/PARCEL_BYTES i32 (i32.const 40))
 (global $assembly/layout/PARCELS_ROOM i32 (i32.const 65600))
 (global $assembly/layout/IMAGE_PAGE_BYTES i32 (i32.const 32))
 (global $assembly/layout/IMAGE_KEY_AT i32 (i32.const 0))
 (global $assembly/layout/IMAGE_AREA_AT i32 (i32.const 8))
 (global $assembly/layout/IMAGE_OFFSET_AT i32 (i32.const 12))
 (global $assembly/layout/IMAGE_RAW_AT i32 (i32.const 16))
 (global $assembly/layout/IMAGE_STORED_AT i32 (i32.const 20))
 (global $assembly/layout/IMAGE_CODEC_AT i32 (i32.const 24))
 (global $assembly/layout/IMAGE_SHARED_AT i32 (i32.const 28))
 (global $assembly/layout/IMAGE_FILL i32 (i32.const 0))
 (global $assembly/layout/IMAGE_RAW i32 (i32.const 1))
 (global $assembly/layout/IMAGE_LZ4 i32 (i32.const 2))
 (global $assembly/layout/IMAGE_SAME i32 (i32.const 15))
 (memory $0 4 65535)
 (data $0 (i32.const 1025) "\01\02\03\04\05\06\07\08\t\n\0e\12\1a*j")
 (data $1 (i32.const 1050) "\02\02\03\04\06\10")
 (data $2 (i32.const 1089) "\01\00\01\00\01\00\01\00\01\00\01\00\01\00\01\00\01\02\00\01\02\00\01\02\00\01\02\00\01\02\00\00\01\02\03\00\01\02\03\00\01\02\03\00\01\02\03\00\01\02\03\04\00\01\02\03\04\00\01\02\03\04\00\00\01\02\03\04\05\00\01\02\03\04\05\00\01\02\03\00\01\02\03\04\05\06\00\01\02\03\04\05\06\00\01\00\01\02\03\04\05\06\07\00\01\02\03\04\05\06\07\00\01\02\03\04\05\06\07\08\00\01\02\03\04\05\06\00\01\02\03\04\05\06\07\08\t\00\01\02\03\04\05\00\01\02\03\04\05\06\07\08\t\n\00\01\02\03\04\00\01\02\03\04\05\06\07\08\t\n\0b\00\01\02\03\00\01\02\03\04\05\06\07\08\t\n\0b\0c\00\01\02\00\01\02\03\04\05\06\07\08\t\n\0b\0c\r\00\01\00\01\02\03\04\05\06\07\08\t\n\0b\0c\r\0e\00\00\01\02\03\04\05\06\07\08\t\n\0b\0c\r\0e\0f")
 (data $3 (i32.const 1329) "\10\10\0f\10\0f\0c\0e\10\t\n\0b\0c\r\0e\0f\10")
 (data $4 (i32.const 1393) "\01\00\01\00\01\00\01\00\01\00\01\00\01\00\01\00\01\02\00\01\02\00\01\02\00\01\02\00\01\02\00\00\01\02\03\00\01\02\03\00\01\02\03\00\01\02\03\00\01\02\03\04\00\01\02\03\04\00\01\02\03\04\00\00\01\02\03\04\05\00\01\02\03\04\05\00\01\02\03\00\01\02\03\04\05\06\00\01\02\03\04\05\06\00\01\00\01\02\03\04\05\06\07\00\01\02\03\04\05\06\07\00\01\02\03\04\05\06\07\08\00\01\02\03\04\05\06\00\01\02\03\04\05\06\07\08\t\00\01\02\03\04\05\00\01\02\03\04\05\06\07\08\t\n\00\01\02\03\04\00\01\02\03\04\05\06\07\08\t\n\0b\00\01\02\03\00\01\02\03\04\05\06\07\08\t\n\0b\0c\00\01\02\00\01\02\03\04\05\06\07\08\t\n\0b\0c\r\00\01\00\01\02\03\04\05\06\07\08\t\n\0b\0c\r\0e")
 (data $5 (i32.const 1617) "\10\10\0f\10\0f\0c\0e\10\t\n\0b\0c\r\0e\0f")
 (data $6 (i32.const 1644) "<")
 (data $6.1 (i32.const 1656) "\02\00\00\00$\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00e\00n\00g\00i\00n\00e\00.\00t\00s")
 (data $7 (i32.const 1708) "<")
 (data $7.1 (i32.const 1720) "\02\00\00\00$\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00f\00r\00a\00m\00e\00s\00.\00t\00s")
 (data $8 (i32.const 1772) "<")
 (data $8.1 (i32.const 1784) "\02\00\00\00$\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00b\00o\00d\00i\00e\00s\00.\00t\00s")
 (data $9 (i32.const 1836) "<")
 (data $9.1 (i32.const 1848) "\02\00\00\00&\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00c\00l\00i\00e\00n\00t\00s\00.\00t\00s")
 (data $10 (i32.const 1900) "<")
 (data $10.1 (i32.const 1912) "\02\00\00\00 \00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00s\00l\00a\00b\00.\00t\00s")
 (data $11 (i32.const 1964) "<")
 (data $11.1 (i32.const 1976) "\02\00\00\00\"\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00m\00o\00v\00e\00r\00.\00t\00s")
 (data $12 (i32.const 2028) "<")
 (data $12.1 (i32.const 2040) "\02\00\00\00&\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00n\00u\00r\00s\00e\00r\00y\00.\00t\00s")
 (data $13 (i32.const 2092) "<")
 (data $13.1 (i32.const 2104) "\02\00\00\00\"\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00o\00r\00d\00e\00r\00.\00t\00s")
 (data $14 (i32.const 2156) "<")
 (data $14.1 (i32.const 2168) "\02\00\00\00\"\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00a\00r\00e\00a\00s\00.\00t\00s")
 (data $15 (i32.const 2220) "L")
 (data $15.1 (i32.const 2232) "\02\00\00\000\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00d\00i\00c\00t\00i\00o\00n\00a\00r\00i\00e\00s\00.\00t\00s")
 (data $16 (i32.const 2300) "<")
 (data $16.1 (i32.const 2312) "\02\00\00\00$\00\00\00a\00s\00s\00e\00m\00b\00l\00y\00/\00i\00n\00o\00d\00e\00s\00.\00t\00s")
 (export "init" (func $assembly/index/init))
 (export "set_flags" (func $assembly/index/set_flags))
 (export "set_limits" (func $assembly/index/set_limits))
 (export "set_nursery" (func $assembly/index/set_nursery))
 (export "settle" (func $assembly/index/settle))
 (export "is_full" (func $assembly/index/is_full))
 (export "live_bytes" (func $assembly/index/live_bytes))
 (export "open_client" (func $assembly/index/open_client))
 (export "set_client" (func $assembly/index/set_client))
 (export "close_client" (func $assembly/index/close_client))
 (export "client_stats" (func $assembly/index/client_stats))
 (export "reset_client_peaks" (func $assembly/index/reset_client_peaks))
 (export "evict" (func $assembly/index/evict))
 (export "evict_of" (func $assembly/index/evict_of))
 (export "open_area" (func $assembly/index/open_area))
 (export "store_page" (func $assembly/index/store_page))
 (export "load_page" (func $assembly/index/load_page))
 (export "put_page" (func $assembly/index/put_page))
 (export "get_page" (func $assembly/index/get_page))
 (export "invalidate_inode_page" (func $assembly/index/invalidate_inode_page))
 (export "supersede_inode_page" (func $assembly/index/supersede_inode_page))
 (export "invalidate_inode" (func $assembly/index/invalidate_inode))
 (export "store_many" (func $assembly/index/store_many))
 (export "load_many" (func $assembly/index/load_many))
 (export "page_length" (func $assembly/index/page_length))
 (export "invalidate_page" (func $assembly/index/invalidate_page))
 (export "supersede_page" (func $assembly/index/supersede_page))
 (export "invalidate_area" (func $assembly/index/invalidate_area))
 (export "curr_pages" (func $assembly/index/curr_pages))
 (export "find_page" (func $assembly/index/find_page))
 (export "hash_page" (func $assembly/index/hash_page))
 (export "measure_page" (func $assembly/index/measure_page))
 (export "kept_bytes" (func $assembly/index/kept_bytes))
 (export "kept_inode_bytes" (func $assembly/index/kept_inode_bytes))
 (export "used_bytes" (func $assembly/index/used_bytes))
 (export "compact" (func $assembly/index/compact))
 (export "trim" (func $assembly/index/trim))
 (export "parcels_bucket" (func $assembly/index/parcels_bucket))
 (export "parcels_pack" (func $assembly/index/parcels_pack))
 (export "parcels_unpack" (func $assembly/index/parcels_unpack))
 (export "parcels_drop" (func $assembly/index/parcels_drop))
 (export "reset_peaks" (func $assembly/index/reset_peaks))
 (export "image_buckets" (func $assembly/index/image_buckets))
 (export "image_pack" (func $assembly/index/image_pack))
 (export "image_page" (func $assembly/index/image_page))
 (export "image_unpack" (func $assembly/index/image_unpack))
 (export "image_check" (func $assembly/index/image_check))
 (export "dictionary_add" (func $assembly/index/dictionary_add))
 (export "dictionary_copy" (func $assembly/index/dictionary_copy))
 (export "dictionary_next" (func $assembly/index/dictionary_next))
 (export "dictionary_forget" (func $assembly/index/dictionary_forget))
 (export "rested_mark" (func $assembly/index/rested_mark))
 (export "rested_next" (func $assembly/index/rested_next))
 (export "rested_keep" (func $assembly/index/rested_keep))
 (export "workshop_wasm_pages" (func $assembly/index/workshop_wasm_pages))
 (export "workshop_open" (func $assembly/index/workshop_open))
 (export "workshop_sample" (func $assembly/index/workshop_sample))
 (export "workshop_train" (func $assembly/index/workshop_train))
 (export "workshop_step" (func $assembly/index/workshop_step))
 (export "workshop_use" (func $assembly/index/workshop_use))
 (export "workshop_encode" (func $assembly/index/workshop_encode))
 (export "stats_refresh" (func $assembly/index/stats_refresh))
 (export "self_check" (func $assembly/index/self_check))
 (export "WASM_PAGE_BYTES" (global $assembly/layout/WASM_PAGE_BYTES))
 (export "PAGE_BYTES_MIN" (global $assembly/layout/PAGE_BYTES_MIN))
 (export "PAGE_BYTES_MAX" (global $assembly/layout/PAGE_BYTES_MAX))
 (export "MEMORY_WASM_PAGES_MAX" (global $assembly/layout/MEMORY_WASM_PAGES_MAX))
 (export "LINE_BYTES" (global $assembly/layout/LINE_BYTES))
 (export "SLACK_BYTES" (global $assembly/layout/SLACK_BYTES))
 (export "CONTROL_PTR" (global $assembly/layout/CONTROL_PTR))
 (export "STATS_PTR" (global $assembly/layout/STATS_PTR))
 (export "FAULT_PTR" (global $assembly/layout/FAULT_PTR))
 (export "FAULT_BYTES" (global $assembly/layout/FAULT_BYTES))
 (export "CLIENTS_PTR" (global $assembly/layout/CLIENTS_PTR))
 (export "CLIENTS_BYTES" (global $assembly/layout/CLIENTS_BYTES))
 (export "WINDOW_PTR" (global $assembly/layout/WINDOW_PTR))
 (export "WINDOW_BYTES" (global $assembly/layout/WINDOW_BYTES))
 (export "WINDOW_ROWS_AT" (global $assembly/layout/WINDOW_ROWS_AT))
 (export "ROW_COUNT_MAX" (global $assembly/layout/ROW_COUNT_MAX))
 (export "ROW_BYTES" (global $assembly/layout/ROW_BYTES))
 (export "ROW_OFFSET_AT" (global $assembly/layout/ROW_OFFSET_AT))
 (export "ROW_BYTES_AT" (global $assembly/layout/ROW_BYTES_AT))
 (export "ROW_STATUS_AT" (global $assembly/layout/ROW_STATUS_AT))
 (export "WINDOW_TABLE_AT" (global $assembly/layout/WINDOW_TABLE_AT))
 (export "ENCODER_TABLE_BYTES" (global $assembly/layout/ENCODER_TABLE_BYTES))
 (export "WINDOW_SCRATCH_AT" (global $assembly/layout/WINDOW_SCRATCH_AT))
 (export "Status.STORED" (global $assembly/layout/Status.STORED))
 (export "Status.MISS" (global $assembly/layout/Status.MISS))
 (export "Status.FULL" (global $assembly/layout/Status.FULL))
 (export "Status.POOR" (global $assembly/layout/Status.POOR))
 (export "Status.CLOSED" (global $assembly/layout/Status.CLOSED))
 (export "Status.DAMAGED" (global $assembly/layout/Status.DAMAGED))
 (export "Status.SMALL" (global $assembly/layout/Status.SMALL))
 (export "Status.CAPPED" (global $assembly/layout/Status.CAPPED))
 (export "Status.FROZEN" (global $assembly/layout/Status.FROZEN))
 (export "PageKind.PLAIN" (global $assembly/layout/PageKind.PLAIN))
 (export "PageKind.FOUR" (global $assembly/layout/PageKind.FOUR))
 (export "PageKind.EIGHT" (global $assembly/layout/PageKind.EIGHT))
 (export "PageKind.RGBA" (global $assembly/layout/PageKind.RGBA))
 (export "FLAG_DEDUPE" (global $assembly/layout/FLAG_DEDUPE))
 (export "FLAG_VERIFY" (global $assembly/layout/FLAG_VERIFY))
 (export "FLAG_REFUSE_POOR" (global $assembly/layout/FLAG_REFUSE_POOR))
 (export "FLAG_COMPRESS" (global $assembly/layout/FLAG_COMPRESS))
 (export "FLAG_ZEROIZE" (global $assembly/layout/FLAG_ZEROIZE))
 (export "FLAG_EVICT" (global $assembly/layout/FLAG_EVICT))
 (export "STAT_STORES" (global $assembly/layout/STAT_STORES))
 (export "STAT_SUCC_STORES" (global $assembly/layout/STAT_SUCC_STORES))
 (export "STAT_REFUSED_FULL" (global $assembly/layout/STAT_REFUSED_FULL))
 (export "STAT_REFUSED_POOR" (global $assembly/layout/STAT_REFUSED_POOR))
 (export "STAT_REFUSED_CLOSED" (global $assembly/layout/STAT_REFUSED_CLOSED))
 (export "STAT_LOADS" (global $assembly/layout/STAT_LOADS))
 (export "STAT_MISSES" (global $assembly/layout/STAT_MISSES))
 (export "STAT_DAMAGED" (global $assembly/layout/STAT_DAMAGED))
 (export "STAT_SMALL" (global $assembly/layout/STAT_SMALL))
 (export "STAT_OVERWRITTEN" (global $assembly/layout/STAT_OVERWRITTEN))
 (export "STAT_INVALIDATED" (global $assembly/layout/STAT_INVALIDATED))
 (export "STAT_AREA_INVALIDATED" (global $assembly/layout/STAT_AREA_INVALIDATED))
 (export "STAT_TAKEN" (global $assembly/layout/STAT_TAKEN))
 (export "STAT_COLLISIONS" (global $assembly/layout/STAT_COLLISIONS))
 (export "STAT_SQUEEZES" (global $assembly/layout/STAT_SQUEEZES))
 (export "STAT_SQUEEZED_BYTES" (global $assembly/layout/STAT_SQUEEZED_BYTES))
 (export "STAT_MOVED_IN" (global $assembly/layout/STAT_MOVED_IN))
 (export "STAT_MOVED_OUT" (global $assembly/layout/STAT_MOVED_OUT))
 (export "STAT_EVICTED" (global $assembly/layout/STAT_EVICTED))
 (export "STAT_EVICTED_BYTES" (global $assembly/layout/STAT_EVICTED_BYTES))
 (export "STAT_REFUSED_CAPPED" (global $assembly/layout/STAT_REFUSED_CAPPED))
 (export "STAT_RECOMPRESSED" (global $assembly/layout/STAT_RECOMPRESSED))
 (export "STAT_RECOMPRESSED_BYTES" (global $assembly/layout/STAT_RECOMPRESSED_BYTES))
 (export "STAT_TRIED_BODIES" (global $assembly/layout/STAT_TRIED_BODIES))
 (export "STAT_STORED_PAGES" (global $assembly/layout/STAT_STORED_PAGES))
 (export "STAT_FILL_PAGES" (global $assembly/layout/STAT_FILL_PAGES))
 (export "STAT_DUPLICATE_PAGES" (global $assembly/layout/STAT_DUPLICATE_PAGES))
 (export "STAT_BODIES" (global $assembly/layout/STAT_BODIES))
 (export "STAT_YOUNG_PAGES" (global $assembly/layout/STAT_YOUNG_PAGES))
 (export "STAT_POOR_BODIES" (global $assembly/layout/STAT_POOR_BODIES))
 (export "STAT_RAW_BYTES" (global $assembly/layout/STAT_RAW_BYTES))
 (export "STAT_ENCODED_BYTES" (global $assembly/layout/STAT_ENCODED_BYTES))
 (export "STAT_COMPRESSED_BYTES" (global $assembly/layout/STAT_COMPRESSED_BYTES))
 (export "STAT_USED_BYTES" (global $assembly/layout/STAT_USED_BYTES))
 (export "STAT_RESERVED_BYTES" (global $assembly/layout/STAT_RESERVED_BYTES))
 (export "STAT_METADATA_BYTES" (global $assembly/layout/STAT_METADATA_BYTES))
 (export "STAT_SLAB_BYTES" (global $assembly/layout/STAT_SLAB_BYTES))
 (export "STAT_AREAS" (global $assembly/layout/STAT_AREAS))
 (export "STAT_LIVE_BYTES" (global $assembly/layout/STAT_LIVE_BYTES))
 (export "STAT_EPHEMERAL_PAGES" (global $assembly/layout/STAT_EPHEMERAL_PAGES))
 (export "STAT_EPHEMERAL_BYTES" (global $assembly/layout/STAT_EPHEMERAL_BYTES))
 (export "STAT_DENSE_BODIES" (global $assembly/layout/STAT_DENSE_BODIES))
 (export "STAT_DICTIONARY_BYTES" (global $assembly/layout/STAT_DICTIONARY_BYTES))
 (export "STAT_PEAK_PAGES" (global $assembly/layout/STAT_PEAK_PAGES))
 (export "STAT_PEAK_LIVE_BYTES" (global $assembly/layout/STAT_PEAK_LIVE_BYTES))
 (export "STATS_BYTES" (global $assembly/layout/STATS_BYTES))
 (export "PARCEL_BYTES" (global $assembly/layout/PARCEL_BYTES))
 (export "PARCELS_ROOM" (global $assembly/layout/PARCELS_ROOM))
 (export "IMAGE_PAGE_BYTES" (global $assembly/layout/IMAGE_PAGE_BYTES))
 (export "IMAGE_KEY_AT" (global $assembly/layout/IMAGE_KEY_AT))
 (export "IMAGE_AREA_AT" (global $assembly/layout/IMAGE_AREA_AT))
 (export "IMAGE_OFFSET_AT" (global $assembly/layout/IMAGE_OFFSET_AT))
 (export "IMAGE_RAW_AT" (global $assembly/layout/IMAGE_RAW_AT))
 (export "IMAGE_STORED_AT" (global $assembly/layout/IMAGE_STORED_AT))
 (export "IMAGE_CODEC_AT" (global $assembly/layout/IMAGE_CODEC_AT))
 (export "IMAGE_SHARED_AT" (global $assembly/layout/IMAGE_SHARED_AT))
 (export "IMAGE_FILL" (global $assembly/layout/IMAGE_FILL))
 (export "IMAGE_RAW" (global $assembly/layout/IMAGE_RAW))
 (export "IMAGE_LZ4" (global $assembly/layout/IMAGE_LZ4))
 (export "IMAGE_SAME" (global $assembly/layout/IMAGE_SAME))
 (export "memory" (memory $0))
 (func $assembly/directory/directoryFind (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i64)
  i32.const 4272
  i32.load
  i32.const -1
  i32.const 4280
  i32.load
  local.tee $4
  i32.const 1
  i32.sub
  i32.clz
  i32.shr_u
  local.tee $3
  i32.const 4928
  i64.load
  local.get $1
  i64.extend_i32_u
  local.get $0
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  local.tee $5
  i64.const 4
  i64.shr_u
  i64.xor
  i64.const -6939452855193903323
  i64.mul
  local.tee $6
  local.get $6
  i64.const 32
  i64.shr_u
  i64.xor
  i64.const -6939452855193903323
  i64.mul
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  local.get $5
  i32.wrap_i64
  i32.const 15
  i32.and
  i32.xor
  i32.and
  local.tee $2
  local.get $2
  local.get $3
  i32.const 1
  i32.shr_u
  i32.and
  local.get $2
  local.get $4
  i32.lt_u
  select
  local.tee $2
  i32.const 16
  i32.shr_u
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $2
  i32.const 6
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $2
  i32.const 63
  i32.and
  i32.const 6
  i32.shl
  i32.add
  local.set $2
  loop $while-continue|0
   local.get $2
   if
    local.get $2
    i32.const 60
    i32.add
    local.set $4
    local.get $2
    local.set $3
    loop $for-loop|1
     local.get $3
     local.get $4
     i32.lt_u
     if
      local.get $3
      i32.load
      local.get $1
      i32.eq
      if (result i32)
       local.get $0
       local.get $3
       i32.load offset=4
       i32.eq
      else
       i32.const 0
      end
      if
       local.get $3
       return
      end
      local.get $3
      i32.const 12
      i32.add
      local.set $3
      br $for-loop|1
     end
    end
    local.get $2
    i32.load offset=60
    local.set $2
    br $while-continue|0
   end
  end
  i32.const 0
 )
 (func $assembly/hash/pageHash (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i32)
  (local $4 i64)
  (local $5 v128)
  (local $6 v128)
  (local $7 v128)
  (local $8 v128)
  (local $9 v128)
  (local $10 i32)
  (local $11 v128)
  (local $12 v128)
  (local $13 v128)
  (local $14 v128)
  local.get $1
  i32.const 63
  i32.add
  i32.const -64
  i32.and
  local.get $1
  i32.sub
  local.tee $3
  if
   local.get $0
   local.get $1
   i32.add
   i32.const 0
   local.get $3
   memory.fill
  end
  v128.const i32x4 0x85ebca87 0x9e3779b1 0x27d4eb4f 0xc2b2ae3d
  local.set $14
  v128.const i32x4 0x9e3779f9 0x165667b1 0xc2b2ae63 0x85ebca77
  local.set $13
  v128.const i32x4 0x27d4eb4f 0xc2b2ae3d 0xc2b2ae63 0x85ebca77
  local.set $12
  v128.const i32x4 0x9e3779f9 0x165667b1 0x85ebca87 0x9e3779b1
  local.set $11
  local.get $0
  local.get $1
  i32.add
  local.set $10
  i32.const 4928
  local.set $3
  loop $while-continue|0
   local.get $0
   local.get $10
   i32.lt_u
   if
    local.get $0
    v128.load
    local.tee $9
    local.get $3
    v128.load
    v128.xor
    local.tee $8
    local.get $0
    v128.load offset=16
    local.tee $7
    local.get $3
    v128.load offset=16
    v128.xor
    local.tee $5
    i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27
    local.set $6
    local.get $14
    local.get $7
    i64x2.add
    local.get $6
    local.get $8
    local.get $5
    i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31
    local.tee $5
    i64x2.extmul_low_i32x4_u
    i64x2.add
    local.set $14
    local.get $13
    local.get $9
    i64x2.add
    local.get $6
    local.get $5
    i64x2.extmul_high_i32x4_u
    i64x2.add
    local.set $13
    local.get $0
    v128.load offset=32
    local.tee $9
    local.get $3
    v128.load offset=32
    v128.xor
    local.tee $8
    local.get $0
    v128.load offset=48
    local.tee $7
    local.get $3
    v128.load offset=48
    v128.xor
    local.tee $5
    i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27
    local.set $6
    local.get $12
    local.get $7
    i64x2.add
    local.get $6
    local.get $8
    local.get $5
    i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31
    local.tee $5
    i64x2.extmul_low_i32x4_u
    i64x2.add
    local.set $12
    local.get $11
    local.get $9
    i64x2.add
    local.get $6
    local.get $5
    i64x2.extmul_high_i32x4_u
    i64x2.add
    local.set $11
    local.get $0
    i32.const -64
    i32.sub
    local.set $0
    local.get $3
    i32.const 8
    i32.add
    local.tee $3
    i32.const 5056
    i32.eq
    if
     local.get $14
     local.get $14
     i32.const 47
     i64x2.shr_u
     v128.xor
     local.get $3
     v128.load
     v128.xor
     local.tee $5
     local.get $5
     i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11
     v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1
     i64x2.extmul_low_i32x4_u
     local.get $5
     local.get $5
     i8x16.shuffle 4 5 6 7 12 13 14 15 4 5 6 7 12 13 14 15
     v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1
     i64x2.extmul_low_i32x4_u
     i32.const 32
     i64x2.shl
     i64x2.add
     local.set $14
     local.get $13
     local.get $13
     i32.const 47
     i64x2.shr_u
     v128.xor
     local.get $3
     v128.load offset=16
     v128.xor
     local.tee $5
     local.get $5
     i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11
     v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1
     i64x2.extmul_low_i32x4_u
     local.get $5
     local.get $5
     i8x16.shuffle 4 5 6 7 12 13 14 15 4 5 6 7 12 13 14 15
     v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1
     i64x2.extmul_low_i32x4_u
     i32.const 32
     i64x2.shl
     i64x2.add
     local.set $13
     local.get $12
     local.get $12
     i32.const 47
     i64x2.shr_u
     v128.xor
     local.get $3
     v128.load offset=32
     v128.xor
     local.tee $5
     local.get $5
     i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11
     v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1
     i64x2.extmul_low_i32x4_u
     local.get $5
     local.get $5
     i8x16.shuffle 4 5 6 7 12 13 14 15 4 5 6 7 12 13 14 15
     v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1
     i64x2.extmul_low_i32x4_u
     i32.const 32
     i64x2.shl
     i64x2.add
     local.set $12
     local.get $11
     local.get $11
     i32.const 47
     i64x2.shr_u
     v128.xor
     local.get $3
     v128.load offset=48
     v128.xor
     local.tee $5
     local.get $5
     i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11
     v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1
     i64x2.extmul_low_i32x4_u
     local.get $5
     local.get $5
     i8x16.shuffle 4 5 6 7 12 13 14 15 4 5 6 7 12 13 14 15
     v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1
     i64x2.extmul_low_i32x4_u
     i32.const 32
     i64x2.shl
     i64x2.add
     local.set $11
     i32.const 4928
     local.set $3
    end
    br $while-continue|0
   end
  end
  local.get $1
  i64.extend_i32_u
  i64.const -7046029288634856825
  i64.mul
  local.get $2
  i64.extend_i32_u
  i64.const 1609587929392839161
  i64.mul
  i64.add
  i32.const 4936
  i64.load
  local.get $14
  i64x2.extract_lane 0
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  i64.const 31
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.xor
  i64.const 27
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.const 8796714831421723037
  i64.sub
  i32.const 4944
  i64.load
  local.get $14
  i64x2.extract_lane 1
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  i64.const 31
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.xor
  i64.const 27
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.const 8796714831421723037
  i64.sub
  i32.const 4952
  i64.load
  local.get $13
  i64x2.extract_lane 0
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  i64.const 31
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.xor
  i64.const 27
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.const 8796714831421723037
  i64.sub
  i32.const 4960
  i64.load
  local.get $13
  i64x2.extract_lane 1
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  i64.const 31
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.xor
  i64.const 27
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.const 8796714831421723037
  i64.sub
  i32.const 4968
  i64.load
  local.get $12
  i64x2.extract_lane 0
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  i64.const 31
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.xor
  i64.const 27
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.const 8796714831421723037
  i64.sub
  i32.const 4976
  i64.load
  local.get $12
  i64x2.extract_lane 1
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  i64.const 31
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.xor
  i64.const 27
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.const 8796714831421723037
  i64.sub
  i32.const 4984
  i64.load
  local.get $11
  i64x2.extract_lane 0
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  i64.const 31
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.xor
  i64.const 27
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.const 8796714831421723037
  i64.sub
  i32.const 4992
  i64.load
  local.get $11
  i64x2.extract_lane 1
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  i64.const 31
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.xor
  i64.const 27
  i64.rotl
  i64.const -7046029288634856825
  i64.mul
  i64.const 8796714831421723037
  i64.sub
  local.tee $4
  local.get $4
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $4
  local.get $4
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $4
  local.get $4
  i64.const 32
  i64.shr_u
  i64.xor
 )
 (func $assembly/pages/removePage (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i64)
  local.get $0
  i32.load offset=4
  local.tee $4
  i32.load offset=32
  local.set $2
  local.get $0
  i32.load offset=8
  local.tee $3
  i32.const 1
  i32.sub
  i32.const 0
  local.get $3
  i32.const 1
  i32.and
  select
  local.tee $3
  if (result i32)
   local.get $3
   i32.load
  else
   local.get $0
   i32.load offset=8
  end
  local.tee $5
  i32.load offset=12
  i32.const 20
  i32.shr_u
  i32.const 7
  i32.and
  if (result i32)
   local.get $5
   i32.load16_u offset=18
   i32.const 1
   i32.add
  else
   i32.const 0
  end
  local.set $6
  local.get $0
  i32.load offset=8
  local.tee $3
  i32.const 1
  i32.sub
  i32.const 0
  local.get $3
  i32.const 1
  i32.and
  select
  local.tee $3
  if
   local.get $2
   if (result i32)
    local.get $2
    i32.load offset=8
   else
    i32.const 0
   end
   local.get $3
   local.get $1
   call $assembly/order/orderRemove
  end
  local.get $2
  if
   local.get $2
   local.get $2
   i32.load offset=16
   i32.const 1
   i32.sub
   local.tee $1
   i32.store offset=16
   local.get $1
   local.get $2
   i32.load offset=48
   i32.gt_u
   if
    local.get $2
    local.get $1
    i32.store offset=48
   end
  end
  local.get $4
  i32.load offset=12
  i32.eqz
  if
   i32.const 6144
   i32.const 159
   i32.store
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 2176
   i32.store
   i32.const 6156
   i32.const 2172
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  local.get $4
  local.get $4
  i32.load offset=12
  i32.const 1
  i32.sub
  i32.store offset=12
  i32.const 4272
  i32.load
  i32.const -1
  i32.const 4280
  i32.load
  local.tee $1
  i32.const 1
  i32.sub
  i32.clz
  i32.shr_u
  local.tee $2
  i32.const 4928
  i64.load
  local.get $0
  local.tee $3
  i64.load32_u
  local.get $0
  i64.load32_u offset=4
  i64.const 32
  i64.shl
  i64.or
  local.tee $7
  i64.const 4
  i64.shr_u
  i64.xor
  i64.const -6939452855193903323
  i64.mul
  local.tee $8
  local.get $8
  i64.const 32
  i64.shr_u
  i64.xor
  i64.const -6939452855193903323
  i64.mul
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  local.get $7
  i32.wrap_i64
  i32.const 15
  i32.and
  i32.xor
  i32.and
  local.tee $0
  local.get $0
  local.get $2
  i32.const 1
  i32.shr_u
  i32.and
  local.get $0
  local.get $1
  i32.lt_u
  select
  local.tee $0
  i32.const 16
  i32.shr_u
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $0
  i32.const 6
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $0
  i32.const 63
  i32.and
  i32.const 6
  i32.shl
  i32.add
  local.set $0
  i32.const 0
  local.set $1
  loop $while-continue|0
   local.get $0
   i32.load offset=60
   local.tee $2
   if
    local.get $0
    local.set $1
    local.get $2
    local.set $0
    br $while-continue|0
   end
  end
  local.get $0
  i32.const 48
  i32.add
  local.set $2
  loop $while-continue|1
   local.get $2
   i32.load offset=4
   i32.eqz
   if
    local.get $2
    i32.const 12
    i32.sub
    local.set $2
    br $while-continue|1
   end
  end
  local.get $2
  local.get $3
  i32.ne
  if
   local.get $3
   local.get $2
   i32.const 12
   memory.copy
  end
  local.get $2
  i32.const 0
  i32.store offset=4
  local.get $1
  i32.const 0
  local.get $0
  local.get $2
  i32.eq
  select
  if
   local.get $1
   local.get $0
   i32.load offset=60
   i32.store offset=60
   local.get $0
   i32.const 4176
   i32.load
   i32.store offset=4
   i32.const 4176
   local.get $0
   i32.store
   i32.const 4196
   i32.const 4196
   i32.load
   i32.const 1
   i32.add
   i32.store
   i32.const 4192
   i32.const 4192
   i32.load
   i32.const 1
   i32.sub
   i32.store
  end
  i32.const 4284
  i32.const 4284
  i32.load
  i32.const 1
  i32.sub
  i32.store
  i32.const 5312
  i32.const 5312
  i64.load
  i64.const 1
  i64.sub
  i64.store
  i32.const 5360
  i32.const 5360
  i64.load
  local.get $5
  i32.load16_u offset=16
  i32.const 1
  i32.add
  i64.extend_i32_u
  i64.sub
  i64.store
  local.get $5
  call $assembly/pages/unshare
  i32.eqz
  local.get $4
  i32.load offset=16
  i32.eqz
  i32.or
  if
   local.get $4
   i32.load offset=32
   local.tee $0
   if
    local.get $6
    local.get $0
    i32.load offset=24
    i32.gt_u
    if
     i32.const 6144
     i32.const 128
     i32.store
     i32.const 6148
     i32.const 3
     i32.store
     i32.const 6152
     i32.const 1856
     i32.store
     i32.const 6156
     i32.const 1852
     i32.load
     i32.const -2
     i32.and
     i32.store
     unreachable
    end
    local.get $0
    local.get $0
    i32.load offset=24
    local.get $6
    i32.sub
    i32.store offset=24
   end
  end
  local.get $4
  i32.load offset=36
  if
   local.get $4
   call $assembly/pages/closeInode
  end
 )
 (func $assembly/order/orderWalk (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  local.get $0
  i32.eqz
  local.set $3
  i32.const 6412
  i32.load
  local.set $2
  loop $for-loop|0
   local.get $2
   if
    local.get $3
    i32.eqz
    local.get $0
    local.get $2
    i32.lt_u
    local.get $2
    i32.const 6412
    i32.load
    i32.eq
    if (result i32)
     i32.const 6404
     i32.load
    else
     local.get $2
     i32.const 3520
     i32.add
    end
    local.tee $4
    local.get $0
    i32.le_u
    i32.or
    i32.and
    i32.eqz
    if
     local.get $2
     i32.const -64
     i32.sub
     local.get $0
     i32.const 864
     i32.add
     local.get $3
     select
     local.set $1
     i32.const 1
     local.set $3
     loop $while-continue|1
      local.get $1
      local.get $4
      i32.lt_u
      if (result i32)
       local.get $1
       i32.load
      else
       i32.const 1
      end
      i32.eqz
      if
       local.get $1
       i32.const 864
       i32.add
       local.set $1
       br $while-continue|1
      end
     end
     local.get $1
     local.get $4
     i32.lt_u
     if
      local.get $1
      return
     end
    end
    local.get $2
    i32.load
    local.set $2
    br $for-loop|0
   end
  end
  i32.const 0
 )
 (func $assembly/inodes/inodeFind (param $0 i32) (param $1 i64) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  i32.const 6512
  i32.load
  i32.const -1
  i32.const 6520
  i32.load
  local.tee $4
  i32.const 1
  i32.sub
  i32.clz
  i32.shr_u
  local.tee $3
  local.get $0
  i64.extend_i32_u
  local.get $1
  i32.const 4928
  i64.load
  i64.xor
  local.tee $5
  local.get $5
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $5
  local.get $5
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $5
  local.get $5
  i64.const 32
  i64.shr_u
  i64.xor
  i64.xor
  local.tee $5
  local.get $5
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $5
  local.get $5
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $5
  local.get $5
  i64.const 32
  i64.shr_u
  i64.xor
  local.tee $5
  i32.wrap_i64
  i32.and
  local.tee $2
  local.get $2
  local.get $3
  i32.const 1
  i32.shr_u
  i32.and
  local.get $2
  local.get $4
  i32.lt_u
  select
  local.tee $2
  i32.const 16
  i32.shr_u
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $2
  i32.const 6
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $2
  i32.const 63
  i32.and
  i32.const 6
  i32.shl
  i32.add
  local.set $2
  loop $for-loop|0
   local.get $2
   if
    local.get $2
    local.set $3
    loop $for-loop|1
     local.get $3
     local.get $2
     i32.const 56
     i32.add
     i32.lt_u
     if
      local.get $3
      i32.load
      local.tee $4
      if (result i32)
       local.get $3
       i32.load offset=4
       local.get $5
       i64.const 32
       i64.shr_u
       i32.wrap_i64
       i32.ne
      else
       i32.const 1
      end
      i32.eqz
      if
       local.get $1
       local.get $4
       i64.load offset=40
       i64.eq
       if (result i32)
        local.get $0
        local.get $4
        i32.load offset=36
        i32.eq
       else
        i32.const 0
       end
       if
        local.get $4
        return
       end
      end
      local.get $3
      i32.const 8
      i32.add
      local.set $3
      br $for-loop|1
     end
    end
    local.get $2
    i32.load offset=60
    local.set $2
    br $for-loop|0
   end
  end
  i32.const 0
 )
 (func $assembly/frames/recordReserve (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $0
  i32.load offset=8
  local.get $0
  i32.load offset=4
  i32.sub
  local.get $1
  i32.div_u
  local.tee $4
  local.get $0
  i32.load offset=20
  i32.add
  local.get $2
  i32.ge_u
  if
   i32.const 1
   return
  end
  call $assembly/frames/frameTake
  local.tee $2
  i32.eqz
  if
   i32.const 0
   return
  end
  loop $for-loop|0
   local.get $3
   local.get $4
   i32.lt_u
   if
    local.get $0
    i32.load offset=4
    local.tee $5
    local.get $0
    i32.load offset=8
    i32.ge_u
    if
     i32.const 6144
     i32.const 90
     i32.store
     i32.const 6148
     i32.const 3
     i32.store
     i32.const 6152
     i32.const 1728
     i32.store
     i32.const 6156
     i32.const 1724
     i32.load
     i32.const -2
     i32.and
     i32.store
     unreachable
    end
    local.get $5
    i32.const 0
    local.get $1
    memory.fill
    local.get $0
    local.get $1
    local.get $5
    i32.add
    i32.store offset=4
    local.get $5
    local.get $0
    i32.load
    i32.store offset=4
    local.get $0
    local.get $5
    i32.store
    local.get $0
    local.get $0
    i32.load offset=20
    i32.const 1
    i32.add
    i32.store offset=20
    local.get $3
    i32.const 1
    i32.add
    local.set $3
    br $for-loop|0
   end
  end
  local.get $2
  local.get $0
  i32.load offset=12
  i32.store
  local.get $0
  local.get $2
  i32.store offset=12
  local.get $0
  local.get $2
  i32.const -64
  i32.sub
  i32.store offset=4
  local.get $0
  local.get $2
  i32.const 4096
  i32.add
  i32.const 4032
  local.get $1
  i32.rem_u
  i32.sub
  i32.store offset=8
  i32.const 1
 )
 (func $assembly/clients/clientNumbered (param $0 i32) (result i32)
  (local $1 i32)
  local.get $0
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 0
  call $assembly/clients/clientWalk
  local.set $1
  loop $while-continue|0
   local.get $1
   if (result i32)
    local.get $1
    i32.load
    local.get $0
    i32.ne
   else
    i32.const 0
   end
   if
    local.get $1
    call $assembly/clients/clientWalk
    local.set $1
    br $while-continue|0
   end
  end
  local.get $1
 )
 (func $assembly/bodies/bodyFind (param $0 i64) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i64)
  i32.const 4304
  i32.load
  i32.const -1
  i32.const 4312
  i32.load
  local.tee $4
  i32.const 1
  i32.sub
  i32.clz
  i32.shr_u
  local.tee $5
  local.get $0
  i32.const 4928
  i64.load
  i64.xor
  local.tee $8
  local.get $8
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $8
  local.get $8
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $8
  local.get $8
  i64.const 32
  i64.shr_u
  i64.xor
  local.tee $8
  i32.wrap_i64
  i32.and
  local.tee $6
  local.get $6
  local.get $5
  i32.const 1
  i32.shr_u
  i32.and
  local.get $4
  local.get $6
  i32.gt_u
  select
  local.tee $4
  i32.const 16
  i32.shr_u
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $4
  i32.const 6
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $4
  i32.const 63
  i32.and
  i32.const 6
  i32.shl
  i32.add
  local.set $4
  local.get $3
  i32.eqz
  local.set $6
  loop $while-continue|0
   local.get $4
   if
    local.get $4
    v128.load offset=48
    local.get $8
    i64.const 56
    i64.shr_u
    i32.wrap_i64
    i32.const 128
    i32.or
    i8x16.splat
    i8x16.eq
    i8x16.bitmask
    i32.const 4095
    i32.and
    local.set $5
    loop $while-continue|1
     local.get $5
     if
      local.get $4
      local.get $5
      i32.ctz
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.set $7
      local.get $6
      if (result i32)
       local.get $0
       local.get $7
       i64.load
       i64.eq
      else
       i32.const 0
      end
      if (result i32)
       local.get $1
       local.get $7
       i32.load16_u offset=16
       i32.const 1
       i32.add
       i32.eq
       if (result i32)
        local.get $7
        i32.load offset=12
        i32.const 20
        i32.shr_u
        i32.const 7
        i32.and
        i32.eqz
        local.get $2
        i32.const 0
        i32.ne
        i32.eq
       else
        i32.const 0
       end
       if (result i32)
        local.get $7
        i32.load offset=12
        i32.const 262143
        i32.and
        i32.const 262143
        i32.lt_u
       else
        i32.const 0
       end
      else
       i32.const 0
      end
      if
       local.get $7
       return
      end
      i32.const 1
      local.get $6
      local.get $3
      local.get $7
      i32.eq
      select
      local.set $6
      local.get $5
      local.get $5
      i32.const 1
      i32.sub
      i32.and
      local.set $5
      br $while-continue|1
     end
    end
    local.get $4
    i32.load offset=60
    local.set $4
    br $while-continue|0
   end
  end
  i32.const 0
 )
 (func $assembly/slab/rebin (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  i32.const 4388
  i32.const 4368
  i32.load
  local.get $0
  i32.load offset=16
  i32.sub
  local.tee $1
  i32.const 4388
  i32.load
  local.get $0
  i32.load offset=32
  i32.sub
  i32.add
  i32.store
  local.get $0
  local.get $1
  i32.store offset=32
  i32.const 4368
  i32.load
  local.get $0
  i32.load offset=16
  i32.sub
  i32.const 4372
  i32.load
  i32.shr_u
  local.tee $1
  i32.const 33
  i32.ge_u
  if
   i32.const 48
   local.get $1
   i32.const 5
   i32.shr_u
   i32.const 32
   i32.add
   local.tee $1
   local.get $1
   i32.const 48
   i32.ge_u
   select
   local.set $1
  end
  local.get $1
  local.get $0
  i32.load offset=24
  local.tee $2
  i32.ne
  if
   local.get $2
   i32.const -1
   i32.ne
   if
    block $__inlined_func$assembly/slab/binRemove$172
     local.get $0
     i32.load offset=4
     local.set $3
     local.get $0
     i32.load
     local.tee $4
     if
      local.get $4
      local.get $3
      i32.store offset=4
     end
     local.get $3
     if
      local.get $3
      local.get $4
      i32.store
      br $__inlined_func$assembly/slab/binRemove$172
     end
     local.get $2
     i32.const 2
     i32.shl
     i32.const 4392
     i32.add
     local.get $4
     i32.store
     local.get $4
     i32.eqz
     if
      i32.const 4352
      i32.const 4352
      i64.load
      i64.const -2
      local.get $2
      i64.extend_i32_u
      i64.rotl
      i64.and
      i64.store
     end
    end
   end
   local.get $0
   local.get $1
   i32.const 2
   i32.shl
   i32.const 4392
   i32.add
   local.tee $2
   i32.load
   local.tee $3
   i32.store
   local.get $0
   i32.const 0
   i32.store offset=4
   local.get $3
   if
    local.get $3
    local.get $0
    i32.store offset=4
   end
   local.get $2
   local.get $0
   i32.store
   i32.const 4352
   i32.const 4352
   i64.load
   i64.const 1
   local.get $1
   i64.extend_i32_u
   i64.shl
   i64.or
   i64.store
   local.get $0
   local.get $1
   i32.store offset=24
  end
  local.get $0
  i32.load offset=16
  i32.const -64
  i32.add
  local.get $0
  i32.load offset=20
  i32.sub
  local.tee $1
  if (result i32)
   i32.const 63
   local.get $1
   i32.const 4376
   i32.load
   i32.shr_u
   local.tee $1
   local.get $1
   i32.const 63
   i32.ge_u
   select
  else
   i32.const -1
  end
  local.tee $1
  local.get $0
  i32.load offset=28
  local.tee $2
  i32.ne
  if
   local.get $2
   i32.const -1
   i32.ne
   if
    block $__inlined_func$assembly/slab/binRemove$175
     local.get $0
     i32.load offset=12
     local.set $3
     local.get $0
     i32.load offset=8
     local.tee $4
     if
      local.get $4
      local.get $3
      i32.store offset=12
     end
     local.get $3
     if
      local.get $3
      local.get $4
      i32.store offset=8
      br $__inlined_func$assembly/slab/binRemove$175
     end
     local.get $2
     i32.const 2
     i32.shl
     i32.const 4588
     i32.add
     local.get $4
     i32.store
     local.get $4
     i32.eqz
     if
      i32.const 4360
      i32.const 4360
      i64.load
      i64.const -2
      local.get $2
      i64.extend_i32_u
      i64.rotl
      i64.and
      i64.store
     end
    end
   end
   local.get $1
   i32.const -1
   i32.ne
   if
    local.get $0
    local.get $1
    i32.const 2
    i32.shl
    i32.const 4588
    i32.add
    local.tee $2
    i32.load
    local.tee $3
    i32.store offset=8
    local.get $0
    i32.const 0
    i32.store offset=12
    local.get $3
    if
     local.get $3
     local.get $0
     i32.store offset=12
    end
    local.get $2
    local.get $0
    i32.store
    i32.const 4360
    i32.const 4360
    i64.load
    i64.const 1
    local.get $1
    i64.extend_i32_u
    i64.shl
    i64.or
    i64.store
   end
   local.get $0
   local.get $1
   i32.store offset=28
  end
 )
 (func $assembly/room/evict (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  local.get $0
  local.tee $3
  local.get $1
  call $assembly/order/nextVictim
  local.set $2
  local.get $0
  i32.load offset=4
  local.tee $1
  if (result i32)
   local.get $1
  else
   local.get $0
   i32.load offset=12
  end
  local.set $0
  local.get $2
  local.set $1
  loop $for-loop|0
   local.get $1
   local.get $2
   i32.eq
   i32.const 0
   local.get $0
   i32.const 0
   local.get $4
   i32.const 4
   i32.lt_u
   select
   select
   if
    local.get $0
    local.get $1
    local.get $0
    i32.load8_u offset=24
    if (result i32)
     i32.const 0
    else
     local.get $0
     i32.load offset=20
     local.get $2
     i32.load offset=20
     i32.const 1
     i32.shl
     i32.gt_u
    end
    select
    local.set $1
    local.get $0
    i32.load offset=8
    local.set $0
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
  local.get $3
  local.get $0
  i32.store offset=4
  local.get $1
  i32.load offset=12
  local.tee $0
  i32.load offset=32
  local.set $2
  local.get $0
  local.get $1
  i32.load offset=16
  call $assembly/directory/directoryFind
  local.tee $0
  i32.load offset=8
  local.tee $1
  i32.const 1
  i32.sub
  i32.const 0
  local.get $1
  i32.const 1
  i32.and
  select
  local.tee $1
  if (result i32)
   local.get $1
   i32.load
  else
   local.get $0
   i32.load offset=8
  end
  local.tee $1
  i32.load offset=12
  i32.const 20
  i32.shr_u
  i32.const 7
  i32.and
  if (result i32)
   local.get $1
   i32.load16_u offset=18
   i32.const 1
   i32.add
  else
   i32.const 0
  end
  local.set $1
  local.get $0
  i32.const 1
  call $assembly/pages/removePage
  local.get $2
  local.get $2
  i64.load offset=32
  i64.const 1
  i64.add
  i64.store offset=32
  local.get $2
  local.get $2
  i64.load offset=40
  local.get $1
  i64.extend_i32_u
  i64.add
  i64.store offset=40
  i32.const 5264
  i32.const 5264
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 5272
  i32.const 5272
  i64.load
  local.get $1
  i64.extend_i32_s
  i64.add
  i64.store
 )
 (func $assembly/parcels/adoptPage (param $0 i32) (param $1 i32) (param $2 i64) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 i32) (param $8 i32) (param $9 i32) (result i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  local.get $9
  if (result i32)
   i32.const 6548
   i32.load
   local.tee $10
   if (result i32)
    local.get $10
    local.get $9
    i32.const 4
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 1
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $8
  i32.const 0
  i32.ne
  call $assembly/room/reserveRecords
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $3
  if
   local.get $7
   if
    local.get $2
    local.get $4
    i32.const 0
    i32.const 0
    call $assembly/bodies/bodyFind
    local.set $13
    block $__inlined_func$assembly/pages/twinOf$1283
     loop $while-continue|0
      local.get $13
      if
       local.get $3
       local.get $13
       i32.load offset=12
       i32.const 20
       i32.shr_u
       i32.const 7
       i32.and
       i32.eq
       local.tee $10
       if (result i32)
        local.get $5
        local.get $13
        i32.load16_u offset=18
        i32.const 1
        i32.add
        i32.eq
       else
        local.get $10
       end
       if (result i32)
        local.get $13
        i32.load offset=8
        local.set $12
        i32.const 0
        local.set $11
        block $__inlined_func$assembly/bytes/bytesEqual$642 (result i32)
         loop $while-continue|01
          local.get $11
          i32.const 16
          i32.add
          local.tee $10
          local.get $5
          i32.le_u
          if
           i32.const 0
           local.get $11
           local.get $12
           i32.add
           v128.load
           local.get $6
           local.get $11
           i32.add
           v128.load
           v128.xor
           v128.any_true
           br_if $__inlined_func$assembly/bytes/bytesEqual$642
           drop
           local.get $10
           local.set $11
           br $while-continue|01
          end
         end
         loop $while-continue|1
          local.get $5
          local.get $11
          i32.gt_u
          if
           i32.const 0
           local.get $11
           local.get $12
           i32.add
           i32.load8_u
           local.get $6
           local.get $11
           i32.add
           i32.load8_u
           i32.ne
           br_if $__inlined_func$assembly/bytes/bytesEqual$642
           drop
           local.get $11
           i32.const 1
           i32.add
           local.set $11
           br $while-continue|1
          end
         end
         i32.const 1
        end
       else
        i32.const 0
       end
       if
        local.get $13
        i32.load offset=12
        i32.const 262143
        i32.and
        i32.const 262143
        i32.ge_u
        if
         i32.const 6144
         i32.const 208
         i32.store
         i32.const 6148
         i32.const 3
         i32.store
         i32.const 6152
         i32.const 1792
         i32.store
         i32.const 6156
         i32.const 1788
         i32.load
         i32.const -2
         i32.and
         i32.store
         unreachable
        end
        local.get $13
        local.get $13
        i32.load offset=12
        i32.const -16777217
        i32.and
        i32.const 1
        i32.add
        i32.store offset=12
        i32.const 5328
        i32.const 5328
        i64.load
        i64.const 1
        i64.add
        i64.store
        br $__inlined_func$assembly/pages/twinOf$1283
       end
       local.get $2
       local.get $4
       i32.const 0
       local.get $13
       call $assembly/bodies/bodyFind
       local.set $13
       br $while-continue|0
      end
     end
     i32.const 0
     local.set $13
    end
   end
   local.get $13
   i32.eqz
   if
    local.get $5
    call $assembly/room/placeFor
    local.tee $10
    i32.eqz
    if
     i32.const 0
     return
    end
    local.get $2
    local.get $3
    local.get $4
    local.get $5
    local.get $6
    local.get $10
    local.get $7
    call $assembly/pages/keepBytes
    local.set $13
    local.get $9
    if
     local.get $13
     local.get $13
     i32.load offset=12
     i32.const -7340033
     i32.and
     i32.const 3145728
     i32.or
     local.get $9
     i32.const 25
     i32.shl
     i32.or
     i32.store offset=12
     local.get $13
     local.get $5
     i32.const 1
     i32.sub
     i32.store16 offset=18
     i32.const 6548
     i32.load
     local.tee $3
     if (result i32)
      local.get $3
      local.get $9
      i32.const 4
      i32.shl
      i32.add
      i32.load
     else
      i32.const 0
     end
     i32.eqz
     if
      i32.const 6144
      i32.const 57
      i32.store
      i32.const 6148
      i32.const 3
      i32.store
      i32.const 6152
      i32.const 2240
      i32.store
      i32.const 6156
      i32.const 2236
      i32.load
      i32.const -2
      i32.and
      i32.store
      unreachable
     end
     i32.const 6548
     i32.load
     local.get $9
     i32.const 4
     i32.shl
     i32.add
     local.tee $3
     local.get $3
     i32.load offset=8
     i32.const 1
     i32.add
     i32.store offset=8
    end
    local.get $0
    i32.load offset=16
    if
     local.get $0
     i32.load offset=32
     local.tee $6
     if
      local.get $6
      local.get $5
      local.get $6
      i32.load offset=24
      i32.add
      local.tee $3
      i32.store offset=24
      local.get $3
      local.get $6
      i32.load offset=52
      i32.gt_u
      if
       local.get $6
       local.get $3
       i32.store offset=52
      end
     end
    end
   end
  else
   local.get $2
   local.get $4
   call $assembly/pages/fillBody
   local.set $13
  end
  local.get $0
  local.get $1
  local.get $4
  local.get $13
  local.get $8
  call $assembly/pages/enter
  i32.const 5248
  i32.const 5248
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 1
 )
 (func $assembly/room/reserveRecords (param $0 i32) (result i32)
  i32.const 4176
  i32.const 64
  i32.const 12
  call $assembly/frames/recordReserve
  if (result i32)
   i32.const 4208
   i32.const 20
   i32.const 1
   call $assembly/frames/recordReserve
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   if (result i32)
    i32.const 6432
    i32.const 28
    i32.const 1
    call $assembly/frames/recordReserve
   else
    i32.const 1
   end
  else
   i32.const 0
  end
 )
 (func $assembly/pages/expand (param $0 i32) (param $1 i32) (result i32)
  (local $2 v128)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 v128)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  local.get $0
  i32.load16_u offset=16
  i32.const 1
  i32.add
  local.set $8
  local.get $0
  i32.load offset=12
  i32.const 20
  i32.shr_u
  i32.const 7
  i32.and
  local.tee $9
  i32.eqz
  if
   local.get $0
   i64.load
   i64x2.splat
   local.set $2
   i32.const 0
   local.set $0
   loop $while-continue|0
    local.get $0
    local.get $8
    i32.lt_u
    if
     local.get $0
     local.get $1
     i32.add
     local.get $2
     v128.store
     local.get $0
     i32.const 16
     i32.add
     local.set $0
     br $while-continue|0
    end
   end
   i32.const 1
   return
  end
  local.get $0
  i32.load offset=8
  local.set $4
  local.get $0
  i32.load16_u offset=18
  i32.const 1
  i32.add
  local.set $3
  local.get $9
  i32.const 3
  i32.eq
  if
   local.get $0
   i32.load offset=12
   i32.const 25
   i32.shr_u
   local.get $4
   local.get $3
   local.get $1
   local.get $8
   call $assembly/pages/denseExpand
   return
  end
  local.get $9
  i32.const 1
  i32.eq
  if
   local.get $1
   local.get $4
   local.get $3
   memory.copy
  else
   local.get $3
   local.get $4
   i32.add
   local.set $10
   local.get $4
   local.set $0
   loop $for-loop|0
    local.get $0
    local.get $10
    i32.lt_u
    if
     local.get $5
     local.get $0
     i32.load8_u
     i32.or
     local.set $5
     local.get $0
     i32.const -64
     i32.sub
     local.set $0
     br $for-loop|0
    end
   end
   i32.const 4108
   local.get $5
   i32.store
   local.get $9
   i32.const 2
   i32.eq
   if
    local.get $4
    local.get $3
    local.get $1
    local.get $8
    call $assembly/codec/decode/decode
    local.set $3
   else
    i32.const 4096
    i32.load
    i32.const 90496
    i32.add
    local.set $9
    i32.const -6
    local.set $0
    local.get $4
    i32.load8_u
    local.tee $5
    i32.eqz
    local.get $5
    i32.const 3
    i32.gt_u
    i32.or
    i32.eqz
    if
     local.get $4
     i32.const 1
     i32.add
     local.get $3
     i32.const 1
     i32.sub
     local.get $9
     local.get $8
     call $assembly/codec/decode/decode
     local.tee $0
     i32.const 0
     i32.gt_s
     if
      local.get $0
      i32.const -16
      i32.and
      i32.const 0
      local.get $5
      select
      local.set $3
      local.get $5
      i32.const 2
      i32.eq
      if
       local.get $3
       i32.const 3
       i32.shr_u
       local.set $4
       loop $while-continue|00
        local.get $3
        local.get $7
        i32.gt_u
        if
         local.get $1
         local.get $7
         i32.add
         local.get $9
         local.get $7
         i32.const 3
         i32.shr_u
         i32.add
         local.tee $5
         i32.load16_u
         i16x8.splat
         local.get $4
         local.get $5
         i32.add
         i32.load16_u
         i16x8.replace_lane 1
         local.get $5
         local.get $4
         i32.const 1
         i32.shl
         i32.add
         i32.load16_u
         i16x8.replace_lane 2
         local.get $5
         local.get $4
         i32.const 3
         i32.mul
         i32.add
         i32.load16_u
         i16x8.replace_lane 3
         local.get $5
         local.get $4
         i32.const 2
         i32.shl
         i32.add
         i32.load16_u
         i16x8.replace_lane 4
         local.get $5
         local.get $4
         i32.const 5
         i32.mul
         i32.add
         i32.load16_u
         i16x8.replace_lane 5
         local.get $5
         local.get $4
         i32.const 6
         i32.mul
         i32.add
         i32.load16_u
         i16x8.replace_lane 6
         local.get $5
         local.get $4
         i32.const 7
         i32.mul
         i32.add
         i32.load16_u
         i16x8.replace_lane 7
         v128.const i32x4 0x06040200 0x0e0c0a08 0x07050301 0x0f0d0b09
         i8x16.swizzle
         v128.store
         local.get $7
         i32.const 16
         i32.add
         local.set $7
         br $while-continue|00
        end
       end
      else
       local.get $5
       i32.const 3
       i32.eq
       local.set $4
       local.get $3
       i32.const 2
       i32.shr_u
       local.set $7
       i32.const 0
       local.set $5
       loop $while-continue|01
        local.get $3
        local.get $5
        i32.gt_u
        if
         local.get $9
         local.get $5
         i32.const 2
         i32.shr_u
         i32.add
         local.tee $10
         i32.load
         i32x4.splat
         local.get $7
         local.get $10
         i32.add
         i32.load
         i32x4.replace_lane 1
         local.get $10
         local.get $7
         i32.const 1
         i32.shl
         i32.add
         i32.load
         i32x4.replace_lane 2
         local.get $10
         local.get $7
         i32.const 3
         i32.mul
         i32.add
         i32.load
         i32x4.replace_lane 3
         v128.const i32x4 0x0c080400 0x0d090501 0x0e0a0602 0x0f0b0703
         i8x16.swizzle
         local.set $6
         local.get $4
         if
          local.get $6
          v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
          local.get $6
          i8x16.shuffle 0 0 0 0 16 17 18 19 20 21 22 23 24 25 26 27
          i8x16.add
          local.tee $6
          v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
          local.get $6
          i8x16.shuffle 0 0 0 0 0 0 0 0 16 17 18 19 20 21 22 23
          i8x16.add
          local.get $2
          i32x4.extract_lane 3
          i32x4.splat
          i8x16.add
          local.tee $6
          local.set $2
         end
         local.get $1
         local.get $5
         i32.add
         local.get $6
         v128.store
         local.get $5
         i32.const 16
         i32.add
         local.set $5
         br $while-continue|01
        end
       end
      end
      local.get $1
      local.get $3
      i32.add
      local.get $3
      local.get $9
      i32.add
      local.get $0
      local.get $3
      i32.sub
      memory.copy
     end
    end
    local.get $0
    local.set $3
    i32.const 4096
    i32.load
    local.tee $0
    i32.const 90496
    i32.add
    local.set $4
    i32.const 4100
    i32.load
    i32.const 16
    i32.and
    if
     local.get $4
     i32.const 0
     local.get $0
     i32.const 1
     i32.shl
     i32.const 112
     i32.add
     memory.fill
    end
   end
   local.get $3
   i32.const 0
   i32.lt_s
   if
    i32.const 0
    return
   end
  end
  local.get $3
  local.get $8
  i32.lt_u
  if
   local.get $1
   local.get $3
   i32.add
   i32.const 0
   local.get $8
   local.get $3
   i32.sub
   memory.fill
  end
  i32.const 1
 )
 (func $assembly/order/mainVictim (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $0
  i32.load offset=28
  local.set $1
  loop $for-loop|0
   local.get $3
   i32.const 64
   i32.lt_u
   if (result i32)
    local.get $1
    i32.load8_u offset=24
   else
    i32.const 0
   end
   if
    local.get $1
    i32.load8_u offset=25
    i32.const 4
    i32.shl
    local.get $0
    i32.add
    i32.const 4
    i32.sub
    local.set $4
    local.get $1
    i32.load offset=4
    local.set $2
    local.get $1
    i32.load offset=8
    local.set $5
    local.get $0
    i32.load offset=4
    local.get $1
    i32.eq
    if
     local.get $0
     local.get $5
     i32.store offset=4
    end
    local.get $2
    if
     local.get $2
     local.get $5
     i32.store offset=8
    else
     local.get $4
     local.get $5
     i32.store
    end
    local.get $5
    if
     local.get $5
     local.get $2
     i32.store offset=4
    else
     local.get $4
     local.get $2
     i32.store offset=4
    end
    local.get $4
    local.get $4
    i32.load offset=8
    local.get $1
    i32.load offset=20
    i32.sub
    i32.store offset=8
    local.get $4
    local.get $4
    i32.load offset=12
    i32.const 1
    i32.sub
    i32.store offset=12
    local.get $1
    local.get $0
    i32.load offset=32
    local.tee $2
    i32.store offset=4
    local.get $1
    i32.const 0
    i32.store offset=8
    local.get $2
    if
     local.get $2
     local.get $1
     i32.store offset=8
    else
     local.get $0
     local.get $1
     i32.store offset=28
    end
    local.get $0
    local.get $1
    i32.store offset=32
    local.get $1
    i32.const 2
    i32.store8 offset=25
    local.get $0
    local.get $1
    i32.load offset=20
    local.get $0
    i32.load offset=36
    i32.add
    i32.store offset=36
    local.get $0
    local.get $0
    i32.load offset=40
    i32.const 1
    i32.add
    i32.store offset=40
    local.get $1
    i32.const 0
    i32.store8 offset=24
    local.get $0
    i32.load offset=28
    local.set $1
    local.get $3
    i32.const 1
    i32.add
    local.set $3
    br $for-loop|0
   end
  end
  local.get $1
 )
 (func $assembly/frames/frameTake (result i32)
  (local $0 i32)
  i32.const 4160
  i32.load
  local.tee $0
  i32.const 4164
  i32.load
  i32.eq
  if
   call $assembly/stock/stockTake
   local.tee $0
   i32.eqz
   if
    i32.const 0
    return
   end
   i32.const 4164
   local.get $0
   i32.const 4116
   i32.load
   i32.const -4096
   i32.and
   i32.add
   i32.store
  end
  i32.const 4160
  local.get $0
  i32.const 4096
  i32.add
  i32.store
  i32.const 4168
  i32.const 4168
  i32.load
  i32.const 1
  i32.add
  i32.store
  local.get $0
 )
 (func $assembly/areas/numbersAdd (param $0 i32) (result i32)
  (local $1 i32)
  call $assembly/frames/frameTake
  local.tee $1
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $1
  i32.const 0
  i32.const 4096
  memory.fill
  local.get $0
  local.get $1
  i32.store
  i32.const 1
 )
 (func $assembly/waiting/settle (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i64)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i64)
  (local $10 i32)
  i32.const 4176
  i32.const 64
  i32.const 12
  call $assembly/frames/recordReserve
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  i32.const 4900
  i32.load
  i32.add
  i32.load offset=8
  local.tee $4
  i32.load16_u offset=16
  i32.const 1
  i32.add
  local.set $7
  local.get $0
  call $assembly/waiting/youngHash
  local.set $2
  local.get $0
  i32.const 4900
  i32.load
  i32.add
  i32.load offset=12
  i32.load offset=32
  local.set $1
  block $folding-inner1
   block $folding-inner0
    i32.const 4100
    i32.load
    i32.const 1
    i32.and
    if (result i32)
     local.get $2
     local.get $0
     local.get $7
     call $assembly/pages/duplicateOf
    else
     i32.const 0
    end
    local.tee $3
    if
     local.get $0
     i32.const 4900
     i32.load
     i32.add
     local.tee $5
     i32.load offset=12
     local.get $5
     i32.load offset=16
     call $assembly/directory/directoryFind
     local.get $3
     i32.store offset=8
     i32.const 5336
     i32.const 5336
     i64.load
     i64.const 1
     i64.sub
     i64.store
     i32.const 5368
     i32.const 5368
     i64.load
     local.get $7
     i64.extend_i32_u
     local.tee $2
     i64.sub
     i64.store
     i32.const 5376
     i32.const 5376
     i64.load
     local.get $2
     i64.sub
     i64.store
     i32.const 5344
     i32.const 5344
     i64.load
     i64.const 1
     i64.sub
     i64.store
     local.get $4
     i32.load offset=12
     i32.const 262143
     i32.and
     i32.eqz
     if
      i32.const 6144
      i32.const 214
      i32.store
      br $folding-inner0
     end
     local.get $4
     local.get $4
     i32.load offset=12
     i32.const 1
     i32.sub
     i32.store offset=12
     local.get $4
     i32.load offset=12
     drop
     local.get $4
     call $assembly/bodies/bodyDestroy
     local.get $1
     if
      local.get $1
      i32.load offset=24
      local.tee $3
      local.get $7
      i32.lt_u
      br_if $folding-inner1
      local.get $1
      local.get $3
      local.get $7
      i32.sub
      i32.store offset=24
     end
    else
     local.get $0
     local.get $7
     local.get $0
     i32.const 4900
     i32.load
     i32.add
     i32.load offset=20
     call $assembly/pages/makeBody
     local.tee $3
     i32.const 20
     i32.shr_u
     local.set $8
     local.get $3
     i32.const 1048575
     i32.and
     local.tee $5
     call $assembly/room/placeFor
     local.tee $6
     i32.eqz
     if
      i32.const 0
      return
     end
     local.get $6
     i32.const 90432
     local.get $0
     local.get $8
     i32.const 1
     i32.ne
     select
     local.get $5
     memory.copy
     local.get $6
     i32.const 4
     i32.sub
     local.get $4
     i32.store
     i32.const 5336
     i32.const 5336
     i64.load
     i64.const 1
     i64.sub
     i64.store
     i32.const 5368
     i32.const 5368
     i64.load
     local.get $7
     i64.extend_i32_u
     local.tee $9
     i64.sub
     i64.store
     i32.const 5376
     i32.const 5376
     i64.load
     local.get $9
     i64.sub
     i64.store
     i32.const 5344
     i32.const 5344
     i64.load
     i64.const 1
     i64.sub
     i64.store
     i32.const 4100
     i32.load
     i32.const 1
     i32.and
     local.set $10
     local.get $4
     i32.load offset=12
     local.tee $3
     i32.const 262144
     i32.and
     i32.const 1
     local.get $3
     i32.const 524288
     i32.and
     select
     if
      i32.const 6144
      i32.const 151
      i32.store
      br $folding-inner0
     end
     local.get $4
     local.get $3
     i32.const -7864321
     i32.and
     local.get $8
     i32.const 20
     i32.shl
     i32.or
     i32.const 262144
     i32.const 0
     local.get $10
     select
     i32.or
     i32.store offset=12
     local.get $4
     local.get $2
     i64.store
     local.get $4
     local.get $5
     i32.const 1
     i32.sub
     i32.store16 offset=18
     local.get $4
     local.get $6
     i32.store offset=8
     local.get $10
     if
      local.get $4
      call $assembly/bodies/indexInsert
     end
     i32.const 5336
     i32.const 5336
     i64.load
     i64.const 1
     i64.add
     i64.store
     i32.const 5368
     i32.const 5368
     i64.load
     local.get $7
     i64.extend_i32_u
     i64.add
     i64.store
     i32.const 5376
     i32.const 5376
     i64.load
     local.get $5
     i64.extend_i32_u
     i64.add
     i64.store
     local.get $5
     local.get $7
     local.get $7
     i32.const 3
     i32.shr_u
     i32.sub
     i32.gt_u
     if
      i32.const 5352
      i32.const 5352
      i64.load
      i64.const 1
      i64.add
      i64.store
     end
     local.get $1
     if
      local.get $7
      local.get $5
      i32.sub
      local.tee $3
      local.get $1
      i32.load offset=24
      local.tee $4
      i32.gt_u
      br_if $folding-inner1
      local.get $1
      local.get $4
      local.get $3
      i32.sub
      i32.store offset=24
     end
    end
    i32.const 4100
    i32.load
    i32.const 16
    i32.and
    if
     local.get $0
     i32.const 0
     local.get $7
     memory.fill
    end
    i32.const 4096
    i32.load
    i32.const -64
    i32.sub
    local.set $1
    i32.const 4100
    i32.load
    i32.const 16
    i32.and
    if
     i32.const 90432
     i32.const 0
     local.get $1
     memory.fill
    end
    local.get $0
    call $assembly/nursery/nurseryGive
    i32.const 1
    return
   end
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 1792
   i32.store
   i32.const 6156
   i32.const 1788
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  i32.const 6144
  i32.const 128
  i32.store
  i32.const 6148
  i32.const 3
  i32.store
  i32.const 6152
  i32.const 1856
  i32.store
  i32.const 6156
  i32.const 1852
  i32.load
  i32.const -2
  i32.and
  i32.store
  unreachable
 )
 (func $assembly/stock/stockTake (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  i32.const 4124
  i32.load
  local.tee $0
  if
   i32.const 4124
   local.get $0
   i32.load
   i32.store
   i32.const 4128
   i32.const 4128
   i32.load
   i32.const 1
   i32.sub
   i32.store
   local.get $0
   i32.const 0
   i32.store offset=4
   local.get $0
   return
  end
  i32.const 4120
  i32.load
  local.tee $3
  i64.extend_i32_u
  i32.const 4116
  i32.load
  local.tee $1
  i64.extend_i32_u
  i64.add
  i32.const 4132
  i64.load32_u
  i64.const 16
  i64.shl
  i64.gt_u
  if
   i32.const 0
   return
  end
  block $__inlined_func$assembly/stock/stockReach (result i32)
   i32.const 1
   local.get $1
   local.get $3
   i32.add
   i64.extend_i32_u
   i64.const 65535
   i64.add
   i64.const 16
   i64.shr_u
   i32.wrap_i64
   local.tee $2
   memory.size
   local.tee $0
   i32.le_u
   br_if $__inlined_func$assembly/stock/stockReach
   drop
   i32.const 0
   i32.const 4132
   i32.load
   local.tee $4
   local.get $2
   i32.lt_u
   br_if $__inlined_func$assembly/stock/stockReach
   drop
   i32.const 1
   local.get $4
   local.get $2
   local.get $0
   i32.const 256
   local.get $0
   i32.const 3
   i32.shr_u
   local.tee $5
   local.get $5
   i32.const 256
   i32.ge_u
   select
   i32.add
   local.tee $5
   local.get $2
   local.get $5
   i32.gt_u
   select
   local.tee $5
   local.get $4
   local.get $5
   i32.lt_u
   select
   local.tee $4
   local.get $0
   i32.sub
   memory.grow
   i32.const -1
   i32.ne
   br_if $__inlined_func$assembly/stock/stockReach
   drop
   local.get $2
   local.get $4
   i32.lt_u
   if (result i32)
    local.get $2
    local.get $0
    i32.sub
    memory.grow
    i32.const -1
    i32.ne
   else
    i32.const 0
   end
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 4120
  local.get $1
  local.get $3
  i32.add
  i32.store
  local.get $3
  i32.const 0
  i32.store offset=4
  local.get $3
 )
 (func $assembly/slab/slotTake (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i64)
  (local $3 i32)
  local.get $0
  i32.const 7
  i32.add
  i32.const -4
  i32.and
  local.tee $3
  i32.const 4372
  i32.load
  i32.shr_u
  local.tee $0
  i32.const 33
  i32.ge_u
  if
   i32.const 48
   local.get $0
   i32.const 5
   i32.shr_u
   i32.const 32
   i32.add
   local.tee $0
   local.get $0
   i32.const 48
   i32.ge_u
   select
   local.set $0
  end
  i32.const 4352
  i64.load
  local.tee $2
  i64.const 1
  local.get $0
  i64.extend_i32_u
  i64.shl
  i64.and
  i64.const 0
  i64.ne
  if (result i32)
   local.get $0
   i32.const 2
   i32.shl
   i32.const 4392
   i32.add
   i32.load
   local.tee $1
   i32.const 0
   local.get $3
   i32.const 4368
   i32.load
   local.get $1
   i32.load offset=16
   i32.sub
   i32.le_u
   select
  else
   i32.const 0
  end
  local.tee $1
  i32.eqz
  if
   local.get $2
   local.get $0
   i32.const 1
   i32.add
   i64.extend_i32_u
   local.tee $2
   i64.shr_u
   local.get $2
   i64.shl
   local.tee $2
   i64.eqz
   if
    i32.const 0
    return
   end
   local.get $2
   i64.ctz
   i32.wrap_i64
   i32.const 2
   i32.shl
   i32.const 4392
   i32.add
   i32.load
   local.set $1
  end
  local.get $1
  local.get $1
  i32.load offset=16
  local.tee $0
  local.get $3
  i32.add
  i32.store offset=16
  local.get $1
  local.get $1
  i32.load offset=20
  local.get $3
  i32.add
  i32.store offset=20
  i32.const 4384
  i32.const 4384
  i32.load
  local.get $3
  i32.add
  i32.store
  local.get $1
  call $assembly/slab/rebin
  local.get $0
  local.get $1
  i32.add
  i32.const 4
  i32.add
 )
 (func $assembly/room/makeDue (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  local.get $0
  i32.load offset=32
  local.tee $3
  i32.eqz
  if
   i32.const 1
   return
  end
  local.get $3
  if (result i32)
   local.get $3
   i32.load offset=8
  else
   i32.const 0
  end
  local.set $4
  loop $while-continue|0
   local.get $1
   local.get $3
   i32.load offset=20
   local.tee $0
   local.get $3
   i32.load offset=24
   local.tee $2
   i32.sub
   i32.const 0
   local.get $0
   local.get $2
   i32.gt_u
   select
   i32.gt_u
   if
    local.get $4
    if (result i32)
     local.get $4
     i32.load offset=24
     local.get $4
     i32.load offset=40
     i32.add
    else
     i32.const 0
    end
    if (result i32)
     local.get $1
     local.get $3
     i32.load offset=20
     i32.gt_u
    else
     i32.const 1
    end
    if
     i32.const 0
     return
    end
    local.get $4
    i32.const 0
    call $assembly/room/evict
    br $while-continue|0
   end
  end
  i32.const 1
 )
 (func $assembly/pages/closeInode (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  local.get $0
  i32.load offset=12
  if (result i32)
   i32.const 0
  else
   i32.const 6544
   i32.load
   local.get $0
   i32.ne
  end
  if
   i32.const 6512
   i32.load
   i32.const -1
   i32.const 6520
   i32.load
   local.tee $1
   i32.const 1
   i32.sub
   i32.clz
   i32.shr_u
   local.tee $2
   local.get $0
   local.tee $3
   i64.load32_u offset=36
   i32.const 4928
   i64.load
   local.get $0
   i64.load offset=40
   i64.xor
   local.tee $4
   i64.const 33
   i64.shr_u
   local.get $4
   i64.xor
   i64.const -4417276706812531889
   i64.mul
   local.tee $4
   i64.const 29
   i64.shr_u
   local.get $4
   i64.xor
   i64.const 1609587929392839161
   i64.mul
   local.tee $4
   i64.const 32
   i64.shr_u
   local.get $4
   i64.xor
   i64.xor
   local.tee $4
   i64.const 33
   i64.shr_u
   local.get $4
   i64.xor
   i64.const -4417276706812531889
   i64.mul
   local.tee $4
   i64.const 29
   i64.shr_u
   local.get $4
   i64.xor
   i64.const 1609587929392839161
   i64.mul
   local.tee $4
   i64.const 32
   i64.shr_u
   local.get $4
   i64.xor
   i32.wrap_i64
   i32.and
   local.tee $0
   local.get $0
   local.get $2
   i32.const 1
   i32.shr_u
   i32.and
   local.get $0
   local.get $1
   i32.lt_u
   select
   local.tee $0
   i32.const 16
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.get $0
   i32.const 6
   i32.shr_u
   i32.const 1023
   i32.and
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.get $0
   i32.const 63
   i32.and
   i32.const 6
   i32.shl
   i32.add
   local.tee $1
   local.set $0
   loop $while-continue|0
    local.get $0
    if
     local.get $0
     local.set $1
     loop $for-loop|1
      local.get $1
      local.get $0
      i32.const 56
      i32.add
      i32.lt_u
      if
       local.get $1
       local.get $5
       local.get $3
       local.get $1
       i32.load
       i32.eq
       select
       local.set $5
       local.get $1
       i32.const 8
       i32.add
       local.set $1
       br $for-loop|1
      end
     end
     local.get $0
     local.get $6
     local.get $0
     i32.load offset=60
     local.tee $2
     select
     local.set $6
     local.get $0
     local.set $1
     local.get $2
     local.set $0
     br $while-continue|0
    end
   end
   local.get $5
   i32.eqz
   if
    i32.const 6144
    i32.const 94
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 2320
    i32.store
    i32.const 6156
    i32.const 2316
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $1
   i32.const 48
   i32.add
   local.set $0
   loop $while-continue|2
    local.get $0
    i32.load
    i32.eqz
    if
     local.get $0
     i32.const 8
     i32.sub
     local.set $0
     br $while-continue|2
    end
   end
   local.get $0
   local.get $5
   i32.ne
   if
    local.get $5
    local.get $0
    i64.load
    i64.store
   end
   local.get $0
   i64.const 0
   i64.store
   local.get $6
   i32.const 0
   local.get $0
   local.get $1
   i32.eq
   select
   if
    local.get $6
    local.get $1
    i32.load offset=60
    i32.store offset=60
    local.get $1
    i32.const 4176
    i32.load
    i32.store offset=4
    i32.const 4176
    local.get $1
    i32.store
    i32.const 4196
    i32.const 4196
    i32.load
    i32.const 1
    i32.add
    i32.store
    i32.const 4192
    i32.const 4192
    i32.load
    i32.const 1
    i32.sub
    i32.store
   end
   i32.const 6524
   i32.const 6524
   i32.load
   i32.const 1
   i32.sub
   i32.store
   local.get $3
   i32.load offset=12
   if
    i32.const 6144
    i32.const 97
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 2176
    i32.store
    i32.const 6156
    i32.const 2172
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $3
   i32.load offset=28
   local.tee $0
   if
    i32.const 4336
    i32.load
    local.get $0
    i32.const 10
    i32.shr_u
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.const 0
    i32.store
   end
   local.get $3
   i32.const 0
   i32.store
   local.get $3
   i32.const 4240
   i32.load
   i32.store offset=4
   i32.const 4240
   local.get $3
   i32.store
   i32.const 4260
   i32.const 4260
   i32.load
   i32.const 1
   i32.add
   i32.store
   i32.const 4256
   i32.const 4256
   i32.load
   i32.const 1
   i32.sub
   i32.store
  end
 )
 (func $assembly/order/orderPressed (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  i32.const 6504
  i32.load
  local.tee $0
  i32.const 0
  i32.const 6508
  i32.load
  local.tee $2
  select
  if (result i32)
   local.get $0
   i32.load offset=24
   local.get $0
   i32.load offset=40
   i32.add
  else
   i32.const 0
  end
  if
   i32.const 6508
   local.get $2
   i32.const 1
   i32.sub
   i32.store
   local.get $0
   return
  end
  i32.const 0
  call $assembly/order/orderWalk
  local.set $0
  loop $for-loop|0
   local.get $0
   if
    local.get $0
    local.get $1
    local.get $0
    i32.load offset=24
    local.get $0
    i32.load offset=40
    i32.add
    if (result i32)
     local.get $1
     i32.eqz
     local.tee $2
     if (result i32)
      local.get $2
     else
      local.get $1
      i64.load32_u offset=8
      local.get $0
      i32.load offset=20
      local.get $0
      i32.load offset=36
      i32.add
      i64.extend_i32_u
      i64.mul
      local.get $0
      i64.load32_u offset=8
      local.get $1
      i32.load offset=20
      local.get $1
      i32.load offset=36
      i32.add
      i64.extend_i32_u
      i64.mul
      i64.gt_u
     end
    else
     i32.const 0
    end
    select
    local.set $1
    local.get $0
    call $assembly/order/orderWalk
    local.set $0
    br $for-loop|0
   end
  end
  i32.const 6504
  local.get $1
  i32.store
  i32.const 6508
  i32.const 15
  i32.store
  local.get $1
 )
 (func $assembly/mover/compactStep (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  i32.const 4360
  i64.load
  local.tee $4
  i64.eqz
  if (result i32)
   i32.const 0
  else
   i32.const 0
   local.get $4
   i64.clz
   i32.wrap_i64
   i32.sub
   i32.const 2
   i32.shl
   i32.const 4840
   i32.add
   i32.load
  end
  local.set $1
  i32.const 4352
  i64.load
  local.tee $4
  i64.eqz
  if (result i32)
   i32.const 0
  else
   i32.const 0
   local.get $4
   i64.clz
   i32.wrap_i64
   i32.sub
   i32.const 2
   i32.shl
   i32.const 4644
   i32.add
   i32.load
  end
  local.tee $0
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $1
  local.get $0
  local.get $1
  if (result i32)
   i32.const 4368
   i32.load
   local.tee $5
   local.get $1
   i32.load offset=16
   local.tee $6
   i32.sub
   local.get $6
   i32.const -64
   i32.add
   local.get $1
   i32.load offset=20
   i32.sub
   i32.add
   local.get $5
   local.get $0
   i32.load offset=16
   local.tee $5
   i32.sub
   local.get $5
   i32.const -64
   i32.add
   local.get $0
   i32.load offset=20
   i32.sub
   i32.add
   i32.gt_u
  else
   i32.const 0
  end
  select
  local.tee $7
  i32.load offset=16
  local.set $0
  local.get $7
  i32.load offset=20
  i32.const 4388
  i32.load
  i32.const 4368
  i32.load
  local.get $0
  i32.sub
  i32.sub
  i32.le_u
  if
   local.get $0
   local.get $7
   i32.add
   local.set $8
   local.get $7
   i32.const -64
   i32.sub
   local.set $0
   local.get $7
   call $assembly/slab/slabHide
   loop $while-continue|0
    local.get $0
    local.get $8
    i32.lt_u
    if
     block $while-break|0
      i32.const 0
      local.get $0
      i32.load
      local.tee $6
      local.get $6
      i32.const 1
      i32.and
      select
      local.tee $5
      i32.eqz
      if
       local.get $0
       local.get $6
       i32.const 1
       i32.shr_u
       i32.add
       local.set $0
       br $while-continue|0
      end
      local.get $5
      i32.load16_u offset=18
      i32.const 1
      i32.add
      local.tee $6
      call $assembly/slab/slotTake
      local.tee $9
      i32.eqz
      br_if $while-break|0
      local.get $9
      local.get $0
      i32.const 4
      i32.add
      local.get $6
      memory.copy
      local.get $9
      i32.const 4
      i32.sub
      local.get $5
      i32.store
      local.get $5
      local.get $9
      i32.store offset=8
      local.get $6
      i32.const 7
      i32.add
      i32.const -4
      i32.and
      local.tee $5
      local.get $0
      i32.add
      local.set $0
      local.get $3
      local.get $6
      i32.add
      local.set $3
      local.get $2
      local.get $5
      i32.add
      local.set $2
      br $while-continue|0
     end
    end
   end
   local.get $0
   local.get $7
   i32.const -64
   i32.sub
   local.tee $5
   i32.sub
   local.set $6
   i32.const 4100
   i32.load
   i32.const 16
   i32.and
   if
    local.get $5
    i32.const 0
    local.get $6
    memory.fill
   end
   local.get $7
   local.get $7
   i32.load offset=20
   local.get $2
   i32.sub
   local.tee $5
   i32.store offset=20
   i32.const 4384
   i32.const 4384
   i32.load
   local.get $2
   i32.sub
   i32.store
   local.get $0
   local.get $7
   i32.const -64
   i32.sub
   local.tee $0
   i32.sub
   local.set $2
   local.get $5
   if
    local.get $2
    if
     local.get $0
     local.get $2
     i32.const 1
     i32.shl
     i32.const 1
     i32.or
     i32.store
    end
   else
    local.get $7
    i32.const 64
    i32.store offset=16
   end
   local.get $7
   call $assembly/slab/rebin
   local.get $7
   i32.load offset=20
   i32.eqz
   if
    local.get $7
    call $assembly/slab/slabClose
    local.get $7
    i32.const 4124
    i32.load
    i32.store
    local.get $7
    local.get $7
    i32.const 1
    i32.or
    i32.store offset=4
    i32.const 4124
    local.get $7
    i32.store
    i32.const 4128
    i32.const 4128
    i32.load
    i32.const 1
    i32.add
    i32.store
   end
   i32.const 5232
   i32.const 5232
   i64.load
   i64.const 1
   i64.add
   i64.store
   i32.const 5240
   i32.const 5240
   i64.load
   local.get $3
   i64.extend_i32_u
   i64.add
   i64.store
  end
  local.get $3
  if
   i32.const 1
   return
  end
  local.get $1
  if (result i32)
   local.get $1
   i32.load offset=16
   i32.const -64
   i32.add
   local.get $1
   i32.load offset=20
   i32.sub
   i32.const 4116
   i32.load
   i32.const 6
   i32.shr_u
   i32.lt_u
  else
   i32.const 1
  end
  if
   i32.const 0
   return
  end
  i32.const 0
  local.set $0
  local.get $1
  local.get $1
  i32.load offset=16
  i32.add
  local.set $5
  local.get $1
  i32.const -64
  i32.sub
  local.tee $2
  local.set $3
  loop $while-continue|00
   local.get $2
   local.get $5
   i32.lt_u
   if
    i32.const 0
    local.get $2
    i32.load
    local.tee $6
    local.get $6
    i32.const 1
    i32.and
    select
    local.tee $7
    i32.eqz
    if
     local.get $2
     local.get $6
     i32.const 1
     i32.shr_u
     i32.add
     local.set $2
     br $while-continue|00
    end
    local.get $7
    i32.load16_u offset=18
    i32.const 1
    i32.add
    local.set $6
    local.get $2
    local.get $3
    i32.ne
    if
     local.get $3
     local.get $2
     local.get $6
     i32.const 7
     i32.add
     i32.const -4
     i32.and
     memory.copy
     local.get $7
     local.get $3
     i32.const 4
     i32.add
     i32.store offset=8
     local.get $0
     local.get $6
     i32.add
     local.set $0
    end
    local.get $6
    i32.const 7
    i32.add
    i32.const -4
    i32.and
    local.tee $6
    local.get $2
    i32.add
    local.set $2
    local.get $3
    local.get $6
    i32.add
    local.set $3
    br $while-continue|00
   end
  end
  local.get $2
  local.get $5
  i32.ne
  if
   i32.const 6144
   i32.const 65
   i32.store
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 1984
   i32.store
   i32.const 6156
   i32.const 1980
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  i32.const 4100
  i32.load
  i32.const 16
  i32.and
  if
   local.get $3
   i32.const 0
   local.get $5
   local.get $3
   i32.sub
   memory.fill
  end
  local.get $1
  local.get $3
  local.get $1
  i32.sub
  i32.store offset=16
  local.get $1
  i32.load offset=16
  i32.const -64
  i32.add
  local.get $1
  i32.load offset=20
  i32.sub
  if
   i32.const 6144
   i32.const 310
   i32.store
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 1920
   i32.store
   i32.const 6156
   i32.const 1916
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  local.get $1
  call $assembly/slab/rebin
  i32.const 5232
  i32.const 5232
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 5240
  i32.const 5240
  i64.load
  local.get $0
  i64.extend_i32_u
  i64.add
  i64.store
  i32.const 1
 )
 (func $assembly/engine/storePage (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  (local $9 i64)
  (local $10 i64)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  i32.const 5120
  i32.const 5120
  i64.load
  i64.const 1
  i64.add
  i64.store
  block $folding-inner3
   block $folding-inner2 (result i32)
    local.get $0
    if (result i32)
     local.get $0
     i32.load
     i32.const 1
     i32.eq
    else
     i32.const 0
    end
    i32.eqz
    if
     i32.const 5152
     i32.const 5152
     i64.load
     i64.const 1
     i64.add
     i64.store
     i32.const -3
     br $folding-inner2
    end
    local.get $0
    i32.load offset=32
    local.tee $5
    if (result i32)
     local.get $5
     i32.load offset=8
    else
     i32.const 0
    end
    local.set $13
    local.get $0
    local.get $1
    call $assembly/directory/directoryFind
    local.tee $8
    if
     local.get $13
     if (result i32)
      local.get $13
      local.get $8
      i32.load offset=8
      local.tee $5
      i32.const 1
      i32.sub
      i32.const 0
      local.get $5
      i32.const 1
      i32.and
      select
      local.tee $5
      call $assembly/order/orderTouch
      local.get $5
      i32.load8_u offset=25
      i32.const 4
      i32.or
     else
      i32.const 0
     end
     local.set $6
     local.get $8
     i32.const 0
     call $assembly/pages/removePage
     i32.const 5192
     i32.const 5192
     i64.load
     i64.const 1
     i64.add
     i64.store
    end
    block $folding-inner1
     block $folding-inner0
      local.get $13
      i32.const 0
      i32.ne
      local.tee $5
      call $assembly/room/reserveRecords
      if (result i32)
       i32.const 1
      else
       call $assembly/room/makeBlock
       if (result i32)
        local.get $5
        call $assembly/room/reserveRecords
       else
        i32.const 0
       end
      end
      i32.eqz
      br_if $folding-inner0
      local.get $6
      i32.const 1
      local.get $13
      select
      i32.eqz
      if
       i32.const 4928
       i64.load
       local.get $1
       i64.extend_i32_u
       local.get $0
       i64.extend_i32_u
       i64.const 32
       i64.shl
       i64.xor
       i64.xor
       local.tee $7
       local.get $7
       i64.const 33
       i64.shr_u
       i64.xor
       i64.const -4417276706812531889
       i64.mul
       local.tee $7
       local.get $7
       i64.const 29
       i64.shr_u
       i64.xor
       i64.const 1609587929392839161
       i64.mul
       local.tee $7
       local.get $7
       i64.const 32
       i64.shr_u
       i64.xor
       local.tee $7
       local.get $7
       i64.const 1
       i64.or
       local.get $7
       i32.wrap_i64
       select
       local.set $9
       local.get $13
       local.get $13
       i32.load offset=48
       i32.const 1
       i32.add
       i32.store offset=48
       local.get $13
       local.get $9
       i32.wrap_i64
       call $assembly/order/settleDuels
       block $__inlined_func$assembly/order/ghostTake$1472 (result i32)
        i32.const 0
        i32.const 6500
        i32.load
        local.tee $5
        if (result i32)
         local.get $5
         i32.const -1
         local.get $5
         i32.const 1
         i32.sub
         i32.clz
         i32.shr_u
         local.tee $6
         local.get $9
         i64.const 32
         i64.shr_u
         i32.wrap_i64
         i32.and
         local.tee $5
         i32.le_u
         if
          local.get $5
          local.get $6
          i32.const 1
          i32.shr_u
          i32.and
          local.set $5
         end
         i32.const 6496
         i32.load
         local.get $5
         i32.const 6
         i32.shr_u
         local.tee $6
         i32.const 10
         i32.shr_u
         i32.const 2
         i32.shl
         i32.add
         i32.load
         local.get $6
         i32.const 1023
         i32.and
         i32.const 2
         i32.shl
         i32.add
         i32.load
         local.get $5
         i32.const 63
         i32.and
         i32.const 6
         i32.shl
         i32.add
        else
         i32.const 0
        end
        local.tee $5
        i32.eqz
        br_if $__inlined_func$assembly/order/ghostTake$1472
        drop
        local.get $5
        local.set $6
        loop $for-loop|0
         local.get $6
         local.get $5
         i32.const -64
         i32.sub
         i32.lt_u
         if
          local.get $6
          i32.load
          local.get $9
          i32.wrap_i64
          i32.eq
          if
           local.get $6
           i32.load offset=4
           local.set $5
           local.get $6
           i32.const 0
           i32.store
           local.get $5
           i32.const 3
           i32.and
           i32.const 0
           local.get $13
           i32.load offset=24
           local.get $13
           i32.load offset=40
           i32.add
           local.get $13
           i32.load offset=52
           local.get $5
           i32.const 2
           i32.shr_u
           i32.sub
           i32.const 1073741823
           i32.and
           i32.ge_u
           select
           br $__inlined_func$assembly/order/ghostTake$1472
          end
          local.get $6
          i32.const 8
          i32.add
          local.set $6
          br $for-loop|0
         end
        end
        i32.const 0
       end
       local.set $5
       i32.const 1
       local.set $6
       block $__inlined_func$assembly/order/orderChoose$517
        local.get $5
        i32.eqz
        br_if $__inlined_func$assembly/order/orderChoose$517
        i32.const 6
        i32.const 5
        local.get $5
        i32.const 3
        i32.eq
        select
        local.set $6
        local.get $5
        i32.const 1
        i32.ne
        br_if $__inlined_func$assembly/order/orderChoose$517
        i32.const 2
        local.set $6
        local.get $13
        i32.load offset=28
        if (result i32)
         local.get $13
         i64.load32_u offset=44
         local.get $13
         i32.load offset=20
         local.tee $8
         local.get $13
         i32.load offset=36
         i32.add
         local.tee $5
         i64.extend_i32_u
         i64.mul
         i64.const 16
         i64.shr_u
         i32.wrap_i64
         local.get $5
         i32.const 5
         i32.shr_u
         i32.add
         local.get $8
         i32.lt_u
        else
         i32.const 1
        end
        br_if $__inlined_func$assembly/order/orderChoose$517
        local.get $13
        call $assembly/order/mainVictim
        local.set $5
        local.get $13
        i32.load offset=48
        local.get $13
        i32.load offset=76
        i32.sub
        i32.const 0
        i32.ge_s
        if (result i32)
         local.get $5
         i32.const 1
         i32.store8 offset=26
         i32.const 4928
         i64.load
         local.get $5
         i64.load32_u offset=16
         local.get $5
         i64.load32_u offset=12
         i64.const 32
         i64.shl
         i64.xor
         i64.xor
         local.tee $7
         local.get $7
         i64.const 33
         i64.shr_u
         i64.xor
         i64.const -4417276706812531889
         i64.mul
         local.tee $7
         local.get $7
         i64.const 29
         i64.shr_u
         i64.xor
         i64.const 1609587929392839161
         i64.mul
         local.tee $7
         local.get $7
         i64.const 32
         i64.shr_u
         i64.xor
         local.set $7
         local.get $13
         i32.const 96
         i32.add
         local.get $13
         i32.load offset=72
         local.tee $6
         i32.const 2
         i32.shl
         i32.add
         local.tee $5
         local.get $9
         i64.store32
         local.get $5
         local.get $7
         local.get $7
         i64.const 1
         i64.or
         local.get $7
         i32.wrap_i64
         select
         i64.store32 offset=128
         local.get $13
         local.get $6
         i32.const 1
         i32.add
         i32.const 31
         i32.and
         i32.store offset=72
         local.get $13
         local.get $13
         i32.load offset=48
         local.get $13
         i32.load offset=24
         local.get $13
         i32.load offset=40
         i32.add
         i32.const 3
         i32.shr_u
         i32.add
         i32.store offset=76
         i32.const 16
        else
         i32.const 0
        end
        i32.const 10
        i32.const 1
        block $__inlined_func$assembly/order/mayReplace$56 (result i32)
         local.get $13
         i32.load offset=56
         local.tee $5
         if
          local.get $5
          i32.const 0
          i32.gt_s
          br $__inlined_func$assembly/order/mayReplace$56
         end
         i32.const 0
         local.get $13
         i32.load offset=64
         local.tee $5
         local.get $13
         i32.load offset=24
         local.get $13
         i32.load offset=40
         i32.add
         i32.const 24
         i32.div_u
         i32.ge_u
         br_if $__inlined_func$assembly/order/mayReplace$56
         drop
         local.get $13
         local.get $5
         i32.const 1
         i32.add
         i32.store offset=64
         i32.const 1
        end
        select
        i32.or
        local.set $6
       end
      end
      local.get $2
      local.get $3
      call $assembly/codec/fill/fillDetect
      if
       local.get $2
       i64.load
       local.set $7
       local.get $0
       local.get $1
       local.get $3
       local.get $3
       i32.const 8
       i32.ge_u
       if (result i64)
        local.get $7
       else
        local.get $7
        i64.const 1
        local.get $3
        i32.const 3
        i32.shl
        i64.extend_i32_u
        i64.shl
        i64.const 1
        i64.sub
        i64.and
       end
       local.get $3
       call $assembly/pages/fillBody
       local.get $6
       call $assembly/engine/admit
       i32.const 1
       return
      end
      i32.const 4896
      i32.load
      if (result i32)
       i32.const 4100
       i32.load
       i32.const 8
       i32.and
      else
       i32.const 0
      end
      if (result i32)
       i32.const 4100
       i32.load
       i32.const 4
       i32.and
      else
       i32.const 1
      end
      if (result i32)
       i32.const 1
      else
       local.get $0
       i32.load offset=32
       local.tee $5
       if (result i32)
        local.get $0
        i32.load offset=16
        if (result i32)
         local.get $5
         if (result i32)
          local.get $5
          i32.load offset=8
         else
          i32.const 0
         end
        else
         i32.const 1
        end
       else
        i32.const 0
       end
      end
      if (result i32)
       i32.const 1
      else
       i32.const 4104
       i32.load
      end
      if (result i32)
       i32.const 0
      else
       local.get $0
       local.get $3
       call $assembly/room/makeDue
      end
      if
       local.get $0
       local.get $1
       local.get $2
       local.get $3
       local.get $4
       call $assembly/waiting/keepYoung
       local.tee $5
       if
        local.get $0
        local.get $1
        local.get $3
        local.get $5
        i32.const 0
        call $assembly/engine/admit
        i32.const 1
        return
       end
      end
      local.get $2
      local.get $3
      local.get $0
      i32.load offset=16
      call $assembly/hash/pageHash
      local.set $9
      i32.const 4100
      i32.load
      i32.const 1
      i32.and
      if
       local.get $9
       local.get $2
       local.get $3
       call $assembly/pages/duplicateOf
       local.tee $5
       if
        local.get $0
        local.get $0
        i32.load offset=16
        if (result i32)
         i32.const 0
        else
         local.get $5
         i32.load16_u offset=18
         i32.const 1
         i32.add
        end
        call $assembly/room/makeDue
        br_if $folding-inner3
        local.get $5
        call $assembly/pages/unshare
        drop
        br $folding-inner1
       end
      end
      i32.const 4104
      i32.load
      if (result i32)
       i32.const 4100
       i32.load
       i32.const 32
       i32.and
       if (result i32)
        i32.const 6448
        i32.load
        i32.const 0
        i32.ne
       else
        i32.const 0
       end
      else
       i32.const 1
      end
      i32.eqz
      br_if $folding-inner0
      local.get $0
      i32.const 1
      call $assembly/room/makeDue
      i32.eqz
      br_if $folding-inner1
      local.get $2
      local.get $3
      local.get $4
      call $assembly/pages/makeBody
      local.tee $4
      i32.const 20
      i32.shr_u
      local.set $12
      local.get $4
      i32.const 1048575
      i32.and
      local.tee $11
      local.get $3
      local.get $3
      i32.const 3
      i32.shr_u
      i32.sub
      i32.gt_u
      local.get $12
      i32.const 1
      i32.eq
      local.tee $4
      local.get $4
      select
      if (result i32)
       i32.const 4100
       i32.load
       i32.const 8
       i32.and
      else
       i32.const 0
      end
      if (result i32)
       i32.const 4100
       i32.load
       i32.const 4
       i32.and
      else
       i32.const 0
      end
      if
       i32.const 5144
       i32.const 5144
       i64.load
       i64.const 1
       i64.add
       i64.store
       i32.const -2
       br $folding-inner2
      end
      local.get $0
      local.get $11
      call $assembly/room/makeDue
      i32.eqz
      br_if $folding-inner1
      local.get $6
      i32.const 8
      i32.and
      i32.const 0
      i32.ne
      local.set $4
      i32.const 4380
      i32.load
      i32.const 4116
      i32.load
      i32.const 5
      i32.shr_u
      i32.mul
      local.get $11
      i32.const 7
      i32.add
      i32.const -4
      i32.and
      i32.add
      local.set $8
      loop $while-continue|0
       loop $while-continue|1
        local.get $8
        i32.const 4380
        i32.load
        i32.const 4368
        i32.load
        i32.const -64
        i32.add
        i32.mul
        i32.const 4384
        i32.load
        i32.sub
        i32.const 4116
        i32.load
        local.tee $5
        i32.const 4132
        i64.load32_u
        i64.const 16
        i64.shl
        local.tee $10
        i32.const 4120
        i64.load32_u
        local.tee $7
        i64.gt_u
        if (result i32)
         local.get $10
         local.get $7
         i64.sub
         local.get $5
         i64.extend_i32_u
         i64.div_u
         i32.wrap_i64
        else
         i32.const 0
        end
        i32.const 4128
        i32.load
        i32.add
        i32.mul
        i32.add
        i32.const 4900
        i32.load
        i32.const -64
        i32.sub
        i32.const 4924
        i32.load
        i32.const 15
        i32.mul
        i32.const 4912
        i32.load
        i32.sub
        i32.mul
        i32.add
        i32.gt_u
        if (result i32)
         i32.const 4100
         i32.load
         i32.const 32
         i32.and
         if (result i32)
          i32.const 6448
          i32.load
         else
          i32.const 0
         end
        else
         i32.const 0
        end
        if
         call $assembly/order/orderPressed
         local.tee $5
         local.get $4
         local.get $5
         local.get $13
         i32.eq
         i32.and
         call $assembly/room/evict
         i32.const 0
         local.set $4
         br $while-continue|1
        end
       end
       local.get $11
       call $assembly/room/placeFor
       local.tee $5
       if (result i32)
        i32.const 0
       else
        i32.const 4100
        i32.load
        i32.const 32
        i32.and
        if (result i32)
         i32.const 6448
         i32.load
        else
         i32.const 0
        end
       end
       if
        call $assembly/order/orderPressed
        i32.const 0
        call $assembly/room/evict
        br $while-continue|0
       end
      end
      local.get $5
      i32.eqz
      if
       i32.const 4104
       i32.const 1
       i32.store
       br $folding-inner0
      end
      local.get $9
      local.get $12
      local.get $3
      local.get $11
      i32.const 90432
      local.get $2
      local.get $12
      i32.const 1
      i32.ne
      select
      local.get $5
      i32.const 4100
      i32.load
      i32.const 1
      i32.and
      call $assembly/pages/keepBytes
      local.set $5
      local.get $0
      i32.load offset=16
      if
       local.get $0
       i32.load offset=32
       local.tee $4
       if
        local.get $4
        local.get $11
        local.get $4
        i32.load offset=24
        i32.add
        local.tee $2
        i32.store offset=24
        local.get $2
        local.get $4
        i32.load offset=52
        i32.gt_u
        if
         local.get $4
         local.get $2
         i32.store offset=52
        end
       end
      end
      br $folding-inner3
     end
     i32.const 5136
     i32.const 5136
     i64.load
     i64.const 1
     i64.add
     i64.store
     i32.const -1
     br $folding-inner2
    end
    i32.const 5280
    i32.const 5280
    i64.load
    i64.const 1
    i64.add
    i64.store
    i32.const -6
   end
   i32.const 4096
   i32.load
   i32.const -64
   i32.sub
   local.set $0
   i32.const 4100
   i32.load
   i32.const 16
   i32.and
   if
    i32.const 90432
    i32.const 0
    local.get $0
    memory.fill
   end
   return
  end
  local.get $0
  local.get $1
  local.get $3
  local.get $5
  local.get $6
  call $assembly/engine/admit
  i32.const 1
 )
 (func $assembly/clients/clientWalk (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  local.get $0
  i32.eqz
  local.set $3
  i32.const 6476
  i32.load
  local.set $2
  loop $for-loop|0
   local.get $2
   if
    local.get $3
    i32.eqz
    local.get $0
    local.get $2
    i32.lt_u
    local.get $2
    i32.const 6476
    i32.load
    i32.eq
    if (result i32)
     i32.const 6468
     i32.load
    else
     local.get $2
     i32.const 4096
     i32.add
    end
    local.tee $4
    local.get $0
    i32.le_u
    i32.or
    i32.and
    i32.eqz
    if
     local.get $2
     i32.const -64
     i32.sub
     local.get $0
     i32.const 56
     i32.add
     local.get $3
     select
     local.set $1
     i32.const 1
     local.set $3
     loop $while-continue|1
      local.get $1
      local.get $4
      i32.lt_u
      if (result i32)
       local.get $1
       i32.load
      else
       i32.const 1
      end
      i32.eqz
      if
       local.get $1
       i32.const 56
       i32.add
       local.set $1
       br $while-continue|1
      end
     end
     local.get $1
     local.get $4
     i32.lt_u
     if
      local.get $1
      return
     end
    end
    local.get $2
    i32.load
    local.set $2
    br $for-loop|0
   end
  end
  i32.const 0
 )
 (func $assembly/workshop/layOut (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  i32.const 65184
  local.get $0
  i32.const 4
  i32.shl
  i32.const 20768
  i32.sub
  local.tee $3
  local.get $3
  i32.const 65184
  i32.ge_u
  select
  i32.const -128
  i32.and
  local.tee $7
  local.get $0
  i32.const 90495
  i32.add
  i32.const -64
  i32.and
  local.tee $4
  i32.add
  i32.const 479
  i32.add
  i32.const -64
  i32.and
  local.tee $8
  local.get $7
  i32.const 1
  i32.shl
  i32.add
  i32.const 68287
  i32.add
  i32.const -64
  i32.and
  local.tee $5
  local.get $0
  i32.const 1
  i32.shl
  local.get $0
  i32.const 2
  i32.shl
  i32.add
  local.get $0
  i32.const 1
  i32.shr_u
  i32.const 3
  i32.shl
  i32.add
  i32.add
  i32.const 8279
  i32.add
  i32.const -64
  i32.and
  local.tee $6
  i32.const 1048640
  i32.const 0
  local.get $1
  select
  i32.add
  i32.const 63
  i32.add
  i32.const -64
  i32.and
  local.set $3
  local.get $2
  if
   i32.const 4112
   local.get $0
   i32.store
   i32.const 4116
   local.get $7
   i32.store
   i32.const 4120
   local.get $4
   i32.store
   i32.const 4124
   local.get $8
   i32.store
   i32.const 4128
   local.get $5
   i32.store
   i32.const 4132
   local.get $6
   i32.store
   i32.const 4136
   local.get $3
   i32.store
  end
  local.get $3
  local.get $0
  local.get $1
  i32.mul
  i32.add
  i32.const -64
  i32.sub
 )
 (func $assembly/waiting/youngHash (param $0 i32) (result i64)
  (local $1 i64)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  local.get $0
  local.get $0
  i32.const 4900
  i32.load
  i32.add
  local.tee $2
  i32.load offset=8
  local.tee $3
  i32.load16_u offset=16
  i32.const 1
  i32.add
  local.tee $4
  local.get $2
  i32.load offset=12
  i32.load offset=16
  call $assembly/hash/pageHash
  local.tee $1
  local.get $1
  i64.const -1
  i64.xor
  local.get $3
  i64.load
  local.tee $1
  i64.eqz
  if (result i32)
   i32.const 1
  else
   local.get $0
   local.get $4
   call $assembly/hash/pageSum
   local.get $1
   i64.eq
  end
  select
 )
 (func $assembly/table/tableInit (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  local.get $1
  i32.const 0
  local.get $2
  i32.const 2
  i32.shl
  memory.fill
  local.get $0
  local.get $1
  i32.store
  local.get $0
  local.get $2
  i32.store offset=4
  local.get $0
  local.get $3
  i32.store offset=16
  local.get $0
  i32.const 0
  call $assembly/table/segmentAdd
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  i32.const 64
  i32.store offset=8
  i32.const 1
 )
 (func $assembly/table/tableGrow (param $0 i32) (result i32)
  (local $1 i32)
  local.get $0
  i32.load offset=12
  local.get $0
  i32.load offset=8
  local.tee $1
  local.get $0
  i32.load offset=16
  i32.mul
  i32.le_u
  if
   i32.const 0
   return
  end
  local.get $1
  i32.const 63
  i32.and
  if (result i32)
   i32.const 1
  else
   local.get $0
   local.get $1
   i32.const 6
   i32.shr_u
   call $assembly/table/segmentAdd
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  i32.const 1
  i32.add
  i32.store offset=8
  local.get $1
 )
 (func $assembly/room/tidy
  (local $0 i32)
  (local $1 i32)
  i32.const 4380
  i32.load
  local.tee $1
  i32.const 4116
  i32.load
  local.tee $0
  i32.const 24
  i32.div_u
  i32.mul
  local.get $0
  i32.const 1
  i32.shl
  i32.add
  local.get $1
  i32.const 4368
  i32.load
  i32.const -64
  i32.add
  i32.mul
  i32.const 4384
  i32.load
  i32.sub
  i32.lt_u
  if
   call $assembly/mover/compactStep
   drop
  end
 )
 (func $assembly/room/placeFor (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  call $assembly/room/tidy
  local.get $0
  call $assembly/slab/slotTake
  local.tee $1
  i32.eqz
  if
   local.get $0
   call $assembly/room/placeInNewSlab
   local.set $1
  end
  loop $for-loop|0
   local.get $1
   i32.eqz
   local.get $2
   i32.const 4
   i32.lt_u
   i32.and
   if (result i32)
    call $assembly/mover/compactStep
   else
    i32.const 0
   end
   if
    local.get $0
    call $assembly/slab/slotTake
    local.tee $1
    i32.eqz
    if
     local.get $0
     call $assembly/room/placeInNewSlab
     local.set $1
    end
    local.get $2
    i32.const 1
    i32.add
    local.set $2
    br $for-loop|0
   end
  end
  local.get $1
 )
 (func $assembly/room/makeBlock (result i32)
  (local $0 i32)
  (local $1 i64)
  (local $2 i64)
  loop $while-continue|0
   i32.const 4116
   i32.load
   local.tee $0
   local.get $0
   i32.const 4132
   i64.load32_u
   i64.const 16
   i64.shl
   local.tee $1
   i32.const 4120
   i64.load32_u
   local.tee $2
   i64.gt_u
   if (result i32)
    local.get $1
    local.get $2
    i64.sub
    local.get $0
    i64.extend_i32_u
    i64.div_u
    i32.wrap_i64
   else
    i32.const 0
   end
   i32.const 4128
   i32.load
   i32.add
   i32.mul
   i32.gt_u
   if
    i32.const 4380
    i32.load
    i32.const 4368
    i32.load
    i32.const -64
    i32.add
    i32.mul
    i32.const 4384
    i32.load
    i32.sub
    i32.const 4116
    i32.load
    i32.const 3
    i32.mul
    i32.gt_u
    if (result i32)
     call $assembly/mover/compactStep
    else
     i32.const 0
    end
    br_if $while-continue|0
    i32.const 4100
    i32.load
    i32.const 32
    i32.and
    if (result i32)
     i32.const 6448
     i32.load
     i32.const 0
     i32.ne
    else
     i32.const 0
    end
    i32.eqz
    if
     i32.const 0
     return
    end
    call $assembly/order/orderPressed
    i32.const 0
    call $assembly/room/evict
    br $while-continue|0
   end
  end
  i32.const 1
 )
 (func $assembly/pages/makeBody (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 v128)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 v128)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 v128)
  local.get $1
  local.set $4
  loop $while-continue|0
   local.get $4
   i32.const 16
   i32.ge_u
   if (result i32)
    local.get $0
    local.get $4
    i32.add
    i32.const 16
    i32.sub
    v128.load
    v128.any_true
   else
    i32.const 1
   end
   i32.eqz
   if
    local.get $4
    i32.const 16
    i32.sub
    local.set $4
    br $while-continue|0
   end
  end
  loop $while-continue|1
   local.get $4
   if (result i32)
    local.get $0
    local.get $4
    i32.add
    i32.const 1
    i32.sub
    i32.load8_u
   else
    i32.const 1
   end
   i32.eqz
   if
    local.get $4
    i32.const 1
    i32.sub
    local.set $4
    br $while-continue|1
   end
  end
  i32.const 4100
  i32.load
  i32.const 8
  i32.and
  if
   local.get $2
   if
    i32.const 4096
    i32.load
    i32.const 90496
    i32.add
    local.set $6
    local.get $1
    local.get $4
    i32.const 15
    i32.add
    i32.const -16
    i32.and
    local.tee $8
    local.get $1
    local.get $8
    i32.lt_u
    select
    local.tee $9
    i32.const -16
    i32.and
    i32.const 0
    local.get $2
    select
    local.set $1
    local.get $2
    i32.const 2
    i32.eq
    if
     local.get $1
     i32.const 3
     i32.shr_u
     local.set $8
     loop $while-continue|00
      local.get $1
      local.get $5
      i32.gt_u
      if
       local.get $6
       local.get $5
       i32.const 3
       i32.shr_u
       i32.add
       local.tee $10
       local.get $0
       local.get $5
       i32.add
       v128.load
       v128.const i32x4 0x09010800 0x0b030a02 0x0d050c04 0x0f070e06
       i8x16.swizzle
       local.tee $3
       i16x8.extract_lane_u 0
       i32.store16
       local.get $8
       local.get $10
       i32.add
       local.get $3
       i16x8.extract_lane_u 1
       i32.store16
       local.get $10
       local.get $8
       i32.const 1
       i32.shl
       i32.add
       local.get $3
       i16x8.extract_lane_u 2
       i32.store16
       local.get $10
       local.get $8
       i32.const 3
       i32.mul
       i32.add
       local.get $3
       i16x8.extract_lane_u 3
       i32.store16
       local.get $10
       local.get $8
       i32.const 2
       i32.shl
       i32.add
       local.get $3
       i16x8.extract_lane_u 4
       i32.store16
       local.get $10
       local.get $8
       i32.const 5
       i32.mul
       i32.add
       local.get $3
       i16x8.extract_lane_u 5
       i32.store16
       local.get $10
       local.get $8
       i32.const 6
       i32.mul
       i32.add
       local.get $3
       i16x8.extract_lane_u 6
       i32.store16
       local.get $10
       local.get $8
       i32.const 7
       i32.mul
       i32.add
       local.get $3
       i16x8.extract_lane_u 7
       i32.store16
       local.get $5
       i32.const 16
       i32.add
       local.set $5
       br $while-continue|00
      end
     end
    else
     local.get $2
     i32.const 3
     i32.eq
     local.set $10
     local.get $1
     i32.const 2
     i32.shr_u
     local.set $11
     loop $while-continue|01
      local.get $1
      local.get $5
      i32.gt_u
      if
       local.get $0
       local.get $5
       i32.add
       v128.load
       local.tee $12
       local.set $7
       local.get $10
       if
        local.get $12
        local.get $3
        local.get $12
        i8x16.shuffle 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27
        i8x16.sub
        local.set $7
        local.get $12
        local.set $3
       end
       local.get $6
       local.get $5
       i32.const 2
       i32.shr_u
       i32.add
       local.tee $8
       local.get $7
       v128.const i32x4 0x0c080400 0x0d090501 0x0e0a0602 0x0f0b0703
       i8x16.swizzle
       local.tee $7
       i32x4.extract_lane 0
       i32.store
       local.get $8
       local.get $11
       i32.add
       local.get $7
       i32x4.extract_lane 1
       i32.store
       local.get $8
       local.get $11
       i32.const 1
       i32.shl
       i32.add
       local.get $7
       i32x4.extract_lane 2
       i32.store
       local.get $8
       local.get $11
       i32.const 3
       i32.mul
       i32.add
       local.get $7
       i32x4.extract_lane 3
       i32.store
       local.get $5
       i32.const 16
       i32.add
       local.set $5
       br $while-continue|01
      end
     end
    end
    local.get $1
    local.get $6
    i32.add
    local.get $0
    local.get $1
    i32.add
    local.get $9
    local.get $1
    i32.sub
    memory.copy
    local.get $6
    local.get $9
    i32.const 90433
    local.get $4
    local.get $4
    i32.const 3
    i32.shr_u
    i32.sub
    i32.const 1
    i32.sub
    call $assembly/codec/encode/encode
    local.tee $1
    if (result i32)
     i32.const 90432
     local.get $2
     i32.store8
     local.get $1
     i32.const 1
     i32.add
    else
     i32.const 0
    end
    local.set $1
    i32.const 4096
    i32.load
    local.tee $2
    i32.const 90496
    i32.add
    local.set $5
    i32.const 4100
    i32.load
    i32.const 16
    i32.and
    if
     local.get $5
     i32.const 0
     local.get $2
     i32.const 1
     i32.shl
     i32.const 112
     i32.add
     memory.fill
    end
    local.get $1
    if
     local.get $1
     i32.const 4194304
     i32.or
     return
    end
   end
   local.get $0
   local.get $4
   i32.const 90432
   local.get $4
   local.get $4
   i32.const 3
   i32.shr_u
   i32.sub
   call $assembly/codec/encode/encode
   local.tee $0
   if
    local.get $0
    i32.const 2097152
    i32.or
    return
   end
  end
  local.get $4
  i32.const 1048576
  i32.or
 )
 (func $assembly/pages/entryOfArea (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  i32.const 4272
  i32.load
  local.get $0
  i32.const 16
  i32.shr_u
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $0
  i32.const 6
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $0
  i32.const 63
  i32.and
  i32.const 6
  i32.shl
  i32.add
  local.set $0
  loop $for-loop|0
   local.get $0
   if
    i32.const 0
    local.set $4
    local.get $0
    i32.const 0
    local.get $0
    i32.load offset=4
    select
    local.set $3
    loop $while-continue|1
     local.get $3
     if
      local.get $3
      i32.load offset=4
      local.tee $5
      local.get $1
      i32.eq
      if (result i32)
       i32.const 1
      else
       local.get $2
       if (result i32)
        local.get $1
        local.get $5
        i32.load offset=36
        i32.eq
       else
        i32.const 0
       end
      end
      if
       local.get $3
       return
      end
      local.get $0
      local.get $4
      i32.const 1
      i32.add
      local.tee $4
      i32.const 12
      i32.mul
      i32.add
      local.tee $3
      i32.const 0
      local.get $4
      i32.const 5
      i32.lt_u
      if (result i32)
       local.get $3
       i32.load offset=4
      else
       i32.const 0
      end
      select
      local.set $3
      br $while-continue|1
     end
    end
    local.get $0
    i32.load offset=60
    local.set $0
    br $for-loop|0
   end
  end
  i32.const 0
 )
 (func $assembly/inodes/append (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  i32.const 6512
  i32.load
  i32.const -1
  i32.const 6520
  i32.load
  local.tee $2
  i32.const 1
  i32.sub
  i32.clz
  i32.shr_u
  local.tee $4
  local.get $0
  i64.load32_u offset=36
  i32.const 4928
  i64.load
  local.get $0
  i64.load offset=40
  i64.xor
  local.tee $3
  i64.const 33
  i64.shr_u
  local.get $3
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $3
  i64.const 29
  i64.shr_u
  local.get $3
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $3
  i64.const 32
  i64.shr_u
  local.get $3
  i64.xor
  i64.xor
  local.tee $3
  i64.const 33
  i64.shr_u
  local.get $3
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $3
  i64.const 29
  i64.shr_u
  local.get $3
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $3
  i64.const 32
  i64.shr_u
  local.get $3
  i64.xor
  local.tee $3
  i32.wrap_i64
  i32.and
  local.tee $1
  local.get $1
  local.get $4
  i32.const 1
  i32.shr_u
  i32.and
  local.get $1
  local.get $2
  i32.lt_u
  select
  local.tee $1
  i32.const 16
  i32.shr_u
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $1
  i32.const 6
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $1
  i32.const 63
  i32.and
  i32.const 6
  i32.shl
  i32.add
  local.set $1
  loop $while-continue|0
   local.get $1
   i32.load offset=60
   local.tee $2
   if
    local.get $2
    local.set $1
    br $while-continue|0
   end
  end
  local.get $1
  local.set $2
  loop $while-continue|1
   local.get $2
   local.get $1
   i32.const 56
   i32.add
   i32.lt_u
   if (result i32)
    local.get $2
    i32.load
   else
    i32.const 0
   end
   if
    local.get $2
    i32.const 8
    i32.add
    local.set $2
    br $while-continue|1
   end
  end
  local.get $2
  local.get $1
  i32.const 56
  i32.add
  i32.eq
  if
   i32.const 4176
   i32.load
   local.tee $2
   if
    i32.const 4176
    local.get $2
    i32.load offset=4
    i32.store
    i32.const 4196
    i32.const 4196
    i32.load
    i32.const 1
    i32.sub
    i32.store
   else
    i32.const 4180
    i32.load
    local.tee $2
    i32.const 4184
    i32.load
    i32.ge_u
    if
     i32.const 6144
     i32.const 90
     i32.store
     i32.const 6148
     i32.const 3
     i32.store
     i32.const 6152
     i32.const 1728
     i32.store
     i32.const 6156
     i32.const 1724
     i32.load
     i32.const -2
     i32.and
     i32.store
     unreachable
    end
    local.get $2
    i32.const 0
    i32.const 64
    memory.fill
    i32.const 4180
    local.get $2
    i32.const -64
    i32.sub
    i32.store
   end
   i32.const 4192
   i32.const 4192
   i32.load
   i32.const 1
   i32.add
   i32.store
   local.get $2
   i32.const 0
   i32.const 64
   memory.fill
   local.get $1
   local.get $2
   i32.store offset=60
  end
  local.get $2
  local.get $0
  i32.store
  local.get $2
  local.get $3
  i64.const 32
  i64.shr_u
  i64.store32 offset=4
 )
 (func $assembly/hash/pageSum (param $0 i32) (param $1 i32) (result i64)
  (local $2 i64)
  (local $3 v128)
  (local $4 v128)
  (local $5 v128)
  (local $6 v128)
  (local $7 i32)
  (local $8 v128)
  local.get $1
  i32.const 63
  i32.add
  i32.const -64
  i32.and
  local.get $1
  i32.sub
  local.tee $7
  if
   local.get $0
   local.get $1
   i32.add
   i32.const 0
   local.get $7
   memory.fill
  end
  local.get $1
  i64.extend_i32_u
  i64x2.splat
  local.set $3
  local.get $0
  local.get $1
  i32.add
  local.set $1
  loop $for-loop|0
   local.get $0
   local.get $1
   i32.lt_u
   if
    local.get $3
    local.get $0
    v128.load
    i64x2.add
    local.tee $8
    local.get $0
    v128.load offset=32
    i64x2.add
    local.set $3
    local.get $5
    local.get $8
    i64x2.add
    local.get $3
    i64x2.add
    local.set $5
    local.get $4
    local.get $0
    v128.load offset=16
    i64x2.add
    local.tee $8
    local.get $0
    v128.load offset=48
    i64x2.add
    local.set $4
    local.get $6
    local.get $8
    i64x2.add
    local.get $4
    i64x2.add
    local.set $6
    local.get $0
    i32.const -64
    i32.sub
    local.set $0
    br $for-loop|0
   end
  end
  local.get $3
  i64x2.extract_lane 0
  i64.const -7046029288634856825
  i64.xor
  local.tee $2
  local.get $2
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $2
  local.get $2
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $2
  local.get $2
  i64.const 32
  i64.shr_u
  i64.xor
  local.get $3
  i64x2.extract_lane 1
  i64.xor
  local.tee $2
  local.get $2
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $2
  local.get $2
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $2
  local.get $2
  i64.const 32
  i64.shr_u
  i64.xor
  local.get $5
  i64x2.extract_lane 0
  i64.xor
  local.tee $2
  local.get $2
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $2
  local.get $2
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $2
  local.get $2
  i64.const 32
  i64.shr_u
  i64.xor
  local.get $5
  i64x2.extract_lane 1
  i64.xor
  local.tee $2
  local.get $2
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $2
  local.get $2
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $2
  local.get $2
  i64.const 32
  i64.shr_u
  i64.xor
  local.get $4
  i64x2.extract_lane 0
  i64.xor
  local.tee $2
  local.get $2
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $2
  local.get $2
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $2
  local.get $2
  i64.const 32
  i64.shr_u
  i64.xor
  local.get $4
  i64x2.extract_lane 1
  i64.xor
  local.tee $2
  local.get $2
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $2
  local.get $2
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $2
  local.get $2
  i64.const 32
  i64.shr_u
  i64.xor
  local.get $6
  i64x2.extract_lane 0
  i64.xor
  local.tee $2
  local.get $2
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $2
  local.get $2
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $2
  local.get $2
  i64.const 32
  i64.shr_u
  i64.xor
  local.get $6
  i64x2.extract_lane 1
  i64.xor
  local.tee $2
  local.get $2
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $2
  local.get $2
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $2
  local.get $2
  i64.const 32
  i64.shr_u
  i64.xor
 )
 (func $assembly/engine/loadPage (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  block $folding-inner1 (result i32)
   local.get $0
   if (result i32)
    local.get $0
    i32.load
    i32.const 1
    i32.eq
   else
    i32.const 0
   end
   if (result i32)
    local.get $0
    local.get $1
    call $assembly/directory/directoryFind
   else
    i32.const 0
   end
   local.tee $1
   i32.eqz
   if
    i32.const 5168
    i32.const 5168
    i64.load
    i64.const 1
    i64.add
    i64.store
    i32.const 0
    br $folding-inner1
   end
   local.get $3
   local.get $1
   i32.load offset=8
   local.tee $3
   i32.const 1
   i32.sub
   i32.const 0
   local.get $3
   i32.const 1
   i32.and
   select
   local.tee $3
   if (result i32)
    local.get $3
    i32.load
   else
    local.get $1
    i32.load offset=8
   end
   local.tee $3
   i32.load16_u offset=16
   i32.const 1
   i32.add
   local.tee $5
   i32.lt_u
   if
    i32.const 5184
    i32.const 5184
    i64.load
    i64.const 1
    i64.add
    i64.store
    i32.const -5
    br $folding-inner1
   end
   block $folding-inner0
    local.get $3
    local.get $2
    call $assembly/pages/expand
    i32.eqz
    br_if $folding-inner0
    i32.const 4100
    i32.load
    i32.const 2
    i32.and
    if (result i32)
     local.get $3
     i32.load offset=12
     i32.const 20
     i32.shr_u
     i32.const 7
     i32.and
    else
     i32.const 0
    end
    if (result i32)
     block $__inlined_func$assembly/engine/isWhole$1232 (result i32)
      local.get $3
      i32.load offset=12
      i32.const 524288
      i32.and
      i32.eqz
      if
       local.get $2
       local.get $5
       local.get $0
       i32.load offset=16
       call $assembly/hash/pageHash
       local.get $3
       i64.load
       i64.eq
       br $__inlined_func$assembly/engine/isWhole$1232
      end
      local.get $3
      i64.load
      i64.eqz
      if (result i32)
       i32.const 1
      else
       local.get $3
       i64.load
       local.get $2
       local.get $5
       call $assembly/hash/pageSum
       i64.eq
      end
     end
    else
     i32.const 1
    end
    i32.eqz
    br_if $folding-inner0
    local.get $3
    i32.load offset=12
    local.tee $2
    i32.const 16777216
    i32.and
    if
     local.get $3
     local.get $2
     i32.const -16777217
     i32.and
     i32.store offset=12
    end
    local.get $1
    i32.load offset=8
    local.tee $2
    i32.const 1
    i32.sub
    i32.const 0
    local.get $2
    i32.const 1
    i32.and
    select
    local.tee $2
    if
     local.get $0
     i32.load offset=32
     local.tee $0
     if (result i32)
      local.get $0
      i32.load offset=8
     else
      i32.const 0
     end
     local.get $2
     call $assembly/order/orderTouch
    end
    local.get $4
    if
     local.get $1
     i32.const 2
     call $assembly/pages/removePage
     i32.const 5216
     i32.const 5216
     i64.load
     i64.const 1
     i64.add
     i64.store
    end
    i32.const 5160
    i32.const 5160
    i64.load
    i64.const 1
    i64.add
    i64.store
    local.get $5
    return
   end
   i32.const 5176
   i32.const 5176
   i64.load
   i64.const 1
   i64.add
   i64.store
   i32.const -4
  end
  i32.const 4096
  i32.load
  i32.const -64
  i32.sub
  local.set $1
  i32.const 4100
  i32.load
  i32.const 16
  i32.and
  if
   i32.const 90432
   i32.const 0
   local.get $1
   memory.fill
  end
 )
 (func $assembly/engine/admit (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32)
  (local $5 i64)
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  local.get $4
  call $assembly/pages/enter
  i32.const 5128
  i32.const 5128
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 4112
  i32.load
  local.tee $0
  i32.const 4116
  i32.load
  local.tee $1
  i32.const 4120
  i32.load
  local.get $0
  i32.sub
  local.get $1
  i32.div_u
  i32.const 4128
  i32.load
  i32.sub
  i32.mul
  i32.add
  i32.const 4380
  i32.load
  i32.const 4368
  i32.load
  i32.const -64
  i32.add
  i32.mul
  i32.const 4384
  i32.load
  i32.sub
  i32.sub
  i32.const 4900
  i32.load
  i32.const -64
  i32.sub
  i32.const 4924
  i32.load
  i32.const 15
  i32.mul
  i32.const 4912
  i32.load
  i32.sub
  i32.mul
  i32.sub
  i64.extend_i32_u
  local.tee $5
  i32.const 5472
  i64.load
  i64.gt_u
  if
   i32.const 5472
   local.get $5
   i64.store
  end
  i32.const 4096
  i32.load
  i32.const -64
  i32.sub
  local.set $0
  i32.const 4100
  i32.load
  i32.const 16
  i32.and
  if
   i32.const 90432
   i32.const 0
   local.get $0
   memory.fill
  end
 )
 (func $assembly/directory/append (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  (local $4 i32)
  loop $while-continue|0
   local.get $0
   i32.load offset=60
   local.tee $4
   if
    local.get $4
    local.set $0
    br $while-continue|0
   end
  end
  local.get $0
  local.set $4
  loop $while-continue|1
   local.get $4
   local.get $0
   i32.const 60
   i32.add
   i32.lt_u
   if (result i32)
    local.get $4
    i32.load offset=4
   else
    i32.const 0
   end
   if
    local.get $4
    i32.const 12
    i32.add
    local.set $4
    br $while-continue|1
   end
  end
  local.get $4
  local.get $0
  i32.const 60
  i32.add
  i32.eq
  if
   i32.const 4176
   i32.load
   local.tee $4
   if
    i32.const 4176
    local.get $4
    i32.load offset=4
    i32.store
    i32.const 4196
    i32.const 4196
    i32.load
    i32.const 1
    i32.sub
    i32.store
   else
    i32.const 4180
    i32.load
    local.tee $4
    i32.const 4184
    i32.load
    i32.ge_u
    if
     i32.const 6144
     i32.const 90
     i32.store
     i32.const 6148
     i32.const 3
     i32.store
     i32.const 6152
     i32.const 1728
     i32.store
     i32.const 6156
     i32.const 1724
     i32.load
     i32.const -2
     i32.and
     i32.store
     unreachable
    end
    local.get $4
    i32.const 0
    i32.const 64
    memory.fill
    i32.const 4180
    local.get $4
    i32.const -64
    i32.sub
    i32.store
   end
   i32.const 4192
   i32.const 4192
   i32.load
   i32.const 1
   i32.add
   i32.store
   local.get $4
   i32.const 0
   i32.const 64
   memory.fill
   local.get $0
   local.get $4
   i32.store offset=60
  end
  local.get $4
  local.get $2
  i32.store
  local.get $4
  local.get $1
  i32.store offset=4
  local.get $4
  local.get $3
  i32.store offset=8
 )
 (func $assembly/codec/encode/encode (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i64)
  (local $11 i64)
  (local $12 i32)
  (local $13 i32)
  (local $14 v128)
  (local $15 i32)
  (local $16 i32)
  (local $17 i32)
  (local $18 i32)
  local.get $0
  local.get $1
  i32.add
  local.set $15
  local.get $2
  local.get $3
  i32.add
  local.set $16
  local.get $0
  local.set $5
  local.get $2
  local.set $3
  block $folding-inner0
   local.get $1
   i32.const 12
   i32.gt_u
   if
    i32.const 74048
    i32.const 0
    i32.const 16384
    memory.fill
    local.get $15
    i32.const 12
    i32.sub
    local.set $8
    local.get $15
    i32.const 5
    i32.sub
    local.set $7
    local.get $5
    i32.const 1
    i32.add
    local.set $6
    loop $while-continue|0
     local.get $6
     local.get $8
     i32.lt_u
     if
      block $while-break|0
       local.get $5
       local.set $4
       local.get $8
       local.get $5
       i32.const 128
       i32.add
       local.tee $1
       local.get $1
       local.get $8
       i32.gt_u
       select
       local.set $9
       loop $while-continue|1
        block $while-break|1
         local.get $0
         local.get $6
         i64.load
         local.tee $11
         i64.const -3523014627271114752
         i64.mul
         i64.const 51
         i64.shr_u
         i32.wrap_i64
         i32.const 1
         i32.shl
         i32.const 74048
         i32.add
         local.tee $1
         i32.load16_u
         i32.add
         local.set $13
         local.get $1
         local.get $6
         local.get $0
         i32.sub
         i32.store16
         local.get $0
         local.get $6
         i64.load offset=1
         local.tee $10
         i64.const -3523014627271114752
         i64.mul
         i64.const 51
         i64.shr_u
         i32.wrap_i64
         i32.const 1
         i32.shl
         i32.const 74048
         i32.add
         local.tee $12
         i32.load16_u
         i32.add
         local.set $1
         local.get $12
         local.get $6
         i32.const 1
         i32.add
         local.get $0
         i32.sub
         i32.store16
         local.get $13
         i64.load
         local.get $11
         i64.xor
         i64.ctz
         local.tee $11
         local.get $1
         i64.load
         local.get $10
         i64.xor
         i64.ctz
         local.tee $10
         local.get $10
         local.get $11
         i64.lt_u
         select
         i64.const 32
         i64.ge_u
         br_if $while-break|1
         local.get $9
         local.get $6
         local.get $6
         local.get $4
         i32.sub
         i32.const 6
         i32.shr_u
         i32.const 2
         i32.add
         i32.add
         local.tee $6
         i32.le_u
         if
          local.get $6
          local.get $8
          i32.ge_u
          br_if $while-break|1
          local.get $8
          local.set $9
          local.get $4
          i32.const 3584
          i32.sub
          local.get $4
          local.get $6
          i32.const 256
          i32.add
          local.get $8
          i32.le_u
          if (result i32)
           local.get $8
           local.get $6
           i32.sub
           i32.const 4
           i32.shr_u
           local.set $4
           i32.const 0
           local.set $18
           local.get $6
           local.set $1
           i32.const 0
           local.set $17
           loop $for-loop|0
            local.get $17
            i32.const 16
            i32.lt_u
            if
             local.get $18
             local.get $1
             v128.load
             local.tee $14
             local.get $1
             i32.const 1
             i32.sub
             v128.load
             i8x16.eq
             local.get $14
             local.get $1
             i32.const 2
             i32.sub
             v128.load
             i8x16.eq
             v128.or
             local.get $14
             local.get $1
             i32.const 4
             i32.sub
             v128.load
             i8x16.eq
             local.get $14
             local.get $1
             i32.const 8
             i32.sub
             v128.load
             i8x16.eq
             v128.or
             v128.or
             i8x16.bitmask
             i32.popcnt
             i32.add
             local.set $18
             local.get $1
             local.get $4
             i32.add
             local.set $1
             local.get $17
             i32.const 1
             i32.add
             local.set $17
             br $for-loop|0
            end
           end
           local.get $18
           i32.const 12
           i32.le_u
          else
           i32.const 0
          end
          select
          local.set $4
         end
         br $while-continue|1
        end
       end
       local.get $6
       local.get $8
       i32.ge_u
       br_if $while-break|0
       local.get $1
       local.get $13
       local.get $10
       local.get $11
       i64.gt_u
       local.tee $1
       select
       local.set $13
       local.get $1
       local.get $6
       i32.add
       local.tee $6
       i32.const 4
       i32.add
       local.set $4
       local.get $13
       i32.const 4
       i32.add
       local.set $9
       local.get $6
       local.get $13
       i32.sub
       local.set $17
       local.get $6
       i32.const 1
       i32.sub
       i32.load8_u
       local.get $13
       i32.const 1
       i32.sub
       i32.load8_u
       i32.eq
       if
        local.get $6
        local.get $5
        i32.sub
        local.tee $12
        local.get $13
        local.get $0
        i32.sub
        local.tee $1
        local.get $1
        local.get $12
        i32.gt_u
        select
        local.set $12
        i32.const 0
        local.set $1
        loop $while-continue|01
         local.get $1
         local.get $12
         i32.lt_u
         if (result i32)
          local.get $6
          local.get $1
          i32.sub
          i32.const 1
          i32.sub
          i32.load8_u
          local.get $13
          local.get $1
          i32.sub
          i32.const 1
          i32.sub
          i32.load8_u
          i32.eq
         else
          i32.const 0
         end
         if
          local.get $1
          i32.const 1
          i32.add
          local.set $1
          br $while-continue|01
         end
        end
        local.get $6
        local.get $1
        i32.sub
        local.set $6
       end
       local.get $3
       local.set $1
       local.get $6
       local.get $5
       i32.sub
       local.tee $12
       i32.const 15
       i32.lt_u
       if
        local.get $12
        i32.const 9
        i32.add
        local.get $16
        local.get $1
        i32.sub
        i32.gt_u
        br_if $folding-inner0
        local.get $12
        i32.const 4
        i32.shl
        local.set $13
        local.get $1
        i32.const 1
        i32.add
        local.tee $3
        local.get $5
        v128.load
        v128.store
       else
        local.get $12
        i32.const 15
        i32.lt_u
        if (result i32)
         i32.const 0
        else
         local.get $12
         i32.const 15
         i32.sub
         i32.const 255
         i32.div_u
         i32.const 1
         i32.add
        end
        local.get $12
        i32.add
        i32.const 9
        i32.add
        local.get $16
        local.get $1
        i32.sub
        i32.gt_u
        br_if $folding-inner0
        i32.const 240
        local.set $13
        local.get $1
        i32.const 1
        i32.add
        local.set $3
        local.get $12
        i32.const 15
        i32.sub
        local.set $18
        loop $while-continue|03
         local.get $18
         i32.const 255
         i32.ge_u
         if
          local.get $3
          i32.const 255
          i32.store8
          local.get $3
          i32.const 1
          i32.add
          local.set $3
          local.get $18
          i32.const 255
          i32.sub
          local.set $18
          br $while-continue|03
         end
        end
        local.get $3
        local.get $18
        i32.store8
        local.get $3
        i32.const 1
        i32.add
        local.tee $3
        local.get $5
        v128.load
        v128.store
        i32.const 16
        local.set $18
        loop $while-continue|05
         local.get $12
         local.get $18
         i32.gt_u
         if
          local.get $3
          local.get $18
          i32.add
          local.get $5
          local.get $18
          i32.add
          v128.load
          v128.store
          local.get $18
          i32.const 16
          i32.add
          local.set $18
          br $while-continue|05
         end
        end
       end
       local.get $3
       local.get $12
       i32.add
       local.tee $3
       local.get $17
       i32.store16
       local.get $3
       i32.const 2
       i32.add
       local.set $3
       loop $while-continue|2
        block $while-break|2
         local.get $7
         local.set $5
         block $__inlined_func$assembly/codec/encode/matchEnd$148
          local.get $4
          i64.load
          local.get $9
          i64.load
          i64.xor
          local.tee $10
          i64.eqz
          if
           loop $do-loop|0
            local.get $4
            i32.const 8
            i32.add
            local.tee $4
            local.get $5
            i32.ge_u
            br_if $__inlined_func$assembly/codec/encode/matchEnd$148
            local.get $4
            i64.load
            local.get $9
            i32.const 8
            i32.add
            local.tee $9
            i64.load
            i64.xor
            local.tee $10
            i64.eqz
            br_if $do-loop|0
           end
          end
          local.get $5
          local.get $4
          local.get $10
          i64.ctz
          i64.const 3
          i64.shr_u
          i32.wrap_i64
          i32.add
          local.tee $4
          local.get $4
          local.get $5
          i32.gt_u
          select
          local.set $5
         end
         local.get $5
         local.get $6
         i32.sub
         i32.const 4
         i32.sub
         local.tee $4
         i32.const 15
         i32.ge_u
         if
          local.get $4
          i32.const 15
          i32.lt_u
          if (result i32)
           i32.const 0
          else
           local.get $4
           i32.const 15
           i32.sub
           i32.const 255
           i32.div_u
           i32.const 1
           i32.add
          end
          i32.const 6
          i32.add
          local.get $16
          local.get $3
          i32.sub
          i32.gt_u
          br_if $folding-inner0
          local.get $1
          local.get $13
          i32.const 15
          i32.or
          i32.store8
          local.get $4
          i32.const 15
          i32.sub
          local.set $1
          loop $while-continue|07
           local.get $1
           i32.const 255
           i32.ge_u
           if
            local.get $3
            i32.const 255
            i32.store8
            local.get $3
            i32.const 1
            i32.add
            local.set $3
            local.get $1
            i32.const 255
            i32.sub
            local.set $1
            br $while-continue|07
           end
          end
          local.get $3
          local.get $1
          i32.store8
          local.get $3
          i32.const 1
          i32.add
          local.set $3
         else
          local.get $1
          local.get $4
          local.get $13
          i32.or
          i32.store8
         end
         local.get $5
         local.tee $6
         local.get $8
         i32.const 8
         i32.sub
         i32.gt_u
         br_if $while-break|2
         local.get $6
         i32.const 2
         i32.sub
         local.tee $1
         i64.load
         i64.const -3523014627271114752
         i64.mul
         i64.const 51
         i64.shr_u
         i32.wrap_i64
         i32.const 1
         i32.shl
         i32.const 74048
         i32.add
         local.get $1
         local.get $0
         i32.sub
         i32.store16
         local.get $0
         local.get $6
         i64.load
         local.tee $11
         i64.const -3523014627271114752
         i64.mul
         i64.const 51
         i64.shr_u
         i32.wrap_i64
         i32.const 1
         i32.shl
         i32.const 74048
         i32.add
         local.tee $1
         i32.load16_u
         i32.add
         local.set $9
         local.get $1
         local.get $6
         local.get $0
         i32.sub
         i32.store16
         local.get $9
         i32.load
         local.get $11
         i32.wrap_i64
         i32.eq
         if
          local.get $16
          local.get $3
          i32.sub
          i32.const 9
          i32.lt_u
          br_if $folding-inner0
          i32.const 0
          local.set $13
          local.get $3
          local.tee $1
          local.get $6
          local.get $9
          i32.sub
          local.tee $17
          i32.store16 offset=1
          local.get $1
          i32.const 3
          i32.add
          local.set $3
          local.get $6
          i32.const 4
          i32.add
          local.set $4
          local.get $9
          i32.const 4
          i32.add
          local.set $9
          br $while-continue|2
         end
         local.get $11
         local.get $6
         local.get $17
         i32.sub
         i64.load
         i64.xor
         local.tee $10
         i64.const 65536
         i64.ge_u
         br_if $while-break|2
         i32.const 2
         i32.const 1
         local.get $10
         i64.const 255
         i64.gt_u
         select
         local.tee $5
         i32.const 9
         i32.add
         local.get $16
         local.get $3
         i32.sub
         i32.gt_u
         br_if $folding-inner0
         local.get $5
         i32.const 4
         i32.shl
         local.set $13
         local.get $3
         local.tee $1
         local.get $11
         i64.store16 offset=1
         local.get $1
         local.get $5
         i32.add
         local.tee $3
         local.get $17
         i32.store16 offset=1
         local.get $3
         i32.const 3
         i32.add
         local.set $3
         local.get $6
         i64.load offset=1
         i64.const -3523014627271114752
         i64.mul
         i64.const 51
         i64.shr_u
         i32.wrap_i64
         i32.const 1
         i32.shl
         i32.const 74048
         i32.add
         local.get $6
         i32.const 1
         i32.add
         local.get $0
         i32.sub
         i32.store16
         local.get $6
         i32.const 8
         i32.add
         local.tee $4
         local.get $17
         i32.sub
         local.set $9
         local.get $5
         local.get $6
         i32.add
         local.set $6
         br $while-continue|2
        end
       end
       local.get $6
       i32.const 1
       i32.add
       local.set $6
       br $while-continue|0
      end
     end
    end
   end
   local.get $15
   local.get $5
   i32.sub
   local.tee $4
   local.get $4
   i32.const 15
   i32.lt_u
   if (result i32)
    i32.const 0
   else
    local.get $4
    i32.const 15
    i32.sub
    i32.const 255
    i32.div_u
    i32.const 1
    i32.add
   end
   i32.add
   i32.const 1
   i32.add
   local.get $16
   local.get $3
   i32.sub
   i32.gt_u
   br_if $folding-inner0
   local.get $4
   i32.const 15
   i32.ge_u
   if (result i32)
    local.get $3
    i32.const 240
    i32.store8
    local.get $3
    i32.const 1
    i32.add
    local.set $1
    local.get $4
    i32.const 15
    i32.sub
    local.set $3
    loop $while-continue|09
     local.get $3
     i32.const 255
     i32.ge_u
     if
      local.get $1
      i32.const 255
      i32.store8
      local.get $1
      i32.const 1
      i32.add
      local.set $1
      local.get $3
      i32.const 255
      i32.sub
      local.set $3
      br $while-continue|09
     end
    end
    local.get $1
    local.get $3
    i32.store8
    local.get $1
    i32.const 1
    i32.add
   else
    local.get $3
    local.get $4
    i32.const 4
    i32.shl
    i32.store8
    local.get $3
    i32.const 1
    i32.add
   end
   local.tee $0
   local.get $5
   v128.load
   v128.store
   i32.const 16
   local.set $1
   loop $while-continue|011
    local.get $1
    local.get $4
    i32.lt_u
    if
     local.get $0
     local.get $1
     i32.add
     local.get $1
     local.get $5
     i32.add
     v128.load
     v128.store
     local.get $1
     i32.const 16
     i32.add
     local.set $1
     br $while-continue|011
    end
   end
   local.get $0
   local.get $4
   i32.add
   local.get $2
   i32.sub
   return
  end
  i32.const 0
 )
 (func $assembly/codec/dictionary/dictionaryValid (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  local.get $1
  i32.const 352
  i32.lt_u
  if
   i32.const 0
   return
  end
  local.get $0
  i32.load offset=8
  i32.const 65536
  i32.gt_u
  if
   i32.const 0
   return
  end
  local.get $1
  local.get $0
  i32.load offset=8
  i32.const 352
  i32.add
  i32.ne
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $0
  i32.load offset=8
  i32.const 352
  i32.add
  i32.add
  local.set $4
  i32.const -2128831035
  local.set $2
  local.get $0
  i32.const 4
  i32.add
  local.set $1
  loop $while-continue|0
   local.get $1
   local.get $4
   i32.lt_u
   if
    local.get $2
    local.get $1
    i32.load8_u
    i32.xor
    i32.const 16777619
    i32.mul
    local.set $2
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $while-continue|0
   end
  end
  local.get $0
  i32.load
  local.get $2
  i32.ne
  if
   i32.const 0
   return
  end
  local.get $0
  i32.load offset=4
  i32.const 256
  i32.lt_u
  if (result i32)
   local.get $0
   i32.const 16
   i32.add
   local.set $2
   i32.const 0
   local.set $1
   block $__inlined_func$assembly/codec/prefix/lengthsComplete$1319 (result i32)
    loop $while-continue|02
     local.get $1
     i32.const 256
     i32.lt_u
     if
      i32.const 0
      local.get $2
      local.get $1
      i32.const 1
      i32.shr_u
      i32.add
      i32.load8_u
      local.get $1
      i32.const 1
      i32.and
      i32.const 2
      i32.shl
      i32.shr_u
      i32.const 15
      i32.and
      local.tee $4
      i32.eqz
      local.get $4
      i32.const 11
      i32.gt_u
      i32.or
      br_if $__inlined_func$assembly/codec/prefix/lengthsComplete$1319
      drop
      local.get $3
      i32.const 1
      i32.const 11
      local.get $4
      i32.sub
      i32.shl
      i32.add
      local.set $3
      local.get $1
      i32.const 1
      i32.add
      local.set $1
      br $while-continue|02
     end
    end
    local.get $3
    i32.const 2048
    i32.eq
   end
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i32.const 144
   i32.add
   local.set $2
   i32.const 0
   local.set $3
   i32.const 0
   local.set $1
   block $__inlined_func$assembly/codec/prefix/lengthsComplete$1320 (result i32)
    loop $while-continue|01
     local.get $1
     i32.const 256
     i32.lt_u
     if
      i32.const 0
      local.get $2
      local.get $1
      i32.const 1
      i32.shr_u
      i32.add
      i32.load8_u
      local.get $1
      i32.const 1
      i32.and
      i32.const 2
      i32.shl
      i32.shr_u
      i32.const 15
      i32.and
      local.tee $4
      i32.eqz
      local.get $4
      i32.const 11
      i32.gt_u
      i32.or
      br_if $__inlined_func$assembly/codec/prefix/lengthsComplete$1320
      drop
      local.get $3
      i32.const 1
      i32.const 11
      local.get $4
      i32.sub
      i32.shl
      i32.add
      local.set $3
      local.get $1
      i32.const 1
      i32.add
      local.set $1
      br $while-continue|01
     end
    end
    local.get $3
    i32.const 2048
    i32.eq
   end
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i32.const 272
   i32.add
   local.set $1
   i32.const 0
   local.set $2
   i32.const 0
   local.set $0
   block $__inlined_func$assembly/codec/prefix/lengthsComplete$1321 (result i32)
    loop $while-continue|05
     local.get $0
     i32.const 154
     i32.lt_u
     if
      i32.const 0
      local.get $1
      local.get $0
      i32.const 1
      i32.shr_u
      i32.add
      i32.load8_u
      local.get $0
      i32.const 1
      i32.and
      i32.const 2
      i32.shl
      i32.shr_u
      i32.const 15
      i32.and
      local.tee $3
      i32.eqz
      local.get $3
      i32.const 11
      i32.gt_u
      i32.or
      br_if $__inlined_func$assembly/codec/prefix/lengthsComplete$1321
      drop
      local.get $2
      i32.const 1
      i32.const 11
      local.get $3
      i32.sub
      i32.shl
      i32.add
      local.set $2
      local.get $0
      i32.const 1
      i32.add
      local.set $0
      br $while-continue|05
     end
    end
    local.get $2
    i32.const 2048
    i32.eq
   end
  else
   i32.const 0
  end
 )
 (func $assembly/codec/dense_train/packLengths (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  (local $4 i32)
  local.get $0
  local.get $1
  local.get $3
  i32.const 4096
  i32.add
  local.tee $4
  local.get $3
  i32.const 4352
  i32.add
  call $assembly/codec/prefix/codeLengths
  i32.const 0
  local.set $3
  loop $while-continue|0
   local.get $1
   local.get $3
   i32.gt_u
   if
    local.get $2
    local.get $3
    i32.const 1
    i32.shr_u
    i32.add
    local.get $3
    local.get $4
    i32.add
    local.tee $0
    i32.load8_u
    local.get $0
    i32.load8_u offset=1
    i32.const 4
    i32.shl
    i32.or
    i32.store8
    local.get $3
    i32.const 2
    i32.add
    local.set $3
    br $while-continue|0
   end
  end
 )
 (func $assembly/codec/dense_parse/worth (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (result i64)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  local.get $1
  i32.const 6
  i32.lt_u
  if (result i32)
   local.get $1
   i32.const 5
   i32.shl
  else
   i32.const 192
   i32.const 224
   local.get $1
   i32.const 10
   i32.lt_u
   select
  end
  local.set $9
  local.get $4
  i32.const 1
  i32.eq
  if
   local.get $3
   i32.const 2
   i32.sub
   local.tee $7
   i32.const 10
   i32.ge_u
   if
    i32.const 10
    local.set $6
    loop $while-continue|0
     local.get $6
     i32.const 15
     i32.lt_u
     if (result i32)
      local.get $7
      local.get $6
      i32.const 1025
      i32.add
      i32.load8_u
      i32.ge_u
     else
      i32.const 0
     end
     if
      local.get $6
      i32.const 1
      i32.add
      local.set $6
      br $while-continue|0
     end
    end
   else
    local.get $7
    local.set $6
   end
   local.get $9
   local.get $6
   i32.const 16
   i32.add
   i32.add
   local.set $7
  else
   local.get $3
   i32.const 3
   i32.sub
   local.tee $7
   i32.const 10
   i32.ge_u
   if
    i32.const 10
    local.set $6
    loop $while-continue|01
     local.get $6
     i32.const 15
     i32.lt_u
     if (result i32)
      local.get $7
      local.get $6
      i32.const 1025
      i32.add
      i32.load8_u
      i32.ge_u
     else
      i32.const 0
     end
     if
      local.get $6
      i32.const 1
      i32.add
      local.set $6
      br $while-continue|01
     end
    end
   else
    local.get $7
    local.set $6
   end
   local.get $6
   local.get $9
   i32.add
   local.set $7
   local.get $4
   i32.const 2
   i32.eq
   if
    local.get $5
    i32.const 10
    i32.shr_u
    i32.const 90
    i32.add
    local.set $6
   else
    block $__inlined_func$assembly/codec/dense_format/offsetSymbol$798
     local.get $5
     i32.const 7
     i32.and
     if
      local.get $5
      i32.const 1
      i32.sub
      local.set $6
      local.get $5
      i32.const 16
      i32.lt_u
      br_if $__inlined_func$assembly/codec/dense_format/offsetSymbol$798
      i32.const 31
      local.get $5
      i32.clz
      i32.sub
      local.tee $6
      i32.const 1
      i32.shl
      i32.const 7
      i32.add
      local.get $5
      local.get $6
      i32.const 1
      i32.sub
      i32.shr_u
      i32.const 1
      i32.and
      i32.add
      local.set $6
      br $__inlined_func$assembly/codec/dense_format/offsetSymbol$798
     end
     local.get $5
     i32.const 3
     i32.shr_u
     local.tee $8
     i32.const 38
     i32.add
     local.set $6
     local.get $8
     i32.const 16
     i32.lt_u
     br_if $__inlined_func$assembly/codec/dense_format/offsetSymbol$798
     i32.const 31
     local.get $8
     i32.clz
     i32.sub
     local.tee $6
     i32.const 2
     i32.shl
     i32.const 38
     i32.add
     local.get $8
     local.get $6
     i32.const 2
     i32.sub
     i32.shr_u
     i32.const 3
     i32.and
     i32.add
     local.set $6
    end
   end
   local.get $0
   i32.const 2048
   i32.add
   local.get $6
   i32.const 2
   i32.shl
   i32.add
   i32.load
   i32.const 24
   i32.shr_u
   local.set $8
  end
  local.get $8
  local.get $0
  i32.const 1024
  i32.add
  local.get $7
  i32.const 2
  i32.shl
  i32.add
  i32.load
  i32.const 24
  i32.shr_u
  i32.add
  local.tee $0
  i32.const 16
  i32.add
  local.get $0
  local.get $1
  i32.const 25
  i32.ge_u
  select
  local.tee $0
  local.get $2
  i32.ge_u
  if
   i64.const 0
   return
  end
  local.get $5
  i64.extend_i32_u
  local.get $2
  local.get $0
  i32.sub
  i64.extend_i32_u
  i64.const 34
  i64.shl
  local.get $3
  i64.extend_i32_u
  i64.const 18
  i64.shl
  i64.or
  local.get $4
  i64.extend_i32_u
  i64.const 16
  i64.shl
  i64.or
  i64.or
 )
 (func $assembly/codec/dense_parse/layCodes (param $0 i32) (param $1 i32) (param $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  i32.const 1
  local.set $4
  loop $while-continue|0
   local.get $4
   i32.const 11
   i32.le_u
   if
    i32.const 0
    local.set $5
    loop $while-continue|1
     local.get $1
     local.get $5
     i32.gt_u
     if
      local.get $4
      local.get $0
      local.get $5
      i32.const 1
      i32.shr_u
      i32.add
      i32.load8_u
      local.get $5
      i32.const 1
      i32.and
      i32.const 2
      i32.shl
      i32.shr_u
      i32.const 15
      i32.and
      i32.eq
      if
       local.get $2
       local.get $5
       i32.const 2
       i32.shl
       i32.add
       local.get $4
       i32.const 16
       i32.shl
       local.get $3
       i32.const 11
       local.get $4
       i32.sub
       local.tee $6
       i32.shr_u
       i32.or
       local.get $4
       i32.const 24
       i32.shl
       i32.or
       i32.store
       local.get $3
       i32.const 1
       local.get $6
       i32.shl
       i32.add
       local.set $3
      end
      local.get $5
      i32.const 1
      i32.add
      local.set $5
      br $while-continue|1
     end
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $while-continue|0
   end
  end
 )
 (func $assembly/codec/dense_encode/sequenceToken (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  local.get $0
  i32.load16_u
  local.tee $1
  i32.const 5
  i32.shl
  i32.const 192
  i32.const 224
  local.get $1
  i32.const 10
  i32.lt_u
  select
  local.get $1
  i32.const 6
  i32.lt_u
  select
  local.set $2
  local.get $0
  i32.load16_u offset=2
  local.tee $1
  i32.eqz
  if
   local.get $2
   return
  end
  local.get $0
  i32.load8_u offset=6
  i32.const 1
  i32.eq
  if
   local.get $1
   i32.const 2
   i32.sub
   local.tee $1
   i32.const 10
   i32.ge_u
   if
    i32.const 10
    local.set $0
    loop $while-continue|0
     local.get $0
     i32.const 15
     i32.lt_u
     if (result i32)
      local.get $1
      local.get $0
      i32.const 1025
      i32.add
      i32.load8_u
      i32.ge_u
     else
      i32.const 0
     end
     if
      local.get $0
      i32.const 1
      i32.add
      local.set $0
      br $while-continue|0
     end
    end
   else
    local.get $1
    local.set $0
   end
   local.get $0
   local.get $2
   i32.const 16
   i32.add
   i32.add
   return
  end
  local.get $1
  i32.const 3
  i32.sub
  local.tee $1
  i32.const 10
  i32.ge_u
  if
   i32.const 10
   local.set $0
   loop $while-continue|01
    local.get $0
    i32.const 15
    i32.lt_u
    if (result i32)
     local.get $1
     local.get $0
     i32.const 1025
     i32.add
     i32.load8_u
     i32.ge_u
    else
     i32.const 0
    end
    if
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $while-continue|01
    end
   end
  else
   local.get $1
   local.set $0
  end
  local.get $0
  local.get $2
  i32.add
 )
 (func $assembly/codec/dense_encode/sequenceOffset (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  local.get $0
  i32.load16_u offset=2
  i32.eqz
  local.get $0
  i32.load8_u offset=6
  local.tee $2
  i32.const 1
  i32.eq
  i32.or
  if
   i32.const 255
   return
  end
  local.get $0
  i32.load16_u offset=4
  local.set $1
  local.get $2
  i32.const 2
  i32.eq
  if
   local.get $1
   i32.const 10
   i32.shr_u
   i32.const 90
   i32.add
   local.set $0
  else
   block $__inlined_func$assembly/codec/dense_format/offsetSymbol$817
    local.get $1
    i32.const 7
    i32.and
    if
     local.get $1
     i32.const 1
     i32.sub
     local.set $0
     local.get $1
     i32.const 16
     i32.lt_u
     br_if $__inlined_func$assembly/codec/dense_format/offsetSymbol$817
     i32.const 31
     local.get $1
     i32.clz
     i32.sub
     local.tee $0
     i32.const 1
     i32.shl
     i32.const 7
     i32.add
     local.get $1
     local.get $0
     i32.const 1
     i32.sub
     i32.shr_u
     i32.const 1
     i32.and
     i32.add
     local.set $0
     br $__inlined_func$assembly/codec/dense_format/offsetSymbol$817
    end
    local.get $1
    i32.const 3
    i32.shr_u
    local.tee $1
    i32.const 38
    i32.add
    local.set $0
    local.get $1
    i32.const 16
    i32.lt_u
    br_if $__inlined_func$assembly/codec/dense_format/offsetSymbol$817
    i32.const 31
    local.get $1
    i32.clz
    i32.sub
    local.tee $0
    i32.const 2
    i32.shl
    i32.const 38
    i32.add
    local.get $1
    local.get $0
    i32.const 2
    i32.sub
    i32.shr_u
    i32.const 3
    i32.and
    i32.add
    local.set $0
   end
  end
  local.get $0
 )
 (func $assembly/codec/decode/decode (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 v128)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  local.get $0
  local.tee $4
  local.get $1
  i32.add
  local.tee $5
  i32.const 17
  i32.sub
  local.set $9
  local.get $3
  local.get $2
  local.tee $0
  i32.add
  local.tee $8
  i32.const 32
  i32.sub
  local.set $10
  loop $while-continue|0
   local.get $4
   local.get $5
   i32.lt_u
   if
    block $while-break|0
     loop $while-continue|1
      local.get $0
      local.get $10
      i32.le_u
      local.get $4
      local.get $9
      i32.le_u
      i32.and
      if
       local.get $4
       i32.load8_u
       local.tee $1
       i32.const 4
       i32.shr_u
       local.tee $3
       i32.const 15
       i32.ne
       if
        local.get $0
        local.get $4
        v128.load offset=1
        v128.store
        local.get $3
        local.get $4
        i32.add
        local.tee $4
        i32.load16_u offset=1
        local.set $11
        local.get $4
        i32.const 3
        i32.add
        local.set $4
        local.get $11
        i32.const 1
        i32.sub
        local.get $0
        local.get $3
        i32.add
        local.tee $0
        local.get $2
        i32.sub
        i32.ge_u
        if
         i32.const -5
         i32.const -4
         local.get $11
         select
         return
        end
        local.get $0
        local.get $11
        i32.sub
        local.set $3
        local.get $1
        i32.const 15
        i32.and
        local.tee $1
        i32.const 15
        i32.ne
        if (result i32)
         local.get $11
         i32.const 8
         i32.ge_u
         if
          local.get $0
          local.get $3
          i64.load
          i64.store
          local.get $0
          local.get $3
          i64.load offset=8
          i64.store offset=8
          local.get $0
          local.get $3
          i32.load16_u offset=16
          i32.store16 offset=16
         else
          local.get $0
          local.get $3
          v128.load
          local.get $11
          i32.const 4
          i32.shl
          i32.const 1360
          i32.add
          v128.load
          i8x16.swizzle
          local.tee $7
          v128.store
          local.get $0
          local.get $11
          i32.const 1616
          i32.add
          i32.load8_u
          i32.add
          local.get $7
          v128.store
         end
         local.get $0
         local.get $1
         i32.const 4
         i32.add
         i32.add
        else
         i32.const 255
         local.set $6
         loop $while-continue|2
          local.get $6
          i32.const 255
          i32.eq
          if
           local.get $4
           local.get $5
           i32.ge_u
           if
            i32.const -1
            return
           end
           local.get $4
           i32.load8_u
           local.set $6
           local.get $4
           i32.const 1
           i32.add
           local.set $4
           local.get $1
           local.get $6
           i32.add
           local.set $1
           br $while-continue|2
          end
         end
         local.get $1
         i32.const 4
         i32.add
         local.tee $1
         local.get $8
         local.get $0
         i32.sub
         i32.gt_u
         if
          i32.const -3
          return
         end
         local.get $0
         local.get $1
         i32.add
         local.set $1
         local.get $11
         i32.const 16
         i32.ge_u
         if
          local.get $0
          local.get $3
          v128.load
          v128.store
          local.get $0
          local.get $3
          v128.load offset=16
          v128.store offset=16
          loop $while-continue|3
           local.get $1
           local.get $0
           i32.const 32
           i32.add
           local.tee $0
           i32.gt_u
           if
            local.get $0
            local.get $3
            i32.const 32
            i32.add
            local.tee $3
            v128.load
            v128.store
            local.get $0
            local.get $3
            v128.load offset=16
            v128.store offset=16
            br $while-continue|3
           end
          end
         else
          local.get $11
          i32.const 1616
          i32.add
          i32.load8_u
          local.set $6
          local.get $0
          local.get $3
          v128.load
          local.get $11
          i32.const 4
          i32.shl
          i32.const 1360
          i32.add
          v128.load
          i8x16.swizzle
          local.tee $7
          v128.store
          loop $while-continue|4
           local.get $1
           local.get $0
           local.get $6
           i32.add
           local.tee $0
           i32.gt_u
           if
            local.get $0
            local.get $7
            v128.store
            br $while-continue|4
           end
          end
         end
         local.get $1
        end
        local.set $0
        br $while-continue|1
       end
      end
     end
     local.get $4
     local.get $5
     i32.ge_u
     br_if $while-break|0
     local.get $4
     i32.load8_u
     local.tee $6
     i32.const 4
     i32.shr_u
     local.tee $1
     i32.const 15
     i32.lt_u
     local.get $5
     local.get $4
     i32.const 1
     i32.add
     local.tee $4
     i32.sub
     i32.const 16
     i32.ge_u
     i32.and
     if
      local.get $1
      local.get $8
      local.get $0
      i32.sub
      i32.gt_u
      if
       i32.const -3
       return
      end
      local.get $0
      local.get $4
      v128.load
      v128.store
      local.get $1
      local.get $4
      i32.add
      local.set $4
      local.get $0
      local.get $1
      i32.add
      local.set $0
     else
      local.get $1
      i32.const 15
      i32.eq
      if
       i32.const 255
       local.set $3
       loop $while-continue|5
        local.get $3
        i32.const 255
        i32.eq
        if
         local.get $4
         local.get $5
         i32.ge_u
         if
          i32.const -1
          return
         end
         local.get $4
         i32.load8_u
         local.set $3
         local.get $4
         i32.const 1
         i32.add
         local.set $4
         local.get $1
         local.get $3
         i32.add
         local.set $1
         br $while-continue|5
        end
       end
      end
      local.get $1
      local.get $5
      local.get $4
      i32.sub
      i32.gt_u
      if
       i32.const -2
       return
      end
      local.get $1
      local.get $8
      local.get $0
      i32.sub
      i32.gt_u
      if
       i32.const -3
       return
      end
      local.get $1
      i32.const 16
      i32.add
      local.get $5
      local.get $4
      i32.sub
      i32.le_u
      if
       i32.const 0
       local.set $3
       loop $do-loop|6
        local.get $0
        local.get $3
        i32.add
        local.get $3
        local.get $4
        i32.add
        v128.load
        v128.store
        local.get $3
        i32.const 16
        i32.add
        local.tee $3
        local.get $1
        i32.lt_u
        br_if $do-loop|6
       end
      else
       local.get $0
       local.get $4
       local.get $1
       memory.copy
      end
      local.get $0
      local.get $1
      i32.add
      local.set $0
      local.get $5
      local.get $1
      local.get $4
      i32.add
      local.tee $4
      i32.eq
      if
       local.get $0
       local.get $2
       i32.sub
       return
      end
     end
     local.get $5
     local.get $4
     i32.sub
     i32.const 2
     i32.lt_u
     if
      i32.const -1
      return
     end
     local.get $4
     i32.load16_u
     local.set $11
     local.get $4
     i32.const 2
     i32.add
     local.set $4
     local.get $11
     i32.eqz
     if
      i32.const -4
      return
     end
     local.get $11
     local.get $0
     local.get $2
     i32.sub
     i32.gt_u
     if
      i32.const -5
      return
     end
     local.get $6
     i32.const 15
     i32.and
     local.tee $1
     i32.const 15
     i32.eq
     if
      i32.const 255
      local.set $3
      loop $while-continue|7
       local.get $3
       i32.const 255
       i32.eq
       if
        local.get $4
        local.get $5
        i32.ge_u
        if
         i32.const -1
         return
        end
        local.get $4
        i32.load8_u
        local.set $3
        local.get $4
        i32.const 1
        i32.add
        local.set $4
        local.get $1
        local.get $3
        i32.add
        local.set $1
        br $while-continue|7
       end
      end
     end
     local.get $1
     i32.const 4
     i32.add
     local.tee $1
     local.get $8
     local.get $0
     i32.sub
     i32.gt_u
     if
      i32.const -3
      return
     end
     local.get $0
     local.get $1
     i32.add
     local.set $1
     local.get $11
     i32.const 16
     i32.ge_u
     if
      local.get $0
      local.get $0
      local.get $11
      i32.sub
      local.tee $3
      v128.load
      v128.store
      loop $while-continue|8
       local.get $1
       local.get $0
       i32.const 16
       i32.add
       local.tee $0
       i32.gt_u
       if
        local.get $0
        local.get $3
        i32.const 16
        i32.add
        local.tee $3
        v128.load
        v128.store
        br $while-continue|8
       end
      end
     else
      local.get $11
      i32.const 1616
      i32.add
      i32.load8_u
      local.set $3
      local.get $0
      local.get $0
      local.get $11
      i32.sub
      v128.load
      local.get $11
      i32.const 4
      i32.shl
      i32.const 1360
      i32.add
      v128.load
      i8x16.swizzle
      local.tee $7
      v128.store
      loop $while-continue|9
       local.get $1
       local.get $0
       local.get $3
       i32.add
       local.tee $0
       i32.gt_u
       if
        local.get $0
        local.get $7
        v128.store
        br $while-continue|9
       end
      end
     end
     local.get $1
     local.set $0
     br $while-continue|0
    end
   end
  end
  i32.const -1
 )
 (func $assembly/bodies/put (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  i32.const 4304
  i32.load
  i32.const -1
  i32.const 4312
  i32.load
  local.tee $2
  i32.const 1
  i32.sub
  i32.clz
  i32.shr_u
  local.tee $4
  i32.const 4928
  i64.load
  local.get $0
  i64.load
  i64.xor
  local.tee $3
  i64.const 33
  i64.shr_u
  local.get $3
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $3
  i64.const 29
  i64.shr_u
  local.get $3
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $3
  i64.const 32
  i64.shr_u
  local.get $3
  i64.xor
  local.tee $3
  i32.wrap_i64
  i32.and
  local.tee $1
  local.get $1
  local.get $4
  i32.const 1
  i32.shr_u
  i32.and
  local.get $1
  local.get $2
  i32.lt_u
  select
  local.tee $1
  i32.const 16
  i32.shr_u
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $1
  i32.const 6
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $1
  i32.const 63
  i32.and
  i32.const 6
  i32.shl
  i32.add
  local.tee $1
  v128.load offset=48
  v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
  i8x16.eq
  i8x16.bitmask
  i32.const 4095
  i32.and
  local.set $2
  loop $while-continue|0
   local.get $2
   i32.eqz
   if
    local.get $1
    i32.load offset=60
    local.tee $2
    if
     local.get $2
     local.set $1
    else
     local.get $1
     i32.const 4176
     i32.load
     local.tee $1
     if
      i32.const 4176
      local.get $1
      i32.load offset=4
      i32.store
      i32.const 4196
      i32.const 4196
      i32.load
      i32.const 1
      i32.sub
      i32.store
     else
      i32.const 4180
      i32.load
      local.tee $1
      i32.const 4184
      i32.load
      i32.ge_u
      if
       i32.const 6144
       i32.const 90
       i32.store
       i32.const 6148
       i32.const 3
       i32.store
       i32.const 6152
       i32.const 1728
       i32.store
       i32.const 6156
       i32.const 1724
       i32.load
       i32.const -2
       i32.and
       i32.store
       unreachable
      end
      local.get $1
      i32.const 0
      i32.const 64
      memory.fill
      i32.const 4180
      local.get $1
      i32.const -64
      i32.sub
      i32.store
     end
     i32.const 4192
     i32.const 4192
     i32.load
     i32.const 1
     i32.add
     i32.store
     local.get $1
     i32.const 0
     i32.const 64
     memory.fill
     local.get $1
     i32.store offset=60
    end
    local.get $1
    v128.load offset=48
    v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
    i8x16.eq
    i8x16.bitmask
    i32.const 4095
    i32.and
    local.set $2
    br $while-continue|0
   end
  end
  local.get $1
  local.get $2
  i32.ctz
  local.tee $2
  i32.const 2
  i32.shl
  i32.add
  local.get $0
  i32.store
  local.get $1
  i32.const 48
  i32.add
  local.get $2
  i32.add
  local.get $3
  i64.const 56
  i64.shr_u
  i32.wrap_i64
  i32.const 128
  i32.or
  i32.store8
 )
 (func $assembly/bodies/bodyCreate (param $0 i64) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (result i32)
  (local $6 i32)
  i32.const 4208
  i32.load
  local.tee $6
  if
   i32.const 4208
   local.get $6
   i32.load offset=4
   i32.store
   i32.const 4228
   i32.const 4228
   i32.load
   i32.const 1
   i32.sub
   i32.store
  else
   i32.const 4212
   i32.load
   local.tee $6
   i32.const 4216
   i32.load
   i32.ge_u
   if
    i32.const 6144
    i32.const 90
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 1728
    i32.store
    i32.const 6156
    i32.const 1724
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $6
   i32.const 0
   i32.const 20
   memory.fill
   i32.const 4212
   local.get $6
   i32.const 20
   i32.add
   i32.store
  end
  i32.const 4224
  i32.const 4224
  i32.load
  i32.const 1
  i32.add
  i32.store
  local.get $6
  local.get $0
  i64.store
  local.get $6
  local.get $4
  i32.store offset=8
  local.get $6
  local.get $1
  i32.const 20
  i32.shl
  i32.const 262144
  i32.const 0
  local.get $5
  select
  i32.or
  i32.const 1
  i32.or
  i32.store offset=12
  local.get $6
  local.get $2
  i32.const 1
  i32.sub
  i32.store16 offset=16
  local.get $6
  local.get $3
  i32.const 1
  i32.sub
  i32.store16 offset=18
  local.get $5
  if
   local.get $6
   call $assembly/bodies/indexInsert
  end
  local.get $6
 )
 (func $assembly/table/segmentAdd (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  local.get $1
  i32.const 10
  i32.shr_u
  local.tee $2
  local.get $0
  i32.load offset=4
  i32.ge_u
  if
   i32.const 0
   return
  end
  local.get $0
  i32.load
  local.get $2
  i32.const 2
  i32.shl
  i32.add
  local.tee $0
  i32.load
  i32.eqz
  if
   call $assembly/frames/frameTake
   local.tee $2
   i32.eqz
   if
    i32.const 0
    return
   end
   local.get $0
   local.get $2
   i32.store
  end
  call $assembly/frames/frameTake
  local.tee $2
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $2
  i32.const 0
  i32.const 4096
  memory.fill
  local.get $0
  i32.load
  local.get $1
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  local.get $2
  i32.store
  i32.const 1
 )
 (func $assembly/slab/slabHide (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  local.get $0
  i32.load offset=24
  local.set $1
  local.get $0
  i32.load offset=4
  local.set $2
  local.get $0
  i32.load
  local.tee $3
  if
   local.get $3
   local.get $2
   i32.store offset=4
  end
  block $__inlined_func$assembly/slab/binRemove$165
   local.get $2
   if
    local.get $2
    local.get $3
    i32.store
    br $__inlined_func$assembly/slab/binRemove$165
   end
   local.get $1
   i32.const 2
   i32.shl
   i32.const 4392
   i32.add
   local.get $3
   i32.store
   local.get $3
   i32.eqz
   if
    i32.const 4352
    i32.const 4352
    i64.load
    i64.const -2
    local.get $1
    i64.extend_i32_u
    i64.rotl
    i64.and
    i64.store
   end
  end
  local.get $0
  i32.load offset=28
  local.tee $1
  i32.const -1
  i32.ne
  if
   block $__inlined_func$assembly/slab/binRemove$166
    local.get $0
    i32.load offset=12
    local.set $2
    local.get $0
    i32.load offset=8
    local.tee $3
    if
     local.get $3
     local.get $2
     i32.store offset=12
    end
    local.get $2
    if
     local.get $2
     local.get $3
     i32.store offset=8
     br $__inlined_func$assembly/slab/binRemove$166
    end
    local.get $1
    i32.const 2
    i32.shl
    i32.const 4588
    i32.add
    local.get $3
    i32.store
    local.get $3
    i32.eqz
    if
     i32.const 4360
     i32.const 4360
     i64.load
     i64.const -2
     local.get $1
     i64.extend_i32_u
     i64.rotl
     i64.and
     i64.store
    end
   end
  end
  local.get $0
  i32.const -1
  i32.store offset=24
  local.get $0
  i32.const -1
  i32.store offset=28
  i32.const 4388
  i32.const 4388
  i32.load
  local.get $0
  i32.load offset=32
  i32.sub
  i32.store
  local.get $0
  i32.const 0
  i32.store offset=32
 )
 (func $assembly/slab/slabClose (param $0 i32)
  local.get $0
  i32.load offset=20
  if
   i32.const 6144
   i32.const 154
   i32.store
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 1920
   i32.store
   i32.const 6156
   i32.const 1916
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  local.get $0
  call $assembly/slab/slabHide
  i32.const 4380
  i32.const 4380
  i32.load
  i32.const 1
  i32.sub
  i32.store
 )
 (func $assembly/room/placeInNewSlab (param $0 i32) (result i32)
  (local $1 i32)
  call $assembly/stock/stockTake
  local.tee $1
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $1
  i32.const 64
  i32.store offset=16
  local.get $1
  i32.const 0
  i32.store offset=20
  local.get $1
  i32.const -1
  i32.store offset=24
  local.get $1
  i32.const -1
  i32.store offset=28
  local.get $1
  i32.const 0
  i32.store offset=32
  local.get $1
  call $assembly/slab/rebin
  i32.const 4380
  i32.const 4380
  i32.load
  i32.const 1
  i32.add
  i32.store
  local.get $0
  call $assembly/slab/slotTake
 )
 (func $assembly/room/inodeFor (param $0 i32) (param $1 i64) (result i32)
  (local $2 i32)
  local.get $0
  local.get $1
  call $assembly/inodes/inodeFind
  local.tee $2
  if
   local.get $2
   return
  end
  i32.const 1
  call $assembly/room/reserveRecords
  if (result i32)
   i32.const 1
  else
   call $assembly/room/makeBlock
   if (result i32)
    i32.const 1
    call $assembly/room/reserveRecords
   else
    i32.const 0
   end
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  call $assembly/inodes/inodeOpen
  local.tee $2
  if (result i32)
   i32.const 0
  else
   call $assembly/room/makeBlock
  end
  if
   local.get $0
   local.get $1
   call $assembly/inodes/inodeOpen
   local.set $2
  end
  local.get $2
  if
   local.get $2
   local.get $0
   i32.load offset=32
   i32.store offset=32
  end
  local.get $2
 )
 (func $assembly/probe/probeBytes (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  local.get $0
  local.get $1
  local.get $2
  call $assembly/pages/makeBody
  local.set $0
  i32.const 4096
  i32.load
  i32.const -64
  i32.sub
  local.set $2
  i32.const 4100
  i32.load
  i32.const 16
  i32.and
  if
   i32.const 90432
   i32.const 0
   local.get $2
   memory.fill
  end
  i32.const 0
  local.get $0
  i32.const 1048575
  i32.and
  local.tee $2
  i32.sub
  local.get $2
  local.get $0
  i32.const 20
  i32.shr_u
  i32.const 1
  i32.eq
  local.get $2
  local.get $1
  local.get $1
  i32.const 3
  i32.shr_u
  i32.sub
  i32.gt_u
  i32.and
  select
 )
 (func $assembly/probe/keptBytes (param $0 i32) (param $1 i32) (result i32)
  local.get $0
  if (result i32)
   local.get $0
   local.get $1
   call $assembly/directory/directoryFind
  else
   i32.const 0
  end
  local.tee $0
  i32.eqz
  if
   i32.const -1
   return
  end
  local.get $0
  i32.load offset=8
  local.tee $1
  i32.const 1
  i32.sub
  i32.const 0
  local.get $1
  i32.const 1
  i32.and
  select
  local.tee $1
  if (result i32)
   local.get $1
   i32.load
  else
   local.get $0
   i32.load offset=8
  end
  local.tee $0
  i32.load offset=12
  local.tee $1
  i32.const 262143
  i32.and
  i32.const 1
  i32.gt_u
  i32.const 1
  local.get $1
  i32.const 20
  i32.shr_u
  i32.const 7
  i32.and
  select
  if
   i32.const 0
   return
  end
  local.get $0
  i32.load offset=12
  i32.const 524288
  i32.and
  i32.eqz
  if
   local.get $0
   i32.load16_u offset=18
   i32.const 1
   i32.add
   return
  end
  i32.const 0
  local.get $0
  i32.load offset=8
  local.tee $1
  local.get $0
  i32.load16_u offset=16
  i32.const 1
  i32.add
  i32.const 4900
  i32.load
  local.get $1
  i32.add
  i32.load offset=20
  call $assembly/probe/probeBytes
  local.tee $0
  i32.sub
  local.get $0
  local.get $0
  i32.const 0
  i32.lt_s
  select
 )
 (func $assembly/pages/unshare (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  local.get $0
  i32.load offset=12
  i32.const 20
  i32.shr_u
  i32.const 7
  i32.and
  i32.eqz
  local.tee $1
  if
   i32.const 5320
   i32.const 5320
   i64.load
   i64.const 1
   i64.sub
   i64.store
  end
  local.get $0
  i32.load offset=12
  i32.const 262143
  i32.and
  i32.eqz
  if
   i32.const 6144
   i32.const 214
   i32.store
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 1792
   i32.store
   i32.const 6156
   i32.const 1788
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  local.get $0
  local.get $0
  i32.load offset=12
  i32.const 1
  i32.sub
  i32.store offset=12
  local.get $0
  i32.load offset=12
  i32.const 262143
  i32.and
  local.tee $2
  if
   local.get $1
   i32.eqz
   if
    i32.const 5328
    i32.const 5328
    i64.load
    i64.const 1
    i64.sub
    i64.store
   end
   local.get $2
   return
  end
  local.get $1
  i32.eqz
  if
   local.get $0
   call $assembly/pages/freeBody
  end
  local.get $0
  call $assembly/bodies/bodyDestroy
  i32.const 0
 )
 (func $assembly/pages/keepBytes (param $0 i64) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (result i32)
  local.get $5
  local.get $4
  local.get $3
  memory.copy
  local.get $5
  i32.const 4
  i32.sub
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  local.get $5
  local.get $6
  call $assembly/bodies/bodyCreate
  local.tee $1
  i32.store
  i32.const 5336
  i32.const 5336
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 5368
  i32.const 5368
  i64.load
  local.get $2
  i64.extend_i32_u
  i64.add
  i64.store
  i32.const 5376
  i32.const 5376
  i64.load
  local.get $3
  i64.extend_i32_u
  i64.add
  i64.store
  local.get $3
  local.get $2
  local.get $2
  i32.const 3
  i32.shr_u
  i32.sub
  i32.gt_u
  if
   i32.const 5352
   i32.const 5352
   i64.load
   i64.const 1
   i64.add
   i64.store
  end
  local.get $1
 )
 (func $assembly/pages/fillBody (param $0 i64) (param $1 i32) (result i32)
  (local $2 i32)
  i32.const 5320
  i32.const 5320
  i64.load
  i64.const 1
  i64.add
  i64.store
  local.get $0
  local.get $1
  i32.const 1
  i32.const 0
  call $assembly/bodies/bodyFind
  local.tee $2
  i32.eqz
  if
   local.get $0
   i32.const 0
   local.get $1
   i32.const 1
   i32.const 0
   i32.const 1
   call $assembly/bodies/bodyCreate
   return
  end
  local.get $2
  i32.load offset=12
  i32.const 262143
  i32.and
  i32.const 262143
  i32.ge_u
  if
   i32.const 6144
   i32.const 208
   i32.store
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 1792
   i32.store
   i32.const 6156
   i32.const 1788
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  local.get $2
  local.get $2
  i32.load offset=12
  i32.const -16777217
  i32.and
  i32.const 1
  i32.add
  i32.store offset=12
  local.get $2
 )
 (func $assembly/pages/enter (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i64)
  local.get $0
  i32.load offset=32
  local.tee $5
  if (result i32)
   local.get $5
   i32.load offset=8
  else
   i32.const 0
  end
  local.set $8
  local.get $3
  i32.load offset=12
  i32.const 20
  i32.shr_u
  i32.const 7
  i32.and
  if (result i32)
   local.get $3
   i32.load16_u offset=18
   i32.const 1
   i32.add
  else
   i32.const 0
  end
  local.set $7
  local.get $8
  if
   local.get $8
   local.get $0
   local.get $1
   local.get $3
   local.get $7
   i32.const 72
   i32.add
   local.get $4
   call $assembly/order/orderInsert
   i32.const 1
   i32.add
   local.set $3
  end
  i32.const 4284
  i32.const 4284
  i32.load
  i32.const 1
  i32.add
  i32.store
  i32.const 4272
  call $assembly/table/tableGrow
  local.tee $4
  if
   local.get $4
   call $assembly/directory/split
  end
  i32.const 4272
  i32.load
  i32.const -1
  i32.const 4280
  i32.load
  local.tee $8
  i32.const 1
  i32.sub
  i32.clz
  i32.shr_u
  local.tee $9
  i32.const 4928
  i64.load
  local.get $1
  i64.extend_i32_u
  local.get $0
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  local.tee $6
  i64.const 4
  i64.shr_u
  i64.xor
  i64.const -6939452855193903323
  i64.mul
  local.tee $10
  local.get $10
  i64.const 32
  i64.shr_u
  i64.xor
  i64.const -6939452855193903323
  i64.mul
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  local.get $6
  i32.wrap_i64
  i32.const 15
  i32.and
  i32.xor
  i32.and
  local.tee $4
  local.get $4
  local.get $9
  i32.const 1
  i32.shr_u
  i32.and
  local.get $4
  local.get $8
  i32.lt_u
  select
  local.tee $4
  i32.const 16
  i32.shr_u
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $4
  i32.const 6
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $4
  i32.const 63
  i32.and
  i32.const 6
  i32.shl
  i32.add
  local.get $0
  local.get $1
  local.get $3
  call $assembly/directory/append
  local.get $0
  local.get $0
  i32.load offset=12
  i32.const 1
  i32.add
  i32.store offset=12
  local.get $1
  local.get $0
  i32.load offset=20
  i32.lt_u
  if
   local.get $0
   local.get $1
   i32.store offset=20
  end
  local.get $1
  local.get $0
  i32.load offset=24
  i32.gt_u
  if
   local.get $0
   local.get $1
   i32.store offset=24
  end
  local.get $5
  if
   local.get $5
   local.get $5
   i32.load offset=16
   i32.const 1
   i32.add
   local.tee $1
   i32.store offset=16
   local.get $1
   local.get $5
   i32.load offset=48
   i32.gt_u
   if
    local.get $5
    local.get $1
    i32.store offset=48
   end
  end
  local.get $0
  i32.load offset=16
  i32.eqz
  if
   local.get $0
   i32.load offset=32
   local.tee $0
   if
    local.get $0
    local.get $7
    local.get $0
    i32.load offset=24
    i32.add
    local.tee $1
    i32.store offset=24
    local.get $1
    local.get $0
    i32.load offset=52
    i32.gt_u
    if
     local.get $0
     local.get $1
     i32.store offset=52
    end
   end
  end
  i32.const 5312
  i32.const 5312
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 5360
  i32.const 5360
  i64.load
  local.get $2
  i64.extend_i32_u
  i64.add
  i64.store
  i32.const 5312
  i64.load
  local.tee $6
  i32.const 5464
  i64.load
  i64.gt_u
  if
   i32.const 5464
   local.get $6
   i64.store
  end
 )
 (func $assembly/pages/duplicateOf (param $0 i64) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $0
  local.get $2
  i32.const 0
  i32.const 0
  call $assembly/bodies/bodyFind
  local.set $5
  loop $while-continue|0
   local.get $5
   if
    local.get $5
    i32.const 90432
    call $assembly/pages/expand
    if (result i32)
     i32.const 0
     local.set $3
     block $__inlined_func$assembly/bytes/bytesEqual$109 (result i32)
      loop $while-continue|01
       local.get $3
       i32.const 16
       i32.add
       local.tee $4
       local.get $2
       i32.le_u
       if
        i32.const 0
        local.get $3
        i32.const 90432
        i32.add
        v128.load
        local.get $1
        local.get $3
        i32.add
        v128.load
        v128.xor
        v128.any_true
        br_if $__inlined_func$assembly/bytes/bytesEqual$109
        drop
        local.get $4
        local.set $3
        br $while-continue|01
       end
      end
      loop $while-continue|1
       local.get $2
       local.get $3
       i32.gt_u
       if
        i32.const 0
        local.get $3
        i32.const 90432
        i32.add
        i32.load8_u
        local.get $1
        local.get $3
        i32.add
        i32.load8_u
        i32.ne
        br_if $__inlined_func$assembly/bytes/bytesEqual$109
        drop
        local.get $3
        i32.const 1
        i32.add
        local.set $3
        br $while-continue|1
       end
      end
      i32.const 1
     end
    else
     i32.const 0
    end
    if
     local.get $5
     i32.load offset=12
     i32.const 262143
     i32.and
     i32.const 262143
     i32.ge_u
     if
      i32.const 6144
      i32.const 208
      i32.store
      i32.const 6148
      i32.const 3
      i32.store
      i32.const 6152
      i32.const 1792
      i32.store
      i32.const 6156
      i32.const 1788
      i32.load
      i32.const -2
      i32.and
      i32.store
      unreachable
     end
     local.get $5
     local.get $5
     i32.load offset=12
     i32.const -16777217
     i32.and
     i32.const 1
     i32.add
     i32.store offset=12
     i32.const 5328
     i32.const 5328
     i64.load
     i64.const 1
     i64.add
     i64.store
     local.get $5
     return
    end
    i32.const 5224
    i32.const 5224
    i64.load
    i64.const 1
    i64.add
    i64.store
    local.get $0
    local.get $2
    i32.const 0
    local.get $5
    call $assembly/bodies/bodyFind
    local.set $5
    br $while-continue|0
   end
  end
  i32.const 0
 )
 (func $assembly/pages/denseExpand (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  local.get $1
  local.get $2
  i32.const 6548
  i32.load
  local.tee $1
  if (result i32)
   local.get $1
   local.get $0
   i32.const 4
   i32.shl
   i32.add
   i32.load
  else
   i32.const 0
  end
  local.tee $0
  local.get $0
  i32.const 4116
  i32.load
  i32.add
  i32.const 20480
  i32.sub
  local.get $3
  local.get $4
  i32.const 4096
  i32.load
  i32.const 90496
  i32.add
  call $assembly/codec/dense_decode/denseDecode
  i32.const 4096
  i32.load
  i32.const 90496
  i32.add
  local.set $1
  i32.const 4096
  i32.load
  i32.const 1
  i32.shl
  i32.const 112
  i32.add
  local.set $2
  i32.const 4100
  i32.load
  i32.const 16
  i32.and
  if
   local.get $1
   i32.const 0
   local.get $2
   memory.fill
  end
  local.get $4
  i32.eq
 )
 (func $assembly/order/settleDuels (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 v128)
  (local $6 v128)
  (local $7 i32)
  (local $8 i32)
  local.get $1
  i32x4.splat
  local.set $5
  i32.const 0
  local.set $1
  loop $for-loop|0
   local.get $1
   i32.const 768
   i32.lt_u
   if
    local.get $0
    i32.const 96
    i32.add
    local.get $1
    i32.add
    v128.load
    local.get $5
    i32x4.eq
    local.tee $6
    v128.any_true
    if
     local.get $1
     i32.const 8
     i32.shr_u
     local.set $4
     local.get $1
     i32.const 255
     i32.and
     i32.const 128
     i32.lt_u
     local.set $3
     local.get $6
     i32x4.bitmask
     local.set $2
     loop $while-continue|0
      local.get $2
      if
       local.get $0
       i32.const 96
       i32.add
       local.get $1
       i32.add
       local.get $2
       i32.ctz
       i32.const 2
       i32.shl
       i32.add
       local.tee $7
       i32.const 0
       i32.store
       local.get $7
       i32.const 128
       i32.add
       local.get $7
       i32.const 128
       i32.sub
       local.get $3
       select
       i32.const 0
       i32.store
       local.get $4
       i32.const 2
       i32.eq
       if
        local.get $0
        i32.load offset=44
        local.set $7
        local.get $0
        local.get $3
        if (result i32)
         i32.const 62259
         local.get $7
         i32.const 655
         i32.add
         local.tee $7
         local.get $7
         i32.const 62259
         i32.ge_u
         select
        else
         i32.const 3277
         local.get $7
         i32.const 655
         i32.sub
         local.tee $7
         local.get $7
         i32.const 3277
         i32.le_u
         select
        end
        i32.store offset=44
       else
        local.get $0
        local.get $4
        i32.const 2
        i32.shl
        i32.add
        local.tee $7
        i32.load offset=56
        local.set $8
        local.get $7
        local.get $3
        if (result i32)
         i32.const 16
         local.get $8
         i32.const 1
         i32.add
         local.tee $8
         local.get $8
         i32.const 16
         i32.ge_s
         select
        else
         i32.const -16
         local.get $8
         i32.const 1
         i32.sub
         local.tee $8
         local.get $8
         i32.const -16
         i32.le_s
         select
        end
        i32.store offset=56
        local.get $3
        if
         local.get $7
         i32.const 0
         i32.store offset=64
        end
       end
       local.get $2
       local.get $2
       i32.const 1
       i32.sub
       i32.and
       local.set $2
       br $while-continue|0
      end
     end
    end
    local.get $1
    i32.const 16
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
 )
 (func $assembly/order/orderTouch (param $0 i32) (param $1 i32)
  (local $2 i64)
  local.get $1
  i32.const 1
  i32.store8 offset=24
  local.get $1
  i32.load8_u offset=26
  if
   local.get $1
   i32.const 0
   i32.store8 offset=26
   local.get $0
   i32.const 4928
   i64.load
   local.get $1
   i64.load32_u offset=16
   local.get $1
   i64.load32_u offset=12
   i64.const 32
   i64.shl
   i64.xor
   i64.xor
   local.tee $2
   local.get $2
   i64.const 33
   i64.shr_u
   i64.xor
   i64.const -4417276706812531889
   i64.mul
   local.tee $2
   local.get $2
   i64.const 29
   i64.shr_u
   i64.xor
   i64.const 1609587929392839161
   i64.mul
   local.tee $2
   local.get $2
   i64.const 32
   i64.shr_u
   i64.xor
   local.tee $2
   local.get $2
   i64.const 1
   i64.or
   local.get $2
   i32.wrap_i64
   select
   i32.wrap_i64
   call $assembly/order/settleDuels
  end
 )
 (func $assembly/order/laneCheck (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $1
  i32.const 4
  i32.shl
  local.get $0
  i32.add
  i32.const 4
  i32.sub
  local.tee $2
  i32.load offset=12
  local.set $5
  local.get $2
  i32.load
  local.set $2
  loop $for-loop|0
   local.get $4
   local.get $5
   i32.le_u
   i32.const 0
   local.get $2
   select
   if
    local.get $2
    i32.load
    if (result i32)
     local.get $1
     local.get $2
     i32.load8_u offset=25
     i32.ne
    else
     i32.const 1
    end
    if
     i32.const 0
     return
    end
    local.get $2
    i32.load offset=4
    local.get $3
    i32.ne
    if
     i32.const 0
     return
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    local.get $6
    local.get $2
    local.tee $3
    i32.load offset=20
    i32.add
    local.set $6
    local.get $2
    if (result i32)
     local.get $2
     i32.load offset=8
    else
     local.get $1
     i32.const 4
     i32.shl
     local.get $0
     i32.add
     i32.const 4
     i32.sub
     i32.load
    end
    local.set $2
    br $for-loop|0
   end
  end
  local.get $4
  local.get $5
  i32.eq
  if (result i32)
   local.get $6
   local.get $1
   i32.const 4
   i32.shl
   local.get $0
   i32.add
   i32.const 4
   i32.sub
   i32.load offset=8
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $3
   local.get $1
   i32.const 4
   i32.shl
   local.get $0
   i32.add
   i32.const 4
   i32.sub
   i32.load offset=4
   i32.eq
  else
   i32.const 0
  end
 )
 (func $assembly/order/challenge (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  (local $4 i64)
  (local $5 i64)
  (local $6 i32)
  local.get $0
  i32.load offset=48
  local.get $0
  i32.const 72
  i32.add
  local.get $1
  i32.const 3
  i32.shl
  i32.add
  i32.load offset=4
  i32.sub
  i32.const 0
  i32.lt_s
  if
   return
  end
  local.get $2
  i32.const 1
  i32.store8 offset=26
  local.get $3
  i32.const 1
  i32.store8 offset=26
  i32.const 4928
  i64.load
  local.tee $4
  local.get $3
  i64.load32_u offset=16
  local.get $3
  i64.load32_u offset=12
  i64.const 32
  i64.shl
  i64.xor
  i64.xor
  local.tee $5
  local.get $5
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $5
  local.get $5
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $5
  local.get $5
  i64.const 32
  i64.shr_u
  i64.xor
  local.set $5
  local.get $0
  i32.const 96
  i32.add
  local.get $1
  i32.const 8
  i32.shl
  i32.add
  local.get $0
  i32.const 72
  i32.add
  local.get $1
  i32.const 3
  i32.shl
  i32.add
  local.tee $3
  i32.load
  local.tee $6
  i32.const 2
  i32.shl
  i32.add
  local.tee $1
  local.get $4
  local.get $2
  i64.load32_u offset=16
  local.get $2
  i64.load32_u offset=12
  i64.const 32
  i64.shl
  i64.xor
  i64.xor
  local.tee $4
  local.get $4
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4417276706812531889
  i64.mul
  local.tee $4
  local.get $4
  i64.const 29
  i64.shr_u
  i64.xor
  i64.const 1609587929392839161
  i64.mul
  local.tee $4
  local.get $4
  i64.const 32
  i64.shr_u
  i64.xor
  local.tee $4
  local.get $4
  i64.const 1
  i64.or
  local.get $4
  i32.wrap_i64
  select
  i64.store32
  local.get $1
  local.get $5
  local.get $5
  i64.const 1
  i64.or
  local.get $5
  i32.wrap_i64
  select
  i64.store32 offset=128
  local.get $3
  local.get $6
  i32.const 1
  i32.add
  i32.const 31
  i32.and
  i32.store
  local.get $3
  local.get $0
  i32.load offset=48
  local.get $0
  i32.load offset=24
  local.get $0
  i32.load offset=40
  i32.add
  i32.const 3
  i32.shr_u
  i32.add
  i32.store offset=4
 )
 (func $assembly/nursery/nurseryGive (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  local.get $0
  i32.const 4900
  i32.load
  i32.add
  local.tee $2
  i32.load offset=8
  i32.eqz
  if
   i32.const 6144
   i32.const 131
   i32.store
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 2048
   i32.store
   i32.const 6156
   i32.const 2044
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  local.get $2
  i32.load offset=4
  local.set $1
  local.get $2
  i32.load
  local.tee $2
  if
   local.get $2
   i32.const 4900
   i32.load
   i32.add
   local.get $1
   i32.store offset=4
  else
   i32.const 4904
   local.get $1
   i32.store
  end
  local.get $1
  if
   local.get $1
   i32.const 4900
   i32.load
   i32.add
   local.get $2
   i32.store
  else
   i32.const 4908
   local.get $2
   i32.store
  end
  i32.const 4912
  i32.const 4912
  i32.load
  i32.const 1
  i32.sub
  i32.store
  local.get $0
  i32.const 4900
  i32.load
  i32.add
  local.tee $1
  i32.const 4916
  i32.load
  i32.store
  local.get $1
  i32.const 0
  i32.store offset=8
  i32.const 4916
  local.get $0
  i32.store
 )
 (func $assembly/inodes/inodeOpen (param $0 i32) (param $1 i64) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  i32.const 0
  i32.const 0
  local.get $0
  i32.load offset=16
  call $assembly/areas/areaOpen
  local.tee $5
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $5
  local.get $0
  i32.store offset=36
  local.get $5
  local.get $1
  i64.store offset=40
  i32.const 6524
  i32.const 6524
  i32.load
  i32.const 1
  i32.add
  i32.store
  i32.const 6512
  call $assembly/table/tableGrow
  local.tee $6
  if
   i32.const 6512
   i32.load
   local.get $6
   i32.const -1
   local.get $6
   i32.clz
   i32.shr_u
   i32.const 1
   i32.shr_u
   i32.and
   local.tee $0
   i32.const 16
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.get $0
   i32.const 6
   i32.shr_u
   i32.const 1023
   i32.and
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.get $0
   i32.const 63
   i32.and
   i32.const 6
   i32.shl
   i32.add
   local.tee $3
   i32.load offset=60
   local.set $0
   local.get $3
   i32.const 0
   i32.store offset=60
   local.get $3
   local.tee $2
   local.set $4
   loop $for-loop|0
    local.get $4
    local.get $3
    i32.const 56
    i32.add
    i32.lt_u
    if
     local.get $4
     i32.load
     local.tee $7
     if
      local.get $4
      i64.load
      local.set $1
      local.get $4
      i64.const 0
      i64.store
      local.get $6
      i32.const -1
      i32.const 6520
      i32.load
      local.tee $9
      i32.const 1
      i32.sub
      i32.clz
      i32.shr_u
      local.tee $10
      local.get $7
      i64.load32_u offset=36
      i32.const 4928
      i64.load
      local.get $7
      i64.load offset=40
      i64.xor
      local.tee $11
      i64.const 33
      i64.shr_u
      local.get $11
      i64.xor
      i64.const -4417276706812531889
      i64.mul
      local.tee $11
      i64.const 29
      i64.shr_u
      local.get $11
      i64.xor
      i64.const 1609587929392839161
      i64.mul
      local.tee $11
      i64.const 32
      i64.shr_u
      local.get $11
      i64.xor
      i64.xor
      local.tee $11
      i64.const 33
      i64.shr_u
      local.get $11
      i64.xor
      i64.const -4417276706812531889
      i64.mul
      local.tee $11
      i64.const 29
      i64.shr_u
      local.get $11
      i64.xor
      i64.const 1609587929392839161
      i64.mul
      local.tee $11
      i64.const 32
      i64.shr_u
      local.get $11
      i64.xor
      i32.wrap_i64
      i32.and
      local.tee $8
      local.get $8
      local.get $10
      i32.const 1
      i32.shr_u
      i32.and
      local.get $8
      local.get $9
      i32.lt_u
      select
      i32.eq
      if
       local.get $7
       call $assembly/inodes/append
      else
       local.get $2
       local.get $1
       i64.store
       local.get $2
       i32.const 8
       i32.add
       local.set $2
      end
      local.get $4
      i32.const 8
      i32.add
      local.set $4
      br $for-loop|0
     end
    end
   end
   loop $while-continue|1
    local.get $0
    if
     local.get $0
     local.set $2
     loop $for-loop|2
      local.get $2
      local.get $0
      i32.const 56
      i32.add
      i32.lt_u
      if (result i32)
       local.get $2
       i32.load
      else
       i32.const 0
      end
      if
       local.get $2
       i32.load
       call $assembly/inodes/append
       local.get $2
       i32.const 8
       i32.add
       local.set $2
       br $for-loop|2
      end
     end
     local.get $0
     i32.load offset=60
     local.get $0
     i32.const 4176
     i32.load
     i32.store offset=4
     i32.const 4176
     local.get $0
     i32.store
     i32.const 4196
     i32.const 4196
     i32.load
     i32.const 1
     i32.add
     i32.store
     i32.const 4192
     i32.const 4192
     i32.load
     i32.const 1
     i32.sub
     i32.store
     local.set $0
     br $while-continue|1
    end
   end
  end
  local.get $5
  call $assembly/inodes/append
  local.get $5
 )
 (func $assembly/image/pack (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  local.get $0
  i32.load offset=8
  local.tee $3
  i32.const 1
  i32.sub
  i32.const 0
  local.get $3
  i32.const 1
  i32.and
  select
  local.tee $3
  if (result i32)
   local.get $3
   i32.load
  else
   local.get $0
   i32.load offset=8
  end
  i32.load offset=12
  i32.const 524288
  i32.and
  if
   local.get $0
   i32.load offset=8
   local.tee $3
   i32.const 1
   i32.sub
   i32.const 0
   local.get $3
   i32.const 1
   i32.and
   select
   local.tee $3
   if (result i32)
    local.get $3
    i32.load
   else
    local.get $0
    i32.load offset=8
   end
   i32.load offset=8
   call $assembly/waiting/settle
   drop
  end
  local.get $1
  i32.const -8192
  i32.sub
  local.set $3
  i32.const 65600
  local.get $1
  i32.sub
  local.set $7
  local.get $0
  i32.load offset=8
  local.tee $1
  i32.const 1
  i32.sub
  i32.const 0
  local.get $1
  i32.const 1
  i32.and
  select
  local.tee $1
  if (result i32)
   local.get $1
   i32.load
  else
   local.get $0
   i32.load offset=8
  end
  local.tee $4
  i32.load offset=12
  i32.const 20
  i32.shr_u
  i32.const 7
  i32.and
  local.tee $1
  i32.eqz
  local.set $6
  local.get $1
  i32.const 4
  i32.eq
  local.get $1
  i32.const 3
  i32.eq
  i32.or
  if
   local.get $3
   i32.const 32
   i32.add
   local.set $8
   local.get $4
   i32.load16_u offset=16
   i32.const 1
   i32.add
   local.tee $1
   local.get $1
   i32.const 3
   i32.shr_u
   i32.sub
   i32.const -64
   i32.sub
   local.set $5
   block $__inlined_func$assembly/image/packPlain$1502
    local.get $7
    local.get $1
    local.get $5
    local.get $1
    local.get $5
    i32.gt_u
    select
    i32.const 7
    i32.add
    i32.const -8
    i32.and
    i32.const 32
    i32.add
    i32.lt_u
    br_if $__inlined_func$assembly/image/packPlain$1502
    local.get $3
    i32.const 2
    i32.store offset=24
    local.get $4
    i32.const 90432
    call $assembly/pages/expand
    i32.eqz
    if
     local.get $8
     i32.const 16
     i32.store8
     i32.const 1
     local.set $2
     br $__inlined_func$assembly/image/packPlain$1502
    end
    loop $while-continue|0
     local.get $1
     i32.const 16
     i32.ge_u
     if (result i32)
      local.get $1
      i32.const 90416
      i32.add
      v128.load
      v128.any_true
     else
      i32.const 1
     end
     i32.eqz
     if
      local.get $1
      i32.const 16
      i32.sub
      local.set $1
      br $while-continue|0
     end
    end
    loop $while-continue|1
     local.get $1
     if (result i32)
      local.get $1
      i32.const 90431
      i32.add
      i32.load8_u
     else
      i32.const 1
     end
     i32.eqz
     if
      local.get $1
      i32.const 1
      i32.sub
      local.set $1
      br $while-continue|1
     end
    end
    i32.const 90432
    local.get $1
    local.get $8
    local.get $1
    local.get $1
    i32.const 3
    i32.shr_u
    i32.sub
    call $assembly/codec/encode/encode
    local.tee $2
    i32.eqz
    if
     local.get $8
     i32.const 90432
     local.get $1
     memory.copy
     local.get $3
     i32.const 1
     i32.store offset=24
     local.get $1
     local.set $2
    end
    i32.const 4096
    i32.load
    i32.const -64
    i32.sub
    local.set $1
    i32.const 4100
    i32.load
    i32.const 16
    i32.and
    if
     i32.const 90432
     i32.const 0
     local.get $1
     memory.fill
    end
   end
   local.get $2
   i32.eqz
   if
    i32.const 0
    return
   end
  else
   local.get $7
   local.get $6
   if (result i32)
    i32.const 0
   else
    local.get $4
    i32.load16_u offset=18
    i32.const 1
    i32.add
   end
   local.tee $2
   i32.const 7
   i32.add
   i32.const -8
   i32.and
   i32.const 32
   i32.add
   i32.lt_u
   if
    i32.const 0
    return
   end
   local.get $3
   i32.const 32
   i32.add
   local.get $4
   i32.load offset=8
   local.get $2
   memory.copy
   local.get $3
   local.get $1
   i32.store offset=24
  end
  local.get $3
  i32.const 32
  i32.add
  local.get $2
  i32.add
  i32.const 0
  local.get $2
  i32.const 7
  i32.add
  i32.const -8
  i32.and
  i32.const 32
  i32.add
  local.tee $1
  i32.const 32
  i32.sub
  local.get $2
  i32.sub
  memory.fill
  local.get $3
  local.get $4
  i32.load offset=12
  i32.const 524288
  i32.and
  if (result i64)
   local.get $4
   i32.load offset=8
   call $assembly/waiting/youngHash
  else
   local.get $4
   i64.load
  end
  i64.store
  local.get $3
  local.get $0
  i32.load offset=4
  i32.load offset=28
  i32.store offset=8
  local.get $3
  local.get $0
  i32.load
  i32.store offset=12
  local.get $3
  local.get $4
  i32.load16_u offset=16
  i32.const 1
  i32.add
  i32.store offset=16
  local.get $3
  local.get $2
  i32.store offset=20
  local.get $3
  local.get $4
  i32.const 0
  local.get $6
  if (result i32)
   i32.const 0
  else
   local.get $4
   i32.load offset=12
   i32.const 262143
   i32.and
   i32.const 1
   i32.gt_u
  end
  select
  i32.store offset=28
  local.get $1
 )
 (func $assembly/image/mayIndex (param $0 i64) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  i32.const 4100
  i32.load
  i32.const 1
  i32.and
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  i32.const 0
  i32.const 0
  call $assembly/bodies/bodyFind
  local.set $2
  loop $while-continue|0
   local.get $3
   i32.const 8
   i32.lt_u
   i32.const 0
   local.get $2
   select
   if
    local.get $3
    i32.const 1
    i32.add
    local.set $3
    local.get $0
    local.get $1
    i32.const 0
    local.get $2
    call $assembly/bodies/bodyFind
    local.set $2
    br $while-continue|0
   end
  end
  local.get $3
  i32.const 8
  i32.lt_u
 )
 (func $assembly/image/keepDamaged (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  i32.const 90432
  i32.const 16
  i32.store8
  i32.const 1
  i32.const -1
  local.get $0
  local.get $1
  i64.const 0
  i32.const 2
  local.get $2
  i32.const 1
  i32.const 90432
  i32.const 0
  i32.const 0
  i32.const 0
  call $assembly/parcels/adoptPage
  select
 )
 (func $assembly/hash/pageHashUnder (param $0 i64) (param $1 i32) (param $2 i32) (param $3 i32) (result i64)
  (local $4 i32)
  (local $5 i64)
  (local $6 i64)
  loop $for-loop|0
   local.get $4
   i32.const 192
   i32.lt_u
   if
    local.get $4
    i32.const 4928
    i32.add
    local.get $0
    i64.const 7046029288634856825
    i64.sub
    local.tee $0
    local.get $0
    i64.const 33
    i64.shr_u
    i64.xor
    i64.const -4417276706812531889
    i64.mul
    local.tee $5
    local.get $5
    i64.const 29
    i64.shr_u
    i64.xor
    i64.const 1609587929392839161
    i64.mul
    local.tee $5
    local.get $5
    i64.const 32
    i64.shr_u
    i64.xor
    i64.store
    local.get $4
    i32.const 8
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
  local.get $1
  local.get $2
  local.get $3
  call $assembly/hash/pageHash
  i32.const 4152
  i64.load
  local.set $0
  i32.const 0
  local.set $1
  loop $for-loop|00
   local.get $1
   i32.const 192
   i32.lt_u
   if
    local.get $1
    i32.const 4928
    i32.add
    local.get $0
    i64.const 7046029288634856825
    i64.sub
    local.tee $0
    local.get $0
    i64.const 33
    i64.shr_u
    i64.xor
    i64.const -4417276706812531889
    i64.mul
    local.tee $6
    local.get $6
    i64.const 29
    i64.shr_u
    i64.xor
    i64.const 1609587929392839161
    i64.mul
    local.tee $6
    local.get $6
    i64.const 32
    i64.shr_u
    i64.xor
    i64.store
    local.get $1
    i32.const 8
    i32.add
    local.set $1
    br $for-loop|00
   end
  end
 )
 (func $assembly/engine/supersedePage (param $0 i32) (param $1 i32) (result i32)
  local.get $0
  if (result i32)
   local.get $0
   i32.load
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   local.get $1
   call $assembly/directory/directoryFind
  else
   i32.const 0
  end
  local.tee $0
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  i32.const 0
  call $assembly/pages/removePage
  i32.const 5192
  i32.const 5192
  i64.load
  i64.const 1
  i64.add
  i64.store
  call $assembly/room/tidy
  i32.const 1
 )
 (func $assembly/engine/removeAll (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  local.get $0
  i32.load offset=12
  local.tee $2
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 4284
  i64.load32_u
  local.get $0
  i64.load32_u offset=24
  local.get $0
  i64.load32_u offset=20
  i64.sub
  i64.const 1
  i64.add
  i64.ge_u
  if
   local.get $0
   i32.load offset=20
   local.set $1
   loop $while-continue|0
    local.get $0
    i32.load offset=12
    if
     local.get $0
     local.get $1
     call $assembly/directory/directoryFind
     local.tee $3
     if
      local.get $3
      i32.const 0
      call $assembly/pages/removePage
     end
     local.get $1
     i32.const 1
     i32.add
     local.set $1
     br $while-continue|0
    end
   end
  else
   loop $while-continue|01
    local.get $0
    i32.load offset=12
    if
     local.get $1
     local.get $0
     i32.const 0
     call $assembly/pages/entryOfArea
     local.tee $3
     if
      local.get $3
      i32.const 0
      call $assembly/pages/removePage
     else
      local.get $1
      i32.const 1
      i32.add
      local.set $1
     end
     br $while-continue|01
    end
   end
   local.get $1
   i32.const 4280
   i32.load
   i32.ge_u
   if
    i32.const 6144
    i32.const 515
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 1664
    i32.store
    i32.const 6156
    i32.const 1660
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
  end
  i32.const 5208
  i32.const 5208
  i64.load
  local.get $2
  i64.extend_i32_u
  i64.add
  i64.store
  local.get $2
 )
 (func $assembly/engine/invalidatePage (param $0 i32) (param $1 i32) (result i32)
  local.get $0
  if (result i32)
   local.get $0
   i32.load
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   local.get $1
   call $assembly/directory/directoryFind
  else
   i32.const 0
  end
  local.tee $0
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  i32.const 0
  call $assembly/pages/removePage
  i32.const 5200
  i32.const 5200
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 1
 )
 (func $assembly/engine/engineOpenClient (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  block $folding-inner0
   local.get $0
   call $assembly/clients/clientNumbered
   local.tee $2
   i32.eqz
   if
    i32.const 6464
    i32.const 56
    i32.const 1
    call $assembly/frames/recordReserve
    if
     i32.const 6464
     i32.load
     local.tee $2
     if
      i32.const 6464
      local.get $2
      i32.load offset=4
      i32.store
      i32.const 6484
      i32.const 6484
      i32.load
      i32.const 1
      i32.sub
      i32.store
     else
      i32.const 6468
      i32.load
      local.tee $2
      i32.const 6472
      i32.load
      i32.ge_u
      br_if $folding-inner0
      local.get $2
      i32.const 0
      i32.const 56
      memory.fill
      i32.const 6468
      local.get $2
      i32.const 56
      i32.add
      i32.store
     end
     i32.const 6480
     i32.const 6480
     i32.load
     i32.const 1
     i32.add
     i32.store
     local.get $2
     i32.const 0
     i32.const 56
     memory.fill
     local.get $2
     local.get $0
     i32.store
     local.get $2
     i32.const -1
     i32.store offset=20
    else
     i32.const 0
     local.set $2
    end
   end
   local.get $2
   i32.eqz
   if
    i32.const 0
    return
   end
   local.get $1
   if (result i32)
    local.get $2
    if (result i32)
     local.get $2
     i32.load offset=8
    else
     i32.const 0
    end
   else
    i32.const 1
   end
   i32.eqz
   if
    i32.const 6400
    i32.const 864
    i32.const 1
    call $assembly/frames/recordReserve
    if
     i32.const 6400
     i32.load
     local.tee $0
     if
      i32.const 6400
      local.get $0
      i32.load offset=4
      i32.store
      i32.const 6420
      i32.const 6420
      i32.load
      i32.const 1
      i32.sub
      i32.store
     else
      i32.const 6404
      i32.load
      local.tee $0
      i32.const 6408
      i32.load
      i32.ge_u
      br_if $folding-inner0
      local.get $0
      i32.const 0
      i32.const 864
      memory.fill
      i32.const 6404
      local.get $0
      i32.const 864
      i32.add
      i32.store
     end
     i32.const 6416
     i32.const 6416
     i32.load
     i32.const 1
     i32.add
     i32.store
     local.get $0
     i32.const 0
     i32.const 864
     memory.fill
     local.get $0
     local.get $2
     i32.store
     local.get $0
     local.get $1
     i32.store offset=8
     local.get $0
     i32.const 6554
     i32.store offset=44
    else
     i32.const 0
     local.set $0
    end
    local.get $0
    i32.eqz
    if
     i32.const 0
     return
    end
    local.get $2
    local.get $0
    i32.store offset=8
   end
   local.get $2
   return
  end
  i32.const 6144
  i32.const 90
  i32.store
  i32.const 6148
  i32.const 3
  i32.store
  i32.const 6152
  i32.const 1728
  i32.store
  i32.const 6156
  i32.const 1724
  i32.load
  i32.const -2
  i32.and
  i32.store
  unreachable
 )
 (func $assembly/dictionaries/denseBodies (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  i32.const 1
  local.set $0
  loop $while-continue|0
   local.get $0
   i32.const 127
   i32.le_u
   if (result i32)
    i32.const 6548
    i32.load
    local.tee $2
    if (result i32)
     local.get $2
     local.get $0
     i32.const 4
     i32.shl
     i32.add
     i32.load
    else
     i32.const 0
    end
   else
    i32.const 1
   end
   i32.eqz
   if
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|0
   end
  end
  local.get $0
  i32.const 0
  local.get $0
  i32.const 127
  i32.le_u
  select
  local.set $0
  loop $for-loop|0
   local.get $0
   if
    local.get $1
    i32.const 6548
    i32.load
    local.get $0
    i32.const 4
    i32.shl
    i32.add
    i32.load offset=8
    i32.add
    local.set $1
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    loop $while-continue|01
     local.get $0
     i32.const 127
     i32.le_u
     if (result i32)
      i32.const 6548
      i32.load
      local.tee $2
      if (result i32)
       local.get $2
       local.get $0
       i32.const 4
       i32.shl
       i32.add
       i32.load
      else
       i32.const 0
      end
     else
      i32.const 1
     end
     i32.eqz
     if
      local.get $0
      i32.const 1
      i32.add
      local.set $0
      br $while-continue|01
     end
    end
    local.get $0
    i32.const 0
    local.get $0
    i32.const 127
    i32.le_u
    select
    local.set $0
    br $for-loop|0
   end
  end
  local.get $1
 )
 (func $assembly/codec/fill/fillDetect (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 v128)
  (local $4 i32)
  local.get $1
  i32.const 8
  i32.le_u
  if
   i32.const 1
   return
  end
  local.get $0
  i64.load
  i64x2.splat
  local.set $3
  local.get $1
  i32.const 16
  i32.ge_u
  if (result i32)
   local.get $0
   v128.load
   local.get $3
   v128.xor
   v128.any_true
  else
   i32.const 0
  end
  if
   i32.const 0
   return
  end
  loop $while-continue|0
   local.get $2
   i32.const -64
   i32.sub
   local.get $1
   i32.le_u
   if
    local.get $0
    local.get $2
    i32.add
    local.tee $4
    v128.load
    local.get $3
    v128.xor
    local.get $4
    v128.load offset=16
    local.get $3
    v128.xor
    v128.or
    local.get $4
    v128.load offset=32
    local.get $3
    v128.xor
    local.get $4
    v128.load offset=48
    local.get $3
    v128.xor
    v128.or
    v128.or
    v128.any_true
    if
     i32.const 0
     return
    end
    local.get $2
    i32.const -64
    i32.sub
    local.set $2
    br $while-continue|0
   end
  end
  loop $while-continue|1
   local.get $2
   i32.const 16
   i32.add
   local.get $1
   i32.le_u
   if
    local.get $0
    local.get $2
    i32.add
    v128.load
    local.get $3
    v128.xor
    v128.any_true
    if
     i32.const 0
     return
    end
    local.get $2
    i32.const 16
    i32.add
    local.set $2
    br $while-continue|1
   end
  end
  i32.const 8
  local.get $2
  local.get $2
  i32.const 8
  i32.lt_u
  select
  local.set $2
  loop $while-continue|2
   local.get $1
   local.get $2
   i32.gt_u
   if
    local.get $0
    local.get $2
    i32.add
    local.tee $4
    i32.load8_u
    local.get $4
    i32.const 8
    i32.sub
    i32.load8_u
    i32.ne
    if
     i32.const 0
     return
    end
    local.get $2
    i32.const 1
    i32.add
    local.set $2
    br $while-continue|2
   end
  end
  i32.const 1
 )
 (func $assembly/codec/dense_parse/find (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 i32) (result i64)
  (local $8 i64)
  (local $9 i32)
  (local $10 i64)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 i32)
  (local $16 i32)
  i32.const 65535
  local.get $1
  local.get $2
  i32.sub
  local.tee $9
  local.get $9
  i32.const 65535
  i32.ge_u
  select
  local.tee $12
  i32.const 4
  i32.lt_u
  if
   i64.const 0
   return
  end
  local.get $0
  local.get $2
  i32.add
  local.set $11
  local.get $2
  local.get $3
  i32.sub
  local.set $14
  local.get $7
  local.get $1
  i32.const 1
  i32.shl
  i32.const 8194
  i32.add
  i32.add
  local.set $15
  local.get $2
  local.get $4
  i32.ge_u
  if
   local.get $11
   local.get $4
   i32.sub
   local.set $9
   i32.const 0
   local.set $1
   block $__inlined_func$assembly/codec/dense_parse/common$800
    loop $while-continue|0
     local.get $1
     i32.const 8
     i32.add
     local.tee $3
     local.get $12
     i32.le_u
     if
      local.get $1
      local.get $1
      local.get $11
      i32.add
      i64.load
      local.get $1
      local.get $9
      i32.add
      i64.load
      i64.xor
      local.tee $8
      i64.ctz
      i64.const 3
      i64.shr_u
      i32.wrap_i64
      i32.add
      local.set $1
      local.get $8
      i64.const 0
      i64.ne
      br_if $__inlined_func$assembly/codec/dense_parse/common$800
      local.get $3
      local.set $1
      br $while-continue|0
     end
    end
    loop $while-continue|1
     local.get $1
     local.get $12
     i32.lt_u
     if (result i32)
      local.get $1
      local.get $11
      i32.add
      i32.load8_u
      local.get $1
      local.get $9
      i32.add
      i32.load8_u
      i32.eq
     else
      i32.const 0
     end
     if
      local.get $1
      i32.const 1
      i32.add
      local.set $1
      br $while-continue|1
     end
    end
   end
   local.get $1
   i32.const 2
   i32.ge_u
   if (result i64)
    local.get $6
    local.get $14
    local.get $15
    local.get $2
    i32.const 2
    i32.shl
    i32.add
    local.tee $3
    local.get $1
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $3
    i32.load
    i32.sub
    local.get $1
    i32.const 1
    local.get $4
    call $assembly/codec/dense_parse/worth
   else
    i64.const 0
   end
   local.set $8
   local.get $1
   i32.const 64
   i32.ge_u
   if
    local.get $8
    return
   end
  end
  i32.const 3
  local.set $1
  local.get $7
  local.get $11
  i32.load
  i32.const -1640531535
  i32.mul
  i32.const 20
  i32.shr_u
  i32.const 1
  i32.shl
  i32.add
  i32.load16_u
  local.set $4
  i32.const 8
  local.set $13
  loop $while-continue|01
   local.get $4
   i32.const 65535
   i32.ne
   i32.const 0
   local.get $13
   select
   if
    local.get $1
    local.get $12
    i32.lt_u
    if (result i32)
     local.get $0
     local.get $4
     i32.add
     local.get $1
     i32.add
     i32.load8_u
     local.get $1
     local.get $11
     i32.add
     i32.load8_u
     i32.eq
    else
     i32.const 0
    end
    if
     local.get $0
     local.get $4
     i32.add
     local.set $16
     i32.const 0
     local.set $3
     block $__inlined_func$assembly/codec/dense_parse/common$803
      loop $while-continue|03
       local.get $3
       i32.const 8
       i32.add
       local.tee $9
       local.get $12
       i32.le_u
       if
        local.get $3
        local.get $3
        local.get $11
        i32.add
        i64.load
        local.get $3
        local.get $16
        i32.add
        i64.load
        i64.xor
        local.tee $10
        i64.ctz
        i64.const 3
        i64.shr_u
        i32.wrap_i64
        i32.add
        local.set $3
        local.get $10
        i64.const 0
        i64.ne
        br_if $__inlined_func$assembly/codec/dense_parse/common$803
        local.get $9
        local.set $3
        br $while-continue|03
       end
      end
      loop $while-continue|15
       local.get $3
       local.get $12
       i32.lt_u
       if (result i32)
        local.get $3
        local.get $11
        i32.add
        i32.load8_u
        local.get $3
        local.get $16
        i32.add
        i32.load8_u
        i32.eq
       else
        i32.const 0
       end
       if
        local.get $3
        i32.const 1
        i32.add
        local.set $3
        br $while-continue|15
       end
      end
     end
     local.get $1
     local.get $3
     i32.lt_u
     if
      local.get $6
      local.get $14
      local.get $15
      local.get $2
      i32.const 2
      i32.shl
      i32.add
      local.tee $9
      local.get $3
      local.tee $1
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.get $9
      i32.load
      i32.sub
      local.get $1
      i32.const 0
      local.get $2
      local.get $4
      i32.sub
      call $assembly/codec/dense_parse/worth
      local.tee $10
      local.get $8
      i64.gt_u
      if
       local.get $10
       local.set $8
      end
      local.get $1
      i32.const 64
      i32.ge_u
      if
       local.get $8
       return
      end
     end
    end
    local.get $7
    i32.const -8192
    i32.sub
    local.get $4
    i32.const 1
    i32.shl
    i32.add
    i32.load16_u
    local.set $4
    local.get $13
    i32.const 1
    i32.sub
    local.set $13
    br $while-continue|01
   end
  end
  local.get $5
  i32.const 352
  i32.add
  local.set $7
  local.get $5
  i32.load offset=8
  local.set $5
  i32.const 3
  local.set $1
  local.get $6
  i32.const 2688
  i32.add
  local.get $11
  i32.load
  i32.const -1640531535
  i32.mul
  i32.const 17
  i32.shr_u
  i32.const 1
  i32.shl
  i32.add
  i32.load16_u
  local.set $4
  i32.const 8
  local.set $13
  loop $while-continue|17
   local.get $4
   i32.const 65535
   i32.ne
   i32.const 0
   local.get $13
   select
   if
    local.get $12
    local.get $5
    local.get $4
    i32.sub
    local.tee $0
    local.get $0
    local.get $12
    i32.gt_u
    select
    local.tee $9
    local.get $1
    i32.gt_u
    if (result i32)
     local.get $4
     local.get $7
     i32.add
     local.get $1
     i32.add
     i32.load8_u
     local.get $1
     local.get $11
     i32.add
     i32.load8_u
     i32.eq
    else
     i32.const 0
    end
    if
     local.get $4
     local.get $7
     i32.add
     local.set $16
     i32.const 0
     local.set $3
     block $__inlined_func$assembly/codec/dense_parse/common$807
      loop $while-continue|09
       local.get $3
       i32.const 8
       i32.add
       local.tee $0
       local.get $9
       i32.le_u
       if
        local.get $3
        local.get $3
        local.get $11
        i32.add
        i64.load
        local.get $3
        local.get $16
        i32.add
        i64.load
        i64.xor
        local.tee $10
        i64.ctz
        i64.const 3
        i64.shr_u
        i32.wrap_i64
        i32.add
        local.set $3
        local.get $10
        i64.const 0
        i64.ne
        br_if $__inlined_func$assembly/codec/dense_parse/common$807
        local.get $0
        local.set $3
        br $while-continue|09
       end
      end
      loop $while-continue|111
       local.get $3
       local.get $9
       i32.lt_u
       if (result i32)
        local.get $3
        local.get $11
        i32.add
        i32.load8_u
        local.get $3
        local.get $16
        i32.add
        i32.load8_u
        i32.eq
       else
        i32.const 0
       end
       if
        local.get $3
        i32.const 1
        i32.add
        local.set $3
        br $while-continue|111
       end
      end
     end
     local.get $1
     local.get $3
     i32.lt_u
     if
      local.get $6
      local.get $14
      local.get $15
      local.get $2
      i32.const 2
      i32.shl
      i32.add
      local.tee $0
      local.get $3
      local.tee $1
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.get $0
      i32.load
      i32.sub
      local.get $1
      i32.const 2
      local.get $4
      call $assembly/codec/dense_parse/worth
      local.tee $10
      local.get $8
      i64.gt_u
      if
       local.get $10
       local.set $8
      end
      local.get $1
      i32.const 64
      i32.ge_u
      if
       local.get $8
       return
      end
     end
    end
    local.get $6
    i32.const 68224
    i32.add
    local.get $4
    i32.const 1
    i32.shl
    i32.add
    i32.load16_u
    local.set $4
    local.get $13
    i32.const 1
    i32.sub
    local.set $13
    br $while-continue|17
   end
  end
  local.get $8
 )
 (func $assembly/codec/dense_parse/denseParse (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i64)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  local.get $4
  i32.const 255
  i32.const 8192
  memory.fill
  local.get $4
  local.get $1
  i32.const 1
  i32.shl
  i32.const 8194
  i32.add
  i32.add
  local.set $7
  loop $while-continue|0
   local.get $1
   local.get $5
   i32.gt_u
   if
    local.get $7
    local.get $5
    i32.const 2
    i32.shl
    i32.add
    local.get $9
    i32.store
    local.get $9
    local.get $3
    local.get $0
    local.get $5
    i32.add
    i32.load8_u
    i32.const 2
    i32.shl
    i32.add
    i32.load
    i32.const 24
    i32.shr_u
    i32.add
    local.set $9
    local.get $5
    i32.const 1
    i32.add
    local.set $5
    br $while-continue|0
   end
  end
  local.get $7
  local.get $5
  i32.const 2
  i32.shl
  i32.add
  local.get $9
  i32.store
  local.get $4
  local.get $1
  i32.const 1
  i32.shl
  local.get $1
  i32.const 2
  i32.shl
  i32.add
  i32.const 8200
  i32.add
  i32.add
  local.tee $10
  local.set $12
  i32.const 0
  local.set $9
  i32.const 8
  local.set $11
  i32.const 0
  local.set $5
  loop $while-continue|1
   local.get $1
   local.get $5
   i32.gt_u
   if
    local.get $0
    local.get $1
    local.get $5
    local.get $9
    local.get $11
    local.get $2
    local.get $3
    local.get $4
    call $assembly/codec/dense_parse/find
    local.set $6
    local.get $1
    local.get $5
    i32.const 4
    i32.add
    i32.ge_u
    if
     local.get $4
     i32.const -8192
     i32.sub
     local.get $5
     i32.const 1
     i32.shl
     i32.add
     local.get $4
     local.get $0
     local.get $5
     i32.add
     i32.load
     i32.const -1640531535
     i32.mul
     i32.const 20
     i32.shr_u
     i32.const 1
     i32.shl
     i32.add
     local.tee $7
     i32.load16_u
     i32.store16
     local.get $7
     local.get $5
     i32.store16
    end
    local.get $6
    i64.eqz
    if
     local.get $5
     i32.const 1
     i32.add
     local.set $5
     br $while-continue|1
    end
    local.get $5
    i32.const 1
    i32.add
    local.tee $7
    local.get $1
    i32.lt_u
    if (result i32)
     local.get $6
     i64.const 18
     i64.shr_u
     i32.wrap_i64
     i32.const 65535
     i32.and
     i32.const 64
     i32.lt_u
    else
     i32.const 0
    end
    if
     local.get $0
     local.get $1
     local.get $7
     local.get $9
     local.get $11
     local.get $2
     local.get $3
     local.get $4
     call $assembly/codec/dense_parse/find
     local.tee $8
     i64.const 34
     i64.shr_u
     local.get $6
     i64.const 34
     i64.shr_u
     i64.gt_u
     if
      local.get $1
      local.get $7
      local.tee $5
      i32.const 4
      i32.add
      i32.ge_u
      if
       local.get $4
       i32.const -8192
       i32.sub
       local.get $5
       i32.const 1
       i32.shl
       i32.add
       local.get $4
       local.get $0
       local.get $5
       i32.add
       i32.load
       i32.const -1640531535
       i32.mul
       i32.const 20
       i32.shr_u
       i32.const 1
       i32.shl
       i32.add
       local.tee $7
       i32.load16_u
       i32.store16
       local.get $7
       local.get $5
       i32.store16
      end
      local.get $8
      local.set $6
     end
    end
    local.get $12
    local.get $5
    local.get $9
    i32.sub
    i32.store16
    local.get $12
    local.get $6
    i64.const 18
    i64.shr_u
    i32.wrap_i64
    i32.const 65535
    i32.and
    local.tee $7
    i32.store16 offset=2
    local.get $12
    local.get $6
    i32.wrap_i64
    i32.const 65535
    i32.and
    local.tee $9
    i32.store16 offset=4
    local.get $12
    local.get $6
    i64.const 16
    i64.shr_u
    i32.wrap_i64
    i32.const 3
    i32.and
    local.tee $13
    i32.store8 offset=6
    local.get $12
    i32.const 8
    i32.add
    local.set $12
    local.get $11
    local.get $9
    local.get $13
    select
    local.set $11
    local.get $5
    local.get $7
    i32.add
    local.set $9
    local.get $5
    i32.const 1
    i32.add
    local.set $5
    loop $while-continue|2
     local.get $5
     local.get $9
     i32.lt_u
     if
      local.get $1
      local.get $5
      i32.const 4
      i32.add
      i32.ge_u
      if
       local.get $4
       i32.const -8192
       i32.sub
       local.get $5
       i32.const 1
       i32.shl
       i32.add
       local.get $4
       local.get $0
       local.get $5
       i32.add
       i32.load
       i32.const -1640531535
       i32.mul
       i32.const 20
       i32.shr_u
       i32.const 1
       i32.shl
       i32.add
       local.tee $7
       i32.load16_u
       i32.store16
       local.get $7
       local.get $5
       i32.store16
      end
      local.get $5
      i32.const 1
      i32.add
      local.set $5
      br $while-continue|2
     end
    end
    br $while-continue|1
   end
  end
  local.get $1
  local.get $9
  i32.sub
  i32.const 65535
  i32.gt_u
  if
   i32.const 0
   return
  end
  local.get $1
  local.get $9
  i32.gt_u
  if (result i32)
   local.get $12
   local.get $1
   local.get $9
   i32.sub
   i32.store16
   local.get $12
   i32.const 0
   i32.store16 offset=2
   local.get $12
   i32.const 8
   i32.add
  else
   local.get $12
  end
  local.get $10
  i32.sub
  i32.const 3
  i32.shr_u
 )
 (func $assembly/codec/dense_parse/denseCodes (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  local.get $0
  i32.const 16
  i32.add
  i32.const 256
  local.get $1
  call $assembly/codec/dense_parse/layCodes
  local.get $0
  i32.const 144
  i32.add
  i32.const 256
  local.get $1
  i32.const 1024
  i32.add
  call $assembly/codec/dense_parse/layCodes
  local.get $0
  i32.const 272
  i32.add
  i32.const 154
  local.get $1
  i32.const 2048
  i32.add
  call $assembly/codec/dense_parse/layCodes
  i32.const 0
  local.set $0
  loop $while-continue|0
   local.get $0
   i32.const 256
   i32.lt_u
   if
    local.get $1
    local.get $0
    i32.const 2
    i32.shl
    i32.add
    local.tee $5
    i32.load
    local.tee $7
    i32.const 16
    i32.shr_u
    i32.const 255
    i32.and
    local.set $6
    local.get $7
    i32.const 65535
    i32.and
    local.set $2
    i32.const 0
    local.set $3
    i32.const 0
    local.set $4
    loop $while-continue|01
     local.get $4
     local.get $6
     i32.lt_u
     if
      local.get $2
      i32.const 1
      i32.and
      local.get $3
      i32.const 1
      i32.shl
      i32.or
      local.set $3
      local.get $2
      i32.const 1
      i32.shr_u
      local.set $2
      local.get $4
      i32.const 1
      i32.add
      local.set $4
      br $while-continue|01
     end
    end
    local.get $5
    local.get $7
    i32.const -65536
    i32.and
    local.get $3
    i32.or
    i32.store
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|0
   end
  end
  i32.const 0
  local.set $0
  loop $while-continue|1
   local.get $0
   i32.const 256
   i32.lt_u
   if
    local.get $1
    i32.const 1024
    i32.add
    local.get $0
    i32.const 2
    i32.shl
    i32.add
    local.tee $2
    local.get $2
    i32.load
    local.get $0
    i32.const 15
    i32.and
    i32.const 1040
    i32.add
    i32.load8_u
    i32.const 24
    i32.shl
    i32.add
    i32.store
    local.get $0
    i32.const 5
    i32.shr_u
    i32.const 6
    i32.eq
    if
     local.get $2
     local.get $2
     i32.load
     i32.const 33554432
     i32.add
     i32.store
    end
    local.get $0
    i32.const 5
    i32.shr_u
    i32.const 7
    i32.eq
    if
     local.get $2
     local.get $2
     i32.load
     i32.const 67108864
     i32.add
     i32.store
    end
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|1
   end
  end
  i32.const 0
  local.set $0
  loop $while-continue|2
   local.get $0
   i32.const 154
   i32.lt_u
   if
    local.get $1
    i32.const 2048
    i32.add
    local.get $0
    i32.const 2
    i32.shl
    i32.add
    local.tee $2
    i32.load
    local.set $3
    local.get $2
    local.get $3
    block $__inlined_func$assembly/codec/dense_format/offsetBits$859 (result i32)
     i32.const 10
     local.get $0
     i32.const 90
     i32.ge_u
     br_if $__inlined_func$assembly/codec/dense_format/offsetBits$859
     drop
     local.get $0
     i32.const 54
     i32.sub
     i32.const 2
     i32.shr_u
     i32.const 2
     i32.add
     local.get $0
     i32.const 54
     i32.ge_u
     br_if $__inlined_func$assembly/codec/dense_format/offsetBits$859
     drop
     i32.const 0
     local.get $0
     i32.const 15
     i32.lt_u
     local.get $0
     i32.const 39
     i32.ge_u
     i32.or
     br_if $__inlined_func$assembly/codec/dense_format/offsetBits$859
     drop
     local.get $0
     i32.const 15
     i32.sub
     i32.const 1
     i32.shr_u
     i32.const 3
     i32.add
    end
    i32.const 24
    i32.shl
    i32.add
    i32.store
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|2
   end
  end
 )
 (func $assembly/bodies/indexInsert (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  i32.const 4316
  i32.const 4316
  i32.load
  i32.const 1
  i32.add
  i32.store
  i32.const 4304
  call $assembly/table/tableGrow
  local.tee $8
  if
   i32.const 4304
   i32.load
   local.get $8
   i32.const -1
   local.get $8
   i32.clz
   i32.shr_u
   i32.const 1
   i32.shr_u
   i32.and
   local.tee $1
   i32.const 16
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.get $1
   i32.const 6
   i32.shr_u
   i32.const 1023
   i32.and
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.get $1
   i32.const 63
   i32.and
   i32.const 6
   i32.shl
   i32.add
   local.tee $9
   i32.load offset=60
   local.set $2
   local.get $9
   i32.const 0
   i32.store offset=60
   local.get $9
   v128.load offset=48
   v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
   i8x16.eq
   i8x16.bitmask
   i32.const 4095
   i32.and
   i32.const -1
   i32.xor
   i32.const 4095
   i32.and
   local.set $10
   loop $while-continue|0
    local.get $10
    if
     local.get $8
     i32.const -1
     i32.const 4312
     i32.load
     local.tee $4
     i32.const 1
     i32.sub
     i32.clz
     i32.shr_u
     local.tee $1
     i32.const 4928
     i64.load
     local.get $9
     local.get $10
     i32.ctz
     local.tee $6
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.tee $5
     i64.load
     i64.xor
     local.tee $3
     local.get $3
     i64.const 33
     i64.shr_u
     i64.xor
     i64.const -4417276706812531889
     i64.mul
     local.tee $3
     local.get $3
     i64.const 29
     i64.shr_u
     i64.xor
     i64.const 1609587929392839161
     i64.mul
     local.tee $3
     local.get $3
     i64.const 32
     i64.shr_u
     i64.xor
     i32.wrap_i64
     i32.and
     local.tee $7
     local.get $7
     local.get $1
     i32.const 1
     i32.shr_u
     i32.and
     local.get $4
     local.get $7
     i32.gt_u
     select
     i32.eq
     if
      local.get $9
      i32.const 48
      i32.add
      local.get $6
      i32.add
      i32.const 0
      i32.store8
      local.get $5
      call $assembly/bodies/put
     end
     local.get $10
     local.get $10
     i32.const 1
     i32.sub
     i32.and
     local.set $10
     br $while-continue|0
    end
   end
   loop $while-continue|1
    local.get $2
    if
     local.get $2
     v128.load offset=48
     v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
     i8x16.eq
     i8x16.bitmask
     i32.const 4095
     i32.and
     i32.const -1
     i32.xor
     i32.const 4095
     i32.and
     local.set $10
     loop $while-continue|2
      local.get $10
      if
       local.get $2
       local.get $10
       i32.ctz
       i32.const 2
       i32.shl
       i32.add
       i32.load
       call $assembly/bodies/put
       local.get $10
       local.get $10
       i32.const 1
       i32.sub
       i32.and
       local.set $10
       br $while-continue|2
      end
     end
     local.get $2
     i32.load offset=60
     local.get $2
     i32.const 4176
     i32.load
     i32.store offset=4
     i32.const 4176
     local.get $2
     i32.store
     i32.const 4196
     i32.const 4196
     i32.load
     i32.const 1
     i32.add
     i32.store
     i32.const 4192
     i32.const 4192
     i32.load
     i32.const 1
     i32.sub
     i32.store
     local.set $2
     br $while-continue|1
    end
   end
  end
  local.get $0
  call $assembly/bodies/put
 )
 (func $assembly/bodies/bodyDestroy (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  block $folding-inner0
   local.get $0
   i32.load offset=12
   local.tee $1
   i32.const 262143
   i32.and
   if
    i32.const 6144
    i32.const 96
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    br $folding-inner0
   end
   local.get $1
   i32.const 262144
   i32.and
   if
    block $__inlined_func$assembly/bodies/indexRemove$2
     i32.const 4304
     i32.load
     i32.const -1
     i32.const 4312
     i32.load
     local.tee $5
     i32.const 1
     i32.sub
     i32.clz
     i32.shr_u
     local.tee $3
     i32.const 4928
     i64.load
     local.get $0
     i64.load
     i64.xor
     local.tee $4
     i64.const 33
     i64.shr_u
     local.get $4
     i64.xor
     i64.const -4417276706812531889
     i64.mul
     local.tee $4
     i64.const 29
     i64.shr_u
     local.get $4
     i64.xor
     i64.const 1609587929392839161
     i64.mul
     local.tee $4
     i64.const 32
     i64.shr_u
     local.get $4
     i64.xor
     local.tee $4
     i32.wrap_i64
     i32.and
     local.tee $1
     local.get $1
     local.get $3
     i32.const 1
     i32.shr_u
     i32.and
     local.get $1
     local.get $5
     i32.lt_u
     select
     local.tee $1
     i32.const 16
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $1
     i32.const 6
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $1
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
     local.set $1
     loop $while-continue|0
      local.get $1
      i32.eqz
      if
       i32.const 6144
       i32.const 315
       i32.store
       i32.const 6148
       i32.const 5
       i32.store
       br $folding-inner0
      end
      local.get $1
      v128.load offset=48
      local.get $4
      i64.const 56
      i64.shr_u
      i32.wrap_i64
      i32.const 128
      i32.or
      i8x16.splat
      i8x16.eq
      i8x16.bitmask
      i32.const 4095
      i32.and
      local.set $5
      loop $while-continue|1
       local.get $5
       if
        local.get $1
        local.get $5
        i32.ctz
        local.tee $3
        i32.const 2
        i32.shl
        i32.add
        i32.load
        local.get $0
        i32.eq
        if
         local.get $1
         i32.const 48
         i32.add
         local.get $3
         i32.add
         i32.const 0
         i32.store8
         local.get $2
         if (result i32)
          local.get $1
          v128.load offset=48
          v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
          i8x16.eq
          i8x16.bitmask
          i32.const 4095
          i32.and
          i32.const 4095
          i32.eq
         else
          i32.const 0
         end
         if
          local.get $2
          local.get $1
          i32.load offset=60
          i32.store offset=60
          local.get $1
          i32.const 4176
          i32.load
          i32.store offset=4
          i32.const 4176
          local.get $1
          i32.store
          i32.const 4196
          i32.const 4196
          i32.load
          i32.const 1
          i32.add
          i32.store
          i32.const 4192
          i32.const 4192
          i32.load
          i32.const 1
          i32.sub
          i32.store
         end
         i32.const 4316
         i32.const 4316
         i32.load
         i32.const 1
         i32.sub
         i32.store
         br $__inlined_func$assembly/bodies/indexRemove$2
        end
        local.get $5
        local.get $5
        i32.const 1
        i32.sub
        i32.and
        local.set $5
        br $while-continue|1
       end
      end
      local.get $1
      local.tee $2
      i32.load offset=60
      local.set $1
      br $while-continue|0
     end
     unreachable
    end
   end
   local.get $0
   i32.const 0
   i32.store offset=12
   local.get $0
   i64.const 0
   i64.store
   local.get $0
   i32.const 4208
   i32.load
   i32.store offset=4
   i32.const 4208
   local.get $0
   i32.store
   i32.const 4228
   i32.const 4228
   i32.load
   i32.const 1
   i32.add
   i32.store
   i32.const 4224
   i32.const 4224
   i32.load
   i32.const 1
   i32.sub
   i32.store
   return
  end
  i32.const 6152
  i32.const 1792
  i32.store
  i32.const 6156
  i32.const 1788
  i32.load
  i32.const -2
  i32.and
  i32.store
  unreachable
 )
 (func $assembly/audit/addToSharers (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  loop $for-loop|0
   local.get $1
   i32.const 4280
   i32.load
   i32.lt_u
   if
    i32.const 4272
    i32.load
    local.get $1
    i32.const 16
    i32.shr_u
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $1
    i32.const 6
    i32.shr_u
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $1
    i32.const 63
    i32.and
    i32.const 6
    i32.shl
    i32.add
    local.set $2
    loop $for-loop|1
     local.get $2
     if
      i32.const 0
      local.set $3
      loop $for-loop|2
       local.get $3
       i32.const 5
       i32.lt_u
       local.tee $4
       if
        local.get $2
        local.get $3
        i32.const 12
        i32.mul
        i32.add
        local.tee $5
        i32.const 0
        local.get $4
        if (result i32)
         local.get $5
         i32.load offset=4
        else
         i32.const 0
        end
        select
        local.tee $4
        if
         local.get $4
         i32.load offset=8
         local.tee $5
         i32.const 1
         i32.sub
         i32.const 0
         local.get $5
         i32.const 1
         i32.and
         select
         local.tee $5
         if (result i32)
          local.get $5
          i32.load
         else
          local.get $4
          i32.load offset=8
         end
         local.tee $4
         local.get $4
         i32.load offset=12
         local.get $0
         i32.add
         i32.store offset=12
        end
        local.get $3
        i32.const 1
        i32.add
        local.set $3
        br $for-loop|2
       end
      end
      local.get $2
      i32.load offset=60
      local.set $2
      br $for-loop|1
     end
    end
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
 )
 (func $assembly/areas/areaOpen (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  i32.const 4240
  i32.const 48
  i32.const 1
  call $assembly/frames/recordReserve
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 4240
  i32.load
  local.tee $3
  if
   i32.const 4240
   local.get $3
   i32.load offset=4
   i32.store
   i32.const 4260
   i32.const 4260
   i32.load
   i32.const 1
   i32.sub
   i32.store
  else
   i32.const 4244
   i32.load
   local.tee $3
   i32.const 4248
   i32.load
   i32.ge_u
   if
    i32.const 6144
    i32.const 90
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 1728
    i32.store
    i32.const 6156
    i32.const 1724
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $3
   i32.const 0
   i32.const 48
   memory.fill
   i32.const 4244
   local.get $3
   i32.const 48
   i32.add
   i32.store
  end
  i32.const 4256
  i32.const 4256
  i32.load
  i32.const 1
  i32.add
  i32.store
  local.get $3
  local.get $0
  i32.store offset=4
  local.get $3
  local.get $1
  i32.store offset=8
  local.get $3
  i32.const 0
  i32.store offset=12
  local.get $3
  local.get $2
  i32.store offset=16
  local.get $3
  i32.const -1
  i32.store offset=20
  local.get $3
  i32.const 0
  i32.store offset=24
  local.get $3
  i32.const 0
  i32.store offset=28
  local.get $3
  i32.const 0
  i32.store offset=32
  local.get $3
  i32.const 0
  i32.store offset=36
  local.get $3
  i32.const 1
  i32.store
  local.get $3
 )
 (func $assembly/waiting/keepYoung (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  i32.const 4912
  i32.load
  i32.const 4896
  i32.load
  i32.ge_u
  if (result i32)
   i32.const 4904
   i32.load
   local.tee $5
   if (result i32)
    local.get $5
    call $assembly/waiting/settle
   else
    i32.const 0
   end
  else
   i32.const 1
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 4916
  i32.load
  if (result i32)
   i32.const 1
  else
   call $assembly/stock/stockTake
   local.tee $5
   if (result i32)
    local.get $5
    i32.const 4920
    i32.load
    i32.store
    i32.const 4920
    local.get $5
    i32.store
    i32.const 4924
    i32.const 4924
    i32.load
    i32.const 1
    i32.add
    i32.store
    local.get $5
    i32.const 4900
    i32.load
    i32.const 15
    i32.mul
    i32.add
    i32.const 1024
    i32.add
    local.set $5
    loop $for-loop|0
     local.get $6
     i32.const 15
     i32.lt_u
     if
      local.get $5
      i32.const 4900
      i32.load
      local.tee $8
      i32.const -64
      i32.sub
      i32.sub
      local.tee $5
      local.get $8
      i32.add
      local.tee $8
      i32.const 4916
      i32.load
      i32.store
      local.get $8
      i32.const 0
      i32.store offset=8
      i32.const 4916
      local.get $5
      i32.store
      local.get $6
      i32.const 1
      i32.add
      local.set $6
      br $for-loop|0
     end
    end
    i32.const 1
   else
    i32.const 0
   end
  end
  if
   i32.const 4916
   i32.const 4916
   i32.load
   local.tee $5
   i32.const 4900
   i32.load
   i32.add
   local.tee $6
   i32.load
   i32.store
   local.get $6
   i32.const 4908
   i32.load
   local.tee $8
   i32.store
   local.get $6
   i32.const 0
   i32.store offset=4
   local.get $8
   if
    local.get $8
    i32.const 4900
    i32.load
    i32.add
    local.get $5
    i32.store offset=4
   else
    i32.const 4904
    local.get $5
    i32.store
   end
   i32.const 4908
   local.get $5
   i32.store
   i32.const 4912
   i32.const 4912
   i32.load
   i32.const 1
   i32.add
   i32.store
  else
   i32.const 0
   local.set $5
  end
  local.get $5
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $5
  local.get $2
  local.get $3
  memory.copy
  i32.const 4100
  i32.load
  i32.const 2
  i32.and
  if (result i64)
   local.get $5
   local.get $3
   call $assembly/hash/pageSum
  else
   i64.const 0
  end
  i32.const 1
  local.get $3
  local.get $3
  local.get $5
  i32.const 0
  call $assembly/bodies/bodyCreate
  local.tee $2
  local.get $2
  i32.load offset=12
  i32.const 524288
  i32.or
  i32.store offset=12
  local.get $5
  i32.const 4900
  i32.load
  i32.add
  local.get $2
  i32.store offset=8
  local.get $5
  i32.const 4900
  i32.load
  i32.add
  local.get $0
  i32.store offset=12
  local.get $5
  i32.const 4900
  i32.load
  i32.add
  local.get $1
  i32.store offset=16
  local.get $5
  i32.const 4900
  i32.load
  i32.add
  local.get $4
  i32.store offset=20
  local.get $0
  i32.load offset=32
  local.tee $0
  if
   local.get $0
   local.get $3
   local.get $0
   i32.load offset=24
   i32.add
   local.tee $1
   i32.store offset=24
   local.get $1
   local.get $0
   i32.load offset=52
   i32.gt_u
   if
    local.get $0
    local.get $1
    i32.store offset=52
   end
  end
  i32.const 5336
  i32.const 5336
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 5368
  local.get $3
  i64.extend_i32_u
  local.tee $7
  i32.const 5368
  i64.load
  i64.add
  i64.store
  i32.const 5376
  local.get $7
  i32.const 5376
  i64.load
  i64.add
  i64.store
  i32.const 5344
  i32.const 5344
  i64.load
  i64.const 1
  i64.add
  i64.store
  local.get $2
 )
 (func $assembly/rested/restedNext (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  i32.const 6564
  i32.const 0
  i32.store
  i32.const 4280
  i32.load
  local.tee $8
  local.get $0
  i32.le_u
  if
   i32.const 0
   return
  end
  local.get $0
  i32.const 256
  i32.add
  local.get $8
  local.get $8
  local.get $0
  i32.sub
  i32.const 256
  i32.gt_u
  select
  local.set $9
  local.get $1
  local.set $5
  local.get $0
  local.set $4
  loop $for-loop|0
   local.get $4
   local.get $9
   i32.lt_u
   if
    local.get $5
    i32.const 0
    local.get $0
    local.get $4
    i32.eq
    select
    local.set $5
    i32.const 4272
    i32.load
    local.get $4
    i32.const 16
    i32.shr_u
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $4
    i32.const 6
    i32.shr_u
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $4
    i32.const 63
    i32.and
    i32.const 6
    i32.shl
    i32.add
    local.set $7
    loop $for-loop|1
     local.get $7
     if
      i32.const 0
      local.set $10
      local.get $7
      i32.const 0
      local.get $7
      i32.load offset=4
      select
      local.set $1
      loop $while-continue|2
       local.get $1
       if
        local.get $3
        local.get $1
        i32.load offset=4
        i32.load offset=16
        i32.eq
        local.tee $6
        if
         i32.const 0
         local.set $6
         block $__inlined_func$assembly/rested/mayBeDenser$1539
          local.get $1
          i32.load offset=8
          local.tee $11
          i32.const 1
          i32.sub
          i32.const 0
          local.get $11
          i32.const 1
          i32.and
          select
          local.tee $11
          if (result i32)
           local.get $11
           i32.load
          else
           local.get $1
           i32.load offset=8
          end
          local.tee $11
          i32.load offset=12
          i32.const 20
          i32.shr_u
          i32.const 7
          i32.and
          local.tee $12
          i32.eqz
          local.get $12
          i32.const 3
          i32.eq
          i32.or
          if (result i32)
           i32.const 1
          else
           local.get $11
           i32.load offset=12
           i32.const 524288
           i32.and
          end
          if (result i32)
           i32.const 1
          else
           local.get $11
           i32.load offset=12
           i32.const 8388608
           i32.and
          end
          br_if $__inlined_func$assembly/rested/mayBeDenser$1539
          local.get $11
          i32.load16_u offset=18
          i32.const 127
          i32.lt_u
          if (result i32)
           i32.const 0
          else
           local.get $2
           if (result i32)
            local.get $11
            i32.load offset=12
            i32.const 16777216
            i32.and
            i32.const 0
            i32.ne
           else
            i32.const 1
           end
          end
          i32.eqz
          br_if $__inlined_func$assembly/rested/mayBeDenser$1539
          local.get $11
          i32.load offset=12
          i32.const 262143
          i32.and
          i32.const 1
          i32.eq
          if (result i32)
           i32.const 0
          else
           local.get $1
           i32.load offset=4
           i32.load offset=16
           if (result i32)
            local.get $1
            i32.load offset=8
            local.tee $6
            i32.const 1
            i32.sub
            i32.const 0
            local.get $6
            i32.const 1
            i32.and
            select
           else
            i32.const 1
           end
          end
          i32.eqz
          local.set $6
         end
        end
        local.get $5
        i32.const 0
        local.get $6
        select
        if
         local.get $5
         i32.const 1
         i32.sub
         local.set $5
        else
         local.get $6
         if (result i32)
          local.get $1
          i32.load offset=4
          local.set $6
          block $__inlined_func$assembly/rested/handOut$1540 (result i32)
           local.get $1
           i32.load offset=8
           local.tee $11
           i32.const 1
           i32.sub
           i32.const 0
           local.get $11
           i32.const 1
           i32.and
           select
           local.tee $11
           if (result i32)
            local.get $11
            i32.load
           else
            local.get $1
            i32.load offset=8
           end
           local.tee $11
           i32.const 8192
           call $assembly/pages/expand
           if (result i32)
            i32.const 8192
            local.get $11
            i32.load16_u offset=16
            i32.const 1
            i32.add
            local.get $6
            i32.load offset=16
            call $assembly/hash/pageHash
            local.get $11
            i64.load
            i64.ne
           else
            i32.const 1
           end
           if
            local.get $11
            local.get $11
            i32.load offset=12
            i32.const 8388608
            i32.or
            i32.store offset=12
            i32.const 5304
            i32.const 5304
            i64.load
            i64.const 1
            i64.add
            i64.store
            i32.const 0
            br $__inlined_func$assembly/rested/handOut$1540
           end
           i32.const 6556
           local.get $6
           i32.store
           i32.const 6560
           local.get $1
           i32.load
           i32.store
           i32.const 6564
           local.get $11
           i32.store
           i32.const 1
          end
         else
          i32.const 0
         end
         if
          local.get $4
          i32.const 1
          i32.add
          return
         end
        end
        local.get $7
        local.get $10
        i32.const 1
        i32.add
        local.tee $10
        i32.const 12
        i32.mul
        i32.add
        local.tee $1
        i32.const 0
        local.get $10
        i32.const 5
        i32.lt_u
        if (result i32)
         local.get $1
         i32.load offset=4
        else
         i32.const 0
        end
        select
        local.set $1
        br $while-continue|2
       end
      end
      local.get $7
      i32.load offset=60
      local.set $7
      br $for-loop|1
     end
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
  local.get $9
  i32.const 1
  i32.add
  i32.const 0
  local.get $8
  local.get $9
  i32.gt_u
  select
 )
 (func $assembly/rested/restedKeep (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  i32.const 6564
  i32.load
  local.set $5
  i32.const 6564
  i32.const 0
  i32.store
  i32.const 6556
  i32.load
  local.set $8
  local.get $5
  i32.load16_u offset=16
  i32.const 1
  i32.add
  local.set $6
  local.get $5
  i32.load16_u offset=18
  i32.const 1
  i32.add
  local.set $2
  i32.const 8192
  i32.load8_u
  local.set $9
  local.get $0
  i32.const 0
  i32.ne
  local.tee $1
  if
   local.get $0
   local.get $2
   local.get $2
   i32.const 3
   i32.shr_u
   i32.sub
   i32.le_u
   local.set $1
  end
  local.get $1
  if
   i32.const 6548
   i32.load
   local.tee $1
   if (result i32)
    local.get $1
    local.get $9
    i32.const 4
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
   i32.const 0
   i32.ne
   local.set $1
  end
  local.get $1
  if
   local.get $9
   i32.const 8192
   local.get $0
   i32.const 90432
   local.get $6
   call $assembly/pages/denseExpand
   local.set $1
  end
  local.get $1
  if
   i32.const 90432
   local.get $6
   local.get $8
   i32.load offset=16
   call $assembly/hash/pageHash
   local.get $5
   i64.load
   i64.eq
   local.set $1
  end
  i32.const 4096
  i32.load
  i32.const -64
  i32.sub
  local.set $7
  i32.const 4100
  i32.load
  i32.const 16
  i32.and
  if
   i32.const 90432
   i32.const 0
   local.get $7
   memory.fill
  end
  local.get $1
  i32.eqz
  if
   local.get $5
   local.get $5
   i32.load offset=12
   i32.const 8388608
   i32.or
   i32.store offset=12
   i32.const 5304
   i32.const 5304
   i64.load
   i64.const 1
   i64.add
   i64.store
   i32.const 0
   return
  end
  i32.const 5336
  i32.const 5336
  i64.load
  i64.const 1
  i64.sub
  i64.store
  i32.const 5368
  i32.const 5368
  i64.load
  local.get $6
  i64.extend_i32_u
  i64.sub
  i64.store
  i32.const 5376
  i32.const 5376
  i64.load
  local.get $2
  i64.extend_i32_u
  i64.sub
  i64.store
  local.get $2
  local.get $6
  local.get $6
  i32.const 3
  i32.shr_u
  i32.sub
  i32.gt_u
  if
   i32.const 5352
   i32.const 5352
   i64.load
   i64.const 1
   i64.sub
   i64.store
  end
  local.get $5
  i32.load offset=8
  i32.const 8192
  local.get $0
  memory.copy
  local.get $0
  local.get $5
  i32.load offset=8
  i32.add
  local.set $1
  i32.const 4100
  i32.load
  i32.const 16
  i32.and
  if
   local.get $1
   i32.const 0
   local.get $2
   local.get $0
   i32.sub
   memory.fill
  end
  local.get $5
  i32.load offset=8
  local.tee $10
  local.get $10
  i32.const 4112
  i32.load
  i32.sub
  i32.const 4116
  i32.load
  i32.rem_u
  i32.sub
  local.set $1
  local.get $0
  i32.const 7
  i32.add
  i32.const -4
  i32.and
  local.tee $7
  local.get $2
  i32.const 7
  i32.add
  i32.const -4
  i32.and
  local.tee $11
  i32.gt_u
  if
   i32.const 6144
   i32.const 268
   i32.store
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 1920
   i32.store
   i32.const 6156
   i32.const 1916
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  local.get $7
  local.get $11
  i32.ne
  if
   local.get $1
   local.get $1
   i32.load offset=20
   local.get $11
   local.get $7
   i32.sub
   local.tee $12
   i32.sub
   i32.store offset=20
   i32.const 4384
   i32.const 4384
   i32.load
   local.get $12
   i32.sub
   i32.store
   local.get $1
   i32.load offset=16
   local.get $12
   local.get $10
   i32.const 4
   i32.sub
   local.get $7
   i32.add
   local.tee $10
   local.get $1
   i32.sub
   local.tee $12
   i32.add
   i32.eq
   if
    local.get $1
    local.get $12
    i32.store offset=16
   else
    local.get $10
    local.get $11
    local.get $7
    i32.sub
    i32.const 1
    i32.shl
    i32.const 1
    i32.or
    i32.store
   end
   local.get $1
   call $assembly/slab/rebin
  end
  local.get $5
  local.get $5
  i32.load offset=12
  i32.const -7340033
  i32.and
  i32.const 3145728
  i32.or
  local.get $9
  i32.const 25
  i32.shl
  i32.or
  i32.store offset=12
  local.get $5
  local.get $0
  i32.const 1
  i32.sub
  i32.store16 offset=18
  i32.const 6548
  i32.load
  local.tee $1
  if (result i32)
   local.get $1
   local.get $9
   i32.const 4
   i32.shl
   i32.add
   i32.load
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 6144
   i32.const 57
   i32.store
   i32.const 6148
   i32.const 3
   i32.store
   i32.const 6152
   i32.const 2240
   i32.store
   i32.const 6156
   i32.const 2236
   i32.load
   i32.const -2
   i32.and
   i32.store
   unreachable
  end
  i32.const 6548
  i32.load
  local.get $9
  i32.const 4
  i32.shl
  i32.add
  local.tee $1
  local.get $1
  i32.load offset=8
  i32.const 1
  i32.add
  i32.store offset=8
  i32.const 5336
  i32.const 5336
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 5368
  i32.const 5368
  i64.load
  local.get $6
  i64.extend_i32_u
  i64.add
  i64.store
  i32.const 5376
  i32.const 5376
  i64.load
  local.get $0
  i64.extend_i32_u
  i64.add
  i64.store
  local.get $0
  local.get $6
  local.get $6
  i32.const 3
  i32.shr_u
  i32.sub
  i32.gt_u
  if
   i32.const 5352
   i32.const 5352
   i64.load
   i64.const 1
   i64.add
   i64.store
  end
  local.get $8
  i32.load offset=32
  local.tee $1
  if
   local.get $2
   local.get $0
   i32.sub
   local.tee $5
   local.get $1
   i32.load offset=24
   i32.gt_u
   if
    i32.const 6144
    i32.const 128
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 1856
    i32.store
    i32.const 6156
    i32.const 1852
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $1
   local.get $1
   i32.load offset=24
   local.get $5
   i32.sub
   i32.store offset=24
  end
  local.get $8
  i32.const 6560
  i32.load
  call $assembly/directory/directoryFind
  i32.load offset=8
  local.tee $1
  i32.const 1
  i32.sub
  i32.const 0
  local.get $1
  i32.const 1
  i32.and
  select
  local.tee $1
  if
   local.get $0
   i32.const 72
   i32.add
   local.set $5
   local.get $8
   i32.load offset=32
   local.tee $6
   if (result i32)
    local.get $6
    i32.load offset=8
   else
    i32.const 0
   end
   local.get $1
   i32.load8_u offset=25
   i32.const 4
   i32.shl
   i32.add
   i32.const 4
   i32.sub
   local.tee $6
   local.get $6
   i32.load offset=8
   local.get $1
   i32.load offset=20
   i32.sub
   local.get $5
   i32.add
   i32.store offset=8
   local.get $1
   local.get $5
   i32.store offset=20
  end
  i32.const 5288
  i32.const 5288
  i64.load
  i64.const 1
  i64.add
  i64.store
  i32.const 5296
  i32.const 5296
  i64.load
  local.get $2
  local.get $0
  i32.sub
  i64.extend_i32_u
  i64.add
  i64.store
  i32.const 4104
  i32.load
  if (result i32)
   i32.const 4148
   i32.load
   i32.const 4380
   i32.load
   i32.const 4368
   i32.load
   i32.const -64
   i32.add
   i32.mul
   i32.const 4384
   i32.load
   i32.sub
   i32.const 4116
   i32.load
   local.tee $1
   i32.const 4132
   i64.load32_u
   i64.const 16
   i64.shl
   local.tee $3
   i32.const 4120
   i64.load32_u
   local.tee $4
   i64.gt_u
   if (result i32)
    local.get $3
    local.get $4
    i64.sub
    local.get $1
    i64.extend_i32_u
    i64.div_u
    i32.wrap_i64
   else
    i32.const 0
   end
   i32.const 4128
   i32.load
   i32.add
   i32.mul
   i32.add
   i32.const 4900
   i32.load
   i32.const -64
   i32.sub
   i32.const 4924
   i32.load
   i32.const 15
   i32.mul
   i32.const 4912
   i32.load
   i32.sub
   i32.mul
   i32.add
   i32.le_u
  else
   i32.const 0
  end
  if
   i32.const 4104
   i32.const 0
   i32.store
  end
  call $assembly/room/tidy
  local.get $2
  local.get $0
  i32.sub
 )
 (func $assembly/pages/freeBody (param $0 i32)
  (local $1 i64)
  (local $2 i64)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $0
  i32.load offset=8
  local.set $3
  local.get $0
  i32.load16_u offset=18
  i32.const 1
  i32.add
  local.set $4
  local.get $0
  i32.load16_u offset=16
  i32.const 1
  i32.add
  local.set $5
  local.get $0
  i32.load offset=12
  i32.const 524288
  i32.and
  i32.eqz
  i32.const 5336
  i32.const 5336
  i64.load
  i64.const 1
  i64.sub
  i64.store
  i32.const 5368
  i32.const 5368
  i64.load
  local.get $5
  i64.extend_i32_u
  i64.sub
  i64.store
  i32.const 5376
  i32.const 5376
  i64.load
  local.get $4
  i64.extend_i32_u
  i64.sub
  i64.store
  if
   local.get $4
   local.get $5
   local.get $5
   i32.const 3
   i32.shr_u
   i32.sub
   i32.gt_u
   if
    i32.const 5352
    i32.const 5352
    i64.load
    i64.const 1
    i64.sub
    i64.store
   end
  else
   i32.const 5344
   i32.const 5344
   i64.load
   i64.const 1
   i64.sub
   i64.store
  end
  local.get $0
  i32.load offset=12
  i32.const 25
  i32.shr_u
  local.tee $5
  if
   i32.const 6548
   i32.load
   local.tee $6
   if (result i32)
    local.get $6
    local.get $5
    i32.const 4
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
   i32.eqz
   if
    i32.const 6144
    i32.const 57
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 2240
    i32.store
    i32.const 6156
    i32.const 2236
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   i32.const 6548
   i32.load
   local.get $5
   i32.const 4
   i32.shl
   i32.add
   local.tee $5
   local.get $5
   i32.load offset=8
   i32.const 1
   i32.sub
   i32.store offset=8
  end
  i32.const 4100
  i32.load
  i32.const 16
  i32.and
  if
   local.get $3
   i32.const 0
   local.get $4
   memory.fill
  end
  local.get $0
  i32.load offset=12
  i32.const 524288
  i32.and
  if
   local.get $3
   call $assembly/nursery/nurseryGive
  else
   local.get $3
   local.get $3
   i32.const 4112
   i32.load
   i32.sub
   i32.const 4116
   i32.load
   i32.rem_u
   i32.sub
   local.tee $0
   i32.load offset=16
   local.set $5
   local.get $3
   i32.const 4
   i32.sub
   local.tee $3
   i32.load
   i32.const 1
   i32.and
   if
    i32.const 6144
    i32.const 250
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 1920
    i32.store
    i32.const 6156
    i32.const 1916
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $0
   local.get $0
   i32.load offset=20
   local.get $4
   i32.const 7
   i32.add
   i32.const -4
   i32.and
   local.tee $4
   i32.sub
   i32.store offset=20
   i32.const 4384
   i32.const 4384
   i32.load
   local.get $4
   i32.sub
   i32.store
   local.get $0
   i32.load offset=20
   if
    local.get $3
    local.get $0
    i32.sub
    local.get $4
    i32.add
    local.get $5
    i32.eq
    if
     local.get $0
     local.get $5
     local.get $4
     i32.sub
     i32.store offset=16
    else
     local.get $3
     local.get $4
     i32.const 1
     i32.shl
     i32.const 1
     i32.or
     i32.store
    end
   else
    local.get $0
    i32.const 64
    i32.store offset=16
   end
   local.get $0
   call $assembly/slab/rebin
   local.get $0
   i32.load offset=20
   i32.eqz
   if
    local.get $0
    call $assembly/slab/slabClose
    local.get $0
    i32.const 4124
    i32.load
    i32.store
    local.get $0
    local.get $0
    i32.const 1
    i32.or
    i32.store offset=4
    i32.const 4124
    local.get $0
    i32.store
    i32.const 4128
    i32.const 4128
    i32.load
    i32.const 1
    i32.add
    i32.store
   end
  end
  i32.const 4104
  i32.load
  if (result i32)
   i32.const 4148
   i32.load
   i32.const 4380
   i32.load
   i32.const 4368
   i32.load
   i32.const -64
   i32.add
   i32.mul
   i32.const 4384
   i32.load
   i32.sub
   i32.const 4116
   i32.load
   local.tee $0
   i32.const 4132
   i64.load32_u
   i64.const 16
   i64.shl
   local.tee $1
   i32.const 4120
   i64.load32_u
   local.tee $2
   i64.gt_u
   if (result i32)
    local.get $1
    local.get $2
    i64.sub
    local.get $0
    i64.extend_i32_u
    i64.div_u
    i32.wrap_i64
   else
    i32.const 0
   end
   i32.const 4128
   i32.load
   i32.add
   i32.mul
   i32.add
   i32.const 4900
   i32.load
   i32.const -64
   i32.sub
   i32.const 4924
   i32.load
   i32.const 15
   i32.mul
   i32.const 4912
   i32.load
   i32.sub
   i32.mul
   i32.add
   i32.le_u
  else
   i32.const 0
  end
  if
   i32.const 4104
   i32.const 0
   i32.store
  end
 )
 (func $assembly/order/orderRemove (param $0 i32) (param $1 i32) (param $2 i32)
  (local $3 i64)
  (local $4 i32)
  (local $5 i32)
  local.get $2
  i32.const 1
  i32.eq
  if
   local.get $0
   local.get $0
   i32.load offset=52
   i32.const 1
   i32.add
   i32.store offset=52
  end
  local.get $2
  if
   block $__inlined_func$assembly/order/ghostAdd$1170
    i32.const 1
    i32.const 3
    i32.const 2
    local.get $1
    i32.load8_u offset=25
    i32.const 2
    i32.eq
    select
    local.get $2
    i32.const 1
    i32.eq
    select
    local.set $4
    i32.const 4928
    i64.load
    local.get $1
    i64.load32_u offset=16
    local.get $1
    i64.load32_u offset=12
    i64.const 32
    i64.shl
    i64.xor
    i64.xor
    local.tee $3
    local.get $3
    i64.const 33
    i64.shr_u
    i64.xor
    i64.const -4417276706812531889
    i64.mul
    local.tee $3
    local.get $3
    i64.const 29
    i64.shr_u
    i64.xor
    i64.const 1609587929392839161
    i64.mul
    local.tee $3
    local.get $3
    i64.const 32
    i64.shr_u
    i64.xor
    local.tee $3
    local.get $3
    i64.const 1
    i64.or
    local.get $3
    i32.wrap_i64
    select
    local.set $3
    i32.const 6500
    i32.load
    local.tee $2
    if (result i32)
     local.get $2
     i32.const -1
     local.get $2
     i32.const 1
     i32.sub
     i32.clz
     i32.shr_u
     local.tee $5
     local.get $3
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.and
     local.tee $2
     i32.le_u
     if
      local.get $2
      local.get $5
      i32.const 1
      i32.shr_u
      i32.and
      local.set $2
     end
     i32.const 6496
     i32.load
     local.get $2
     i32.const 6
     i32.shr_u
     local.tee $5
     i32.const 10
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $5
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $2
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
    else
     i32.const 0
    end
    local.tee $2
    i32.eqz
    br_if $__inlined_func$assembly/order/ghostAdd$1170
    local.get $2
    i32.const 8
    i32.add
    local.get $2
    i32.const 56
    memory.copy
    local.get $2
    local.get $3
    i64.store32
    local.get $2
    local.get $0
    i32.load offset=52
    i32.const 2
    i32.shl
    local.get $4
    i32.or
    i32.store offset=4
   end
  end
  local.get $1
  i32.load8_u offset=25
  i32.const 4
  i32.shl
  local.get $0
  i32.add
  i32.const 4
  i32.sub
  local.set $2
  local.get $1
  i32.load offset=4
  local.set $4
  local.get $1
  i32.load offset=8
  local.set $5
  local.get $0
  i32.load offset=4
  local.get $1
  i32.eq
  if
   local.get $0
   local.get $5
   i32.store offset=4
  end
  local.get $4
  if
   local.get $4
   local.get $5
   i32.store offset=8
  else
   local.get $2
   local.get $5
   i32.store
  end
  local.get $5
  if
   local.get $5
   local.get $4
   i32.store offset=4
  else
   local.get $2
   local.get $4
   i32.store offset=4
  end
  local.get $2
  local.get $2
  i32.load offset=8
  local.get $1
  i32.load offset=20
  i32.sub
  i32.store offset=8
  local.get $2
  local.get $2
  i32.load offset=12
  i32.const 1
  i32.sub
  i32.store offset=12
  local.get $1
  i32.const 0
  i32.store
  local.get $1
  i32.const 6432
  i32.load
  i32.store offset=4
  i32.const 6432
  local.get $1
  i32.store
  i32.const 6452
  i32.const 6452
  i32.load
  i32.const 1
  i32.add
  i32.store
  i32.const 6448
  i32.const 6448
  i32.load
  i32.const 1
  i32.sub
  i32.store
 )
 (func $assembly/order/orderInsert (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (result i32)
  (local $6 i32)
  (local $7 i32)
  i32.const 6432
  i32.load
  local.tee $6
  if
   i32.const 6432
   local.get $6
   i32.load offset=4
   i32.store
   i32.const 6452
   i32.const 6452
   i32.load
   i32.const 1
   i32.sub
   i32.store
  else
   i32.const 6436
   i32.load
   local.tee $6
   i32.const 6440
   i32.load
   i32.ge_u
   if
    i32.const 6144
    i32.const 90
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 1728
    i32.store
    i32.const 6156
    i32.const 1724
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $6
   i32.const 0
   i32.const 28
   memory.fill
   i32.const 6436
   local.get $6
   i32.const 28
   i32.add
   i32.store
  end
  i32.const 6448
  i32.const 6448
  i32.load
  i32.const 1
  i32.add
  i32.store
  local.get $6
  local.get $3
  i32.store
  local.get $6
  local.get $1
  i32.store offset=12
  local.get $6
  local.get $2
  i32.store offset=16
  local.get $6
  local.get $4
  i32.store offset=20
  local.get $6
  local.get $5
  i32.const 3
  i32.and
  local.tee $1
  i32.const 4
  i32.shl
  local.get $0
  i32.add
  i32.const 4
  i32.sub
  local.tee $2
  i32.load offset=4
  local.tee $3
  i32.store offset=4
  local.get $6
  i32.const 0
  i32.store offset=8
  local.get $3
  if
   local.get $3
   local.get $6
   i32.store offset=8
  else
   local.get $2
   local.get $6
   i32.store
  end
  local.get $2
  local.get $6
  i32.store offset=4
  local.get $6
  local.get $1
  i32.store8 offset=25
  local.get $2
  local.get $6
  i32.load offset=20
  local.get $2
  i32.load offset=8
  i32.add
  i32.store offset=8
  local.get $2
  local.get $2
  i32.load offset=12
  i32.const 1
  i32.add
  i32.store offset=12
  local.get $6
  local.get $5
  i32.const 4
  i32.and
  i32.const 0
  i32.ne
  i32.store8 offset=24
  local.get $6
  local.get $5
  i32.const 16
  i32.and
  i32.const 0
  i32.ne
  i32.store8 offset=26
  loop $for-loop|0
   local.get $7
   i32.const 2
   i32.lt_s
   if (result i32)
    local.get $0
    i64.load32_u offset=44
    local.get $0
    i32.load offset=20
    local.tee $1
    local.get $0
    i32.load offset=36
    i32.add
    local.tee $2
    i64.extend_i32_u
    i64.mul
    i64.const 16
    i64.shr_u
    i32.wrap_i64
    local.get $2
    i32.const 5
    i32.shr_u
    i32.add
    local.get $1
    i32.lt_u
   else
    i32.const 0
   end
   if
    local.get $0
    i32.load offset=12
    local.tee $1
    i32.load8_u offset=25
    i32.const 4
    i32.shl
    local.get $0
    i32.add
    i32.const 4
    i32.sub
    local.set $2
    local.get $1
    i32.load offset=4
    local.set $3
    local.get $1
    i32.load offset=8
    local.set $4
    local.get $0
    i32.load offset=4
    local.get $1
    i32.eq
    if
     local.get $0
     local.get $4
     i32.store offset=4
    end
    local.get $3
    if
     local.get $3
     local.get $4
     i32.store offset=8
    else
     local.get $2
     local.get $4
     i32.store
    end
    local.get $4
    if
     local.get $4
     local.get $3
     i32.store offset=4
    else
     local.get $2
     local.get $3
     i32.store offset=4
    end
    local.get $2
    local.get $2
    i32.load offset=8
    local.get $1
    i32.load offset=20
    i32.sub
    i32.store offset=8
    local.get $2
    local.get $2
    i32.load offset=12
    i32.const 1
    i32.sub
    i32.store offset=12
    local.get $1
    local.get $0
    i32.load offset=32
    local.tee $2
    i32.store offset=4
    local.get $1
    i32.const 0
    i32.store offset=8
    local.get $2
    if
     local.get $2
     local.get $1
     i32.store offset=8
    else
     local.get $0
     local.get $1
     i32.store offset=28
    end
    local.get $0
    local.get $1
    i32.store offset=32
    local.get $1
    i32.const 2
    i32.store8 offset=25
    local.get $0
    local.get $1
    i32.load offset=20
    local.get $0
    i32.load offset=36
    i32.add
    i32.store offset=36
    local.get $0
    local.get $0
    i32.load offset=40
    i32.const 1
    i32.add
    i32.store offset=40
    local.get $1
    i32.const 0
    i32.store8 offset=24
    local.get $7
    i32.const 1
    i32.add
    local.set $7
    br $for-loop|0
   end
  end
  block $__inlined_func$assembly/order/ghostsGrow$1199
   i32.const 6448
   i32.load
   i32.const 6500
   i32.load
   local.tee $0
   i32.const 3
   i32.shl
   i32.le_u
   br_if $__inlined_func$assembly/order/ghostsGrow$1199
   i32.const 6496
   i32.load
   if (result i32)
    i32.const 1
   else
    i32.const 6496
    call $assembly/areas/numbersAdd
   end
   i32.eqz
   br_if $__inlined_func$assembly/order/ghostsGrow$1199
   i32.const 6496
   i32.load
   local.get $0
   i32.const 6
   i32.shr_u
   local.tee $1
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   local.tee $2
   i32.load
   if (result i32)
    i32.const 1
   else
    local.get $2
    call $assembly/areas/numbersAdd
   end
   i32.eqz
   br_if $__inlined_func$assembly/order/ghostsGrow$1199
   local.get $2
   i32.load
   local.get $1
   i32.const 1023
   i32.and
   i32.const 2
   i32.shl
   i32.add
   call $assembly/areas/numbersAdd
   i32.eqz
   br_if $__inlined_func$assembly/order/ghostsGrow$1199
   i32.const 6500
   local.get $0
   i32.const -64
   i32.sub
   i32.store
  end
  local.get $6
 )
 (func $assembly/order/nextVictim (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  local.get $0
  i32.load offset=28
  i32.const 0
  i32.ne
  local.set $2
  local.get $0
  i32.load offset=12
  if (result i32)
   local.get $2
   if (result i32)
    local.get $1
    if (result i32)
     i32.const 1
    else
     local.get $0
     i64.load32_u offset=44
     local.get $0
     i32.load offset=20
     local.tee $1
     local.get $0
     i32.load offset=36
     i32.add
     i64.extend_i32_u
     i64.mul
     i64.const 16
     i64.shr_u
     i32.wrap_i64
     local.get $1
     i32.gt_u
    end
   else
    i32.const 0
   end
  else
   i32.const 1
  end
  if
   local.get $0
   call $assembly/order/mainVictim
   return
  end
  loop $for-loop|0
   local.get $3
   i32.const 64
   i32.lt_u
   if
    local.get $0
    i32.load offset=12
    local.tee $5
    i32.eqz
    if
     local.get $0
     call $assembly/order/mainVictim
     return
    end
    local.get $5
    i32.load8_u offset=24
    i32.eqz
    if
     local.get $2
     if (result i32)
      local.get $0
      i32.load offset=48
      local.get $0
      i32.load offset=92
      i32.sub
      i32.const 0
      i32.ge_s
     else
      i32.const 0
     end
     if
      local.get $0
      i32.const 2
      local.get $5
      local.get $0
      call $assembly/order/mainVictim
      call $assembly/order/challenge
     end
     local.get $5
     return
    end
    block $for-continue|0
     local.get $0
     i64.load32_u offset=44
     local.get $0
     i32.load offset=20
     local.tee $1
     local.get $0
     i32.load offset=36
     i32.add
     local.tee $4
     i64.extend_i32_u
     i64.mul
     i64.const 16
     i64.shr_u
     i32.wrap_i64
     local.get $4
     i32.const 5
     i32.shr_u
     i32.add
     local.get $1
     i32.lt_u
     if (result i32)
      i32.const 0
     else
      local.get $0
      i32.load offset=28
     end
     i32.eqz
     if
      local.get $5
      i32.load8_u offset=25
      i32.const 4
      i32.shl
      local.get $0
      i32.add
      i32.const 4
      i32.sub
      local.set $1
      local.get $5
      i32.load offset=4
      local.set $4
      local.get $5
      i32.load offset=8
      local.set $6
      local.get $0
      i32.load offset=4
      local.get $5
      i32.eq
      if
       local.get $0
       local.get $6
       i32.store offset=4
      end
      local.get $4
      if
       local.get $4
       local.get $6
       i32.store offset=8
      else
       local.get $1
       local.get $6
       i32.store
      end
      local.get $6
      if
       local.get $6
       local.get $4
       i32.store offset=4
      else
       local.get $1
       local.get $4
       i32.store offset=4
      end
      local.get $1
      local.get $1
      i32.load offset=8
      local.get $5
      i32.load offset=20
      i32.sub
      i32.store offset=8
      local.get $1
      local.get $1
      i32.load offset=12
      i32.const 1
      i32.sub
      i32.store offset=12
      local.get $5
      local.get $0
      i32.load offset=32
      local.tee $1
      i32.store offset=4
      local.get $5
      i32.const 0
      i32.store offset=8
      local.get $1
      if
       local.get $1
       local.get $5
       i32.store offset=8
      else
       local.get $0
       local.get $5
       i32.store offset=28
      end
      local.get $0
      local.get $5
      i32.store offset=32
      local.get $5
      i32.const 2
      i32.store8 offset=25
      local.get $0
      local.get $5
      i32.load offset=20
      local.get $0
      i32.load offset=36
      i32.add
      i32.store offset=36
      local.get $0
      local.get $0
      i32.load offset=40
      i32.const 1
      i32.add
      i32.store offset=40
      local.get $5
      i32.const 0
      i32.store8 offset=24
      br $for-continue|0
     end
     local.get $0
     i32.const 1
     local.get $5
     local.get $0
     call $assembly/order/mainVictim
     local.tee $6
     call $assembly/order/challenge
     i32.const 2
     i32.const 1
     block $__inlined_func$assembly/order/mayReplace$32 (result i32)
      local.get $0
      i32.load offset=60
      local.tee $1
      if
       local.get $1
       i32.const 0
       i32.gt_s
       br $__inlined_func$assembly/order/mayReplace$32
      end
      i32.const 0
      local.get $0
      i32.load offset=68
      local.tee $1
      local.get $0
      i32.load offset=24
      local.get $0
      i32.load offset=40
      i32.add
      i32.const 24
      i32.div_u
      i32.ge_u
      br_if $__inlined_func$assembly/order/mayReplace$32
      drop
      local.get $0
      local.get $1
      i32.const 1
      i32.add
      i32.store offset=68
      i32.const 1
     end
     local.tee $1
     select
     local.set $7
     local.get $5
     i32.load8_u offset=25
     i32.const 4
     i32.shl
     local.get $0
     i32.add
     i32.const 4
     i32.sub
     local.set $8
     local.get $5
     i32.load offset=4
     local.set $9
     local.get $5
     i32.load offset=8
     local.set $4
     local.get $0
     i32.load offset=4
     local.get $5
     i32.eq
     if
      local.get $0
      local.get $4
      i32.store offset=4
     end
     local.get $9
     if
      local.get $9
      local.get $4
      i32.store offset=8
     else
      local.get $8
      local.get $4
      i32.store
     end
     local.get $4
     if
      local.get $4
      local.get $9
      i32.store offset=4
     else
      local.get $8
      local.get $9
      i32.store offset=4
     end
     local.get $8
     local.get $8
     i32.load offset=8
     local.get $5
     i32.load offset=20
     i32.sub
     i32.store offset=8
     local.get $8
     local.get $8
     i32.load offset=12
     i32.const 1
     i32.sub
     i32.store offset=12
     local.get $5
     local.get $7
     i32.const 4
     i32.shl
     local.get $0
     i32.add
     i32.const 4
     i32.sub
     local.tee $4
     i32.load offset=4
     local.tee $8
     i32.store offset=4
     local.get $5
     i32.const 0
     i32.store offset=8
     local.get $8
     if
      local.get $8
      local.get $5
      i32.store offset=8
     else
      local.get $4
      local.get $5
      i32.store
     end
     local.get $4
     local.get $5
     i32.store offset=4
     local.get $5
     local.get $7
     i32.store8 offset=25
     local.get $4
     local.get $5
     i32.load offset=20
     local.get $4
     i32.load offset=8
     i32.add
     i32.store offset=8
     local.get $4
     local.get $4
     i32.load offset=12
     i32.const 1
     i32.add
     i32.store offset=12
     local.get $5
     i32.const 0
     i32.store8 offset=24
     local.get $1
     if
      local.get $6
      return
     end
    end
    local.get $3
    i32.const 1
    i32.add
    local.set $3
    br $for-loop|0
   end
  end
  local.get $0
  i32.load offset=12
 )
 (func $assembly/index/workshop_wasm_pages (param $0 i32) (param $1 i32) (result i32)
  local.get $0
  local.get $1
  i32.const 0
  call $assembly/workshop/layOut
  i32.const 65535
  i32.add
  i32.const 16
  i32.shr_u
 )
 (func $assembly/index/workshop_use (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  block $__inlined_func$assembly/workshop/workshopUse$866
   local.get $0
   i32.const 352
   i32.lt_u
   if (result i32)
    i32.const 1
   else
    local.get $0
    i32.const 4116
    i32.load
    i32.const 352
    i32.add
    i32.gt_u
   end
   br_if $__inlined_func$assembly/workshop/workshopUse$866
   i32.const 8192
   local.get $0
   call $assembly/codec/dictionary/dictionaryValid
   i32.eqz
   br_if $__inlined_func$assembly/workshop/workshopUse$866
   i32.const 4120
   i32.load
   i32.const 8192
   local.get $0
   memory.copy
   i32.const 4120
   i32.load
   i32.const 4124
   i32.load
   call $assembly/codec/dense_parse/denseCodes
   i32.const 4120
   i32.load
   local.tee $0
   i32.const 352
   i32.add
   local.set $4
   local.get $0
   i32.load offset=8
   local.set $1
   i32.const 4124
   i32.load
   local.tee $3
   i32.const 2688
   i32.add
   i32.const 255
   i32.const 65536
   memory.fill
   i32.const 0
   local.set $0
   loop $while-continue|0
    local.get $0
    i32.const 4
    i32.add
    local.get $1
    i32.le_u
    if
     local.get $3
     i32.const 68224
     i32.add
     local.get $0
     i32.const 1
     i32.shl
     i32.add
     local.get $3
     i32.const 2688
     i32.add
     local.get $0
     local.get $4
     i32.add
     i32.load
     i32.const -1640531535
     i32.mul
     i32.const 17
     i32.shr_u
     i32.const 1
     i32.shl
     i32.add
     local.tee $2
     i32.load16_u
     i32.store16
     local.get $2
     local.get $0
     i32.store16
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $while-continue|0
    end
   end
   i32.const 1
   local.set $1
  end
  local.get $1
 )
 (func $assembly/index/workshop_train (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  i32.const 4112
  i32.load
  local.set $4
  i32.const 4120
  i32.load
  local.set $3
  i32.const 4116
  i32.load
  local.set $5
  i32.const 4124
  i32.load
  local.set $6
  i32.const 4128
  i32.load
  local.set $7
  i32.const 4132
  i32.load
  local.tee $2
  i32.const 4136
  i32.load
  i32.store
  local.get $2
  local.get $1
  i32.store offset=4
  local.get $2
  local.get $4
  i32.store offset=8
  local.get $2
  local.get $0
  i32.store offset=12
  local.get $2
  local.get $3
  i32.store offset=16
  local.get $2
  local.get $5
  i32.store offset=20
  local.get $2
  local.get $6
  i32.store offset=24
  local.get $2
  local.get $7
  i32.store offset=28
  local.get $2
  i32.const 0
  i32.store offset=48
  local.get $3
  i32.const 0
  i32.const 352
  memory.fill
  local.get $2
  i32.const -64
  i32.sub
  i32.const 0
  i32.const 1048576
  memory.fill
  local.get $2
  i32.const 0
  i32.store offset=36
  local.get $2
  i32.const 0
  i32.store offset=40
  local.get $2
  i32.const 0
  i32.store offset=44
 )
 (func $assembly/index/workshop_step (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  local.get $0
  local.set $1
  block $__inlined_func$assembly/workshop/workshopStep$1371
   loop $for-loop|0
    local.get $1
    local.get $5
    i32.gt_u
    if
     i32.const 4132
     i32.load
     local.tee $2
     i32.load offset=36
     local.set $0
     local.get $2
     local.get $2
     i32.load offset=40
     local.tee $3
     i32.const 1
     i32.add
     i32.store offset=40
     local.get $0
     if
      local.get $0
      i32.const 1
      i32.eq
      if
       local.get $2
       local.get $3
       call $assembly/codec/dense_train/chooseStep
      else
       local.get $0
       i32.const 2
       i32.eq
       if
        local.get $2
        local.get $3
        call $assembly/codec/dense_train/parseStep
       end
      end
     else
      local.get $2
      i32.load
      local.get $2
      i32.load offset=8
      local.tee $8
      local.get $3
      i32.mul
      i32.add
      local.set $9
      local.get $2
      i32.const -64
      i32.sub
      local.set $10
      i32.const 0
      local.set $0
      loop $while-continue|0
       local.get $0
       i32.const 8
       i32.add
       local.get $8
       i32.le_u
       if
        local.get $10
        local.get $0
        local.get $9
        i32.add
        i64.load
        i64.const 8771181707166810112
        i64.mul
        i64.const 12
        i64.shr_u
        local.tee $6
        i64.const 35
        i64.shr_u
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        local.tee $4
        i32.load16_u offset=4
        local.set $7
        local.get $4
        i32.load
        local.get $6
        i32.wrap_i64
        i32.eq
        if
         local.get $4
         i32.load16_u offset=6
         local.get $3
         i32.const 1
         i32.add
         i32.ne
         if
          local.get $4
          local.get $7
          i32.const 1
          i32.add
          i32.store16 offset=4
         end
         local.get $4
         local.get $3
         i32.const 1
         i32.add
         i32.store16 offset=6
        else
         local.get $7
         i32.eqz
         if
          local.get $4
          local.get $6
          i64.store32
          local.get $4
          local.get $3
          i32.const 1
          i32.add
          i32.store16 offset=6
         end
        end
        local.get $0
        i32.const 1
        i32.add
        local.set $0
        br $while-continue|0
       end
      end
      local.get $2
      i32.load offset=4
      local.get $3
      i32.const 1
      i32.add
      i32.eq
      if
       local.get $2
       i32.const 1
       i32.store offset=36
       local.get $2
       i32.const 0
       i32.store offset=40
       local.get $2
       i32.const 0
       i32.store offset=44
      end
     end
     local.get $2
     i32.load offset=36
     i32.const 3
     i32.ne
     if (result i32)
      i32.const 0
     else
      local.get $2
      i32.load offset=48
      i32.const 352
      i32.add
     end
     local.tee $0
     if
      i32.const 8192
      i32.const 4120
      i32.load
      local.get $0
      memory.copy
      br $__inlined_func$assembly/workshop/workshopStep$1371
     end
     local.get $5
     i32.const 1
     i32.add
     local.set $5
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $0
  end
  local.get $0
 )
 (func $assembly/index/workshop_sample (param $0 i32)
  i32.const 4136
  i32.load
  local.get $0
  i32.const 4112
  i32.load
  local.tee $0
  i32.mul
  i32.add
  i32.const 8192
  local.get $0
  memory.copy
 )
 (func $assembly/index/workshop_open (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  local.get $0
  local.get $1
  i32.const 0
  call $assembly/workshop/layOut
  i32.const 65535
  i32.add
  i32.const 16
  i32.shr_u
  memory.size
  i32.sub
  local.tee $2
  i32.const 0
  i32.gt_s
  if (result i32)
   local.get $2
   memory.grow
   i32.const -1
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   i32.const 0
  else
   local.get $0
   local.get $1
   i32.const 1
   call $assembly/workshop/layOut
   drop
   i32.const 1
  end
 )
 (func $assembly/index/workshop_encode (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 i32)
  local.get $1
  local.get $0
  local.get $0
  local.get $1
  i32.gt_u
  select
  local.set $14
  i32.const 8192
  i32.const 90432
  block $__inlined_func$assembly/codec/dense_encode/denseEncode (result i32)
   i32.const 0
   i32.const 8192
   local.get $0
   i32.const 4120
   i32.load
   local.tee $15
   i32.const 4124
   i32.load
   local.tee $5
   i32.const 4128
   i32.load
   local.tee $8
   call $assembly/codec/dense_parse/denseParse
   local.tee $1
   i32.eqz
   br_if $__inlined_func$assembly/codec/dense_encode/denseEncode
   drop
   local.get $8
   local.get $0
   i32.const 1
   i32.shl
   local.get $0
   i32.const 2
   i32.shl
   i32.add
   i32.const 8200
   i32.add
   i32.add
   local.tee $3
   local.get $1
   i32.const 3
   i32.shl
   i32.add
   local.set $9
   i32.const 8192
   local.set $4
   local.get $3
   local.set $0
   loop $while-continue|0
    local.get $0
    local.get $9
    i32.lt_u
    if
     local.get $0
     i32.load16_u
     local.set $7
     i32.const 0
     local.set $1
     loop $while-continue|1
      local.get $1
      local.get $7
      i32.lt_u
      if
       local.get $5
       local.get $1
       local.get $4
       i32.add
       i32.load8_u
       i32.const 2
       i32.shl
       i32.add
       i32.load
       i32.const 16
       i32.shr_u
       i32.const 255
       i32.and
       local.set $10
       local.get $6
       i32.const 1
       i32.and
       if
        local.get $10
        local.get $11
        i32.add
        local.set $11
       else
        local.get $10
        local.get $12
        i32.add
        local.set $12
       end
       local.get $6
       i32.const 1
       i32.add
       local.set $6
       local.get $1
       i32.const 1
       i32.add
       local.set $1
       br $while-continue|1
      end
     end
     local.get $13
     local.get $5
     i32.const 1024
     i32.add
     local.get $0
     call $assembly/codec/dense_encode/sequenceToken
     i32.const 2
     i32.shl
     i32.add
     i32.load
     i32.const 24
     i32.shr_u
     i32.add
     local.tee $1
     i32.const 16
     i32.add
     local.get $1
     local.get $7
     i32.const 25
     i32.ge_u
     select
     local.set $13
     local.get $0
     call $assembly/codec/dense_encode/sequenceOffset
     local.tee $1
     i32.const 255
     i32.ne
     if
      local.get $2
      local.get $5
      i32.const 2048
      i32.add
      local.get $1
      i32.const 2
      i32.shl
      i32.add
      i32.load
      i32.const 24
      i32.shr_u
      i32.add
      local.set $2
     end
     local.get $4
     local.get $7
     local.get $0
     i32.load16_u offset=2
     i32.add
     i32.add
     local.set $4
     local.get $0
     i32.const 8
     i32.add
     local.set $0
     br $while-continue|0
    end
   end
   i32.const 0
   local.get $14
   local.get $12
   i32.const 7
   i32.add
   i32.const 3
   i32.shr_u
   local.get $2
   i32.const 7
   i32.add
   i32.const 3
   i32.shr_u
   i32.add
   local.tee $0
   i32.const 5
   i32.add
   local.get $11
   i32.const 7
   i32.add
   i32.const 3
   i32.shr_u
   i32.add
   local.get $13
   i32.const 7
   i32.add
   i32.const 3
   i32.shr_u
   i32.add
   local.tee $1
   i32.lt_u
   local.get $6
   i32.const 65535
   i32.gt_u
   i32.or
   local.get $0
   i32.const 65535
   i32.gt_u
   i32.or
   br_if $__inlined_func$assembly/codec/dense_encode/denseEncode
   drop
   i32.const 90432
   local.get $15
   i32.load8_u offset=4
   i32.store8
   i32.const 90433
   local.get $6
   i32.store16
   i32.const 90435
   local.get $0
   i32.store16
   local.get $5
   local.get $3
   local.get $9
   local.get $0
   local.get $1
   i32.const 90432
   i32.add
   local.get $8
   call $assembly/codec/dense_encode/writeStreams
   local.get $1
  end
  local.tee $0
  memory.copy
  local.get $0
 )
 (func $assembly/index/used_bytes (result i32)
  (local $0 i32)
  (local $1 i32)
  i32.const 4120
  i32.load
  i32.const 4112
  i32.load
  local.tee $0
  i32.sub
  i32.const 4116
  i32.load
  local.tee $1
  i32.div_u
  i32.const 4128
  i32.load
  i32.sub
  local.get $1
  i32.mul
  local.get $0
  i32.add
 )
 (func $assembly/index/trim (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  i32.const 4116
  i32.load
  local.set $1
  i32.const 4120
  i32.load
  local.set $2
  loop $while-continue|0
   local.get $2
   i32.const 4112
   i32.load
   i32.gt_u
   if (result i32)
    local.get $2
    local.get $1
    i32.sub
    local.tee $0
    i32.load offset=4
    local.get $0
    i32.const 1
    i32.or
    i32.eq
   else
    i32.const 0
   end
   if
    local.get $2
    local.get $1
    i32.sub
    local.set $2
    br $while-continue|0
   end
  end
  i32.const 4120
  local.get $2
  i32.store
  i32.const 4124
  local.set $1
  i32.const 4124
  i32.load
  local.set $0
  loop $while-continue|1
   local.get $0
   if
    local.get $0
    local.get $2
    i32.lt_u
    if
     local.get $1
     local.get $0
     i32.store
     local.get $0
     local.set $1
    else
     i32.const 4128
     i32.const 4128
     i32.load
     i32.const 1
     i32.sub
     i32.store
    end
    local.get $0
    i32.load
    local.set $0
    br $while-continue|1
   end
  end
  local.get $1
  i32.const 0
  i32.store
  local.get $2
 )
 (func $assembly/index/supersede_page (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $2
   if (result i32)
    local.get $2
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.get $1
  call $assembly/engine/supersedePage
 )
 (func $assembly/index/supersede_inode_page (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i64)
  local.get $1
  i64.extend_i32_u
  local.get $2
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  local.set $4
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $1
   if (result i32)
    local.get $1
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   local.get $0
   i32.load
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   local.get $4
   call $assembly/inodes/inodeFind
  else
   i32.const 0
  end
  local.get $3
  call $assembly/engine/supersedePage
 )
 (func $assembly/index/store_page (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $4
   if (result i32)
    local.get $4
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.get $1
  i32.const 8192
  local.get $2
  local.get $3
  call $assembly/engine/storePage
 )
 (func $assembly/index/store_many (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $4
   if (result i32)
    local.get $4
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.set $0
  i32.const 4096
  i32.load
  local.set $5
  loop $for-loop|0
   local.get $1
   local.get $2
   i32.lt_u
   if
    local.get $0
    local.get $1
    i32.const 4
    i32.shl
    i32.const 73792
    i32.add
    local.tee $4
    i32.load
    local.get $1
    local.get $5
    i32.mul
    i32.const -8192
    i32.sub
    local.get $4
    i32.load offset=4
    local.get $3
    call $assembly/engine/storePage
    local.set $6
    local.get $4
    local.get $6
    i32.store offset=8
    local.get $6
    i32.const -1
    i32.eq
    if
     local.get $1
     i32.const 1
     i32.add
     return
    end
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
  local.get $2
 )
 (func $assembly/index/stats_refresh
  (local $0 i32)
  (local $1 i64)
  (local $2 i32)
  i32.const 5384
  i32.const 4120
  i32.load
  i32.const 4112
  i32.load
  local.tee $0
  i32.sub
  i32.const 4116
  i32.load
  local.tee $2
  i32.div_u
  i32.const 4128
  i32.load
  i32.sub
  local.get $2
  i32.mul
  local.get $0
  i32.add
  i64.extend_i32_u
  i64.store
  i32.const 5392
  memory.size
  i64.extend_i32_s
  i64.const 16
  i64.shl
  i64.store
  i32.const 5400
  i32.const 4168
  i32.load
  i32.const 12
  i32.shl
  i64.extend_i32_u
  i64.store
  i32.const 5408
  i32.const 4380
  i64.load32_u
  i32.const 4116
  i64.load32_u
  i64.mul
  i64.store
  i32.const 5424
  i32.const 4112
  i32.load
  i32.const 4116
  i32.load
  i32.const 4120
  i32.load
  i32.const 4112
  i32.load
  i32.sub
  i32.const 4116
  i32.load
  i32.div_u
  i32.const 4128
  i32.load
  i32.sub
  i32.mul
  i32.add
  i32.const 4380
  i32.load
  i32.const 4368
  i32.load
  i32.const -64
  i32.add
  i32.mul
  i32.const 4384
  i32.load
  i32.sub
  i32.sub
  i32.const 4900
  i32.load
  i32.const -64
  i32.sub
  i32.const 4924
  i32.load
  i32.const 15
  i32.mul
  i32.const 4912
  i32.load
  i32.sub
  i32.mul
  i32.sub
  i64.extend_i32_u
  i64.store
  i32.const 5416
  i32.const 4256
  i64.load32_u
  i64.store
  i32.const 5448
  call $assembly/dictionaries/denseBodies
  i64.extend_i32_u
  i64.store
  i32.const 5456
  i32.const 6552
  i64.load32_u
  i32.const 4116
  i64.load32_u
  i64.mul
  i64.store
  i32.const 5432
  i32.const 6448
  i64.load32_u
  i64.store
  i32.const 0
  call $assembly/order/orderWalk
  local.set $0
  loop $for-loop|0
   local.get $0
   if
    local.get $1
    local.get $0
    i32.load offset=20
    local.get $0
    i32.load offset=36
    i32.add
    i64.extend_i32_u
    i64.add
    local.set $1
    local.get $0
    call $assembly/order/orderWalk
    local.set $0
    br $for-loop|0
   end
  end
  i32.const 5440
  local.get $1
  i64.store
 )
 (func $assembly/index/settle (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  loop $while-continue|0
   local.get $0
   local.get $2
   i32.gt_u
   if (result i32)
    i32.const 4904
    i32.load
    local.tee $1
    if (result i32)
     local.get $1
     call $assembly/waiting/settle
    else
     i32.const 0
    end
   else
    i32.const 0
   end
   if
    local.get $2
    i32.const 1
    i32.add
    local.set $2
    br $while-continue|0
   end
  end
  i32.const 4912
  i32.load
  i32.eqz
  if
   i32.const 4920
   i32.load
   local.set $0
   loop $while-continue|01
    local.get $0
    if
     local.get $0
     i32.load
     local.get $0
     i32.const 4124
     i32.load
     i32.store
     local.get $0
     local.get $0
     i32.const 1
     i32.or
     i32.store offset=4
     i32.const 4124
     local.get $0
     i32.store
     i32.const 4128
     i32.const 4128
     i32.load
     i32.const 1
     i32.add
     i32.store
     local.set $0
     br $while-continue|01
    end
   end
   i32.const 4920
   i32.const 0
   i32.store
   i32.const 4924
   i32.const 0
   i32.store
   i32.const 4916
   i32.const 0
   i32.store
  end
  local.get $2
 )
 (func $assembly/index/set_nursery (param $0 i32)
  i32.const 4896
  local.get $0
  i32.store
 )
 (func $assembly/index/set_limits (param $0 i32) (param $1 i32)
  (local $2 i64)
  (local $3 i64)
  (local $4 i32)
  i32.const 4132
  local.get $0
  i32.store
  i32.const 4148
  local.get $1
  i32.store
  i32.const 4096
  i32.load
  i32.const 7
  i32.add
  i32.const -4
  i32.and
  local.set $0
  i32.const 4380
  i32.load
  i32.const 4368
  i32.load
  i32.const -64
  i32.add
  i32.mul
  i32.const 4384
  i32.load
  i32.sub
  i32.const 4116
  i32.load
  local.tee $4
  i32.const 4132
  i64.load32_u
  i64.const 16
  i64.shl
  local.tee $2
  i32.const 4120
  i64.load32_u
  local.tee $3
  i64.gt_u
  if (result i32)
   local.get $2
   local.get $3
   i64.sub
   local.get $4
   i64.extend_i32_u
   i64.div_u
   i32.wrap_i64
  else
   i32.const 0
  end
  i32.const 4128
  i32.load
  i32.add
  i32.mul
  i32.add
  i32.const 4900
  i32.load
  i32.const -64
  i32.sub
  i32.const 4924
  i32.load
  i32.const 15
  i32.mul
  i32.const 4912
  i32.load
  i32.sub
  i32.mul
  i32.add
  local.get $1
  local.get $0
  local.get $0
  local.get $1
  i32.lt_u
  select
  i32.ge_u
  if
   i32.const 4104
   i32.const 0
   i32.store
  end
 )
 (func $assembly/index/set_flags (param $0 i32)
  i32.const 4100
  local.get $0
  i32.store
 )
 (func $assembly/index/set_client (param $0 i32) (param $1 i32) (param $2 i32)
  local.get $0
  call $assembly/clients/clientNumbered
  local.tee $0
  if
   local.get $0
   if (result i32)
    local.get $0
    i32.load offset=8
   else
    i32.const 0
   end
   if
    local.get $0
    if (result i32)
     local.get $0
     i32.load offset=8
    else
     i32.const 0
    end
    local.get $1
    i32.store offset=8
   end
   local.get $0
   local.get $2
   i32.store offset=20
  end
 )
 (func $assembly/index/self_check (result i32)
  call $assembly/audit/selfCheck
 )
 (func $assembly/index/rested_next (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  local.get $0
  local.get $1
  local.get $2
  i32.const 0
  i32.ne
  local.get $3
  call $assembly/rested/restedNext
  i32.const 73796
  i32.const 6564
  i32.load
  local.tee $1
  if (result i32)
   local.get $1
   i32.load16_u offset=16
   i32.const 1
   i32.add
  else
   i32.const 0
  end
  i32.store
  i32.const 73800
  local.get $1
  if (result i32)
   local.get $1
   i32.load16_u offset=18
   i32.const 1
   i32.add
   local.tee $1
   local.get $1
   i32.const 3
   i32.shr_u
   i32.sub
  else
   i32.const 0
  end
  i32.store
 )
 (func $assembly/index/rested_mark (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  loop $for-loop|0
   local.get $1
   local.get $3
   i32.gt_u
   if
    local.get $0
    if (result i32)
     local.get $0
    else
     i32.const 4220
     i32.load
    end
    local.tee $2
    if (result i32)
     local.get $2
     i32.const 4220
     i32.load
     i32.eq
     if (result i32)
      i32.const 4212
      i32.load
     else
      local.get $2
      i32.const 4084
      i32.add
     end
     local.set $4
     local.get $2
     i32.const -64
     i32.sub
     local.set $0
     block $__inlined_func$assembly/bodies/bodyIn$1509
      loop $while-continue|0
       local.get $0
       local.get $4
       i32.lt_u
       if
        local.get $0
        i32.load offset=12
        i32.const 262143
        i32.and
        br_if $__inlined_func$assembly/bodies/bodyIn$1509
        local.get $0
        i32.const 20
        i32.add
        local.set $0
        br $while-continue|0
       end
      end
      i32.const 0
      local.set $0
     end
     loop $for-loop|00
      local.get $0
      if
       local.get $0
       local.get $0
       i32.load offset=12
       i32.const 16777216
       i32.or
       i32.store offset=12
       local.get $2
       i32.const 4220
       i32.load
       i32.eq
       if (result i32)
        i32.const 4212
        i32.load
       else
        local.get $2
        i32.const 4084
        i32.add
       end
       local.set $4
       local.get $0
       i32.const 20
       i32.add
       local.get $2
       i32.const -64
       i32.sub
       local.get $0
       select
       local.set $0
       block $__inlined_func$assembly/bodies/bodyIn$1510
        loop $while-continue|03
         local.get $0
         local.get $4
         i32.lt_u
         if
          local.get $0
          i32.load offset=12
          i32.const 262143
          i32.and
          br_if $__inlined_func$assembly/bodies/bodyIn$1510
          local.get $0
          i32.const 20
          i32.add
          local.set $0
          br $while-continue|03
         end
        end
        i32.const 0
        local.set $0
       end
       br $for-loop|00
      end
     end
     local.get $2
     i32.load
    else
     i32.const 0
    end
    local.tee $0
    if
     local.get $3
     i32.const 1
     i32.add
     local.set $3
     br $for-loop|0
    end
   end
  end
  local.get $0
 )
 (func $assembly/index/rested_keep (param $0 i32) (result i32)
  local.get $0
  call $assembly/rested/restedKeep
 )
 (func $assembly/index/reset_peaks
  (local $0 i32)
  (local $1 i32)
  i32.const 5464
  i32.const 5312
  i64.load
  i64.store
  i32.const 5472
  i32.const 4120
  i32.load
  i32.const 4112
  i32.load
  local.tee $0
  i32.sub
  i32.const 4116
  i32.load
  local.tee $1
  i32.div_u
  i32.const 4128
  i32.load
  i32.sub
  local.get $1
  i32.mul
  local.get $0
  i32.add
  i32.const 4380
  i32.load
  i32.const 4368
  i32.load
  i32.const -64
  i32.add
  i32.mul
  i32.const 4384
  i32.load
  i32.sub
  i32.sub
  i32.const 4900
  i32.load
  i32.const -64
  i32.sub
  i32.const 4924
  i32.load
  i32.const 15
  i32.mul
  i32.const 4912
  i32.load
  i32.sub
  i32.mul
  i32.sub
  i64.extend_i32_u
  i64.store
 )
 (func $assembly/index/reset_client_peaks (param $0 i32)
  local.get $0
  call $assembly/clients/clientNumbered
  local.tee $0
  if
   local.get $0
   local.get $0
   i32.load offset=16
   i32.store offset=48
   local.get $0
   local.get $0
   i32.load offset=24
   i32.store offset=52
  end
 )
 (func $assembly/index/put_page (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (result i32)
  (local $6 i64)
  local.get $1
  i64.extend_i32_u
  local.get $2
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  local.set $6
  block $__inlined_func$assembly/engine/putPage$1240
   local.get $0
   i32.const 1048576
   i32.ge_u
   if (result i32)
    i32.const 0
   else
    i32.const 4336
    i32.load
   end
   if (result i32)
    i32.const 4336
    i32.load
    local.get $0
    i32.const 10
    i32.shr_u
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.tee $1
    if (result i32)
     local.get $1
     local.get $0
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
    else
     i32.const 0
    end
   else
    i32.const 0
   end
   local.tee $0
   if (result i32)
    local.get $0
    i32.load
    i32.const 1
    i32.eq
   else
    i32.const 0
   end
   i32.eqz
   if
    i32.const 0
    local.get $3
    i32.const 8192
    local.get $4
    local.get $5
    call $assembly/engine/storePage
    local.set $0
    br $__inlined_func$assembly/engine/putPage$1240
   end
   local.get $0
   local.get $6
   call $assembly/room/inodeFor
   local.tee $1
   i32.eqz
   if
    i32.const 5120
    i32.const 5120
    i64.load
    i64.const 1
    i64.add
    i64.store
    i32.const 5136
    i32.const 5136
    i64.load
    i64.const 1
    i64.add
    i64.store
    i32.const 4096
    i32.load
    i32.const -64
    i32.sub
    local.set $0
    i32.const 4100
    i32.load
    i32.const 16
    i32.and
    if
     i32.const 90432
     i32.const 0
     local.get $0
     memory.fill
    end
    i32.const -1
    local.set $0
    br $__inlined_func$assembly/engine/putPage$1240
   end
   i32.const 6544
   local.get $1
   i32.store
   local.get $1
   local.get $3
   i32.const 8192
   local.get $4
   local.get $5
   call $assembly/engine/storePage
   local.set $0
   i32.const 6544
   i32.const 0
   i32.store
   local.get $1
   call $assembly/pages/closeInode
  end
  local.get $0
 )
 (func $assembly/index/parcels_unpack (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  local.get $0
  local.set $1
  loop $while-continue|0
   local.get $1
   local.get $2
   i32.gt_u
   if
    block $while-break|0
     local.get $2
     i32.const -8192
     i32.sub
     local.tee $13
     i32.load offset=20
     local.set $11
     local.get $13
     i32.load offset=8
     local.tee $0
     i32.const 1048576
     i32.ge_u
     if (result i32)
      i32.const 0
     else
      i32.const 4336
      i32.load
     end
     if (result i32)
      i32.const 4336
      i32.load
      local.get $0
      i32.const 10
      i32.shr_u
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.tee $4
      if (result i32)
       local.get $4
       local.get $0
       i32.const 1023
       i32.and
       i32.const 2
       i32.shl
       i32.add
       i32.load
      else
       i32.const 0
      end
     else
      i32.const 0
     end
     local.set $12
     local.get $13
     i32.load offset=12
     local.set $14
     local.get $13
     i64.load
     local.set $3
     local.get $13
     i32.load16_u offset=24
     local.set $4
     local.get $13
     i32.load16_u offset=26
     local.set $5
     local.get $13
     i32.load offset=16
     local.set $6
     local.get $13
     i32.load offset=20
     local.set $7
     local.get $13
     i32.load16_u offset=28
     i32.const 0
     i32.ne
     local.set $8
     local.get $13
     i32.const 40
     i32.add
     local.set $9
     block $__inlined_func$assembly/parcels/adopt$649
      local.get $13
      i32.load16_u offset=30
      local.tee $10
      i32.const 32768
      i32.and
      i32.eqz
      if
       local.get $12
       local.get $14
       local.get $3
       local.get $4
       local.get $6
       local.get $7
       local.get $9
       local.get $8
       local.get $10
       local.get $5
       call $assembly/parcels/adoptPage
       local.set $0
       br $__inlined_func$assembly/parcels/adopt$649
      end
      i32.const 0
      local.set $0
      local.get $12
      local.get $13
      i64.load offset=32
      call $assembly/room/inodeFor
      local.tee $12
      if
       i32.const 6544
       local.get $12
       i32.store
       local.get $12
       local.get $14
       local.get $3
       local.get $4
       local.get $6
       local.get $7
       local.get $9
       local.get $8
       local.get $10
       i32.const 32768
       i32.sub
       local.get $5
       call $assembly/parcels/adoptPage
       local.set $0
       i32.const 6544
       i32.const 0
       i32.store
       local.get $12
       call $assembly/pages/closeInode
      end
     end
     local.get $0
     i32.eqz
     br_if $while-break|0
     local.get $2
     local.get $11
     i32.const 7
     i32.add
     i32.const -8
     i32.and
     i32.const 40
     i32.add
     i32.add
     local.set $2
     br $while-continue|0
    end
   end
  end
  local.get $2
 )
 (func $assembly/index/parcels_pack (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  loop $for-loop|0
   local.get $0
   i32.const 4280
   i32.load
   i32.lt_u
   if
    block $__inlined_func$assembly/parcels/parcelsPack$638
     i32.const 4272
     i32.load
     local.get $0
     i32.const 16
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $0
     i32.const 6
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $0
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
     local.set $2
     loop $for-loop|1
      local.get $2
      if
       i32.const 0
       local.set $4
       local.get $2
       i32.const 0
       local.get $2
       i32.load offset=4
       select
       local.set $1
       loop $while-continue|2
        local.get $1
        if
         local.get $1
         i32.load offset=8
         local.tee $5
         i32.const 1
         i32.sub
         i32.const 0
         local.get $5
         i32.const 1
         i32.and
         select
         local.tee $5
         if (result i32)
          local.get $5
          i32.load
         else
          local.get $1
          i32.load offset=8
         end
         i32.load offset=12
         i32.const 524288
         i32.and
         if
          local.get $1
          i32.load offset=8
          local.tee $5
          i32.const 1
          i32.sub
          i32.const 0
          local.get $5
          i32.const 1
          i32.and
          select
          local.tee $5
          if (result i32)
           local.get $5
           i32.load
          else
           local.get $1
           i32.load offset=8
          end
          i32.load offset=8
          call $assembly/waiting/settle
          drop
         end
         local.get $1
         i32.load offset=8
         local.tee $5
         i32.const 1
         i32.sub
         i32.const 0
         local.get $5
         i32.const 1
         i32.and
         select
         local.tee $5
         if (result i32)
          local.get $5
          i32.load
         else
          local.get $1
          i32.load offset=8
         end
         local.tee $8
         i32.load offset=12
         local.tee $5
         i32.const 524288
         i32.and
         i32.const 0
         i32.ne
         local.set $7
         local.get $5
         i32.const 20
         i32.shr_u
         i32.const 7
         i32.and
         if (result i32)
          local.get $8
          i32.load16_u offset=18
          i32.const 1
          i32.add
         else
          i32.const 0
         end
         local.tee $9
         i32.const 7
         i32.add
         i32.const -8
         i32.and
         i32.const 40
         i32.add
         local.tee $5
         local.get $3
         i32.add
         i32.const 65600
         i32.gt_u
         if (result i32)
          i32.const 0
         else
          local.get $3
          i32.const -8192
          i32.sub
          local.tee $6
          local.get $7
          if (result i64)
           local.get $8
           i32.load offset=8
           call $assembly/waiting/youngHash
          else
           local.get $8
           i64.load
          end
          i64.store
          local.get $6
          local.get $1
          i32.load offset=4
          local.tee $10
          i32.load offset=36
          local.tee $7
          local.get $10
          local.get $7
          select
          i32.load offset=28
          i32.store offset=8
          local.get $6
          local.get $7
          if (result i64)
           local.get $10
           i64.load offset=40
          else
           i64.const 0
          end
          i64.store offset=32
          local.get $6
          local.get $1
          i32.load
          i32.store offset=12
          local.get $6
          local.get $8
          i32.load16_u offset=16
          i32.const 1
          i32.add
          i32.store offset=16
          local.get $6
          local.get $9
          i32.store offset=20
          local.get $6
          local.get $8
          i32.load offset=12
          i32.const 20
          i32.shr_u
          i32.const 7
          i32.and
          i32.store16 offset=24
          local.get $6
          local.get $8
          i32.load offset=12
          i32.const 25
          i32.shr_u
          i32.store16 offset=26
          local.get $6
          local.get $8
          i32.load offset=12
          i32.const 262144
          i32.and
          i32.const 0
          i32.ne
          i32.store16 offset=28
          local.get $6
          local.get $1
          i32.load offset=8
          local.tee $1
          i32.const 1
          i32.sub
          i32.const 0
          local.get $1
          i32.const 1
          i32.and
          select
          local.tee $1
          if (result i32)
           local.get $1
           i32.load8_u offset=24
           if (result i32)
            local.get $1
            i32.load8_u offset=25
            i32.const 4
            i32.or
           else
            local.get $1
            i32.load8_u offset=25
           end
          else
           i32.const 0
          end
          i32.const 32768
          i32.const 0
          local.get $7
          select
          i32.or
          i32.store16 offset=30
          local.get $6
          i32.const 40
          i32.add
          local.get $8
          i32.load offset=8
          local.get $9
          memory.copy
          local.get $5
         end
         local.tee $1
         i32.eqz
         br_if $__inlined_func$assembly/parcels/parcelsPack$638
         local.get $1
         local.get $3
         i32.add
         local.set $3
         local.get $2
         local.get $4
         i32.const 1
         i32.add
         local.tee $4
         i32.const 12
         i32.mul
         i32.add
         local.tee $1
         i32.const 0
         local.get $4
         i32.const 5
         i32.lt_u
         if (result i32)
          local.get $1
          i32.load offset=4
         else
          i32.const 0
         end
         select
         local.set $1
         br $while-continue|2
        end
       end
       local.get $2
       i32.load offset=60
       local.set $2
       br $for-loop|1
      end
     end
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|0
    end
   end
  end
  local.get $3
 )
 (func $assembly/index/parcels_drop (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  (local $5 i32)
  loop $while-continue|0
   local.get $0
   local.get $2
   i32.gt_u
   if
    local.get $2
    i32.const -8192
    i32.sub
    local.tee $1
    i32.load offset=8
    local.tee $4
    i32.const 1048576
    i32.ge_u
    if (result i32)
     i32.const 0
    else
     i32.const 4336
     i32.load
    end
    if (result i32)
     i32.const 4336
     i32.load
     local.get $4
     i32.const 10
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.tee $5
     if (result i32)
      local.get $5
      local.get $4
      i32.const 1023
      i32.and
      i32.const 2
      i32.shl
      i32.add
      i32.load
     else
      i32.const 0
     end
    else
     i32.const 0
    end
    local.set $4
    local.get $1
    i32.load16_u offset=30
    i32.const 32768
    i32.and
    if (result i32)
     local.get $1
     i64.load offset=32
     local.set $3
     local.get $4
     if (result i32)
      local.get $4
      i32.load
      i32.const 1
      i32.eq
     else
      i32.const 0
     end
     if (result i32)
      local.get $4
      local.get $3
      call $assembly/inodes/inodeFind
     else
      i32.const 0
     end
    else
     local.get $4
    end
    local.get $1
    i32.load offset=12
    call $assembly/directory/directoryFind
    i32.const 0
    call $assembly/pages/removePage
    i32.const 5256
    i32.const 5256
    i64.load
    i64.const 1
    i64.add
    i64.store
    local.get $2
    local.get $1
    i32.load offset=20
    i32.const 7
    i32.add
    i32.const -8
    i32.and
    i32.const 40
    i32.add
    i32.add
    local.set $2
    br $while-continue|0
   end
  end
 )
 (func $assembly/index/parcels_bucket (param $0 i32) (result i32)
  (local $1 i32)
  loop $while-continue|0
   local.get $0
   i32.const 4280
   i32.load
   i32.lt_u
   if (result i32)
    i32.const 4272
    i32.load
    local.get $0
    i32.const 16
    i32.shr_u
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $0
    i32.const 6
    i32.shr_u
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $0
    i32.const 63
    i32.and
    i32.const 6
    i32.shl
    i32.add
    local.tee $1
    i32.const 0
    local.get $1
    i32.load offset=4
    select
   else
    i32.const 1
   end
   i32.eqz
   if
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|0
   end
  end
  local.get $0
 )
 (func $assembly/index/page_length (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $2
   if (result i32)
    local.get $2
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   local.get $0
   i32.load
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   local.get $1
   call $assembly/directory/directoryFind
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   local.get $0
   i32.load offset=8
   local.tee $1
   i32.const 1
   i32.sub
   i32.const 0
   local.get $1
   i32.const 1
   i32.and
   select
   local.tee $1
   if (result i32)
    local.get $1
    i32.load
   else
    local.get $0
    i32.load offset=8
   end
   i32.load16_u offset=16
   i32.const 1
   i32.add
  else
   i32.const 0
  end
 )
 (func $assembly/index/open_client (param $0 i32) (param $1 i32) (result i32)
  local.get $0
  local.get $1
  call $assembly/engine/engineOpenClient
  i32.const 0
  i32.ne
 )
 (func $assembly/index/open_area (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  block $folding-inner0
   block $__inlined_func$assembly/engine/openArea$1188 (result i32)
    i32.const 0
    local.get $1
    if (result i32)
     local.get $1
     i32.const 0
     call $assembly/engine/engineOpenClient
    else
     i32.const 0
    end
    local.tee $4
    i32.const 1
    local.get $1
    select
    i32.eqz
    br_if $__inlined_func$assembly/engine/openArea$1188
    drop
    i32.const 0
    local.get $1
    local.get $2
    local.get $3
    call $assembly/areas/areaOpen
    local.tee $2
    i32.eqz
    br_if $__inlined_func$assembly/engine/openArea$1188
    drop
    local.get $0
    i32.const 1
    i32.sub
    i32.const 1048575
    i32.lt_u
    if (result i32)
     local.get $0
     i32.const 1048576
     i32.ge_u
     if (result i32)
      i32.const 0
     else
      i32.const 4336
      i32.load
     end
     if (result i32)
      i32.const 4336
      i32.load
      local.get $0
      i32.const 10
      i32.shr_u
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.tee $1
      if (result i32)
       local.get $1
       local.get $0
       i32.const 1023
       i32.and
       i32.const 2
       i32.shl
       i32.add
       i32.load
      else
       i32.const 0
      end
     else
      i32.const 0
     end
    else
     i32.const 1
    end
    if
     i32.const 6144
     i32.const 65
     i32.store
     br $folding-inner0
    end
    i32.const 0
    local.set $1
    block $__inlined_func$assembly/areas/areaSetNumber$1465
     i32.const 4336
     i32.load
     if (result i32)
      i32.const 1
     else
      i32.const 4336
      call $assembly/areas/numbersAdd
     end
     i32.eqz
     br_if $__inlined_func$assembly/areas/areaSetNumber$1465
     i32.const 4336
     i32.load
     local.get $0
     i32.const 10
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     local.tee $3
     i32.load
     if (result i32)
      i32.const 1
     else
      local.get $3
      call $assembly/areas/numbersAdd
     end
     i32.eqz
     br_if $__inlined_func$assembly/areas/areaSetNumber$1465
     local.get $3
     i32.load
     local.get $0
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     local.get $2
     i32.store
     local.get $2
     local.get $0
     i32.store offset=28
     i32.const 1
     local.set $1
    end
    local.get $1
    i32.eqz
    if
     local.get $2
     i32.load offset=12
     if
      i32.const 6144
      i32.const 97
      i32.store
      br $folding-inner0
     end
     local.get $2
     i32.load offset=28
     local.tee $0
     if
      i32.const 4336
      i32.load
      local.get $0
      i32.const 10
      i32.shr_u
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.get $0
      i32.const 1023
      i32.and
      i32.const 2
      i32.shl
      i32.add
      i32.const 0
      i32.store
     end
     local.get $2
     i32.const 0
     i32.store
     local.get $2
     i32.const 4240
     i32.load
     i32.store offset=4
     i32.const 4240
     local.get $2
     i32.store
     i32.const 4260
     i32.const 4260
     i32.load
     i32.const 1
     i32.add
     i32.store
     i32.const 4256
     i32.const 4256
     i32.load
     i32.const 1
     i32.sub
     i32.store
     i32.const 0
     br $__inlined_func$assembly/engine/openArea$1188
    end
    local.get $2
    local.get $4
    i32.store offset=32
    local.get $4
    if
     local.get $4
     local.get $4
     i32.load offset=12
     i32.const 1
     i32.add
     i32.store offset=12
    end
    i32.const 1
   end
   return
  end
  i32.const 6148
  i32.const 3
  i32.store
  i32.const 6152
  i32.const 2176
  i32.store
  i32.const 6156
  i32.const 2172
  i32.load
  i32.const -2
  i32.and
  i32.store
  unreachable
 )
 (func $assembly/index/measure_page (param $0 i32) (param $1 i32) (result i32)
  i32.const 8192
  local.get $0
  local.get $1
  call $assembly/probe/probeBytes
 )
 (func $assembly/index/load_page (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $4
   if (result i32)
    local.get $4
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.get $1
  i32.const 8192
  local.get $2
  local.get $3
  i32.const 0
  i32.ne
  call $assembly/engine/loadPage
 )
 (func $assembly/index/load_many (param $0 i32) (param $1 i32) (param $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $3
   if (result i32)
    local.get $3
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.set $4
  i32.const 4096
  i32.load
  local.set $3
  i32.const 0
  local.set $0
  loop $for-loop|0
   local.get $0
   local.get $1
   i32.lt_u
   if
    local.get $0
    i32.const 4
    i32.shl
    i32.const 73792
    i32.add
    local.tee $5
    local.get $4
    local.get $5
    i32.load
    local.get $0
    local.get $3
    i32.mul
    i32.const -8192
    i32.sub
    local.get $5
    i32.load offset=4
    local.get $2
    i32.const 0
    i32.ne
    call $assembly/engine/loadPage
    i32.store offset=8
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $for-loop|0
   end
  end
 )
 (func $assembly/index/live_bytes (result i32)
  (local $0 i32)
  (local $1 i32)
  i32.const 4120
  i32.load
  i32.const 4112
  i32.load
  local.tee $0
  i32.sub
  i32.const 4116
  i32.load
  local.tee $1
  i32.div_u
  i32.const 4128
  i32.load
  i32.sub
  local.get $1
  i32.mul
  local.get $0
  i32.add
  i32.const 4380
  i32.load
  i32.const 4368
  i32.load
  i32.const -64
  i32.add
  i32.mul
  i32.const 4384
  i32.load
  i32.sub
  i32.sub
  i32.const 4900
  i32.load
  i32.const -64
  i32.sub
  i32.const 4924
  i32.load
  i32.const 15
  i32.mul
  i32.const 4912
  i32.load
  i32.sub
  i32.mul
  i32.sub
 )
 (func $assembly/index/kept_inode_bytes (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i64)
  local.get $1
  i64.extend_i32_u
  local.get $2
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  local.set $4
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $1
   if (result i32)
    local.get $1
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   local.get $0
   i32.load
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   local.get $4
   call $assembly/inodes/inodeFind
  else
   i32.const 0
  end
  local.get $3
  call $assembly/probe/keptBytes
 )
 (func $assembly/index/kept_bytes (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $2
   if (result i32)
    local.get $2
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.get $1
  call $assembly/probe/keptBytes
 )
 (func $assembly/index/is_full (result i32)
  i32.const 4104
  i32.load
  i32.const 0
  i32.ne
 )
 (func $assembly/index/invalidate_page (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $2
   if (result i32)
    local.get $2
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.get $1
  call $assembly/engine/invalidatePage
 )
 (func $assembly/index/invalidate_inode_page (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i64)
  local.get $1
  i64.extend_i32_u
  local.get $2
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  local.set $4
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $1
   if (result i32)
    local.get $1
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   local.get $0
   i32.load
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   local.get $4
   call $assembly/inodes/inodeFind
  else
   i32.const 0
  end
  local.get $3
  call $assembly/engine/invalidatePage
 )
 (func $assembly/index/invalidate_inode (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i64)
  local.get $1
  i64.extend_i32_u
  local.get $2
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  local.set $3
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $1
   if (result i32)
    local.get $1
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   local.get $0
   i32.load
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   local.get $3
   call $assembly/inodes/inodeFind
  else
   i32.const 0
  end
  local.tee $1
  if
   i32.const 6544
   local.get $1
   i32.store
   local.get $1
   call $assembly/engine/removeAll
   local.set $0
   i32.const 6544
   i32.const 0
   i32.store
   local.get $1
   call $assembly/pages/closeInode
  else
   i32.const 0
   local.set $0
  end
  local.get $0
 )
 (func $assembly/index/invalidate_area (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $4
   if (result i32)
    local.get $4
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   local.get $0
   i32.load
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if
   local.get $0
   call $assembly/engine/removeAll
   local.set $1
   local.get $0
   i32.load offset=32
   local.tee $4
   if (result i32)
    local.get $4
    i32.load offset=8
   else
    i32.const 0
   end
   if
    loop $while-continue|0
     local.get $2
     i32.const 4280
     i32.load
     i32.lt_u
     if
      local.get $2
      local.get $0
      i32.const 1
      call $assembly/pages/entryOfArea
      local.tee $4
      if
       local.get $4
       i32.const 0
       call $assembly/pages/removePage
       local.get $3
       i32.const 1
       i32.add
       local.set $3
      else
       local.get $2
       i32.const 1
       i32.add
       local.set $2
      end
      br $while-continue|0
     end
    end
    i32.const 5208
    i32.const 5208
    i64.load
    local.get $3
    i64.extend_i32_u
    i64.add
    i64.store
    local.get $1
    local.get $3
    i32.add
    local.set $1
   end
   local.get $0
   i32.load offset=32
   local.tee $2
   if
    local.get $2
    local.get $2
    i32.load offset=12
    i32.const 1
    i32.sub
    i32.store offset=12
   end
   local.get $0
   i32.load offset=12
   if
    i32.const 6144
    i32.const 97
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 2176
    i32.store
    i32.const 6156
    i32.const 2172
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $0
   i32.load offset=28
   local.tee $2
   if
    i32.const 4336
    i32.load
    local.get $2
    i32.const 10
    i32.shr_u
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $2
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.const 0
    i32.store
   end
   local.get $0
   i32.const 0
   i32.store
   local.get $0
   i32.const 4240
   i32.load
   i32.store offset=4
   i32.const 4240
   local.get $0
   i32.store
   i32.const 4260
   i32.const 4260
   i32.load
   i32.const 1
   i32.add
   i32.store
   i32.const 4256
   i32.const 4256
   i32.load
   i32.const 1
   i32.sub
   i32.store
  end
  local.get $1
 )
 (func $assembly/index/init (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  i64.extend_i32_u
  local.get $4
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  call $assembly/engine/engineInit
 )
 (func $assembly/index/image_unpack (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i64)
  (local $4 i32)
  local.get $1
  i64.extend_i32_u
  local.get $2
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  local.set $3
  i32.const 0
  local.set $1
  i32.const 1
  local.set $2
  loop $while-continue|0
   local.get $0
   local.get $1
   i32.gt_u
   if
    local.get $1
    i32.const -8192
    i32.sub
    local.tee $4
    local.get $3
    call $assembly/image/unpack
    local.tee $2
    i32.const 1
    i32.eq
    if
     local.get $1
     local.get $4
     i32.load offset=20
     i32.const 7
     i32.add
     i32.const -8
     i32.and
     i32.const 32
     i32.add
     i32.add
     local.set $1
     br $while-continue|0
    end
   end
  end
  i32.const 4096
  i32.load
  i32.const -64
  i32.sub
  local.set $0
  i32.const 4100
  i32.load
  i32.const 16
  i32.and
  if
   i32.const 90432
   i32.const 0
   local.get $0
   memory.fill
  end
  i32.const 73800
  local.get $2
  i32.store
  local.get $1
 )
 (func $assembly/index/image_page (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i64)
  (local $5 i64)
  (local $6 i32)
  (local $7 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $6
   if (result i32)
    local.get $6
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $6
  if (result i32)
   local.get $6
   local.get $1
   call $assembly/directory/directoryFind
  else
   i32.const 0
  end
  local.tee $7
  if (result i32)
   local.get $7
   i32.load offset=8
   local.tee $0
   i32.const 1
   i32.sub
   i32.const 0
   local.get $0
   i32.const 1
   i32.and
   select
  else
   i32.const 1
  end
  if (result i32)
   i32.const 0
  else
   local.get $2
   i32.const -1
   local.get $3
   i32.const 1
   i32.sub
   i32.clz
   i32.shr_u
   local.tee $0
   i32.const 4928
   i64.load
   local.get $1
   i64.extend_i32_u
   local.get $6
   i64.extend_i32_u
   i64.const 32
   i64.shl
   i64.or
   local.tee $4
   i64.const 4
   i64.shr_u
   i64.xor
   i64.const -6939452855193903323
   i64.mul
   local.tee $5
   local.get $5
   i64.const 32
   i64.shr_u
   i64.xor
   i64.const -6939452855193903323
   i64.mul
   i64.const 32
   i64.shr_u
   i32.wrap_i64
   local.get $4
   i32.wrap_i64
   i32.const 15
   i32.and
   i32.xor
   i32.and
   local.tee $1
   local.get $1
   local.get $0
   i32.const 1
   i32.shr_u
   i32.and
   local.get $1
   local.get $3
   i32.lt_u
   select
   i32.gt_u
   if (result i32)
    i32.const 0
   else
    local.get $7
    i32.const 0
    call $assembly/image/pack
   end
  end
 )
 (func $assembly/index/image_pack (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  local.get $3
  if (result i32)
   local.get $3
   i32.const 1048576
   i32.ge_u
   if (result i32)
    i32.const 0
   else
    i32.const 4336
    i32.load
   end
   if (result i32)
    i32.const 4336
    i32.load
    local.get $3
    i32.const 10
    i32.shr_u
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.tee $4
    if (result i32)
     local.get $4
     local.get $3
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
    else
     i32.const 0
    end
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $12
  i32.const 1
  local.get $3
  select
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $2
  local.set $6
  i32.const 0
  local.set $2
  local.get $0
  local.tee $4
  local.set $7
  block $__inlined_func$assembly/image/imagePack$675
   loop $for-loop|0
    local.get $6
    local.get $7
    i32.gt_u
    if
     local.get $2
     local.set $0
     local.get $7
     local.set $5
     i32.const -1
     local.get $6
     i32.const 1
     i32.sub
     i32.clz
     i32.shr_u
     i32.const 1
     i32.shr_u
     i32.const 1
     i32.add
     local.tee $3
     i32.const 1
     i32.shl
     local.get $3
     local.get $3
     local.get $7
     i32.add
     local.get $6
     i32.lt_u
     local.get $3
     local.get $7
     i32.le_u
     i32.or
     select
     local.set $13
     i32.const 0
     local.set $3
     i32.const 73796
     i32.const 0
     i32.store
     loop $for-loop|00
      local.get $5
      i32.const 4280
      i32.load
      i32.lt_u
      if
       block $__inlined_func$assembly/image/packBucket$66
        i32.const 4272
        i32.load
        local.get $5
        i32.const 16
        i32.shr_u
        i32.const 2
        i32.shl
        i32.add
        i32.load
        local.get $5
        i32.const 6
        i32.shr_u
        i32.const 1023
        i32.and
        i32.const 2
        i32.shl
        i32.add
        i32.load
        local.get $5
        i32.const 63
        i32.and
        i32.const 6
        i32.shl
        i32.add
        local.set $10
        loop $for-loop|1
         local.get $10
         if
          i32.const 0
          local.set $11
          local.get $10
          i32.const 0
          local.get $10
          i32.load offset=4
          select
          local.set $9
          loop $while-continue|2
           local.get $9
           if
            local.get $9
            i32.load offset=8
            local.tee $8
            i32.const 1
            i32.sub
            i32.const 0
            local.get $8
            i32.const 1
            i32.and
            select
            if (result i32)
             i32.const 0
            else
             local.get $12
             if (result i32)
              local.get $12
              local.get $9
              i32.load offset=4
              i32.eq
             else
              i32.const 1
             end
            end
            if
             local.get $1
             local.get $3
             i32.le_u
             if
              local.get $9
              local.get $0
              call $assembly/image/pack
              local.tee $8
              i32.eqz
              if
               i32.const 73796
               i32.const 1
               local.get $3
               local.get $3
               i32.const 1
               i32.le_u
               select
               i32.store
               br $__inlined_func$assembly/image/packBucket$66
              end
              local.get $0
              local.get $8
              i32.add
              local.set $0
             end
             local.get $3
             i32.const 1
             i32.add
             local.set $3
            end
            local.get $10
            local.get $11
            i32.const 1
            i32.add
            local.tee $11
            i32.const 12
            i32.mul
            i32.add
            local.tee $8
            i32.const 0
            local.get $11
            i32.const 5
            i32.lt_u
            if (result i32)
             local.get $8
             i32.load offset=4
            else
             i32.const 0
            end
            select
            local.set $9
            br $while-continue|2
           end
          end
          local.get $10
          i32.load offset=60
          local.set $10
          br $for-loop|1
         end
        end
        local.get $5
        local.get $13
        i32.add
        local.set $5
        br $for-loop|00
       end
      end
     end
     i32.const 73796
     i32.load
     if
      i32.const 73792
      local.get $7
      i32.store
      local.get $4
      local.get $7
      i32.eq
      br_if $__inlined_func$assembly/image/imagePack$675
      i32.const 73796
      i32.const 0
      i32.store
      local.get $2
      local.set $0
      br $__inlined_func$assembly/image/imagePack$675
     end
     local.get $0
     local.set $2
     i32.const 0
     local.set $1
     local.get $7
     i32.const 1
     i32.add
     local.set $7
     br $for-loop|0
    end
   end
   i32.const 73792
   local.get $6
   i32.store
   i32.const 73796
   i32.const 0
   i32.store
   local.get $2
   local.set $0
  end
  local.get $0
 )
 (func $assembly/index/image_check (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  i32.const 73792
  local.get $2
  i64.extend_i32_u
  local.get $3
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  i32.const 8192
  local.get $0
  local.get $1
  call $assembly/hash/pageHashUnder
  i64.store
 )
 (func $assembly/index/image_buckets (result i32)
  i32.const 4280
  i32.load
 )
 (func $assembly/index/hash_page (param $0 i32) (param $1 i32) (result i32)
  i32.const 73792
  i32.const 8192
  local.get $1
  i32.const 0
  local.get $0
  i32.const 8192
  local.get $1
  call $assembly/codec/fill/fillDetect
  local.tee $0
  select
  call $assembly/hash/pageHash
  i64.store
  local.get $0
 )
 (func $assembly/index/get_page (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (result i32)
  (local $6 i64)
  local.get $1
  i64.extend_i32_u
  local.get $2
  i64.extend_i32_u
  i64.const 32
  i64.shl
  i64.or
  local.set $6
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $1
   if (result i32)
    local.get $1
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   local.get $0
   i32.load
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   local.get $6
   call $assembly/inodes/inodeFind
  else
   i32.const 0
  end
  local.get $3
  i32.const 8192
  local.get $4
  local.get $5
  i32.const 0
  i32.ne
  call $assembly/engine/loadPage
 )
 (func $assembly/index/find_page (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $2
   if (result i32)
    local.get $2
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   block $__inlined_func$assembly/engine/findPage$1492 (result i32)
    loop $for-loop|0
     local.get $1
     i32.const 4280
     i32.load
     i32.lt_u
     if
      local.get $1
      local.get $0
      i32.const 0
      call $assembly/pages/entryOfArea
      local.tee $2
      if
       i32.const 73792
       local.get $2
       i32.load
       i32.store
       local.get $1
       i32.const 1
       i32.add
       br $__inlined_func$assembly/engine/findPage$1492
      end
      local.get $1
      i32.const 1
      i32.add
      local.set $1
      br $for-loop|0
     end
    end
    i32.const 0
   end
  else
   i32.const 0
  end
 )
 (func $assembly/index/evict_of (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  local.get $0
  call $assembly/clients/clientNumbered
  local.tee $2
  if (result i32)
   local.get $2
   i32.load offset=8
  else
   i32.const 0
  end
  local.tee $3
  if
   local.get $2
   i32.load offset=24
   local.set $0
   loop $while-continue|0
    local.get $3
    i32.load offset=24
    local.get $3
    i32.load offset=40
    i32.add
    if (result i32)
     local.get $0
     local.get $2
     i32.load offset=24
     i32.sub
     local.get $1
     i32.lt_u
    else
     i32.const 0
    end
    if
     local.get $3
     i32.const 0
     call $assembly/room/evict
     br $while-continue|0
    end
   end
  end
 )
 (func $assembly/index/evict (param $0 i32) (result i32)
  (local $1 i64)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  i32.const 4380
  i32.load
  i32.const 4368
  i32.load
  i32.const -64
  i32.add
  i32.mul
  i32.const 4384
  i32.load
  i32.sub
  i32.const 4116
  i32.load
  local.tee $2
  i32.const 4132
  i64.load32_u
  i64.const 16
  i64.shl
  local.tee $1
  i32.const 4120
  i64.load32_u
  local.tee $3
  i64.gt_u
  if (result i32)
   local.get $1
   local.get $3
   i64.sub
   local.get $2
   i64.extend_i32_u
   i64.div_u
   i32.wrap_i64
  else
   i32.const 0
  end
  i32.const 4128
  i32.load
  i32.add
  i32.mul
  i32.add
  i32.const 4900
  i32.load
  i32.const -64
  i32.sub
  i32.const 4924
  i32.load
  i32.const 15
  i32.mul
  i32.const 4912
  i32.load
  i32.sub
  i32.mul
  i32.add
  local.set $4
  loop $while-continue|0
   i32.const 4380
   i32.load
   i32.const 4368
   i32.load
   i32.const -64
   i32.add
   i32.mul
   i32.const 4384
   i32.load
   i32.sub
   i32.const 4116
   i32.load
   local.tee $2
   i32.const 4132
   i64.load32_u
   i64.const 16
   i64.shl
   local.tee $1
   i32.const 4120
   i64.load32_u
   local.tee $3
   i64.gt_u
   if (result i32)
    local.get $1
    local.get $3
    i64.sub
    local.get $2
    i64.extend_i32_u
    i64.div_u
    i32.wrap_i64
   else
    i32.const 0
   end
   i32.const 4128
   i32.load
   i32.add
   i32.mul
   i32.add
   i32.const 4900
   i32.load
   i32.const -64
   i32.sub
   i32.const 4924
   i32.load
   i32.const 15
   i32.mul
   i32.const 4912
   i32.load
   i32.sub
   i32.mul
   i32.add
   local.get $4
   i32.sub
   local.get $0
   i32.lt_u
   if (result i32)
    i32.const 6448
    i32.load
   else
    i32.const 0
   end
   if
    call $assembly/order/orderPressed
    i32.const 0
    call $assembly/room/evict
    br $while-continue|0
   end
  end
  i32.const 4380
  i32.load
  i32.const 4368
  i32.load
  i32.const -64
  i32.add
  i32.mul
  i32.const 4384
  i32.load
  i32.sub
  i32.const 4116
  i32.load
  local.tee $0
  i32.const 4132
  i64.load32_u
  i64.const 16
  i64.shl
  local.tee $1
  i32.const 4120
  i64.load32_u
  local.tee $3
  i64.gt_u
  if (result i32)
   local.get $1
   local.get $3
   i64.sub
   local.get $0
   i64.extend_i32_u
   i64.div_u
   i32.wrap_i64
  else
   i32.const 0
  end
  i32.const 4128
  i32.load
  i32.add
  i32.mul
  i32.add
  i32.const 4900
  i32.load
  i32.const -64
  i32.sub
  i32.const 4924
  i32.load
  i32.const 15
  i32.mul
  i32.const 4912
  i32.load
  i32.sub
  i32.mul
  i32.add
  local.get $4
  i32.sub
 )
 (func $assembly/index/dictionary_next (param $0 i32) (result i32)
  (local $1 i32)
  local.get $0
  i32.const 1
  i32.add
  local.set $0
  loop $while-continue|0
   local.get $0
   i32.const 127
   i32.le_u
   if (result i32)
    i32.const 6548
    i32.load
    local.tee $1
    if (result i32)
     local.get $1
     local.get $0
     i32.const 4
     i32.shl
     i32.add
     i32.load
    else
     i32.const 0
    end
   else
    i32.const 1
   end
   i32.eqz
   if
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|0
   end
  end
  local.get $0
  i32.const 0
  local.get $0
  i32.const 127
  i32.le_u
  select
  local.tee $0
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 73792
  i32.const 6548
  i32.load
  local.get $0
  i32.const 4
  i32.shl
  i32.add
  i32.load offset=4
  i32.store
  i32.const 73796
  i32.const 6548
  i32.load
  local.get $0
  i32.const 4
  i32.shl
  i32.add
  i32.load offset=8
  i32.store
  local.get $0
 )
 (func $assembly/index/dictionary_forget (param $0 i32) (result i32)
  (local $1 i32)
  i32.const 6548
  i32.load
  local.tee $1
  if (result i32)
   local.get $1
   local.get $0
   i32.const 4
   i32.shl
   i32.add
   i32.load
  else
   i32.const 0
  end
  local.tee $1
  if (result i32)
   i32.const 6548
   i32.load
   local.get $0
   i32.const 4
   i32.shl
   i32.add
   i32.load offset=8
  else
   i32.const 1
  end
  if (result i32)
   i32.const 0
  else
   i32.const 6548
   i32.load
   local.get $0
   i32.const 4
   i32.shl
   i32.add
   i32.const 0
   i32.store
   i32.const 6552
   i32.const 6552
   i32.load
   i32.const 1
   i32.sub
   i32.store
   local.get $1
   i32.const 4124
   i32.load
   i32.store
   local.get $1
   local.get $1
   i32.const 1
   i32.or
   i32.store offset=4
   i32.const 4124
   local.get $1
   i32.store
   i32.const 4128
   i32.const 4128
   i32.load
   i32.const 1
   i32.add
   i32.store
   i32.const 1
  end
 )
 (func $assembly/index/dictionary_copy (param $0 i32) (result i32)
  (local $1 i32)
  i32.const 6548
  i32.load
  local.tee $1
  if (result i32)
   local.get $1
   local.get $0
   i32.const 4
   i32.shl
   i32.add
   i32.load
  else
   i32.const 0
  end
  local.set $1
  i32.const 0
  local.set $0
  local.get $1
  if
   i32.const 8192
   local.get $1
   local.get $1
   i32.load offset=8
   i32.const 352
   i32.add
   local.tee $0
   memory.copy
  end
  local.get $0
 )
 (func $assembly/index/dictionary_add (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  block $__inlined_func$assembly/dictionaries/dictionaryAdd$1506
   local.get $0
   i32.eqz
   local.get $0
   i32.const 127
   i32.gt_u
   i32.or
   if (result i32)
    i32.const 1
   else
    local.get $2
    i32.const 4116
    i32.load
    i32.const 20544
    i32.sub
    i32.gt_u
   end
   if (result i32)
    i32.const 1
   else
    i32.const 6548
    i32.load
    local.tee $4
    if (result i32)
     local.get $4
     local.get $0
     i32.const 4
     i32.shl
     i32.add
     i32.load
    else
     i32.const 0
    end
   end
   br_if $__inlined_func$assembly/dictionaries/dictionaryAdd$1506
   i32.const 8192
   local.get $2
   call $assembly/codec/dictionary/dictionaryValid
   if (result i32)
    i32.const 8196
    i32.load
    local.get $0
    i32.ne
   else
    i32.const 1
   end
   br_if $__inlined_func$assembly/dictionaries/dictionaryAdd$1506
   i32.const 6548
   i32.load
   i32.eqz
   if
    call $assembly/frames/frameTake
    local.tee $4
    i32.eqz
    br_if $__inlined_func$assembly/dictionaries/dictionaryAdd$1506
    local.get $4
    i32.const 0
    i32.const 4096
    memory.fill
    i32.const 6548
    local.get $4
    i32.store
   end
   call $assembly/stock/stockTake
   local.tee $4
   i32.eqz
   br_if $__inlined_func$assembly/dictionaries/dictionaryAdd$1506
   local.get $4
   i32.const 8192
   local.get $2
   memory.copy
   local.get $2
   local.get $4
   i32.add
   i32.const 0
   i32.const 64
   memory.fill
   local.get $4
   local.get $4
   i32.const 4116
   i32.load
   i32.add
   i32.const 20480
   i32.sub
   call $assembly/codec/dense_decode/denseTables
   i32.const 6548
   i32.load
   local.get $0
   i32.const 4
   i32.shl
   i32.add
   local.tee $0
   local.get $4
   i32.store
   local.get $0
   local.get $1
   i32.store offset=4
   local.get $0
   i32.const 0
   i32.store offset=8
   i32.const 6552
   i32.const 6552
   i32.load
   i32.const 1
   i32.add
   i32.store
   i32.const 1
   local.set $3
  end
  local.get $3
 )
 (func $assembly/index/curr_pages (param $0 i32) (result i32)
  (local $1 i32)
  local.get $0
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $0
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $1
   if (result i32)
    local.get $1
    local.get $0
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $0
  if (result i32)
   local.get $0
   i32.load offset=12
  else
   i32.const 0
  end
 )
 (func $assembly/index/compact (param $0 i32) (result i32)
  (local $1 i32)
  loop $while-continue|0
   local.get $0
   local.get $1
   i32.gt_u
   if (result i32)
    call $assembly/mover/compactStep
   else
    i32.const 0
   end
   if
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $while-continue|0
   end
  end
  local.get $1
 )
 (func $assembly/index/close_client (param $0 i32)
  (local $1 i32)
  local.get $0
  call $assembly/clients/clientNumbered
  local.tee $0
  if
   local.get $0
   i32.load offset=16
   if
    i32.const 6144
    i32.const 243
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 1664
    i32.store
    i32.const 6156
    i32.const 1660
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $0
   if (result i32)
    local.get $0
    i32.load offset=8
   else
    i32.const 0
   end
   if
    local.get $0
    if (result i32)
     local.get $0
     i32.load offset=8
    else
     i32.const 0
    end
    local.tee $1
    i32.load offset=24
    local.get $1
    i32.load offset=40
    i32.add
    if
     i32.const 6144
     i32.const 150
     i32.store
     i32.const 6148
     i32.const 3
     i32.store
     i32.const 6152
     i32.const 2112
     i32.store
     i32.const 6156
     i32.const 2108
     i32.load
     i32.const -2
     i32.and
     i32.store
     unreachable
    end
    i32.const 6504
    i32.load
    local.get $1
    i32.eq
    if
     i32.const 6504
     i32.const 0
     i32.store
    end
    local.get $1
    i32.const 0
    i32.store
    local.get $1
    i32.const 6400
    i32.load
    i32.store offset=4
    i32.const 6400
    local.get $1
    i32.store
    i32.const 6420
    i32.const 6420
    i32.load
    i32.const 1
    i32.add
    i32.store
    i32.const 6416
    i32.const 6416
    i32.load
    i32.const 1
    i32.sub
    i32.store
   end
   local.get $0
   i32.load offset=16
   if (result i32)
    i32.const 1
   else
    local.get $0
    i32.load offset=24
   end
   if (result i32)
    i32.const 1
   else
    local.get $0
    i32.load offset=12
   end
   if
    i32.const 6144
    i32.const 48
    i32.store
    i32.const 6148
    i32.const 3
    i32.store
    i32.const 6152
    i32.const 1856
    i32.store
    i32.const 6156
    i32.const 1852
    i32.load
    i32.const -2
    i32.and
    i32.store
    unreachable
   end
   local.get $0
   i32.const 0
   i32.store
   local.get $0
   i32.const 6464
   i32.load
   i32.store offset=4
   i32.const 6464
   local.get $0
   i32.store
   i32.const 6484
   i32.const 6484
   i32.load
   i32.const 1
   i32.add
   i32.store
   i32.const 6480
   i32.const 6480
   i32.load
   i32.const 1
   i32.sub
   i32.store
  end
 )
 (func $assembly/index/client_stats (param $0 i32) (param $1 i32)
  (local $2 f64)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  local.get $0
  call $assembly/clients/clientNumbered
  local.set $3
  i32.const 73792
  i32.const 0
  i32.const 48
  memory.fill
  local.get $3
  i32.eqz
  if
   return
  end
  i32.const 73792
  local.get $3
  i32.load offset=16
  i32.store
  i32.const 73796
  local.get $3
  i32.load offset=24
  i32.store
  i32.const 73800
  local.get $3
  i64.load offset=32
  i64.store
  i32.const 73808
  local.get $3
  i64.load offset=40
  i64.store
  local.get $1
  if
   local.get $0
   call $assembly/clients/clientNumbered
   local.set $6
   loop $for-loop|0
    local.get $6
    if (result i32)
     local.get $4
     i32.const 4280
     i32.load
     i32.lt_u
    else
     i32.const 0
    end
    if
     i32.const 4272
     i32.load
     local.get $4
     i32.const 16
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $4
     i32.const 6
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $4
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
     local.set $1
     loop $for-loop|1
      local.get $1
      if
       i32.const 0
       local.set $5
       local.get $1
       i32.const 0
       local.get $1
       i32.load offset=4
       select
       local.set $0
       loop $while-continue|2
        local.get $0
        if
         local.get $0
         i32.load offset=8
         local.tee $7
         i32.const 1
         i32.sub
         i32.const 0
         local.get $7
         i32.const 1
         i32.and
         select
         local.tee $7
         if (result i32)
          local.get $7
          i32.load
         else
          local.get $0
          i32.load offset=8
         end
         local.set $7
         local.get $6
         local.get $0
         i32.load offset=4
         i32.load offset=32
         i32.eq
         local.tee $0
         if (result i32)
          local.get $7
          i32.load offset=12
          i32.const 20
          i32.shr_u
          i32.const 7
          i32.and
         else
          local.get $0
         end
         if
          local.get $2
          local.get $7
          i32.load16_u offset=18
          i32.const 1
          i32.add
          f64.convert_i32_u
          local.get $7
          i32.load offset=12
          i32.const 262143
          i32.and
          f64.convert_i32_u
          f64.div
          f64.add
          local.set $2
         end
         local.get $1
         local.get $5
         i32.const 1
         i32.add
         local.tee $5
         i32.const 12
         i32.mul
         i32.add
         local.tee $0
         i32.const 0
         local.get $5
         i32.const 5
         i32.lt_u
         if (result i32)
          local.get $0
          i32.load offset=4
         else
          i32.const 0
         end
         select
         local.set $0
         br $while-continue|2
        end
       end
       local.get $1
       i32.load offset=60
       local.set $1
       br $for-loop|1
      end
     end
     local.get $4
     i32.const 1
     i32.add
     local.set $4
     br $for-loop|0
    end
   end
  else
   local.get $3
   i32.load offset=24
   f64.convert_i32_u
   local.set $2
  end
  i32.const 73816
  local.get $2
  f64.store
  i32.const 73824
  local.get $3
  i32.load offset=48
  i32.store
  i32.const 73828
  local.get $3
  i32.load offset=52
  i32.store
 )
 (func $assembly/image/unpack (param $0 i32) (param $1 i64) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 v128)
  (local $10 i64)
  local.get $0
  i32.load offset=8
  local.tee $4
  i32.const 1048576
  i32.ge_u
  if (result i32)
   i32.const 0
  else
   i32.const 4336
   i32.load
  end
  if (result i32)
   i32.const 4336
   i32.load
   local.get $4
   i32.const 10
   i32.shr_u
   i32.const 2
   i32.shl
   i32.add
   i32.load
   local.tee $2
   if (result i32)
    local.get $2
    local.get $4
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  local.tee $8
  local.get $0
  i32.load offset=12
  local.tee $6
  call $assembly/directory/directoryFind
  if
   i32.const -4
   return
  end
  local.get $0
  i32.load offset=16
  local.set $7
  local.get $0
  i32.load offset=20
  local.set $2
  local.get $0
  i64.load
  local.set $10
  local.get $0
  i32.load offset=24
  local.tee $5
  i32.const 15
  i32.eq
  if
   local.get $10
   i64.const 32
   i64.shr_u
   i32.wrap_i64
   local.set $4
   block $__inlined_func$assembly/image/unpackSame$1314
    local.get $10
    i32.wrap_i64
    local.tee $2
    i32.const 1048576
    i32.ge_u
    if (result i32)
     i32.const 0
    else
     i32.const 4336
     i32.load
    end
    if (result i32)
     i32.const 4336
     i32.load
     local.get $2
     i32.const 10
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.tee $0
     if (result i32)
      local.get $0
      local.get $2
      i32.const 1023
      i32.and
      i32.const 2
      i32.shl
      i32.add
      i32.load
     else
      i32.const 0
     end
    else
     i32.const 0
    end
    local.tee $5
    if (result i32)
     local.get $5
     local.get $4
     call $assembly/directory/directoryFind
    else
     i32.const 0
    end
    local.tee $2
    i32.eqz
    br_if $__inlined_func$assembly/image/unpackSame$1314
    i32.const -4
    local.set $3
    local.get $7
    local.get $2
    i32.load offset=8
    local.tee $0
    i32.const 1
    i32.sub
    i32.const 0
    local.get $0
    i32.const 1
    i32.and
    select
    local.tee $0
    if (result i32)
     local.get $0
     i32.load
    else
     local.get $2
     i32.load offset=8
    end
    local.tee $4
    i32.load16_u offset=16
    i32.const 1
    i32.add
    i32.ne
    br_if $__inlined_func$assembly/image/unpackSame$1314
    local.get $4
    i32.load offset=12
    i32.const 20
    i32.shr_u
    i32.const 7
    i32.and
    local.tee $3
    if (result i32)
     local.get $4
     i32.load16_u offset=18
     i32.const 1
     i32.add
    else
     i32.const 0
    end
    local.set $2
    local.get $4
    i64.load
    local.set $1
    local.get $4
    i32.load offset=12
    i32.const 262144
    i32.and
    i32.const 0
    i32.ne
    local.set $0
    local.get $3
    i32.const 0
    i32.ne
    local.get $5
    i32.load offset=16
    local.get $8
    i32.load offset=16
    i32.ne
    i32.and
    if
     local.get $4
     i32.const 90432
     call $assembly/pages/expand
     if (result i32)
      i32.const 90432
      local.get $7
      local.get $5
      i32.load offset=16
      call $assembly/hash/pageHash
      local.get $1
      i64.ne
     else
      i32.const 1
     end
     if
      local.get $8
      local.get $6
      local.get $7
      call $assembly/image/keepDamaged
      local.set $3
      br $__inlined_func$assembly/image/unpackSame$1314
     end
     i32.const 90432
     local.get $7
     local.get $8
     i32.load offset=16
     call $assembly/hash/pageHash
     local.tee $1
     local.get $7
     call $assembly/image/mayIndex
     local.set $0
    end
    i32.const 90432
    local.get $4
    i32.load offset=8
    local.get $2
    memory.copy
    i32.const 1
    i32.const -1
    local.get $8
    local.get $6
    local.get $1
    local.get $3
    local.get $7
    local.get $2
    i32.const 90432
    local.get $0
    i32.const 0
    i32.const 0
    call $assembly/parcels/adoptPage
    select
    local.set $3
   end
   local.get $3
   return
  end
  local.get $0
  i32.const 32
  i32.add
  local.set $4
  local.get $5
  i32.eqz
  if
   local.get $10
   i64x2.splat
   local.set $9
   i32.const 0
   local.set $0
   loop $while-continue|0
    local.get $0
    local.get $7
    i32.lt_u
    if
     local.get $0
     i32.const 90432
     i32.add
     local.get $9
     v128.store
     local.get $0
     i32.const 16
     i32.add
     local.set $0
     br $while-continue|0
    end
   end
   i32.const 90432
   i64.load
   local.set $1
   i32.const 1
   i32.const -1
   local.get $8
   local.get $6
   local.get $7
   i32.const 8
   i32.ge_u
   if (result i64)
    local.get $1
   else
    local.get $1
    i64.const 1
    local.get $7
    i32.const 3
    i32.shl
    i64.extend_i32_u
    i64.shl
    i64.const 1
    i64.sub
    i64.and
   end
   i32.const 0
   local.get $7
   i32.const 0
   i32.const 0
   i32.const 1
   i32.const 0
   i32.const 0
   call $assembly/parcels/adoptPage
   select
   return
  end
  local.get $2
  local.set $3
  local.get $5
  i32.const 2
  i32.eq
  if
   local.get $4
   local.get $3
   i32.const 90432
   local.get $7
   call $assembly/codec/decode/decode
   local.set $3
  else
   i32.const 90432
   local.get $4
   local.get $2
   memory.copy
  end
  local.get $3
  i32.const 0
  i32.lt_s
  if (result i32)
   i32.const 0
  else
   local.get $3
   i32.const 90432
   i32.add
   i32.const 0
   local.get $7
   local.get $3
   i32.sub
   memory.fill
   i32.const 1
  end
  local.tee $3
  if (result i32)
   local.get $1
   i32.const 90432
   local.get $7
   local.get $0
   i32.load offset=28
   call $assembly/hash/pageHashUnder
   local.get $10
   i64.eq
  else
   local.get $3
  end
  i32.eqz
  if
   local.get $8
   local.get $6
   local.get $7
   call $assembly/image/keepDamaged
   return
  end
  i32.const 1
  i32.const -1
  local.get $8
  local.get $6
  i32.const 90432
  local.get $7
  local.get $8
  i32.load offset=16
  call $assembly/hash/pageHash
  local.tee $1
  local.get $5
  local.get $7
  local.get $2
  local.get $4
  local.get $1
  local.get $7
  call $assembly/image/mayIndex
  i32.const 0
  i32.const 0
  call $assembly/parcels/adoptPage
  select
 )
 (func $assembly/engine/engineInit (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i64) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  block $folding-inner0
   i32.const 4096
   i32.load
   if
    i32.const 6144
    i32.const 165
    i32.store
    br $folding-inner0
   end
   local.get $0
   i32.const 65536
   i32.le_u
   local.get $0
   i32.const 4096
   i32.ge_u
   i32.and
   local.get $0
   i32.popcnt
   i32.const 1
   i32.eq
   i32.and
   i32.eqz
   if
    i32.const 6144
    i32.const 167
    i32.store
    br $folding-inner0
   end
   local.get $1
   i32.const 65535
   i32.gt_u
   if
    i32.const 6144
    i32.const 168
    i32.store
    br $folding-inner0
   end
   local.get $1
   i32.const 16
   i32.shl
   i32.const 22
   i32.shr_u
   i32.const 1
   i32.add
   local.tee $4
   i32.const 2
   i32.shl
   local.tee $8
   local.get $0
   local.get $0
   i32.const 1
   i32.shl
   i32.add
   i32.const 90611
   i32.add
   i32.const -4
   i32.and
   local.tee $6
   i32.add
   local.set $5
   i32.const 4112
   local.get $5
   local.get $8
   i32.add
   local.tee $7
   local.get $8
   i32.add
   i32.const 63
   i32.add
   i32.const -64
   i32.and
   local.tee $8
   i32.store
   i32.const 4116
   local.get $0
   i32.const 4
   i32.shl
   i32.const 128
   i32.add
   local.tee $9
   i32.store
   i32.const 4120
   local.get $8
   i32.store
   i32.const 4132
   local.get $1
   i32.store
   block $__inlined_func$assembly/stock/stockReach$1 (result i32)
    i32.const 1
    memory.size
    local.tee $10
    local.get $8
    local.get $9
    i32.add
    i64.extend_i32_u
    i64.const 65535
    i64.add
    i64.const 16
    i64.shr_u
    i32.wrap_i64
    local.tee $1
    i32.ge_u
    br_if $__inlined_func$assembly/stock/stockReach$1
    drop
    i32.const 0
    i32.const 4132
    i32.load
    local.tee $8
    local.get $1
    i32.lt_u
    br_if $__inlined_func$assembly/stock/stockReach$1
    drop
    i32.const 1
    local.get $8
    local.get $1
    local.get $10
    i32.const 256
    local.get $10
    i32.const 3
    i32.shr_u
    local.tee $9
    local.get $9
    i32.const 256
    i32.ge_u
    select
    i32.add
    local.tee $9
    local.get $1
    local.get $9
    i32.gt_u
    select
    local.tee $9
    local.get $8
    local.get $9
    i32.lt_u
    select
    local.tee $8
    local.get $10
    i32.sub
    memory.grow
    i32.const -1
    i32.ne
    br_if $__inlined_func$assembly/stock/stockReach$1
    drop
    local.get $1
    local.get $8
    i32.lt_u
    if (result i32)
     local.get $1
     local.get $10
     i32.sub
     memory.grow
     i32.const -1
     i32.ne
    else
     i32.const 0
    end
   end
   i32.eqz
   if
    i32.const 0
    return
   end
   i32.const 4152
   local.get $3
   i64.store
   i32.const 0
   local.set $1
   loop $for-loop|0
    local.get $1
    i32.const 192
    i32.lt_u
    if
     local.get $1
     i32.const 4928
     i32.add
     local.get $3
     i64.const 7046029288634856825
     i64.sub
     local.tee $3
     i64.const 33
     i64.shr_u
     local.get $3
     i64.xor
     i64.const -4417276706812531889
     i64.mul
     local.tee $11
     i64.const 29
     i64.shr_u
     local.get $11
     i64.xor
     i64.const 1609587929392839161
     i64.mul
     local.tee $11
     i64.const 32
     i64.shr_u
     local.get $11
     i64.xor
     i64.store
     local.get $1
     i32.const 8
     i32.add
     local.set $1
     br $for-loop|0
    end
   end
   i32.const 4368
   local.get $0
   i32.const 4
   i32.shl
   i32.const 128
   i32.add
   i32.store
   i32.const 4372
   local.get $0
   i32.ctz
   local.tee $1
   i32.const 5
   i32.sub
   i32.store
   i32.const 4376
   local.get $1
   i32.const 2
   i32.sub
   i32.store
   i32.const 4900
   local.get $0
   i32.store
   i32.const 4272
   local.get $6
   local.get $4
   i32.const 6
   call $assembly/table/tableInit
   i32.eqz
   if
    i32.const 0
    return
   end
   i32.const 4304
   local.get $5
   local.get $4
   i32.const 11
   call $assembly/table/tableInit
   i32.eqz
   if
    i32.const 0
    return
   end
   i32.const 6512
   local.get $7
   local.get $4
   i32.const 6
   call $assembly/table/tableInit
   i32.eqz
   if
    i32.const 0
    return
   end
   i32.const 4100
   local.get $2
   i32.store
   i32.const 4096
   local.get $0
   i32.store
   i32.const 1
   return
  end
  i32.const 6148
  i32.const 3
  i32.store
  i32.const 6152
  i32.const 1664
  i32.store
  i32.const 6156
  i32.const 1660
  i32.load
  i32.const -2
  i32.and
  i32.store
  unreachable
 )
 (func $assembly/directory/split (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i64)
  (local $5 i64)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  i32.const 4272
  i32.load
  local.get $0
  i32.const -1
  local.get $0
  i32.clz
  i32.shr_u
  i32.const 1
  i32.shr_u
  i32.and
  local.tee $1
  i32.const 16
  i32.shr_u
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $1
  i32.const 6
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.add
  i32.load
  local.get $1
  i32.const 63
  i32.and
  i32.const 6
  i32.shl
  i32.add
  local.tee $2
  i32.load offset=60
  local.set $1
  local.get $2
  i32.const 0
  i32.store offset=60
  local.get $2
  local.tee $3
  local.set $12
  loop $for-loop|0
   local.get $12
   local.get $2
   i32.const 60
   i32.add
   i32.lt_u
   if
    local.get $12
    i32.load offset=4
    local.tee $11
    if
     local.get $12
     i32.load
     local.set $10
     local.get $12
     i32.load offset=8
     local.set $9
     local.get $12
     i32.const 0
     i32.store offset=4
     local.get $0
     i32.const -1
     i32.const 4280
     i32.load
     local.tee $7
     i32.const 1
     i32.sub
     i32.clz
     i32.shr_u
     local.tee $6
     i32.const 4928
     i64.load
     local.get $10
     i64.extend_i32_u
     local.get $11
     i64.extend_i32_u
     i64.const 32
     i64.shl
     i64.or
     local.tee $5
     i64.const 4
     i64.shr_u
     i64.xor
     i64.const -6939452855193903323
     i64.mul
     local.tee $4
     local.get $4
     i64.const 32
     i64.shr_u
     i64.xor
     i64.const -6939452855193903323
     i64.mul
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     local.get $5
     i32.wrap_i64
     i32.const 15
     i32.and
     i32.xor
     i32.and
     local.tee $8
     local.get $8
     local.get $6
     i32.const 1
     i32.shr_u
     i32.and
     local.get $7
     local.get $8
     i32.gt_u
     select
     i32.eq
     if
      i32.const 4272
      i32.load
      local.get $0
      i32.const 16
      i32.shr_u
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.get $0
      i32.const 6
      i32.shr_u
      i32.const 1023
      i32.and
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.get $0
      i32.const 63
      i32.and
      i32.const 6
      i32.shl
      i32.add
      local.get $11
      local.get $10
      local.get $9
      call $assembly/directory/append
     else
      local.get $3
      local.get $10
      i32.store
      local.get $3
      local.get $11
      i32.store offset=4
      local.get $3
      local.get $9
      i32.store offset=8
      local.get $3
      i32.const 12
      i32.add
      local.set $3
     end
     local.get $12
     i32.const 12
     i32.add
     local.set $12
     br $for-loop|0
    end
   end
  end
  loop $while-continue|1
   local.get $1
   if
    local.get $1
    local.set $0
    loop $for-loop|2
     local.get $0
     local.get $1
     i32.const 60
     i32.add
     i32.lt_u
     if (result i32)
      local.get $0
      i32.load offset=4
     else
      i32.const 0
     end
     if
      i32.const 4272
      i32.load
      i32.const -1
      i32.const 4280
      i32.load
      local.tee $6
      i32.const 1
      i32.sub
      i32.clz
      i32.shr_u
      local.tee $3
      i32.const 4928
      i64.load
      local.get $0
      i64.load32_u
      local.get $0
      i64.load32_u offset=4
      i64.const 32
      i64.shl
      i64.or
      local.tee $5
      i64.const 4
      i64.shr_u
      i64.xor
      i64.const -6939452855193903323
      i64.mul
      local.tee $4
      local.get $4
      i64.const 32
      i64.shr_u
      i64.xor
      i64.const -6939452855193903323
      i64.mul
      i64.const 32
      i64.shr_u
      i32.wrap_i64
      local.get $5
      i32.wrap_i64
      i32.const 15
      i32.and
      i32.xor
      i32.and
      local.tee $2
      local.get $2
      local.get $3
      i32.const 1
      i32.shr_u
      i32.and
      local.get $2
      local.get $6
      i32.lt_u
      select
      local.tee $2
      i32.const 16
      i32.shr_u
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.get $2
      i32.const 6
      i32.shr_u
      i32.const 1023
      i32.and
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.get $2
      i32.const 63
      i32.and
      i32.const 6
      i32.shl
      i32.add
      local.get $0
      i32.load offset=4
      local.get $0
      i32.load
      local.get $0
      i32.load offset=8
      call $assembly/directory/append
      local.get $0
      i32.const 12
      i32.add
      local.set $0
      br $for-loop|2
     end
    end
    local.get $1
    i32.load offset=60
    local.get $1
    i32.const 4176
    i32.load
    i32.store offset=4
    i32.const 4176
    local.get $1
    i32.store
    i32.const 4196
    i32.const 4196
    i32.load
    i32.const 1
    i32.add
    i32.store
    i32.const 4192
    i32.const 4192
    i32.load
    i32.const 1
    i32.sub
    i32.store
    local.set $1
    br $while-continue|1
   end
  end
 )
 (func $assembly/codec/prefix/depthsInPlace (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  loop $while-continue|0
   local.get $2
   local.get $1
   i32.const 1
   i32.sub
   i32.lt_u
   if
    i32.const 0
    local.set $3
    i32.const 0
    local.set $6
    loop $while-continue|1
     local.get $6
     i32.const 2
     i32.lt_u
     if
      local.get $1
      local.get $4
      i32.le_u
      if (result i32)
       i32.const 1
      else
       local.get $2
       local.get $5
       i32.gt_u
       if (result i32)
        local.get $0
        local.get $5
        i32.const 2
        i32.shl
        i32.add
        i32.load
        local.get $0
        local.get $4
        i32.const 2
        i32.shl
        i32.add
        i32.load
        i32.lt_u
       else
        i32.const 0
       end
      end
      if
       local.get $3
       local.get $0
       local.get $5
       i32.const 2
       i32.shl
       i32.add
       local.tee $8
       i32.load
       i32.add
       local.set $3
       local.get $8
       local.get $2
       i32.store
       local.get $5
       i32.const 1
       i32.add
       local.set $5
      else
       local.get $3
       local.get $0
       local.get $4
       i32.const 2
       i32.shl
       i32.add
       i32.load
       i32.add
       local.set $3
       local.get $4
       i32.const 1
       i32.add
       local.set $4
      end
      local.get $6
      i32.const 1
      i32.add
      local.set $6
      br $while-continue|1
     end
    end
    local.get $0
    local.get $2
    i32.const 2
    i32.shl
    i32.add
    local.get $3
    i32.store
    local.get $2
    i32.const 1
    i32.add
    local.set $2
    br $while-continue|0
   end
  end
  local.get $0
  local.get $1
  i32.const 2
  i32.sub
  i32.const 2
  i32.shl
  i32.add
  i32.const 0
  i32.store
  local.get $1
  i32.const 3
  i32.sub
  local.set $2
  loop $while-continue|2
   local.get $2
   i32.const 0
   i32.ge_s
   if
    local.get $0
    local.get $2
    i32.const 2
    i32.shl
    i32.add
    local.tee $3
    local.get $0
    local.get $3
    i32.load
    i32.const 2
    i32.shl
    i32.add
    i32.load
    i32.const 1
    i32.add
    i32.store
    local.get $2
    i32.const 1
    i32.sub
    local.set $2
    br $while-continue|2
   end
  end
  i32.const 1
  local.set $2
  local.get $1
  i32.const 2
  i32.sub
  local.set $3
  local.get $1
  i32.const 1
  i32.sub
  local.set $4
  loop $while-continue|3
   local.get $2
   i32.const 0
   i32.gt_s
   if
    i32.const 0
    local.set $1
    loop $while-continue|4
     local.get $3
     i32.const 0
     i32.ge_s
     if (result i32)
      local.get $0
      local.get $3
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.get $7
      i32.eq
     else
      i32.const 0
     end
     if
      local.get $1
      i32.const 1
      i32.add
      local.set $1
      local.get $3
      i32.const 1
      i32.sub
      local.set $3
      br $while-continue|4
     end
    end
    loop $while-continue|5
     local.get $1
     local.get $2
     i32.lt_s
     if
      local.get $0
      local.get $4
      i32.const 2
      i32.shl
      i32.add
      local.get $7
      i32.store
      local.get $4
      i32.const 1
      i32.sub
      local.set $4
      local.get $2
      i32.const 1
      i32.sub
      local.set $2
      br $while-continue|5
     end
    end
    local.get $1
    i32.const 1
    i32.shl
    local.set $2
    local.get $7
    i32.const 1
    i32.add
    local.set $7
    br $while-continue|3
   end
  end
 )
 (func $assembly/codec/prefix/codeLengths (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  local.get $3
  local.get $1
  i32.const 2
  i32.shl
  i32.add
  local.set $7
  local.get $0
  local.set $5
  loop $while-continue|0
   local.get $1
   local.get $4
   i32.gt_u
   if
    local.get $5
    local.get $4
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.set $8
    local.get $4
    local.set $0
    loop $while-continue|1
     local.get $0
     if (result i32)
      local.get $5
      local.get $3
      local.get $0
      i32.const 1
      i32.sub
      i32.const 2
      i32.shl
      i32.add
      i32.load
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.get $8
      i32.gt_u
     else
      i32.const 0
     end
     if
      local.get $3
      local.get $0
      i32.const 2
      i32.shl
      i32.add
      local.get $3
      local.get $0
      i32.const 1
      i32.sub
      local.tee $0
      i32.const 2
      i32.shl
      i32.add
      i32.load
      i32.store
      br $while-continue|1
     end
    end
    local.get $3
    local.get $0
    i32.const 2
    i32.shl
    i32.add
    local.get $4
    i32.store
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $while-continue|0
   end
  end
  loop $while-continue|01
   local.get $1
   local.get $6
   i32.gt_u
   if
    local.get $6
    i32.const 2
    i32.shl
    local.tee $0
    local.get $7
    i32.add
    local.get $5
    local.get $0
    local.get $3
    i32.add
    i32.load
    i32.const 2
    i32.shl
    i32.add
    i32.load
    i32.store
    local.get $6
    i32.const 1
    i32.add
    local.set $6
    br $while-continue|01
   end
  end
  local.get $7
  local.get $1
  call $assembly/codec/prefix/depthsInPlace
  i32.const 0
  local.set $0
  i32.const 0
  local.set $4
  loop $while-continue|00
   local.get $0
   local.get $1
   i32.lt_u
   if
    i32.const 11
    local.get $7
    local.get $0
    i32.const 2
    i32.shl
    i32.add
    local.tee $5
    i32.load
    local.tee $6
    local.get $6
    i32.const 11
    i32.ge_u
    select
    local.set $6
    local.get $5
    local.get $6
    i32.store
    local.get $4
    i32.const 1
    i32.const 11
    local.get $6
    i32.sub
    i32.shl
    i32.add
    local.set $4
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|00
   end
  end
  i32.const 0
  local.set $0
  loop $while-continue|11
   local.get $4
   i32.const 2048
   i32.gt_u
   if
    local.get $7
    local.get $0
    i32.const 2
    i32.shl
    i32.add
    local.tee $5
    i32.load
    local.tee $6
    i32.const 11
    i32.lt_u
    if
     local.get $4
     i32.const 1
     i32.const 10
     local.get $6
     i32.sub
     i32.shl
     i32.sub
     local.set $4
     local.get $5
     local.get $6
     i32.const 1
     i32.add
     i32.store
    else
     local.get $0
     i32.const 1
     i32.add
     local.set $0
    end
    br $while-continue|11
   end
  end
  local.get $1
  local.set $0
  loop $while-continue|2
   local.get $4
   i32.const 2048
   i32.lt_u
   if
    local.get $7
    local.get $0
    i32.const 1
    i32.sub
    local.get $1
    i32.const 1
    i32.sub
    local.get $0
    select
    local.tee $0
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.tee $5
    i32.const 1
    i32.gt_u
    if (result i32)
     local.get $4
     i32.const 1
     i32.const 11
     local.get $5
     i32.sub
     i32.shl
     i32.add
     i32.const 2048
     i32.le_u
    else
     i32.const 0
    end
    if
     local.get $7
     local.get $0
     i32.const 2
     i32.shl
     i32.add
     local.get $5
     i32.const 1
     i32.sub
     i32.store
     local.get $4
     i32.const 1
     i32.const 11
     local.get $5
     i32.sub
     i32.shl
     i32.add
     local.set $4
    end
    br $while-continue|2
   end
  end
  i32.const 0
  local.set $6
  loop $while-continue|13
   local.get $1
   local.get $6
   i32.gt_u
   if
    local.get $2
    local.get $6
    i32.const 2
    i32.shl
    local.tee $0
    local.get $3
    i32.add
    i32.load
    i32.add
    local.get $0
    local.get $7
    i32.add
    i32.load
    i32.store8
    local.get $6
    i32.const 1
    i32.add
    local.set $6
    br $while-continue|13
   end
  end
 )
 (func $assembly/codec/dense_train/parseStep (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  local.get $0
  i32.const -64
  i32.sub
  local.set $8
  local.get $0
  i32.load offset=28
  local.tee $2
  local.get $0
  i32.load offset=8
  local.tee $6
  i32.const 1
  i32.shl
  local.get $6
  i32.const 2
  i32.shl
  i32.add
  i32.const 8200
  i32.add
  i32.add
  local.tee $3
  local.get $0
  i32.load
  local.get $1
  local.get $6
  i32.mul
  i32.add
  local.tee $5
  local.get $6
  local.get $0
  i32.load offset=16
  local.tee $10
  local.get $0
  i32.load offset=24
  local.get $2
  call $assembly/codec/dense_parse/denseParse
  i32.const 3
  i32.shl
  i32.add
  local.set $6
  loop $while-continue|0
   local.get $3
   local.get $6
   i32.lt_u
   if
    local.get $3
    i32.load16_u
    local.set $9
    i32.const 0
    local.set $2
    loop $while-continue|1
     local.get $2
     local.get $9
     i32.lt_u
     if
      local.get $8
      local.get $2
      local.get $5
      i32.add
      i32.load8_u
      i32.const 2
      i32.shl
      i32.add
      local.tee $7
      local.get $7
      i32.load
      i32.const 16
      i32.add
      i32.store
      local.get $2
      i32.const 1
      i32.add
      local.set $2
      br $while-continue|1
     end
    end
    local.get $8
    i32.const 1024
    i32.add
    local.get $3
    call $assembly/codec/dense_encode/sequenceToken
    i32.const 2
    i32.shl
    i32.add
    local.tee $2
    local.get $2
    i32.load
    i32.const 16
    i32.add
    i32.store
    local.get $3
    call $assembly/codec/dense_encode/sequenceOffset
    local.tee $2
    i32.const 255
    i32.ne
    if
     local.get $8
     i32.const 2048
     i32.add
     local.get $2
     i32.const 2
     i32.shl
     i32.add
     local.tee $2
     local.get $2
     i32.load
     i32.const 16
     i32.add
     i32.store
    end
    local.get $5
    local.get $9
    local.get $3
    i32.load16_u offset=2
    i32.add
    i32.add
    local.set $5
    local.get $3
    i32.const 8
    i32.add
    local.set $3
    br $while-continue|0
   end
  end
  local.get $0
  i32.load offset=4
  local.get $1
  i32.const 1
  i32.add
  i32.gt_u
  if
   return
  end
  local.get $0
  i32.load offset=24
  local.set $1
  loop $while-continue|01
   local.get $4
   i32.const 2664
   i32.lt_u
   if
    local.get $4
    local.get $8
    i32.add
    local.tee $2
    local.get $2
    i32.load
    i32.const 1
    i32.add
    i32.store
    local.get $4
    i32.const 4
    i32.add
    local.set $4
    br $while-continue|01
   end
  end
  local.get $8
  i32.const 256
  local.get $10
  i32.const 16
  i32.add
  local.get $8
  call $assembly/codec/dense_train/packLengths
  local.get $8
  i32.const 1024
  i32.add
  i32.const 256
  local.get $10
  i32.const 144
  i32.add
  local.get $8
  call $assembly/codec/dense_train/packLengths
  local.get $8
  i32.const 2048
  i32.add
  i32.const 154
  local.get $10
  i32.const 272
  i32.add
  local.get $8
  call $assembly/codec/dense_train/packLengths
  local.get $10
  local.get $1
  call $assembly/codec/dense_parse/denseCodes
  local.get $8
  i32.const 0
  i32.const 2664
  memory.fill
  local.get $0
  i32.load offset=44
  i32.const 1
  i32.add
  local.set $1
  local.get $0
  i32.const 0
  i32.store offset=40
  local.get $0
  local.get $1
  i32.store offset=44
  local.get $1
  i32.const 2
  i32.lt_u
  if
   return
  end
  local.get $10
  local.get $0
  i32.load offset=12
  i32.store offset=4
  local.get $10
  local.get $10
  i32.load offset=8
  i32.const 352
  i32.add
  i32.add
  local.set $2
  i32.const -2128831035
  local.set $1
  local.get $10
  i32.const 4
  i32.add
  local.set $4
  loop $while-continue|02
   local.get $2
   local.get $4
   i32.gt_u
   if
    local.get $1
    local.get $4
    i32.load8_u
    i32.xor
    i32.const 16777619
    i32.mul
    local.set $1
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $while-continue|02
   end
  end
  local.get $10
  local.get $1
  i32.store
  local.get $0
  i32.const 3
  i32.store offset=36
  local.get $0
  i32.const 0
  i32.store offset=40
  local.get $0
  i32.const 0
  i32.store offset=44
 )
 (func $assembly/codec/dense_train/chooseStep (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 i32)
  local.get $0
  i32.load offset=20
  local.tee $13
  i32.const 7
  i32.shr_u
  local.tee $2
  local.get $0
  i32.load offset=4
  local.tee $3
  local.get $2
  local.get $3
  i32.lt_u
  select
  local.set $5
  local.get $1
  i32.eqz
  if
   local.get $0
   local.get $0
   i32.load offset=48
   i32.store offset=52
  end
  local.get $1
  local.get $5
  i32.lt_u
  if
   local.get $0
   i32.const -64
   i32.sub
   local.set $8
   local.get $0
   i32.load
   local.set $14
   local.get $3
   local.get $1
   i32.const 1
   i32.add
   i32.mul
   local.get $5
   i32.div_u
   local.set $15
   local.get $0
   i32.load offset=8
   local.set $12
   i32.const 32
   local.set $2
   local.get $1
   local.get $3
   i32.mul
   local.get $5
   i32.div_u
   local.set $9
   loop $while-continue|0
    local.get $9
    local.get $15
    i32.lt_u
    if
     local.get $14
     local.get $9
     local.get $12
     i32.mul
     i32.add
     local.set $10
     i32.const 0
     local.set $3
     i32.const 0
     local.set $7
     loop $while-continue|1
      local.get $7
      i32.const 8
      i32.add
      local.get $12
      i32.le_u
      if
       local.get $8
       local.get $7
       local.get $10
       i32.add
       i64.load
       i64.const 8771181707166810112
       i64.mul
       i64.const 12
       i64.shr_u
       local.tee $6
       i64.const 35
       i64.shr_u
       i32.wrap_i64
       i32.const 3
       i32.shl
       i32.add
       local.tee $4
       i32.load
       local.get $6
       i32.wrap_i64
       i32.eq
       if (result i32)
        local.get $4
        i32.load16_u offset=4
       else
        i32.const 0
       end
       local.get $3
       i32.add
       local.set $3
       local.get $7
       i32.const 122
       i32.sub
       local.set $4
       local.get $7
       i32.const 123
       i32.ge_u
       if
        local.get $3
        local.get $8
        local.get $7
        local.get $10
        i32.add
        i32.const 123
        i32.sub
        i64.load
        i64.const 8771181707166810112
        i64.mul
        i64.const 12
        i64.shr_u
        local.tee $6
        i64.const 35
        i64.shr_u
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        local.tee $3
        i32.load
        local.get $6
        i32.wrap_i64
        i32.eq
        if (result i32)
         local.get $3
         i32.load16_u offset=4
        else
         i32.const 0
        end
        i32.sub
        local.set $3
       end
       local.get $2
       local.get $3
       i32.lt_u
       if (result i32)
        i32.const 1
        local.get $4
        i32.const 7
        i32.and
        local.get $7
        i32.const 1
        i32.add
        i32.const 123
        i32.lt_u
        select
       else
        i32.const 1
       end
       i32.eqz
       if
        local.get $4
        local.get $10
        i32.add
        local.set $11
        local.get $3
        local.set $2
       end
       local.get $7
       i32.const 1
       i32.add
       local.set $7
       br $while-continue|1
      end
     end
     local.get $9
     i32.const 1
     i32.add
     local.set $9
     br $while-continue|0
    end
   end
   local.get $11
   if
    local.get $0
    i32.load offset=48
    local.tee $2
    local.get $0
    i32.load offset=16
    i32.const 352
    i32.add
    i32.add
    local.get $11
    i32.const 128
    memory.copy
    local.get $0
    local.get $2
    i32.const 128
    i32.add
    i32.store offset=48
    i32.const 0
    local.set $3
    loop $while-continue|01
     local.get $3
     i32.const 123
     i32.lt_u
     if
      local.get $8
      local.get $3
      local.get $11
      i32.add
      local.tee $4
      i64.load
      i64.const 8771181707166810112
      i64.mul
      i64.const 12
      i64.shr_u
      local.tee $6
      i64.const 35
      i64.shr_u
      i32.wrap_i64
      i32.const 3
      i32.shl
      i32.add
      local.tee $2
      i32.load
      local.get $6
      i32.wrap_i64
      i32.eq
      if (result i32)
       local.get $2
       i32.load16_u offset=4
      else
       i32.const 0
      end
      if
       local.get $8
       local.get $4
       i64.load
       i64.const 8771181707166810112
       i64.mul
       i64.const 47
       i64.shr_u
       i32.wrap_i64
       i32.const 3
       i32.shl
       i32.add
       i32.const 0
       i32.store16 offset=4
      end
      local.get $3
      i32.const 1
      i32.add
      local.set $3
      br $while-continue|01
     end
    end
   end
  end
  local.get $0
  i32.load offset=48
  local.tee $3
  i32.const 128
  i32.add
  local.get $13
  i32.gt_u
  local.tee $2
  i32.eqz
  local.get $1
  i32.const 1
  i32.add
  local.get $5
  i32.lt_u
  i32.and
  if
   return
  end
  local.get $0
  i32.load offset=44
  i32.const 1
  i32.add
  local.set $1
  local.get $0
  i32.const 0
  i32.store offset=40
  local.get $0
  local.get $1
  i32.store offset=44
  local.get $1
  i32.const 4
  i32.eq
  local.get $2
  i32.or
  if (result i32)
   i32.const 1
  else
   local.get $3
   local.get $0
   i32.load offset=52
   i32.eq
  end
  if
   local.get $0
   i32.load offset=24
   local.set $5
   local.get $0
   i32.load offset=16
   local.tee $1
   local.get $0
   i32.load offset=48
   i32.store offset=8
   local.get $1
   i32.const 352
   i32.add
   local.set $4
   local.get $1
   i32.load offset=8
   local.set $3
   local.get $5
   i32.const 2688
   i32.add
   i32.const 255
   i32.const 65536
   memory.fill
   i32.const 0
   local.set $1
   loop $while-continue|00
    local.get $1
    i32.const 4
    i32.add
    local.get $3
    i32.le_u
    if
     local.get $5
     i32.const 68224
     i32.add
     local.get $1
     i32.const 1
     i32.shl
     i32.add
     local.get $5
     i32.const 2688
     i32.add
     local.get $1
     local.get $4
     i32.add
     i32.load
     i32.const -1640531535
     i32.mul
     i32.const 17
     i32.shr_u
     i32.const 1
     i32.shl
     i32.add
     local.tee $2
     i32.load16_u
     i32.store16
     local.get $2
     local.get $1
     i32.store16
     local.get $1
     i32.const 1
     i32.add
     local.set $1
     br $while-continue|00
    end
   end
   i32.const 0
   local.set $1
   loop $while-continue|03
    local.get $1
    i32.const 256
    i32.lt_u
    if
     local.get $5
     local.get $1
     i32.const 2
     i32.shl
     i32.add
     i32.const 117440512
     i32.const 67108864
     local.get $1
     select
     i32.store
     local.get $1
     i32.const 1
     i32.add
     local.set $1
     br $while-continue|03
    end
   end
   i32.const 0
   local.set $1
   loop $while-continue|15
    local.get $1
    i32.const 256
    i32.lt_u
    if
     local.get $5
     i32.const 1024
     i32.add
     local.get $1
     i32.const 2
     i32.shl
     i32.add
     local.get $1
     i32.const 6
     i32.shr_u
     i32.const 4
     i32.add
     i32.const 10
     i32.const 1
     local.get $1
     i32.const 15
     i32.and
     i32.const 15
     i32.eq
     select
     i32.add
     i32.const 24
     i32.shl
     i32.store
     local.get $1
     i32.const 1
     i32.add
     local.set $1
     br $while-continue|15
    end
   end
   i32.const 0
   local.set $1
   loop $while-continue|2
    local.get $1
    i32.const 154
    i32.lt_u
    if
     local.get $5
     i32.const 2048
     i32.add
     local.get $1
     i32.const 2
     i32.shl
     i32.add
     i32.const 134217728
     i32.const 251658240
     local.get $1
     i32.const 90
     i32.lt_u
     select
     i32.store
     local.get $1
     i32.const 1
     i32.add
     local.set $1
     br $while-continue|2
    end
   end
   local.get $0
   i32.const -64
   i32.sub
   i32.const 0
   i32.const 2664
   memory.fill
   local.get $0
   i32.const 2
   i32.store offset=36
   local.get $0
   i32.const 0
   i32.store offset=40
   local.get $0
   i32.const 0
   i32.store offset=44
  end
 )
 (func $assembly/codec/dense_encode/writeStreams (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i64)
  (local $9 i64)
  (local $10 i64)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 i64)
  (local $16 i32)
  (local $17 i64)
  local.get $5
  i32.const 90437
  i32.store
  local.get $5
  local.get $3
  i32.const 90437
  i32.add
  local.tee $3
  i32.store offset=8
  local.get $5
  local.get $3
  i32.store offset=16
  local.get $5
  local.get $4
  i32.store offset=24
  i32.const 8192
  local.set $12
  loop $while-continue|0
   local.get $1
   local.get $2
   i32.lt_u
   if
    local.get $1
    i32.load16_u
    local.set $11
    local.get $1
    i32.load16_u offset=2
    local.set $13
    i32.const 0
    local.set $4
    loop $while-continue|1
     local.get $4
     local.get $11
     i32.lt_u
     if
      local.get $0
      local.get $4
      local.get $12
      i32.add
      i32.load8_u
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.tee $3
      i32.const 16
      i32.shr_u
      i32.const 255
      i32.and
      local.set $7
      local.get $14
      i32.const 1
      i32.and
      if
       local.get $3
       i32.const 65535
       i32.and
       i64.extend_i32_u
       local.get $10
       i32.wrap_i64
       i32.const 255
       i32.and
       local.tee $3
       i64.extend_i32_u
       i64.shl
       local.get $10
       i64.const 8
       i64.shr_u
       i64.or
       local.set $10
       local.get $3
       local.get $7
       i32.add
       local.set $7
       local.get $5
       i32.load offset=8
       local.set $3
       loop $while-continue|01
        local.get $7
        i32.const 8
        i32.ge_u
        if
         local.get $3
         local.get $10
         i64.store8
         local.get $3
         i32.const 1
         i32.add
         local.set $3
         local.get $10
         i64.const 8
         i64.shr_u
         local.set $10
         local.get $7
         i32.const 8
         i32.sub
         local.set $7
         br $while-continue|01
        end
       end
       local.get $5
       local.get $3
       i32.store offset=8
       local.get $7
       i64.extend_i32_u
       local.get $10
       i64.const 8
       i64.shl
       i64.or
       local.set $10
      else
       local.get $3
       i32.const 65535
       i32.and
       i64.extend_i32_u
       local.get $9
       i32.wrap_i64
       i32.const 255
       i32.and
       local.tee $3
       i64.extend_i32_u
       i64.shl
       local.get $9
       i64.const 8
       i64.shr_u
       i64.or
       local.set $9
       local.get $3
       local.get $7
       i32.add
       local.set $7
       local.get $5
       i32.load
       local.set $3
       loop $while-continue|03
        local.get $7
        i32.const 8
        i32.ge_u
        if
         local.get $3
         local.get $9
         i64.store8
         local.get $3
         i32.const 1
         i32.add
         local.set $3
         local.get $9
         i64.const 8
         i64.shr_u
         local.set $9
         local.get $7
         i32.const 8
         i32.sub
         local.set $7
         br $while-continue|03
        end
       end
       local.get $5
       local.get $3
       i32.store
       local.get $7
       i64.extend_i32_u
       local.get $9
       i64.const 8
       i64.shl
       i64.or
       local.set $9
      end
      local.get $14
      i32.const 1
      i32.add
      local.set $14
      local.get $4
      i32.const 1
      i32.add
      local.set $4
      br $while-continue|1
     end
    end
    local.get $0
    i32.const 1024
    i32.add
    local.get $1
    call $assembly/codec/dense_encode/sequenceToken
    local.tee $16
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.tee $3
    i32.const 16
    i32.shr_u
    i32.const 255
    i32.and
    local.set $4
    local.get $3
    i32.const 65535
    i32.and
    i64.extend_i32_u
    local.get $8
    i64.const 8
    i64.shr_u
    local.get $4
    i64.extend_i32_u
    i64.shl
    i64.or
    local.set $15
    local.get $8
    i32.wrap_i64
    i32.const 255
    i32.and
    local.get $4
    i32.add
    local.set $4
    local.get $5
    i32.load offset=24
    local.set $3
    loop $while-continue|05
     local.get $4
     i32.const 8
     i32.ge_u
     if
      local.get $3
      i32.const 1
      i32.sub
      local.tee $3
      local.get $15
      local.get $4
      i32.const 8
      i32.sub
      local.tee $4
      i64.extend_i32_u
      i64.shr_u
      i64.store8
      br $while-continue|05
     end
    end
    local.get $5
    local.get $3
    i32.store offset=24
    local.get $4
    i64.extend_i32_u
    local.tee $8
    local.get $15
    i64.const 1
    local.get $8
    i64.shl
    i64.const 1
    i64.sub
    i64.and
    i64.const 8
    i64.shl
    i64.or
    local.set $8
    local.get $11
    i32.const 10
    i32.ge_u
    if (result i64)
     i32.const 15
     local.get $11
     i32.const 10
     i32.sub
     local.tee $3
     local.get $3
     i32.const 15
     i32.ge_u
     select
     local.tee $7
     i64.extend_i32_u
     local.get $8
     i64.const 8
     i64.shr_u
     i64.const 4
     i64.shl
     i64.or
     local.set $15
     local.get $8
     i32.wrap_i64
     i32.const 255
     i32.and
     i32.const 4
     i32.add
     local.set $4
     local.get $5
     i32.load offset=24
     local.set $3
     loop $while-continue|07
      local.get $4
      i32.const 8
      i32.ge_u
      if
       local.get $3
       i32.const 1
       i32.sub
       local.tee $3
       local.get $15
       local.get $4
       i32.const 8
       i32.sub
       local.tee $4
       i64.extend_i32_u
       i64.shr_u
       i64.store8
       br $while-continue|07
      end
     end
     local.get $5
     local.get $3
     i32.store offset=24
     local.get $4
     i64.extend_i32_u
     local.tee $8
     local.get $15
     i64.const 1
     local.get $8
     i64.shl
     i64.const 1
     i64.sub
     i64.and
     i64.const 8
     i64.shl
     i64.or
     local.set $8
     local.get $7
     i32.const 15
     i32.eq
     if (result i64)
      local.get $11
      i32.const 25
      i32.sub
      i64.extend_i32_u
      local.get $8
      i64.const 8
      i64.shr_u
      i64.const 16
      i64.shl
      i64.or
      local.set $15
      local.get $8
      i32.wrap_i64
      i32.const 255
      i32.and
      i32.const 16
      i32.add
      local.set $4
      local.get $5
      i32.load offset=24
      local.set $3
      loop $while-continue|09
       local.get $4
       i32.const 8
       i32.ge_u
       if
        local.get $3
        i32.const 1
        i32.sub
        local.tee $3
        local.get $15
        local.get $4
        i32.const 8
        i32.sub
        local.tee $4
        i64.extend_i32_u
        i64.shr_u
        i64.store8
        br $while-continue|09
       end
      end
      local.get $5
      local.get $3
      i32.store offset=24
      local.get $4
      i64.extend_i32_u
      local.tee $8
      local.get $15
      i64.const 1
      local.get $8
      i64.shl
      i64.const 1
      i64.sub
      i64.and
      i64.const 8
      i64.shl
      i64.or
     else
      local.get $8
     end
    else
     local.get $11
     i32.const 6
     i32.ge_u
     if (result i64)
      local.get $11
      i32.const 6
      i32.sub
      i64.extend_i32_u
      local.get $8
      i64.const 8
      i64.shr_u
      i64.const 2
      i64.shl
      i64.or
      local.set $15
      local.get $8
      i32.wrap_i64
      i32.const 255
      i32.and
      i32.const 2
      i32.add
      local.set $4
      local.get $5
      i32.load offset=24
      local.set $3
      loop $while-continue|011
       local.get $4
       i32.const 8
       i32.ge_u
       if
        local.get $3
        i32.const 1
        i32.sub
        local.tee $3
        local.get $15
        local.get $4
        i32.const 8
        i32.sub
        local.tee $4
        i64.extend_i32_u
        i64.shr_u
        i64.store8
        br $while-continue|011
       end
      end
      local.get $5
      local.get $3
      i32.store offset=24
      local.get $4
      i64.extend_i32_u
      local.tee $8
      local.get $15
      i64.const 1
      local.get $8
      i64.shl
      i64.const 1
      i64.sub
      i64.and
      i64.const 8
      i64.shl
      i64.or
     else
      local.get $8
     end
    end
    local.set $8
    local.get $13
    if
     local.get $16
     i32.const 15
     i32.and
     local.tee $3
     i32.const 1040
     i32.add
     i32.load8_u
     local.set $4
     local.get $13
     local.get $3
     i32.const 1024
     i32.add
     i32.load8_u
     i32.const 2
     i32.const 3
     local.get $16
     i32.const 16
     i32.and
     select
     i32.add
     i32.sub
     i64.extend_i32_u
     local.get $8
     i64.const 8
     i64.shr_u
     local.get $4
     i64.extend_i32_u
     i64.shl
     i64.or
     local.set $15
     local.get $8
     i32.wrap_i64
     i32.const 255
     i32.and
     local.get $4
     i32.add
     local.set $4
     local.get $5
     i32.load offset=24
     local.set $3
     loop $while-continue|013
      local.get $4
      i32.const 8
      i32.ge_u
      if
       local.get $3
       i32.const 1
       i32.sub
       local.tee $3
       local.get $15
       local.get $4
       i32.const 8
       i32.sub
       local.tee $4
       i64.extend_i32_u
       i64.shr_u
       i64.store8
       br $while-continue|013
      end
     end
     local.get $5
     local.get $3
     i32.store offset=24
     local.get $4
     i64.extend_i32_u
     local.tee $8
     local.get $15
     i64.const 1
     local.get $8
     i64.shl
     i64.const 1
     i64.sub
     i64.and
     i64.const 8
     i64.shl
     i64.or
     local.set $8
     local.get $1
     call $assembly/codec/dense_encode/sequenceOffset
     local.tee $7
     i32.const 255
     i32.ne
     if
      local.get $0
      i32.const 2048
      i32.add
      local.get $7
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.set $3
      local.get $1
      i32.load16_u offset=4
      block $__inlined_func$assembly/codec/dense_format/offsetBase$874 (result i32)
       local.get $7
       i32.const 90
       i32.sub
       i32.const 10
       i32.shl
       local.get $7
       i32.const 90
       i32.ge_u
       br_if $__inlined_func$assembly/codec/dense_format/offsetBase$874
       drop
       local.get $7
       i32.const 54
       i32.ge_u
       if
        local.get $7
        i32.const 54
        i32.sub
        local.tee $4
        i32.const 3
        i32.and
        i32.const 4
        i32.add
        local.get $4
        i32.const 2
        i32.shr_u
        i32.const 5
        i32.add
        i32.shl
        br $__inlined_func$assembly/codec/dense_format/offsetBase$874
       end
       local.get $7
       i32.const 38
       i32.sub
       i32.const 3
       i32.shl
       local.get $7
       i32.const 39
       i32.ge_u
       br_if $__inlined_func$assembly/codec/dense_format/offsetBase$874
       drop
       local.get $7
       i32.const 1
       i32.add
       local.get $7
       i32.const 15
       i32.lt_u
       br_if $__inlined_func$assembly/codec/dense_format/offsetBase$874
       drop
       local.get $7
       i32.const 15
       i32.sub
       local.tee $4
       i32.const 1
       i32.and
       i32.const 2
       i32.add
       local.get $4
       i32.const 1
       i32.shr_u
       i32.const 3
       i32.add
       i32.shl
      end
      i32.sub
      i32.const 3
      i32.const 0
      local.get $7
      i32.const 90
      i32.lt_u
      local.get $7
      i32.const 54
      i32.ge_u
      i32.and
      select
      i32.shr_u
      i64.extend_i32_u
      local.get $3
      i32.const 65535
      i32.and
      i64.extend_i32_u
      local.get $6
      i64.const 8
      i64.shr_u
      local.get $3
      i32.const 16
      i32.shr_u
      i32.const 255
      i32.and
      local.tee $3
      i64.extend_i32_u
      i64.shl
      i64.or
      local.set $17
      local.get $6
      i32.wrap_i64
      i32.const 255
      i32.and
      local.get $3
      i32.add
      local.set $4
      local.get $5
      i32.load offset=16
      local.set $3
      loop $while-continue|015
       local.get $4
       i32.const 8
       i32.ge_u
       if
        local.get $3
        i32.const 1
        i32.sub
        local.tee $3
        local.get $17
        local.get $4
        i32.const 8
        i32.sub
        local.tee $4
        i64.extend_i32_u
        i64.shr_u
        i64.store8
        br $while-continue|015
       end
      end
      local.get $5
      local.get $3
      i32.store offset=16
      local.get $4
      i64.extend_i32_u
      local.tee $6
      local.get $17
      i64.const 1
      local.get $6
      i64.shl
      i64.const 1
      i64.sub
      i64.and
      i64.const 8
      i64.shl
      i64.or
      local.tee $6
      i64.const 8
      i64.shr_u
      block $__inlined_func$assembly/codec/dense_format/offsetBits$877 (result i32)
       i32.const 10
       local.get $7
       i32.const 90
       i32.ge_u
       br_if $__inlined_func$assembly/codec/dense_format/offsetBits$877
       drop
       local.get $7
       i32.const 54
       i32.sub
       i32.const 2
       i32.shr_u
       i32.const 2
       i32.add
       local.get $7
       i32.const 54
       i32.ge_u
       br_if $__inlined_func$assembly/codec/dense_format/offsetBits$877
       drop
       i32.const 0
       local.get $7
       i32.const 15
       i32.lt_u
       local.get $7
       i32.const 39
       i32.ge_u
       i32.or
       br_if $__inlined_func$assembly/codec/dense_format/offsetBits$877
       drop
       local.get $7
       i32.const 15
       i32.sub
       i32.const 1
       i32.shr_u
       i32.const 3
       i32.add
      end
      local.tee $3
      i64.extend_i32_u
      i64.shl
      i64.or
      local.set $15
      local.get $6
      i32.wrap_i64
      i32.const 255
      i32.and
      local.get $3
      i32.add
      local.set $7
      local.get $5
      i32.load offset=16
      local.set $4
      loop $while-continue|017
       local.get $7
       i32.const 8
       i32.ge_u
       if
        local.get $4
        i32.const 1
        i32.sub
        local.tee $4
        local.get $15
        local.get $7
        i32.const 8
        i32.sub
        local.tee $7
        i64.extend_i32_u
        i64.shr_u
        i64.store8
        br $while-continue|017
       end
      end
      local.get $5
      local.get $4
      i32.store offset=16
      local.get $7
      i64.extend_i32_u
      local.tee $6
      local.get $15
      i64.const 1
      local.get $6
      i64.shl
      i64.const 1
      i64.sub
      i64.and
      i64.const 8
      i64.shl
      i64.or
      local.set $6
     end
    end
    local.get $12
    local.get $11
    local.get $13
    i32.add
    i32.add
    local.set $12
    local.get $1
    i32.const 8
    i32.add
    local.set $1
    br $while-continue|0
   end
  end
  local.get $9
  i32.wrap_i64
  i32.const 255
  i32.and
  local.tee $0
  if
   local.get $9
   i64.const 8
   i64.shr_u
   local.set $9
   i32.const 8
   local.get $0
   i32.sub
   local.get $0
   i32.add
   local.set $7
   local.get $5
   i32.load
   local.set $0
   loop $while-continue|019
    local.get $7
    i32.const 8
    i32.ge_u
    if
     local.get $0
     local.get $9
     i64.store8
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     local.get $9
     i64.const 8
     i64.shr_u
     local.set $9
     local.get $7
     i32.const 8
     i32.sub
     local.set $7
     br $while-continue|019
    end
   end
   local.get $5
   local.get $0
   i32.store
  end
  local.get $10
  i32.wrap_i64
  i32.const 255
  i32.and
  local.tee $0
  if
   local.get $10
   i64.const 8
   i64.shr_u
   local.set $9
   i32.const 8
   local.get $0
   i32.sub
   local.get $0
   i32.add
   local.set $7
   local.get $5
   i32.load offset=8
   local.set $0
   loop $while-continue|021
    local.get $7
    i32.const 8
    i32.ge_u
    if
     local.get $0
     local.get $9
     i64.store8
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     local.get $9
     i64.const 8
     i64.shr_u
     local.set $9
     local.get $7
     i32.const 8
     i32.sub
     local.set $7
     br $while-continue|021
    end
   end
   local.get $5
   local.get $0
   i32.store offset=8
  end
  local.get $6
  i32.wrap_i64
  i32.const 255
  i32.and
  local.tee $0
  if
   local.get $6
   i64.const 8
   i64.shr_u
   i32.const 8
   local.get $0
   i32.sub
   local.tee $1
   i64.extend_i32_u
   i64.shl
   local.set $6
   local.get $0
   local.get $1
   i32.add
   local.set $7
   local.get $5
   i32.load offset=16
   local.set $0
   loop $while-continue|023
    local.get $7
    i32.const 8
    i32.ge_u
    if
     local.get $0
     i32.const 1
     i32.sub
     local.tee $0
     local.get $6
     local.get $7
     i32.const 8
     i32.sub
     local.tee $7
     i64.extend_i32_u
     i64.shr_u
     i64.store8
     br $while-continue|023
    end
   end
   local.get $5
   local.get $0
   i32.store offset=16
  end
  local.get $8
  i32.wrap_i64
  i32.const 255
  i32.and
  local.tee $0
  if
   local.get $8
   i64.const 8
   i64.shr_u
   i32.const 8
   local.get $0
   i32.sub
   local.tee $1
   i64.extend_i32_u
   i64.shl
   local.set $6
   local.get $0
   local.get $1
   i32.add
   local.set $7
   local.get $5
   i32.load offset=24
   local.set $0
   loop $while-continue|025
    local.get $7
    i32.const 8
    i32.ge_u
    if
     local.get $0
     i32.const 1
     i32.sub
     local.tee $0
     local.get $6
     local.get $7
     i32.const 8
     i32.sub
     local.tee $7
     i64.extend_i32_u
     i64.shr_u
     i64.store8
     br $while-continue|025
    end
   end
   local.get $5
   local.get $0
   i32.store offset=24
  end
 )
 (func $assembly/codec/dense_decode/denseTables (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  i32.const 1
  local.set $6
  loop $while-continue|0
   local.get $6
   i32.const 11
   i32.le_u
   if
    i32.const 0
    local.set $5
    loop $while-continue|1
     local.get $5
     i32.const 256
     i32.lt_u
     if
      local.get $6
      local.get $0
      i32.const 16
      i32.add
      local.get $5
      i32.const 1
      i32.shr_u
      i32.add
      i32.load8_u
      local.get $5
      i32.const 1
      i32.and
      i32.const 2
      i32.shl
      i32.shr_u
      i32.const 15
      i32.and
      i32.eq
      if
       local.get $2
       i32.const 11
       local.get $6
       i32.sub
       i32.shr_u
       local.set $3
       i32.const 0
       local.set $4
       i32.const 0
       local.set $7
       loop $while-continue|01
        local.get $6
        local.get $7
        i32.gt_u
        if
         local.get $3
         i32.const 1
         i32.and
         local.get $4
         i32.const 1
         i32.shl
         i32.or
         local.set $4
         local.get $3
         i32.const 1
         i32.shr_u
         local.set $3
         local.get $7
         i32.const 1
         i32.add
         local.set $7
         br $while-continue|01
        end
       end
       local.get $4
       local.set $3
       loop $while-continue|2
        local.get $3
        i32.const 2048
        i32.lt_u
        if
         local.get $1
         local.get $3
         i32.const 1
         i32.shl
         i32.add
         local.get $6
         i32.const 8
         i32.shl
         local.get $5
         i32.or
         i32.store16
         local.get $3
         i32.const 1
         local.get $6
         i32.shl
         i32.add
         local.set $3
         br $while-continue|2
        end
       end
       local.get $2
       i32.const 1
       i32.const 11
       local.get $6
       i32.sub
       i32.shl
       i32.add
       local.set $2
      end
      local.get $5
      i32.const 256
      i32.lt_u
      if (result i32)
       local.get $6
       local.get $0
       i32.const 144
       i32.add
       local.get $5
       i32.const 1
       i32.shr_u
       i32.add
       i32.load8_u
       local.get $5
       i32.const 1
       i32.and
       i32.const 2
       i32.shl
       i32.shr_u
       i32.const 15
       i32.and
       i32.eq
      else
       i32.const 0
      end
      if
       local.get $5
       i32.const 15
       i32.and
       local.tee $10
       i32.const 1040
       i32.add
       i32.load8_u
       local.set $7
       i32.const 2
       i32.const 0
       local.get $5
       i32.const 5
       i32.shr_u
       local.tee $3
       i32.const 6
       i32.eq
       select
       local.set $4
       local.get $3
       i32.const 7
       i32.eq
       if
        i32.const 4
        local.set $4
        i32.const 10
        local.set $3
       end
       local.get $8
       i32.const 1
       i32.const 11
       local.get $6
       i32.sub
       i32.shl
       i32.add
       local.set $11
       local.get $10
       i32.const 1024
       i32.add
       i32.load8_u
       i32.const 2
       i32.const 3
       local.get $5
       i32.const 16
       i32.and
       local.tee $10
       select
       i32.add
       local.get $4
       i32.const 16
       i32.shl
       local.get $7
       i32.const 19
       i32.shl
       i32.or
       local.get $6
       i32.const 28
       i32.shl
       local.get $3
       i32.const 12
       i32.shl
       i32.or
       i32.or
       local.tee $3
       i32.const 33554432
       i32.or
       local.get $3
       local.get $4
       local.get $7
       i32.or
       select
       local.tee $3
       i32.const 16777216
       i32.or
       local.get $3
       local.get $10
       select
       i32.or
       local.set $3
       loop $while-continue|3
        local.get $8
        local.get $11
        i32.lt_u
        if
         local.get $1
         i32.const 4096
         i32.add
         local.get $8
         i32.const 2
         i32.shl
         i32.add
         local.get $3
         i32.store
         local.get $8
         i32.const 1
         i32.add
         local.set $8
         br $while-continue|3
        end
       end
      end
      local.get $5
      i32.const 154
      i32.lt_u
      if (result i32)
       local.get $6
       local.get $0
       i32.const 272
       i32.add
       local.get $5
       i32.const 1
       i32.shr_u
       i32.add
       i32.load8_u
       local.get $5
       i32.const 1
       i32.and
       i32.const 2
       i32.shl
       i32.shr_u
       i32.const 15
       i32.and
       i32.eq
      else
       i32.const 0
      end
      if
       local.get $9
       i32.const 1
       i32.const 11
       local.get $6
       i32.sub
       i32.shl
       i32.add
       local.set $3
       local.get $6
       block $__inlined_func$assembly/codec/dense_format/offsetBits$706 (result i32)
        i32.const 10
        local.get $5
        i32.const 90
        i32.ge_u
        br_if $__inlined_func$assembly/codec/dense_format/offsetBits$706
        drop
        local.get $5
        i32.const 54
        i32.sub
        i32.const 2
        i32.shr_u
        i32.const 2
        i32.add
        local.get $5
        i32.const 54
        i32.ge_u
        br_if $__inlined_func$assembly/codec/dense_format/offsetBits$706
        drop
        i32.const 0
        local.get $5
        i32.const 15
        i32.lt_u
        local.get $5
        i32.const 39
        i32.ge_u
        i32.or
        br_if $__inlined_func$assembly/codec/dense_format/offsetBits$706
        drop
        local.get $5
        i32.const 15
        i32.sub
        i32.const 1
        i32.shr_u
        i32.const 3
        i32.add
       end
       i32.const 4
       i32.shl
       i32.or
       i32.const 768
       i32.const 0
       local.get $5
       i32.const 54
       i32.ge_u
       local.tee $4
       local.get $5
       i32.const 90
       i32.lt_u
       i32.and
       select
       block $__inlined_func$assembly/codec/dense_format/offsetBase$708 (result i32)
        local.get $5
        i32.const 90
        i32.sub
        i32.const 10
        i32.shl
        local.get $5
        i32.const 90
        i32.ge_u
        br_if $__inlined_func$assembly/codec/dense_format/offsetBase$708
        drop
        local.get $4
        if
         local.get $5
         i32.const 54
         i32.sub
         local.tee $4
         i32.const 3
         i32.and
         i32.const 4
         i32.add
         local.get $4
         i32.const 2
         i32.shr_u
         i32.const 5
         i32.add
         i32.shl
         br $__inlined_func$assembly/codec/dense_format/offsetBase$708
        end
        local.get $5
        i32.const 38
        i32.sub
        i32.const 3
        i32.shl
        local.get $5
        i32.const 39
        i32.ge_u
        br_if $__inlined_func$assembly/codec/dense_format/offsetBase$708
        drop
        local.get $5
        i32.const 1
        i32.add
        local.get $5
        i32.const 15
        i32.lt_u
        br_if $__inlined_func$assembly/codec/dense_format/offsetBase$708
        drop
        local.get $5
        i32.const 15
        i32.sub
        local.tee $4
        i32.const 1
        i32.and
        i32.const 2
        i32.add
        local.get $4
        i32.const 1
        i32.shr_u
        i32.const 3
        i32.add
        i32.shl
       end
       i32.const 16
       i32.shl
       i32.or
       i32.or
       local.tee $4
       i32.const 1024
       i32.or
       local.get $4
       local.get $5
       i32.const 90
       i32.ge_u
       select
       local.set $4
       loop $while-continue|4
        local.get $3
        local.get $9
        i32.gt_u
        if
         local.get $1
         i32.const 12288
         i32.add
         local.get $9
         i32.const 2
         i32.shl
         i32.add
         local.get $4
         i32.store
         local.get $9
         i32.const 1
         i32.add
         local.set $9
         br $while-continue|4
        end
       end
      end
      local.get $5
      i32.const 1
      i32.add
      local.set $5
      br $while-continue|1
     end
    end
    local.get $6
    i32.const 1
    i32.add
    local.set $6
    br $while-continue|0
   end
  end
 )
 (func $assembly/codec/dense_decode/denseDecode (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (result i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i64)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i64)
  (local $15 i32)
  (local $16 i32)
  (local $17 i32)
  (local $18 i32)
  (local $19 i32)
  (local $20 i32)
  (local $21 i32)
  (local $22 i32)
  (local $23 i32)
  (local $24 i32)
  (local $25 v128)
  (local $26 i32)
  (local $27 i32)
  (local $28 i32)
  local.get $1
  i32.const 5
  i32.lt_u
  if
   i32.const -1
   return
  end
  local.get $1
  local.get $5
  i32.gt_u
  if
   i32.const -4
   return
  end
  local.get $0
  i32.load8_u
  local.get $2
  i32.load offset=4
  i32.ne
  if
   i32.const -2
   return
  end
  local.get $0
  i32.load16_u offset=3
  local.set $16
  local.get $0
  i32.load16_u offset=1
  local.tee $10
  local.get $5
  i32.gt_u
  if
   i32.const -3
   return
  end
  local.get $16
  local.get $1
  i32.const 5
  i32.sub
  i32.gt_u
  if
   i32.const -1
   return
  end
  local.get $6
  v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
  v128.store
  local.get $6
  i32.const 16
  i32.add
  local.tee $8
  local.get $0
  local.get $1
  memory.copy
  local.get $1
  local.get $8
  i32.add
  local.tee $18
  v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
  v128.store
  local.get $16
  i32.const 3
  i32.shl
  local.set $19
  local.get $18
  local.get $8
  i32.const 5
  i32.add
  local.tee $0
  local.get $16
  i32.add
  local.tee $17
  i32.sub
  i32.const 3
  i32.shl
  local.set $20
  local.get $6
  i32.const 32
  i32.add
  local.get $5
  i32.add
  local.tee $13
  local.set $6
  loop $while-continue|0
   local.get $10
   i32.const 10
   i32.ge_u
   if
    local.get $11
    local.get $20
    i32.gt_u
    local.get $12
    local.get $19
    i32.gt_u
    i32.or
    if
     i32.const -1
     return
    end
    local.get $0
    local.get $12
    i32.const 3
    i32.shr_u
    i32.add
    i64.load
    local.get $12
    i32.const 7
    i32.and
    i64.extend_i32_u
    i64.shr_u
    local.set $9
    local.get $17
    local.get $11
    i32.const 3
    i32.shr_u
    i32.add
    i64.load
    local.get $11
    i32.const 7
    i32.and
    i64.extend_i32_u
    i64.shr_u
    local.set $14
    i32.const 0
    local.set $1
    loop $while-continue|1
     local.get $1
     i32.const 5
     i32.lt_u
     if
      local.get $3
      local.get $14
      i64.const 2047
      i64.and
      i32.wrap_i64
      i32.const 1
      i32.shl
      i32.add
      i32.load16_u
      local.set $8
      local.get $6
      local.get $3
      local.get $9
      i64.const 2047
      i64.and
      i32.wrap_i64
      i32.const 1
      i32.shl
      i32.add
      i32.load16_u
      local.tee $21
      i32.store8
      local.get $6
      local.get $8
      i32.store8 offset=1
      local.get $9
      local.get $21
      i32.const 8
      i32.shr_u
      local.tee $21
      i64.extend_i32_u
      i64.shr_u
      local.set $9
      local.get $14
      local.get $8
      i32.const 8
      i32.shr_u
      local.tee $8
      i64.extend_i32_u
      i64.shr_u
      local.set $14
      local.get $12
      local.get $21
      i32.add
      local.set $12
      local.get $8
      local.get $11
      i32.add
      local.set $11
      local.get $6
      i32.const 2
      i32.add
      local.set $6
      local.get $1
      i32.const 1
      i32.add
      local.set $1
      br $while-continue|1
     end
    end
    local.get $10
    i32.const 10
    i32.sub
    local.set $10
    br $while-continue|0
   end
  end
  local.get $11
  local.get $20
  i32.gt_u
  local.get $12
  local.get $19
  i32.gt_u
  i32.or
  if
   i32.const -1
   return
  end
  local.get $0
  local.get $12
  i32.const 3
  i32.shr_u
  i32.add
  i64.load
  local.get $12
  i32.const 7
  i32.and
  i64.extend_i32_u
  i64.shr_u
  local.set $9
  local.get $17
  local.get $11
  i32.const 3
  i32.shr_u
  i32.add
  i64.load
  local.get $11
  i32.const 7
  i32.and
  i64.extend_i32_u
  i64.shr_u
  local.set $14
  loop $while-continue|2
   local.get $10
   if
    block $while-break|2
     local.get $6
     local.get $3
     local.get $9
     i64.const 2047
     i64.and
     i32.wrap_i64
     i32.const 1
     i32.shl
     i32.add
     i32.load16_u
     local.tee $0
     i32.store8
     local.get $9
     local.get $0
     i32.const 8
     i32.shr_u
     local.tee $0
     i64.extend_i32_u
     i64.shr_u
     local.set $9
     local.get $0
     local.get $12
     i32.add
     local.set $12
     local.get $6
     i32.const 1
     i32.add
     local.set $6
     local.get $10
     i32.const 1
     i32.sub
     local.tee $0
     i32.eqz
     br_if $while-break|2
     local.get $6
     local.get $3
     local.get $14
     i64.const 2047
     i64.and
     i32.wrap_i64
     i32.const 1
     i32.shl
     i32.add
     i32.load16_u
     local.tee $1
     i32.store8
     local.get $14
     local.get $1
     i32.const 8
     i32.shr_u
     local.tee $1
     i64.extend_i32_u
     i64.shr_u
     local.set $14
     local.get $1
     local.get $11
     i32.add
     local.set $11
     local.get $6
     i32.const 1
     i32.add
     local.set $6
     local.get $0
     i32.const 1
     i32.sub
     local.set $10
     br $while-continue|2
    end
   end
  end
  local.get $3
  i32.const 4096
  i32.add
  local.set $21
  local.get $3
  i32.const 12288
  i32.add
  local.set $22
  local.get $2
  i32.const 352
  i32.add
  local.set $23
  local.get $2
  i32.load offset=8
  local.set $24
  local.get $4
  local.get $5
  i32.add
  local.set $27
  local.get $4
  local.set $0
  i32.const 8
  local.set $2
  loop $while-continue|3
   local.get $0
   local.get $27
   i32.lt_u
   if
    block $while-break|3
     local.get $15
     local.get $19
     i32.gt_u
     local.get $7
     local.get $20
     i32.gt_u
     i32.or
     if
      i32.const -1
      return
     end
     local.get $21
     local.get $18
     i32.const 8
     i32.sub
     local.get $7
     i32.const 3
     i32.shr_u
     i32.sub
     i64.load
     local.get $7
     i32.const 7
     i32.and
     i64.extend_i32_u
     i64.shl
     local.tee $9
     i64.const 53
     i64.shr_u
     i32.wrap_i64
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.tee $26
     i32.const 12
     i32.shr_u
     i32.const 15
     i32.and
     local.set $8
     local.get $26
     i32.const 255
     i32.and
     local.set $10
     local.get $26
     i32.const 28
     i32.shr_u
     local.tee $1
     local.get $7
     i32.add
     local.set $7
     local.get $26
     i32.const 33554432
     i32.and
     if
      local.get $9
      local.get $1
      i64.extend_i32_u
      i64.shl
      local.tee $9
      i64.const 1
      i64.shr_u
      i64.const 63
      local.get $26
      i32.const 16
      i32.shr_u
      i32.const 7
      i32.and
      local.tee $1
      i64.extend_i32_u
      local.tee $14
      i64.sub
      i64.shr_u
      i32.wrap_i64
      local.set $3
      local.get $9
      local.get $14
      i64.shl
      local.set $9
      local.get $1
      local.get $7
      i32.add
      local.set $7
      local.get $3
      local.get $8
      i32.add
      local.set $8
      local.get $10
      local.get $3
      i32.const 15
      i32.eq
      local.get $1
      i32.const 4
      i32.eq
      i32.and
      if (result i64)
       local.get $8
       local.get $9
       i64.const 48
       i64.shr_u
       i32.wrap_i64
       i32.add
       local.set $8
       local.get $7
       i32.const 16
       i32.add
       local.set $7
       local.get $9
       i64.const 16
       i64.shl
      else
       local.get $9
      end
      i64.const 1
      i64.shr_u
      i64.const 63
      local.get $26
      i32.const 19
      i32.shr_u
      i32.const 31
      i32.and
      local.tee $1
      i64.extend_i32_u
      i64.sub
      i64.shr_u
      i32.wrap_i64
      i32.add
      local.set $10
      local.get $1
      local.get $7
      i32.add
      local.set $7
     end
     local.get $8
     local.get $6
     local.get $13
     i32.sub
     i32.gt_u
     if
      i32.const -3
      return
     end
     local.get $8
     local.get $27
     local.get $0
     i32.sub
     i32.gt_u
     if
      i32.const -4
      return
     end
     local.get $0
     local.get $8
     i32.add
     local.set $1
     local.get $0
     local.get $13
     v128.load
     v128.store
     i32.const 16
     local.set $3
     loop $while-continue|4
      local.get $3
      local.get $8
      i32.lt_u
      if
       local.get $0
       local.get $3
       i32.add
       local.get $3
       local.get $13
       i32.add
       v128.load
       v128.store
       local.get $3
       i32.const 16
       i32.add
       local.set $3
       br $while-continue|4
      end
     end
     local.get $8
     local.get $13
     i32.add
     local.set $13
     local.get $27
     local.get $1
     local.tee $0
     i32.eq
     br_if $while-break|3
     local.get $10
     local.get $27
     local.get $0
     i32.sub
     i32.gt_u
     if
      i32.const -4
      return
     end
     local.get $22
     local.get $17
     i32.const 8
     i32.sub
     local.get $15
     i32.const 3
     i32.shr_u
     i32.sub
     i64.load
     local.get $15
     i32.const 7
     i32.and
     i64.extend_i32_u
     i64.shl
     local.tee $9
     i64.const 53
     i64.shr_u
     i32.wrap_i64
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.tee $1
     i32.const 15
     i32.and
     local.set $8
     local.get $9
     local.get $8
     i64.extend_i32_u
     i64.shl
     i64.const 1
     i64.shr_u
     i64.const 63
     local.get $1
     i32.const 4
     i32.shr_u
     i32.const 15
     i32.and
     local.tee $28
     i64.extend_i32_u
     i64.sub
     i64.shr_u
     i32.wrap_i64
     local.get $1
     i32.const 8
     i32.shr_u
     i32.const 3
     i32.and
     i32.shl
     local.get $1
     i32.const 16
     i32.shr_u
     i32.add
     local.set $3
     local.get $15
     i32.const 0
     local.get $8
     local.get $28
     i32.add
     local.get $26
     i32.const 16777216
     i32.and
     local.tee $8
     select
     i32.add
     local.set $15
     local.get $3
     local.get $10
     i32.add
     local.get $24
     i32.gt_u
     local.get $2
     local.get $3
     local.get $8
     i32.const 0
     local.get $1
     i32.const 1024
     i32.and
     local.get $8
     select
     local.tee $26
     i32.or
     select
     local.tee $2
     local.get $0
     local.get $4
     i32.sub
     i32.gt_u
     local.get $26
     select
     if
      i32.const -5
      return
     end
     local.get $0
     local.get $10
     i32.add
     local.set $1
     local.get $0
     local.get $3
     local.get $23
     i32.add
     local.get $0
     local.get $2
     i32.sub
     local.get $26
     select
     local.tee $8
     v128.load
     i32.const 16
     i32.const 16
     local.get $2
     local.get $2
     i32.const 16
     i32.ge_u
     select
     local.get $26
     select
     local.tee $3
     i32.const 4
     i32.shl
     i32.const 1056
     i32.add
     v128.load
     i8x16.swizzle
     local.tee $25
     v128.store
     local.get $10
     i32.const 16
     i32.gt_u
     if
      local.get $3
      i32.const 16
      i32.eq
      if
       loop $while-continue|5
        local.get $1
        local.get $0
        i32.const 16
        i32.add
        local.tee $0
        i32.gt_u
        if
         local.get $0
         local.get $8
         i32.const 16
         i32.add
         local.tee $8
         v128.load
         v128.store
         br $while-continue|5
        end
       end
      else
       local.get $3
       i32.const 1328
       i32.add
       i32.load8_u
       local.set $3
       loop $while-continue|6
        local.get $1
        local.get $0
        local.get $3
        i32.add
        local.tee $0
        i32.gt_u
        if
         local.get $0
         local.get $25
         v128.store
         br $while-continue|6
        end
       end
      end
     end
     local.get $1
     local.set $0
     br $while-continue|3
    end
   end
  end
  local.get $6
  local.get $13
  i32.ne
  if
   i32.const -3
   return
  end
  local.get $12
  i32.const 7
  i32.add
  i32.const 3
  i32.shr_u
  local.get $15
  i32.const 7
  i32.add
  i32.const 3
  i32.shr_u
  i32.add
  local.get $16
  i32.ne
  if
   i32.const -6
   return
  end
  local.get $11
  i32.const 7
  i32.add
  i32.const 3
  i32.shr_u
  local.get $7
  i32.const 7
  i32.add
  i32.const 3
  i32.shr_u
  i32.add
  local.get $18
  local.get $17
  i32.sub
  i32.ne
  if
   i32.const -6
   return
  end
  local.get $5
 )
 (func $assembly/bodies/bodiesCheck (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  i32.const 4220
  i32.load
  local.set $0
  loop $for-loop|0
   local.get $0
   if
    local.get $2
    local.get $0
    i32.const 4220
    i32.load
    i32.eq
    if (result i32)
     i32.const 4212
     i32.load
    else
     local.get $0
     i32.const 4084
     i32.add
    end
    local.get $0
    i32.sub
    i32.const -64
    i32.add
    i32.const 20
    i32.div_u
    i32.add
    local.set $2
    local.get $0
    i32.load
    local.set $0
    br $for-loop|0
   end
  end
  i32.const 0
  local.set $0
  i32.const 4208
  i32.load
  local.set $1
  loop $while-continue|1
   local.get $0
   local.get $2
   i32.le_u
   i32.const 0
   local.get $1
   select
   if
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    local.get $1
    i32.load offset=4
    local.set $1
    br $while-continue|1
   end
  end
  local.get $0
  i32.const 4228
  i32.load
  i32.eq
  if (result i32)
   i32.const 4224
   i32.load
   local.get $0
   i32.add
   local.get $2
   i32.eq
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 4220
  i32.load
  local.set $1
  loop $for-loop|00
   local.get $1
   if
    local.get $1
    i32.const 4220
    i32.load
    i32.eq
    if (result i32)
     i32.const 4212
     i32.load
    else
     local.get $1
     i32.const 4084
     i32.add
    end
    local.set $2
    local.get $1
    i32.const -64
    i32.sub
    local.set $0
    block $__inlined_func$assembly/bodies/bodyIn$1519
     loop $while-continue|0
      local.get $0
      local.get $2
      i32.lt_u
      if
       local.get $0
       i32.load offset=12
       i32.const 262143
       i32.and
       br_if $__inlined_func$assembly/bodies/bodyIn$1519
       local.get $0
       i32.const 20
       i32.add
       local.set $0
       br $while-continue|0
      end
     end
     i32.const 0
     local.set $0
    end
    loop $while-continue|11
     local.get $0
     if
      local.get $3
      i32.const 1
      i32.add
      local.set $3
      local.get $5
      i32.const 1
      i32.add
      local.get $5
      local.get $0
      i32.load offset=12
      local.tee $2
      i32.const 262144
      i32.and
      select
      local.set $5
      local.get $2
      i32.const 20
      i32.shr_u
      i32.const 7
      i32.and
      i32.eqz
      local.get $0
      i32.load offset=8
      i32.eqz
      i32.ne
      if
       i32.const 0
       return
      end
      local.get $1
      i32.const 4220
      i32.load
      i32.eq
      if (result i32)
       i32.const 4212
       i32.load
      else
       local.get $1
       i32.const 4084
       i32.add
      end
      local.set $2
      local.get $0
      i32.const 20
      i32.add
      local.get $1
      i32.const -64
      i32.sub
      local.get $0
      select
      local.set $0
      block $__inlined_func$assembly/bodies/bodyIn$1520
       loop $while-continue|03
        local.get $0
        local.get $2
        i32.lt_u
        if
         local.get $0
         i32.load offset=12
         i32.const 262143
         i32.and
         br_if $__inlined_func$assembly/bodies/bodyIn$1520
         local.get $0
         i32.const 20
         i32.add
         local.set $0
         br $while-continue|03
        end
       end
       i32.const 0
       local.set $0
      end
      br $while-continue|11
     end
    end
    local.get $1
    i32.load
    local.set $1
    br $for-loop|00
   end
  end
  local.get $3
  i32.const 4224
  i32.load
  i32.eq
  if (result i32)
   local.get $5
   i32.const 4316
   i32.load
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   i32.const 0
   local.set $0
   i32.const 0
   local.set $2
   loop $for-loop|002
    local.get $0
    i32.const 4312
    i32.load
    i32.lt_u
    if
     i32.const 4304
     i32.load
     local.get $0
     i32.const 16
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $0
     i32.const 6
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $0
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
     local.set $1
     loop $for-loop|1
      local.get $1
      if
       local.get $1
       v128.load offset=48
       v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000
       i8x16.eq
       i8x16.bitmask
       i32.const 4095
       i32.and
       i32.const -1
       i32.xor
       i32.const 4095
       i32.and
       local.set $3
       loop $while-continue|2
        local.get $3
        if
         local.get $2
         i32.const 1
         i32.add
         local.get $2
         i32.const -1
         i32.const 4312
         i32.load
         local.tee $8
         i32.const 1
         i32.sub
         i32.clz
         i32.shr_u
         local.tee $2
         i32.const 4928
         i64.load
         local.get $1
         local.get $3
         i32.ctz
         i32.const 2
         i32.shl
         i32.add
         i32.load
         local.tee $6
         i64.load
         i64.xor
         local.tee $4
         i64.const 33
         i64.shr_u
         local.get $4
         i64.xor
         i64.const -4417276706812531889
         i64.mul
         local.tee $4
         i64.const 29
         i64.shr_u
         local.get $4
         i64.xor
         i64.const 1609587929392839161
         i64.mul
         local.tee $4
         i64.const 32
         i64.shr_u
         local.get $4
         i64.xor
         i32.wrap_i64
         i32.and
         local.tee $7
         local.get $7
         local.get $2
         i32.const 1
         i32.shr_u
         i32.and
         local.get $7
         local.get $8
         i32.lt_u
         select
         local.get $0
         i32.eq
         i32.const 0
         local.get $6
         i32.load offset=12
         local.tee $2
         i32.const 262144
         i32.and
         i32.const 0
         local.get $2
         i32.const 262143
         i32.and
         select
         select
         select
         local.set $2
         local.get $3
         local.get $3
         i32.const 1
         i32.sub
         i32.and
         local.set $3
         br $while-continue|2
        end
       end
       local.get $1
       i32.load offset=60
       local.set $1
       br $for-loop|1
      end
     end
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|002
    end
   end
   local.get $2
   local.get $5
   i32.eq
  else
   i32.const 0
  end
 )
 (func $assembly/audit/selfCheck (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i64)
  (local $9 i32)
  i32.const 4128
  i32.load
  local.set $9
  i32.const 4124
  i32.load
  local.set $3
  block $__inlined_func$assembly/stock/stockCheck$1439
   loop $while-continue|0
    local.get $2
    local.get $9
    i32.le_u
    i32.const 0
    local.get $3
    select
    if
     local.get $3
     i32.const 4120
     i32.load
     i32.ge_u
     if (result i32)
      i32.const 1
     else
      local.get $3
      local.get $3
      local.get $3
      i32.const 4112
      i32.load
      i32.sub
      i32.const 4116
      i32.load
      i32.rem_u
      i32.sub
      i32.ne
     end
     br_if $__inlined_func$assembly/stock/stockCheck$1439
     local.get $3
     i32.load offset=4
     local.get $3
     i32.const 1
     i32.or
     i32.ne
     br_if $__inlined_func$assembly/stock/stockCheck$1439
     local.get $3
     i32.load
     local.set $3
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $while-continue|0
    end
   end
   local.get $3
   i32.eqz
   local.get $2
   local.get $9
   i32.eq
   i32.const 4120
   i64.load32_u
   memory.size
   i64.extend_i32_s
   i64.const 16
   i64.shl
   i64.le_u
   i32.and
   i32.and
   local.set $0
  end
  local.get $0
  i32.eqz
  if
   i32.const 1
   return
  end
  block $__inlined_func$assembly/directory/directoryCheck$78
   loop $for-loop|0
    local.get $4
    i32.const 4280
    i32.load
    i32.lt_u
    if
     i32.const 4272
     i32.load
     local.get $4
     i32.const 16
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $4
     i32.const 6
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $4
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
     local.set $0
     loop $for-loop|1
      local.get $0
      if
       i32.const 0
       local.set $3
       loop $while-continue|2
        local.get $0
        local.get $3
        i32.const 12
        i32.mul
        i32.add
        local.tee $2
        i32.const 0
        local.get $3
        i32.const 5
        i32.lt_u
        if (result i32)
         local.get $2
         i32.load offset=4
        else
         i32.const 0
        end
        select
        if
         local.get $0
         local.get $3
         i32.const 12
         i32.mul
         i32.add
         local.tee $2
         i32.const 0
         local.get $3
         i32.const 5
         i32.lt_u
         if (result i32)
          local.get $2
          i32.load offset=4
         else
          i32.const 0
         end
         select
         local.tee $2
         i32.load offset=4
         local.get $2
         i32.load
         call $assembly/directory/directoryFind
         local.get $2
         i32.ne
         br_if $__inlined_func$assembly/directory/directoryCheck$78
         local.get $3
         i32.const 1
         i32.add
         local.set $3
         br $while-continue|2
        end
       end
       local.get $1
       local.get $3
       i32.add
       local.set $1
       local.get $0
       i32.load offset=60
       local.tee $2
       if (result i32)
        local.get $3
        i32.const 5
        i32.lt_u
        local.tee $9
        if (result i32)
         local.get $9
        else
         local.get $2
         i32.const 0
         local.get $2
         i32.load offset=4
         select
         i32.eqz
        end
       else
        i32.const 0
       end
       br_if $__inlined_func$assembly/directory/directoryCheck$78
       loop $while-continue|3
        local.get $3
        i32.const 5
        i32.lt_u
        if
         local.get $0
         local.get $3
         i32.const 12
         i32.mul
         i32.add
         i32.load offset=4
         br_if $__inlined_func$assembly/directory/directoryCheck$78
         local.get $3
         i32.const 1
         i32.add
         local.set $3
         br $while-continue|3
        end
       end
       local.get $0
       i32.load offset=60
       local.set $0
       br $for-loop|1
      end
     end
     local.get $4
     i32.const 1
     i32.add
     local.set $4
     br $for-loop|0
    end
   end
   local.get $1
   i32.const 4284
   i32.load
   i32.eq
   local.set $5
  end
  local.get $5
  i32.eqz
  if
   i32.const 2
   return
  end
  call $assembly/bodies/bodiesCheck
  i32.eqz
  if
   i32.const 3
   return
  end
  i32.const 0
  local.set $0
  i32.const 4188
  i32.load
  local.set $1
  loop $for-loop|00
   local.get $1
   if
    local.get $0
    local.get $1
    i32.const 4188
    i32.load
    i32.eq
    if (result i32)
     i32.const 4180
     i32.load
    else
     local.get $1
     i32.const 4096
     i32.add
    end
    local.get $1
    i32.sub
    i32.const -64
    i32.add
    i32.const 6
    i32.shr_u
    i32.add
    local.set $0
    local.get $1
    i32.load
    local.set $1
    br $for-loop|00
   end
  end
  i32.const 0
  local.set $1
  i32.const 4176
  i32.load
  local.set $2
  loop $while-continue|1
   local.get $0
   local.get $1
   i32.ge_u
   i32.const 0
   local.get $2
   select
   if
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    local.get $2
    i32.load offset=4
    local.set $2
    br $while-continue|1
   end
  end
  local.get $1
  i32.const 4196
  i32.load
  i32.eq
  if (result i32)
   i32.const 4192
   i32.load
   local.get $1
   i32.add
   local.get $0
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   i32.const 0
   local.set $2
   i32.const 0
   local.set $0
   loop $for-loop|001
    local.get $2
    i32.const 6520
    i32.load
    i32.lt_u
    if
     i32.const 6512
     i32.load
     local.get $2
     i32.const 16
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $2
     i32.const 6
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $2
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
     i32.load offset=60
     local.set $3
     loop $for-loop|11
      local.get $3
      if
       local.get $0
       i32.const 1
       i32.add
       local.set $0
       local.get $3
       i32.load offset=60
       local.set $3
       br $for-loop|11
      end
     end
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $for-loop|001
    end
   end
   i32.const 4192
   i32.load
   local.get $0
   i32.const 0
   local.set $2
   i32.const 0
   local.set $0
   loop $for-loop|02
    local.get $2
    i32.const 4280
    i32.load
    i32.lt_u
    if
     i32.const 4272
     i32.load
     local.get $2
     i32.const 16
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $2
     i32.const 6
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $2
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
     i32.load offset=60
     local.set $3
     loop $for-loop|13
      local.get $3
      if
       local.get $0
       i32.const 1
       i32.add
       local.set $0
       local.get $3
       i32.load offset=60
       local.set $3
       br $for-loop|13
      end
     end
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $for-loop|02
    end
   end
   local.get $0
   local.set $4
   i32.const 0
   local.set $2
   i32.const 0
   local.set $0
   loop $for-loop|04
    local.get $2
    i32.const 4312
    i32.load
    i32.lt_u
    if
     i32.const 4304
     i32.load
     local.get $2
     i32.const 16
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $2
     i32.const 6
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $2
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
     i32.load offset=60
     local.set $3
     loop $for-loop|15
      local.get $3
      if
       local.get $0
       i32.const 1
       i32.add
       local.set $0
       local.get $3
       i32.load offset=60
       local.set $3
       br $for-loop|15
      end
     end
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $for-loop|04
    end
   end
   local.get $0
   local.get $4
   i32.add
   i32.add
   i32.eq
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 4
   return
  end
  i32.const 0
  local.set $0
  i32.const 4252
  i32.load
  local.set $1
  loop $for-loop|03
   local.get $1
   if
    local.get $0
    local.get $1
    i32.const 4252
    i32.load
    i32.eq
    if (result i32)
     i32.const 4244
     i32.load
    else
     local.get $1
     i32.const 4096
     i32.add
    end
    local.get $1
    i32.sub
    i32.const -64
    i32.add
    i32.const 48
    i32.div_u
    i32.add
    local.set $0
    local.get $1
    i32.load
    local.set $1
    br $for-loop|03
   end
  end
  i32.const 0
  local.set $1
  i32.const 4240
  i32.load
  local.set $2
  loop $while-continue|14
   local.get $0
   local.get $1
   i32.ge_u
   i32.const 0
   local.get $2
   select
   if
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    local.get $2
    i32.load offset=4
    local.set $2
    br $while-continue|14
   end
  end
  block $__inlined_func$assembly/areas/areasCheck$1535
   local.get $1
   i32.const 4260
   i32.load
   i32.eq
   if (result i32)
    i32.const 4256
    i32.load
    local.get $1
    i32.add
    local.get $0
    i32.eq
   else
    i32.const 0
   end
   i32.eqz
   br_if $__inlined_func$assembly/areas/areasCheck$1535
   i32.const 4252
   i32.load
   local.set $3
   loop $for-loop|06
    local.get $3
    if
     local.get $3
     i32.const 4252
     i32.load
     i32.eq
     if (result i32)
      i32.const 4244
      i32.load
     else
      local.get $3
      i32.const 4096
      i32.add
     end
     local.set $0
     local.get $3
     i32.const -64
     i32.sub
     local.set $2
     loop $for-loop|17
      local.get $0
      local.get $2
      i32.gt_u
      if
       local.get $2
       if (result i32)
        local.get $2
        i32.load
        i32.const 1
        i32.eq
       else
        i32.const 0
       end
       local.tee $1
       if (result i32)
        local.get $2
        i32.load offset=28
       else
        local.get $1
       end
       if (result i32)
        local.get $2
        i32.load offset=28
        local.tee $1
        i32.const 1048576
        i32.ge_u
        if (result i32)
         i32.const 0
        else
         i32.const 4336
         i32.load
        end
        if (result i32)
         i32.const 4336
         i32.load
         local.get $1
         i32.const 10
         i32.shr_u
         i32.const 2
         i32.shl
         i32.add
         i32.load
         local.tee $4
         if (result i32)
          local.get $4
          local.get $1
          i32.const 1023
          i32.and
          i32.const 2
          i32.shl
          i32.add
          i32.load
         else
          i32.const 0
         end
        else
         i32.const 0
        end
        local.get $2
        i32.ne
       else
        i32.const 0
       end
       br_if $__inlined_func$assembly/areas/areasCheck$1535
       local.get $2
       i32.const 48
       i32.add
       local.set $2
       br $for-loop|17
      end
     end
     local.get $3
     i32.load
     local.set $3
     br $for-loop|06
    end
   end
   i32.const 1
   local.set $6
  end
  local.get $6
  if (result i32)
   i32.const 0
   local.set $0
   i32.const 4252
   i32.load
   local.set $3
   loop $for-loop|008
    local.get $3
    if
     local.get $3
     i32.const 4252
     i32.load
     i32.eq
     if (result i32)
      i32.const 4244
      i32.load
     else
      local.get $3
      i32.const 4096
      i32.add
     end
     local.set $1
     local.get $3
     i32.const -64
     i32.sub
     local.set $2
     loop $for-loop|12
      local.get $1
      local.get $2
      i32.gt_u
      if
       local.get $2
       if (result i32)
        local.get $2
        i32.load
        i32.const 1
        i32.eq
       else
        i32.const 0
       end
       if
        local.get $0
        local.get $2
        i32.load offset=12
        i32.add
        local.set $0
       end
       local.get $2
       i32.const 48
       i32.add
       local.set $2
       br $for-loop|12
      end
     end
     local.get $3
     i32.load
     local.set $3
     br $for-loop|008
    end
   end
   i32.const 4284
   i32.load
   local.get $0
   i32.ne
  else
   i32.const 1
  end
  if
   i32.const 5
   return
  end
  call $assembly/audit/checkNursery
  i32.eqz
  if
   i32.const 15
   return
  end
  i32.const 6552
  i32.load
  i32.const 4924
  i32.load
  i32.const 4380
  i32.load
  i32.const 4168
  i32.load
  i32.const 1048575
  i32.and
  i32.const 4164
  i32.load
  i32.const 4160
  i32.load
  i32.sub
  i32.const 12
  i32.shr_u
  i32.add
  i32.const 4116
  i32.load
  local.tee $0
  i32.const 12
  i32.shr_u
  i32.div_u
  i32.add
  i32.add
  i32.add
  i32.const 4120
  i32.load
  i32.const 4112
  i32.load
  i32.sub
  local.get $0
  i32.div_u
  i32.const 4128
  i32.load
  i32.sub
  i32.ne
  if
   i32.const 6
   return
  end
  call $assembly/audit/checkSlabs
  local.tee $0
  if
   local.get $0
   return
  end
  i32.const 0
  local.set $1
  i32.const 0
  local.set $0
  block $__inlined_func$assembly/inodes/inodesCheck$1537 (result i32)
   loop $for-loop|035
    local.get $0
    i32.const 6520
    i32.load
    i32.lt_u
    if
     i32.const 6512
     i32.load
     local.get $0
     i32.const 16
     i32.shr_u
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $0
     i32.const 6
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.get $0
     i32.const 63
     i32.and
     i32.const 6
     i32.shl
     i32.add
     local.set $3
     loop $for-loop|14
      local.get $3
      if
       local.get $3
       local.set $2
       loop $for-loop|2
        local.get $2
        local.get $3
        i32.const 56
        i32.add
        i32.lt_u
        if
         local.get $2
         i32.load
         local.tee $4
         if
          i32.const 0
          local.get $4
          i32.load offset=36
          local.get $4
          i64.load offset=40
          call $assembly/inodes/inodeFind
          local.get $4
          i32.ne
          br_if $__inlined_func$assembly/inodes/inodesCheck$1537
          drop
          local.get $1
          i32.const 1
          i32.add
          local.set $1
         end
         local.get $2
         i32.const 8
         i32.add
         local.set $2
         br $for-loop|2
        end
       end
       local.get $3
       i32.load offset=60
       local.set $3
       br $for-loop|14
      end
     end
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|035
    end
   end
   local.get $1
   i32.const 6524
   i32.load
   i32.eq
  end
  i32.eqz
  if
   i32.const 18
   return
  end
  call $assembly/audit/checkDense
  i32.eqz
  if
   i32.const 19
   return
  end
  call $assembly/audit/checkOrder
  i32.eqz
  if
   i32.const 16
   return
  end
  i32.const 0
  local.set $0
  i32.const 6476
  i32.load
  local.set $1
  loop $for-loop|07
   local.get $1
   if
    local.get $0
    local.get $1
    i32.const 6476
    i32.load
    i32.eq
    if (result i32)
     i32.const 6468
     i32.load
    else
     local.get $1
     i32.const 4096
     i32.add
    end
    local.get $1
    i32.sub
    i32.const -64
    i32.add
    i32.const 56
    i32.div_u
    i32.add
    local.set $0
    local.get $1
    i32.load
    local.set $1
    br $for-loop|07
   end
  end
  i32.const 0
  local.set $1
  i32.const 6464
  i32.load
  local.set $2
  loop $while-continue|18
   local.get $0
   local.get $1
   i32.ge_u
   i32.const 0
   local.get $2
   select
   if
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    local.get $2
    i32.load offset=4
    local.set $2
    br $while-continue|18
   end
  end
  i32.const 0
  local.set $5
  block $__inlined_func$assembly/audit/checkAccounts$82
   local.get $1
   i32.const 6484
   i32.load
   i32.eq
   if (result i32)
    i32.const 6480
    i32.load
    local.get $1
    i32.add
    local.get $0
    i32.eq
   else
    i32.const 0
   end
   i32.eqz
   br_if $__inlined_func$assembly/audit/checkAccounts$82
   i32.const 0
   call $assembly/clients/clientWalk
   local.set $3
   loop $for-loop|09
    local.get $3
    if
     i32.const 0
     local.set $2
     i32.const 0
     local.set $0
     loop $for-loop|110
      local.get $0
      i32.const 4280
      i32.load
      i32.lt_u
      if
       i32.const 4272
       i32.load
       local.get $0
       i32.const 16
       i32.shr_u
       i32.const 2
       i32.shl
       i32.add
       i32.load
       local.get $0
       i32.const 6
       i32.shr_u
       i32.const 1023
       i32.and
       i32.const 2
       i32.shl
       i32.add
       i32.load
       local.get $0
       i32.const 63
       i32.and
       i32.const 6
       i32.shl
       i32.add
       local.set $4
       loop $for-loop|211
        local.get $4
        if
         i32.const 0
         local.set $1
         loop $for-loop|3
          local.get $1
          i32.const 5
          i32.lt_u
          local.tee $6
          if
           local.get $2
           i32.const 1
           i32.add
           local.get $2
           local.get $4
           local.get $1
           i32.const 12
           i32.mul
           i32.add
           local.tee $2
           i32.const 0
           local.get $6
           if (result i32)
            local.get $2
            i32.load offset=4
           else
            i32.const 0
           end
           select
           local.tee $2
           if (result i32)
            local.get $3
            local.get $2
            i32.load offset=4
            i32.load offset=32
            i32.eq
           else
            i32.const 0
           end
           select
           local.set $2
           local.get $1
           i32.const 1
           i32.add
           local.set $1
           br $for-loop|3
          end
         end
         local.get $4
         i32.load offset=60
         local.set $4
         br $for-loop|211
        end
       end
       local.get $0
       i32.const 1
       i32.add
       local.set $0
       br $for-loop|110
      end
     end
     local.get $2
     local.get $3
     i32.load offset=16
     i32.ne
     if (result i32)
      i32.const 1
     else
      local.get $2
      local.get $3
      i32.load offset=48
      i32.gt_u
     end
     br_if $__inlined_func$assembly/audit/checkAccounts$82
     local.get $3
     i32.load offset=24
     local.get $3
     i32.load offset=52
     i32.gt_u
     br_if $__inlined_func$assembly/audit/checkAccounts$82
     local.get $3
     call $assembly/clients/clientWalk
     local.set $3
     br $for-loop|09
    end
   end
   i32.const 1
   local.set $5
  end
  local.get $5
  i32.eqz
  if
   i32.const 17
   return
  end
  i32.const 1
  local.set $0
  i32.const -1
  call $assembly/audit/addToSharers
  i32.const 4220
  i32.load
  local.set $3
  loop $for-loop|05
   local.get $3
   if
    local.get $3
    i32.const 4220
    i32.load
    i32.eq
    if (result i32)
     i32.const 4212
     i32.load
    else
     local.get $3
     i32.const 4084
     i32.add
    end
    local.set $1
    local.get $3
    i32.const -64
    i32.sub
    local.set $2
    block $__inlined_func$assembly/bodies/bodyIn$1538
     loop $while-continue|08
      local.get $1
      local.get $2
      i32.gt_u
      if
       local.get $2
       i32.load offset=12
       i32.const 262143
       i32.and
       br_if $__inlined_func$assembly/bodies/bodyIn$1538
       local.get $2
       i32.const 20
       i32.add
       local.set $2
       br $while-continue|08
      end
     end
     i32.const 0
     local.set $2
    end
    i32.const 0
    local.get $0
    local.get $2
    select
    local.set $0
    local.get $3
    i32.load
    local.set $3
    br $for-loop|05
   end
  end
  i32.const 1
  call $assembly/audit/addToSharers
  local.get $0
  i32.eqz
  if
   i32.const 12
   return
  end
  block $__inlined_func$assembly/audit/checkCounters$1444 (result i32)
   i32.const 0
   i32.const 5120
   i64.load
   i32.const 5128
   i64.load
   local.tee $7
   i32.const 5280
   i64.load
   i32.const 5152
   i64.load
   i32.const 5136
   i64.load
   i32.const 5144
   i64.load
   i64.add
   i64.add
   i64.add
   i64.add
   i64.ne
   br_if $__inlined_func$assembly/audit/checkCounters$1444
   drop
   i32.const 0
   i32.const 5312
   i64.load
   local.tee $8
   i32.const 5464
   i64.load
   i64.gt_u
   br_if $__inlined_func$assembly/audit/checkCounters$1444
   drop
   local.get $8
   local.get $7
   i32.const 5248
   i64.load
   i64.add
   i32.const 5264
   i64.load
   i32.const 5256
   i64.load
   i32.const 5216
   i64.load
   i32.const 5208
   i64.load
   i32.const 5192
   i64.load
   i32.const 5200
   i64.load
   i64.add
   i64.add
   i64.add
   i64.add
   i64.add
   i64.sub
   i64.eq
  end
  i32.eqz
  if
   i32.const 13
   return
  end
  call $assembly/audit/checkGauges
  i32.eqz
  if
   i32.const 14
   return
  end
  i32.const 0
 )
 (func $assembly/audit/checkSlabs (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  block $__inlined_func$assembly/slab/slabWalk$958
   loop $while-continue|0
    local.get $2
    i32.const 49
    i32.lt_u
    if
     local.get $2
     i32.const 2
     i32.shl
     i32.const 4392
     i32.add
     i32.load
     local.tee $1
     br_if $__inlined_func$assembly/slab/slabWalk$958
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $while-continue|0
    end
   end
   i32.const 0
   local.set $1
  end
  loop $for-loop|0
   local.get $1
   if
    local.get $8
    i32.const 1
    i32.add
    local.tee $8
    i32.const 4380
    i32.load
    i32.gt_u
    if (result i32)
     i32.const 0
    else
     local.get $1
     i32.load offset=24
     local.set $4
     local.get $1
     i32.load offset=28
     local.set $3
     block $__inlined_func$assembly/slab/slabCheck$1403 (result i32)
      i32.const 0
      local.get $1
      i32.load offset=16
      local.tee $2
      i32.const 4368
      i32.load
      local.tee $0
      i32.gt_u
      br_if $__inlined_func$assembly/slab/slabCheck$1403
      drop
      i32.const 0
      local.get $1
      i32.load offset=32
      local.get $0
      local.get $2
      i32.sub
      i32.ne
      if (result i32)
       i32.const 1
      else
       i32.const 4368
       i32.load
       local.get $1
       i32.load offset=16
       i32.sub
       i32.const 4372
       i32.load
       i32.shr_u
       local.tee $0
       i32.const 33
       i32.ge_u
       if (result i32)
        i32.const 48
        local.get $0
        i32.const 5
        i32.shr_u
        i32.const 32
        i32.add
        local.tee $0
        local.get $0
        i32.const 48
        i32.ge_u
        select
       else
        local.get $0
       end
       local.get $4
       i32.ne
      end
      br_if $__inlined_func$assembly/slab/slabCheck$1403
      drop
      i32.const 0
      i32.const 4352
      i64.load
      i64.const 1
      local.get $4
      i64.extend_i32_u
      i64.shl
      i64.and
      i64.eqz
      br_if $__inlined_func$assembly/slab/slabCheck$1403
      drop
      i32.const 0
      local.get $3
      i32.const -1
      i32.eq
      local.tee $0
      local.get $1
      i32.load offset=20
      local.get $1
      i32.load offset=16
      i32.const -64
      i32.add
      i32.eq
      i32.ne
      br_if $__inlined_func$assembly/slab/slabCheck$1403
      drop
      local.get $0
      if (result i32)
       i32.const 1
      else
       i32.const 4360
       i64.load
       i64.const 1
       local.get $3
       i64.extend_i32_u
       i64.shl
       i64.and
       i64.const 0
       i64.ne
      end
     end
    end
    i32.eqz
    if
     i32.const 7
     return
    end
    local.get $1
    local.get $1
    i32.load offset=16
    i32.add
    local.set $4
    i32.const 0
    local.set $0
    i32.const 0
    local.set $9
    local.get $1
    i32.const -64
    i32.sub
    local.set $10
    loop $while-continue|1
     local.get $4
     local.get $10
     i32.gt_u
     if
      i32.const 0
      local.get $10
      i32.load
      local.tee $2
      local.get $2
      i32.const 1
      i32.and
      select
      local.tee $3
      if
       local.get $3
       i32.const 4112
       i32.load
       i32.ge_u
       if (result i32)
        i32.const 4120
        i64.load32_u
        local.get $3
        i64.extend_i32_u
        i64.const 20
        i64.add
        i64.ge_u
       else
        i32.const 0
       end
       i32.eqz
       if
        i32.const 8
        return
       end
       local.get $3
       i32.load offset=12
       local.tee $2
       i32.const 524288
       i32.and
       i32.const 1
       local.get $2
       i32.const 262143
       i32.and
       select
       if (result i32)
        i32.const 1
       else
        local.get $3
        i32.load offset=8
        local.get $10
        i32.const 4
        i32.add
        i32.ne
       end
       if
        i32.const 8
        return
       end
       local.get $0
       local.get $3
       i32.load16_u offset=18
       i32.const 8
       i32.add
       i32.const -4
       i32.and
       local.tee $2
       i32.add
       local.set $0
       local.get $7
       i64.const 1
       i64.add
       local.set $7
      else
       local.get $9
       local.get $10
       i32.load
       i32.const 1
       i32.shr_u
       local.tee $2
       i32.add
       local.set $9
      end
      local.get $2
      i32.eqz
      if
       i32.const 10
       return
      end
      local.get $2
      local.get $10
      i32.add
      local.set $10
      br $while-continue|1
     end
    end
    i32.const 0
    local.get $0
    local.get $4
    local.get $10
    i32.ne
    if (result i32)
     i32.const 1
    else
     local.get $0
     local.get $1
     i32.load offset=20
     i32.ne
    end
    if (result i32)
     i32.const 1
    else
     local.get $9
     local.get $1
     i32.load offset=16
     i32.const -64
     i32.add
     local.get $1
     i32.load offset=20
     i32.sub
     i32.ne
    end
    select
    i32.eqz
    if
     i32.const 10
     return
    end
    local.get $0
    local.get $6
    i32.add
    local.set $6
    local.get $5
    i32.const 4368
    i32.load
    local.get $1
    i32.load offset=16
    i32.sub
    i32.add
    local.set $5
    block $__inlined_func$assembly/slab/slabWalk$973
     local.get $1
     if (result i32)
      local.get $1
      i32.load
      local.tee $0
      br_if $__inlined_func$assembly/slab/slabWalk$973
      local.get $1
      i32.load offset=24
      i32.const 1
      i32.add
     else
      i32.const 0
     end
     local.set $2
     loop $while-continue|01
      local.get $2
      i32.const 49
      i32.lt_u
      if
       local.get $2
       i32.const 2
       i32.shl
       i32.const 4392
       i32.add
       i32.load
       local.tee $0
       br_if $__inlined_func$assembly/slab/slabWalk$973
       local.get $2
       i32.const 1
       i32.add
       local.set $2
       br $while-continue|01
      end
     end
     i32.const 0
     local.set $0
    end
    local.get $0
    local.set $1
    br $for-loop|0
   end
  end
  local.get $8
  i32.const 4380
  i32.load
  i32.ne
  if
   i32.const 7
   return
  end
  local.get $6
  i32.const 4384
  i32.load
  i32.ne
  if (result i32)
   i32.const 1
  else
   local.get $5
   i32.const 4388
   i32.load
   i32.ne
  end
  if
   i32.const 10
   return
  end
  i32.const 11
  i32.const 0
  i32.const 5336
  i64.load
  local.get $7
  i32.const 4912
  i64.load32_u
  i64.add
  i64.ne
  select
 )
 (func $assembly/audit/checkOrder (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  i32.const 6412
  i32.load
  local.set $0
  loop $for-loop|0
   local.get $0
   if
    local.get $1
    local.get $0
    i32.const 6412
    i32.load
    i32.eq
    if (result i32)
     i32.const 6404
     i32.load
    else
     local.get $0
     i32.const 3520
     i32.add
    end
    local.get $0
    i32.sub
    i32.const -64
    i32.add
    i32.const 864
    i32.div_u
    i32.add
    local.set $1
    local.get $0
    i32.load
    local.set $0
    br $for-loop|0
   end
  end
  i32.const 0
  local.set $0
  i32.const 6400
  i32.load
  local.set $2
  loop $while-continue|1
   local.get $0
   local.get $1
   i32.le_u
   i32.const 0
   local.get $2
   select
   if
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    local.get $2
    i32.load offset=4
    local.set $2
    br $while-continue|1
   end
  end
  block $__inlined_func$assembly/order/orderCheck$1531
   local.get $0
   i32.const 6420
   i32.load
   i32.eq
   if (result i32)
    i32.const 6416
    i32.load
    local.get $0
    i32.add
    local.get $1
    i32.eq
   else
    i32.const 0
   end
   if (result i32)
    i32.const 0
    local.set $1
    i32.const 6444
    i32.load
    local.set $0
    loop $for-loop|00
     local.get $0
     if
      local.get $1
      local.get $0
      i32.const 6444
      i32.load
      i32.eq
      if (result i32)
       i32.const 6436
       i32.load
      else
       local.get $0
       i32.const 4096
       i32.add
      end
      local.get $0
      i32.sub
      i32.const -64
      i32.add
      i32.const 28
      i32.div_u
      i32.add
      local.set $1
      local.get $0
      i32.load
      local.set $0
      br $for-loop|00
     end
    end
    i32.const 0
    local.set $0
    i32.const 6432
    i32.load
    local.set $2
    loop $while-continue|11
     local.get $0
     local.get $1
     i32.le_u
     i32.const 0
     local.get $2
     select
     if
      local.get $0
      i32.const 1
      i32.add
      local.set $0
      local.get $2
      i32.load offset=4
      local.set $2
      br $while-continue|11
     end
    end
    local.get $0
    i32.const 6452
    i32.load
    i32.eq
    if (result i32)
     i32.const 6448
     i32.load
     local.get $0
     i32.add
     local.get $1
     i32.eq
    else
     i32.const 0
    end
   else
    i32.const 0
   end
   i32.eqz
   br_if $__inlined_func$assembly/order/orderCheck$1531
   i32.const 0
   call $assembly/order/orderWalk
   local.set $0
   loop $for-loop|02
    local.get $0
    if
     local.get $0
     i32.const 1
     call $assembly/order/laneCheck
     if (result i32)
      local.get $0
      i32.const 2
      call $assembly/order/laneCheck
     else
      i32.const 0
     end
     i32.eqz
     br_if $__inlined_func$assembly/order/orderCheck$1531
     local.get $4
     local.get $0
     i32.load offset=24
     local.get $0
     i32.load offset=40
     i32.add
     i32.add
     local.set $4
     local.get $0
     i32.load offset=4
     local.tee $1
     if (result i32)
      local.get $1
      i32.load
      i32.eqz
      local.tee $2
      if (result i32)
       local.get $2
      else
       local.get $1
       i32.load8_u offset=25
       i32.const 1
       i32.ne
      end
     else
      i32.const 0
     end
     br_if $__inlined_func$assembly/order/orderCheck$1531
     local.get $0
     i32.load offset=44
     local.tee $1
     i32.const 3277
     i32.lt_u
     local.get $1
     i32.const 62259
     i32.gt_u
     i32.or
     br_if $__inlined_func$assembly/order/orderCheck$1531
     local.get $0
     call $assembly/order/orderWalk
     local.set $0
     br $for-loop|02
    end
   end
   local.get $4
   i32.const 6448
   i32.load
   i32.eq
   local.set $3
  end
  local.get $3
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 0
  call $assembly/order/orderWalk
  local.set $0
  loop $for-loop|003
   local.get $0
   if
    i32.const 1
    local.set $4
    loop $for-loop|1
     local.get $4
     i32.const 2
     i32.le_u
     if
      local.get $4
      i32.const 4
      i32.shl
      local.get $0
      i32.add
      i32.const 4
      i32.sub
      i32.load
      local.set $3
      loop $for-loop|2
       local.get $3
       if
        local.get $3
        i32.load offset=12
        local.get $3
        i32.load offset=16
        call $assembly/directory/directoryFind
        local.tee $1
        if (result i32)
         local.get $3
         local.get $1
         i32.load offset=8
         local.tee $1
         i32.const 1
         i32.sub
         i32.const 0
         local.get $1
         i32.const 1
         i32.and
         select
         i32.ne
        else
         i32.const 1
        end
        if (result i32)
         i32.const 0
        else
         local.get $3
         i32.load
         i32.load offset=12
         i32.const 262143
         i32.and
        end
        i32.eqz
        if
         i32.const 0
         return
        end
        local.get $3
        i32.load offset=12
        i32.load offset=32
        local.tee $1
        if (result i32)
         local.get $1
         i32.load offset=8
        else
         i32.const 0
        end
        local.get $0
        i32.ne
        if
         i32.const 0
         return
        end
        local.get $3
        if (result i32)
         local.get $3
         i32.load offset=8
        else
         local.get $4
         i32.const 4
         i32.shl
         local.get $0
         i32.add
         i32.const 4
         i32.sub
         i32.load
        end
        local.set $3
        br $for-loop|2
       end
      end
      local.get $4
      i32.const 1
      i32.add
      local.set $4
      br $for-loop|1
     end
    end
    local.get $0
    call $assembly/order/orderWalk
    local.set $0
    br $for-loop|003
   end
  end
  i32.const 0
  local.set $1
  i32.const 0
  local.set $4
  loop $for-loop|001
   local.get $4
   i32.const 4280
   i32.load
   i32.lt_u
   if
    i32.const 4272
    i32.load
    local.get $4
    i32.const 16
    i32.shr_u
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $4
    i32.const 6
    i32.shr_u
    i32.const 1023
    i32.and
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.get $4
    i32.const 63
    i32.and
    i32.const 6
    i32.shl
    i32.add
    local.set $3
    loop $for-loop|11
     local.get $3
     if
      i32.const 0
      local.set $0
      loop $for-loop|22
       local.get $0
       i32.const 5
       i32.lt_u
       local.tee $2
       if
        local.get $1
        i32.const 1
        i32.add
        local.get $1
        local.get $3
        local.get $0
        i32.const 12
        i32.mul
        i32.add
        local.tee $1
        i32.const 0
        local.get $2
        if (result i32)
         local.get $1
         i32.load offset=4
        else
         i32.const 0
        end
        select
        local.tee $1
        if (result i32)
         local.get $1
         i32.load offset=8
         local.tee $1
         i32.const 1
         i32.sub
         i32.const 0
         local.get $1
         i32.const 1
         i32.and
         select
        else
         i32.const 0
        end
        select
        local.set $1
        local.get $0
        i32.const 1
        i32.add
        local.set $0
        br $for-loop|22
       end
      end
      local.get $3
      i32.load offset=60
      local.set $3
      br $for-loop|11
     end
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|001
   end
  end
  i32.const 6448
  i32.load
  local.get $1
  i32.eq
 )
 (func $assembly/audit/checkNursery (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  i32.const 4924
  i32.load
  i32.const 15
  i32.mul
  local.set $5
  i32.const 4904
  i32.load
  local.set $0
  block $__inlined_func$assembly/nursery/nurseryCheck$1521
   loop $for-loop|0
    local.get $4
    local.get $5
    i32.le_u
    i32.const 0
    local.get $0
    select
    if
     local.get $0
     i32.const 4900
     i32.load
     i32.add
     i32.load
     local.get $1
     i32.ne
     if (result i32)
      i32.const 0
     else
      local.get $0
      i32.const 4900
      i32.load
      i32.add
      i32.load offset=8
     end
     i32.eqz
     br_if $__inlined_func$assembly/nursery/nurseryCheck$1521
     local.get $4
     i32.const 1
     i32.add
     local.set $4
     local.get $0
     local.tee $1
     i32.const 4900
     i32.load
     i32.add
     i32.load offset=4
     local.set $0
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $0
   i32.const 4916
   i32.load
   local.set $3
   loop $for-loop|1
    local.get $0
    local.get $5
    i32.le_u
    i32.const 0
    local.get $3
    select
    if
     local.get $3
     i32.const 4900
     i32.load
     i32.add
     local.set $2
     i32.const 0
     local.set $3
     local.get $2
     i32.load offset=8
     br_if $__inlined_func$assembly/nursery/nurseryCheck$1521
     local.get $2
     i32.load
     local.set $3
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|1
    end
   end
   local.get $0
   local.get $4
   i32.add
   local.get $5
   i32.eq
   local.set $0
   local.get $1
   i32.const 4908
   i32.load
   i32.eq
   if (result i32)
    local.get $4
    i32.const 4912
    i32.load
    i32.eq
   else
    i32.const 0
   end
   local.get $0
   i32.and
   local.set $3
  end
  local.get $3
  if (result i32)
   i32.const 5344
   i64.load
   i32.const 4912
   i64.load32_u
   i64.ne
  else
   i32.const 1
  end
  if
   i32.const 0
   return
  end
  i32.const 4904
  i32.load
  local.set $3
  loop $for-loop|00
   local.get $3
   if
    local.get $3
    i32.const 4900
    i32.load
    i32.add
    i32.load offset=8
    local.tee $2
    i32.const 4112
    i32.load
    i32.ge_u
    if (result i32)
     i32.const 4120
     i64.load32_u
     local.get $2
     i64.extend_i32_u
     i64.const 20
     i64.add
     i64.ge_u
    else
     i32.const 0
    end
    if (result i32)
     local.get $2
     i32.load offset=12
     i32.const 524288
     i32.and
    else
     i32.const 0
    end
    if (result i32)
     local.get $3
     local.get $2
     i32.load offset=8
     i32.ne
    else
     i32.const 1
    end
    if
     i32.const 0
     return
    end
    local.get $2
    i32.load offset=12
    i32.const 20
    i32.shr_u
    i32.const 7
    i32.and
    i32.const 1
    i32.ne
    if (result i32)
     i32.const 1
    else
     local.get $2
     i32.load16_u offset=18
     local.get $2
     i32.load16_u offset=16
     i32.ne
    end
    if
     i32.const 0
     return
    end
    local.get $2
    i32.load offset=12
    i32.const 262143
    i32.and
    i32.const 1
    i32.ne
    if (result i32)
     i32.const 1
    else
     local.get $2
     i32.load offset=12
     i32.const 262144
     i32.and
    end
    if
     i32.const 0
     return
    end
    local.get $3
    i32.const 4900
    i32.load
    i32.add
    local.tee $0
    i32.load offset=12
    local.get $0
    i32.load offset=16
    call $assembly/directory/directoryFind
    local.tee $1
    if (result i32)
     local.get $1
     i32.load offset=8
     local.tee $0
     i32.const 1
     i32.sub
     i32.const 0
     local.get $0
     i32.const 1
     i32.and
     select
     local.tee $0
     if (result i32)
      local.get $0
      i32.load
     else
      local.get $1
      i32.load offset=8
     end
     local.get $2
     i32.ne
    else
     i32.const 1
    end
    if
     i32.const 0
     return
    end
    local.get $3
    i32.const 4900
    i32.load
    i32.add
    i32.load offset=4
    local.set $3
    br $for-loop|00
   end
  end
  i32.const 1
 )
 (func $assembly/audit/checkGauges (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i64)
  (local $3 i64)
  (local $4 i64)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i64)
  (local $9 i64)
  (local $10 i64)
  (local $11 i32)
  i32.const 4220
  i32.load
  local.set $1
  loop $for-loop|0
   local.get $1
   if
    local.get $1
    i32.const 4220
    i32.load
    i32.eq
    if (result i32)
     i32.const 4212
     i32.load
    else
     local.get $1
     i32.const 4084
     i32.add
    end
    local.set $11
    local.get $1
    i32.const -64
    i32.sub
    local.set $0
    block $__inlined_func$assembly/bodies/bodyIn$1533
     loop $while-continue|0
      local.get $0
      local.get $11
      i32.lt_u
      if
       local.get $0
       i32.load offset=12
       i32.const 262143
       i32.and
       br_if $__inlined_func$assembly/bodies/bodyIn$1533
       local.get $0
       i32.const 20
       i32.add
       local.set $0
       br $while-continue|0
      end
     end
     i32.const 0
     local.set $0
    end
    loop $for-loop|1
     local.get $0
     if
      local.get $0
      i32.load offset=12
      local.tee $11
      i32.const 262143
      i32.and
      i64.extend_i32_u
      local.tee $6
      local.get $2
      i64.add
      local.set $2
      local.get $7
      local.get $0
      i32.load16_u offset=16
      i32.const 1
      i32.add
      i64.extend_i32_u
      local.tee $10
      local.get $6
      i64.mul
      i64.add
      local.set $7
      block $for-continue|1
       local.get $11
       i32.const 20
       i32.shr_u
       i32.const 7
       i32.and
       i32.eqz
       if
        local.get $3
        local.get $6
        i64.add
        local.set $3
        br $for-continue|1
       end
       local.get $4
       i64.const 1
       i64.add
       local.set $4
       local.get $8
       local.get $10
       i64.add
       local.set $8
       local.get $9
       local.get $0
       i32.load16_u offset=18
       i32.const 1
       i32.add
       i64.extend_i32_u
       i64.add
       local.set $9
       local.get $5
       i64.const 1
       i64.add
       local.get $5
       local.get $0
       i32.load offset=12
       i32.const 524288
       i32.and
       if (result i32)
        i32.const 0
       else
        local.get $0
        i32.load16_u offset=18
        i32.const 1
        i32.add
        local.get $0
        i32.load16_u offset=16
        i32.const 1
        i32.add
        local.tee $11
        local.get $11
        i32.const 3
        i32.shr_u
        i32.sub
        i32.gt_u
       end
       select
       local.set $5
      end
      local.get $1
      i32.const 4220
      i32.load
      i32.eq
      if (result i32)
       i32.const 4212
       i32.load
      else
       local.get $1
       i32.const 4084
       i32.add
      end
      local.set $11
      local.get $0
      i32.const 20
      i32.add
      local.get $1
      i32.const -64
      i32.sub
      local.get $0
      select
      local.set $0
      block $__inlined_func$assembly/bodies/bodyIn$1534
       loop $while-continue|03
        local.get $0
        local.get $11
        i32.lt_u
        if
         local.get $0
         i32.load offset=12
         i32.const 262143
         i32.and
         br_if $__inlined_func$assembly/bodies/bodyIn$1534
         local.get $0
         i32.const 20
         i32.add
         local.set $0
         br $while-continue|03
        end
       end
       i32.const 0
       local.set $0
      end
      br $for-loop|1
     end
    end
    local.get $1
    i32.load
    local.set $1
    br $for-loop|0
   end
  end
  local.get $2
  i32.const 5312
  i64.load
  i64.eq
  if (result i32)
   local.get $2
   i32.const 4284
   i64.load32_u
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $3
   i32.const 5320
   i64.load
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $4
   i32.const 5336
   i64.load
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   i32.const 5328
   i64.load
   local.get $2
   local.get $3
   i64.sub
   local.get $4
   i64.sub
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $5
   i32.const 5352
   i64.load
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $7
   i32.const 5360
   i64.load
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $8
   i32.const 5368
   i64.load
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $9
   i32.const 5376
   i64.load
   i64.eq
  else
   i32.const 0
  end
 )
 (func $assembly/audit/checkDense (result i32)
  (local $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  i32.const 1
  local.set $0
  loop $while-continue|0
   local.get $0
   i32.const 127
   i32.le_u
   if (result i32)
    i32.const 6548
    i32.load
    local.tee $2
    if (result i32)
     local.get $2
     local.get $0
     i32.const 4
     i32.shl
     i32.add
     i32.load
    else
     i32.const 0
    end
   else
    i32.const 1
   end
   i32.eqz
   if
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|0
   end
  end
  local.get $0
  i32.const 0
  local.get $0
  i32.const 127
  i32.le_u
  select
  local.set $0
  block $__inlined_func$assembly/dictionaries/dictionariesCheck$1541
   loop $for-loop|0
    local.get $0
    if
     i32.const 6548
     i32.load
     local.tee $2
     if (result i32)
      local.get $2
      local.get $0
      i32.const 4
      i32.shl
      i32.add
      i32.load
     else
      i32.const 0
     end
     local.tee $2
     local.get $2
     i32.load offset=8
     i32.const 352
     i32.add
     call $assembly/codec/dictionary/dictionaryValid
     i32.eqz
     br_if $__inlined_func$assembly/dictionaries/dictionariesCheck$1541
     local.get $1
     i32.const 1
     i32.add
     local.set $1
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     loop $while-continue|02
      local.get $0
      i32.const 127
      i32.le_u
      if (result i32)
       i32.const 6548
       i32.load
       local.tee $2
       if (result i32)
        local.get $2
        local.get $0
        i32.const 4
        i32.shl
        i32.add
        i32.load
       else
        i32.const 0
       end
      else
       i32.const 1
      end
      i32.eqz
      if
       local.get $0
       i32.const 1
       i32.add
       local.set $0
       br $while-continue|02
      end
     end
     local.get $0
     i32.const 0
     local.get $0
     i32.const 127
     i32.le_u
     select
     local.set $0
     br $for-loop|0
    end
   end
   local.get $1
   i32.const 6552
   i32.load
   i32.eq
   local.set $3
  end
  local.get $3
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 4220
  i32.load
  local.set $0
  loop $for-loop|00
   local.get $0
   if
    local.get $0
    i32.const 4220
    i32.load
    i32.eq
    if (result i32)
     i32.const 4212
     i32.load
    else
     local.get $0
     i32.const 4084
     i32.add
    end
    local.set $2
    local.get $0
    i32.const -64
    i32.sub
    local.set $1
    block $__inlined_func$assembly/bodies/bodyIn$1525
     loop $while-continue|03
      local.get $1
      local.get $2
      i32.lt_u
      if
       local.get $1
       i32.load offset=12
       i32.const 262143
       i32.and
       br_if $__inlined_func$assembly/bodies/bodyIn$1525
       local.get $1
       i32.const 20
       i32.add
       local.set $1
       br $while-continue|03
      end
     end
     i32.const 0
     local.set $1
    end
    loop $for-loop|1
     local.get $1
     if
      local.get $1
      i32.load offset=12
      local.tee $2
      i32.const 25
      i32.shr_u
      local.set $3
      local.get $2
      i32.const 20
      i32.shr_u
      i32.const 7
      i32.and
      i32.const 3
      i32.eq
      local.get $3
      i32.const 0
      i32.ne
      i32.ne
      if
       i32.const 0
       return
      end
      local.get $3
      if (result i32)
       i32.const 6548
       i32.load
       local.tee $2
       if (result i32)
        local.get $2
        local.get $3
        i32.const 4
        i32.shl
        i32.add
        i32.load
       else
        i32.const 0
       end
      else
       i32.const 1
      end
      i32.eqz
      if
       i32.const 0
       return
      end
      local.get $4
      i32.const 1
      i32.add
      local.get $4
      local.get $3
      select
      local.set $4
      local.get $0
      i32.const 4220
      i32.load
      i32.eq
      if (result i32)
       i32.const 4212
       i32.load
      else
       local.get $0
       i32.const 4084
       i32.add
      end
      local.set $2
      local.get $1
      i32.const 20
      i32.add
      local.get $0
      i32.const -64
      i32.sub
      local.get $1
      select
      local.set $1
      block $__inlined_func$assembly/bodies/bodyIn$1526
       loop $while-continue|037
        local.get $1
        local.get $2
        i32.lt_u
        if
         local.get $1
         i32.load offset=12
         i32.const 262143
         i32.and
         br_if $__inlined_func$assembly/bodies/bodyIn$1526
         local.get $1
         i32.const 20
         i32.add
         local.set $1
         br $while-continue|037
        end
       end
       i32.const 0
       local.set $1
      end
      br $for-loop|1
     end
    end
    local.get $0
    i32.load
    local.set $0
    br $for-loop|00
   end
  end
  i32.const 1
  local.set $0
  loop $while-continue|06
   local.get $0
   i32.const 127
   i32.le_u
   if (result i32)
    i32.const 6548
    i32.load
    local.tee $1
    if (result i32)
     local.get $1
     local.get $0
     i32.const 4
     i32.shl
     i32.add
     i32.load
    else
     i32.const 0
    end
   else
    i32.const 1
   end
   i32.eqz
   if
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|06
   end
  end
  local.get $0
  i32.const 0
  local.get $0
  i32.const 127
  i32.le_u
  select
  local.set $2
  loop $for-loop|2
   local.get $2
   if
    i32.const 0
    local.set $3
    i32.const 4220
    i32.load
    local.set $0
    loop $for-loop|3
     local.get $0
     if
      local.get $0
      i32.const 4220
      i32.load
      i32.eq
      if (result i32)
       i32.const 4212
       i32.load
      else
       local.get $0
       i32.const 4084
       i32.add
      end
      local.set $5
      local.get $0
      i32.const -64
      i32.sub
      local.set $1
      block $__inlined_func$assembly/bodies/bodyIn$1528
       loop $while-continue|011
        local.get $1
        local.get $5
        i32.lt_u
        if
         local.get $1
         i32.load offset=12
         i32.const 262143
         i32.and
         br_if $__inlined_func$assembly/bodies/bodyIn$1528
         local.get $1
         i32.const 20
         i32.add
         local.set $1
         br $while-continue|011
        end
       end
       i32.const 0
       local.set $1
      end
      loop $for-loop|4
       local.get $1
       if
        local.get $3
        i32.const 1
        i32.add
        local.get $3
        local.get $2
        local.get $1
        i32.load offset=12
        i32.const 25
        i32.shr_u
        i32.eq
        select
        local.set $3
        local.get $0
        i32.const 4220
        i32.load
        i32.eq
        if (result i32)
         i32.const 4212
         i32.load
        else
         local.get $0
         i32.const 4084
         i32.add
        end
        local.set $5
        local.get $1
        i32.const 20
        i32.add
        local.get $0
        i32.const -64
        i32.sub
        local.get $1
        select
        local.set $1
        block $__inlined_func$assembly/bodies/bodyIn$1529
         loop $while-continue|016
          local.get $1
          local.get $5
          i32.lt_u
          if
           local.get $1
           i32.load offset=12
           i32.const 262143
           i32.and
           br_if $__inlined_func$assembly/bodies/bodyIn$1529
           local.get $1
           i32.const 20
           i32.add
           local.set $1
           br $while-continue|016
          end
         end
         i32.const 0
         local.set $1
        end
        br $for-loop|4
       end
      end
      local.get $0
      i32.load
      local.set $0
      br $for-loop|3
     end
    end
    local.get $3
    i32.const 6548
    i32.load
    local.get $2
    i32.const 4
    i32.shl
    i32.add
    i32.load offset=8
    i32.ne
    if
     i32.const 0
     return
    end
    local.get $2
    i32.const 1
    i32.add
    local.set $0
    loop $while-continue|019
     local.get $0
     i32.const 127
     i32.le_u
     if (result i32)
      i32.const 6548
      i32.load
      local.tee $1
      if (result i32)
       local.get $1
       local.get $0
       i32.const 4
       i32.shl
       i32.add
       i32.load
      else
       i32.const 0
      end
     else
      i32.const 1
     end
     i32.eqz
     if
      local.get $0
      i32.const 1
      i32.add
      local.set $0
      br $while-continue|019
     end
    end
    local.get $0
    i32.const 0
    local.get $0
    i32.const 127
    i32.le_u
    select
    local.set $2
    br $for-loop|2
   end
  end
  call $assembly/dictionaries/denseBodies
  local.get $4
  i32.eq
 )
)
