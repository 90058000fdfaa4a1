/**
 * Shows that `spillway measure` counts its pages exactly, and that its sums add up. It notices every way in
 * which a page can come back wrong, and then ends with exit code 1. What it cannot do ends in one line on
 * stderr and exit code 2.
 *
 * How: the built command over files of known content, and over such files with a library that lies.
 */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ending, preload, type Surroundings, spillway, start } from "./command.js";

const PAGE = 4096;
const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Different lines, so that no two pages are equal and all of them compress. */
function prose(bytes: number): Buffer {
  const lines = Array.from(
    { length: Math.ceil(bytes / 20) },
    (_, i) => `line ${String(i).padStart(8, "0")} of text\n`,
  );
  return Buffer.from(lines.join("")).subarray(0, bytes);
}

const random = file("random.bin", randomBytes(2 * PAGE + 1808)); // 3 pages, the last one short
const zeros = file("zeros.bin", Buffer.alloc(PAGE + 904)); // 2 pages, the last one short
const text = file("text.txt", prose(10 * PAGE + 1)); // 11 pages, the last one of a single byte: same-filled
const empty = file("empty.bin", Buffer.alloc(0));

async function measure(args: string[], surroundings?: Surroundings) {
  const { code, stdout, stderr } = await spillway(["measure", "--json", ...args], surroundings);
  assert.equal(stderr, "");
  const report = JSON.parse(stdout);
  const { pages, sameFilled, duplicates, bodies, refused } = report.pages;
  assert.equal(
    pages,
    sameFilled + duplicates + bodies + refused.full + refused.poor,
    "every page has one fate",
  );
  return { code, report };
}

describe("what it cannot do", () => {
  const cases: [string[], RegExp][] = [
    [["--frob"], /unknown option '--frob'/],
    [["frob"], /unknown command 'frob'/],
    [["measure", "--frob"], /unknown option '--frob'/],
    [["measure", "--jsn"], /unknown option '--jsn' \(Did you mean --json\?\)/],
    [["measure", join(folder, "nowhere")], /cannot read .*nowhere: no such file/],
    [["measure", text, folder], /cannot read .*: it is a directory/],
    [["measure", empty], /empty.bin: no bytes to measure/],
    [["measure", "--pid", "1", text], /either files or --pid/],
    [["measure", "--pid", "2147483647"], /no process 2147483647|Linux only/],
    [["measure", "--pid", "abc"], /'abc' is invalid.*whole number/],
    [["measure", "--pid", "0"], /'0' is invalid/],
    [["measure", "--pid"], /argument missing/],
    [["measure", "--page-size", "5000"], /'5000' is invalid.*4096, 8192/],
    [["measure", "--max-pages", "-1", text], /'-1' is invalid|argument missing/],
    [["measure", "--max-pages", "9999999"], /more than 2 GiB/],
    [["measure", "--max-bytes", "12 parsecs", text], /--max-bytes: .*"12 parsecs"/],
    [["measure", "--max-bytes", "65GiB", text], /--max-bytes: .*"65GiB"/],
    [["measure", "--seed", "1.5", text], /'1.5' is invalid/],
  ];
  for (const [args, message] of cases) {
    test(args.join(" ").replaceAll(`${folder}/`, ""), async () => {
      const { code, stdout, stderr } = await spillway(args);
      assert.match(stderr, message);
      assert.match(stderr, /^spillway: [^\n]+\n$/, "one line");
      assert.equal(stdout, "");
      assert.equal(code, 2);
    });
  }
});

test("--version and --help", async () => {
  const packageJson = fileURLToPath(new URL("../../../package.json", import.meta.url));
  const { version } = JSON.parse(readFileSync(packageJson, "utf8"));
  assert.deepEqual(await spillway(["--version"]), {
    code: 0,
    signal: null,
    stdout: `${version}\n`,
    stderr: "",
  });
  for (const args of [[], ["--help"], ["help"]]) {
    const { code, stdout, stderr } = await spillway(args);
    assert.match(stdout, /Usage: spillway [\s\S]*measure [\s\S]*replay [\s\S]*bench /);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  }
  const { code, stdout } = await spillway(["measure", "--help"]);
  for (const flag of ["pid", "page-size", "max-pages", "max-bytes", "seed", "json", "no-rivals"]) {
    assert.ok(stdout.includes(`--${flag}`), flag);
  }
  assert.equal(code, 0);
});

describe("files", () => {
  test("short last pages, same-filled and incompressible pages, to the byte", async () => {
    const { code, report } = await measure([random, zeros, text, empty]);
    assert.equal(code, 0);
    const refused = { full: 0, poor: 0 };
    assert.deepEqual(report.pages, {
      pages: 16,
      sameFilled: 3,
      duplicates: 0,
      bodies: 13,
      incompressible: 3,
      refused,
    });
    assert.deepEqual(report.source.available, 16);
    assert.equal(report.bytes.raw, 2 * PAGE + 1808 + PAGE + 904 + 10 * PAGE + 1);
    assert.equal(report.bytes.encoded, report.bytes.raw - PAGE - 904 - 1);
    assert.equal(report.ratio.codec, report.bytes.encoded / report.bytes.compressed);
    assert.equal(report.ratio.effective, report.bytes.raw / report.bytes.used);
    assert.equal(report.mismatches, 0);
  });

  test("every contestant keeps and gives back every page", async () => {
    const { report } = await measure([random, zeros, text]);
    const names = report.contestants.map(({ name }: { name: string }) => name);
    const rivals = ["Map of copies", "Map + lz4-napi", "Map + zlib"];
    assert.deepEqual(names, ["spillway", "spillway, dedupe off", ...rivals]);
    for (const one of report.contestants) {
      assert.equal(one.absent, null, `${one.name} takes part`);
      assert.deepEqual([one.refused, one.mismatches, one.firstMismatch], [0, 0, null]);
      for (const { count, mean, p50, p99, p999, max } of [one.store, one.load]) {
        assert.equal(count, 16);
        assert.ok(0 < p50 && p50 <= p99 && p99 <= p999 && p999 <= max && mean <= max);
      }
      assert.ok(Math.abs(one.ratio - report.bytes.raw / one.memoryBytes) < 1e-9, "all pages in its ratio");
    }
    const [spillwayItself, , copies, lz4] = report.contestants;
    assert.equal(spillwayItself.memoryBytes, report.bytes.used);
    assert.equal(copies.memoryBytes, report.bytes.raw);
    assert.equal(spillwayItself.versusLz4.load, spillwayItself.load.mean / lz4.load.mean);
  });

  test("equal pages are duplicates", async () => {
    const { report } = await measure([text, text, text, "--no-rivals"]);
    const { pages, bodies, duplicates } = report.pages;
    assert.deepEqual({ pages, bodies, duplicates }, { pages: 33, bodies: 10, duplicates: 20 });
    assert.equal(report.contestants.length, 2, "nobody else was asked for");
  });

  test("larger pages", async () => {
    const { report } = await measure([text, "--page-size", "32768", "--no-rivals"]);
    assert.deepEqual([report.source.pageSize, report.pages.pages], [32_768, 2]);
    assert.equal(report.bytes.raw, 10 * PAGE + 1);
  });

  test("--max-pages takes some, from one end to the other", async () => {
    // Pages 0 to 499 are zeros, pages 500 to 999 are not: half of an even selection is same-filled.
    const halves = file("halves.bin", Buffer.concat([Buffer.alloc(500 * PAGE), prose(500 * PAGE)]));
    const { report } = await measure([halves, "--max-pages", "200", "--no-rivals"]);
    assert.deepEqual([report.source.available, report.pages.pages], [1000, 200]);
    assert.deepEqual([report.pages.sameFilled, report.pages.bodies], [100, 100]);
  });

  test("--max-bytes refuses what does not fit, and that is no mismatch", async () => {
    const large = file("large.bin", randomBytes(1024 * PAGE));
    const { code, report } = await measure([large, "--max-bytes", "2MiB", "--no-rivals"]);
    assert.equal(code, 0);
    const { pages, refused } = report.pages;
    assert.ok(refused.full > 512 && refused.full < pages, `${refused.full} of ${pages} refused`);
    const [one] = report.contestants;
    assert.deepEqual([one.refused, one.load.count], [refused.full, pages - refused.full]);
    assert.ok(report.bytes.reserved <= report.bytes.max && report.bytes.max === 2 * 2 ** 20);
    assert.equal(report.mismatches, 0);
  });

  test("a rival that is not installed has a row that says so", async () => {
    const node = preload(`
      import Module from "node:module";
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (name, ...rest) {
        if (name === "lz4-napi") throw Object.assign(new Error("gone"), { code: "MODULE_NOT_FOUND" });
        return resolve.call(this, name, ...rest);
      };`);
    const { code, report } = await measure([text], { node });
    const { absent, store, load } = report.contestants[3];
    assert.deepEqual(
      { absent, store, load },
      { absent: "not installed: npm i lz4-napi", store: null, load: null },
    );
    assert.equal(report.contestants[0].versusLz4, null);
    assert.equal(code, 0);
    const { stdout } = await spillway(["measure", text], { node });
    assert.match(stdout, /^Map \+ lz4-napi +not installed: npm i lz4-napi$/m);
  });

  test("the tables end in one sentence; a pipe gets no colours and no bar", async () => {
    const { code, stdout, stderr } = await spillway(["measure", random, zeros, text]);
    assert.match(stdout, /\n16 pages, 0 mismatches: 54\.6 KiB live in \d+\.\d KiB; /);
    assert.match(stdout, /; 16\d\.\d KiB of that is what any pool takes: /);
    assert.ok(!stdout.includes("\x1b"));
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  });
});

test("a reader that has seen enough is no failure", async () => {
  const command = start(["measure", text, "--no-rivals"]);
  command.stdout?.destroy();
  const { code, stderr } = await ending(command);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
});

describe("few pages", () => {
  test("are told a pool's fixed part instead of a ratio below 1; enough of them get one", async () => {
    const { stdout: few } = await spillway(["measure", random, zeros, text]);
    assert.match(few, /what any pool takes: too few pages for a ratio\n$/);
    assert.match(few, /\nin the pool: .* -\n/, "no effective ratio");
    assert.match(few, /\nspillway +store .* KiB +-\n/, "nor one among the contestants");
    assert.match(few, /\nMap of copies +store .* 1\.00 x\n/, "a Map has no fixed part");
    const { stdout: many } = await spillway(["measure", file("many.txt", prose(400 * PAGE)), "--no-rivals"]);
    assert.match(many, /400 pages, 0 mismatches: 1\.6 MiB live in \d+\.\d KiB \([2-9]\.\d\d x\)\n$/);
  });

  test("many that do not compress get the ratio, below 1 as it is", async () => {
    const { stdout } = await spillway([
      "measure",
      file("noise.bin", randomBytes(6000 * PAGE)),
      "--no-rivals",
    ]);
    assert.match(stdout, /live in 2\d\.\d MiB \(0\.9\d x\)\n$/);
  });

  test("the report has what the pool took before the first page", async () => {
    const { report } = await measure([text, "--no-rivals"]);
    assert.ok(report.bytes.fixed > 100_000 && report.bytes.fixed < report.bytes.used);
    assert.equal(report.contestants[0].fixedBytes, report.bytes.fixed);
  });

  test("one is one page", async () => {
    const { stdout } = await spillway(["measure", file("one.txt", prose(90)), "--no-rivals"]);
    assert.match(stdout, /\n {2}1 page of 4,096 bytes /);
    assert.match(stdout, /\n1 page, 0 mismatches: /);
    assert.doesNotMatch(stdout, /\b1 pages/);
  });
});

describe("a library that lies about one page", () => {
  const liar = fileURLToPath(new URL("./liar.js", import.meta.url));
  // Page 3 of `text` is full. Page 3 of `random` and `zeros` together is the first page of zeros.
  const lies: [string, string[], RegExp][] = [
    ["flip", [text], /^other bytes$/],
    ["nothing", [text], /^other bytes$/],
    ["nothing", [random, zeros], /^other bytes$/],
    ["beyond", [zeros, random], /^other bytes$/],
    ["beyond", [zeros, file("short.txt", prose(PAGE + 90))], /^bytes written beyond the page's length$/],
    ["miss", [text], /^the page is gone$/],
    ["throw", [text], /^the load threw: damaged on purpose$/],
  ];
  for (const [lie, files, trouble] of lies) {
    test(`${lie}, ${files.length} files: ${trouble}`, async () => {
      const surroundings = { node: ["--import", liar], env: { LIE: lie } };
      const { code, report } = await measure(["--no-rivals", ...files], surroundings);
      assert.equal(code, 1);
      assert.equal(report.mismatches, 2, "one page in each of two pools");
      assert.equal(report.contestants[0].firstMismatch.page, 3);
      assert.match(report.contestants[0].firstMismatch.trouble, trouble);
    });
  }

  test("is told in the last line", async () => {
    const surroundings = { node: ["--import", liar], env: { LIE: "flip" } };
    const { code, stdout } = await spillway(["measure", text], surroundings);
    assert.match(stdout, /\n11 pages, 2 mismatches; the first: spillway, page 3: other bytes\n$/);
    assert.equal(code, 1);
  });
});
