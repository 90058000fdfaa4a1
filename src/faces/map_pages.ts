/**
 * map_pages.ts - the pages of a map or a cache with its client, from one `clear` to the next.
 *
 * Owns:   which pages are still to be dropped. A clear ends this object and drops its pages, and another one
 *         takes its place: work that a subscriber's clear interrupted stores nothing more and drops nothing.
 */
import type { AbortSignalLike } from "../base/abort.js";
import { SpillwayError } from "../base/errors.js";
import type { StoreOptions } from "../base/options/client.js";
import type { Frontswap } from "../clients/frontswap.js";
import type { ClientStats } from "../telemetry/stats_types.js";

/** The client whose pages a map has. */
export interface MapClient {
  readonly name: string;
  /** Room for pages of its own, from now to its end. */
  begin(): PageRoom;
  stats(): ClientStats;
  close(): void;
}

/** Pages of one area. */
export interface PagesAt {
  area: number;
  offsets: readonly number[];
}

/** Pages of a client by area and offset; those of another room are others. */
export interface PageRoom {
  /** True: the page is kept. */
  store(area: number, offset: number, page: Uint8Array, options: StoreOptions | undefined): boolean;
  /** Fills the start of `target`. Answers the length of the page, or 0. */
  load(area: number, offset: number, target: Uint8Array): number;
  drop(area: number, offset: number): void;
  /** Whether a page is here. Counts as no load. */
  has(area: number, offset: number): boolean;
  /** A page is used without its bytes. */
  touch(area: number, offset: number): void;
  /** Has pages of an area read that lie on devices that answer later, and then calls `verb` at once. */
  whenRead<T>(
    area: number,
    offsets: readonly number[],
    signal: AbortSignalLike | undefined,
    verb: () => T,
  ): Promise<T>;
  /** Drops all. */
  end(): void;
}

/** A client whose pages persist. */
export class SwapClient implements MapClient {
  readonly name: string;
  readonly #swap: Frontswap;

  constructor(swap: Frontswap) {
    this.name = swap.name;
    this.#swap = swap;
  }

  begin(): PageRoom {
    return new SwapRoom(this.#swap);
  }

  stats(): ClientStats {
    return this.#swap.stats();
  }

  close(): void {
    this.#swap.close();
  }
}

class SwapRoom implements PageRoom {
  readonly #swap: Frontswap;
  readonly #areas = new Set<number>();

  constructor(swap: Frontswap) {
    this.#swap = swap;
  }

  store(area: number, offset: number, page: Uint8Array, options: StoreOptions | undefined): boolean {
    if (!this.#areas.has(area)) {
      this.#swap.init(area);
      this.#areas.add(area);
    }
    return this.#swap.store(area, offset, page, options);
  }

  load(area: number, offset: number, target: Uint8Array): number {
    return this.#swap.loadBytes(area, offset, target);
  }

  drop(area: number, offset: number): void {
    this.#swap.invalidatePage(area, offset);
  }

  has(): boolean {
    return true;
  }

  touch(): void {}

  whenRead<T>(
    area: number,
    offsets: readonly number[],
    signal: AbortSignalLike | undefined,
    verb: () => T,
  ): Promise<T> {
    return this.#swap.whenRead(area, offsets, signal, verb);
  }

  end(): void {
    for (const area of this.#areas) this.#swap.invalidateArea(area);
  }
}

/** The area of pages that values share; values with pages of their own have those after it. */
export const SHARED_AREA = 0;

export class MapPages {
  readonly pageSize: number;
  readonly #room: PageRoom;
  readonly #options: StoreOptions | undefined;
  /** Pages to drop whose dropping was put off: area and offset in turn. */
  readonly #owed: number[] = [];
  #ended = false;

  constructor(room: PageRoom, pageSize: number, options: StoreOptions | undefined) {
    this.#room = room;
    this.pageSize = pageSize;
    this.#options = options;
  }

  /** True: the page is kept. Subscribers of the process may have called the map meanwhile. */
  store(area: number, offset: number, page: Uint8Array): boolean {
    if (this.#ended) return false;
    if (this.#owed.length > 0) this.#payUp();
    const kept = this.#room.store(area, offset, page, this.#options);
    return kept && !this.#ended;
  }

  /** Loads a page that was kept with so many bytes. Throws ERR_SPILLWAY_DAMAGED when it is not that. */
  load(area: number, offset: number, target: Uint8Array, bytes: number): void {
    if (this.#room.load(area, offset, target) === bytes) return;
    throw new SpillwayError("ERR_SPILLWAY_DAMAGED", `no such page at type ${area}, offset ${offset}`);
  }

  /** Drops a page. Never fails for want of stack: it is dropped later then. */
  drop(area: number, offset: number): void {
    if (this.#ended) return;
    try {
      this.#room.drop(area, offset);
    } catch (error) {
      if ((error as SpillwayError).code !== "ERR_SPILLWAY_STACK") throw error;
      this.#owed.push(area, offset);
    }
  }

  has(area: number, offset: number): boolean {
    return this.#room.has(area, offset);
  }

  touch(area: number, offset: number): void {
    this.#room.touch(area, offset);
  }

  /** As PageRoom has it. */
  whenRead<T>({ area, offsets }: PagesAt, signal: AbortSignalLike | undefined, verb: () => T): Promise<T> {
    return this.#room.whenRead(area, offsets, signal, verb);
  }

  /** Whether all pages were dropped. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Drops all pages. */
  end(): void {
    this.#ended = true;
    this.#room.end();
  }

  /** Before an offset may be used again. Throws when there still is no stack for it. */
  #payUp(): void {
    const owed = this.#owed;
    while (owed.length > 0) {
      this.#room.drop(owed.at(-2) as number, owed.at(-1) as number);
      owed.length -= 2;
    }
  }
}
