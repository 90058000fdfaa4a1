/**
 * Shows that every number of docs/measurements.md and README.md leads to a line of the committed results, and
 * that tables and pictures of documents hold nothing else.
 *
 * How: blocks and pictures are made anew and compared, also with a number changed; trace.mjs goes through the
 * documents, and through texts in which each kind of wrong number is planted.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const imported = (path: string) => import(pathToFileURL(join(ROOT, "bench/report", path)).href);

const { DOCUMENTS, PROOFS, blockOf, committed, filled } = (await imported("tables.mjs")) as {
  DOCUMENTS: string[];
  PROOFS: string[];
  blockOf(name: string): string;
  committed(name: string): object | undefined;
  filled(path: string, text: string): string;
};
const { trace } = (await imported("trace.mjs")) as {
  trace(text: string, folder?: string): { line: number; written: string; at?: string; why?: string }[];
};
const { PICTURES, pictureOf } = (await imported("report.mjs")) as {
  PICTURES: [string, string][];
  pictureOf(theme: string): string;
};

const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

describe("documents", () => {
  test("blocks hold what the committed results say", () => {
    for (const path of DOCUMENTS)
      assert.equal(filled(path, textOf(path)), textOf(path), `npm run bench -- report --fill renews ${path}`);
  });

  test("a number that was changed by hand is found", () => {
    for (const name of PROOFS.filter((one) => committed(one))) {
      const block = `<!-- results: ${name} -->\n<!-- results end -->`;
      const text = filled("docs/measurements.md", block);
      assert.ok(text.length > block.length + 100);
      const forged = text.replace(/\d(?=[^\d]*<!-- results end)/, (digit) =>
        String((Number(digit) + 1) % 10),
      );
      assert.notEqual(forged, text);
      assert.equal(filled("docs/measurements.md", forged), text);
    }
  });

  test("results that are not there are an error", () => {
    assert.throws(() => blockOf("nothing"), /no results of nothing/);
    assert.throws(() => blockOf("raw/nothing.txt"), /no output raw\/nothing.txt/);
  });

  test("docs/measurements.md: every number leads to a line of the results", () => {
    const found = trace(textOf("docs/measurements.md"));
    assert.ok(found.length > 300, `${found.length} numbers`);
    assert.deepEqual(
      found.filter(({ at }) => at === undefined),
      [],
    );
  });

  // Once the README has a block, all of its numbers count.
  const readme = textOf("README.md");
  test("README.md: every number leads to a line of the results", {
    todo: !readme.includes("<!-- results: "),
  }, () => {
    assert.deepEqual(
      trace(readme).filter(({ at }) => at === undefined),
      [],
    );
  });

  test("the picture of the README is that of the committed results", () => {
    for (const [theme, path] of PICTURES)
      assert.equal(textOf(path), pictureOf(theme), `npm run bench -- report --fill renews ${path}`);
  });
});

describe("trace", () => {
  const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(
    join(folder, "one.json"),
    [
      "{",
      '  "rounds": 3,',
      '    {"id":"row","figures":{"us":{"median":41.23,"low":40.9,"high":52}}},',
      '    {"id":"row>other/us","median":0.6912,"low":0.6,"high":0.7},',
      '    {"id":"bound","says":"at most 1","value":7,"bound":8}',
      "}",
    ].join("\n"),
  );

  const only = (text: string) => trace(text, folder);

  for (const [text, at] of [
    ["It took 41.2 us. <!-- from: one@row@us -->", "one.json:3"],
    ["It took\n41 us, in 52 at most.\n<!-- from: one@row@us one@row@us@high -->", "one.json:3"],
    ["It took 69 % of the time. <!-- from: one@row>other/us@percent -->", "one.json:4"],
    ["The worst is 7. <!-- from: one@bound -->", "one.json:5"],
    ["All 5 of them. <!-- from: - -->", "no figure"],
  ] as const)
    test(`found: ${text.split("\n")[0]}`, () => {
      assert.deepEqual(new Set(only(text).map((one) => one.at)), new Set([at]));
    });

  for (const text of [
    "With `64 MiB` or `5 ms`, see [it](page.md#7), 2026-11-28, Node 20.19, x64, LZ4.",
    "Before\n\n```js\nconst limit = 12;\n```\n\nafter",
  ])
    test(`no number: ${text.split("\n")[0]}`, () => assert.deepEqual(only(text), []));

  for (const [text, why] of [
    ["It took 41.2 us.", /has no reference/],
    ["It took 41.3 us. <!-- from: one@row@us -->", /is 41.23 in one.json:3/],
    ["It took 41.2 us. <!-- from: - -->", /has a unit/],
    ["It took 41.2 us. <!-- from: one@rows@us -->", /no line of one@rows@us/],
    ["It took 41.2 us. <!-- from: one@row@ms -->", /no figure one@row@ms/],
    ["It took 41.2 us. <!-- from: two@row@us -->", /no line of two@row@us/],
    ["It took 41.2 us. <!-- from: raw/one.txt:3 -->", /no line raw\/one.txt:3/],
    ["It took long. <!-- from: one@row@us -->", /1 references for 0 numbers/],
    ["| 41.2 | 3 |\n<!-- from: one@row@us -->", /has no reference/],
    ["```\n41.2 us\n```", /has no reference/],
  ] as const)
    test(`not found: ${text.split("\n")[0]}`, () => {
      const missing = only(text).filter(({ at }) => at === undefined);
      assert.equal(missing.length, 1);
      assert.match(missing[0]?.why as string, why);
    });
});
