/**
 * giveback_host.mjs - one host of giveback.mjs, in a process of its own: Node or Deno. Arguments: `shrink` or
 * `auto`, and the number of pages.
 *
 * Stores the pages, invalidates nine of ten, and watches the process's RSS, as the system counts it, while
 * random pages are loaded all the time.
 */
import { performance } from "node:perf_hooks";
import { argv } from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { livePages } from "#kit/live_memory.js";
import { Random } from "#kit/random.js";
import { verdict } from "#kit/report.js";
import { ascending, quantile } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";

const auto = argv[2] === "auto";
const COUNT = Number(argv[3]);
const KEPT = Math.ceil(COUNT / 10);
/** The bound of either way. */
const SECONDS = auto ? 60 : 5;
const LOADS_BEFORE = 20_000;
const MiB = 2 ** 20;
const rss = () => process.memoryUsage().rss / MiB;
const p99 = (ms) => 1000 * quantile(ascending(ms), 0.99);

const sources = livePages(10_000);
const random = new Random(7);
const { pool, swap } = openSwap({ maxBytes: 4096 * COUNT, autoShrink: auto });
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

/** Room for the times of loads, touched beforehand, so that keeping them does not change what is measured. */
const times = new Float64Array(2_000_000).fill(1);
let count = 0;
async function loadSome() {
  for (let n = 0; n < 20; n++) {
    const i = 10 * random.below(KEPT);
    const start = performance.now();
    const found = swap.load(0, i, page);
    if (count < times.length) times[count++] = performance.now() - start;
    if (!found || words.getUint32(2000, true) !== i) throw new Error(`page ${i} is not what was stored`);
  }
  // After a pause less is in the caches: so there are pauses before as well as meanwhile.
  await pause(auto ? 5 : 0);
}
while (count < LOADS_BEFORE) await loadSome();
const before = p99(times.subarray(0, count));
count = 0;

const reserved = pool.stats().bytes.reserved / MiB;
const full = rss();
const began = performance.now();
const elapsed = () => (performance.now() - began) / 1000;
const freed = () => reserved - pool.stats().bytes.reserved / MiB;
/** Nine tenths of the pages are gone: four fifths of their memory must be the system's again. */
const LEAST = 0.8 * 0.9 * reserved;
let done = auto;
const work = auto ? undefined : pool.shrink().then(() => (done = true));
let soonest;
while (elapsed() < SECONDS && soonest === undefined) {
  await loadSome();
  if (freed() >= LEAST && full - rss() >= 0.8 * freed() && done) soonest = elapsed();
}
await work;
const during = p99(times.subarray(0, count));
const [returned, fallen] = [freed(), full - rss()];

let same = 0;
const back = new Uint8Array(4096);
for (let i = 0; i < COUNT; i += 10) {
  write(i);
  if (swap.load(0, i, back) && back.every((byte, at) => byte === page[at])) same += 1;
}
const host = globalThis.Deno ? `Deno ${globalThis.Deno.version.deno}` : `Node ${process.version.slice(1)}`;
const within = soonest === undefined ? `more than ${SECONDS}` : soonest.toFixed(1);
console.log(
  `giveback, ${auto ? "unasked" : "shrink()"}, ${host}: ` +
    `${returned.toFixed(0)} of ${reserved.toFixed(0)} MiB given back, ` +
    `RSS fell by ${fallen.toFixed(0)} MiB within ${within} s; ` +
    `bound 80 % within ${SECONDS} s: ${verdict(soonest !== undefined)}`,
);
console.log(
  `  p99 of loads ${before.toFixed(1)} us before, ${during.toFixed(1)} us meanwhile; ` +
    `bound x 5: ${verdict(during <= 5 * before)}; ` +
    `${same} of ${KEPT} pages the same: ${verdict(same === KEPT && pool.selfCheck() === 0)}`,
);
pool.close();
