/**
 * spilled.ts - the devices behind a pool: when bodies leave memory for them, and loads of pages whose bodies
 * have left.
 *
 * The log (src/devices) writes and reads; the arenas say which bodies are cold, and check what comes back.
 * All devices are synchronous: a store that finds the pool full makes room by itself, and a load waits.
 *
 * Owns:   the log; which arena gives bodies next; the counters of loads that a device failed.
 * Keeps:  a load that cannot have its bytes fails for that key alone, and the page stays.
 */
import * as abi from "../abi.js";
import { SpillwayError } from "../base/errors.js";
import type { DeviceChange } from "../devices/attached.js";
import { DeviceFault } from "../devices/faults.js";
import { devicesNamed } from "../devices/file_device.js";
import { SpillLog } from "../devices/log.js";
import type { Address, Batch } from "../engine/address.js";
import type { Arena } from "../engine/arena.js";
import type { AwayBody } from "../engine/arena_spill.js";
import type { AreaHandle } from "../engine/keys.js";
import type { SpillStats } from "../telemetry/stats_types.js";
import type { ArenaSet } from "./arena_set.js";
import type { Registry } from "./registry.js";

const { Cramped, Status } = abi;

/** A body may be moved between the look-up and the read, by what a device calls meanwhile: seldom twice. */
const TURNS = 4;
/** Pages of a batch whose bodies are read together. */
const TOGETHER = 64;
/** Below this part of the limit bodies leave before a store has to wait for it. */
const LOW_PART = 1 / 16;
/** A part of a segment that must be free in an arena that was full before it accepts again. */
const ACCEPT_PART = 1 / 4;

export class Spilled {
  readonly log: SpillLog;
  /** Called when little is free: bodies are to leave beside the host's work. The pool's keeper sets it. */
  wake: () => void = () => undefined;
  /** Loads that failed: what a device answered was not what was written; it did not answer. */
  damagedLoads = 0;
  lostLoads = 0;
  readonly #memory: ArenaSet;
  readonly #registry: Registry;
  #isClosed = false;
  /** Bytes that each arena has had in memory when others gave bodies, less what it gave. */
  readonly #credits = new WeakMap<Arena, number>();

  /**
   * Opens the devices, and files of the host for what is a FileSettings.
   *
   * @throws what SpillLog throws; ERR_SPILLWAY_UNSUPPORTED for a device that is not synchronous, or does not
   *   seal though the pool is to zeroize;
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
    memory.grant();
    for (const arena of memory.each()) this.open(arena);
  }

  /** Why the devices do not suit the pool, if so. */
  #wrong(): string | undefined {
    if (!this.log.sync) return "a device of a pool must be synchronous";
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
   * Lets a segment of cold bodies leave an arena: each gives in proportion to what it has. Answers that
   * arena; undefined when none had cold bodies, or no device took them.
   */
  makeRoom(): Arena | undefined {
    if (this.#isClosed) return undefined;
    const arenas = this.#memory.each().filter((arena) => !arena.draining);
    let total = 0;
    for (const arena of arenas) {
      const bytes = arena.liveBytes;
      total += bytes;
      this.#credits.set(arena, this.#creditOf(arena) + bytes);
    }
    arenas.sort((one, other) => this.#creditOf(other) - this.#creditOf(one));
    for (const arena of arenas) {
      if (this.#spill(arena) === 0) continue;
      this.#credits.set(arena, this.#creditOf(arena) - total);
      return arena;
    }
    return undefined;
  }

  /**
   * Lets a segment of a client's own cold bodies leave the arena in which it has most. Answers whether any
   * have left.
   */
  makeRoomOf(client: number): boolean {
    if (this.#isClosed) return false;
    const counted = (arena: Arena) => arena.clients.counters(client, false).counted;
    const arenas = this.#memory.each().map((arena) => ({ arena, bytes: counted(arena) }));
    arenas.sort((one, other) => other.bytes - one.bytes);
    return arenas.some(({ arena }) => this.#spill(arena, client) > 0);
  }

  /** Lets a segment of an arena's bodies leave: a client's, or with 0 anyone's. Answers how many have left. */
  #spill(arena: Arena, owner = 0): number {
    this.#registry.allowAway(arena);
    return this.log.spill(arena.spill, Number.POSITIVE_INFINITY, owner) as number;
  }

  #creditOf(arena: Arena): number {
    return this.#credits.get(arena) ?? 0;
  }

  /** What the pool's statistics tell of devices. */
  stats(): Pick<SpillStats, "lostLoads" | "devices"> {
    const devices = this.log
      .stats()
      .devices.map(({ write, read, drop: _drop, probes: _probes, faults, ...one }) => ({
        ...one,
        writtenBytes: write.bytes,
        readBytes: read.bytes,
        faults: Object.values(faults).reduce((sum, count) => sum + count, 0),
      }));
    return { lostLoads: this.lostLoads, devices };
  }

  /** Whether so little is free that bodies should leave beside the host's work. */
  get isLow(): boolean {
    const { liveBytes, limitBytes } = this.#memory;
    return limitBytes - liveBytes < LOW_PART * limitBytes;
  }

  /** Stores call this now and then, so that seldom one of them finds no room. */
  look(): void {
    if (this.isLow) this.wake();
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
      const bodies = found.filter((body) => body !== undefined);
      const read = this.log.readMany(bodies) as (Uint8Array | DeviceFault)[];
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
    if (cramped === Cramped.FULL) this.#spill(arena);
    if (cramped === Cramped.CAPPED) this.#spill(arena, this.#registry.clientOf(address.area));
    return status;
  }

  /** The bytes of a body, or the Status with which its load fails. */
  #read(body: AwayBody): Uint8Array | number {
    try {
      return this.log.read(body) as Uint8Array;
    } catch (fault) {
      if (fault instanceof DeviceFault) return this.#failed(fault);
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

  /**
   * Packs a page whose body is on a device into the window of its arena, for an image. One whose bytes cannot
   * be had is damaged there. Answers the bytes; 0 when there is no such page.
   */
  packImage(arena: Arena, area: AreaHandle, offset: number): number {
    const body = arena.spill.find(area, offset);
    if (body === undefined) return arena.images.page(area, offset);
    let bytes: Uint8Array | undefined;
    try {
      bytes = this.log.read(body) as Uint8Array;
    } catch (fault) {
      if (!(fault instanceof DeviceFault)) throw fault;
    }
    return arena.spill.packImage(area, offset, body, bytes);
  }

  /** Ends the devices: their segments are forgotten. */
  close(): void {
    this.#isClosed = true;
    void this.log.close();
  }
}
