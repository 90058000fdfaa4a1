/**
 * print.ts - the report of `spillway bench spill` as text: a table of stores, and one of loads.
 */
import { counted, size, twoDecimals, whole } from "../../text/figures.js";
import { machineLine } from "../../text/machine.js";
import { plainTable } from "../../text/table.js";
import { wrapped } from "../../text/width.js";
import type { SpillReport, SpillRow, Spread } from "./report.js";

const LEGEND = [
  "store: us of a store in which nothing leaves memory; spilling: ms of one in which a segment leaves; " +
    "writeSync: ms of as many bytes by fs, with fdatasync where the row says so; part: writeSync / spilling",
  "load: us of a load from the file; readSync: us of as many bytes by fs; times: load / (readSync and a load " +
    "from memory alone); all by their medians",
];

/** The whole report, which ends with a newline. `width`: most characters of a line, as far as possible. */
export function reportText(report: SpillReport, width: number): string {
  const { pages, pageSize, source, maxBytes, dir, rounds, seed, rows, mismatches } = report;
  const lines = [
    machineLine(report),
    `${counted(pages, "page")} of ${pageSize} bytes from ${source}; ${size(maxBytes)} of memory before a ` +
      `file in ${dir}; ${counted(rounds, "round")}, seed ${seed}`,
    ...LEGEND,
  ].map((line) => wrapped(line, width));
  const loads = rows.reduce((sum, { near, far }) => sum + (near?.count ?? 0) + (far?.load.count ?? 0), 0);
  return [
    ...lines,
    "",
    storeTable(rows, width),
    "",
    loadTable(rows, width),
    "",
    wrapped(`${counted(loads, "load")} compared, ${whole.format(mismatches)} with other bytes`, width),
    "",
  ].join("\n");
}

const figure = (value: number | undefined) => (value === undefined ? "" : twoDecimals.format(value));
const spread = (one: Spread | null | undefined) => [figure(one?.p50), figure(one?.p99)];

function storeTable(rows: readonly SpillRow[], width: number): string {
  const heads = [
    "",
    "store p50",
    "p99",
    "spilling p50",
    "p99",
    "p99.9",
    "writeSync p50",
    "p99",
    "part",
    "MiB/s",
  ];
  const narrowHeads = [
    ...["", "store p50", "store p99", "spilling p50", "spilling p99", "spilling p99.9"],
    ...["writeSync p50", "writeSync p99", "part", "MiB/s"],
  ];
  const cells = rows.map(({ name, store, spilling }) => [
    name,
    ...spread(store),
    ...spread(spilling?.store),
    figure(spilling?.store.p999),
    ...spread(spilling?.writeSync),
    figure(spilling?.part),
    spilling ? whole.format(spilling.mebibytesPerSecond) : "",
  ]);
  return plainTable(heads, cells, width, { narrowHeads });
}

function loadTable(rows: readonly SpillRow[], width: number): string {
  const heads = [
    "",
    "from memory p50",
    "p99",
    "load p50",
    "p99",
    "readSync p50",
    "p99",
    "times",
    "memory",
    "file",
  ];
  const narrowHeads = [
    ...["", "from memory p50", "from memory p99", "load p50", "load p99", "readSync p50", "readSync p99"],
    ...["times", "memory", "file"],
  ];
  const cells = rows.map(({ name, near, far, memoryBytes, fileBytes }) => [
    name,
    ...spread(near),
    ...spread(far?.load),
    ...spread(far?.readSync),
    figure(far?.times),
    size(memoryBytes),
    fileBytes > 0 ? size(fileBytes) : "",
  ]);
  return plainTable(heads, cells, width, { narrowHeads });
}
