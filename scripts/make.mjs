/**
 * make.mjs - brings the tree up to date: installs what is missing, builds what is stale, says what it does.
 *
 * A step is stale when the contents of its inputs have changed since it last succeeded; what it made then is
 * recorded in build/.made.json. Nothing but Node is needed to run this file.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MADE = join(ROOT, "build/.made.json");
/** The aim for the released module; a larger one fails the build. */
const ENGINE_BYTES_MAX = 64 * 1024;

const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a program; rejects with its output when it fails. Output is shown only then, or with `loud`. */
export function run(program, args, { cwd = ROOT, loud = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: loud ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(
          Object.assign(new Error(`${program} ${args.join(" ")} failed (${signal ?? code})\n${output}`), {
            code,
          }),
        );
    });
  });
}

/** A program of a development dependency, run by this Node. */
export function tool(path, args, options) {
  return run(process.execPath, [join(ROOT, "node_modules", path), ...args], options);
}

/** npm, by the Node that runs this; npm tells its children where it lives. */
export function npm(args, options) {
  const path = process.env.npm_execpath;
  return path
    ? run(process.execPath, [path, ...args], options)
    : run("npm", args, { ...options, shell: true });
}

/** Installs packages in `folder` when its lock file is newer than what is installed there. */
export async function install(folder, what) {
  const lock = join(folder, "package-lock.json");
  const installed = join(folder, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say(`installing ${what} (npm ci) ...`);
  await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
}

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== "node_modules")
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function fingerprint(inputs) {
  const hash = createHash("sha256").update(process.version);
  for (const input of inputs) {
    for (const file of filesBelow(join(ROOT, input)))
      hash.update(relative(ROOT, file)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

// ── steps ────────────────────────────────────────────────────────────────────────────────────────────────

async function makeEngine() {
  mkdirSync(join(ROOT, "build/wasm"), { recursive: true });
  const targets = { release: "index", verify: "doors", collide: "doors", doors: "doors" };
  await Promise.all(
    Object.entries(targets).map(([target, entry]) =>
      tool("assemblyscript/bin/asc.js", [`assembly/${entry}.ts`, "--target", target]),
    ),
  );
  const { markModules } = await import("./abi.mjs");
  const modules = ["engine", "verify", "collide", "doors"];
  markModules(modules.map((name) => join(ROOT, `build/wasm/${name}.wasm`)));
  const { size } = statSync(join(ROOT, "build/wasm/engine.wasm"));
  say(`  engine.wasm: ${size} bytes`);
  if (size > ENGINE_BYTES_MAX) throw new Error(`engine.wasm is larger than ${ENGINE_BYTES_MAX} bytes`);
}

async function makeLibrary() {
  const { abiIsFresh } = await import("./abi.mjs");
  if (!abiIsFresh()) throw new Error("src/abi.ts is stale: run npm run abi");
  rmSync(join(ROOT, "build/lib"), { recursive: true, force: true });
  await tool("typescript/bin/tsc", ["-p", "tsconfig.json"]);
  const base64 = readFileSync(join(ROOT, "build/wasm/engine.wasm")).toString("base64");
  writeFileSync(
    join(ROOT, "build/lib/engine_bytes.js"),
    `// The engine's module, by scripts/make.mjs. Text, because every host and bundler can carry text.
const BASE64 = "${base64}";
export function engineBytes() {
  const text = atob(BASE64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
`,
  );
  await makeBundles();
}

/**
 * One file is what is shipped: nine would cost 4 ms more of every import, and a page would need an import map for the loader.
 * Another like it for hosts that only know require(). Of Node those with require(esm) take the first for both; the others take the
 * second for both, through a third which names its exports, so that classes are the same whichever way they come.
 */
async function makeBundles() {
  const { version } = JSON.parse(
    readFileSync(join(ROOT, "node_modules/@assemblyscript/loader/package.json"), "utf8"),
  );
  const options = {
    entryPoints: ["build/lib/index.js"],
    platform: "neutral",
    plugins: [quietLoader],
    metafile: true,
    banner: {
      js: `/* Spillway, MIT. Holds parts of @assemblyscript/loader ${version}, Apache-2.0, changed: see NOTICE. */`,
    },
  };
  const { metafile } = await bundle({ ...options, outfile: "build/spillway.js" });
  // For "node" the names of the exports are written down where an import of it finds them.
  await bundle({ ...options, outfile: "build/spillway.cjs", format: "cjs", platform: "node" });
  const names = metafile.outputs["build/spillway.js"].exports;
  writeFileSync(join(ROOT, "build/node.mjs"), `export { ${names.join(", ")} } from "./spillway.cjs";\n`);
  writeFileSync(join(ROOT, "build/lib/index.d.cts"), commonJsTypes());
}

/**
 * Lines of the loader that do something when it is imported, or are bound to one realm, and what stands in their place. Frozen
 * intrinsics refuse the assignment; jsdom and bare contexts have no TextDecoder, which only its strings would want.
 */
const LOADER_LINES = [
  [
    /^const utf16 = new TextDecoder\((.*)\);.*$/m,
    "const utf16 = { decode: (text) => new TextDecoder($1).decode(text) };",
  ],
  [/^Object\.hasOwn = Object\.hasOwn \|\| function\(.*\n.*\n};$/m, ""],
  // What it is handed is a module, of whatever realm (src/host.ts).
  [/src instanceof WebAssembly\.Module/, "true"],
];

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

/** The declarations for require(): the same types by other names, so that what is imported and what is required go together. */
function commonJsTypes() {
  const text = readFileSync(join(ROOT, "build/lib/index.d.ts"), "utf8");
  const from = 'import("./index.js", { with: { "resolution-mode": "import" } })';
  const lines = [];
  for (const [, types, names] of text.matchAll(/^export (type )?\{([^}]*)\}/gm)) {
    for (const name of names
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean)) {
      const plain = name.replace(/^type /, "");
      if (!types && name === plain) lines.push(`export declare const ${plain}: typeof ${from}.${plain};`);
      lines.push(`export type ${plain} = ${from}.${plain};`);
    }
  }
  return `${lines.join("\n")}\n`;
}

async function bundle(options) {
  const { build } = await import("esbuild");
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

async function makeCommand() {
  await tool("typescript/bin/tsc", ["-p", "src/cli/tsconfig.json"]);
  rmSync(join(ROOT, "build/cli"), { recursive: true, force: true });
  await bundle({
    entryPoints: ["src/cli/main.ts", "src/cli/workload.ts"],
    entryNames: "[name]",
    // What is imported on demand (the library that draws) is a file of its own.
    splitting: true,
    chunkNames: "[name]-[hash]",
    outdir: "build/cli",
    platform: "node",
    target: "node20",
    external: ["spillway", "lz4-napi"],
    loader: { ".wasm": "binary", ".c": "text" },
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);',
    },
  });
  writeFileSync(join(ROOT, "build/cli/spillway.js"), '#!/usr/bin/env node\nimport "./main.js";\n', {
    mode: 0o755,
  });
}

async function makeTests() {
  rmSync(join(ROOT, "build/tests"), { recursive: true, force: true });
  await tool("typescript/bin/tsc", ["-p", "tests/tsconfig.json"]);
}

const ENGINE_INPUTS = [
  "assembly",
  "asconfig.json",
  "package-lock.json",
  "scripts/make.mjs",
  "scripts/abi.mjs",
];
const LIBRARY_INPUTS = [...ENGINE_INPUTS, "src", "tsconfig.json"];
const STEPS = {
  engine: {
    says: "compiling the engine (asc)",
    inputs: ENGINE_INPUTS,
    make: makeEngine,
    makes: "build/wasm",
  },
  library: {
    says: "compiling the library (tsc)",
    inputs: LIBRARY_INPUTS,
    make: makeLibrary,
    makes: "build/lib",
  },
  command: {
    says: "bundling the command (esbuild)",
    inputs: [...LIBRARY_INPUTS, "bench/native"],
    make: makeCommand,
    makes: "build/cli",
  },
  tests: {
    says: "compiling the tests (tsc)",
    inputs: [...LIBRARY_INPUTS, "tests"],
    make: makeTests,
    makes: "build/tests",
  },
};

/** Installs and builds what is missing or stale for these steps, in the order given. */
export async function make(...names) {
  await install(ROOT, "packages");
  const made = existsSync(MADE) ? JSON.parse(readFileSync(MADE, "utf8")) : {};
  for (const name of names) {
    const step = STEPS[name];
    const print = fingerprint(step.inputs);
    if (made[name] === print && existsSync(join(ROOT, step.makes))) continue;
    say(`${step.says} ...`);
    // A step that fails half way has spoiled what it made before.
    delete made[name];
    keep(made);
    await step.make();
    made[name] = print;
    keep(made);
  }
}

function keep(made) {
  mkdirSync(join(ROOT, "build"), { recursive: true });
  writeFileSync(MADE, JSON.stringify(made, null, 2));
}

/** Runs `main` and turns a failure into one message and an exit code. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
