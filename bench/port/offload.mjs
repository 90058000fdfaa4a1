/**
 * offload.mjs - what storing pages and values off the main thread leaves of the main thread.
 *
 * Node: how late timers are (kit/loop_delay.ts) while nothing is done, while a worker without a pool is sent
 * as much, while a worker has the pool, and while this thread has it and lets the loop turn between batches
 * of 64. Chromium: how long the tasks of a page are whose pool is in a worker (kit/page_tasks.ts). Values and
 * pages that come back are compared. The work is that of the test (tests/behaviour/port/offload), with more
 * of it.
 */
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { PageServer, withoutBrowser } from "#kit/browsers.js";
import { loopDelay } from "#kit/loop_delay.js";
import { pageTasks } from "#kit/page_tasks.js";
import { table } from "#kit/report.js";
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
  rows.push(["256 KiB a message, no pool", ...(await delayed(exchange))]);
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
  console.log(`${pages} pages of 4 KiB, ${values} values. Node ${process.version}: timers late by, in ms`);
  console.log(table(["", "p99", "most", "p99 by the clock", "ms in all"], rows));
  if (withoutBrowser("Chromium")) console.log(`Chromium: ${withoutBrowser("Chromium")}`);
  else
    console.log(
      table(
        [
          "Chromium, pool in a worker",
          "tasks",
          "above 50 ms",
          "longest",
          "longest by the clock",
          "ms in all",
        ],
        await inChromium({ pages, values }),
      ),
    );
}

/** How late timers are while something is done, and how long that took. */
async function delayed(work) {
  const { p99, most, p99ByClock, ms } = await loopDelay(work);
  return [...[p99, most, p99ByClock].map((late) => late.toFixed(1)), Math.round(ms)];
}

/** Messages of 256 KiB to a worker that only answers, after a millisecond of work, for two seconds. */
async function exchange() {
  const worker = new Worker(ECHO, { eval: true });
  const bytes = new Uint8Array(2 ** 18);
  for (const end = performance.now() + 2000; performance.now() < end; ) {
    const answered = new Promise((resolve) => worker.once("message", resolve));
    worker.postMessage(bytes.slice());
    await answered;
  }
  await worker.terminate();
}

const ECHO = `const { parentPort } = require("node:worker_threads");
  parentPort.on("message", () => {
    const end = performance.now() + 1;
    while (performance.now() < end);
    parentPort.postMessage(0);
  });`;

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
  const report = server.heard("offload");
  const tasks = await pageTasks(address(`${FOLDER}/page.html?${new URLSearchParams(query)}`), report);
  server.close();
  const said = JSON.parse(await report);
  assert.equal(said.error, undefined);
  assert.ok(said.held > query.pages);
  return ["pages", "values"].map((phase) => {
    const { count, long, longest, longestByClock } = tasks(phase);
    return [phase, count, long, longest.toFixed(1), longestByClock.toFixed(1), Math.round(said[phase])];
  });
}
