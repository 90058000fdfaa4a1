/**
 * Shows which frames are resident, which goes, and what a refusal leaves: under random use with a pool that
 * refuses at random no byte is lost, no frame is dirty with a copy, and the counters add up.
 *
 * How: over a store of frames that is a Map, refuses what the test says, and may call back as a subscriber
 * does.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Random, runSeed } from "#kit/random.js";
import type { FrameStore } from "#lib/faces/frame_store.js";
import { Frames, NONE, TRIES } from "#lib/faces/frames.js";
import { AWAY, NOWHERE, PageTable } from "#lib/faces/page_table.js";
import { ResidentMemory } from "#lib/faces/resident_memory.js";

const seed = runSeed();
const FRAME = 4096;

class MapStore {
  readonly frames = new Map<number, Uint8Array>();
  stores = 0;
  refuses: (frame: number) => boolean = () => false;
  /** What a subscriber does when it is told of a store. */
  told: () => void = () => {};

  store(frame: number, bytes: Uint8Array): boolean {
    assert.ok(!this.frames.has(frame), "a dirty frame has no copy");
    this.stores += 1;
    const kept = !this.refuses(frame);
    if (kept) this.frames.set(frame, bytes.slice());
    this.told();
    return kept;
  }

  load(frame: number, bytes: Uint8Array): void {
    bytes.set(this.frames.get(frame) as Uint8Array);
  }

  drop(frame: number): void {
    assert.ok(this.frames.delete(frame), "only what is there is dropped");
  }
}

function open(slots: number, frames = 1000, check = () => {}) {
  const store = new MapStore();
  const table = new PageTable();
  const memory = new ResidentMemory(slots, FRAME);
  const options = { slots, frame: FRAME, byteLength: frames * FRAME };
  const resident = new Frames(options, memory, table, store as unknown as FrameStore, check);
  return { store, table, memory, frames: resident };
}

type Opened = ReturnType<typeof open>;

function write({ frames }: Opened, frame: number, value: number, at = 0): void {
  const slots = frames.secure([frame], () => false);
  frames.put(frame, slots[0] as number, at, Uint8Array.of(value));
  frames.release(slots);
}

/** The first byte of a frame, wherever it is; brings nothing in. */
function firstByte({ frames, table, memory, store }: Opened, frame: number): number {
  const slot = frames.find(frame);
  if (slot !== NONE) return memory.bytes(slot)[0] as number;
  return table.get(frame) === AWAY ? (store.frames.get(frame)?.[0] as number) : 0;
}

function checkSums({ frames }: Opened): void {
  const { loads, fresh, evicted, discarded } = frames.counters;
  const gone = evicted.clean + evicted.stored + evicted.zero + discarded;
  assert.equal(loads + fresh, frames.count().resident + gone);
}

describe(`resident frames, seed ${seed}`, () => {
  test("a frame that was used since the hand came by stays, another goes", () => {
    const opened = open(4);
    const { frames } = opened;
    for (let frame = 0; frame < 4; frame++) write(opened, frame, 1);
    // The fourth took the last slot, so one was freed: the first, for all were used.
    assert.deepEqual(
      [0, 1, 2, 3].map((frame) => frames.find(frame) !== NONE),
      [false, true, true, true],
    );
    frames.touch(frames.find(1));
    write(opened, 4, 1);
    assert.equal(frames.find(1) !== NONE, true);
    assert.equal(frames.find(2), NONE);
    checkSums(opened);
  });

  test("clean frames go without a store, zeros are forgotten", () => {
    const opened = open(2);
    const { frames, store, table } = opened;
    write(opened, 0, 1);
    assert.equal(frames.flush(), 0);
    assert.equal(store.stores, 1);
    write(opened, 1, 0);
    write(opened, 2, 0);
    assert.deepEqual(frames.counters.evicted, { clean: 1, stored: 0, zero: 1 });
    assert.equal(store.stores, 1);
    assert.deepEqual([table.get(0), table.get(1)], [AWAY, NOWHERE]);
    checkSums(opened);
  });

  test("the first write to a clean frame drops its copy, and later ones nothing", () => {
    const opened = open(4);
    write(opened, 0, 1);
    opened.frames.flush();
    assert.equal(opened.store.frames.size, 1);
    write(opened, 0, 2);
    assert.equal(opened.store.frames.size, 0);
    write(opened, 0, 3);
    assert.equal(opened.frames.count().dirty, 1);
  });

  test("a frame that is refused stays dirty, and another goes; each is tried once", () => {
    for (const goes of [5, 0, 7]) {
      const opened = open(8);
      const { frames, store } = opened;
      const all = [0, 1, 2, 3, 4, 5, 6, 7];
      store.refuses = () => true;
      for (const frame of all) write(opened, frame, frame + 1);
      store.refuses = (frame) => frame !== goes;
      write(opened, 100, 1);
      assert.deepEqual(
        all.filter((frame) => frames.find(frame) === NONE),
        [goes],
      );
      store.refuses = () => true;
      const before = store.stores;
      assert.throws(() => write(opened, 200, 1), { code: "ERR_SPILLWAY_FULL" });
      // The write asks for each of the eight, and then a few are asked for a slot to spare.
      assert.ok(store.stores - before <= 8 + TRIES, `${store.stores - before} stores for 8 frames`);
      for (const frame of all) assert.equal(firstByte(opened, frame), frame + 1);
      store.refuses = () => false;
      write(opened, 200, 7);
      assert.equal(firstByte(opened, 200), 7);
      checkSums(opened);
    }
  });

  test("frames that are secured together are had together or not at all", () => {
    const opened = open(4);
    const { frames, store, table } = opened;
    for (let frame = 0; frame < 4; frame++) write(opened, frame, frame + 1);
    store.refuses = () => true;
    const before = [0, 1, 2, 3, 4, 5].map((frame) => firstByte(opened, frame));
    assert.throws(() => frames.secure([3, 4, 5], () => true), { code: "ERR_SPILLWAY_FULL" });
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((frame) => firstByte(opened, frame)),
      before,
    );
    assert.deepEqual([table.get(4), table.get(5)], [NOWHERE, NOWHERE]);
    store.refuses = () => false;
    const list = [10, 11, 12, 13];
    assert.equal(frames.fits(10, 4), true);
    assert.equal(frames.fits(10, 5), false);
    const slots = frames.secure(list, () => true);
    for (const [i, frame] of list.entries())
      frames.put(frame, slots[i] as number, 0, new Uint8Array(FRAME).fill(frame));
    frames.release(slots);
    for (const frame of list) assert.equal(firstByte(opened, frame), frame);
    checkSums(opened);
  });

  test("pinned frames stay, and are half of the slots at most", () => {
    const opened = open(8);
    const { frames } = opened;
    const first = frames.pin([0, 1, 2]);
    const again = frames.pin([2, 3]);
    assert.equal(frames.pinned, 4);
    assert.throws(() => frames.pin([4]), { code: "ERR_SPILLWAY_FULL", message: /^4 of at most 4 frames/ });
    assert.equal(frames.fits(0, 8), true);
    assert.equal(frames.fits(100, 5), false);
    for (let frame = 20; frame < 60; frame++) write(opened, frame, 1);
    for (const frame of [0, 1, 2, 3]) assert.notEqual(frames.find(frame), NONE);
    frames.unpin(first);
    assert.equal(frames.pinned, 2);
    for (let frame = 20; frame < 60; frame++) write(opened, frame, 1);
    assert.deepEqual(
      [0, 1, 2, 3].map((frame) => frames.find(frame) !== NONE),
      [false, false, true, true],
    );
    frames.unpin(again);
    frames.unpin(frames.pin([7]));
    assert.equal(frames.pinned, 0);
    checkSums(opened);
  });

  test("flush leaves out what is held and what is refused, and says how many", () => {
    const opened = open(8);
    const { frames, store } = opened;
    for (let frame = 0; frame < 4; frame++) write(opened, frame, 1);
    const slots = frames.pin([0]);
    store.refuses = (frame) => frame === 2;
    assert.equal(frames.flush(), 2);
    assert.deepEqual([...store.frames.keys()].sort(), [1, 3]);
    frames.unpin(slots);
    store.refuses = () => false;
    assert.equal(frames.flush(), 0);
  });

  test("what a subscriber does while a frame is stored is not lost", () => {
    const opened = open(2);
    const { frames, store, memory } = opened;
    write(opened, 0, 1);
    const slot = frames.find(0);
    store.told = () => {
      store.told = () => {};
      frames.change(slot, 0, Uint8Array.of(99));
    };
    assert.equal(frames.flush(), 1);
    assert.deepEqual([store.frames.size, memory.bytes(slot)[0]], [0, 99]);
    // It erases the frame that goes.
    store.told = () => {
      store.told = () => {};
      frames.erase(0);
    };
    assert.equal(frames.flush(), 1);
    assert.equal(firstByte(opened, 0), 0);
    assert.equal(store.frames.size, 0);
    // It brings in the frame for which room is made.
    write(opened, 0, 5);
    write(opened, 1, 6);
    frames.flush();
    write(opened, 1, 7);
    write(opened, 0, 8);
    store.told = () => {
      store.told = () => {};
      write(opened, 2, 50, 1);
    };
    write(opened, 2, 9);
    store.told = () => {};
    assert.deepEqual([firstByte(opened, 0), firstByte(opened, 1), firstByte(opened, 2)], [8, 7, 9]);
    checkSums(opened);
  });

  test("a subscriber that closes the buffer ends the write", () => {
    let closed = false;
    const opened = open(2, 1000, () => {
      if (closed) throw new Error("closed");
    });
    opened.store.told = () => (closed = true);
    write(opened, 0, 1);
    assert.throws(() => [1, 2, 3].map((frame) => write(opened, frame, 1)), /closed/);
  });

  test("an error while a frame is stored leaves it dirty, and its slot is not lost", () => {
    const opened = open(2);
    const { frames, store } = opened;
    write(opened, 0, 1);
    store.told = () => {
      store.frames.clear();
      throw new Error("the stack is full");
    };
    assert.throws(() => frames.flush(), /stack/);
    assert.throws(() => [1, 2].map((frame) => write(opened, frame, 1)), /stack/);
    store.told = () => {};
    for (let frame = 10; frame < 20; frame++) write(opened, frame, frame);
    assert.equal(firstByte(opened, 0), 1);
    for (let frame = 10; frame < 20; frame++) assert.equal(firstByte(opened, frame), frame);
    checkSums(opened);
  });

  test("random use with refusals at random loses no byte", () => {
    const random = new Random(seed);
    for (const slots of [2, 3, 8, 32]) {
      const opened = open(slots);
      const { frames, store } = opened;
      const model = new Map<number, number>();
      let strict = 0;
      store.refuses = () => random.below(100) < strict;
      for (let step = 0; step < 8000; step++) {
        if (step % 50 === 0) strict = random.pick([0, 0, 50, 95, 100]);
        const frame = random.below(slots * 3);
        const choice = random.below(10);
        if (choice < 5) {
          const value = random.below(200);
          try {
            write(opened, frame, value);
            model.set(frame, value);
          } catch (error) {
            assert.equal((error as { code?: string }).code, "ERR_SPILLWAY_FULL");
          }
        } else if (choice < 8) {
          if (opened.table.get(frame) === AWAY) frames.bringToRead(frame);
        } else if (choice < 9) {
          frames.erase(frame);
          model.delete(frame);
        } else if (random.below(20) === 0) frames.flush();
        if (step % 20 === 0)
          for (let one = 0; one < slots * 3; one++)
            assert.equal(firstByte(opened, one), model.get(one) ?? 0, `slots ${slots}, step ${step}`);
        checkSums(opened);
      }
    }
  });
});
