/**
 * Shows that sums do not wrap beyond 2^32 and beyond a record's field: what clients are charged, queues of
 * ephemeral pages, caps and sharers. In one arena, in several, when pages move, and through an image.
 *
 * How: more than 65,536 pages that share a few bodies of 64 KiB count more than four GiB where each page
 * counts full; equal pages of a hundred bytes are more than a record can count, and fill several. The self
 * check recounts all of it in 64 bits.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";

const PAGE = 65_536;
/** Sharers that a body's record can count (BODY_REFS_MAX of the engine). */
const SHARERS_MAX = 2 ** 15 - 1;
/** Bodies that so many equal pages of one memory have. */
const bodiesOf = (pages: number) => Math.ceil(pages / SHARERS_MAX);
const random = new Random(31);

/** A page that does not compress. It does not end with zeros, which the engine would not keep. */
function wholePage(): Uint8Array {
  const page = random.fill(new Uint8Array(PAGE));
  page[PAGE - 1] = 1;
  return page;
}

describe("sums", () => {
  test("a client without a bound, and one with a bound above four GiB, share bodies 65,600 times", () => {
    const pool = Spillway.openSync({ maxBytes: "16MiB", pageSize: PAGE, dedupe: "pool" });
    const page = wholePage();
    const free = pool.frontswap();
    const cap = 65_590 * PAGE;
    const bound = pool.frontswap({ maxBytes: cap });
    for (const swap of [free, bound]) swap.init(0);
    for (let i = 0; i < 65_600; i++) assert.ok(free.store(0, i, page), `${i}`);
    const { counted } = free.stats().bytes;
    assert.ok(counted >= 65_600 * PAGE && counted < 65_600 * (PAGE + 200), `${counted}`);
    assert.equal(free.stats().peaks.bytes.counted, counted);
    assert.equal(pool.selfCheck(), 0);
    // Stores are refused from the first page on that exceeds the bound, and not before.
    let kept = 0;
    while (bound.store(0, kept, page)) kept += 1;
    for (let i = 0; i < 10; i++) assert.equal(bound.store(0, kept + i, page), false);
    assert.ok(kept <= 65_590 && kept > 65_400, `${kept} pages`);
    assert.ok(bound.stats().bytes.counted <= cap && bound.stats().bytes.counted > cap - 2 * PAGE);
    assert.equal(bound.stats().refused.capped, 11);
    const bodies = bodiesOf(65_600 + kept);
    assert.ok(Math.abs(free.stats().bytes.charged + bound.stats().bytes.charged - bodies * PAGE) < 1);
    assert.equal(pool.stats().bodies, bodies);
    assert.equal(pool.selfCheck(), 0);
    const back = new Uint8Array(PAGE);
    assert.ok(free.load(0, 65_599, back));
    assert.deepEqual(back, page);
    assert.equal(free.invalidateArea(0), 65_600);
    assert.ok(free.stats().bytes.counted < PAGE);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("two memories with 40,000 sharers each are brought into one", async () => {
    const pool = Spillway.openSync({ maxBytes: "64MiB", pageSize: PAGE, dedupe: "pool", autoShrink: false });
    const swap = pool.frontswap({ maxBytes: 90_000 * PAGE });
    swap.init(0);
    swap.init(1);
    const page = wholePage();
    const other = new Uint8Array(PAGE);
    for (let i = 0; i < 40_000; i++) assert.ok(swap.store(0, i, page));
    let fillers = 0;
    while (pool.stats().arenas.length === 1) assert.ok(swap.store(1, fillers++, random.fill(other)));
    for (let i = 40_000; i < 80_000; i++) assert.ok(swap.store(0, i, page));
    assert.equal(pool.stats().bodies, fillers + 2 * bodiesOf(40_000), "each memory has bodies of its own");
    swap.invalidateArea(1);
    await pool.shrink();
    assert.equal(pool.stats().arenas.length, 1);
    // The last page of a full body, which the index had forgotten, keeps a body of its own.
    assert.equal(pool.stats().bodies, bodiesOf(80_000) + 1);
    assert.ok(swap.stats().bytes.counted >= 80_000 * PAGE);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("a cleancache with more than four GiB of equal pages is the one to lose pages", () => {
    const pool = Spillway.openSync({ maxBytes: "16MiB", pageSize: PAGE });
    const much = pool.cleancache();
    const little = pool.cleancache();
    const page = wholePage();
    const fs = much.initFs();
    for (let i = 0; i < 65_600; i++) assert.ok(much.putPage(fs, i >> 10, i, page), `${i}`);
    assert.ok(pool.stats().bytes.ephemeral > 65_600 * PAGE);
    assert.equal(pool.selfCheck(), 0);
    const own = little.initFs();
    const other = new Uint8Array(PAGE);
    let puts = 0;
    while (much.stats().evictedPages === 0) assert.ok(little.putPage(own, 0, puts++, random.fill(other)));
    // Its pages are evicted until it counts no more than the other, or until their records make enough room.
    assert.ok(puts > 100);
    assert.ok(much.stats().evictedPages > 50_000, `${much.stats().evictedPages} pages went`);
    assert.ok(little.stats().storedPages > 100, `${little.stats().storedPages} pages stay`);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("a body with as many sharers as its record counts: the next one is another, in memories and images too", async () => {
    const pool = Spillway.openSync({ maxBytes: "64MiB", pageSize: 4096, dedupe: "client" });
    const swap = pool.frontswap({ name: "many" });
    swap.init(0);
    const page = random.fill(new Uint8Array(100));
    const pages = SHARERS_MAX + 1000;
    for (let i = 0; i < pages; i++) assert.ok(swap.store(0, i, page));
    const zeros = new Uint8Array(200);
    swap.init(1);
    for (let i = 0; i < pages; i++) assert.ok(swap.store(1, i, zeros));
    const { bodies, duplicatePages, sameFilledPages } = pool.stats();
    assert.deepEqual([bodies, duplicatePages, sameFilledPages], [2, pages - 2, pages]);
    assert.equal(pool.selfCheck(), 0);
    // Sharers that leave the full body make no room in it, at no cost: new pages share the other body.
    for (let i = 0; i < 50; i++) assert.ok(swap.invalidatePage(0, i));
    for (let i = 0; i < 50; i++) assert.ok(swap.store(0, i, page));
    assert.equal(pool.stats().bodies, 2);
    assert.equal(pool.selfCheck(), 0);

    const image = new Uint8Array(await new Response(pool.snapshot()).arrayBuffer());
    const restored = await Spillway.restore(image, { maxBytes: "64MiB" });
    assert.equal(restored.stats().storedPages, 2 * pages);
    assert.equal(restored.stats().bodies, 2);
    assert.equal(restored.selfCheck(), 0);
    restored.close();

    // Into a new memory, page by page: there the sharers of the full body meet.
    const other = new Uint8Array(4096);
    swap.init(2);
    for (let i = 0; i < 6000; i++) assert.ok(swap.store(2, i, random.fill(other)));
    swap.invalidateArea(2);
    await pool.recompress();
    assert.ok((await pool.shrink()) > 0);
    assert.ok(pool.stats().bodies <= 3, `${pool.stats().bodies} bodies`);
    assert.equal(pool.selfCheck(), 0);
    const back = new Uint8Array(100);
    for (let i = 0; i < pages; i += 997) {
      assert.ok(swap.load(0, i, back));
      assert.deepEqual(back, page);
    }
    pool.close();
  });
});
