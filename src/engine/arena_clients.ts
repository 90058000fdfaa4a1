/**
 * arena_clients.ts - the accounts of clients in one arena, and the ephemeral pages that they lose there.
 *
 * A client has the same number in every arena of a pool, and in each an account of its own. Of a client
 * without an account here all figures are 0, and what would change it does nothing.
 */
import * as abi from "../abi.js";
import type { Border } from "./border.js";
import type { AreaHandle, EvictedPage } from "./keys.js";

/** What a client has in an arena. */
export interface ClientCounters {
  pages: number;
  /** Bytes of its bodies; where clients share bodies, those of every page of it. */
  counted: number;
  /** Its part of the bodies: of each body its bytes over its sharers. */
  part: number;
  evictedPages: number;
  evictedBytes: number;
  /** Bytes of the slots of its bodies on devices, and of those on their way. */
  away: number;
  /** The most pages that it had here, and the most bytes that counted. */
  peakPages: number;
  peakCounted: number;
}

const CAP_MAX = 2 ** 53;
/** A key of an evicted page, in words. */
const KEY_WORDS = abi.EVICTED_KEY_BYTES / 4;
const KEY_FS = abi.EVICTED_FS_AT / 4;
const KEY_INDEX = abi.EVICTED_INDEX_AT / 4;
const KEY_INODE = abi.EVICTED_INODE_AT / 4;

export class ArenaClients {
  readonly #border: Border;
  readonly #zeroize: boolean;
  /** What the engine calls clients here, by their numbers. */
  readonly #accounts = new Map<number, number>();

  constructor(border: Border, zeroize: boolean) {
    this.#border = border;
    this.#zeroize = zeroize;
  }

  /** What the engine calls the client here; undefined if it has no account. */
  account(client: number): number | undefined {
    return this.#accounts.get(client);
  }

  /**
   * Opens a client's account. False when there is no memory for it.
   *
   * @param weight its share of the room for ephemeral pages, 1 to 65,536; 0 if its pages persist
   * @param asks whether the keys of its pages that are evicted are kept for takeKeys
   */
  open(client: number, weight: number, asks = false): boolean {
    this.#border.enter();
    const { calls } = this.#border;
    const account = calls.open_client(client, weight) >>> 0;
    if (account === 0) return false;
    if (asks && calls.ask_keys(account) === 0) {
      calls.close_client(account);
      return false;
    }
    this.#accounts.set(client, account);
    return true;
  }

  /**
   * Sets a client's weight, and the bytes that it may count here, bodies, entries and records: Infinity for
   * no bound.
   */
  set(client: number, weight: number, capBytes: number): void {
    const account = this.#accounts.get(client);
    if (account === undefined) return;
    this.#border.enter();
    this.#border.calls.set_client(account, weight, ...halves(capBytes));
  }

  /** Sets the bytes that the slots of its bodies here may have on devices: Infinity for no bound. */
  capAway(client: number, capBytes: number): void {
    const account = this.#accounts.get(client);
    if (account === undefined) return;
    this.#border.enter();
    this.#border.calls.cap_away(account, ...halves(capBytes));
  }

  /** Bytes of the slots of its bodies on devices, and of those on their way. */
  away(client: number): number {
    return this.#measure(client, false) ? this.#border.window.figure(abi.FIGURE_AWAY_AT) : 0;
  }

  /** Forgets a client whose areas are closed. */
  close(client: number): void {
    const account = this.#accounts.get(client);
    if (account === undefined) return;
    this.#border.enter();
    this.#border.calls.close_client(account);
    this.#accounts.delete(client);
  }

  /** Adds what a client has here to a sum: pages, and the bytes that count against its cap. */
  add(client: number, sum: { pages: number; bytes: number }): void {
    if (!this.#measure(client, false)) return;
    sum.pages += this.#border.window.figure(abi.FIGURE_PAGES_AT);
    sum.bytes += this.#border.window.figure(abi.FIGURE_COUNTED_AT);
  }

  /** `split` asks for its part of bodies that clients share, which takes a look at each of its pages. */
  counters(client: number, split: boolean): ClientCounters {
    const measured = this.#measure(client, split);
    const figure = (at: number) => (measured ? this.#border.window.figure(at) : 0);
    return {
      pages: figure(abi.FIGURE_PAGES_AT),
      counted: figure(abi.FIGURE_COUNTED_AT),
      part: figure(abi.FIGURE_PART_AT),
      away: figure(abi.FIGURE_AWAY_AT),
      evictedPages: figure(abi.FIGURE_EVICTED_AT),
      evictedBytes: figure(abi.FIGURE_EVICTED_BYTES_AT),
      peakPages: figure(abi.FIGURE_PEAK_PAGES_AT),
      peakCounted: figure(abi.FIGURE_PEAK_COUNTED_AT),
    };
  }

  /**
   * Has the figures of a client written into the window, where they are until the next call. False without an
   * account.
   */
  #measure(client: number, split: boolean): boolean {
    const account = this.#accounts.get(client);
    if (account === undefined) return false;
    this.#border.enter();
    this.#border.calls.client_stats(account, split ? 1 : 0);
    return true;
  }

  /** Forgets the peaks of a client: what it has here now is the most that it had. */
  resetPeaks(client: number): void {
    const account = this.#accounts.get(client);
    if (account === undefined) return;
    this.#border.enter();
    this.#border.calls.reset_client_peaks(account);
  }

  /**
   * Evicts ephemeral pages of a client until it counts `bytes` less, has none left, or keys wait (takeKeys).
   * Answers how many bytes less it counts.
   */
  evict(client: number, bytes: number): number {
    const account = this.#accounts.get(client);
    if (account === undefined) return 0;
    this.#border.enter();
    return this.#border.calls.evict_of(account, bytes) >>> 0;
  }

  /** Adds to `lost` the numbers of clients that have lost pages here since this was last asked. */
  takeLost(lost: Set<number>): void {
    this.#border.enter();
    for (;;) {
      const client = this.#border.calls.client_lost() >>> 0;
      if (client === 0) return;
      lost.add(client);
    }
  }

  /**
   * Hands over the keys of evicted pages, of clients that ask, the oldest first. True when as many waited as
   * may: then the engine has stopped evicting, and what came to FULL, CAPPED or too few bytes for that is to
   * be tried again.
   */
  takeKeys(take: (key: EvictedPage) => void): boolean {
    this.#border.enter();
    const count = this.#border.calls.take_keys();
    if (count === 0) return false;
    // Copied first: `take` may call the arena.
    const words = this.#border.window.words(count * KEY_WORDS);
    if (this.#zeroize) this.#border.window.wipe(count * abi.EVICTED_KEY_BYTES);
    for (let at = 0; at < words.length; at += KEY_WORDS) {
      const word = (place: number) => words[at + place] as number;
      take({
        area: word(KEY_FS) as AreaHandle,
        index: word(KEY_INDEX),
        inode: { low: word(KEY_INODE), high: word(KEY_INODE + 1) },
      });
    }
    return count === abi.EVICTED_KEYS_MAX;
  }
}

/** A bound in two words, the low one first. */
function halves(capBytes: number): [number, number] {
  const cap = Math.max(0, Math.min(Math.floor(capBytes), CAP_MAX));
  return [cap % 2 ** 32, Math.floor(cap / 2 ** 32)];
}
