/**
 * images.ts - images of a pool that are being read, and pages out of one.
 *
 * An image is of one moment: as long as it is read it is told of every persistent page before that changes, and no page
 * moves to another arena. Pages out of an image come to a pool that nobody has seen yet, into as many arenas as they take.
 *
 * Owns:   which images are being read. Whoever reads one holds it: one that is forgotten by its reader is forgotten here.
 * Called: pool.ts to begin one; arenas.ts before changes; restore.ts, a frame at a time.
 */

import * as abi from "./abi.js";
import type { Accounts } from "./accounts.js";
import type { AreaHandle, Arena, Wide } from "./arena.js";
import { SpillwayError } from "./errors.js";
import { pageBytes } from "./image.js";
import type { Memory } from "./memory.js";
import type { CheckedOptions } from "./options.js";
import { Snapshot } from "./snapshot.js";

const { Status } = abi;

/** Images that are read at a time: each is asked before every change, some ten microseconds. */
const READING_MAX = 4;
/** Part of maxBytes that all of them together may hold, or what the one with the largest bound may, if that is more. */
const HELD_PART = 1 / 8;

function overrun(what: string): SpillwayError {
  return new SpillwayError("ERR_SPILLWAY_SNAPSHOT_OVERRUN", what);
}

export class Images {
  /** While this is empty nobody needs to be told of changes. Others only read it. */
  readonly snapshots = new Set<WeakRef<Snapshot>>();
  readonly #memory: Memory;
  readonly #accounts: Accounts;
  readonly #dedupe: CheckedOptions["dedupe"];
  #ticks = 0;

  constructor(memory: Memory, accounts: Accounts, dedupe: CheckedOptions["dedupe"]) {
    this.#memory = memory;
    this.#accounts = accounts;
    this.#dedupe = dedupe;
  }

  // ── being read ───────────────────────────────────────────────────────────────────────────────────────

  /**
   * An image of the persistent pages as they are now. `maxHeldBytes` bounds what is held while it is read. If four are being read
   * already, that one of them fails whose reader has not asked for longest.
   */
  snapshot(maxHeldBytes: number): ReadableStream<Uint8Array> {
    const reading = this.reading().sort((a, b) => a.readAt - b.readAt);
    if (reading.length >= READING_MAX)
      reading[0]?.fail(
        overrun(`${READING_MAX} newer snapshots are being read, and of this one nothing was for longest`),
      );
    const persistent = [...this.#accounts.clients].filter(([, { weight }]) => weight === 0);
    const numbers = new Map(persistent.map(([number], i) => [number, i]));
    const areas = [...this.#accounts.areas].flatMap(([number, { client, type, scope }]) => {
      const owner = numbers.get(client);
      return owner === undefined ? [] : [{ number, client: owner, type, scope }];
    });
    const clients = persistent.map(([, { name, capBytes }]) => ({ name, maxBytes: capBytes }));
    const { pageSize, seed } = this.#memory.settings;
    const facts = { pageSize, seed, dedupe: this.#dedupe, clients, areas };
    const snapshot = new Snapshot(facts, this.#memory.list, maxHeldBytes, () => ++this.#ticks);
    this.snapshots.add(new WeakRef(snapshot));
    return snapshot.stream;
  }

  /** The images that are being read. */
  reading(): Snapshot[] {
    const reading: Snapshot[] = [];
    for (const reference of this.snapshots) {
      const snapshot = reference.deref();
      if (snapshot?.live) reading.push(snapshot);
      else this.snapshots.delete(reference);
    }
    return reading;
  }

  /** Before a persistent page is stored, replaced or removed. */
  changing(area: AreaHandle, offset: number): void {
    const reading = this.reading();
    for (const snapshot of reading) snapshot.changing(area, offset);
    if (reading.length > 1) this.#boundHeld(reading);
  }

  /** Before an area is dropped. */
  changingArea(area: AreaHandle): void {
    const reading = this.reading();
    for (const snapshot of reading) {
      snapshot.changingArea(area);
      if (reading.length > 1) this.#boundHeld(reading);
    }
  }

  /** While all of them hold more than they may together, that one fails which holds most. */
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
    for (const snapshot of this.snapshots) snapshot.deref()?.fail(error);
  }

  // ── being restored ───────────────────────────────────────────────────────────────────────────────────

  /** The check of a frame of an image, behind a frame with the check `before`. */
  check(content: Uint8Array, kind: number, before: Wide): Wide {
    const { current } = this.#memory;
    current.window.set(content);
    return current.imageCheck(content.length, kind, before);
  }

  /**
   * Takes over pages of an image made under `seed`, prepared by preparePages. "full": there is no room for all of them;
   * "damaged": they contradict each other or what is here.
   */
  restore(pages: Uint8Array, seed: Wide): "restored" | "full" | "damaged" {
    const memory = this.#memory;
    const full = new Set<Arena>();
    for (let at = 0; at < pages.length; ) {
      const rest = pages.subarray(at);
      if (memory.list.length > 1 && this.#hasAny(rest)) return "damaged";
      const { bytes, status } = memory.current.imageUnpack(rest, seed);
      at += bytes;
      if (status === Status.STORED) break;
      if (status === Status.DAMAGED) return "damaged";
      if (status === Status.MISS) {
        const result = this.#restoreSame(pages.subarray(at));
        if (result === "damaged") return "damaged";
        if (result === "restored") at += pageBytes(0);
        else full.add(memory.current);
      }
      if (status === Status.FULL) full.add(memory.current);
      if (full.has(memory.current) && !memory.advance(full)) return "full";
    }
    return "restored";
  }

  /** Whether an arena that is not the current one has a page of these keys. */
  #hasAny(pages: Uint8Array): boolean {
    const view = new DataView(pages.buffer, pages.byteOffset, pages.length);
    const others = this.#memory.list.filter((arena) => arena !== this.#memory.current);
    for (let at = 0; at < pages.length; at += pageBytes(view.getUint32(at + abi.IMAGE_STORED_AT, true))) {
      const area = view.getUint32(at + abi.IMAGE_AREA_AT, true) as AreaHandle;
      const offset = view.getUint32(at + abi.IMAGE_OFFSET_AT, true);
      if (others.some((arena) => arena.pageLength(area, offset) > 0)) return true;
    }
    return false;
  }

  /** Takes over the first of these pages, whose body is that of a page in an arena that is not the current one. */
  #restoreSame(pages: Uint8Array): "restored" | "full" | "damaged" {
    const { list, current, settings } = this.#memory;
    const view = new DataView(pages.buffer, pages.byteOffset, pages.length);
    const area = view.getUint32(abi.IMAGE_KEY_AT, true) as AreaHandle;
    const offset = view.getUint32(abi.IMAGE_KEY_AT + 4, true);
    for (const arena of list) {
      if (arena === current) continue;
      const bytes = arena.imagePage(area, offset);
      if (bytes === 0) continue;
      const page = arena.window.slice(0, bytes);
      arena.wipeWindow();
      const own = new DataView(page.buffer);
      for (const word of [abi.IMAGE_AREA_AT, abi.IMAGE_OFFSET_AT])
        own.setUint32(word, view.getUint32(word, true), true);
      own.setUint32(abi.IMAGE_SHARED_AT, this.#accounts.areas.get(area)?.scope ?? 0, true);
      if (own.getUint32(abi.IMAGE_RAW_AT, true) !== view.getUint32(abi.IMAGE_RAW_AT, true)) return "damaged";
      const { status } = current.imageUnpack(page, settings.seed);
      return status === Status.STORED ? "restored" : status === Status.FULL ? "full" : "damaged";
    }
    return "damaged";
  }
}
