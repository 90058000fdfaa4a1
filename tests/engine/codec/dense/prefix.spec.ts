/**
 * prefix.spec.ts - codes are complete and within eleven bits whatever the counts; rarer symbols have no
 * shorter codes; and where the bound does not bite, no code is better: its cost is that of Huffman's tree,
 * added up by the slow way.
 */
import { CODE_BITS_MAX } from "../../../../assembly/codec/dense/format";
import {
  codeLengths,
  lengthsComplete,
  nextPrefix,
  PREFIX_SCRATCH_BYTES,
  packedLength,
  reversed,
} from "../../../../assembly/codec/dense/prefix";
import { BUFFER_PTR, below, isAll, seed } from "../../support";

const COUNTS: usize = BUFFER_PTR;
const LENGTHS: usize = BUFFER_PTR + 0x1000;
const PACKED: usize = BUFFER_PTR + 0x2000;
const SCRATCH: usize = BUFFER_PTR + 0x3000;
const TREE: usize = BUFFER_PTR + 0x8000;
const GUARD_BYTES: u32 = 64;

function count(symbol: u32): u32 {
  return load<u32>(COUNTS + symbol * 4);
}

function make(symbols: u32): void {
  memory.fill(SCRATCH + PREFIX_SCRATCH_BYTES, 0x5a, GUARD_BYTES);
  memory.fill(LENGTHS + symbols, 0x5a, GUARD_BYTES);
  codeLengths(COUNTS, symbols, LENGTHS, SCRATCH);
  expect(isAll(SCRATCH + PREFIX_SCRATCH_BYTES, GUARD_BYTES, 0x5a)).toBeTruthy();
  expect(isAll(LENGTHS + symbols, GUARD_BYTES, 0x5a)).toBeTruthy();
  memory.fill(PACKED, 0, 128);
  for (let i: u32 = 0; i < symbols; i++) {
    const at = PACKED + (i >> 1);
    store<u8>(at, <u32>load<u8>(at) | ((<u32>load<u8>(LENGTHS + i)) << ((i & 1) * 4)));
    expect(packedLength(PACKED, i)).toBe(<u32>load<u8>(LENGTHS + i));
  }
  expect(lengthsComplete(PACKED, symbols)).toBeTruthy();
}

function cost(symbols: u32): u64 {
  let bits: u64 = 0;
  for (let i: u32 = 0; i < symbols; i++) bits += <u64>count(i) * load<u8>(LENGTHS + i);
  return bits;
}

/** The sum of all inner nodes of Huffman's tree: what the best code costs. */
function leastCost(symbols: u32): u64 {
  memory.copy(TREE, COUNTS, symbols * 4);
  let left = symbols;
  let bits: u64 = 0;
  while (left > 1) {
    for (let round: u32 = 0; round < 2; round++) {
      let least = round;
      for (let i = round; i < left; i++) if (load<u32>(TREE + i * 4) < load<u32>(TREE + least * 4)) least = i;
      const swap = load<u32>(TREE + least * 4);
      store<u32>(TREE + least * 4, load<u32>(TREE + round * 4));
      store<u32>(TREE + round * 4, swap);
    }
    const sum = load<u32>(TREE) + load<u32>(TREE + 4);
    bits += sum;
    store<u32>(TREE, sum);
    left -= 1;
    store<u32>(TREE + 4, load<u32>(TREE + left * 4));
  }
  return bits;
}

function isOrdered(symbols: u32): bool {
  for (let i: u32 = 0; i < symbols; i++)
    for (let j: u32 = 0; j < symbols; j++)
      if (count(i) < count(j) && load<u8>(LENGTHS + i) < load<u8>(LENGTHS + j)) return false;
  return true;
}

describe("codeLengths", () => {
  it("is the best code where eleven bits suffice", () => {
    seed(11);
    for (let round: u32 = 0; round < 200; round++) {
      const symbols: u32 = 2 + below(60);
      for (let i: u32 = 0; i < symbols; i++) store<u32>(COUNTS + i * 4, 20 + below(200));
      make(symbols);
      expect(cost(symbols)).toBe(leastCost(symbols));
      expect(isOrdered(symbols)).toBeTruthy();
    }
  });

  it("is complete and within the bound where they do not", () => {
    seed(12);
    for (let round: u32 = 0; round < 200; round++) {
      const symbols: u32 = round % 3 == 0 ? 256 : round % 3 == 1 ? 154 : 2 + below(255);
      for (let i: u32 = 0; i < symbols; i++) store<u32>(COUNTS + i * 4, 1 + (below(0x100000) >> below(21)));
      make(symbols);
      expect(isOrdered(symbols)).toBeTruthy();
    }
    // Fibonacci's numbers make the deepest tree.
    let one: u32 = 1;
    let other: u32 = 1;
    for (let i: u32 = 0; i < 40; i++) {
      store<u32>(COUNTS + i * 4, one);
      const sum = one + other;
      one = other;
      other = sum;
    }
    make(40);
    expect(<u32>load<u8>(LENGTHS)).toBe(CODE_BITS_MAX);
  });

  it("is the same length for all of 256 equal counts", () => {
    for (let i: u32 = 0; i < 256; i++) store<u32>(COUNTS + i * 4, 1);
    make(256);
    expect(isAll(LENGTHS, 256, 8)).toBeTruthy();
  });
});

describe("lengths", () => {
  it("that leave prefixes over, take too many, or are none, are not complete", () => {
    store<u32>(PACKED, 0x33_21);
    expect(lengthsComplete(PACKED, 4)).toBeTruthy();
    store<u32>(PACKED, 0x34_21);
    expect(lengthsComplete(PACKED, 4)).toBeFalsy();
    store<u32>(PACKED, 0x33_11);
    expect(lengthsComplete(PACKED, 4)).toBeFalsy();
    store<u32>(PACKED, 0x03_21);
    expect(lengthsComplete(PACKED, 4)).toBeFalsy();
    store<u32>(PACKED, 0xc3_21);
    expect(lengthsComplete(PACKED, 4)).toBeFalsy();
  });

  it("prefixes follow each other, and codes are turned round", () => {
    expect(nextPrefix(0, 1)).toBe(1024);
    expect(nextPrefix(1024, 11)).toBe(1025);
    expect(reversed(0b1101, 4)).toBe(0b1011);
    expect(reversed(1, 11)).toBe(1024);
  });
});
