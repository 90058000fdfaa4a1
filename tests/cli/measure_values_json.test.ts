/**
 * Shows that `spillway measure --values` finds each value of JSON, whatever its text holds and however it
 * arrives, and sizes it to the byte.
 *
 * How: the built command over files of known values, through pipes that deliver them in small pieces.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Random } from "#kit/random.js";
import { ending, start } from "./command.js";
import { assertSizes, file, lines, measured, rows } from "./measure_values.js";

/** Values whose texts hold what JSON is made of. */
const odd = [
  { a: "] } , [ {", b: ["\\", '\\"', '"', "\\\\"], "c,]": { "}": [] } },
  "a string, with [brackets]",
  "ünïcödé ✓ \u{1f600}",
  "a surrogate alone: \ud800",
  ["", [[]], {}, [{}], "\n\t"],
  null,
  true,
  -12.5e-7,
  0,
  { deep: { deep: { deep: [1, 2, [3, [4, [5]]]] } } },
  "",
  { "": "" },
  "x".repeat(5000),
];
/** Bytes of keys as a map counts them: with a length, in whole words. */
const keyBytes = (keys: readonly string[]) =>
  keys.reduce((sum, key) => sum + 4 * Math.ceil((1 + Buffer.byteLength(key)) / 4), 0);

describe("JSON", () => {
  const entries = Object.fromEntries(odd.map((value, i) => [`key ${i}, "]`, value]));
  const texts: Record<string, [text: string, format: string, described: RegExp]> = {
    lines: [lines(odd), "ndjson", /\(a JSON value a line\)$/],
    "lines of Windows, empty ones, a byte order mark, no end": [
      `\ufeff\r\n${lines(odd).replaceAll("\n", "\r\n\r\n").trimEnd()}`,
      "ndjson",
      /a line/,
    ],
    "an array over lines": [`\n${JSON.stringify(odd, null, 2)}\n`, "json", /array/],
    "an object over lines": [`\ufeff${JSON.stringify(entries, null, "\t")}`, "json", /object/],
  };
  for (const [name, [text, format, described]] of Object.entries(texts)) {
    test(`${name}: each value to the byte`, async () => {
      const report = await measured([file(`odd ${name}`, text)]);
      assertSizes(report, odd);
      assert.equal(report.source.format, format);
      assert.match(report.source.description, described);
      assert.equal(report.source.available, odd.length);
    });
  }

  test("through pipes that deliver it in pieces", async () => {
    const random = new Random(5);
    for (const text of [lines(odd), JSON.stringify(odd, null, 1), JSON.stringify(entries)]) {
      const command = start(["measure", "--json", "--no-rivals", "--values", "-"]);
      const told = ending(command);
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) {
        const piece = bytes.subarray(at, at + 1 + random.below(at < 300 ? 3 : 900));
        at += piece.length;
        await new Promise((resolve) => command.stdin?.write(piece, resolve));
      }
      command.stdin?.end();
      const { code, stdout } = await told;
      assert.equal(code, 0);
      const report = JSON.parse(stdout);
      assertSizes(report, odd);
      assert.equal(report.source.name, "standard input");
    }
  });

  test("longer than the first look at it, and longer than a chunk", async () => {
    const random = new Random(7);
    const values = Array.from({ length: 40 }, (_, i) => ({ i, text: ']}\\"'.repeat(random.below(20_000)) }));
    for (const text of [lines(values), JSON.stringify(values)])
      assertSizes(await measured([file("long", text)]), values);
  });

  test("one line is a document, several are values; --format knows better", async () => {
    const one = file("one.json", '{"a":{"x":1},"b":{"x":2}}');
    assert.equal((await measured([one])).values.count, 2);
    assert.equal((await measured([one, "--format", "ndjson"])).values.count, 1);
    const { values } = await measured([file("two", "  [1,2] \n[3]")]);
    assert.equal(values.count, 2);
    assert.deepEqual([values.inputBytes, values.inputUnit], [8 + 3, "of JSON"]);
  });

  test("keys: numbers of values, of the object, or of a field; a later value replaces", async () => {
    const path = file("rows.ndjson", lines(rows));
    const numbers = await measured([path]);
    assert.equal(numbers.maps[0].set.keyBytes, keyBytes(rows.map((_, i) => String(i + 1))));
    assert.equal(numbers.source.keys, "numbers of values");
    const named = await measured([path, "--key", "name"]);
    assert.equal(named.maps[0].set.keyBytes, keyBytes(rows.map(({ name }) => name)));
    assert.equal(named.source.keys, "the field name");
    const object = Object.fromEntries(rows.map((row) => [row.name, row]));
    const own = await measured([file("rows.json", JSON.stringify(object))]);
    assert.equal(own.maps[0].set.keyBytes, named.maps[0].set.keyBytes);
    assert.equal(own.source.keys, "those of the object");
    const again = rows.map((row) => ({ ...row, text: "other" }));
    const twice = await measured([file("twice", lines([...rows, ...again])), "--key", "id"]);
    assertSizes(twice, again);
    const { available, replaced } = twice.source;
    assert.deepEqual({ available, replaced }, { available: 120, replaced: 60 });
  });
});
