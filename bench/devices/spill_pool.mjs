/**
 * spill_pool.mjs - a pool of 64 MiB with a file takes gigabytes of pages, and returns every one.
 *
 * Half of the pages are of the running process, each stamped so that none is like another; the others are
 * generated, of all kinds. Then pages are overwritten, in a skewed order, and cleaning works beside it, as a
 * pool's own timer does. Every page is compared at the end. Exits with 1 when a bound is missed.
 */
import { tmpdir } from "node:os";
import { makePage, PAGE_KINDS } from "#kit/generated_pages.js";
import { describeLive, livePages } from "#kit/live_memory.js";
import { openSpilling } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { table, verdict } from "#kit/report.js";
import { fileDevice } from "#lib/adapters/file.js";
import { Address } from "#lib/engine/address.js";
import { bench, count } from "../options.mjs";

const PAGE = 4096;
const WORDS = PAGE / 4;
/** Pages that others are stamped copies of. */
const SOURCES = 20_000;
/** Bounds: bytes of memory for each page, the file over its live bodies. Four segments do not count. */
const MEMORY_MOST = 40;
const DISK_MOST = 1.3;
const FREE_SEGMENTS = 4;
/** Steps after which cleaning works, and for how long. */
const CLEAN_EVERY = 500;
const CLEAN_MS = 20;

export const command = bench()
  .option("--pages <count>", "pages of 4 KiB", count, 2 ** 19)
  .option("--steps <count>", "steps of churn", count, 100_000)
  .option("--dir <folder>", "where the file is made", tmpdir())
  .option("--plain", "without a seal")
  .option("--seed <number>", "the seed of pages and steps", count, 1)
  .action(run);

function run({ pages, steps, dir, plain = false, seed }) {
  const random = new Random(seed);
  const live = livePages(SOURCES, PAGE);
  console.log(`${pages} pages, ${plain ? "as they are" : "sealed"}, seed ${seed}; ${describeLive(live)}`);
  const generated = Array.from({ length: SOURCES }, (_, i) =>
    makePage(random, PAGE_KINDS[i % PAGE_KINDS.length], PAGE),
  );
  const page = new Uint8Array(PAGE);
  const words = new Uint32Array(page.buffer);
  /** The page of a number: a source, stamped in two places. */
  const pageOf = (number) => {
    const sources = number % 2 ? live : generated;
    page.fill(0);
    page.set(sources[(number * 7919) % sources.length].subarray(0, PAGE));
    words[(number * 13) % WORDS] = number;
    words[5] = Math.imul(number, 2654435761);
    return page;
  };

  const device = fileDevice({ dir, maxBytes: "8GiB", encrypt: !plain });
  const router = openSpilling("engine", [device], { maxBytes: "64MiB" });
  const area = router.registry.openArea(1, 0, 1);
  const address = new Address();
  const numbers = new Uint32Array(pages);
  const store = (at, number) => {
    numbers[at] = number;
    if (router.store(address.at(area, at), pageOf(number)) <= 0) throw new Error(`page ${at} was refused`);
  };
  const began = performance.now();
  for (let at = 0; at < pages; at++) store(at, at);
  const perStore = (1000 * (performance.now() - began)) / pages;
  const memory = memoryOf(router.stats());

  let most = 0;
  for (let step = 1; step <= steps; step++) {
    const at = Math.floor(pages * (random.below(2 ** 30) / 2 ** 30) ** 3);
    store(at, pages + step);
    if (step % CLEAN_EVERY) continue;
    router.spilled.log.clean(CLEAN_MS);
    most = Math.max(most, diskOf(router));
  }
  const { devices, bytes } = router.stats().spill;
  const { spilledBytes } = router.spilled.log.stats().spilled;
  const back = new Uint8Array(PAGE);
  for (let at = 0; at < pages; at++)
    if (router.load(address.at(area, at), back, false) !== PAGE || Buffer.compare(back, pageOf(numbers[at])))
      throw new Error(`page ${at} is not what was stored`);
  const check = router.selfCheck();
  router.close();

  const rows = [
    ["memory for each page, without bodies", `${memory.toFixed(1)} bytes`, verdict(memory <= MEMORY_MOST)],
    ["the file, of its live bodies, at most", most.toFixed(3), verdict(most <= DISK_MOST)],
    ["written for each byte spilled", (devices[0].writtenBytes / spilledBytes).toFixed(2), ""],
    ["bodies on the device at the end", `${(bytes / 2 ** 20).toFixed(0)} MiB`, ""],
    ["a store, spilling included", `${perStore.toFixed(1)} us`, ""],
    ["pages that came back", `${pages} of ${pages}`, verdict(check === 0)],
  ];
  console.log(table(["", "", ""], rows));
  if (memory > MEMORY_MOST || most > DISK_MOST || check !== 0) process.exitCode = 1;
}

/** Bytes of entries, records and tables for each page. */
function memoryOf({ bytes, storedPages }) {
  return bytes.metadata / storedPages;
}

function diskOf(router) {
  const [{ diskBytes, liveBytes }] = router.stats().spill.devices;
  return (diskBytes - FREE_SEGMENTS * router.spilled.log.segmentBytes) / liveBytes;
}
