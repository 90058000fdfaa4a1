/**
 * Shows that `spillway measure --values` finds each value of a folder and of a database, and that what cannot
 * be read ends in one line that names the file and the line.
 *
 * How: the built command over files of known values.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { NODE_24, without } from "#kit/package.js";
import { Random } from "#kit/random.js";
import { assertOneLine, spillway } from "./command.js";
import { file, folder, lines, measured, rows, sizesOf } from "./measure_values.js";

/** Bytes of keys as a map counts them: with a length, in whole words. */
const keyBytes = (keys: readonly string[]) =>
  keys.reduce((sum, key) => sum + 4 * Math.ceil((1 + Buffer.byteLength(key)) / 4), 0);

describe("what it cannot do", () => {
  const good = file("good.ndjson", lines(rows));
  const cases: [args: string[], message: RegExp][] = [
    [["nowhere"], /cannot read nowhere: no such file/],
    [[file("empty", "")], /empty: no values to measure/],
    [[file("spaces", " \n \r\n")], /spaces: no values to measure/],
    [[file("nothing.json", " [ ]\n")], /nothing\.json: no values to measure/],
    [[file("text", "hello\n")], /text is neither JSON nor an SQLite database/],
    [[file("packed", Uint8Array.of(0x1f, 0x8b, 8, 0))], /packed is packed by gzip: zcat FILE/],
    [[file("bad.ndjson", '{"a":1}\n\n{"a":}\n')], /bad\.ndjson, line 3: no JSON: /],
    [[file("cut.ndjson", '{"a":1}\n{"a":2}\n{"a":')], /cut\.ndjson, line 3: no JSON: /],
    [[file("bytes.ndjson", Buffer.from('"a"\n"\xff"\n', "latin1"))], /bytes\.ndjson, line 2: no UTF-8/],
    [[file("comma.json", "[1,\n\n2,,3]")], /comma\.json, line 3: a value is missing beside a comma/],
    [[file("last.json", "[\n1,\n]")], /last\.json, line 3: a value is missing beside a comma/],
    [[file("inner.json", "[1,\n\n\n [2}]")], /inner\.json, line 4: no JSON: /],
    [[file("outer.json", "[1,\n2}")], /outer\.json, line 2: the array ends with the wrong bracket/],
    [[file("open.json", '{"a":\n1')], /open\.json, line 2: the object does not end/],
    [[file("string.json", '["a\n')], /string\.json, line 2: the array does not end/],
    [[file("nokey.json", '{"a":1,\n2}')], /nokey\.json, line 2: no JSON: /],
    [[file("more.json", "[1,\n2]\n[3]")], /more\.json, line 3: there is more after the end of the array/],
    [[file("scalar.json", "5"), "--format", "json"], /scalar\.json, line 1: neither an array nor an object/],
    [[good, "--key", "nope"], /good\.ndjson, line 1: the field nope of --key is missing/],
    [[file("keys.ndjson", '{"k":1}\n{"k":{}}'), "--key", "k"], /line 2: the field k .*neither a string/],
    [[file("proto.ndjson", "{}\n{}"), "--key", "toString"], /line 1: the field toString .* is missing/],
    [[good, "--format", "files"], /good\.ndjson: it is no directory/],
    [[good, "--format", "yaml"], /Allowed choices are ndjson, json, files, sqlite/],
    [[folder, "--format", "json"], /it is a directory, not json/],
    [[folder, "--key", "k"], /--key is for JSON and tables, and these values are files/],
    [[good, "--table", "t"], /--table is for databases, and these values are ndjson/],
    [[good, "--pid", "1"], /--pid is about pages, not about --values/],
    [[good, "--max-pages", "1"], /--max-pages is about pages/],
    [[good, good], /give either files of pages or --values/],
    [[good, "--sizes", "4096", "--page-size", "4096"], /either --sizes or --page-size/],
    [[good, "--sizes", "4096,5000"], /'4096,5000' is invalid/],
    [[good, "--limit", "1KiB"], /'1KiB' is invalid.*1048576/],
    [[good, "--limit", "a lot"], /'a lot' is invalid/],
    [[good, "--hot-bytes", "0"], /'0' is invalid/],
    [[good, "--max-bytes", "65GiB"], /--max-bytes: .*"65GiB"/],
    [[file("huge.ndjson", JSON.stringify("x".repeat(300_000))), "--limit", "1MiB"], /larger than a quarter/],
  ];
  for (const [args, message] of cases) {
    test(`${args.join(" ").replaceAll(`${folder}/`, "")}: ${message.source.slice(0, 40)}`, async () => {
      assert.match(assertOneLine(await spillway(["measure", "--values", ...args]), 2), message);
    });
  }

  test("flags of values without values", async () => {
    for (const flags of [
      ["--key", "a"],
      ["--table", "a"],
      ["--limit", "2MiB"],
      ["--hot-bytes", "1"],
    ])
      assert.match(assertOneLine(await spillway(["measure", ...flags]), 2), /--[a-z-]+ needs --values/);
  });

  test("an empty folder", async () => {
    mkdirSync(join(folder, "bare/below"), { recursive: true });
    const said = assertOneLine(await spillway(["measure", "--values", join(folder, "bare")]), 2);
    assert.match(said, /bare: no values to measure/);
  });

  const isRoot = process.getuid?.() === 0;
  test("a file of a folder that may not be read", { skip: isRoot && "root may read it" }, async () => {
    chmodSync(file("locked/in/it", "x"), 0);
    const said = assertOneLine(await spillway(["measure", "--values", join(folder, "locked")]), 2);
    assert.match(said, /cannot read .*locked\/in\/it: permission denied/);
  });

  test("every flag and format is in --help", async () => {
    const { stdout } = await spillway(["measure", "--help"]);
    for (const flag of ["values", "format", "key", "table", "limit", "hot-bytes", "sizes"])
      assert.ok(stdout.includes(`--${flag} <`), flag);
    for (const format of ["ndjson", "json", "files", "sqlite"])
      assert.match(stdout, new RegExp(`^ {2}${format} {2,}\\S`, "m"));
  });
});

describe("a folder", () => {
  test("each file is a value, at any depth; links are none", async () => {
    const random = new Random(3);
    const sizes = [0, 1, 100, 5000, 70_000, 200_000];
    const contents = sizes.map((size) => random.fill(new Uint8Array(size)));
    for (const [i, bytes] of contents.entries()) file(`files/${"d/".repeat(i % 3)}file ${i}`, bytes);
    symlinkSync("..", join(folder, "files/loop"));
    symlinkSync("file 0", join(folder, "files/link"));
    const report = await measured([join(folder, "files")]);
    const { count, rawBytes, min, max, inputBytes } = report.values;
    const sum = sizes.reduce((all, one) => all + one, 0);
    assert.deepEqual([count, rawBytes, min, max, inputBytes], [6, sum, 0, 200_000, sum]);
    const { format, keys, description } = report.source;
    assert.deepEqual([format, keys], ["files", "paths of files"]);
    assert.match(description, /^the folder files \(each file is a value of bytes\)$/);
    const paths = sizes.map((_, i) => `${"d/".repeat(i % 3)}file ${i}`);
    assert.equal(report.maps[0].set.keyBytes, keyBytes(paths));
  });

  test("a value larger than a quarter of the limit is left out, and told", async () => {
    file("large/a", new Uint8Array(300_000));
    file("large/b", new Uint8Array(200_000).fill(1));
    const args = [join(folder, "large"), "--limit", "1MiB"];
    const { values, source } = await measured(args);
    assert.deepEqual([values.count, values.rawBytes, source.tooLarge], [1, 200_000, 1]);
    const { stdout } = await spillway(["measure", "--no-rivals", "--values", ...args]);
    assert.match(stdout, /\n {2}1 value \(of 2\), 195\.3 KiB in files; keys: paths of files\n/);
    assert.match(stdout, /\n {2}1 value larger than a quarter of --limit, left out\n/);
  });
});

describe("a database", { skip: without(NODE_24) }, () => {
  const path = join(folder, "some.db");
  const program = NODE_24;
  before(() => {
    const script = `
      const { DatabaseSync } = require("node:sqlite");
      const base = new DatabaseSync(${JSON.stringify(path)});
      base.exec('CREATE TABLE kv (key TEXT PRIMARY KEY, value BLOB); CREATE TABLE "odd ""name" (a, b, c, d);');
      const kv = base.prepare("INSERT INTO kv VALUES (?, ?)");
      const odd = base.prepare('INSERT INTO "odd ""name" VALUES (?, ?, ?, ?)');
      for (let i = 0; i < 300; i++) {
        kv.run("key " + i, Buffer.alloc(i, i));
        odd.run(i, i % 2 ? 2n ** 60n : i / 3, i % 3 ? null : "text " + i, Buffer.alloc(i % 7));
      }`;
    execFileSync(NODE_24, ["-e", script], { stdio: ["ignore", "ignore", "ignore"] });
  });

  test("with a key and one other column: what the column holds", async () => {
    const { values, source, maps } = await measured([path, "--table", "kv", "--key", "key"], { program });
    const { count, rawBytes, min, max, inputBytes } = values;
    assert.deepEqual([count, rawBytes, min, max, inputBytes], [300, (300 * 299) / 2, 0, 299, null]);
    assert.match(source.description, /^the file some\.db \(table kv, its column value\)$/);
    assert.deepEqual([source.format, source.keys], ["sqlite", "the column key"]);
    const keys = Array.from({ length: 300 }, (_, i) => `key ${i}`);
    assert.equal(maps[0].set.keyBytes, keyBytes(keys));
  });

  test("else a row is an object: large integers, reals, nulls and bytes in it", async () => {
    const { values, source } = await measured([path, "--table", 'odd "name'], { program });
    const rows = Array.from({ length: 300 }, (_, i) => ({
      a: i,
      b: i % 2 ? 2n ** 60n : i / 3,
      c: i % 3 ? null : `text ${i}`,
      d: new Uint8Array(i % 7),
    }));
    const { count, rawBytes } = sizesOf(rows);
    assert.deepEqual([values.count, values.rawBytes], [count, rawBytes]);
    assert.match(source.description, /\(table odd "name, a row is a value\)$/);
  });

  test("what it cannot do", async () => {
    const damaged = file("damaged.db", Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(5000)]));
    const cases: [string[], RegExp][] = [
      [[path], /some\.db: --table must name one of kv, odd "name/],
      [[path, "--table", "nope"], /some\.db: no such table: nope; there is kv, odd "name/],
      [[path, "--table", "kv", "--key", "id"], /the table kv has no column id, but key, value/],
      [[path, "--table", 'odd "name', "--key", "c"], /some\.db, row 2: the column c of --key is no text/],
      [[damaged], /cannot read .*damaged\.db: /],
      [[file("no.db", "1\n"), "--format", "sqlite"], /cannot read .*no\.db: /],
    ];
    for (const [args, message] of cases)
      assert.match(assertOneLine(await spillway(["measure", "--values", ...args], { program }), 2), message);
    const piped = await spillway(["measure", "--values", "-"], {
      program,
      input: "SQLite format 3\0 and more",
    });
    assert.match(assertOneLine(piped, 2), /cannot read standard input: a database must be a file/);
  });

  test("a Node without node:sqlite", { skip: process.versions.node >= "22.13" && "it has it" }, async () => {
    const said = assertOneLine(await spillway(["measure", "--values", path, "--table", "kv"]), 2);
    assert.match(said, /needs node:sqlite with iterate\(\), of Node 22\.13 or later; this is v2/);
  });
});
