/**
 * density.mjs - `npm run bench:density [-- FILE]`: how much of its slabs a pool fills with bodies, against slabs of size
 * classes over the same bodies, stored and freed in the same order.
 *
 * The pages are those of FILE, a raw image of 4 KiB pages, or of this process's own memory. Two rivals: classes of 32
 * bytes in slabs of 64 KiB, with the fullest slab first, empty slabs reused across classes; and the same with 16 bytes.
 * After the fill each page is overwritten with another one three times over, in random order with a fixed seed.
 */
import { readFileSync } from "node:fs";
import Table from "cli-table3";
import { make } from "../scripts/make.mjs";

await make("engine", "library", "tests");
const { Arenas } = await import("../build/lib/arenas.js");
const { checkOpenOptions } = await import("../build/lib/options.js");
const { livePages } = await import("../build/tests/support/pages.js");
const { Random } = await import("../build/tests/support/random.js");

const SLAB_BYTES = 65_536;
const PAGE_BYTES = 4096;

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

function pagesOf(path) {
  if (path === undefined) return livePages(20_000);
  const image = readFileSync(path);
  return Array.from({ length: Math.floor(image.length / PAGE_BYTES) }, (_, i) =>
    image.subarray(i * PAGE_BYTES, (i + 1) * PAGE_BYTES),
  );
}

const pages = pagesOf(process.argv[2]);
const half = pages.length >> 1;
const module = new WebAssembly.Module(readFileSync(new URL("../build/wasm/doors.wasm", import.meta.url)));
const options = checkOpenOptions({ maxBytes: 2 ** 30, dedupe: false });
const arena = new Arenas(module, options);
const area = arena.accounts.openArea(1, 0, 0);
const rivals = [new SizeClasses(32), new SizeClasses(16)];
const held = rivals.map(() => new Map());

function store(offset, page) {
  if (!arena.store(area, offset, page)) throw new Error("full");
  const bytes = arena.memory.list[0].engine.door_stored(area, offset);
  for (const [i, rival] of rivals.entries()) {
    const before = held[i].get(offset);
    if (before !== undefined) rival.give(before);
    if (bytes > 0) held[i].set(offset, rival.take(bytes));
    else held[i].delete(offset);
  }
}

const rows = [];
function record(name) {
  const { compressed, slabs } = arena.stats().bytes;
  const share = (bytes) => `${((100 * compressed) / bytes).toFixed(1)} %`;
  rows.push([
    name,
    (compressed / 2 ** 20).toFixed(1),
    share(slabs),
    ...rivals.map(({ slabs }) => share(slabs * SLAB_BYTES)),
  ]);
}

for (let i = 0; i < half; i++) store(i, pages[i]);
record(`${half} pages stored`);
const random = new Random(1);
for (let round = 1; round <= 3; round++) {
  for (let i = 0; i < half; i++) store(random.below(half), pages[random.below(pages.length)]);
  record(`${round * half} overwritten at random`);
}
for (let i = 0; i < half; i++)
  if (random.below(2)) {
    arena.invalidatePage(area, i);
    for (const [r, rival] of rivals.entries()) {
      const before = held[r].get(i);
      if (before !== undefined) rival.give(before);
      held[r].delete(i);
    }
  }
record("half of them invalidated");
for (let i = 0; i < half; i++) store(i, pages[random.below(pages.length)]);
record("stored again");

const table = new Table({
  head: ["bodies / slabs", "bodies, MiB", "Spillway", "classes of 32 B", "classes of 16 B"],
  colAligns: ["left", "right", "right", "right", "right"],
  style: { head: [], border: [] },
});
table.push(...rows);
console.log(table.toString());
