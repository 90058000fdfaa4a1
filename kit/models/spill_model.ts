/**
 * spill_model.ts - a log over arenas of kit/models/fake_arena.ts, beside a Map that says what each page is.
 *
 * A page is in one arena. Each verb does to both what a pool would do, and `verify` loads pages and compares.
 */
import assert from "node:assert/strict";
import type { AwayBody } from "#lib/devices/arena_port.js";
import type { DeviceChange } from "#lib/devices/attached.js";
import type { Clock } from "#lib/devices/clock.js";
import { DeviceFault } from "#lib/devices/faults.js";
import { SpillLog } from "#lib/devices/log.js";
import { Random } from "../random.js";
import { FakeArena, type FakeArenaOptions } from "./fake_arena.js";

/** A clock that stands until it is told to go on. */
export class HandClock implements Clock {
  at = 0;
  readonly #random: Random;
  constructor(seed = 1) {
    this.#random = new Random(seed);
  }
  now(): number {
    return this.at;
  }
  draw(): number {
    return this.#random.next() / 2 ** 32;
  }
}

export interface SpillModelOptions {
  pageSize?: number;
  arenas?: number;
  clock?: Clock;
  arena?: Partial<FakeArenaOptions>;
}

/** What a load of one page came to. */
export type Loaded = Uint8Array | DeviceFault | "damaged" | "gone";

export class SpillModel {
  readonly log: SpillLog;
  readonly arenas: FakeArena[] = [];
  readonly pages = new Map<number, Uint8Array>();
  /** The arena of each page. */
  readonly homes = new Map<number, FakeArena>();
  readonly changes: DeviceChange[] = [];
  readonly #options: Partial<FakeArenaOptions>;

  constructor(devices: readonly unknown[], options: SpillModelOptions = {}) {
    const { pageSize = 4096, arenas = 1, clock, arena = {} } = options;
    this.log = new SpillLog({
      devices,
      pageSize,
      arenas: () => this.arenas,
      changed: (change) => this.changes.push(change),
      ...(clock === undefined ? {} : { clock }),
    });
    this.#options = arena;
    for (let i = 0; i < arenas; i++) this.addArena();
  }

  addArena(): FakeArena {
    const arena = new FakeArena({ segmentBytes: this.log.segmentBytes, ...this.#options });
    arena.open(this.log.unitBits, this.log.overhead);
    this.arenas.push(arena);
    return arena;
  }

  get arena(): FakeArena {
    return this.arenas[0] as FakeArena;
  }

  store(page: number, bytes: Uint8Array, arena = this.homes.get(page) ?? this.arena): void {
    this.invalidate(page);
    arena.store(page, bytes);
    this.pages.set(page, bytes.slice());
    this.homes.set(page, arena);
  }

  invalidate(page: number): void {
    this.homes.get(page)?.invalidate(page);
    this.homes.delete(page);
    this.pages.delete(page);
  }

  move(page: number, to: FakeArena): void {
    const from = this.homes.get(page) as FakeArena;
    if (from === to) return;
    from.moveTo(to, page);
    this.homes.set(page, to);
  }

  /** Spills all that is cold, or as much as devices take. Answers how many bodies left memory. */
  spillAll(arena = this.arena): number {
    let all = 0;
    for (let spilled = -1; spilled !== 0; all += spilled) spilled = this.log.spill(arena) as number;
    return all;
  }

  /** Loads a page from synchronous devices. */
  load(page: number): Loaded {
    const home = this.homes.get(page) as FakeArena;
    const found = home.load(page);
    if (found instanceof Uint8Array) return found;
    try {
      return home.decode(page, found, this.log.read(found) as Uint8Array) ?? "damaged";
    } catch (error) {
      if (error instanceof DeviceFault) return error;
      throw error;
    }
  }

  /** Loads a page from any device, as often as it was moved meanwhile; "gone" if it was removed meanwhile. */
  async loadLater(page: number): Promise<Loaded> {
    for (let tries = 0; tries < 100; tries++) {
      const home = this.homes.get(page);
      if (home === undefined) return "gone";
      const found: Uint8Array | AwayBody = home.load(page);
      if (found instanceof Uint8Array) return found;
      try {
        const bytes = await this.log.read(found);
        const now = this.homes.get(page);
        if (now?.isAway(page) && now.whereIs(page).location === found.location)
          return now.decode(page, found, bytes) ?? "damaged";
      } catch (error) {
        if (!(error instanceof DeviceFault)) throw error;
        if (error.kind !== "stale") return error;
      }
    }
    throw new Error(`page ${page} moves forever`);
  }

  /** Loads a page and brings it back into memory if it was on a device. */
  promote(page: number): void {
    const home = this.homes.get(page) as FakeArena;
    const found = home.load(page);
    if (!(found instanceof Uint8Array)) home.promote(page, this.log.read(found) as Uint8Array);
  }

  /** Loads all pages and compares; answers those that could not be loaded. None has other bytes. */
  verify(): Map<number, Exclude<Loaded, Uint8Array>> {
    const failed = new Map<number, Exclude<Loaded, Uint8Array>>();
    for (const [page, bytes] of this.pages) {
      const loaded = this.load(page);
      if (loaded instanceof Uint8Array) assert.ok(Buffer.compare(loaded, bytes) === 0, `page ${page}`);
      else failed.set(page, loaded);
    }
    return failed;
  }

  /** Counters, tables and live bytes add up (law 18). */
  check(): void {
    for (const arena of this.arenas) arena.check();
    assert.deepEqual(this.log.check(), []);
    const { spilled } = this.log.stats();
    assert.equal(spilled.packed, spilled.spilled + spilled.changed + spilled.failed + spilled.flying);
  }

  get awayBytes(): number {
    return this.arenas.reduce((sum, arena) => sum + arena.bytes.away, 0);
  }
}

/** Bytes of a length from `least` to `most`, of a generator with a random start (xorshift, G. Marsaglia). */
export function randomPage(random: Random, least = 200, most = 2400): Uint8Array {
  const bytes = new Uint8Array(least + random.below(most - least));
  let x = random.next() | 1;
  for (let at = 0; at < bytes.length; at += 3) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    bytes[at] = x;
    bytes[at + 1] = x >>> 8;
    bytes[at + 2] = x >>> 16;
  }
  return bytes;
}
