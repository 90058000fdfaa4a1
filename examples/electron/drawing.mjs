/**
 * drawing.mjs - a drawing of 4096 x 4096 pixels in tiles. Those in sight are on a canvas, all others in the
 * pool; what a step has changed is in the pool too, as it was before.
 */
export const TILE = 256;
export const WIDTH = 4096;
const ACROSS = WIDTH / TILE;
const TILE_BYTES = TILE * TILE * 4;

export class Drawing {
  /** Steps that can be undone and done again: the tiles that each has changed. */
  undoable = [];
  redoable = [];
  rawBytes = 0;
  #canvas;
  #context;
  #tiles;
  #history;
  #left = 0;
  #top = 0;
  #nextStep = 0;
  #changes = 0;
  /** Of the step under way: the tiles as they were. */
  #before = new Map();
  #work = Promise.resolve();

  constructor(canvas, tiles, history) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d", { willReadFrequently: true });
    this.#tiles = tiles;
    this.#history = history;
  }

  get left() {
    return this.#left;
  }

  get top() {
    return this.#top;
  }

  /** One after the other: an undo must not overtake the step before it. */
  #queue(work) {
    const done = this.#work.then(work);
    // What fails is told to whoever asked for it. What comes after it is tried all the same.
    this.#work = done.catch(() => undefined);
    return done;
  }

  settled() {
    return this.#work;
  }

  // ── painting ───────────────────────────────────────────────────────────────────────────────────────

  /** A piece of a stroke, in pixels of the canvas. */
  line(from, to, color, size) {
    this.#keep(
      Math.min(from.x, to.x) - size,
      Math.min(from.y, to.y) - size,
      Math.max(from.x, to.x) + size,
      Math.max(from.y, to.y) + size,
    );
    const context = this.#context;
    context.strokeStyle = color;
    context.lineWidth = size;
    context.lineCap = "round";
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }

  /** Keeps the tiles of an area as they are, before they are changed for the first time in this step. */
  #keep(x0, y0, x1, y1) {
    for (const tile of this.#tilesIn(x0, y0, x1, y1))
      if (!this.#before.has(tile)) this.#before.set(tile, this.#read(tile));
  }

  /** The stroke is over: its tiles become a step of the history, in one message. */
  endStep() {
    if (this.#before.size === 0) return this.#work;
    const step = { number: this.#nextStep++, tiles: [...this.#before.keys()] };
    const before = this.#before;
    this.#before = new Map();
    return this.#queue(async () => {
      await this.#forget(this.redoable.splice(0));
      while (!(await this.#park(step, before))) {
        // The history is as large as it may be: the oldest step makes room.
        const oldest = this.undoable.shift();
        if (oldest === undefined) throw new Error("the history has no room for this step");
        await this.#forget([oldest]);
      }
      this.undoable.push(step);
    });
  }

  /** Whether all tiles of a step are in the history; else none is. */
  async #park(step, tiles) {
    const sets = [...tiles].map(([tile, bytes]) => this.#history.trySet(`${step.number}/${tile}`, bytes));
    const isKept = (await Promise.all(sets)).every(Boolean);
    this.rawBytes += tiles.size * TILE_BYTES;
    if (!isKept) await this.#forget([step]);
    return isKept;
  }

  async #forget(steps) {
    await Promise.all(
      steps.flatMap(({ number, tiles }) => tiles.map((tile) => this.#history.delete(`${number}/${tile}`))),
    );
    for (const { tiles } of steps) this.rawBytes -= tiles.length * TILE_BYTES;
  }

  undo() {
    return this.#change(() => this.#exchange(this.undoable, this.redoable));
  }

  redo() {
    return this.#change(() => this.#exchange(this.redoable, this.undoable));
  }

  /** Whether the sheet is being changed by what comes from the pool: nobody paints meanwhile. */
  get isChanging() {
    return this.#changes > 0;
  }

  /** Changes the sheet. A stroke that is not over yet ends there. */
  #change(work) {
    this.#changes += 1;
    return Promise.all([this.endStep(), this.#queue(work)]).finally(() => {
      this.#changes -= 1;
    });
  }

  /** Tiles of the last step change places with what is on the sheet. */
  async #exchange(from, to) {
    const step = from.pop();
    if (step === undefined) return;
    const keys = step.tiles.map((tile) => `${step.number}/${tile}`);
    const [older, newer] = await Promise.all([
      this.#history.getMany(keys),
      Promise.all(step.tiles.map((tile) => this.#tile(tile))),
    ]);
    const kept = await Promise.all(keys.map((key, i) => this.#history.trySet(key, newer[i])));
    await Promise.all(step.tiles.map((tile, i) => this.#put(tile, older[i])));
    if (kept.every(Boolean)) to.push(step);
    // There is no room for the way back: this step is done with.
    else await this.#forget([step]);
  }

  // ── tiles ──────────────────────────────────────────────────────────────────────────────────────────

  #tilesIn(x0, y0, x1, y1) {
    const first = (at, origin) => Math.max(0, Math.floor((at + origin) / TILE));
    const last = (at, origin, size) =>
      Math.min(ACROSS - 1, Math.floor((Math.min(at, size - 1) + origin) / TILE));
    const tiles = [];
    for (let y = first(Math.max(0, y0), this.#top); y <= last(y1, this.#top, this.#canvas.height); y++)
      for (let x = first(Math.max(0, x0), this.#left); x <= last(x1, this.#left, this.#canvas.width); x++)
        tiles.push(y * ACROSS + x);
    return tiles;
  }

  #place(tile) {
    return [(tile % ACROSS) * TILE - this.#left, Math.floor(tile / ACROSS) * TILE - this.#top];
  }

  #read(tile) {
    return new Uint8Array(this.#context.getImageData(...this.#place(tile), TILE, TILE).data.buffer);
  }

  #isInSight(tile) {
    const [x, y] = this.#place(tile);
    return x >= 0 && y >= 0 && x + TILE <= this.#canvas.width && y + TILE <= this.#canvas.height;
  }

  /** A tile's bytes, from the sheet or from the pool. */
  async #tile(tile) {
    if (this.#isInSight(tile)) return this.#read(tile);
    return (await this.#tiles.get(`${tile}`)) ?? new Uint8Array(TILE_BYTES);
  }

  async #put(tile, bytes) {
    const data = new ImageData(
      new Uint8ClampedArray(bytes.buffer, bytes.byteOffset, bytes.length),
      TILE,
      TILE,
    );
    if (this.#isInSight(tile)) this.#context.putImageData(data, ...this.#place(tile));
    else await this.#tiles.set(`${tile}`, bytes);
  }

  /** Shows another part: what leaves goes into the pool, what comes is taken from it. Whole tiles only. */
  scroll(dx, dy) {
    return this.#change(async () => {
      const clip = (at, size) => Math.max(0, Math.min(WIDTH - size, at));
      const { width, height } = this.#canvas;
      const [left, top] = [clip(this.#left + dx * TILE, width), clip(this.#top + dy * TILE, height)];
      const sight = () => this.#tilesIn(0, 0, width - 1, height - 1);
      await Promise.all(sight().map((tile) => this.#tiles.set(`${tile}`, this.#read(tile))));
      [this.#left, this.#top] = [left, top];
      const coming = sight();
      const bytes = await this.#tiles.getMany(coming.map(String));
      this.#context.clearRect(0, 0, width, height);
      for (const [i, tile] of coming.entries()) if (bytes[i] !== undefined) await this.#put(tile, bytes[i]);
    });
  }

  /** A number of what is in sight, to compare drawings by. */
  digest() {
    const { data } = this.#context.getImageData(0, 0, this.#canvas.width, this.#canvas.height);
    let sum = 0x811c9dc5;
    for (let i = 0; i < data.length; i++) sum = Math.imul(sum ^ data[i], 0x01000193) >>> 0;
    return sum;
  }
}
