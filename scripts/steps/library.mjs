/**
 * library.mjs - compiles the library and bundles it, and the entries beside it.
 *
 * What is shipped of the library is one file: nine would cost 4 ms more of every import, and a web page
 * would need an import map for the loader. Hosts that only know require() get a second one of twenty lines,
 * which runs the text of the first as a script. A Node with require(esm) takes the first file for both. Any
 * other Node takes the second file for both: its import goes through a third file, which names the exports.
 * So the classes are the same either way.
 *
 * Each file of src/adapters/ is an entry of its own, spillway/NAME, for import and for require(). It imports
 * nothing. A `_` in the file's name is a `-` in the entry's.
 *
 *   build/lib/            modules and declarations, by tsc
 *   build/spillway.js     the bundle
 *   build/spillway.cjs    runs the bundle for require()
 *   build/node.mjs        imports that one
 *   build/lib/index.d.cts the declarations for require()
 *   build/adapters/       the entries, each as .js and .cjs; their .d.cts are in build/lib/adapters/
 *   build/jsr/            what JSR gets: the bundle, the entries, and declarations that Deno can follow
 *   build/maps/           the source maps of all bundles, with the TypeScript sources inside
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { abiIsFresh } from "../abi.mjs";
import { ROOT, tool } from "../processes.mjs";
import { bundle, shorten } from "./bundle.mjs";
import { writeCommonJsTypes } from "./declarations.mjs";
import { writeForJsr } from "./jsr.mjs";

export const says = "compiling the library (tsc)";
export const inputs = [
  "src",
  "tsconfig.json",
  "build/wasm/engine.wasm",
  "build/wasm/engine.d.ts",
  "build/wasm/doors.wasm",
  "scripts/abi.mjs",
  "scripts/steps/bundle.mjs",
  "scripts/steps/declarations.mjs",
  "scripts/steps/jsr.mjs",
  "package.json",
  "deno.json",
];
export const packages = ["typescript", "@types/node", "esbuild", "terser", "@assemblyscript/loader"];
export const makes = "build/lib";

const path = (name) => join(ROOT, "build", name);

export async function make() {
  if (!abiIsFresh()) throw new Error("src/abi.ts or src/engine/exports.ts is stale: run npm run abi");
  for (const name of ["lib", "maps"]) rmSync(path(name), { recursive: true, force: true });
  await tool("typescript/bin/tsc", ["-p", "tsconfig.json", "--sourceMap", "--inlineSources"]);
  writeFileSync(
    path("lib/engine/engine_bytes.js"),
    engineBytesModule(readFileSync(path("wasm/engine.wasm"))),
  );
  const names = await makeBundles();
  writeFileSync(path("node.mjs"), `export { ${names.join(", ")} } from "./spillway.cjs";\n`);
  writeCommonJsTypes(path("lib"), "index");
  await makeEntries();
  writeForJsr();
}

/**
 * A JavaScript module that holds the engine as text: every host and bundler can carry text. Packed,
 * hexadecimal digits are a sixth smaller than base64 (32.6 KB, 39.1), whose digits do not fall on the
 * engine's bytes.
 */
function engineBytesModule(wasm) {
  return `// The engine's module, by scripts/steps/library.mjs.
const HEX = "${wasm.toString("hex")}";
const digitAt = (at) => {
  const code = HEX.charCodeAt(at);
  return (code & 15) + (code >> 6) * 9;
};
export function engineBytes() {
  const bytes = new Uint8Array(HEX.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = digitAt(2 * i) * 16 + digitAt(2 * i + 1);
  return bytes;
}
`;
}

/**
 * The file for require(). A second bundle would be a quarter of the tarball (79 of 335 KB), because what gzip
 * finds again must lie within 32 KB. Its hosts have files, so it reads the first one. The text is run by
 * `eval` and by nothing else, so that the library belongs to the realm of this file: in Jest, which has its
 * own.
 */
const fileForRequire = (banner, names) => `${banner}
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const file = join(__dirname, "spillway.js");
const text = readFileSync(file, "utf8");
const body = text.slice(0, text.lastIndexOf("export{"));
// Lines stay as they are in the file: stack traces and its source map go by them.
const library = (0, eval)(\`(() => { "use strict"; \${body}
return { ${names.join(", ")} }; })()
//# sourceURL=\${pathToFileURL(file).href}\`);
Object.defineProperty(exports, "__esModule", { value: true });
${names.map((name) => `exports.${name} = library.${name};`).join("\n")}
`;

/** The bundle, and the file for require(). Answers the names that they export. */
async function makeBundles() {
  const manifest = join(ROOT, "node_modules/@assemblyscript/loader/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const loader = `@assemblyscript/loader ${version}, Apache-2.0, changed: see NOTICE.`;
  const banner = `/* Spillway, MIT. Holds parts of ${loader} */`;
  const { metafile } = await bundle({
    entryPoints: ["build/lib/index.js"],
    metafile: true,
    sourcemap: "external",
    banner: { js: banner },
    platform: "neutral",
    plugins: [quietLoader],
    outfile: "build/spillway.js",
  });
  await shorten("spillway.js");
  const { exports: names } = metafile.outputs["build/spillway.js"];
  const wanted = `export{${names.join(",")}};`;
  // spillway.cjs takes the names as they stand in front of it.
  const [, ...ends] = readFileSync(path("spillway.js"), "utf8").split("export{");
  if (ends.length !== 1 || `export{${ends[0]}`.replaceAll("\n", "").trim() !== wanted)
    throw new Error(`build/spillway.js does not end with ${wanted}`);
  writeFileSync(path("spillway.cjs"), fileForRequire(banner, names));
  return names;
}

/** Bundles each file of src/adapters/, with the parts of the library that it uses. */
async function makeEntries() {
  rmSync(path("adapters"), { recursive: true, force: true });
  const files = readdirSync(join(ROOT, "src/adapters")).filter((file) => file.endsWith(".ts"));
  const names = files.map((file) => file.replace(/\.ts$/, ""));
  const entries = names.map((name) => name.replaceAll("_", "-"));
  const entryPoints = Object.fromEntries(
    entries.map((entry, i) => [entry, `build/lib/adapters/${names[i]}.js`]),
  );
  const options = { entryPoints, outdir: "build/adapters", sourcemap: "external" };
  await bundle({ ...options, platform: "neutral" });
  const forRequire = { format: "cjs", platform: "node", outExtension: { ".js": ".cjs" } };
  await bundle({ ...options, ...forRequire });
  await shorten(...entries.flatMap((entry) => [`adapters/${entry}.js`, `adapters/${entry}.cjs`]));
  for (const name of names) writeCommonJsTypes(path("lib"), `adapters/${name}`);
}

/**
 * Lines of the loader that act when it is imported or that are bound to one realm, and their replacements.
 * Frozen intrinsics refuse the assignment to Object. jsdom and bare contexts of node:vm have no TextDecoder,
 * which only the loader's strings would need.
 */
const LOADER_LINES = [
  [
    /^const utf16 = new TextDecoder\((.*)\);.*$/m,
    "const utf16 = { decode: (text) => new TextDecoder($1).decode(text) };",
  ],
  [/^Object\.hasOwn = Object\.hasOwn \|\| function\(.*\n.*\n};$/m, ""],
  // The library hands over a module, of whatever realm (src/base/host.ts).
  [/src instanceof WebAssembly\.Module/, "true"],
];

/** An esbuild plugin that replaces those lines. Throws when a new version of the loader has no such line. */
const quietLoader = {
  name: "quiet loader",
  setup({ onLoad }) {
    onLoad({ filter: /@assemblyscript[\\/]loader[\\/]index\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      for (const [line, instead] of LOADER_LINES) {
        if (!line.test(contents)) throw new Error(`the loader has no line ${line} any more`);
        contents = contents.replace(line, instead);
      }
      return { contents };
    });
  },
};
