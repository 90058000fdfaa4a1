/**
 * page.mjs - stores pages and values in a worker, and tells what long tasks the page had meanwhile.
 *
 * The query has `pages` and `values`, how many of each. What came of it is posted to /report/offload.
 */
import { offload } from "/build/adapters/port.js";
import { makePages, makeValue, sameBytes } from "./work.mjs";

const query = new URLSearchParams(location.search);
const pageCount = Number(query.get("pages"));
const valueCount = Number(query.get("values"));

/** Tasks above 50 ms, in milliseconds, while something is done; and how long that took. */
async function watched(work) {
  const tasks = [];
  const note = (list) => tasks.push(...list.getEntries().map(({ duration }) => duration));
  const observer = new PerformanceObserver((list) => note(list));
  observer.observe({ entryTypes: ["longtask"] });
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  // The last task is told after it has ended.
  await new Promise((resolve) => setTimeout(resolve, 50));
  note({ getEntries: () => observer.takeRecords() });
  observer.disconnect();
  return { ms, tasks };
}

async function storePages(remote) {
  const swap = await remote.frontswap();
  await swap.init(0);
  const pages = makePages();
  for (let i = 0; i < pageCount; i += pages.length)
    await Promise.all(pages.map((page, j) => swap.store(0, i + j, page)));
  const back = new Uint8Array(4096);
  for (let i = 0; i < pageCount; i += 997)
    if (!(await swap.load(0, i, back)) || !sameBytes(back, pages[i % pages.length]))
      throw new Error(`page ${i} is another one`);
}

async function setValues(remote) {
  const map = await remote.map();
  for (let i = 0; i < valueCount; i += 32)
    await Promise.all(Array.from({ length: 32 }, (_, j) => map.set(`${i + j}`, makeValue(i + j))));
  for (let i = 0; i < valueCount; i += 997)
    if (JSON.stringify(await map.get(`${i}`)) !== JSON.stringify(makeValue(i)))
      throw new Error(`value ${i} is another one`);
}

/** Messages of 256 KiB to a worker without a pool, for a second. */
async function exchange() {
  const worker = new Worker("echo.mjs", { type: "module" });
  const bytes = new Uint8Array(2 ** 18);
  for (const end = performance.now() + 1000; performance.now() < end; ) {
    const answered = new Promise((resolve) => worker.addEventListener("message", resolve, { once: true }));
    worker.postMessage(bytes.slice());
    await answered;
  }
  worker.terminate();
}

async function run() {
  const worker = new Worker("worker.mjs", { type: "module" });
  const remote = await offload(worker, { maxBytes: "512MiB" });
  const before = await watched(exchange);
  const pages = await watched(() => storePages(remote));
  const values = await watched(() => setValues(remote));
  const after = await watched(exchange);
  const { pages: held } = await remote.stats();
  await remote.close();
  return { before, pages, values, after, held };
}

const report = await run().catch((error) => ({ error: `${error.name}: ${error.message}` }));
await fetch("/report/offload", { method: "POST", body: JSON.stringify(report) });
