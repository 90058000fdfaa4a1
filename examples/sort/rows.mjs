/**
 * rows.mjs - rows of a table of orders, and the two halves of an external sort: runs, and their merge.
 *
 * A row has 256 bytes, 64 words: the key, customer, time, quantity and price; then texts, filled up with
 * zeros as a CHAR column is. A run is as many rows as fit RUN_BYTES, in order. Rows with the same key stay
 * in the order in which they came.
 */
export const ROW_BYTES = 256;
export const RUN_BYTES = 2 ** 24;
const WORDS = ROW_BYTES / 4;
/** Bytes of a run that the merge reads at once. */
const PART = 65536;

/** Sorts chunks of rows, each a Uint32Array, into runs. The same array is handed out for each. */
export function* sortedRuns(chunks) {
  const rows = new Uint32Array(RUN_BYTES / 4);
  const sorted = new Uint32Array(RUN_BYTES / 4);
  let filled = 0;
  for (const chunk of chunks) {
    rows.set(chunk, filled);
    filled += chunk.length;
    if (filled < rows.length) continue;
    yield sortInto(rows, sorted, filled);
    filled = 0;
  }
  if (filled > 0) yield sortInto(rows, sorted, filled);
}

function sortInto(rows, sorted, filled) {
  const count = filled / WORDS;
  // Key and place in one number of at most 49 bits, which numbers sort by without a function.
  const order = Float64Array.from({ length: count }, (_, i) => rows[i * WORDS] * 2 ** 17 + i).sort();
  for (let i = 0; i < count; i++) copyRow(rows, (order[i] % 2 ** 17) * WORDS, sorted, i * WORDS);
  return new Uint8Array(sorted.buffer, 0, filled * 4);
}

function copyRow(from, at, to, there) {
  for (let i = 0; i < WORDS; i++) to[there + i] = from[at + i];
}

/**
 * Merges runs of these lengths, which lie one behind the other. `read(at, target)` fills bytes from a place;
 * `sink` is given rows in order, in an array that it may not keep.
 */
export function mergeRuns(lengths, read, sink) {
  let end = 0;
  const heap = lengths.map((length, i) => {
    end += length;
    return new Cursor(i, end - length, end, read);
  });
  for (let i = heap.length >> 1; i >= 0; i--) sift(heap, i);
  const out = new Uint32Array(2 ** 18);
  let filled = 0;
  while (heap.length > 0) {
    const least = heap[0];
    copyRow(least.rows, least.at, out, filled);
    filled += WORDS;
    if (filled === out.length) {
      sink(out);
      filled = 0;
    }
    if (!least.next()) {
      const last = heap.pop();
      if (heap.length > 0 && last !== least) heap[0] = last;
    }
    sift(heap, 0);
  }
  if (filled > 0) sink(out.subarray(0, filled));
}

/** A run that is read part by part. */
class Cursor {
  #bytes = new Uint8Array(PART);
  #from;
  #end;
  #read;
  #filled = 0;

  constructor(run, from, end, read) {
    this.run = run;
    this.#from = from;
    this.#end = end;
    this.#read = read;
    this.rows = new Uint32Array(this.#bytes.buffer);
    this.#fill();
  }

  #fill() {
    const part = this.#bytes.subarray(0, Math.min(PART, this.#end - this.#from));
    this.#read(this.#from, part);
    this.#from += part.length;
    this.#filled = part.length / 4;
    this.at = 0;
  }

  /** Steps to the next row. False: there is none. */
  next() {
    this.at += WORDS;
    if (this.at === this.#filled) {
      if (this.#from === this.#end) return false;
      this.#fill();
    }
    return true;
  }

  isBefore(other) {
    const [key, otherKey] = [this.rows[this.at], other.rows[other.at]];
    return key < otherKey || (key === otherKey && this.run < other.run);
  }
}

function sift(heap, from) {
  for (let at = from; ; ) {
    let child = 2 * at + 1;
    if (child >= heap.length) return;
    if (child + 1 < heap.length && heap[child + 1].isBefore(heap[child])) child += 1;
    if (!heap[child].isBefore(heap[at])) return;
    [heap[at], heap[child]] = [heap[child], heap[at]];
    at = child;
  }
}
