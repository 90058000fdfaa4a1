/**
 * page.mjs - stores pages and values in a worker, and marks when it begins and ends.
 *
 * The query has `pages` and `values`, how many of each. Milliseconds, and what the pool holds in the end, are
 * posted to /report/offload.
 */
import { offload } from "/build/adapters/port.js";
import { makePages, makeValue, sameBytes } from "./work.mjs";

const query = new URLSearchParams(location.search);
const pageCount = Number(query.get("pages"));
const valueCount = Number(query.get("values"));

/** Does something between two marks, which the browser's trace has too. */
async function marked(name, work) {
  const { startTime } = performance.mark(`${name} begins`);
  await work();
  return performance.mark(`${name} ends`).startTime - startTime;
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

async function run() {
  const worker = new Worker("worker.mjs", { type: "module" });
  const remote = await offload(worker, { maxBytes: "512MiB" });
  const pages = await marked("pages", () => storePages(remote));
  const values = await marked("values", () => setValues(remote));
  const { pages: held } = await remote.stats();
  await remote.close();
  return { pages, values, held };
}

const report = await run().catch((error) => ({ error: `${error.name}: ${error.message}` }));
await fetch("/report/offload", { method: "POST", body: JSON.stringify(report) });
