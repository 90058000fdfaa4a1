/**
 * pagemap.ts - which parts of a process's memory are in RAM, as /proc/PID/pagemap says.
 *
 * See the kernel's Documentation/admin-guide/mm/pagemap.rst. The kernel makes an entry for every page of a
 * mapping, whether the page exists or not: 1.3 s for a TiB (measured on Linux 6.18), and programs reserve
 * many TiB. So a mapping much larger than its part in RAM is searched instead of read. First its ends are
 * searched, then the places where AddressSanitizer keeps its notes about the other mappings, then places ever
 * closer to each other. From each page that is found, the search reads on in both directions while there are
 * more.
 */
import { readSync } from "node:fs";
import type { Mapping, Range } from "./mappings.js";

/** One entry of pagemap: 64 bits per page of the system, little-endian. Bit 63 means "present in RAM". */
const ENTRY_BYTES = 8;
const PRESENT_BYTE = 7;
const PRESENT_BIT = 0x80;
/** Entries read at a time: 512 KiB of pagemap for 256 MiB of addresses. */
const ENTRIES = 65_536;

/** Pages of a window, which a search reads at a time: 32 MiB of addresses in 34 us. */
const WINDOW_PAGES = 8192;
/** Windows searched at each end of a mapping, 8 GiB: memory is mostly handed out from one of the ends. */
const END_WINDOWS = 256;
/** Pages of a place, where the search looks for any page: one table of the processor, read in 4 us. */
const PLACE_PAGES = 512;
/** Most places read in all: 0.5 s. In a TiB that is one place every 8 MiB. */
const PLACES = 131_072;
const WINDOW_PLACES = WINDOW_PAGES / PLACE_PAGES;
/**
 * AddressSanitizer keeps one byte for every eight (its scale of 3), at address / 8 + one of these: on x86-64,
 * and on ARM64. See AddressSanitizerAlgorithm in the wiki of google/sanitizers.
 */
const SHADOW_OFFSETS = [0x7fff8000, 2 ** 36];
const SHADOW_SCALE = 8;

/** The pagemap of one process. */
export class Pagemap {
  readonly #fd: number;
  readonly #pageBytes: number;
  /** Places that searches may still read. */
  #places = PLACES;
  readonly #entries = Buffer.alloc(ENTRIES * ENTRY_BYTES);

  /** `fd`: an open pagemap. `pageBytes`: bytes of a page of this system. */
  constructor(fd: number, pageBytes: number) {
    this.#fd = fd;
    this.#pageBytes = pageBytes;
  }

  /** All parts of a range that are in RAM. Takes 1.3 s for each TiB. */
  resident({ start, end }: Range): Range[] {
    const found: Range[] = [];
    const step = ENTRIES * this.#pageBytes;
    for (let at = start; at < end; at += step) this.#read(at, Math.min(end, at + step), found);
    return found;
  }

  /**
   * Parts of a mapping that are in RAM. The search ends when it has found mapping.residentBytes, or has read
   * all its places. `others`: the parts of other mappings that are in RAM.
   */
  search(mapping: Mapping, others: readonly Range[]): Range[] {
    const windowBytes = WINDOW_PAGES * this.#pageBytes;
    const count = Math.ceil((mapping.end - mapping.start) / windowBytes);
    const windows = new Map<number, Range[]>();
    let left = mapping.residentBytes;
    const look = (index: number): boolean => {
      const seen = windows.get(index);
      if (seen !== undefined || index < 0 || index >= count) return false;
      const start = mapping.start + index * windowBytes;
      const found: Range[] = [];
      this.#read(start, Math.min(mapping.end, start + windowBytes), found);
      windows.set(index, found);
      left -= bytesOf(found);
      return found.length > 0;
    };
    const lookAround = (index: number) => {
      if (!look(index)) return;
      for (let below = index - 1; look(below); ) below--;
      for (let above = index + 1; look(above); ) above++;
    };
    for (let i = 0; i < END_WINDOWS && left > 0; i++) {
      lookAround(i);
      lookAround(count - 1 - i);
    }
    for (const address of shadows(others, windowBytes)) {
      if (left <= 0) break;
      lookAround(Math.floor((address - mapping.start) / windowBytes));
    }
    const placeBytes = PLACE_PAGES * this.#pageBytes;
    for (const place of everCloser(Math.ceil((mapping.end - mapping.start) / placeBytes))) {
      if (left <= 0 || this.#places === 0) break;
      const index = Math.floor(place / WINDOW_PLACES);
      if (windows.has(index)) continue;
      this.#places -= 1;
      const start = mapping.start + place * placeBytes;
      const found: Range[] = [];
      this.#read(start, Math.min(mapping.end, start + placeBytes), found);
      if (found.length > 0) lookAround(index);
    }
    const inOrder = [...windows.entries()].sort(([a], [b]) => a - b).flatMap(([, found]) => found);
    return joined(inOrder);
  }

  /** Adds the parts of [start, end), at most ENTRIES pages, to `found`, or makes its last part longer. */
  #read(start: number, end: number, found: Range[]): void {
    const wanted = ((end - start) / this.#pageBytes) * ENTRY_BYTES;
    const got = readSync(this.#fd, this.#entries, 0, wanted, (start / this.#pageBytes) * ENTRY_BYTES);
    const entries = this.#entries.subarray(0, got);
    // Usually all entries are equal, and no page is in RAM.
    if (!isPresent(entries, 0) && entries.subarray(ENTRY_BYTES).equals(entries.subarray(0, -ENTRY_BYTES)))
      return;
    for (let at = 0; at < got; at += ENTRY_BYTES) {
      if (!isPresent(entries, at)) continue;
      const address = start + (at / ENTRY_BYTES) * this.#pageBytes;
      const last = found.at(-1);
      if (last?.end === address) last.end += this.#pageBytes;
      else found.push({ start: address, end: address + this.#pageBytes });
    }
  }
}

function isPresent(entries: Buffer, at: number): boolean {
  return ((entries[at + PRESENT_BYTE] ?? 0) & PRESENT_BIT) !== 0;
}

/** The sum of the ranges' bytes. */
export function bytesOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Joins ranges that touch. They must be in order. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const { start, end } of ranges) {
    const last = all.at(-1);
    if (last?.end === start) last.end = end;
    else all.push({ start, end });
  }
  return all;
}

/** Addresses of AddressSanitizer's notes about these ranges, at most `step` bytes apart. */
function* shadows(ranges: readonly Range[], step: number): Generator<number> {
  for (const offset of SHADOW_OFFSETS) {
    for (const { start, end } of ranges) {
      const last = (end - 1) / SHADOW_SCALE + offset;
      for (let at = start / SHADOW_SCALE + offset; at < last; at += step) yield at;
      yield last;
    }
  }
}

/** The numbers below `count`, each once: first numbers far apart, then those between them. */
function* everCloser(count: number): Generator<number> {
  let stride = 2 ** Math.ceil(Math.log2(Math.max(1, count)));
  yield 0;
  for (; stride >= 2; stride /= 2) {
    for (let index = stride / 2; index < count; index += stride) yield index;
  }
}
