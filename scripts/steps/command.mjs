/**
 * command.mjs - checks the types of the command and bundles it with the libraries it uses.
 *
 * The library stays outside, as does lz4-napi, which is native and only a rival in measurements.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, tool } from "../processes.mjs";
import { bundle } from "./bundle.mjs";

export const says = "bundling the command (esbuild)";
export const inputs = [
  "cli",
  "tsconfig.json",
  ["build/lib", ".d.ts"],
  "build/wasm/doors.wasm",
  "package-lock.json",
  "scripts/steps/bundle.mjs",
];
export const packages = [];
export const makes = "build/cli";

/** Bundled packages that are CommonJS call require(). */
const REQUIRE = `import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);`;

export async function make() {
  await tool("typescript/bin/tsc", ["-p", "cli/tsconfig.json"]);
  rmSync(join(ROOT, "build/cli"), { recursive: true, force: true });
  await bundle({
    entryPoints: ["cli/main.ts", "cli/pages/workload.ts", "cli/measure/values/keeper.ts"],
    entryNames: "[name]",
    // The library that draws charts becomes a file of its own, imported on demand.
    splitting: true,
    chunkNames: "[name]-[hash]",
    outdir: "build/cli",
    platform: "node",
    target: "node20",
    external: ["spillway", "lz4-napi"],
    loader: { ".wasm": "binary", ".c": "text" },
    banner: { js: REQUIRE },
  });
  const start = '#!/usr/bin/env node\nimport "./main.js";\n';
  writeFileSync(join(ROOT, "build/cli/spillway.js"), start, { mode: 0o755 });
}
