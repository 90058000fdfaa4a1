/**
 * page_sets.mjs - what the benches of the dense codec share: sets of pages from files or from this process's own memory, and zstd
 * page by page, where it is there.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

export const PAGE_BYTES = 4096;

export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** A folder that goes when the process does. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), "spillway-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Compiles zstd.c; answers a function from pages, a level and their size to what it prints, or undefined. */
export function zstdTwin() {
  const program = join(scratchFolder(), "zstd");
  const source = fileURLToPath(new URL("zstd.c", import.meta.url));
  if (spawnSync("cc", ["-O3", "-o", program, source, "-lzstd"]).status !== 0) {
    console.log("no zstd to compare with: it takes a C compiler and libzstd (Debian: gcc, libzstd-dev)");
    return undefined;
  }
  return (bytes, level, pageBytes = PAGE_BYTES) => {
    const options = { input: bytes, maxBuffer: 2 ** 20 };
    const { stdout } = spawnSync(program, [String(pageBytes), String(level)], options);
    return String(stdout).trim().split(" ").map(Number);
  };
}

function isFilled(page) {
  return page.subarray(8).equals(page.subarray(0, PAGE_BYTES - 8));
}

/** Whole pages of `list` that are not same-filled, as Buffers. */
export function plainPages(list) {
  return list
    .filter((page) => page.length === PAGE_BYTES)
    .map((page) => Buffer.from(page.buffer, page.byteOffset, page.length))
    .filter((page) => !isFilled(page));
}

/** The pages of a raw image. */
export function pagesOfFile(path) {
  const image = readFileSync(path);
  const pages = [];
  for (let at = 0; at + PAGE_BYTES <= image.length; at += PAGE_BYTES)
    pages.push(image.subarray(at, at + PAGE_BYTES));
  return plainPages(pages);
}

/** Sets of pages by name: of the files, or, without any, of the live processes that `spillway bench codec` reads. */
export function pageSets(files, mib) {
  if (files.length > 0) return files.map((path) => ({ name: basename(path), pages: pagesOfFile(path) }));
  const folder = scratchFolder();
  const command = fileURLToPath(new URL("../build/cli/spillway.js", import.meta.url));
  const options = ["bench", "codec", "--rounds", "1", "--set-mib", String(mib), "--save", folder];
  spawnSync(process.execPath, [command, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  const saved = readdirSync(folder).filter((name) => name.endsWith(`.${PAGE_BYTES}`));
  return saved.map((name) => ({
    name: name.slice(0, name.lastIndexOf(".")),
    pages: pagesOfFile(join(folder, name)),
  }));
}
