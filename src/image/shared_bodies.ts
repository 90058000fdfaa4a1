/**
 * shared_bodies.ts - bodies that an image has brought, and which page brought each: later pages of the same
 * body name that page.
 *
 * As long as that page does not change its body lives, and no other body can have its address, unless the
 * arena moves its records. In both cases the body is forgotten, and the next page brings it again.
 *
 * Owns:   the two maps. Some 100 bytes for each of at most SHARED_MAX bodies.
 */

/** Shared bodies that are remembered at a time; one that was forgotten is written again. */
const SHARED_MAX = 2 ** 17;

export class SharedBodies {
  /** Body -> key of the page that brought it, and back. A body is an address and the number of its arena. */
  readonly #keys = new Map<number, number>();
  readonly #bodies = new Map<number, number>();

  /**
   * The key of the page that brought this body. Undefined if none has; then the page with this `key` brings
   * it.
   */
  find(body: number, key: number): number | undefined {
    const first = this.#keys.get(body);
    if (first !== undefined) return first;
    if (this.#keys.size === SHARED_MAX) this.forget(this.#keys.values().next().value as number);
    this.#keys.set(body, key);
    this.#bodies.set(key, body);
    return undefined;
  }

  /** The page with this key is about to change: later pages must not name it. */
  forget(key: number): void {
    const body = this.#bodies.get(key);
    if (body === undefined) return;
    this.#bodies.delete(key);
    this.#keys.delete(body);
  }

  /** The same for all pages of an area. */
  forgetArea(area: number): void {
    for (const key of [...this.#bodies.keys()]) if (Math.floor(key / 2 ** 32) === area) this.forget(key);
  }

  /** Records have moved, so addresses may be those of other bodies. */
  clear(): void {
    this.#keys.clear();
    this.#bodies.clear();
  }
}
