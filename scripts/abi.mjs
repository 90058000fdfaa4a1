/**
 * abi.mjs - writes src/abi.ts from the compiled engine.
 *
 * The numbers of the memory map are written once, in assembly/layout.ts. The compiler exports them as globals of the module with
 * doors; this script reads them off it, so what the facade uses is what the engine was compiled with. A hash of all of them
 * stands in src/abi.ts and, as a custom section, in each module that was compiled along: they are compared when a module is
 * loaded. The released module does not export the numbers, which would take 2.5 KB of it.
 *
 *   node scripts/abi.mjs          fails if src/abi.ts is stale
 *   node scripts/abi.mjs --write  renews it
 */
import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MODULE = new URL("../build/wasm/doors.wasm", import.meta.url);
const TARGET = new URL("../src/abi.ts", import.meta.url);

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
    " * What they mean is said where they are declared: assembly/layout.ts.",
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

/** True when src/abi.ts is what the module says. */
export function abiIsFresh() {
  return readFileSync(TARGET, "utf8") === abiText(readFileSync(MODULE));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--write")) {
    writeFileSync(TARGET, abiText(readFileSync(MODULE)));
    console.log("wrote src/abi.ts");
  } else if (!abiIsFresh()) {
    console.error("src/abi.ts is stale: run npm run abi");
    process.exitCode = 1;
  }
}
