/**
 * scale.mjs - `proof scale`: what a store and a load cost as pages, their size, values, pools and devices
 * grow. Each point is measured in a process of its own (scale_side.mjs); a curve is a list of such tasks, so
 * that other kinds of pools can be added as curves.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "#kit/report.js";
import { figure, MIB, machineLine, results } from "./harness.mjs";

const SIDE = fileURLToPath(new URL("./scale_side.mjs", import.meta.url));
const GIB = 2 ** 30;

/** Tasks of each curve; `x` is what grows. Those above `quick` are left out of quick runs. */
const CURVES = {
  pages: {
    says: "pages of 256 bytes in a pool",
    xs: [1e3, 1e4, 1e5, 1e6, 1e7],
    quick: 1e4,
    task: (x) => ({ kind: "pages", count: x, length: 256, maxBytes: 6 * GIB }),
  },
  pageSize: {
    says: "bytes of a page",
    xs: [4096, 8192, 16384, 32768, 65536],
    quick: 8192,
    task: (x) => ({ kind: "pages", count: (64 * MIB) / x, length: x, pageSize: x, maxBytes: GIB }),
  },
  values: {
    says: "bytes of a value in a map",
    xs: [100, 1000, 10_000, 100_000, 1e6, 1e7],
    quick: 1000,
    task: (x) => ({
      kind: "values",
      count: Math.max(4, Math.min(20_000, 64e6 / x)),
      length: x,
      maxBytes: GIB,
    }),
  },
  pool: {
    says: "MiB that a pool of 16 KiB pages holds",
    xs: [16, 64, 256, 1024, 4096, 6144],
    quick: 16,
    task: (x) => ({ kind: "filled", length: 16384, pageSize: 16384, fill: x * MIB * 0.9, maxBytes: x * MIB }),
  },
  disk: {
    says: "bytes on a device for each byte in memory",
    xs: [1, 2, 4, 8, 16, 32],
    quick: 2,
    task: (x) => ({ kind: "disk", length: 4096, times: x, maxBytes: 16 * MIB }),
  },
};

export const SCALES = Object.keys(CURVES);

export async function scale({ size, rounds, curves, progress }) {
  const rows = [];
  for (const curve of curves) {
    const { says, xs, quick, task } = CURVES[curve];
    const points = size === "quick" ? xs.filter((x) => x <= quick) : xs;
    const runs = points.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (const [i, x] of points.entries()) {
        progress(`${curve}, ${x}, round ${round + 1}`);
        runs[i].push(await inProcess(task(x)));
      }
    for (const [i, x] of points.entries()) {
      const figures = Object.fromEntries(
        Object.keys(runs[i][0]).map((name) => [name, figure(runs[i].map((one) => one[name]))]),
      );
      rows.push({ id: `scale/${curve}/${x}`, curve, says, x, figures });
    }
  }
  return results("scale", size, { rounds, rows, ratios: [], verdicts: [] });
}

async function inProcess(task) {
  const folder = mkdtempSync(join(tmpdir(), "spillway-scale-"));
  try {
    const child = fork(SIDE, [JSON.stringify({ ...task, folder })]);
    let result;
    child.on("message", (message) => (result = message));
    const [code, signal] = await once(child, "close");
    if (code !== 0 || result === undefined) throw new Error(`scale: a side ended with ${signal ?? code}`);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function tellScale({ machine, rounds, rows }) {
  console.log(`${machineLine(machine)}; rounds: ${rounds}`);
  for (const curve of new Set(rows.map((row) => row.curve))) {
    const points = rows.filter((row) => row.curve === curve);
    const names = Object.keys(points[0].figures);
    const cells = points.map(({ x, figures }) => [x, ...names.map((name) => figures[name].median)]);
    console.log(`\n${curve}: ${points[0].says}\n${table(["", ...names], cells)}`);
  }
}
