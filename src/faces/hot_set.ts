/**
 * hot_set.ts - values that are kept as they are beside their serialised form: a clock with one bit.
 *
 * Every value here is in the pages too, so any of them may be let go of at any time.
 *
 * Keeps:  the sum of the values' serialised bytes, each counted as 32 at least, is at most `maxBytes`.
 * Cost:   `add` passes each value whose bit it clears at most once for each `get` that set the bit.
 */

/** What a value counts at least, so that empty ones are bounded too. */
export const LEAST_BYTES = 32;

const EMPTY = -1;

export class HotSet {
  readonly #maxBytes: number;
  /** Is told of the slot whose value was let go of. */
  readonly #forget: (slot: number) => void;
  readonly #values: unknown[] = [];
  /** Slot of each value, or EMPTY. */
  readonly #slots: number[] = [];
  readonly #sizes: number[] = [];
  /** 1: used since the hand passed. */
  readonly #used: number[] = [];
  readonly #free: number[] = [];
  #hand = 0;
  bytes = 0;

  constructor(maxBytes: number, forget: (slot: number) => void) {
    this.#maxBytes = maxBytes;
    this.#forget = forget;
  }

  /** How many values are here. */
  get size(): number {
    return this.#slots.length - this.#free.length;
  }

  /** Whether a value was used since the hand passed. */
  isUsed(place: number): boolean {
    return this.#used[place] === 1;
  }

  /** The value at a place; it is used now. */
  get(place: number): unknown {
    this.#used[place] = 1;
    return this.#values[place];
  }

  /** The value at a place, as if nobody had looked. */
  peek(place: number): unknown {
    return this.#values[place];
  }

  /**
   * Takes a value in, for which others may go. Answers its place, or -1 if it is larger than the whole set.
   */
  add(slot: number, value: unknown, bytes: number): number {
    const size = Math.max(bytes, LEAST_BYTES);
    if (size > this.#maxBytes) return -1;
    while (this.bytes + size > this.#maxBytes) this.#letOneGo();
    const place = this.#free.pop() ?? this.#slots.length;
    this.#values[place] = value;
    this.#slots[place] = slot;
    this.#sizes[place] = size;
    this.#used[place] = 0;
    this.bytes += size;
    return place;
  }

  remove(place: number): void {
    this.bytes -= this.#sizes[place] as number;
    this.#values[place] = undefined;
    this.#slots[place] = EMPTY;
    this.#free.push(place);
  }

  /** Slots have new numbers. */
  renumber(moved: Uint32Array): void {
    for (let place = 0; place < this.#slots.length; place++) {
      const slot = this.#slots[place] as number;
      if (slot !== EMPTY) this.#slots[place] = moved[slot] as number;
    }
  }

  clear(): void {
    for (const list of [this.#values, this.#slots, this.#sizes, this.#used, this.#free]) list.length = 0;
    this.#hand = 0;
    this.bytes = 0;
  }

  /** Two rounds of the hand at most: the first one clears the bits. */
  #letOneGo(): void {
    for (;;) {
      const place = this.#hand;
      this.#hand = place + 1 < this.#slots.length ? place + 1 : 0;
      const slot = this.#slots[place] as number;
      if (slot === EMPTY) continue;
      if (this.#used[place] === 0) {
        this.remove(place);
        this.#forget(slot);
        return;
      }
      this.#used[place] = 0;
    }
  }
}
