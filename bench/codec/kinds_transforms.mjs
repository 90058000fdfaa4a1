/**
 * kinds_transforms.mjs - ways to put the bytes of typed pages into another order: those that were kept, and
 * others, each by itself.
 *
 * Figures are bytes kept of raw bytes in percent, by LZ4 and by the dense codec. The dictionary is trained on
 * the transformed pages and counted in.
 *
 *   shuffle   all first bytes of the elements, then all second ones, and so on
 *   delta     each element less the one before it, modulo its width (pixels: each channel by itself)
 *   xor       each element xor the one before it
 *   both      delta or xor, then shuffle
 */
import { PAGE_BYTES, PageCodecs } from "#kit/doors/pages.js";
import { Random } from "#kit/random.js";
import { table } from "#kit/report.js";
import { bench } from "../options.mjs";
import { imageSets, pagesOf, SETS } from "./kinds_sets.mjs";

const TIMED_CALLS = 200_000;

export const command = bench()
  .argument("[images...]", "PNG files, each a set of kind rgba")
  .action((images) => {
    const rows = [...SETS, ...imageSets(images)].map(rowOf);
    console.log(table(["LZ4 / dense, % of raw", ...Object.keys(TRANSFORMS)], rows));
    const codecs = new PageCodecs([new Random(1).fill(new Uint8Array(PAGE_BYTES))]);
    const times = ["four", "eight", "rgba"].map(
      (name, i) => `${name} ${timeOf(codecs, i + 1, 0)} / ${timeOf(codecs, i + 1, 1)}`,
    );
    console.log(`the engine's own, us for a page, there / back: ${times.join(", ")}`);
  });

/**
 * Little-endian numbers in lanes of `lane` bytes, `width` bytes apart: each number less the one before, or
 * xor the one before.
 */
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

/** All first bytes of the elements, then all second ones, and so on. */
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

function rowOf(set) {
  const { kind, name, width, lane = width } = set;
  const pages = pagesOf(set);
  const cells = Object.values(TRANSFORMS).map((transform) => {
    const codecs = new PageCodecs(pages.map((page) => transform(page, width, lane)));
    codecs.train();
    codecs.encodeLz4();
    codecs.encode();
    codecs.check();
    const kept = (lengths) => lengths.reduce((sum, length) => sum + (length || PAGE_BYTES), 0);
    const share = (bytes) => ((100 * bytes) / (pages.length * PAGE_BYTES)).toFixed(1);
    const dense = kept(codecs.lengths) + codecs.dictionaryBytes;
    return `${share(kept(codecs.lz4Lengths))} / ${share(dense)}`;
  });
  return [`${kind}: ${name}`, ...cells];
}

/** Microseconds for a page by the engine's own transform: the least of three runs after one that warms up. */
function timeOf(codecs, kind, back) {
  const { exports } = codecs;
  const once = () => {
    const start = process.hrtime.bigint();
    for (let call = 0; call < TIMED_CALLS; call++)
      exports.door_transform(kind, codecs.pageAt(0), PAGE_BYTES, codecs.target, back);
    return Number(process.hrtime.bigint() - start) / TIMED_CALLS / 1e3;
  };
  once();
  return Math.min(once(), once(), once()).toFixed(2);
}
