/**
 * bundlers.ts - the bundlers that users have, each with the least that it must be told. None gets a plugin
 * or a setting for Spillway.
 *
 * A bundler is a program for Node, run in the user's project. It reads `app.js` or, if it starts from a
 * page, `NAME.html`, and writes a folder of its own. Any warning of a bundler is an error here.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BUNDLERS, type Project, ROOT, TOOLS } from "./package.js";

/** A page with one script. */
export const html = (script: string) =>
  `<!doctype html><meta charset="utf-8"><title>waits</title>${script}\n`;
const MODULE = html('<script type="module" src="./app.js"></script>');
const CLASSIC = html('<script defer src="./app.js"></script>');

export interface Bundler {
  readonly name: string;
  /** The folder of node_modules that has it. */
  readonly at: string;
  /** What the folder of its output still lacks. */
  readonly page?: string;
  /** The text of the program. `from` is a path of the bundler; `entry` and `out` are names in the project. */
  program(from: (path: string) => string, entry: string, out: string): string;
}

export const ESBUILD: Bundler = {
  name: "esbuild",
  at: join(ROOT, "node_modules"),
  page: MODULE,
  program: (from, entry, out) => `
    import { build } from ${from("esbuild/lib/main.js")};
    const { warnings } = await build({ entryPoints: ["${entry}"], outfile: "${out}/app.js", bundle: true, format: "esm" });
    if (warnings.length > 0) throw new Error(JSON.stringify(warnings));`,
};

const VITE: Bundler = {
  name: "Vite",
  at: TOOLS,
  program: (from, entry, out) => `
    import { writeFileSync } from "node:fs";
    import { build, createLogger } from ${from("vite/dist/node/index.js")};
    writeFileSync("index.html", ${JSON.stringify(MODULE)}.replace("./app.js", "./${entry}"));
    const customLogger = createLogger("warn");
    customLogger.warn = customLogger.warnOnce = (text) => { throw new Error(text); };
    await build({ configFile: false, base: "./", customLogger, build: { outDir: "${out}" } });`,
};

const ROLLDOWN: Bundler = {
  name: "rolldown",
  at: BUNDLERS,
  page: MODULE,
  program: (from, entry, out) => `
    import { build } from ${from("rolldown/dist/index.mjs")};
    const onLog = (level, log) => { throw new Error(log.message); };
    await build({ input: "${entry}", platform: "browser", output: { file: "${out}/app.js" }, onLog });`,
};

const ROLLUP: Bundler = {
  name: "rollup",
  at: BUNDLERS,
  page: MODULE,
  // Without this plugin rollup finds no package at all.
  program: (from, entry, out) => `
    import { rollup } from ${from("rollup/dist/es/rollup.js")};
    import { nodeResolve } from ${from("@rollup/plugin-node-resolve/dist/es/index.js")};
    const onwarn = (warning) => { throw new Error(warning.message); };
    const bundle = await rollup({ input: "${entry}", plugins: [nodeResolve({ browser: true })], onwarn });
    await bundle.write({ file: "${out}/app.js", format: "es" });
    await bundle.close();`,
};

const WEBPACK: Bundler = {
  name: "webpack",
  at: BUNDLERS,
  page: CLASSIC,
  program: (from, entry, out) => `
    import { resolve } from "node:path";
    import webpack from ${from("webpack/lib/index.js")};
    const output = { path: resolve("${out}"), filename: "app.js" };
    // The hint that a bundle has more than 244 KiB is about any package of this size.
    const options = { mode: "production", entry: "./${entry}", output, performance: { hints: false } };
    webpack(options, (error, stats) => {
      if (error || stats.hasErrors() || stats.hasWarnings()) throw error ?? new Error(stats.toString());
    });`,
};

const PARCEL: Bundler = {
  name: "Parcel",
  at: BUNDLERS,
  // Parcel 2 reads the entries of a package ("exports") only if it is told to.
  program: (from, entry, out) => `
    import { spawnSync } from "node:child_process";
    import { readFileSync, writeFileSync } from "node:fs";
    import { fileURLToPath } from "node:url";
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    manifest["@parcel/resolver-default"] = { packageExports: true };
    writeFileSync("package.json", JSON.stringify(manifest));
    writeFileSync("index.html", ${JSON.stringify(MODULE)}.replace("./app.js", "./${entry}"));
    const bin = fileURLToPath(${from("parcel/lib/bin.js")});
    const folders = ["--dist-dir", "${out}", "--cache-dir", "${out}-cache"];
    const args = [bin, "build", "index.html", ...folders, "--public-url", ".", "--no-source-maps", "--log-level", "warn"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0 || stdout + stderr !== "") throw new Error(stdout + stderr);`,
};

export const ALL_BUNDLERS: readonly Bundler[] = [ESBUILD, VITE, ROLLDOWN, ROLLUP, WEBPACK, PARCEL];

/** Bundles a file of the project. Answers the folder that has the page `index.html`. */
export async function bundle(project: Project, bundler: Bundler, entry: string): Promise<string> {
  const name = `${bundler.name}-${entry.replaceAll(".", "-")}`;
  const out = `out-${name}`;
  const folder = join(project.folder, out);
  mkdirSync(folder, { recursive: true });
  const from = (path: string) => JSON.stringify(pathToFileURL(join(bundler.at, path)).href);
  const program = project.write(`${name}.mjs`, bundler.program(from, entry, out));
  await project.run(process.execPath, [program], { NODE_ENV: "production" });
  if (bundler.page !== undefined) writeFileSync(join(folder, "index.html"), bundler.page);
  return folder;
}
