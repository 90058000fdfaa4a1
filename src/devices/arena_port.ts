/**
 * arena_port.ts - owns what the log asks of an arena: cold bodies out, their new places in.
 *
 * Bodies travel as the arena keeps them. In packed bytes each body has a slot, which begins at a multiple of
 * the unit: 8 bytes for the nonce, the body, 16 for the tag if bodies are sealed, else the body alone.
 *
 * A location is a number of 32 bits: `segment * units of a segment + unit in it`. Segments are numbered from
 * 1, across all devices and arenas of a pool.
 */

/** Words of a list for each body. The last two are the arena's own. */
export const LIST_WORDS = 8;
/** The body's record, and its key and shape: what a seal names, and what says that it is still the same. */
export const LIST_RECORD = 0;
export const LIST_KEY_LOW = 1;
export const LIST_KEY_HIGH = 2;
export const LIST_SHAPE = 3;
/** Bytes of the body. */
export const LIST_STORED = 4;
/** After a pack: byte of the body in the packed bytes. After a collect: the location of the body's slot. */
export const LIST_AT = 5;

/** One arena, as the log sees it. */
export interface ArenaSpill {
  /**
   * Copies cold bodies side by side, as many as `room` bytes and a window hold, and marks each as flying.
   * Answers how many; 0: none is cold. `unitBits` is the logarithm of the unit, `overhead` 0 or SEAL_BYTES.
   * `owner`: the client whose bodies these are; 0: any.
   */
  pack(room: number, unitBits: number, overhead: number, owner: number): number;
  /** The packed bytes, until the next call. */
  packed(): Uint8Array;
  /** The list of the last pack or collect, in an array of its own. */
  list(): Uint32Array;
  /**
   * The bodies of a list now lie from location `base` on, as they were packed. Those that changed meanwhile
   * stay in memory. Answers how many have left.
   */
  commit(list: Uint32Array, base: number): number;
  /** Nothing has happened to the bodies of a list. */
  abort(list: Uint32Array): void;
  /** Bytes of the slots of bodies that lie in a segment. */
  live(segment: number): number;
  /** Segments in which this arena has had bodies and has none any more; each is told once. */
  takeEmptied(): ArrayLike<number>;
  /**
   * Lists bodies that lie in these segments, at most `room` bytes of slots and what a list holds, without the
   * first `skip` of them. Answers how many. As long as nothing changes, they have an order.
   */
  collect(segments: ArrayLike<number>, room: number, skip: number): number;
  /**
   * The bodies of a list of collect now lie from location `base` on, slot behind slot in the order of the
   * list. Those that are no longer at their old location are left alone. Answers how many were moved.
   */
  relocate(list: Uint32Array, base: number): number;
}

/** A body on a device, as a load finds it. */
export interface AwayBody {
  location: number;
  stored: number;
  keyLow: number;
  keyHigh: number;
  shape: number;
}
