/**
 * plain.mjs - the undo history of a painting, as copies of the tiles that each stroke changed.
 */

/** For each step and tile the pixels on the other side of it: before it, and once it is undone, after it. */
export const tiles = new Map();

export class History {
  /** For each step the numbers of the tiles that it changed. */
  #steps = [];
  /** How many steps are done. */
  #done = 0;

  /** Takes in a step: the pixels before it of all tiles that it changed. Undone steps are forgotten. */
  push(before) {
    for (let step = this.#done; step < this.#steps.length; step++) this.#forget(step);
    this.#steps.length = this.#done;
    for (const [tile, pixels] of before) tiles.set(`${this.#done}/${tile}`, pixels);
    this.#steps.push([...before.keys()]);
    this.#done += 1;
  }

  /** Answers the tiles that it changed, or undefined when there is nothing to undo. */
  undo(canvas) {
    if (this.#done === 0) return undefined;
    this.#done -= 1;
    return this.#swap(canvas, this.#done);
  }

  redo(canvas) {
    if (this.#done === this.#steps.length) return undefined;
    this.#done += 1;
    return this.#swap(canvas, this.#done - 1);
  }

  #swap(canvas, step) {
    for (const tile of this.#steps[step]) {
      const pixels = tiles.get(`${step}/${tile}`);
      tiles.set(`${step}/${tile}`, canvas.read(tile));
      canvas.write(tile, pixels);
    }
    return this.#steps[step];
  }

  #forget(step) {
    for (const tile of this.#steps[step]) tiles.delete(`${step}/${tile}`);
  }
}
