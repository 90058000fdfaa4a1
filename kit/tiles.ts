/**
 * tiles.ts - map tiles from a seed, 5 to 60 KB each: vector tiles, pixels and noise.
 *
 * A vector tile is a protocol buffer as of the Mapbox Vector Tile specification 2: layers with lines,
 * outlines of buildings and named points, their tags by index, their geometry as zigzag deltas. Nearly all of
 * it is geometry, which compresses little: LZ4 leaves 0.83 of it and gzip 0.66. Of the tiles of Chicago in
 * @mapbox/mvt-fixtures 4.0.0 they leave 0.85 and 0.67. A tile of pixels is a square of RGBA: areas of one
 * colour, streets with soft edges, and shaded ground. A packed tile is noise, as of an image file.
 */
import { Random } from "./random.js";

export type TileKind = "vector" | "pixels" | "packed";

export const TILE_KINDS: readonly TileKind[] = ["vector", "pixels", "packed"];

const LEAST = 5_000;
const MOST = 60_000;
/** Coordinates of a vector tile go from 0 to this. */
const EXTENT = 4096;

/** The tile of a number: the same seed, kind and number give the same bytes. */
export function makeTile(seed: number, kind: TileKind, number: number): Uint8Array {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  // Small tiles are more frequent than large ones: log-uniform.
  const bytes = Math.round(LEAST * (MOST / LEAST) ** share(random));
  if (kind === "packed") return random.fill(new Uint8Array(bytes));
  return kind === "vector" ? vectorTile(random, bytes) : pixelTile(random, bytes);
}

/** From 0 to below 1. */
const share = (random: Random) => random.next() / 2 ** 32;

/** About the normal distribution: the sum of four draws. */
const bell = (random: Random, width: number) =>
  Math.round((share(random) + share(random) + share(random) + share(random) - 2) * width);

// ── vector tiles ───────────────────────────────────────────────────────────────────────────────────

const SYLLABLES = ["Al", "ber", "cott", "Da", "en", "ford", "gate", "Hol", "ing", "ken", "lo", "Mar", "ton"];
const CLASSES = ["street", "service", "path", "primary", "secondary", "motorway", "building", "shop", "park"];

/** Bytes that grow: a tile, a layer or a feature of it. */
class Writer {
  readonly bytes: number[] = [];

  varint(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.bytes.push((rest & 127) | 128);
    this.bytes.push(rest);
  }

  /** A field that holds bytes. */
  field(number: number, bytes: readonly number[]): void {
    this.varint((number << 3) | 2);
    this.varint(bytes.length);
    for (let i = 0; i < bytes.length; i++) this.bytes.push(bytes[i] as number);
  }

  /** A field that holds a text of ASCII. */
  text(number: number, text: string): void {
    this.field(
      number,
      Array.from(text, (letter) => letter.charCodeAt(0)),
    );
  }

  number(field: number, value: number): void {
    this.varint(field << 3);
    this.varint(value);
  }
}

const zigzag = (value: number) => (value << 1) ^ (value >> 31);

interface Shape {
  type: 1 | 2 | 3;
  /** Steps from one corner to the next. */
  steps: readonly (readonly [number, number])[];
}

/** A house: a turned rectangle, sometimes with a wing. */
function house(random: Random): Shape {
  const angle = share(random) * 3;
  const [long, wide] = [24 + bell(random, 20), 18 + bell(random, 16)];
  const along = (length: number, turn: number): [number, number] => [
    Math.round(length * Math.cos(angle + turn) + bell(random, 2)),
    Math.round(length * Math.sin(angle + turn) + bell(random, 2)),
  ];
  const right = Math.PI / 2;
  const wing = random.below(2) === 0 ? [along(long / 2, 0), along(wide / 2, right)] : [];
  return { type: 3, steps: [along(long, 0), along(wide, right), ...wing, along(-long, 0)] };
}

/** A street: it keeps its direction, more or less. */
function street(random: Random): Shape {
  let angle = share(random) * 6.3;
  const steps = Array.from({ length: 2 + random.below(14) }, (): [number, number] => {
    angle += bell(random, 100) / 200;
    const length = 8 + random.below(90);
    return [Math.round(length * Math.cos(angle)), Math.round(length * Math.sin(angle))];
  });
  return { type: 2, steps };
}

const SHAPES = [house, house, street, (): Shape => ({ type: 1, steps: [] })] as const;
const LAYERS = ["building", "landuse", "road", "poi_label"];

function geometry(random: Random, { type, steps }: Shape): number[] {
  const writer = new Writer();
  writer.varint((1 << 3) | 1);
  writer.varint(zigzag(random.below(EXTENT) - EXTENT / 2));
  writer.varint(zigzag(random.below(EXTENT) - EXTENT / 2));
  if (steps.length > 0) writer.varint((steps.length << 3) | 2);
  for (const [x, y] of steps) {
    writer.varint(zigzag(x));
    writer.varint(zigzag(y));
  }
  if (type === 3) writer.varint((1 << 3) | 7);
  return writer.bytes;
}

function feature(random: Random, shape: Shape, values: string[]): number[] {
  const writer = new Writer();
  writer.number(1, random.next());
  const tags = new Writer();
  tags.varint(0);
  tags.varint(random.below(CLASSES.length));
  if (shape.type !== 3 && random.below(3) === 0) {
    tags.varint(1);
    tags.varint(values.push(name(random)) - 1);
  }
  writer.field(2, tags.bytes);
  writer.number(3, shape.type);
  writer.field(4, geometry(random, shape));
  return writer.bytes;
}

function name(random: Random): string {
  const parts = Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES));
  return `${parts.join("")} ${random.pick(["Street", "Road", "Avenue", "Lane"])}`;
}

function vectorTile(random: Random, bytes: number): Uint8Array {
  const tile = new Writer();
  for (const [i, make] of SHAPES.entries()) {
    const layer = new Writer();
    layer.text(1, LAYERS[i] as string);
    const values = [...CLASSES];
    const wanted = (bytes / SHAPES.length) * (0.6 + 0.8 * share(random));
    while (layer.bytes.length < wanted) layer.field(2, feature(random, make(random), values));
    for (const key of ["class", "name"]) layer.text(3, key);
    for (const text of values) {
      const value = new Writer();
      value.text(1, text);
      layer.field(4, value.bytes);
    }
    layer.number(5, EXTENT);
    layer.number(15, 2);
    tile.field(3, layer.bytes);
  }
  return Uint8Array.from(tile.bytes.slice(0, MOST));
}

// ── pixels ─────────────────────────────────────────────────────────────────────────────────────────

function pixelTile(random: Random, bytes: number): Uint8Array {
  const side = Math.floor(Math.sqrt(bytes / 4));
  const pixels = new Uint8Array(side * side * 4);
  const tilt = [share(random) / 2, share(random) / 2] as const;
  const grounds = [0xf2efe9, 0xaad3df, 0xadd19e, 0xe0dfdf, 0xc8facc];
  const areas = Array.from({ length: 2 + random.below(5) }, () => ({
    x: random.below(side),
    y: random.below(side),
    colour: random.pick(grounds),
  }));
  const streets = Array.from({ length: 1 + random.below(4) }, () => ({
    angle: share(random) * 3.2,
    at: share(random) * side,
    width: 1 + share(random) * 3,
    colour: random.pick([0xffffff, 0xfcd6a4, 0xf9b29c]),
  }));
  for (let y = 0, at = 0; y < side; y++)
    for (let x = 0; x < side; x++, at += 4) {
      const near = areas.reduce((best, one) => (far(one, x, y) < far(best, x, y) ? one : best));
      // Shaded ground has some noise, as of a picture; water and land of one colour have none.
      const shade = near.colour === 0xadd19e ? tilt[0] * x + tilt[1] * y + random.below(4) : 0;
      paint(pixels, at, near.colour, 1, shade);
      for (const { angle, at: where, width, colour } of streets) {
        const away = Math.abs(x * Math.cos(angle) + y * Math.sin(angle) - where);
        if (away < width + 1) paint(pixels, at, colour, Math.min(1, width + 1 - away), 0);
      }
    }
  return pixels;
}

const far = (one: { x: number; y: number }, x: number, y: number) => (one.x - x) ** 2 + (one.y - y) ** 2;

function paint(pixels: Uint8Array, at: number, colour: number, cover: number, shade: number): void {
  for (let i = 0; i < 3; i++) {
    const value = ((colour >>> (16 - 8 * i)) & 255) - shade;
    pixels[at + i] = Math.round((pixels[at + i] as number) * (1 - cover) + value * cover);
  }
  pixels[at + 3] = 255;
}
