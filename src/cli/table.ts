/**
 * table.ts - figures and tables for people, alike in all subcommands.
 */
import Table, { type Cell } from "cli-table3";

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

/** "61.3 MiB"; small amounts in KiB. */
export function size(bytes: number): string {
  return bytes >= MIB ? `${oneDecimal.format(bytes / MIB)} MiB` : `${oneDecimal.format(bytes / KIB)} KiB`;
}

/** "3.13 x"; a dash for what has no ratio. */
export function times(ratio: number | null): string {
  return ratio === null ? "-" : `${twoDecimals.format(ratio)} x`;
}

/** Columns with a line under the heads and nothing else around them; the first one to the left. */
export function plainTable(heads: string[], rows: Cell[][]): string {
  const none = { top: "", "top-mid": "", "top-left": "", "top-right": "", left: "", right: "", middle: "  " };
  const below = { bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" };
  const underHeads = { mid: "", "mid-mid": "", "left-mid": "", "right-mid": "" };
  const table = new Table({
    chars: { ...none, ...below, ...underHeads },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colAligns: heads.map((_, column) => (column === 0 ? "left" : "right")),
  });
  table.push(heads, ...rows);
  return table.toString();
}
