/**
 * Shows that peaks are the highest values after any store, not those at which somebody happened to look:
 * random operations of three clients over one arena and over several, whose pages move meanwhile, with every
 * gauge read after every store; the statistics are asked once, at the end, and say the same. And that a reset
 * begins with what is kept then.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { frontswapOver, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { Cleancache } from "#lib/clients/cleancache.js";
import type { Router } from "#lib/core/router.js";
import { Peak } from "#lib/telemetry/peaks.js";

const PAGE = 4096;
/** What so many pages of one area count, each with a body of its own, in so many arenas. */
const counts = (pages: number, arenas = 1) => arenas * 64 + pages * (PAGE + 56);
const seed = runSeed();

/** What the statistics should say, by looking after each store. */
class Watch {
  pages = 0;
  live = 0;
  reserved = 0;
  readonly clients = new Map<number, { pages: number; bytes: number }>();

  look(arenas: Router, numbers: number[]): void {
    this.pages = Math.max(this.pages, arenas.memory.pages);
    this.live = Math.max(this.live, arenas.memory.liveBytes);
    this.reserved = Math.max(this.reserved, arenas.memory.reservedBytes);
    for (const number of numbers) {
      const { pages, bytes } = arenas.registry.holds(number);
      const { pages: most, bytes: mostBytes } = this.clients.get(number) ?? { pages: 0, bytes: 0 };
      this.clients.set(number, { pages: Math.max(pages, most), bytes: Math.max(bytes, mostBytes) });
    }
  }
}

type MakeCache = new (
  arenasOf: () => Router,
  client: number,
  scope: number,
  settings: { name: string; weight: number; maxBytes: number },
  sharedFs: () => undefined,
) => Cleancache;

describe(`peaks, seed ${seed}`, () => {
  for (const several of [false, true]) {
    for (const dedupe of ["client", "pool"] as const) {
      test(`of every store, ${several ? "several arenas" : "one arena"}, dedupe ${dedupe}`, () => {
        const random = new Random(seed);
        const options = { maxBytes: several ? "3MiB" : "2MiB", dedupe } as const;
        const arenas = openArenas("doors", options, several ? 16 : undefined);
        const scope = (client: number) => (dedupe === "pool" ? 0 : client);
        const swaps = [1, 2].map((client) => frontswapOver(arenas, client, scope(client)));
        const make = Cleancache as unknown as MakeCache;
        const settings = { name: "cache", weight: 9, maxBytes: Number.POSITIVE_INFINITY };
        const cache = new make(
          () => arenas,
          3,
          scope(3),
          settings,
          () => undefined,
        );
        const fs = cache.initFs();
        for (const swap of swaps) swap.init(0);
        const pages = Array.from({ length: 200 }, (_, i) => {
          const page = random.fill(new Uint8Array(PAGE));
          return i % 4 === 0 ? page.fill(i, i * 8) : page;
        });
        const clients = [...swaps, cache];
        const run = (watch: Watch) => {
          for (let step = 0; step < 6000; step++) {
            // Tides: now more comes than goes, now the reverse.
            const high = Math.floor(step / 800) % 2 === 0 ? 75 : 25;
            const who = random.below(3);
            const offset = random.below(500);
            const page = random.pick(pages);
            // Of three pages two have no equal.
            if (step % 3) random.fill(page.subarray(0, 4));
            const swap = swaps[who];
            if (random.below(100) < high) {
              if (swap === undefined) cache.putPage(fs, offset % 5, offset, page);
              else swap.store(0, offset, page);
              watch.look(arenas, [who + 1]);
            } else if (swap === undefined) cache.invalidatePage(fs, offset % 5, offset);
            else swap.invalidatePage(0, offset);
            if (several && step % 20 === 0) move(arenas, random);
            watch.reserved = Math.max(watch.reserved, arenas.memory.reservedBytes);
          }
        };
        const check = (watch: Watch) => {
          watch.look(arenas, [1, 2, 3]);
          const { storedPages, bytes } = arenas.stats().peaks;
          assert.deepEqual(
            [storedPages, bytes.live, bytes.reserved],
            [watch.pages, watch.live, watch.reserved],
          );
          for (const [i, client] of clients.entries()) {
            const { storedPages: pages, bytes } = client.stats().peaks;
            assert.deepEqual({ pages, bytes: bytes.counted }, watch.clients.get(i + 1));
          }
        };
        const first = new Watch();
        first.look(arenas, [1, 2, 3]);
        run(first);
        // Nearly always an arena was given back by then.
        for (let more = 0; several && more < 5 && arenas.stats().bytes.returned === 0; more++) run(first);
        assert.ok(!several || arenas.stats().bytes.returned > 0, "arenas came and went");
        check(first);
        for (const swap of swaps) swap.invalidateArea(0);
        check(first);
        arenas.memory.resetPeaks();
        for (const client of clients) client.resetPeaks();
        const second = new Watch();
        check(second);
        for (const swap of swaps) swap.init(0);
        run(second);
        check(second);
      });
    }
  }

  test("the pool's and the client's, by the public verbs", () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB" });
    const swap = pool.frontswap();
    swap.init(0);
    const random = new Random(seed);
    for (let i = 0; i < 100; i++) swap.store(0, i, random.fill(new Uint8Array(PAGE)).fill(1, PAGE - 1));
    const { live, reserved } = pool.stats().bytes;
    for (let i = 0; i < 90; i++) swap.invalidatePage(0, i);
    assert.deepEqual(pool.stats().peaks, { storedPages: 100, bytes: { live, reserved } });
    assert.deepEqual(swap.stats().peaks, { storedPages: 100, bytes: { counted: counts(100) } });
    pool.resetPeaks();
    swap.resetPeaks();
    assert.equal(pool.stats().peaks.storedPages, 10);
    assert.deepEqual(swap.stats().peaks, { storedPages: 10, bytes: { counted: counts(10) } });
    swap.storeMany(0, [0, 1, 2], new Uint8Array(3 * PAGE).fill(7));
    swap.invalidateArea(0);
    assert.equal(pool.stats().peaks.storedPages, 13);
    assert.equal(swap.stats().peaks.storedPages, 13);
    pool.close();
    assert.throws(() => pool.resetPeaks(), { code: "ERR_SPILLWAY_CLOSED" });
    assert.throws(() => swap.resetPeaks(), { code: "ERR_SPILLWAY_CLOSED" });
  });

  test("linear memory that was given back is remembered until it is reset", async () => {
    const pool = Spillway.openSync({ maxBytes: "16MiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    const random = new Random(seed);
    for (let i = 0; i < 1500; i++) swap.store(0, i, random.fill(new Uint8Array(PAGE)));
    const most = pool.stats().bytes.reserved;
    for (let i = 0; i < 1400; i++) swap.invalidatePage(0, i);
    await pool.shrink();
    const { bytes, peaks } = pool.stats();
    assert.ok(bytes.reserved < most / 2);
    // The arena into which the last pages moved was there beside the first for a while.
    assert.ok(peaks.bytes.reserved >= most + bytes.reserved - 65_536);
    pool.resetPeaks();
    assert.equal(pool.stats().peaks.bytes.reserved, bytes.reserved);
    pool.close();
  });

  test("equal pages that part as they move come to have a body each, which may make a peak", () => {
    const random = new Random(seed);
    const noise = () => random.fill(new Uint8Array(PAGE)).fill(1, PAGE - 1);
    // The pool's secret decides in which order pages move. At times equal ones move together.
    for (let tries = 0; tries < 20; tries++) if (partsAtAPeak(noise)) return;
    assert.fail("no pages parted");
  });

  /** Whether enough pages had parted on their way. If so they made a peak. */
  function partsAtAPeak(noise: () => Uint8Array): boolean {
    const arenas = openArenas("doors", { maxBytes: "4MiB" }, 16);
    const swap = frontswapOver(arenas, 1, 1);
    swap.init(0);
    // Thirty bodies for sixty pages, and fifty more that go again: 80 bodies and 110 pages are the peak.
    for (let i = 0; i < 30; i++) {
      const page = noise();
      for (const offset of [i, i + 30]) swap.store(0, offset, page);
    }
    for (let i = 60; i < 110; i++) swap.store(0, i, noise());
    for (let i = 60; i < 110; i++) swap.invalidatePage(0, i);
    const target = arenas.moving.tryAddTarget(24);
    const [source] = arenas.memory.each();
    assert.ok(source !== undefined && target !== undefined);
    arenas.moving.drain(source, target);
    swap.store(0, 60, noise());
    // Of what counts, the bodies; the area has a record in either arena.
    const bodies = () => {
      const { pages, bytes } = arenas.registry.holds(1);
      return (bytes - counts(pages, 2) + pages * PAGE) / PAGE;
    };
    while (bodies() < 40) if (arenas.moving.move(source) !== "moved") return false;
    const more = 82 - bodies();
    assert.ok(more < 45, "fewer stores than pages were invalidated");
    for (let i = 0; i < more; i++) swap.store(0, 61 + i, noise());
    for (let i = 0; i < 10; i++) swap.invalidatePage(0, 61 + i);
    const { storedPages, bytes: most } = swap.stats().peaks;
    assert.deepEqual([storedPages, most.counted], [110, counts(61 + more, 2) - (61 + more - 82) * PAGE]);
    return true;
  }

  test("a shared file system's pages are of whoever pays for them", () => {
    for (const several of [false, true]) {
      const arenas = openArenas("doors", { maxBytes: "4MiB" }, 16);
      const shared = { members: [], allowed: { has: () => true }, area: 0 };
      const [payer, guest] = [1, 2].map((number) => {
        const make = Cleancache as unknown as MakeCache;
        const settings = { name: `cache ${number}`, weight: 1, maxBytes: Number.POSITIVE_INFINITY };
        return new make(
          () => arenas,
          number,
          number,
          settings,
          () => shared as never,
        );
      }) as [Cleancache, Cleancache];
      const uuid = "123e4567-e89b-12d3-a456-426614174000";
      payer.initSharedFs(uuid);
      const fs = guest.initSharedFs(uuid);
      if (several) assert.ok(arenas.moving.tryAddTarget(20));
      for (let i = 0; i < 20; i++) guest.putPage(fs, 1, i, new Uint8Array(PAGE).fill(i));
      guest.invalidateInode(fs, 1);
      assert.equal(payer.stats().peaks.storedPages, 20);
      assert.equal(guest.stats().peaks.storedPages, 0);
    }
  });

  test("looks are few while the gauges are below their peak, and each store's at it", () => {
    const peak = new Peak(100);
    let looks = 0;
    peak.doubt();
    const store = (pages: number) => {
      if (!peak.due()) return;
      looks += 1;
      peak.see(pages, 100 * pages);
    };
    for (let pages = 1; pages <= 1000; pages++) store(pages);
    assert.equal(looks, 1000);
    // Down to 100 and up again: the first look tells that 900 stores are none of a peak.
    looks = 0;
    for (let pages = 101; pages <= 1000; pages++) store(pages);
    assert.ok(looks <= 12, `${looks} looks`);
    assert.equal(peak.pages, 1000);
    peak.rest();
    for (let pages = 1001; pages <= 2000; pages++) store(pages);
    assert.equal(peak.pages, 1000, "at rest nothing is looked at");
  });
});

/** Empties an arena into another, a window at a time, and lets go of it. */
function move(arenas: Router, random: Random): void {
  const draining = arenas.memory.each().find((arena) => arena.draining);
  if (draining === undefined) {
    const [source, target] = arenas.memory.each();
    if (source !== undefined && target !== undefined && random.below(8) === 0)
      arenas.moving.drain(source, target);
    return;
  }
  const result = arenas.moving.move(draining);
  if (result === "empty") arenas.moving.remove(draining);
  else if (result === "stuck") arenas.moving.undrain(draining);
}
