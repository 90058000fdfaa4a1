/**
 * cursors.ts - where iterations over a map are, through deletions, closing up and clearing; and which values
 * are read in parts, until they leave.
 *
 * An iteration that is given up is not always ended: nobody calls `return` of an iterator that was stepped
 * by hand. So cursors are held weakly, and those that are gone are swept when there are twice as many as
 * after the last sweep.
 */

/** The slot that an iteration looks at next, or that of a value which is read. */
export interface Cursor {
  slot: number;
}

/** The slot of a value that has left. */
export const LEFT = -1;

const LEAST = 16;

export class Cursors {
  readonly #all = new Set<WeakRef<Cursor>>();
  readonly #refs = new WeakMap<Cursor, WeakRef<Cursor>>();
  #bound = LEAST;

  begin(slot = 0): Cursor {
    if (this.#all.size >= this.#bound) {
      this.#each(() => undefined);
      this.#bound = Math.max(LEAST, 2 * this.#all.size);
    }
    const cursor = { slot };
    const ref = new WeakRef<Cursor>(cursor);
    this.#refs.set(cursor, ref);
    this.#all.add(ref);
    return cursor;
  }

  end(cursor: Cursor): void {
    const ref = this.#refs.get(cursor);
    if (ref !== undefined) this.#all.delete(ref);
  }

  /** Slots have new numbers; `end` is one more than the last of them. */
  renumber(moved: Uint32Array, end: number): void {
    this.#each((cursor) => {
      if (cursor.slot !== LEFT) cursor.slot = moved[cursor.slot] ?? end;
    });
  }

  /** The value of a slot has left; without a slot, all have. */
  leave(slot?: number): void {
    if (this.#all.size === 0) return;
    this.#each((cursor) => {
      if (slot === undefined || cursor.slot === slot) cursor.slot = LEFT;
    });
  }

  /** Everything is gone: what is added from now on is still to come. */
  rewind(): void {
    this.#each((cursor) => {
      cursor.slot = 0;
    });
  }

  #each(call: (cursor: Cursor) => void): void {
    for (const ref of this.#all) {
      const cursor = ref.deref();
      if (cursor === undefined) this.#all.delete(ref);
      else call(cursor);
    }
  }
}
