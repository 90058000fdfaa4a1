/**
 * unused.mjs - `proof unused`: what an application pays that has the package and its hooks in place, and
 * never opens a pool. Imports are timed in processes of their own, in turn with empty ones.
 */
import { execFileSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { table } from "#kit/report.js";
import { median } from "#kit/statistics.js";
import { figure, judge, machineLine, ratio, results } from "./harness.mjs";

const SIDE = fileURLToPath(new URL("./unused_side.mjs", import.meta.url));
const CALLS = 2e6;
const AIMS = { importMs: 10, wasmBytes: 0, hookNs: 20 };

export async function unused({ size, rounds }) {
  const sides = { without: [], imported: [] };
  for (let round = 0; round < rounds; round++)
    for (const side of Object.keys(sides)) sides[side].push(inProcess(side));
  const hook = { without: [], hooked: [] };
  for (let round = 0; round < rounds; round++)
    for (const which of Object.keys(hook)) hook[which].push(loop(which));
  const of = (side, name) => sides[side].map((one) => one[name]);
  const rows = Object.keys(sides).map((side) => ({
    id: `unused/${side}`,
    says: side === "without" ? "an empty program" : 'import { Spillway } from "spillway"',
    figures: Object.fromEntries(
      ["importMs", "wallMs", "rssMiB", "wasmBytes"].map((name) => [name, figure(of(side, name))]),
    ),
  }));
  const extra = hook.hooked.map((ns, round) => Math.max(0, ns - hook.without[round]));
  rows.push({ id: "unused/hook", says: "a hook that finds no pool", figures: { hookNs: figure(extra) } });
  const verdicts = [
    judge("unused/import", "start-up, ms", median(of("imported", "importMs")), AIMS.importMs),
    judge("unused/wasm", "wasm memory, bytes", Math.max(...of("imported", "wasmBytes")), AIMS.wasmBytes),
    judge("unused/hook", "a hook that finds no pool, ns", median(extra), AIMS.hookNs),
  ];
  const ratios = [ratio("unused/imported>without/wallMs", of("imported", "wallMs"), of("without", "wallMs"))];
  return results("unused", size, { rounds, rows, ratios, verdicts });
}

function inProcess(side) {
  const start = performance.now();
  const text = execFileSync(process.execPath, [SIDE, side], { encoding: "utf8" });
  return { ...JSON.parse(text), wallMs: performance.now() - start };
}

/** Nanoseconds of a call of work with a hook, as an application has it, or without one. */
function loop(which) {
  const app = { swap: undefined };
  const page = new Uint8Array(64);
  const work = (i) => {
    page[i & 63] += i;
  };
  const hooked = (i) => {
    if (app.swap !== undefined) app.swap.store(0, i, page);
    work(i);
  };
  const call = which === "hooked" ? hooked : work;
  for (let i = 0; i < CALLS / 10; i++) call(i);
  const start = performance.now();
  for (let i = 0; i < CALLS; i++) call(i);
  return ((performance.now() - start) * 1e6) / CALLS;
}

export function tellUnused({ machine, rounds, rows }) {
  console.log(`${machineLine(machine)}; rounds: ${rounds}`);
  const cells = rows.flatMap(({ says, figures }) =>
    Object.entries(figures).map(([name, { median: middle, low, high }]) => [says, name, middle, low, high]),
  );
  console.log(table(["", "figure", "median", "low", "high"], cells));
}
