/**
 * Shows that a pool behaves under random operations like a Map that may refuse, while its memory moves, and
 * that every structure of the engine adds up after each operation. kit/models/pool.ts says what a run does.
 *
 * The runs use three builds: the verify build (costly assertions, red zones, a host that refuses to grow),
 * one with the released code, and one whose hash has four bits. In the last, almost every new page collides
 * with others, and only comparing bytes separates them. All run with one arena and with several. Then every
 * sequence of up to four operations over two keys is tried. The test prints its seed; SPILLWAY_SEED=n repeats
 * a run, SPILLWAY_STEPS=n sets its length. `npm run bench -- soak-model` makes longer runs.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ModelRun } from "#kit/models/pool.js";
import { frontswapOver, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";

const STEPS = Number(process.env.SPILLWAY_STEPS ?? 10_000);

const seed = runSeed();

describe(`the model, seed ${seed}`, () => {
  // Each run derives its settings and its operations from its own seed.
  let runs = 0;
  for (const build of ["verify", "doors", "collide"] as const) {
    for (const [pageSize, dedupe, several] of [
      [4096, "client", false],
      [4096, "client", true],
      [4096, "pool", true],
      [4096, false, true],
      [65536, "client", true],
    ] as const) {
      const arenas = several ? "several arenas" : "one arena";
      const own = (seed + runs++) >>> 0;
      test(`${build}, pages of ${pageSize}, dedupe ${dedupe}, ${arenas}`, (t) => {
        const run = new ModelRun({ build, pageSize, dedupe, several, seed: own });
        const steps = STEPS / (pageSize === 4096 ? 1 : 10) / (build === "collide" ? 10 : 1);
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
        const stats = run.arenas.stats();
        t.diagnostic([...run.counts].map(([what, n]) => `${what} ${n}`).join(", "));
        // A long run is only meaningful if it has reached everything.
        if (build === "collide" && dedupe && steps >= 1000)
          assert.ok(stats.hashCollisions > 0, "hashes collided");
        if (steps < 5000) return;
        const places = [
          "kept",
          "refused",
          "hit",
          "miss",
          "invalidateArea",
          "compact",
          "handBack",
          "limit",
          "frozen",
        ];
        if (several) places.push("drain", "fresh", "moved", "empty");
        for (const what of places) assert.ok(run.count(what) > 0, what);
        if (several) assert.ok(run.count("drain") > steps / 1000, "to the end pages moved");
        assert.ok(stats.squeezed.slabs > 0, "slabs were squeezed");
        if (several) assert.ok(stats.bytes.returned > 0, "memory was given back");
        if (dedupe === "pool") assert.ok(stats.refused.poor > 0, "pages were too poor");
        else assert.ok(stats.refused.full > 0, "it was full at times");
      });
    }
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
    // 0-7: store page 0-3 under key 0-1. 8-9: load. 10-11: invalidate. 12: invalidate and reopen the area.
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
