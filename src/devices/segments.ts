/**
 * segments.ts - the table of segments and the devices they lie on, brought together: where a segment goes,
 * how it is written, when it is dropped.
 *
 * Locations are numbers of 32 bits, in units of 16, 32 or 64 bytes: the smallest with which all devices can
 * be addressed. Segments are of one size: 256 KiB less 64 bytes, or 16 pages less 64 bytes for pages above 16
 * KiB. A server that hands out memory in powers of two has room for its own words in these 64.
 *
 * Keeps: a segment is dropped when no arena has a live body in it, and not before: live bytes are summed over
 *        all arenas. One segment of a device is left to cleaning, which needs a place before it frees one.
 */
import { SEGMENT_PAGES } from "../abi.js";
import { SpillwayRangeError } from "../base/errors.js";
import type { ArenaSpill } from "./arena_port.js";
import { Attached, type Surroundings } from "./attached.js";
import type { DeviceFault } from "./faults.js";
import { SEAL_BYTES } from "./seal.js";
import { HELD, LOST, SegmentTable, WRITING } from "./segment_table.js";
import type { Steps } from "./steps.js";

const SMALL_SEGMENT = 256 * 2 ** 10;
const SMALL_PAGES = 16 * 2 ** 10;
/** Left free of a power of two: an allocator of such classes would take the next one. */
const SPARE_BYTES = 64;
const UNIT_BITS = [4, 5, 6] as const;
const LOCATIONS = 2 ** 32;
/** Numbers beyond those that devices can hold, for segments whose late answer is waited for. */
const ADRIFT_MAX = 64;
/** Bytes of a probe. */
const PROBE_BYTES = 4096;

/** Bytes of a segment for pages of this size. */
export function segmentBytesOf(pageSize: number): number {
  return (pageSize > SMALL_PAGES ? SEGMENT_PAGES * pageSize : SMALL_SEGMENT) - SPARE_BYTES;
}

/** Sums over the devices of one log. */
export interface SegmentCounts {
  /** Segments that were written, dropped, given up because writing failed, and lost by a device. */
  written: number;
  dropped: number;
  failed: number;
  lost: number;
}

export class Segments {
  readonly segmentBytes: number;
  /** Logarithm of the unit of locations. */
  readonly unitBits: number;
  /** Bytes that a body takes beyond its own: SEAL_BYTES, or 0. */
  readonly overhead: number;
  readonly devices: readonly Attached[];
  readonly table: SegmentTable;
  readonly counts: SegmentCounts = { written: 0, dropped: 0, failed: 0, lost: 0 };
  readonly #units: number;
  readonly #arenas: () => readonly ArenaSpill[];
  /** Segments that each device has, and bytes of them that were live at the last look. */
  readonly #held: number[];
  readonly #live: number[];
  /** Segments that each device has or is about to have. */
  readonly #taken: number[];

  /** @throws as Attached does; ERR_SPILLWAY_ARG_RANGE for more bytes than can be addressed */
  constructor(
    devices: readonly unknown[],
    pageSize: number,
    arenas: () => readonly ArenaSpill[],
    surroundings: Omit<Surroundings, "segmentBytes">,
  ) {
    this.segmentBytes = segmentBytesOf(pageSize);
    this.#arenas = arenas;
    this.devices = attachAll(devices, { ...surroundings, segmentBytes: this.segmentBytes });
    this.overhead = this.devices.some((device) => device.encrypt) ? SEAL_BYTES : 0;
    const most = this.devices.reduce((sum, device) => sum + device.capacity, ADRIFT_MAX);
    this.unitBits = closingOnError(this.devices, () => unitBitsFor(most, this.segmentBytes));
    this.#units = this.segmentBytes >>> this.unitBits;
    this.table = new SegmentTable(most);
    this.#held = this.devices.map(() => 0);
    this.#live = this.devices.map(() => 0);
    this.#taken = this.devices.map(() => 0);
  }

  // ── places ───────────────────────────────────────────────────────────────────────────────────────

  /** Location of a byte of a segment, which is a multiple of the unit. */
  location(segment: number, at: number): number {
    return segment * this.#units + (at >>> this.unitBits);
  }

  segmentOf(location: number): number {
    return Math.floor(location / this.#units);
  }

  /** Byte of its segment that a location means. */
  offsetOf(location: number): number {
    return (location % this.#units) << this.unitBits;
  }

  /** Bytes of the slot of a body: with its seal, up to the next unit. */
  slotBytes(stored: number): number {
    const unit = 1 << this.unitBits;
    return (stored + this.overhead + unit - 1) & -unit;
  }

  // ── figures ──────────────────────────────────────────────────────────────────────────────────────

  /** Segments that a device has. */
  held(device: Attached): number {
    return this.#held[device.index] as number;
  }

  /** Bytes of live bodies on a device, as of the last look at each segment. */
  live(device: Attached): number {
    return this.#live[device.index] as number;
  }

  /** Bytes that a device takes. */
  bytes(device: Attached): number {
    return device.bytes(this.held(device), this.segmentBytes);
  }

  deviceOf(segment: number): Attached {
    return this.devices[this.table.device(segment)] as Attached;
  }

  /** Whether it lies on a synchronous device, or nowhere. */
  isPrompt(segment: number): boolean {
    return this.table.state(segment) !== HELD || this.deviceOf(segment).sync;
  }

  isHere(arena: ArenaSpill): boolean {
    return this.#arenas().includes(arena);
  }

  get arenas(): readonly ArenaSpill[] {
    return this.#arenas();
  }

  /** Bytes of live bodies in a segment, of all arenas. Remembers them. */
  look(segment: number): number {
    let live = 0;
    for (const arena of this.#arenas()) live += arena.live(segment);
    this.#setLive(segment, live);
    return live;
  }

  #setLive(segment: number, live: number): void {
    const device = this.table.device(segment);
    this.#live[device] = (this.#live[device] as number) + live - this.table.live(segment);
    this.table.setLive(segment, live);
  }

  // ── writing ──────────────────────────────────────────────────────────────────────────────────────

  /**
   * The first device that takes a segment now; one that is out of service is probed when its time is up.
   * `prompt`: of those that answer at once.
   */
  *ready(prompt = false): Steps<Attached | undefined> {
    for (const device of this.devices) {
      if (prompt && !device.sync) continue;
      const spare = device.capacity > 1 ? 1 : 0;
      if (!this.hasRoom(device, spare) || !device.takes(this.segmentBytes)) continue;
      if (yield* this.isUp(device)) return device;
    }
    return undefined;
  }

  /** Whether a device may have another segment and `spare` more. */
  hasRoom(device: Attached, spare: number): boolean {
    return (this.#taken[device.index] as number) + spare < device.capacity;
  }

  /** Whether a device may be written to. */
  *isUp(device: Attached): Steps<boolean> {
    const allowed = device.breaker.allows;
    if (allowed !== "probe") return allowed === "segment";
    return yield* this.#probe(device);
  }

  /** A number for a segment of this device, and its sequence; 0 if none is free. */
  take(device: Attached, isCleaned = false): number {
    const segment = this.table.take(device.index, isCleaned);
    if (segment !== 0) this.#taken[device.index] = (this.#taken[device.index] as number) + 1;
    return segment;
  }

  /** Gives a number back that was taken and not used. */
  release(segment: number): void {
    this.#untake(segment);
    this.table.free(segment);
  }

  #untake(segment: number): void {
    const index = this.table.device(segment);
    this.#taken[index] = (this.#taken[index] as number) - 1;
  }

  /** Writes a segment that was taken. On a fault it is given up with its number and sequence. */
  *write(segment: number, bytes: Uint8Array): Steps<DeviceFault | undefined> {
    const fault = yield* this.#handOver(segment, bytes);
    if (fault !== undefined) {
      this.counts.failed += 1;
      return fault;
    }
    this.counts.written += 1;
    const index = this.table.device(segment);
    this.#held[index] = (this.#held[index] as number) + 1;
    this.table.hold(segment, bytes.length);
    this.deviceOf(segment).breaker.wrote();
    return undefined;
  }

  *#handOver(segment: number, bytes: Uint8Array): Steps<DeviceFault | undefined> {
    const device = this.deviceOf(segment);
    const sequence = this.table.sequenceOf(segment);
    const adrift = () => {
      device.drop(segment, sequence, false);
      this.table.free(segment);
    };
    try {
      yield device.write(segment, sequence, bytes, adrift);
      return undefined;
    } catch (error) {
      const fault = error as DeviceFault;
      this.#untake(segment);
      if (fault.kind === "late") this.table.part(segment);
      else adrift();
      return fault;
    }
  }

  /** Writes a few bytes, reads them back, compares. Whether the device is in service again. */
  *#probe(device: Attached): Steps<boolean> {
    const segment = this.take(device);
    if (segment === 0) return false;
    const sequence = this.table.sequenceOf(segment);
    const bytes = globalThis.crypto.getRandomValues(new Uint8Array(PROBE_BYTES));
    device.counts.probes += 1;
    if ((yield* this.#handOver(segment, bytes)) !== undefined) return false;
    const isWell = yield* this.#readsBack(device, segment, bytes);
    device.drop(segment, sequence, false);
    this.release(segment);
    if (isWell) device.breaker.probed();
    else device.breaker.failed();
    return isWell;
  }

  *#readsBack(device: Attached, segment: number, bytes: Uint8Array): Steps<boolean> {
    const back = new Uint8Array(bytes.length);
    try {
      yield device.read(segment, this.table.sequenceOf(segment), 0, back);
    } catch {
      return false;
    }
    return bytes.every((byte, i) => byte === back[i]);
  }

  // ── dropping ─────────────────────────────────────────────────────────────────────────────────────

  /** Drops a segment if no arena has a live body in it. */
  dropIfEmpty(segment: number): void {
    const state = this.table.state(segment);
    if ((state !== HELD && state !== LOST) || this.look(segment) > 0) return;
    const device = this.deviceOf(segment);
    if (state === HELD) {
      const index = this.table.device(segment);
      this.#held[index] = (this.#held[index] as number) - 1;
      this.#untake(segment);
      this.counts.dropped += 1;
      device.drop(segment, this.table.sequenceOf(segment), true);
    }
    this.table.free(segment);
  }

  /** Drops the segments that have fallen empty. */
  settle(): void {
    for (const arena of this.#arenas()) {
      const emptied = Array.from(arena.takeEmptied());
      for (const segment of emptied) this.dropIfEmpty(segment);
    }
  }

  /** A device has lost a segment: the bodies in it are gone, its number is kept until they are forgotten. */
  lose(segment: number): void {
    if (this.table.state(segment) !== HELD) return;
    const index = this.table.device(segment);
    this.#held[index] = (this.#held[index] as number) - 1;
    this.#untake(segment);
    this.#setLive(segment, 0);
    this.counts.lost += 1;
    this.table.lose(segment);
    this.deviceOf(segment).drop(segment, this.table.sequenceOf(segment), true);
  }

  /** Closes the devices; resolves when the asynchronous ones have answered. */
  async close(): Promise<void> {
    await Promise.all(this.devices.map((device) => device.close()));
  }

  // ── checking ─────────────────────────────────────────────────────────────────────────────────────

  /** Recounts the table against counters and arenas. Answers what is wrong, in words. */
  check(): string[] {
    const { table, counts, devices } = this;
    const held = devices.map(() => 0);
    const taken = devices.map(() => 0);
    const wrong: string[] = [];
    for (let segment = 1; segment < table.end; segment++) {
      const state = table.state(segment);
      const index = table.device(segment);
      if (state === HELD) held[index] = (held[index] as number) + 1;
      if (state === HELD || state === WRITING) taken[index] = (taken[index] as number) + 1;
      const live = this.look(segment);
      if (state !== HELD && state !== LOST && live > 0)
        wrong.push(`segment ${segment} is not there and has ${live} live bytes`);
    }
    for (const { index, name } of devices)
      if (held[index] !== this.#held[index] || taken[index] !== this.#taken[index])
        wrong.push(`device ${name} is said to have ${this.#held[index]} segments and has ${held[index]}`);
    const there = held.reduce((sum, one) => sum + one, 0);
    if (counts.written !== there + counts.dropped + counts.lost)
      wrong.push(
        `${counts.written} written segments are not ${there} held + ${counts.dropped} + ${counts.lost}`,
      );
    return wrong;
  }
}

/** Opens devices; if one cannot be opened, closes those before it. */
function attachAll(devices: readonly unknown[], surroundings: Surroundings): Attached[] {
  const attached: Attached[] = [];
  for (const [index, device] of devices.entries())
    closingOnError(attached, () => attached.push(new Attached(device, index, surroundings)));
  return attached;
}

function closingOnError<T>(devices: readonly Attached[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    for (const device of devices) void device.close();
    throw error;
  }
}

/** The smallest unit with which that many segments can be addressed. */
function unitBitsFor(segments: number, segmentBytes: number): number {
  const bits = UNIT_BITS.find((one) => (segments + 1) * (segmentBytes >>> one) <= LOCATIONS);
  if (bits !== undefined) return bits;
  const most = Math.floor(LOCATIONS / (segmentBytes >>> 6)) - 1 - ADRIFT_MAX;
  throw new SpillwayRangeError(
    `spill: devices must hold at most ${most} segments of ${segmentBytes} bytes together, got ${segments - ADRIFT_MAX}`,
    segments - ADRIFT_MAX,
  );
}
