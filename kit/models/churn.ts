/**
 * churn.ts - a pool with a device whose pages come, go and are written again, for tests and benches.
 *
 * Memory holds a small part of the pages; what is cold goes to the device after each step that needs room,
 * and cleaning has its turn afterwards, as the pool's keeper would give it.
 */
import assert from "node:assert/strict";
import type { Random } from "../random.js";
import { randomPage, type SpillModel } from "./spill_model.js";

export interface ChurnOptions {
  /** Pages at a time, and steps. */
  pages: number;
  steps: number;
  /** Bytes of bodies that stay in memory. */
  memoryBytes: number;
  /** Which page a step is about. */
  choose: (random: Random, pages: number) => number;
}

export interface ChurnResult {
  /** The most that the device took, in parts of the bytes of live bodies, once it was filled. */
  mostRatio: number;
  /** Bytes written, of spills and of cleaning, for each byte spilled. */
  writtenPerSpilled: number;
  steps: number;
}

/** All pages alike; or nine of ten steps about a tenth of them. */
export const CHOICES: Readonly<Record<string, ChurnOptions["choose"]>> = {
  uniform: (random, pages) => random.below(pages),
  "hot and cold": (random, pages) =>
    random.below(10) > 0 ? random.below(Math.ceil(pages / 10)) : random.below(pages),
  "in order": (() => {
    let next = 0;
    return (_, pages) => next++ % pages;
  })(),
};

/** Runs steps, and checks after each that what the device takes is within its bound. */
export function churn(model: SpillModel, random: Random, options: ChurnOptions): ChurnResult {
  const { pages, steps, memoryBytes, choose } = options;
  const { segmentBytes } = model.log;
  const figures = () => model.log.stats().devices[0] as { diskBytes: number };
  for (let page = 0; page < pages; page++) model.store(page, randomPage(random));
  let memory = model.arena.bytes.memory;
  const spillDown = () => {
    while (memory > memoryBytes && (model.log.spill(model.arena) as number) > 0)
      memory = model.arena.bytes.memory;
  };
  spillDown();
  const before = written(model);
  let mostRatio = 0;
  let live = model.awayBytes;
  for (let step = 0; step < steps; step++) {
    const page = choose(random, pages);
    const kind = random.below(10);
    const wasAway = model.pages.has(page) && model.arena.isAway(page);
    const length = model.pages.get(page)?.length ?? 0;
    if (kind < 7) {
      model.store(page, randomPage(random));
      memory += (model.pages.get(page) as Uint8Array).length - (wasAway ? 0 : length);
      if (wasAway) live -= length;
    } else if (kind < 8 && model.pages.has(page)) {
      model.invalidate(page);
      if (wasAway) live -= length;
      else memory -= length;
    } else if (model.pages.has(page)) {
      const loaded = model.load(page);
      assert.ok(
        loaded instanceof Uint8Array && Buffer.compare(loaded, model.pages.get(page) as Uint8Array) === 0,
      );
    }
    if (memory > memoryBytes) {
      spillDown();
      live = model.awayBytes;
    }
    model.log.clean(2);
    const { diskBytes } = figures();
    mostRatio = Math.max(mostRatio, (diskBytes - 4 * segmentBytes) / live);
  }
  const after = written(model);
  const spilled = after.spilled - before.spilled;
  return { mostRatio, writtenPerSpilled: (after.all - before.all) / spilled, steps };
}

function written(model: SpillModel): { all: number; spilled: number } {
  const { spilled, cleaned } = model.log.stats();
  return { all: spilled.writtenBytes + cleaned.bytes, spilled: spilled.spilledBytes };
}
