/**
 * history.ts - the undo history: for each stroke, the tiles that it changed, before and after.
 *
 * An image of a tile is taken once, lies on a shelf under its number, and is what one stroke leaves and the
 * next one finds. A tile is read when the next stroke comes to it, or in the time between frames, whichever
 * is first. Images then wait for a place on the shelf, which they also get between frames.
 */
import { type Picture, type Pixels, TILES } from "./picture.js";
import type { Shelf } from "./shelves.js";

/** A tile's images before and after a stroke; the second is undefined until the tile is read. */
interface Change {
  readonly before: number;
  after: number | undefined;
}
type Step = Map<number, Change>;

/** Images that may wait before one is put away at once. */
const WAITING_MAX = 2000;

export class History {
  readonly #picture: Picture;
  #shelf: Shelf;
  /** Where an image lies; none for those that wait. */
  readonly #places = new Map<number, Shelf>();
  readonly #waiting = new Map<number, Pixels>();
  readonly #bytes = new Map<number, number>();
  /** Of each tile: the image that it shows, or the change that is still to be read. */
  readonly #shown: (number | Change | undefined)[] = new Array(TILES);
  /** Tiles whose stroke has ended and that are to be read. */
  readonly #due = new Set<number>();
  readonly #steps: Step[] = [];
  /** Steps that the picture shows: those behind it are undone. */
  #position = 0;
  #open: Step | undefined;
  #images = 0;
  /** Whether images may lie on another shelf than the one that is used. */
  #mayStray = false;
  rawBytes = 0;
  /** Tiles put on the shelf and taken off it, and the milliseconds of each. */
  readonly spent = { sets: 0, setMs: 0, gets: 0, getMs: 0 };

  constructor(picture: Picture, shelf: Shelf) {
    this.#picture = picture;
    this.#shelf = shelf;
  }

  get length(): number {
    return this.#steps.length;
  }

  get position(): number {
    return this.#position;
  }

  get waitingBytes(): number {
    let bytes = 0;
    for (const pixels of this.#waiting.values()) bytes += pixels.length;
    return bytes;
  }

  /** Whether everything is read, and lies where it should. */
  get isSettled(): boolean {
    return this.#due.size === 0 && this.#waiting.size === 0 && !this.#mayStray;
  }

  begin(): void {
    for (const step of this.#steps.splice(this.#position))
      for (const { after } of step.values()) if (after !== undefined) this.#drop(after);
    this.#open = new Map();
  }

  /** Before a stroke draws on a tile. */
  touch(tile: number): void {
    if (this.#open === undefined || this.#open.has(tile)) return;
    const change: Change = { before: this.#imageOf(tile), after: undefined };
    this.#open.set(tile, change);
    this.#shown[tile] = change;
  }

  end(): void {
    if (this.#open === undefined) return;
    for (const tile of this.#open.keys()) this.#due.add(tile);
    if (this.#open.size > 0) this.#position = this.#steps.push(this.#open);
    this.#open = undefined;
  }

  undo(): boolean {
    const step = this.#steps[this.#position - 1];
    if (step === undefined || this.#open !== undefined) return false;
    for (const tile of step.keys()) this.#imageOf(tile);
    for (const [tile, { before }] of step) this.#put(tile, before);
    this.#position--;
    return true;
  }

  redo(): boolean {
    const step = this.#steps[this.#position];
    if (step === undefined || this.#open !== undefined) return false;
    for (const [tile, { after }] of step) if (after !== undefined) this.#put(tile, after);
    this.#position++;
    return true;
  }

  /** From now on images are kept there; those kept elsewhere follow in the time between frames. */
  moveTo(shelf: Shelf): void {
    this.#shelf = shelf;
    this.#mayStray = true;
  }

  /** Reads tiles and puts images away for some milliseconds. */
  settle(budgetMs: number): void {
    const end = performance.now() + budgetMs;
    const hasTime = () => performance.now() < end;
    for (const tile of this.#due) {
      if (!hasTime()) return;
      this.#imageOf(tile);
    }
    for (const [id, pixels] of this.#waiting) {
      if (!hasTime() && this.#waiting.size < WAITING_MAX) return;
      this.#waiting.delete(id);
      this.#keep(id, pixels);
    }
    if (!this.#mayStray) return;
    for (const [id, shelf] of this.#strays()) {
      if (!hasTime()) return;
      const pixels = shelf.get(id);
      shelf.delete(id);
      this.#keep(id, pixels);
    }
    this.#mayStray = false;
  }

  /** Images that lie on another shelf. */
  *#strays(): Generator<[number, Shelf]> {
    for (const place of this.#places) if (place[1] !== this.#shelf) yield place;
  }

  /** The image that a tile shows, read now if it has changed. */
  #imageOf(tile: number): number {
    const shown = this.#shown[tile];
    if (typeof shown === "number") return shown;
    const id = this.#images++;
    const pixels = this.#picture.read(tile);
    this.#waiting.set(id, pixels);
    this.#bytes.set(id, pixels.length);
    this.rawBytes += pixels.length;
    if (shown !== undefined) shown.after = id;
    this.#shown[tile] = id;
    this.#due.delete(tile);
    return id;
  }

  #put(tile: number, id: number): void {
    const start = performance.now();
    const pixels = this.#waiting.get(id) ?? this.#places.get(id)?.get(id);
    this.spent.getMs += performance.now() - start;
    this.spent.gets++;
    if (pixels === undefined) throw new Error(`no image ${id}`);
    this.#picture.write(tile, pixels);
    this.#shown[tile] = id;
  }

  /** Puts an image on the shelf. When that is full the oldest step goes. */
  #keep(id: number, pixels: Pixels): void {
    const start = performance.now();
    while (!this.#shelf.set(id, pixels)) {
      this.#forgetOldest();
      // It may have been an image of that step.
      if (!this.#bytes.has(id)) return;
    }
    this.#places.set(id, this.#shelf);
    this.spent.setMs += performance.now() - start;
    this.spent.sets++;
  }

  #forgetOldest(): void {
    if (this.#position === 0) throw new Error("the history is full, and all of it is undone");
    for (const { before } of this.#steps.shift()?.values() ?? []) this.#drop(before);
    this.#position--;
  }

  #drop(id: number): void {
    this.#waiting.delete(id);
    this.#places.get(id)?.delete(id);
    this.#places.delete(id);
    this.rawBytes -= this.#bytes.get(id) ?? 0;
    this.#bytes.delete(id);
  }
}
