/**
 * report.ts - how benches print: tables, parts in percent, and whether a figure keeps its bound.
 */
import Table from "cli-table3";

/** A table for people: the first column of each row is a label, the others are figures. */
export function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const drawn = new Table({
    head: [...heads],
    colAligns: heads.map((_, column) => (column === 0 ? "left" : "right")),
    // No colours: output goes into files as well.
    style: { head: [], border: [] },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString();
}

/** "12.3 %". */
export function percent(part: number, digits = 1): string {
  return `${(100 * part).toFixed(digits)} %`;
}

/** Follows a figure and its bound. */
export function verdict(met: boolean): "met" | "MISSED" {
  return met ? "met" : "MISSED";
}
