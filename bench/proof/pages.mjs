/**
 * pages.mjs - `proof pages`: speed against density on pages of live processes, beside all that a user would
 * have picked.
 *
 * Each contestant keeps all pages of a set in a process of its own; rounds are interleaved. Density is bytes
 * of pages over memory, counted in two ways: what the system counts for the process from before the first
 * page on, page cache included; and what a contestant says of itself. Of a pool that is all it occupies, of
 * the others the bytes of their values alone, which flatters them. Times are microseconds of one page.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { livePages } from "#kit/live_memory.js";
import { table } from "#kit/report.js";
import { pageSets } from "../codec/page_sets.mjs";
import { figure, judge, MIB, machineLine, ratio, results } from "./harness.mjs";
import { counting, mib, runSide } from "./side_process.mjs";
import { CONTESTANTS, takePart } from "./stores.mjs";

const SIDE = new URL("./pages_side.mjs", import.meta.url);
const PAGE = 4096;
const SIZES = { full: { mib: 64 }, quick: { mib: 4 } };
const OURS = "spillway";
/** The same pool after it was recompressed: slower to load, and denser. */
const RESTED = "spillway+rested";
/** Figures by which contestants are compared, and which way is better. */
const COMPARED = { storeUs: "lower", loadUs: "lower", density: "higher" };

/** What a contestant needs to know: all pages are kept by number. */
export const pageJob = (count, folder) => ({
  folder,
  count,
  spillway: {
    face: "swap",
    pool: { maxBytes: "1GiB", autoShrink: false },
    filePool: { maxBytes: "16MiB", autoShrink: false },
    says: "Frontswap, pageSize 4096, all options as they are",
    fileSays: "Frontswap, pageSize 4096, maxBytes 16MiB, fileDevice { encrypt: false }",
  },
});

/** Answers a whole file of results. `files`: images of pages; else those of live processes. */
export async function pages({ size, rounds, files = [], contestants, progress }) {
  const { present, absent, versions } = takePart(contestants);
  const setups = present.map((name) => ({
    job: "pages",
    contestant: CONTESTANTS[name].says,
    how: CONTESTANTS[name].how(pageJob(1, "")),
  }));
  const rows = [];
  const folder = mkdtempSync(join(tmpdir(), "spillway-pages-"));
  try {
    for (const set of await setsOf(size, files)) {
      const path = join(folder, set.name);
      writeFileSync(path, Buffer.concat(set.pages));
      rows.push(...(await runSet(set, path, { rounds, size, present, progress })));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const file = results("pages", size, { rounds, counted: counting(), versions, absent, setups, rows });
  return { ...file, ratios: ratiosOf(rows), verdicts: verdictsOf(rows, size) };
}

async function setsOf(size, files) {
  const count = (SIZES[size].mib * MIB) / PAGE;
  if (size === "quick" && files.length === 0) return [{ name: "bench", pages: livePages(count) }];
  const sets = await pageSets(files, SIZES[size].mib);
  return sets.map(({ name, pages }) => ({ name, pages: pages.slice(0, count) }));
}

async function runSet({ name, pages: { length } }, path, { rounds, size, present, progress }) {
  const runs = Object.fromEntries(present.map((one) => [one, []]));
  for (let round = 0; round < rounds; round++)
    for (const contestant of present) {
      progress(`${name}, ${CONTESTANTS[contestant].says}, round ${round + 1}`);
      runs[contestant].push(await runSide(SIDE, { path, contestant, size }));
    }
  const rows = present.map((contestant) => rowOf(name, contestant, length, runs[contestant]));
  const rested = runs[OURS]?.map((run) => ({ ...run, ...run.rested, storeUs: undefined }));
  if (rested) rows.push({ ...rowOf(name, OURS, length, rested), ...restedLabels(name) });
  return rows;
}

const restedLabels = (set) => ({
  id: `pages/${set}/${RESTED}`,
  contestant: RESTED,
  says: "Spillway, rested",
});

function rowOf(set, contestant, count, runs) {
  const { says, compresses = false } = CONTESTANTS[contestant];
  const raw = count * PAGE;
  const middle = [...runs].sort((one, other) => one.loadUs - other.loadUs)[runs.length >> 1];
  const of = (read) => figure(runs.map(read));
  const figures = {
    ...(runs[0].storeUs !== undefined && {
      storeUs: of(({ storeUs }) => storeUs),
      storeP50us: of(({ storeP50us }) => storeP50us),
      storeP99us: of(({ storeP99us }) => storeP99us),
    }),
    loadUs: of(({ loadUs }) => loadUs),
    loadP50us: of(({ loadP50us }) => loadP50us),
    loadP99us: of(({ loadP99us }) => loadP99us),
    usedMiB: of(({ used }) => used / MIB),
    density: of(({ used }) => raw / used),
    ...(runs[0].own !== undefined && { ownDensity: of(({ own }) => raw / own) }),
  };
  const latency = Object.fromEntries(
    Object.entries(middle.latency)
      .filter(([kind]) => kind === "load" || figures.storeUs)
      .map(([kind, list]) => [kind, list.map(([share, us]) => [share, Number(us.toPrecision(4))])]),
  );
  const { warmRuns } = middle;
  const labels = { set, contestant, says, compresses, pages: count, verifiedMiB: mib(raw), warmRuns };
  return { id: `pages/${set}/${contestant}`, ...labels, figures, latency };
}

function ratiosOf(rows) {
  return rows
    .filter(({ contestant }) => contestant === OURS)
    .flatMap((ours) =>
      rows
        .filter(({ set, contestant }) => set === ours.set && !contestant.startsWith(OURS))
        .flatMap((other) =>
          Object.entries(COMPARED).map(([name, better]) =>
            ratio(
              `${ours.id}>${other.contestant}/${name}`,
              ours.figures[name].values,
              other.figures[name].values,
              better,
            ),
          ),
        ),
    );
}

/**
 * How many rivals that compress are both quicker and denser. A rival is quicker by its mean or by its p50,
 * denser by the count of the system or by its own: either will do. Only of full sizes.
 */
function verdictsOf(rows, size) {
  if (size !== "full") return [];
  return rows
    .filter(({ contestant }) => contestant === OURS)
    .flatMap((ours) => {
      const rivals = rows.filter(({ set, compresses }) => set === ours.set && compresses);
      return ["load", "store"].map((verb) => sentence(ours, rivals, verb));
    });
}

function sentence(ours, rivals, verb) {
  const below = (rival, name) => rival.figures[name].median < ours.figures[name].median;
  const above = (rival, name) => rival.figures[name]?.median > ours.figures[name].median;
  const quicker = rivals.filter((one) => below(one, `${verb}Us`) || below(one, `${verb}P50us`));
  const denser = rivals.filter((one) => above(one, "density") || above(one, "ownDensity"));
  const both = quicker.filter((one) => denser.includes(one));
  const names = (list) => list.map(({ says }) => says).join(", ") || "none";
  return judge(
    `pages/${ours.set}/${verb}`,
    `${ours.set}, ${verb}: rivals that are quicker and denser than the hot pool ` +
      `(quicker: ${names(quicker)}; denser: ${names(denser)})`,
    both.length,
    0,
  );
}

export function tellPages({ machine, rounds, counted, absent, setups, rows }) {
  console.log(`${machineLine(machine)}; rounds: ${rounds}; memory by ${counted}`);
  for (const { contestant, install } of absent) console.log(`${contestant}: not installed (${install})`);
  for (const { contestant, how } of setups) console.log(`  ${contestant}: ${how}`);
  for (const set of new Set(rows.map((row) => row.set))) {
    const ofSet = rows.filter((row) => row.set === set);
    console.log(`\n${set}: ${ofSet[0].pages} pages of ${PAGE} bytes`);
    const names = ["storeUs", "storeP50us", "loadUs", "loadP50us", "loadP99us", "density", "ownDensity"];
    const cells = ofSet.map(({ says, figures }) => [
      says,
      ...names.map((name) => figures[name]?.median ?? ""),
      `${figures.loadUs.low} to ${figures.loadUs.high}`,
    ]);
    console.log(
      table(
        [
          "",
          "store us",
          "p50",
          "load us",
          "p50",
          "p99",
          "raw / memory",
          "raw / own count",
          "spread of loads",
        ],
        cells,
      ),
    );
  }
}
