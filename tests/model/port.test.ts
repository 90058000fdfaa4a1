/**
 * Shows that two clients of one pool, each over a port of its own, do what a model of plain Maps does, at
 * random: pages and values of many kinds and lengths, calls that are not awaited, faces that are closed and
 * opened, clients that vanish and come back. The pool is small: stores are refused.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Spillway } from "spillway";
import type { RemoteFrontswap, RemoteMap } from "spillway/port";
import { moduleBytes } from "#kit/pools.js";
import { linkTo } from "#kit/ports.js";
import { Random, runSeed } from "#kit/random.js";

const PAGE = 4096;
const STEPS = Number(process.env.SPILLWAY_STEPS ?? 3000);
const KEYS = 60;

/** A client, what it must have, and the calls that it has not awaited. */
class Client {
  #linked!: Awaited<ReturnType<typeof linkTo>>;
  #swap!: RemoteFrontswap;
  #map!: RemoteMap<unknown>;
  #pages = new Map<number, Uint8Array>();
  #values = new Map<string, unknown>();
  #calls: Promise<void>[] = [];
  readonly #pool: Spillway;
  readonly #random: Random;

  constructor(pool: Spillway, random: Random) {
    this.#pool = pool;
    this.#random = random;
  }

  async begin(): Promise<void> {
    this.#linked = await linkTo(this.#pool, { maxInFlightBytes: "64KiB" });
    this.#swap = await this.#linked.remote.frontswap();
    await this.#swap.init(0);
    this.#map = await this.#linked.remote.map();
    this.#pages = new Map();
    this.#values = new Map();
  }

  #bytes(most: number): Uint8Array {
    const bytes = new Uint8Array(1 + this.#random.below(most));
    const kind = this.#random.below(3);
    if (kind === 0) return bytes.fill(this.#random.below(3));
    if (kind === 1) return this.#random.fill(bytes);
    return bytes.map((_, i) => (i % 50) + this.#random.below(2));
  }

  #value(): unknown {
    const kind = this.#random.below(4);
    if (kind === 0) return this.#bytes(9000);
    if (kind === 1) return "text ".repeat(this.#random.below(300));
    if (kind === 2) return this.#random.pick([undefined, null, 0, true, 5n]);
    return { id: this.#random.next(), list: Array.from({ length: this.#random.below(50) }, (_, i) => i) };
  }

  /** One step. What a call is answered is looked at when the answer comes; the model moves on at once. */
  async step(): Promise<void> {
    const what = this.#random.below(100);
    if (what < 25) this.#store();
    else if (what < 45) this.#load();
    else if (what < 55) this.#invalidate();
    else if (what < 70) await this.#set();
    else if (what < 85) this.#get();
    else if (what < 90) this.#delete();
    else if (what < 97) await this.settle();
    else if (what === 97) await this.#walk();
    else await this.#vanish();
  }

  #expect(promise: Promise<unknown>, wanted: unknown, what: string): void {
    this.#calls.push(promise.then((answer) => assert.deepEqual(answer, wanted, what)));
  }

  /** A refused store also drops the older page, so the model is told when the answer comes. */
  #store(): void {
    const [offset, page] = [this.#random.below(KEYS), this.#bytes(PAGE)];
    const copy = page.slice();
    const swap = this.#swap;
    this.#pages.set(offset, copy);
    const stored = swap.store(0, offset, page);
    page.fill(0xee);
    this.#calls.push(
      stored.then(async (isStored) => {
        // Not refused, or a later call has changed it: a page that differs would be found by a load.
        if (!isStored && this.#pages.get(offset) === copy) this.#pages.delete(offset);
      }),
    );
    this.#unsure.add(offset);
  }

  /** Offsets whose last store has not been answered. */
  readonly #unsure = new Set<number>();

  #load(): void {
    const offset = this.#random.below(KEYS);
    const target = new Uint8Array(PAGE).fill(0xaa);
    const wanted = this.#pages.get(offset);
    const isUnsure = this.#unsure.has(offset);
    this.#calls.push(
      this.#swap.loadBytes(0, offset, target).then((bytes) => {
        if (bytes === 0) return assert.ok(wanted === undefined || isUnsure, `offset ${offset} is lost`);
        assert.deepEqual(target.subarray(0, bytes), wanted, `offset ${offset}`);
        assert.ok(target.subarray(bytes).every((byte) => byte === 0xaa));
      }),
    );
  }

  #invalidate(): void {
    const offset = this.#random.below(KEYS);
    const was = this.#pages.delete(offset);
    const isUnsure = this.#unsure.delete(offset);
    const asked = this.#swap.invalidatePage(0, offset);
    if (isUnsure) this.#calls.push(asked.then(() => undefined));
    else this.#expect(asked, was, `invalidate ${offset}`);
  }

  /** All or nothing: a refused set leaves the older value. It is awaited, so that the model knows. */
  async #set(): Promise<void> {
    const [key, value] = [`key ${this.#random.below(KEYS)}`, this.#value()];
    if (await this.#map.trySet(key, value)) this.#values.set(key, value);
  }

  #get(): void {
    const key = `key ${this.#random.below(KEYS)}`;
    this.#expect(this.#map.get(key), this.#values.get(key), key);
    this.#expect(this.#map.has(key), this.#values.has(key), key);
  }

  #delete(): void {
    const key = `key ${this.#random.below(KEYS)}`;
    this.#expect(this.#map.delete(key), this.#values.delete(key), key);
  }

  async #walk(): Promise<void> {
    await this.settle();
    const found = new Map<string, unknown>();
    for await (const [key, value] of this.#map.entries()) found.set(key, value);
    assert.deepEqual(found, this.#values);
  }

  /** Everything is answered, and as the model has it. */
  async settle(): Promise<void> {
    await Promise.all(this.#calls.splice(0));
    this.#unsure.clear();
    assert.equal(await this.#swap.currPages(0), this.#pages.size);
    assert.equal(await this.#map.size(), this.#values.size);
  }

  async #vanish(): Promise<void> {
    await this.settle();
    await this.end();
    await this.begin();
  }

  async end(): Promise<void> {
    if (this.#random.below(2) === 0) this.#linked.end.close();
    else await this.#linked.remote.close();
    await this.#linked.served.closed;
  }
}

const seed = runSeed();
test(`two clients over ports lie beside their models (seed ${seed}, ${STEPS} steps)`, async () => {
  const random = new Random(seed);
  const pool = Spillway.openSync({ maxBytes: "1MiB", wasm: moduleBytes("verify") });
  const filler = pool.frontswap();
  filler.init(0);
  for (let i = 0; i < 150; i++) filler.store(0, i, random.fill(new Uint8Array(PAGE)));
  const { storedPages } = pool.stats();
  const clients = [new Client(pool, random), new Client(pool, random)];
  for (const client of clients) await client.begin();
  for (let i = 0; i < STEPS; i++) {
    await random.pick(clients).step();
    if (i % 100 === 0) assert.equal(pool.selfCheck(), 0, `step ${i}`);
  }
  for (const client of clients) await client.settle();
  for (const client of clients) await client.end();
  assert.equal(pool.stats().storedPages, storedPages);
  assert.equal(pool.selfCheck(), 0);
  pool.close();
});
