/**
 * print.ts - the report of `spillway bench codec` as text: a table for each page set.
 */
import { counted } from "../../text/figures.js";
import { plainTable } from "../../text/table.js";
import { wrapped } from "../../text/width.js";
import { OURS, type SetReport, type Spread } from "./rounds.js";

/** The result of `spillway bench codec`, which `--json` prints. */
export interface CodecReport {
  /** The version of Node. */
  node: string;
  pageSize: number;
  rounds: number;
  /** The processor that all contestants ran on; null where they could not be bound to one. */
  processor: number | null;
  /** A sentence about the native codecs that are not installed. */
  missing: string | null;
  /** Page sets that could not be made, and why. */
  skipped: readonly { name: string; absent: string }[];
  sets: readonly SetReport[];
}

/** Name of our encoder in C. Its distance to ours is the cost of V8's machine code. */
const TWIN = "twin";

/** The whole report, which ends with a newline. `width`: most characters of a line, as far as possible. */
export function reportText(report: CodecReport, width: number): string {
  const { node, pageSize, rounds, processor, missing, skipped, sets } = report;
  const where = processor === null ? "not bound to one processor" : `on processor ${processor}`;
  const lines = [
    wrapped(
      `node ${node}, ${where}; pages of ${pageSize} bytes, none same-filled; ` +
        `medians of ${counted(rounds, "round")}, quartiles in brackets`,
      width,
    ),
  ];
  for (const set of sets) {
    const what = `${set.name}: ${counted(set.pages, "page")} from ${set.source}`;
    lines.push("", wrapped(what, width), tableOf(set, width));
  }
  for (const { name, absent } of skipped) lines.push("", wrapped(`${name}: left out, ${absent}`, width));
  if (missing !== null) lines.push("", wrapped(missing, width));
  return `${lines.join("\n")}\n`;
}

function tableOf({ rows, hash }: SetReport, width: number): string {
  const heads = ["", "encode us", "decode us", "ratio", "encode vs lz4", "decode vs lz4"];
  const cells: string[][] = [];
  for (const { name, version, encode, decode, ratio, encodeVersusLz4, decodeVersusLz4 } of rows) {
    const label = name === TWIN ? `${OURS} in C` : `${name} ${version}`.trim();
    const versus = [encodeVersusLz4, decodeVersusLz4].map((one) => (one === null ? "-" : bracketed(one, 2)));
    cells.push([label, bracketed(encode, 2), bracketed(decode, 2), ratio.toFixed(3), ...versus]);
  }
  const share = `${bracketed(hash.versusCopy, 2)} of the copy's speed`;
  const hashed = `hash ${bracketed(hash.hash, 3)} us, memory.copy ${bracketed(hash.copy, 3)} us: ${share}`;
  return `${plainTable(heads, cells, width)}\n${wrapped(hashed, width)}`;
}

function bracketed({ median, low, high }: Spread, digits: number): string {
  return `${median.toFixed(digits)} [${low.toFixed(digits)} ${high.toFixed(digits)}]`;
}
