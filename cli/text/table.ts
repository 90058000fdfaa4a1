/**
 * table.ts - tables for people, alike in all subcommands. One that is too wide for the terminal is cut up.
 */
import Table, { type Cell } from "cli-table3";

/** Spaces between two columns. */
const GAP = 2;
/** Part of the width that a label may take in a narrow table: a file's name can have 255 characters. */
const LABEL_PART = 0.4;

/** How a table that does not fit is cut. */
interface Narrow {
  /** Leading columns that every part repeats; 1 unless told otherwise. */
  labels?: number;
  /** Heads that can be understood without the column beside them. */
  narrowHeads?: string[];
}

/**
 * A table without rules: the first column is set to the left, the others to the right. No line ends with
 * spaces. When it is wider than `width`, its columns are spread over several tables below each other, each
 * with the first `labels` columns.
 */
export function plainTable(
  heads: string[],
  rows: Cell[][],
  width: number,
  { labels = 1, narrowHeads = heads }: Narrow = {},
): string {
  const natural = draw(heads, rows);
  if (widthOf(natural) <= width) return natural;
  const short = rows.map((row) => [shortened(row[0] ?? "", Math.floor(width * LABEL_PART)), ...row.slice(1)]);
  const parts: string[] = [];
  for (let from = labels; from < heads.length; ) {
    let to = from + 1;
    const part = (end: number) => draw(...columns(narrowHeads, short, labels, from, end, width));
    while (to < heads.length && widthOf(part(to + 1)) <= width) to++;
    parts.push(part(to));
    from = to;
  }
  return parts.join("\n\n");
}

/**
 * Labels and columns [from, to) of a table. A cell that spans the rest of its row is in the first part only.
 */
function columns(
  heads: string[],
  rows: Cell[][],
  labels: number,
  from: number,
  to: number,
  width: number,
): [string[], Cell[][]] {
  const cut = <T>(row: T[]) => [...row.slice(0, labels), ...row.slice(from, to)];
  const spans = (row: Cell[]) => row.length < heads.length;
  const longest = Math.max(0, ...rows.filter(spans).map(([label]) => textOf(label).length));
  const spanning = ([label = "", cell]: Cell[]): Cell[] => {
    const content = shortened(textOf(cell), width - longest - GAP);
    return [label, { content, colSpan: to - from + labels - 1, hAlign: "left" }];
  };
  const here = from === labels ? rows : rows.filter((row) => !spans(row));
  return [cut(heads), here.map((row) => (spans(row) ? spanning(row) : cut(row)))];
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === "object" && cell !== null ? String(cell.content ?? "") : String(cell ?? "");
}

function shortened<T extends Cell>(cell: T, most: number): T | string {
  return typeof cell === "string" && cell.length > most ? `${cell.slice(0, Math.max(1, most - 3))}...` : cell;
}

function widthOf(table: string): number {
  return Math.max(...table.split("\n").map((line) => line.length));
}

function draw(heads: string[], rows: Cell[][]): string {
  const none = {
    top: "",
    "top-mid": "",
    "top-left": "",
    "top-right": "",
    left: "",
    right: "",
    middle: " ".repeat(GAP),
  };
  const below = { bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" };
  const underHeads = { mid: "", "mid-mid": "", "left-mid": "", "right-mid": "" };
  const table = new Table({
    chars: { ...none, ...below, ...underHeads },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colAligns: heads.map((_, column) => (column === 0 ? "left" : "right")),
  });
  table.push(heads, ...rows);
  return table.toString().replace(/ +$/gm, "");
}
