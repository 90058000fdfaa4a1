/**
 * work.mjs - pages and values that are stored off the main thread: in Node and in a page alike.
 */

/** 64 pages of 4 KiB, each another. */
export function makePages() {
  return Array.from({ length: 64 }, (_, i) => new Uint8Array(4096).map((_, at) => (at * (i + 1)) & 31));
}

export function makeValue(i) {
  return { id: i, name: `name ${i}`, list: Array.from({ length: 40 }, (_, j) => i * j) };
}

export const sameBytes = (one, other) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
