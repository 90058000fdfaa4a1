/**
 * report.mjs - one HTML page, and SVGs, of the committed results in docs/measurements/.
 *
 * The page needs nothing beside itself: charts are drawn into it, each for a light and for a dark ground, and
 * the colour scheme of the reader chooses. It prints on a light one. `--fill` renews the tables and the
 * picture of the documents instead; `--trace` leads every number of the documents to its line of the results.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bench } from "../options.mjs";
import { machineLine, results } from "../proof/harness.mjs";
import {
  bars,
  curve,
  escaped,
  latencies,
  memoryOverTime,
  speedAgainstDensity,
  speedAgainstMemory,
  THEMES,
} from "./charts.mjs";
import { committed, DOCUMENTS, filled, PROOFS, ROOT } from "./tables.mjs";
import { trace } from "./trace.mjs";

export const command = bench()
  .option("--out <folder>", "where the page and the pictures go", "build/report")
  .option("--results <folder>", "where the results lie; else the committed ones")
  .option("--fill", "renew tables of README.md and docs/measurements.md and the picture; write no page")
  .option("--trace", "print where each number of these documents comes from; 1 if one comes from nowhere")
  .option("--record <command...>", "run another bench and keep what it prints in docs/measurements/raw/")
  .action(({ out, results: folder, fill, trace: tracing, record }) => {
    if (record) recordOutput(record);
    else if (fill) fillDocuments();
    else if (tracing) traceDocuments();
    else write(out, folder);
  });

function fillDocuments() {
  for (const path of DOCUMENTS) {
    const text = readFileSync(join(ROOT, path), "utf8");
    const fresh = filled(path, text);
    if (fresh !== text) writeFileSync(join(ROOT, path), fresh);
    console.log(`${path}: ${fresh === text ? "as it was" : "renewed"}`);
  }
  for (const [theme, path] of PICTURES) writeFileSync(join(ROOT, path), pictureOf(theme));
}

/** The picture of the README, for a light and for a dark ground. */
export const PICTURES = Object.keys(THEMES).map((theme) => [theme, `docs/pictures/proof_${theme}.svg`]);

export function pictureOf(theme, file = committed("pages")) {
  const rows = file.rows.filter(({ set }) => set === "node");
  const svg = speedAgainstDensity(theme, "node", "load", rows, "Pages of a Node process");
  return `${withGround(svg, theme)}\n`;
}

/** Runs `npm run bench -- ARGS`, or `npx spillway ARGS` for those that start so, and keeps what it prints. */
function recordOutput(args) {
  const isOwn = args[0] === "spillway";
  const program = isOwn ? ["build/cli/spillway.js", ...args.slice(1)] : ["bench/index.mjs", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0 && !/MISSED/.test(stdout))
    throw new Error(`${args.join(" ")}: ended with ${status}\n${stderr}`);
  const { command, date, machine } = results("record", "full", {});
  const head = `$ ${command.replace("report --record ", "").replace(/^npm run bench -- (?=spillway )/, "npx ")}`;
  const path = `docs/measurements/raw/${args
    .filter((one) => /^[\w-]+$/.test(one))
    .join("-")
    .replace(/^spillway-/, "")}.txt`;
  mkdirSync(join(ROOT, "docs/measurements/raw"), { recursive: true });
  writeFileSync(join(ROOT, path), `${head}\n${date}, ${machineLine(machine)}\n\n${stdout.trim()}\n`);
  console.log(`written: ${path}`);
}

function traceDocuments() {
  for (const path of DOCUMENTS)
    for (const { line, written, at, why } of trace(readFileSync(join(ROOT, path), "utf8"))) {
      console.log(`${path}:${line} ${written}: ${at ?? why}`);
      if (at === undefined) process.exitCode = 1;
    }
}

function write(out, folder) {
  const files = PROOFS.map((proof) => committed(proof, folder)).filter((file) => file !== undefined);
  if (files.length === 0) throw new Error("no results: npm run bench -- proof target --out FILE");
  mkdirSync(out, { recursive: true });
  const sections = files.map((file) => sectionOf(file, out));
  writeFileSync(join(out, "index.html"), pageOf(sections));
  console.log(`written: ${join(out, "index.html")}`);
}

/** The charts of a proof: a name for the file, and how it is drawn for a theme. */
const CHARTS = {
  pages: ({ rows }) => [...new Set(rows.map(({ set }) => set))].flatMap((set) => chartsOfSet(set, rows)),
  target: ({ rows }) => [...new Set(rows.map(({ job }) => job))].flatMap((job) => chartsOfJob(job, rows)),
  harmless: ({ rows }) => [
    [
      "harmless",
      (theme) =>
        bars(
          theme,
          "Data that gains nothing: time, as a multiple of that without Spillway",
          "times",
          rows.filter(({ variant }) => variant !== "without"),
          (row) => `${row.case}, ${row.variant}`,
          (row) => row.figures.ratio.median,
        ),
    ],
  ],
  unused: ({ rows }) => [
    [
      "unused",
      (theme) =>
        bars(
          theme,
          "An application that opens no pool: its start",
          "milliseconds of the whole process",
          rows.filter(({ figures }) => figures.wallMs),
          (row) => row.says,
          (row) => row.figures.wallMs.median,
        ),
    ],
  ],
  scale: ({ rows }) =>
    [...new Set(rows.map((row) => row.curve))].map((name) => [
      `scale-${name}`,
      (theme) =>
        curve(
          theme,
          name,
          rows.filter((row) => row.curve === name),
        ),
    ]),
};

function chartsOfSet(set, all) {
  const rows = all.filter((row) => row.set === set);
  return [
    ...["load", "store"].map((verb) => [
      `pages-${set}-${verb}`,
      (theme) => speedAgainstDensity(theme, set, verb, rows),
    ]),
    [`pages-${set}-latency`, (theme) => latencies(theme, set, "load", rows)],
  ];
}

function chartsOfJob(job, all) {
  const rows = all.filter((row) => row.job === job && row.figures);
  const free = rows.filter(({ limitMiB }) => !limitMiB);
  const kind = ["hit", "get", "undo", "read"].find((one) => free[0].latency[one]);
  return [
    [`${job}-memory`, (theme) => speedAgainstMemory(theme, job, rows)],
    [`${job}-latency`, (theme) => latencies(theme, job, kind, free)],
    ...(free.some(({ samples }) => samples.length > 1)
      ? [[`${job}-time`, (theme) => memoryOverTime(theme, job, free)]]
      : []),
  ];
}

const SAYS = {
  pages: "Speed against density, on pages of live processes",
  target: "What it gains",
  harmless: "That it harms nothing",
  unused: "That it costs nothing unused",
  scale: "How it scales",
};

function sectionOf(file, out) {
  const charts = CHARTS[file.proof](file).map(([name, drawn]) => {
    const [light, dark] = Object.keys(THEMES).map((theme) => drawn(theme));
    writeFileSync(join(out, `${name}.svg`), withGround(light));
    return `<figure><div class="light">${light}</div><div class="dark">${dark}</div></figure>`;
  });
  const verdicts = file.verdicts.map(
    ({ says, value, bound, least, met }) =>
      `<tr><td>${escaped(says)}</td><td>${value}</td><td>${least ? "≥" : "≤"} ${bound}</td>` +
      `<td class="${met ? "met" : "missed"}">${met ? "met" : "missed"}</td></tr>`,
  );
  const judged =
    verdicts.length > 0
      ? `<table><thead><tr><th></th><th>figure</th><th>bound</th><th></th></tr></thead>${verdicts.join("")}</table>`
      : "";
  return `<section><h2>${SAYS[file.proof]}</h2>
<p><code>${escaped(file.command)}</code>, ${file.date}, ${escaped(machineLine(file.machine))}; rounds: ${file.rounds}</p>
${judged}${setupsOf(file)}${charts.join("\n")}</section>`;
}

function setupsOf({ setups = [], absent = [] }) {
  if (setups.length === 0) return "";
  const lines = setups.map(
    ({ job, contestant, how }) =>
      `<tr><td>${job}</td><td>${escaped(contestant)}</td><td><code>${escaped(how)}</code></td></tr>`,
  );
  const missing = absent.map(
    ({ contestant, install }) => `<p>${escaped(contestant)}: ${escaped(install)}</p>`,
  );
  return `<details><summary>How each is set up</summary><table>${lines.join("")}</table></details>${missing.join("")}`;
}

/** A picture that stands alone has a ground of its own. */
function withGround(svg, theme = "light") {
  const ground = `<rect width="100%" height="100%" fill="${THEMES[theme].ground}"/>`;
  return svg.replace(/(<svg [^>]*>)/, `$1${ground}`);
}

function pageOf(sections) {
  const { light, dark } = THEMES;
  const colours = ({ ground, ink, rules }) => `--ground: ${ground}; --ink: ${ink}; --rules: ${rules};`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Spillway: the proof</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>
:root { ${colours(light)} --met: #1a7f37; --missed: #b42318; }
.dark { display: none; }
@media screen and (prefers-color-scheme: dark) {
  :root { ${colours(dark)} --met: #57c276; --missed: #ff8a7a; }
  .light { display: none; }
  .dark { display: block; }
}
body { max-width: 820px; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif;
  background: var(--ground); color: var(--ink); }
h1, h2 { font-weight: 600; line-height: 1.2; }
section { border-top: 1px solid var(--rules); margin-top: 2.5rem; }
figure { margin: 1.5rem 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: 14px; width: 100%; }
td, th { border-bottom: 1px solid var(--rules); padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
code { font-size: 0.9em; overflow-wrap: anywhere; }
.met { color: var(--met); } .missed { color: var(--missed); font-weight: 600; }
</style></head><body>
<h1>Spillway: the proof</h1>
<p>Figures are medians of interleaved rounds in processes of their own; every byte was compared. Only figures
of one run can be compared.</p>
${sections.join("\n")}
</body></html>
`;
}
