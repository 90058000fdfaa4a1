/**
 * meter.mjs - what one side of an example is measured by: bytes held, RSS, time of operations.
 */
import { performance } from "node:perf_hooks";
import { LRUCache } from "lru-cache";
import { ascending, quantile } from "#kit/statistics.js";

export const MIB = 2 ** 20;

export const mib = (bytes) => `${(bytes / MIB).toFixed(1)} MiB`;

export class Meter {
  /** Lines of the table, by their labels. */
  figures = { "RSS before": mib(process.memoryUsage.rss()) };
  /** Lines below the table. */
  notes = [];

  /** Notes what a store holds at present, and what the process has: after a collection of JavaScript. */
  held(store, pool) {
    globalThis.gc();
    this.figures["bytes held"] = mib(heldBytes(store, pool));
    this.figures["RSS then"] = mib(process.memoryUsage.rss());
  }

  /** Notes how long an operation took: median and 99th percentile of milliseconds, shown as microseconds. */
  times(what, milliseconds) {
    const sorted = ascending(milliseconds);
    const us = (ms) => (ms < 10 ? `${(1000 * ms).toFixed(1)} us` : `${ms.toFixed(1)} ms`);
    this.figures[`${what}, median`] = us(quantile(sorted, 0.5));
    this.figures[`${what}, p99`] = us(quantile(sorted, 0.99));
  }

  /**
   * Notes how many bytes were compared, the most memory that the process had, and its processor time: that of
   * making and comparing the values too, which all sides have. Called last.
   */
  verified(bytes) {
    const { user, system } = process.cpuUsage();
    this.figures["processor time"] = `${((user + system) / 1e6).toFixed(1)} s`;
    this.figures["peak RSS"] = mib(process.resourceUsage().maxRSS * 1024);
    this.figures["bytes verified"] = mib(bytes);
  }
}

/** Calls and answers how long that took, in milliseconds. */
export function timed(call) {
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** What a store holds: of Spillway everything, index and tables too; of others the values' bytes alone. */
export function heldBytes(store, pool) {
  if ("entryBytes" in store) {
    const { indexBytes, openBytes, hotBytes } = store.stats();
    return pool.stats().bytes.used + indexBytes + openBytes + hotBytes;
  }
  if ("pin" in store) {
    const { bytes } = store.stats();
    return pool.stats().bytes.used + bytes.resident + bytes.table;
  }
  if (store instanceof LRUCache) return store.calculatedSize;
  if (store instanceof Map) return [...store.values()].reduce((sum, one) => sum + sizeOf(one), 0);
  return store.byteLength;
}

const sizeOf = (value) => (typeof value === "string" ? value.length : value.byteLength);
