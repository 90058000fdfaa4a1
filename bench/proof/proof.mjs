/**
 * proof.mjs - the proof in five parts: speed against density on live pages (`pages`), what it gains
 * (`target`), that it harms nothing (`harmless`), that it costs nothing unused (`unused`), and what
 * operations cost as sizes grow (`scale`).
 *
 * Each prints its tables and verdicts and ends with 1 when a bound is missed. `--out FILE` keeps the results
 * as JSON.
 */
import { InvalidArgumentError } from "commander";
import { bench, count } from "../options.mjs";
import { harmless, tellHarmless } from "./harmless.mjs";
import { tellVerdicts, writeResults } from "./harness.mjs";
import { JOBS } from "./jobs.mjs";
import { join } from "./join.mjs";
import { pages, tellPages } from "./pages.mjs";
import { SCALES, scale, tellScale } from "./scale.mjs";
import { CONTESTANTS } from "./stores.mjs";
import { target, tellTarget } from "./target.mjs";
import { tellUnused, unused } from "./unused.mjs";

const progress = (text) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
};

/** A parser for a list of some of these names. */
function some(names) {
  return (text) => {
    const chosen = text.split(",");
    const wrong = chosen.find((one) => !names.includes(one));
    if (wrong === undefined) return chosen;
    throw new InvalidArgumentError(`Some of ${names.join(",")}.`);
  };
}

/** A part: its options, and `--quick`, `--rounds` and `--out`. */
function part(name, says, { full, quick }, measure, tell) {
  return bench()
    .name(name)
    .description(says)
    .option("--quick", "small sizes, less than a minute; the figures show little")
    .option("--rounds <count>", `rounds of each; ${full}, of --quick ${quick}`, count)
    .option("--out <file>", "keep the results as JSON")
    .action(async (options) => {
      const rounds = options.rounds ?? (options.quick ? quick : full);
      const size = options.quick ? "quick" : options.medium ? "medium" : "full";
      const file = await measure({ ...options, size, rounds, progress });
      if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
      tell(file);
      if (!tellVerdicts(file.verdicts)) process.exitCode = 1;
      if (options.out) writeResults(options.out, file);
    });
}

const names = Object.keys(CONTESTANTS);
const chosenContestants = ["--contestants <names>", "some of them", some(names), names];

export const command = bench()
  .addCommand(
    part(
      "target",
      "four real jobs, beside all that a user would have picked",
      { full: 3, quick: 1 },
      target,
      tellTarget,
    )
      .option("--medium", "sizes between these, about a fifth of the full ones")
      .option("--jobs <names>", "some of the jobs", some(Object.keys(JOBS)), Object.keys(JOBS))
      .option(...chosenContestants),
  )
  .addCommand(
    part(
      "pages",
      "speed against density on pages of live processes, beside the same contestants",
      { full: 5, quick: 1 },
      pages,
      tellPages,
    )
      .option("--files <paths...>", "images of pages of 4 KiB; else of Node, Redis and Chromium at work")
      .option(...chosenContestants),
  )
  .addCommand(
    part(
      "harmless",
      "data that gains nothing: what Spillway in the path costs",
      { full: 9, quick: 3 },
      harmless,
      tellHarmless,
    ),
  )
  .addCommand(
    part(
      "unused",
      "what an application pays that never opens a pool",
      { full: 21, quick: 5 },
      unused,
      tellUnused,
    ),
  )
  .addCommand(
    part(
      "scale",
      "the cost of operations as pages, values, pools and devices grow",
      { full: 3, quick: 1 },
      scale,
      tellScale,
    ).option("--curves <names>", "some of the curves", some(SCALES), SCALES),
  )
  .addCommand(
    bench()
      .name("join")
      .description("makes one file of results of several, which had other jobs or curves each")
      .argument("<files...>", "files of one proof")
      .requiredOption("--out <file>", "the file to write")
      .action(join),
  );
