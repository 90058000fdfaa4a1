/**
 * memory.ts - pages of a live process, read from Linux's /proc/PID/mem.
 *
 * It takes the anonymous mappings (mappings.ts), and of these only the pages in RAM (pagemap.ts). A process
 * maps far more than it touches. Reading an untouched page would deliver zeros, and the figures would look
 * too good.
 */
import { closeSync, openSync } from "node:fs";
import { UserError } from "../text/failure.js";
import { size } from "../text/figures.js";
import { anonymousMappings, type Range } from "./mappings.js";
import { type Extent, type PageSet, type PageSource, readPages } from "./page_set.js";
import { bytesOf, Pagemap } from "./pagemap.js";
import { processExists, procFile, systemPageBytes } from "./proc.js";

/**
 * Resident pages of process `pid`, at most `maxPages`. `source`: its name in words, as in PageSet. Throws
 * UserError when there is no such process, when it may not be read, or when it has no such pages.
 */
export function memoryPages(pid: number, source: string, pageSize: number, maxPages: number): PageSet {
  const ranges = anonymousMappings(pid, "maps");
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
        processExists(pid)
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

/** Most bytes of addresses whose entries of pagemap are all read: 256 GiB take 0.3 s. */
const READ_BYTES_MAX = 2 ** 38;
/** Addresses up to this many times the bytes in RAM are not counted against READ_BYTES_MAX. */
const READ_FACTOR = 64;

/** The parts of the ranges that are in RAM, in order. `missed`: bytes in RAM that the search did not find. */
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
  // The smallest first: searching the large ones uses what was found in the others.
  const bySize = anonymousMappings(pid, "smaps")
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

/**
 * Resident parts of memory as extents of whole pages of `pageSize`. When that is more than a page of the
 * system, a part may end with an incomplete page. It is left out, because its rest is not in RAM.
 */
function wholePages(resident: Iterable<Range>, memory: PageSource, pageSize: number): Extent[] {
  const extents: Extent[] = [];
  for (const { start, end } of resident) {
    const bytes = end - start - ((end - start) % pageSize);
    if (bytes > 0) extents.push({ source: memory, at: start, bytes });
  }
  return extents;
}
