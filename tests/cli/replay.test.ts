/**
 * Shows that `spillway replay` reads every form of a trace to the same accesses; that its LRU is LRU, to the
 * hit; that the engine keeps what its order of eviction says; that the figures of a report agree with each
 * other; that the chart is valid SVG with everything it should show; and that an error in a trace ends in one
 * line and exit code 2.
 *
 * How: the built command over small traces made here, compared with a model of LRU in a few lines and with
 * the plain twin of the order; and with a library that lies.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Leave, OrderTwin } from "#kit/models/orders.js";
import { Random, runSeed } from "#kit/random.js";
import { type Surroundings, spillway } from "./command.js";

const seed = runSeed();
const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Figures {
  hits: number;
  misses: number;
  hitRatio: number;
  evictedPages: number;
  evictedBytes: number;
  heldPages: number;
  heldBytes: number;
  microsecondsPerAccess: number;
  mismatches: number;
}

/** Bytes that a page of 64 random bytes counts: its body and its records. */
const COUNTED = 64 + 96;

interface Row {
  percent: number;
  capacityBytes: number;
  spillway: Figures;
  lru: Figures;
  pointsAboveLru: number;
}

interface Trace {
  name: string;
  path: string;
  format: string;
  accesses: number;
  blocks: number;
  rows: Row[];
}

interface Report {
  pages: { kind: string; bytes: number };
  traces: Trace[];
  summary: {
    rows: number;
    meanPointsAboveLru: number;
    worst: { trace: string; percent: number; pointsAboveLru: number };
    moreEvicted: { trace: string; percent: number; percentMore: number }[];
    mismatches: number;
  };
}

async function replay(
  args: string[],
  surroundings?: Surroundings,
): Promise<{ code: number | null; report: Report }> {
  const { code, stdout, stderr } = await spillway(["replay", "--json", ...args], surroundings);
  assert.equal(stderr, "");
  return { code, report: JSON.parse(stdout) as Report };
}

async function rowsOf(path: string, sizes = "5,10,25"): Promise<Row[]> {
  const { code, report } = await replay([path, "--sizes", sizes]);
  assert.equal(code, 0);
  assert.equal(report.summary.mismatches, 0);
  return (report.traces[0] as Trace).rows;
}

// ── traces, and their hits by other means ────────────────────────────────────────────────────────────────

const plain = (blocks: readonly number[]) => `${blocks.join("\n")}\n`;

/** Blocks 0 to `length` - 1, again and again. */
const loop = (length: number, times: number) => Array.from({ length: length * times }, (_, i) => i % length);

/** Block k is accessed about 1 / k times as often as block 1 (Zipf's law), in random order. */
function zipf(blocks: number, accesses: number): number[] {
  const random = new Random(seed);
  const sums = [0];
  for (let k = 1; k <= blocks; k++) sums.push((sums[k - 1] as number) + 1 / k);
  return Array.from({ length: accesses }, () => {
    const at = (random.next() / 2 ** 32) * (sums[blocks] as number);
    let low = 0;
    let high = blocks - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle + 1] as number) > at) high = middle;
      else low = middle + 1;
    }
    // Numbers as on a disk: far apart, and some beyond 32 bits.
    return low * 9_000_011;
  });
}

/** LRU in four lines: a Map keeps the order in which keys were set. */
function lruModel(blocks: readonly number[], capacity: number): { hits: number; evictions: number } {
  const cache = new Map<number, true>();
  let hits = 0;
  let evictions = 0;
  for (const block of blocks) {
    if (cache.delete(block)) hits += 1;
    cache.set(block, true);
    if (cache.size > capacity && cache.delete(cache.keys().next().value as number)) evictions += 1;
  }
  return { hits, evictions };
}

/** Hits of the order of eviction alone, by its plain twin. */
function orderModel(blocks: readonly number[], capacity: number): number {
  const mix = (x: number) => {
    const once = Math.imul(x ^ (x >>> 16) ^ seed, 0x85ebca6b);
    const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
    return (twice ^ (twice >>> 16)) >>> 0;
  };
  const names = new Map([...new Set(blocks)].map((block, i) => [block, i + 1]));
  const twin = new OrderTwin((key) => [mix(names.get(key) as number) || 1, mix(~(names.get(key) as number))]);
  let hits = 0;
  for (const block of blocks) {
    if (twin.pages.has(block)) {
      hits += 1;
      twin.touch(block);
      continue;
    }
    const choice = twin.choose(block);
    if (twin.pages.size === capacity) twin.remove(twin.victim((choice & 8) !== 0), Leave.EVICTED);
    twin.insert(block, 1, choice);
  }
  return hits;
}

describe("forms of a trace", () => {
  const blocks = [7, 8, 9, 2 ** 33, 8, 9, 10, 7, 2 ** 53 - 2, 7, 8, 9, 10, 11, 12, 13, 7, 8];
  const arc = `7 3 0 0\n${2 ** 33} 1 0 1\n8 3 0 2\n7 1 0 3\n${2 ** 53 - 2} 1 0 4\n7 7 0 5\n7 2 0 6\n`;
  const lirs = `*\n  ${blocks.join(" \r\n* 3\r\n\t")}`;
  const forms: Record<string, [string, string | Uint8Array]> = {
    "one number a line": ["plain", plain(blocks)],
    "without a last end of line": ["plain", blocks.join("\n")],
    "CRLF, stars, comments, empty lines": ["plain", `# blocks\r\n\r\n${lirs}\r\n*\r\n\r\n`],
    "gzip, whatever it is called": ["plain", gzipSync(plain(blocks))],
    "gzip in two members": [
      "plain",
      Buffer.concat([gzipSync(plain(blocks.slice(0, 5))), gzipSync(plain(blocks.slice(5)))]),
    ],
    "runs of ARC": ["arc", arc],
    "runs of ARC in gzip, CRLF": ["arc", gzipSync(arc.replaceAll("\n", "\r\n"))],
  };
  test("all come to the same accesses, whatever the file is called", async () => {
    const paths = Object.values(forms).map(([, content], i) => file(`form ${i}`, content));
    const { report } = await replay([...paths, "--sizes", "20,50"]);
    for (const [i, [name, [format]]] of Object.entries(forms).entries()) {
      const trace = report.traces[i] as Trace;
      assert.deepEqual(
        [trace.name, trace.format, trace.accesses, trace.blocks],
        [`form ${i}`, format, blocks.length, 9],
        name,
      );
      for (const [row, capacity] of [2, 5].entries()) {
        const { hits, evictions } = lruModel(blocks, capacity);
        const { lru, capacityBytes } = trace.rows[row] as Row;
        assert.deepEqual(
          [lru.hits, lru.evictedPages, capacityBytes],
          [hits, evictions, COUNTED * capacity],
          name,
        );
      }
    }
  });

  const posixOnly = { skip: process.platform === "win32" && "needs a shell with pipes" };
  test("longer than a read, lines across its ends; from a pipe", posixOnly, async () => {
    const long = Array.from({ length: 30_000 }, (_, i) => (i * 7919) % 20_011);
    const command = fileURLToPath(new URL("../../cli/spillway.js", import.meta.url));
    const script = `cat "$1" | "$2" "$3" replay --json --sizes 10 /dev/stdin`;
    const args = ["-c", script, "sh", file("long", plain(long)), process.execPath, command];
    const report = JSON.parse(execFileSync("sh", args, { encoding: "utf8" })) as Report;
    const [trace] = report.traces as [Trace];
    assert.deepEqual([trace.accesses, trace.blocks], [30_000, 20_011]);
    const { hits, evictions } = lruModel(long, 2001);
    assert.deepEqual([trace.rows[0]?.lru.hits, trace.rows[0]?.lru.evictedPages], [hits, evictions]);
  });
});

describe(`the caches, seed ${seed}`, () => {
  const traces = { loop: loop(400, 40), zipf: zipf(3000, 30_000) };
  for (const [name, blocks] of Object.entries(traces)) {
    test(name, async (t) => {
      const footprint = new Set(blocks).size;
      const rows = await rowsOf(file(name, plain(blocks)));
      assert.deepEqual(
        rows.map(({ percent }) => percent),
        [5, 10, 25],
      );
      for (const { percent, capacityBytes, spillway, lru, pointsAboveLru } of rows) {
        const capacity = Math.round((footprint * percent) / 100);
        assert.equal(capacityBytes, COUNTED * capacity);
        const model = lruModel(blocks, capacity);
        assert.deepEqual([lru.hits, lru.evictedPages], [model.hits, model.evictions], "LRU is LRU");
        for (const one of [spillway, lru]) {
          assert.equal(one.hits + one.misses, blocks.length);
          assert.equal(one.hitRatio, one.hits / blocks.length);
          assert.equal(one.misses, one.evictedPages + one.heldPages, "every page that came went or is here");
          assert.equal(one.heldPages, capacity, "full at the end");
          assert.equal(one.evictedBytes, 64 * one.evictedPages);
          assert.equal(one.heldBytes, COUNTED * one.heldPages);
          assert.ok(one.microsecondsPerAccess > 0);
        }
        assert.equal(pointsAboveLru, 100 * (spillway.hitRatio - lru.hitRatio));
        // The engine hashes with its own seed, so the two may differ a little in what they remember.
        const expected = orderModel(blocks, capacity) / blocks.length;
        const ratios = [spillway.hitRatio, expected, lru.hitRatio].map((ratio) => ratio.toFixed(4));
        t.diagnostic(`${percent} %: ${ratios[0]}, its twin ${ratios[1]}, LRU ${ratios[2]}`);
        assert.ok(Math.abs(spillway.hitRatio - expected) < 0.02, "the order is the order's");
      }
    });
  }

  test("a cache for all blocks evicts none, a trace of one block fits any", async () => {
    const [all] = await rowsOf(file("all", plain(loop(50, 4))), "100");
    const [one] = await rowsOf(file("one", "1\n1\n1\n"), "0.5");
    assert.deepEqual([all?.spillway.hits, all?.lru.hits], [150, 150]);
    assert.deepEqual([one?.spillway.hits, one?.lru.hits], [2, 2]);
    assert.deepEqual([all?.spillway.evictedPages, all?.lru.evictedPages], [0, 0]);
  });

  test("pages of a live process: bodies of many sizes, the same bytes for both", async () => {
    const blocks = traces.zipf.slice(0, 8000);
    const path = file("real", plain(blocks));
    const { code, report } = await replay([path, "--pages", "real", "--sizes", "10,100"]);
    assert.deepEqual([code, report.summary.mismatches, report.pages.kind], [0, 0, "real"]);
    const [trace] = report.traces as [Trace];
    const [small, all] = trace.rows as [Row, Row];
    for (const one of [small.spillway, small.lru]) {
      assert.ok(one.heldBytes <= small.capacityBytes && one.heldBytes > small.capacityBytes - 4096 - 96);
      assert.ok(one.evictedPages > 0 && one.heldBytes / one.heldPages < 4096 + 96);
    }
    assert.equal(all.lru.evictedPages, 0);
    assert.deepEqual([all.spillway.hits, all.spillway.evictedPages], [all.lru.hits, 0], "all of them fit");
    assert.equal(
      all.spillway.heldBytes,
      all.lru.heldBytes,
      "what a body weighs for one it weighs for the other",
    );
    assert.equal(all.spillway.heldBytes, all.capacityBytes);
  });
});

describe("--seed", () => {
  /** A report without the figures that depend on the machine. */
  const figures = (report: object) =>
    JSON.stringify(report, (key, value) => (/^micros/.test(key) ? 0 : value));

  test("the same one gives the same figures but for times, another one others", async () => {
    const path = file("seeded", plain(zipf(3000, 30_000)));
    const run = async (...seed: string[]) => (await replay([path, "--sizes", "10", ...seed])).report;
    const seven = await run("--seed", "7");
    assert.equal(figures(await run("--seed", "7")), figures(seven));
    assert.equal(figures(await run()), figures(await run("--seed", "1")), "unless told otherwise it is 1");
    // The seed decides little: now and then two of them come to the same hits.
    let other = figures(seven.traces);
    for (let seed = 8; seed < 16 && other === figures(seven.traces); seed++)
      other = figures((await run("--seed", `${seed}`)).traces);
    assert.notEqual(other, figures(seven.traces));
  });

  test("is told to people", async () => {
    const { stdout } = await spillway(["replay", "--seed", "4294967295", file("told", plain(loop(9, 3)))]);
    assert.match(stdout, /; seed 4294967295\n/);
  });
});

describe("the report", () => {
  const paths = [file("a.lis", "1 60 0 0\n1 60 0 0\n1 30 0 0\n"), file("b.trace", plain(loop(20, 3)))];

  test("--json: one document of the shape that --help tells", async () => {
    const { report } = await replay(paths);
    assert.deepEqual(Object.keys(report), [
      "spillway",
      "node",
      "platform",
      "cpu",
      "pages",
      "seed",
      "traces",
      "summary",
    ]);
    assert.deepEqual(Object.keys(report.traces[0] ?? {}), [
      "name",
      "path",
      "format",
      "column",
      "accesses",
      "blocks",
      "rows",
    ]);
    const rows = report.traces.flatMap((trace) => trace.rows.map((row) => ({ trace: trace.name, ...row })));
    const { stdout: help } = await spillway(["replay", "--help"]);
    const words = (what: string) =>
      (new RegExp(`${what} +\\{ ([^}]*)\\}`).exec(help)?.[1] ?? "").match(/\w+(?=[,:} ]|$)/g) ?? [];
    assert.deepEqual(Object.keys(report.traces[0]?.rows[0]?.lru ?? {}).sort(), words("CACHE").sort());
    for (const { spillway, lru } of rows) assert.deepEqual(Object.keys(spillway), Object.keys(lru));
    const { summary } = report;
    assert.equal(summary.rows, 6);
    const points = rows.map(({ pointsAboveLru }) => pointsAboveLru);
    assert.ok(Math.abs(summary.meanPointsAboveLru - points.reduce((a, b) => a + b) / 6) < 1e-9);
    assert.equal(summary.worst.pointsAboveLru, Math.min(...points));
    assert.deepEqual(
      summary.moreEvicted.map(({ trace, percent }) => [trace, percent]),
      rows
        .filter(({ spillway, lru }) => spillway.evictedBytes > lru.evictedBytes)
        .map(({ trace, percent }) => [trace, percent]),
    );
  });

  test("for people: a row for each size, the mean and the worst", async () => {
    const { code, stdout, stderr } = await spillway(["replay", "--sizes", "50,7.5", ...paths]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /\na\.lis: 150 accesses to 60 blocks\n.*\n7\.5 % .*\n50 % /);
    assert.match(stdout, /\nb\.trace: 60 accesses to 20 blocks\n/);
    assert.match(
      stdout,
      /\n4 rows: [+-]?\d+\.\d\d points against LRU in the mean, [+-]?\d+\.\d\d in the worst \(/,
    );
    assert.match(stdout, /\nhits with other bytes than were put: 0\n$/);
  });

  for (const lie of ["flip", "nothing"]) {
    test(`a page that comes back changed is told, and is a failure: ${lie}`, async () => {
      const liar = fileURLToPath(new URL("./replay_liar.js", import.meta.url));
      const surroundings = { node: ["--import", liar], env: { LIE: lie } };
      const path = file("lied", plain(loop(10, 5)));
      const { code, report } = await replay([path, "--sizes", "100"], surroundings);
      assert.deepEqual([code, report.summary.mismatches], [1, 4], "once for each hit of the block");
    });
  }
});

describe("the chart", () => {
  /** Fails unless an XML document closes its tags in the right order, and all text is escaped. */
  function assertWellFormed(xml: string): void {
    const open: string[] = [];
    const rest = xml
      .replace(/<!\[CDATA\[.*?\]\]>/gs, "")
      .replace(
        /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"<&]*(?:&\w+;[^"<&]*)*")*)\s*(\/?)>/g,
        (_, end, name, _attributes, empty) => {
          if (end) assert.equal(open.pop(), name);
          else if (!empty) open.push(name);
          return "";
        },
      );
    assert.deepEqual(open, []);
    assert.doesNotMatch(rest.replace(/&(?:amp|lt|gt|quot|#\d+);/g, ""), /[<>&]/);
  }

  test("has a panel for each trace and both lines in it, and says what the axes are", async () => {
    const names = ["plain.trace", "a<b>&c.lis"];
    const paths = names.map((name, i) => file(name, plain(loop(30 + i, 4))));
    const path = join(folder, "chart.svg");
    const { code, stdout, stderr } = await spillway([
      "replay",
      ...paths,
      "--sizes",
      "5,20,50,80",
      "--chart",
      path,
    ]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /8 rows/, "the tables as well");
    const svg = readFileSync(path, "utf8");
    assertWellFormed(svg);
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, /<rect [^>]*fill="#ffffff"/, "white ground, for dark viewers too");
    for (const [colour, dashed] of [
      ["#0072B2", false],
      ["#D55E00", true],
    ] as const) {
      const lines = [...svg.matchAll(/<path d="M([^"]*)"([^>]*)>/g)].filter(
        ([, d, rest]) =>
          rest?.includes(`stroke="${colour}"`) && rest.includes('fill="none"') && d?.split("L").length === 4,
      );
      assert.equal(lines.length, 2, `a line of four points in each panel, ${colour}`);
      for (const [tag] of lines) assert.equal(tag.includes("stroke-dasharray"), dashed);
    }
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    for (const text of ["Spillway", "LRU", "plain.trace", "a&lt;b&gt;&amp;c.lis"])
      assert.ok(texts.includes(text), text);
    assert.equal(texts.filter((text) => text === "hit ratio, %").length, 2);
    assert.equal(texts.filter((text) => /^cache size, %/.test(text ?? "")).length, 2);
  });

  test("costs nothing where none is asked for: what draws is a file of its own", () => {
    const built = fileURLToPath(new URL("../../cli/", import.meta.url));
    const drawing = readdirSync(built).filter((name) =>
      readFileSync(join(built, name), "utf8").includes("zrender"),
    );
    assert.equal(drawing.length, 1);
    assert.match(drawing[0] ?? "", /^chart-/);
    assert.doesNotMatch(readFileSync(join(built, "main.js"), "utf8"), /^import .*\/chart-/m);
  });
});

describe("what it cannot do", () => {
  const good = file("good", "1\n2\n");
  const packed = gzipSync(plain(loop(1000, 3)));
  const cases: Record<string, [args: string[], message: RegExp]> = {
    "a missing file": [[join(folder, "nowhere")], /cannot read .*nowhere: no such file/],
    "an empty file": [[file("empty", "")], /empty: no accesses in it/],
    "nothing but comments": [[file("silent", "# a\n*\n\n")], /silent: no accesses in it/],
    "gzip that is cut off": [
      [file("cut.gz", packed.subarray(0, -20))],
      /cut\.gz: its gzip data is damaged \(unexpected end of file\)/,
    ],
    "gzip with a wrong sum": [
      [file("sum.gz", Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]))],
      /damaged \(incorrect data check\)/,
    ],
    "a word": [
      [file("word", "1\r\n2\r\n\r\nthree\r\n4\r\n")],
      /word: line 4: "three" is wrong: a whole decimal number expected/,
    ],
    "a number too large": [
      [file("large", "1\n9007199254740992\n")],
      /line 2: "9007199254740992" is wrong: a number beyond 2\^53 - 1/,
    ],
    "two numbers": [[file("two", "1 2\n")], /line 1: "1 2" is wrong: one block number, or start, /],
    "a run in a plain trace": [
      [file("mixed", "1\n1 2 0 0\n")],
      /line 2: "1 2 0 0" is wrong: one block number expected/,
    ],
    "a block in a trace of runs": [
      [file("runs", "1 2 0 0\n5\n")],
      /line 2: "5" is wrong: start, count and two more numbers expected/,
    ],
    "a run of nothing": [[file("none", "1 0 0 0\n")], /line 1: "1 0 0 0" is wrong: a count of 0/],
    "a run past 2^53": [[file("past", "9007199254740990 5 0 0\n")], /line 1: .* beyond 2\^53 - 1/],
    "more accesses than it takes": [
      [file("many", "0 4000000000 0 0\n")],
      /line 1: more than 100,000,000 accesses/,
    ],
    "no text": [
      [
        file(
          "binary",
          Uint8Array.from({ length: 9000 }, (_, i) => 128 + (i % 100)),
        ),
      ],
      /line 1: "(\\x[0-9a-f]{2}){40}\.\.\." is wrong: longer than 4096 bytes/,
    ],
    "a size of 0": [[good, "--sizes", "0"], /'0' is invalid\. It must be numbers above 0/],
    "no size": [[good, "--sizes", ""], /'' is invalid/],
    "other pages": [[good, "--pages", "blue"], /'blue' is invalid\. Allowed choices are generated, real/],
    "a chart in no folder": [
      [good, "--chart", join(folder, "no", "chart.svg")],
      /cannot write .*chart\.svg: no such folder/,
    ],
    "a chart that is a folder": [[good, "--chart", folder], /cannot write .*: it is a directory/],
  };
  for (const [name, [args, message]] of Object.entries(cases)) {
    test(name, async () => {
      const { code, stdout, stderr } = await spillway(["replay", ...args]);
      assert.match(stderr, message);
      assert.match(stderr, /^spillway: [^\n]+\n$/, "one line");
      assert.equal(stdout, "");
      assert.equal(code, 2);
    });
  }
});
