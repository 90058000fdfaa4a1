/**
 * laws.ts - the laws of the contract (ARCHITECTURE.md), as far as the public verbs show them.
 */
import {
  type Check,
  equal,
  fails,
  fillUp,
  noise,
  ok,
  openPool,
  PAGE,
  pageOf,
  sameBytes,
  sameJson,
  text,
} from "../tools.js";

export const LAWS: readonly Check[] = [
  {
    name: "law 1: a refused store changes nothing, but the older copy is gone",
    run(host) {
      const { pool, swap, load, close } = openPool(host, { incompressible: "refuse" });
      swap.store(0, 1, text(1));
      swap.store(0, 2, text(2));
      equal(swap.store(0, 1, noise(1)), false, "a store of noise");
      equal(load(1), undefined, "the older copy");
      sameBytes(load(2), text(2), "another page");
      const { bytes } = pool.stats();
      equal(swap.store(0, 3, noise(2)), false, "a store of noise under a new key");
      sameJson(pool.stats().bytes, bytes, "bytes after a refusal");
      close();
    },
  },
  {
    name: "law 2: pages of all kinds, lengths and sizes come back byte for byte",
    run(host) {
      for (const pageSize of [4096, 8192, 16384, 32768, 65536]) {
        const { swap, load, close } = openPool(host, { pageSize });
        const lengths = [1, 7, 8, 9, 63, 1000, pageSize - 1, pageSize];
        for (const [i, length] of lengths.entries())
          for (let kind = 0; kind < 5; kind++) {
            const page = pageOf(5 * i + kind, length);
            const given = page.slice();
            ok(swap.store(0, 5 * i + kind, given), "a store");
            given.fill(1);
            for (let time = 0; time < 2; time++)
              sameBytes(load(5 * i + kind), page, `page ${kind} of ${length} bytes`);
          }
        close();
      }
    },
  },
  {
    name: "law 2: bytes behind a short page are left alone; a short target is an error",
    async run(host) {
      const { swap, close } = openPool(host);
      swap.store(0, 1, text(1, 100));
      const target = new Uint8Array(PAGE).fill(0xaa);
      ok(swap.load(0, 1, target), "a load");
      ok(
        target.subarray(100).every((byte) => byte === 0xaa),
        "bytes behind the page",
      );
      await fails("ERR_SPILLWAY_ARG_RANGE", () => swap.load(0, 1, new Uint8Array(99)));
      close();
    },
  },
  {
    name: "law 3: after AAA then BBB under one key never AAA again",
    run(host) {
      const { swap, load, close } = openPool(host);
      for (let n = 0; n < 200; n++) {
        swap.store(0, n, pageOf(n));
        swap.store(0, n, pageOf(n + 1));
        sameBytes(load(n), pageOf(n + 1), `page ${n}`);
      }
      close();
    },
  },
  {
    name: "law 4: a load that has missed misses until a new store",
    run(host) {
      const { swap, load, close } = openPool(host);
      equal(load(9), undefined, "never stored");
      swap.store(0, 9, text(9));
      ok(swap.invalidatePage(0, 9), "invalidatePage");
      for (let i = 0; i < 3; i++) equal(load(9), undefined, "invalidated");
      swap.store(0, 9, text(10));
      sameBytes(load(9), text(10), "stored again");
      close();
    },
  },
  {
    name: "law 5: a failed overwrite leaves no older copy: full, frozen, closed",
    run(host) {
      const { pool, swap, load, close } = openPool(host, { maxBytes: "1MiB", dedupe: false });
      swap.store(0, 5, text(5));
      ok(fillUp(swap) > 100, "pages until full");
      equal(swap.store(0, 5, noise(5)), false, "a store into a full pool");
      equal(load(5), undefined, "full: the older copy");
      pool.freeze();
      equal(swap.store(0, 1_000_000, text(1)), false, "a store into a frozen pool");
      pool.thaw();
      equal(load(1_000_000), undefined, "frozen: the older copy");
      swap.invalidateArea(0);
      equal(swap.store(0, 1, text(1)), false, "a store into a closed area");
      close();
    },
  },
  {
    name: "law 6: the older copy goes, whatever body it had",
    run(host) {
      const { pool, swap, load, close } = openPool(host);
      for (let from = 0; from < 5; from++)
        for (let to = 0; to < 5; to++) {
          swap.store(0, 1, pageOf(from));
          swap.store(0, 1, pageOf(to + 5));
          sameBytes(load(1), pageOf(to + 5), `${from} to ${to}`);
        }
      equal(pool.stats().storedPages, 1, "pages");
      close();
    },
  },
  {
    name: "law 7: pages that persist outlive compaction, shrinking and recompression",
    async run(host) {
      const { pool, swap, load, close } = openPool(host, { maxBytes: "16MiB" });
      for (let n = 0; n < 500; n++) swap.store(0, n, pageOf(n));
      for (let n = 0; n < 500; n += 3) swap.invalidatePage(0, n);
      await pool.compact();
      await pool.recompress();
      await pool.shrink();
      for (let n = 0; n < 500; n++) {
        if (n % 3 === 0) equal(load(n), undefined, `page ${n}`);
        else sameBytes(load(n), pageOf(n), `page ${n}`);
      }
      close();
    },
  },
  {
    name: "law 8: work beside the host never puts back what was replaced meanwhile",
    async run(host) {
      const { pool, swap, load, close } = openPool(host, { maxBytes: "16MiB" });
      for (let n = 0; n < 500; n++) swap.store(0, n, text(n));
      let isDone = false;
      const work = Promise.all([pool.recompress(), pool.compact(), pool.shrink()]).then(() => {
        isDone = true;
      });
      let n = 0;
      for (; !isDone || n < 300; n++) {
        if (n % 3 === 0) swap.invalidatePage(0, n % 500);
        else swap.store(0, n % 500, pageOf(n + 1));
        if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
      }
      await work;
      for (let k = Math.max(0, n - 500); k < n; k++) {
        if (k % 3 === 0) equal(load(k % 500), undefined, `page ${k}`);
        else sameBytes(load(k % 500), pageOf(k + 1), `page ${k}`);
      }
      close();
    },
  },
  {
    name: "law 9: an exclusive load removes the page",
    run(host) {
      const { swap, load, close } = openPool(host);
      swap.store(0, 1, text(1));
      swap.exclusiveGets = true;
      sameBytes(load(1), text(1), "the first load");
      equal(load(1), undefined, "the second");
      close();
    },
  },
  {
    name: "law 10: what an ephemeral client still has is whole, however much was evicted",
    run(host) {
      const { pool, close } = openPool(host, { maxBytes: "1MiB" });
      const cache = pool.cleancache({ exclusiveGets: false });
      const fs = cache.initFs();
      const target = new Uint8Array(PAGE);
      let hits = 0;
      for (let n = 0; n < 1000; n++) {
        cache.putPage(fs, 1, n, pageOf(n + 2));
        if (cache.getPage(fs, 1, n >>> 1, target)) {
          hits += 1;
          sameBytes(target, pageOf((n >>> 1) + 2), `page ${n >>> 1}`);
        }
      }
      ok(pool.stats().removed.evicted > 100 && hits > 100, "evictions and hits");
      close();
    },
  },
  {
    name: "law 11: an area that is dropped loses its pages, and no other does",
    run(host) {
      const { swap, load, close } = openPool(host);
      swap.init(7);
      for (let n = 0; n < 100; n++) {
        swap.store(0, n, pageOf(n));
        swap.store(7, n, pageOf(n + 1));
      }
      equal(swap.invalidateArea(7), 100, "invalidateArea");
      equal(swap.currPages(7), 0, "currPages");
      equal(swap.store(7, 1, text(1)), false, "a store until init");
      swap.init(7);
      equal(swap.load(7, 1, new Uint8Array(PAGE)), false, "a load after init");
      for (let n = 0; n < 100; n++) sameBytes(load(n), pageOf(n), `page ${n}`);
      close();
    },
  },
  {
    name: "law 12: a client that comes late serves, one that ended is gone, none sees another's pages",
    run(host) {
      const { pool, swap, load, close } = openPool(host);
      swap.store(0, 1, text(1));
      const late = pool.frontswap();
      late.init(0);
      equal(late.load(0, 1, new Uint8Array(PAGE)), false, "a page of another client");
      ok(late.store(0, 1, text(2)), "a store");
      sameBytes(load(1), text(1), "the first client's page");
      late.close();
      equal(pool.stats().storedPages, 1, "pages after a client has ended");
      close();
    },
  },
  {
    name: "law 13: a change of codec leaves old pages readable",
    run(host) {
      const { pool, swap, load, close } = openPool(host);
      for (let n = 0; n < 50; n++) swap.store(0, n, pageOf(n));
      pool.codec = "none";
      for (let n = 50; n < 100; n++) swap.store(0, n, pageOf(n));
      pool.codec = "lz4";
      for (let n = 0; n < 100; n++) sameBytes(load(n), pageOf(n), `page ${n}`);
      close();
    },
  },
  {
    name: "law 14: memory never passes the limit, whatever is offered",
    run(host) {
      const { pool, swap, close } = openPool(host, { maxBytes: "2MiB" });
      for (let n = 0; n < 2000; n++) {
        swap.store(0, n, pageOf(n));
        if (n % 50 === 0) ok(pool.stats().bytes.reserved <= 2 ** 21, "reserved bytes");
      }
      ok(pool.stats().refused.full > 0, "refusals");
      close();
    },
  },
  {
    name: "law 15: a body takes no more than its page",
    run(host) {
      const { pool, swap, close } = openPool(host);
      for (let n = 0; n < 300; n++) swap.store(0, n, pageOf(n));
      const { raw, encoded, compressed } = pool.stats().bytes;
      ok(compressed <= encoded && encoded <= raw, "compressed, encoded, raw");
      close();
    },
  },
  {
    name: "law 16: a full pool goes on refusing until room was freed",
    run(host) {
      const { swap, load, close } = openPool(host, { maxBytes: "1MiB", dedupe: false });
      const kept = fillUp(swap);
      for (let n = 0; n < 20; n++) equal(swap.store(0, n, noise(n)), false, "a store into a full pool");
      swap.invalidatePage(0, 1_000_000);
      ok(swap.store(0, 0, text(1)), "a store after room was freed");
      for (let n = 1; n < kept; n++) sameBytes(load(1_000_000 + n), noise(n), `page ${n}`);
      close();
    },
  },
  {
    name: "law 17: a pool that is restored has the pages of the moment of the snapshot",
    async run(host) {
      const { pool, swap, close } = openPool(host);
      for (let n = 0; n < 200; n++) swap.store(0, n, pageOf(n));
      const image = pool.snapshot();
      for (let n = 0; n < 200; n++) swap.store(0, n, pageOf(n + 1));
      const again = await host.spillway.Spillway.restore(image, { maxBytes: "4MiB" });
      sameJson(again.unclaimed, ["swap"], "unclaimed");
      const claimed = again.frontswap({ name: "swap" });
      const target = new Uint8Array(PAGE);
      for (let n = 0; n < 200; n++) {
        ok(claimed.load(0, n, target), `page ${n}`);
        sameBytes(target, pageOf(n), `page ${n}`);
      }
      equal(again.selfCheck(), 0, "selfCheck of the restored pool");
      again.close();
      close();
    },
  },
  {
    name: "law 18: the counters add up",
    run(host) {
      const { pool, swap, load, close } = openPool(host, { maxBytes: "1MiB" });
      for (let n = 0; n < 500; n++) {
        swap.store(n % 2, n % 400, pageOf(n));
        load(n % 300);
        if (n % 7 === 0) swap.invalidatePage(0, n % 400);
      }
      const stats = pool.stats();
      const { full, poor, closed, capped, frozen, off, shadow } = stats.refused;
      const { overwritten, invalidated, areas, taken, evicted } = stats.removed;
      equal(stats.stores, stats.succStores + stats.failedStores, "stores");
      equal(stats.failedStores, full + poor + closed + capped + frozen + off + shadow, "refusals");
      const removed = overwritten + invalidated + areas + taken + evicted;
      equal(stats.storedPages, stats.succStores - removed, "pages");
      equal(stats.triedLoads, stats.loads + stats.failedLoads, "loads");
      equal(stats.storedPages, stats.sameFilledPages + stats.duplicatePages + stats.bodies, "bodies");
      equal(stats.stores, 500, "stores");
      close();
    },
  },
  {
    name: "law 19: a damaged body fails for its key alone, with its key, and never with other bytes",
    async run(host) {
      // Each read of an even segment answers bytes of which each has one bit flipped.
      const device = host.deviceTest.memoryDevice({
        encrypt: false,
        script: ({ verb, segment }) => (verb === "read" && segment % 2 === 0 ? "wrong" : undefined),
      });
      const { swap, load, close } = openPool(host, { maxBytes: "1MiB", spill: device });
      const outcomes = { whole: 0, damaged: 0 };
      for (let n = 0; n < 500; n++) ok(swap.store(0, n, noise(n)), `store ${n}`);
      for (let n = 0; n < 500; n++) {
        let found: Uint8Array | undefined;
        try {
          found = load(n);
        } catch (error) {
          const { code, offsets } = error as { code?: string; offsets?: readonly number[] };
          equal(code, "ERR_SPILLWAY_DAMAGED", "the code of damage");
          sameJson(offsets, [n], "the offsets of damage");
          outcomes.damaged += 1;
          continue;
        }
        sameBytes(found, noise(n), `page ${n}`);
        outcomes.whole += 1;
      }
      ok(outcomes.whole > 100 && outcomes.damaged > 50, `${outcomes.whole} and ${outcomes.damaged} pages`);
      close();
    },
  },
];
