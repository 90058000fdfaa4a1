/**
 * random.ts - seeded order, so that a run can be repeated.
 */

/** Numbers from 0 to 2^32 - 1, the same for the same seed: mulberry32, by Tommy Ettinger, public domain. */
function* mulberry32(seed: number): Generator<number, never> {
  let state = seed >>> 0;
  for (;;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

/** A source of whole numbers from 0 to bound - 1 (bound at most 2^32), the same for the same seed. */
export function randomBelow(seed: number): (bound: number) => number {
  const random = mulberry32(seed);
  return (bound) => Math.floor((random.next().value / 2 ** 32) * bound);
}

/** The numbers 0 to count - 1 in an order that depends on `seed` alone (Fisher and Yates, 1938). */
export function shuffled(count: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const random = mulberry32(seed);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor((random.next().value / 2 ** 32) * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
  return order;
}
