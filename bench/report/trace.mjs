/**
 * trace.mjs - leads every number of a document to the line of the committed results that it comes from.
 *
 * A number is
 *
 *   in a block       `<!-- results: NAME -->`: it must be in one of the lines that its own line is made of
 *                    (tables.mjs)
 *   in other text    its paragraph or table ends with `<!-- from: REF REF ... -->`, one for each number, in
 *                    order. FILE@ID@FIGURE is a figure of a row (its median; @low, @high), FILE@ID a ratio or
 *                    a verdict, raw/NAME.txt:LINE a line of an output. @percent, @over (as a percentage
 *                    beyond 1) and @inverse say how it was turned. A dash is a number that nobody measured;
 *                    it cannot stand before a unit.
 *
 * Not looked at are code (in backticks or in fences that name a language), addresses of links, and names that
 * have digits in them. Values are compared as they are written: 41.2 is any value that rounds to it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { linesOf, RESULTS } from "./tables.mjs";

const NUMBER = /(?<![\w.,^/#-])\d[\d,]*(?:\.\d+)?(?:\^\d+)?(?![\w^]|-\w)/g;
const MEASURED = /^\s?(?:us|ms|ns|s|seconds|x|%|points|times|MiB|KiB|GiB|MB|bytes)(?![\w-])/;
const DATE = /\b\d{4}-\d\d-\d\d\b/g;
/** Words before a number that make it the name of a version. */
const VERSION = /(?:Node|Deno|Bun|TypeScript|Debian|Chromium|Safari|npm)(?: (?:and|to|or|v?[\d.]+),?)* $/;

/** What of a text could hold a measured number; other characters become blanks. */
function prose(text) {
  const blank = (found) => found.replace(/[^\n]/g, " ");
  return text
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/`[^`]*`/g, blank)
    .replace(/\]\([^)]*\)/g, blank)
    .replace(/https?:\S+/g, blank)
    .replace(DATE, blank);
}

/** Numbers of a text: as written, what follows, and where. */
function numbersOf(text) {
  const clean = prose(text);
  return [...clean.matchAll(NUMBER)]
    .filter(({ index }) => !VERSION.test(clean.slice(Math.max(0, index - 60), index).replaceAll("\n", " ")))
    .map(({ 0: written, index }) => ({
      written: written.replace(/,$/, ""),
      after: clean.slice(index + written.replace(/,$/, "").length),
      index,
    }));
}

/** Whether a value, rounded as a number is written, is that number. */
function isWritten(written, value) {
  const plain = written.replaceAll(",", "");
  const digits = plain.split(".")[1]?.length ?? 0;
  return Number(value).toFixed(digits) === Number(plain).toFixed(digits);
}

const cache = new Map();

/** Lines of a file of results. */
function fileLines(folder, name) {
  const path = join(folder, name);
  if (!cache.has(path))
    cache.set(path, existsSync(path) ? readFileSync(path, "utf8").split("\n") : undefined);
  return cache.get(path);
}

/** The line of an id, or of a field of the head: its number (from 1) and its text. */
function lineOf(folder, file, id) {
  const lines = fileLines(folder, `${file}.json`);
  const marks = [`{"id":${JSON.stringify(id)},`, `  ${JSON.stringify(id)}: `];
  const index = lines?.findIndex((line) => marks.some((mark) => line.includes(mark))) ?? -1;
  return index < 0 ? undefined : { at: `${file}.json:${index + 1}`, text: lines[index] };
}

/** Numbers written anywhere in a line of results. */
const valuesIn = (text) =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?/g)].map(([value]) => Number(value.replaceAll(",", "")));

/** A place that a line of a block is made of: an id, or the number of a line of an output. */
function placeOf(folder, file, place) {
  if (typeof place === "string") return lineOf(folder, file, place);
  return { at: `${file}:${place}`, text: fileLines(folder, file)[place - 1] };
}

// ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────

function traceBlock(folder, name) {
  return linesOf(name).map(({ text, from }) => {
    const places = from.map(([file, place]) => placeOf(folder, file, place)).filter(Boolean);
    return numbersOf(text).map(({ written }) => {
      const place = places.find((one) => valuesIn(one.text).some((value) => isWritten(written, value)));
      return place ? { written, at: place.at } : { written, why: "not in the lines that it is made of" };
    });
  });
}

// ── references ───────────────────────────────────────────────────────────────────────────────────────────

const TURNS = {
  percent: (value) => 100 * value,
  over: (value) => 100 * (value - 1),
  inverse: (value) => 1 / value,
};

function traceReference(folder, { written, after }, reference) {
  const no = (why) => ({ written, why });
  if (reference === undefined) return no("has no reference");
  if (reference === "-")
    return MEASURED.test(after) ? no("has a unit, so somebody measured it") : { written, at: "no figure" };
  const output = /^(raw\/[\w.-]+):(\d+)$/.exec(reference);
  if (output) {
    const line = fileLines(folder, output[1])?.[Number(output[2]) - 1];
    if (line === undefined) return no(`there is no line ${reference}`);
    return numbersOf(line).some((one) => one.written === written)
      ? { written, at: reference }
      : no(`is not in ${reference}`);
  }
  const [file, id, ...rest] = reference.split("@");
  const place = lineOf(folder, file, id);
  if (place === undefined) return no(`there is no line of ${reference}`);
  const value = valueAt(JSON.parse(place.text.replace(/,$/, "")), rest);
  if (value === undefined) return no(`there is no figure ${reference}`);
  return isWritten(written, value) ? { written, at: place.at } : no(`is ${value} in ${place.at}`);
}

/** A row, ratio or verdict, and the rest of a reference. */
function valueAt(line, rest) {
  const turn = TURNS[rest.at(-1)];
  const path = turn ? rest.slice(0, -1) : rest;
  const part = line.figures ? line.figures[path.shift()] : line;
  const value = part?.[path[0] ?? ("value" in part ? "value" : "median")];
  return value === undefined || turn === undefined ? value : turn(value);
}

// ── a document ───────────────────────────────────────────────────────────────────────────────────────────

/**
 * Every number of a document: the line where it stands, as it is written, and where it comes from (`at`), or
 * why nobody knows (`why`).
 */
export function trace(text, folder = RESULTS) {
  const found = [];
  let line = 1;
  for (const part of partsOf(text)) {
    for (const one of traced(folder, part)) found.push({ ...one, line: line + (one.line ?? 0) });
    line += part.text.split("\n").length - 1;
  }
  return found;
}

function traced(folder, { kind, name, text }) {
  const lineAt = (index) => text.slice(0, index).split("\n").length - 1;
  if (kind === "code") return [];
  if (kind === "block")
    return traceBlock(folder, name).flatMap((line, i) => line.map((one) => ({ ...one, line: i + 1 })));
  const numbers = numbersOf(text);
  const references = /<!-- from: ([\s\S]*?) -->/.exec(text)?.[1].split(/\s+/) ?? [];
  const traces = numbers.map((one, i) => ({
    ...traceReference(folder, one, references[i]),
    line: lineAt(one.index),
  }));
  if (references.length > numbers.length)
    traces.push({ written: "", why: `${references.length} references for ${numbers.length} numbers` });
  return traces;
}

const PARTS = [
  ["block", /^<!-- results: (\S+) -->\n[\s\S]*?<!-- results end -->/],
  ["code", /^```\w+\n[\s\S]*?\n```/],
  ["text", /^\n/],
  // A paragraph ends at an empty line or before a fence or a block.
  ["text", /^[\s\S]+?(?=\n\n|\n```|\n<!-- results: |$)/],
];

function* partsOf(text) {
  for (let rest = text; rest.length > 0; ) {
    const [kind, found] = PARTS.map(([name, expression]) => [name, expression.exec(rest)]).find(
      ([, one]) => one,
    );
    yield { kind, name: found[1], text: found[0] };
    rest = rest.slice(found[0].length);
  }
}
