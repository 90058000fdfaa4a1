/**
 * accounts.ts - the clients of a pool and their areas, as all arenas know them.
 *
 * A client has an account in every arena and its areas are open in every arena, under the same numbers: a page of any area may
 * live in any arena. An arena that comes is told of all of them, and what a client lost in one that goes is kept here.
 *
 * Owns:   names, weights and caps of clients, what they lost in arenas that are gone, numbers of areas.
 * Keeps:  what is open here is open in each arena of the list; clients and areas are bounded by the size of the pool. A client with a cap has no more than that in all of them together.
 * Called: client.ts, frontswap.ts, cleancache.ts, restore.ts for their own; arenas.ts and what stands between.
 * Cost:   whatever is done for one client or area takes as long beside ten thousand others as alone. Only what concerns all of
 *         them walks over all, less than a microsecond each: an arena that comes or goes, freeableBytes, scopes.
 */

import * as abi from "./abi.js";
import { AREA_HANDLE_MAX, type AreaHandle, type Arena, type ClientCounters, NO_AREA } from "./arena.js";
import type { Memory } from "./memory.js";
import type { Peak } from "./peaks.js";

/**
 * What the host keeps for a client and for an area is outside of linear memory, some 1,200 and 170 bytes. So a pool has no more
 * of either than one for each KiB of maxBytes.
 */
const BYTES_EACH = 1024;
/** Of the areas that others leave a client may have half, so that whoever comes next has some; and these in any case. */
const AREAS_ALWAYS = 4;

/** What a client may be, checked. */
export interface ClientSettings {
  name: string;
  /** 0: the pages persist. */
  weight: number;
  maxBytes: number;
  /** Whether keys of its pages that are evicted are kept for it. */
  evictedKeys?: boolean;
}

/** What a client is in every arena. */
interface Client {
  readonly name: string;
  /** 0: its pages persist. */
  readonly weight: number;
  readonly asks: boolean;
  capBytes: number;
  /** Its open areas, and shared file systems that it holds. */
  handles: number;
  /** What it lost in arenas that are gone. */
  evictedPages: number;
  evictedBytes: number;
  /** What it had lost when somebody was last told. */
  toldPages: number;
  toldBytes: number;
  readonly peak: Peak;
  /** What goes into the hashes of its pages; undefined before its first area. */
  scope: number | undefined;
}

/** What an area is in every arena. */
interface Area {
  client: number;
  type: number;
  scope: number;
}

export class Accounts {
  /** Whether a client with a cap was ever opened. */
  capped = false;
  /** Whether a client with ephemeral pages was ever opened. */
  ephemeral = false;
  /** Others only read these. */
  readonly clients = new Map<number, Client>();
  readonly areas = new Map<AreaHandle, Area>();
  readonly #memory: Memory;
  readonly #freeNumbers: AreaHandle[] = [];
  /** Clients that have lost pages of which nobody was told, beside those that arenas know. */
  readonly #losers = new Set<number>();
  #numbers = 0;
  /** Handles of all clients. */
  #handles = 0;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  // ── clients ──────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Opens a client's account in every arena; `weight` 0 stands for pages that persist. False when there is no memory, or as many
   * clients as the pool may have. `peak` is the client's to keep; it is told here when what it knows may be wrong.
   */
  open(client: number, settings: ClientSettings, peak: Peak): boolean {
    const { name, weight, maxBytes: capBytes, evictedKeys: asks = false } = settings;
    const { list } = this.#memory;
    if (this.clients.size >= this.clientsMax) return false;
    for (const [i, arena] of list.entries()) {
      if (arena.openClient(client, weight, asks)) continue;
      for (const opened of list.slice(0, i)) opened.closeClient(client);
      return false;
    }
    this.clients.set(client, {
      name,
      weight,
      asks,
      capBytes,
      handles: 0,
      evictedPages: 0,
      evictedBytes: 0,
      toldPages: 0,
      toldBytes: 0,
      peak,
      scope: undefined,
    });
    if (list.length > 1) peak.doubt();
    this.doubtPeaks();
    if (weight > 0) this.ephemeral = true;
    if (capBytes < Number.POSITIVE_INFINITY) this.setCap(client, capBytes);
    return true;
  }

  /** The most clients that a pool of this size may have at a time; so many areas as well. */
  get clientsMax(): number {
    return Math.floor(this.#memory.maxBytes / BYTES_EACH);
  }

  /** Changes the bytes that a client may count: bodies, entries and records. Takes nothing away. */
  setCap(client: number, capBytes: number): void {
    const known = this.clients.get(client);
    if (known === undefined) return;
    known.capBytes = capBytes;
    if (capBytes < Number.POSITIVE_INFINITY) this.capped = true;
    for (const arena of this.#memory.list) arena.setClient(client, known.weight, capBytes);
  }

  /**
   * Lets a capped client have in one arena what it has not in the others, and nothing more in those. (Pages that move may leave
   * a body that they shared in two arenas: a client may then be above its cap, and nothing is stored for it until it is not.)
   */
  allow(client: number, arena: Arena): void {
    const known = this.clients.get(client);
    if (known === undefined || known.capBytes === Number.POSITIVE_INFINITY) return;
    let left = known.capBytes;
    for (const other of this.#memory.list) {
      if (other === arena) continue;
      const sum = { pages: 0, bytes: 0 };
      other.addClient(client, sum);
      left -= sum.bytes;
      other.setClient(client, known.weight, sum.bytes);
    }
    arena.setClient(client, known.weight, left);
  }

  /** Forgets a client whose areas are closed. */
  close(client: number): void {
    const known = this.clients.get(client);
    known?.peak.rest();
    this.#handles -= known?.handles ?? 0;
    if (!this.clients.delete(client)) return;
    // An arena forgets a client of which it has nothing to tell. That takes no longer than the evictions before it.
    this.#askLosers();
    this.#losers.delete(client);
    for (const arena of this.#memory.list) arena.closeClient(client);
  }

  counters(client: number, split = false): ClientCounters {
    const known = this.clients.get(client);
    const sum = {
      pages: 0,
      counted: 0,
      part: 0,
      evictedPages: known?.evictedPages ?? 0,
      evictedBytes: known?.evictedBytes ?? 0,
      peakPages: 0,
      peakCounted: 0,
    };
    for (const arena of this.#memory.list) {
      const one = arena.clientCounters(client, split);
      const { pages, counted, part, evictedPages, evictedBytes } = one;
      sum.peakPages = Math.max(sum.peakPages, one.peakPages);
      sum.peakCounted = Math.max(sum.peakCounted, one.peakCounted);
      sum.part += part;
      sum.pages += pages;
      sum.counted += counted;
      sum.evictedPages += evictedPages;
      sum.evictedBytes += evictedBytes;
    }
    return sum;
  }

  /** Pages of a client, and the bytes that count against its cap. */
  holds(client: number): { pages: number; bytes: number } {
    const sum = { pages: 0, bytes: 0 };
    for (const arena of this.#memory.list) arena.addClient(client, sum);
    return sum;
  }

  /** Hands over what each client has lost since the last time. Asks for those only that have lost something. */
  eachEvicted(tell: (client: number, name: string, pages: number, bytes: number) => void): void {
    this.#askLosers();
    const lost: [number, string, number, number][] = [];
    for (const number of this.#losers) {
      const client = this.clients.get(number);
      if (client === undefined) continue;
      const { evictedPages, evictedBytes } = this.counters(number);
      const pages = evictedPages - client.toldPages;
      if (pages > 0) lost.push([number, client.name, pages, evictedBytes - client.toldBytes]);
      client.toldPages = evictedPages;
      client.toldBytes = evictedBytes;
    }
    this.#losers.clear();
    // Last, for who is told may use the pool.
    for (const one of lost) tell(...one);
  }

  #askLosers(): void {
    for (const arena of this.#memory.list) arena.takeLost(this.#losers);
  }

  /**
   * Bytes of linear memory that could be given up without losing a page that persists: what is not in use, and the bodies that
   * no page which persists has. Where clients share bodies (scope 0) this counts too few rather than too many.
   */
  get freeableBytes(): number {
    const { list, reservedBytes, liveBytes } = this.#memory;
    let bodies = 0;
    for (const arena of list) bodies += arena.counters()[abi.STAT_COMPRESSED_BYTES / 8] as number;
    for (const [number, { weight }] of this.clients) {
      if (weight === 0) bodies -= this.counters(number).part;
    }
    return reservedBytes - liveBytes + Math.max(0, bodies);
  }

  // ── areas ────────────────────────────────────────────────────────────────────────────────────────────

  /** Counts an area, or a shared file system that a client holds. False when it has as many as it may. */
  takeHandle(client: number): boolean {
    const known = this.clients.get(client);
    if (known === undefined) return true;
    const left = this.clientsMax - (this.#handles - known.handles);
    if (known.handles >= AREAS_ALWAYS && known.handles >= Math.floor(left / 2)) return false;
    known.handles += 1;
    this.#handles += 1;
    return true;
  }

  giveHandle(client: number): void {
    const known = this.clients.get(client);
    if (known === undefined) return;
    known.handles -= 1;
    this.#handles -= 1;
  }

  /**
   * Opens an area in every arena; NO_AREA when there is no memory for its record, or when the client has half of what others
   * leave of the areas that the pool may have.
   */
  openArea(client: number, type: number, scope: number): AreaHandle {
    if (!this.takeHandle(client)) return NO_AREA;
    const area = this.#openArea(client, type, scope);
    if (area === NO_AREA) this.giveHandle(client);
    return area;
  }

  #openArea(client: number, type: number, scope: number): AreaHandle {
    const number = this.#freeNumbers.pop() ?? this.#nextNumber();
    if (number === NO_AREA) return NO_AREA;
    const { list } = this.#memory;
    for (const [i, arena] of list.entries()) {
      if (arena.openArea(number, client, scope)) continue;
      for (const opened of list.slice(0, i)) opened.invalidateArea(number);
      this.#freeNumbers.push(number);
      return NO_AREA;
    }
    this.areas.set(number, { client, type, scope });
    const owner = this.clients.get(client);
    if (owner !== undefined) owner.scope = scope;
    this.doubtPeaks();
    return number;
  }

  #nextNumber(): AreaHandle {
    return (this.#numbers + 1 < AREA_HANDLE_MAX ? ++this.#numbers : NO_AREA) as AreaHandle;
  }

  /** Drops the pages of an area and closes it; the number is void. Answers how many there were. */
  closeArea(area: AreaHandle): number {
    let pages = 0;
    for (const arena of this.#memory.list) pages += arena.invalidateArea(area);
    const known = this.areas.get(area);
    if (known === undefined) return pages;
    this.areas.delete(area);
    this.#freeNumbers.push(area);
    this.giveHandle(known.client);
    return pages;
  }

  /** The scopes of clients that have had areas, and the pages that these clients have. */
  scopes(): Map<number, number> {
    const pages = new Map<number, number>();
    for (const [client, { scope }] of this.clients) {
      if (scope !== undefined) pages.set(scope, (pages.get(scope) ?? 0) + this.holds(client).pages);
    }
    return pages;
  }

  // ── arenas that come and go ──────────────────────────────────────────────────────────────────────────

  /** Opens in an arena, about to be one of several, what is open in the others. Throws when it has no room for that. */
  enter(arena: Arena): void {
    for (const [number, { weight, asks, capBytes }] of this.clients) {
      if (!arena.openClient(number, weight, asks)) throw new Error("no room for the records of all clients");
      if (capBytes < Number.POSITIVE_INFINITY) arena.setClient(number, weight, capBytes);
    }
    for (const [number, { client, scope }] of this.areas) {
      if (!arena.openArea(number, client, scope)) throw new Error("no room for the records of all areas");
    }
    const [first, second] = this.#memory.list;
    // What the first one has known alone is looked at here from now on.
    if (first !== undefined && second === undefined) this.#takePeaks(first);
    this.#memory.peak.doubt();
    for (const { peak } of this.clients.values()) peak.doubt();
  }

  /** Takes in what is known of clients in an arena that is no more in the list. */
  leave(arena: Arena): void {
    const [first, second] = this.#memory.list;
    const alone = second === undefined;
    this.#memory.takePeaks(arena.counters());
    arena.takeLost(this.#losers);
    for (const [number, client] of this.clients) {
      const { evictedPages, evictedBytes, peakPages, peakCounted } = arena.clientCounters(number, false);
      client.evictedPages += evictedPages;
      client.evictedBytes += evictedBytes;
      client.peak.raise(peakPages, peakCounted);
      if (!alone) continue;
      // What an arena that is alone knows of peaks and caps is all there is to know.
      client.peak.rest();
      first?.setClient(number, client.weight, client.capBytes);
    }
    if (alone) this.#memory.peak.rest();
    else this.doubtPeaks();
  }

  // ── peaks ────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * To be called when pages or live bytes may have risen by other than a store. An arena that is alone knows its own peaks: then
   * none is quiet, and none in doubt.
   */
  doubtPeaks(): void {
    for (const peak of this.#memory.quietPeaks) peak.doubt();
  }

  /** These are a client's peaks now. */
  resetPeaks(client: number): void {
    for (const arena of this.#memory.list) arena.resetClientPeaks(client);
    const { pages, bytes } = this.holds(client);
    this.clients.get(client)?.peak.reset(pages, bytes);
  }

  /** Takes in what an arena knows of its own peaks. */
  #takePeaks(arena: Arena): void {
    this.#memory.takePeaks(arena.counters());
    for (const [number, { peak }] of this.clients) {
      const { peakPages, peakCounted } = arena.clientCounters(number, false);
      peak.raise(peakPages, peakCounted);
    }
  }
}
