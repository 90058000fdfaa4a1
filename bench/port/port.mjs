/**
 * port.mjs - what a store and a load cost over a port: one by one, 64 in a turn, and 64 in a call.
 *
 * The same pages go to a pool of this thread, to one of a worker and to one of a child process. A turn of 64
 * calls is one message; so is a call of storeMany. Rounds of all ways follow one another, so that what else
 * the machine does meets them alike. Every page that comes back is compared.
 */
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { Worker } from "node:worker_threads";
import { Random } from "#kit/random.js";
import { table } from "#kit/report.js";
import { ascending, quantile } from "#kit/statistics.js";
import { connect } from "../../build/adapters/port.js";
import { Spillway } from "../../build/spillway.js";
import { bench, count } from "../options.mjs";

const PAGE = 4096;
const BATCH = 64;
const SIDE = new URL("./port_side.mjs", import.meta.url);

export const command = bench()
  .option("--pages <count>", "pages of a round, a multiple of 64", count, 2048)
  .option("--rounds <count>", "rounds", count, 15)
  .action(run);

/** Pages that compress to about a half, no two alike. */
function makePages(pageCount) {
  const random = new Random(1);
  const half = new Uint8Array(PAGE / 2);
  return Array.from({ length: pageCount }, () => {
    const page = new Uint8Array(PAGE);
    page.set(random.fill(half));
    return page;
  });
}

const HOSTS = {
  "this thread": () => {
    const pool = Spillway.openSync({ maxBytes: "256MiB" });
    return { open: async () => pool.frontswap(), end: () => pool.close() };
  },
  "a worker": async () => {
    const worker = new Worker(SIDE);
    const remote = await connect(worker);
    return { open: () => remote.frontswap(), end: () => worker.terminate() };
  },
  "a child process": async () => {
    const child = fork(SIDE, { serialization: "advanced" });
    const remote = await connect(child);
    return { open: () => remote.frontswap(), end: () => child.kill() };
  },
};

/** Each does one verb to pages from `first` on; of 64 pages. */
const WAYS = {
  "store, one by one": async (swap, first, pages) => {
    for (const [i, page] of pages.entries()) await swap.store(0, first + i, page);
  },
  "store, 64 in a turn": (swap, first, pages) =>
    Promise.all(pages.map((page, i) => swap.store(0, first + i, page))),
  "storeMany of 64": (swap, first, pages) =>
    swap.storeMany(
      0,
      pages.map((_, i) => first + i),
      pages,
    ),
  "load, one by one": async (swap, first, pages, targets) => {
    for (const i of pages.keys()) await swap.load(0, first + i, targets[i]);
  },
  "load, 64 in a turn": (swap, first, pages, targets) =>
    Promise.all(pages.map((_, i) => swap.load(0, first + i, targets[i]))),
  "loadMany of 64": (swap, first, pages, targets) =>
    swap.loadMany(
      0,
      pages.map((_, i) => first + i),
      targets,
    ),
};

async function run({ pages: pageCount, rounds }) {
  const pages = makePages(pageCount);
  const targets = pages.map(() => new Uint8Array(PAGE));
  const times = new Map();
  for (const [name, start] of Object.entries(HOSTS)) {
    const { open, end } = await start();
    const swap = await open();
    await swap.init(0);
    // One round more, so that code is warm.
    for (let round = -1; round < rounds; round++)
      for (const [way, act] of Object.entries(WAYS)) {
        const began = performance.now();
        for (let i = 0; i < pageCount; i += BATCH)
          await act(swap, i, pages.slice(i, i + BATCH), targets.slice(i, i + BATCH));
        const key = `${way} ${name}`;
        const us = ((performance.now() - began) * 1000) / pageCount;
        if (round >= 0) times.set(key, [...(times.get(key) ?? []), us]);
        if (way.startsWith("load")) {
          assert.deepEqual(targets, pages);
          for (const target of targets) target.fill(0);
        }
      }
    await swap.close();
    await end();
  }
  console.log(`us a page of ${PAGE} bytes: median of ${rounds} rounds of ${pageCount} pages, and quartiles`);
  const cell = (key) => {
    const all = ascending(times.get(key));
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(all, share).toFixed(1));
    return `${middle} (${low} to ${high})`;
  };
  const rows = Object.keys(WAYS).map((way) => [
    way,
    ...Object.keys(HOSTS).map((name) => cell(`${way} ${name}`)),
  ]);
  console.log(table(["", ...Object.keys(HOSTS)], rows));
}
