/**
 * Shows that bodies shared among clients are charged to all of them and to nobody twice, that no order of
 * releases takes a client above its cap, and that a client learns nothing of others.
 *
 * How: every sequence of stores and releases of one page by three clients up to six long, of two pages up to
 * four long; after each operation the charges sum to the bodies, and each is what its sharers say.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";

const PAGE = 4096;
const random = new Random(11);
const PAGES = [0, 1].map(() => random.fill(new Uint8Array(PAGE)));
/** A cap that one page fills to the byte, and one that it exceeds by a byte. */
/** What a page counts beside its body, and an area. */
const PAGE_RECORDS = 56;
const AREA_RECORD = 64;
const counts = (pages: number) => AREA_RECORD + pages * (PAGE + PAGE_RECORDS);
const CAPS = [counts(1), counts(2), counts(1) - 1];

describe("accounts", () => {
  for (const [kinds, length] of [
    [1, 6],
    [2, 4],
  ] as const) {
    test(`all sequences of ${length} stores and releases of ${kinds} pages by three clients`, () => {
      const pool = Spillway.openSync({ maxBytes: "1MiB", dedupe: "pool" });
      const clients = CAPS.map((maxBytes) => pool.frontswap({ maxBytes }));
      for (const client of clients) client.init(0);
      // An operation: which client, and a page to store under a key of that number or the release of it.
      const operations = clients.flatMap((client, i) =>
        Array.from({ length: 2 * kinds }, (_, what) => ({
          client,
          i,
          page: what >> 1,
          release: what % 2 === 1,
        })),
      );
      const held = clients.map(() => new Set<number>());
      for (let code = 0; code < operations.length ** length; code++) {
        for (const [i, client] of clients.entries()) {
          for (const page of held[i] as Set<number>) client.invalidatePage(0, page);
          held[i]?.clear();
        }
        for (let step = 0, rest = code; step < length; step++, rest = Math.floor(rest / operations.length)) {
          const { client, i, page, release } = operations[
            rest % operations.length
          ] as (typeof operations)[number];
          const mine = held[i] as Set<number>;
          if (release) {
            client.invalidatePage(0, page);
            mine.delete(page);
          } else {
            const others = mine.size - (mine.has(page) ? 1 : 0);
            const kept = client.store(0, page, PAGES[page] as Uint8Array);
            assert.equal(
              kept,
              counts(others + 1) <= (CAPS[i] as number),
              "refused exactly when it would exceed the cap",
            );
            if (kept) mine.add(page);
            else mine.delete(page);
          }
          if (step < length - 2) continue;
          const bodies = new Set(held.flatMap((set) => [...set]));
          let sum = 0;
          for (const [j, one] of clients.entries()) {
            const { charged, counted } = one.stats().bytes;
            assert.ok(charged <= counted && counted <= (CAPS[j] as number));
            let due = 0;
            for (const page of held[j] as Set<number>)
              due += PAGE / held.filter((set) => set.has(page)).length;
            assert.ok(Math.abs(charged - due) < 1e-6, `${charged} instead of ${due}`);
            sum += charged;
          }
          assert.ok(Math.abs(sum - bodies.size * PAGE) < 1e-6, "charges sum to the bodies");
        }
      }
      assert.equal(pool.selfCheck(), 0);
      pool.close();
    });
  }

  test("what others do changes nothing in what a client is told", () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    const mine = pool.frontswap({ name: "mine" });
    const theirs = pool.frontswap();
    const cache = pool.cleancache();
    for (const client of [mine, theirs]) client.init(0);
    cache.initFs();
    mine.store(0, 1, PAGES[0] as Uint8Array);
    mine.store(0, 2, new Uint8Array(PAGE));
    const before = JSON.stringify(mine.stats());
    const page = new Uint8Array(PAGE);
    for (let i = 0; i < 400; i++) {
      theirs.store(0, i % 40, PAGES[i % 2] as Uint8Array);
      cache.putPage(0, 0, i, random.fill(page));
      theirs.load(0, i, page);
    }
    assert.equal(JSON.stringify(mine.stats()), before);
    assert.deepEqual(mine.stats(), {
      name: "mine",
      weight: 0,
      succStores: 2,
      failedStores: 0,
      refused: { full: 0, capped: 0, poor: 0, closed: 0, frozen: 0, off: 0, shadow: 0 },
      loads: 0,
      failedLoads: 0,
      damagedLoads: 0,
      smallLoads: 0,
      lostLoads: 0,
      laterLoads: 0,
      invalidates: 0,
      storedPages: 2,
      evictedPages: 0,
      evictedBytes: 0,
      bytes: {
        charged: PAGE,
        counted: counts(1) + PAGE_RECORDS,
        max: Number.POSITIVE_INFINITY,
        device: 0,
        maxDevice: Number.POSITIVE_INFINITY,
      },
      peaks: { storedPages: 2, bytes: { counted: counts(1) + PAGE_RECORDS } },
    });
    pool.close();
  });
});
