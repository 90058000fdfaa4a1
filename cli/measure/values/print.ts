/**
 * print.ts - the report of `spillway measure --values` as text: three tables and one sentence.
 */
import type { Cell } from "cli-table3";
import { counted, size, times, twoDecimals, whole } from "../../text/figures.js";
import { machineLine } from "../../text/machine.js";
import { plainTable } from "../../text/table.js";
import { wrapped } from "../../text/width.js";
import { painted } from "../paint.js";
import type { Timing } from "../timing.js";
import type { Memory } from "./keeper.js";
import type { ContestantReport, KeptReport, MapReport, ValuesReport } from "./report.js";

/**
 * The whole report, which ends with a newline. `colour`: whether the last sentence may have one; `width`:
 * most characters of a line, as far as words and columns allow.
 */
export function reportText(report: ValuesReport, colour: boolean, width: number): string {
  const lines = [
    ...sourceLines(report).map((line) => wrapped(line, width)),
    "",
    sizesTable(report, width),
    "",
    keptTable(report, width),
    "",
    contestantsTable(report, width),
    "",
    ...notes(report).map((line) => wrapped(line, width)),
    "",
    painted(wrapped(verdict(report), width), report.mismatches === 0, colour),
  ];
  return `${lines.join("\n")}\n`;
}

function sourceLines(report: ValuesReport): string[] {
  const { source, values } = report;
  const { inputBytes, inputUnit } = values;
  const of = `of ${whole.format(source.available)}`;
  const part = source.sample === "all" ? of : `a random sample ${of}, by --limit`;
  const all = values.count === source.available ? "all" : part;
  const input = inputBytes === null ? "" : `, ${short(inputBytes)} ${inputUnit}`;
  const left = [
    [source.replaced, "replaced by a later one with the same key"],
    [source.tooLarge, "larger than a quarter of --limit, left out"],
  ] as const;
  return [
    machineLine(report),
    `values from ${source.description}:`,
    `  ${counted(values.count, "value")} (${all})${input}; keys: ${source.keys}`,
    ...left.flatMap(([count, why]) => (count > 0 ? [`  ${counted(count, "value")} ${why}`] : [])),
  ];
}

/** Sizes of single values may be those of a few bytes. */
function short(bytes: number): string {
  return bytes < 10_000 ? `${whole.format(bytes)} B` : size(bytes);
}

function sizesTable({ values }: ValuesReport, width: number): string {
  const { count, rawBytes, min, median, p90, max } = values;
  return plainTable(
    ["", "values", "all", "min", "median", "p90", "max"],
    [["serialised:", whole.format(count), ...[rawBytes, min, median, p90, max].map(short)]],
    width,
  );
}

function keptTable({ maps, values }: ValuesReport, width: number): string {
  const rows = maps.flatMap((map) => {
    const ratio = ({ ratio }: KeptReport) => times(isSmall(map, values.rawBytes) ? null : ratio);
    const row = (when: string, kept: KeptReport) => [
      `pages of ${whole.format(map.pageSize)}, ${when}:`,
      ...[kept.pagesBytes, kept.indexBytes, kept.keyBytes, kept.openBytes, kept.totalBytes].map(size),
      ratio(kept),
    ];
    return [row("just set", map.set), row("rested", map.rested)];
  });
  const heads = ["kept by a SpillMap", "pages", "index", "keys", "open page", "in all", "ratio"];
  return plainTable(heads, rows, width);
}

/** Blocks that a pool takes for its first body and its first record, of sixteen pages each. */
const FIRST_BLOCKS_PAGES = 32;

/** Whether the values are so few that what any pool takes outweighs what it saves. */
function isSmall({ pageSize, fixedBytes, set }: MapReport, rawBytes: number): boolean {
  return set.totalBytes > rawBytes && set.totalBytes - fixedBytes - FIRST_BLOCKS_PAGES * pageSize <= rawBytes;
}

function contestantsTable(report: ValuesReport, width: number): string {
  const heads = ["microseconds", "", "mean", "p50", "p99", "vs lz4-napi", "heap", "RSS", "raw / RSS"];
  const rows = report.contestants.flatMap((one) => contestantRows(one, report));
  return plainTable(heads, rows, width, { labels: 2 });
}

function contestantRows(one: ContestantReport, report: ValuesReport): Cell[][] {
  if (one.absent !== null) return [[one.name, { content: one.absent, colSpan: 8, hAlign: "left" }]];
  const { versusLz4: versus, memory } = one;
  const full = memoryCells(memory?.full, report);
  const rows = [
    [one.name, "set", ...timingCells(one.set), times(versus?.set ?? null), ...full],
    ["", getName(one), ...timingCells(one.get), times(versus?.get ?? null), "", "", ""],
  ];
  if (one.rested === null) return rows;
  const cells = [...timingCells(one.rested), times(versus?.rested ?? null)];
  return [...rows, ["", "get, rested", ...cells, ...memoryCells(memory?.rested, report)]];
}

function getName({ hotBytes, pageSize }: ContestantReport): string {
  if (pageSize === null) return "get";
  return hotBytes > 0 ? "get, hot" : "get, cold";
}

/** Below this a process's own coming and going of memory hides what the values take. */
const MEMORY_NOISE_BYTES = 8 * 2 ** 20;

function memoryCells(memory: Memory | undefined, { control, values }: ValuesReport): string[] {
  if (memory === undefined || control === null) return ["-", "-", "-"];
  const heap = Math.max(0, memory.heapBytes - control.heapBytes);
  const rss = Math.max(0, memory.rssBytes - control.rssBytes);
  return [size(heap), size(rss), times(rss < MEMORY_NOISE_BYTES ? null : values.rawBytes / rss)];
}

function timingCells(timing: Timing | null): string[] {
  if (timing === null) return ["-", "-", "-"];
  return [timing.mean, timing.p50, timing.p99].map((micros) => twoDecimals.format(micros));
}

function notes({ contestants, maps, control, timerNanos, seed }: ValuesReport): string[] {
  const refused = contestants.filter(({ refused }) => refused > 0);
  const hot = contestants.find(({ hotBytes }) => hotBytes > 0);
  const hits = hot?.hotShare ?? 1;
  const lines = [
    "rested: after recompress(). ratio: serialised bytes to all that the SpillMap keeps",
    control === null
      ? "heap, RSS: not measured below 1 MiB of values, which other memory of a process hides"
      : "heap, RSS: after all sets and a collection, beyond a process that read the same values and kept none",
    `hotBytes: ${size(hot?.hotBytes ?? 0)}${hits < 0.995 ? `; ${whole.format(100 * hits)} % of the gets were hot` : ""}; ` +
      `timer ${whole.format(timerNanos)} ns, included; seed ${seed}`,
    ...refused.map(({ name, refused }) => `${name}: ${counted(refused, "set")} refused, by --max-bytes`),
  ];
  return maps.length > 1 ? [...lines, ...sizesTold(maps, contestants)] : lines;
}

/** Which of the page sizes does best, and in what. */
function sizesTold(maps: readonly MapReport[], contestants: readonly ContestantReport[]): string[] {
  const least = (figure: (map: MapReport) => number) =>
    maps.reduce((best, one) => (figure(one) < figure(best) ? one : best));
  const get = ({ pageSize }: MapReport) =>
    contestants.find((one) => one.pageSize === pageSize && one.hotBytes === 0)?.get?.mean ?? 0;
  const set = least((map) => map.set.totalBytes);
  const rested = least((map) => map.rested.totalBytes);
  const quick = least(get);
  const bytes = ({ pageSize }: MapReport) => `--page-size ${pageSize}`;
  return [
    `least memory: ${bytes(set)} (${size(set.set.totalBytes)}); rested: ${bytes(rested)} ` +
      `(${size(rested.rested.totalBytes)}); quickest cold get: ${bytes(quick)} ` +
      `(${twoDecimals.format(get(quick))} us)`,
  ];
}

/** The last sentence: the result in short. */
function verdict({ values, maps, mismatches, contestants }: ValuesReport): string {
  const all = `${counted(values.count, "value")}, ${counted(mismatches, "mismatch", "mismatches")}`;
  const wrong = contestants.find(({ firstMismatch }) => firstMismatch !== null);
  if (wrong !== undefined) {
    const { key, trouble } = wrong.firstMismatch ?? {};
    return `${all}; the first: ${wrong.name}, key ${JSON.stringify(key)}: ${trouble}`;
  }
  const [map] = maps as [MapReport];
  const live = `${short(values.rawBytes)} live in ${size(map.set.totalBytes)}`;
  if (isSmall(map, values.rawBytes))
    return `${all}: ${live}; ${size(map.fixedBytes)} of that is what any pool takes: too few values for a ratio`;
  const rested = `rested in ${size(map.rested.totalBytes)} (${times(map.rested.ratio)})`;
  return `${all}: ${live} (${times(map.set.ratio)}), ${rested}`;
}
