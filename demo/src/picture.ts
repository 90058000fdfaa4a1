/**
 * picture.ts - the picture: 4096 x 2160 pixels in tiles of 128 x 128, and a view of it at half the size.
 *
 * Each tile is a canvas of its own in memory, so reading one does not wait for the graphics card, and showing
 * it copies 64 KiB and not 35 MB. 128 pixels are 64 of the view, so tiles meet without a seam.
 */
export const WIDTH = 4096;
export const HEIGHT = 2160;
export const TILE = 128;
const COLUMNS = WIDTH / TILE;
const ROWS = Math.ceil(HEIGHT / TILE);
export const TILES = COLUMNS * ROWS;

/** Pixels of the picture for one of the view. */
const SCALE = 2;

export type Pixels = Uint8ClampedArray<ArrayBuffer>;

const left = (tile: number) => (tile % COLUMNS) * TILE;
const top = (tile: number) => Math.floor(tile / COLUMNS) * TILE;
/** The last row of tiles is lower than the others. */
const heightOf = (tile: number) => Math.min(TILE, HEIGHT - top(tile));

export class Picture {
  readonly #tiles: CanvasRenderingContext2D[] = [];
  readonly #view: CanvasRenderingContext2D;
  /** Tiles that the view does not show yet. */
  readonly #stale = new Set<number>();

  constructor(view: HTMLCanvasElement) {
    this.#view = view.getContext("2d", { alpha: false }) as CanvasRenderingContext2D;
    for (let tile = 0; tile < TILES; tile++) {
      const canvas = document.createElement("canvas");
      canvas.width = TILE;
      canvas.height = heightOf(tile);
      const context = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
      context.fillStyle = "#fff";
      context.fillRect(0, 0, TILE, TILE);
      context.lineCap = "round";
      this.#tiles.push(context);
      this.#stale.add(tile);
    }
  }

  /** The tiles that a rectangle of the picture touches. */
  tilesIn(x0: number, y0: number, x1: number, y1: number): number[] {
    const found: number[] = [];
    const [firstColumn, lastColumn] = [
      Math.max(0, Math.floor(x0 / TILE)),
      Math.min(COLUMNS - 1, Math.floor(x1 / TILE)),
    ];
    const [firstRow, lastRow] = [
      Math.max(0, Math.floor(y0 / TILE)),
      Math.min(ROWS - 1, Math.floor(y1 / TILE)),
    ];
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) found.push(row * COLUMNS + column);
    return found;
  }

  /** Hands out a tile to draw on, in coordinates of the picture. */
  draw(tile: number, paint: (context: CanvasRenderingContext2D) => void): void {
    const context = this.#tiles[tile] as CanvasRenderingContext2D;
    context.setTransform(1, 0, 0, 1, -left(tile), -top(tile));
    paint(context);
    this.#stale.add(tile);
  }

  /** The pixels of a tile, RGBA. */
  read(tile: number): Pixels {
    const context = this.#tiles[tile] as CanvasRenderingContext2D;
    return context.getImageData(0, 0, TILE, heightOf(tile)).data as Pixels;
  }

  write(tile: number, pixels: Pixels): void {
    this.#tiles[tile]?.putImageData(new ImageData(pixels, TILE), 0, 0);
    this.#stale.add(tile);
  }

  /** Brings the view up to date. */
  show(): void {
    for (const tile of this.#stale) {
      const canvas = this.#tiles[tile]?.canvas;
      const height = heightOf(tile) / SCALE;
      if (canvas) this.#view.drawImage(canvas, left(tile) / SCALE, top(tile) / SCALE, TILE / SCALE, height);
    }
    this.#stale.clear();
  }
}
