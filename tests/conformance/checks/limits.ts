/**
 * limits.ts - ends of ranges, many of a thing, and memory that grows and goes back.
 */
import { type Check, equal, fails, noise, ok, openPool, PAGE, pageOf, sameBytes, text } from "../tools.js";

export const LIMITS: readonly Check[] = [
  {
    name: "limits: a pool opens at once and later, and does not look up what it need not",
    async run(host) {
      const { Spillway } = host.spillway;
      for (const pool of [
        Spillway.openSync({ maxBytes: "1MiB" }),
        await Spillway.open({ maxBytes: "1MiB" }),
      ]) {
        equal(pool.pageSize, PAGE, "pageSize");
        pool.close();
      }
    },
  },
  {
    name: "limits: the first and last type and offset",
    async run(host) {
      const { swap, close } = openPool(host);
      const target = new Uint8Array(PAGE);
      for (const type of [0, 65_535]) {
        swap.init(type);
        for (const offset of [0, 2 ** 32 - 1]) {
          ok(swap.store(type, offset, text(type + offset)), "a store");
          ok(swap.load(type, offset, target), "a load");
          sameBytes(target, text(type + offset), `${type} ${offset}`);
        }
      }
      await fails("ERR_SPILLWAY_ARG_RANGE", () => swap.init(65_536));
      await fails("ERR_SPILLWAY_ARG_RANGE", () => swap.store(0, 2 ** 32, text(1)));
      close();
    },
  },
  {
    name: "limits: inodes of 64 bits",
    run(host) {
      const { pool, close } = openPool(host);
      const cache = pool.cleancache({ exclusiveGets: false });
      const fs = cache.initFs();
      const inodes = [0, 2 ** 53 - 1, 2n ** 53n, 2n ** 64n - 1n];
      for (const [i, inode] of inodes.entries()) ok(cache.putPage(fs, inode, 7, text(i)), "a put");
      const target = new Uint8Array(PAGE);
      for (const [i, inode] of inodes.entries()) {
        ok(cache.getPage(fs, inode, 7, target), "a get");
        sameBytes(target, text(i), `inode ${inode}`);
      }
      close();
    },
  },
  {
    name: "limits: pages of batches, each for itself",
    run(host) {
      const { swap, close } = openPool(host);
      const offsets = Array.from({ length: 100 }, (_, i) => 3 * i);
      const pages = offsets.map((n) => pageOf(n));
      ok(swap.storeMany(0, offsets, pages).every(Boolean), "storeMany");
      const targets = offsets.map(() => new Uint8Array(PAGE));
      const found = swap.loadMany(0, [...offsets.slice(1), 1], targets);
      for (const [i, one] of offsets.slice(1).entries()) {
        ok(found[i], `page ${one}`);
        sameBytes(targets[i], pageOf(one), `page ${one}`);
      }
      equal(found[99], false, "a page that is not here");
      close();
    },
  },
  {
    name: "limits: a client's bound holds for it alone",
    run(host) {
      const { pool, swap, close } = openPool(host);
      const small = pool.frontswap({ maxBytes: 20_000 });
      small.init(0);
      let kept = 0;
      for (let n = 0; n < 20; n++) if (small.store(0, n, noise(n))) kept += 1;
      ok(kept > 0 && kept < 5, `${kept} pages`);
      ok(small.stats().refused.capped > 0, "refusals");
      ok(swap.store(0, 1, noise(1)), "a store of another client");
      close();
    },
  },
  {
    name: "limits: memory grows, is bounded, and goes back",
    async run(host) {
      const { pool, swap, load, close } = openPool(host, { maxBytes: "48MiB" });
      for (let n = 0; n < 4000; n++) ok(swap.store(0, n, noise(n % 2000, 4096 - (n % 2))), `store ${n}`);
      const full = pool.stats().bytes;
      ok(full.reserved > 8_000_000 && full.reserved <= full.max, `${full.reserved} bytes`);
      for (let n = 0; n < 4000; n++) if (n % 20 !== 0) swap.invalidatePage(0, n);
      ok((await pool.shrink()) > 0, "bytes given back");
      ok(pool.stats().bytes.reserved < full.reserved / 2, "bytes reserved after");
      for (let n = 0; n < 4000; n += 20) sameBytes(load(n), noise(n % 2000, 4096), `page ${n}`);
      close();
    },
  },
  {
    name: "limits: an area for each KiB at most, of which a client has half",
    async run(host) {
      const { pool, swap, close } = openPool(host, { maxBytes: "1MiB" });
      await fails("ERR_SPILLWAY_OUT_OF_MEMORY", () => {
        for (let type = 1; type < 2000; type++) swap.init(type);
      });
      const other = pool.frontswap();
      for (let type = 0; type < 4; type++) other.init(type);
      close();
    },
  },
  {
    name: "limits: a store from the end of the call stack is whole or was not begun",
    run(host) {
      const { swap, load, close } = openPool(host);
      swap.store(0, 1, text(1));
      const outcomes = { stored: 0, refused: 0 };
      let last = 1;
      // Each level tries on the way up, from the deepest one on.
      const dive = (depth: number): void => {
        try {
          dive(depth + 1);
        } catch {
          // The end of the stack.
        }
        if (outcomes.stored >= 200) return;
        try {
          if (!swap.store(0, 1, text(depth))) throw new Error("refused");
          last = depth;
          outcomes.stored += 1;
        } catch (error) {
          const { name, code } = error as { name: string; code?: string };
          // Firefox has an error class of its own for the end of the stack.
          const isEnd = name === "RangeError" || name === "InternalError";
          if (!isEnd && code !== "ERR_SPILLWAY_STACK") throw error;
          outcomes.refused += 1;
        }
      };
      dive(2);
      ok(outcomes.stored === 200, `${outcomes.stored} stores, ${outcomes.refused} refused`);
      sameBytes(load(1), text(last), "the page");
      close();
    },
  },
  {
    name: "limits: 20,000 keys in one map, and values of 0 bytes to 1 MiB",
    run(host) {
      const { pool, close } = openPool(host, { maxBytes: "32MiB" });
      const map = pool.map<string | Uint8Array>();
      for (let n = 0; n < 20_000; n++) map.set(`key ${n}`, `value ${n}`);
      for (let n = 0; n < 20_000; n += 7) equal(map.get(`key ${n}`), `value ${n}`, `key ${n}`);
      for (const length of [0, 1, 2000, 4096, 100_000, 2 ** 20]) {
        map.set("bytes", text(length, length));
        sameBytes(map.get("bytes") as Uint8Array, text(length, length), `${length} bytes`);
      }
      equal(map.size, 20_001, "size");
      map.clear();
      equal(map.stats().client.storedPages, 0, "pages after clear");
      close();
    },
  },
];
