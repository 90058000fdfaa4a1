/**
 * list.mjs - every example: what it shows and what it costs; `huge`: what it does with --huge. Its
 * folder has the program as it is without Spillway (plain.mjs), the same program with it (spillway.mjs), and
 * what drives both (index.mjs).
 */
export const EXAMPLES = {
  undo: {
    shows: "an undo history of a 4096 x 2160 canvas: 300 brush strokes, all undone and redone",
    costs: "about 30 s, 1 GiB",
  },
  tiles: {
    shows: "a tile cache behind an HTTP server, beside lru-cache with as many bytes",
    costs: "about 1 min, 500 MiB",
  },
  sessions: {
    shows: "a session store for express-session, beside a Map of JSON, as its MemoryStore has it",
    costs: "about 30 s, 500 MiB",
  },
  sort: {
    shows: "an external sort of 1 GiB in 256 MiB, beside memory and a temporary file",
    costs: "about 2 min, 1.5 GiB, 1 GiB of disk",
  },
  kv: {
    shows: "the key/value caches of a language model's conversations, f16 blocks parked between turns",
    costs: "about 1 min, 700 MiB",
  },
  large: {
    shows:
      "documents, more than fit into memory: a SpillMap of 64 MiB with a file behind it, beside a file each",
    costs: "about 1 min, 1.5 GiB, 1 GB of disk",
    huge: "10 GB of documents, without the Map: about 10 min, 12 GB of disk",
  },
};
