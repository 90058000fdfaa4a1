/**
 * segment_table.ts - owns what is known of each segment: its device, its sequence, whether it may be used.
 *
 *   FREE ──take──► WRITING ──hold──► HELD ──────────► FREE
 *                    │                └──lose──► LOST ──► FREE   its bodies are gone, its number is not yet
 *                    └──part──► ADRIFT ──► FREE    a write that came too late may still arrive
 *
 * Keeps: a number that is taken has a sequence that no segment had before; of the free numbers the lowest is
 *        taken.
 * Cost:  31 bytes for each number that was ever used.
 */

export const FREE = 0;
export const WRITING = 1;
export const HELD = 2;
export const LOST = 3;
export const ADRIFT = 4;

const FIRST_ROOM = 64;

export class SegmentTable {
  /** The highest number there may be. */
  readonly most: number;
  /** Numbers below this one were used. */
  #end = 1;
  /** No number below this one is free. */
  #lowest = 1;
  #sequence = 0;
  #state = new Uint8Array(FIRST_ROOM);
  #device = new Uint8Array(FIRST_ROOM);
  #flags = new Uint8Array(FIRST_ROOM);
  #bytes = new Uint32Array(FIRST_ROOM);
  #live = new Uint32Array(FIRST_ROOM);
  #sequences = new Float64Array(FIRST_ROOM);
  #shunned = new Float64Array(FIRST_ROOM);

  constructor(most: number) {
    this.most = most;
  }

  /** Numbers from 1 to below this one have been used. */
  get end(): number {
    return this.#end;
  }

  /** The sequence that was given last: how many segments were begun. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Takes the lowest free number for a segment of a device; 0 if there is none. */
  take(device: number, isCleaned: boolean): number {
    let segment = this.#lowest;
    while (segment < this.#end && this.#state[segment] !== FREE) segment += 1;
    this.#lowest = segment;
    if (segment > this.most) return 0;
    if (segment === this.#end) this.#end += 1;
    if (segment >= this.#state.length) this.#grow();
    this.#lowest = segment + 1;
    this.#sequence += 1;
    this.#state[segment] = WRITING;
    this.#device[segment] = device;
    this.#flags[segment] = isCleaned ? 1 : 0;
    this.#bytes[segment] = 0;
    this.#live[segment] = 0;
    this.#sequences[segment] = this.#sequence;
    this.#shunned[segment] = 0;
    return segment;
  }

  /** It was written: `bytes` of it. */
  hold(segment: number, bytes: number): void {
    this.#state[segment] = HELD;
    this.#bytes[segment] = bytes;
  }

  lose(segment: number): void {
    this.#state[segment] = LOST;
  }

  /** Its number must not be used until a late answer has come. */
  part(segment: number): void {
    this.#state[segment] = ADRIFT;
  }

  free(segment: number): void {
    this.#state[segment] = FREE;
    this.#live[segment] = 0;
    if (segment < this.#lowest) this.#lowest = segment;
  }

  /** FREE for numbers that were never used, too. */
  state(segment: number): number {
    return segment < this.#end ? (this.#state[segment] as number) : FREE;
  }

  device(segment: number): number {
    return this.#device[segment] as number;
  }

  sequenceOf(segment: number): number {
    return this.#sequences[segment] as number;
  }

  bytes(segment: number): number {
    return this.#bytes[segment] as number;
  }

  /** Whether it holds what cleaning has moved together. */
  isCleaned(segment: number): boolean {
    return this.#flags[segment] === 1;
  }

  /** Bytes of live bodies in it, as of the last look. */
  live(segment: number): number {
    return this.#live[segment] as number;
  }

  setLive(segment: number, bytes: number): void {
    this.#live[segment] = bytes;
  }

  /** Cleaning leaves it alone until then, in milliseconds of the clock. */
  shunned(segment: number): number {
    return this.#shunned[segment] as number;
  }

  shun(segment: number, until: number): void {
    this.#shunned[segment] = until;
  }

  #grow(): void {
    const room = 2 * this.#state.length;
    const grown = <T extends Uint8Array | Uint32Array | Float64Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.#state = grown(this.#state, new Uint8Array(room));
    this.#device = grown(this.#device, new Uint8Array(room));
    this.#flags = grown(this.#flags, new Uint8Array(room));
    this.#bytes = grown(this.#bytes, new Uint32Array(room));
    this.#live = grown(this.#live, new Uint32Array(room));
    this.#sequences = grown(this.#sequences, new Float64Array(room));
    this.#shunned = grown(this.#shunned, new Float64Array(room));
  }
}
