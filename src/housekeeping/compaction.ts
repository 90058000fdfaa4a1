/**
 * compaction.ts - work within arenas, in steps: bodies and records are brought together, pages that wait in
 * nurseries are compressed, bodies are marked as idle.
 */
import type { Arena } from "../engine/arena.js";
import { carryOut, outgrown, plannedWasmPages } from "./giveback.js";
import type { Run } from "./run.js";

/**
 * Work between two looks at the clock: a step moves at most a block of bytes, which takes some ten
 * microseconds.
 */
const COMPACT_STEPS = 4;
/** ... or encodes so many pages, each of them in less. */
const SETTLE_PAGES = 16;
/** ... or marks the bodies in so many buckets of the directory: some ten thousand bodies. */
const MARK_BUCKETS = 1500;

/**
 * Brings the bodies of sparse slabs together. Where records and tables have outgrown the pages, moves these
 * into a fresh arena that fits beside theirs.
 */
export async function compact(run: Run): Promise<void> {
  const { memory, moving } = run.router;
  for (const arena of memory.each()) {
    if (!(await compactOne(run, arena, false))) return;
    if (!run.has(arena)) continue;
    const wanted = outgrown(arena) ? plannedWasmPages(arena, memory.settings.pageSize) : 0;
    const target = wanted > 0 ? moving.tryAddTarget(wanted) : undefined;
    if (target === undefined) arena.discard();
    else if (!(await carryOut(run, { source: arena, target }))) return;
  }
}

/** Brings scattered records together, in all arenas. False when the budget is spent. */
export async function gatherRecords(run: Run): Promise<boolean> {
  for (const arena of run.router.memory.each()) if (!(await compactOne(run, arena, true))) return false;
  return true;
}

/**
 * Compacts an arena as long as there is something to do, bodies or only records. False when the budget is
 * spent.
 */
async function compactOne(run: Run, arena: Arena, records: boolean): Promise<boolean> {
  while (run.has(arena) && arena.compact(COMPACT_STEPS, records) > 0) if (!(await run.next())) return false;
  return true;
}

/** Compresses the pages that wait in nurseries. */
export async function settle(run: Run): Promise<void> {
  for (const arena of run.router.memory.each())
    while (run.has(arena) && arena.settle(SETTLE_PAGES) > 0) await run.next();
}

/** Marks all bodies as idle: those that are loaded from now on lose the mark. */
export async function markIdle(run: Run): Promise<void> {
  for (const arena of run.router.memory.each()) {
    let bucket = 0;
    do {
      if (!run.has(arena)) break;
      bucket = arena.dense.markIdle(bucket, MARK_BUCKETS);
      await run.next();
    } while (bucket !== 0);
  }
}
