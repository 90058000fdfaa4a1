/**
 * kinds_probe.mjs - whether a cheap look at a page could tell its kind.
 *
 * Each folder holds what `npm start -- bench codec --save FOLDER` has read from live processes, at different
 * times. For each file of the second folder the table shows
 *
 *   f64, f32, rgba      what all its pages would take if they were told to be of that kind
 *   best of all known   what they would take if the best of these and plain were known for each page: no
 *                       probe can beat that
 *   one ... three       what rules make of them that ask for one to three numbers of a page. The rules were
 *                       made from the pages of the first folder, where each file counts alike
 *
 * A pass over a page yields these numbers in some hundred nanoseconds: how many bytes equal the one eight
 * before, how often that changes from byte to byte and from word to word, how many whole words and half words
 * are equal.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pagesOfFile } from "#kit/page_files.js";
import { percent, table, verdict } from "#kit/report.js";
import { openSwap } from "#kit/swap.js";
import { bench } from "../options.mjs";

const PAGE_BYTES = 4096;
const KINDS = ["f64", "f32", "rgba"];
/** Each side of a question must have so many pages. */
const LEAST_PAGES = 100;
/** A guessed kind must save this part. */
const LEAST_GAIN = 0.1;
const HEADS = ["kept of plain", ...KINDS, "best of all known", "one question", "two", "three"];

export const command = bench()
  .argument("<first>", "folder whose pages the rules are made from")
  .argument("<second>", "folder whose pages the rules are tried on")
  .action((first, second) => {
    const training = filesOf(first).flatMap((name) => {
      const pages = readSet(join(first, name));
      const weight = 1 / sum(pages, ({ kept }) => kept[0]);
      return pages.map((page) => ({ ...page, weight }));
    });
    const rules = [1, 2, 3].map((depth) => grow(training, depth));
    const results = filesOf(second).map((name) => tryRules(name, readSet(join(second, name)), rules));
    console.log(
      table(
        HEADS,
        results.map(({ row }) => row),
      ),
    );
    const most = Math.max(0, ...results.map(({ saved }) => saved));
    console.log(
      `a guessed kind saves ${percent(most)} at most; at least ${percent(LEAST_GAIN)}: ` +
        verdict(most >= LEAST_GAIN),
    );
  });

const filesOf = (folder) => readdirSync(folder).filter((name) => name.endsWith(".4096"));
const sum = (pages, bytes) => pages.reduce((total, page) => total + bytes(page), 0);

/** A row of the table, and what the best of the rules saves. */
function tryRules(name, pages, rules) {
  const plain = sum(pages, ({ kept }) => kept[0]);
  const share = (bytes) => sum(pages, bytes) / plain;
  const ruled = rules.map((rule) => share((page) => page.kept[says(rule, page) ? 1 : 0]));
  const parts = [
    ...KINDS.map((_, i) => share(({ kept }) => kept[i + 1])),
    share(({ kept }) => Math.min(...kept)),
    ...ruled,
  ];
  return { row: [name, ...parts.map((part) => part.toFixed(3))], saved: 1 - Math.min(...ruled) };
}

/** Per page: bytes kept plain and as each kind, and the numbers. */
function readSet(path) {
  const clients = [undefined, ...KINDS].map((kind) => {
    const { pool, swap } = openSwap({ maxBytes: "256MiB", dedupe: false });
    return { pool, swap, options: kind && { kind }, before: 0 };
  });
  const pages = pagesOfFile(path).map((page, i) => {
    const kept = clients.map((client) => {
      client.swap.store(0, i, page, client.options);
      const { compressed } = client.pool.stats().bytes;
      const bytes = compressed - client.before;
      client.before = compressed;
      return bytes;
    });
    return { kept, numbers: numbersOf(page) };
  });
  for (const { pool } of clients) pool.close();
  return pages;
}

/** The eight numbers that a cheap look at a page yields. */
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

/** The rule of at most `depth` questions that keeps fewest bytes. Each leaf says f64 or plain. */
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

/** Whether the rule takes a page for f64. */
function says(rule, { numbers }) {
  if (rule.typed !== undefined) return rule.typed;
  return says(numbers[rule.number] <= rule.bound ? rule.below : rule.above, { numbers });
}
