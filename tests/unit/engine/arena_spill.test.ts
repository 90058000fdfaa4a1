/**
 * Shows what the log of the devices is promised by an arena: bodies leave only when told to, come back byte
 * for byte, and what a list says holds in every interleaving of pack, change, answer. How: one arena of the
 * verify build; the test is the device, and keeps what was packed in an array.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressOf, openArenas, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import * as abi from "#lib/abi.js";
import type { Router } from "#lib/core/router.js";
import type { Arena } from "#lib/engine/arena.js";
import { type AwayBody, LIST_WORDS } from "#lib/engine/arena_spill.js";
import type { AreaHandle } from "#lib/engine/keys.js";

const { Status } = abi;
const PAGE = 4096;
const UNIT_BITS = 5;
const UNITS = (2 ** 18 - 64) / 2 ** UNIT_BITS;

function pageOf(number: number): Uint8Array {
  const page = new Uint8Array(PAGE).fill(number);
  new Random(number + 1).fill(page.subarray(0, 900 + (number % 7) * 150));
  return page;
}

/** One arena, and a device that is an array. */
class Bench {
  readonly router: Router;
  readonly arena: Arena;
  readonly area: AreaHandle;
  readonly bytes = new Uint8Array(64 * 2 ** 18);
  readonly overhead: number;

  constructor(overhead = 24, zeroize = false) {
    this.overhead = overhead;
    this.router = openArenas("verify", { maxBytes: "4MiB", zeroize });
    this.arena = this.router.memory.current;
    this.area = this.router.registry.openArea(1, 0, 1);
  }

  put(from: number, to: number): void {
    for (let i = from; i < to; i++) assert.equal(put(this.router, this.area, i, pageOf(i)), true);
  }

  /** Packs, and writes to a location. Answers the list. */
  pack(base: number, room = 2 ** 20): Uint32Array {
    const { spill } = this.arena;
    const count = spill.pack(room, UNIT_BITS, this.overhead);
    const list = spill.list();
    assert.equal(list.length, count * LIST_WORDS);
    this.bytes.set(spill.packed(), base * 2 ** UNIT_BITS);
    return list;
  }

  /** What was packed for a body that is away. */
  read({ location, stored }: AwayBody): Uint8Array {
    const at = location * 2 ** UNIT_BITS + (this.overhead > 0 ? abi.SLOT_FRONT_BYTES : 0);
    return this.bytes.slice(at, at + stored);
  }

  /** Loads a page, from the device if it must. */
  load(offset: number, back = new Uint8Array(PAGE)): number {
    const address = addressOf(this.area, offset);
    const status = this.arena.load(address, back, false);
    if (status !== Status.AWAY) return status;
    const body = this.arena.spill.away();
    return this.arena.spill.load(address, back, false, body, this.read(body));
  }

  same(offset: number, number = offset): void {
    const back = new Uint8Array(PAGE);
    assert.equal(this.load(offset, back), PAGE);
    assert.deepEqual(back, pageOf(number));
  }

  check(): void {
    assert.equal(this.router.selfCheck(), 0);
  }
}

describe("an arena whose bodies leave", () => {
  test("packs, commits, and finds them again; an area that goes empties segments", () => {
    const bench = new Bench();
    const { spill } = bench.arena;
    bench.put(0, 200);
    let base = UNITS;
    let left = 0;
    for (let list = bench.pack(base); list.length > 0; list = bench.pack(base)) {
      left += spill.commit(list, base);
      base += UNITS;
    }
    assert.equal(left, 200);
    bench.check();
    assert.ok(spill.live(1) > 50_000 && spill.live(1) <= 2 ** 18 - 64);
    for (let i = 0; i < 200; i++) {
      const body = spill.find(bench.area, i);
      assert.ok(body && body.raw === PAGE && body.stored < PAGE);
      bench.same(i);
    }
    assert.equal(spill.find(bench.area, 200), undefined);
    assert.equal(bench.router.invalidateArea(bench.area), 200);
    assert.deepEqual(
      [...spill.takeEmptied()].sort((a, b) => a - b),
      Array.from({ length: base / UNITS - 1 }, (_, i) => i + 1),
    );
    assert.deepEqual([...spill.takeEmptied()], []);
    bench.check();
  });

  test("gives a list that names each body by what a seal binds, and slots that do not overlap", () => {
    const bench = new Bench();
    bench.put(0, 40);
    const list = bench.pack(UNITS);
    let end = 0;
    for (let at = 0; at < list.length; at += LIST_WORDS) {
      const [, keyLow, keyHigh, shape, stored, byte] = list.subarray(
        at,
        at + LIST_WORDS,
      ) as unknown as number[];
      assert.ok(keyLow !== undefined && keyHigh !== undefined && stored !== undefined && byte !== undefined);
      assert.equal((shape as number) & 0xffff, PAGE - 1);
      assert.equal((byte - 8) % 2 ** UNIT_BITS, 0);
      assert.ok(byte - 8 >= end);
      end = byte + stored + 16;
    }
    bench.arena.spill.abort(list);
    bench.check();
  });

  test("every interleaving of pack, a change, and the answer", () => {
    /** Does something to a page of which there may be none, and answers which page is there then. */
    type Change = (bench: Bench, offset: number, number: number | undefined) => number | undefined;
    const changes: Record<string, Change> = {
      nothing: (_, __, number) => number,
      load: (bench, offset, number) => {
        if (number === undefined) assert.equal(bench.load(offset), Status.MISS);
        else bench.same(offset, number);
        return number;
      },
      overwrite: (bench, offset) => {
        put(bench.router, bench.area, offset, pageOf(offset + 1000));
        return offset + 1000;
      },
      "overwrite by the same": (bench, offset) => {
        put(bench.router, bench.area, offset, pageOf(offset));
        return offset;
      },
      invalidate: (bench, offset) => {
        bench.router.invalidatePage(addressOf(bench.area, offset));
        return undefined;
      },
      share: (bench, offset, number) => {
        put(bench.router, bench.area, offset + 500, pageOf(number ?? offset));
        return number;
      },
      compact: (bench, _, number) => {
        while (bench.arena.compact(8) > 0);
        return number;
      },
      rest: (bench, _, number) => {
        bench.arena.dense.markIdle(0, 10_000);
        return number;
      },
    };
    for (const answer of ["commit", "abort"] as const) {
      for (const change of Object.values(changes)) {
        for (const then of Object.values(changes)) {
          for (const isBetween of [true, false]) {
            const bench = new Bench(isBetween ? 24 : 0);
            const { spill } = bench.arena;
            bench.put(0, 12);
            const list = bench.pack(UNITS);
            assert.equal(list.length, 12 * LIST_WORDS);
            const numbers = new Map<number, number | undefined>(Array.from({ length: 12 }, (_, i) => [i, i]));
            for (let i = 0; i < 12; i += 2) numbers.set(i, change(bench, i, numbers.get(i)));
            if (isBetween) for (let i = 1; i < 12; i += 3) numbers.set(i, then(bench, i, numbers.get(i)));
            if (answer === "commit") spill.commit(list, UNITS);
            else spill.abort(list);
            if (!isBetween) for (let i = 1; i < 12; i += 3) numbers.set(i, then(bench, i, numbers.get(i)));
            bench.check();
            for (let i = 0; i < 12; i++) {
              const number = numbers.get(i);
              if (number === undefined) assert.equal(bench.load(i), Status.MISS);
              else bench.same(i, number);
            }
            // Whatever happened, all that is left can leave.
            for (let base = 2 * UNITS; ; base += UNITS) {
              const rest = bench.pack(base);
              if (rest.length === 0) break;
              spill.commit(rest, base);
            }
            bench.check();
            for (let i = 0; i < 12; i++) {
              const number = numbers.get(i);
              if (number !== undefined) bench.same(i, number);
            }
          }
        }
      }
    }
  });

  test("moves bodies on the device, but for those that are elsewhere by then", () => {
    const bench = new Bench(0);
    const { spill } = bench.arena;
    bench.put(0, 300);
    for (let segment = 1; segment < 10; segment++) {
      const list = bench.pack(segment * UNITS);
      spill.commit(list, segment * UNITS);
    }
    for (let i = 0; i < 300; i++) if (i % 3 > 0) bench.router.invalidatePage(addressOf(bench.area, i));
    const count = spill.collect([1, 2, 3], 2 ** 20);
    const list = spill.list();
    assert.equal(list.length, count * LIST_WORDS);
    assert.ok(count > 20);
    const base = 20 * UNITS;
    let to = base * 2 ** UNIT_BITS;
    for (let at = 0; at < list.length; at += LIST_WORDS) {
      const [stored, location] = [list[at + 4] as number, list[at + 5] as number];
      copyBody(bench, location, to, stored);
      to += Math.ceil(stored / 2 ** UNIT_BITS) * 2 ** UNIT_BITS;
    }
    bench.router.invalidatePage(addressOf(bench.area, 0));
    const moved = spill.relocate(list, base);
    assert.ok(moved === count || moved === count - 1);
    assert.equal(spill.live(1) + spill.live(2) + spill.live(3), 0);
    assert.ok(spill.live(20) > 0);
    bench.check();
    for (let i = 3; i < 300; i += 3) bench.same(i);
    assert.equal(spill.collect([77], 2 ** 20), 0);
    // Behind some of them.
    const all = spill.collect([20], 2 ** 20);
    assert.equal(spill.collect([20], 2 ** 20, all - 2), 2);
  });

  test("refuses bytes of another length, and leaves no byte of a page behind with zeroize", () => {
    const bench = new Bench(24, true);
    const { arena } = bench;
    const canary = Buffer.from("a canary that no page has by chance");
    const page = new Uint8Array(PAGE);
    new Random(3).fill(page);
    page.set(canary, 2000);
    put(bench.router, bench.area, 1, page);
    const list = bench.pack(UNITS);
    assert.equal(arena.spill.commit(list, UNITS), 1);
    assert.equal(Buffer.from(arena.engine.memory.buffer).includes(canary), false);
    assert.ok(Buffer.from(bench.bytes).includes(canary));
    const back = new Uint8Array(PAGE);
    const address = addressOf(bench.area, 1);
    assert.equal(arena.load(address, back, false), Status.AWAY);
    const body = arena.spill.away();
    const bytes = bench.read(body);
    assert.throws(() => arena.spill.load(address, back, false, body, bytes.subarray(1)), /as a whole/);
    assert.equal(arena.spill.load(address, back, false, body, bytes), PAGE);
    assert.deepEqual(back, page);
    assert.equal(Buffer.from(arena.engine.memory.buffer).includes(canary), false);
    bench.check();
  });
});

/** Copies a body on the device. */
function copyBody({ bytes }: Bench, location: number, to: number, stored: number): void {
  bytes.copyWithin(to, location * 2 ** UNIT_BITS, location * 2 ** UNIT_BITS + stored);
}
