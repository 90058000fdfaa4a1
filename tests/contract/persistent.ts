/**
 * persistent.ts - a client whose pages persist, beside others that come, fill the pool and go, for law 7.
 *
 * The pool shares bodies among clients, so equal pages of others have the bodies of pages that must stay.
 * It is the verify build, whose self check walks every structure after each step.
 */
import assert from "node:assert/strict";
import { type Cleancache, type Frontswap, type Pressure, Spillway } from "spillway";
import { moduleBytes } from "#kit/pools.js";
import type { Random } from "#kit/random.js";

const PAGE = 4096;
const MiB = 2 ** 20;

export class PersistentRun {
  readonly pool: Spillway;
  readonly swap: Frontswap;
  readonly other: Frontswap;
  readonly cache: Cleancache;
  /** What must be there, by offset in area 0. */
  readonly pages = new Map<number, Uint8Array>();
  readonly #fs: number;
  readonly #random: Random;
  #pressure: Pressure = "none";

  constructor(random: Random) {
    this.#random = random;
    this.pool = Spillway.openSync({
      maxBytes: 16 * MiB,
      wasm: moduleBytes("verify"),
      dedupe: "pool",
      nursery: "64KiB",
      autoShrink: false,
      pressure: { source: () => this.#pressure, intervalMs: 10, minBytes: 2 * MiB },
    });
    this.swap = this.pool.frontswap();
    this.other = this.pool.frontswap();
    this.cache = this.pool.cleancache({ maxBytes: 2 * MiB });
    for (const one of [this.swap, this.other]) one.init(0);
    this.#fs = this.cache.initFs();
  }

  noise(): Uint8Array {
    return this.#random.fill(new Uint8Array(PAGE));
  }

  #text(i: number): Uint8Array {
    return new Uint8Array(Buffer.alloc(PAGE, `page ${i % 50}, `));
  }

  /**
   * A page of one of six kinds: text, same-filled, noise, short, numbers, and one that only a dense codec
   * packs.
   */
  #page(i: number): Uint8Array {
    const kind = i % 6;
    if (kind === 0) return this.#text(i);
    if (kind === 1) return new Uint8Array(PAGE).fill(i);
    if (kind === 2) return this.noise();
    if (kind === 3) return this.noise().subarray(0, 1 + this.#random.below(PAGE));
    if (kind === 5) return this.noise().map((byte) => 97 + (byte & 7));
    return new Uint8Array(Float64Array.from({ length: PAGE / 8 }, (_, at) => at * i + 0.5).buffer);
  }

  /** Stores a page at an offset that is free, and remembers it if it was accepted. */
  #store(offset: number, page: Uint8Array): boolean {
    if (!this.swap.store(0, offset, page, offset % 6 === 4 ? { kind: "f64" } : undefined)) return false;
    this.pages.set(offset, page);
    return true;
  }

  /** Pages of all kinds at offsets `from` to `to` - 1. */
  store(from: number, to: number): void {
    for (let i = from; i < to; i++) assert.ok(this.#store(i, this.#page(i)));
  }

  /** Random pages from offset `from` on, until one is refused for want of room. */
  fill(from: number): void {
    const { full } = this.pool.stats().refused;
    for (let i = from; this.#store(i, this.noise()); i++);
    assert.ok(this.pool.stats().refused.full > full);
  }

  /** Pages of the other client, some of which are equal to those that must stay. */
  storeOthers(): void {
    for (let i = 0; i < 200; i++) this.other.store(0, i, this.#text(i));
    for (let i = 200; i < 400; i++) this.other.store(0, i, this.pages.get(i) ?? this.noise());
  }

  /** Ephemeral pages; more than the cache may have. Answers how many pages went for them. */
  put(pages: number): number {
    const before = this.pool.stats().removed.evicted;
    for (let i = 0; i < pages; i++)
      this.cache.putPage(this.#fs, i % 7, i, i % 2 ? this.noise() : this.#text(i));
    return this.pool.stats().removed.evicted - before;
  }

  /** One page of so many is invalidated, so that there is something to move. */
  letGo(every: number): void {
    for (const offset of [...this.pages.keys()])
      if (this.#random.below(every) === 0 && this.swap.invalidatePage(0, offset)) this.pages.delete(offset);
  }

  /** The host is short of memory, or no longer; returns when the pool's limit is `limitMiB`. */
  async press(pressure: Pressure, limitMiB: number): Promise<void> {
    this.#pressure = pressure;
    const isThere = () => this.pool.stats().bytes.limit === limitMiB * MiB;
    for (let i = 0; i < 1000 && !isThere(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(isThere());
  }

  /** Every page is there, byte for byte, and no other. */
  check(after: string): void {
    const back = new Uint8Array(PAGE);
    assert.equal(this.swap.currPages(0), this.pages.size, `law 7: after ${after}`);
    for (const [offset, page] of this.pages) {
      assert.equal(this.swap.loadBytes(0, offset, back), page.length, `law 7: after ${after}`);
      assert.equal(Buffer.compare(back.subarray(0, page.length), page), 0, `law 7: after ${after}`);
    }
    assert.equal(this.pool.selfCheck(), 0, `after ${after}`);
  }
}
