/**
 * table.ts - figures, words and tables for people, alike in all subcommands; and how wide they may be.
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

/** "1 page", "1,000 pages". `many`: what the word becomes when an s does not make it. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}

/** Columns of the terminal that standard output is; no bound where it is none, or does not know. */
export function outputWidth(): number {
  return (process.stdout.isTTY && process.stdout.columns) || Number.POSITIVE_INFINITY;
}

/** Every line broken between words, so that it has at most `width` characters; what has no space is left whole. */
export function wrapped(text: string, width: number): string {
  return text.replace(/[^\n]+/g, (line) => wrappedLine(line, width));
}

function wrappedLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const indent = /^ */.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let last = indent;
  for (const word of line.trim().split(" ")) {
    if (last.length > indent.length && last.length + 1 + word.length > width) {
      lines.push(last);
      last = indent;
    }
    last += last.length > indent.length ? ` ${word}` : word;
  }
  return [...lines, last].join("\n");
}

/** Between two columns. */
const GAP = 2;
/** What a label in a narrow table may take: a file's name can have 255 characters. */
const LABEL_PART = 0.4;

/** Of a table that does not fit: how many columns stand in each of its parts, and heads that need no neighbour. */
interface Narrow {
  labels?: number;
  narrowHeads?: string[];
}

/**
 * Columns with a line under the heads and nothing else around them; the first one to the left. When that is wider than
 * `width`, the columns are set in several tables below each other, each with the first `labels` columns.
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

/** The labels and the columns from..to of a table. A cell that spans the rest of its row stands in the first part only. */
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
  return Math.max(...table.split("\n").map((line) => line.trimEnd().length));
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
  return table.toString();
}
