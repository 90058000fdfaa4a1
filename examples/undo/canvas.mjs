/**
 * canvas.mjs - a canvas of RGBA pixels, its tiles, and strokes of a soft brush.
 */
export const TILE = 128;

export class Canvas {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.columns = Math.ceil(width / TILE);
    this.pixels = new Uint8Array(4 * width * height);
  }

  /** A copy of the pixels of a tile. */
  read(tile) {
    const { x, y, bytes, rows } = this.#place(tile);
    const copy = new Uint8Array(bytes * rows);
    for (let row = 0; row < rows; row++) {
      const at = 4 * ((y + row) * this.width + x);
      copy.set(this.pixels.subarray(at, at + bytes), row * bytes);
    }
    return copy;
  }

  write(tile, pixels) {
    const { x, y, bytes, rows } = this.#place(tile);
    for (let row = 0; row < rows; row++)
      this.pixels.set(pixels.subarray(row * bytes, (row + 1) * bytes), 4 * ((y + row) * this.width + x));
  }

  /** Where a tile begins, the bytes of a row of it, and its rows: at the edge it is smaller. */
  #place(tile) {
    const x = TILE * (tile % this.columns);
    const y = TILE * Math.floor(tile / this.columns);
    return { x, y, bytes: 4 * Math.min(TILE, this.width - x), rows: Math.min(TILE, this.height - y) };
  }
}

/** What is there before the first stroke: paper, or a picture with the grain of a camera. */
export function prime(canvas, random, picture) {
  const { width, pixels } = canvas;
  for (let i = 0; i < pixels.length; i += 4) {
    const x = (i / 4) % width;
    const y = Math.floor(i / 4 / width);
    const grain = picture ? random.below(7) - 3 : 0;
    pixels[i] = picture ? 120 + 60 * Math.sin(x / 300) + grain : 250;
    pixels[i + 1] = picture ? 110 + 50 * Math.sin((x + y) / 400) + grain : 248;
    pixels[i + 2] = picture ? 100 + 40 * Math.cos(y / 200) + grain : 242;
    pixels[i + 3] = 255;
  }
}

/** A stroke: a curve, and a soft brush that follows it. `touch` is told of each tile before it changes. */
export function stroke(canvas, random, touch) {
  const brush = {
    radius: 6 + random.below(30),
    colour: [random.below(256), random.below(256), random.below(256)],
    opacity: 0.3 + random.below(70) / 100,
  };
  let angle = random.below(628) / 100;
  let [x, y] = [random.below(canvas.width), random.below(canvas.height)];
  const length = canvas.width / 10 + random.below(canvas.width / 4);
  const step = brush.radius / 3;
  for (let gone = 0; gone < length; gone += step) {
    dab(canvas, x, y, brush, touch);
    angle += (random.below(100) - 50) / 400;
    x += step * Math.cos(angle);
    y += step * Math.sin(angle);
  }
}

function dab(canvas, x, y, { radius, colour, opacity }, touch) {
  const { width, height, columns, pixels } = canvas;
  const [left, right] = [Math.max(0, Math.ceil(x - radius)), Math.min(width - 1, Math.floor(x + radius))];
  const [top, bottom] = [Math.max(0, Math.ceil(y - radius)), Math.min(height - 1, Math.floor(y + radius))];
  if (left > right || top > bottom) return;
  for (let row = Math.floor(top / TILE); row <= Math.floor(bottom / TILE); row++)
    for (let column = Math.floor(left / TILE); column <= Math.floor(right / TILE); column++)
      touch(row * columns + column);
  for (let py = top; py <= bottom; py++)
    for (let px = left; px <= right; px++) {
      const away = Math.hypot(px - x, py - y) / radius;
      if (away >= 1) continue;
      const cover = opacity * Math.min(1, 3 * (1 - away)) * 0.3;
      const at = 4 * (py * width + px);
      for (let i = 0; i < 3; i++) pixels[at + i] += (colour[i] - pixels[at + i]) * cover;
    }
}
