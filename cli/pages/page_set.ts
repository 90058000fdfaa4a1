/**
 * page_set.ts - the pages that are measured: cuts files and memory into pages, chooses some, and reads them.
 *
 * An extent is a run of bytes of a file. /proc/PID/mem is such a file: its positions are addresses. When
 * there are more pages than wanted, runs of neighbouring pages are taken at even distances from one end to
 * the other. So the same source gives the same pages every time, and they come from every part of it.
 */
import { readSync } from "node:fs";

/** Where bytes are: in a file, which is open only while it is read, or in a buffer. */
export type PageSource = { open(): { fd: number; close(): void } } | Buffer;

/**
 * `bytes` bytes at position `at` (below 2^53) of a source. In a list, those of a source follow each other.
 */
export interface Extent {
  source: PageSource;
  at: number;
  bytes: number;
}

/** The pages to measure. */
export interface PageSet {
  /** Short, for a column: "app.js", "process 123". */
  readonly name: string;
  /** The source of the pages, in words that end a sentence "pages from ...". */
  readonly source: string;
  /** Bytes of a full page. */
  readonly pageSize: number;
  /** All pages, one after the other. The last page of a file may be shorter than pageSize. */
  readonly bytes: Buffer;
  readonly count: number;
  /** Pages of the source, of which these were chosen. */
  readonly available: number;
  /** Chosen pages that could not be read, and are not in the set. */
  readonly unreadable: number;
  /** A view of page `index`, 0 to count - 1. */
  page(index: number): Buffer;
}

/** Neighbouring pages of a run, when not all pages are taken. */
const RUN_PAGES = 64;

/** Reads at most `maxPages` pages. Each extent is cut from its own start, and its last page may be short. */
export function readPages(
  name: string,
  source: string,
  extents: readonly Extent[],
  pageSize: number,
  maxPages: number,
): PageSet {
  const available = extents.reduce((sum, extent) => sum + pagesIn(extent, pageSize), 0);
  const bytes = Buffer.allocUnsafeSlow(Math.min(available, maxPages) * pageSize);
  const ends: number[] = [];
  let filled = 0;
  let unreadable = 0;
  const reader = new Reader();
  try {
    for (const piece of chosenPieces(extents, pageSize, maxPages, available)) {
      const got = reader.read(piece, bytes.subarray(filled, filled + piece.bytes));
      // A read that ends in the middle of a page loses that page: the source has no half pages.
      const kept = got === piece.bytes ? got : got - (got % pageSize);
      for (let at = 0; at < kept; at += pageSize) ends.push(filled + Math.min(at + pageSize, kept));
      unreadable += Math.ceil((piece.bytes - kept) / pageSize);
      filled += kept;
    }
  } finally {
    reader.close();
  }
  return {
    name,
    source,
    pageSize,
    bytes: bytes.subarray(0, filled),
    count: ends.length,
    available,
    unreadable,
    page: (index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]),
  };
}

function pagesIn(extent: Extent, pageSize: number): number {
  return Math.ceil(extent.bytes / pageSize);
}

/** The parts of the extents that hold the chosen pages, in order. */
function* chosenPieces(
  extents: readonly Extent[],
  pageSize: number,
  maxPages: number,
  available: number,
): Generator<Extent> {
  const runs = evenRuns(available, maxPages);
  let run = runs.next();
  let first = 0;
  for (const extent of extents) {
    const end = first + pagesIn(extent, pageSize);
    while (!run.done && run.value.from < end) {
      const from = Math.max(run.value.from, first);
      const to = Math.min(run.value.to, end);
      const at = (from - first) * pageSize;
      yield {
        source: extent.source,
        at: extent.at + at,
        bytes: Math.min((to - first) * pageSize, extent.bytes) - at,
      };
      if (run.value.to > end) break;
      run = runs.next();
    }
    first = end;
  }
}

/** At most `wanted` of the numbers below `available`, as runs [from, to) at even distances. */
function* evenRuns(available: number, wanted: number): Generator<{ from: number; to: number }> {
  const count = Math.ceil(Math.min(available, wanted) / RUN_PAGES);
  const stretch = (total: number, run: number) => Math.floor((total * run) / count);
  for (let run = 0; run < count; run++) {
    const from = stretch(available, run);
    const end = stretch(available, run + 1);
    const length = wanted < available ? stretch(wanted, run + 1) - stretch(wanted, run) : end - from;
    yield { from, to: Math.min(from + length, end) };
  }
}

/** Reads extents one after the other. Only the source of the last one is open. */
class Reader {
  #source: PageSource | undefined;
  #opened: { fd: number; close(): void } | undefined;

  /** Fills `target` from an extent. Returns how many bytes could be read. */
  read({ source, at, bytes }: Extent, target: Buffer): number {
    if (Buffer.isBuffer(source)) return source.copy(target, 0, at, at + bytes);
    if (source !== this.#source || this.#opened === undefined) {
      this.close();
      this.#source = source;
      this.#opened = source.open();
    }
    let filled = 0;
    while (filled < bytes) {
      const got = readOnce(this.#opened.fd, target.subarray(filled), at + filled);
      if (got === 0) break;
      filled += got;
    }
    return filled;
  }

  close(): void {
    this.#opened?.close();
    this.#opened = undefined;
  }
}

/** Bytes read: 0 at the end of a file, and where memory is unmapped or unreadable (EIO, EFAULT). */
function readOnce(fd: number, target: Buffer, at: number): number {
  try {
    return readSync(fd, target, 0, target.length, at);
  } catch {
    return 0;
  }
}
