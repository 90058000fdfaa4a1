/**
 * kinds_transforms.mjs - `npm run bench:kinds -- transforms [PNG FILES]`: transforms that were kept and others, by themselves.
 *
 * Figures are bytes kept of raw bytes in percent, LZ4 / dense; the dense dictionary is trained on the transformed pages and
 * counted in.
 *
 *   shuffle   all first bytes of the elements, then all second ones, and so on
 *   delta     each element less the one before it, modulo its width (pixels: each channel by itself)
 *   xor       each element xor the one before it
 *   both      delta or xor, then shuffle
 */
import Table from "cli-table3";
import { Random } from "../build/tests/support/random.js";
import { Codec, PAGE_BYTES } from "./dense_codec.mjs";
import { imageSets, pagesOf, SETS } from "./kinds_sets.mjs";

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
for (const set of [...SETS, ...imageSets(process.argv.slice(3))]) {
  const { kind, name, width, lane = width } = set;
  const pages = pagesOf(set);
  const row = [`${kind}: ${name}`];
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
const codec = new Codec([new Random(1).fill(new Uint8Array(PAGE_BYTES))]);
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
