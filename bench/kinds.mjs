/**
 * kinds.mjs - `npm run bench:kinds [-- PNG FILES]`: what reversible transforms before the codec would save on typed pages.
 *
 * Page sets are generated with a fixed seed, 2,048 pages of 4 KiB each: floats, integers, pixels; and the pixels of PNG
 * files (8 bits a channel, not interlaced), if any are named. Figures are bytes kept of raw bytes in percent, LZ4 / dense;
 * the dense dictionary is trained on the transformed pages and counted in.
 *
 *   shuffle   all first bytes of the elements, then all second ones, and so on
 *   delta     each element less the one before it, modulo its width (pixels: each channel by itself)
 *   xor       each element xor the one before it
 *   both      delta or xor, then shuffle
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { inflateSync } from "node:zlib";
import Table from "cli-table3";
import { make } from "../scripts/make.mjs";

await make("engine", "tests");
const { Codec, PAGE_BYTES } = await import("./dense_codec.mjs");
const { Random } = await import("../build/tests/support/random.js");

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

function photo() {
  const bytes = new Uint8Array(BYTES);
  for (let i = 0; i < BYTES / 4; i++) {
    const light = smooth(i % 1024, i >> 10);
    for (let channel = 0; channel < 3; channel++)
      bytes[4 * i + channel] = Math.max(0, Math.min(255, 255 * light * (1 - channel / 8) + 2 * normal()));
    bytes[4 * i + 3] = 255;
  }
  return bytes;
}

/** Pixels of a PNG as RGBA. */
function png(path) {
  const file = readFileSync(path);
  const parts = [];
  let header;
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const type = file.toString("latin1", at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    if (type === "IHDR") header = data;
    if (type === "IDAT") parts.push(data);
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9]];
  if (!channels || header[8] !== 8 || header[12] !== 0) throw new Error(`${path}: another sort of PNG`);
  const lines = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const out = new Uint8Array(width * height * 4).fill(255);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    const line = lines.subarray(from + 1, from + 1 + stride);
    for (let x = 0; x < stride; x++) {
      const a = x >= channels ? line[x - channels] : 0;
      const b = above[x];
      const c = x >= channels ? above[x - channels] : 0;
      const nearest = [a, b, c].sort(
        (p, q) => Math.abs(b - c + (a - c) + c - p) - Math.abs(a + b - c - q),
      )[0];
      line[x] += [0, a, b, (a + b) >> 1, nearest][lines[from]];
    }
    above = line;
    for (let x = 0; x < width; x++)
      for (let k = 0; k < channels; k++) out[(y * width + x) * 4 + k] = line[x * channels + k];
  }
  return out;
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

const SETS = [
  ["f64: prices, three decimals", 8, () => doubles(nextPrice)],
  ["f64: a sine and noise", 8, () => doubles((_, i) => Math.sin(i / 500) * 20 + normal())],
  ["f64: small whole numbers", 8, () => doubles(() => random.below(1000))],
  ["f64: times in ms", 8, () => doubles(nextTime)],
  ["f64: random", 8, () => doubles(() => unit())],
  [
    "f32: a height field, x y z",
    4,
    () => singles((_, i) => [(i / 3) % 512, smooth((i / 3) % 512, i / 1536) * 40, i / 1536][i % 3]),
  ],
  ["f32: sound", 4, () => singles((_, i) => Math.sin(i / 30) * 0.4 + Math.sin(i / 7) * 0.1 + normal() / 500)],
  ["f32: normal vectors", 4, () => singles(() => normal() / 30)],
  ["i32: ascending ids", 4, () => integers(nextId)],
  ["i32: counts below 1000", 4, () => integers(() => random.below(1000))],
  [
    "i32: triangles of a grid",
    4,
    () => integers((_, i) => Math.floor(i / 6) + [0, 1, 256, 1, 257, 256][i % 6]),
  ],
  ["rgba: a smooth image with grain", 4, photo, 1],
  ...process.argv.slice(2).map((path) => [`rgba: ${basename(path)}`, 4, () => png(path), 1]),
];

/** Little-endian numbers of `width` bytes, lanes of `lane` bytes at a distance of `width`: each less or xor the one before. */
function differ(page, width, lane, xor) {
  const out = page.slice();
  for (let at = page.length - width; at >= width; at -= width) {
    for (let part = 0; part < width; part += lane) {
      let borrow = 0;
      for (let i = part; i < part + lane; i++) {
        if (xor) out[at + i] = page[at + i] ^ page[at + i - width];
        else {
          const difference = page[at + i] - page[at + i - width] - borrow;
          out[at + i] = difference;
          borrow = difference < 0 ? 1 : 0;
        }
      }
    }
  }
  return out;
}

function shuffle(page, width) {
  const out = new Uint8Array(page.length);
  const count = page.length / width;
  for (let i = 0; i < page.length; i++) out[(i % width) * count + Math.floor(i / width)] = page[i];
  return out;
}

const TRANSFORMS = {
  none: (page) => page,
  shuffle: (page, width) => shuffle(page, width),
  delta: (page, width, lane) => differ(page, width, lane, false),
  "delta, shuffle": (page, width, lane) => shuffle(differ(page, width, lane, false), width),
  "xor, shuffle": (page, width, lane) => shuffle(differ(page, width, lane, true), width),
};

const table = new Table({
  head: ["LZ4 / dense, % of raw", ...Object.keys(TRANSFORMS)],
  style: { head: [], border: [] },
});
for (const [name, width, produce, lane = width] of SETS) {
  const bytes = produce();
  const pages = Array.from({ length: Math.floor(bytes.length / PAGE_BYTES) }, (_, i) =>
    bytes.subarray(i * PAGE_BYTES, (i + 1) * PAGE_BYTES),
  );
  const row = [name];
  for (const transform of Object.values(TRANSFORMS)) {
    const codec = new Codec(pages.map((page) => transform(page, width, lane)));
    codec.train();
    codec.encodeLz4();
    codec.encode();
    codec.check();
    const share = (lengths, more) =>
      (
        (100 * (lengths.reduce((sum, length) => sum + (length || PAGE_BYTES), 0) + more)) /
        (pages.length * PAGE_BYTES)
      ).toFixed(1);
    row.push(`${share(codec.lz4Lengths, 0)} / ${share(codec.lengths, codec.dictionaryBytes)}`);
  }
  table.push(row);
}
console.log(table.toString());

// The engine's own transforms, and what they cost.
const codec = new Codec([photo().subarray(0, PAGE_BYTES)]);
const timed = ["four", "eight", "rgba"].map((name, i) => {
  const time = (back) => {
    const calls = 200_000;
    const once = () => {
      const start = process.hrtime.bigint();
      for (let call = 0; call < calls; call++)
        codec.x.door_transform(i + 1, codec.pages, PAGE_BYTES, codec.target, back);
      return Number(process.hrtime.bigint() - start) / calls / 1e3;
    };
    once();
    return Math.min(once(), once(), once()).toFixed(2);
  };
  return `${name} ${time(0)} / ${time(1)}`;
});
console.log(`us for a page, there / back: ${timed.join(", ")}`);
