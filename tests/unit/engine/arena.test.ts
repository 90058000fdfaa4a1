/**
 * Shows the third road of trouble: foreign modules, traps and hosts without memory become typed errors, and
 * an arena that trapped serves nothing more. How: real modules, damaged or foreign; a real trap provoked by
 * corrupting the engine's own words.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Spillway } from "spillway";
import { addressOf, engineOf, moduleBytes, openArenas, put, withSecretOf } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import * as abi from "#lib/abi.js";
import type { Arena } from "#lib/engine/arena.js";

describe("the arena", () => {
  test("a module of one's own: bytes or compiled, sync and async", async () => {
    const bytes = moduleBytes("engine");
    const module = new WebAssembly.Module(bytes);
    for (const wasm of [
      bytes,
      module,
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    ]) {
      for (const pool of [
        Spillway.openSync({ maxBytes: "1MiB", wasm }),
        await Spillway.open({ maxBytes: "1MiB", wasm }),
      ]) {
        const swap = pool.frontswap();
        swap.init(0);
        assert.equal(swap.store(0, 1, new Uint8Array(4096).fill(3)), true);
      }
    }
  });

  test("a module of another layout never runs", () => {
    const bytes = Buffer.from(moduleBytes("engine"));
    const at = bytes.indexOf(abi.LAYOUT_HASH);
    assert.ok(at > 0, "the module carries the hash of its numbers");
    bytes[at] = (bytes[at] as number) ^ 1;
    assert.throws(() => Spillway.openSync({ maxBytes: "1MiB", wasm: bytes }), {
      code: "ERR_SPILLWAY_LAYOUT_MISMATCH",
      message: new RegExp(`: its layout is [0-9a-z]{16}, not ${abi.LAYOUT_HASH}$`),
    });
  });

  test("one number that differs is another layout", async () => {
    const { abiText } = (await import(new URL("../../../../scripts/abi.mjs", import.meta.url).href)) as {
      abiText(bytes: Uint8Array): string;
    };
    const hashIn = (text: string) => /LAYOUT_HASH = "(\w{16})"/.exec(text)?.[1];
    const bytes = Buffer.from(moduleBytes("doors"));
    assert.equal(hashIn(abiText(bytes)), abi.LAYOUT_HASH);
    // The initial value of the exported global FAULT_PTR, as signed LEB128.
    const wanted = Buffer.from([0x7f, 0, 0x41, 0x80 | (abi.FAULT_PTR & 0x7f), abi.FAULT_PTR >> 7, 0x0b]);
    const at = bytes.indexOf(wanted);
    assert.ok(at > 0, "FAULT_PTR is an immutable i32 global");
    bytes[at + 3] = (bytes[at + 3] as number) ^ 1;
    assert.notEqual(hashIn(abiText(bytes)), abi.LAYOUT_HASH);
  });

  test("a failed assertion poisons the arena and tells its place", () => {
    const arena = openArenas("verify", { maxBytes: "1MiB" });
    const area = arena.registry.openArea(1, 0, 1);
    const page = new Uint8Array(Buffer.alloc(4096, "some page, "));
    put(arena, area, 1, page);
    // Overwrite the red zone behind the body: the verify build notices when the body is freed.
    const place = engineOf(arena).door_place(area, 1);
    const stored = engineOf(arena).door_stored(area, 1);
    new Uint8Array(engineOf(arena).memory.buffer)[place + stored] = 0;
    const fault = {
      code: "ERR_SPILLWAY_ENGINE_FAULT",
      message: /^the engine failed at assembly\/memory\/slab\.ts:\d+:\d+: /,
    };
    assert.throws(() => arena.invalidatePage(addressOf(area, 1)), fault);
    assert.throws(() => arena.load(addressOf(area, 1), page, false), fault);
    assert.throws(() => put(arena, area, 2, page), fault);
    assert.throws(() => arena.stats(), fault);
  });

  test("views are renewed when memory has grown between any two calls", () => {
    const arena = openArenas("doors", { maxBytes: "64MiB" });
    const area = arena.registry.openArea(1, 0, 1);
    const page = new Uint8Array(4096);
    for (let i = 0; i < 200; i++) {
      engineOf(arena).memory.grow(1);
      page.fill(i).set([i, i + 1, i + 2]);
      assert.equal(put(arena, area, i, page), true);
      engineOf(arena).memory.grow(1);
      page.fill(0);
      assert.equal(arena.load(addressOf(area, i), page, false), 4096);
      assert.deepEqual(
        [...page.subarray(0, 4)],
        [i, i + 1, i + 2, i].map((byte) => byte & 255),
      );
      engineOf(arena).memory.grow(1);
      const statuses: number[] = [];
      arena.loadMany({ area, offsets: [i], pages: [page], statuses }, false);
      assert.deepEqual(statuses, [4096]);
    }
  });

  test("a limit of the host's is a refusal, not a trap: the pool goes on in other memories up to its own limit", () => {
    // A module that may not grow as far as the pool would like: the maximum in its memory section, 65,535
    // wasm pages
    // as LEB128 ff ff 03, becomes 64.
    const bytes = Buffer.from(moduleBytes("engine"));
    const at = bytes.indexOf(Buffer.from([5, 6, 1, 1, 4, 0xff, 0xff, 3]));
    assert.ok(at > 0, "the memory section");
    bytes.set([0xc0, 0x80, 0x00], at + 5);
    const pool = Spillway.openSync({ maxBytes: "8MiB", wasm: bytes });
    const swap = pool.frontswap();
    swap.init(0);
    const random = new Random(5);
    const pages = Array.from({ length: 3000 }, () => random.fill(new Uint8Array(4096)));
    let kept = 0;
    for (const [i, page] of pages.entries()) kept += swap.store(0, i, page) ? 1 : 0;
    assert.ok(kept > 1800 && kept < 2048, `${kept} pages in 8 MiB`);
    const { refused, arenas, bytes: sizes } = pool.stats();
    assert.equal(refused.full, 3000 - kept);
    assert.ok(arenas.length >= 2 && arenas.every(({ reserved }) => reserved <= 4 * 2 ** 20));
    assert.ok(sizes.reserved <= 8 * 2 ** 20);
    const back = new Uint8Array(4096);
    for (let i = 0; i < kept; i++) {
      assert.equal(swap.load(0, i, back), true);
      assert.deepEqual(back, pages[i]);
    }
  });
});

describe("a host that can discard memory", () => {
  // No host has this yet, so it is played: what is discarded reads as zeros, as the proposal promises and no
  // more.
  const prototype = WebAssembly.Memory.prototype as { discard?: (at: number, bytes: number) => void };
  const calls: { at: number; bytes: number; size: number }[] = [];

  before(() => {
    prototype.discard = function (this: WebAssembly.Memory, at: number, bytes: number) {
      assert.equal(at % 65536, 0);
      assert.equal(bytes % 65536, 0);
      calls.push({ at, bytes, size: this.buffer.byteLength });
      new Uint8Array(this.buffer, at, bytes).fill(0);
    };
  });

  after(() => {
    delete prototype.discard;
  });

  test("gets what lies unused at the end of a memory; pages, new and old, are none the wiser", async () => {
    const random = new Random(8);
    // A secret of the test's own: with one in thirty a block of records is taken last and stays at the end.
    const arenas = withSecretOf(random, () => openArenas("verify", { maxBytes: "16MiB" }));
    const arena = arenas.memory.each()[0] as Arena;
    const area = arenas.registry.openArea(1, 0, 1);
    const pages = Array.from({ length: 2000 }, () => random.fill(new Uint8Array(4096)));
    const back = new Uint8Array(4096);
    for (let round = 0; round < 3; round++) {
      for (const [i, page] of pages.entries()) assert.equal(put(arenas, area, i, page), true);
      for (let i = 300; i < 2000; i++) arenas.invalidatePage(addressOf(area, i));
      while (arena.compact(1)) assert.equal(arenas.selfCheck(), 0);
      arena.discard();
      assert.equal(arenas.selfCheck(), 0);
      const { at, bytes, size } = calls.at(-1) as (typeof calls)[0];
      assert.ok(at + bytes === size && bytes > 4 * 2 ** 20, `${bytes} of ${size} bytes`);
      for (let i = 0; i < 300; i++) {
        assert.equal(arenas.load(addressOf(area, i), back, false), 4096);
        assert.deepEqual(back, pages[i]);
      }
    }
  });

  test("compact and shrink ask it", async () => {
    const pool = Spillway.openSync({ maxBytes: "8MiB" });
    const before = calls.length;
    await pool.compact();
    await pool.shrink();
    assert.equal(calls.length, before + 2);
  });
});
