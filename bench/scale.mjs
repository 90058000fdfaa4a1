/**
 * scale.mjs - `npm run bench:scale [-- PAGES]`: what a million pages cost against ten thousand, and the longest single
 * operation.
 *
 * The same 10,000 real pages (of this process's memory) stamped with a counter, so that every page is one of its own.
 * Fresh pools each time: ten thousand, a million, ten thousand again, after a warm-up. Loads go in random order, the
 * hardest for caches, and in order. Beside them the least that a random load could cost: a copy of as many bytes as a
 * body has, from random places of as much memory as the bodies take. Collections of JavaScript are watched: an operation during which one ran is left
 * out of the longest and reported beside it.
 */
import { PerformanceObserver, performance } from "node:perf_hooks";
import { make } from "../scripts/make.mjs";

await make("engine", "library", "tests");
const { Spillway } = await import("spillway");
const { livePages } = await import("../build/tests/support/pages.js");
const { Random } = await import("../build/tests/support/random.js");

const MANY = Number(process.argv[2] ?? 1_000_000);
const FEW = 10_000;
const sources = livePages(FEW);
const page = new Uint8Array(4096);
const words = new DataView(page.buffer);

/** Times of one kind of operation, in microseconds; the slowest few with when they began and ended. */
class Times {
  sum = 0;
  count = 0;
  slow = [];
  add(start, end) {
    this.sum += end - start;
    this.count += 1;
    if (end - start > 0.25) this.slow.push({ start, end });
  }
  get mean() {
    return (1000 * this.sum) / this.count;
  }
  /** Longest operation that no collection overlaps, and longest that one does, in milliseconds. */
  longest(collections) {
    const overlaps = ({ start, end }) =>
      collections.some((one) => one.startTime < end && one.startTime + one.duration > start);
    const length = (list) => list.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    return {
      own: length(this.slow.filter((one) => !overlaps(one))),
      collecting: length(this.slow.filter(overlaps)),
    };
  }
}

/** Times of copies of `length` bytes from random places of `total` bytes that have been written once. */
function copyFromAnywhere(total, length, random) {
  const memory = Buffer.alloc(total, 1);
  const times = new Times();
  for (let n = 0; n < 200_000; n++) {
    const at = random.below(total - length);
    const start = performance.now();
    memory.copy(page, 0, at, at + length);
    times.add(start, performance.now());
  }
  return times;
}

async function measure(count) {
  const collections = [];
  const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()));
  observer.observe({ entryTypes: ["gc"] });
  const pool = Spillway.openSync({ maxBytes: "4GiB" });
  const swap = pool.frontswap();
  swap.init(0);
  const times = { store: new Times(), random: new Times(), ordered: new Times() };
  const random = new Random(count);
  for (let i = 0; i < count; i++) {
    page.set(sources[i % sources.length]);
    words.setUint32(2000, i, true);
    const start = performance.now();
    const kept = swap.store(0, i, page);
    times.store.add(start, performance.now());
    if (!kept) throw new Error(`page ${i} was refused`);
    if (i % 100_000 === 99_999) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  for (const order of ["random", "ordered"]) {
    for (let n = 0; n < Math.min(count, 200_000); n++) {
      const i = order === "random" ? random.below(count) : n;
      const start = performance.now();
      swap.load(0, i, page);
      times[order].add(start, performance.now());
      if (words.getUint32(2000, true) !== i) throw new Error(`page ${i} came back wrong`);
    }
  }
  const { bytes } = pool.stats();
  pool.close();
  times.floor = copyFromAnywhere(bytes.compressed, Math.round(bytes.compressed / count), random);
  await new Promise((resolve) => setTimeout(resolve, 10));
  observer.disconnect();
  return { times, collections, bytes };
}

await measure(FEW);
const few = [await measure(FEW), await measure(FEW)];
const many = await measure(MANY);
few.push(await measure(FEW), await measure(FEW));

console.log(`${sources.length} real pages, stamped; means in us, ratio to the median of four runs of ${FEW}`);
const names = {
  store: "store",
  random: "load, random",
  ordered: "load, in order",
  floor: "bare copy, random",
};
const baseOf = (kind) => {
  const means = few.map(({ times }) => times[kind].mean).sort((a, b) => a - b);
  return (means[1] + means[2]) / 2;
};
for (const [kind, name] of Object.entries(names)) {
  const base = baseOf(kind);
  const { mean } = many.times[kind];
  const { own, collecting } = many.times[kind].longest(many.collections);
  console.log(
    `${name.padEnd(18)} ${FEW}: ${base.toFixed(2)}   ${MANY}: ${mean.toFixed(2)}   x ${(mean / base).toFixed(2)}   ` +
      `longest ${own.toFixed(2)} ms, with a collection in it ${collecting.toFixed(2)} ms`,
  );
}
const { raw, encoded, compressed, used, metadata } = many.bytes;
console.log(
  `ratio of the codec ${(encoded / compressed).toFixed(2)}, effective ${(raw / used).toFixed(2)}, ` +
    `metadata ${(metadata / MANY).toFixed(1)} bytes a page`,
);
