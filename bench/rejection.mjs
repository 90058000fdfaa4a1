/**
 * rejection.mjs - `npm run bench:rejection [-- FILES]`: what giving up early costs the codec, beside lz4-napi, which does not.
 *
 * Each FILE is a raw image of pages; without one the sets are those of `spillway bench codec`, 64 MiB each. Of each set as it
 * is, then of 2,000 of its pages with noise over a part of them: pages that LZ4 makes an eighth smaller, those of them that
 * ours keeps raw, and the ratio of either.
 */
import Table from "cli-table3";
import { main, make } from "../scripts/make.mjs";
import { pageSets } from "./page_sets.mjs";

const SET_MIB = 64;
const NOISY_PAGES = 2000;
const SEED = 1;

await main(async () => {
  await make("engine", "library", "command", "tests");
  const { CodecDoors } = await import("../build/tests/support/doors.js");
  const { Random } = await import("../build/tests/support/random.js");
  const { judge, PAGE_BYTES, withNoise } = await import("../build/tests/support/rejection.js");
  const doors = new CodecDoors("doors");
  for (const { name, pages } of pageSets(process.argv.slice(2), SET_MIB)) {
    const random = new Random(SEED);
    const step = Math.max(1, Math.floor(pages.length / NOISY_PAGES));
    const some = pages.filter((_, i) => i % step === 0).slice(0, NOISY_PAGES);
    const table = new Table({
      head: ["", "pages", "LZ4 keeps", "ours misses", "LZ4's ratio", "ours"],
      colAligns: ["left", "right", "right", "right", "right", "right"],
      style: { head: [], border: [] },
    });
    const row = (label, list) => {
      const { kept, missed, theirs, ours } = judge(doors, list);
      const ratio = (bytes) => ((list.length * PAGE_BYTES) / bytes).toFixed(3);
      table.push([label, list.length, kept, missed, ratio(theirs), ratio(ours)]);
    };
    row("as they are", pages);
    for (const bytes of [PAGE_BYTES / 2, (PAGE_BYTES * 3) / 4]) {
      for (const inFront of [false, true]) {
        const label = `${bytes} random bytes ${inFront ? "in front" : "behind"}`;
        row(
          label,
          some.map((page) => withNoise(random, page, bytes, inFront)),
        );
      }
    }
    console.log(`${name}\n${table}`);
  }
});
