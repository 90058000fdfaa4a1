/**
 * model.ts - a pool beside a plain Map: random operations on both, and everything that must hold after each.
 *
 * A key that is absent remembers why, so that a page which comes back from nowhere is reported under the law that it breaks.
 * The model test runs this for seconds, `npm run soak:model` for hours; the same seed gives the same run.
 */
import assert from "node:assert/strict";
import type { Arena } from "#lib/arena.js";
import type { Arenas } from "#lib/arenas.js";
import type { Frontswap } from "#lib/frontswap.js";
import type { SpillwayOptions } from "#lib/options.js";
import { type Build, type Doors, frontswapOver, openArenas } from "./arena.js";
import type { Random } from "./random.js";

const OFFSETS = 1200;
const TYPES = 3;
/** Wasm pages below which a fresh arena is not tried: its fixed regions and a first block. */
const FRESH_WASM_PAGES = 6;

/** Why a key has no page, and the law by which it has none. */
type Absence = "law 1: its store was refused" | "law 4: it was invalidated" | "law 9: it was taken away";

/** What an area should hold. */
class Area {
  readonly keys = new Map<number, Uint8Array | Absence>();
  /** How many of the keys have a page. */
  pages = 0;

  page(offset: number): Uint8Array | undefined {
    const page = this.keys.get(offset);
    return typeof page === "object" ? page : undefined;
  }

  set(offset: number, content: Uint8Array | Absence): void {
    if (this.page(offset)) this.pages -= 1;
    if (typeof content === "object") this.pages += 1;
    this.keys.set(offset, content);
  }
}

/** What a client should hold: an area is open when it is in the map. */
type Model = Map<number, Area>;

interface Party {
  swap: Frontswap;
  model: Model;
}

export interface ModelOptions {
  build: Build;
  pool: SpillwayOptions;
  /** In wasm pages: small ones make several arenas of a small pool. */
  leastShare?: number;
  /** Whether pages move between arenas, limits move, growth is refused, and codecs change. */
  moving?: boolean;
}

/** Pages of all kinds and lengths; few, so that duplicates are common. */
function stockOfPages(random: Random, pageSize: number): Uint8Array[] {
  const pages: Uint8Array[] = [];
  for (let i = 0; i < 60; i++) {
    const page = new Uint8Array(pageSize);
    const kind = i % 6;
    if (kind === 0) page.fill(i);
    if (kind === 1) random.fill(page);
    if (kind === 2) page.set(Buffer.alloc(pageSize, `text ${i} `));
    if (kind === 3) for (let at = 0; at < pageSize; at += 8) page[at] = random.below(40);
    if (kind === 4) random.fill(page.subarray(0, random.below(pageSize)));
    if (kind === 5) for (let at = 0; at < pageSize; at++) page[at] = random.below(random.below(200) + 2);
    pages.push(i % 4 === 3 ? page.subarray(0, 1 + random.below(pageSize)) : page);
  }
  return pages;
}

export class PoolModel {
  readonly arenas: Arenas;
  readonly random: Random;
  /** How often each thing has happened. */
  readonly counts = new Map<string, number>();
  readonly #parties: Party[];
  readonly #pages: Uint8Array[];
  readonly #moving: boolean;
  readonly #verify: boolean;
  /** The arena whose pages move out, and whether the one they move to was made for that. */
  #source: Arena | undefined;
  #fresh = false;
  #refusal = 0;
  /** What the statistics must say. */
  #stores = 0;
  #kept = 0;
  #closed = 0;
  #loads = 0;
  #misses = 0;
  #invalidated = 0;
  #areasDropped = 0;
  #taken = 0;

  constructor(random: Random, options: ModelOptions) {
    this.random = random;
    this.arenas = withSecretOf(random, () => openArenas(options.build, options.pool, options.leastShare));
    this.#moving = options.moving ?? false;
    this.#verify = options.build !== "doors";
    this.#pages = stockOfPages(random, this.arenas.pageSize);
    const shared = options.pool.dedupe === "pool";
    this.#parties = [1, 2].map((client) => ({
      swap: frontswapOver(this.arenas, client, shared ? 0 : client),
      model: new Map(),
    }));
  }

  /** One random operation, and all that must hold after it. */
  step(): void {
    const before = this.arenas.reservedBytes;
    if (this.#moving && this.random.below(5) === 0) this.#poolStep();
    else this.#clientStep();
    this.#check(before);
  }

  // ── operations of clients ────────────────────────────────────────────────────────────────────────────

  #clientStep(): void {
    const { random } = this;
    const { swap, model } = random.pick(this.#parties);
    const type = random.below(TYPES);
    const offset = random.below(OFFSETS);
    const dice = random.below(1000);
    swap.exclusiveGets = dice % 17 === 0;
    if (dice < 500) this.#store(swap, model, type, offset);
    else if (dice < 620) this.#storeMany(swap, model, type, offset);
    else if (dice < 780) this.#load(swap, model, type, offset);
    else if (dice < 850) this.#loadMany(swap, model, type, offset);
    else if (dice < 950) this.#invalidatePage(swap, model, type, offset);
    else if (dice < 956) this.#takePages(swap, model);
    else if (dice < 960) this.#invalidateArea(swap, model, type);
    else {
      swap.init(type);
      if (!model.has(type)) model.set(type, new Area());
      this.#count("init");
    }
  }

  /** One of the stock, half of the time with four bytes changed: a page like it, and no duplicate. */
  #page(): Uint8Array {
    const page = this.random.pick(this.#pages);
    if (page.length < 4 || this.random.below(2)) return page;
    const stamped = Uint8Array.from(page);
    this.random.fill(stamped.subarray(this.random.below(page.length - 3)).subarray(0, 4));
    return stamped;
  }

  #store(swap: Frontswap, model: Model, type: number, offset: number): void {
    const page = this.#page();
    this.#stored(swap.store(type, offset, page), model, type, offset, page);
  }

  #storeMany(swap: Frontswap, model: Model, type: number, offset: number): void {
    const offsets = Array.from(
      { length: this.random.below(40) },
      () => (offset + this.random.below(50)) % OFFSETS,
    );
    const pages = offsets.map(() => this.#page());
    for (const [i, kept] of swap.storeMany(type, offsets, pages).entries()) {
      this.#stored(kept, model, type, offsets[i] as number, pages[i] as Uint8Array);
    }
  }

  #stored(kept: boolean, model: Model, type: number, offset: number, page: Uint8Array): void {
    this.#stores += 1;
    const area = model.get(type);
    if (area === undefined) {
      assert.equal(kept, false, "law 11: nothing is kept in an area that is not open");
      this.#closed += 1;
      return;
    }
    this.#count(kept ? "kept" : "refused");
    if (kept) this.#kept += 1;
    area.set(offset, kept ? Uint8Array.from(page) : "law 1: its store was refused");
  }

  #load(swap: Frontswap, model: Model, type: number, offset: number): void {
    const wanted = model.get(type)?.page(offset);
    const target = new Uint8Array(
      this.random.pick([this.arenas.pageSize, this.arenas.pageSize + 9, wanted?.length ?? 1]),
    );
    this.random.fill(target.subarray(0, 16));
    assert.equal(swap.pageLength(type, offset), wanted?.length ?? 0, "law 2: the length last stored");
    this.#loaded(swap.load(type, offset, target), swap, model, type, offset, target);
  }

  #loadMany(swap: Frontswap, model: Model, type: number, offset: number): void {
    const offsets = [
      ...new Set(Array.from({ length: this.random.below(40) }, (_, i) => (offset + 3 * i) % OFFSETS)),
    ];
    const targets = offsets.map(() => new Uint8Array(this.arenas.pageSize));
    for (const [i, found] of swap.loadMany(type, offsets, targets).entries()) {
      this.#loaded(found, swap, model, type, offsets[i] as number, targets[i] as Uint8Array);
    }
  }

  #loaded(
    found: boolean,
    swap: Frontswap,
    model: Model,
    type: number,
    offset: number,
    target: Uint8Array,
  ): void {
    const area = model.get(type);
    const page = area?.page(offset);
    this.#count(page ? "hit" : "miss");
    if (!page) {
      const absence = area?.keys.get(offset) as Absence | undefined;
      assert.equal(found, false, absence ?? "law 11: nobody has stored it since the area was opened");
      this.#misses += 1;
      return;
    }
    assert.equal(found, true, "law 2: an accepted page is there");
    this.#loads += 1;
    assert.equal(
      Buffer.compare(target.subarray(0, page.length), page),
      0,
      "laws 2 and 3: the bytes last stored",
    );
    if (!swap.exclusiveGets) return;
    area?.set(offset, "law 9: it was taken away");
    this.#taken += 1;
  }

  #invalidatePage(swap: Frontswap, model: Model, type: number, offset: number): void {
    const there = model.get(type)?.page(offset) !== undefined;
    assert.equal(swap.invalidatePage(type, offset), there, "law 4: invalidated exactly when it was there");
    if (there) this.#invalidated += 1;
    model.get(type)?.set(offset, "law 4: it was invalidated");
    this.#count("invalidatePage");
  }

  #invalidateArea(swap: Frontswap, model: Model, type: number): void {
    const pages = model.get(type)?.pages ?? 0;
    assert.equal(swap.invalidateArea(type), pages, "law 11: all pages of the area, and no others");
    model.delete(type);
    this.#areasDropped += pages;
    this.#count("invalidateArea");
  }

  /** swap.shrink hands back some pages: each is what was stored, and gone. */
  #takePages(swap: Frontswap, model: Model): void {
    const all = [...model.values()].reduce((sum, { pages }) => sum + pages, 0);
    const target = Math.max(0, all - this.random.below(30));
    const pages = swap.shrink(target);
    assert.equal(pages.length, all - target, "law 9: as many as were asked for");
    for (const { type, offset, page } of pages) {
      const wanted = model.get(type)?.page(offset);
      assert.ok(wanted && Buffer.compare(wanted, page) === 0, "laws 2 and 9: the bytes last stored, once");
      model.get(type)?.set(offset, "law 9: it was taken away");
    }
    this.#taken += pages.length;
    this.#loads += pages.length;
    this.#count("takePages");
  }

  // ── operations of the pool ───────────────────────────────────────────────────────────────────────────

  #poolStep(): void {
    const { random, arenas } = this;
    const dice = random.below(100);
    const arena = random.pick(arenas.list);
    if (dice < 40) this.#moveStep();
    else if (dice < 65) this.#count(arena.compact(1 + random.below(4)) > 0 ? "compacted" : "compact");
    else if (dice < 75) this.#count(arena.settle(1 + random.below(20)) > 0 ? "settled" : "settle");
    else if (dice < 80) {
      arena.engine.trim();
      this.#count("trim");
    } else if (dice < 88) {
      const most = arenas.maxBytes;
      arenas.limitBytes = random.below(3) ? Math.floor((most * (1 + random.below(8))) / 8) : most;
      this.#count("limit");
    } else if (dice < 93) {
      arenas.compress = random.below(3) > 0;
      this.#count("codec");
    } else if (this.#verify) {
      this.#refusal = random.below(2) ? 1 + random.below(2 ** 30) : 0;
      for (const one of arenas.list) (one.engine as Doors).door_refuse_growth(this.#refusal);
      this.#count("refuse growth");
    }
  }

  /** The inner steps of a shrink, one at a time, with whatever else happens in between. */
  #moveStep(): void {
    const { random, arenas } = this;
    if (this.#source === undefined) {
      this.#drain();
      return;
    }
    if (random.below(12) === 0) {
      arenas.undrain(this.#source);
      this.#source = undefined;
      this.#count("undrain");
      return;
    }
    // Most often many windows at a time, or nothing would ever be empty.
    let result = arenas.move(this.#source);
    for (let more = random.below(12); more > 0 && result === "moved"; more--) {
      assert.equal(this.arenas.selfCheck(), 0, "the self check between two moves");
      result = arenas.move(this.#source);
    }
    this.#count(result);
    if (result !== "empty") return;
    const before = arenas.reservedBytes;
    const { bytes } = arenas.remove(this.#source);
    assert.equal(arenas.reservedBytes, before - bytes, "what an arena had is given back");
    this.#source = undefined;
  }

  /** Begins to empty an arena into another, or into one made for it. */
  #drain(): void {
    const { random, arenas } = this;
    const source = random.pick(arenas.list);
    const others = arenas.list.filter((one) => one !== source);
    this.#fresh = others.length === 0 || random.below(2) === 0;
    const target = this.#fresh
      ? arenas.tryAddTarget(FRESH_WASM_PAGES + random.below(16))
      : random.pick(others);
    this.#count(target === undefined ? "no target" : "drain");
    if (target === undefined) return;
    arenas.drain(source, target);
    this.#source = source;
  }

  // ── what must hold ───────────────────────────────────────────────────────────────────────────────────

  #check(reservedBefore: number): void {
    const { arenas } = this;
    assert.equal(arenas.selfCheck(), 0, "law 18: the self check (see Finding in assembly/audit.ts)");
    const reserved = arenas.reservedBytes;
    let sum = 0;
    for (const arena of arenas.list) sum += arena.engine.memory.buffer.byteLength;
    assert.equal(sum, reserved);
    assert.ok(reserved <= arenas.maxBytes, `law 14: ${reserved} bytes reserved of ${arenas.maxBytes}`);
    const bound = this.#fresh && this.#source !== undefined ? arenas.maxBytes : arenas.limitBytes;
    assert.ok(
      reserved <= reservedBefore || reserved <= bound,
      `law 14: grown from ${reservedBefore} to ${reserved} bytes beyond the limit of ${bound}`,
    );

    let stored = 0;
    for (const { swap, model } of this.#parties) {
      for (let type = 0; type < TYPES; type++) {
        const pages = model.get(type)?.pages ?? 0;
        assert.equal(swap.currPages(type), pages, "law 18: pages of an area");
        stored += pages;
      }
    }
    this.#checkCounters(stored);
  }

  #checkCounters(stored: number): void {
    const stats = this.arenas.stats();
    const law = "law 18: the counters add up";
    assert.equal(stats.stores, this.#stores, `${law}: stores`);
    assert.equal(stats.succStores, this.#kept, `${law}: succStores`);
    assert.equal(stats.failedStores, this.#stores - this.#kept, `${law}: failedStores`);
    assert.equal(stats.refused.closed, this.#closed, `${law}: refused.closed`);
    assert.equal(
      stats.refused.full + stats.refused.poor,
      this.#stores - this.#kept - this.#closed,
      `${law}: refused`,
    );
    assert.equal(stats.loads, this.#loads, `${law}: loads`);
    assert.equal(stats.failedLoads, this.#misses, `${law}: failedLoads`);
    assert.equal(stats.damagedLoads, 0, "law 19: nothing is damaged");
    assert.equal(stats.removed.invalidated, this.#invalidated, `${law}: removed.invalidated`);
    assert.equal(stats.removed.areas, this.#areasDropped, `${law}: removed.areas`);
    assert.equal(stats.removed.taken, this.#taken, `${law}: removed.taken`);
    assert.equal(stats.storedPages, stored, `${law}: storedPages`);
    const removed = this.#invalidated + this.#areasDropped + this.#taken + stats.removed.overwritten;
    assert.equal(stats.storedPages, this.#kept - removed, `${law}: storedPages and what was removed`);
    assert.equal(
      stats.storedPages,
      stats.sameFilledPages + stats.duplicatePages + stats.bodies,
      `${law}: kinds of pages`,
    );
    assert.equal(
      stats.arenas.reduce((sum, { pages }) => sum + pages, 0),
      stored,
      `${law}: pages of the arenas`,
    );
    const { bytes } = stats;
    assert.ok(bytes.compressed <= bytes.encoded, "law 15: bodies are no longer than their pages");
    assert.ok(bytes.live <= bytes.used && bytes.used <= bytes.reserved, `${law}: live, used, reserved`);
    assert.ok(bytes.compressed <= bytes.live, `${law}: bodies are live`);
  }

  /** Every page that should be there, byte by byte. */
  everything(): void {
    const target = new Uint8Array(this.arenas.pageSize);
    for (const { swap, model } of this.#parties) {
      swap.exclusiveGets = false;
      for (const [type, area] of model) {
        for (const offset of [...area.keys.keys()]) {
          if (!area.page(offset)) continue;
          this.#loaded(swap.load(type, offset, target), swap, model, type, offset, target);
        }
      }
    }
  }

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}

/** The secret of a pool's hash comes from the host, and with it the order of its buckets: here it comes from the seed. */
function withSecretOf<T>(random: Random, make: () => T): T {
  const { crypto } = globalThis;
  const { getRandomValues } = crypto;
  crypto.getRandomValues = <A>(array: A): A => {
    if (array instanceof Uint32Array) for (let i = 0; i < array.length; i++) array[i] = random.next();
    return array;
  };
  try {
    return make();
  } finally {
    crypto.getRandomValues = getRandomValues;
  }
}

/** A small pool of several arenas in which everything moves: its size and settings drawn from the seed's own numbers. */
export function movingModel(build: Build, random: Random): PoolModel {
  const maxBytes = random.pick([1.25, 1.5, 2, 2.5, 3, 4]) * 2 ** 20;
  return new PoolModel(random, {
    build,
    moving: true,
    leastShare: random.pick([6, 8, 12, 16]),
    pool: {
      maxBytes,
      pageSize: random.below(8) ? 4096 : 8192,
      dedupe: random.pick(["client", "client", "pool", false]),
      incompressible: random.below(6) ? "keep" : "refuse",
      acceptThreshold: random.pick([1, 1, 0.9, 0.7]),
      zeroize: random.below(3) === 0,
      nursery: random.below(3) ? Math.floor(maxBytes / random.pick([4, 8, 32])) : false,
      verify: true,
    },
  });
}
