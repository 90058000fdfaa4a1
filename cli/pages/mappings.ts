/**
 * mappings.ts - the private memory of a process: the addresses it has mapped, from /proc/PID/maps and smaps.
 *
 * Only private, writable, anonymous mappings count: heaps, stacks, and what V8 and malloc map. Their bytes
 * belong to this process alone.
 */
import { readFileSync } from "node:fs";
import { procFile } from "./proc.js";

/** Addresses [start, end). */
export interface Range {
  start: number;
  end: number;
}

/** A mapping and how many of its bytes are in RAM, which only smaps says: read from maps it is 0. */
export interface Mapping extends Range {
  residentBytes: number;
}

/** A line of either file: start-end, permissions, offset, device, inode, and a path or a name in brackets. */
const MAPPING = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ (\d+) *(.*)$/;
/** Names of anonymous memory: none, the heap of brk, stacks, and memory that its owner named with prctl. */
const ANONYMOUS = /^$|^\[heap\]$|^\[stack|^\[anon:/;

/** The anonymous mappings of a process. Throws UserError when its memory cannot be read. */
export function anonymousMappings(pid: number, file: "maps" | "smaps"): Mapping[] {
  const mappings: Mapping[] = [];
  let mapping: Mapping | undefined;
  for (const line of procFile(pid, file, (path) => readFileSync(path, "utf8")).split("\n")) {
    const [, start, end = "", permissions = "", inode, name = ""] = MAPPING.exec(line) ?? [];
    if (start === undefined) {
      const [, kibibytes] = /^Rss: +(\d+) kB$/.exec(line) ?? [];
      if (mapping !== undefined && kibibytes !== undefined) mapping.residentBytes = 1024 * Number(kibibytes);
      continue;
    }
    mapping = undefined;
    if (!/^rw.p$/.test(permissions) || inode !== "0" || !ANONYMOUS.test(name)) continue;
    mapping = { start: Number.parseInt(start, 16), end: Number.parseInt(end, 16), residentBytes: 0 };
    mappings.push(mapping);
  }
  // A position for a read is a number. Addresses from 2^47 on are given only to processes that ask for them.
  return mappings.filter(({ end }) => Number.isSafeInteger(end));
}
