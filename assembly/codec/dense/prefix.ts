/**
 * prefix.ts - prefix codes: the length of each symbol's code, and the code.
 *
 * Owns:   nothing. Touches only the ranges its parameters name.
 * Keeps:  every symbol has a code of 1 to CODE_BITS_MAX bits, and the codes are complete: any eleven bits
 *         begin with exactly one code. So a decoder needs no test for a bad code.
 * Cost:   some 20 us for 256 symbols; once for each dictionary.
 *
 * Lengths are Huffman's, found in place as Moffat and Katajainen do (1995), then cut off at the maximum;
 * codes are the canonical ones: by length, and within a length by symbol.
 */
import { CODE_BITS_MAX, CODE_ENTRIES } from "./format";

/** Scratch of codeLengths: two words for each symbol. */
export const PREFIX_SCRATCH_BYTES: u32 = 8 * 256;

function word(at: usize, index: u32): u32 {
  return load<u32>(at + (index << 2));
}

function setWord(at: usize, index: u32, value: u32): void {
  store<u32>(at + (index << 2), value);
}

/**
 * Sorts symbols into `order`, the rarest first, equal ones by number. An insertion sort: there are few
 * symbols, once for each dictionary.
 */
function sortByCount(counts: usize, symbols: u32, order: usize): void {
  let placed: u32 = 0;
  while (placed < symbols) {
    const count = word(counts, placed);
    let at = placed;
    while (at > 0 && word(counts, word(order, at - 1)) > count) {
      setWord(order, at, word(order, at - 1));
      at -= 1;
    }
    setWord(order, at, placed);
    placed += 1;
  }
}

/**
 * Turns ascending counts into the depths of the Huffman tree, in place: parents first, then depths of
 * parents, then depths of leaves.
 */
function depthsInPlace(at: usize, symbols: u32): void {
  let leaf: u32 = 0;
  let root: u32 = 0;
  let next: u32 = 0;
  while (next < symbols - 1) {
    let sum: u32 = 0;
    let taken: u32 = 0;
    while (taken < 2) {
      if (leaf >= symbols || (root < next && word(at, root) < word(at, leaf))) {
        sum += word(at, root);
        setWord(at, root, next);
        root += 1;
      } else {
        sum += word(at, leaf);
        leaf += 1;
      }
      taken += 1;
    }
    setWord(at, next, sum);
    next += 1;
  }
  setWord(at, symbols - 2, 0);
  let inner: i32 = <i32>symbols - 3;
  while (inner >= 0) {
    setWord(at, inner, word(at, word(at, inner)) + 1);
    inner -= 1;
  }
  let free: i32 = 1;
  let depth: u32 = 0;
  let parent: i32 = <i32>symbols - 2;
  let put: i32 = <i32>symbols - 1;
  while (free > 0) {
    let used: i32 = 0;
    while (parent >= 0 && word(at, parent) == depth) {
      used += 1;
      parent -= 1;
    }
    while (free > used) {
      setWord(at, put, depth);
      put -= 1;
      free -= 1;
    }
    free = 2 * used;
    depth += 1;
  }
}

/** How many of the 2^CODE_BITS_MAX prefixes a code of `bits` bits takes. */
function share(bits: u32): u32 {
  return 1 << (CODE_BITS_MAX - bits);
}

/**
 * Cuts depths (longest first) off at the maximum and makes the code complete again. The rarest symbols that
 * can take longer codes do so until all prefixes suffice. Then the most frequent symbols take what is left
 * over.
 */
function limitDepths(at: usize, symbols: u32): void {
  let taken: u32 = 0;
  let i: u32 = 0;
  while (i < symbols) {
    const bits = min<u32>(word(at, i), CODE_BITS_MAX);
    setWord(at, i, bits);
    taken += share(bits);
    i += 1;
  }
  i = 0;
  while (taken > CODE_ENTRIES) {
    const bits = word(at, i);
    if (bits < CODE_BITS_MAX) {
      taken -= share(bits + 1);
      setWord(at, i, bits + 1);
    } else {
      i += 1;
    }
  }
  i = symbols;
  while (taken < CODE_ENTRIES) {
    i = i == 0 ? symbols - 1 : i - 1;
    const bits = word(at, i);
    if (bits > 1 && taken + share(bits) <= CODE_ENTRIES) {
      taken += share(bits);
      setWord(at, i, bits - 1);
    }
  }
}

/**
 * Writes the code length of each of 2 to 256 symbols, a byte each, to `lengths`. `counts` are words of which
 * none is 0 and whose sum stays below 2^32; `scratch` is PREFIX_SCRATCH_BYTES.
 */
export function codeLengths(counts: usize, symbols: u32, lengths: usize, scratch: usize): void {
  const depths = scratch + (symbols << 2);
  sortByCount(counts, symbols, scratch);
  let i: u32 = 0;
  while (i < symbols) {
    setWord(depths, i, word(counts, word(scratch, i)));
    i += 1;
  }
  depthsInPlace(depths, symbols);
  limitDepths(depths, symbols);
  i = 0;
  while (i < symbols) {
    store<u8>(lengths + word(scratch, i), word(depths, i));
    i += 1;
  }
}

/** Whether the lengths, packed two to a byte, are those of a complete code. */
export function lengthsComplete(packed: usize, symbols: u32): bool {
  let taken: u32 = 0;
  let i: u32 = 0;
  while (i < symbols) {
    const bits = packedLength(packed, i);
    if (bits < 1 || bits > CODE_BITS_MAX) return false;
    taken += share(bits);
    i += 1;
  }
  return taken == CODE_ENTRIES;
}

/** The length of symbol `index` among lengths packed two to a byte. */
export function packedLength(packed: usize, index: u32): u32 {
  return (<u32>load<u8>(packed + (index >> 1)) >> ((index & 1) << 2)) & 15;
}

/**
 * The code that follows `code` of `bits` bits in the canonical order, seen as a prefix of CODE_BITS_MAX bits.
 */
export function nextPrefix(prefix: u32, bits: u32): u32 {
  return prefix + share(bits);
}

/** The lowest `bits` bits of `code` in reverse. */
export function reversed(code: u32, bits: u32): u32 {
  let left = code;
  let turned: u32 = 0;
  let i: u32 = 0;
  while (i < bits) {
    turned = (turned << 1) | (left & 1);
    left >>= 1;
    i += 1;
  }
  return turned;
}
