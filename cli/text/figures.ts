/**
 * figures.ts - numbers as people read them, alike in all subcommands.
 */

export const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
export const oneDecimal = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
export const twoDecimals = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

const KIB = 2 ** 10;
const MIB = 2 ** 20;

/** "61.3 MiB"; below 1 MiB in KiB. */
export function size(bytes: number): string {
  return bytes >= MIB ? `${oneDecimal.format(bytes / MIB)} MiB` : `${oneDecimal.format(bytes / KIB)} KiB`;
}

/** "3.13 x"; a dash where there is no ratio. */
export function times(ratio: number | null): string {
  return ratio === null ? "-" : `${twoDecimals.format(ratio)} x`;
}

/** "1 page", "1,000 pages". `many`: the plural, where it is not the word with an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}

/**
 * The smallest value that at least `share` (0 to 1) of all values do not exceed: the nearest rank. `sorted`:
 * at least one value, the smallest first. All quartiles and percentiles of the command are of this kind.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}
