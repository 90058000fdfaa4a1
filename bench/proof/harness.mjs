/**
 * harness.mjs - what the proofs share: figures of several rounds, the machine, and the file of results.
 *
 * A file of results is one JSON object (docs/measurements/README.md has the fields): what ran, when, on what;
 * `rows`, each with its labels and figures; `ratios`, which only compare figures of one run; `verdicts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { dirname } from "node:path";
import { verdict } from "#kit/report.js";
import { ascending, median } from "#kit/statistics.js";

export const FORMAT = "spillway-proof-1";
export const MIB = 2 ** 20;

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

/** A figure of several rounds: median, least, greatest, and the values themselves. */
export function figure(values, digits = 4) {
  const rounded = values.map((value) => Number(value.toPrecision(digits)));
  return {
    median: Number(median(values).toPrecision(digits)),
    low: Math.min(...rounded),
    high: Math.max(...rounded),
    values: rounded,
  };
}

/** Share of the rounds, at each end, that `inner` leaves out: slow moments of the machine. */
const OUTER = 0.15;

/**
 * What came of comparing two figures round by round. `better`: "lower" or "higher". `inner`: least and
 * greatest without the outer rounds.
 */
export function ratio(id, ours, theirs, better = "lower") {
  const { values, ...rest } = figure(ours.map((one, round) => one / theirs[round]));
  const sorted = ascending(values);
  const outer = Math.floor(sorted.length * OUTER);
  return { id, better, ...rest, inner: [sorted[outer], sorted.at(-1 - outer)], rounds: values.length };
}

/** Whether a value keeps its bound, which is an upper one unless `least`. */
export function judge(id, says, value, bound, least = false) {
  const shown = Number(value.toPrecision(4));
  return {
    id: `${id}/bound`,
    says,
    value: shown,
    bound,
    least,
    met: least ? value >= bound : value <= bound,
  };
}

/** Prints verdicts; answers whether all are met. */
export function tellVerdicts(verdicts) {
  for (const { says, value, bound, least, met } of verdicts)
    console.log(`${says}: ${value} (${least ? "at least" : "at most"} ${bound}: ${verdict(met)})`);
  return verdicts.every(({ met }) => met);
}

/** A whole file of results. */
export function results(proof, size, rest) {
  const args = process.argv.slice(2).map((one) => (/\s/.test(one) ? `"${one}"` : one));
  const command = args.length > 0 ? `npm run bench -- ${args.join(" ")}` : `the tests, proof ${proof}`;
  return {
    format: FORMAT,
    proof,
    size,
    command: command.replace(/ --out(?: |=)\S+/, ""),
    date: new Date().toISOString().slice(0, 10),
    machine: {
      spillway: version,
      node: process.version,
      platform: `${platform()} ${arch()}`,
      cpu: cpus()[0]?.model.trim() ?? "unknown",
      cores: cpus().length,
      memoryBytes: totalmem(),
    },
    ...rest,
  };
}

/** One line for each row, so that a difference of two files can be read. */
export function resultsText(file) {
  const lists = ["rows", "ratios", "verdicts"];
  const head = Object.entries(file).filter(([key]) => !lists.includes(key));
  const parts = head.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  for (const key of lists) {
    const lines = (file[key] ?? []).map((one) => `    ${JSON.stringify(one)}`);
    parts.push(`  ${JSON.stringify(key)}: [\n${lines.join(",\n")}\n  ]`);
  }
  return `{\n${parts.join(",\n")}\n}\n`;
}

export function writeResults(path, file) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, resultsText(file));
  console.log(`written: ${path}`);
}

export function machineLine({ spillway, node, platform: os, cpu, cores, memoryBytes }) {
  const gib = (memoryBytes / 2 ** 30).toFixed(0);
  return `spillway ${spillway}, node ${node}, ${os}, ${cpu}, ${cores} cores, ${gib} GiB`;
}
