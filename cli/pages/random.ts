/**
 * random.ts - random numbers from a seed, so that a run can be repeated.
 */

/**
 * A source of whole numbers from 0 to bound - 1 (bound: at most 2^32). The same seed gives the same numbers.
 */
export function randomBelow(seed: number): (bound: number) => number {
  // mulberry32, by Tommy Ettinger, public domain.
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** Bytes that do not compress. The same seed gives the same bytes. */
export function randomBytes(length: number, seed: number): Buffer {
  const below = randomBelow(seed);
  return Buffer.from(Uint8Array.from({ length }, () => below(256)));
}

/** The numbers 0 to count - 1 in an order that depends on `seed` alone (Fisher and Yates, 1938). */
export function shuffled(count: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const below = randomBelow(seed);
  for (let last = count - 1; last > 0; last--) {
    const other = below(last + 1);
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
  return order;
}
