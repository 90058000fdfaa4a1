/**
 * index.mjs - drives the sort: rows from a seed go in, and are checked as they come out.
 *
 * The rows must come in order, as many as went in, and the sums of their hashes must be equal. All sides must
 * come to the same bytes. The time of making and of checking rows is left out.
 */
import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";
import { Random } from "#kit/random.js";
import { MIB, mib } from "../harness/meter.mjs";
import { ROW_BYTES } from "./rows.mjs";

export const SIDES = { "in memory": "plain", "temporary file": "file", PagedBuffer: "spillway" };

export const SIZES = {
  full: { bytes: 1024 * MIB, says: "1 GiB of rows of 256 bytes, in runs of 16 MiB" },
  quick: { bytes: 20 * MIB, says: "20 MiB of rows of 256 bytes, in runs of 16 MiB" },
};

const CHUNK = MIB;
const WORDS = ROW_BYTES / 4;

export function drive(program, { bytes }, meter) {
  const source = new Source(bytes);
  const check = new Check();
  let checking = 0;
  let merging;
  const start = performance.now();
  program.sortRows(source.chunks(), bytes, (rows) => {
    const from = performance.now();
    if (merging === undefined) {
      merging = from;
      meter.held(program.store, program.pool);
      if (program.onDisk) meter.figures["bytes on disk"] = mib(bytes);
    }
    check.take(rows);
    checking += performance.now() - from;
  });
  const end = performance.now();
  if (check.rows * ROW_BYTES !== bytes || check.sum !== source.sum)
    throw new Error("sort: other rows came out than went in");
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
  meter.figures["runs sorted and kept"] = seconds(merging - start - source.ms);
  meter.figures["runs merged"] = seconds(end - merging - checking);
  meter.verified(bytes);
  return check.digest.digest("hex");
}

/** All words of a row, mixed. Equal sums mean equal rows, up to their order. */
function hashOf(words, at) {
  let hash = 0;
  for (let i = at; i < at + WORDS; i++) hash = Math.imul(hash ^ words[i], 0x9e3779b1) ^ (hash >>> 15);
  return hash >>> 0;
}

// ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The bytes of texts, each filled up with zeros. */
const columns = (width, texts) => texts.map((text) => Buffer.from(text.padEnd(width, "\0"), "latin1"));

const STATES = columns(32, ["open", "paid", "packed", "shipped", "delivered", "returned"]);
const CHANNELS = columns(32, ["web", "shop", "telephone", "partner"]);
const COUNTRIES = columns(
  48,
  "Austria Belgium Brazil Canada Denmark Egypt France Germany India Italy Japan Kenya Norway Spain".split(
    " ",
  ),
);
const PRODUCTS = columns(
  120,
  ["lamp", "chair", "table", "shelf", "mirror", "carpet"].flatMap((what) =>
    ["blue", "red", "small", "large", "wooden"].map((how) => `${what}, ${how}, one piece`),
  ),
);

/** The rows that go in; their number, the sum of their hashes, and how long it took to make them. */
class Source {
  #bytes;
  sum = 0;
  ms = 0;

  constructor(bytes) {
    this.#bytes = bytes;
  }

  *chunks() {
    const random = new Random(1);
    const rows = Buffer.alloc(CHUNK);
    const words = new Uint32Array(rows.buffer, rows.byteOffset, CHUNK / 4);
    for (let done = 0; done < this.#bytes; done += CHUNK) {
      const start = performance.now();
      for (let at = 0; at < CHUNK; at += ROW_BYTES) this.#fill(random, rows, words, at, done + at);
      this.ms += performance.now() - start;
      yield words;
    }
  }

  #fill(random, rows, words, at, place) {
    const word = at / 4;
    words[word] = random.next();
    words[word + 1] = random.below(2_000_000);
    words[word + 2] = 1_700_000_000 + (place >> 10);
    words[word + 3] = 1 + random.below(9);
    words[word + 4] = 100 + random.below(20_000);
    rows.set(random.pick(STATES), at + 20);
    rows.set(random.pick(CHANNELS), at + 52);
    rows.set(random.pick(COUNTRIES), at + 84);
    rows.set(random.pick(PRODUCTS), at + 132);
    this.sum = (this.sum + hashOf(words, word)) % 2 ** 32;
  }
}

/** What comes out. */
class Check {
  rows = 0;
  sum = 0;
  digest = createHash("sha256");
  #last = 0;

  take(words) {
    for (let at = 0; at < words.length; at += WORDS) {
      if (words[at] < this.#last) throw new Error(`sort: row ${this.rows} is not in order`);
      this.#last = words[at];
      this.rows += 1;
      this.sum = (this.sum + hashOf(words, at)) % 2 ** 32;
    }
    this.digest.update(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  }
}
