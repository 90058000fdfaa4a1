/**
 * Shows that numbers of the engine's layout are written once: in assembly/. The facade reads them off
 * src/abi.ts, which is generated, and declares none of its own. How: the declarations of assembly/ are read
 * and evaluated, and every line of src/ is held against them by four rules. Each rule is tried on the copies
 * that were there once.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as abi from "#lib/abi.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The lines of a file's code, comments left out. */
function codeOf(text: string): string[] {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => comment.replace(/[^\n]/g, "")).split("\n");
}

/** What a constant expression comes to, NaN if it is none; `known` holds the names that it may use. */
function resultOf(expression: string, known: ReadonlyMap<string, number>): number {
  const plain = expression.replace(/<\w+>/g, "").replace(/(?<=\d)_(?=\d)/g, "");
  const numbers = plain.replace(/\b[A-Z][A-Z0-9_]*\b/g, (name) => String(known.get(name) ?? Number.NaN));
  if (!/^[\dxa-fA-F\s+\-*/%<>&|~().NaN]+$/.test(numbers)) return Number.NaN;
  try {
    return Number(Function(`"use strict"; return ${numbers};`)());
  } catch {
    return Number.NaN;
  }
}

/** Every exported number of assembly/, by its name. Those that hang on others come in a later round. */
function engineNumbers(): Map<string, number> {
  const declared = filesBelow("assembly").flatMap((path) => [
    ...codeOf(readFileSync(path, "utf8"))
      .join("\n")
      .matchAll(/^export const ([A-Z][A-Z0-9_]+): (?:u8|u16|u32|u64|i32|usize) =\s+([^;]+);/gm),
  ]);
  const known = new Map<string, number>();
  for (let round = 0; round < 10; round++)
    for (const [, name, expression] of declared) {
      const value = resultOf(expression as string, known);
      if (!Number.isNaN(value)) known.set(name as string, value);
    }
  // Numbers without a plain value count by their names alone.
  for (const [, name] of declared) if (!known.has(name as string)) known.set(name as string, Number.NaN);
  return known;
}

/** Words that say what a number is of: not those that say in which unit, or which bound. */
const UNITS = new Set("BYTE COUNT MAX MIN MOST LEAST AT PTR SIZE A OF PAGE WASM WORD".split(" "));

function subjectsOf(name: string): string[] {
  const words = name.split("_").map((word) => (word.length > 3 ? word.replace(/S$/, "") : word));
  return words.filter((word) => !UNITS.has(word));
}

/**
 * The number of assembly/ that a constant of the host is a copy of: equal, and of the same things. Equal
 * small numbers are many, so there all words of one name must be in the other; of a distinctive number one
 * word will do.
 */
function twinOf(name: string, value: number, engine: ReadonlyMap<string, number>): string | undefined {
  const own = subjectsOf(name);
  for (const [other, same] of engine) {
    if (same !== value || /_(AT|PTR)$/.test(other)) continue;
    const theirs = subjectsOf(other);
    const shared = own.filter((word) => theirs.includes(word)).length;
    if (shared > 0 && (value > 100 || shared === Math.min(own.length, theirs.length))) return other;
  }
  return undefined;
}

/** What is wrong with a file of the facade. */
function findings(text: string, engine: ReadonlyMap<string, number>, inEngineRoom: boolean): string[] {
  const found: string[] = [];
  for (const line of codeOf(text)) {
    const [, name, expression] = /\bconst ([A-Z][A-Z0-9_]+)(?:: \w+)? = ([^;]+);/.exec(line) ?? [];
    if (name !== undefined && engine.has(name)) found.push(`declares ${name}, which assembly/ has`);
    else if (name !== undefined) {
      const value = resultOf(expression as string, new Map());
      const twin = twinOf(name, value, engine);
      if (twin !== undefined) found.push(`declares ${name} = ${value}, which is ${twin} of assembly/`);
    }
    if (/\b\d[\d_]*n? [*+] [\w.#]*pageSize\b|\bpageSize\)? [*+] \d/.test(line))
      found.push(`reckons with pages by a bare number: ${line.trim()}`);
    if (/\b(?:[A-Z]+_)+(?:PTR|AT)\)? \+ \d/.test(line))
      found.push(`adds a bare number to a place: ${line.trim()}`);
    if (!inEngineRoom && /\babi\.[A-Z_]+_PTR\b|\bmemory\.buffer\b/.test(line))
      found.push(`reads the engine's memory outside of src/engine: ${line.trim()}`);
    if (inEngineRoom && /\.[gs]et(?:Ui|I)nt(?:8|16|32)\(\d|\.buffer, \d/.test(line))
      found.push(`reads the engine's memory at a bare number: ${line.trim()}`);
  }
  return found;
}

describe("numbers of the layout", () => {
  const engine = engineNumbers();

  test("are read from assembly/ as the compiler reads them", () => {
    const compiled = Object.entries(abi).filter(([, value]) => typeof value === "number");
    assert.ok(compiled.length > 100);
    for (const [name, value] of compiled) assert.equal(engine.get(name), value, name);
  });

  test("are declared nowhere in src/", () => {
    const wrong = filesBelow("src")
      .filter((path) => !path.endsWith("src/abi.ts"))
      .flatMap((path) => {
        const file = path.slice(ROOT.length);
        return findings(readFileSync(path, "utf8"), engine, file.startsWith("src/engine/")).map(
          (finding) => `${file} ${finding}`,
        );
      });
    assert.deepEqual(wrong, []);
  });

  test("what is used of them outside of src/engine is no place in a record", () => {
    // abi.ts has more of the window than sizes; of records (assembly/ground/records.ts) it has nothing else.
    const records = readFileSync(join(ROOT, "assembly/ground/records.ts"), "utf8");
    const known = [...records.matchAll(/^export const ([A-Z][A-Z0-9_]+)/gm)]
      .map(([, name]) => name as string)
      .filter((name) => name in abi);
    assert.ok(known.length > 10);
    for (const name of known) assert.match(name, /_(BYTES|COUNT|MAX|LOAD|A_LINE)$/);
  });

  test("a copy is found, whatever it is called", () => {
    const copies: [string, RegExp][] = [
      ["const FRAME_BYTES = 4096;", /declares FRAME_BYTES, which/],
      ["const TAG_BYTES = 8;", /declares TAG_BYTES, which/],
      ["const SLAB_PAGES = 16;", /SLAB_PAGES = 16, which is SLAB_PAGE_COUNT/],
      ["const DICTIONARY_VERSION_MAX = 127;", /DICTIONARY_VERSION_MAX = 127, which is VERSION_MAX/],
      ["export const AREA_HANDLE_MAX = 2 ** 20;", /AREA_HANDLE_MAX = 1048576, which is AREA_NUMBER_MAX/],
      ["  return Math.ceil((17 * pageSize) / abi.WASM_PAGE_BYTES);", /bare number: return/],
      ["  const end = this.pageSize + 64;", /bare number: const end/],
      ["  const column = view.getUint32(abi.FAULT_PTR + 4, true);", /adds a bare number to a place/],
      ["  const line = view.getUint32(6144, true);", /at a bare number/],
      ["  const rows = new Int32Array(this.memory.buffer, 73792, 64);", /at a bare number/],
    ];
    for (const [line, finding] of copies) {
      const found = findings(`\n${line}\n`, engine, true);
      assert.equal(found.length, 1, `${line}: ${found}`);
      assert.match(found[0] as string, finding);
    }
    const outside = "const view = new Uint8Array(arena.engine.memory.buffer, abi.WINDOW_PTR, 10);";
    assert.match(String(findings(outside, engine, false)), /outside of src\/engine/);
    assert.deepEqual(findings("// const FRAME_BYTES = 4096;", engine, true), []);
    assert.deepEqual(
      findings("const FRAME_ROOM = abi.FRAME_BYTES - 64;\nconst MARGIN = 4096;", engine, true),
      [],
    );
  });
});
