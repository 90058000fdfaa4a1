/**
 * spillway.mjs - the same sort, with the runs in a PagedBuffer: 4 MiB of them resident, the others in a pool.
 */
import { Spillway } from "spillway"; // Spillway
import { mergeRuns, sortedRuns } from "./rows.mjs";

export const pool = Spillway.openSync({ maxBytes: "160MiB", pageSize: 65536 }); // Spillway

/** The bytes of all runs. */
export let store;

/** Sorts `bytes` bytes of rows: `source` yields them, `sink` is given them in order. */
export function sortRows(source, bytes, sink) {
  store = pool.buffer(bytes, { residentBytes: "4MiB", frame: 65536 }); // Spillway
  const lengths = [];
  let at = 0;
  for (const run of sortedRuns(source)) {
    store.write(at, run); // Spillway
    lengths.push(run.length);
    at += run.length;
  }
  const read = (from, target) => store.read(from, target); // Spillway
  mergeRuns(lengths, read, sink);
}
