/**
 * target_side.mjs - one contestant of `proof target` at one job, in a process of its own. target.mjs starts
 * it with the task as its argument, and is sent the figures.
 *
 * The job is first done at its quick size, each time over a new store, until two runs in a row take nearly
 * the same time.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { ascending, quantile } from "#kit/statistics.js";
import { JOBS, jobOf } from "./jobs.mjs";
import { groupBytes, processBytes } from "./memory_group.mjs";
import { CONTESTANTS } from "./stores.mjs";

/** Warm-up ends when two runs differ by less, or after so many. */
const STEADY = 0.1;
const WARM_RUNS = { full: 5, medium: 5, quick: 2 };
const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];

const { job: name, contestant, size, folder, group, prepared } = JSON.parse(process.argv[2]);
const look = () => (group ? groupBytes(group) : processBytes(folder));

function doJob(which, probe) {
  // What lies on disk goes with the run, and what is cached of it.
  const own = mkdtempSync(join(folder, "run-"));
  const job = jobOf(name, which, own, prepared);
  const store = CONTESTANTS[contestant].open(job);
  const result = JOBS[name].run(store, job, probe);
  store.close?.();
  rmSync(own, { recursive: true, force: true });
  return { ms: sumOf(Object.values(result.times).flat()), ...result };
}

const sumOf = (list) => list.reduce((sum, one) => sum + one, 0);

function warmUp() {
  const idle = { base() {}, full() {} };
  let before = doJob("quick", idle).ms;
  for (let run = 1; run < WARM_RUNS[size]; run++) {
    const { ms } = doJob("quick", idle);
    if (Math.abs(ms / before - 1) < STEADY) return run + 1;
    before = ms;
  }
  return WARM_RUNS[size];
}

/** Microseconds at some shares of the operations of a kind. */
function latencies(ms) {
  const sorted = ascending(ms);
  return SHARES.map((share) => [share, 1000 * quantile(sorted, share)]);
}

const warmRuns = warmUp();
let base;
let full;
const probe = {
  base() {
    globalThis.gc();
    base = look();
    process.send({ base: performance.now() });
  },
  full() {
    globalThis.gc();
    full = look();
  },
};
const { times, more = {}, bytes, digest, hitRatio, ms } = doJob(size, probe);
const kinds = Object.entries({ ...times, ...more }).filter(([, list]) => list.length > 0);
process.send({
  result: {
    warmRuns,
    seconds: ms / 1000,
    base: base.own + base.cache,
    own: full.own,
    cache: full.cache,
    peakRss: process.resourceUsage().maxRSS * 1024,
    verifiedBytes: bytes,
    digest,
    hitRatio,
    latency: Object.fromEntries(kinds.map(([kind, list]) => [kind, latencies(list)])),
  },
});
process.disconnect();
