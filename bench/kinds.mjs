/**
 * kinds.mjs - `npm run bench:kinds [-- PNG FILES]`: what a kind gains on pages of such elements, and costs; by the engine.
 *
 * Two pools take turns on the same pages (kinds_sets.mjs): one is told their kind, the other is not. Bytes kept of raw bytes;
 * processor time of all stores and all loads, the medians of the rounds' ratios; every page is compared. A kind is judged by
 * the sets that it is for, all together: it stays only if they take a tenth less. The other sets are what it is not for.
 *
 *   npm run bench:kinds -- transforms [PNG FILES]   other transforms, and the dense codec behind them (kinds_transforms.mjs)
 *   npm run bench:kinds -- probe FOLDER FOLDER      whether kinds could be guessed (kinds_probe.mjs)
 */
import { main, make } from "../scripts/make.mjs";

const ROUNDS = 7;
const WARM_UP = 2;
/** A kind must save this part. */
const LEAST_GAIN = 0.1;

await main(async () => {
  await make("engine", "library", "tests");
  if (process.argv[2] === "transforms") return void (await import("./kinds_transforms.mjs"));
  if (process.argv[2] === "probe") return void (await import("./kinds_probe.mjs"));
  const { default: Table } = await import("cli-table3");
  const { Spillway } = await import("spillway");
  const { imageSets, PAGE_BYTES, pagesOf, SETS } = await import("./kinds_sets.mjs");

  /** Processor time in microseconds: what others do on the machine does not count. */
  function timed(call) {
    const before = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  }

  function round(pages, options) {
    const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    const store = timed(() => {
      for (const [i, page] of pages.entries()) swap.store(0, i, page, options);
    });
    const target = new Uint8Array(PAGE_BYTES);
    const load = timed(() => {
      for (let i = 0; i < pages.length; i++) swap.load(0, i, target);
    });
    for (const [i, page] of pages.entries()) {
      if (!swap.load(0, i, target) || Buffer.compare(target, page) !== 0)
        throw new Error(`page ${i} changed`);
    }
    const { compressed } = pool.stats().bytes;
    pool.close();
    return { store, load, compressed };
  }

  const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  const percent = (part) => `${(100 * part).toFixed(1)} %`;
  const table = new Table({
    head: ["", "for it", "kept without", "kept with", "saves", "store", "load"],
    colAligns: ["left", "left", "right", "right", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  const sums = new Map();
  for (const set of [...SETS, ...imageSets(process.argv.slice(2))]) {
    const pages = pagesOf(set);
    const options = { kind: set.kind };
    const ratios = { store: [], load: [] };
    let plain;
    let typed;
    for (let i = 0; i < ROUNDS + WARM_UP; i++) {
      for (const told of i % 2 ? [true, false] : [false, true]) {
        if (told) typed = round(pages, options);
        else plain = round(pages, undefined);
      }
      if (i < WARM_UP) continue;
      ratios.store.push(typed.store / plain.store);
      ratios.load.push(typed.load / plain.load);
    }
    const raw = pages.length * PAGE_BYTES;
    const saved = 1 - typed.compressed / plain.compressed;
    table.push([
      `${set.kind}: ${set.name}`,
      set.own ? "yes" : "no",
      percent(plain.compressed / raw),
      percent(typed.compressed / raw),
      percent(saved),
      `x ${median(ratios.store).toFixed(2)}`,
      `x ${median(ratios.load).toFixed(2)}`,
    ]);
    if (!set.own) continue;
    const sum = sums.get(set.kind) ?? { plain: 0, typed: 0 };
    sums.set(set.kind, { plain: sum.plain + plain.compressed, typed: sum.typed + typed.compressed });
  }
  console.log(table.toString());
  for (const [kind, { plain, typed }] of sums) {
    const saved = 1 - typed / plain;
    const met = saved >= LEAST_GAIN ? "met" : "MISSED";
    console.log(
      `${kind}: saves ${percent(saved)} on what it is for; at least ${percent(LEAST_GAIN)}: ${met}`,
    );
    if (saved < LEAST_GAIN) process.exitCode = 1;
  }
});
