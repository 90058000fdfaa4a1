/**
 * clients.ts - many clients of one pool, each beside a Map: two whose pages persist and three whose pages may
 * be evicted, with caps and weights, over one small pool that is full most of the time.
 *
 * A page that persists must be there, byte for byte. A page that may be evicted must be there whole or be
 * gone, and once it was missed it must not come back (laws 2, 3, 4, 7, 10). A frozen pool keeps nothing new,
 * and forgets the page that a store was to replace (law 5). After each step the run checks every arena and
 * the equations, and that no client is charged more than its cap.
 */
import assert from "node:assert/strict";
import { Cleancache } from "#lib/clients/cleancache.js";
import { Frontswap } from "#lib/clients/frontswap.js";
import type { Router } from "#lib/core/router.js";
import { openArenas, openSpilling, withSecretOf } from "../pools.js";
import { Random } from "../random.js";
import { restoreInto } from "../restore.js";
import { assertEquations } from "./pool.js";
import { type DeviceKind, PoolDevice } from "./pool_device.js";

const PAGE = 4096;
const CAP = 150_000;

type MakeSwap = new (
  arenasOf: () => Router,
  client: number,
  scope: number,
  name: string,
  cap: number,
) => Frontswap;
type MakeCache = new (
  arenasOf: () => Router,
  client: number,
  scope: number,
  settings: { name: string; weight: number; maxBytes: number },
  sharedFs: () => undefined,
) => Cleancache;

export interface ClientsOptions {
  dedupe: "client" | "pool" | false;
  /** Whether the pool is large enough, and its shares small enough, for several arenas. */
  several: boolean;
  seed: number;
  /** A device that works at all times. Default: "none". */
  device?: DeviceKind;
}

/** One run, from a seed. */
export class ClientsRun {
  readonly arenas: Router;
  readonly random: Random;
  readonly pages: Uint8Array[];
  readonly counts = new Map<string, number>();
  readonly swaps: { swap: Frontswap; model: Map<number, Uint8Array>; cap: number }[] = [];
  readonly caches: { cache: Cleancache; fs: number; model: Map<number, Uint8Array>; cap: number }[] = [];
  readonly #dedupe: "client" | "pool" | false;
  #clients = 0;
  /** Stores that a frozen pool must have refused. */
  #frozen = 0;
  /** Whether pages that share a body may end up in two arenas, each with a body there. */
  readonly #splits: boolean;

  constructor({ dedupe, several, seed, device = "none" }: ClientsOptions) {
    this.random = new Random(seed);
    this.#dedupe = dedupe;
    this.#splits = several && dedupe !== false;
    const maxBytes = several ? 40 * 65_536 : 2 ** 20 + 2 ** 18;
    const share = several ? 16 : undefined;
    const options = { maxBytes, dedupe, nursery: 4 * PAGE };
    const spill = device === "none" ? undefined : new PoolDevice(this.random, device, PAGE, false);
    this.arenas = withSecretOf(this.random, () =>
      spill ? openSpilling("verify", [spill.device], options, share) : openArenas("verify", options, share),
    );
    this.pages = Array.from({ length: 900 }, (_, i) => {
      const page = new Uint8Array(PAGE);
      if (i % 5 === 0) return page.fill(i);
      const every = 1 + (i % 4);
      for (let at = 0; at < PAGE; at += every) page[at] = this.random.next();
      return page.subarray(0, i % 7 ? PAGE : 1 + this.random.below(PAGE));
    });
    for (const cap of [Number.POSITIVE_INFINITY, CAP]) this.#openSwap(cap);
    for (const cap of [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, CAP]) this.#openCache(cap);
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  #scope(client: number): number {
    return this.#dedupe === "pool" ? 0 : client;
  }

  #openSwap(cap: number): void {
    const client = ++this.#clients;
    const make = Frontswap as unknown as MakeSwap;
    const swap = new make(() => this.arenas, client, this.#scope(client), `swap ${client}`, cap);
    swap.init(0);
    this.swaps.push({ swap, model: new Map(), cap });
  }

  #openCache(cap: number): void {
    const client = ++this.#clients;
    const settings = { name: `cache ${client}`, weight: 1 + this.random.below(5), maxBytes: cap };
    const make = Cleancache as unknown as MakeCache;
    const cache = new make(
      () => this.arenas,
      client,
      this.#scope(client),
      settings,
      () => undefined,
    );
    this.caches.push({ cache, fs: cache.initFs(), model: new Map(), cap });
  }

  /** One operation, and all checks. */
  step(): void {
    const { random } = this;
    const what = random.below(100);
    if (what < 35) this.#swap();
    else if (what < 96) this.#cache();
    else if (what < 98) this.#move();
    else if (what < 99) this.#spill();
    else if (random.below(20) === 0) this.#reopen();
    assert.equal(this.arenas.selfCheck(), 0, "self check");
    assertEquations(this.arenas.stats());
    for (const { swap, model, cap } of this.swaps) {
      const { storedPages, bytes } = swap.stats();
      assert.equal(storedPages, model.size, "law 7: what persists is there");
      assert.ok(this.#splits || bytes.counted <= cap, "a cap");
    }
    for (const { cache, model, cap } of this.caches) {
      const { storedPages, bytes } = cache.stats();
      assert.ok(storedPages <= model.size, "no more than was put");
      assert.ok(this.#splits || bytes.counted <= cap, "a cap");
    }
  }

  /** What a store answered; a frozen pool must have refused it. */
  #kept(kept: boolean): boolean {
    if (!this.arenas.admission.frozen) return kept;
    assert.equal(kept, false, "law 5: frozen");
    this.#frozen += 1;
    return false;
  }

  #swap(): void {
    const { random } = this;
    const { swap, model } = random.pick(this.swaps);
    const offset = random.below(400);
    const what = random.below(10);
    if (what < 5) {
      const page = random.pick(this.pages);
      if (this.#kept(swap.store(0, offset, page))) model.set(offset, page);
      else model.delete(offset);
      this.count(model.has(offset) ? "kept" : "refused");
    } else if (what < 8) {
      const back = new Uint8Array(PAGE);
      const page = model.get(offset);
      assert.equal(swap.load(0, offset, back), page !== undefined, "law 2");
      if (page) assert.deepEqual(back.subarray(0, page.length), page, "law 2");
    } else {
      assert.equal(swap.invalidatePage(0, offset), model.delete(offset));
    }
    if (random.below(1500) === 0) {
      swap.invalidateArea(0);
      swap.init(0);
      model.clear();
      this.count("area");
    }
  }

  #cache(): void {
    const { random } = this;
    const party = random.pick(this.caches);
    const { cache, fs, model } = party;
    const inode = random.below(8) * 0x1_0000_0003;
    const index = random.below(40);
    const key = (inode % 1009) * 100 + index;
    const what = random.below(100);
    if (what < 55) {
      const page = random.pick(this.pages);
      if (this.#kept(cache.putPage(fs, inode, index, page))) model.set(key, page);
      else model.delete(key);
      this.count(model.has(key) ? "put" : "not put");
    } else if (what < 90) {
      const back = new Uint8Array(PAGE);
      const page = model.get(key);
      const found = cache.getPage(fs, inode, index, back);
      if (found) {
        assert.ok(page !== undefined, "law 4: what is gone stays gone");
        assert.deepEqual(back.subarray(0, page.length), page, "laws 3 and 10");
      }
      // The load has taken it, or it was evicted.
      model.delete(key);
      this.count(found ? "got" : "missed");
    } else if (what < 96) {
      if (cache.invalidatePage(fs, inode, index)) assert.ok(model.has(key));
      model.delete(key);
    } else if (what < 99 || random.below(8) > 0) {
      cache.invalidateInode(fs, inode);
      for (const one of model.keys()) if (Math.floor(one / 100) === inode % 1009) model.delete(one);
      this.count("inode");
    } else {
      cache.invalidateFs(fs);
      party.fs = cache.initFs();
      model.clear();
      this.count("fs");
    }
  }

  /**
   * Memory moves: compaction, arenas emptied into others, ephemeral pages let go; stores are frozen for a
   * while.
   */
  #move(): void {
    const { random, arenas } = this;
    if (random.below(4) === 0) {
      arenas.admission.frozen = !arenas.admission.frozen;
      this.count(arenas.admission.frozen ? "frozen" : "thawed");
    }
    const what = random.below(4);
    if (what === 0) random.pick(arenas.memory.each()).compact(1 + random.below(4));
    if (what === 1) arenas.evictions.evictTo(arenas.memory.liveBytes - random.below(50_000));
    if (what === 2) arenas.memory.limitBytes = arenas.memory.maxBytes * (0.6 + random.below(5) / 10);
    const draining = arenas.memory.each().find((arena) => arena.draining);
    if (draining === undefined && arenas.memory.count > 1 && what === 3) {
      const [source, target] = arenas.memory.each();
      arenas.moving.drain(source as never, target as never);
    } else if (draining !== undefined) {
      const result = arenas.moving.move(draining);
      if (result === "empty") arenas.moving.remove(draining);
      else if (result === "stuck" || random.below(4) === 0) arenas.moving.undrain(draining);
      this.count(result);
    }
  }

  /** Bodies leave for the device, if there is one, and its segments are cleaned. */
  #spill(): void {
    const { spilled } = this.arenas;
    if (spilled === undefined) return;
    if (this.random.below(2)) this.count(spilled.makeRoom() ? "spilled" : "not spilled");
    else if ((spilled.log.clean(Number.POSITIVE_INFINITY) as number) > 0) this.count("cleaned");
  }

  #reopen(): void {
    const { random } = this;
    if (random.below(2)) {
      const party = this.swaps.splice(random.below(this.swaps.length), 1)[0];
      party?.swap.close();
      this.#openSwap(party?.cap as number);
    } else {
      const party = this.caches.splice(random.below(this.caches.length), 1)[0];
      party?.cache.close();
      this.#openCache(party?.cap as number);
    }
    this.count("reopened");
  }

  /** An image, restored into another pool, has every page that persists and no other (law 17). */
  async image(): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.arenas.images.snapshot(this.arenas.memory.maxBytes)) chunks.push(chunk);
    const again = openArenas("verify", { maxBytes: 2 * this.arenas.memory.maxBytes, dedupe: this.#dedupe });
    const swapOf = await restoreInto(Buffer.concat(chunks), again);
    assert.equal(again.selfCheck(), 0, "the self check of what was restored");
    const back = new Uint8Array(PAGE);
    for (const { swap, model } of this.swaps) {
      const restored = swapOf(swap.stats().name);
      assert.equal(restored.currPages(0), model.size, "law 17: as many pages");
      for (const [offset, page] of model) {
        assert.ok(restored.load(0, offset, back), "law 17: a page");
        assert.deepEqual(back.subarray(0, page.length), page, "law 17: its bytes");
      }
    }
    this.count("image");
  }

  /** Loads and compares every page that persists. */
  everything(): void {
    const back = new Uint8Array(PAGE);
    for (const { swap, model } of this.swaps) {
      for (const [offset, page] of model) {
        assert.ok(swap.load(0, offset, back));
        assert.deepEqual(back.subarray(0, page.length), page);
      }
    }
    assert.equal(this.arenas.stats().refused.frozen, this.#frozen, "law 18: frozen");
  }
}
