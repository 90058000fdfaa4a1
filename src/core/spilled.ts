/**
 * spilled.ts - the devices behind a pool: when bodies leave memory for them, and loads of pages whose bodies
 * have left.
 *
 * The log (src/devices) writes and reads; the arenas say which bodies are cold, and check what comes back.
 * With a synchronous device a store that finds the pool full makes room by itself, and a load waits. With one
 * that answers later bodies leave beforehand (outflow.ts). A load then answers LATER, and a verb that can
 * wait has the body read (arrivals.ts) and tries again.
 *
 * Owns:   the log; which arena gives bodies next; the counters of loads that a device failed.
 * Keeps:  a load that cannot have its bytes fails for that key alone, and the page stays.
 */
import * as abi from "../abi.js";
import { type AbortSignalLike, orAborted } from "../base/abort.js";
import { SpillwayError } from "../base/errors.js";
import type { DeviceChange } from "../devices/attached.js";
import { DeviceFault } from "../devices/faults.js";
import { devicesNamed } from "../devices/file_device.js";
import { SpillLog } from "../devices/log.js";
import type { ReadResult } from "../devices/reading.js";
import type { Address, Batch } from "../engine/address.js";
import type { Arena } from "../engine/arena.js";
import type { AwayBody } from "../engine/arena_spill.js";
import type { AreaHandle } from "../engine/keys.js";
import type { SpillStats } from "../telemetry/stats_types.js";
import type { ArenaSet } from "./arena_set.js";
import { Arrivals } from "./arrivals.js";
import { isLow, Outflow } from "./outflow.js";
import type { Registry } from "./registry.js";

const { Cramped, Status } = abi;

/** A body may be moved between the look-up and the read, by what a device calls meanwhile: seldom twice. */
const TURNS = 4;
/** Pages of a batch whose bodies are read together. */
const TOGETHER = 64;
/** A part of a segment that must be free in an arena that was full before it accepts again. */
const ACCEPT_PART = 1 / 4;

export class Spilled {
  readonly log: SpillLog;
  /** Called when little is free: bodies are to leave beside the host's work. The pool's keeper sets it. */
  wake: () => void = () => undefined;
  /** Bodies that leave for devices that answer later; undefined if all are synchronous. */
  readonly outflow: Outflow | undefined;
  /** Loads that failed: what a device answered was not what was written; it did not answer. */
  damagedLoads = 0;
  lostLoads = 0;
  /** Loads that ended because a device answers later. */
  laterLoads = 0;
  readonly #memory: ArenaSet;
  readonly #registry: Registry;
  #isClosed = false;
  #isCleaning = false;
  /** Bytes that each arena has had in memory when others gave bodies, less what it gave. */
  readonly #credits = new WeakMap<Arena, number>();
  readonly arrivals: Arrivals;

  /**
   * Opens the devices, and files of the host for what is a FileSettings.
   *
   * @throws what SpillLog throws; ERR_SPILLWAY_UNSUPPORTED for a device that does not seal though the pool is
   *   to zeroize;
   *   ERR_SPILLWAY_OUT_OF_MEMORY when an arena has no room for what it must know of segments
   */
  constructor(
    memory: ArenaSet,
    registry: Registry,
    targets: readonly unknown[],
    changed?: (change: DeviceChange) => void,
  ) {
    this.#memory = memory;
    this.#registry = registry;
    const { pageSize } = memory.settings;
    // Once the pool is closed, what is under way finds no arena: their memory may be overwritten by then.
    const arenas = () => (this.#isClosed ? [] : memory.each().map(({ spill }) => spill));
    const devices = devicesNamed(targets);
    this.log = new SpillLog({ devices, pageSize, arenas, ...(changed && { changed }) });
    const wrong = this.#wrong();
    if (wrong !== undefined) {
      void this.log.close();
      throw new SpillwayError("ERR_SPILLWAY_UNSUPPORTED", wrong);
    }
    memory.acceptMost = Math.floor(this.log.segmentBytes * ACCEPT_PART);
    this.arrivals = new Arrivals(this.log);
    if (!this.log.sync)
      this.outflow = new Outflow(memory, this.log.segmentBytes, () => this.#makeRoomLater());
    memory.grant();
    for (const arena of memory.each()) this.open(arena);
  }

  /** Why the devices do not suit the pool, if so. */
  #wrong(): string | undefined {
    if (this.#memory.zeroize && !this.log.encrypted)
      return "a pool with zeroize needs devices whose bodies are sealed";
    return undefined;
  }

  /** Lets the bodies of an arena leave. Throws ERR_SPILLWAY_OUT_OF_MEMORY when it has no room for that. */
  open(arena: Arena): void {
    if (arena.spill.open(this.log.unitBits, this.log.overhead)) return;
    void this.log.close();
    throw new SpillwayError("ERR_SPILLWAY_OUT_OF_MEMORY", "no memory for what an arena knows of devices");
  }

  // ── leaving ──────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Lets a segment of cold bodies leave an arena: `again` if it can, else each gives in proportion to what it
   * has. Answers that arena; undefined when none had cold bodies, or no device took them at once.
   */
  makeRoom(again?: Arena): Arena | undefined {
    const { arenas, total } = this.#byCredit();
    if (again !== undefined && arenas.includes(again)) arenas.unshift(again);
    for (const arena of arenas) {
      if (this.#spill(arena) === 0) continue;
      this.#credits.set(arena, this.#creditOf(arena) - total);
      return arena;
    }
    this.outflow?.begin();
    return undefined;
  }

  /** Makes room with whatever device takes bodies. True if anything has left. Rejects as the signal says. */
  async makeRoomLater(signal: AbortSignalLike | undefined): Promise<boolean> {
    if (this.makeRoom() !== undefined) return true;
    return this.outflow !== undefined && orAborted(this.outflow.next(), signal);
  }

  /** The same with all devices. True if anything has left. */
  async #makeRoomLater(): Promise<boolean> {
    const { arenas, total } = this.#byCredit();
    for (const arena of arenas) {
      // It may be gone by now.
      if (this.#isClosed || !this.#memory.has(arena)) continue;
      this.#registry.allowAway(arena);
      if ((await this.log.spill(arena.spill)) === 0) continue;
      this.#credits.set(arena, this.#creditOf(arena) - total);
      return true;
    }
    return false;
  }

  /** The arenas that may give bodies, the one whose turn it is first; and their bytes. */
  #byCredit(): { arenas: Arena[]; total: number } {
    if (this.#isClosed) return { arenas: [], total: 0 };
    const arenas = this.#memory.each().filter((arena) => !arena.draining);
    let total = 0;
    for (const arena of arenas) {
      const bytes = arena.liveBytes;
      total += bytes;
      this.#credits.set(arena, this.#creditOf(arena) + bytes);
    }
    arenas.sort((one, other) => this.#creditOf(other) - this.#creditOf(one));
    return { arenas, total };
  }

  /**
   * Lets a segment of a client's own cold bodies leave the arena in which it has most. Answers whether any
   * have left: none when devices answer later.
   */
  makeRoomOf(client: number): boolean {
    if (this.#isClosed) return false;
    const counted = (arena: Arena) => arena.clients.counters(client, false).counted;
    const arenas = this.#memory.each().map((arena) => ({ arena, bytes: counted(arena) }));
    arenas.sort((one, other) => other.bytes - one.bytes);
    return arenas.some(({ arena }) => this.#spill(arena, client) > 0);
  }

  /**
   * Lets a segment of an arena's bodies leave at once: a client's, or with 0 anyone's. Answers how many have
   * left.
   */
  #spill(arena: Arena, owner = 0): number {
    this.#registry.allowAway(arena);
    return this.log.spillNow(arena.spill, Number.POSITIVE_INFINITY, owner);
  }

  #creditOf(arena: Arena): number {
    return this.#credits.get(arena) ?? 0;
  }

  /** What the pool's statistics tell of devices. */
  stats(): Pick<SpillStats, "lostLoads" | "laterLoads" | "devices"> {
    const devices = this.log
      .stats()
      .devices.map(({ write, read, drop: _drop, probes: _probes, faults, ...one }) => ({
        ...one,
        writtenBytes: write.bytes,
        readBytes: read.bytes,
        faults: Object.values(faults).reduce((sum, count) => sum + count, 0),
      }));
    return { lostLoads: this.lostLoads, laterLoads: this.laterLoads, devices };
  }

  /** Pages were stored: bodies may have to leave for devices that answer later. */
  stored(pages: number): void {
    this.outflow?.stored(pages);
  }

  /** Whether so little is free that bodies should leave beside the host's work. */
  get isLow(): boolean {
    return isLow(this.#memory);
  }

  /** Stores call this now and then, so that seldom one of them finds no room. */
  look(): void {
    if (this.isLow) this.wake();
  }

  /** Cleans until there is nothing to clean, in steps of some milliseconds. One of these works at a time. */
  async cleanLater(stepMs: number): Promise<void> {
    if (this.#isCleaning) return;
    this.#isCleaning = true;
    try {
      while (!this.#isClosed && (await this.log.clean(stepMs)) > 0);
    } finally {
      this.#isCleaning = false;
    }
  }

  // ── loads ────────────────────────────────────────────────────────────────────────────────────────────

  /** A load from an arena was answered AWAY: carries it out. Answers as that would have. */
  load(arena: Arena, address: Address, target: Uint8Array, exclusive: boolean): number {
    for (let turn = 0; turn < TURNS; turn++) {
      const body = arena.spill.away();
      const bytes = this.#read(body);
      if (typeof bytes === "number") return bytes;
      const status = this.#finish(arena, address, target, exclusive, body, bytes);
      if (status !== Status.AWAY) return status;
    }
    return this.#lost();
  }

  /**
   * The same for the pages of a batch whose status is AWAY: their bodies are read together. Puts what became
   * of them into `statuses`.
   */
  loadMany(arena: Arena, address: Address, batch: Batch, exclusive: boolean): void {
    const { area, offsets, statuses } = batch;
    const away = [...statuses.keys()].filter((i) => statuses[i] === Status.AWAY);
    for (let from = 0; from < away.length; from += TOGETHER) {
      const some = away.slice(from, from + TOGETHER);
      const found = some.map((i) => arena.spill.find(area, offsets[i] as number));
      const bodies = found.filter((body) => body !== undefined && this.log.isPrompt(body)) as AwayBody[];
      const read = this.log.readMany(bodies) as ReadResult[];
      for (const [at, i] of some.entries()) {
        const body = found[at];
        const bytes = body && read[bodies.indexOf(body)];
        statuses[i] = this.#one(
          arena,
          address.at(area, offsets[i] as number),
          batch,
          i,
          exclusive,
          body,
          bytes,
        );
      }
    }
  }

  /** Page `i` of a batch, whose body was read; undefined: it was not away any more. */
  #one(
    arena: Arena,
    address: Address,
    batch: Batch,
    i: number,
    exclusive: boolean,
    body: AwayBody | undefined,
    bytes: Uint8Array | DeviceFault | undefined,
  ): number {
    const target = batch.pages[i] as Uint8Array;
    if (body !== undefined && bytes !== undefined) {
      if (bytes instanceof DeviceFault) return this.#failed(bytes);
      const status = this.#finish(arena, address, target, exclusive, body, bytes);
      if (status !== Status.AWAY) return status;
    }
    const status = arena.load(address, target, exclusive);
    return status === Status.AWAY ? this.load(arena, address, target, exclusive) : status;
  }

  #finish(
    arena: Arena,
    address: Address,
    target: Uint8Array,
    exclusive: boolean,
    body: AwayBody,
    bytes: Uint8Array,
  ): number {
    const status = arena.spill.load(address, target, exclusive, body, bytes);
    // Its body was wanted in memory: colder ones make room for the next such.
    const { cramped } = arena.spill;
    if (cramped === Cramped.FULL && this.#spill(arena) === 0) this.outflow?.begin();
    if (cramped === Cramped.CAPPED) this.#spill(arena, this.#registry.clientOf(address.area));
    return status;
  }

  /** The bytes of a body, or the Status with which its load fails. */
  #read(body: AwayBody): Uint8Array | number {
    const result = this.#bytesOf(body);
    if (result === undefined) return this.#later();
    return result instanceof DeviceFault ? this.#failed(result) : result;
  }

  /** The bytes of a body, or the fault of its device. Undefined: they are to be read first. */
  #bytesOf(body: AwayBody): ReadResult | undefined {
    if (!this.log.isPrompt(body)) return this.arrivals.find(body);
    try {
      return this.log.read(body) as Uint8Array;
    } catch (fault) {
      if (fault instanceof DeviceFault) return fault;
      throw fault;
    }
  }

  #failed({ kind }: DeviceFault): number {
    if (kind !== "damaged") return this.#lost();
    this.damagedLoads += 1;
    return Status.DAMAGED;
  }

  #lost(): number {
    this.lostLoads += 1;
    return Status.LOST;
  }

  #later(): number {
    this.laterLoads += 1;
    return Status.LATER;
  }

  // ── loads that wait ──────────────────────────────────────────────────────────────────────────────────

  /**
   * Has the bodies of pages of an area read that lie on devices that answer later, and then calls `verb` at
   * once: loads of them need not wait if nothing has changed meanwhile. Answers what it does. The bodies are
   * let go of then.
   *
   * @throws the reason of the signal, or what `verb` throws
   */
  async whenRead<T>(
    area: AreaHandle,
    offsets: readonly number[],
    signal: AbortSignalLike | undefined,
    verb: () => T,
  ): Promise<T> {
    const reading = this.arrivals.read(offsets.flatMap((offset) => this.#awaited(area, offset)));
    let letGo: (() => void) | undefined;
    try {
      letGo = await orAborted(reading, signal);
      return verb();
    } finally {
      if (letGo !== undefined) letGo();
      else
        reading.then(
          (late) => late(),
          () => {},
        );
    }
  }

  /**
   * The body of a page if it lies on a device that answers later; while a page moves it may be in two arenas.
   */
  #awaited(area: AreaHandle, offset: number): AwayBody[] {
    const found = this.#memory.each().map((arena) => arena.spill.find(area, offset));
    return found.filter((body) => body !== undefined && !this.log.isPrompt(body)) as AwayBody[];
  }

  // ── images ───────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Has the pages of these keys (keyOf) read that lie on devices that answer later. Resolves with what lets
   * go of them. Undefined: there are none.
   */
  readKeys(keys: readonly number[]): Promise<() => void> | undefined {
    if (this.log.sync) return undefined;
    const bodies = keys.flatMap((key) =>
      this.#awaited(Math.floor(key / 2 ** 32) as AreaHandle, key % 2 ** 32),
    );
    return bodies.length > 0 ? this.arrivals.read(bodies) : undefined;
  }

  /**
   * Packs a page whose body is on a device into the window of its arena, for an image. One whose bytes cannot
   * be had is damaged there. Answers the bytes; 0 when there is no such page; -1 when its body is to be read
   * first.
   */
  packImage(arena: Arena, area: AreaHandle, offset: number): number {
    const body = arena.spill.find(area, offset);
    if (body === undefined) return arena.images.page(area, offset);
    const bytes = this.#bytesOf(body);
    if (bytes === undefined) return -1;
    return arena.spill.packImage(area, offset, body, bytes instanceof DeviceFault ? undefined : bytes);
  }

  /** Ends the devices: their segments are forgotten. */
  close(): void {
    this.#isClosed = true;
    this.outflow?.end();
    void this.log.close();
  }
}
