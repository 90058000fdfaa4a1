/**
 * abi.mjs - writes src/abi.ts from the compiled engine.
 *
 * The numbers of the memory map are written once, in assembly/layout.ts. The compiler exports them as globals; this
 * script reads them off the module, so what the facade uses is what the engine was compiled with.
 *
 *   node scripts/abi.mjs          fails if src/abi.ts is stale
 *   node scripts/abi.mjs --write  renews it
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MODULE = new URL("../build/wasm/engine.wasm", import.meta.url);
const TARGET = new URL("../src/abi.ts", import.meta.url);

/** The text of src/abi.ts for a module. */
export function abiText(bytes) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const numbers = Object.entries(exports).filter(([, value]) => value instanceof WebAssembly.Global);
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
    "/** All of them by the name under which the module exports them; compared when a module is loaded. */",
  );
  lines.push("export const LAYOUT: Readonly<Record<string, number>> = {");
  for (const [name, { value }] of numbers) {
    lines.push(`  ${name.includes(".") ? JSON.stringify(name) : name}: ${value},`);
  }
  lines.push("};", "");
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
