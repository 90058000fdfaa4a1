/**
 * race.ts - sends all contestants over the same pages, times each operation and compares each byte.
 *
 * They take turns of TURN_PAGES pages, so that any disturbance of the machine affects all of them. Another
 * one begins each turn, because the first finds the pages cold in the processor's caches. Loads come in
 * another order than stores. The warm-up uses contestants of its own, which share only the code with those
 * measured.
 */
import { setImmediate } from "node:timers/promises";
import type { PageSet } from "../pages/page_set.js";
import type { Progress } from "../text/progress.js";
import { LoadCheck, type Mismatch } from "./check.js";
import type { Contestant, Entrant } from "./contestants.js";
import { Samples } from "./timing.js";

/** One contestant and its figures. */
export interface Lane {
  readonly name: string;
  readonly contestant: Contestant;
  /** Times of the accepted stores. */
  readonly stores: Samples;
  /** Times of the loads of kept pages. */
  readonly loads: Samples;
  /** For each page 1 if its store was accepted, else 0. */
  readonly kept: Uint8Array;
  refused: number;
  mismatches: Mismatch[];
}

/** Pages of a turn: 1 MiB of 4 KiB pages. Long enough to reach a steady state, short against the run. */
const TURN_PAGES = 256;
/** Stores and loads of each warm-up: V8 compiles code again after some thousand calls. */
const WARM_UP_OPERATIONS = 6_000;
const WARM_UP_PAGES = 1_000;

/** Sends all entrants that are present over all pages. The caller closes the lanes' contestants. */
export async function race(
  entrants: readonly Entrant[],
  pages: PageSet,
  loadOrder: Uint32Array,
  progress: Progress,
): Promise<Lane[]> {
  const present = entrants.filter((entrant) => "enter" in entrant);
  progress.stage("warming up", present.length);
  for (const { enter } of present) {
    await warmUp(enter(), pages);
    progress.step(1);
  }
  const lanes = present.map(({ name, enter }) => newLane(name, enter(), pages.count));
  const storeOrder = Uint32Array.from({ length: pages.count }, (_, i) => i);
  progress.stage("storing", pages.count);
  await takeTurns(lanes, storeOrder, progress, (lane, keys) => storeTurn(lane, keys, pages));
  progress.stage("loading", pages.count);
  const check = new LoadCheck(pages);
  await takeTurns(lanes, loadOrder, progress, (lane, keys) => loadTurn(lane, keys, check));
  return lanes;
}

function newLane(name: string, contestant: Contestant, count: number): Lane {
  const kept = new Uint8Array(count);
  return {
    name,
    contestant,
    stores: new Samples(count),
    loads: new Samples(count),
    kept,
    refused: 0,
    mismatches: [],
  };
}

async function takeTurns(
  lanes: readonly Lane[],
  order: Uint32Array,
  progress: Progress,
  turn: (lane: Lane, keys: Uint32Array) => void,
): Promise<void> {
  for (let from = 0, first = 0; from < order.length; from += TURN_PAGES, first++) {
    const keys = order.subarray(from, from + TURN_PAGES);
    for (let i = 0; i < lanes.length; i++) turn(lanes[(first + i) % lanes.length] as Lane, keys);
    progress.step(keys.length);
    // The event loop frees native buffers. Without this pause all that were ever made pile up.
    await setImmediate();
  }
}

function storeTurn(lane: Lane, keys: Uint32Array, pages: PageSet): void {
  const { contestant, stores, kept } = lane;
  for (const key of keys) {
    const page = pages.page(key);
    const before = performance.now();
    const accepted = contestant.store(key, page);
    const millis = performance.now() - before;
    if (accepted) {
      stores.add(millis);
      kept[key] = 1;
    } else {
      lane.refused++;
    }
  }
}

function loadTurn(lane: Lane, keys: Uint32Array, check: LoadCheck): void {
  const { contestant, loads, kept } = lane;
  for (const key of keys) {
    const target = check.targetFor(key);
    const before = performance.now();
    const outcome = loadOutcome(contestant, key, target);
    const millis = performance.now() - before;
    if (kept[key] === 1) loads.add(millis);
    const trouble = check.trouble(key, kept[key] === 1, outcome);
    if (trouble !== undefined) lane.mismatches.push({ page: key, trouble });
  }
}

/** What a load returned or threw. */
function loadOutcome(contestant: Contestant, key: number, target: Buffer): boolean | Error {
  try {
    return contestant.load(key, target);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Checks nothing: an error here occurs again in the run that is checked. */
async function warmUp(contestant: Contestant, pages: PageSet): Promise<void> {
  const target = Buffer.allocUnsafeSlow(pages.pageSize);
  const count = Math.min(pages.count, WARM_UP_PAGES);
  for (let done = 0; done < WARM_UP_OPERATIONS; done += count) {
    for (let key = 0; key < count; key++) contestant.store(key, pages.page(key));
    for (let key = 0; key < count; key++) loadOutcome(contestant, key, target);
    await setImmediate();
  }
  contestant.close();
}
