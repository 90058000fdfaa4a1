/**
 * scale.mjs - what an operation costs in a pool of a million pages against one of ten thousand, and the
 * longest single operation.
 *
 * The same 10,000 real pages (of this process's memory) are stamped with a counter, so that every page is one
 * of its own. Fresh pools each time: ten thousand, a million, ten thousand again, after a warm-up. Loads come
 * in random order, the hardest for caches, and in order. Beside them stands the least that a random load
 * could cost: a copy of as many bytes as a body has, from random places of as much memory as the bodies take.
 * An operation during which JavaScript was collected is left out of the longest and reported beside it.
 */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { livePages } from "#kit/live_memory.js";
import { Random } from "#kit/random.js";
import { median } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { Collections } from "#kit/timing.js";
import { bench, count } from "../options.mjs";

const FEW = 10_000;
/** Loads of each order, and copies. */
const LOADS = 200_000;
const NAMES = {
  store: "store",
  random: "load, random",
  ordered: "load, in order",
  floor: "bare copy, random",
};
const page = new Uint8Array(4096);
const words = new DataView(page.buffer);

export const command = bench()
  .option("--pages <count>", "pages in the large pool", count, 1_000_000)
  .action(async ({ pages: most }) => {
    const sources = livePages(FEW);
    await measure(sources, FEW);
    const few = [await measure(sources, FEW), await measure(sources, FEW)];
    const many = await measure(sources, most);
    few.push(await measure(sources, FEW), await measure(sources, FEW));
    report(sources.length, most, few, many);
  });

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
    const length = (list) => list.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    return {
      own: length(this.slow.filter((one) => !collections.overlap(one))),
      collecting: length(this.slow.filter((one) => collections.overlap(one))),
    };
  }
}

/** One pool of so many pages. */
async function measure(sources, pages) {
  const collections = new Collections();
  const { pool, swap } = openSwap({ maxBytes: "4GiB", autoShrink: true });
  const random = new Random(pages);
  const store = new Times();
  for (let i = 0; i < pages; i++) {
    page.set(sources[i % sources.length]);
    words.setUint32(2000, i, true);
    const start = performance.now();
    const kept = swap.store(0, i, page);
    store.add(start, performance.now());
    if (!kept) throw new Error(`page ${i} was refused`);
    if (i % 100_000 === 99_999) await pause(1);
  }
  const times = {
    store,
    random: timeLoads(swap, pages, () => random.below(pages)),
    ordered: timeLoads(swap, pages, (n) => n),
  };
  const { bytes } = pool.stats();
  pool.close();
  times.floor = copyFromAnywhere(bytes.compressed, Math.round(bytes.compressed / pages), random);
  await collections.stop();
  return { times, collections, bytes };
}

function timeLoads(swap, pages, offsetOf) {
  const times = new Times();
  for (let n = 0; n < Math.min(pages, LOADS); n++) {
    const i = offsetOf(n);
    const start = performance.now();
    swap.load(0, i, page);
    times.add(start, performance.now());
    if (words.getUint32(2000, true) !== i) throw new Error(`page ${i} came back wrong`);
  }
  return times;
}

/** Times of copies of `length` bytes from random places of `total` bytes that have been written once. */
function copyFromAnywhere(total, length, random) {
  const memory = Buffer.alloc(total, 1);
  const times = new Times();
  for (let n = 0; n < LOADS; n++) {
    const at = random.below(total - length);
    const start = performance.now();
    memory.copy(page, 0, at, at + length);
    times.add(start, performance.now());
  }
  return times;
}

function report(sources, most, few, many) {
  console.log(`${sources} real pages, stamped; means in us, ratio to the median of four runs of ${FEW}`);
  for (const [kind, name] of Object.entries(NAMES)) {
    const base = median(few.map(({ times }) => times[kind].mean));
    const { mean } = many.times[kind];
    const { own, collecting } = many.times[kind].longest(many.collections);
    console.log(
      `${name.padEnd(18)} ${FEW}: ${base.toFixed(2)}   ${most}: ${mean.toFixed(2)}   ` +
        `x ${(mean / base).toFixed(2)}   longest ${own.toFixed(2)} ms, ` +
        `with a collection in it ${collecting.toFixed(2)} ms`,
    );
  }
  const { raw, encoded, compressed, used, metadata } = many.bytes;
  console.log(
    `ratio of the codec ${(encoded / compressed).toFixed(2)}, effective ${(raw / used).toFixed(2)}, ` +
      `metadata ${(metadata / most).toFixed(1)} bytes a page`,
  );
}
