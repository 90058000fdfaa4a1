/**
 * pool_half.mjs - the pool of all windows: compressed in memory, and in a file where memory is short.
 *
 * It knows nothing of Electron: any process with a port can have it.
 */
import { Spillway } from "spillway";
import { fileDevice } from "spillway/file";
import { serve } from "spillway/port";

/** Bytes in memory and on disk, for all windows together. */
const MEMORY = "64MiB";
const DISK = "4GiB";
/** Bytes that one window may count in the pool. */
const WINDOW = "1GiB";

/** A pool that spills into a file without a name in `dir`. */
export function openPool(dir) {
  return Spillway.openSync({
    maxBytes: MEMORY,
    pageSize: 16384,
    spill: fileDevice({ dir, maxBytes: DISK, writeBudget: "40GiB" }),
  });
}

/** Serves one window. What it has is given back when its port closes: by `close`, by a crash, by a kill. */
export function admit(pool, port, name) {
  return serve(pool, port, { name, maxBytes: WINDOW, maxOutsideBytes: "64MiB" });
}
