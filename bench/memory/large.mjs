/**
 * large.mjs - pools past 4 GiB: 5 GiB of incompressible pages in a pool of 6 GiB, and 2 x 10^7 same-filled
 * and as many tiny pages, and what they cost the JavaScript heap.
 *
 * Every incompressible page is compared, and one in 97 of the others.
 */
import { setTimeout as pause } from "node:timers/promises";
import { Random } from "#kit/random.js";
import { verdict } from "#kit/report.js";
import { openSwap } from "#kit/swap.js";
import { bench, count } from "../options.mjs";

const MiB = 2 ** 20;
const HEAP_BOUND_MIB = 50;
const CHECKED = 97;

export const command = bench()
  .option("--raw <count>", "incompressible pages of 4 KiB", count, (5 * 2 ** 30) / 4096)
  .option("--small <count>", "same-filled pages, and tiny ones", count, 20_000_000)
  .action(async ({ raw, small }) => {
    incompressible(raw);
    await many("same-filled", small, new Uint8Array(4096), (i, page) => page.fill(i & 63));
    await many("tiny", small, new Uint8Array(12), (i, page) => {
      const words = new DataView(page.buffer);
      words.setUint32(0, i, true);
      words.setUint32(8, ~i, true);
    });
  });

function incompressible(wanted) {
  const { pool, swap } = openSwap({ maxBytes: "6GiB" });
  const noise = new Random(1).fill(new Uint8Array(4096));
  const base = new Uint32Array(noise.buffer);
  const page = new Uint8Array(4096);
  const words = new Uint32Array(page.buffer);
  // Each page is noise of its own: a product with an odd number is a bijection of words.
  const write = (i) => {
    for (let at = 0; at < 1024; at++) words[at] = Math.imul(base[at] ^ i, 2654435761 + 2 * at);
  };
  let kept = 0;
  for (let i = 0; i < wanted; i++) {
    write(i);
    if (swap.store(0, i, page)) kept += 1;
  }
  const back = new Uint8Array(4096);
  let same = 0;
  for (let i = 0; i < wanted; i++) {
    write(i);
    if (swap.load(0, i, back) && Buffer.compare(back, page) === 0) same += 1;
  }
  const { arenas, incompressiblePages } = pool.stats();
  console.log(
    `large: a pool of 6 GiB kept ${kept} of ${wanted} incompressible pages (${incompressiblePages} raw) in ` +
      `${arenas.length} arenas, ${same} came back the same; bound all: ${verdict(same === wanted)}`,
  );
  pool.close();
}

/** So many pages; `write` makes the page of a number. */
async function many(kind, pages, page, write) {
  const { pool, swap } = openSwap({ maxBytes: "4GiB" });
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const look = () => (most = Math.max(most, process.memoryUsage().heapUsed));
  for (let i = 0; i < pages; i++) {
    write(i, page);
    if (!swap.store(0, i, page)) throw new Error(`page ${i} was refused`);
    if (i % 1_000_000 === 0) look();
  }
  const back = new Uint8Array(page.length);
  for (let i = 0; i < pages; i += CHECKED) {
    write(i, page);
    if (!swap.load(0, i, back) || Buffer.compare(back, page) !== 0) throw new Error(`page ${i} is another`);
  }
  look();
  const { bytes, storedPages } = pool.stats();
  const grown = (most - before) / MiB;
  console.log(
    `large: ${storedPages} ${kind} pages take ${(bytes.used / storedPages).toFixed(1)} bytes each; ` +
      `the JavaScript heap grew by ${grown.toFixed(1)} MiB; ` +
      `bound ${HEAP_BOUND_MIB} MiB: ${verdict(grown < HEAP_BOUND_MIB)}`,
  );
  pool.close();
  await pause(100);
}
