/**
 * jsr.mjs - what JSR gets, in build/jsr/: the files that deno.json exports, with the declarations of the
 * package.
 *
 * A declaration of the package names another as "./other.js", as TypeScript does. Deno takes that for a
 * file of JavaScript, so here it is "./other.d.ts". A comment tells Deno which declarations a bundle has.
 * JSR takes no `declare global`; the package has one for classes that hosts with fetch know, as all hosts
 * of JSR do.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ROOT } from "../processes.mjs";

const OUT = "build/jsr";

const read = (name) => readFileSync(join(ROOT, name), "utf8");

function write(name, text) {
  mkdirSync(dirname(join(ROOT, name)), { recursive: true });
  writeFileSync(join(ROOT, name), text);
}

/** Both manifests name the same entries; a test says so. */
export function writeForJsr() {
  rmSync(join(ROOT, OUT), { recursive: true, force: true });
  const manifest = JSON.parse(read("package.json"));
  for (const [entry, file] of Object.entries(JSON.parse(read("deno.json")).exports)) {
    const exported = manifest.exports[entry].import ?? manifest.exports[entry].default;
    const types = join(OUT, relative("build", exported.types));
    const comment = `/* @ts-self-types="./${relative(dirname(file), types)}" */`;
    write(file, `${comment}\n${read(exported.default)}`);
  }
  for (const name of manifest.files.filter((one) => one.endsWith(".d.ts")))
    write(join(OUT, relative("build", name)), declarationsFor(read(name)));
}

function declarationsFor(text) {
  return text
    .replace(/^declare global \{\n[\s\S]*?^\}\n/m, "")
    .replace(/"(\.\.?\/[\w./]+)\.js"/g, '"$1.d.ts"');
}
