/**
 * foreign.ts - arguments as an enemy or an accident would make them, and calls with them.
 *
 * A canary client has pages full of a mark that occurs nowhere else. Whatever is called with whatever
 * arguments, every error has a code, only the canary gets the mark back, the canary's pages stay as they are,
 * and the pool's counters add up.
 */
import assert from "node:assert/strict";
import vm from "node:vm";
import { type Cleancache, type Frontswap, Spillway } from "spillway";
import { bytesOf, copyInto, lengthOf } from "#lib/base/foreign.js";
import type { Random } from "../random.js";

const PAGE = 4096;
const MARK = "canary-bytes-";
const CANARY_PAGES = 8;

const canaryPage = (i: number) => new Uint8Array(Buffer.alloc(PAGE, `${MARK}${i} `));

/** Whether an array holds the mark. Its own properties may lie, so they are not asked. */
function hasMark(view: ArrayBufferView): boolean {
  const bytes = bytesOf("page", view);
  if (lengthOf(bytes) === 0) return false;
  const copy = Buffer.alloc(lengthOf(bytes));
  copyInto(copy, bytes);
  return copy.includes(MARK);
}

const otherRealm = vm.createContext();

type Resizable = ArrayBuffer & { resize(bytes: number): void };

function resizable(bytes: number): Resizable {
  const make = ArrayBuffer as unknown as new (bytes: number, options: object) => Resizable;
  return new make(bytes, { maxByteLength: 65536 });
}

function growable(bytes: number): SharedArrayBuffer & { grow(bytes: number): void } {
  const make = SharedArrayBuffer as unknown as new (bytes: number, options: object) => never;
  return new make(bytes, { maxByteLength: 65536 });
}

/** A pool with a canary, two clients that misbehave, and what they are called with. */
export class ForeignCalls {
  readonly pool: Spillway;
  readonly #random: Random;
  readonly #canary: Frontswap;
  readonly #swap: Frontswap;
  #cache: Cleancache;
  #fs: number;
  /** What a getter may do to the buffers of the call under way. */
  readonly #loose: (() => void)[] = [];
  /** Arrays that were handed over to be written. */
  #targets: ArrayBufferView[] = [];
  /** Depth of calls from callbacks back into the pool; two levels are enough. */
  #depth = 0;
  readonly outcomes = new Map<string, number>();

  constructor(random: Random, maxBytes = "2MiB") {
    this.#random = random;
    this.pool = Spillway.openSync({ maxBytes, autoShrink: false });
    this.#canary = this.pool.frontswap({ name: "canary" });
    this.#canary.init(0);
    for (let i = 0; i < CANARY_PAGES; i++) assert.equal(this.#canary.store(0, i, canaryPage(i)), true);
    this.#swap = this.pool.frontswap({ name: "swap" });
    this.#swap.init(0);
    this.#cache = this.pool.cleancache({ name: "cache" });
    this.#fs = this.#cache.initFs();
  }

  /** One call with arguments of any kind; then everything that must hold is looked at. */
  step(): void {
    this.#targets = [];
    this.#loose.length = 0;
    // Now and then the engine's window holds a page of the canary.
    if (this.#random.below(4) === 0)
      this.#canary.load(0, this.#random.below(CANARY_PAGES), new Uint8Array(PAGE));
    this.#call();
    for (const target of this.#targets) assert.ok(!hasMark(target), "the canary's bytes came out");
    assert.equal(this.pool.selfCheck(), 0);
    const i = this.#random.below(CANARY_PAGES);
    const back = new Uint8Array(PAGE);
    assert.equal(this.#canary.load(0, i, back), true);
    assert.deepEqual(back, canaryPage(i));
  }

  /** At the end: no page of the others holds the mark, and none is longer than a page. */
  finish(): void {
    const swap = this.#swap;
    for (const { page } of swap.shrink(0)) assert.ok(!hasMark(page) && page.length <= PAGE);
    const canary = this.#canary.shrink(0);
    assert.equal(canary.length, CANARY_PAGES);
    for (const { offset, page } of canary) assert.deepEqual(page, canaryPage(offset));
    this.pool.close();
  }

  #call(): void {
    const random = this.#random;
    const [swap, cache] = [this.#swap, this.#cache];
    const kind = random.below(12);
    const count = random.below(20);
    try {
      let answer: unknown;
      if (kind < 2) answer = swap.store(this.#type(), this.#offset(), this.#page(), this.#options());
      else if (kind < 4) answer = swap.load(this.#type(), this.#offset(), this.#target());
      else if (kind < 6)
        answer = swap.storeMany(0, this.#offsets(count), this.#pages(count), this.#options());
      else if (kind < 8) answer = swap.loadMany(0, this.#offsets(count), this.#pages(count, true));
      else if (kind === 8)
        answer = cache.putPage(this.#fs, this.#inode(), this.#offset(), this.#page(), this.#options());
      else if (kind === 9) answer = cache.getPage(this.#fs, this.#inode(), this.#offset(), this.#target());
      else if (kind === 10) answer = swap.invalidatePage(this.#type(), this.#offset());
      else answer = this.#others();
      this.#note(`${kind} ${typeof answer}`);
    } catch (error) {
      const { code } = error as { code?: string };
      assert.match(String(code), /^ERR_SPILLWAY_/, `an error without a code: ${error}`);
      assert.notEqual(code, "ERR_SPILLWAY_ENGINE_FAULT");
      this.#note(`${kind} ${code}`);
    }
  }

  #note(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  /** Verbs of the pool, with options that are foreign. */
  #others(): unknown {
    const random = this.#random;
    const hostile = this.#options() as never;
    switch (random.below(7)) {
      case 0:
        return this.pool.frontswap(hostile).close();
      case 1:
        return this.pool.cleancache(hostile).close();
      case 2:
        return this.pool.shareFs(this.#odd() as string, this.#list(2, () => this.#odd()) as never);
      case 3:
        this.#swap.exclusiveGets = random.below(2) === 0 ? random.below(2) === 0 : (this.#odd() as boolean);
        return undefined;
      case 4:
        this.#cache.close();
        this.#cache = this.pool.cleancache({ name: "cache" });
        this.#fs = this.#cache.initFs();
        return undefined;
      case 5:
        return this.#swap.shrink(this.#odd() as number);
      default:
        this.#swap.init(0);
        return this.pool.snapshot(hostile).cancel();
    }
  }

  // ── arguments ────────────────────────────────────────────────────────────────────────────────────────

  #type(): number {
    return this.#random.below(20) === 0 ? (this.#odd() as number) : 0;
  }

  #offset(): number {
    return this.#random.below(20) === 0 ? (this.#odd() as number) : this.#random.below(300);
  }

  #inode(): number | bigint {
    return this.#random.below(20) === 0 ? (this.#odd() as number) : this.#random.below(8);
  }

  /** A value that no argument may be. */
  #odd(): unknown {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return this.#random.pick([
      -1,
      0.5,
      Number.NaN,
      2 ** 32,
      2 ** 53,
      -1n,
      2n ** 64n,
      "0",
      "",
      null,
      undefined,
      true,
      Symbol("odd"),
      {},
      [],
      () => 0,
      proxy,
      { valueOf: () => 0, toString: () => "0" },
      { [Symbol.toPrimitive]: () => 0 },
      Object.create(null),
      new Date(0),
    ]);
  }

  /** Does something to the pool or to what is handed over, as a getter or callback would. */
  #meddle(): void {
    if (this.#depth > 1) return;
    this.#depth += 1;
    try {
      const random = this.#random;
      for (const loosen of this.#loose) if (random.below(2) === 0) loosen();
      switch (random.below(6)) {
        case 0:
          this.#call();
          break;
        case 1:
          this.#swap.invalidateArea(0);
          break;
        case 2:
          this.#swap.init(0);
          break;
        case 3:
          this.#cache.invalidateFs(this.#fs);
          this.#fs = this.#cache.initFs();
          break;
        case 4:
          this.#canary.load(0, random.below(CANARY_PAGES), new Uint8Array(PAGE));
          break;
        default:
          if (random.below(3) === 0) throw new Error("of the caller's own");
      }
    } finally {
      this.#depth -= 1;
    }
  }

  #options(): { kind?: "f64" } | undefined {
    const random = this.#random;
    const meddling = () => this.#meddle();
    switch (random.below(8)) {
      case 0:
        return this.#odd() as never;
      case 1:
        return { kind: this.#odd() as "f64" };
      case 2:
        return {
          get kind() {
            meddling();
            return "f64" as const;
          },
        };
      case 3:
        return new Proxy(
          {},
          {
            ownKeys() {
              meddling();
              return [];
            },
            get() {
              meddling();
              return undefined;
            },
          },
        );
      case 4:
        return { kind: "f64" };
      default:
        return undefined;
    }
  }

  #target(): ArrayBufferView {
    const target = this.#page();
    if (ArrayBuffer.isView(target)) this.#targets.push(target);
    return target;
  }

  /** Bytes, or an object that pretends to be bytes. */
  #page(): ArrayBufferView {
    const random = this.#random;
    const bytes = random.pick([0, 1, 8, 100, PAGE - 1, PAGE, PAGE, PAGE, PAGE + 1, 65536]);
    const meddling = () => this.#meddle();
    switch (random.below(14)) {
      case 0:
        return this.#odd() as ArrayBufferView;
      case 1: {
        const buffer = resizable(bytes);
        this.#loose.push(() => buffer.resize(random.pick([0, 7, PAGE, 65536])));
        return random.below(2) === 0 ? new Uint8Array(buffer) : new Uint8Array(buffer, 0, bytes);
      }
      case 2: {
        const buffer = growable(bytes);
        this.#loose.push(() => buffer.grow(Math.min(65536, buffer.byteLength + random.below(9000))));
        return random.below(2) === 0 ? new Uint8Array(buffer) : new DataView(buffer);
      }
      case 3: {
        const array = new Uint8Array(bytes).fill(3);
        this.#loose.push(() => void structuredClone(0, { transfer: array.byteLength ? [array.buffer] : [] }));
        return array;
      }
      case 4:
        return new (class extends Uint8Array {
          override get length() {
            meddling();
            return PAGE;
          }
          override get buffer(): ArrayBuffer {
            meddling();
            return new ArrayBuffer(PAGE);
          }
          override set() {
            throw new Error("asked to set");
          }
        })(bytes);
      case 5:
        return new Proxy(new Uint8Array(bytes), {
          get(array, key) {
            meddling();
            return Reflect.get(array, key);
          },
        });
      case 6:
        return vm.runInContext(`new Float64Array(${bytes >> 3})`, otherRealm);
      case 7:
        return new DataView(new ArrayBuffer(bytes + 8), 8);
      case 8:
        return {
          [Symbol.toStringTag]: "Uint8Array",
          length: 8,
          byteLength: 8,
          buffer: new ArrayBuffer(8),
        } as never;
      default:
        return new Uint8Array(bytes).fill(random.below(256));
    }
  }

  #offsets(count: number): ArrayLike<number> {
    const numbers = this.#list(count, () => this.#offset());
    return this.#random.below(8) === 0 ? (this.#odd() as never) : (numbers as ArrayLike<number>);
  }

  #pages(count: number, targets = false): Uint8Array[] {
    const random = this.#random;
    const one = () => (targets ? this.#target() : this.#page());
    if (random.below(8) === 0) return one() as never;
    if (random.below(3) === 0) {
      const whole = new Uint8Array(count * PAGE).fill(5);
      if (targets) this.#targets.push(whole);
      return whole as never;
    }
    // Most are good, so that batches do something.
    const plain = () => {
      const page = new Uint8Array(PAGE).fill(random.below(256));
      if (targets) this.#targets.push(page);
      return page;
    };
    const strange = random.below(2) === 0;
    return this.#list(count, () => (strange && random.below(8) === 0 ? one() : plain())) as Uint8Array[];
  }

  /** A list, or an object that answers like one: with getters, a proxy, a length that changes. */
  #list(count: number, make: () => unknown): unknown {
    const random = this.#random;
    const list = Array.from({ length: count }, make);
    const meddling = () => this.#meddle();
    switch (random.below(6)) {
      case 0: {
        const at = random.below(count + 1);
        Object.defineProperty(list, at, {
          enumerable: true,
          get() {
            meddling();
            return make();
          },
        });
        return list;
      }
      case 1:
        return new Proxy(list, {
          get(target, key) {
            if (random.below(6) === 0) meddling();
            return key === "length" && random.below(4) === 0
              ? random.pick([0, count, 2 ** 33, -1])
              : Reflect.get(target, key);
          },
        });
      case 2:
        return Object.assign({ length: count }, list);
      default:
        return list;
    }
  }
}
