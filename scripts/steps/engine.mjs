/**
 * engine.mjs - compiles the engine: the released module, and four for tests and microbenchmarks.
 *
 * Each module gets a custom section with a hash of the border's numbers (scripts/abi.mjs).
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { markModules } from "../abi.mjs";
import { ROOT, say, tool } from "../processes.mjs";

/** The aim for the released module; a larger one fails the build. */
const ENGINE_BYTES_MAX = 80 * 1024;

/** Targets of asconfig.json and the entry file of each. */
const TARGETS = { release: "index", verify: "doors", collide: "doors", doors: "doors", threads: "threads" };

export const says = "compiling the engine (asc)";
export const inputs = ["assembly", "asconfig.json", "scripts/abi.mjs"];
export const packages = ["assemblyscript", "binaryen"];
export const makes = "build/wasm";

export async function make() {
  mkdirSync(join(ROOT, "build/wasm"), { recursive: true });
  await Promise.all(
    Object.entries(TARGETS).map(([target, entry]) =>
      tool("assemblyscript/bin/asc.js", [`assembly/${entry}.ts`, "--target", target]),
    ),
  );
  // The compiler's declarations (engine.d.ts) come with a loader of its own, which nothing uses.
  rmSync(join(ROOT, "build/wasm/engine.js"));
  const modules = ["engine", "verify", "collide", "doors"];
  markModules(modules.map((name) => join(ROOT, `build/wasm/${name}.wasm`)));
  const bytes = readFileSync(join(ROOT, "build/wasm/engine.wasm"));
  const hash = createHash("sha256").update(bytes).digest("hex");
  say(`  engine.wasm: ${bytes.length} bytes, sha256 ${hash}`);
  if (bytes.length > ENGINE_BYTES_MAX)
    throw new Error(`engine.wasm is larger than ${ENGINE_BYTES_MAX} bytes`);
}
