/**
 * tables.mjs - tables in Markdown, made of committed results and of nothing else.
 *
 * A document has a block between `<!-- results: NAME -->` and `<!-- results end -->`. What stands in it is
 * what `blockOf(NAME)` makes. Each line of a block knows the lines of docs/measurements/ that it is made of
 * (`from`: pairs of a file and an id, or a file and a field of its head), so that trace.mjs can look there.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const RESULTS = join(ROOT, "docs/measurements");
export const PROOFS = ["pages", "target", "harmless", "unused", "scale"];
/** Documents that may have blocks. */
export const DOCUMENTS = ["README.md", "docs/measurements.md"];

export const BLOCK = /(<!-- results: (\S+) -->\n)([\s\S]*?)(<!-- results end -->)/g;

/** The committed results of a proof, or undefined. */
export function committed(proof, folder = RESULTS) {
  const path = join(folder, `${proof}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

const row = (cells) => `| ${cells.join(" | ")} |`;

/** Lines of a table. `rows`: lists of cells, each with the ids that it is made of. */
function markdown(heads, file, rows) {
  const head = [row(heads), row(heads.map(() => "---"))].map((text) => ({ text, from: [] }));
  return [
    ...head,
    ...rows.map(({ id, cells }) => ({ text: row(cells), from: [id].flat().map((one) => [file, one]) })),
  ];
}

const number = (value) => (value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));
const median = (figure) => (figure === undefined ? "" : number(figure.median));
const withSpread = ({ median: middle, low, high }) => `${number(middle)} (${number(low)} to ${number(high)})`;

const TABLES = {
  pages: (file) =>
    markdown(
      ["pages of", "", "store, us", "p50", "load, us", "p50", "p99", "raw / memory", "raw / own count"],
      "pages",
      file.rows.map(({ id, set, says, figures: of }) => ({
        id,
        cells: [
          set,
          says,
          of.storeUs ? withSpread(of.storeUs) : "",
          median(of.storeP50us),
          withSpread(of.loadUs),
          median(of.loadP50us),
          median(of.loadP99us),
          median(of.density),
          median(of.ownDensity),
        ],
      })),
    ),
  target: (file) =>
    markdown(
      ["job", "", "seconds", "MiB", "of it page cache", "hits", "p99, us"],
      "target",
      file.rows.map(({ id, job, says, limitMiB, figures: of, killed, lateSeconds }) => ({
        id,
        cells: [
          job,
          limitMiB ? `${says}, in ${limitMiB} MiB` : says,
          ...(of
            ? [
                withSpread(of.seconds),
                median(of.usedMiB),
                median(of.cacheMiB),
                median(of.hitRatio),
                slowest(of),
              ]
            : [lateSeconds ? `not done in ${lateSeconds}` : `killed ${killed} times`, "", "", "", ""]),
        ],
      })),
    ),
  harmless: (file) =>
    markdown(
      ["data", "variant", "times as long as without", "spread"],
      "harmless",
      file.rows.map(({ id, case: says, variant, figures: { ratio } }) => ({
        id,
        cells: [
          says,
          variant,
          ratio.median.toFixed(3),
          `${ratio.low.toFixed(3)} to ${ratio.high.toFixed(3)}`,
        ],
      })),
    ),
  unused: (file) =>
    markdown(
      ["", "figure", "median"],
      "unused",
      file.rows.flatMap(({ id, says, figures }) =>
        Object.entries(figures).map(([name, one]) => ({
          id,
          cells: [says.replace(/import (.*)$/, "`import $1`"), name, number(one.median)],
        })),
      ),
    ),
  scale: (file) =>
    markdown(
      ["", "", "store, us", "load p50, us", "p99, us", "bytes each"],
      "scale",
      file.rows.map(({ id, says, x, figures }) => ({
        id,
        cells: [
          says,
          x,
          ...["storeUs", "loadP50us", "loadP99us", "bytesPerItem"].map((name) => median(figures[name])),
        ],
      })),
    ),
};

/** The p99 of what a job's user waits for. */
function slowest(figures) {
  const kind = ["request", "get", "undo", "read"].find((one) => figures[`${one}P99us`]);
  return `${kind} ${median(figures[`${kind}P99us`])}`;
}

const HEAD = ["command", "date", "machine", "rounds"];

/** Columns that a line of prose may have. */
const WIDTH = 110;

/** A line as several within the width; those that follow the first of a list are indented. */
function wrapped({ text, from }) {
  const lines = [];
  const indent = text.startsWith("- ") ? "  " : "";
  for (const word of text.split(" "))
    if (lines.length > 0 && lines.at(-1).length + 1 + word.length <= WIDTH)
      lines.push(`${lines.pop()} ${word}`);
    else lines.push(lines.length === 0 ? word : indent + word);
  return lines.map((line) => ({ text: line, from }));
}

/** Lines that say where a table comes from, and what became of the bounds. */
function about(name, { machine, command, date, rounds, verdicts }) {
  const text =
    `\`${command}\`, ${date}, ${rounds} rounds. Node ${machine.node}, ${machine.platform}, ${machine.cpu}, ` +
    `${machine.cores} cores. [Raw results](measurements/${name}.json)`;
  const judged = verdicts.map(({ id, says, value, bound, least, met }) => ({
    text: `- ${says}: ${value} (${least ? "at least" : "at most"} ${bound}: ${met ? "met" : "**missed**"})`,
    from: [[name, id]],
  }));
  const empty = { text: "", from: [] };
  return [
    { text, from: HEAD.map((field) => [name, field]) },
    ...(judged.length > 0 ? [empty, ...judged] : []),
    empty,
  ];
}

/** Lines of a block: each its text, and what it is made of. */
export function linesOf(name, given) {
  if (name === "gains") return gains();
  if (name.startsWith("raw/")) return output(name);
  const file = given ?? committed(name);
  if (file === undefined || TABLES[name] === undefined)
    throw new Error(`no results of ${name} in docs/measurements/`);
  return [...about(name, file).flatMap(wrapped), ...TABLES[name](file)];
}

/** What a command printed, as it is kept: `raw/NAME.txt`, or `raw/NAME.txt:FROM-TO` for some of its lines. */
function output(name) {
  const [, file, from = 1, to] = /^([^:]+)(?::(\d+)-(\d+))?$/.exec(name) ?? [];
  const path = join(RESULTS, String(file));
  if (!existsSync(path)) throw new Error(`no output ${name} in docs/measurements/`);
  const all = readFileSync(path, "utf8").trimEnd().split("\n");
  const lines = all.slice(from - 1, to ?? all.length);
  const fence = { text: "```", from: [] };
  return [fence, ...lines.map((text, i) => ({ text, from: [[file, Number(from) + i]] })), fence];
}

/** The text of a block. */
export function blockOf(name, file) {
  return `${linesOf(name, file)
    .map(({ text }) => text)
    .join("\n")}\n`;
}

/** A document with its blocks made anew. `path`: from the folder of the project. */
export function filled(path, text) {
  const raw = path.includes("/") ? "measurements" : "docs/measurements";
  return text.replace(
    BLOCK,
    (_, open, name, _old, close) =>
      `${open}${blockOf(name).replaceAll("](measurements/", `](${raw}/`)}${close}`,
  );
}

// ── the table of the README ──────────────────────────────────────────────────────────────────────────────

/** A figure of the committed results, looked up by its place. */
function at(name, id) {
  const found = committed(name)?.rows.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id} in the results of ${name}`);
  return found.figures;
}

/** What a user gains, in a few lines. */
function gains() {
  const cells = [];
  const line = (label, text, name, ...ids) =>
    cells.push({
      text: row([label, text, `\`npm run bench -- proof ${name}\``]),
      from: ids.map((id) => [name, id]),
    });
  const node = at("pages", "pages/node/spillway");
  const rested = at("pages", "pages/node/spillway+rested");
  const lz4 = at("pages", "pages/node/lru+lz4");
  line(
    "memory",
    `pages of a Node process take ${node.ownDensity.median.toFixed(2)} times less room, everything counted`,
    "pages",
    "pages/node/spillway",
  );
  line(
    "time",
    `a store takes ${node.storeP50us.median.toFixed(1)} us, a load ${node.loadP50us.median.toFixed(1)} us (p50); ` +
      `lru-cache with lz4-napi ${lz4.storeP50us.median.toFixed(1)} and ${lz4.loadP50us.median.toFixed(1)} us`,
    "pages",
    "pages/node/spillway",
    "pages/node/lru+lz4",
  );
  line(
    "pages that rest",
    `${rested.ownDensity.median.toFixed(2)} times less; a load then takes ${rested.loadP50us.median.toFixed(1)} us`,
    "pages",
    "pages/node/spillway+rested",
  );
  for (const { id, says, met } of committed("target")?.verdicts ?? []) {
    const [, beside] = /^.*\((.*)\)$/.exec(says);
    line(id.split("/")[0], `${beside}${met ? "" : " (not what we want)"}`, "target", id);
  }
  const fits = at("harmless", "harmless/fits/live").ratio;
  line(
    "in the way",
    `a program whose data fit anyway takes ${fits.median.toFixed(3)} times as long ` +
      `(${fits.low.toFixed(3)} to ${fits.high.toFixed(3)} in single rounds)`,
    "harmless",
    "harmless/fits/live",
  );
  const unused = at("unused", "unused/imported");
  line(
    "unused",
    `an import takes ${unused.importMs.median.toFixed(1)} ms and ${unused.wasmBytes.median} bytes of wasm memory`,
    "unused",
    "unused/imported",
  );
  const head = [row(["", "figure", "shown by"]), row(["---", "---", "---"])].map((text) => ({
    text,
    from: [],
  }));
  return [...head, ...cells];
}
