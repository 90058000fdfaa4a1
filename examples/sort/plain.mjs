/**
 * plain.mjs - sorts rows, with the sorted runs in one array in memory.
 */
import { mergeRuns, sortedRuns } from "./rows.mjs";

/** The bytes of all runs. */
export let store;

/** Sorts `bytes` bytes of rows: `source` yields them, `sink` is given them in order. */
export function sortRows(source, bytes, sink) {
  store = new Uint8Array(bytes);
  const lengths = [];
  let at = 0;
  for (const run of sortedRuns(source)) {
    store.set(run, at);
    lengths.push(run.length);
    at += run.length;
  }
  const read = (from, target) => target.set(store.subarray(from, from + target.length));
  mergeRuns(lengths, read, sink);
}
