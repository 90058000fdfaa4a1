/**
 * process_files.mjs - what another process has in memory, and what of its files is on disk and in the page
 * cache of the system: Linux only.
 *
 * Files are found by their descriptors, so that those without a name are counted, too.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";

const KIB = 1024;
/** What statSync counts blocks in, whatever the file system's own are. */
const BLOCK_BYTES = 512;

export const isLinux = process.platform === "linux";

/** Bytes of RSS: all of it, and the part that is pages of mapped files. Undefined: the process is gone. */
export function rssOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    const bytes = (name) => KIB * Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1]);
    return { all: bytes("VmRSS"), mapped: bytes("RssFile") };
  } catch {
    return undefined;
  }
}

/** Bytes of the files in a folder that the process has open: on disk, and in the page cache. */
export function filesOf(pid, folder) {
  const own = `/proc/${pid}/fd`;
  const seen = new Map();
  for (const fd of readdirSync(own)) {
    try {
      const path = `${own}/${fd}`;
      if (!readlinkSync(path).startsWith(folder)) continue;
      const file = statSync(path);
      if (file.isFile()) seen.set(file.ino, { path, disk: file.blocks * BLOCK_BYTES });
    } catch {
      // Closed meanwhile.
    }
  }
  const files = [...seen.values()];
  const disk = files.reduce((sum, one) => sum + one.disk, 0);
  return { disk, cached: cachedOf(files.map(({ path }) => path)) };
}

/** Bytes of files in the page cache; undefined where nobody can tell. */
function cachedOf(paths) {
  if (paths.length === 0) return 0;
  try {
    const text = execFileSync("fincore", ["-b", "-n", "-o", "RES", ...paths], { encoding: "utf8" });
    return text
      .trim()
      .split("\n")
      .reduce((sum, line) => sum + Number(line), 0);
  } catch {
    return undefined;
  }
}
