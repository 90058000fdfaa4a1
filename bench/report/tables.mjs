/**
 * tables.mjs - tables in Markdown, made of committed results and of nothing else.
 *
 * A document has a block between `<!-- results: NAME -->` and `<!-- results end -->`. What stands in it is
 * what `blockOf(NAME)` makes; so every number in it is a figure of a line of docs/measurements/*.json.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const PROOFS = ["target", "harmless", "unused", "scale"];
/** Documents that may have blocks. */
export const DOCUMENTS = ["README.md", "docs/measurements.md"];

const BLOCK = /(<!-- results: (\w+) -->\n)([\s\S]*?)(<!-- results end -->)/g;

/** The committed results of a proof, or undefined. */
export function committed(proof, folder = join(ROOT, "docs/measurements")) {
  const path = join(folder, `${proof}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

const row = (cells) => `| ${cells.join(" | ")} |`;

function markdown(heads, rows) {
  return [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");
}

const number = (value) => (value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));

const TABLES = {
  target(file) {
    const cells = file.rows.map(({ job, says, limitMiB, figures, killed }) => [
      job,
      limitMiB ? `${says}, in ${limitMiB} MiB` : says,
      ...(figures
        ? [number(figures.seconds.median), number(figures.usedMiB.median), number(figures.cacheMiB.median)]
        : [`killed ${killed} times`, "", ""]),
    ]);
    return markdown(["job", "", "seconds", "MiB", "of it page cache"], cells);
  },
  harmless: (file) =>
    markdown(
      ["data", "variant", "times as long as without"],
      file.rows.map((one) => [one.case, one.variant, number(one.figures.ratio.median)]),
    ),
  unused: (file) =>
    markdown(
      ["", "figure", "median"],
      file.rows.flatMap(({ says, figures }) =>
        Object.entries(figures).map(([name, { median }]) => [
          says.replace("import", "`import`"),
          name,
          number(median),
        ]),
      ),
    ),
  scale: (file) =>
    markdown(
      ["", "", "store, us", "load p50, us", "p99, us", "bytes each"],
      file.rows.map(({ says, x, figures }) => [
        says,
        x,
        ...["storeUs", "loadP50us", "loadP99us", "bytesPerItem"].map((name) => number(figures[name].median)),
      ]),
    ),
};

/** The text of a block: where it comes from, the verdicts, and the table. */
export function blockOf(name, file = committed(name)) {
  if (file === undefined) throw new Error(`no results of ${name} in docs/measurements/`);
  const { machine, command, date, verdicts } = file;
  const about =
    `\`${command}\`, ${date}, Node ${machine.node}, ${machine.platform}, ${machine.cores} cores. ` +
    `[Raw results](${name}.json)`;
  const judged = verdicts.map(
    ({ says, value, bound, least, met }) =>
      `- ${says}: ${value} (${least ? "at least" : "at most"} ${bound}: ${met ? "met" : "**missed**"})`,
  );
  return [about, ...(judged.length > 0 ? ["", ...judged] : []), "", TABLES[name](file), ""].join("\n");
}

/** A document with its blocks made anew. `path`: from the folder of the project. */
export function filled(path, text) {
  const raw = path.includes("/") ? "measurements" : "docs/measurements";
  return text.replace(
    BLOCK,
    (_, open, name, _old, close) =>
      `${open}${blockOf(name).replace(`](${name}.json)`, `](${raw}/${name}.json)`)}${close}`,
  );
}
