/**
 * Shows that a pool behaves like a Map that may refuse, under random operations, and that every structure of the
 * engine adds up after each of them.
 *
 * How: two clients with several areas over one small arena, so that it is full half of the time; pages of all kinds
 * and lengths from a small stock, so that duplicates are common. After each operation the engine's self check, the
 * operation's answer against the model, and now and then every page. On the verify build (costly assertions, red
 * zones), on the release build, and on one whose hash has four bits, where nearly every new page collides with others
 * and only comparing bytes keeps them apart. Then pools of several small arenas, in which pages move from one to another in
 * the inner steps of a shrink, slabs are compacted, limits and codecs change and the host refuses growth, all of it at
 * random between the operations (tests/support/model.ts); \`npm run soak:model\` does that a million times a seed. Last, all
 * sequences of up to four operations over two keys, without chance. Messages name the laws of ARCHITECTURE.md by number.
 * The seed is printed; SPILLWAY_SEED=n repeats a run, SPILLWAY_STEPS=n sets its length.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { frontswapOver, openArenas } from "../support/arena.js";
import { movingModel, PoolModel } from "../support/model.js";
import { Random, runSeed } from "../support/random.js";

const STEPS = Number(process.env.SPILLWAY_STEPS ?? 20_000);

const seed = runSeed();

/** Runs so many steps; a failure names its step and how to repeat it. */
function runFor(run: PoolModel, steps: number): void {
  let step = 0;
  try {
    for (; step < steps; step++) {
      run.step();
      if (step % 1000 === 0) run.everything();
    }
    run.everything();
  } catch (error) {
    throw new Error(`step ${step}; repeat with SPILLWAY_SEED=${seed}`, { cause: error });
  }
}

describe(`the model, seed ${seed}`, () => {
  for (const build of ["verify", "doors", "collide"] as const) {
    for (const [pageSize, dedupe] of [
      [4096, "client"],
      [4096, "pool"],
      [4096, false],
      [65536, "client"],
    ] as const) {
      test(`${build}, pages of ${pageSize}, dedupe ${dedupe}`, (t) => {
        const run = new PoolModel(new Random(seed), {
          build,
          pool: {
            maxBytes: 64 * pageSize + 2 ** 20,
            pageSize,
            dedupe,
            incompressible: dedupe === "pool" ? "refuse" : "keep",
          },
        });
        const steps = STEPS / (pageSize === 4096 ? 1 : 10) / (build === "collide" ? 10 : 1);
        runFor(run, steps);
        const stats = run.arenas.stats();
        t.diagnostic([...run.counts].map(([what, n]) => `${what} ${n}`).join(", "));
        // A long run means something only if it has been everywhere.
        if (build === "collide" && dedupe) assert.ok(stats.hashCollisions > 0, "hashes collided");
        if (steps < 10_000) return;
        for (const what of ["kept", "refused", "hit", "miss", "invalidateArea"])
          assert.ok(run.counts.get(what), what);
        assert.ok(stats.squeezed.slabs > 0, "slabs were squeezed");
        if (dedupe === "pool") assert.ok(stats.refused.poor > 0, "pages were too poor");
        else assert.ok(stats.refused.full > 0, "it was full at times");
      });
    }
  }

  for (const build of ["verify", "doors"] as const) {
    test(`${build}, several arenas: pages, limits and codecs move, growth is refused`, (t) => {
      const seen = new Map<string, number>();
      let most = 0;
      for (let round = 0; round < 4; round++) {
        const run = movingModel(build, new Random(seed + round));
        runFor(run, STEPS / 8);
        for (const [what, n] of run.counts) seen.set(what, (seen.get(what) ?? 0) + n);
        most = Math.max(most, run.arenas.stats().arenas.length);
      }
      t.diagnostic([...seen].map(([what, n]) => `${what} ${n}`).join(", "));
      if (STEPS < 20_000) return;
      for (const what of ["drain", "undrain", "moved", "empty", "compacted", "takePages", "refused"])
        assert.ok(seen.get(what), what);
    });
  }

  test("every sequence of up to four operations over two keys and four kinds of page", () => {
    const arena = openArenas("verify", { maxBytes: "1MiB" });
    const random = new Random(7);
    const pages = [
      new Uint8Array(4096),
      new Uint8Array(Buffer.alloc(4096, "twice the same text, ")),
      random.fill(new Uint8Array(4096)),
      random.fill(new Uint8Array(4096)).subarray(0, 100),
    ];
    const swap = frontswapOver(arena, 1, 1);
    const target = new Uint8Array(4096);
    // 0-7 store page 0-3 under key 0-1; 8-9 load; 10-11 invalidate; 12 drop the area and open it again.
    const OPERATIONS = 13;
    let sequences = 0;
    for (let length = 1; length <= 4; length++) {
      for (let code = 0; code < OPERATIONS ** length; code++) {
        const model = new Map<number, Uint8Array>();
        swap.init(0);
        for (let i = 0, rest = code; i < length; i++, rest = Math.floor(rest / OPERATIONS)) {
          const operation = rest % OPERATIONS;
          const key = operation & 1;
          if (operation < 8) {
            const page = pages[operation >> 1] as Uint8Array;
            assert.equal(swap.store(0, key, page), true);
            model.set(key, page);
          } else if (operation < 10) {
            const wanted = model.get(key);
            assert.equal(swap.load(0, key, target), wanted !== undefined);
            if (wanted) assert.equal(Buffer.compare(target.subarray(0, wanted.length), wanted), 0);
          } else if (operation < 12) {
            assert.equal(swap.invalidatePage(0, key), model.delete(key));
          } else {
            assert.equal(swap.invalidateArea(0), model.size);
            model.clear();
            swap.init(0);
          }
        }
        assert.equal(arena.selfCheck(), 0);
        swap.invalidateArea(0);
        sequences += 1;
      }
    }
    assert.equal(sequences, 13 + 13 ** 2 + 13 ** 3 + 13 ** 4);
    assert.equal(arena.stats().storedPages, 0);
  });
});
