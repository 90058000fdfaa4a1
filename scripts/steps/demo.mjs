/**
 * demo.mjs - builds the paint program of demo/ into one HTML file that opens without a server.
 */
import { join } from "node:path";
import { install } from "../make.mjs";
import { ROOT, run, tool } from "../processes.mjs";

export const says = "building the demo (tsc, Vite)";
export const inputs = [
  "demo/index.html",
  "demo/src",
  "demo/vite.config.ts",
  "demo/tsconfig.json",
  "demo/package-lock.json",
  "build/spillway.js",
  ["build/lib", ".d.ts"],
];
export const packages = [];
export const makes = "build/demo/index.html";

const DEMO = join(ROOT, "demo");

/** Runs Vite in the folder of the demo. */
export async function vite(args, options = {}) {
  await install(DEMO, "what the demo needs");
  await tool("typescript/bin/tsc", ["-p", "demo/tsconfig.json"]);
  await run(process.execPath, [join(DEMO, "node_modules/vite/bin/vite.js"), ...args], {
    cwd: DEMO,
    ...options,
  });
}

export const make = () => vite(["build", "--logLevel", "warn"]);
