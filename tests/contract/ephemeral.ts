/**
 * ephemeral.ts - clients with ephemeral pages in a pool that is always too small, for law 10.
 *
 * Each client is told the keys of its pages that were evicted. So before a get the run knows exactly which
 * pages are here: what was put, less what was told, replaced or taken. A get must then deliver such a page,
 * byte for byte, and miss every other; and no key may be told that the get has evicted. Between the gets
 * pages go in every way there is: for puts, for stores and batches of clients whose pages persist, at a
 * client's cap, by shrinking, with memory that moves. Some gets come from whoever is told of an eviction,
 * and some have a target whose getters evict.
 */
import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { frontswapOver, openArenas, withSecretOf } from "#kit/pools.js";
import type { Random } from "#kit/random.js";
import { Cleancache } from "#lib/clients/cleancache.js";
import type { Frontswap } from "#lib/clients/frontswap.js";
import type { Router } from "#lib/core/router.js";
import type { Arena } from "#lib/engine/arena.js";

const PAGE = 4096;
const INODES = 5;
const INDICES = 50;
const CAP = 40 * PAGE;

interface Party {
  cache: Cleancache;
  fs: number;
  /** The pages that are here, by key. */
  model: Map<number, Uint8Array>;
  number: number;
}

type Make = new (
  arenasOf: () => Router,
  client: number,
  scope: number,
  settings: { name: string; weight: number; maxBytes: number; evictedKeys: boolean },
  sharedFs: () => undefined,
  exclusiveGets: boolean,
) => Cleancache;

export class EphemeralRun {
  readonly #arenas: Router;
  readonly #random: Random;
  readonly #swap: Frontswap;
  readonly #parties: Party[] = [];
  readonly #pages: Uint8Array[];
  readonly #counts = { got: 0, missed: 0, evicted: 0, onTelling: 0, moved: 0 };
  /**
   * Which page is being put, while those are told of what goes for it: it is here, and not yet in the
   * model.
   */
  #putting: { party: Party; key: number } | undefined;
  readonly #listener = () => {
    this.#counts.onTelling += 1;
    this.#get();
  };

  constructor(several: boolean, random: Random) {
    this.#random = random;
    const maxBytes = several ? 40 * 65_536 : 2 ** 20;
    this.#arenas = withSecretOf(random, () =>
      openArenas("verify", { maxBytes, nursery: 8 * PAGE }, several ? 16 : undefined),
    );
    this.#swap = frontswapOver(this.#arenas, 1, 1);
    this.#swap.init(0);
    for (let number = 2; number < 8; number++) this.#open(number, number % 3 === 0 ? CAP : Infinity);
    this.#pages = Array.from({ length: 300 }, (_, i) => {
      const page = new Uint8Array(PAGE);
      const every = 1 + (i % 4);
      for (let at = 0; at < PAGE; at += every) page[at] = random.next();
      return i % 10 ? page.subarray(0, i % 7 ? PAGE : 1 + random.below(PAGE)) : page.fill(i);
    });
    subscribe("spillway:evict", this.#listener);
  }

  get #list(): readonly Arena[] {
    return this.#arenas.memory.each();
  }

  #open(number: number, maxBytes: number): void {
    const settings = { name: `cache ${number}`, weight: number, maxBytes, evictedKeys: true };
    const cache = new (Cleancache as unknown as Make)(
      () => this.#arenas,
      number,
      number,
      settings,
      () => undefined,
      number % 2 === 0,
    );
    this.#parties.push({ cache, fs: cache.initFs(), model: new Map(), number });
  }

  step(): void {
    this.#makeSomeGo();
    this.#get();
    if (this.#random.below(50) === 0) assert.equal(this.#arenas.selfCheck(), 0);
  }

  /** Something that evicts pages, or moves them. */
  #makeSomeGo(): void {
    const arenas = this.#arenas;
    const random = this.#random;
    const dice = random.below(100);
    const offset = random.below(200);
    if (dice < 70) for (let i = 0; i < 3; i++) this.#put();
    else if (dice < 78) this.#swap.store(0, offset, random.pick(this.#pages));
    else if (dice < 84) {
      const offsets = Array.from({ length: 10 }, (_, i) => (offset + 7 * i) % 200);
      this.#swap.storeMany(
        0,
        offsets,
        offsets.map(() => random.pick(this.#pages)),
      );
    } else if (dice < 88) this.#swap.invalidatePage(0, offset);
    else if (dice < 90) arenas.evictions.evictTo(arenas.memory.liveBytes - random.below(10 * PAGE));
    else if (dice < 92) {
      const { number } = random.pick(this.#parties);
      arenas.evictions.evictOf(random.pick(this.#list), number, random.below(5 * PAGE));
    } else if (dice < 95) random.pick(this.#list).compact(2);
    else this.#move();
  }

  #move(): void {
    const arenas = this.#arenas;
    const draining = this.#list.find((arena) => arena.draining);
    const [first, second] = this.#list;
    if (draining === undefined) {
      if (first !== undefined && second !== undefined) arenas.moving.drain(first, second);
      return;
    }
    const result = arenas.moving.move(draining);
    if (result === "empty") arenas.moving.remove(draining);
    if (result === "stuck") arenas.moving.undrain(draining);
    this.#counts.moved += 1;
  }

  /** Any key; of a client given, half of the time one that it has a page under. */
  #key(model?: Map<number, Uint8Array>): { key: number; inode: number; index: number } {
    const random = this.#random;
    const here = model !== undefined && model.size > 0 && random.below(2) > 0;
    const key = here ? random.pick([...model.keys()]) : random.below(INODES * INDICES);
    return { key, inode: Math.floor(key / INDICES), index: key % INDICES };
  }

  #put(): void {
    const party = this.#random.pick(this.#parties);
    const { key, inode, index } = this.#key();
    const page = this.#random.pick(this.#pages);
    this.#hear(party);
    party.model.delete(key);
    this.#putting = { party, key };
    if (party.cache.putPage(party.fs, inode, index, page)) party.model.set(key, page);
    this.#putting = undefined;
  }

  /**
   * What a client is told went is here no longer, and was here until then. Answers how many pages these
   * are.
   */
  #hear({ cache, model }: Party): number {
    const { keys, lost } = cache.takeEvicted();
    assert.equal(lost, 0);
    for (const { inode, index } of keys) {
      const key = Number(inode) * INDICES + index;
      assert.ok(model.delete(key), "law 10: what went had not been delivered before");
    }
    this.#counts.evicted += keys.length;
    return keys.length;
  }

  #get(): void {
    const party = this.#random.pick(this.#parties);
    const { cache, fs, model } = party;
    this.#hear(party);
    const { key, inode, index } = this.#key(model);
    if (this.#putting?.party === party && this.#putting.key === key) return;
    const page = model.get(key);
    const target = this.#random.below(4) ? new Uint8Array(PAGE) : this.#evictingTarget();
    assert.equal(cache.getBytes(fs, inode, index, target), page?.length ?? 0, "law 10: here, or gone before");
    if (page) assert.equal(Buffer.compare(target.subarray(0, page.length), page), 0, "law 10: its bytes");
    if (page && cache.exclusiveGets) model.delete(key);
    assert.equal(this.#hear(party), 0, "law 10: a get evicts nothing");
    this.#counts[page ? "got" : "missed"] += 1;
  }

  /** An array that lets pages go whenever it is asked for anything. */
  #evictingTarget(): Uint8Array {
    const target = new Uint8Array(PAGE);
    const evict = () => {
      this.#arenas.evictions.evictTo(0);
      return PAGE;
    };
    for (const name of ["length", "byteLength", "byteOffset"])
      Object.defineProperty(target, name, { get: evict });
    return target;
  }

  told(): string {
    return Object.entries(this.#counts)
      .map(([what, times]) => `${what} ${times}`)
      .join(", ");
  }

  end(): void {
    unsubscribe("spillway:evict", this.#listener);
    const { got, missed, evicted, onTelling } = this.#counts;
    for (const times of [got, missed, evicted, onTelling]) assert.ok(times > 100, this.told());
    const { triedLoads, loads, failedLoads, removed } = this.#arenas.stats();
    assert.deepEqual([triedLoads, loads, failedLoads], [got + missed, got, missed]);
    assert.ok(removed.evicted >= evicted);
    assert.equal(this.#arenas.selfCheck(), 0);
  }
}
