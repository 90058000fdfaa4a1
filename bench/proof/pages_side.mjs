/**
 * pages_side.mjs - one contestant of `proof pages`, in a process of its own: stores every page of a file in
 * order, loads each at random, compares all bytes, and sends the figures. A pool is recompressed then, and
 * every page is loaded and compared once more.
 *
 * Some pages are stored and loaded first, over new stores, until two runs in a row take nearly the same time.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { Random } from "#kit/random.js";
import { ascending, mean, quantile } from "#kit/statistics.js";
import { groupBytes, processBytes } from "./memory_group.mjs";
import { pageJob } from "./pages.mjs";
import { CONTESTANTS } from "./stores.mjs";

const PAGE = 4096;
const STEADY = 0.1;
/** Few pages: memory that they leave behind is used again, and would count for nothing. */
const WARM = { full: { runs: 8, pages: 500 }, quick: { runs: 2, pages: 500 } };
/** Stores of one transaction. */
const BATCH = 256;
const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];

const { path, contestant, size, folder, group } = JSON.parse(process.argv[2]);
const { raw = false, open } = CONTESTANTS[contestant];
const look = () => (group ? groupBytes(group) : processBytes(folder));
const image = readFileSync(path);
const all = Array.from({ length: image.length / PAGE }, (_, i) => i);
const pageOf = (number) => image.subarray(number * PAGE, (number + 1) * PAGE);
/** A store that keeps what it is given is given a copy, as the caller uses the page again. */
const toKeep = raw ? (page) => new Uint8Array(page) : (page) => page;

/** Microseconds of each store of a batch, the end of its transaction shared among them. */
function storeAll(store, numbers) {
  const times = [];
  for (let from = 0; from < numbers.length; from += BATCH) {
    const batch = numbers.slice(from, from + BATCH);
    let inside = 0;
    const start = performance.now();
    const own = [];
    store.batch(() => {
      for (const number of batch) {
        const page = pageOf(number);
        const before = performance.now();
        store.set(number, toKeep(page));
        const took = performance.now() - before;
        inside += took;
        own.push(took);
      }
    });
    const rest = (performance.now() - start - inside) / batch.length;
    // Only a transaction has work that lies outside of its stores.
    for (const took of own) times.push(1000 * (took + (CONTESTANTS[contestant].disk ? rest : 0)));
  }
  return times;
}

async function loadAll(store, numbers) {
  const times = [];
  let done = 0;
  for (const number of numbers) {
    const before = performance.now();
    const found = store.get(number);
    times.push(1000 * (performance.now() - before));
    if (found === undefined || Buffer.compare(found, pageOf(number)) !== 0)
      throw new Error(`other bytes than were set: page ${number}`);
    // The event loop frees buffers of native code.
    if (++done % BATCH === 0) await setImmediate();
  }
  return times;
}

async function warmUp() {
  const { runs, pages } = WARM[size];
  const some = all.slice(0, pages);
  let before = Number.POSITIVE_INFINITY;
  for (let run = 1; run <= runs; run++) {
    const own = mkdtempSync(join(folder, "warm-"));
    const store = open(pageJob(all.length, own));
    const us = mean(storeAll(store, some)) + mean(await loadAll(store, some));
    store.close?.();
    // What is cached of its files goes with them.
    rmSync(own, { recursive: true, force: true });
    if (Math.abs(us / before - 1) < STEADY) return run;
    before = us;
  }
  return runs;
}

const latencies = (us) => {
  const sorted = ascending(us);
  return SHARES.map((share) => [share, quantile(sorted, share)]);
};

const usedSince = (base) => {
  globalThis.gc();
  const now = look();
  return now.own + now.cache - base.own - base.cache;
};

function figuresOf(loads, used, own) {
  const sorted = ascending(loads);
  const [loadP50us, loadP99us] = [0.5, 0.99].map((share) => quantile(sorted, share));
  return { loadUs: mean(loads), loadP50us, loadP99us, used, own };
}

async function afterRest() {
  await store.rest();
  const now = usedSince(base);
  const times = await loadAll(store, order);
  return { ...figuresOf(times, now, store.bytes()), latency: { load: latencies(times) } };
}

const warmRuns = await warmUp();
globalThis.gc();
const base = look();
process.send({ base: performance.now() });
const store = open(pageJob(all.length, mkdtempSync(join(folder, "run-"))));
const stores = storeAll(store, all);
await setImmediate();
const used = usedSince(base);
const order = new Random(1).shuffle([...all]);
const loads = await loadAll(store, order);
const first = figuresOf(loads, used, store.bytes?.());
const rested = store.rest && (await afterRest());
const sorted = ascending(stores);
store.close?.();
process.send({
  result: {
    warmRuns,
    storeUs: mean(stores),
    storeP50us: quantile(sorted, 0.5),
    storeP99us: quantile(sorted, 0.99),
    ...first,
    rested,
    latency: { store: latencies(stores), load: latencies(loads) },
  },
});
process.disconnect();
