/**
 * Shows what a signal does: it ends a verb at once, whether that works or waits for its turn, the clock, the
 * collector or its source; with the signal's reason, and only that verb; and the verb holds nothing
 * afterwards. Any signal will do that has the shape of one.
 *
 * How: signals that count their listeners, of this realm, of another and of a polyfill, aborted before a
 * verb, at once and after some milliseconds. What sources do is in tests/unit/image/source.test.ts.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { type AbortSignalLike, type Frontswap, Spillway } from "spillway";
import { moduleBytes } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { OldSignal } from "#kit/signals.js";
import { orAborted } from "#lib/base/abort.js";

const PAGE = 4096;
const random = new Random(21);
const noise = () => random.fill(new Uint8Array(PAGE));
const turn = () => new Promise((resolve) => setImmediate(resolve));
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const NOISE = Array.from({ length: 100 }, noise);

/** A pool with so much to move that shrink takes many slices. */
function open(): { pool: Spillway; swap: Frontswap } {
  const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false, dedupe: false });
  const swap = pool.frontswap({ name: "a" });
  swap.init(0);
  for (let i = 0; i < 12_000; i++) swap.store(0, i, NOISE[i % 100] as Uint8Array);
  for (let i = 0; i < 12_000; i++) if (i % 10) swap.invalidatePage(0, i);
  return { pool, swap };
}

/** Whether a promise settles before the host has run so often. */
async function settlesWithin(turns: number, promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const note = () => {
    settled = true;
  };
  promise.then(note, note);
  for (let i = 0; i < turns && !settled; i++) await turn();
  return settled;
}

const WASM = moduleBytes("engine");

type Verb = (pool: Spillway, signal: AbortSignalLike) => Promise<unknown>;
const VERBS: Record<string, Verb> = {
  // Given its bytes: the package's own module is compiled once.
  open: async (_, signal) => (await Spillway.open({ maxBytes: "1MiB", wasm: WASM, signal })).close(),
  compact: (pool, signal) => pool.compact({ signal }),
  shrink: (pool, signal) => pool.shrink(0, { signal }),
  recompress: (pool, signal) => pool.recompress({ signal }),
  "recompress, waiting": (pool, signal) => pool.recompress({ minIdle: 60_000, signal }),
  restore: (_, signal) => Spillway.restore(new ReadableStream(), { maxBytes: "1MiB", signal }),
};

describe("a signal", () => {
  for (const [name, verb] of Object.entries(VERBS)) {
    test(`${name}: aborted before, at once, whatever else works`, async () => {
      const { pool } = open();
      const reason = { any: "thing" };
      const first = pool.shrink();
      await turn();
      const signal = AbortSignal.abort(reason);
      const ended = verb(pool, signal);
      assert.ok(await settlesWithin(1, ended));
      await assert.rejects(ended, (error) => error === reason);
      const old = new OldSignal();
      old.abort();
      await assert.rejects(verb(pool, old), { name: "AbortError" });
      assert.equal(old.listeners.size, 0);
      assert.ok((await first) > 0, "and that is not cancelled");
      pool.close();
    });

    test(`${name}: aborted at any time, leaves no listener and a whole pool`, async () => {
      for (const wait of [0, 1, 3, 10]) {
        const { pool, swap } = open();
        const signal = new OldSignal();
        const ended = verb(pool, signal).catch((error: Error) => error.name);
        await sleep(wait);
        signal.abort();
        assert.ok(await settlesWithin(60, ended), `after ${wait} ms`);
        assert.equal(signal.listeners.size, 0);
        assert.ok(signal.most <= 1);
        assert.equal(pool.selfCheck(), 0);
        assert.equal(swap.stats().storedPages, 1200);
        assert.ok((await pool.shrink()) >= 0);
        pool.close();
      }
    });

    // Opening waits for nobody, and may be done by then.
    if (name === "open") continue;
    test(`${name}: aborted while it waits for its turn, and others go on`, async () => {
      const { pool } = open();
      const signal = new OldSignal();
      const first = pool.shrink();
      const ended = verb(pool, signal);
      const last = pool.compact();
      await turn();
      signal.abort();
      assert.ok(await settlesWithin(2, ended));
      await assert.rejects(ended, { name: "AbortError" });
      assert.equal(signal.listeners.size, 0);
      assert.ok((await first) > 0);
      assert.ok((await last) >= 0);
      assert.equal(pool.selfCheck(), 0);
      pool.close();
    });
  }

  test("ends the wait for the collector too", async () => {
    const { pool } = open();
    const abort = new AbortController();
    // Memory that is still held is never collected: without a signal this waits three seconds.
    const { deref } = WeakRef.prototype;
    const began = performance.now();
    const ended = pool.shrink(0, { signal: abort.signal });
    while (pool.stats().bytes.returned === 0) await turn();
    WeakRef.prototype.deref = () => new ArrayBuffer();
    try {
      await sleep(50);
      abort.abort(new Error("enough"));
      await assert.rejects(ended, /enough/);
    } finally {
      WeakRef.prototype.deref = deref;
    }
    assert.ok(performance.now() - began < 2500);
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });

  test("one signal for many verbs: none leaves a listener, and each is told", async () => {
    const { pool } = open();
    const signal = new OldSignal();
    for (let i = 0; i < 20; i++) await pool.compact({ signal, budgetMs: 1 });
    assert.equal(signal.listeners.size, 0);
    const waiting = [0, 1, 2].map(() => pool.recompress({ minIdle: 60_000, signal }));
    const other = pool.recompress({ minIdle: 50 });
    await sleep(20);
    signal.abort();
    for (const one of waiting) await assert.rejects(one, { name: "AbortError" });
    assert.equal(signal.listeners.size, 0);
    assert.ok((await other) >= 0);
    pool.close();
  });

  test("is known by its shape: of another realm, of a polyfill; and what is none is refused", async () => {
    const { pool } = open();
    const context = createContext({});
    const foreign = runInContext(
      `({ aborted: true, reason: "theirs", addEventListener() {}, removeEventListener() {} })`,
      context,
    ) as AbortSignalLike;
    assert.equal(foreign instanceof Object, false);
    await assert.rejects(pool.compact({ signal: foreign }), (reason) => reason === "theirs");
    const never = new OldSignal();
    assert.ok((await pool.compact({ signal: never })) >= 0);
    const { addEventListener, removeEventListener } = OldSignal.prototype;
    for (const wrong of [
      null,
      7,
      "signal",
      {},
      { aborted: false },
      { aborted: 0, addEventListener, removeEventListener },
      { aborted: false, addEventListener },
    ])
      for (const call of [
        () => pool.compact({ signal: wrong as never }),
        () => pool.shrink(0, { signal: wrong as never }),
        () => pool.recompress({ signal: wrong as never }),
        () => Spillway.restore(new Uint8Array(), { maxBytes: "1MiB", signal: wrong as never }),
      ])
        await assert.rejects(call, { code: "ERR_SPILLWAY_ARG_TYPE", message: /^signal must be/ });
    pool.close();
  });

  test("options are read once, before anything is done", async () => {
    const { pool } = open();
    const reads: string[] = [];
    const options = {
      get signal() {
        reads.push("signal");
        return reads.length > 2 ? ("changed" as never) : new OldSignal();
      },
      get budgetMs() {
        reads.push("budgetMs");
        return reads.length > 2 ? Number.NaN : 1000;
      },
    };
    assert.ok((await pool.compact(options)) >= 0);
    assert.deepEqual(reads.sort(), ["budgetMs", "signal"]);
    pool.close();
  });

  test("without DOMException the error has its name all the same; a signal that throws is its caller's trouble", async () => {
    const { DOMException } = globalThis;
    const old = new OldSignal();
    old.abort();
    globalThis.DOMException = undefined as never;
    try {
      await assert.rejects(orAborted(Promise.resolve(), old), { name: "AbortError", message: /aborted/ });
    } finally {
      globalThis.DOMException = DOMException;
    }
    const trouble = () => {
      throw new Error("their own");
    };
    for (const one of [
      { aborted: false, addEventListener: trouble, removeEventListener() {} },
      { aborted: false, addEventListener() {}, removeEventListener: trouble },
    ])
      await assert.rejects(orAborted(Promise.resolve(), one), /their own/);
    await turn();
  });

  test("a step that fails later is dropped with its error", async () => {
    const signal = new OldSignal();
    let fail = (_: Error) => {};
    const step = new Promise((_, reject) => {
      fail = reject;
    });
    const ended = orAborted(step, signal);
    signal.abort();
    await assert.rejects(ended, { name: "AbortError" });
    fail(new Error("later"));
    await turn();
  });
});
