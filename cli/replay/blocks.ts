/**
 * blocks.ts - the page that each block of a trace holds, because a trace has only the blocks' numbers.
 *
 * Generated pages are 64 bytes that do not compress. All bodies are equally long, so a capacity in bytes is
 * also one in pages, and the time of a replay is the caches' own work. Real pages come from a live process:
 * bodies of many sizes, and complete stores and loads. A block holds the same page every time.
 */
import { openSwap } from "../library.js";
import { childPages } from "../pages/child.js";
import type { PageSet } from "../pages/page_set.js";
import { FailedError } from "../text/failure.js";

export interface BlockPages {
  readonly kind: "generated" | "real";
  /** In words that end a sentence "a block is ...". */
  readonly description: string;
  /** Bytes of every page before compression. */
  readonly pageBytes: number;
  /** Writes the page of a block into the first `pageBytes` bytes of `target`. */
  write(block: number, target: Uint8Array): void;
  /** Bytes of a block's body in a pool. */
  bodyBytes(block: number): number;
}

const GENERATED_BYTES = 64;
const GENERATED_WORDS = GENERATED_BYTES / 4;
/** Pages taken from the process. Blocks with higher numbers share them. */
const REAL_PAGES = 4096;
const REAL_PAGE_BYTES = 4096;

/** Pages made from their block's number. */
export function generatedPages(): BlockPages {
  const words = new Uint32Array(GENERATED_WORDS);
  const bytes = new Uint8Array(words.buffer);
  return {
    kind: "generated",
    description: `${GENERATED_BYTES} bytes that do not compress`,
    pageBytes: GENERATED_BYTES,
    write(block, target) {
      // MurmurHash3's finish (A. Appleby, public domain) of a counter: all words of all pages differ.
      for (let i = 0; i < GENERATED_WORDS; i++) {
        let mixed = Math.imul(block * GENERATED_WORDS + i, 0x9e3779b1);
        mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
        mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
        words[i] = mixed ^ (mixed >>> 16);
      }
      // A pool leaves off zeros at the end of a page, which would make the body shorter.
      bytes[GENERATED_BYTES - 1] = (bytes[GENERATED_BYTES - 1] as number) | 1;
      target.set(bytes);
    },
    bodyBytes: () => GENERATED_BYTES,
  };
}

/** Pages of a child process at work, as `spillway measure` takes them. Throws when the child fails. */
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

/**
 * The full pages of a set that have a body in a pool, and the bytes of each body. Each page is stored once.
 */
function withBodies(set: PageSet): { pages: Uint8Array[]; bodies: number[] } {
  const pages: Uint8Array[] = [];
  const bodies: number[] = [];
  const { pool, swap } = openSwap({ maxBytes: 2 * set.bytes.length + 2 ** 24, dedupe: false });
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
