/**
 * hostile_pages.mjs - pages that make an encoder search for long: runs with near misses, few letters, all
 * words of de Bruijn, chains of matches that each are a little longer.
 */
import { Random } from "#kit/random.js";

/** Pages of `size` bytes by name; the same in every run. */
export function hostilePages(size) {
  const source = new Random(99);
  const random = () => source.next();
  const pages = {};
  const each = (name, byte) => {
    const page = Buffer.alloc(size);
    for (let i = 0; i < size; i++) page[i] = byte(i);
    pages[name] = page;
  };
  for (const run of [5, 9, 17, 33, 63, 200])
    each(`near misses, ${run}`, (i) => (i % run === run - 1 ? random() : 65));
  for (const letters of [2, 3, 4, 64]) each(`${letters} letters`, () => 97 + (random() % letters));
  for (const odds of [16, 40])
    each(`one letter in ${odds}`, () => (random() % odds ? 97 : 98 + (random() % 3)));
  each("noise", random);
  each("ramps", (i) => (i & 1 ? i >> 9 : i >> 1));
  for (const [letters, order] of [
    [2, 16],
    [4, 8],
  ])
    pages[`de Bruijn, ${letters} letters`] = deBruijn(size, letters, order);
  pages["longer and longer"] = chains(size, random);
  return pages;
}

/** Every word of `order` letters once, as far as the page goes. */
function deBruijn(size, letters, order) {
  const page = Buffer.alloc(size);
  const word = new Uint8Array(order + 1);
  let at = 0;
  const grow = (length, period) => {
    if (at >= size) return;
    if (length > order) {
      if (order % period === 0) for (let i = 1; i <= period && at < size; i++) page[at++] = 97 + word[i];
      return;
    }
    word[length] = word[length - period];
    grow(length + 1, period);
    for (let letter = word[length - period] + 1; letter < letters; letter++) {
      word[length] = letter;
      grow(length + 1, length);
    }
  };
  grow(1, 1);
  return page;
}

/** A string again and again, each time cut off elsewhere. */
function chains(size, random) {
  const page = Buffer.alloc(size);
  const base = Buffer.from(Array.from({ length: 64 }, random));
  for (let at = 0, turn = 0; at < size; turn++) {
    at += base.copy(page, at, 0, 60 - 7 * (turn % 8));
    if (at < size) page[at++] = random();
  }
  return page;
}
