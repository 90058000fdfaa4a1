/**
 * declarations.mjs - declarations for require(): of the package and of its entries.
 *
 * Each file names the exports of the declarations for import, by reference to them. So what a program imports
 * and what it requires have the same types.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes NAME.d.cts beside NAME.d.ts in `lib`, whose declarations it may refer to. */
export function writeCommonJsTypes(lib, name) {
  const declarations = readFileSync(join(lib, `${name}.d.ts`), "utf8");
  const file = `./${name.slice(name.lastIndexOf("/") + 1)}.js`;
  writeFileSync(join(lib, `${name}.d.cts`), commonJsTypes(declarations, typeParameters(lib), file));
}

/** Of each generic type its parameters, as they are declared and as they are handed on. None is nested. */
function typeParameters(lib) {
  const found = new Map();
  for (const file of readdirSync(lib, { recursive: true }).filter((name) => name.endsWith(".d.ts"))) {
    const text = readFileSync(join(lib, file), "utf8");
    for (const [, name, list] of text.matchAll(
      /^export (?:declare )?(?:class|interface|type) (\w+)<([^>]*)>/gm,
    ))
      found.set(name, [`<${list}>`, `<${list.split(",").map((one) => one.trim().split(" ")[0])}>`]);
  }
  return found;
}

/** What declarations export: each name, and whether it is a value, a type, or both. */
function exportsOf(declarations) {
  const found = [];
  for (const [, onlyTypes, list] of declarations.matchAll(/^export (type )?\{([^}]*)\}/gm))
    for (const name of list.split(",").map((one) => one.trim()))
      if (name !== "") {
        const plain = name.replace(/^type /, "");
        found.push({ name: plain, isValue: !onlyTypes && name === plain, isType: true });
      }
  for (const [, kind, name] of declarations.matchAll(
    /^export (?:declare )?(?:abstract )?(function|class|const|interface|type) (\w+)/gm,
  ))
    found.push({
      name,
      isValue: kind !== "interface" && kind !== "type",
      isType: kind !== "function" && kind !== "const",
    });
  // A function that is declared for several lists of arguments is one export.
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

function commonJsTypes(declarations, parameters, file) {
  const from = `import("${file}", { with: { "resolution-mode": "import" } })`;
  const lines = [];
  for (const { name, isValue, isType } of exportsOf(declarations)) {
    if (isValue) lines.push(`export declare const ${name}: typeof ${from}.${name};`);
    const [takes = "", hands = ""] = parameters.get(name) ?? [];
    if (isType) lines.push(`export type ${name}${takes} = ${from}.${name}${hands};`);
  }
  return `${lines.join("\n")}\n`;
}
