/**
 * swap.ts - a pool with one client and one open area, by the public API, as most benches need it.
 */
import { type Frontswap, Spillway, type SpillwayOptions } from "spillway";

/** Area 0 is open. The pool gives no memory back by itself, unless `options` say so. */
export function openSwap(options: SpillwayOptions): { pool: Spillway; swap: Frontswap } {
  const pool = Spillway.openSync({ autoShrink: false, ...options });
  const swap = pool.frontswap({ name: "bench" });
  swap.init(0);
  return { pool, swap };
}
