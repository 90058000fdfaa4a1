/**
 * memory_group.mjs - a control group of Linux that counts the memory of a process, page cache included.
 *
 * Version 2 where its memory controller is there, else version 1. Both count a page of a file for the group
 * whose process touched it first. Making a group needs root. Without one memory is the RSS of the process and
 * what `fincore` says is cached of its files.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const ROOTS = [
  { version: 2, root: "/sys/fs/cgroup", limit: "memory.max", peak: "memory.peak" },
  {
    version: 1,
    root: "/sys/fs/cgroup/memory",
    limit: "memory.limit_in_bytes",
    peak: "memory.max_usage_in_bytes",
  },
];
/** Lines of memory.stat whose sum is anonymous memory and page cache. */
const PARTS = { 1: ["total_rss", "total_cache"], 2: ["anon", "file"] };

/** A group with this limit in bytes, or without one; undefined where none can be made. */
export function makeGroup(name, limit) {
  for (const { version, root, limit: limitFile, peak } of ROOTS) {
    const path = join(root, name);
    try {
      mkdirSync(path);
    } catch {
      continue;
    }
    if (existsSync(join(path, limitFile))) {
      if (limit !== undefined) writeFileSync(join(path, limitFile), String(limit));
      return { version, path, peakFile: peak };
    }
    rmdirSync(path);
  }
  return undefined;
}

/** Bytes of anonymous memory and of page cache of a group. */
export function groupBytes({ version, path }) {
  const lines = new Map(
    readFileSync(join(path, "memory.stat"), "utf8")
      .split("\n")
      .map((line) => line.split(" ")),
  );
  const [own, cache] = PARTS[version].map((name) => Number(lines.get(name)));
  return { own, cache };
}

/** The most that a group had, page cache included; undefined where the kernel does not say. */
export function groupPeak({ path, peakFile }) {
  const file = join(path, peakFile);
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : undefined;
}

/** Drops what is cached for the group, and the group. Its processes have ended. */
export function dropGroup({ version, path }) {
  if (version === 1) writeFileSync(join(path, "memory.force_empty"), "0");
  rmdirSync(path);
}

/** What a process has without a group: RSS, and what of the files of a folder is cached. */
export function processBytes(folder) {
  return { own: process.memoryUsage.rss(), cache: cachedBytes(folder) };
}

/** Bytes of the files of a folder that are in the page cache: by fincore, else all of them. */
function cachedBytes(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  if (files.length === 0) return 0;
  try {
    const text = execFileSync("fincore", ["-b", "-n", "-o", "RES", ...files], { encoding: "utf8" });
    return text
      .trim()
      .split("\n")
      .reduce((sum, line) => sum + Number(line), 0);
  } catch {
    return files.reduce((sum, file) => sum + statSync(file).size, 0);
  }
}
