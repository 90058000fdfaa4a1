/**
 * Shows that the benches about pools with a file behind them run, print what they promise, notice a bound
 * that is missed, and end with one line on wrong use; and that traces made from a seed are what they are
 * called.
 *
 * How: `spill-hits` and `big-values` at their quick sizes, over the built command and the package; traces
 * with few blocks are counted here.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runSeed } from "#kit/random.js";
import { TRACES } from "#kit/traces.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const seed = runSeed();

function bench(...args: string[]) {
  const command = [join(ROOT, "bench/index.mjs"), ...args];
  return spawnSync(process.execPath, command, { cwd: ROOT, encoding: "utf8" });
}

/** Cells of the rows of a printed table whose first cell begins so. */
function rowsOf(text: string, first: string): string[][] {
  const cells = text.split("\n").map((line) =>
    line
      .split("│")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return cells.filter(([name]) => name?.startsWith(first));
}

describe(`traces, seed ${seed}`, () => {
  const size = { blocks: 100, accesses: 2000 };

  for (const [name, make] of Object.entries(TRACES))
    test(`${name}: so many accesses, the same for the same seed`, () => {
      const trace = make(size, seed);
      assert.equal(trace.length, size.accesses);
      assert.ok(trace.every((block) => block < size.blocks));
      assert.deepEqual(trace, make(size, seed));
      assert.ok(new Set(trace).size > size.blocks / 2);
    });

  test("a loop is in order, scans come in runs, what moves on leaves the first blocks", () => {
    const [looped, scanned, moved] = ["a loop", "with scans", "moving on"].map((name) =>
      (TRACES[name] as (typeof TRACES)[string])(size, seed),
    ) as [Uint32Array, Uint32Array, Uint32Array];
    assert.deepEqual([...looped.subarray(98, 102)], [98, 99, 0, 1]);
    assert.deepEqual([...scanned.subarray(0, 5)], [50, 51, 52, 53, 54]);
    assert.deepEqual([...scanned.subarray(25, 30)], [55, 56, 57, 58, 59]);
    assert.ok(scanned.subarray(5, 25).every((block) => block < 50));
    assert.ok(moved.subarray(0, 20).every((block) => block < 26));
    assert.ok(moved.subarray(-20).every((block) => block >= 74));
  });
});

describe("spill-hits", () => {
  test("made traces: a row for each and each size, of which a loop is far above LRU", () => {
    const { status, stdout, stderr } = bench("spill-hits", "--quick", "--dir", folder, "--sizes", "40");
    assert.equal(status, 0, `${stdout}${stderr}`);
    const loops = rowsOf(stdout, "a loop");
    assert.equal(loops.length, 1);
    const [, , hits, lru, points, spills, spillsOfLru] = loops[0] as string[];
    assert.equal(lru, "0.00 %");
    assert.ok(Math.abs(Number.parseFloat(hits as string) - Number(points)) < 0.01);
    assert.ok(Number(points) > 20 && Number(spills) < Number(spillsOfLru) / 2);
    assert.match(stdout, /mean of 5 rows: \d+\.\d\d \(bound 4: met\)/);
    assert.match(stdout, /spills of LRU's: 0\.\d+ \(bound 0\.5: met\)/);
    assert.match(stdout, /loads with other bytes: 0\n/);
    assert.deepEqual(readdirSync(folder), [], "the file has no name, and is gone");
  });

  test("given traces: each block once gains nothing on LRU, so the bounds are missed", () => {
    const path = join(folder, "once");
    writeFileSync(path, Array.from({ length: 600 }, (_, i) => `${i}\n`).join(""));
    const { status, stdout } = bench("spill-hits", path, "--sizes", "50");
    rmSync(path);
    assert.equal(status, 1);
    assert.match(stdout, /0\.00 \(bound 4: MISSED\)/);
    assert.match(stdout, /\(bound 0\.5: MISSED\)/);
  });

  test("a trace that is none: what replay says about it", () => {
    const { status, stderr } = bench("spill-hits", join(folder, "none"));
    assert.equal(status, 1);
    assert.match(stderr, /no such file/);
  });
});

describe("big-values", () => {
  const quick = (...args: string[]) => bench("big-values", "--quick", "--dir", folder, ...args);

  test("every side keeps all documents, and all are compared", () => {
    const { status, stdout, stderr } = quick();
    assert.equal(status, 0, `${stdout}${stderr}`);
    const compared = [];
    for (const name of ["SpillMap, file", "SpillMap, file, sealed", "lmdb"]) {
      const [times, bytes] = rowsOf(stdout, name).filter(([one]) => one === name) as [string[], string[]];
      for (const cell of times.slice(1, 5)) {
        const [p50, p99] = cell.split(" / ").map(Number) as [number, number];
        assert.ok(p50 > 0 && p99 >= p50, `${name}: ${cell}`);
      }
      compared.push(bytes.at(-1));
    }
    assert.deepEqual(new Set(compared).size, 1);
    assert.ok(Number.parseInt(compared[0] as string, 10) >= 57, compared[0]);
    assert.match(stdout, /SpillMap, file, sealed: RSS \d+ MiB \(bound 1\.00 GiB: met\)/);
    assert.deepEqual(readdirSync(folder), [], "nothing is left behind");
  });

  test("a process above its bound: 1", () => {
    const { status, stdout } = quick("--sides", "plain", "--rss", "20");
    assert.equal(status, 1);
    assert.match(stdout, /bound 20 MiB: MISSED/);
  });

  test("wrong sides and sizes: 2, and no run", () => {
    for (const [args, message] of [
      [["--sides", "plain,redis"], /"redis" is none of the sides/],
      [["--bytes", "10"], /500MB or 10GB/],
      [["--rss", "0"], /whole number/],
    ] as const) {
      const { status, stdout, stderr } = quick(...args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, message);
    }
  });

  test("a folder without room: one line, and no run", () => {
    const { status, stdout, stderr } = bench("big-values", "--bytes", "1000000GB", "--dir", folder);
    assert.equal(status, 1);
    assert.doesNotMatch(stdout, /documents/);
    assert.match(stderr, /has .* free, the sides may need/);
  });
});
