/**
 * image_sessions.ts - the images of a pool that are being read, and pages that come out of one.
 *
 * An image is of one moment. While it is read it is told of every persistent page before that changes, and no
 * page moves to another arena. Pages out of an image come to a new pool, into as many arenas as they need.
 *
 * Owns:   which images are being read. The reader of an image holds it: one that its reader forgets is
 *         collected.
 */

import * as abi from "../abi.js";
import { SpillwayError } from "../base/errors.js";
import type { CheckedOptions } from "../base/options/pool.js";
import { Address } from "../engine/address.js";
import type { Arena } from "../engine/arena.js";
import type { AreaHandle, Wide } from "../engine/keys.js";
import { keyOf, pageBytes } from "../image/format.js";
import type { Restored, Waited } from "../image/restore.js";
import { Snapshot } from "../image/writer.js";
import type { ArenaSet } from "./arena_set.js";
import type { Registry } from "./registry.js";
import type { Spilled } from "./spilled.js";

const { Status } = abi;

/** Images that may be read at a time: each is told before every change, which takes some ten microseconds. */
const READING_MAX = 4;
/**
 * All of them together may hold this part of maxBytes, or as much as the one with the largest bound, if that
 * is more.
 */
const HELD_PART = 1 / 8;

/** The page of which the first of these pages has the body. */
function sharedBy(pages: Uint8Array): { area: AreaHandle; offset: number } {
  const view = new DataView(pages.buffer, pages.byteOffset, pages.length);
  const area = view.getUint32(abi.IMAGE_SAME_AREA_AT, true) as AreaHandle;
  return { area, offset: view.getUint32(abi.IMAGE_SAME_OFFSET_AT, true) };
}

function overrun(what: string): SpillwayError {
  return new SpillwayError("ERR_SPILLWAY_SNAPSHOT_OVERRUN", what);
}

export class ImageSessions {
  /** While this is empty no image needs to be told of changes. */
  readonly #snapshots = new Set<WeakRef<Snapshot>>();
  readonly #memory: ArenaSet;
  readonly #registry: Registry;
  readonly #dedupe: CheckedOptions["dedupe"];
  readonly #spilled: Spilled | undefined;
  #ticks = 0;

  constructor(
    memory: ArenaSet,
    registry: Registry,
    dedupe: CheckedOptions["dedupe"],
    spilled: Spilled | undefined,
  ) {
    this.#spilled = spilled;
    this.#memory = memory;
    this.#registry = registry;
    this.#dedupe = dedupe;
  }

  // ── being read ───────────────────────────────────────────────────────────────────────────────────────

  /**
   * An image of the persistent pages as they are now. `maxHeldBytes` bounds what is held while it is read.
   * When four images are being read already, the one fails whose reader has not asked for the longest time.
   */
  snapshot(maxHeldBytes: number): ReadableStream<Uint8Array> {
    const reading = this.reading().sort((a, b) => a.readAt - b.readAt);
    if (reading.length >= READING_MAX)
      reading[0]?.fail(
        overrun(`${READING_MAX} newer snapshots are being read, and of this one nothing was for longest`),
      );
    const persistent = [...this.#registry.clients].filter(([, { weight }]) => weight === 0);
    const numbers = new Map(persistent.map(([number], i) => [number, i]));
    const areas = [...this.#registry.areas].flatMap(([number, { client, type, scope }]) => {
      const owner = numbers.get(client);
      return owner === undefined ? [] : [{ number, client: owner, type, scope }];
    });
    const clients = persistent.map(([, { name, capBytes }]) => ({ name, maxBytes: capBytes }));
    const { pageSize, seed } = this.#memory.settings;
    const facts = { pageSize, seed, dedupe: this.#dedupe, clients, areas };
    const snapshot = new Snapshot(facts, this.#memory.each(), {
      maxHeldBytes,
      tick: () => ++this.#ticks,
      packAway: (arena, area, offset) => this.#packPage(arena, area, offset),
      readAway: (keys) => this.#spilled?.readKeys(keys),
    });
    this.#snapshots.add(new WeakRef(snapshot));
    return snapshot.stream;
  }

  /** Packs one page into the window of its arena, wherever its body is. Answers as Spilled.packImage. */
  #packPage(arena: Arena, area: AreaHandle, offset: number): number {
    return this.#spilled?.packImage(arena, area, offset) ?? arena.images.page(area, offset);
  }

  /** The images that are being read. */
  reading(): Snapshot[] {
    const reading: Snapshot[] = [];
    for (const reference of this.#snapshots) {
      const snapshot = reference.deref();
      if (snapshot?.live) reading.push(snapshot);
      else this.#snapshots.delete(reference);
    }
    return reading;
  }

  /** To be called before a page is stored, replaced or removed. Ephemeral pages belong to no image. */
  before(address: Address): void {
    if (this.#snapshots.size > 0 && address.inode === undefined) this.#changing(address);
  }

  #changing({ area, offset }: Address): void {
    const reading = this.reading();
    for (const snapshot of reading) snapshot.changing(area, offset);
    if (reading.length > 1) this.#boundHeld(reading);
  }

  /** To be called before an area is dropped. */
  beforeArea(area: AreaHandle): void {
    if (this.#snapshots.size === 0) return;
    const reading = this.reading();
    for (const snapshot of reading) {
      snapshot.changingArea(area);
      if (reading.length > 1) this.#boundHeld(reading);
    }
  }

  /** While they hold more than they may together, the one that holds most fails. */
  #boundHeld(reading: readonly Snapshot[]): void {
    const bound = Math.max(this.#memory.maxBytes * HELD_PART, ...reading.map(({ held }) => held.max));
    for (;;) {
      const bytes = reading.reduce((sum, { held }) => sum + held.bytes, 0);
      if (bytes <= bound) return;
      const [most] = [...reading].sort((a, b) => b.held.bytes - a.held.bytes);
      most?.fail(
        overrun(
          `the snapshots being read hold more than ${bound} bytes of pages that changed before their turn`,
        ),
      );
    }
  }

  /** Ends all of them with an error. */
  fail(error: Error): void {
    for (const snapshot of this.#snapshots) snapshot.deref()?.fail(error);
  }

  // ── being restored ───────────────────────────────────────────────────────────────────────────────────

  /** The check of a frame of an image that follows a frame with the check `before`. */
  check(content: Uint8Array, kind: number, before: Wide): Wide {
    const { current } = this.#memory;
    current.window.set(content);
    return current.images.check(content.length, kind, before);
  }

  /**
   * Takes over pages of an image made under `seed`, prepared by preparePages, from byte `from` of them on.
   * Cold bodies leave for devices where there is no room. Answers how far it came, and how that ended.
   */
  restore(pages: Uint8Array, seed: Wide, from = 0): Restored {
    const memory = this.#memory;
    const full = new Set<Arena>();
    let at = from;
    while (at < pages.length) {
      const rest = pages.subarray(at);
      if (memory.count > 1 && this.#hasAny(rest)) return { at, result: "damaged" };
      const { bytes, status } = memory.current.images.unpack(rest, seed);
      at += bytes;
      if (status === Status.STORED) break;
      if (status === Status.DAMAGED) return { at, result: "damaged" };
      if (status === Status.MISS) {
        const result = this.#restoreSame(pages.subarray(at));
        if (result === "damaged" || result === "away") return { at, result };
        if (result === "restored") at += pageBytes(0);
        else full.add(memory.current);
      }
      if (status === Status.FULL) full.add(memory.current);
      if (full.has(memory.current) && !this.#advance(full)) return { at, result: "full" };
    }
    return { at, result: "restored" };
  }

  /** Makes another arena the current one: one that was not tried, or from which bodies have left just now. */
  #advance(full: Set<Arena>): boolean {
    const memory = this.#memory;
    if (memory.advance(full)) return true;
    const untried = memory.each().find((arena) => !full.has(arena) && !arena.draining);
    const next = untried ?? this.#spilled?.makeRoom();
    if (next === undefined) return false;
    full.delete(next);
    memory.grant(next);
    return true;
  }

  /**
   * Waits for devices that answer later, after `restore` came to byte `at` of these pages: "full", until
   * bodies have left; "away", until the body that the page there has is read. Resolves with a call that lets
   * go of what was read, or false if it is of no use to go on.
   */
  async restorable(pages: Uint8Array, { at, result }: Restored): Promise<Waited> {
    const spilled = this.#spilled;
    if (spilled === undefined) return false;
    if (result === "full") return (await spilled.makeRoomLater(undefined)) && (() => undefined);
    const { area, offset } = sharedBy(pages.subarray(at));
    return (await spilled.readKeys([keyOf(area, offset)])) ?? (() => undefined);
  }

  /** Whether an arena other than the current one has a page under one of these keys. */
  #hasAny(pages: Uint8Array): boolean {
    const view = new DataView(pages.buffer, pages.byteOffset, pages.length);
    const others = this.#memory.others(this.#memory.current);
    const address = new Address();
    for (let at = 0; at < pages.length; at += pageBytes(view.getUint32(at + abi.IMAGE_STORED_AT, true))) {
      const area = view.getUint32(at + abi.IMAGE_AREA_AT, true) as AreaHandle;
      address.at(area, view.getUint32(at + abi.IMAGE_OFFSET_AT, true));
      if (others.some((arena) => arena.pageLength(address) > 0)) return true;
    }
    return false;
  }

  /**
   * Takes over the first of these pages. Its body is that of a page in another arena than the current one, or
   * on a device.
   */
  #restoreSame(pages: Uint8Array): Restored["result"] {
    const { current, settings } = this.#memory;
    const view = new DataView(pages.buffer, pages.byteOffset, pages.length);
    const { area, offset } = sharedBy(pages);
    // The current one is asked, too: it may have the body on a device.
    for (const arena of this.#memory.each()) {
      const bytes = this.#packPage(arena, area, offset);
      if (bytes < 0) return "away";
      if (bytes === 0) continue;
      const page = arena.window.slice(0, bytes);
      arena.wipeWindow();
      const own = new DataView(page.buffer);
      for (const word of [abi.IMAGE_AREA_AT, abi.IMAGE_OFFSET_AT])
        own.setUint32(word, view.getUint32(word, true), true);
      own.setUint32(abi.IMAGE_SHARED_AT, this.#registry.areas.get(area)?.scope ?? 0, true);
      if (own.getUint32(abi.IMAGE_RAW_AT, true) !== view.getUint32(abi.IMAGE_RAW_AT, true)) return "damaged";
      const { status } = current.images.unpack(page, settings.seed);
      return status === Status.STORED ? "restored" : status === Status.FULL ? "full" : "damaged";
    }
    return "damaged";
  }
}
