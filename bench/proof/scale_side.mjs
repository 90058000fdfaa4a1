/**
 * scale_side.mjs - one point of `proof scale`, in a process of its own: fills a pool as the task says, loads
 * a part of it at random, compares every byte loaded, and sends microseconds and bytes.
 */
import { performance } from "node:perf_hooks";
import { Spillway } from "spillway";
import { fileDevice } from "spillway/file";
import { Random } from "#kit/random.js";
import { ascending, quantile } from "#kit/statistics.js";

const LOADS = 20_000;
const MIB = 2 ** 20;

const task = JSON.parse(process.argv[2]);
const { kind, length, maxBytes, pageSize = 4096 } = task;
const spill =
  kind === "disk" ? fileDevice({ dir: task.folder, maxBytes: "8GiB", encrypt: false }) : undefined;
const pool = Spillway.openSync({ maxBytes, pageSize, ...(spill && { spill }) });

/** Noise to cut from; from one cut to the next is a prime number of bytes. */
const NOISE = new Random(1).fill(new Uint8Array(16 * MIB));
const STRIDE = 1_000_003;
const page = new Uint8Array(length).fill(7);
const words = new DataView(page.buffer);

/** Half of a page is noise, so that its body is about half of it; each page is another. */
function pageOf(number) {
  const half = length >> 1;
  const from = (number * STRIDE) % (NOISE.length - half);
  page.set(NOISE.subarray(from, from + half));
  words.setUint32(0, number, true);
  return page;
}

const store = kind === "values" ? valueStore() : pageStore();

function pageStore() {
  const swap = pool.frontswap();
  swap.init(0);
  const target = new Uint8Array(length);
  return {
    set: (number) => swap.store(0, number, pageOf(number)),
    get: (number) => (swap.load(0, number, target) ? target : undefined),
  };
}

function valueStore() {
  const map = pool.map();
  return {
    set: (number) => map.set(`${number}`, pageOf(number)) !== undefined,
    get: (number) => map.get(`${number}`),
  };
}

/** How many pages there are to be: a number, until memory holds so much, or so many times memory. */
function isDone(stored) {
  if (task.count !== undefined) return stored >= task.count;
  if (kind === "filled") return stored % 256 === 0 && pool.stats().bytes.used >= task.fill;
  return (stored * length) / 2 >= maxBytes * (1 + task.times);
}

let stored = 0;
const start = performance.now();
while (!isDone(stored)) {
  if (!store.set(stored)) throw new Error(`page ${stored} was refused`);
  stored += 1;
}
const storeUs = (1000 * (performance.now() - start)) / stored;
const random = new Random(2);
const times = [];
for (let i = 0; i < LOADS && i < 20 * stored; i++) {
  const number = random.below(stored);
  const from = performance.now();
  const found = store.get(number);
  times.push(1000 * (performance.now() - from));
  if (found === undefined || Buffer.compare(found, pageOf(number)) !== 0)
    throw new Error(`other bytes in ${number}`);
}
const sorted = ascending(times);
const { used } = pool.stats().bytes;
process.send({
  storeUs,
  loadP50us: quantile(sorted, 0.5),
  loadP99us: quantile(sorted, 0.99),
  usedMiB: used / MIB,
  bytesPerItem: used / stored,
});
pool.close();
process.disconnect();
