/**
 * Shows how frames become pages: a frame of several pages is in the pool as a whole or not at all, whichever
 * of its pages is refused; pages of any frame have a key of their own; damage names the bytes of the buffer.
 *
 * How: over a client that is a Map and refuses what the test says, and over one of a real pool.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Frontswap, Spillway, SpillwayError } from "spillway";
import { damage, engineOf, frontswapOver, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { FrameStore } from "#lib/faces/frame_store.js";

const seed = runSeed();

/** A client that keeps its pages in a Map and has the verbs that a FrameStore calls. */
class MapSwap {
  readonly pages = new Map<string, Uint8Array>();
  readonly areas = new Set<number>();
  /** Of the stores to come, those that are refused, by their number from 0 on. */
  refused = new Set<number>();
  stores = 0;
  areasMax = Number.POSITIVE_INFINITY;

  init(type: number): void {
    if (this.areas.size >= this.areasMax) throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", "no area");
    this.areas.add(type);
  }

  store(type: number, offset: number, page: Uint8Array): boolean {
    assert.ok(this.areas.has(type) && Number.isInteger(offset) && offset >= 0 && offset < 2 ** 32);
    const key = `${type}/${offset}`;
    this.pages.delete(key);
    if (this.refused.has(this.stores++)) return false;
    this.pages.set(key, page.slice());
    return true;
  }

  load(type: number, offset: number, target: Uint8Array): boolean {
    const page = this.pages.get(`${type}/${offset}`);
    if (page !== undefined) target.set(page);
    return page !== undefined;
  }

  invalidatePage(type: number, offset: number): boolean {
    return this.pages.delete(`${type}/${offset}`);
  }
}

function open(pageSize: number, frame: number) {
  const swap = new MapSwap();
  return { swap, store: new FrameStore(swap as unknown as Frontswap, pageSize, frame, undefined) };
}

describe(`frames as pages, seed ${seed}`, () => {
  const random = new Random(seed);

  for (const [pageSize, frame] of [
    [4096, 4096],
    [4096, 16384],
    [4096, 65536],
    [8192, 32768],
    [65536, 4096],
  ] as const) {
    test(`pages of ${pageSize}, frames of ${frame}: a refusal of any page leaves none`, () => {
      const { swap, store } = open(pageSize, frame);
      const pages = Math.max(1, frame / pageSize);
      assert.equal(store.pages, pages);
      const other = random.fill(new Uint8Array(frame));
      assert.equal(store.store(6, other), true);
      for (let i = 0; i < pages; i++) {
        swap.stores = 0;
        swap.refused = new Set([i]);
        const bytes = random.fill(new Uint8Array(frame));
        assert.equal(store.store(5, bytes), false);
        assert.equal(swap.stores, i + 1, "no page is offered after a refusal");
        assert.equal(swap.pages.size, pages, "only the other frame's");
        swap.refused.clear();
        assert.equal(store.store(5, bytes), true);
        const back = new Uint8Array(frame);
        store.load(5, back);
        assert.deepEqual(back, bytes);
        store.drop(5);
      }
      const back = new Uint8Array(frame);
      store.load(6, back);
      assert.deepEqual(back, other);
      assert.deepEqual([store.count, store.stores, store.refused], [1, pages + 1, pages]);
    });
  }

  test("every frame of 2^53 bytes has pages of its own", () => {
    for (const [pageSize, frame] of [
      [4096, 4096],
      [4096, 65536],
      [65536, 8192],
    ] as const) {
      const { swap, store } = open(pageSize, frame);
      const frames = new Set<number>();
      const last = 2 ** 53 / frame - 1;
      for (const one of [0, 1, 2 ** 16, 2 ** 28, 2 ** 32 - 1, 2 ** 32, 2 ** 36, last]) {
        if (one > last) continue;
        frames.add(one);
        assert.equal(store.store(one, new Uint8Array(frame).fill(frames.size)), true);
      }
      assert.equal(swap.pages.size, frames.size * store.pages);
      const back = new Uint8Array(frame);
      for (const [i, one] of [...frames].entries()) {
        store.load(one, back);
        assert.ok(back.every((byte) => byte === i + 1));
        store.drop(one);
      }
      assert.equal(swap.pages.size, 0);
    }
  });

  test("an area for which there is no room is a refusal", () => {
    const { swap, store } = open(4096, 4096);
    swap.areasMax = 1;
    const bytes = new Uint8Array(4096).fill(1);
    assert.equal(store.store(0, bytes), true);
    assert.equal(store.store(2 ** 32, bytes), false);
    assert.equal(store.refused, 1);
    swap.areasMax = 2;
    assert.equal(store.store(2 ** 32, bytes), true);
  });

  test("an error from the client comes through, and leaves no part of the frame", () => {
    const { swap, store } = open(4096, 16384);
    const { store: real } = swap;
    swap.store = function (type, offset, page) {
      if (offset % 4 === 2) throw new SpillwayError("ERR_SPILLWAY_STACK", "the stack is full");
      return real.call(this, type, offset, page);
    };
    assert.throws(() => store.store(3, new Uint8Array(16384)), { code: "ERR_SPILLWAY_STACK" });
    assert.equal(swap.pages.size, 0);
    swap.init = () => {
      throw new SpillwayError("ERR_SPILLWAY_ENGINE_FAULT", "trapped");
    };
    assert.throws(() => store.store(2 ** 31, new Uint8Array(16384)), { code: "ERR_SPILLWAY_ENGINE_FAULT" });
  });

  test("damage, and a page that is missing, name the bytes of the buffer; other frames are as before", () => {
    const arenas = openArenas("doors", { maxBytes: "2MiB" });
    const swap = frontswapOver(arenas, 1, 1);
    const store = new FrameStore(swap, 4096, 16384, undefined);
    const bytes = random.fill(new Uint8Array(16384));
    assert.ok(store.store(0, bytes) && store.store(1, random.fill(new Uint8Array(16384))));
    const area = [...arenas.registry.areas.keys()].at(-1) as number;
    damage(arenas, engineOf(arenas).door_place(area, 6), 1);
    const target = new Uint8Array(16384);
    const message = /^bytes 16384 to 32767 of the buffer are damaged or missing/;
    assert.throws(
      () => store.load(1, target),
      (error: SpillwayError) => {
        assert.equal(error.code, "ERR_SPILLWAY_DAMAGED");
        assert.match(error.message, message);
        assert.equal((error.cause as SpillwayError).code, "ERR_SPILLWAY_DAMAGED");
        return true;
      },
    );
    store.load(0, target);
    assert.deepEqual(target, bytes);
    swap.invalidatePage(0, 7);
    swap.invalidatePage(0, 6);
    assert.throws(() => store.load(1, target), { code: "ERR_SPILLWAY_DAMAGED", message });
    const closed = Spillway.openSync({ maxBytes: "1MiB" });
    const gone = new FrameStore(closed.frontswap(), 4096, 4096, undefined);
    closed.close();
    assert.throws(() => gone.load(0, target), { code: "ERR_SPILLWAY_CLOSED" });
  });
});
