/**
 * Shows that a sealed body opens only as itself: not with a bit flipped anywhere, not cut, not under another
 * key or shape, not by another log, not after close. That what is written is AES-256-GCM as node:crypto knows
 * it, with a nonce of four fixed bytes and a counter, and that the counter never stands still.
 *
 * How: real seals; an independent look at their bytes.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Random, runSeed } from "#kit/random.js";
import { SEAL_BYTES, Seal } from "#lib/devices/seal.js";

const random = new Random(runSeed());
const body = random.fill(new Uint8Array(300));
const names = { keyLow: 0xdeadbeef, keyHigh: 17, shape: 0x81234567 };

function sealed(seal: Seal, bytes = body, named = names): Uint8Array {
  const room = new Uint8Array(bytes.length + SEAL_BYTES + 20).fill(0xee);
  seal.seal(bytes, named, room, 10);
  assert.ok(room.subarray(0, 10).every((byte) => byte === 0xee));
  assert.ok(room.subarray(-10).every((byte) => byte === 0xee));
  return room.slice(10, -10);
}

describe("a sealed body", () => {
  test("opens as itself, into an array of its own", () => {
    const seal = new Seal();
    for (const length of [1, 15, 16, 17, 300, 4096, 65_536]) {
      const bytes = random.fill(new Uint8Array(length));
      const opened = seal.open(sealed(seal, bytes), names);
      assert.ok(opened && Buffer.compare(opened, bytes) === 0);
      assert.equal(opened.constructor, Uint8Array);
      assert.notEqual(opened.slice().buffer, opened.buffer);
    }
  });

  test("does not open with any bit flipped, nor cut", () => {
    const seal = new Seal();
    const bytes = sealed(seal);
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const flipped = bytes.slice();
      flipped[bit >>> 3] = (flipped[bit >>> 3] as number) ^ (1 << (bit & 7));
      assert.equal(seal.open(flipped, names), undefined, `bit ${bit}`);
    }
    for (let cut = 1; cut < bytes.length - SEAL_BYTES; cut++)
      assert.equal(seal.open(bytes.slice(0, -cut), names), undefined);
  });

  test("does not open under another key or shape", () => {
    const seal = new Seal();
    const bytes = sealed(seal);
    for (const name of ["keyLow", "keyHigh", "shape"] as const)
      for (let bit = 0; bit < 32; bit++)
        assert.equal(seal.open(bytes, { ...names, [name]: (names[name] ^ (1 << bit)) >>> 0 }), undefined);
  });

  test("does not open by another seal, nor after close", () => {
    const seal = new Seal();
    const bytes = sealed(seal);
    assert.equal(new Seal().open(bytes, names), undefined);
    assert.ok(seal.open(bytes, names));
    seal.close();
    assert.throws(() => seal.open(bytes, names), /closed/);
    assert.throws(() => sealed(seal), /closed/);
  });

  test("shows nothing of itself: equal bodies differ, and no byte is where it was more often than by chance", () => {
    const seal = new Seal();
    const zeros = new Uint8Array(4096);
    const one = sealed(seal, zeros);
    const other = sealed(seal, zeros);
    let same = 0;
    for (let i = 8; i < one.length; i++) same += one[i] === other[i] ? 1 : 0;
    assert.ok(same < 60, `${same} of 4,112 bytes are equal; 16 by chance`);
  });
});

test("counters of nonces rise by one with each seal, from 1 on", () => {
  const seal = new Seal();
  for (let i = 1; i < 600; i++) {
    const bytes = sealed(seal);
    assert.equal(new DataView(bytes.buffer).getBigUint64(bytes.byteOffset, true), BigInt(i));
  }
  assert.equal(seal.sealed, 599);
});

test("a host without node:crypto, or without random numbers, is told so", () => {
  const process = globalThis.process as { getBuiltinModule?: unknown };
  const { getBuiltinModule } = process;
  process.getBuiltinModule = undefined;
  try {
    assert.throws(() => new Seal(), {
      code: "ERR_SPILLWAY_UNSUPPORTED",
      message: /node:crypto.*encrypt: false/,
    });
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
});
