/**
 * statistics.ts - what a list of measurements comes to.
 */

type Numbers = ArrayLike<number> & Iterable<number>;

/** The numbers in ascending order, in an array of their own. */
export function ascending(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/** The value below which `share` (0 to 1) of an ascending list lies. The list has at least one value. */
export function quantile(sorted: Numbers, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

/** The middle value, or the mean of the two middle ones. The values may come in any order. */
export function median(values: Iterable<number>): number {
  const sorted = ascending(values);
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] as number)) / 2;
}

export function mean(values: Numbers): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
