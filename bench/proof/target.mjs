/**
 * target.mjs - `proof target`: four real jobs under every contestant, each in a process of its own, with its
 * memory counted together with the page cache of its files.
 *
 * Rounds are interleaved: each contestant once, then all of them again. Those that keep values on disk run a
 * second time each round under a limit of memory that holds page cache too, where groups can be made.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "#kit/report.js";
import { figure, judge, MIB, machineLine, ratio, results } from "./harness.mjs";
import { JOBS, jobOf } from "./jobs.mjs";
import { isPrepared, prepare } from "./prepared.mjs";
import { canGroup, counting, mib, PATIENCE_S, runSide } from "./side_process.mjs";
import { CONTESTANTS, takePart } from "./stores.mjs";

const SIDE = new URL("./target_side.mjs", import.meta.url);

/** Answers a whole file of results, after printing it. `progress` is told of each run. */
export async function target({ size, rounds, jobs, contestants, progress }) {
  const rows = [];
  const setups = [];
  const { present, absent, versions } = takePart(contestants);
  for (const job of jobs) {
    const shape = jobOf(job, size, "");
    for (const name of present)
      setups.push({ job, contestant: CONTESTANTS[name].says, how: CONTESTANTS[name].how(shape) });
    progress(`${job}, what it is given`);
    const folder = mkdtempSync(join(tmpdir(), "spillway-given-"));
    try {
      const prepared = join(folder, job);
      if (isPrepared(job)) prepare(job, shape.count, prepared);
      rows.push(...(await runJob({ job, size, prepared }, rounds, present, progress)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const file = results("target", size, { rounds, counted: counting(), versions, absent, setups, rows });
  return { ...file, ratios: ratiosOf(rows), verdicts: verdictsOf(rows, size) };
}

async function runJob(task, rounds, contestants, progress) {
  const { job, size } = task;
  const { limit } = jobOf(job, size, "");
  const variants = contestants.map((contestant) => ({ contestant, limit: undefined, runs: [] }));
  if (canGroup())
    for (const contestant of contestants)
      if (CONTESTANTS[contestant].disk) variants.push({ contestant, limit, runs: [] });
  for (let round = 0; round < rounds; round++)
    for (const variant of variants) {
      const { contestant, limit: bound } = variant;
      progress(`${job}, ${CONTESTANTS[contestant].says}${bound ? ", limited" : ""}, round ${round + 1}`);
      // What was late once is not waited for again.
      const late = variant.runs.find((one) => one.late);
      variant.runs.push(late ?? (await runSide(SIDE, { ...task, contestant }, bound)));
    }
  const digests = new Set(variants.flatMap(({ runs }) => runs.flatMap(({ digest }) => digest ?? [])));
  if (digests.size !== 1) throw new Error(`${job}: the contestants came to other bytes`);
  return variants.map((variant) => rowOf(job, variant));
}

function rowOf(job, { contestant, limit, runs }) {
  const id = `${job}/${contestant}${limit ? "/limited" : ""}`;
  const labels = {
    job,
    contestant,
    says: CONTESTANTS[contestant].says,
    limitMiB: limit ? limit / MIB : null,
  };
  const killed = runs.filter((one) => one.killed).length;
  if (killed > 0) return { id, ...labels, killed };
  if (runs.some((one) => one.late)) return { id, ...labels, lateSeconds: PATIENCE_S };
  const done = runs;
  const of = (read) => figure(done.map(read));
  const figures = {
    seconds: of(({ seconds }) => seconds),
    usedMiB: of(({ own, cache }) => (own + cache) / MIB),
    ownMiB: of(({ own }) => own / MIB),
    cacheMiB: of(({ cache }) => cache / MIB),
    grownMiB: of(({ own, cache, base }) => (own + cache - base) / MIB),
    peakMiB: of(({ peak }) => peak / MIB),
  };
  if (done[0].hitRatio !== undefined) figures.hitRatio = of(({ hitRatio }) => hitRatio);
  const middle = [...done].sort((one, other) => one.seconds - other.seconds)[done.length >> 1];
  for (const kind of Object.keys(middle.latency))
    for (const share of [0.5, 0.99])
      figures[`${kind}P${share * 100}us`] = of(
        ({ latency }) => latency[kind].find(([which]) => which === share)[1],
      );
  const latency = Object.fromEntries(
    Object.entries(middle.latency).map(([kind, list]) => [
      kind,
      list.map(([share, us]) => [share, Number(us.toPrecision(4))]),
    ]),
  );
  const { warmRuns, verifiedBytes, samples } = middle;
  return { id, ...labels, figures, latency, samples, warmRuns, verifiedMiB: mib(verifiedBytes) };
}

// ── what it comes to ─────────────────────────────────────────────────────────────────────────────────────

const byId = (rows, id) => rows.find((row) => row.id === id && row.figures);

/** Ours against each other contestant at the same job and limit, round by round: time and memory. */
function ratiosOf(rows) {
  return rows
    .filter(({ contestant, figures }) => figures && contestant.startsWith("spillway"))
    .flatMap((ours) => rows.filter((other) => isRival(other, ours)).flatMap((other) => pair(ours, other)));
}

const isRival = (other, ours) =>
  other.figures &&
  other.job === ours.job &&
  other.limitMiB === ours.limitMiB &&
  !other.contestant.startsWith("spillway");

function pair(ours, other) {
  const id = `${ours.id}>${other.contestant}`;
  return ["seconds", "usedMiB"].map((name) =>
    ratio(`${id}/${name}`, ours.figures[name].values, other.figures[name].values),
  );
}

const AIMS = { memory: 2, time: 1.3, quicker: 3, rivalMemory: 1.5, rivalTime: 1.5, equal: 1.05 };
/** What a user has without a package. */
const PLAIN = ["memory", "file"];

/** Not of quick sizes, at which a process is most of what is measured. */
function verdictsOf(rows, size) {
  if (size === "quick") return [];
  return Object.keys(JOBS)
    .filter((job) => rows.some((row) => row.job === job))
    .flatMap((job) => [...plainVerdict(rows, job), ...rivalVerdict(rows, job)]);
}

function plainVerdict(rows, job) {
  const ours = rows.filter((row) => row.job === job && row.figures && /^spillway/.test(row.contestant));
  const gains = ours.flatMap((one) =>
    PLAIN.flatMap((name) => {
      const plain = byId(rows, one.id.replace(/spillway(\+file)?/, name));
      if (plain === undefined) return [];
      const { memory, time } = beside(one, plain);
      const enough = time <= AIMS.time ? memory / AIMS.memory : 0;
      const quicker = one.limitMiB && name === "file" ? 1 / time / AIMS.quicker : 0;
      return { gain: Math.max(enough, quicker), says: sentence(one, plain, memory, time) };
    }),
  );
  return best(`${job}/plain`, job, gains, "beside memory or files");
}

/**
 * The best rival at equal time is the one that needs least memory of those that take no longer than ours; at
 * equal memory it is the quickest of those that need no more. The greater gain of the two counts.
 */
function rivalVerdict(rows, job) {
  const inJob = rows.filter((row) => row.job === job && row.figures);
  const gains = inJob
    .filter(({ contestant }) => isOurs(contestant))
    .flatMap((ours) => {
      const rivals = inJob
        .filter(({ contestant }) => !isOurs(contestant) && !PLAIN.includes(contestant))
        .filter((rival) => rival.limitMiB === ours.limitMiB)
        .map((rival) => ({ rival, ...beside(ours, rival) }));
      const least = (list, gain) => list.sort((one, other) => gain(one) - gain(other))[0];
      const asQuick = rivals.filter(({ time }) => time >= 1 / AIMS.equal);
      const asSmall = rivals.filter(({ memory }) => memory <= AIMS.equal);
      const denser = least(asQuick, ({ memory }) => memory);
      const quicker = least(asSmall, ({ time }) => 1 / time);
      return [
        ...(denser ? [{ ...denser, gain: denser.memory / AIMS.rivalMemory }] : []),
        ...(quicker ? [{ ...quicker, gain: 1 / quicker.time / AIMS.rivalTime }] : []),
      ].map(({ rival, memory, time, gain }) => ({ gain, says: sentence(ours, rival, memory, time) }));
    });
  return best(`${job}/rivals`, job, gains, "beside the best rival of equal time or memory");
}

const isOurs = (contestant) => contestant.startsWith("spillway");

function beside(ours, other) {
  const of = ({ figures }, name) => figures[name].median;
  return {
    memory: of(other, "usedMiB") / of(ours, "usedMiB"),
    time: of(ours, "seconds") / of(other, "seconds"),
  };
}

function sentence(ours, other, memory, time) {
  const limited = ours.limitMiB ? ` in ${ours.limitMiB} MiB` : "";
  return (
    `${ours.says} beside ${other.says}${limited}: memory / ${memory.toFixed(2)}, ` +
    `time x ${time.toFixed(2)}`
  );
}

/** The verdict of the greatest gain: 1 is the bound. */
function best(id, job, gains, what) {
  if (gains.length === 0) return [];
  const { gain, says } = gains.sort((a, b) => b.gain - a.gain)[0];
  return [judge(id, `${JOBS[job].says}, ${what} (${says})`, gain, 1, true)];
}

// ── printed ──────────────────────────────────────────────────────────────────────────────────────────────

export function tellTarget({ machine, rounds, counted, absent, setups, rows, size }) {
  console.log(`${machineLine(machine)}; rounds: ${rounds}; memory by ${counted}`);
  for (const { contestant, install } of absent) console.log(`${contestant}: not installed (${install})`);
  for (const job of new Set(rows.map((row) => row.job))) {
    console.log(`\n${job}: ${JOBS[job].says}; ${jobOf(job, size, "").says}`);
    for (const one of setups) if (one.job === job) console.log(`  ${one.contestant}: ${one.how}`);
    console.log(targetTable(rows.filter((row) => row.job === job)));
  }
}

function targetTable(rows) {
  const kinds = Object.keys(rows.find(({ latency }) => latency).latency);
  const heads = ["", "seconds", "spread", "MiB", "of it cached", "grown", "hits"];
  for (const kind of kinds) heads.push(`${kind} p50 us`, "p99");
  const cells = rows.map(({ says, limitMiB, figures, killed, lateSeconds }) => {
    const name = limitMiB ? `${says}, ${limitMiB} MiB` : says;
    const ended = lateSeconds ? `not done in ${lateSeconds} s` : `killed at the limit, ${killed} times`;
    if (!figures) return [name, ended, ...heads.slice(2).map(() => "")];
    const { seconds, usedMiB, cacheMiB, grownMiB, hitRatio } = figures;
    return [
      name,
      seconds.median.toFixed(2),
      `${seconds.low.toFixed(2)} to ${seconds.high.toFixed(2)}`,
      usedMiB.median.toFixed(0),
      cacheMiB.median.toFixed(0),
      grownMiB.median.toFixed(0),
      hitRatio ? hitRatio.median.toFixed(3) : "",
      ...kinds.flatMap((kind) => [figures[`${kind}P50us`].median, figures[`${kind}P99us`].median]),
    ];
  });
  return table(heads, cells);
}
