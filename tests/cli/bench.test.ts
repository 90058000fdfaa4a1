/**
 * Shows that `spillway bench` measures every part and operation it names, over the pages it is given, and tells wrong use
 * in one line. How: the built command over files of this project, with samples as short as they can be.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { spillway } from "./command.js";

const FILE = fileURLToPath(new URL("../../../package-lock.json", import.meta.url));

interface Row {
  name: string;
  hz: number;
  rme: number;
  samples: number;
  microsecondsPerPage: number;
  megabytesPerSecond: number;
}

interface Spread {
  median: number;
  low: number;
  high: number;
}

interface CodecReport {
  pageSize: number;
  rounds: number;
  processor: number | null;
  missing: string | null;
  sets: {
    rows: { name: string; encode: Spread; decode: Spread; ratio: number }[];
    hash: { hash: Spread; versusCopy: Spread };
  }[];
}

const ROWS = [
  "hash",
  "same-filled test, ordinary page",
  "same-filled test, same-filled page",
  "noise test, ordinary page",
  "noise test, random page",
  "encode",
  "encode, incompressible page",
  "decode",
  "slab allocate and free",
  "store, fresh page",
  "store, duplicate page",
  "store, same-filled page",
  "store, incompressible page",
  "load",
  "load, 16 pages a call",
];

describe("spillway bench", () => {
  test("every row, with figures that agree with each other", async () => {
    const { code, stdout } = await spillway(["bench", "--json", "--min-time", "0.001", FILE]);
    assert.equal(code, 0);
    const report = JSON.parse(stdout) as { pages: number; pageSize: number; rows: Row[] };
    assert.deepEqual(
      report.rows.map(({ name }) => name),
      ROWS,
    );
    for (const row of report.rows) {
      const pagesPerCall = row.name.includes("16 pages") ? 16 : 1;
      assert.ok(row.hz > 100 && row.samples >= 5 && row.rme >= 0, row.name);
      assert.ok(Math.abs(row.microsecondsPerPage * row.hz * pagesPerCall - 1e6) < 1, row.name);
      assert.ok(Math.abs(row.megabytesPerSecond * row.microsecondsPerPage - 4096) < 1e-3, row.name);
    }
  });

  test("a table with the rows asked for, at another page size", async () => {
    const args = ["--page-size", "65536", "--filter", "^hash$", "--min-time", "0.001", FILE];
    const { code, stdout } = await spillway(["bench", ...args]);
    assert.equal(code, 0);
    assert.match(stdout, /pages of 65536 bytes from the file package-lock\.json/);
    assert.match(stdout, /hash/);
    assert.doesNotMatch(stdout, /decode/);
  });

  for (const [what, ...args] of [
    ["an unknown flag", "--fast"],
    ["a page size that is none", "--page-size", "5000"],
    ["a time that is none", "--min-time", "soon"],
    ["a pattern that is none", "--filter", "("],
    ["a pattern that nothing matches", "--filter", "nothing at all", FILE],
    ["a file that is not there", "no-such-file"],
  ] as const) {
    test(`${what} is one line and exit code 2`, async () => {
      const { code, stdout, stderr } = await spillway(["bench", ...args]);
      assert.equal(code, 2);
      assert.equal(stdout, "");
      assert.match(stderr, /^spillway: .+\n$/);
    });
  }

  test("codec: a row for ours and each native codec, blocks that come back, one run", async () => {
    const args = ["bench", "codec", "--pages", FILE, "--rounds", "2", "--page-size", "8192", "--json"];
    const { code, stdout, stderr } = await spillway(args);
    assert.equal(code, 0, stderr);
    const report = JSON.parse(stdout) as CodecReport;
    assert.ok(report.pageSize === 8192 && report.rounds === 2 && report.sets.length === 1);
    const { rows, hash } = report.sets[0] as CodecReport["sets"][number];
    assert.equal(rows[0]?.name, "spillway");
    for (const { name, encode, decode, ratio } of rows) {
      assert.ok(encode.low <= encode.median && encode.median <= encode.high, name);
      assert.ok(encode.median > 0 && decode.median > 0 && ratio >= 1, name);
    }
    assert.ok(hash.hash.median > 0 && hash.versusCopy.median > 0);
    // Either all are there, or the packages that would bring them are named.
    if (report.missing === null) assert.equal(rows.length, 7);
    else assert.match(report.missing, /-dev/);
    // The twin in C makes the same blocks.
    const twin = rows.find(({ name }) => name === "twin");
    if (twin) assert.equal(twin.ratio, rows[0]?.ratio);
    assert.ok(report.processor === null || report.processor >= 0);
  });

  test("codec: a table, and the page set saved for another run", async () => {
    const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
    try {
      const args = ["bench", "codec", "--pages", FILE, "--rounds", "1", "--save", folder];
      const { code, stdout } = await spillway(args);
      assert.equal(code, 0);
      assert.match(stdout, /spillway .*\n[\s\S]*hash .* of the copy's speed/);
      assert.equal(readFileSync(join(folder, "package-lock.json.4096")).length % 4096, 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
