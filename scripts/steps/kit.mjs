/**
 * kit.mjs - compiles what tests and benches share. It is never shipped.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT, tool } from "../processes.mjs";

export const says = "compiling the kit (tsc)";
export const inputs = ["kit", "tsconfig.json", ["build/lib", ".d.ts"], "package-lock.json"];
export const packages = [];
export const makes = "build/kit";

export async function make() {
  rmSync(join(ROOT, "build/kit"), { recursive: true, force: true });
  await tool("typescript/bin/tsc", ["-p", "kit/tsconfig.json"]);
}
