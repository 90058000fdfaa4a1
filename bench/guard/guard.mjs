/**
 * guard.mjs - compares ratios of a new run with the committed ones, and fails on a loss beyond the noise.
 *
 * Only ratios within one run are compared, never times of two runs. Each has the spread that its rounds had,
 * then and now, without the outer 15 % at each end. A loss is a new ratio whose whole spread lies on the
 * worse side of the committed one's, and whose median is worse by more than APART. A run renders its tiles
 * once, for example, so that time shifts a ratio in all of its rounds alike.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "#kit/report.js";
import { bench, count } from "../options.mjs";
import { harmless } from "../proof/harmless.mjs";
import { results, writeResults } from "../proof/harness.mjs";
import { JOBS } from "../proof/jobs.mjs";
import { target } from "../proof/target.mjs";

const COMMITTED = fileURLToPath(new URL("../../docs/measurements/guard.json", import.meta.url));
/** Contestants that every machine has. */
const CONTESTANTS = ["memory", "lru+lz4", "spillway"];

/** Share of a ratio. Two runs of one program gave medians that differed by half of it. */
const APART = 0.08;

export const command = bench()
  .option("--rounds <count>", "rounds of each", count, 9)
  .option("--with <file>", "compare this file of results, and run nothing")
  .option("--committed <file>", "the file to compare with", COMMITTED)
  .option("--out <file>", "keep the ratios of this run, to be committed")
  .action(run);

async function run({ rounds, with: given, committed, out }) {
  if (!out && !existsSync(committed))
    throw new Error(`no ratios to compare with in ${committed}: make them by --out FILE`);
  const fresh = given ? read(given) : await measured(rounds);
  if (out) {
    writeResults(join(out), fresh);
    return;
  }
  const compared = compare(read(committed).ratios, fresh.ratios);
  tell(compared);
  if (compared.some(({ verdict }) => verdict !== "as good")) process.exitCode = 1;
}

const read = (path) => JSON.parse(readFileSync(path, "utf8"));

/** At quick sizes the start of a process is most of what is measured. */
async function measured(rounds) {
  const medium = { size: "medium", rounds, progress() {} };
  const files = [
    await target({ ...medium, jobs: Object.keys(JOBS), contestants: CONTESTANTS }),
    await harmless(medium),
  ];
  const ratios = files.flatMap((file) => file.ratios);
  return results("guard", "medium", { rounds, rows: [], ratios, verdicts: [] });
}

/** What became of each committed ratio: "as good", "lost", or "gone". */
export function compare(committed, fresh) {
  return committed.map((was) => {
    const is = fresh.find(({ id }) => id === was.id);
    if (is === undefined) return { id: was.id, was, verdict: "gone" };
    return { id: was.id, was, is, verdict: isLoss(was, is) ? "lost" : "as good" };
  });
}

function isLoss(was, is) {
  if (was.better === "higher") return is.inner[1] < was.inner[0] && is.median < was.median / (1 + APART);
  return is.inner[0] > was.inner[1] && is.median > was.median * (1 + APART);
}

function tell(compared) {
  const shown = ({ median, inner: [low, high] }) => `${median} (${low} to ${high})`;
  const cells = compared.map(({ id, was, is, verdict }) => [id, shown(was), is ? shown(is) : "", verdict]);
  console.log(table(["ratio", "committed", "now", ""], cells));
}
