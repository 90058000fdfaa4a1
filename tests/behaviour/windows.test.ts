/**
 * Shows that everything an operation writes down for itself lies in the window of its instance.
 *
 * How: two instances of the module for threads over one memory, each with a window of its own. They take
 * turns. What one does leaves every byte of the other's window alone, and work that one has begun continues
 * after the other's turn.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { makePage, PAGE_KINDS } from "#kit/generated_pages.js";
import { moduleBytes } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import * as abi from "#lib/abi.js";
import type { EngineExports } from "#lib/engine/exports.js";

interface Threads extends EngineExports {
  window_bytes(pageBytes: number): number;
  window_move(to: number): void;
}

const WASM_PAGE = 65536;
/** The engine may grow to here; the second window lies behind. */
const LIMIT = 256;

/**
 * Two instances over one memory: the first has the window that every module has, the second one behind the
 * arena.
 */
function twoInstances(pageBytes: number, flags: number, seed: number) {
  const memory = new WebAssembly.Memory({ initial: LIMIT + 16, maximum: 65535 });
  const module = new WebAssembly.Module(moduleBytes("threads"));
  const start = () => new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Threads;
  const [first, second] = [start(), start()];
  assert.equal(first.init(pageBytes, LIMIT, flags, seed, 7), 1);
  const bytes = first.window_bytes(pageBytes);
  const there = LIMIT * WASM_PAGE + 128;
  second.window_move(there);
  return {
    first,
    second,
    memory: new Uint8Array(memory.buffer),
    windows: [abi.WINDOW_PTR, there] as const,
    bytes,
  };
}

describe("instances over one memory", () => {
  const seed = runSeed();
  test(`take turns, and neither touches the other's window (seed ${seed})`, () => {
    const random = new Random(seed);
    const size = 4096;
    const flags = abi.FLAG_DEDUPE | abi.FLAG_VERIFY | abi.FLAG_COMPRESS;
    const { first, second, memory, windows, bytes } = twoInstances(size, flags, seed);
    const client = first.open_client(1, 0);
    assert.equal(first.open_area(1, client, 1), 1);
    const model = new Map<number, Uint8Array>();
    for (let step = 0; step < 3000; step++) {
      const turn = random.below(2);
      const engine = turn ? second : first;
      const window = windows[turn] as number;
      const other = windows[1 - turn] as number as number;
      const before = memory.slice(other, other + bytes);
      const offset = random.below(300);
      const kind = random.below(10);
      if (kind < 5) {
        const page = makePage(random, random.pick(PAGE_KINDS), size);
        memory.set(page, window);
        const status = engine.store_page(1, offset, size, random.below(4));
        if (status === abi.Status.STORED) model.set(offset, page);
        else model.delete(offset);
      } else if (kind < 9) {
        const page = model.get(offset);
        assert.equal(engine.load_page(1, offset, size, 0), page ? size : abi.Status.MISS);
        if (page) assert.deepEqual(memory.subarray(window, window + size), page);
      } else {
        assert.equal(engine.invalidate_page(1, offset), model.delete(offset) ? 1 : 0);
      }
      assert.deepEqual(memory.subarray(other, other + bytes), before, `step ${step}`);
      if (step % 500 === 0) assert.equal(engine.self_check(), 0);
    }
    assert.ok(model.size > 100);
    for (const engine of [first, second]) assert.equal(engine.self_check(), 0);
  });

  test("a page handed out to be made denser is still handed out after the other's turn", () => {
    const random = new Random(5);
    const size = 4096;
    const { first, second, memory, windows } = twoInstances(size, abi.FLAG_VERIFY | abi.FLAG_COMPRESS, 3);
    first.open_area(1, first.open_client(1, 0), 1);
    const page = makePage(random, "text", size);
    memory.set(page, windows[0]);
    assert.equal(first.store_page(1, 0, size, 0), abi.Status.STORED);
    const rows = (window: number) => new Uint32Array(memory.buffer, window + abi.WINDOW_ROWS_AT, 4);
    second.rested_next(0, 0, 0, 1);
    assert.equal(rows(windows[1])[abi.ROW_BYTES_AT / 4], size);
    assert.deepEqual(memory.subarray(windows[1], windows[1] + size), page);
    // The first instance looks for one as well, finds the same, and gives its own up: nothing is kept of no
    // block.
    first.rested_next(1 << 20, 0, 0, 1);
    assert.equal(rows(windows[0])[abi.ROW_BYTES_AT / 4], 0);
    assert.equal(first.rested_keep(0), 0);
    // What the second holds is still the page that it was handed: 0 bytes mark its body as tried, so it is
    // not offered again.
    assert.equal(second.rested_keep(0), 0);
    second.rested_next(0, 0, 0, 1);
    assert.equal(rows(windows[1])[abi.ROW_BYTES_AT / 4], 0);
  });

  test("pages of an image are hashed under its seed in one window, under the pool's in the other", () => {
    const random = new Random(9);
    const size = 4096;
    const { first, second, memory, windows, bytes } = twoInstances(size, abi.FLAG_VERIFY, 11);
    const page = makePage(random, "json", size);
    const hash = (engine: Threads, window: number) => {
      memory.set(page, window);
      engine.hash_page(1, size);
      return new BigUint64Array(memory.buffer, window + abi.WINDOW_ROWS_AT, 1)[0];
    };
    const expected = hash(first, windows[0]);
    assert.equal(hash(second, windows[1]), expected);
    // Whatever the first makes of its copy of the secret, the second does not see it.
    memory.fill(0xa5, windows[0], windows[0] + bytes);
    second.image_check(size, 1, 1234, 5678);
    assert.notEqual(new BigUint64Array(memory.buffer, windows[1] + abi.WINDOW_ROWS_AT, 1)[0], expected);
    assert.ok(memory.subarray(windows[0], windows[0] + bytes).every((byte) => byte === 0xa5));
    assert.equal(hash(second, windows[1]), expected);
  });
});
