/**
 * make.mjs - brings the tree up to date: installs what is missing and builds what is stale, in order.
 *
 * The steps are in scripts/steps/, one file each. A step says which files and packages it reads. The step is
 * stale when their contents have changed since it last succeeded; build/.made.json remembers that state. An
 * input may be the output of another step: so a change of src/ that leaves the declarations as they were does
 * not bundle the command again. Nothing but Node is needed to run this file.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { npm, ROOT, say } from "./processes.mjs";

const MADE = join(ROOT, "build/.made.json");

/**
 * What each step needs, and its file below scripts/steps/. A file exports
 *
 *   says      what the terminal shows
 *   inputs    paths, or [path, ending] for the files of a folder whose names end so
 *   packages  dependencies whose version matters
 *   makes     a path that must exist afterwards
 *   make      does the work
 */
const STEPS = {
  engine: { needs: [], file: "engine.mjs" },
  library: { needs: ["engine"], file: "library.mjs" },
  command: { needs: ["library"], file: "command.mjs" },
  demo: { needs: ["library"], file: "demo.mjs" },
  kit: { needs: ["library"], file: "kit.mjs" },
  tests: { needs: ["kit"], file: "tests.mjs" },
};

/** Installs what is missing, then brings these steps and the steps they need up to date. */
export async function make(...names) {
  await install(ROOT, "packages");
  const made = existsSync(MADE) ? JSON.parse(readFileSync(MADE, "utf8")) : {};
  for (const name of inOrder(names)) {
    const step = await import(`./steps/${STEPS[name].file}`);
    const print = fingerprint(STEPS[name].file, step);
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

/** Installs packages in `folder` when its lock file is newer than what is installed there. */
export async function install(folder, what) {
  const lock = join(folder, "package-lock.json");
  const installed = join(folder, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say(`installing ${what} (npm ci) ...`);
  await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
}

/** The steps and all that they need, each once, after what it needs. */
function inOrder(names, order = []) {
  for (const name of names) {
    if (order.includes(name)) continue;
    inOrder(STEPS[name].needs, order);
    order.push(name);
  }
  return order;
}

/** A hash of all that a step reads, its own file included. */
function fingerprint(file, { inputs, packages }) {
  const hash = createHash("sha256").update(process.version);
  for (const name of packages) {
    const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8"));
    hash.update(`${name}@${version}\n`);
  }
  for (const input of [`scripts/steps/${file}`, ...inputs]) {
    const [path, ending = ""] = [input].flat();
    for (const one of filesBelow(join(ROOT, path)))
      if (one.endsWith(ending)) hash.update(relative(ROOT, one)).update(readFileSync(one));
  }
  return hash.digest("hex");
}

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== "node_modules")
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function keep(made) {
  mkdirSync(join(ROOT, "build"), { recursive: true });
  writeFileSync(MADE, JSON.stringify(made, null, 2));
}
