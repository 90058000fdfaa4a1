/**
 * replay_pages.ts - what stands in a block during a replay, for a trace tells only its number.
 *
 * Generated pages are 64 bytes that do not compress: each body takes exactly as many bytes as the next, so a capacity in bytes
 * is one in pages, and what a replay takes is the caches' own work. Real pages are those of a live process: bodies of many
 * sizes, and the whole of a store and a load. A block always has the same page.
 */
import { childPages } from "./child.js";
import { FailedError } from "./failure.js";
import { Spillway } from "./library.js";
import type { PageSet } from "./pages.js";

export interface BlockPages {
  readonly kind: "generated" | "real";
  /** In words that end a sentence "a block is ...". */
  readonly description: string;
  /** Bytes of every page, as the host sees it. */
  readonly pageBytes: number;
  /** Writes the page of a block into the first `pageBytes` bytes of `target`. */
  write(block: number, target: Uint8Array): void;
  /** Bytes that the body of a block takes in a pool. */
  bodyBytes(block: number): number;
}

const GENERATED_BYTES = 64;
const GENERATED_WORDS = GENERATED_BYTES / 4;
/** Pages taken of the process. Blocks of higher number have them again. */
const REAL_PAGES = 4096;
const REAL_PAGE_BYTES = 4096;

/** Pages made from the block's number. */
export function generatedPages(): BlockPages {
  const words = new Uint32Array(GENERATED_WORDS);
  const bytes = new Uint8Array(words.buffer);
  return {
    kind: "generated",
    description: `${GENERATED_BYTES} bytes that do not compress`,
    pageBytes: GENERATED_BYTES,
    write(block, target) {
      // MurmurHash3's finish (A. Appleby, public domain) over a count: no two words of one page are alike, nor two pages.
      for (let i = 0; i < GENERATED_WORDS; i++) {
        let mixed = Math.imul(block * GENERATED_WORDS + i, 0x9e3779b1);
        mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
        mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
        words[i] = mixed ^ (mixed >>> 16);
      }
      // Zeros at the end of a page are not kept, so that it would be a little shorter.
      bytes[GENERATED_BYTES - 1] = (bytes[GENERATED_BYTES - 1] as number) | 1;
      target.set(bytes);
    },
    bodyBytes: () => GENERATED_BYTES,
  };
}

/** Pages of a child process at work, such as `spillway measure` takes. Throws when the child fails. */
export async function realPages(): Promise<BlockPages> {
  const set = await childPages(REAL_PAGE_BYTES, REAL_PAGES);
  const { pages, bodies } = withBodies(set);
  return {
    kind: "real",
    description: `one of ${pages.length} pages of ${REAL_PAGE_BYTES} bytes from ${set.source}`,
    pageBytes: REAL_PAGE_BYTES,
    write: (block, target) => target.set(pages[block % pages.length] as Uint8Array),
    bodyBytes: (block) => bodies[block % bodies.length] as number,
  };
}

/** The full pages of a set that have a body in a pool, and what it takes: found out by storing each. */
function withBodies(set: PageSet): { pages: Uint8Array[]; bodies: number[] } {
  const pages: Uint8Array[] = [];
  const bodies: number[] = [];
  const pool = Spillway.openSync({ maxBytes: 2 * set.bytes.length + 2 ** 24, dedupe: false });
  const swap = pool.frontswap();
  swap.init(0);
  for (let i = 0; i < set.count; i++) {
    const page = set.page(i);
    if (page.length < REAL_PAGE_BYTES || !swap.store(0, 0, page)) continue;
    const { compressed } = pool.stats().bytes;
    if (compressed === 0) continue;
    pages.push(page);
    bodies.push(compressed);
  }
  pool.close();
  if (pages.length === 0) throw new FailedError(`no page of ${set.source} has a body`);
  return { pages, bodies };
}
