/**
 * lz4.ts - finds lz4-napi, a native rival that is not part of the command.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { reason, systemCode } from "../text/failure.js";

type Lz4 = typeof import("lz4-napi");

/** lz4-napi, from beside this command or from the working folder; or why there is none. */
export function findLz4(): { lz4: Lz4 } | { absent: string } {
  try {
    return { lz4: requireLz4() };
  } catch (error) {
    const missing = systemCode(error) === "MODULE_NOT_FOUND";
    return { absent: missing ? "not installed: npm i lz4-napi" : reason(error) };
  }
}

function requireLz4(): Lz4 {
  try {
    return createRequire(import.meta.url)("lz4-napi");
  } catch {
    return createRequire(pathToFileURL(join(process.cwd(), "package.json")))("lz4-napi");
  }
}
