/**
 * abi.mjs - writes what the facade knows of the compiled engine: src/abi.ts and src/engine/exports.ts.
 *
 * The numbers of the memory map are written once, in assembly/. The compiler exports them as globals of the
 * module with doors, and this script reads them off it: the facade uses what the engine was compiled with. A
 * hash of all of them is written into src/abi.ts and, as a custom section, into each module that was compiled
 * along. The facade compares the two when it loads a module. The released module does not export the numbers:
 * they would take 2.5 KB of it.
 *
 * Names, parameters and results of the released module's exports come from the declarations that the compiler
 * writes beside it, build/wasm/engine.d.ts.
 *
 *   node scripts/abi.mjs          fails if one of the two files is stale
 *   node scripts/abi.mjs --write  renews both
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MODULE = new URL("../build/wasm/doors.wasm", import.meta.url);
const DECLARATIONS = new URL("../build/wasm/engine.d.ts", import.meta.url);
const NUMBERS = new URL("../src/abi.ts", import.meta.url);
const EXPORTS = new URL("../src/engine/exports.ts", import.meta.url);

/** Columns within which Biome leaves a line as it is. */
const LINE_COLUMNS = 110;

/** The custom section that holds the hash. */
const SECTION = "spillway.layout";

/** Names and values of the numbers that a module exports. */
function numbersOf(bytes) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  return Object.entries(exports).filter(([, value]) => value instanceof WebAssembly.Global);
}

function hashOf(numbers) {
  const text = numbers.map(([name, { value }]) => `${name}=${value}\n`).sort();
  return createHash("sha256").update(text.join("")).digest("hex").slice(0, 16);
}

/** Writes the hash of the numbers into modules that were compiled from the same sources. */
export function markModules(files) {
  const name = Buffer.from(SECTION);
  const content = Buffer.concat([
    Buffer.of(name.length),
    name,
    Buffer.from(hashOf(numbersOf(readFileSync(MODULE)))),
  ]);
  // Section 0 is a custom one; lengths below 128 are one byte.
  for (const file of files) appendFileSync(file, Buffer.concat([Buffer.of(0, content.length), content]));
}

/** The text of src/abi.ts for a module. */
export function abiText(bytes) {
  const numbers = numbersOf(bytes);
  const plain = numbers.filter(([name]) => !name.includes("."));
  const enums = groupByEnum(numbers.filter(([name]) => name.includes(".")));
  const lines = [
    "/**",
    " * abi.ts - numbers of the border. GENERATED from the compiled engine by `npm run abi`; do not edit.",
    " *",
    " * What they mean is said where they are declared: assembly/ground/layout.ts.",
    " */",
  ];
  for (const [name, { value }] of plain) lines.push(`export const ${name} = ${value};`);
  for (const [name, members] of enums) {
    lines.push(`export const ${name} = {`);
    for (const [member, { value }] of members) lines.push(`  ${member.split(".")[1]}: ${value},`);
    lines.push("} as const;");
  }
  lines.push(
    "",
    "/** A hash of all of them, which modules carry in the custom section of this name. */",
    `export const LAYOUT_SECTION = "${SECTION}";`,
    `export const LAYOUT_HASH = "${hashOf(numbers)}";`,
    "",
  );
  return lines.join("\n");
}

function groupByEnum(members) {
  const groups = new Map();
  for (const member of members) {
    const [name] = member[0].split(".");
    groups.set(name, [...(groups.get(name) ?? []), member]);
  }
  return groups;
}

/**
 * A function in the compiler's declarations: the types of the engine in a comment, then those of JavaScript.
 */
const FUNCTION = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+export function (\w+)\(/g;

/** The text of src/engine/exports.ts for the compiler's declarations of a module. */
export function exportsText(declarations) {
  return [
    "/**",
    " * exports.ts - what the released module exports. GENERATED from the compiled engine by `npm run abi`;",
    " * do not edit. What each function does is said in assembly/index.ts.",
    " */",
    "",
    "/** A whole number from -2^31 to 2^32 - 1, read modulo 2^32. Results come signed: read them by `>>> 0`. */",
    "type u32 = number;",
    "type i32 = number;",
    "",
    "export interface EngineExports {",
    "  memory: WebAssembly.Memory;",
    ...[...declarations.matchAll(FUNCTION)].flatMap(([, comment, name]) => signature(name, comment)),
    "}",
    "",
  ].join("\n");
}

/** A function of the interface, on as many lines as Biome would give it. */
function signature(name, comment) {
  const parameters = [...comment.matchAll(/@param (\w+) `(\w+)`/g)].map(
    ([, parameter, type]) => `${camelCase(parameter)}: ${wordType(type)}`,
  );
  const result = wordType(/@returns `(\w+)`/.exec(comment)?.[1] ?? "void");
  const line = `  ${name}(${parameters.join(", ")}): ${result};`;
  if (line.length <= LINE_COLUMNS) return [line];
  return [`  ${name}(`, ...parameters.map((one) => `    ${one},`), `  ): ${result};`];
}

function camelCase(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}

/** An address is a u32 in 32-bit linear memory. */
function wordType(type) {
  if (type === "usize") return "u32";
  if (!["u32", "i32", "void"].includes(type)) throw new Error(`the border passes no ${type}`);
  return type;
}

/** The generated files and what they should be. */
function texts() {
  return [
    [NUMBERS, abiText(readFileSync(MODULE))],
    [EXPORTS, exportsText(readFileSync(DECLARATIONS, "utf8"))],
  ];
}

/** True when both files are what the compiled engine says. */
export function abiIsFresh() {
  return texts().every(([file, text]) => existsSync(file) && readFileSync(file, "utf8") === text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--write")) {
    for (const [file, text] of texts()) writeFileSync(file, text);
    console.log("wrote src/abi.ts and src/engine/exports.ts");
  } else if (!abiIsFresh()) {
    console.error("src/abi.ts or src/engine/exports.ts is stale: run npm run abi");
    process.exitCode = 1;
  }
}
