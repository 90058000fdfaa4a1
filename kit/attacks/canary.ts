/**
 * canary.ts - searches all linear memory of a pool for bytes that should be gone.
 *
 * One run: a pool of several arenas is filled. Some pages hold sixteen random bytes, the canary, in every way
 * that the engine keeps a page: same-filled, in a block, raw, short, shared, waiting in the nursery, refused.
 * They are overwritten, invalidated, taken, and moved by compaction and into other arenas; their area is
 * closed. Then no key has such a page any more. The run searches memory for the canary and for either half of
 * it, also in arenas that the pool has let go.
 */
import assert from "node:assert/strict";
import type { Router } from "#lib/core/router.js";
import type { Arena } from "#lib/engine/arena.js";
import { makePage, type PageKind } from "../generated_pages.js";
import { frontswapOver, openArenas } from "../pools.js";
import type { Random } from "../random.js";

const PAGE_BYTES = 4096;
const CANARY_BYTES = 16;
const PAGES = 24;
const FILLERS = 1500;
const KINDS: readonly PageKind[] = ["random", "text", "words", "sparse", "trailing", "json"];
const STORES = [undefined, { kind: "f64" }, { kind: "f32" }, { kind: "rgba" }] as const;

export interface CanaryResult {
  /** Hits while pages with the canary were kept: the search can find it. */
  before: number;
  /** Hits after the last of them was gone. */
  after: number;
}

/** One run. Without `zeroize` the search should find the canary at the end as well. */
export function canaryRun(random: Random, zeroize: boolean): CanaryResult {
  const canary = Buffer.from(random.fill(new Uint8Array(CANARY_BYTES)));
  const arenas = openArenas(
    "doors",
    {
      maxBytes: "4MiB",
      zeroize,
      dedupe: random.pick(["client", false]),
      incompressible: random.below(5) ? "keep" : "refuse",
      nursery: random.below(2) ? "128KiB" : false,
    },
    16,
  );
  const swap = frontswapOver(arenas, 1, 1);
  for (const type of [0, 1]) swap.init(type);
  const memories = new Set<WebAssembly.Memory>();
  const look = () => {
    for (const arena of arenas.memory.each()) memories.add(arena.engine.memory);
  };

  const filler = () => makePage(random, random.pick(KINDS), 1 + random.below(PAGE_BYTES));
  const half = random.below(FILLERS);
  for (let i = 0; i < half; i++) swap.store(0, 1000 + i, filler());
  const pages = Array.from({ length: PAGES }, () => withCanary(random, canary));
  for (const [i, page] of pages.entries()) swap.store(i % 2, i, page, random.pick(STORES));
  swap.storeMany(0, [100, 101], [pages[0] as Uint8Array, pages[1] as Uint8Array]);
  for (let i = half; i < FILLERS; i++) swap.store(0, 1000 + i, filler());
  look();
  const before = hits(memories, canary);

  for (let i = 0; i < FILLERS; i++) if (random.below(3)) swap.invalidatePage(0, 1000 + i);
  for (let step = 0; step < 40; step++) {
    const i = random.below(PAGES);
    const dice = random.below(8);
    const target = new Uint8Array(PAGE_BYTES);
    if (dice === 0) swap.load(i % 2, i, target);
    else if (dice === 1)
      swap.loadMany(i % 2, [i, i + 2, i + 4], [target, new Uint8Array(PAGE_BYTES), target]);
    else if (dice === 2) swap.store(i % 2, i, pages[random.below(PAGES)] as Uint8Array, random.pick(STORES));
    else if (dice === 3) swap.store(i % 2, i, filler());
    else if (dice === 4) assert.throws(() => swap.load(0, 5000, new Uint8Array(0)) || assert.fail());
    else if (dice === 5) random.pick(arenas.memory.each()).settle(5);
    else if (dice === 6) random.pick(arenas.memory.each()).compact(20);
    else moveOut(arenas, random);
    look();
  }
  // Each page of the canary leaves, in one of several ways.
  for (let i = 0; i < PAGES; i++) {
    swap.exclusiveGets = i % 6 === 2;
    if (i % 6 === 0) swap.store(i % 2, i, filler());
    else if (i % 6 === 2) swap.load(i % 2, i, new Uint8Array(PAGE_BYTES));
    else if (i % 6 !== 4) swap.invalidatePage(i % 2, i);
  }
  if (random.below(2)) moveOut(arenas, random);
  for (const type of [0, 1]) swap.invalidateArea(type);
  assert.equal(arenas.selfCheck(), 0);
  look();
  return { before, after: hits(memories, canary) };
}

/** Moves all pages of one arena into another; what fits nowhere stays. */
function moveOut(arenas: Router, random: Random): void {
  const source: Arena = random.pick(arenas.memory.each());
  const target = arenas.moving.tryAddTarget(20) ?? arenas.memory.each().find((one) => one !== source);
  if (target === undefined) return;
  arenas.moving.drain(source, target);
  let result = arenas.moving.move(source);
  while (result === "moved") result = arenas.moving.move(source);
  if (result === "empty") arenas.moving.remove(source);
  else arenas.moving.undrain(source);
}

/** A page of some kind with the canary in it, at the end too: or nothing but half of it. */
function withCanary(random: Random, canary: Buffer): Uint8Array {
  const bytes = random.below(3) ? PAGE_BYTES : CANARY_BYTES + random.below(PAGE_BYTES - CANARY_BYTES + 1);
  if (random.below(6) === 0) return new Uint8Array(Buffer.alloc(bytes, canary.subarray(0, 8)));
  const page = makePage(random, random.pick(KINDS), bytes);
  page.set(canary, random.below(bytes - CANARY_BYTES + 1));
  page.set(canary, bytes - CANARY_BYTES);
  return page;
}

/** How often the canary, or half of it, occurs in these memories. */
function hits(memories: Iterable<WebAssembly.Memory>, canary: Buffer): number {
  let count = 0;
  for (const { buffer } of memories) {
    const bytes = Buffer.from(buffer);
    for (const part of [canary, canary.subarray(0, 8), canary.subarray(8)]) {
      for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) count += 1;
    }
  }
  return count;
}
