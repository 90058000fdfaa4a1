/**
 * Shows that a pool under pressure lowers its limit, gives memory back, keeps every page, and takes room
 * again when the pressure is gone; that one reading alone does nothing, nor does "unknown"; and that a host
 * which tells nothing, or forbids to ask, is "unknown". How: a source that says what the test wants, read
 * every ten milliseconds; the real readings of this host beside it.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Pressure, Spillway } from "spillway";
import { openArenas } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { memoryPressure, PressureController } from "#lib/housekeeping/pressure.js";

const MiB = 2 ** 20;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, condition: () => boolean): Promise<void> {
  for (let i = 0; i < 500; i++) {
    if (condition()) return;
    await sleep(10);
  }
  assert.fail(`never: ${what}`);
}

describe("pressure", () => {
  test("lowers the limit and gives memory back, keeps every page, and takes room again", async () => {
    let reading: Pressure = "none";
    const pool = Spillway.openSync({
      maxBytes: "16MiB",
      pressure: { source: () => reading, intervalMs: 10, minBytes: "2MiB" },
    });
    const swap = pool.frontswap();
    swap.init(0);
    const random = new Random(3);
    const pages = Array.from({ length: 3000 }, () => random.fill(new Uint8Array(4096)));
    for (const [i, page] of pages.entries()) assert.equal(swap.store(0, i, page), true);
    for (let i = 0; i < 3000; i++) if (i % 10) swap.invalidatePage(0, i);
    const full = pool.stats().bytes;
    assert.equal(full.limit, 16 * MiB);

    reading = "critical";
    await until(
      "memory given back",
      () => pool.stats().bytes.returned > 0 && pool.stats().bytes.limit <= 4 * MiB,
    );
    await until("little reserved", () => pool.stats().bytes.reserved < 4 * MiB);
    const back = new Uint8Array(4096);
    for (let i = 0; i < 3000; i += 10) {
      assert.equal(swap.load(0, i, back), true);
      assert.deepEqual(back, pages[i]);
    }
    // Not below what was asked for, and no more than the limit is taken meanwhile.
    await until("the least", () => pool.stats().bytes.limit === 2 * MiB);
    for (let i = 0; i < 3000; i++) swap.store(0, 10_000 + i, pages[i] as Uint8Array);
    assert.ok(pool.stats().refused.full > 2000);
    assert.ok(pool.stats().bytes.reserved <= 2 * MiB);

    reading = "none";
    await until("all of the limit again", () => pool.stats().bytes.limit === 16 * MiB);
    for (let i = 0; i < 2000; i++) assert.equal(swap.store(0, 20_000 + i, pages[i] as Uint8Array), true);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("acts on two equal readings in a row, and on no others", () => {
    const arenas = openArenas("doors", { maxBytes: "16MiB" });
    const shrinks: number[] = [];
    const keeper = { shrink: async (bytes: number) => shrinks.push(bytes) };
    const settings = { source: undefined, intervalMs: 1000, minBytes: 2 * MiB };
    const controller = new PressureController(keeper as never, () => arenas, settings);
    const after = (...readings: Pressure[]) => {
      for (const reading of readings) controller.act(reading);
      return arenas.memory.limitBytes;
    };
    const reserved = arenas.memory.reservedBytes;
    assert.ok(reserved < 2 * MiB);
    assert.equal(
      after("some", "none", "some", "critical", "some", "unknown", "unknown", "unknown"),
      16 * MiB,
    );
    assert.deepEqual(shrinks, []);
    assert.equal(after("some", "some"), 2 * MiB, "not below minBytes, however little is reserved");
    assert.deepEqual(shrinks, [2 * MiB]);
    assert.equal(after("critical", "critical", "critical"), 2 * MiB);
    assert.equal(after("none", "none"), 4 * MiB, "an eighth of 16 MiB more");
    assert.equal(after("none"), 4 * MiB);
    assert.equal(after("none"), 6 * MiB);
    assert.equal(after(...(Array(20).fill("none") as Pressure[])), 16 * MiB);
  });

  test("an event loop that is late is pressure, but not while the page is hidden, nor right after", () => {
    const arenas = openArenas("doors", { maxBytes: "16MiB" });
    const settings = { source: undefined, intervalMs: 0, minBytes: 2 * MiB };
    const controller = new PressureController({ shrink: async () => {} } as never, () => arenas, settings);
    let tick = () => false;
    const every = (self: unknown, _ms: number, ticked: (self: unknown) => boolean) => {
      tick = () => ticked(self);
    };
    controller.watch({ every } as never);
    const host = globalThis as { document?: { visibilityState: string } };
    const limitAfter = (...states: string[]) => {
      for (const visibilityState of states) {
        host.document = { visibilityState };
        const due = performance.now() + 300;
        while (performance.now() < due);
        assert.equal(tick(), true);
      }
      return arenas.memory.limitBytes;
    };
    try {
      assert.equal(limitAfter("hidden", "hidden", "hidden", "visible"), 16 * MiB);
      assert.equal(limitAfter("visible"), 16 * MiB, "one reading");
      assert.equal(limitAfter("visible"), 2 * MiB, "two");
    } finally {
      delete host.document;
    }
  });

  test("what this host tells is a reading; a host that tells nothing, or forbids it, is unknown", () => {
    assert.ok(["none", "some", "critical", "unknown"].includes(memoryPressure()));
    assert.equal(memoryPressure(undefined as never) === undefined, false);
    assert.equal(memoryPressure({}), "unknown");
    assert.equal(memoryPressure({ availableMemory: () => Number.NaN }), "unknown");
    const forbidden = () => {
      throw new Error("NotCapable");
    };
    assert.equal(memoryPressure({ availableMemory: forbidden }), "unknown");
    assert.equal(memoryPressure({ availableMemory: () => 2 ** 30, constrainedMemory: forbidden }), "unknown");
    const of = (available: number, constrained?: number) =>
      memoryPressure({ availableMemory: () => available, constrainedMemory: () => constrained });
    for (const unbounded of [undefined, 0, 2 ** 63]) {
      assert.equal(of(2 ** 30, unbounded), "none");
      assert.equal(of(200 * MiB, unbounded), "some");
      assert.equal(of(100 * MiB, unbounded), "critical");
    }
    assert.equal(of(200 * MiB, 1024 * MiB), "none");
    assert.equal(of(100 * MiB, 1024 * MiB), "some");
    assert.equal(of(50 * MiB, 1024 * MiB), "critical");
  });

  test("a source that throws, lies or is slow does no harm", async () => {
    let asked = 0;
    const answers = [
      () => {
        throw new Error("no");
      },
      () => "plenty",
      () => Promise.reject(new Error("later")),
      () => undefined,
    ];
    const pool = Spillway.openSync({
      maxBytes: "4MiB",
      pressure: { source: () => answers[asked++ % answers.length]?.() as Pressure, intervalMs: 10 },
    });
    await until("asked often", () => asked > 12);
    assert.equal(pool.stats().bytes.limit, 4 * MiB);
    pool.close();
    await sleep(50);
    const then = asked;
    await sleep(100);
    assert.equal(asked, then, "a closed pool asks no more");
  });

  test("off by default, and wrong options have a code", () => {
    const open = (pressure: unknown) => Spillway.openSync({ maxBytes: "4MiB", pressure } as never);
    open(true).close();
    open(false).close();
    for (const [wrong, code, message] of [
      ["yes", "ERR_SPILLWAY_ARG_TYPE", /^pressure must be/],
      [{ every: 3 }, "ERR_SPILLWAY_ARG_TYPE", /option "every"/],
      [{ source: "os" }, "ERR_SPILLWAY_ARG_TYPE", /^pressure\.source must be a function/],
      [{ intervalMs: 1 }, "ERR_SPILLWAY_ARG_RANGE", /^pressure\.intervalMs .* got 1$/],
      [{ intervalMs: "1s" }, "ERR_SPILLWAY_ARG_TYPE", /^pressure\.intervalMs/],
      [{ minBytes: "lots" }, "ERR_SPILLWAY_ARG_RANGE", /^pressure\.minBytes/],
    ] as const) {
      assert.throws(() => open(wrong), { code, message });
    }
  });
});
