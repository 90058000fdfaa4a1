/**
 * racing.ts - a worker that changes offsets and lengths in shared memory while the main thread hands them
 * over.
 *
 * A batch may take any offset that the worker ever wrote and any length that the page ever had, and nothing
 * else: no other client's bytes, no page longer than a page, no page under two keys or in two arenas, no
 * older page after a newer one.
 */
import assert from "node:assert/strict";
import { Worker } from "node:worker_threads";
import { frontswapOver, openArenas } from "../pools.js";
import { Random } from "../random.js";

const PAGE = 4096;
const MARK = "canary-bytes-";
const BATCH = 8;

type Growable = SharedArrayBuffer & { grow(bytes: number): void };

function growable(bytes: number): Growable {
  const make = SharedArrayBuffer as unknown as new (bytes: number, options: object) => Growable;
  return new make(bytes, { maxByteLength: 65536 });
}

/** Flips offsets between two values each, some out of range, and grows each page it is sent. */
const WORKER = `
const { workerData, parentPort } = require("node:worker_threads");
const { offsets } = workerData;
const shared = new Uint32Array(offsets);
let pages = [];
parentPort.on("message", (message) => { pages = message; });
let i = 0;
(function race() {
  for (let n = 0; n < 2000; n++) {
    for (let k = 0; k < shared.length; k++) shared[k] = (i + k) & 1 ? k : 100 + k;
    i += 1;
    if ((i & 127) === 0) for (const page of pages)
      if (page.byteLength < 60000) try { page.grow(page.byteLength + 1 + (i & 1023)); } catch {}
  }
  setImmediate(race);
})();
`;

export interface Race {
  stored: number;
  mistakes: number;
  /** Batches during which an offset was seen to change. */
  raced: number;
  arenas: number;
}

/** Races for `rounds` batches. Throws when a byte or a key is not one that the worker ever wrote. */
export async function race(rounds: number, seed: number): Promise<Race> {
  const offsets = new Uint32Array(new SharedArrayBuffer(4 * BATCH));
  for (let i = 0; i < BATCH; i++) offsets[i] = i;
  const worker = new Worker(WORKER, { eval: true, workerData: { offsets: offsets.buffer } });
  try {
    return await raceWith(worker, offsets, rounds, seed);
  } finally {
    await worker.terminate();
  }
}

async function raceWith(worker: Worker, offsets: Uint32Array, rounds: number, seed: number): Promise<Race> {
  const random = new Random(seed);
  // Several small arenas: a store that looked for the old page under another offset would leave the key in
  // two of them.
  const arenas = openArenas("verify", { maxBytes: "8MiB" }, 16);
  const [canary, swap] = [frontswapOver(arenas, 1, 1), frontswapOver(arenas, 2, 2)];
  for (const client of [canary, swap]) client.init(0);
  const secret = new Uint8Array(Buffer.alloc(PAGE, MARK));
  canary.store(0, 0, secret);
  for (let i = 0; arenas.memory.count < 3; i++) swap.store(0, 1000 + i, random.fill(new Uint8Array(PAGE)));
  const others = swap.currPages(0);
  const back = new Uint8Array(PAGE);
  const outcome: Race = { stored: 0, mistakes: 0, raced: 0, arenas: 0 };
  /** The stamp of the page that each key has. */
  const held = new Map<number, number>();
  const stampAt = (offset: number): number | undefined => {
    const bytes = swap.loadBytes(0, offset, back);
    assert.ok(bytes <= PAGE);
    assert.ok(!Buffer.from(back.buffer, 0, bytes).includes(MARK), "foreign bytes");
    return bytes === 0 ? undefined : new DataView(back.buffer).getUint32(0);
  };
  let buffers: Growable[] = [];
  const renew = async () => {
    buffers = Array.from({ length: BATCH }, () => growable(64 + random.below(PAGE - 64)));
    worker.postMessage(buffers);
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (let round = 0; round < rounds; round++) {
    if (round % 64 === 0) await renew();
    const pages = buffers.map((buffer, i) => {
      new DataView(buffer).setUint32(0, round * BATCH + i);
      return new Uint8Array(buffer);
    });
    canary.load(0, 0, back);
    const before = offsets.slice();
    let kept: boolean[] | undefined;
    try {
      kept = swap.storeMany(0, offsets, pages);
    } catch (error) {
      assert.match(String((error as { code?: string }).code), /ERR_SPILLWAY_ARG_RANGE/, String(error));
      outcome.mistakes += 1;
    }
    if (before.some((offset, i) => offset !== offsets[i])) outcome.raced += 1;
    for (let i = 0; i < BATCH; i++) {
      // Each page went to one of the two offsets that the worker writes there. The other key is as it was.
      const found = [i, 100 + i].filter((offset) => stampAt(offset) !== held.get(offset));
      if (kept?.[i]) {
        assert.equal(found.length, 1, "one page, one key");
        held.set(found[0] as number, round * BATCH + i);
        assert.equal(stampAt(found[0] as number), round * BATCH + i, "an older page");
        outcome.stored += 1;
      } else {
        // A page that was refused may have removed the older one under its key (law 1).
        for (const offset of found) {
          assert.ok(
            kept !== undefined && stampAt(offset) === undefined,
            "a page of a batch that was a mistake",
          );
          held.delete(offset);
        }
      }
    }
    assert.equal(swap.currPages(0), others + held.size);
    if (kept === undefined) await renew();
    if (round % 256 === 0) assert.equal(arenas.selfCheck(), 0);
  }
  assert.equal(arenas.selfCheck(), 0);
  for (const [offset, stamp] of held) {
    assert.equal(stampAt(offset), stamp);
    assert.equal(swap.invalidatePage(0, offset), true);
    assert.equal(swap.load(0, offset, back), false, "a key outlived its invalidation");
  }
  assert.equal(canary.load(0, 0, back), true);
  assert.deepEqual(back, secret);
  outcome.arenas = arenas.memory.count;
  return outcome;
}
