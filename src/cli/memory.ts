/**
 * memory.ts - pages of a live process, by way of Linux's /proc.
 *
 * Taken are the private, writable, anonymous mappings (heaps, stacks, what V8 and malloc map): bytes that only this
 * process has. Of these only the pages that are present in RAM, as /proc/PID/pagemap says. Reading a page that was
 * never touched would invent a page of zeros, and a process maps far more than it touches: the figures would flatter.
 *
 * See proc(5) and the kernel's Documentation/admin-guide/mm/pagemap.rst.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { reason, systemCode, UserError } from "./failure.js";
import { type Extent, type PageSet, readPages } from "./pages.js";

/** Addresses [start, end). */
interface Range {
  start: number;
  end: number;
}

/**
 * Resident pages of process `pid`. Throws UserError when there is no such process, it may not be read, or it has no
 * such pages. `source` names it in words, as in PageSet.
 */
export function memoryPages(pid: number, source: string, pageSize: number, maxPages: number): PageSet {
  const ranges = anonymousRanges(procFile(pid, "maps", (path) => readFileSync(path, "utf8")));
  const pagemap = procFile(pid, "pagemap", (path) => openSync(path, "r"));
  const systemPage = systemPageBytes();
  try {
    const memory = procFile(pid, "mem", (path) => openSync(path, "r"));
    try {
      const extents = ranges.flatMap((range) =>
        wholePages(residentRanges(range, pagemap, systemPage), memory, pageSize),
      );
      const pages = readPages(`process ${pid}`, source, extents, pageSize, maxPages);
      if (pages.count === 0) throw new UserError(`process ${pid} has no private memory that can be read`);
      return pages;
    } finally {
      closeSync(memory);
    }
  } finally {
    closeSync(pagemap);
  }
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

function anonymousRanges(maps: string): Range[] {
  const ranges: Range[] = [];
  for (const line of maps.split("\n")) {
    const [, start = "", end = "", permissions = "", inode, name = ""] = MAPPING.exec(line) ?? [];
    if (!/^rw.p$/.test(permissions) || inode !== "0" || !ANONYMOUS.test(name)) continue;
    ranges.push({ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) });
  }
  // Positions of reads are numbers. Only a process that asks for it gets addresses from 2^47 upward.
  return ranges.filter(({ end }) => Number.isSafeInteger(end));
}

/** One entry of /proc/PID/pagemap: 64 bits per page of the system, little-endian; bit 63 says "present in RAM". */
const PAGEMAP_ENTRY_BYTES = 8;
const PRESENT_BYTE = 7;
const PRESENT_BIT = 0x80;
/** Entries read at a time: 512 KiB of pagemap for 256 MiB of addresses. */
const PAGEMAP_ENTRIES = 65_536;

/**
 * Resident parts of memory as extents of whole pages of `pageSize`. What is left at the end of a part, when a
 * page of ours is larger than one of the system, is left out: the rest of it is not in RAM.
 */
function wholePages(resident: Iterable<Range>, memory: number, pageSize: number): Extent[] {
  const extents: Extent[] = [];
  for (const { start, end } of resident) {
    const bytes = end - start - ((end - start) % pageSize);
    if (bytes > 0) extents.push({ fd: memory, at: start, bytes });
  }
  return extents;
}

/** The parts of a range that are present in RAM. `systemPage`: bytes of a page of this system. */
function* residentRanges(range: Range, pagemap: number, systemPage: number): Generator<Range> {
  let start = -1;
  for (let address = range.start; address < range.end; address += PAGEMAP_ENTRIES * systemPage) {
    const count = Math.min(PAGEMAP_ENTRIES, (range.end - address) / systemPage);
    const entries = Buffer.alloc(count * PAGEMAP_ENTRY_BYTES);
    readSync(pagemap, entries, 0, entries.length, (address / systemPage) * PAGEMAP_ENTRY_BYTES);
    for (let i = 0; i < count; i++) {
      const present = ((entries[i * PAGEMAP_ENTRY_BYTES + PRESENT_BYTE] as number) & PRESENT_BIT) !== 0;
      const inside = start >= 0;
      if (present === inside) continue;
      const here = address + i * systemPage;
      if (!present) yield { start, end: here };
      start = present ? here : -1;
    }
  }
  if (start >= 0) yield { start, end: range.end };
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
