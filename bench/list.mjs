/**
 * list.mjs - every bench, soak and fuzzer: its file, what it shows, what it costs and what it needs.
 *
 * Durations are those of a machine with two cores that does nothing else. `command: true` says that the bench
 * runs the built command.
 */
export const BENCHES = {
  report: {
    file: "report/report.mjs",
    shows: "one HTML page and SVGs of the results in docs/measurements/; --fill renews tables of documents",
    costs: "a few seconds",
  },
  guard: {
    file: "guard/guard.mjs",
    shows: "whether ratios of time and memory are as good as the committed ones, beyond the noise",
    costs: "about 9 min",
    needs: "the machine of docs/measurements/guard.json, left alone",
  },
  proof: {
    file: "proof/proof.mjs",
    shows:
      "speed and density on live pages, what Spillway gains (target), that it is harmless, free unused, and scales",
    costs:
      "target about 45 min, 4 GiB, 8 GiB of disk; harmless 4 min; unused 30 s; scale 6 min, 10 GiB; less with --quick",
    needs:
      "root for memory with page cache; better-sqlite3 for its rows (NODE_PATH may lead to it); Redis and " +
      "Chromium for their pages",
    command: true,
  },
  scale: {
    file: "micro/scale.mjs",
    shows: "what stores and loads cost among a million pages against ten thousand",
    costs: "about 30 s, 4 GiB",
  },
  costs: {
    file: "micro/costs.mjs",
    shows:
      "what operations cost beside many clients, areas or pages of others; the longest step of each kind",
    costs: "about 1 min, 1.5 GiB",
    needs: "firefox-esr for one row",
  },
  nursery: {
    file: "micro/nursery.mjs",
    shows: "what a nursery gains on pages that die young, and costs on pages that stay",
    costs: "about 20 s",
  },
  histograms: {
    file: "micro/histograms.mjs",
    shows: "what `pool.histograms` costs a store and a load, on against off",
    costs: "about 20 s",
  },
  isolation: {
    file: "micro/isolation.mjs",
    shows: 'whether the time of a store tells that another client has the page: not with `dedupe: "client"`',
    costs: "about 1 min",
  },
  shadow: {
    file: "micro/shadow.mjs",
    shows:
      "what shadow mode predicts beside a live pool, what it costs, and what `autoOff` leaves of a store",
    costs: "about 3 min, 3 GiB",
  },
  map: {
    file: "values/map.mjs",
    shows: "what a map makes of JSON values in bytes and time, beside a Map whose values lz4-napi compresses",
    costs: "about 30 s, 1 GiB",
  },
  "lru-cache": {
    file: "values/lru_cache.mjs",
    shows: "lru-cache alone, a SpillCache alone and both together, on tiles and sessions at equal RSS",
    costs: "about 15 min, 500 MiB",
  },
  keys: {
    file: "values/keys.mjs",
    shows: "2 x 10^7 keys in one map: bytes of index a key, and what verbs cost as keys grow",
    costs: "about 4 min, 3 GiB",
  },
  "large-value": {
    file: "values/large_value.mjs",
    shows: "one value of 1 GiB in a map, by set and get and by streams: speed and peak memory",
    costs: "about 15 s, 3 GiB",
  },
  "big-values": {
    file: "values/big_values.mjs",
    shows: "10 GB of values in a process of less than 1 GiB: times and memory beside better-sqlite3 and lmdb",
    costs:
      "about 15 min, 20 GB of disk, 1.2 times the values for each side must be free; seconds with --quick",
    needs: "better-sqlite3 for its row; Linux for memory and disk of each side",
  },
  tiles: {
    file: "values/tiles.mjs",
    shows: "hit ratio and cost of a SpillCache on map tiles, beside an lru-cache with as many bytes",
    costs: "about 4 min, 1.5 GiB",
  },
  sessions: {
    file: "values/sessions.mjs",
    shows:
      "300,000 sessions in a map with a hot set: time and RSS beside a Map of objects, lru-cache and SQLite",
    costs: "about 3 min, 4 GiB",
    needs: "better-sqlite3 for one row",
  },
  "slab-density": {
    file: "memory/slab_density.mjs",
    shows: "how full slabs are against size classes, on the bodies of real pages",
    costs: "about 5 s",
  },
  churn: {
    file: "memory/churn.mjs",
    shows: "how much of what a pool uses is bodies while pages come and go, and after compact()",
    costs: "about 2 min",
  },
  "compaction-steps": {
    file: "memory/compaction_steps.mjs",
    shows: "the longest step of compaction",
    costs: "about 10 s",
  },
  giveback: {
    file: "memory/giveback.mjs",
    shows: "how soon a pool of 1 GiB gives memory back to the system, on request and unasked, in three hosts",
    costs: "about 3 min, 2 GiB",
    needs: "x64 Linux for Node 24 and Deno",
  },
  large: {
    file: "memory/large.mjs",
    shows: "pages past 4 GiB, and 2 x 10^7 same-filled and tiny ones",
    costs: "about 3 min, 8 GiB",
  },
  threshold: {
    file: "memory/threshold.mjs",
    shows: "a full pool under churn, accepting again at once against at nine tenths",
    costs: "about 1 min",
  },
  buffer: {
    file: "values/buffer.mjs",
    shows: "a PagedBuffer at random and in order, beside a plain buffer and a file without a cache",
    costs: "about 30 s",
    needs: "a file system that knows O_DIRECT for the file",
  },
  snapshot: {
    file: "memory/snapshot.mjs",
    shows: "a pool of 100,000 pages to a file and back, beside the same bytes by fs; from Node into Deno",
    costs: "about 30 s",
    needs: "x64 Linux for Deno",
  },
  dense: {
    file: "codec/dense.mjs",
    shows: "the dense codec beside LZ4 and zstd -1, ratio and speed",
    costs: "about 10 s a set",
    needs: "a C compiler and libzstd for zstd",
  },
  recompress: {
    file: "codec/recompress.mjs",
    shows: "a pool that is filled, rests and is recompressed, beside zstd -1 and zram; short JSON values",
    costs: "about 3 min",
    needs: "a C compiler and libzstd for zstd, root and zram for zram, Redis and Chromium for their pages",
    command: true,
  },
  rejection: {
    file: "codec/rejection.mjs",
    shows: "which pages the codec gives up that lz4-napi would make smaller",
    costs: "about 1 min",
    needs: "Redis and Chromium for their pages",
    command: true,
  },
  variants: {
    file: "codec/variants.mjs",
    shows: "the codec as it is against each variant that docs/TUNING.md speaks of",
    costs: "about 4 min a file",
    needs: "files of `npm start -- bench codec --save FOLDER`",
  },
  kinds: {
    file: "codec/kinds.mjs",
    shows: "what each kind of typed page saves and costs, through the engine",
    costs: "about 20 s",
  },
  "kinds-transforms": {
    file: "codec/kinds_transforms.mjs",
    shows: "transforms of typed pages: those that were kept, and others that were tried",
    costs: "about 40 s",
  },
  "kinds-probe": {
    file: "codec/kinds_probe.mjs",
    shows: "whether a cheap look at a page could tell its kind",
    costs: "about 30 s",
    needs: "two folders of `npm start -- bench codec --save FOLDER`",
  },
  spill: {
    file: "devices/spill.mjs",
    shows:
      "what it costs to spill pages to a file and to load them from there, beside fs.writeSync and readSync",
    costs: "about 1 min, 1 GiB of memory",
    needs: "Linux",
  },
  "spill-pool": {
    file: "devices/spill_pool.mjs",
    shows: "a pool of 64 MiB with a file takes 2 GiB of pages, is churned, and returns every one",
    costs: "about 1 min, 2 GiB on disk",
  },
  "spill-hits": {
    file: "devices/spill_hits.mjs",
    shows:
      "hits in memory of a pool with a file, and how many bodies leave for it, beside exact LRU, over traces",
    costs: "about 2 min, 1 GiB on disk; traces of one's own as arguments; a few seconds with --quick",
    command: true,
  },
  mutants: {
    file: "devices/mutants.mjs",
    shows: "mistakes made in the engine and the log of devices on purpose: each is caught by a named test",
    costs: "about 20 min",
  },
  "devices-churn": {
    file: "devices/churn.mjs",
    shows:
      "how much a file takes while pages come and go, and what is written for each byte spilled, by diskRatio",
    costs: "about 3 min",
  },
  "devices-kill": {
    file: "devices/kill.mjs",
    shows: "200 processes that are killed while they spill: no file, no space, no byte of a page in the file",
    costs: "about 3 min",
    needs: "Linux; root for a tmpfs of its own",
  },
  opfs: {
    file: "devices/opfs.mjs",
    shows:
      "1 GiB spilled to the origin private file system and read back, in workers of Chromium and Firefox",
    costs: "about 2 min, 1.5 GiB of disk",
    needs: "chromium or firefox-esr",
  },
  port: {
    file: "port/port.mjs",
    shows:
      "what a store and a load cost over a port, one by one and in batches of 64, beside a pool of this thread",
    costs: "about 20 s, 300 MiB",
  },
  offload: {
    file: "port/offload.mjs",
    shows:
      "100,000 pages and 20,000 values in a worker's pool: delay of the event loop in Node, long tasks in Chromium",
    costs: "about 30 s, 1 GiB",
    needs: "chromium for its rows",
  },
  "soak-model": {
    file: "models/soak_model.mjs",
    shows: "the model test for long: 10^6 operations for each of 20 seeds; with --device over devices",
    costs: "more than an hour",
  },
  "soak-map": {
    file: "models/soak_map.mjs",
    shows: "a map with all options beside a Map for long: 10^6 operations for each of 3 seeds",
    costs: "about 5 min",
  },
  "soak-canary": {
    file: "models/soak_canary.mjs",
    shows: "1,000 searches of linear memory for bytes that `zeroize` should have wiped",
    costs: "about 3 min",
  },
  "fuzz-border": {
    file: "fuzz/fuzz_border.mjs",
    shows: "10^5 calls with hostile arguments, and 10^5 batches from memory that another thread changes",
    costs: "about 3 min",
  },
  "fuzz-codec": {
    file: "fuzz/fuzz_codec.mjs",
    shows: "10^8 pages of every kind through the codec, 10^7 through the hash",
    costs: "hours",
  },
};
