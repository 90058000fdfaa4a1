/**
 * stores.mjs - the contestants of `proof target`: ways to keep values by string keys, all synchronous.
 *
 * Each says how it is set up, as its own documentation recommends for a cache, and which package brings it. A
 * store has `set` and `get` of bytes (of texts, if `job.text`), `batch` around many sets, and `close`. Some
 * tell by `bytes` what they keep. `raw`: it keeps what it is given; `compresses`: it makes it smaller. The
 * codecs keep bytes of their own: a result of zlib alone is a part of a buffer of 16 KiB.
 */
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as zlib from "node:zlib";
import { LRUCache } from "lru-cache";
import { Spillway } from "spillway";
import { fileDevice } from "spillway/file";

/** Packages that are not dependencies are looked for from the folder of the project and by NODE_PATH. */
const require = createRequire(pathToFileURL(join(process.cwd(), "package.json")));

const asBytes = (value) => (typeof value === "string" ? Buffer.from(value) : value);
const asText = (job, bytes) => (job.text && bytes !== undefined ? Buffer.from(bytes).toString() : bytes);
const single = (work) => work();

function lengthOf(values) {
  let sum = 0;
  for (const value of values) sum += value.length;
  return sum;
}

export const CONTESTANTS = {
  memory: {
    says: "Map",
    raw: true,
    how: () => "new Map()",
    open() {
      const map = new Map();
      return {
        get: (key) => map.get(key),
        set: (key, value) => map.set(key, value),
        batch: single,
        bytes: () => lengthOf(map.values()),
      };
    },
  },
  file: {
    says: "plain file",
    disk: true,
    how: () => "one file, values written at its end by fs.writeSync; places in a Map",
    open: plainFile,
  },
  lru: {
    says: "lru-cache",
    raw: true,
    uses: "lru-cache",
    how: lruSays(""),
    open: (job) => lru(job, (value) => value, single),
  },
  "lru+lz4": codec("lru-cache + lz4-napi", "lz4-napi", "compressSync, uncompressSync", () => {
    const { compressSync, uncompressSync } = require("lz4-napi");
    return [compressSync, uncompressSync];
  }),
  "lru+zlib": codec("lru-cache + zlib", "node:zlib", "deflateRawSync level 1, result copied", () => [
    (bytes) => new Uint8Array(zlib.deflateRawSync(bytes, { level: 1 })),
    zlib.inflateRawSync,
  ]),
  "lru+zstd": codec("lru-cache + zstd", "@toondepauw/node-zstd", "level 1, one encoder and decoder", zstd),
  lmdb: {
    says: "lmdb",
    disk: true,
    compresses: true,
    package: "lmdb",
    how: () => 'open({ encoding: "binary", compression: true, noSync: true }), putSync, transactionSync',
    open: lmdb,
  },
  sqlite: {
    says: "better-sqlite3",
    disk: true,
    package: "better-sqlite3",
    how: () => "journal_mode = WAL, synchronous = OFF, WITHOUT ROWID, prepared statements, transaction()",
    open: sqlite,
  },
  spillway: { says: "Spillway", how: ({ spillway }) => spillway.says, open: (job) => spillway(job, {}) },
  "spillway+file": {
    says: "Spillway + file",
    disk: true,
    how: ({ spillway }) => spillway.fileSays,
    open: (job) =>
      spillway(job, { spill: fileDevice({ dir: job.folder, maxBytes: "8GiB", encrypt: false }) }),
  },
};

/** Why a contestant cannot take part; undefined if it can. */
function missing(name) {
  const { package: needed } = CONTESTANTS[name];
  if (needed === undefined || needed.startsWith("node:")) return undefined;
  try {
    require(needed);
    return undefined;
  } catch {
    return `npm install --no-save ${needed}${needed === "better-sqlite3" ? "@12" : ""}`;
  }
}

/** Which of these contestants can take part, which cannot, and versions of packages. */
export function takePart(names) {
  const absent = [];
  const present = names.filter((name) => {
    const how = missing(name);
    if (how !== undefined) absent.push({ contestant: CONTESTANTS[name].says, install: how });
    return how === undefined;
  });
  const packages = present.flatMap((name) => CONTESTANTS[name].uses ?? CONTESTANTS[name].package ?? []);
  const versions = [...new Set(packages)].map((name) => [name, versionOf(name)]);
  return { present, absent, versions: Object.fromEntries(versions) };
}

function versionOf(name) {
  if (name === "node:zlib") return `zlib ${process.versions.zlib}`;
  // A package may hide its manifest: so it is looked for above its main file.
  for (let folder = dirname(require.resolve(name)); ; folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (!existsSync(path)) continue;
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    if (manifest.name === name) return manifest.version;
  }
}

function lruSays(more) {
  return ({ budget }) => `new LRUCache(${budget ? "{ maxSize, sizeCalculation }" : "{ max }"})${more}`;
}

/** Keeps all values, or, of a job with a budget, as many bytes. */
function lru({ budget, count }, pack, unpack, sizeOf = (value) => value.length) {
  const cache = new LRUCache(
    budget ? { maxSize: budget, sizeCalculation: (value) => sizeOf(value) } : { max: count },
  );
  return {
    set: (key, value) => cache.set(key, pack(value)),
    get(key) {
      const kept = cache.get(key);
      return kept === undefined ? undefined : unpack === single ? kept : unpack(kept);
    },
    batch: single,
    bytes: () => lengthOf(cache.values()),
  };
}

function codec(says, needed, how, load) {
  return {
    says,
    compresses: true,
    package: needed,
    how: lruSays(`, ${needed}: ${how}`),
    open(job) {
      const [encode, decode] = load();
      return lru(
        job,
        (value) => encode(asBytes(value)),
        (kept) => asText(job, decode(kept)),
      );
    },
  };
}

/** Of node:zlib where Node has it, else of a package. */
function zstd() {
  if (zlib.zstdCompressSync) {
    const params = { [zlib.constants.ZSTD_c_compressionLevel]: 1 };
    return [(bytes) => new Uint8Array(zlib.zstdCompressSync(bytes, { params })), zlib.zstdDecompressSync];
  }
  const { Encoder, Decoder } = require("@toondepauw/node-zstd");
  const [encoder, decoder] = [new Encoder(1), new Decoder()];
  const asBuffer = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [(bytes) => encoder.encodeSync(asBuffer(bytes)), (bytes) => decoder.decodeSync(bytes)];
}

function plainFile(job) {
  const file = openSync(join(mkdtempSync(join(job.folder, "file-")), "values"), "w+");
  const places = new Map();
  let end = 0;
  return {
    set(key, value) {
      const bytes = asBytes(value);
      writeSync(file, bytes, 0, bytes.length, end);
      places.set(key, { at: end, length: bytes.length });
      end += bytes.length;
    },
    get(key) {
      const place = places.get(key);
      if (place === undefined) return undefined;
      const bytes = Buffer.allocUnsafeSlow(place.length);
      readSync(file, bytes, 0, place.length, place.at);
      return asText(job, bytes);
    },
    batch: single,
    close: () => closeSync(file),
  };
}

function lmdb(job) {
  const { open } = require("lmdb");
  const path = mkdtempSync(join(job.folder, "lmdb-"));
  const base = open({ path, encoding: "binary", compression: true, noSync: true });
  return {
    set: (key, value) => base.putSync(key, asBytes(value)),
    get: (key) => asText(job, base.get(key)),
    batch: (work) => base.transactionSync(work),
    close: () => base.close(),
  };
}

function sqlite(job) {
  const Database = require("better-sqlite3");
  const base = new Database(join(mkdtempSync(join(job.folder, "sqlite-")), "values.db"));
  base.pragma("journal_mode = WAL");
  base.pragma("synchronous = OFF");
  base.exec("CREATE TABLE entries (id TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID");
  const put = base.prepare("INSERT OR REPLACE INTO entries VALUES (?, ?)");
  const find = base.prepare("SELECT value FROM entries WHERE id = ?").pluck();
  return {
    set: (key, value) => put.run(`${key}`, asBytes(value)),
    get: (key) => asText(job, find.get(`${key}`)),
    batch: (work) => base.transaction(work)(),
    close: () => base.close(),
  };
}

function spillway(job, { spill }) {
  const { pool: options, filePool, map, face } = job.spillway;
  const pool = Spillway.openSync(spill ? { ...filePool, spill } : options);
  if (face === "swap") return swapStore(pool);
  if (face === "buffer")
    return {
      buffer: pool.buffer(job.bytes, { residentBytes: "4MiB", frame: 65536 }),
      close: () => pool.close(),
    };
  // A device keeps pages that persist: with one, a cache is a map that loses nothing.
  const values = face === "cache" && !spill ? pool.cache(map) : pool.map(map);
  return {
    set: (key, value) => values.set(key, value),
    get: (key) => values.get(key),
    batch: single,
    bytes: () => pool.stats().bytes.used,
    close: () => pool.close(),
  };
}

/** Pages by number. A load fills one and the same page of the caller. */
function swapStore(pool) {
  const swap = pool.frontswap();
  swap.init(0);
  const target = Buffer.allocUnsafeSlow(pool.pageSize);
  return {
    set(key, page) {
      if (!swap.store(0, key, page)) throw new Error(`page ${key} was refused`);
    },
    get: (key) => (swap.load(0, key, target) ? target : undefined),
    batch: single,
    bytes: () => pool.stats().bytes.used,
    rest: () => pool.recompress(),
    close: () => pool.close(),
  };
}
