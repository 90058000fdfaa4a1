/**
 * compare.mjs - runs the sides of an example one after the other, each in a process of its own, and prints
 * their figures side by side.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { table } from "#kit/report.js";
import { EXAMPLES } from "../list.mjs";
import { difference } from "./statements.mjs";

const SIDE = fileURLToPath(new URL("side.mjs", import.meta.url));

/** Throws when a side fails, or when the sides do not come to the same bytes. */
export async function compare(name, size) {
  const { SIDES, SIZES } = await import(`../${name}/index.mjs`);
  console.log(`${name}: ${EXAMPLES[name].shows}`);
  console.log(`${SIZES[size].says}; node ${process.version}`);
  const results = [];
  const sides = SIZES[size].sides ?? Object.keys(SIDES);
  for (const side of sides) results.push(await runSide(name, side, size));
  checkSame(name, results);
  const labels = [...new Set(results.flatMap(({ figures }) => Object.keys(figures)))];
  const rows = labels.map((label) => [label, ...results.map(({ figures }) => figures[label] ?? "")]);
  console.log(table(["", ...sides], rows));
  for (const { notes } of results) for (const note of notes) console.log(note);
  const { plain, spillway, fresh, gone } = difference(name);
  console.log(
    `statements: ${plain} plain, ${spillway} with Spillway, ${spillway - plain} on top ` +
      `(${fresh.length} new or changed, ${gone.length} gone)`,
  );
}

/** Throws unless all sides came to the same bytes. */
export function checkSame(name, results) {
  const digests = new Set(results.map(({ digest }) => digest));
  if (digests.size !== 1) throw new Error(`${name}: the sides came to other bytes`);
}

async function runSide(name, side, size) {
  const child = fork(SIDE, [name, side, size], { execArgv: ["--expose-gc"] });
  let result;
  child.on("message", (message) => {
    result = message;
  });
  const [code, signal] = await once(child, "close");
  if (code !== 0 || result === undefined) throw new Error(`${name}, ${side}: ended with ${signal ?? code}`);
  return result;
}
