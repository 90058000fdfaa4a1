/**
 * brushes.ts - what a stroke looks like: ink and eraser draw lines, air sprays dabs with a soft edge.
 */
import type { History } from "./history.js";
import type { Picture } from "./picture.js";

export type Brush = "ink" | "air" | "eraser";
export interface Point {
  x: number;
  y: number;
}

export const COLOURS = [
  ["Ink", "#1d2433"],
  ["Sea", "#1f6feb"],
  ["Teal", "#14a38b"],
  ["Leaf", "#7cb342"],
  ["Sun", "#f5b301"],
  ["Coral", "#f2603d"],
  ["Rose", "#d6408f"],
  ["Violet", "#7a4fd0"],
] as const;

/** Distance of dabs, of the width of the brush. */
const DAB_STEP = 0.2;
const DAB_ALPHA = 0.16;

/** A dab of a colour and width; the last one is kept. */
class Dabs {
  #key = "";
  readonly #canvas = document.createElement("canvas");

  of(colour: string, width: number): HTMLCanvasElement {
    const key = `${colour} ${width}`;
    if (key === this.#key) return this.#canvas;
    this.#key = key;
    this.#canvas.width = this.#canvas.height = width;
    const context = this.#canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
    const middle = width / 2;
    const gradient = context.createRadialGradient(middle, middle, 0, middle, middle, middle);
    gradient.addColorStop(0, colour);
    gradient.addColorStop(1, `${colour}00`);
    context.globalAlpha = DAB_ALPHA;
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, width);
    return this.#canvas;
  }
}

/** One stroke at a time, on a picture and in its history. */
export class Pen {
  readonly #picture: Picture;
  readonly #history: History;
  readonly #dabs = new Dabs();
  brush: Brush = "ink";
  colour: string = COLOURS[1][1];
  width = 40;
  #at: Point | undefined;
  /** How far the pen went since the last dab. */
  #gone = 0;

  constructor(picture: Picture, history: History) {
    this.#picture = picture;
    this.#history = history;
  }

  get isDown(): boolean {
    return this.#at !== undefined;
  }

  down(point: Point): void {
    if (this.isDown) this.up();
    this.#history.begin();
    this.#at = point;
    this.#gone = Number.POSITIVE_INFINITY;
    this.move(point);
  }

  move(to: Point): void {
    const from = this.#at;
    if (from === undefined) return;
    if (this.brush === "air") this.#spray(from, to);
    else this.#line(from, to);
    this.#at = to;
  }

  up(): void {
    if (!this.isDown) return;
    this.#at = undefined;
    this.#history.end();
  }

  #line(from: Point, to: Point): void {
    this.#onTiles(from, to, (context) => {
      context.strokeStyle = this.brush === "eraser" ? "#ffffff" : this.colour;
      context.lineWidth = this.width;
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
      context.stroke();
    });
  }

  #spray(from: Point, to: Point): void {
    const far = Math.hypot(to.x - from.x, to.y - from.y);
    const step = Math.max(2, this.width * DAB_STEP);
    const dab = this.#dabs.of(this.colour, this.width);
    let along = Math.max(0, step - this.#gone);
    for (; along <= far; along += step) {
      const share = far === 0 ? 0 : along / far;
      const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      const [x, y] = [at.x - this.width / 2, at.y - this.width / 2];
      this.#onTiles(at, at, (context) => context.drawImage(dab, x, y));
      this.#gone = 0;
    }
    this.#gone = along > far ? far - (along - step) : 0;
  }

  /** Draws on the tiles that a line of this width touches; the history sees them first. */
  #onTiles(from: Point, to: Point, paint: (context: CanvasRenderingContext2D) => void): void {
    const reach = this.width / 2 + 1;
    const [x0, x1] = [Math.min(from.x, to.x) - reach, Math.max(from.x, to.x) + reach];
    const [y0, y1] = [Math.min(from.y, to.y) - reach, Math.max(from.y, to.y) + reach];
    for (const tile of this.#picture.tilesIn(x0, y0, x1, y1)) {
      this.#history.touch(tile);
      this.#picture.draw(tile, paint);
    }
  }
}
