/**
 * Shows that bytes that change on a device are never taken for a page: each bit of a segment flipped, bodies
 * swapped, an older segment put back, an end torn off or zeroed. The pages concerned have an error each, no
 * other page has, and when the bytes are right again all come back. With a seal the device sees no byte of a
 * page and no nonce twice.
 *
 * How: the device in memory, whose bytes the test changes. Bodies are found by the fake arena's records.
 */
import assert from "node:assert/strict";
import crypto from "node:crypto";
import { describe, test } from "node:test";
import { HandClock, randomPage, SpillModel } from "#kit/models/spill_model.js";
import { Random, runSeed } from "#kit/random.js";
import { type MemoryDeviceOptions, memoryDevice } from "#lib/adapters/device_test.js";
import type { AwayBody } from "#lib/devices/arena_port.js";
import { DeviceFault } from "#lib/devices/faults.js";

const isDamaged = (loaded: unknown) =>
  loaded === "damaged" || (loaded instanceof DeviceFault && loaded.kind === "damaged");

function spilled(pages: number, options: MemoryDeviceOptions = {}, least = 200, most = 900) {
  const device = memoryDevice(options);
  const model = new SpillModel([device]);
  const random = new Random(21);
  for (let page = 0; page < pages; page++) model.store(page, randomPage(random, least, most));
  model.spillAll();
  const units = model.log.segmentBytes >>> model.log.unitBits;
  /** The segment of a body, where its bytes begin there, and how many there are, its seal included. */
  const placeOf = (page: number) => {
    const { location, stored }: AwayBody = model.arena.whereIs(page);
    const at = (location % units) << model.log.unitBits;
    return { segment: Math.floor(location / units), at, bytes: stored + model.log.overhead };
  };
  const segment = (number: number) => device.segments.get(number) as Uint8Array;
  return { device, model, placeOf, segment, random };
}

/** Pages that cannot be loaded; all of them are damaged, and no page has other bytes. */
function damaged(model: SpillModel): number[] {
  const failed = model.verify();
  for (const one of failed.values()) assert.ok(isDamaged(one));
  return [...failed.keys()].sort((one, other) => one - other);
}

for (const encrypt of [true, false])
  describe(encrypt ? "sealed" : "as they are", () => {
    test("each bit of a segment, flipped: its body is damaged, the others are not", () => {
      const { model, placeOf, segment } = spilled(12, { encrypt });
      const bytes = segment(1);
      const owner = new Int32Array(bytes.length).fill(-1);
      for (const page of model.pages.keys()) {
        const { at, bytes: length } = placeOf(page);
        owner.fill(page, at, at + length);
      }
      let missed = 0;
      for (let bit = 0; bit < 8 * bytes.length; bit++) {
        const at = bit >>> 3;
        const page = owner[at] as number;
        bytes[at] = (bytes[at] as number) ^ (1 << (bit & 7));
        // Of the others one in turn, and all of them now and then.
        const other = bit % model.pages.size;
        if (page >= 0 && !isDamaged(model.load(page))) missed += 1;
        if (other !== page) assert.ok(model.load(other) instanceof Uint8Array);
        if (bit % 5001 === 0) assert.deepEqual(damaged(model), page < 0 ? [] : [page]);
        bytes[at] = (bytes[at] as number) ^ (1 << (bit & 7));
      }
      assert.equal(missed, 0);
      assert.deepEqual(damaged(model), []);
    });

    test("two bodies of one length, swapped: both are damaged", () => {
      const { model, placeOf, segment } = spilled(40, { encrypt }, 500, 501);
      for (const [one, other] of [
        [3, 4],
        [0, 39],
        [10, 30],
      ] as const) {
        const [a, b] = [placeOf(one), placeOf(other)];
        const bytes = segment(1);
        const swap = () => {
          const held = bytes.slice(a.at, a.at + a.bytes);
          bytes.copyWithin(a.at, b.at, b.at + b.bytes);
          bytes.set(held, b.at);
        };
        swap();
        assert.deepEqual(damaged(model), [one, other]);
        swap();
      }
      assert.deepEqual(damaged(model), []);
    });

    test("an old segment, put back where its number is used again: every body of it is damaged", () => {
      const { model, segment, placeOf, random } = spilled(150, { encrypt });
      const old = segment(1).slice();
      for (const page of [...model.pages.keys()]) model.store(page, randomPage(random, 200, 900));
      model.log.clean(0);
      model.spillAll();
      assert.ok([...model.pages.keys()].every((page) => placeOf(page).segment === 1));
      const now = segment(1);
      const good = now.slice();
      now.set(old.subarray(0, now.length));
      assert.equal(damaged(model).length, 150);
      now.set(good);
      assert.deepEqual(damaged(model), []);
    });

    test("a torn segment: bodies beyond the tear are damaged, those before it are not", () => {
      const { model, segment, placeOf, random } = spilled(200, { encrypt });
      const bytes = segment(1);
      const good = bytes.slice();
      for (let tear = 0; tear < bytes.length; tear += 512 + random.below(4096)) {
        bytes.fill(0, tear);
        const beyond = [...model.pages.keys()].filter((page) => {
          const { at, bytes: length } = placeOf(page);
          return at + length > tear;
        });
        // Bytes that were zero are still right: only a body of zeros could be, and there is none.
        assert.deepEqual(damaged(model), beyond);
        bytes.set(good);
      }
    });
  });

test("no byte of a page reaches a device, nor what an earlier call has left in a window", () => {
  const marker = Buffer.from("CANARY-0123456789");
  for (const encrypt of [true, false]) {
    const device = memoryDevice({ encrypt });
    const model = new SpillModel([device]);
    const random = new Random(8);
    for (let page = 0; page < 400; page++) {
      const bytes = randomPage(random, 300, 900);
      bytes.set(marker, random.below(200));
      model.store(page, bytes);
    }
    model.spillAll();
    let found = 0;
    let stale = 0;
    for (const bytes of device.segments.values()) {
      const text = Buffer.from(bytes);
      for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) found += 1;
      // The fake arena's window is full of these before a pack.
      if (encrypt && text.includes(Buffer.alloc(8, 0x5a))) stale += 1;
    }
    assert.equal(found, encrypt ? 0 : 400);
    assert.equal(stale, 0);
  }
});

test("what lies between sealed bodies is zero, also where a buffer held something else before", () => {
  const { model, placeOf, random, device } = spilled(400);
  for (const page of [...model.pages.keys()]) model.store(page, randomPage(random, 200, 900));
  model.spillAll();
  let checked = 0;
  for (const [number, bytes] of device.segments) {
    const isBody = new Uint8Array(bytes.length);
    for (const page of model.pages.keys()) {
      const place = placeOf(page);
      if (place.segment === number) isBody.fill(1, place.at, place.at + place.bytes);
    }
    if (!isBody.includes(1)) continue;
    for (const [at, byte] of bytes.entries()) if (isBody[at] === 0) assert.equal(byte, 0, `byte ${at}`);
    checked += 1;
  }
  assert.ok(checked > 0);
});

test("no nonce is used twice, whatever fails and is tried again", (t) => {
  const seed = runSeed();
  t.diagnostic(`SPILLWAY_SEED=${seed}`);
  const totals = { nonces: 0, failed: 0, spilled: 0, moved: 0 };
  for (let round = 0; round < 8; round++) {
    const random = new Random(seed + round);
    const clock = new HandClock();
    const script: MemoryDeviceOptions["script"] = ({ verb }) => {
      const choice = random.below(6);
      if (verb !== "write" || choice > 1) return undefined;
      return choice === 0 ? "full" : { error: new Error("EIO") };
    };
    const device = memoryDevice({ maxBytes: 2 ** 22, script });
    const nonces = noncesOf(() => {
      const model = new SpillModel([device], { clock });
      for (let step = 0; step < 60; step++) {
        for (let i = 0; i < 200; i++) model.store(random.below(1500), randomPage(random, 200, 900));
        model.log.spill(model.arena);
        if (step % 5 === 0) model.log.clean(20);
        clock.at += random.below(3000);
      }
      const { spilled, sealed, cleaned } = model.log.stats();
      assert.equal(sealed, spilled.packed);
      totals.failed += spilled.failed;
      totals.spilled += spilled.spilled;
      totals.moved += cleaned.bodies;
      assert.deepEqual([...model.verify()], []);
      model.check();
      return sealed;
    });
    assert.equal(new Set(nonces).size, nonces.length);
    totals.nonces += nonces.length;
  }
  t.diagnostic(`bodies: ${JSON.stringify(totals)}`);
  assert.equal(totals.nonces, totals.failed + totals.spilled);
  assert.ok(totals.failed > 100 && totals.spilled > 1000);
});

/** The nonces under which work seals, in hexadecimal; the work answers how many there must be. */
function noncesOf(work: () => number): string[] {
  const nonces: string[] = [];
  const { process } = globalThis;
  const { getBuiltinModule } = process;
  const noting = (cipher: string, key: object, nonce: Uint8Array, options: object) => {
    nonces.push(Buffer.from(nonce).toString("hex"));
    return Reflect.apply(crypto.createCipheriv, crypto, [cipher, key, nonce, options]);
  };
  process.getBuiltinModule = ((name: string) =>
    name === "node:crypto" ? { ...crypto, createCipheriv: noting } : getBuiltinModule(name)) as never;
  try {
    assert.equal(work(), nonces.length);
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
  return nonces;
}
