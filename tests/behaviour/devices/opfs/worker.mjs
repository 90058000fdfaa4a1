/**
 * worker.mjs - pools that spill to the origin private file system, in a dedicated worker.
 */
import { opfsDevice } from "../../../../build/adapters/opfs.js";
import { Spillway } from "../../../../build/spillway.js";

const PAGE = 4096;

/** Bytes that do not compress and differ for each n: xorshift32 (Marsaglia, 2003), a word at a time. */
function noise(n) {
  const words = new Uint32Array(PAGE / 4);
  let state = Math.imul(n + 1, 2654435761) | 1;
  for (let at = 0; at < words.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return new Uint8Array(words.buffer);
}

/** Folders of devices in this origin. */
async function folders() {
  const root = await navigator.storage.getDirectory();
  const all = await root.getDirectoryHandle("spillway", { create: true });
  const names = [];
  for await (const name of all.keys()) names.push(name);
  return names;
}

async function open({ maxBytes = "64MiB", memory = "2MiB" }) {
  const device = await opfsDevice({ maxBytes, encrypt: false });
  const pool = Spillway.openSync({ maxBytes: memory, spill: device });
  const swap = pool.frontswap();
  swap.init(0);
  return { pool, swap };
}

/** Stores pages until `count` of them are kept or one is refused. Answers how many were kept. */
function store(swap, count) {
  for (let n = 0; n < count; n++) if (!swap.store(0, n, noise(n))) return n;
  return count;
}

/** Loads all pages; throws at the first that is not what was stored. */
function verify(swap, count) {
  const target = new Uint32Array(PAGE / 4);
  for (let n = 0; n < count; n++) {
    if (!swap.load(0, n, target)) throw new Error(`page ${n} is not here`);
    const wanted = new Uint32Array(noise(n).buffer);
    for (let at = 0; at < wanted.length; at++)
      if (target[at] !== wanted[at]) throw new Error(`page ${n} has other bytes`);
  }
}

const TASKS = {
  /** Stores and loads so many pages. */
  async spill(settings) {
    const count = Number(settings.pages);
    const { pool, swap } = await open(settings);
    const times = [performance.now()];
    const kept = store(swap, count);
    times.push(performance.now());
    verify(swap, kept);
    times.push(performance.now());
    const { spill, bytes } = pool.stats();
    const before = await folders();
    const finding = pool.selfCheck();
    pool.close();
    // The name of the folder goes a moment after the pool.
    for (let tries = 0; tries < 100 && (await folders()).includes(before[0]); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return {
      kept,
      finding,
      storeMs: times[1] - times[0],
      loadMs: times[2] - times[1],
      bodies: spill.bodies,
      diskBytes: spill.devices[0].diskBytes,
      reserved: bytes.reserved,
      folders: before,
      left: await folders(),
    };
  },

  /** Holds a pool with spilled pages, and says so. */
  async hold(settings) {
    const { pool, swap } = await open(settings);
    const kept = store(swap, 2000);
    self.held = pool;
    return { kept, bodies: pool.stats().spill.bodies, folders: await folders() };
  },

  /** Opens a device and closes it; which folders are left. */
  async look() {
    await (await opfsDevice({ maxBytes: "4MiB", encrypt: false })).close();
    return { folders: await folders() };
  },

  /** Stores until the origin has no more room, and loads all that was kept. */
  async quota(settings) {
    const { pool, swap } = await open({ ...settings, maxBytes: "4GiB" });
    const kept = store(swap, Number(settings.pages));
    const { spill, refused } = pool.stats();
    verify(swap, kept);
    // What is dropped makes room again.
    for (let n = 0; n < kept / 2; n++) swap.invalidatePage(0, n);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    let again = 0;
    while (again < 500 && swap.store(0, again, noise(again))) again += 1;
    const finding = pool.selfCheck();
    pool.close();
    const [device] = spill.devices;
    return { kept, again, refused: refused.full, state: device.state, faults: device.faults, finding };
  },
};

addEventListener("message", async ({ data: { task, settings } }) => {
  try {
    postMessage(await TASKS[task](settings));
  } catch (error) {
    postMessage({ error: `${error} ${error.stack}` });
  }
});
