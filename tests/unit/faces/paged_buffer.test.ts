/**
 * Shows the verbs of a PagedBuffer: what they check and say, pins, odd arrays, damage, and the end.
 *
 * How: real pools, small resident sets.
 */
import assert from "node:assert/strict";
import { channel } from "node:diagnostics_channel";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import vm from "node:vm";
import { type PagedBufferOptions, Spillway } from "spillway";
import { damage, engineOf, frontswapOver, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { checkBufferOptions } from "#lib/base/options/buffer.js";
import { PagedBuffer } from "#lib/faces/paged_buffer.js";

const seed = runSeed();
const TYPE = "ERR_SPILLWAY_ARG_TYPE";
const RANGE = "ERR_SPILLWAY_ARG_RANGE";
const FRAME = 16384;

function open(frames = 4, options: Partial<PagedBufferOptions> = {}, byteLength = 2 ** 20) {
  const pool = Spillway.openSync({ maxBytes: "4MiB", autoShrink: false });
  const frame = options.frame ?? FRAME;
  return { pool, buffer: pool.buffer(byteLength, { residentBytes: frames * frame, ...options }) };
}

function bytesAt(buffer: PagedBuffer, offset: number, length: number): Uint8Array {
  const target = new Uint8Array(length);
  buffer.read(offset, target);
  return target;
}

describe(`paged buffer, seed ${seed}`, () => {
  const random = new Random(seed);

  test("wrong options name the option and the value", () => {
    const { pool } = open();
    const bad: [unknown, unknown, string, RegExp][] = [
      [0, { residentBytes: 65536 }, RANGE, /^byteLength must be .* got 0/],
      [-1, { residentBytes: 65536 }, RANGE, /^byteLength must be .* got -1/],
      [2 ** 53, { residentBytes: 65536 }, RANGE, /^byteLength must be .* got 9007199254740992/],
      [undefined, { residentBytes: 65536 }, TYPE, /^byteLength must be .* got undefined/],
      ["1 TB", { residentBytes: 65536 }, RANGE, /^byteLength must be .* got "1 TB"/],
      [100, undefined, TYPE, /^buffer options must be an object, got undefined/],
      [100, {}, TYPE, /^residentBytes must be .* got undefined/],
      [100, { residentBytes: 2 * FRAME - 1 }, RANGE, /^residentBytes must be from two frames .* got 32767/],
      [100, { residentBytes: "65GiB" }, RANGE, /^residentBytes must be .* got "65GiB"/],
      [100, { residentBytes: 65536, frame: 5000 }, RANGE, /^frame must be one of .* got 5000/],
      [100, { residentBytes: 65536, frame: 2048 }, RANGE, /^frame must be one of .* got 2048/],
      [2 ** 20, { residentBytes: 2 ** 20, frame: "4096" }, TYPE, /^frame must be one of .* got "4096"/],
      [100, { residentBytes: 65536, name: "" }, TYPE, /^name must be .* got ""/],
      [100, { residentBytes: 65536, kind: "f16" }, TYPE, /^kind must be .* got "f16"/],
      [100, { residentBytes: 65536, frames: 3 }, TYPE, /option "frames" must be one of residentBytes, /],
    ];
    for (const [length, options, code, message] of bad)
      assert.throws(() => pool.buffer(length as number, options as PagedBufferOptions), { code, message });
    const large = pool.buffer("1024GiB", { residentBytes: "64KiB" });
    assert.deepEqual([large.name, large.byteLength], ["buffer-2", 2 ** 40]);
  });

  test("wrong arguments name themselves, and nothing has changed", () => {
    const { buffer } = open();
    buffer.write(0, Uint8Array.of(1, 2, 3));
    const one = new Uint8Array(1);
    const calls: [() => unknown, string, RegExp][] = [
      [() => buffer.read(-1, one), RANGE, /^offset must be a whole number .* got -1/],
      [() => buffer.read(0.5, one), RANGE, /^offset .* got 0.5/],
      [() => buffer.read(2 ** 53, one), RANGE, /^offset .* got 9007199254740992/],
      [() => buffer.read("0" as never, one), TYPE, /^offset .* got "0"/],
      [() => buffer.read(1n as never, one), TYPE, /^offset .* got 1n/],
      [() => buffer.read(2 ** 20 + 1, one), RANGE, /^offset must be at most 1048576, .* got 1048577/],
      [
        () => buffer.read(2 ** 20, one),
        RANGE,
        /^length of target must be at most 0 at offset 1048576, got 1/,
      ],
      [() => buffer.read(0, "text" as never), TYPE, /^target must be .* got "text"/],
      [
        () => buffer.write(2 ** 20 - 1, new Uint8Array(2)),
        RANGE,
        /^length of source must be at most 1 .*got 2/,
      ],
      [() => buffer.write(0, [1] as never), TYPE, /^source must be .* got Array/],
      [() => buffer.pin(0, 0), RANGE, /^length must be a whole number of bytes, 1 or more, got 0/],
      [() => buffer.pin(0, Number.NaN), RANGE, /^length .* got NaN/],
      [() => buffer.pin(0, "5" as never), TYPE, /^length .* got "5"/],
      [() => buffer.pin(0, 3 * FRAME), RANGE, /^length must be in at most 2 frames of 16384 .* got 49152/],
      [() => buffer.discard(5, 2 ** 20), RANGE, /^length must be at most 1048571 at offset 5, got 1048576/],
      [() => buffer.discard(5, -1), RANGE, /^length .* got -1/],
    ];
    const before = buffer.stats();
    for (const [call, code, message] of calls) assert.throws(call, { code, message });
    assert.deepEqual(buffer.stats(), before);
    buffer.read(2 ** 20, new Uint8Array(0));
    buffer.write(2 ** 20, new Uint8Array(0));
    buffer.discard(2 ** 20, 0);
    assert.deepEqual(buffer.stats(), before);
  });

  test("arrays of any type, realm and buffer are read and written once", () => {
    const { buffer } = open();
    const numbers = Float64Array.of(1.5, -0, Number.NaN);
    buffer.write(FRAME - 8, numbers);
    const shared = new Uint8Array(new SharedArrayBuffer(24));
    buffer.read(FRAME - 8, shared);
    assert.deepEqual([...shared], [...new Uint8Array(numbers.buffer)]);
    const foreign = vm.runInNewContext("new Uint8Array(24).fill(7)") as Uint8Array;
    buffer.write(100, foreign);
    const view = new DataView(new ArrayBuffer(40), 8, 24);
    buffer.read(100, view);
    assert.deepEqual(new Uint8Array(view.buffer), new Uint8Array(40).fill(7, 8, 32));
    const lying = new Uint8Array(4).fill(9);
    for (const name of ["length", "byteLength", "buffer", "byteOffset"])
      Object.defineProperty(lying, name, { get: () => assert.fail(`${name} was asked for`) });
    buffer.write(FRAME - 2, lying);
    assert.deepEqual([...bytesAt(buffer, FRAME - 3, 6)].slice(1, 5), [9, 9, 9, 9]);
    buffer.read(50, lying);
    const gone = new Uint8Array(8);
    structuredClone(gone, { transfer: [gone.buffer] });
    buffer.write(0, gone);
    buffer.read(0, gone);
  });

  test("a pin inside a frame is the memory itself; one over frames is a copy that is written back", () => {
    const { buffer } = open(8);
    buffer.write(FRAME, random.fill(new Uint8Array(2 * FRAME)));
    const pin = buffer.pin(FRAME + 8, 64);
    assert.deepEqual([pin.offset, pin.length, pin.copied], [FRAME + 8, 64, false]);
    pin.view(Float64Array)[1] = 2.5;
    assert.deepEqual(new Float64Array(bytesAt(buffer, FRAME + 16, 8).buffer), Float64Array.of(2.5));
    pin.view(DataView).setUint32(0, 0x01020304);
    assert.deepEqual([...bytesAt(buffer, FRAME + 8, 4)], [1, 2, 3, 4]);
    const copy = buffer.pin(2 * FRAME - 4, 8);
    assert.equal(copy.copied, true);
    const before = bytesAt(buffer, 2 * FRAME - 4, 8);
    assert.deepEqual(copy.bytes, before);
    copy.view(Uint32Array).fill(0x55555555);
    assert.deepEqual(bytesAt(buffer, 2 * FRAME - 4, 8), before);
    copy[Symbol.dispose]();
    assert.deepEqual(bytesAt(buffer, 2 * FRAME - 4, 8), new Uint8Array(8).fill(0x55));
    pin.close();
    pin.close();
    for (const closed of [pin, copy]) {
      assert.throws(() => closed.bytes, { code: "ERR_SPILLWAY_CLOSED", message: /pin is closed/ });
      assert.throws(() => closed.view(Uint8Array), { code: "ERR_SPILLWAY_CLOSED" });
    }
    assert.equal(buffer.stats().frames.pinned, 0);
  });

  test("typed views want whole elements, and a class", () => {
    const { buffer } = open();
    const pin = buffer.pin(4, 12);
    assert.equal(pin.view(Int32Array).length, 3);
    assert.throws(() => pin.view(Float64Array), { code: RANGE, message: /^offset of the pin .* 8, got 4/ });
    pin.close();
    const odd = buffer.pin(8, 12);
    assert.throws(() => odd.view(Float64Array), { code: RANGE, message: /^length of the pin .* 8, got 12/ });
    assert.throws(() => odd.view("f64" as never), { code: TYPE, message: /^type must be/ });
    const broken = Object.assign(() => {}, { BYTES_PER_ELEMENT: "1" });
    assert.throws(() => odd.view(broken as never), { code: TYPE });
    const throwing = { get: () => assert.fail("a getter of the caller's") };
    assert.throws(() => odd.view(Object.defineProperty(class {}, "BYTES_PER_ELEMENT", throwing) as never), {
      code: TYPE,
      message: /^type could not be read/,
    });
    odd.close();
  });

  test("the memory of a pin cannot be transferred; a copy that was is told", () => {
    const { buffer } = open(8);
    buffer.write(0, random.fill(new Uint8Array(4 * FRAME)));
    const all = bytesAt(buffer, 0, 4 * FRAME);
    const pin = buffer.pin(0, 10);
    try {
      // Node 20 copies what cannot be transferred, later ones throw.
      structuredClone(pin.bytes, { transfer: [pin.bytes.buffer] });
    } catch (error) {
      assert.match(String(error), /detach|transfer|clone/i);
    }
    assert.equal(pin.bytes.length, 10);
    pin.close();
    const copy = buffer.pin(FRAME - 5, 10);
    structuredClone(copy.bytes, { transfer: [copy.bytes.buffer] });
    assert.throws(() => copy.close(), { code: TYPE, message: /^bytes of the pin must be .* transferred/ });
    assert.equal(buffer.stats().frames.pinned, 0);
    assert.deepEqual(bytesAt(buffer, 0, 4 * FRAME), all);
  });

  test("the bytes of a pin may be source and target, and may overlap", () => {
    const { buffer } = open(8);
    const model = random.fill(new Uint8Array(4 * FRAME));
    buffer.write(0, model);
    for (let round = 0; round < 200; round++) {
      const from = random.below(FRAME - 300);
      const pin = buffer.pin(FRAME + from, 300);
      const offset = FRAME - 400 + random.below(FRAME + 400);
      if (round % 2 === 0) {
        buffer.write(offset, pin.bytes);
        model.copyWithin(offset, FRAME + from, FRAME + from + 300);
      } else {
        buffer.read(offset, pin.bytes);
        model.copyWithin(FRAME + from, offset, offset + 300);
      }
      pin.close();
      assert.deepEqual(bytesAt(buffer, 0, model.length), model);
    }
  });

  test("no more than half of the frames can be pinned, and one of a single frame", () => {
    const { buffer } = open(4);
    const pins = [buffer.pin(0, 1), buffer.pin(FRAME, 1), buffer.pin(5, 1)];
    const full = { code: "ERR_SPILLWAY_FULL", message: /^2 of at most 2 frames are pinned, 1 more/ };
    assert.throws(() => buffer.pin(2 * FRAME, 1), full);
    buffer.write(2 * FRAME, new Uint8Array(10 * FRAME).fill(1));
    for (const pin of pins) pin.close();
    buffer.pin(2 * FRAME, 1).close();
    const { buffer: small } = open(4, {}, 100);
    small.pin(50, 50).close();
    assert.equal(small.stats().frames.max, 1);
  });

  test("discard gives zeros, frees whole frames, and leaves pinned ones where they are", () => {
    const { buffer, pool } = open(4);
    const model = random.fill(new Uint8Array(20 * FRAME + 77));
    buffer.write(0, model);
    const pin = buffer.pin(3 * FRAME, 5);
    const discard = (offset: number, length: number) => {
      buffer.discard(offset, length);
      model.fill(0, offset, offset + length);
      assert.deepEqual(bytesAt(buffer, 0, model.length), model);
    };
    discard(10, 20);
    discard(FRAME - 10, 20);
    discard(2 * FRAME + 5, 5 * FRAME);
    assert.deepEqual([...pin.bytes], [0, 0, 0, 0, 0]);
    pin.bytes[2] = 8;
    model[3 * FRAME + 2] = 8;
    pin.close();
    discard(4 * FRAME, 0);
    const before = buffer.stats();
    discard(9 * FRAME, 10 * FRAME);
    assert.ok(buffer.stats().client.storedPages < before.client.storedPages);
    discard(0, model.length);
    buffer.discard(0, buffer.byteLength);
    assert.deepEqual(buffer.stats().frames, { max: 4, resident: 0, dirty: 0, pinned: 0, stored: 0 });
    assert.equal(buffer.stats().bytes.table, 0);
    assert.equal(pool.stats().storedPages, 0);
  });

  test("the last frame ends where the buffer does", () => {
    const { buffer } = open(2, {}, 3 * FRAME + 5);
    buffer.write(3 * FRAME, Uint8Array.of(1, 2, 3, 4, 5));
    buffer.write(0, new Uint8Array(3 * FRAME).fill(9));
    assert.deepEqual([...bytesAt(buffer, 3 * FRAME, 5)], [1, 2, 3, 4, 5]);
    buffer.discard(3 * FRAME, 5);
    assert.deepEqual([...bytesAt(buffer, 3 * FRAME - 1, 6)], [9, 0, 0, 0, 0, 0]);
  });

  test("damage in one frame concerns this frame alone", () => {
    const arenas = openArenas("doors", { maxBytes: "2MiB" });
    const options = checkBufferOptions(2 ** 20, { residentBytes: 8192, frame: 4096 });
    const make = () => frontswapOver(arenas, 1, 1);
    const Made = PagedBuffer as unknown as new (...internal: unknown[]) => PagedBuffer;
    const buffer = new Made(options, 4096, () => {}, make);
    const model = random.fill(new Uint8Array(8 * 4096));
    buffer.write(0, model);
    buffer.flush();
    const area = [...arenas.registry.areas.keys()].at(-1) as number;
    for (const frame of [1, 5]) damage(arenas, engineOf(arenas).door_place(area, frame), 1);
    const damaged = { code: "ERR_SPILLWAY_DAMAGED", message: /^bytes 4096 to 8191 of the buffer/ };
    for (let i = 0; i < 3; i++) assert.throws(() => bytesAt(buffer, 4096, 10), damaged);
    assert.throws(() => buffer.write(5000, new Uint8Array(10)), damaged);
    assert.throws(() => buffer.pin(5000, 10), damaged);
    assert.throws(() => buffer.discard(4097, 10), damaged);
    const long = () => buffer.write(100, model.subarray(0, 5 * 4096));
    assert.throws(long, { ...damaged, message: /^bytes 20480 to 24575 .*; 20380 of 20480/ });
  });

  test("a closed buffer, and a buffer of a closed pool, throw", () => {
    const { pool, buffer } = open();
    buffer.write(0, random.fill(new Uint8Array(10 * FRAME)));
    const pins = [buffer.pin(0, 10), buffer.pin(FRAME - 5, 10)];
    assert.ok(pool.stats().storedPages > 0);
    buffer.close();
    buffer.close();
    assert.equal(pool.stats().storedPages, 0);
    for (const pin of pins) pin.close();
    const verbs = (one: PagedBuffer) => [
      () => one.read(0, new Uint8Array(1)),
      () => one.write(0, new Uint8Array(1)),
      () => one.pin(0, 1),
      () => one.discard(0, 1),
      () => one.flush(),
      () => one.stats(),
    ];
    const closed = { name: "SpillwayTypeError", code: "ERR_SPILLWAY_CLOSED" };
    for (const verb of verbs(buffer))
      assert.throws(verb, { ...closed, message: /buffer buffer-1 is closed/ });
    const other = pool.buffer(100, { residentBytes: "64KiB", name: "other" });
    other.write(0, Uint8Array.of(5));
    const pin = other.pin(0, 1);
    pool.close();
    for (const verb of verbs(other)) assert.throws(verb, { ...closed, message: "the pool is closed" });
    pin.close();
    other[Symbol.dispose]();
    assert.throws(() => pool.buffer(100, { residentBytes: "64KiB" }), closed);
  });

  test("it is a handle: not made by new, not to be cloned, one line in a console", () => {
    const { buffer } = open(4, { name: "rows" });
    buffer.write(0, Uint8Array.of(1));
    const line = 'PagedBuffer "rows": 1048576 bytes in frames of 16384, 1 of at most 4 resident, 1 dirty';
    assert.equal(inspect(buffer), line);
    assert.throws(() => structuredClone(buffer), { name: "DataCloneError" });
    const Made = buffer.constructor as new () => unknown;
    assert.throws(() => new Made(), { code: TYPE, message: /use pool\.buffer\(byteLength, options\)/ });
    assert.deepEqual([buffer.name, buffer.frame, buffer.byteLength], ["rows", FRAME, 2 ** 20]);
  });

  test("a buffer never takes over a client out of an image", async () => {
    const { pool, buffer } = open(2, { name: "rows" });
    buffer.write(0, random.fill(new Uint8Array(6 * FRAME)));
    const restored = await Spillway.restore(pool.snapshot(), { maxBytes: "4MiB", autoShrink: false });
    const again = restored.buffer(2 ** 20, { name: "rows", residentBytes: 2 * FRAME });
    assert.deepEqual(restored.unclaimed, ["rows"]);
    assert.deepEqual(bytesAt(again, 0, 10), new Uint8Array(10));
    restored.close();
  });

  test("subscribers may use the buffer, change the array or close the pool in the middle of a verb", () => {
    const { pool, buffer } = open(4, { frame: 4096 });
    const swap = pool.frontswap();
    const refuse = channel("spillway:refuse");
    let told = () => {};
    const listen = () => told();
    refuse.subscribe(listen);
    try {
      buffer.write(0, new Uint8Array(4 * 4096).fill(1));
      const last = 3 * 4096;
      pool.freeze();
      let calls = 0;
      told = () => {
        calls += 1;
        buffer.write(last, Uint8Array.of(7, 7));
        assert.deepEqual([...bytesAt(buffer, last, 3)], [7, 7, 1]);
      };
      // It takes the slot that is to spare; another one is not to be had.
      buffer.write(10 * 4096, Uint8Array.of(1));
      assert.equal(calls, 1);
      assert.throws(() => buffer.write(11 * 4096, Uint8Array.of(1)), { code: "ERR_SPILLWAY_FULL", done: 0 });
      assert.deepEqual([...bytesAt(buffer, last, 3)], [7, 7, 1]);
      pool.thaw();
      buffer.write(12 * 4096, Uint8Array.of(1));
      // After a page was accepted a refusal is told again.
      pool.freeze();
      const source = new Uint8Array(3 * 4096).fill(5);
      told = () => {
        pool.thaw();
        structuredClone(source, { transfer: [source.buffer] });
      };
      const changed = { code: TYPE, message: /^source must be an array that keeps its length/ };
      assert.throws(() => buffer.write(20 * 4096, source), changed);
      assert.deepEqual(bytesAt(buffer, 20 * 4096, 3 * 4096), new Uint8Array(3 * 4096));
      buffer.write(30 * 4096, new Uint8Array(8 * 4096).fill(2));
      pool.freeze();
      const target = new Uint8Array(8 * 4096);
      told = () => structuredClone(target, { transfer: [target.buffer] });
      assert.throws(() => buffer.read(30 * 4096, target), {
        code: TYPE,
        message: /^target must be an array that keeps its length/,
      });
      pool.thaw();
      buffer.write(50 * 4096, new Uint8Array(8 * 4096).fill(2));
      pool.freeze();
      told = () => pool.close();
      const closed = { code: "ERR_SPILLWAY_CLOSED" };
      assert.throws(() => [60, 61].map((frame) => buffer.write(frame * 4096, Uint8Array.of(1))), closed);
      assert.throws(() => swap.stats(), closed);
    } finally {
      refuse.unsubscribe(listen);
    }
  });
});
