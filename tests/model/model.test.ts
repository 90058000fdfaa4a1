/**
 * Shows that a pool behaves like a Map that may refuse, under random operations, and that every structure of the
 * engine adds up after each of them.
 *
 * How: two clients with several areas over one small arena, so that it is full half of the time; pages of all kinds
 * and lengths from a small stock, so that duplicates are common. After each operation the engine's self check, the
 * operation's answer against the model, and now and then every page. On the verify build (costly assertions, red
 * zones), on the release build, and on one whose hash has four bits, where nearly every new page collides with others
 * and only comparing bytes keeps them apart; then all sequences of up to four operations over two keys, without chance.
 * The seed is printed; SPILLWAY_SEED=n repeats a run, SPILLWAY_STEPS=n sets its length.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Arenas } from "#lib/arenas.js";
import type { Frontswap } from "#lib/frontswap.js";
import { type Build, frontswapOver, openArenas } from "../support/arena.js";
import { Random, runSeed } from "../support/random.js";

const STEPS = Number(process.env.SPILLWAY_STEPS ?? 20_000);
const OFFSETS = 1200;

/** What a client should hold: an area is open when it is in the map. */
type Model = Map<number, Map<number, Uint8Array>>;

interface Party {
  swap: Frontswap;
  model: Model;
}

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

class Run {
  readonly arena: Arenas;
  readonly random: Random;
  readonly parties: Party[];
  readonly pages: Uint8Array[];
  readonly counts = new Map<string, number>();

  constructor(build: Build, pageSize: number, dedupe: "client" | "pool" | false, seed: number) {
    this.random = new Random(seed);
    this.arena = openArenas(build, {
      maxBytes: 64 * pageSize + 2 ** 20,
      pageSize,
      dedupe,
      incompressible: dedupe === "pool" ? "refuse" : "keep",
    });
    this.pages = stockOfPages(this.random, pageSize);
    this.parties = [1, 2].map((client) => ({
      swap: frontswapOver(this.arena, client, dedupe === "pool" ? 0 : client),
      model: new Map(),
    }));
  }

  step(): void {
    const { random } = this;
    const { swap, model } = random.pick(this.parties);
    const type = random.below(3);
    const offset = random.below(OFFSETS);
    const dice = random.below(1000);
    swap.exclusiveGets = dice % 17 === 0;
    if (dice < 500) this.store(swap, model, type, offset);
    else if (dice < 620) this.storeMany(swap, model, type, offset);
    else if (dice < 780) this.load(swap, model, type, offset);
    else if (dice < 850) this.loadMany(swap, model, type, offset);
    else if (dice < 960) {
      assert.equal(swap.invalidatePage(type, offset), model.get(type)?.delete(offset) ?? false);
      this.count("invalidatePage");
    } else if (dice < 963) {
      assert.equal(swap.invalidateArea(type), model.get(type)?.size ?? 0);
      model.delete(type);
      this.count("invalidateArea");
    } else {
      swap.init(type);
      if (!model.has(type)) model.set(type, new Map());
      this.count("init");
    }
    for (const party of this.parties) {
      for (let t = 0; t < 3; t++) assert.equal(party.swap.currPages(t), party.model.get(t)?.size ?? 0);
    }
  }

  /** One of the stock, half of the time with four bytes changed: a page like it, and no duplicate. */
  page(): Uint8Array {
    const page = this.random.pick(this.pages);
    if (page.length < 4 || this.random.below(2)) return page;
    const stamped = Uint8Array.from(page);
    this.random.fill(stamped.subarray(this.random.below(page.length - 3)).subarray(0, 4));
    return stamped;
  }

  store(swap: Frontswap, model: Model, type: number, offset: number): void {
    const page = this.page();
    this.stored(swap.store(type, offset, page), model, type, offset, page);
  }

  storeMany(swap: Frontswap, model: Model, type: number, offset: number): void {
    const offsets = Array.from(
      { length: this.random.below(40) },
      () => (offset + this.random.below(50)) % OFFSETS,
    );
    const pages = offsets.map(() => this.page());
    for (const [i, kept] of swap.storeMany(type, offsets, pages).entries()) {
      this.stored(kept, model, type, offsets[i] as number, pages[i] as Uint8Array);
    }
  }

  stored(kept: boolean, model: Model, type: number, offset: number, page: Uint8Array): void {
    this.count(kept ? "kept" : "refused");
    const area = model.get(type);
    if (kept) assert.ok(area, "kept only in an open area");
    if (kept) area?.set(offset, Uint8Array.from(page));
    else area?.delete(offset);
  }

  load(swap: Frontswap, model: Model, type: number, offset: number): void {
    const wanted = model.get(type)?.get(offset);
    const target = new Uint8Array(
      this.random.pick([this.arena.pageSize, this.arena.pageSize + 9, wanted?.length ?? 1]),
    );
    this.random.fill(target.subarray(0, 16));
    assert.equal(swap.load(type, offset, target), wanted !== undefined);
    this.loaded(swap, model, type, offset, target);
  }

  loadMany(swap: Frontswap, model: Model, type: number, offset: number): void {
    const offsets = [
      ...new Set(Array.from({ length: this.random.below(40) }, (_, i) => (offset + 3 * i) % OFFSETS)),
    ];
    const targets = offsets.map(() => new Uint8Array(this.arena.pageSize));
    const found = swap.loadMany(type, offsets, targets);
    for (const [i, one] of offsets.entries()) {
      assert.equal(found[i], model.get(type)?.has(one) ?? false);
      this.loaded(swap, model, type, one, targets[i] as Uint8Array);
    }
  }

  loaded(swap: Frontswap, model: Model, type: number, offset: number, target: Uint8Array): void {
    const area = model.get(type);
    const wanted = area?.get(offset);
    this.count(wanted ? "hit" : "miss");
    if (!wanted) return;
    assert.equal(Buffer.compare(target.subarray(0, wanted.length), wanted), 0, "the bytes last stored");
    if (swap.exclusiveGets) area?.delete(offset);
  }

  everything(): void {
    const target = new Uint8Array(this.arena.pageSize);
    for (const { swap, model } of this.parties) {
      swap.exclusiveGets = false;
      for (const [type, area] of model) {
        for (const [offset, wanted] of area) {
          assert.equal(swap.load(type, offset, target), true);
          assert.equal(Buffer.compare(target.subarray(0, wanted.length), wanted), 0);
        }
      }
    }
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}

const seed = runSeed();

describe(`the model, seed ${seed}`, () => {
  for (const build of ["verify", "doors", "collide"] as const) {
    for (const [pageSize, dedupe] of [
      [4096, "client"],
      [4096, "pool"],
      [4096, false],
      [65536, "client"],
    ] as const) {
      test(`${build}, pages of ${pageSize}, dedupe ${dedupe}`, (t) => {
        const run = new Run(build, pageSize, dedupe, seed);
        const steps = STEPS / (pageSize === 4096 ? 1 : 10) / (build === "collide" ? 10 : 1);
        let step = 0;
        try {
          for (; step < steps; step++) {
            run.step();
            assert.equal(run.arena.selfCheck(), 0, "the self check (see Finding in assembly/audit.ts)");
            if (step % 1000 === 0) run.everything();
          }
          run.everything();
        } catch (error) {
          throw new Error(`step ${step}; repeat with SPILLWAY_SEED=${seed}`, { cause: error });
        }
        const stats = run.arena.stats();
        t.diagnostic([...run.counts].map(([what, n]) => `${what} ${n}`).join(", "));
        // A long run means something only if it has been everywhere.
        if (build === "collide" && dedupe) assert.ok(stats.hashCollisions > 0, "hashes collided");
        if (steps < 10_000) return;
        for (const what of ["kept", "refused", "hit", "miss", "invalidateArea"])
          assert.ok(run.counts.get(what), what);
        assert.ok(stats.squeezed.slabs > 0, "slabs were squeezed");
        if (dedupe === "pool") assert.ok(stats.refused.poor > 0, "pages were too poor");
        else assert.ok(stats.refused.full > 0, "it was full at times");
      });
    }
  }

  test("every sequence of up to four operations over two keys and four kinds of page", () => {
    const arena = openArenas("verify", { maxBytes: "1MiB" });
    const random = new Random(7);
    const pages = [
      new Uint8Array(4096),
      new Uint8Array(Buffer.alloc(4096, "twice the same text, ")),
      random.fill(new Uint8Array(4096)),
      random.fill(new Uint8Array(4096)).subarray(0, 100),
    ];
    const swap = frontswapOver(arena, 1, 1);
    const target = new Uint8Array(4096);
    // 0-7 store page 0-3 under key 0-1; 8-9 load; 10-11 invalidate; 12 drop the area and open it again.
    const OPERATIONS = 13;
    let sequences = 0;
    for (let length = 1; length <= 4; length++) {
      for (let code = 0; code < OPERATIONS ** length; code++) {
        const model = new Map<number, Uint8Array>();
        swap.init(0);
        for (let i = 0, rest = code; i < length; i++, rest = Math.floor(rest / OPERATIONS)) {
          const operation = rest % OPERATIONS;
          const key = operation & 1;
          if (operation < 8) {
            const page = pages[operation >> 1] as Uint8Array;
            assert.equal(swap.store(0, key, page), true);
            model.set(key, page);
          } else if (operation < 10) {
            const wanted = model.get(key);
            assert.equal(swap.load(0, key, target), wanted !== undefined);
            if (wanted) assert.equal(Buffer.compare(target.subarray(0, wanted.length), wanted), 0);
          } else if (operation < 12) {
            assert.equal(swap.invalidatePage(0, key), model.delete(key));
          } else {
            assert.equal(swap.invalidateArea(0), model.size);
            model.clear();
            swap.init(0);
          }
        }
        assert.equal(arena.selfCheck(), 0);
        swap.invalidateArea(0);
        sequences += 1;
      }
    }
    assert.equal(sequences, 13 + 13 ** 2 + 13 ** 3 + 13 ** 4);
    assert.equal(arena.stats().storedPages, 0);
  });
});
