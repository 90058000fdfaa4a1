/**
 * giveback.ts - linear memory goes back to the system: which arena is emptied next, and into which other
 * ones.
 *
 * The pages of one arena move into free room of the others. Where those have too little, they move into a
 * fresh arena of the right size. Then the pool lets go of all the memory of the emptied arena. That is
 * repeated as often as it gains something.
 */
import * as abi from "../abi.js";
import type { Router } from "../core/router.js";
import type { Arena } from "../engine/arena.js";
import { blockWasmPages } from "../engine/blocks.js";
import { BODY_BYTES_NEEDED, ENTRY_BYTES_NEEDED } from "../estimate/footprint.js";
import type { EvictMessage } from "../telemetry/channels.js";
import type { Run } from "./run.js";

/**
 * A fresh arena is planned this much larger than the bytes that move into it: its slabs and tables fill
 * differently.
 */
const FRESH_ROOM = 1.08;
/** ... and by blocks that are not full, of slabs, records, dictionaries: with large pages these count. */
const FRESH_BLOCKS = 3;
/** A move is worth it only if it gains so many wasm pages, and this part of the arena. */
const GAIN_WASM_PAGES_MIN = 16;
const GAIN_PART_MIN = 1 / 16;

/** A move is worth it if records and tables are so much larger than they would be in a fresh arena. */
const OUTGROWN = 1.15;
const OUTGROWN_BYTES = 2 ** 17;

/** An arena that is to be emptied. */
export interface Move {
  source: Arena;
  /** Where new pages go meanwhile and, first of all, those of the source. */
  target: Arena;
}

/**
 * Gives memory back until at most `targetBytes` are reserved, no move gains anything, or the budget is spent.
 * The caller must not be a function that also waits for the collector: it would hold the last arena that was
 * emptied.
 */
export async function giveBack(run: Run, targetBytes: number, reason: EvictMessage["reason"]): Promise<void> {
  const { router } = run;
  // First what can be had again.
  router.dictionaries.forget();
  router.evictions.evictTo(targetBytes / FRESH_ROOM, reason);
  while (run.open && router.memory.reservedBytes > targetBytes) {
    const move = planMove(router, targetBytes);
    if (move === undefined || !(await carryOut(run, move))) return;
  }
}

/** Empties an arena and lets go of it. False when that was not possible, or not within the budget. */
export async function carryOut(run: Run, { source, target }: Move): Promise<boolean> {
  const { moving } = run.router;
  moving.drain(source, target);
  let result: ReturnType<typeof moving.move> = "moved";
  try {
    do {
      result = moving.move(source);
    } while (result === "moved" && (await run.next()));
  } finally {
    if (result !== "empty" && run.open) moving.undrain(source);
  }
  if (result !== "empty") return false;
  run.gone.push(moving.remove(source).gone);
  return true;
}

/**
 * The next arena to be emptied, and where to: the one that gives most back for the bytes that must move. Into
 * the others when these have room for it, or when one of them may grow by what is missing: so work that was
 * cut short continues where it stopped. Otherwise into a fresh one, when the limit has room for that beside
 * it.
 */
function planMove({ memory, moving }: Router, targetBytes: number): Move | undefined {
  const { pageSize } = memory.settings;
  const arenas = [...memory.each()].sort((a, b) => usedPart(a) - usedPart(b));
  for (const source of arenas) {
    const room = arenas
      .filter((other) => other !== source)
      .map((other) => ({ other, bytes: other.wasmPages * abi.WASM_PAGE_BYTES - other.liveBytes }))
      .sort((a, b) => b.bytes - a.bytes);
    const missing = FRESH_ROOM * source.liveBytes - room.reduce((sum, { bytes }) => sum + bytes, 0);
    if (missing < 0) return { source, target: (room[0] as { other: Arena }).other };
    if (memory.reservedBytes <= targetBytes) continue;
    const growth = Math.ceil(missing / abi.WASM_PAGE_BYTES) + blockWasmPages(pageSize);
    const grown = room.find(({ other }) => memory.mayGrow(other, growth));
    if (grown !== undefined && gains(source, growth)) return { source, target: grown.other };
    const least = plannedWasmPages(source, pageSize);
    const target = gains(source, least) ? moving.tryAddTarget(least) : undefined;
    if (target !== undefined) return { source, target };
  }
  return undefined;
}

/** Whether it is worth it to take so many wasm pages in order to give back those of an arena. */
function gains(source: Arena, taken: number): boolean {
  const gain = source.wasmPages - taken;
  return gain >= GAIN_WASM_PAGES_MIN && gain >= GAIN_PART_MIN * source.wasmPages;
}

/** Wasm pages of a fresh arena that takes the live bytes of this one. */
export function plannedWasmPages(arena: Arena, pageSize: number): number {
  const slack = Math.max(GAIN_WASM_PAGES_MIN / 2, FRESH_BLOCKS * blockWasmPages(pageSize));
  return Math.ceil((FRESH_ROOM * arena.liveBytes) / abi.WASM_PAGE_BYTES) + slack;
}

/** Whether records and tables are a good deal larger than the pages that are left need. */
export function outgrown(arena: Arena): boolean {
  const counters = arena.counters();
  const pages = ENTRY_BYTES_NEEDED * counters.get(abi.STAT_STORED_PAGES);
  const needed = pages + BODY_BYTES_NEEDED * counters.get(abi.STAT_BODIES);
  return counters.get(abi.STAT_METADATA_BYTES) > OUTGROWN * needed + OUTGROWN_BYTES;
}

function usedPart(arena: Arena): number {
  return arena.liveBytes / arena.wasmPages;
}
