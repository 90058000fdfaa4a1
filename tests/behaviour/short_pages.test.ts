/**
 * Shows that values shorter than a page are recompressed as well as full pages. At every page size and
 * length, values stored short take no more than the same values padded with zeros to a page, and all of them
 * come back.
 *
 * How: pools filled with JSON values, short and padded. `npm run bench -- recompress` has the figures.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type ShadowStats, Spillway, type SpillwayOptions } from "spillway";
import { livePages } from "#kit/live_memory.js";
import { Random, runSeed } from "#kit/random.js";

const seed = runSeed();
const WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi".split(
  " ",
);

/** A value of `bytes` bytes, as in a store of records. */
function value(random: Random, bytes: number): Uint8Array {
  const word = () => random.pick(WORDS);
  let json = "";
  while (json.length < bytes)
    json += JSON.stringify({
      id: random.below(1e9),
      user: `user-${random.below(1e6)}`,
      name: `${word()} ${word()}`,
      tags: [word(), word(), word()],
      score: random.below(1e6) / 1000,
    });
  return Buffer.from(json.slice(0, bytes));
}

function padded(page: Uint8Array, pageSize: number): Uint8Array {
  const whole = new Uint8Array(pageSize);
  whole.set(page);
  return whole;
}

interface Outcome {
  before: number;
  after: number;
  densePages: number;
  dictionaries: number;
}

/** Stores and recompresses the values, and compares all of them. */
async function recompressed(
  pages: readonly Uint8Array[],
  options: Partial<SpillwayOptions>,
): Promise<Outcome> {
  const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false, ...options });
  const swap = pool.frontswap();
  swap.init(0);
  for (const [i, page] of pages.entries()) assert.equal(swap.store(0, i, page), true);
  const before = pool.stats().bytes.compressed;
  const saved = await pool.recompress();
  const { bytes, densePages } = pool.stats();
  assert.equal(saved, before - bytes.compressed);
  for (const [i, page] of pages.entries()) {
    const back = new Uint8Array(page.length);
    assert.equal(swap.load(0, i, back), true, `law 2: page ${i}`);
    assert.equal(swap.pageLength(0, i), page.length);
    assert.equal(Buffer.compare(back, page), 0, `law 2: the bytes of page ${i}`);
  }
  assert.equal(pool.selfCheck(), 0);
  pool.close();
  return { before, after: bytes.compressed, densePages, dictionaries: bytes.dictionaries };
}

describe(`recompression of short pages, seed ${seed}`, () => {
  for (const [pageSize, lengths] of [
    [4096, [40, 150, 600, 1300, 3000]],
    [16384, [150, 1300]],
    [65536, [600, 3000]],
  ] as const) {
    test(`pages of ${pageSize}: values of ${lengths} bytes are as dense short as padded`, async (t) => {
      for (const bytes of lengths) {
        const random = new Random(seed);
        // A dictionary takes a block of sixteen pages, so more than that must be saved.
        const count = Math.ceil((64 * pageSize) / bytes) + 800;
        const values = Array.from({ length: count }, () => value(random, bytes));
        const short = await recompressed(values, { pageSize });
        assert.ok(short.densePages > 0.95 * count, `${short.densePages} of ${count} are dense`);
        assert.ok(short.after < 0.6 * short.before, `${short.before} to ${short.after}`);
        t.diagnostic(`${count} of ${bytes}: ${short.before} to ${short.after}`);
        // Whole pages of 64 KiB take long.
        if (count * pageSize > 3 * 2 ** 26) continue;
        const whole = await recompressed(
          values.map((one) => padded(one, pageSize)),
          { pageSize },
        );
        assert.ok(short.after <= 1.02 * whole.after, `${short.after} short, ${whole.after} padded`);
      }
    });
  }

  test("values of any length, tiny ones among them, and of pages and values together", async () => {
    const random = new Random(seed);
    const mixed = Array.from({ length: 6000 }, () =>
      value(random, 1 + random.below(random.pick([60, 900, 4096]))),
    );
    const { before, after, densePages } = await recompressed(mixed, {});
    assert.ok(densePages > 0.8 * mixed.length);
    assert.ok(after < 0.6 * before, `${before} to ${after}`);
    const live = [...livePages(600)].filter((page) => page.length === 4096);
    const both = await recompressed([...live, ...mixed], {});
    assert.ok(both.densePages > 0.8 * mixed.length);
    assert.ok(both.after < 0.85 * both.before);
  });

  test("too little to pay for a dictionary is left as it is, whatever its length", async () => {
    const random = new Random(seed);
    for (const [count, bytes] of [
      [2000, 60],
      [300, 400],
      [100, 4096],
    ] as const) {
      const values = Array.from({ length: count }, () => value(random, bytes));
      const { before, after, dictionaries } = await recompressed(values, {});
      assert.equal(after, before);
      assert.equal(dictionaries, 0);
    }
    // At pages of 64 KiB a dictionary takes a mebibyte.
    const values = Array.from({ length: 2000 }, () => value(random, 400));
    assert.equal((await recompressed(values, { pageSize: 65536 })).dictionaries, 0);
    assert.ok((await recompressed(values, {})).dictionaries > 0);
  });

  test("values that become shorter are no reason for another dictionary", async () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    for (let i = 0; i < 1500; i++) swap.store(0, i, value(random, 2000));
    await pool.recompress();
    const { dictionaries } = pool.stats().bytes;
    for (let round = 1; round <= 3; round++) {
      for (let i = 0; i < 1200; i++) swap.store(0, 10_000 * round + i, value(random, 600));
      assert.ok((await pool.recompress()) > 0);
    }
    assert.equal(pool.stats().bytes.dictionaries, dictionaries);
  });

  test("small budgets come to the end of it too", async () => {
    const random = new Random(seed);
    const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    for (let i = 0; i < 1000; i++) swap.store(0, i, value(random, 700));
    let calls = 0;
    for (; pool.stats().densePages < 950; calls++) {
      assert.ok(calls < 1000, `${pool.stats().densePages} pages are dense`);
      await pool.recompress({ budgetMs: 10 });
    }
    assert.ok(calls > 3, `${calls} calls`);
    assert.equal(pool.selfCheck(), 0);
  });

  test("shadow mode knows of short pages what it knows of whole ones", () => {
    for (const [pageSize, bytes] of [
      [4096, 30],
      [4096, 1300],
      [65536, 400],
    ] as const) {
      const sizes = (["live", "shadow"] as const).map((mode) => {
        const random = new Random(seed);
        const pool = Spillway.openSync({ maxBytes: "64MiB", pageSize, mode, autoShrink: false });
        const swap = pool.frontswap();
        swap.init(0);
        for (let i = 0; i < 12_000; i++) swap.store(0, i, value(random, 1 + random.below(2 * bytes)));
        const { storedPages, bytes: all } =
          mode === "live" ? pool.stats() : (pool.stats().shadow as ShadowStats);
        pool.close();
        return { storedPages, compressed: all.compressed, used: all.used };
      });
      const [live, shadow] = sizes as [(typeof sizes)[0], (typeof sizes)[0]];
      for (const what of ["storedPages", "compressed"] as const)
        assert.ok(Math.abs(shadow[what] / live[what] - 1) <= 0.01, `${what}: ${JSON.stringify(sizes)}`);
      // Memory is allocated in blocks.
      assert.ok(Math.abs(shadow.used - live.used) <= 0.03 * live.used + 34 * pageSize, JSON.stringify(sizes));
    }
  });
});
