/**
 * churn.mjs - how much of what a pool uses is bodies, while pages come and go for long, and after compact().
 *
 * Random stores, overwrites and invalidations; contents, lengths and the number of keys drift. Pages are of
 * this process's own memory, stamped so that each is one of its own, and every byte that comes back is
 * compared.
 */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { livePages } from "#kit/live_memory.js";
import { Random } from "#kit/random.js";
import { percent, verdict } from "#kit/report.js";
import { mean } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { bench, count } from "../options.mjs";

const BOUNDS = { meanwhile: 0.9, compacted: 0.95 };
/** A look at the statistics after so many operations. */
const LOOK = 20_000;

export const command = bench().option("--operations <count>", "operations", count, 10_000_000).action(churn);

async function churn({ operations }) {
  const { pool, swap } = openSwap({ maxBytes: "256MiB" });
  const write = writer(operations);
  const random = new Random(5);
  const model = new Map();
  const looks = [];
  const start = performance.now();
  for (let n = 0; n < operations; n++) {
    operate(swap, model, random, n, operations, write);
    if (n > operations / 20 && n % LOOK === 0) {
      looks.push(lookAt(pool.stats()));
      await pause(0);
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const end = ratiosOf(pool.stats());
  const { squeezed, storedPages, stores } = pool.stats();
  await pool.compact();
  const compacted = ratiosOf(pool.stats());
  compare(swap, model, write);
  console.log(
    `churn: ${operations} operations in ${seconds.toFixed(0)} s, ${storedPages} pages at the end, ` +
      `all as they were stored; ${(squeezed.bytes / stores / 1024).toFixed(1)} KiB moved for each store`,
  );
  reportLooks(looks);
  report("at the end", end, BOUNDS.meanwhile);
  report("after compact()", compacted, BOUNDS.compacted);
  pool.close();
}

/** Writes the page of a number: contents drift with it, and each fourth page is shorter. */
function writer(operations) {
  const sources = livePages(8000);
  const page = new Uint8Array(4096);
  const words = new DataView(page.buffer);
  return (n) => {
    const phase = Math.floor((n / operations) * sources.length);
    page.set(sources[(phase + (n % 3000)) % sources.length]);
    words.setUint32(2000, n, true);
    return page.subarray(0, n % 4 === 3 ? 2004 + (Math.imul(n, 2654435761) >>> 21) : 4096);
  };
}

/**
 * Seven stores for three invalidations. The keys are 30,000, a third more and a third less, three times over.
 */
function operate(swap, model, random, n, operations, write) {
  const keys = 30_000 + Math.round(10_000 * Math.sin((n / operations) * 6 * Math.PI));
  if (random.below(10) < 7) {
    const key = random.below(keys);
    if (swap.store(0, key, write(n))) model.set(key, n);
    else model.delete(key);
  } else {
    const key = random.below(40_000);
    swap.invalidatePage(0, key);
    model.delete(key);
  }
}

function lookAt({ storedPages, bytes }) {
  const part = (of) => percent(of / bytes.used);
  return {
    ratio: bytes.compressed / bytes.used,
    pages: storedPages,
    metadata: part(bytes.metadata),
    free: part(bytes.used - bytes.live),
    rest: part(bytes.live - bytes.metadata - bytes.compressed),
  };
}

function ratiosOf({ bytes, storedPages }) {
  return { bodies: bytes.compressed / bytes.used, metadata: bytes.metadata / storedPages };
}

function compare(swap, model, write) {
  const back = new Uint8Array(4096);
  for (const [key, n] of model) {
    const wanted = write(n);
    if (!swap.load(0, key, back) || Buffer.compare(back.subarray(0, wanted.length), wanted) !== 0)
      throw new Error(`the page of key ${key} is not what was stored`);
  }
}

function reportLooks(looks) {
  const ratio = mean(looks.map((look) => look.ratio));
  const least = looks.reduce((one, other) => (other.ratio < one.ratio ? other : one));
  const bound = BOUNDS.meanwhile;
  console.log(
    `  bodies / used: mean ${ratio.toFixed(3)}; bound ${bound.toFixed(2)}: ${verdict(ratio >= bound)}`,
  );
  console.log(
    `  least ${least.ratio.toFixed(3)}, with ${least.pages} pages kept: of used, ` +
      `${least.metadata} is records and tables, ${least.free} free in slabs, ` +
      `${least.rest} tags and fixed regions`,
  );
}

function report(when, { bodies, metadata }, bound) {
  console.log(
    `  ${when} ${bodies.toFixed(3)} (${metadata.toFixed(0)} bytes of metadata a page); ` +
      `bound ${bound.toFixed(2)}: ${verdict(bodies >= bound)}`,
  );
}
