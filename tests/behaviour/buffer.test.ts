/**
 * Shows that a PagedBuffer is a buffer: under random reads, writes, pins, discards and flushes of odd ranges
 * it has the bytes of a plain one, whatever the sizes of frames and pages, in pools that are full, frozen, or
 * shared with a client that comes and goes. What is refused is refused as a whole, or says how far it came.
 *
 * How: each step on both, and the ranges that it touches compared; all bytes compared now and then. 10^5
 * steps, or SPILLWAY_BUFFER_STEPS.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type PagedBuffer, type PagedBufferPin, Spillway, type SpillwayError } from "spillway";
import { Random, runSeed } from "#kit/random.js";

const seed = runSeed();
const STEPS = Number(process.env.SPILLWAY_BUFFER_STEPS ?? 100_000);

interface Sizes {
  frame: number;
  pageSize: number;
  slots: number;
  /** Frames of the buffer; its length is some bytes more. */
  frames: number;
}

/** A pin, and its range. */
interface Held {
  pin: PagedBufferPin;
  from: number;
  to: number;
}

/** Random steps on a PagedBuffer and on a plain one. */
class Twin {
  readonly #random: Random;
  readonly pool: Spillway;
  readonly buffer: PagedBuffer;
  readonly plain: Uint8Array;
  readonly #frame: number;
  readonly #slots: number;
  readonly #filler;
  readonly #pins: Held[] = [];
  refused = 0;
  partly = 0;

  constructor(random: Random, { frame, pageSize, slots, frames }: Sizes) {
    this.#random = random;
    this.#frame = frame;
    this.#slots = slots;
    const maxBytes = Math.max(2 ** 20, 64 * pageSize);
    this.pool = Spillway.openSync({ maxBytes, pageSize, autoShrink: false, dedupe: false });
    const length = frames * frame + random.below(frame);
    this.buffer = this.pool.buffer(length, { residentBytes: slots * frame, frame });
    this.plain = new Uint8Array(length);
    this.#filler = this.pool.frontswap({ name: "filler" });
    this.#filler.init(0);
  }

  step(): void {
    const random = this.#random;
    const choice = random.below(1000);
    if (choice < 400) this.#read();
    else if (choice < 780) this.#write();
    else if (choice < 880) this.#pin();
    else if (choice < 940) this.#discard();
    else if (choice < 943) this.buffer.flush();
    else if (choice < 949) this.#fill();
    else if (choice < 953) this.pool.freeze();
    else if (choice < 960) this.pool.thaw();
    else if (this.#pins.length > 0) this.#unpin();
  }

  /** Ranges of odd lengths, small ones more often; few are longer than the resident set. */
  #range(): [offset: number, length: number] {
    const random = this.#random;
    const most = random.pick([
      8,
      100,
      this.#frame,
      this.#frame,
      3 * this.#frame,
      this.#frame * (this.#slots + 3),
    ]);
    const length = Math.min(random.below(most), this.plain.length);
    const free = this.plain.length - length;
    const near = random.below(this.plain.length / this.#frame) * this.#frame - random.below(20) + 10;
    const offset = random.below(3) > 0 ? random.below(free + 1) : Math.max(0, Math.min(free, near));
    return [offset, length];
  }

  #bytes(length: number): Uint8Array {
    const random = this.#random;
    const bytes = new Uint8Array(length);
    const kind = random.below(4);
    if (kind === 0) return bytes;
    if (kind === 1) return bytes.fill(random.below(256));
    if (kind === 2) return random.fill(bytes);
    for (let i = 0; i < length; i++) bytes[i] = (i % 16) + random.below(2);
    return bytes;
  }

  #read(): void {
    const [offset, length] = this.#range();
    this.compare(offset, length);
  }

  compare(offset: number, length: number): void {
    const target = new Uint8Array(length).fill(0xee);
    this.buffer.read(offset, target);
    const wanted = this.plain.subarray(offset, offset + length);
    if (Buffer.compare(target, wanted) === 0) return;
    const at = target.findIndex((byte, i) => byte !== wanted[i]);
    assert.fail(`byte ${offset + at} is ${target[at]}, and should be ${wanted[at]}`);
  }

  /** How many bytes of a change were made: all, or what a refusal says. */
  #done(change: () => void, length: number): number {
    try {
      change();
      return length;
    } catch (error) {
      const { code, done } = error as SpillwayError;
      assert.equal(code, "ERR_SPILLWAY_FULL", String(error));
      this.refused += 1;
      if (done !== undefined && done > 0) this.partly += 1;
      return done ?? 0;
    }
  }

  #write(): void {
    const [offset, length] = this.#range();
    // A pin may be written back over what is written here; and a view is the memory itself.
    if (this.#pins.some(({ pin, from, to }) => pin.copied && from < offset + length && offset < to)) return;
    const bytes = this.#bytes(length);
    const pinned = new Set(this.#pins.flatMap(({ from, to }) => this.#framesOf(from, to)));
    const done = this.#done(() => this.buffer.write(offset, bytes), length);
    const frames = this.#framesOf(offset, offset + length);
    if (done < length && frames.filter((frame) => !pinned.has(frame)).length <= this.#slots - pinned.size)
      assert.equal(done, 0, "what fits is written as a whole or not at all");
    this.plain.set(bytes.subarray(0, done), offset);
    this.compare(offset, length);
  }

  #framesOf(from: number, to: number): number[] {
    const first = Math.floor(from / this.#frame);
    return Array.from({ length: Math.ceil(to / this.#frame) - first }, (_, i) => first + i);
  }

  #discard(): void {
    const [offset, length] = this.#range();
    if (this.#pins.some(({ pin, from, to }) => pin.copied && from < offset + length && offset < to)) return;
    const done = this.#done(() => this.buffer.discard(offset, length), length);
    this.plain.fill(0, offset, offset + done);
    this.compare(offset, length);
  }

  #pin(): void {
    const [offset, wanted] = this.#range();
    const length = Math.max(1, Math.min(wanted, Math.floor(this.#slots / 2 - 1) * this.#frame));
    if (offset + length > this.plain.length) return;
    if (this.#pins.some(({ from, to }) => from < offset + length && offset < to)) return;
    this.#done(() => {
      const pin = this.buffer.pin(offset, length);
      assert.equal(
        Buffer.compare(pin.bytes, this.plain.subarray(offset, offset + length)),
        0,
        "bytes of a pin",
      );
      this.#pins.push({ pin, from: offset, to: offset + length });
    }, length);
  }

  #unpin(): void {
    const [held] = this.#pins.splice(this.#random.below(this.#pins.length), 1);
    const { pin, from, to } = held as Held;
    assert.equal(
      Buffer.compare(pin.bytes, this.plain.subarray(from, to)),
      0,
      "a pin's view sees what is written",
    );
    const bytes = this.#bytes(this.#random.below(to - from + 1));
    pin.bytes.set(bytes);
    if (!pin.copied) this.compare(from, 0);
    pin.close();
    this.plain.set(bytes, from);
    this.compare(from, to - from);
  }

  /** The other client takes what room there is, or gives it back. */
  #fill(): void {
    if (this.#random.below(2) === 0) {
      this.#filler.invalidateArea(0);
      this.#filler.init(0);
      return;
    }
    const page = this.#random.fill(new Uint8Array(this.pool.pageSize));
    for (let i = 0; i < 2 ** 21 / page.length && this.#filler.store(0, i, page); i++) page[0] = i;
  }

  /** All bytes, and the sums of the counters. */
  checkAll(): void {
    this.compare(0, this.plain.length);
    const { loads, fresh, evicted, discarded, frames, client } = this.buffer.stats();
    const gone = evicted.clean + evicted.stored + evicted.zero + discarded;
    assert.equal(loads + fresh, frames.resident + gone);
    assert.equal(client.storedPages, frames.stored * Math.max(1, this.#frame / this.pool.pageSize));
    assert.ok(frames.resident <= frames.max && frames.pinned <= Math.max(1, frames.max / 2));
    assert.equal(this.pool.selfCheck(), 0);
  }

  end(): void {
    while (this.#pins.length > 0) this.#unpin();
    this.pool.thaw();
    this.#filler.close();
    this.checkAll();
    this.buffer.discard(0, this.plain.length);
    assert.equal(this.pool.stats().storedPages, 0);
    assert.equal(this.buffer.stats().bytes.table, 0);
    this.buffer.close();
    this.pool.close();
  }
}

describe(`paged buffer, seed ${seed}`, () => {
  const sizes: Sizes[] = [
    { frame: 4096, pageSize: 4096, slots: 8, frames: 400 },
    { frame: 16384, pageSize: 4096, slots: 8, frames: 90 },
    { frame: 65536, pageSize: 4096, slots: 5, frames: 24 },
    { frame: 4096, pageSize: 16384, slots: 20, frames: 400 },
    { frame: 16384, pageSize: 16384, slots: 6, frames: 90 },
    { frame: 32768, pageSize: 8192, slots: 4, frames: 40 },
    { frame: 8192, pageSize: 65536, slots: 2, frames: 600 },
  ];
  for (const size of sizes) {
    const { frame, pageSize, slots } = size;
    test(`frames of ${frame}, ${slots} resident, pages of ${pageSize}: the bytes of a plain buffer`, (t) => {
      const steps = Math.ceil(STEPS / sizes.length);
      const random = new Random(seed + frame + pageSize);
      const twin = new Twin(random, size);
      for (let i = 0; i < steps; i++) {
        twin.step();
        if (i % 1000 === 0) twin.checkAll();
      }
      const { refused, partly } = twin;
      twin.end();
      t.diagnostic(`${steps} steps, ${refused} refused, ${partly} of them after a part`);
      if (steps > 10_000) assert.ok(refused > 0, "no pool was ever full");
    });
  }

  test("a TiB and more of address space costs what is written", () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "8MiB", autoShrink: false });
    for (const length of [2 ** 40, 2 ** 53 - 1]) {
      const buffer = pool.buffer(length, { residentBytes: "256KiB", frame: 65536 });
      const pieces = new Map<number, Uint8Array>();
      for (let i = 0; i < 20; i++) {
        const offset = Math.floor((length - 100) * (random.next() / 2 ** 32));
        const bytes = random.fill(new Uint8Array(100));
        pieces.set(offset, bytes);
        buffer.write(offset, bytes);
      }
      buffer.write(length - 1, Uint8Array.of(77));
      const one = new Uint8Array(1);
      buffer.read(length - 1, one);
      assert.equal(one[0], 77);
      for (const [offset, bytes] of pieces) {
        const target = new Uint8Array(100);
        buffer.read(offset, target);
        assert.deepEqual(target, bytes, `at ${offset}`);
      }
      const { bytes, client } = buffer.stats();
      // 41 frames at most, of sixteen pages each; a body of a hundred odd bytes.
      const most = 41 * (16 * 56 + 256);
      assert.ok(bytes.table <= 41 * 16384, `${bytes.table} bytes of table`);
      assert.ok(client.bytes.counted <= most, `${client.bytes.counted} bytes in the pool, at most ${most}`);
      buffer.discard(0, length);
      assert.deepEqual([buffer.stats().frames.stored, buffer.stats().bytes.table], [0, 0]);
      buffer.close();
    }
    pool.close();
  });

  test("what a full pool refuses stays, can be read, and goes on when room comes", () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "1MiB", autoShrink: false });
    const buffer = pool.buffer("8MiB", { residentBytes: "64KiB", frame: 4096 });
    const plain = new Uint8Array(2 ** 23);
    let end = 0;
    const write = (offset: number) => {
      const bytes = random.fill(new Uint8Array(4096));
      buffer.write(offset, bytes);
      plain.set(bytes, offset);
    };
    const fillUp = () => {
      for (; end < plain.length; end += 4096) write(end);
    };
    assert.throws(fillUp, { code: "ERR_SPILLWAY_FULL", done: 0, message: /0 of 4096 bytes were written/ });
    assert.ok(end > 2 ** 19 && end < 2 ** 20 + 65536);
    const compare = () => {
      const target = new Uint8Array(plain.length);
      buffer.read(0, target);
      assert.equal(Buffer.compare(target, plain), 0);
    };
    compare();
    assert.ok(buffer.stats().readsThrough > 0, "frames were read for which there was no slot");
    // In a pool that is full of this buffer its own frames can be changed: each gives up its copy first.
    buffer.discard(end - 8192, 8192);
    plain.fill(0, end - 8192, end);
    for (let i = 0; i < 500; i++) write(random.below(end / 4096 - 2) * 4096);
    compare();
    buffer.discard(0, 2 ** 18);
    plain.fill(0, 0, 2 ** 18);
    for (let offset = end; offset < end + 2 ** 17; offset += 4096) write(offset);
    compare();
    pool.close();
  });

  test("a pool that only looks, refuses or is frozen serves what fits the resident set", () => {
    for (const options of [{ mode: "shadow" as const }, { incompressible: "refuse" as const }]) {
      const random = new Random(seed);
      const pool = Spillway.openSync({ maxBytes: "2MiB", ...options });
      const buffer = pool.buffer("1GiB", { residentBytes: "64KiB" });
      const bytes = random.fill(new Uint8Array(65536));
      buffer.write(10, bytes.subarray(20));
      assert.throws(() => buffer.write(2 ** 20, bytes.subarray(0, 9)), {
        code: "ERR_SPILLWAY_FULL",
        done: 0,
      });
      assert.equal(buffer.flush(), 4);
      const target = new Uint8Array(65516);
      buffer.read(10, target);
      assert.equal(Buffer.compare(target, bytes.subarray(20)), 0);
      pool.close();
    }
  });
});
