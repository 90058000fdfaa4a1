/**
 * documents.ts - documents as programs keep them: lines of JSON, 1 to 128 KiB, 26 KiB in the mean. Each is
 * made from its number and version alone, so that it can be compared long after.
 */
import { Random } from "./random.js";

const BASE_BYTES = 2 ** 20;
/** Bytes of a run of lines that is the same in several documents, and of what is there once behind it. */
const RUN_BYTES = 512;
const OWN_BYTES = 8;
const LEAST_BYTES = 1024;
const MOST_TIMES = 128;

const ROUTES = ["/orders", "/orders/items", "/login", "/search", "/profile", "/basket", "/reports/daily"];
const LEVELS = ["info", "info", "info", "debug", "warn", "error"];
const WORDS =
  "the request was served from cache after retry timeout upstream answered slowly user changed address order paid shipped returned".split(
    " ",
  );

export class Documents {
  readonly #seed: number;
  readonly #base: Uint8Array;

  constructor(seed: number) {
    this.#seed = seed;
    this.#base = lines(new Random(seed));
  }

  /** Mean bytes of a document. */
  static readonly MEAN_BYTES = ((MOST_TIMES - 1) * LEAST_BYTES) / Math.log(MOST_TIMES);

  /** Document `number` in this version, in an array of its own. */
  of(number: number, version = 0): Uint8Array {
    const random = new Random(
      Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(version + 1, 0x85ebca6b) ^ this.#seed,
    );
    const length = Math.floor(LEAST_BYTES * MOST_TIMES ** (random.next() / 2 ** 32));
    const document = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      const from = random.below(BASE_BYTES - RUN_BYTES);
      const run = Math.min(RUN_BYTES, length - at);
      document.set(this.#base.subarray(from, from + run), at);
      at += run;
      for (const end = Math.min(length, at + OWN_BYTES); at < end; at++) document[at] = 97 + random.below(26);
    }
    return document;
  }
}

/** Lines of a log. */
function lines(random: Random): Uint8Array {
  const all: string[] = [];
  for (let length = 0; length < BASE_BYTES; ) {
    const line = JSON.stringify({
      at: new Date(1.76e12 + random.next()).toISOString(),
      level: random.pick(LEVELS),
      route: `${random.pick(ROUTES)}/${random.below(1e6)}`,
      user: random.next().toString(16),
      ms: random.below(100_000) / 100,
      note: Array.from({ length: 3 + random.below(8) }, () => random.pick(WORDS)).join(" "),
    });
    all.push(line);
    length += line.length + 1;
  }
  return new TextEncoder().encode(all.join("\n")).subarray(0, BASE_BYTES);
}
