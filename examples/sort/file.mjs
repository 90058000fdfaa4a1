/**
 * file.mjs - the same sort, with the runs in a temporary file.
 */
import { mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mergeRuns, sortedRuns } from "./rows.mjs";

/** In memory there is nothing. */
export const store = { byteLength: 0 };

export const onDisk = true;

export function sortRows(source, _bytes, sink) {
  const folder = mkdtempSync(join(tmpdir(), "spillway-sort-"));
  const file = openSync(join(folder, "runs"), "wx+");
  // The name is not needed: the file goes with the process.
  rmSync(folder, { recursive: true });
  const lengths = [];
  for (const run of sortedRuns(source)) {
    writeSync(file, run);
    lengths.push(run.length);
  }
  const read = (from, target) => readSync(file, target, 0, target.length, from);
  mergeRuns(lengths, read, sink);
}
