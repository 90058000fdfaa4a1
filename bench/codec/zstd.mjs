/**
 * zstd.mjs - zstd page by page, where a C compiler and libzstd are there: compiles zstd.c.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scratchFolder } from "#kit/scratch_folder.js";

const SOURCE = fileURLToPath(new URL("./zstd.c", import.meta.url));

/**
 * A function from pages that lie side by side, a level and the bytes of a page, to what zstd makes of them:
 * bytes of all blocks, mean ns to encode a page, mean ns to decode it. Undefined where zstd is not there.
 */
export function zstdTwin() {
  const program = join(scratchFolder(), "zstd");
  if (spawnSync("cc", ["-O3", "-o", program, SOURCE, "-lzstd"]).status !== 0) {
    console.log("no zstd to compare with: it takes a C compiler and libzstd (Debian: gcc, libzstd-dev)");
    return undefined;
  }
  return (pages, level, pageBytes = 4096) => {
    const { status, stdout } = spawnSync(program, [String(pageBytes), String(level)], { input: pages });
    if (status !== 0) throw new Error(`zstd.c ended with ${status}`);
    return String(stdout).trim().split(" ").map(Number);
  };
}
