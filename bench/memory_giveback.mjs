/**
 * memory_giveback.mjs - one host of `npm run bench:memory -- giveback`: runs in Node and in Deno.
 *
 * Stores 2^18 pages (1 GiB), invalidates nine of ten, and watches the process's RSS, as the system counts it, while random
 * pages are loaded all the time: with `shrink` after a call of pool.shrink(), with `auto` after none.
 */
import { performance } from "node:perf_hooks";
import { Spillway } from "spillway";
import { livePages } from "../build/tests/support/pages.js";
import { Random } from "../build/tests/support/random.js";

const auto = process.argv[2] === "auto";
const COUNT = 2 ** 18;
const SECONDS = auto ? 60 : 5;
const MiB = 2 ** 20;
const rss = () => process.memoryUsage().rss / MiB;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const p99 = (times) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] * 1000;

const sources = livePages(10_000);
const random = new Random(7);
const pool = Spillway.openSync({ maxBytes: "1GiB", autoShrink: auto });
const swap = pool.frontswap();
swap.init(0);
const page = new Uint8Array(4096);
const words = new DataView(page.buffer);
const write = (i) => {
  page.set(sources[i % sources.length]);
  words.setUint32(2000, i, true);
};
for (let i = 0; i < COUNT; i++) {
  write(i);
  if (!swap.store(0, i, page)) throw new Error(`page ${i} was refused`);
}
for (let i = 0; i < COUNT; i++) if (i % 10) swap.invalidatePage(0, i);

/** Room for the times of loads, so that keeping them does not change what is measured. */
const times = new Float64Array(2_000_000);
let count = 0;
function loadSome() {
  for (let n = 0; n < 20; n++) {
    const i = 10 * random.below(Math.ceil(COUNT / 10));
    const start = performance.now();
    const found = swap.load(0, i, page);
    if (count < times.length) times[count++] = performance.now() - start;
    if (!found || words.getUint32(2000, true) !== i) throw new Error(`page ${i} is not what was stored`);
  }
}
times.fill(1);
// With the pauses that there will be meanwhile: after one, less is in the caches.
const rest = () => pause(auto ? 5 : 0);
while (count < 20_000) {
  loadSome();
  await rest();
}
const before = p99(times.slice(0, count));
count = 0;

const reserved = pool.stats().bytes.reserved / MiB;
const full = rss();
const began = performance.now();
const elapsed = () => (performance.now() - began) / 1000;
let done = false;
const work = auto ? undefined : pool.shrink().then(() => (done = true));
let soonest;
const freed = () => reserved - pool.stats().bytes.reserved / MiB;
/** Nine tenths are gone: four fifths of those must be the system's again. */
const LEAST = 0.8 * 0.9 * reserved;
while (elapsed() < SECONDS) {
  loadSome();
  await rest();
  if (freed() >= LEAST && full - rss() >= 0.8 * freed() && (done || auto)) {
    soonest = elapsed();
    break;
  }
}
await work;
const during = p99(times.slice(0, count));
const returned = freed();
const fallen = full - rss();
let same = 0;
for (let i = 0; i < COUNT; i += 10) {
  const found = swap.load(0, i, page);
  const copy = page.slice();
  write(i);
  if (found && copy.every((byte, at) => byte === page[at])) same += 1;
}
const host = globalThis.Deno ? `Deno ${globalThis.Deno.version.deno}` : `Node ${process.version.slice(1)}`;
const kept = Math.ceil(COUNT / 10);
const met = (good) => (good ? "met" : "MISSED");
console.log(
  `giveback, ${auto ? "unasked" : "shrink()"}, ${host}: ${returned.toFixed(0)} of ${reserved.toFixed(0)} MiB given back, RSS fell by ` +
    `${fallen.toFixed(0)} MiB within ${soonest === undefined ? `more than ${SECONDS}` : soonest.toFixed(1)} s; ` +
    `bound 80 % within ${SECONDS} s: ${met(soonest !== undefined)}`,
);
console.log(
  `  p99 of loads ${before.toFixed(1)} us before, ${during.toFixed(1)} us meanwhile; bound x 5: ${met(during <= 5 * before)}; ` +
    `${same} of ${kept} pages the same: ${met(same === kept && pool.selfCheck() === 0)}`,
);
pool.close();
