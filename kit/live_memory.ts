/**
 * live_memory.ts - real pages, out of the memory of the process that asks.
 *
 * The command has a reader of its own (cli/pages/memory.ts): it reads any process, of any size, and is
 * shipped. This one reads only itself, and falls back on files.
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isSameFilled } from "./generated_pages.js";

/** The system's page, the unit of /proc/self/pagemap. */
const SYSTEM_PAGE_BYTES = 4096;
const ROOT = new URL("../../", import.meta.url);

/** Reads one page, or answers undefined when the system does not give it. */
type PageReader = (at: number) => Uint8Array | undefined;

/** Pages, and how many of them are from the memory of this process. */
export type LivePages = Uint8Array[] & { readonly fromMemory: number };

/**
 * `count` different pages of `pageBytes` bytes, none same-filled, out of private writable anonymous memory of
 * this process that is in RAM. When /proc gives none or too little, the rest comes from files:
 * package-lock.json and the executable of Node. Pages differ from run to run, so a test that fails on one
 * prints it (`spell`).
 */
export function livePages(count: number, pageBytes = SYSTEM_PAGE_BYTES): LivePages {
  const pages = new Map<string, Uint8Array>();
  furnish();
  if (existsSync("/proc/self/mem") && existsSync("/proc/self/pagemap")) {
    try {
      const addresses = presentAddresses(pageBytes);
      withFile("/proc/self/mem", pageBytes, (read) => gather(pages, count, addresses, read));
    } catch (error) {
      // Some systems show these files and do not let them be opened; files will do.
      if (!["EACCES", "EPERM", "EIO"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
  const fromMemory = pages.size;
  for (const path of [fileURLToPath(new URL("package-lock.json", ROOT)), process.execPath]) {
    withFile(path, pageBytes, (read, bytes) => {
      const places = Array.from({ length: Math.floor(bytes / pageBytes) }, (_, i) => i * pageBytes);
      gather(pages, count, places, read);
    });
  }
  return Object.assign([...pages.values()], { fromMemory });
}

/** A line to print about them. */
export function describeLive(pages: LivePages): string {
  return `${pages.length} live pages, ${pages.fromMemory} of them from the memory of this process`;
}

/** Objects as programs keep them alive: without them the heap of a test process is bare. Never freed. */
const furniture: unknown[] = [];

function furnish(): void {
  if (furniture.length > 0) return;
  const text = readFileSync(new URL("package-lock.json", ROOT), "utf8");
  for (let copy = 0; copy < 12; copy++) furniture.push(JSON.parse(text));
  furniture.push(new Map(text.split("\n").map((line, i) => [line, { i, words: line.split(/\W+/) }])));
}

/** Addresses of `pageBytes` bytes of such memory that are wholly in RAM. */
function presentAddresses(pageBytes: number): number[] {
  const addresses: number[] = [];
  const pagemap = openSync("/proc/self/pagemap", "r");
  try {
    for (const line of readFileSync("/proc/self/maps", "latin1").split("\n")) {
      const match = /^(\w+)-(\w+) rw.p \w+ \S+ 0\b/.exec(line);
      if (!match) continue;
      const start = Number.parseInt(match[1] as string, 16);
      const end = Number.parseInt(match[2] as string, 16);
      const entries = Buffer.alloc(((end - start) / SYSTEM_PAGE_BYTES) * 8);
      const bytes = readSync(pagemap, entries, 0, entries.length, (start / SYSTEM_PAGE_BYTES) * 8);
      let run = 0;
      for (let at = 0; at < bytes; at += 8) {
        // 64 bits for each page; the highest, bit 63, says that it is present.
        run = (entries[at + 7] as number) & 0x80 ? run + SYSTEM_PAGE_BYTES : 0;
        if (run < pageBytes) continue;
        addresses.push(start + (at / 8 + 1) * SYSTEM_PAGE_BYTES - run);
        run = 0;
      }
    }
  } finally {
    closeSync(pagemap);
  }
  return addresses;
}

/** Opens a file and hands `use` a reader of pages of it, and its length. */
function withFile(path: string, pageBytes: number, use: (read: PageReader, bytes: number) => void): void {
  const file = openSync(path, "r");
  const read = (at: number) => {
    const page = new Uint8Array(pageBytes);
    try {
      return readSync(file, page, 0, pageBytes, at) === pageBytes ? page : undefined;
    } catch {
      // The memory was unmapped after it was listed.
      return undefined;
    }
  };
  try {
    use(read, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

/** Adds pages that are neither same-filled nor there already, until there are `count` or no more places. */
function gather(
  pages: Map<string, Uint8Array>,
  count: number,
  places: readonly number[],
  read: PageReader,
): void {
  const seen = new Set<number>();
  for (let step = 0; step < 2 * places.length && pages.size < count; step++) {
    // Steps of the golden section: however many are taken, they lie evenly over the whole.
    const i = Math.floor(((step * 0.618033988749895) % 1) * places.length);
    if (seen.has(i)) continue;
    seen.add(i);
    const page = read(places[i] as number);
    if (page && !isSameFilled(page)) pages.set(Buffer.from(page.buffer).toString("latin1"), page);
  }
}
