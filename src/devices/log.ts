/**
 * log.ts - the log of a pool: bodies that have left its memory, on one device or several.
 *
 * Brings together the table of segments, the seal, what spills, reads and cleans. All it knows of pages is
 * what the arenas tell: device code never sees a key of a page, and the engine never sees a device.
 *
 *   spill   arena.pack ─► seal ─► device.write ─► arena.commit, or abort
 *   read    device.read ─► open ─► the arena decodes and checks the page's hash
 *   clean   arena.collect ─► device.read, write ─► arena.relocate
 *
 * With synchronous devices each verb is done when it returns. Calls that come back while one is under way (a
 * device may call the pool) find the log busy, and nothing is spilled or cleaned.
 */
import { typeError } from "../base/errors.js";
import { DEVICES_MAX } from "../base/options/device.js";
import { Timers } from "../base/timers.js";
import type { ArenaSpill, AwayBody } from "./arena_port.js";
import type { DeviceChange, DeviceCounts } from "./attached.js";
import type { DeviceState } from "./breaker.js";
import { type CleanCounts, Cleaning } from "./cleaning.js";
import { type Clock, HOST_CLOCK } from "./clock.js";
import { Reading, type ReadResult } from "./reading.js";
import { Seal } from "./seal.js";
import { type SegmentCounts, Segments } from "./segments.js";
import { type SpillCounts, Spilling } from "./spilling.js";
import { drive, type Steps } from "./steps.js";

export interface LogOptions {
  /** 1 to 255 devices (SpillDevice); the first that takes a segment gets it. They are read once. */
  devices: readonly unknown[];
  pageSize: number;
  /** The arenas of the pool at the moment of the call. */
  arenas: () => readonly ArenaSpill[];
  /** Told of changes of a device's state. What it throws is dropped. */
  changed?: (change: DeviceChange) => void;
  clock?: Clock;
}

/** One device in the stats of a log. */
export interface DeviceFigures extends DeviceCounts {
  name: string;
  state: DeviceState;
  /** Milliseconds until a device that is full or out of service is tried again. */
  retryMs: number;
  /** Segments that it has and may have; bytes that it takes; bytes of live bodies, at the last look. */
  segments: number;
  capacity: number;
  diskBytes: number;
  liveBytes: number;
}

export interface LogFigures {
  spilled: SpillCounts;
  segments: SegmentCounts;
  cleaned: CleanCounts;
  /** Bodies that were sealed. */
  sealed: number;
  devices: DeviceFigures[];
}

export class SpillLog {
  /** Whether all devices are synchronous. */
  readonly sync: boolean;
  /** Whether bodies are sealed. */
  readonly encrypted: boolean;
  readonly #segments: Segments;
  readonly #seal: Seal | undefined;
  readonly #spilling: Spilling;
  readonly #reading: Reading;
  readonly #cleaning: Cleaning;
  readonly #timers = new Timers();
  #isBusy = false;
  #isClosed = false;

  /**
   * Opens the devices.
   *
   * @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE; ERR_SPILLWAY_UNSUPPORTED if bodies must be sealed
   *   and the host has no node:crypto; what the `open` of a device throws. The devices that were opened are
   *   closed again then.
   */
  constructor({ devices, pageSize, arenas, changed, clock = HOST_CLOCK }: LogOptions) {
    if (devices.length < 1 || devices.length > DEVICES_MAX)
      throw typeError("spill", `1 to ${DEVICES_MAX} devices`, devices);
    const tell = (change: DeviceChange) => {
      try {
        changed?.(change);
      } catch {
        // An error of the observer's own.
      }
    };
    this.#segments = new Segments(devices, pageSize, arenas, { clock, timers: this.#timers, changed: tell });
    this.sync = this.#segments.devices.every((device) => device.sync);
    this.encrypted = this.#segments.overhead > 0;
    try {
      this.#seal = this.encrypted ? new Seal() : undefined;
    } catch (error) {
      void this.#segments.close();
      throw error;
    }
    this.#spilling = new Spilling(this.#segments, this.#seal, pageSize);
    this.#reading = new Reading(this.#segments, this.#seal);
    this.#cleaning = new Cleaning(this.#segments, clock);
  }

  /** Bytes of a segment. */
  get segmentBytes(): number {
    return this.#segments.segmentBytes;
  }

  /** Logarithm of the unit of locations: 4, 5 or 6. */
  get unitBits(): number {
    return this.#segments.unitBits;
  }

  /**
   * For estimates: the bytes that its devices hold at most, of which each leaves a segment to cleaning; those of
   * a segment; and those that a body takes there.
   */
  get behind(): { room: number; segmentBytes: number; slotBytes(stored: number): number } {
    const { segmentBytes } = this;
    const segments = this.#segments.devices.reduce((sum, { capacity }) => sum + capacity - 1, 0);
    return {
      room: segments * segmentBytes,
      segmentBytes,
      slotBytes: (stored) => this.#segments.slotBytes(stored),
    };
  }

  /** Bytes that each body takes on a device beyond its own: 24 if bodies are sealed, else 0. */
  get overhead(): number {
    return this.#segments.overhead;
  }

  /**
   * Takes cold bodies of an arena to a device, `room` bytes of them at most, and a segment; those of the client
   * `owner`, or with 0 of all. Answers how many have left memory; 0 too if no device takes any, or nothing is
   * cold. A promise with an asynchronous device.
   *
   * @throws only what the arena throws
   */
  spill(arena: ArenaSpill, room = Number.POSITIVE_INFINITY, owner = 0): number | Promise<number> {
    return this.#alone(() => this.#spill(arena, room, owner, false));
  }

  /** The same with synchronous devices alone: it is done when this returns. */
  spillNow(arena: ArenaSpill, room = Number.POSITIVE_INFINITY, owner = 0): number {
    if (!this.#segments.devices.some((device) => device.sync)) return 0;
    return this.#alone(() => this.#spill(arena, room, owner, true)) as number;
  }

  *#spill(arena: ArenaSpill, room: number, owner: number, prompt: boolean): Steps<number> {
    const spilled = yield* this.#spilling.spill(arena, room, owner, prompt);
    if (spilled > 0) return spilled;
    // Perhaps a segment has fallen empty and can be used again.
    const before = this.#segments.counts.dropped;
    this.#segments.settle();
    return this.#segments.counts.dropped > before
      ? yield* this.#spilling.spill(arena, room, owner, prompt)
      : 0;
  }

  /** Whether a body can be read at once: `read` answers its bytes or throws. */
  isPrompt({ location }: AwayBody): boolean {
    return this.#segments.isPrompt(this.#segments.segmentOf(location));
  }

  /**
   * The bytes of a body, as the arena kept them. They may lie in `target`; else the array is the caller's
   * own. A promise with an asynchronous device.
   *
   * @throws DeviceFault, or rejects with one
   */
  read(body: AwayBody, target?: Uint8Array): Uint8Array | Promise<Uint8Array> {
    return this.#reading.read(body, target);
  }

  /** The same for several, in their order; neighbours are read in one call. */
  readMany(bodies: readonly AwayBody[]): ReadResult[] | Promise<ReadResult[]> {
    return this.#reading.readMany(bodies);
  }

  /**
   * Drops empty segments, probes devices whose time is up, and cleans, for about `budgetMs` milliseconds.
   * Answers how many bodies were moved. A promise with an asynchronous device.
   */
  clean(budgetMs: number): number | Promise<number> {
    return this.#alone(() => this.#cleaning.clean(budgetMs));
  }

  /**
   * Work that uses an arena's window. While a device runs that was called, its calls into the pool do no
   * such. While an answer is waited for, other work may be done.
   */
  #alone(work: () => Steps<number>): number | Promise<number> {
    return this.#isBusy || this.#isClosed ? 0 : drive(this.#marked(work()));
  }

  *#marked(work: Steps<number>): Steps<number> {
    for (let step = this.#busy(() => work.next()); ; ) {
      if (step.done) return step.value;
      let answer: unknown;
      try {
        answer = yield step.value;
      } catch (error) {
        step = this.#busy(() => work.throw(error));
        continue;
      }
      step = this.#busy(() => work.next(answer));
    }
  }

  #busy<T>(step: () => T): T {
    this.#isBusy = true;
    try {
      return step();
    } finally {
      this.#isBusy = false;
    }
  }

  stats(): LogFigures {
    const { counts, segmentBytes } = this.#segments;
    return {
      spilled: { ...this.#spilling.counts },
      segments: { ...counts },
      cleaned: { ...this.#cleaning.counts },
      sealed: this.#seal?.sealed ?? 0,
      devices: this.#segments.devices.map((device) => ({
        name: device.name,
        state: device.breaker.state,
        retryMs: device.breaker.retryMs,
        segments: this.#segments.held(device),
        capacity: device.capacity,
        diskBytes: device.bytes(this.#segments.held(device), segmentBytes),
        liveBytes: this.#segments.live(device),
        write: { ...device.counts.write },
        read: { ...device.counts.read },
        drop: { ...device.counts.drop },
        probes: device.counts.probes,
        faults: { ...device.counts.faults },
      })),
    };
  }

  /** Recounts the table of segments against counters and arenas. Answers what is wrong, in words. */
  check(): string[] {
    return this.#segments.check();
  }

  /** Closes the devices and lets go of the key. A promise with an asynchronous device; never rejects. */
  close(): void | Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#timers.close();
    this.#seal?.close();
    const closing = this.#segments.close();
    if (!this.sync) return closing;
  }
}
