/**
 * reading.ts - brings bodies back from devices: one, or many with neighbours in one read; opened if sealed.
 *
 * Keeps: of one body at most one read is under way, however many ask. A segment that was dropped while it was
 *        read answers "stale": the page lies elsewhere by now, or nowhere.
 */
import type { AwayBody } from "./arena_port.js";
import type { Attached } from "./attached.js";
import { DeviceFault, faultOf } from "./faults.js";
import type { Seal } from "./seal.js";
import { HELD, LOST } from "./segment_table.js";
import type { Segments } from "./segments.js";
import { drive, isPromise, type Steps } from "./steps.js";

/** The bytes of a body, or why they could not be had. */
export type ReadResult = Uint8Array | DeviceFault;

/** Dead bytes between two bodies that are read along rather than to read twice. */
const GAP_MAX = 4096;

/** A body of a list, with its place there. */
interface Asked {
  body: AwayBody;
  index: number;
}

export class Reading {
  readonly #segments: Segments;
  readonly #seal: Seal | undefined;
  #scratch = new Uint8Array(0);
  /** Reads that are under way, by location. */
  readonly #underWay = new Map<number, Promise<Uint8Array>>();

  constructor(segments: Segments, seal: Seal | undefined) {
    this.#segments = segments;
    this.#seal = seal;
  }

  /**
   * The bytes of one body, from a synchronous device at once. They may lie in `target`.
   *
   * @throws DeviceFault, or rejects with one
   */
  read(body: AwayBody, target: Uint8Array | undefined): Uint8Array | Promise<Uint8Array> {
    const segment = this.#segments.segmentOf(body.location);
    const device = this.#deviceOf(segment);
    if (device.sync) return this.#readNow(device, segment, body, target);
    const known = this.#underWay.get(body.location);
    if (known !== undefined) return known;
    const read = this.#readLater(device, segment, body);
    this.#underWay.set(body.location, read);
    const over = () => this.#underWay.delete(body.location);
    read.then(over, over);
    return read;
  }

  /**
   * The bytes of several bodies, in their order, each or its fault. Neighbours are read in one call. A
   * promise if one of them lies on an asynchronous device.
   */
  readMany(bodies: readonly AwayBody[]): ReadResult[] | Promise<ReadResult[]> {
    const results: ReadResult[] = new Array(bodies.length);
    const waits: Promise<void>[] = [];
    for (const run of this.#runs(bodies)) {
      const answer = drive(this.#readRun(run, results));
      if (isPromise(answer)) waits.push(answer);
    }
    return waits.length === 0 ? results : Promise.all(waits).then(() => results);
  }

  // ── one body ─────────────────────────────────────────────────────────────────────────────────────

  /** @throws DeviceFault: lost */
  #deviceOf(segment: number): Attached {
    const { table } = this.#segments;
    if (table.state(segment) === HELD) return this.#segments.deviceOf(segment);
    const told = table.state(segment) === LOST ? "has lost this page" : "does not have this segment";
    const name = table.state(segment) === LOST ? this.#segments.deviceOf(segment).name : "log";
    throw new DeviceFault("lost", `device ${name}: ${told}`);
  }

  #readNow(device: Attached, segment: number, body: AwayBody, target: Uint8Array | undefined): Uint8Array {
    const bytes = this.#bytesOf(body);
    const read = this.#room(bytes, target);
    try {
      const { table } = this.#segments;
      void device.read(segment, table.sequenceOf(segment), this.#segments.offsetOf(body.location), read);
    } catch (error) {
      throw this.#failed(segment, error);
    }
    return this.#opened(device, body, read);
  }

  async #readLater(device: Attached, segment: number, body: AwayBody): Promise<Uint8Array> {
    const { table } = this.#segments;
    const sequence = table.sequenceOf(segment);
    const read = new Uint8Array(this.#bytesOf(body));
    try {
      await device.read(segment, sequence, this.#segments.offsetOf(body.location), read);
    } catch (error) {
      throw this.#failed(segment, error, sequence);
    }
    this.#stillThere(segment, sequence);
    return this.#opened(device, body, read);
  }

  /** Bytes of a body on its device. */
  #bytesOf(body: AwayBody): number {
    return body.stored + this.#segments.overhead;
  }

  /** Bytes to read into: `target` if it can hold them; scratch for what is opened afterwards. */
  #room(bytes: number, target: Uint8Array | undefined): Uint8Array {
    if (this.#seal === undefined)
      return target !== undefined && target.length >= bytes
        ? target.subarray(0, bytes)
        : new Uint8Array(bytes);
    if (this.#scratch.length < bytes) this.#scratch = new Uint8Array(2 * bytes);
    return this.#scratch.subarray(0, bytes);
  }

  /** @throws DeviceFault: damaged */
  #opened(device: Attached, body: AwayBody, read: Uint8Array): Uint8Array {
    if (this.#seal === undefined) return read;
    const opened = this.#seal.open(read, body);
    if (opened !== undefined) return opened;
    const message = `device ${device.name}: what was read is not what was written`;
    throw device.damaged(new DeviceFault("damaged", message));
  }

  /** @throws DeviceFault: stale */
  #stillThere(segment: number, sequence: number): void {
    const { table } = this.#segments;
    if (table.state(segment) !== HELD || table.sequenceOf(segment) !== sequence)
      throw new DeviceFault("stale", "the segment was dropped while it was read");
  }

  /** A fault of a read, once what follows from it was done. */
  #failed(segment: number, error: unknown, sequence?: number): DeviceFault {
    const fault = faultOf(this.#segments.deviceOf(segment).name, "read", error);
    if (sequence !== undefined && this.#segments.table.sequenceOf(segment) !== sequence)
      return new DeviceFault("stale", "the segment was dropped while it was read", { cause: fault });
    if (fault.kind === "lost") this.#segments.lose(segment);
    return fault;
  }

  // ── neighbours ───────────────────────────────────────────────────────────────────────────────────

  /** Bodies by location, those that lie close together in one list. */
  #runs(bodies: readonly AwayBody[]): Asked[][] {
    const asked = bodies.map((body, index) => ({ body, index }));
    asked.sort((one, other) => one.body.location - other.body.location);
    const runs: Asked[][] = [];
    let end = 0;
    let segment = 0;
    for (const one of asked) {
      const there = this.#segments.segmentOf(one.body.location);
      const at = this.#segments.offsetOf(one.body.location);
      const isNear = there === segment && at - end <= GAP_MAX;
      if (isNear) (runs[runs.length - 1] as Asked[]).push(one);
      else runs.push([one]);
      end = Math.max(there === segment ? end : 0, at + this.#bytesOf(one.body));
      segment = there;
    }
    return runs;
  }

  /** Reads a run in one call; if that fails, each body by itself, so that each has its own fault. */
  *#readRun(run: readonly Asked[], results: ReadResult[]): Steps<void> {
    if (run.length > 1 && (yield* this.#readTogether(run, results))) return;
    for (const { body, index } of run) {
      try {
        results[index] = (yield this.read(body, undefined)) as Uint8Array;
      } catch (error) {
        results[index] = error as DeviceFault;
      }
    }
  }

  *#readTogether(run: readonly Asked[], results: ReadResult[]): Steps<boolean> {
    const { table } = this.#segments;
    const [first] = run as [Asked];
    const segment = this.#segments.segmentOf(first.body.location);
    const from = this.#segments.offsetOf(first.body.location);
    const ends = run.map(({ body }) => this.#segments.offsetOf(body.location) + this.#bytesOf(body));
    try {
      const device = this.#deviceOf(segment);
      const sequence = table.sequenceOf(segment);
      const read = new Uint8Array(Math.max(...ends) - from);
      yield device.read(segment, sequence, from, read);
      this.#stillThere(segment, sequence);
      for (const { body, index } of run) {
        const at = this.#segments.offsetOf(body.location) - from;
        results[index] = this.#openedOr(device, body, read.subarray(at, at + this.#bytesOf(body)));
      }
      return true;
    } catch {
      return false;
    }
  }

  #openedOr(device: Attached, body: AwayBody, read: Uint8Array): ReadResult {
    try {
      return this.#opened(device, body, read);
    } catch (error) {
      return error as DeviceFault;
    }
  }
}
