/**
 * attached.ts - one device as the log uses it: read once, called with care, counted.
 *
 * A device is foreign code. What it throws becomes a DeviceFault; an answer that takes too long becomes one
 * of kind "late"; a promise of a device that says it is synchronous is a fault as well. Faults of writes, and
 * several faults of reads in a row, go to the breaker.
 *
 * Keeps: for each verb calls = well + failed (law 18); `flying` is what has been handed over and not
 * answered.
 */
import { rangeError, typeError } from "../base/errors.js";
import { readForeign } from "../base/foreign.js";
import type { SpillDevice } from "../base/options/device.js";
import { deadlineOr, diskRatioOr, encryptOr, writeBudgetOr } from "../base/options/device.js";
import { nameOr } from "../base/options/parse.js";
import type { Timers } from "../base/timers.js";
import { Breaker, type DeviceState } from "./breaker.js";
import { WriteBudget } from "./budget.js";
import type { Clock } from "./clock.js";
import { Deadlines } from "./deadlines.js";
import { DeviceFault, type FaultKind, faultOf } from "./faults.js";
import { isPromise } from "./steps.js";

/** How one verb of a device has fared. */
export interface CallCounts {
  calls: number;
  failed: number;
  /** Bytes of the calls that went well. */
  bytes: number;
}

/** What a device has done since the log was opened. */
export interface DeviceCounts {
  write: CallCounts;
  read: CallCounts;
  drop: CallCounts;
  /** Of `write`: probes after a failure. */
  probes: number;
  faults: Record<FaultKind, number>;
}

/** A change of a device's state, for observers. */
export interface DeviceChange {
  device: string;
  state: DeviceState;
  /** Milliseconds until it is tried again. */
  retryMs: number;
  /** The fault that caused it. */
  fault: DeviceFault | undefined;
}

/** What all devices of a log have in common. */
export interface Surroundings {
  segmentBytes: number;
  clock: Clock;
  timers: Timers;
  changed(change: DeviceChange): void;
}

/** Reads that fail one after the other, after which the device is no longer written to. */
const READS_FAILED_MAX = 5;
/** Bytes on their way to an asynchronous device at most. */
const FLYING_MAX = 4 * 2 ** 20;
/** Reads of an asynchronous device that are under way at a time. */
const READS_MAX = 64;

const { bind } = Function.prototype;

const VERBS = ["open", "write", "read", "drop", "close"] as const;

type Verb = (typeof VERBS)[number] | "tail";
/** The verbs of a device, each as it was when the device was read. */
type Verbs = Readonly<Record<Verb, (...args: readonly unknown[]) => unknown>>;

const counts = (): CallCounts => ({ calls: 0, failed: 0, bytes: 0 });

/** What follows a call: counts it, and throws if it has failed. */
type End = (failed: boolean, error?: unknown) => void;

/** A device, each part of it read once. */
function readDevice(device: SpillDevice) {
  const given = readForeign("spill", () => {
    const { name, sync, encrypt, diskRatio, writeBudget, deadlineMs, tail } = device;
    const verbs = VERBS.map((verb) => [verb, device[verb] as unknown] as const);
    return { name, sync, encrypt, diskRatio, writeBudget, deadlineMs, tail, verbs };
  });
  const verbs: (readonly [Verb, unknown])[] = [...given.verbs, ["tail", given.tail ?? (() => 0)]];
  for (const [verb, method] of verbs)
    if (typeof method !== "function") throw typeError(`spill: device.${verb}`, "a function", method);
  if (typeof given.sync !== "boolean") throw typeError("spill: device.sync", "true or false", given.sync);
  const bound = verbs.map(([verb, method]) => [verb, Reflect.apply(bind, method, [device])]);
  return {
    verbs: Object.fromEntries(bound) as Verbs,
    name: nameOr("device")("spill: device.name", given.name),
    sync: given.sync,
    encrypt: encryptOr("spill: device.encrypt", given.encrypt),
    diskRatio: diskRatioOr("spill: device.diskRatio", given.diskRatio),
    writeBudget: writeBudgetOr("spill: device.writeBudget", given.writeBudget),
    deadlineMs: deadlineOr("spill: device.deadlineMs", given.deadlineMs),
  };
}

export class Attached {
  readonly #device: SpillDevice;
  readonly #verbs: Verbs;
  /** Its place among the devices of the log. */
  readonly index: number;
  readonly name: string;
  readonly sync: boolean;
  /** Whether bodies must be sealed before they go there. */
  readonly encrypt: boolean;
  readonly diskRatio: number;
  /** How many segments it may hold. */
  readonly capacity: number;
  readonly breaker: Breaker;
  readonly budget: WriteBudget;
  readonly counts: DeviceCounts = {
    write: counts(),
    read: counts(),
    drop: counts(),
    probes: 0,
    faults: { full: 0, lost: 0, damaged: 0, late: 0, stale: 0, device: 0 },
  };
  readonly #deadlines: Deadlines;
  #isClosed = false;
  #readsFailed = 0;
  #flying = 0;
  #reading = 0;
  readonly #queue: (() => void)[] = [];
  #fault: DeviceFault | undefined;

  /**
   * Opens a device.
   *
   * @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE for what is no device; what its `open` throws
   */
  constructor(device: unknown, index: number, surroundings: Surroundings) {
    if (typeof device !== "object" || device === null) throw typeError("spill", "a device", device);
    const { segmentBytes, clock, timers, changed } = surroundings;
    this.#device = device as SpillDevice;
    const { verbs, writeBudget, deadlineMs, ...settings } = readDevice(this.#device);
    this.#verbs = verbs;
    this.index = index;
    this.name = settings.name;
    this.sync = settings.sync;
    this.encrypt = settings.encrypt;
    this.diskRatio = settings.diskRatio;
    this.breaker = new Breaker(clock, (state) =>
      changed({ device: this.name, state, retryMs: this.breaker.retryMs, fault: this.#fault }),
    );
    this.budget = new WriteBudget(writeBudget, segmentBytes, clock);
    this.#deadlines = new Deadlines(timers, deadlineMs);
    const segments: unknown = this.#verbs.open(segmentBytes);
    if (typeof segments !== "number")
      throw typeError("spill: device.open()", "a number of segments", segments);
    if (!Number.isSafeInteger(segments) || segments < 1)
      throw rangeError("spill: device.open()", "1 segment or more", segments);
    this.capacity = segments;
  }

  /** The fault that it had last. */
  get fault(): DeviceFault | undefined {
    return this.#fault;
  }

  /** Bytes that are on their way to it. */
  get flying(): number {
    return this.#flying;
  }

  /** Whether a segment may be handed over now, for all that the device itself says. */
  takes(bytes: number): boolean {
    return this.budget.allows(bytes) && (this.sync || this.#flying + bytes <= FLYING_MAX);
  }

  /** Bytes that it takes; `segments` is how many it has. */
  bytes(segments: number, segmentBytes: number): number {
    try {
      const bytes: unknown = this.#device.bytes;
      if (typeof bytes === "number" && bytes >= 0) return bytes;
    } catch {
      // Then what the log knows must do.
    }
    return segments * segmentBytes;
  }

  /** The segment that lies last, of a device that can only shrink at its end; 0 if it does not tell. */
  tail(): number {
    try {
      const segment: unknown = this.#verbs.tail();
      return typeof segment === "number" ? segment : 0;
    } catch {
      return 0;
    }
  }

  /**
   * Writes a segment. Nothing if it is written; a promise of that from an asynchronous device. `adrift` is
   * called when an answer comes after the deadline.
   *
   * @throws DeviceFault, or rejects with one
   */
  write(segment: number, sequence: number, bytes: Uint8Array, adrift: () => void): void | Promise<void> {
    const { length } = bytes;
    this.counts.write.calls += 1;
    this.budget.spend(length);
    this.#flying += length;
    const end: End = (failed, error) => {
      this.#flying -= length;
      if (failed) throw this.#writeFailed(error);
      this.counts.write.bytes += length;
    };
    return this.#answered("write", end, () => this.#verbs.write(segment, sequence, bytes), adrift);
  }

  /**
   * Fills `target` from a segment.
   *
   * @throws DeviceFault, or rejects with one
   */
  read(segment: number, sequence: number, at: number, target: Uint8Array): void | Promise<void> {
    if (!this.sync) return this.#inTurn(() => this.#readLater(segment, sequence, at, target));
    this.counts.read.calls += 1;
    try {
      this.#open();
      const answer = this.#verbs.read(segment, sequence, at, target);
      if (answer !== undefined && isPromise(answer)) throw this.#notSync("read", answer);
    } catch (error) {
      throw this.#readFailed(error);
    }
    this.#readWell(target);
  }

  #readLater(segment: number, sequence: number, at: number, target: Uint8Array): void | Promise<void> {
    const end: End = (failed, error) => {
      if (failed) throw this.#readFailed(error);
      this.#readWell(target);
    };
    this.counts.read.calls += 1;
    return this.#answered("read", end, () => this.#verbs.read(segment, sequence, at, target));
  }

  #readWell(target: Uint8Array): void {
    this.#readsFailed = 0;
    this.counts.read.bytes += target.length;
  }

  /** Drops a segment; never throws. `held`: it had been written, so a full device has room now. */
  drop(segment: number, sequence: number, held: boolean): void {
    if (this.#isClosed) return;
    this.counts.drop.calls += 1;
    const failed = () => {
      this.counts.drop.failed += 1;
    };
    try {
      const answer: unknown = this.#verbs.drop(segment, sequence);
      if (isPromise(answer)) answer.then(undefined, failed);
    } catch {
      failed();
    }
    if (held) this.breaker.dropped();
  }

  /** Closes it; never throws. Resolves when an asynchronous device has answered. */
  async close(): Promise<void> {
    this.#isClosed = true;
    try {
      await this.#verbs.close();
    } catch {
      // There is nothing left that it could harm.
    }
  }

  /** What was read is not what was written. */
  damaged(fault: DeviceFault): DeviceFault {
    this.#count(fault);
    return fault;
  }

  /** Calls the device, and `end` with what became of it. */
  #answered(
    verb: "write" | "read",
    end: End,
    call: () => unknown,
    adrift?: () => void,
  ): void | Promise<void> {
    let answer: unknown;
    let isWaiting = false;
    try {
      this.#open();
      answer = call();
      isWaiting = isPromise(answer);
      if (isWaiting && this.sync) throw this.#notSync(verb, answer as PromiseLike<unknown>);
    } catch (error) {
      return this.sync ? end(true, error) : rejected(end, error);
    }
    if (this.sync) return end(false);
    const promise = Promise.resolve(answer);
    const inTime = this.#deadlines.within(promise, `device ${this.name}: ${verb}`);
    return inTime.then(
      () => end(false),
      (error) => {
        if (error instanceof DeviceFault && error.kind === "late" && adrift) promise.then(adrift, adrift);
        end(true, error);
      },
    );
  }

  /** Nothing is called once it was closed: what was under way then fails. */
  #open(): void {
    if (this.#isClosed) throw new Error("the device was closed");
  }

  #notSync(verb: string, answer: PromiseLike<unknown>): Error {
    answer.then(undefined, () => {});
    return typeError(
      `device ${this.name}: the answer of ${verb}`,
      "no promise, as it is synchronous",
      answer,
    );
  }

  /** Waits until fewer than READS_MAX reads are under way. */
  async #inTurn(call: () => void | Promise<void>): Promise<void> {
    if (this.#reading >= READS_MAX) await new Promise<void>((resolve) => this.#queue.push(resolve));
    else this.#reading += 1;
    try {
      await call();
    } finally {
      // The turn is handed to the next one, or given back.
      const next = this.#queue.shift();
      if (next === undefined) this.#reading -= 1;
      else next();
    }
  }

  #count(fault: DeviceFault): void {
    this.counts.faults[fault.kind] += 1;
    this.#fault = fault;
  }

  #writeFailed(error: unknown): DeviceFault {
    const fault = faultOf(this.name, "write", error);
    this.counts.write.failed += 1;
    this.#count(fault);
    if (fault.kind === "full") this.breaker.full();
    else this.breaker.failed();
    return fault;
  }

  #readFailed(error: unknown): DeviceFault {
    const fault = faultOf(this.name, "read", error);
    this.counts.read.failed += 1;
    this.#count(fault);
    if (fault.kind === "lost") return fault;
    this.#readsFailed += 1;
    if (this.#readsFailed % READS_FAILED_MAX === 0) this.breaker.failed();
    return fault;
  }
}

async function rejected(end: End, error: unknown): Promise<void> {
  end(true, error);
}
