/**
 * kinds_probe.mjs - `npm run bench:kinds -- probe FOLDER FOLDER`: whether a cheap look at a page could tell its kind.
 *
 * Each folder is what `npm start -- bench codec --save FOLDER` has read from live processes, at different times. For each file
 * of the second: what all its pages would take told to be f64, f32 or rgba; what they would take if the best of these and plain
 * was known for each page, which no probe can beat; and what rules would make of them that ask for one to three numbers of a
 * page and were made from the pages of the first folder, each file counting alike. The numbers are those that a pass over the
 * page yields in some hundred nanoseconds: bytes equal to the one eight before, how often that changes from byte to byte and
 * from word to word, whole words and half words that are equal.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Table from "cli-table3";
import { Spillway } from "spillway";

const PAGE_BYTES = 4096;
const KINDS = ["f64", "f32", "rgba"];
/** A side of a rule must have so many pages. */
const LEAST_PAGES = 100;
const LEAST_GAIN = 0.1;

/** Per page: bytes kept plain and as each kind, and the numbers. */
function readSet(path) {
  const data = readFileSync(path);
  const clients = [undefined, ...KINDS].map((kind) => {
    const pool = Spillway.openSync({ maxBytes: "256MiB", dedupe: false, autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    return { pool, swap, options: kind && { kind }, before: 0 };
  });
  const pages = [];
  for (let at = 0; at + PAGE_BYTES <= data.length; at += PAGE_BYTES) {
    const page = data.subarray(at, at + PAGE_BYTES);
    const kept = clients.map((client) => {
      client.swap.store(0, at / PAGE_BYTES, page, client.options);
      const { compressed } = client.pool.stats().bytes;
      const bytes = compressed - client.before;
      client.before = compressed;
      return bytes;
    });
    pages.push({ kept, numbers: numbersOf(page) });
  }
  for (const { pool } of clients) pool.close();
  return pages;
}

function numbersOf(page) {
  let [equal, turns, steps, words, halves] = [0, 0, 0, 0, 0];
  const same = new Uint8Array(PAGE_BYTES);
  for (let at = 8; at < PAGE_BYTES; at++) {
    same[at] = page[at] === page[at - 8] ? 1 : 0;
    equal += same[at];
    turns += same[at] ^ same[at - 1];
    steps += same[at] ^ same[at - 8];
  }
  for (let at = 8; at < PAGE_BYTES; at += 4) {
    const all = same[at] & same[at + 1] & same[at + 2] & same[at + 3];
    halves += all;
    if (at % 8 === 4) words += all & same[at - 4] & same[at - 3] & same[at - 2] & same[at - 1];
  }
  return [equal, turns, steps, words, halves, turns - steps, equal - 8 * words, equal - 4 * halves];
}

/** The rule of at most `depth` questions that keeps fewest bytes: f64 or plain, at the end of each way. */
function grow(pages, depth) {
  let [plain, typed] = [0, 0];
  for (const { kept, weight } of pages) {
    plain += weight * kept[0];
    typed += weight * kept[1];
  }
  const leaf = { typed: typed < plain };
  let best = Math.min(plain, typed);
  let split;
  for (let number = 0; depth > 0 && number < 8; number++) {
    const sorted = [...pages].sort((a, b) => a.numbers[number] - b.numbers[number]);
    let [below, belowTyped] = [0, 0];
    for (let i = 0; i + 1 < sorted.length; i++) {
      below += sorted[i].weight * sorted[i].kept[0];
      belowTyped += sorted[i].weight * sorted[i].kept[1];
      const bound = sorted[i].numbers[number];
      if (bound === sorted[i + 1].numbers[number]) continue;
      if (i + 1 < LEAST_PAGES || sorted.length - i - 1 < LEAST_PAGES) continue;
      const sum = Math.min(below, belowTyped) + Math.min(plain - below, typed - belowTyped);
      if (sum < best * (1 - 1e-9)) [best, split] = [sum, { number, bound }];
    }
  }
  if (split === undefined) return leaf;
  const isBelow = ({ numbers }) => numbers[split.number] <= split.bound;
  return {
    ...split,
    below: grow(pages.filter(isBelow), depth - 1),
    above: grow(
      pages.filter((page) => !isBelow(page)),
      depth - 1,
    ),
  };
}

function says(rule, { numbers }) {
  if (rule.typed !== undefined) return rule.typed;
  return says(numbers[rule.number] <= rule.bound ? rule.below : rule.above, { numbers });
}

const [first, second] = process.argv.slice(3, 5);
if (second === undefined) throw new Error("two folders of pages: npm start -- bench codec --save FOLDER");
const sum = (pages, bytes) => pages.reduce((total, page) => total + bytes(page), 0);
const files = (folder) => readdirSync(folder).filter((name) => name.endsWith(".4096"));
const training = files(first).flatMap((name) => {
  const pages = readSet(join(first, name));
  const weight = 1 / sum(pages, ({ kept }) => kept[0]);
  return pages.map((page) => ({ ...page, weight }));
});
const rules = [1, 2, 3].map((depth) => grow(training, depth));
const table = new Table({
  head: ["kept of plain", ...KINDS, "best of all known", "one question", "two", "three"],
  style: { head: [], border: [] },
});
let most = 0;
for (const name of files(second)) {
  const pages = readSet(join(second, name));
  const plain = sum(pages, ({ kept }) => kept[0]);
  const share = (bytes) => sum(pages, bytes) / plain;
  const ruled = rules.map((rule) => share((page) => page.kept[says(rule, page) ? 1 : 0]));
  most = Math.max(most, ...ruled.map((part) => 1 - part));
  const parts = [
    ...KINDS.map((_, i) => share(({ kept }) => kept[i + 1])),
    share(({ kept }) => Math.min(...kept)),
    ...ruled,
  ];
  table.push([name, ...parts.map((part) => part.toFixed(3))]);
}
console.log(table.toString());
const met = most >= LEAST_GAIN ? "met" : "MISSED";
console.log(
  `a guessed kind saves ${(100 * most).toFixed(1)} % at most; at least ${100 * LEAST_GAIN} %: ${met}`,
);
