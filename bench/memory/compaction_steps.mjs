/**
 * compaction_steps.mjs - the longest step of compaction, in pools of every sparseness.
 *
 * Steps during which JavaScript was collected, or in which the process had no processor for more than half of
 * the time, are told apart.
 */
import { performance } from "node:perf_hooks";
import { livePages } from "#kit/live_memory.js";
import { addressOf, openArenas, put } from "#kit/pools.js";
import { verdict } from "#kit/report.js";
import { Collections, cpuNow } from "#kit/timing.js";
import { bench, count } from "../options.mjs";

const PAGES = 100_000;
const SOURCES = 8000;
const BOUND_MS = 2;
/** Shorter steps are not looked at more closely. */
const SLOW_MS = 0.2;

export const command = bench()
  .option("--rounds <count>", "pools, each sparser than the next (at most 9)", count, 5)
  .action(async ({ rounds }) => {
    const sources = livePages(SOURCES);
    const collections = new Collections();
    const slow = [];
    let steps = 0;
    for (let tenths = 1; tenths <= rounds; tenths++) {
      for (const arena of sparseArenas(sources, tenths)) steps += compactAll(arena, slow);
    }
    await collections.stop();
    const longestOf = (list) => Math.max(SLOW_MS, ...list.map(({ start, end }) => end - start)).toFixed(2);
    const own = longestOf(slow.filter((step) => !step.waited && !collections.overlap(step)));
    console.log(
      `steps of compaction: ${steps}, the longest ${own} ms (${SLOW_MS.toFixed(2)}: or less); ` +
        `bound ${BOUND_MS} ms: ${verdict(own <= BOUND_MS)}`,
    );
    console.log(`  with waiting for a processor or the collector ${longestOf(slow)} ms`);
  });

/** The arenas of a pool that keeps so many tenths of its pages. */
function sparseArenas(sources, tenths) {
  const arenas = openArenas("engine", { maxBytes: "512MiB" });
  const area = arenas.registry.openArea(1, 0, 1);
  for (let i = 0; i < PAGES; i++) {
    const page = sources[i % sources.length];
    new DataView(page.buffer, page.byteOffset).setUint32(2000, i, true);
    put(arenas, area, i, page);
  }
  for (let i = 0; i < PAGES; i++) if (i % 10 >= tenths) arenas.invalidatePage(addressOf(area, i));
  return arenas.memory.each();
}

/** Compacts to the end; adds slow steps to `slow`. Answers the number of steps. */
function compactAll(arena, slow) {
  let steps = 0;
  let more = true;
  while (more) {
    const cpu = cpuNow();
    const start = performance.now();
    more = arena.compact(1);
    const end = performance.now();
    steps += 1;
    if (end - start > SLOW_MS) slow.push({ start, end, waited: cpuNow() - cpu < (end - start) / 2 });
  }
  return steps;
}
