/**
 * resident.ts - which parts of a process's memory are present in RAM, as /proc/PID/pagemap says.
 *
 * The kernel makes up an entry for every page of a mapping, there or not: a TiB takes it 1.3 s (measured on Linux 6.18), and
 * programs reserve many. So a mapping much larger than what it has in RAM is searched, not read: its ends, where
 * AddressSanitizer keeps its notes about the other mappings, and then places ever closer to each other. Around whatever
 * is found it is read as far as there is more.
 */
import { readSync } from "node:fs";

/** Addresses [start, end). */
export interface Range {
  start: number;
  end: number;
}

/** A mapping, and how many bytes of it are in RAM, as /proc/PID/smaps says. */
export interface Mapping extends Range {
  residentBytes: number;
}

/** One entry of pagemap: 64 bits per page of the system, little-endian; bit 63 says "present in RAM". */
const ENTRY_BYTES = 8;
const PRESENT_BYTE = 7;
const PRESENT_BIT = 0x80;
/** Entries read at a time: 512 KiB of pagemap for 256 MiB of addresses. */
const ENTRIES = 65_536;

/** A search looks at so many pages at a time: 32 MiB of addresses for 34 us. */
const WINDOW_PAGES = 8192;
/** Windows at either end of a mapping, 8 GiB: memory is handed out from one of them, most of the time. */
const END_WINDOWS = 256;
/** Pages of a place where the search asks whether there is anything: one table of the processor, for 4 us. */
const PLACE_PAGES = 512;
/** Places asked in all: 0.5 s. In a TiB that is one in 8 MiB. */
const PLACES = 131_072;
const WINDOW_PLACES = WINDOW_PAGES / PLACE_PAGES;
/**
 * Where AddressSanitizer keeps one byte for each eight (its scale of 3): address / 8 + one of these, on x86-64 and on ARM64.
 * See AddressSanitizerAlgorithm in the wiki of google/sanitizers.
 */
const SHADOW_OFFSETS = [0x7fff8000, 2 ** 36];
const SHADOW_SCALE = 8;

export class Pagemap {
  readonly #fd: number;
  readonly #pageBytes: number;
  /** How many more places a search may ask. */
  #places = PLACES;
  readonly #entries = Buffer.alloc(ENTRIES * ENTRY_BYTES);

  /** `fd`: an open pagemap; `pageBytes`: of a page of this system. */
  constructor(fd: number, pageBytes: number) {
    this.#fd = fd;
    this.#pageBytes = pageBytes;
  }

  /** The parts of a range that are present in RAM, all of them: 1.3 s for each TiB. */
  resident({ start, end }: Range): Range[] {
    const found: Range[] = [];
    const step = ENTRIES * this.#pageBytes;
    for (let at = start; at < end; at += step) this.#read(at, Math.min(end, at + step), found);
    return found;
  }

  /**
   * Parts of a mapping that are present in RAM, until there are as many as it has or the search is over. `others`: what is
   * present of other mappings.
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

  /** Adds the present parts of [start, end), at most ENTRIES pages, to `found`; one that goes on there is made longer. */
  #read(start: number, end: number, found: Range[]): void {
    const wanted = ((end - start) / this.#pageBytes) * ENTRY_BYTES;
    const got = readSync(this.#fd, this.#entries, 0, wanted, (start / this.#pageBytes) * ENTRY_BYTES);
    const entries = this.#entries.subarray(0, got);
    // Most often they are all alike, and nothing is there.
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

/** Bytes of ranges together. */
export function bytesOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Ranges in order, with one instead of two that touch. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const { start, end } of ranges) {
    const last = all.at(-1);
    if (last?.end === start) last.end = end;
    else all.push({ start, end });
  }
  return all;
}

/** Addresses, `step` bytes from each other at most, of what AddressSanitizer keeps about these ranges. */
function* shadows(ranges: readonly Range[], step: number): Generator<number> {
  for (const offset of SHADOW_OFFSETS) {
    for (const { start, end } of ranges) {
      const last = (end - 1) / SHADOW_SCALE + offset;
      for (let at = start / SHADOW_SCALE + offset; at < last; at += step) yield at;
      yield last;
    }
  }
}

/** The numbers below `count`, each once: first far from each other, then between those. */
function* everCloser(count: number): Generator<number> {
  let stride = 2 ** Math.ceil(Math.log2(Math.max(1, count)));
  yield 0;
  for (; stride >= 2; stride /= 2) {
    for (let index = stride / 2; index < count; index += stride) yield index;
  }
}
