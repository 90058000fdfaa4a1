/**
 * Shows that the proofs run, that the report shows what they found, and that the guard finds a planted loss.
 *
 * How: `proof target --quick` and the others write results into a folder; the page made of them is opened in
 * Chromium in both colour schemes; ratios with planted losses go through the guard. Figures in documents:
 * figures.test.ts.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM, without } from "#kit/package.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Spread {
  median: number;
  low: number;
  high: number;
  values: number[];
}

interface Row {
  id: string;
  job: string;
  contestant: string;
  verifiedMiB: number;
  figures: Record<string, Spread>;
}

interface Ratio {
  id: string;
  better: string;
  median: number;
  low: number;
  high: number;
  /** Least and greatest without the outer rounds. */
  inner: [number, number];
}

interface Results {
  format: string;
  proof: string;
  machine: { node: string };
  rows: Row[];
  ratios: Ratio[];
  absent: { contestant: string; install: string }[];
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Results;

function bench(...args: string[]) {
  const command = [join(ROOT, "bench/index.mjs"), ...args];
  return spawnSync(process.execPath, command, { cwd: ROOT, encoding: "utf8" });
}

/**
 * Runs a proof at its quick size. A bound may be missed on a machine that does other work: then it ends with
 * 1.
 */
function proof(name: string, ...args: string[]): Results {
  const path = join(folder, `${name}.json`);
  const { status, stdout, stderr } = bench("proof", name, "--quick", "--rounds", "1", "--out", path, ...args);
  assert.ok(status === 0 || (status === 1 && stdout.includes("MISSED")), stderr);
  const results = read(path);
  assert.deepEqual([results.format, results.proof], ["spillway-proof-1", name]);
  assert.equal(results.machine.node, process.version);
  for (const { id, figures } of results.rows)
    for (const [what, { median, low, high, values }] of Object.entries(figures ?? {})) {
      // A narrow bound takes more rounds.
      assert.equal(values.length, id.startsWith("harmless/fits/") ? 4 : 1, `${id} ${what}`);
      assert.ok(low <= median && median <= high, `${id} ${what}`);
    }
  return results;
}

describe("the proof", () => {
  test("pages: every contestant, every byte compared, speed and density", () => {
    const contestants = ["memory", "file", "lru+lz4", "lru+zlib", "lmdb", "spillway", "spillway+file"];
    const { rows, ratios } = proof("pages", "--contestants", contestants.join());
    assert.deepEqual(
      rows.map(({ contestant }) => contestant),
      [...contestants, "spillway+rested"],
    );
    for (const { id, figures, verifiedMiB } of rows) {
      // What the system counts for so few pages may be less than what else the process frees meanwhile.
      const { loadUs, ownDensity } = figures;
      assert.ok(verifiedMiB === 4 && (loadUs?.median ?? 0) > 0, id);
      if (/lz4|zlib|spillway$|rested/.test(id)) assert.ok((ownDensity?.median ?? 0) > 1.5, id);
    }
    // Ours against five others: store, load and density.
    assert.equal(ratios.length, 15);
  });

  for (const [says, jobs, contestants] of [
    [
      "every contestant at a job",
      ["undo"],
      ["file", "lru+zstd", "lmdb", "sqlite", "spillway", "spillway+file"],
    ],
    ["every job", ["tiles", "sessions", "sort"], ["lru+zstd", "spillway+file"]],
  ] as const)
    test(`target: ${says}, every byte compared`, () => {
      const asked = ["--jobs", jobs.join(), "--contestants", contestants.join()];
      const { rows, absent } = proof("target", ...asked);
      const present = contestants.filter((one) => one !== "sqlite" || absent.length === 0);
      for (const one of absent) assert.match(one.install, /better-sqlite3@12/);
      for (const job of jobs) {
        const ours = rows.filter((row) => row.job === job && !row.id.endsWith("/limited"));
        assert.deepEqual(
          ours.map(({ contestant }) => contestant),
          present,
        );
        for (const { id, figures, verifiedMiB } of ours)
          assert.ok((figures.seconds as Spread).median > 0 && verifiedMiB > 1, id);
      }
    });

  test("harmless, unused and scale", () => {
    assert.ok(proof("harmless").rows.length === 16);
    const [, imported] = proof("unused").rows;
    assert.equal(imported?.figures.wasmBytes?.high, 0);
    assert.ok(proof("scale", "--curves", "pageSize,disk").rows.length >= 4);
  });

  test("the report opens in Chromium without errors, in both colour schemes", {
    skip: without(CHROMIUM),
  }, async () => {
    const { status, stderr } = bench("report", "--results", folder, "--out", join(folder, "report"));
    assert.equal(status, 0, stderr);
    const page = join(folder, "report/index.html");
    assert.doesNotMatch(readFileSync(page, "utf8"), /NaN|undefined|<script|src=|https?:\/\/(?!www\.w3\.org)/);
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      for (const colorScheme of ["light", "dark"] as const) {
        const tab = await browser.newPage({ colorScheme, viewport: { width: 1000, height: 900 } });
        const errors: string[] = [];
        tab.on("pageerror", (error) => errors.push(error.message));
        tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
        await tab.goto(pathToFileURL(page).href);
        assert.ok((await tab.locator(`.${colorScheme} svg`).count()) >= 12);
        for (const other of ["light", "dark"])
          assert.equal(await tab.locator(`.${other}`).first().isVisible(), other === colorScheme);
        const wide = await tab.evaluate("document.documentElement.scrollWidth > innerWidth");
        assert.equal(wide, false);
        const kept = process.env.SPILLWAY_SCREENSHOTS;
        if (kept) await tab.screenshot({ path: join(kept, `${colorScheme}.png`), fullPage: true });
        assert.deepEqual(errors, []);
        await tab.close();
      }
    } finally {
      await browser.close();
    }
  });
});

describe("the guard", () => {
  const ratio = (id: string, low: number, median: number, high: number, better = "lower"): Ratio => {
    // The outer rounds are wide apart, and decide nothing.
    return { id, better, low: low / 2, median, high: 2 * high, inner: [low, high] };
  };

  function guard(committed: Ratio[], fresh: Ratio[]) {
    const [before, now] = ["committed", "fresh"].map((name) => join(folder, `guard-${name}.json`));
    writeFileSync(before as string, JSON.stringify({ ratios: committed }));
    writeFileSync(now as string, JSON.stringify({ ratios: fresh }));
    return bench("guard", "--committed", before as string, "--with", now as string);
  }

  test("within the noise, or better: 0", () => {
    const was = [ratio("time", 0.9, 1, 1.1), ratio("hits", 0.5, 0.6, 0.7, "higher")];
    const { status, stdout } = guard(was, [
      ratio("time", 1.05, 1.15, 1.3),
      ratio("hits", 0.8, 0.9, 0.95, "higher"),
      ratio("one more", 9, 9, 9),
    ]);
    assert.equal(status, 0, stdout);
    assert.doesNotMatch(stdout, /lost|gone/);
  });

  test("narrow spreads that lie apart by less than two runs do: 0", () => {
    const { status, stdout } = guard([ratio("time", 0.99, 1, 1.01)], [ratio("time", 1.03, 1.04, 1.05)]);
    assert.equal(status, 0, stdout);
    assert.doesNotMatch(stdout, /lost|gone/);
  });

  for (const [what, fresh, says] of [
    ["a ratio that should be low and rose", ratio("one", 1.2, 1.25, 1.3), /one .* lost/],
    ["a ratio that is not measured any more", ratio("another", 1, 1, 1), /one .* gone/],
  ] as const)
    test(`${what}: 1`, () => {
      const { status, stdout } = guard([ratio("one", 0.9, 1, 1.1)], [fresh]);
      assert.equal(status, 1);
      assert.match(stdout, says);
    });

  test("a ratio that should be high and fell: 1", () => {
    const { status, stdout } = guard(
      [ratio("hits", 0.5, 0.6, 0.7, "higher")],
      [ratio("hits", 0.3, 0.4, 0.45, "higher")],
    );
    assert.equal(status, 1);
    assert.match(stdout, /hits .* lost/);
  });

  test("the committed ratios are of this project's jobs", {
    skip: !existsSync(join(ROOT, "docs/measurements/guard.json")),
  }, () => {
    const { ratios } = read(join(ROOT, "docs/measurements/guard.json"));
    assert.ok(ratios.length >= 20);
    for (const { id, low, inner, high } of ratios) {
      assert.ok(low > 0 && low <= inner[0] && inner[0] <= inner[1] && inner[1] <= high, id);
      assert.ok(inner[0] > low || inner[1] < high, `${id}: more than one round`);
    }
  });
});
