/**
 * bundle.mjs - esbuild, as the library and the command use it, and terser over what is shipped of the
 * library.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { minify } from "terser";
import { ROOT } from "../processes.mjs";

/**
 * Node prints the line of an error that nobody caught. In one line of 300 KB the message is lost. These
 * breaks make the bundle 2 KB longer.
 */
const LINE_LIMIT = 160;

/** Bundles entry points; answers what esbuild says of the result. */
export function bundle(options) {
  return build({
    absWorkingDir: ROOT,
    bundle: true,
    format: "esm",
    target: "es2022",
    legalComments: "eof",
    logLevel: "silent",
    ...options,
  });
}

/**
 * Takes comments and blanks out of bundles in build/ and shortens the names of local variables. Functions
 * and classes keep their names, so that a stack trace in a bug report says where it was. Nothing else
 * changes: the code that runs is the code that was written.
 *
 * The bundles' source maps (esbuild's, with the sources inside) are renewed, and moved to build/maps/.
 */
export async function shorten(...names) {
  for (const name of names) {
    const file = join(ROOT, "build", name);
    const map = join(ROOT, "build/maps", `${name}.map`);
    const text = readFileSync(file, "utf8");
    const shortened = await minify(text, {
      module: name.endsWith(".js"),
      toplevel: true,
      ecma: 2022,
      compress: false,
      mangle: { keep_fnames: true, keep_classnames: true, reserved: classNames(text) },
      format: { max_line_len: LINE_LIMIT, comments: /^ Spillway|@license/ },
      sourceMap: { content: readFileSync(`${file}.map`, "utf8"), filename: name, includeSources: true },
    });
    writeFileSync(file, shortened.code);
    mkdirSync(dirname(map), { recursive: true });
    renameSync(`${file}.map`, map);
    writeFileSync(map, shortened.map);
  }
}

/** esbuild writes a class as `var Name = class`, which takes its name from the variable. */
function classNames(text) {
  return [...text.matchAll(/^\s*(?:var|let|const) (\w+) = class\b/gm)].map(([, name]) => name);
}
