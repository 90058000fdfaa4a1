/**
 * tests.mjs - compiles the tests.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT, tool } from "../processes.mjs";

export const says = "compiling the tests (tsc)";
export const inputs = [
  ["tests", ".ts"],
  "tests/tsconfig.json",
  "tsconfig.json",
  ["build/lib", ".d.ts"],
  ["build/kit", ".d.ts"],
  "package-lock.json",
];
export const packages = [];
export const makes = "build/tests";

export async function make() {
  rmSync(join(ROOT, "build/tests"), { recursive: true, force: true });
  await tool("typescript/bin/tsc", ["-p", "tests/tsconfig.json"]);
}
