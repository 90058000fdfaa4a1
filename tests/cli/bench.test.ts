/**
 * Shows that `spillway bench` measures every part and operation that it names, over the given pages, and
 * reports wrong use in one line; that `bench spill` spills, leaves no file, and counts other bytes. How: the
 * built command over files of this project, with samples as short as possible.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertOneLine, spillway } from "./command.js";

const FILE = fileURLToPath(new URL("../../../package-lock.json", import.meta.url));

interface Row {
  name: string;
  hz: number;
  rme: number;
  samples: number;
  microsecondsPerPage: number;
  megabytesPerSecond: number;
  p50: number;
  p99: number;
  timesEarlier?: number | null;
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

interface Percentiles {
  count: number;
  p50: number;
  p99: number;
  p999: number;
}

interface SpillReport {
  pages: number;
  maxBytes: number;
  dir: string;
  mismatches: number;
  rows: {
    name: string;
    store: Percentiles;
    spilling: { store: Percentiles; writeSync: Percentiles; part: number } | null;
    near: Percentiles | null;
    far: { load: Percentiles; readSync: Percentiles } | null;
    memoryBytes: number;
    fileBytes: number;
    bodies: number;
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
      assert.ok(row.p50 > 0 && row.p50 <= row.p99 && row.timesEarlier === undefined, row.name);
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

  test("beside an earlier run: how many times as long, and which rows are new", async () => {
    const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
    const earlier = join(folder, "earlier.json");
    try {
      writeFileSync(
        earlier,
        JSON.stringify({ pageSize: 4096, rows: [{ name: "hash", microsecondsPerPage: 1e-6 }] }),
      );
      const args = [
        "bench",
        "--compare",
        earlier,
        "--filter",
        "^(hash|decode)$",
        "--min-time",
        "0.001",
        FILE,
      ];
      const { code, stdout } = await spillway([...args, "--json"]);
      assert.equal(code, 0);
      const [hash, decode] = (JSON.parse(stdout) as { rows: Row[] }).rows;
      assert.ok(
        Math.abs((hash?.timesEarlier as number) / ((hash?.microsecondsPerPage as number) * 1e6) - 1) < 1e-9,
      );
      assert.equal(decode?.timesEarlier, null);
      assert.match((await spillway(args)).stdout, /vs earlier[\s\S]*the middle row takes/);
      for (const text of ["{", "{}", '{"rows":[{"name":1}]}', '{"rows":[],"pageSize":8192}', "null"]) {
        writeFileSync(earlier, text);
        assertOneLine(await spillway(args), 2);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [what, ...args] of [
    ["a file to compare with that is not there", "--compare", "no-such-file"],
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

  const SPILL = ["bench", "spill", "--pages", process.execPath, "--set-mib", "6", "--rounds", "1"];

  test("spill: memory alone and each kind of file, loads of all pages, nothing left in the folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
    try {
      const args = [...SPILL, "--page-size", "8192", "--dir", folder];
      const { code, stdout, stderr } = await spillway([...args, "--json"]);
      assert.equal(code, 0, stderr);
      const report = JSON.parse(stdout) as SpillReport;
      assert.deepEqual(
        report.rows.map(({ name }) => name),
        ["memory alone", "file", "file, sealed", "file, fdatasync", "file, sealed, fdatasync"],
      );
      const { pages, maxBytes } = report;
      assert.deepEqual([report.mismatches, report.dir, maxBytes], [0, folder, 2 ** 21]);
      for (const { name, store, spilling, near, far, memoryBytes, fileBytes, bodies } of report.rows) {
        assert.ok(store.p50 <= store.p99 && store.p99 <= store.p999, name);
        if (name === "memory alone") {
          assert.deepEqual([spilling, far, fileBytes, bodies], [null, null, 0, 0]);
          // All of its pages, once beside each of the four files.
          assert.equal(near?.count, 4 * pages);
          continue;
        }
        assert.ok(spilling && far && near, name);
        assert.equal(store.count + spilling.store.count, pages);
        assert.equal(near.count + far.load.count, pages);
        assert.ok(far.load.count >= bodies / 2 && bodies > 100, `${bodies} bodies`);
        assert.ok(Math.abs(spilling.part - spilling.writeSync.p50 / spilling.store.p50) < 1e-9);
        assert.ok(memoryBytes <= maxBytes && fileBytes > 2 ** 20, `${memoryBytes} and ${fileBytes}`);
      }
      assert.deepEqual(readdirSync(folder), []);
      const table = await spillway([...args]);
      assert.match(table.stdout, /spilling p50[\s\S]*readSync p50[\s\S]* loads compared, 0 with other bytes/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const lie of ["flip", "nothing"])
    test(`spill: a load that lies (${lie}) is counted, and the exit code is 1`, async () => {
      const liar = fileURLToPath(new URL("./liar.js", import.meta.url));
      const surroundings = { node: ["--import", liar], env: { LIE: lie } };
      const { code, stdout } = await spillway([...SPILL, "--page-size", "8192", "--json"], surroundings);
      // Each file's page 3, and that of memory alone beside each.
      assert.deepEqual([code, (JSON.parse(stdout) as SpillReport).mismatches], [1, 8]);
    });

  test("spill: pages that fit into memory, and a folder that is none, are one line", async () => {
    assertOneLine(await spillway([...SPILL, "--set-mib", "1"]), 2);
    assertOneLine(await spillway([...SPILL, "--dir", "no/such/folder"]), 2);
  });

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
    // Either all native codecs are there, or the report names the missing packages.
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
