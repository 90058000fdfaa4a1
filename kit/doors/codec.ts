/**
 * codec.ts - the LZ4 codec of a compiled module by itself, in memory that notices every byte written where
 * none should be.
 *
 * Regions: the encoder's table, then the target. The end of a target, slack included, is the end of its
 * region, so that canary follows at once; what the region does not need in front of it is canary too. A
 * source ends where memory ends, so that a read past it traps.
 */
import assert from "node:assert/strict";
import { spell } from "../generated_pages.js";
import { constantOf, type DoorExports, openDoors, Regions } from "./regions.js";

const PAGE_BYTES_MAX = 65536;
/** Bytes of canary looked at on each side of a target; `assertUntouched` looks at all. */
const NEAR_BYTES = 1024;
/** Room for any block, and for the longest page with its slack. */
const SOURCE_BYTES = PAGE_BYTES_MAX + NEAR_BYTES;

/**
 * A limit in which every page of this length fits: one byte of length for each 255, and LZ4's own 16 to
 * spare.
 */
export function encodeBound(bytes: number): number {
  return bytes + Math.floor(bytes / 255) + 16;
}

/** A module with doors, and buffers to use them on. Not reentrant; each holds one source and one target. */
export class CodecDoors {
  readonly exports: DoorExports;
  /** All of linear memory. Nothing here makes it grow. */
  readonly memory: Uint8Array;
  /** Bytes that copies may overrun: SLACK_BYTES of assembly/ground/layout.ts. */
  readonly slack: number;
  readonly #regions: Regions<"table" | "target">;
  readonly #buffer: Buffer;
  readonly #once = Buffer.alloc(encodeBound(PAGE_BYTES_MAX));
  readonly #table: number;
  readonly #targetEnd: number;
  readonly #targetMost: number;
  #target = 0;
  #behind = 0;

  constructor(build: "doors" | "verify") {
    this.exports = openDoors(build);
    this.slack = constantOf(this.exports, "SLACK_BYTES");
    this.#targetMost = encodeBound(PAGE_BYTES_MAX) + this.slack;
    const sizes = { table: constantOf(this.exports, "ENCODER_TABLE_BYTES"), target: this.#targetMost };
    this.#regions = new Regions(this.exports, sizes, NEAR_BYTES, SOURCE_BYTES);
    this.#regions.guard();
    this.#buffer = this.#regions.memory;
    this.memory = new Uint8Array(this.exports.memory.buffer);
    this.#table = this.#regions.at.table;
    this.#targetEnd = this.#regions.endOf("target");
    this.reset();
  }

  /** The encoder's table as it is before its first use: zero. */
  reset(): void {
    this.table.fill(0);
  }

  /** The encoder's table, to put anything there. */
  get table(): Uint8Array {
    return this.memory.subarray(this.#table, this.#regions.endOf("table"));
  }

  /** Whether a pool would keep these bytes without asking the encoder. */
  isNoise(bytes: Uint8Array): boolean {
    const source = this.memory.length - this.slack - bytes.length;
    this.memory.set(bytes, source);
    return this.exports.door_is_noise(source, bytes.length, this.#table) === 1;
  }

  /**
   * The block for these bytes (1 to 65,536), or undefined if it does not fit `limit`. Fails when the encoder
   * writes outside what it may, or alters its source.
   */
  encode(bytes: Uint8Array, limit = encodeBound(bytes.length)): Uint8Array | undefined {
    const source = this.memory.length - this.slack - bytes.length;
    this.memory.set(bytes, source);
    // What stands behind the source must not matter, so it is something else each time.
    this.#behind = (this.#behind + 1) & 0xff;
    this.memory.fill(this.#behind, source + bytes.length);
    const target = this.placeTarget(limit);
    const length = attempt(bytes, () =>
      this.exports.door_encode(source, bytes.length, target, limit, this.#table),
    );
    this.assertNear();
    if (this.#buffer.compare(bytes, 0, bytes.length, source, source + bytes.length) !== 0)
      assert.fail(`the encoder altered its source ${spell(bytes)}`);
    if (length > limit) assert.fail(`a block of ${length} bytes within ${limit} for ${spell(bytes)}`);
    return length === 0 ? undefined : this.memory.slice(target, target + length);
  }

  /**
   * What the block decodes to in `room` bytes, or the DecodeError. Done twice, over different former contents
   * of the target, which must come to the same; fails also when the decoder writes outside what it may.
   */
  decode(block: Uint8Array, room: number): Uint8Array | number {
    this.placeSource(block);
    const length = attempt(block, () => this.decodePlaced(block.length, room));
    this.assertNear();
    return length < 0 ? length : this.memory.slice(this.#target, this.#target + length);
  }

  // ── for loops that cannot afford the above ─────────────────────────────────────────────────────────────

  /** Copies a block to the end of memory and answers where it lies. */
  placeSource(block: Uint8Array): number {
    assert.ok(block.length <= SOURCE_BYTES);
    const source = this.memory.length - block.length;
    this.memory.set(block, source);
    return source;
  }

  /** Makes room for `room` bytes and their slack between canaries, and answers where. */
  placeTarget(room: number): number {
    assert.ok(room + this.slack <= this.#targetMost);
    const target = this.#targetEnd - this.slack - room;
    if (target !== this.#target) {
      // Earlier, larger targets reached lower: all of it becomes canary again.
      this.#regions.guardAgain(this.#regions.at.target, target);
      this.#target = target;
    }
    return target;
  }

  /**
   * Decodes the last `length` bytes of memory, twice, as `decode` does. Answers the length of the output,
   * which begins at `placeTarget(room)`, or the DecodeError. `assertUntouched` must follow, once for many
   * calls.
   */
  decodePlaced(length: number, room: number): number {
    const target = this.placeTarget(room);
    const source = this.memory.length - length;
    this.memory.fill(0xff, target, this.#targetEnd);
    const once = this.exports.door_decode(source, length, target, room);
    assert.ok(once <= room, `${once} bytes in a room of ${room}`);
    if (once > 0) this.#buffer.copy(this.#once, 0, target, target + once);
    this.memory.fill(0x00, target, this.#targetEnd);
    const twice = this.exports.door_decode(source, length, target, room);
    assert.ok(
      once === twice && (once <= 0 || this.targetHolds(this.#once, once)),
      "the output depends on what was in the target before",
    );
    return once;
  }

  /** Whether the target begins with the first `count` of these bytes. */
  targetHolds(bytes: Uint8Array, count = bytes.length): boolean {
    return this.#buffer.compare(bytes, 0, count, this.#target, this.#target + count) === 0;
  }

  /** Fails if the canary right before or right behind the target is hurt. */
  assertNear(): void {
    this.#assertCanary(this.#target - NEAR_BYTES, this.#target);
    this.#assertCanary(this.#targetEnd, this.#targetEnd + NEAR_BYTES);
  }

  /** Fails if any byte is hurt that belongs neither to target, source and table nor to a test. */
  assertUntouched(): void {
    this.#regions.assertUntouched();
    this.#assertCanary(this.#regions.at.target, this.#target);
    this.#assertCanary(this.#targetEnd, this.#targetEnd + NEAR_BYTES);
  }

  #assertCanary(from: number, to: number): void {
    this.#regions.assertCanary(from, to, `a target of ${this.#targetEnd - this.slack - this.#target} bytes`);
  }
}

/** Runs a call of the module; a trap is reported with the bytes that led to it. */
function attempt<T>(bytes: Uint8Array, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    throw new Error(`the module trapped on ${spell(bytes)}`, { cause });
  }
}
