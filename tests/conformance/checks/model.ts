/**
 * model.ts - faces of a pool beside plain objects that say what they must hold, under random operations.
 */
import { type Check, Dice, equal, noise, ok, openPool, pageOf, sameBytes, sameJson, text } from "../tools.js";

const STEPS = 3000;

export const MODEL: readonly Check[] = [
  {
    name: "model: a frontswap beside a Map of pages, while memory moves",
    async run(host) {
      const dice = new Dice(host.settings.seed);
      const { pool, swap, load, close } = openPool(host, { maxBytes: "1MiB" });
      const model = new Map<number, Uint8Array>();
      const counts = { kept: 0, refused: 0, hit: 0 };
      for (let step = 0; step < STEPS; step++) {
        const [offset, dial] = [dice.below(500), dice.below(20)];
        if (dial < 9) {
          const page = pageOf(dice.below(400), dice.below(4) === 0 ? 1 + dice.below(4096) : 4096);
          const kept = swap.store(0, offset, page);
          counts[kept ? "kept" : "refused"] += 1;
          if (kept) model.set(offset, page);
          else model.delete(offset);
        } else if (dial < 16) {
          const [found, wanted] = [load(offset), model.get(offset)];
          equal(found === undefined, wanted === undefined, `step ${step}: whether page ${offset} is here`);
          if (wanted !== undefined) {
            sameBytes(found, wanted, `step ${step}: page ${offset}`);
            counts.hit += 1;
          }
        } else if (dial < 19) {
          equal(swap.invalidatePage(0, offset), model.delete(offset), `step ${step}: invalidatePage`);
        } else if (dice.below(10) === 0) {
          await (dice.below(2) === 0 ? pool.compact({ budgetMs: 2 }) : pool.shrink(0, { budgetMs: 2 }));
        }
        equal(swap.currPages(0), model.size, `step ${step}: currPages`);
        if (step % 500 === 0) equal(pool.selfCheck(), 0, `step ${step}: selfCheck`);
      }
      ok(counts.kept > 500 && counts.hit > 200, `${counts.kept} kept, ${counts.hit} hits`);
      for (const [offset, page] of model) sameBytes(load(offset), page, `page ${offset} at the end`);
      close();
    },
  },
  {
    name: "model: a map beside a Map, in the order of insertion",
    run(host) {
      const dice = new Dice(host.settings.seed + 1);
      const { pool, close } = openPool(host, { maxBytes: "2MiB" });
      const map = pool.map({ hotBytes: 3000 });
      const model = new Map<string, unknown>();
      for (let step = 0; step < STEPS; step++) {
        const [key, dial] = [`key ${dice.below(300)}`, dice.below(10)];
        if (dial < 5) {
          const length = dice.below(dice.below(2) === 0 ? 60 : 3000);
          const value =
            dice.below(2) === 0 ? { step, text: "é".repeat(length) } : `${step} ${"x".repeat(length)}`;
          if (map.trySet(key, value)) model.set(key, value);
        } else if (dial < 8) sameJson(map.get(key), model.get(key), `step ${step}: ${key}`);
        else if (dial < 9) equal(map.delete(key), model.delete(key), `step ${step}: delete`);
        else equal(map.has(key), model.has(key), `step ${step}: has`);
        equal(map.size, model.size, `step ${step}: size`);
      }
      sameJson([...map.entries()], [...model], "all entries");
      close();
    },
  },
  {
    name: "model: a cache never answers another value than the last, nor a part of one",
    run(host) {
      const dice = new Dice(host.settings.seed + 2);
      const { pool, close } = openPool(host, { maxBytes: "1MiB" });
      const gone = new Set<string>();
      const cache = pool.cache<Uint8Array>({ dispose: (key, reason) => reason === "evict" && gone.add(key) });
      const model = new Map<string, number>();
      let hits = 0;
      for (let step = 0; step < 1500; step++) {
        const key = `${dice.below(600)}`;
        const value = cache.get(key);
        if (value === undefined) {
          ok(!model.has(key) || gone.has(key), `step ${step}: ${key} went without a word`);
          gone.delete(key);
          model.set(key, step);
          cache.set(key, noise(step, 500 + (step % 17) * 700));
        } else {
          const set = model.get(key) as number;
          sameBytes(value, noise(set, 500 + (set % 17) * 700), `step ${step}: ${key}`);
          hits += 1;
        }
      }
      ok(hits > 50 && cache.stats().evicted > 50, `${hits} hits, ${cache.stats().evicted} evicted`);
      close();
    },
  },
  {
    name: "model: a buffer beside an array, with two resident frames and more",
    run(host) {
      const dice = new Dice(host.settings.seed + 3);
      for (const frame of [4096, 65536]) {
        const { pool, close } = openPool(host);
        const buffer = pool.buffer(10 * frame, { residentBytes: 3 * frame, frame });
        const model = new Uint8Array(10 * frame);
        for (let step = 0; step < 400; step++) {
          const at = dice.below(model.length);
          const length = 1 + dice.below(Math.min(2 * frame, model.length - at));
          const dial = dice.below(8);
          if (dial < 4) {
            const bytes = text(dice.below(1000), length);
            buffer.write(at, bytes);
            model.set(bytes, at);
          } else if (dial < 7) {
            const target = new Uint8Array(length);
            buffer.read(at, target);
            sameBytes(target, model.subarray(at, at + length), `step ${step}: ${length} bytes at ${at}`);
          } else {
            buffer.discard(at, length);
            model.fill(0, at, at + length);
          }
        }
        close();
      }
    },
  },
];
