/**
 * kinds_sets.mjs - pages of known elements, for the benches of kinds: generated with a fixed seed, 2,048
 * pages of 4 KiB each, and the pixels of PNG files.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { tokenizer } from "acorn";
import { PNG } from "pngjs";
import { Random } from "#kit/random.js";

export const PAGE_BYTES = 4096;
const PAGES = 2048;
const BYTES = PAGES * PAGE_BYTES;
const random = new Random(1);
const unit = () => random.next() / 2 ** 32;
const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());

function doubles(next) {
  return new Uint8Array(Float64Array.from({ length: BYTES / 8 }, next).buffer);
}

function singles(next) {
  return new Uint8Array(Float32Array.from({ length: BYTES / 4 }, next).buffer);
}

function integers(next) {
  return new Uint8Array(Int32Array.from({ length: BYTES / 4 }, next).buffer);
}

/** Four octaves of smooth noise, 0 to 1. */
function smooth(x, y) {
  const corner = (i, j) => {
    const h = Math.imul(i * 374761393 + j * 668265263, 1274126177);
    return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32;
  };
  let sum = 0;
  for (let octave = 0; octave < 4; octave++) {
    const [u, v] = [(x * 2 ** octave) / 256, (y * 2 ** octave) / 256];
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const [a, b] = [u - i, v - j];
    const top = corner(i, j) * (1 - a) + corner(i + 1, j) * a;
    const bottom = corner(i, j + 1) * (1 - a) + corner(i + 1, j + 1) * a;
    sum += (top * (1 - b) + bottom * b) / 2 ** (octave + 1);
  }
  return sum;
}

/** A smooth image; `grain` is the standard deviation of the noise on each channel, of 255. */
function image(grain) {
  const bytes = new Uint8Array(BYTES);
  for (let i = 0; i < BYTES / 4; i++) {
    const light = smooth(i % 1024, i >> 10);
    for (let channel = 0; channel < 3; channel++)
      bytes[4 * i + channel] = Math.max(0, Math.min(255, 255 * light * (1 - channel / 8) + grain * normal()));
    bytes[4 * i + 3] = 255;
  }
  return bytes;
}

function sound() {
  return singles((_, i) => Math.sin(i / 30) * 0.4 + Math.sin(i / 7) * 0.1 + normal() / 500);
}

function heights() {
  return singles((_, i) => [(i / 3) % 512, smooth((i / 3) % 512, i / 1536) * 40, i / 1536][i % 3]);
}

function triangles() {
  return integers((_, i) => Math.floor(i / 6) + [0, 1, 256, 1, 257, 256][i % 6]);
}

let walk = 100;
let time = 1.7e12;
let id = 0;

function nextPrice() {
  walk += normal() / 10;
  return Math.round(walk * 1000) / 1000;
}

function nextTime() {
  time += random.below(2000);
  return time;
}

function nextId() {
  id += 1 + random.below(40);
  return id;
}

/** The Lorenz attractor in steps of 1/100: one coordinate. */
function trajectory() {
  let [x, y, z] = [1, 1, 20];
  return doubles(() => {
    [x, y, z] = [x + 0.1 * (y - x), y + 0.01 * (x * (28 - z) - y), z + 0.01 * (x * y - (8 / 3) * z)];
    return x;
  });
}

/** Heat that spreads over a square of 512 by 512 points: as many states of it as fill all pages. */
function heat() {
  const side = 512;
  let now = Float64Array.from({ length: side * side }, () => (random.below(200) === 0 ? 1000 : 20));
  const out = new Float64Array(BYTES / 8);
  for (let at = 0; at < out.length; at += now.length) {
    for (let step = 0; step < 20; step++) {
      const next = now.slice();
      for (let i = side; i < now.length - side; i++)
        next[i] = now[i] + (now[i - 1] + now[i + 1] + now[i - side] + now[i + side] - 4 * now[i]) / 5;
      now = next;
    }
    out.set(now.subarray(0, Math.min(now.length, out.length - at)), at);
  }
  return new Uint8Array(out.buffer);
}

/** Where the tokens of a parser's source begin: a column of numbers as a program keeps it. */
function tokens() {
  const source = readFileSync(new URL("../../node_modules/acorn/dist/acorn.mjs", import.meta.url), "utf8");
  const starts = [...tokenizer(source, { ecmaVersion: "latest", sourceType: "module" })].map(
    ({ start }) => start,
  );
  return integers((_, i) => starts[i % starts.length]);
}

/**
 * Sets of pages.
 *
 *   own     whether the kind is meant for such data: by these sets it is judged
 *   make    the bytes
 *   width   bytes of an element
 *   lane    bytes of the part of an element that differences are taken in, where that is less
 */
export const SETS = [
  { kind: "f64", name: "a trajectory", own: true, make: trajectory, width: 8 },
  { kind: "f64", name: "heat on a grid", own: true, make: heat, width: 8 },
  { kind: "f64", name: "times in ms", own: true, make: () => doubles(nextTime), width: 8 },
  {
    kind: "f64",
    name: "small whole numbers",
    own: true,
    make: () => doubles(() => random.below(1000)),
    width: 8,
  },
  { kind: "f64", name: "prices, three decimals", own: false, make: () => doubles(nextPrice), width: 8 },
  {
    kind: "f64",
    name: "a sine and noise",
    own: false,
    make: () => doubles((_, i) => Math.sin(i / 500) * 20 + normal()),
    width: 8,
  },
  { kind: "f64", name: "random, 32 bits", own: false, make: () => doubles(() => unit()), width: 8 },
  { kind: "f32", name: "sound", own: true, make: sound, width: 4 },
  { kind: "f32", name: "a height field, x y z", own: true, make: heights, width: 4 },
  { kind: "f32", name: "embeddings", own: false, make: () => singles(() => normal() / 30), width: 4 },
  { kind: "i32", name: "ascending ids", own: true, make: () => integers(nextId), width: 4 },
  {
    kind: "i32",
    name: "counts below 1000",
    own: true,
    make: () => integers(() => random.below(1000)),
    width: 4,
  },
  { kind: "i32", name: "triangles of a grid", own: true, make: triangles, width: 4 },
  { kind: "i32", name: "token positions", own: true, make: tokens, width: 4 },
  { kind: "rgba", name: "a smooth image with grain", own: true, make: () => image(2), width: 4, lane: 1 },
  { kind: "rgba", name: "a rendered image", own: true, make: () => image(0), width: 4, lane: 1 },
];

/** The pixels of PNG files as RGBA, a set each. */
export function imageSets(paths) {
  return paths.map((path) => ({
    kind: "rgba",
    name: basename(path),
    own: true,
    make: () => PNG.sync.read(readFileSync(path)).data,
    width: 4,
    lane: 1,
  }));
}

/** The pages of a set. */
export function pagesOf({ make }) {
  const bytes = make();
  return Array.from({ length: Math.floor(bytes.length / PAGE_BYTES) }, (_, i) =>
    bytes.subarray(i * PAGE_BYTES, (i + 1) * PAGE_BYTES),
  );
}
