/**
 * offload.mjs - what storing pages and values off the main thread leaves of the main thread.
 *
 * Node: the delay of the event loop, while nothing is done, while a worker has the pool, and while this thread
 * has it and stores the same in batches of 64 between turns. Chromium: tasks above 50 ms in a page whose pool
 * is in a worker. Values and pages that come back are compared. The work is that of the test
 * (tests/behaviour/port/offload), with more of it.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { Browser, PageServer, withoutBrowser } from "#kit/browsers.js";
import { table } from "#kit/report.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { offload, startWorker } from "../../build/adapters/port.js";
import { Spillway } from "../../build/spillway.js";
import { makePages, makeValue, sameBytes } from "../../tests/behaviour/port/offload/work.mjs";
import { bench, count } from "../options.mjs";

const FOLDER = "tests/behaviour/port/offload";
const built = (name) => new URL(`../../build/${name}`, import.meta.url);

export const command = bench()
  .option("--pages <count>", "pages", count, 100_000)
  .option("--values <count>", "values", count, 20_000)
  .action(run);

async function run({ pages, values }) {
  const rows = [["idle", ...(await delayed(() => sleep(1000)))]];
  const remote = await offload(
    startWorker({ library: built("spillway.js"), port: built("adapters/port.js") }),
    {
      maxBytes: "512MiB",
    },
  );
  rows.push(["pages, pool in a worker", ...(await delayed(() => storePages(remote, pages)))]);
  rows.push(["values, pool in a worker", ...(await delayed(() => setValues(remote, values)))]);
  await remote.close();
  const pool = Spillway.openSync({ maxBytes: "512MiB" });
  rows.push(["pages, pool in this thread", ...(await delayed(() => storePages(pool, pages)))]);
  rows.push(["values, pool in this thread", ...(await delayed(() => setValues(pool, values)))]);
  pool.close();
  console.log(
    `${pages} pages of 4 KiB, ${values} values. Node ${process.version}: delay of the event loop in ms`,
  );
  console.log(table(["", "p50", "p99", "most", "ms in all"], rows));
  if (withoutBrowser("Chromium")) console.log(`Chromium: ${withoutBrowser("Chromium")}`);
  else
    console.log(
      table(
        ["Chromium, pool in a worker", "tasks above 50 ms", "ms in all"],
        await inChromium({ pages, values }),
      ),
    );
}

/** Percentiles of the delay while something is done, and how long that took. */
async function delayed(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const began = performance.now();
  delay.enable();
  await work();
  delay.disable();
  const all = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => (ns / 1e6).toFixed(1));
  return [...all, Math.round(performance.now() - began)];
}

/** A turn of the host, without which a pool of this thread would never let timers run. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

async function storePages(pool, pageCount) {
  const swap = await pool.frontswap();
  await swap.init(0);
  const pages = makePages();
  for (let i = 0; i < pageCount; i += pages.length) {
    await Promise.all(pages.map((page, j) => swap.store(0, i + j, page)));
    await turn();
  }
  const back = new Uint8Array(4096);
  for (let i = 0; i < pageCount; i += 997) {
    assert.ok(await swap.load(0, i, back));
    assert.ok(sameBytes(back, pages[i % pages.length]));
  }
}

async function setValues(pool, valueCount) {
  const map = await pool.map();
  for (let i = 0; i < valueCount; i += 64) {
    await Promise.all(Array.from({ length: 64 }, (_, j) => map.set(`${i + j}`, makeValue(i + j))));
    await turn();
  }
  for (let i = 0; i < valueCount; i += 997) assert.deepEqual(await map.get(`${i}`), makeValue(i));
}

async function inChromium(query) {
  const server = new PageServer(["build", FOLDER]);
  const address = await server.listen();
  const url = address(`${FOLDER}/page.html?${new URLSearchParams(query)}`);
  const browser = new Browser("Chromium", url, join(scratchFolder(), "profile"));
  try {
    const said = JSON.parse(await Promise.race([server.heard("offload"), browser.ended()]));
    assert.equal(said.error, undefined);
    assert.ok(said.held > query.pages);
    return ["idle", "pages", "values"].map((name) => {
      const { ms, tasks } = said[name];
      return [name, tasks.length === 0 ? "none" : tasks.map(Math.round).join(", "), Math.round(ms)];
    });
  } finally {
    await browser.kill();
    server.close();
  }
}
