/**
 * response_shelf.ts - where the responses of a URL lie in a map or cache.
 *
 * Keeps: a URL with one response has it under the URL's own key. With several the URL has a list, and each
 * response lies under a slot of the URL. What is replaced goes last: until then the older response is found.
 *
 * In a cache any value may be gone at any time. A slot without a value is a miss. Slots without a list are
 * found by nobody, so they go soon; the next list of the URL takes the same slots again.
 */
import type { SpillMap } from "../../faces/spill_map.js";
import { answers, type StoredRequest } from "./request.js";
import { type Listed, read, type StoredResponse, writeList } from "./response.js";

/** Responses that one URL has at most. Each is looked at in turn, and the list is written anew by each. */
export const RESPONSES_MAX = 256;

/** As much of a SpillMap or SpillCache as is used. */
export type Shelf = Pick<SpillMap<unknown>, "get" | "peek" | "trySet" | "has" | "delete" | "size">;

/** A response that was found: its bytes are the shelf's own. */
export interface Found {
  response: StoredResponse;
  bytes: Uint8Array;
}

const slotKey = (url: string, slot: number) => `#${slot} ${url}`;

export class ResponseShelf {
  readonly #shelf: Shelf;
  /** Whether the last `put` found no free room. */
  isFull = false;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** The response that answers a request, if one is here. */
  find(request: StoredRequest): Found | undefined {
    const { url } = request;
    const now = Date.now();
    const first = this.#read(url, "get");
    if (first?.response !== undefined) {
      if (answers(first.response, request, now)) return first;
      if (!(first.response.deleteAt > now)) this.#shelf.delete(url);
      return undefined;
    }
    for (const one of first?.list ?? []) {
      if (!answers(one, request, now)) continue;
      const found = this.#read(slotKey(url, one.slot), "get");
      if (found?.response !== undefined && answers(found.response, request, now)) return found;
    }
    return undefined;
  }

  /**
   * Takes a response in, in place of the one that was given for this request. False when there is no room:
   * the older one is still here.
   */
  put(request: StoredRequest, bytes: Uint8Array): boolean {
    this.isFull = false;
    const { url } = request;
    const response = read(bytes)?.response as StoredResponse;
    const now = Date.now();
    const there = this.#read(url, "peek");
    if (there?.list !== undefined) return this.#putListed(request, { response, bytes }, there.list, now);
    const older = there?.response;
    if (older === undefined || !(older.deleteAt > now) || answers(older, request, now))
      return this.#set(url, bytes);
    const list = [
      { ...older, slot: 0 },
      { ...response, slot: 1 },
    ];
    const isSet =
      this.#set(slotKey(url, 0), there?.bytes as Uint8Array) &&
      this.#set(slotKey(url, 1), bytes) &&
      this.#set(url, writeList(list));
    if (!isSet) for (const { slot } of list) this.#shelf.delete(slotKey(url, slot));
    return isSet;
  }

  /** Takes a response into a list. Those that are gone leave the list. */
  #putListed(
    request: StoredRequest,
    { response, bytes }: Found,
    list: readonly Listed[],
    now: number,
  ): boolean {
    const { url } = request;
    const slots = new Set(list.map(({ slot }) => slot));
    let slot = 0;
    while (slots.has(slot)) slot += 1;
    if (!this.#set(slotKey(url, slot), bytes)) return false;
    const listed = { ...response, slot };
    const older = list.find((one) => answers(one, request, now));
    const stays = (one: Listed) => one.deleteAt > now && this.#shelf.has(slotKey(url, one.slot));
    const next = list
      .filter((one) => one === older || stays(one))
      .map((one) => (one === older ? listed : one));
    if (older === undefined) next.push(listed);
    next.splice(0, next.length - RESPONSES_MAX);
    if (!this.#set(url, writeList(next))) {
      this.#shelf.delete(slotKey(url, slot));
      return false;
    }
    for (const one of next) slots.delete(one.slot);
    for (const one of slots) this.#shelf.delete(slotKey(url, one));
    return true;
  }

  /** Takes out all responses of a URL. */
  remove(url: string): void {
    this.isFull = false;
    for (const { slot } of this.#read(url, "peek")?.list ?? []) this.#shelf.delete(slotKey(url, slot));
    this.#shelf.delete(url);
  }

  #set(key: string, bytes: Uint8Array): boolean {
    const keys = this.#shelf.size + (this.#shelf.has(key) ? 0 : 1);
    const isSet = this.#shelf.trySet(key, bytes);
    if (!isSet || this.#shelf.size < keys) this.isFull = true;
    return isSet;
  }

  /** A value. One that is damaged, or that is not ours, is taken out. */
  #read(key: string, how: "get" | "peek") {
    try {
      const bytes = this.#shelf[how](key);
      if (bytes === undefined) return undefined;
      const known = bytes instanceof Uint8Array ? read(bytes) : undefined;
      if (known !== undefined) return { ...known, bytes: bytes as Uint8Array };
    } catch (error) {
      if ((error as { code?: unknown } | null)?.code !== "ERR_SPILLWAY_DAMAGED") throw error;
    }
    this.#shelf.delete(key);
    return undefined;
  }
}
