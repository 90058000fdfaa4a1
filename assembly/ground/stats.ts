/**
 * stats.ts - counters and gauges.
 *
 * Owns:   [STATS_PTR, STATS_PTR + STATS_BYTES).
 * Keeps:  64-bit values; counters only rise, gauges never fall below zero, peaks fall only when they are
 *         reset.
 */
import { VERIFY } from "./check";
import { STATS_PTR } from "./layout";

export function statAdd(stat: u32, amount: u64): void {
  store<u64>(STATS_PTR + stat, load<u64>(STATS_PTR + stat) + amount);
}

export function statSubtract(stat: u32, amount: u64): void {
  const value = load<u64>(STATS_PTR + stat);
  if (VERIFY) assert(value >= amount);
  store<u64>(STATS_PTR + stat, value - amount);
}

export function statSet(stat: u32, value: u64): void {
  store<u64>(STATS_PTR + stat, value);
}

/** Raises a peak to a value that is higher. */
export function statRaise(stat: u32, value: u64): void {
  if (value > load<u64>(STATS_PTR + stat)) store<u64>(STATS_PTR + stat, value);
}

export function statGet(stat: u32): u64 {
  return load<u64>(STATS_PTR + stat);
}
