/**
 * page.mjs - fills a pool on the page's own thread, and marks when its background work begins and ends.
 *
 * The query has `pages`, how many, and `size`, bytes of each. What each kind of work did, and how many pages
 * came back other than they were, is posted to /report/background.
 */
import { Spillway } from "/build/spillway.js";

const query = new URLSearchParams(location.search);
const count = Number(query.get("pages"));
const size = Number(query.get("size"));

/** Does something between two marks, which the browser's trace has too. */
async function marked(name, work) {
  performance.mark(`${name} begins`);
  const done = await work();
  performance.mark(`${name} ends`);
  return done;
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

const WORDS = "layer stroke brush colour opacity canvas filter tile history undo".split(" ");
const encoder = new TextEncoder();

/** Page `i`: text of words and numbers, another one for each. */
function pageOf(i) {
  let text = `${i}`;
  for (let seed = i + 1; text.length < size; seed = (seed * 1103515245 + 12345) % 2 ** 31)
    text += ` "${WORDS[(seed >> 8) % WORDS.length]}": ${seed % 1000},`;
  return encoder.encode(text.slice(0, size));
}

async function run() {
  const pool = await Spillway.open({ maxBytes: "256MiB", pageSize: size, recompress: { minIdle: 100 } });
  const swap = pool.frontswap();
  swap.init(0);
  for (let i = 0; i < count; i++) {
    if (!swap.store(0, i, pageOf(i))) throw new Error(`page ${i} was refused`);
    if (i % 64 === 0) await turn();
  }
  const before = pool.stats().bytes.reserved;
  await marked("unasked", () => new Promise((resolve) => setTimeout(resolve, 1500)));
  const dense = await marked("recompress", () => pool.recompress({ minIdle: 0 }));
  for (let i = 0; i < count; i++) {
    if (i % 8 !== 0) swap.invalidatePage(0, i);
    if (i % 64 === 0) await turn();
  }
  const moved = await marked("compact", () => pool.compact());
  const given = await marked("shrink", () => pool.shrink(0));
  let wrong = 0;
  const back = new Uint8Array(size);
  for (let i = 0; i < count; i += 8) {
    const page = pageOf(i);
    if (!swap.load(0, i, back) || back.some((byte, at) => byte !== page[at])) wrong++;
    if (i % 64 === 0) await turn();
  }
  return { wrong, dense, moved, given, before, after: pool.stats().bytes.reserved };
}

const report = await run().catch((error) => ({ error: `${error.name}: ${error.message}` }));
await fetch("/report/background", { method: "POST", body: JSON.stringify(report) });
