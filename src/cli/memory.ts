/**
 * memory.ts - pages of a live process, by way of Linux's /proc.
 *
 * Taken are the private, writable, anonymous mappings (heaps, stacks, what V8 and malloc map): bytes that only this
 * process has. Of these only the pages that are present in RAM, as /proc/PID/pagemap says. Reading a page that was
 * never touched would invent a page of zeros, and a process maps far more than it touches: the figures would flatter.
 *
 * See proc(5) and the kernel's Documentation/admin-guide/mm/pagemap.rst.
 */
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { reason, systemCode, UserError } from "./failure.js";
import { type Extent, type PageSet, type PageSource, readPages } from "./pages.js";
import { bytesOf, type Mapping, Pagemap, type Range } from "./resident.js";
import { size } from "./table.js";

/**
 * Resident pages of process `pid`. Throws UserError when there is no such process, it may not be read, or it has no
 * such pages. `source` names it in words, as in PageSet.
 */
export function memoryPages(pid: number, source: string, pageSize: number, maxPages: number): PageSet {
  const ranges = anonymousMappings(procFile(pid, "maps", (path) => readFileSync(path, "utf8")));
  const pagemap = procFile(pid, "pagemap", (path) => openSync(path, "r"));
  try {
    const memory = procFile(pid, "mem", (path) => openSync(path, "r"));
    try {
      const { resident, missed } = residentRanges(pid, ranges, new Pagemap(pagemap, systemPageBytes()));
      const extents = wholePages(resident, { open: () => ({ fd: memory, close() {} }) }, pageSize);
      const less =
        missed > 0 ? `, less ${size(missed)} somewhere in ${size(bytesOf(ranges))} of addresses` : "";
      const pages = readPages(`process ${pid}`, source + less, extents, pageSize, maxPages);
      if (pages.count > 0) return pages;
      throw new UserError(
        existsSync(`/proc/${pid}`)
          ? `process ${pid} has no private memory that can be read`
          : `process ${pid} has ended`,
      );
    } finally {
      closeSync(memory);
    }
  } finally {
    closeSync(pagemap);
  }
}

/** Addresses whose entries of pagemap are read one by one, in all: 0.3 s. */
const READ_BYTES_MAX = 2 ** 38;
/** Or so many times what is in RAM: a process of 10 GiB takes longer by itself. */
const READ_FACTOR = 64;

/** What of the ranges is in RAM, in order; `missed`: bytes that are and were not found. */
function residentRanges(
  pid: number,
  ranges: readonly Range[],
  pagemap: Pagemap,
): { resident: Range[]; missed: number } {
  if (bytesOf(ranges) <= READ_BYTES_MAX) {
    return { resident: ranges.flatMap((range) => pagemap.resident(range)), missed: 0 };
  }
  const resident: Range[] = [];
  let missed = 0;
  let left = READ_BYTES_MAX;
  // The smallest first: the search through large ones asks what is in the others.
  const bySize = anonymousMappings(procFile(pid, "smaps", (path) => readFileSync(path, "utf8")))
    .filter(({ residentBytes }) => residentBytes > 0)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const mapping of bySize) {
    const bytes = mapping.end - mapping.start;
    left -= Math.max(0, bytes - READ_FACTOR * mapping.residentBytes);
    const found = left >= 0 ? pagemap.resident(mapping) : pagemap.search(mapping, resident);
    if (left < 0) missed += Math.max(0, mapping.residentBytes - bytesOf(found));
    resident.push(...found);
  }
  return { resident: resident.sort((a, b) => a.start - b.start), missed };
}

/** The name a process goes by, such as "node". Throws UserError when there is no such process. */
export function processName(pid: number): string {
  return procFile(pid, "comm", (path) => readFileSync(path, "utf8")).trim();
}

/** The process is there and the kernel does not show its memory. */
export class MemoryDenied extends UserError {}

function procFile<T>(pid: number, name: string, open: (path: string) => T): T {
  try {
    return open(`/proc/${pid}/${name}`);
  } catch (error) {
    if (systemCode(error) === "ESRCH" || !existsSync(`/proc/${pid}`)) {
      throw new UserError(`no process ${pid}`);
    }
    const hint = "it takes the same user and the right to trace";
    throw new MemoryDenied(`cannot read the memory of process ${pid}: ${reason(error)} (${hint})`);
  }
}

/** A line of /proc/PID/maps: start-end, permissions, offset, device, inode, and a path or a name in brackets. */
const MAPPING = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ (\d+) *(.*)$/;
/** Names of anonymous memory: none, the heap of brk, stacks, and memory that its owner named with prctl. */
const ANONYMOUS = /^$|^\[heap\]$|^\[stack|^\[anon:/;

/** The mappings of a text of maps or of smaps. Only the latter tells what is in RAM of them. */
function anonymousMappings(text: string): Mapping[] {
  const mappings: Mapping[] = [];
  let mapping: Mapping | undefined;
  for (const line of text.split("\n")) {
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
  // Positions of reads are numbers. Only a process that asks for it gets addresses from 2^47 upward.
  return mappings.filter(({ end }) => Number.isSafeInteger(end));
}

/**
 * Resident parts of memory as extents of whole pages of `pageSize`. What is left at the end of a part, when a
 * page of ours is larger than one of the system, is left out: the rest of it is not in RAM.
 */
function wholePages(resident: Iterable<Range>, memory: PageSource, pageSize: number): Extent[] {
  const extents: Extent[] = [];
  for (const { start, end } of resident) {
    const bytes = end - start - ((end - start) % pageSize);
    if (bytes > 0) extents.push({ source: memory, at: start, bytes });
  }
  return extents;
}

/** AT_PAGESZ in the auxiliary vector: pairs of words, a type and a value (getauxval(3)). */
const AT_PAGESZ = 6n;

/** Bytes of a page of this system: 4096 on x86, up to 65536 on ARM. */
function systemPageBytes(): number {
  const vector = readFileSync("/proc/self/auxv");
  for (let at = 0; at + 16 <= vector.length; at += 16) {
    if (vector.readBigUInt64LE(at) === AT_PAGESZ) return Number(vector.readBigUInt64LE(at + 8));
  }
  return 4096;
}
