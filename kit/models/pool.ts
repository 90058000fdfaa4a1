/**
 * pool.ts - a pool beside a Map that says what the pool must hold, under random operations.
 *
 * A run is two clients with several areas over the arenas of one small pool that is full half of the time.
 * Pages are of all kinds and lengths, from a small stock, so that duplicates are common. Each store names any
 * kind, which must not matter.
 *
 * Between the clients' operations memory moves: slabs are compacted, bodies are made dense, arenas are
 * emptied into others or into fresh ones and let go, and some of that is given up half way. The limit rises
 * and falls, the host refuses to grow, the codec changes, the pool is frozen and thawed, young pages settle,
 * pages are handed back. With a device bodies leave for it and come back, its segments are cleaned, and it is
 * full, fails, lies or loses a segment at times (pool_device.ts).
 *
 * After each step the run checks every arena, the answer against the model, the sum of all memories against
 * the limit, every counter and every equation; now and then every page. The message of a failure names the
 * law that it breaks.
 */
import assert from "node:assert/strict";
import type { SpillwayError, SpillwayErrorCode } from "#lib/base/errors.js";
import type { StoreOptions } from "#lib/base/options/client.js";
import type { Frontswap } from "#lib/clients/frontswap.js";
import type { Router } from "#lib/core/router.js";
import type { Arena } from "#lib/engine/arena.js";
import type { RestedPage } from "#lib/engine/arena_dense.js";
import type { AreaHandle } from "#lib/engine/keys.js";
import type { Workshop } from "#lib/engine/workshop.js";
import type { PoolStats } from "#lib/telemetry/stats_types.js";
import {
  addressOf,
  type Build,
  type Doors,
  frontswapOver,
  openArenas,
  openSpilling,
  openWorkshop,
  withSecretOf,
} from "../pools.js";
import { Random } from "../random.js";
import { type DeviceKind, PoolDevice } from "./pool_device.js";

const OFFSETS = 1200;
const HOT_OFFSETS = 40;
const TYPES = 3;
const WASM_PAGE = 65_536;

/** What a client should hold: an area is open when it is in the map. */
type Model = Map<number, Map<number, Uint8Array>>;

interface Party {
  /** Its number in the pool. */
  client: number;
  swap: Frontswap;
  model: Model;
}

export interface RunOptions {
  build: Build;
  pageSize: number;
  dedupe: "client" | "pool" | false;
  /** Whether the pool is large enough, and its shares small enough, for several arenas. */
  several: boolean;
  seed: number;
  /** Default: "none". */
  device?: DeviceKind;
  /** Whether the device is in trouble at times. Default: true. */
  troubled?: boolean;
}

/** Pages of six kinds, every fourth shorter than a page. */
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

/** The equations of the statistics (law 18). */
export function assertEquations(stats: PoolStats): void {
  assert.equal(stats.stores, stats.succStores + stats.failedStores, "law 18: stores");
  const { full, poor, closed, capped, frozen, off, shadow } = stats.refused;
  const refused = full + poor + closed + capped + frozen + off + shadow;
  assert.equal(stats.failedStores, refused, "law 18: refusals");
  const { overwritten, invalidated, areas, taken, evicted } = stats.removed;
  const removed = overwritten + invalidated + areas + taken + evicted;
  assert.equal(stats.storedPages, stats.succStores - removed, "law 18: pages");
  assert.equal(stats.invalidates, invalidated + areas);
  const { loads, failedLoads, damagedLoads, smallLoads, spill } = stats;
  const failed = failedLoads + damagedLoads + smallLoads + (spill?.lostLoads ?? 0) + (spill?.laterLoads ?? 0);
  assert.equal(stats.triedLoads, loads + failed, "law 18: loads");
  assert.ok(taken <= loads, "law 18: what was taken was delivered");
  assert.equal(stats.storedPages, stats.sameFilledPages + stats.duplicatePages + stats.bodies);
  assert.ok(stats.incompressiblePages + stats.youngPages <= stats.bodies);
  assert.ok(stats.densePages <= stats.bodies);
  const { raw, encoded, compressed, live, used, reserved, max } = stats.bytes;
  assert.ok(compressed <= encoded && encoded <= raw, "law 15: a body is no longer than its page");
  assert.ok(compressed - (spill?.bytes ?? 0) < live && live <= used && used <= reserved && reserved <= max);
  if (spill !== undefined) {
    assert.equal(spill.packed, spill.spilled + spill.changed + spill.failed + spill.flying, "law 18: packed");
    assert.equal(spill.bodies, spill.spilled + spill.moved - spill.promoted - spill.freed, "law 18: away");
    assert.equal(spill.flying, 0, "a synchronous device answers at once");
    assert.ok(spill.bodies <= stats.bodies && spill.bytes <= spill.slotBytes);
  }
  assert.equal(
    stats.storedPages,
    stats.arenas.reduce((sum, { pages }) => sum + pages, 0),
  );
  assert.ok(stats.peaks.storedPages >= stats.storedPages && stats.peaks.bytes.live >= live);
  assert.ok(stats.peaks.bytes.reserved >= reserved);
}

/** One run, from a seed. */
export class ModelRun {
  readonly arenas: Router;
  readonly random: Random;
  readonly parties: Party[];
  readonly pages: Uint8Array[];
  readonly counts = new Map<string, number>();
  readonly #canRefuseGrowth: boolean;
  readonly #device: PoolDevice | undefined;
  readonly #troubled: boolean;
  readonly #scopes: number[];
  readonly #workshop: Workshop;
  readonly #dictionaries = new Map<number, { version: number; dictionary: Uint8Array }>();
  /** What a fresh arena needs for its fixed regions and a few blocks. */
  readonly #leastWasmPages: number;
  /** What the counters must say, by the answers that the clients got. */
  readonly #told = {
    stores: 0,
    succStores: 0,
    closed: 0,
    frozen: 0,
    loads: 0,
    failedLoads: 0,
    smallLoads: 0,
    damagedLoads: 0,
    lostLoads: 0,
    invalidated: 0,
    areas: 0,
    taken: 0,
  };

  constructor({ build, pageSize, dedupe, several, seed, device = "none", troubled = true }: RunOptions) {
    this.random = new Random(seed);
    const leastShare = Math.max(16, (64 * pageSize) / WASM_PAGE);
    const options = {
      maxBytes: several ? 2.5 * leastShare * WASM_PAGE : 64 * pageSize + 2 ** 20,
      pageSize,
      dedupe,
      incompressible: dedupe === "pool" ? "refuse" : "keep",
      acceptThreshold: this.random.pick([1, 1, 0.9, 0.6]),
      zeroize: this.random.below(3) === 0 && device !== "plain",
      nursery: this.random.below(3) * 8 * pageSize,
    } as const;
    const share = several ? leastShare : undefined;
    this.#device =
      device === "none" ? undefined : new PoolDevice(this.random, device, pageSize, build === "collide");
    this.#troubled = troubled;
    const devices = this.#device && [this.#device.device];
    this.arenas = withSecretOf(this.random, () =>
      devices ? openSpilling(build, devices, options, share) : openArenas(build, options, share),
    );
    this.#leastWasmPages = 4 + Math.ceil((34 * pageSize) / WASM_PAGE);
    this.#canRefuseGrowth = build !== "doors";
    this.pages = stockOfPages(this.random, pageSize);
    this.#scopes = dedupe === "pool" ? [0] : [1, 2];
    this.#workshop = openWorkshop(build, pageSize, this.pages.length * pageSize);
    for (const page of this.pages) assert.ok(this.#workshop.addSample(page));
    this.parties = [1, 2].map((client) => ({
      client,
      swap: frontswapOver(this.arenas, client, dedupe === "pool" ? 0 : client),
      model: new Map(),
    }));
  }

  /** One operation of a client, sometimes with one of the memory before it, and all checks. */
  step(): void {
    const { random, arenas } = this;
    const before = arenas.memory.wasmPages;
    const moved = arenas.memory.each().some((arena) => arena.draining);
    if (random.below(4) === 0) this.#moveMemory();
    if (this.#device !== undefined && random.below(4) === 0) this.#useDevice(this.#device);
    // Frozen for some ten steps: the run is about pages that come and go.
    if (arenas.admission.frozen && random.below(10) === 0) arenas.admission.frozen = false;
    if (random.below(30) === 0) this.#recode(random.pick(arenas.memory.each()));
    this.#operateAny();
    let pages = 0;
    for (const { swap, model } of this.parties) {
      for (let type = 0; type < TYPES; type++) {
        const kept = model.get(type)?.size ?? 0;
        assert.equal(swap.currPages(type), kept, "laws 1, 3, 11: pages of an area");
        pages += kept;
      }
    }
    assert.equal(arenas.selfCheck(), 0, "the self check (see Finding in assembly/audit/audit.ts)");
    assert.ok(arenas.memory.reservedBytes <= arenas.memory.maxBytes, "maxBytes bounds all linear memory");
    // An arena made to move pages into may pass a lowered limit; nothing else grows beyond it.
    const moving = moved || arenas.memory.each().some((arena) => arena.draining);
    const bound = Math.max(before, arenas.memory.limitBytes / WASM_PAGE);
    assert.ok(moving || arenas.memory.wasmPages <= bound, "nothing grows beyond the limit");
    this.#assertCounters(pages);
  }

  /** The counters say what has happened, and agree with one another. */
  #assertCounters(pages: number): void {
    const stats = this.arenas.stats();
    assertEquations(stats);
    const { stores, succStores, loads, failedLoads, smallLoads, damagedLoads, removed } = stats;
    const { invalidated, areas, taken } = removed;
    const { closed, frozen } = stats.refused;
    const lostLoads = stats.spill?.lostLoads ?? 0;
    const asked = { stores, succStores, closed, frozen, loads, failedLoads, smallLoads };
    const said = { ...asked, damagedLoads, lostLoads, invalidated, areas, taken };
    assert.deepEqual(said, this.#told, "law 18: the counters say what the clients were told");
    assert.equal(stats.storedPages, pages, "law 18: storedPages");
    if (this.#device === undefined) assert.equal(stats.damagedLoads, 0, "law 19");
  }

  // ── clients ──────────────────────────────────────────────────────────────────────────────────────────

  #operateAny(): void {
    const { random } = this;
    // Bodies come back from a device only if they are used again and again.
    const offsets = this.#device !== undefined && random.below(2) ? HOT_OFFSETS : OFFSETS;
    this.#operate(random.pick(this.parties), random.below(TYPES), random.below(offsets));
  }

  #operate(party: Party, type: number, offset: number): void {
    const { swap, model } = party;
    const dice = this.random.below(1000);
    swap.exclusiveGets = dice % 17 === 0;
    if (dice < 500) this.#store(swap, model, type, offset);
    else if (dice < 620) this.#storeMany(swap, model, type, offset);
    else if (dice < 780) this.#load(party, type, offset);
    else if (dice < 850) this.#loadMany(party, type, offset);
    else if (dice < 955) {
      const there = model.get(type)?.delete(offset) ?? false;
      assert.equal(swap.invalidatePage(type, offset), there, "law 4");
      if (there) this.#told.invalidated += 1;
      this.tally("invalidatePage");
    } else if (dice < 958) {
      const pages = model.get(type)?.size ?? 0;
      assert.equal(swap.invalidateArea(type), pages, "law 11");
      model.delete(type);
      this.#told.areas += pages;
      this.tally("invalidateArea");
    } else if (dice < 960) {
      this.#handBack(swap, model);
    } else {
      swap.init(type);
      if (!model.has(type)) model.set(type, new Map());
      this.tally("init");
    }
  }

  /** One of the stock, half of the time with four bytes changed: a page like it, and no duplicate. */
  #page(): Uint8Array {
    const page = this.random.pick(this.pages);
    if (page.length < 4 || this.random.below(2)) return page;
    const stamped = Uint8Array.from(page);
    this.random.fill(stamped.subarray(this.random.below(page.length - 3)).subarray(0, 4));
    return stamped;
  }

  #options(): StoreOptions | undefined {
    const kind = this.random.pick([undefined, undefined, "f64", "f32", "i32", "rgba"] as const);
    return kind && { kind };
  }

  #store(swap: Frontswap, model: Model, type: number, offset: number): void {
    const page = this.#page();
    this.#stored(swap.store(type, offset, page, this.#options()), model, type, offset, page);
  }

  #storeMany(swap: Frontswap, model: Model, type: number, offset: number): void {
    const { random } = this;
    const offsets = Array.from({ length: random.below(40) }, () => (offset + random.below(50)) % OFFSETS);
    const pages = offsets.map(() => this.#page());
    for (const [i, kept] of swap.storeMany(type, offsets, pages, this.#options()).entries()) {
      this.#stored(kept, model, type, offsets[i] as number, pages[i] as Uint8Array);
    }
  }

  #stored(kept: boolean, model: Model, type: number, offset: number, page: Uint8Array): void {
    this.tally(kept ? "kept" : "refused");
    const area = model.get(type);
    this.#told.stores += 1;
    if (kept) this.#told.succStores += 1;
    if (!area) this.#told.closed += 1;
    else if (this.arenas.admission.frozen) this.#told.frozen += 1;
    if (kept) assert.ok(!this.arenas.admission.frozen, "law 5: kept only where stores are not frozen");
    if (kept) assert.ok(area, "law 11: kept only in an open area");
    if (kept) area?.set(offset, Uint8Array.from(page));
    else area?.delete(offset);
  }

  #load(party: Party, type: number, offset: number): void {
    const { swap, model } = party;
    const wanted = model.get(type)?.get(offset);
    const target = new Uint8Array(
      this.random.pick([this.arenas.pageSize, this.arenas.pageSize + 9, wanted?.length ?? 1]),
    );
    this.random.fill(target.subarray(0, 16));
    if (wanted !== undefined && offset % 8 === 0) this.#loadTooSmall(swap, type, offset, wanted);
    const fate = this.#fate(party, type, offset);
    if (fate !== undefined) {
      const before = target.slice();
      assert.throws(() => swap.load(type, offset, target), { code: fate }, "law 19");
      assert.deepEqual(target, before, "law 19: nothing was delivered");
      this.#failed(fate);
      return;
    }
    assert.equal(swap.load(type, offset, target), wanted !== undefined, "laws 2 and 4");
    this.#loaded(swap, model, type, offset, target);
  }

  /** The code with which a load must fail, since its device cannot give the page. */
  #fate({ client }: Party, type: number, offset: number): SpillwayErrorCode | undefined {
    if (this.#device === undefined) return undefined;
    const area = [...this.arenas.registry.areas].find(
      ([, one]) => one.client === client && one.type === type,
    );
    return area && this.#device.fate(this.arenas, addressOf(area[0] as AreaHandle, offset));
  }

  #failed(code: SpillwayErrorCode): void {
    if (code === "ERR_SPILLWAY_DEVICE") this.#told.lostLoads += 1;
    else this.#told.damagedLoads += 1;
    this.tally(code === "ERR_SPILLWAY_DEVICE" ? "lostLoad" : "damagedLoad");
  }

  /** Into an array that is too short: an error, and the page is where it was. */
  #loadTooSmall(swap: Frontswap, type: number, offset: number, wanted: Uint8Array): void {
    const short = new Uint8Array(wanted.length - 1);
    assert.throws(() => swap.load(type, offset, short), { code: "ERR_SPILLWAY_ARG_RANGE" });
    assert.ok(
      short.every((byte) => byte === 0),
      "law 2: nothing was delivered",
    );
    this.#told.smallLoads += 1;
    this.tally("tooSmall");
  }

  #loadMany(party: Party, type: number, offset: number): void {
    const { swap, model } = party;
    const some = Array.from({ length: this.random.below(40) }, (_, i) => (offset + 3 * i) % OFFSETS);
    const offsets = [...new Set(some)];
    const targets = offsets.map(() => new Uint8Array(this.arenas.pageSize));
    const fates = offsets.map((one) => this.#fate(party, type, one));
    const { found, failed } = this.#loadAll(swap, type, offsets, targets);
    for (const [i, one] of offsets.entries()) {
      if (failed.includes(one)) {
        // A body may have left while the batch was under way.
        const fate = fates[i] ?? this.#fate(party, type, one);
        assert.ok(fate !== undefined && found[i] === false, "laws 2 and 19");
        this.#failed(fate);
        continue;
      }
      assert.equal(found[i], model.get(type)?.has(one) ?? false, "laws 2 and 4");
      this.#loaded(swap, model, type, one, targets[i] as Uint8Array);
    }
  }

  /** Which pages of a batch were delivered, and the offsets of those that failed. */
  #loadAll(
    swap: Frontswap,
    type: number,
    offsets: readonly number[],
    targets: readonly Uint8Array[],
  ): { found: readonly boolean[]; failed: readonly number[] } {
    try {
      return { found: swap.loadMany(type, offsets, targets), failed: [] };
    } catch (error) {
      const { code, loaded, offsets: failed } = error as SpillwayError;
      if (code !== "ERR_SPILLWAY_DEVICE" && code !== "ERR_SPILLWAY_DAMAGED") throw error;
      assert.ok(loaded !== undefined && failed !== undefined);
      return { found: loaded, failed };
    }
  }

  #loaded(swap: Frontswap, model: Model, type: number, offset: number, target: Uint8Array): void {
    const area = model.get(type);
    const wanted = area?.get(offset);
    this.tally(wanted ? "hit" : "miss");
    if (wanted) this.#told.loads += 1;
    else this.#told.failedLoads += 1;
    if (!wanted) return;
    this.#same(target, wanted);
    if (swap.exclusiveGets && area?.delete(offset)) this.#told.taken += 1;
  }

  #same(found: Uint8Array, wanted: Uint8Array): void {
    const same = Buffer.compare(found.subarray(0, wanted.length), wanted) === 0;
    assert.ok(same, "laws 2, 3, 13: the bytes last stored");
  }

  /** Some pages leave the pool for good, each to the caller. */
  #handBack(swap: Frontswap, model: Model): void {
    const sum = [...model.values()].reduce((pages, area) => pages + area.size, 0);
    const target = Math.max(0, sum - this.random.below(30));
    const before = this.arenas.stats();
    const pages = swap.shrink(target);
    const after = this.arenas.stats();
    // Pages that their device does not give stay, and so may others.
    if (this.#device?.isWell ?? true) assert.equal(pages.length, sum - target);
    else assert.ok(pages.length <= sum - target);
    this.#told.damagedLoads += after.damagedLoads - before.damagedLoads;
    this.#told.lostLoads += (after.spill?.lostLoads ?? 0) - (before.spill?.lostLoads ?? 0);
    for (const { type, offset, page } of pages) {
      const wanted = model.get(type)?.get(offset);
      assert.ok(wanted && wanted.length === page.length, "law 9: a page that was there");
      this.#same(page, wanted);
      model.get(type)?.delete(offset);
    }
    this.#told.loads += pages.length;
    this.#told.taken += pages.length;
    this.tally("handBack");
  }

  // ── memory ───────────────────────────────────────────────────────────────────────────────────────────

  #moveMemory(): void {
    const { random, arenas } = this;
    const arena = random.pick(arenas.memory.each());
    const draining = arenas.memory.each().find((one) => one.draining);
    const dice = random.below(100);
    if (dice < 13) this.tally("compact", arena.compact(1 + random.below(3)));
    else if (dice < 15) this.tally("trim", arena.engine.trim() > 0 ? 1 : 0);
    else if (dice < 20) this.tally("settle", arena.settle(random.below(20)));
    else if (dice < 26) {
      arenas.memory.limitBytes = random.pick([1, 0.5 + random.below(500) / 1000]) * arenas.memory.maxBytes;
      this.tally("limit");
    } else if (dice < 30 && this.#canRefuseGrowth) {
      const seed = random.below(2) * (random.next() | 1);
      for (const one of arenas.memory.each()) (one.engine as Doors).door_refuse_growth(seed);
      this.tally("refuseGrowth");
    } else if (dice < 33) {
      arenas.memory.compress = random.below(4) > 0;
      this.tally("codec");
    } else if (dice < 36) {
      arenas.admission.frozen = true;
      this.tally("frozen");
    } else if (draining) {
      this.#drainOn(draining, dice);
    } else if (dice < 50) {
      this.#drainSome(arena);
    }
  }

  /** Bodies leave, segments are cleaned, the device gets into trouble and out of it, time goes on. */
  #useDevice(device: PoolDevice): void {
    const { random, arenas } = this;
    const { spilled } = arenas;
    assert.ok(spilled);
    const dice = random.below(100);
    if (dice < 30) this.tally("spill", spilled.makeRoom() === undefined ? 0 : 1);
    else if (dice < 50) this.tally("clean", device.clean(spilled.log));
    else if (dice < 60 && this.#troubled) this.tally(`device ${device.change()}`);
    else if (dice < 80) device.wait();
    else if (dice < 81 && this.#troubled) this.tally("lose", device.lose() ? 1 : 0);
  }

  /** Some bodies become dense, by a dictionary of their scope that is renewed now and then. */
  #recode(arena: Arena): void {
    const { random, arenas } = this;
    if (!arenas.dictionaries.allowed || arena.draining) return;
    const scope = random.pick(this.#scopes);
    if (random.below(50) === 0) this.#dictionaries.delete(scope);
    if (random.below(10) === 0) arenas.dictionaries.forget();
    const { version, dictionary } = this.#dictionaryOf(scope);
    const has = arena.dense.dictionaries().some((row) => row.version === version);
    if (!has && !arenas.dictionaries.give(arena, version, scope, dictionary)) {
      this.tally("noDictionary");
      return;
    }
    assert.ok(this.#workshop.use(dictionary));
    if (random.below(3) === 0)
      for (let frame = arena.dense.markIdle(0, 1); frame > 0; ) frame = arena.dense.markIdle(frame, 1);
    const idle = random.below(2) === 1;
    let from: number | undefined = random.below(200);
    for (let left = random.below(40); from !== undefined && left > 0; left--) {
      const { next, page, limit }: RestedPage = arena.dense.find(from, idle, scope);
      if (page !== undefined && random.below(20) > 0) {
        this.#workshop.begin(page);
        let block = random.below(20) === 0 ? new Uint8Array() : this.#workshop.encode(limit);
        while (block === undefined) block = this.#workshop.encode(limit);
        // The host runs between the steps of an encoder.
        for (let meanwhile = random.below(4); meanwhile > 1; meanwhile--) this.#operateAny();
        this.tally(arena.dense.keep(block) > 0 ? "dense" : "inVain");
      }
      from = next;
    }
  }

  #dictionaryOf(scope: number): { version: number; dictionary: Uint8Array } {
    const known = this.#dictionaries.get(scope);
    if (known !== undefined) return known;
    const version = this.arenas.dictionaries.freeVersion();
    assert.ok(version !== undefined);
    this.#workshop.beginTraining(version);
    let dictionary: Uint8Array | undefined;
    while (dictionary === undefined) dictionary = this.#workshop.train();
    this.#dictionaries.set(scope, { version, dictionary });
    return { version, dictionary };
  }

  #drainSome(source: Arena): void {
    const { random, arenas } = this;
    const others = arenas.memory.each().filter((one) => one !== source);
    // Small ones too: one that could hold all pages would in the end do so, and nothing would ever move
    // again.
    const small = this.#leastWasmPages + random.below(12);
    const share = random.below(4) ? Math.min(small, source.wasmPages) : source.wasmPages;
    const fresh = others.length === 0 || random.below(2) ? arenas.moving.tryAddTarget(share) : undefined;
    const target = fresh ?? (others.length > 0 ? random.pick(others) : undefined);
    if (target === undefined) return;
    if (fresh !== undefined) this.tally("fresh");
    arenas.moving.drain(source, target);
    this.tally("drain");
  }

  #drainOn(source: Arena, dice: number): void {
    const { arenas } = this;
    const result = arenas.moving.move(source);
    this.tally(result);
    if (result === "empty") arenas.moving.remove(source);
    else if (result === "stuck" || dice < 37) arenas.moving.undrain(source);
  }

  /** Loads and compares every page. */
  everything(): void {
    const target = new Uint8Array(this.arenas.pageSize);
    for (const party of this.parties) {
      const { swap, model } = party;
      swap.exclusiveGets = false;
      for (const [type, area] of model) {
        for (const [offset, wanted] of area) {
          const fate = this.#fate(party, type, offset);
          if (fate !== undefined) {
            assert.throws(() => swap.load(type, offset, target), { code: fate }, "law 19");
            this.#failed(fate);
            continue;
          }
          assert.equal(swap.load(type, offset, target), true, "law 2");
          this.#told.loads += 1;
          this.#same(target, wanted);
        }
      }
    }
    assertEquations(this.arenas.stats());
  }

  tally(what: string, times = 1): void {
    this.counts.set(what, this.count(what) + times);
  }

  count(what: string): number {
    return this.counts.get(what) ?? 0;
  }
}
