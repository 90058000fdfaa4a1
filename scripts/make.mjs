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
  // One file is what is shipped: nine would cost 4 ms more of every import.
  await bundle({
    entryPoints: ["build/lib/index.js"],
    outfile: "build/spillway.js",
    platform: "neutral",
    external: ["@assemblyscript/loader"],
  });
}

async function bundle(options) {
  const { build } = await import("esbuild");
  await build({
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

const ENGINE_INPUTS = ["assembly", "asconfig.json", "package-lock.json", "scripts/make.mjs"];
const LIBRARY_INPUTS = [...ENGINE_INPUTS, "src", "scripts/abi.mjs", "tsconfig.json"];
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
