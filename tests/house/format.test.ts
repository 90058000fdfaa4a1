/**
 * Shows that docs/FORMAT.md and the code say the same.
 *
 * How: every sentence that the codecs quote (lz4/format.ts, dense/format.ts, typed/typed.ts) is in the
 * document; its tables of errors, codecs and kinds have the numbers of the code; its examples are what the
 * engine makes of these bytes.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { CodecDoors } from "#kit/doors/codec.js";
import { addressOf, openArenas } from "#kit/pools.js";
import { DenseError } from "#kit/reference/dense.js";
import { DecodeError, referenceDecode } from "#kit/reference/lz4.js";
import { PageKind } from "#lib/abi.js";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");

/** Lines joined, without the stars of a comment. */
const joined = (text: string) => text.replace(/\n\s*(\*(?!\/) ?)?/g, " ");

const code = read("assembly/codec/lz4/format.ts");
const document = read("docs/FORMAT.md");

describe("the format", () => {
  test("every constant quotes a sentence, and every quoted sentence stands in FORMAT.md", () => {
    const quotes = [...joined(code).matchAll(/"([^"]+\.)"/g)].map(([, sentence]) => sentence as string);
    const constants = [...code.matchAll(/\/\*\*([^/]*)\*\/\nexport const (?!enum)(\w+)/g)];
    assert.ok(constants.length >= 5);
    for (const [, comment, name] of constants) assert.match(comment as string, /"[^"]+\."/, name);
    assert.ok(quotes.length > constants.length, "and one of the errors does");
    for (const sentence of quotes)
      assert.ok(joined(document).includes(sentence), `not in FORMAT.md: ${sentence}`);
  });

  test("the errors are those of the code", () => {
    const enumeration = /enum DecodeError \{([\s\S]*?)\n\}/.exec(code)?.[1] ?? "";
    const coded = [...enumeration.matchAll(/(\w+) = (-\d)/g)].map(([, name, number]) => [
      name,
      Number(number),
    ]);
    const documented = [...document.matchAll(/^\| ([A-Z_]+) \| −(\d) \|/gm)].map(([, name, number]) => [
      name,
      -Number(number),
    ]);
    assert.deepEqual(documented, coded);
    assert.deepEqual(Object.entries(DecodeError), coded);
  });

  test("every sentence that the dense codec quotes stands in FORMAT.md, and its errors are those of the code", () => {
    const dense = read("assembly/codec/dense/format.ts");
    const quotes = [...joined(dense).matchAll(/"([A-Z][^"]+\.)"/g)].map(([, sentence]) => sentence as string);
    assert.ok(quotes.length >= 4);
    for (const sentence of quotes)
      assert.ok(joined(document).includes(sentence), `not in FORMAT.md: ${sentence}`);
    const enumeration = /enum DenseError \{([\s\S]*?)\n\}/.exec(dense)?.[1] ?? "";
    const coded = [...enumeration.matchAll(/(\w+) = (-\d)/g)].map(([, name, number]) => [
      name,
      Number(number),
    ]);
    const documented = [...document.matchAll(/^\| −(\d) \| .* \| ([A-Z_]+) \|$/gm)].map(
      ([, number, name]) => [name, -Number(number)],
    );
    assert.deepEqual(documented, coded);
    assert.deepEqual(Object.entries(DenseError), coded);
  });

  test("the codecs are those of the code", () => {
    const enumeration = /enum Codec \{([\s\S]*?)\n\}/.exec(read("assembly/ground/records.ts"))?.[1] ?? "";
    const coded = [...enumeration.matchAll(/^ {2}([A-Z]\w*),$/gm)].map(([, name], i) => [`${i}`, name]);
    assert.equal(coded.length, 5);
    const documented = [...document.matchAll(/^\| (\d) \| ([A-Z]\w*) \|/gm)].map(([, ...row]) => row);
    assert.deepEqual(documented, coded);
  });

  test("every sentence that the typed codec quotes stands in FORMAT.md, and its kinds are those of the code", () => {
    const quotes = [...joined(read("assembly/codec/typed/typed.ts")).matchAll(/"([A-Z][^"]+\.)"/g)];
    assert.ok(quotes.length >= 1);
    for (const [, sentence] of quotes) assert.ok(joined(document).includes(sentence as string), sentence);
    const section = document.slice(document.indexOf("## 8."), document.indexOf("## 9."));
    const documented = [...section.matchAll(/^\| (\d) \| (\w+) \|/gm)].map(([, number, name]) => [
      name?.toUpperCase(),
      Number(number),
    ]);
    assert.deepEqual([["PLAIN", 0], ...documented], Object.entries(PageKind));
  });

  test("the example of a typed page is what the engine makes of it", () => {
    const arenas = openArenas("doors", { maxBytes: "1MiB" });
    const area = arenas.registry.openArea(0, 0, 1);
    arenas.store(
      addressOf(area, 0),
      new Uint8Array(Int32Array.from({ length: 64 }, (_, i) => i + 1).buffer),
      1,
    );
    assert.equal(arenas.stats().bytes.compressed, 77);
  });

  test("the examples are what the engine makes of them", () => {
    const doors = new CodecDoors("doors");
    const rows = [...document.matchAll(/^\| (?:(\d+) × )?`([^`]+)` \| `([0-9a-f ]+)` \|$/gm)];
    assert.ok(rows.length >= 6);
    for (const [, times, text, hex] of rows) {
      const bytes = Buffer.from((text as string).repeat(Number(times ?? 1)));
      const block = Buffer.from((hex as string).replaceAll(" ", ""), "hex");
      assert.deepEqual(Buffer.from(doors.encode(bytes) ?? []), block, text);
      assert.deepEqual(Buffer.from(doors.decode(block, 65536) as Uint8Array), bytes, text);
      assert.deepEqual(Buffer.from(referenceDecode(block, 65536) as Uint8Array), bytes, text);
    }
  });
});
