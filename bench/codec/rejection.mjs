/**
 * rejection.mjs - what giving up early costs the codec, beside lz4-napi, which does not give up.
 *
 * Each FILE is a raw image of pages; without one the sets are those of `spillway bench codec`, 64 MiB each.
 * Each set is judged as it is, then 2,000 of its pages with noise over a part of them: how many pages LZ4
 * makes an eighth smaller, how many of those ours keeps raw, and the ratio of either.
 */
import { judge, PAGE_BYTES, withNoise } from "#kit/attacks/rejection.js";
import { CodecDoors } from "#kit/doors/codec.js";
import { Random } from "#kit/random.js";
import { table } from "#kit/report.js";
import { bench, count } from "../options.mjs";
import { pageSets } from "./page_sets.mjs";

const NOISY_PAGES = 2000;
const SEED = 1;
const HEADS = ["", "pages", "LZ4 keeps", "ours misses", "LZ4's ratio", "ours"];

export const command = bench()
  .argument("[files...]", "raw images of pages of 4 KiB")
  .option("--set-mib <count>", "size of a set that is read from a process", count, 64)
  .action(async (files, { setMib }) => {
    const doors = new CodecDoors("doors");
    for (const { name, pages } of await pageSets(files, setMib)) {
      const rows = variantsOf(pages).map(([label, list]) => rowOf(doors, label, list));
      console.log(`${name}\n${table(HEADS, rows)}`);
    }
  });

/** The pages as they are, and some of them under noise. */
function variantsOf(pages) {
  const random = new Random(SEED);
  const step = Math.max(1, Math.floor(pages.length / NOISY_PAGES));
  const some = pages.filter((_, i) => i % step === 0).slice(0, NOISY_PAGES);
  const variants = [["as they are", pages]];
  for (const bytes of [PAGE_BYTES / 2, (PAGE_BYTES * 3) / 4]) {
    for (const inFront of [false, true]) {
      const label = `${bytes} random bytes ${inFront ? "in front" : "behind"}`;
      variants.push([label, some.map((page) => withNoise(random, page, bytes, inFront))]);
    }
  }
  return variants;
}

function rowOf(doors, label, list) {
  const { kept, missed, theirs, ours } = judge(doors, list);
  const ratio = (bytes) => ((list.length * PAGE_BYTES) / bytes).toFixed(3);
  return [label, list.length, kept, missed, ratio(theirs), ratio(ours)];
}
