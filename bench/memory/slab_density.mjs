/**
 * slab_density.mjs - how much of its slabs a pool fills with bodies, against slabs of size classes over the
 * same bodies, stored and freed in the same order.
 *
 * The pages are those of FILE, a raw image of 4 KiB pages, or of this process's own memory. Two rivals:
 * classes of 32 bytes in slabs of 64 KiB, where the fullest slab comes first and empty slabs are reused
 * across classes; and the same with 16 bytes. After the fill each page is overwritten with another one three
 * times over, in random order with a fixed seed.
 */
import { livePages } from "#kit/live_memory.js";
import { pagesOfFile } from "#kit/page_files.js";
import { addressOf, openArenas, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { percent, table } from "#kit/report.js";
import { bench, count } from "../options.mjs";

const SLAB_BYTES = 65_536;
const ROUNDS = 3;
const HEADS = ["bodies / slabs", "bodies, MiB", "Spillway", "classes of 32 B", "classes of 16 B"];

export const command = bench()
  .argument("[file]", "a raw image of pages of 4 KiB")
  .option("--pages <count>", "pages of this process, half of which are stored", count, 20_000)
  .action((file, { pages: wanted }) => {
    const pages = file === undefined ? livePages(wanted) : pagesOfFile(file);
    console.log(table(HEADS, history(pages)));
  });

/** What happens to the pages; a row after each part of it. */
function history(pages) {
  const half = pages.length >> 1;
  const random = new Random(1);
  const store = new Contest();
  const rows = [];
  for (let i = 0; i < half; i++) store.put(i, pages[i]);
  rows.push(store.row(`${half} pages stored`));
  for (let round = 1; round <= ROUNDS; round++) {
    for (let i = 0; i < half; i++) store.put(random.below(half), pages[random.below(pages.length)]);
    rows.push(store.row(`${round * half} overwritten at random`));
  }
  for (let i = 0; i < half; i++) if (random.below(2)) store.drop(i);
  rows.push(store.row("half of them invalidated"));
  for (let i = 0; i < half; i++) store.put(i, pages[random.below(pages.length)]);
  rows.push(store.row("stored again"));
  return rows;
}

/** Slabs of equal slots: only their arithmetic, which is all that density needs. */
class SizeClasses {
  constructor(step) {
    this.step = step;
    this.partial = new Map();
    this.slabs = 0;
  }

  take(bytes) {
    const slot = Math.ceil(bytes / this.step) * this.step;
    const list = this.partial.get(slot) ?? new Set();
    this.partial.set(slot, list);
    let fullest;
    for (const slab of list) if (fullest === undefined || slab.used > fullest.used) fullest = slab;
    if (fullest === undefined) {
      fullest = { slot, slots: Math.floor(SLAB_BYTES / slot), used: 0 };
      list.add(fullest);
      this.slabs += 1;
    }
    fullest.used += 1;
    if (fullest.used === fullest.slots) list.delete(fullest);
    return fullest;
  }

  give(slab) {
    const list = this.partial.get(slab.slot);
    slab.used -= 1;
    list.add(slab);
    if (slab.used > 0) return;
    list.delete(slab);
    this.slabs -= 1;
  }
}

/** A pool and its rivals, which hold the same bodies. */
class Contest {
  constructor() {
    this.arenas = openArenas("doors", { maxBytes: 2 ** 30, dedupe: false });
    this.area = this.arenas.registry.openArea(1, 0, 0);
    this.rivals = [32, 16].map((step) => ({ classes: new SizeClasses(step), held: new Map() }));
  }

  put(offset, page) {
    if (!put(this.arenas, this.area, offset, page)) throw new Error("full");
    const bytes = this.arenas.memory.each()[0].engine.door_stored(this.area, offset);
    this.#giveUp(offset);
    if (bytes > 0) for (const { classes, held } of this.rivals) held.set(offset, classes.take(bytes));
  }

  drop(offset) {
    this.arenas.invalidatePage(addressOf(this.area, offset));
    this.#giveUp(offset);
  }

  #giveUp(offset) {
    for (const { classes, held } of this.rivals) {
      const slab = held.get(offset);
      if (slab !== undefined) classes.give(slab);
      held.delete(offset);
    }
  }

  row(label) {
    const { compressed, slabs } = this.arenas.stats().bytes;
    const rivals = this.rivals.map(({ classes }) => compressed / (classes.slabs * SLAB_BYTES));
    return [
      label,
      (compressed / 2 ** 20).toFixed(1),
      percent(compressed / slabs),
      ...rivals.map((part) => percent(part)),
    ];
  }
}
