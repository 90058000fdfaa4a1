/**
 * Shows that in `spillway measure --values` every contestant gives all values back, that the sums add up,
 * that a sample is as even as it says, that every way in which a value can come back wrong is noticed, and
 * that no process or file is left behind.
 *
 * How: the built command over files of known values, with a library that lies, and with processes that end.
 */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Random } from "#kit/random.js";
import { assertOneLine, ending, preload, spillway, start } from "./command.js";
import { file, folder, lines, measured, rows, run } from "./measure_values.js";

describe("contestants", () => {
  const made = (length: number) =>
    Array.from({ length }, (_, i) => ({
      id: `session ${i}`,
      roles: ["reader", "writer"].slice(i % 2),
      text: `some words that come again, and number ${i * 7919} `.repeat(1 + (i % 9)),
    }));
  const many = made(2000);
  const path = file("many.ndjson", lines(many));

  test("each sets, gets and compares all of them", async () => {
    const random = new Random(1);
    const words = Array.from({ length: 500 }, () => random.next().toString(36));
    const more = Array.from({ length: 6000 }, (_, id) => ({
      id,
      text: Array.from({ length: 40 }, () => random.pick(words)).join(" "),
    }));
    const { code, report } = await run(["--values", file("more.ndjson", lines(more))]);
    assert.equal(code, 0);
    const names = report.contestants.map(({ name }: { name: string }) => name);
    assert.deepEqual(names, ["SpillMap", "SpillMap, hotBytes", "Map", "lru-cache", "Map + lz4-napi"]);
    for (const one of report.contestants) {
      assert.deepEqual([one.absent, one.refused, one.mismatches, one.firstMismatch], [null, 0, 0, null]);
      for (const { count, mean, p50, p99, max } of [one.set, one.get]) {
        assert.equal(count, more.length);
        assert.ok(0 < p50 && p50 <= p99 && p99 <= max && mean <= max, one.name);
      }
      assert.ok(one.memory.full.rssBytes > 10_000_000 && one.memory.full.heapBytes > 1_000_000);
    }
    const [map, hot, live, , lz4] = report.contestants;
    assert.equal(map.rested.count, more.length);
    assert.deepEqual([hot.rested, live.rested, lz4.rested], [null, null, null]);
    assert.deepEqual([map.hotShare, hot.hotShare, live.hotShare], [null, 1, null]);
    assert.deepEqual([map.hotBytes, hot.hotBytes], [0, 8 * 2 ** 20]);
    assert.ok(Math.abs(map.versusLz4.get - map.get.mean / lz4.get.mean) < 1e-9);
    assert.deepEqual([lz4.versusLz4.set, lz4.versusLz4.get], [1, 1]);
    assert.ok(hot.get.p50 < map.get.p50, "a hot value is there as it is");
    const [{ set, rested }] = report.maps;
    assert.ok(rested.pagesBytes < 0.9 * set.pagesBytes, "recompress() was called");
    assert.ok(report.control.heapBytes < live.memory.full.heapBytes, "a Map holds the values");
  });

  test("the sums of what a map keeps", async () => {
    const { maps, values, contestants } = await measured([path]);
    for (const kept of [maps[0].set, maps[0].rested]) {
      const parts = kept.pagesBytes + kept.indexBytes + kept.keyBytes + kept.openBytes;
      assert.equal(kept.totalBytes, parts);
      assert.equal(kept.ratio, values.rawBytes / kept.totalBytes);
      assert.ok(kept.indexBytes > 16 * many.length && kept.indexBytes < 200 * many.length);
    }
    assert.equal(contestants[0].keptBytes, maps[0].set.totalBytes);
    assert.ok(maps[0].fixedBytes > 100_000 && maps[0].fixedBytes < maps[0].set.totalBytes);
  });

  test("several page sizes, and which does best", async () => {
    const sizes = ["--sizes", "4096,16384"];
    const { maps, contestants } = await measured([path, ...sizes]);
    assert.deepEqual(
      maps.map(({ pageSize }: { pageSize: number }) => pageSize),
      [4096, 16384],
    );
    assert.equal(contestants[1].name, "SpillMap, pages 16384");
    const tight = [...sizes, "--hot-bytes", "10KiB"];
    const { stdout } = await spillway(["measure", "--no-rivals", "--values", path, ...tight]);
    assert.match(stdout, /\nhotBytes: 10\.0 KiB; \d+ % of the gets were hot; timer /);
    const told =
      "least memory: --page-size \\d+ \\(.*\\); rested: --page-size \\d+ \\(.*\\); quickest cold get: ";
    assert.match(stdout, new RegExp(`\\n${told}--page-size \\d+ \\(\\d+\\.\\d\\d us\\)\\n`));
    assert.match(stdout, /\npages of 16,384, rested: +\S+ .iB/);
  });

  test("hot values that do not stay: the share that did", async () => {
    const { contestants } = await measured([path, "--hot-bytes", "10KiB"]);
    const { hotBytes, hotShare } = contestants[1];
    assert.equal(hotBytes, 10_240);
    assert.ok(hotShare < 0.5, `${hotShare} of the gets were hot`);
  });

  test("a pool that is too small refuses, and that is no mismatch", async () => {
    const noise = Array.from({ length: 3000 }, (_, i) => {
      const bytes = new Random(i).fill(Buffer.alloc(700));
      return bytes.toString("base64");
    });
    const args = ["--no-rivals", "--values", file("noise", lines(noise)), "--max-bytes", "2MiB"];
    const { code, report } = await run(args);
    assert.deepEqual([code, report.mismatches], [0, 0]);
    const [map] = report.contestants;
    assert.ok(map.refused > 300 && map.refused < 3000, `${map.refused} refused`);
    assert.deepEqual([map.set.count, map.get.count], [3000 - map.refused, 3000 - map.refused]);
    const { stdout } = await spillway(["measure", ...args]);
    assert.match(stdout, /\nSpillMap: [\d,]+ sets refused, by --max-bytes\n/);
  });

  test("lz4-napi that is not installed has a row that says so", async () => {
    const node = preload(`
      import Module from "node:module";
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (name, ...rest) {
        if (name === "lz4-napi") throw Object.assign(new Error("gone"), { code: "MODULE_NOT_FOUND" });
        return resolve.call(this, name, ...rest);
      };`);
    const few = file("rows.ndjson", lines(rows));
    const { code, report } = await run(["--values", few], { node });
    assert.equal(code, 0);
    const { name, absent, set, memory } = report.contestants[4];
    assert.deepEqual([name, absent], ["Map + lz4-napi", "not installed: npm i lz4-napi"]);
    assert.deepEqual([set, memory, report.contestants[0].versusLz4], [null, null, null]);
    const { stdout } = await spillway(["measure", "--values", few], { node });
    assert.match(stdout, /^Map \+ lz4-napi +not installed: npm i lz4-napi$/m);
  });

  test("the tables end in one sentence; a pipe gets no colours and no bar", async () => {
    const { code, stdout, stderr } = await spillway(["measure", "--no-rivals", "--values", path]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    assert.match(stdout, /\n {2}2,000 values \(all\), \d\d\d\.\d KiB of JSON; keys: numbers of values\n/);
    assert.match(stdout, /\nheap, RSS: not measured below 1 MiB of values, /);
    const live = "2,000 values, 0 mismatches: \\d+\\.\\d KiB live in \\d+\\.\\d KiB \\(\\d\\.\\d\\d x\\)";
    assert.match(stdout, new RegExp(`\\n${live}, rested in \\d+\\.\\d KiB \\(\\d\\.\\d\\d x\\)\\n$`));
    assert.ok(!stdout.includes("\x1b"));
  });

  test("few values are told a pool's fixed part instead of a ratio", async () => {
    const few = await spillway(["measure", "--no-rivals", "--values", file("few", '{"a":1}\n')]);
    assert.match(few.stdout, /\n1 value, 0 mismatches: \d+ B live in \d+\.\d KiB; /);
    assert.match(few.stdout, /of that is what any pool takes: too few values for a ratio\n$/);
    assert.match(few.stdout, /\npages of 4,096, rested: .* -\n/);
    assert.doesNotMatch(few.stdout, /(?<![\d.,])1 values\b/);
  });
});

describe("a sample", () => {
  // The first half of the values is shorter than the second, so the sizes tell how many are of each.
  const lengths = (i: number) => (i < 2000 ? 800 : 1200);
  const values = Array.from({ length: 4000 }, (_, i) => `${i} `.padEnd(lengths(i), "x"));
  const path = file("halves.ndjson", lines(values));
  const sample = (...args: string[]) => measured([path, "--limit", "1MiB", ...args]);

  test("fills the limit, from all of the input, each with the same chance", async () => {
    const { source, values: taken } = await sample();
    assert.deepEqual([source.available, source.sample, source.limitBytes], [4000, "random", 2 ** 20]);
    const long = (taken.rawBytes - 800 * taken.count) / 400;
    assert.ok(taken.rawBytes > 0.8 * 2 ** 20 && taken.rawBytes <= 2 ** 20, `${taken.rawBytes} bytes`);
    assert.ok(Math.abs(long / taken.count - 0.5) < 0.06, `${long} long ones of ${taken.count}`);
  });

  test("is the same for the same seed, and another one for another", async () => {
    const one = await sample("--seed", "9");
    assert.deepEqual((await sample("--seed", "9")).values, one.values);
    assert.notDeepEqual((await sample("--seed", "10")).values, one.values);
  });

  test("has the last value of each key", async () => {
    const versions = Array.from({ length: 8000 }, (_, i) => ({
      id: i % 4000,
      pad: "y".repeat(i < 4000 ? 5 : 700),
    }));
    const path = file("versions.ndjson", lines(versions));
    const { source, values: taken } = await measured([path, "--limit", "1MiB", "--key", "id"]);
    assert.equal(source.available, 8000);
    assert.ok(source.replaced >= taken.count);
    assert.ok(taken.min > 700, "no earlier version");
  });

  test("is told", async () => {
    const { stdout } = await spillway(["measure", "--no-rivals", "--values", path, "--limit", "1MiB"]);
    assert.match(stdout, /\n {2}[\d,]+ values \(a random sample of 4,000, by --limit\), /);
  });
});

describe("a library that lies about one value", () => {
  const liar = new URL("./measure_values_liar.js", import.meta.url).href;
  const path = file("told.ndjson", lines(rows));
  const lies: [lie: string, trouble: RegExp][] = [
    ["other", /^another value$/],
    ["neighbour", /^another value$/],
    ["gone", /^the value is gone$/],
    ["throw", /^the get threw: damaged on purpose$/],
  ];
  for (const [lie, trouble] of lies) {
    test(`${lie}: ${trouble}`, async () => {
      const env = { NODE_OPTIONS: `--import ${liar}`, LIE: lie };
      const { code, report } = await run(["--no-rivals", "--values", path], { env });
      assert.equal(code, 1);
      assert.equal(report.mismatches, 6, "once in each pass, and twice where hot values are asked for twice");
      const { key, trouble: told } = report.contestants[0].firstMismatch;
      assert.equal(key, "3");
      assert.match(told, trouble);
    });
  }

  test("is told in the last line", async () => {
    const env = { NODE_OPTIONS: `--import ${liar}`, LIE: "gone" };
    const { code, stdout } = await spillway(["measure", "--no-rivals", "--values", path], { env });
    assert.equal(code, 1);
    assert.match(stdout, /\n60 values, 6 mismatches; the first: SpillMap, key "3": the value is gone\n$/);
  });
});

describe("processes", () => {
  const path = file("processes.ndjson", lines(rows));
  const temporary = join(folder, "tmp");
  before(() => mkdirSync(temporary));

  test("leave nothing behind", async () => {
    await measured([path], { env: { TMPDIR: temporary } });
    assert.deepEqual(readdirSync(temporary), []);
  });

  test("one that ends early is told in one line, and nothing is left", async () => {
    const early = `if (process.argv[1]?.endsWith("keeper.js")) setTimeout(() => process.exit(7), 50);`;
    const env = { TMPDIR: temporary, NODE_OPTIONS: preload(early).join(" ") };
    const said = assertOneLine(await spillway(["measure", "--values", path], { env }), 3);
    assert.match(said, /the process of \S.* ended early \(7\)/);
    assert.deepEqual(readdirSync(temporary), []);
  });

  test("end with the command that Ctrl-C ends", { skip: process.platform === "win32" }, async () => {
    const waiting = `if (process.argv[1]?.endsWith("keeper.js")) process.once("message", () => { for (;;); });`;
    const env = { TMPDIR: temporary, NODE_OPTIONS: preload(waiting).join(" ") };
    const command = start(["measure", "--values", path], { env });
    const told = ending(command);
    while (readdirSync(temporary).length === 0) await sleep(20);
    await sleep(300);
    command.kill("SIGINT");
    assert.equal((await told).signal, "SIGINT");
    assert.deepEqual(readdirSync(temporary), []);
  });
});
