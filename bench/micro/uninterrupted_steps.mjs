/**
 * uninterrupted_steps.mjs - how long the steps of background work take that nothing interrupts: rows of
 * costs.mjs.
 *
 *   steps     training and encoding of pages that were made to be slow, by a workshop, step by step. Each
 *             step is repeated with the same bytes, and the least of its times counts, in processor time: so
 *             what else the machine does is not in it
 *   firefox   recompression of 20,000 pages on a page's own thread, where `firefox-esr` is installed: how
 *             long it takes, and by how much the latest hundredth of the page's timers came too late
 */
import { moduleBytes } from "#kit/pools.js";
import { cpuMs } from "#kit/timing.js";
import { WINDOW_PTR } from "#lib/abi.js";
import { hostilePages } from "./hostile_pages.mjs";
import { recompressInFirefox, recompressInNode } from "./recompress_in_firefox.mjs";

const ROUNDS = 3;
const SAMPLE_BYTES = 2 ** 20;
/** Milliseconds that a step may take, by page size. */
const REACH_MS = { 4096: 1, 65536: 5 };
const FIREFOX_GAP_MS = 50;
/** Times what Node takes in the same run. */
const FIREFOX_TIMES = 3;

/**
 * Milliseconds of each step of a training from copies of `page`, a little changed, and of encoding `pages` by
 * the dictionary that comes of it.
 */
function timesOf(module, size, page, pages) {
  const { exports } = new WebAssembly.Instance(module);
  if (!exports.workshop_open(size, SAMPLE_BYTES)) throw new Error("no memory");
  const window = new Uint8Array(exports.memory.buffer, WINDOW_PTR, size);
  const times = [];
  for (let i = 0; i < SAMPLE_BYTES / size; i++) {
    window.set(page);
    for (let at = i % 512; at < size; at += 512) window[at] ^= i % 7;
    exports.workshop_sample(size);
  }
  times.push(cpuMs(() => exports.workshop_train(1)));
  let bytes = 0;
  while (!bytes)
    times.push(
      cpuMs(() => {
        bytes = exports.workshop_step();
      }),
    );
  times.push(cpuMs(() => exports.workshop_use(bytes)));
  for (const one of pages) {
    window.set(one);
    times.push(cpuMs(() => exports.workshop_begin(size)));
    let length = -1;
    while (length < 0)
      times.push(
        cpuMs(() => {
          length = exports.workshop_encode(size);
        }),
      );
  }
  return times;
}

function stepRow(module, size) {
  const pages = hostilePages(size);
  let worst = { ms: 0, name: "" };
  let steps = 0;
  for (const [name, page] of Object.entries(pages)) {
    let least;
    for (let round = 0; round < ROUNDS; round++) {
      const times = timesOf(module, size, page, Object.values(pages));
      least = least === undefined ? times : least.map((ms, i) => Math.min(ms, times[i]));
    }
    steps += least.length;
    for (const ms of least) if (ms > worst.ms) worst = { ms, name };
  }
  const reach = REACH_MS[size];
  return {
    what: `one step of training or dense encoding, hostile pages of ${size / 1024} KiB`,
    found: `${worst.ms.toFixed(2)} ms, the longest of ${steps} (trained from ${worst.name})`,
    wanted: `${reach} ms`,
    met: worst.ms <= reach,
  };
}

async function firefoxRow() {
  const what = "recompress of 20,000 pages on a page's thread in Firefox";
  const wanted =
    `99 of 100 timers at most ${FIREFOX_GAP_MS} ms late, ` + `at most ${FIREFOX_TIMES} times what Node takes`;
  const here = await recompressInNode();
  const there = await recompressInFirefox();
  if (there === undefined) return { what, found: "no firefox-esr here", wanted, met: false };
  const spell = ({ ms, gap }) => `${(ms / 1e3).toFixed(1)} s, timers ${gap.toFixed(0)} ms late`;
  return {
    what,
    found: `${spell(there)} (Node ${spell(here)})`,
    wanted,
    met: there.gap <= FIREFOX_GAP_MS && there.ms <= FIREFOX_TIMES * here.ms,
  };
}

export function steps() {
  const module = new WebAssembly.Module(moduleBytes("engine"));
  return [stepRow(module, 4096), stepRow(module, 65_536)];
}

export async function firefox() {
  return [await firefoxRow()];
}
