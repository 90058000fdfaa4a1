/**
 * registry.ts - the clients of a pool and their areas, as all arenas know them.
 *
 * A page of any area may live in any arena. So each client has an account in every arena, and its areas are
 * open in every arena under the same numbers. A new arena is told of all of them. When an arena goes, the
 * registry keeps what its clients had lost in it.
 *
 * Owns:   names, weights and caps of clients, what they lost in arenas that are gone, the numbers of areas.
 * Keeps:  what is open here is open in each arena. Clients and areas are bounded by the size of the pool. A
 *         client with a cap has no more than that in all arenas together.
 * Cost:   work for one client or area takes as long beside ten thousand others as alone. Only what concerns
 *         all of them walks over all, less than a microsecond each: an arena that comes or goes,
 *         freeableBytes, scopes.
 */

import * as abi from "../abi.js";
import { closedError } from "../base/errors.js";
import type { Arena } from "../engine/arena.js";
import type { ClientCounters } from "../engine/arena_clients.js";
import { type AreaHandle, NO_AREA } from "../engine/keys.js";
import type { Peak } from "../telemetry/peaks.js";
import type { ArenaSet } from "./arena_set.js";

/**
 * The host keeps some 1,200 bytes for a client and 170 for an area, outside of linear memory. So a pool has
 * at most one of either for each KiB of maxBytes.
 */
const BYTES_EACH = 1024;
/**
 * A client may have half of the areas that others leave, so that the next client has some; but always this
 * many.
 */
const AREAS_ALWAYS = 4;

/** How a client is opened, checked. */
export interface ClientSettings {
  name: string;
  /** Its share when ephemeral pages are evicted; 0 for a client whose pages persist. */
  weight: number;
  /** Most bytes that it may count; Infinity for no bound. */
  maxBytes: number;
  /** Most bytes that its bodies may have on devices, slots counted. Default: no bound. */
  maxDeviceBytes?: number;
  /** Whether keys of its evicted pages are kept for it. */
  evictedKeys?: boolean;
}

/** What every arena knows of a client. */
interface ClientRecord {
  readonly name: string;
  /** 0: its pages persist. */
  readonly weight: number;
  /** Whether it asks for the keys of its evicted pages. */
  readonly asks: boolean;
  capBytes: number;
  awayCapBytes: number;
  /** Its open areas, and the shared file systems that it holds open. */
  handles: number;
  /** What was evicted of it in arenas that are gone. */
  evictedPages: number;
  evictedBytes: number;
  /** What had been evicted of it when subscribers were last told. */
  toldPages: number;
  toldBytes: number;
  readonly peak: Peak;
  /** Goes into the hashes of its pages; undefined before its first area. */
  scope: number | undefined;
}

/** What every arena knows of an area. */
interface AreaRecord {
  client: number;
  type: number;
  scope: number;
}

export class Registry {
  /** Whether a client with a cap was ever opened. */
  capped = false;
  /** Whether the pool was closed. */
  closed = false;
  /** Whether a client with ephemeral pages was ever opened. */
  ephemeral = false;
  /** By their numbers. Only this class changes the two maps. */
  readonly clients = new Map<number, ClientRecord>();
  readonly areas = new Map<AreaHandle, AreaRecord>();
  readonly #memory: ArenaSet;
  readonly #freeNumbers: AreaHandle[] = [];
  /** Operations that wait for a device, the oldest first, by their tickets. */
  readonly #waits = new Set<number>();
  #tickets = 0;
  /** Numbers of areas that were closed meanwhile, with the last ticket that may still mean them. */
  readonly #closedNumbers: { number: AreaHandle; ticket: number }[] = [];
  /** Clients whose evictions nobody was told of yet, beside those that the arenas know. */
  readonly #losers = new Set<number>();
  #numbers = 0;
  /** Clients with a bound of what they have on devices. */
  readonly #awayCapped = new Set<number>();
  /** Whether the pool ever had several arenas: each may know a part of such a bound. */
  #parted = false;
  /** Handles of all clients together. */
  #handles = 0;

  constructor(memory: ArenaSet) {
    this.#memory = memory;
  }

  // ── clients ──────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Opens a client's account in every arena. False when there is no memory for it, or the pool has as many
   * clients as it may. `peak` belongs to the client; the registry tells it when what it knows may be wrong.
   */
  open(client: number, settings: ClientSettings, peak: Peak): boolean {
    const { name, weight, maxBytes: capBytes, evictedKeys: asks = false } = settings;
    const { maxDeviceBytes = Number.POSITIVE_INFINITY } = settings;
    if (this.clients.size >= this.clientsMax) return false;
    const opened = this.#inAll(
      (arena) => arena.clients.open(client, weight, asks),
      (arena) => arena.clients.close(client),
    );
    if (!opened) return false;
    this.clients.set(client, {
      name,
      weight,
      asks,
      capBytes,
      awayCapBytes: Number.POSITIVE_INFINITY,
      handles: 0,
      evictedPages: 0,
      evictedBytes: 0,
      toldPages: 0,
      toldBytes: 0,
      peak,
      scope: undefined,
    });
    if (this.#memory.count > 1) peak.doubt();
    this.doubtPeaks();
    if (weight > 0) this.ephemeral = true;
    if (capBytes < Number.POSITIVE_INFINITY) this.setCap(client, capBytes);
    if (maxDeviceBytes < Number.POSITIVE_INFINITY) this.setAwayCap(client, maxDeviceBytes);
    return true;
  }

  /**
   * Does something in every arena, or undoes it where it was done. False when one arena had no room for it.
   */
  #inAll(tryDo: (arena: Arena) => boolean, undo: (arena: Arena) => void): boolean {
    const done: Arena[] = [];
    for (const arena of this.#memory.each()) {
      if (!tryDo(arena)) {
        for (const one of done) undo(one);
        return false;
      }
      done.push(arena);
    }
    return true;
  }

  /** The most clients that a pool of this size may have at a time. It may have as many areas. */
  get clientsMax(): number {
    return Math.floor(this.#memory.maxBytes / BYTES_EACH);
  }

  /** Changes how many bytes a client may count: bodies, entries and records. Takes no page away. */
  setCap(client: number, capBytes: number): void {
    const known = this.clients.get(client);
    if (known === undefined) return;
    known.capBytes = capBytes;
    if (capBytes < Number.POSITIVE_INFINITY) this.capped = true;
    for (const arena of this.#memory.each()) arena.clients.set(client, known.weight, capBytes);
  }

  /**
   * Lets a capped client have in one arena what is left of its cap, and no more in the others than it has
   * there. (Pages that move may leave a body that they shared in two arenas. The client may then be above its
   * cap, and stores of it are refused until it is not.)
   */
  allow(client: number, arena: Arena): void {
    const known = this.clients.get(client);
    if (known === undefined || known.capBytes === Number.POSITIVE_INFINITY) return;
    let left = known.capBytes;
    for (const other of this.#memory.each()) {
      if (other === arena) continue;
      const sum = { pages: 0, bytes: 0 };
      other.clients.add(client, sum);
      left -= sum.bytes;
      other.clients.set(client, known.weight, sum.bytes);
    }
    arena.clients.set(client, known.weight, left);
  }

  /** Changes how many bytes a client's bodies may have on devices. Takes nothing back from there. */
  setAwayCap(client: number, capBytes: number): void {
    const known = this.clients.get(client);
    if (known === undefined) return;
    known.awayCapBytes = capBytes;
    if (capBytes < Number.POSITIVE_INFINITY) this.#awayCapped.add(client);
    else this.#awayCapped.delete(client);
    for (const arena of this.#memory.each()) arena.clients.capAway(client, capBytes);
  }

  /**
   * Bodies of an arena are about to leave for a device: lets each client with such a bound have there what is
   * left of it. In a pool of one arena, which knows the bounds, this does nothing; in others it looks at each
   * client that has one. (Bodies that move between arenas count in both for a while. The client may be above
   * its bound then, and none of its bodies leave until it is not.)
   */
  allowAway(arena: Arena): void {
    this.#parted ||= this.#memory.count > 1;
    if (!this.#parted) return;
    for (const client of this.#awayCapped) {
      let left = this.clients.get(client)?.awayCapBytes ?? 0;
      for (const other of this.#memory.each()) if (other !== arena) left -= other.clients.away(client);
      arena.clients.capAway(client, left);
    }
  }

  /** Forgets a client whose areas are closed. */
  close(client: number): void {
    const known = this.clients.get(client);
    this.#awayCapped.delete(client);
    known?.peak.rest();
    this.#handles -= known?.handles ?? 0;
    if (!this.clients.delete(client)) return;
    // An arena can forget only a client of which it has nothing to tell.
    this.#askLosers();
    this.#losers.delete(client);
    for (const arena of this.#memory.each()) arena.clients.close(client);
  }

  /**
   * What a client has and lost, in all arenas. `split` asks for its part of bodies that clients share, which
   * takes a look at each of its pages. The peaks are the highest of a single arena.
   */
  counters(client: number, split = false): ClientCounters {
    const known = this.clients.get(client);
    const sum = {
      pages: 0,
      counted: 0,
      part: 0,
      away: 0,
      evictedPages: known?.evictedPages ?? 0,
      evictedBytes: known?.evictedBytes ?? 0,
      peakPages: 0,
      peakCounted: 0,
    };
    for (const arena of this.#memory.each()) {
      const one = arena.clients.counters(client, split);
      const { pages, counted, part, away, evictedPages, evictedBytes } = one;
      sum.peakPages = Math.max(sum.peakPages, one.peakPages);
      sum.peakCounted = Math.max(sum.peakCounted, one.peakCounted);
      sum.part += part;
      sum.away += away;
      sum.pages += pages;
      sum.counted += counted;
      sum.evictedPages += evictedPages;
      sum.evictedBytes += evictedBytes;
    }
    return sum;
  }

  /** The client of an area; 0 if the area is not open. */
  clientOf(area: AreaHandle): number {
    return this.areas.get(area)?.client ?? 0;
  }

  /** Pages of a client, and the bytes that count against its cap. */
  holds(client: number): { pages: number; bytes: number } {
    const sum = { pages: 0, bytes: 0 };
    for (const arena of this.#memory.each()) arena.clients.add(client, sum);
    return sum;
  }

  /**
   * Calls `tell` for each client that has lost pages since the last time, with how many pages and bytes those
   * were.
   */
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
    // Last, because a subscriber may use the pool.
    for (const one of lost) tell(...one);
  }

  #askLosers(): void {
    for (const arena of this.#memory.each()) arena.clients.takeLost(this.#losers);
  }

  /**
   * Bytes of linear memory that could be given up without losing a page that persists: unused bytes, and
   * bodies of ephemeral pages alone. Where clients share bodies (scope 0) this counts too few rather than too
   * many.
   */
  get freeableBytes(): number {
    const { reservedBytes, liveBytes } = this.#memory;
    let bodies = this.#memory.sum((arena) => {
      const counters = arena.counters();
      return counters.get(abi.STAT_COMPRESSED_BYTES) - counters.get(abi.STAT_AWAY_BYTES);
    });
    for (const [number, { weight }] of this.clients) {
      if (weight === 0) bodies -= this.counters(number).part;
    }
    return reservedBytes - liveBytes + Math.max(0, bodies);
  }

  // ── areas ────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Counts an area, or a shared file system, that a client holds open. False when it has as many as it may.
   */
  takeHandle(client: number): boolean {
    const known = this.clients.get(client);
    if (known === undefined) return true;
    const left = this.clientsMax - (this.#handles - known.handles);
    if (known.handles >= AREAS_ALWAYS && known.handles >= Math.floor(left / 2)) return false;
    known.handles += 1;
    this.#handles += 1;
    return true;
  }

  /** The client has closed one. */
  giveHandle(client: number): void {
    const known = this.clients.get(client);
    if (known === undefined) return;
    known.handles -= 1;
    this.#handles -= 1;
  }

  /**
   * Opens an area in every arena. NO_AREA when there is no memory for its record, or when the client has as
   * many areas as it may.
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
    const opened = this.#inAll(
      (arena) => arena.openArea(number, client, scope),
      (arena) => arena.invalidateArea(number),
    );
    if (!opened) {
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
    return (this.#numbers + 1 < abi.AREA_NUMBER_MAX ? ++this.#numbers : NO_AREA) as AreaHandle;
  }

  /** Drops the pages of an area and closes it: its number is void. Answers how many pages there were. */
  closeArea(area: AreaHandle): number {
    const pages = this.#memory.sum((arena) => arena.invalidateArea(area));
    const known = this.areas.get(area);
    if (known === undefined) return pages;
    this.areas.delete(area);
    this.#closedNumbers.push({ number: area, ticket: this.#tickets });
    this.#freeClosed();
    this.giveHandle(known.client);
    return pages;
  }

  /**
   * An operation waits for a device, which may call the pool. Until `waited` the area that it means may be
   * closed; its number is no other area's before that. Answers its ticket.
   */
  wait(): number {
    this.#tickets += 1;
    this.#waits.add(this.#tickets);
    return this.#tickets;
  }

  /** The operation of the ticket uses the number of its area no more. */
  waited(ticket: number): void {
    this.#waits.delete(ticket);
    this.#freeClosed();
  }

  /**
   * Does something that waits for a synchronous device.
   *
   * @throws ERR_SPILLWAY_CLOSED if the pool was closed meanwhile
   */
  during<T>(work: () => T): T {
    const ticket = this.wait();
    let result: T;
    try {
      result = work();
    } finally {
      this.waited(ticket);
    }
    if (this.closed) throw closedError();
    return result;
  }

  /** Numbers of closed areas that no operation may mean can be used again. */
  #freeClosed(): void {
    const [oldest = Number.POSITIVE_INFINITY] = this.#waits;
    while ((this.#closedNumbers[0]?.ticket ?? oldest) < oldest)
      this.#freeNumbers.push((this.#closedNumbers.shift() as { number: AreaHandle }).number);
  }

  /** By scope, the pages of the clients of that scope. Clients that never had an area are left out. */
  scopes(): Map<number, number> {
    const pages = new Map<number, number>();
    for (const [client, { scope }] of this.clients) {
      if (scope !== undefined) pages.set(scope, (pages.get(scope) ?? 0) + this.holds(client).pages);
    }
    return pages;
  }

  // ── arenas that come and go ──────────────────────────────────────────────────────────────────────────

  /**
   * Opens in a new arena, before it joins the others, what is open in those. Throws when it has no room for
   * that.
   */
  enter(arena: Arena): void {
    for (const [number, { weight, asks, capBytes }] of this.clients) {
      if (!arena.clients.open(number, weight, asks))
        throw new Error("no room for the records of all clients");
      if (capBytes < Number.POSITIVE_INFINITY) arena.clients.set(number, weight, capBytes);
    }
    for (const [number, { client, scope }] of this.areas) {
      if (!arena.openArea(number, client, scope)) throw new Error("no room for the records of all areas");
    }
    const [first, second] = this.#memory.each();
    // An arena that is alone keeps the peaks. From now on the host looks at the sums.
    if (first !== undefined && second === undefined) this.#takePeaks(first);
    this.#memory.peak.doubt();
    for (const { peak } of this.clients.values()) peak.doubt();
  }

  /** Takes over what an arena that was removed knows of clients. */
  leave(arena: Arena): void {
    const [first, second] = this.#memory.each();
    const alone = second === undefined;
    this.#memory.takePeaks(arena.counters());
    arena.clients.takeLost(this.#losers);
    for (const [number, client] of this.clients) {
      const { evictedPages, evictedBytes, peakPages, peakCounted } = arena.clients.counters(number, false);
      client.evictedPages += evictedPages;
      client.evictedBytes += evictedBytes;
      client.peak.raise(peakPages, peakCounted);
      if (!alone) continue;
      // From now on the one arena that is left keeps peaks and caps alone.
      client.peak.rest();
      first?.clients.set(number, client.weight, client.capBytes);
    }
    if (alone) this.#memory.peak.rest();
    else this.doubtPeaks();
  }

  // ── peaks ────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * To be called when pages or live bytes may have risen other than by a store. Where there is one arena this
   * does nothing, because that arena knows its own peaks.
   */
  doubtPeaks(): void {
    for (const peak of this.#memory.quietPeaks) peak.doubt();
  }

  /** Lets a client's peaks begin anew with what it has now. */
  resetPeaks(client: number): void {
    for (const arena of this.#memory.each()) arena.clients.resetPeaks(client);
    const { pages, bytes } = this.holds(client);
    this.clients.get(client)?.peak.reset(pages, bytes);
  }

  /** Takes in the peaks that an arena knows. */
  #takePeaks(arena: Arena): void {
    this.#memory.takePeaks(arena.counters());
    for (const [number, { peak }] of this.clients) {
      const { peakPages, peakCounted } = arena.clients.counters(number, false);
      peak.raise(peakPages, peakCounted);
    }
  }
}
