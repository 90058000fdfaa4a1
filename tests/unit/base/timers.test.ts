/**
 * Shows how a pool waits. Its verbs go on while the host's timers are mocked, for it takes its timers when it
 * is loaded; none of them is left when it is closed, and it opens none while there is nothing to do; where
 * there is no setImmediate it takes turns by a channel, which is closed again; a host without any timer has
 * the synchronous verbs.
 *
 * How: mocks of node:test, and ones that count, around copies of the library that are loaded under them;
 * processes that lack globals.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Frontswap, Spillway, type SpillwayOptions } from "spillway";
import { freshLibrary } from "#kit/fresh.js";
import { livePages } from "#kit/live_memory.js";
import { Random } from "#kit/random.js";
import { Timers } from "#lib/base/timers.js";

const PAGE = 4096;
const PAGES = livePages(1500);
const random = new Random(5);
const noise = () => random.fill(new Uint8Array(PAGE));

function open(options: Partial<SpillwayOptions> = {}, library = Spillway) {
  const pool = library.openSync({ maxBytes: "64MiB", ...options });
  const swap = pool.frontswap();
  swap.init(0);
  return { pool, swap };
}

/** So much that shrink gives an arena back and recompress trains. */
function fill(swap: Frontswap): void {
  for (const [i, page] of PAGES.entries()) swap.store(0, i, page);
  for (let i = 0; i < 8000; i++) swap.store(0, 10_000 + i, noise());
  for (let i = 0; i < 8000; i++) swap.invalidatePage(0, 10_000 + i);
}

describe("timers that a test has mocked", () => {
  test("hold up no verb, and are not used", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout", "setInterval", "setImmediate", "Date"] });
    const { performance } = globalThis;
    // As Vitest and sinon do it: another object, whose clock stands still.
    globalThis.performance = { now: () => 0 } as never;
    try {
      const { pool, swap } = open({ nursery: "1MiB", pressure: true, recompress: true });
      fill(swap);
      assert.ok((await pool.shrink()) > 0);
      assert.ok((await pool.compact()) >= 0);
      assert.ok((await pool.recompress()) > 0);
      assert.ok((await pool.recompress({ minIdle: 30 })) >= 0);
      const again = await Spillway.restore(pool.snapshot(), { maxBytes: "64MiB" });
      assert.equal(again.stats().storedPages, PAGES.length);
      // Whoever runs all timers, as Vitest's runAllTimers does, runs none of a pool's for ever.
      t.mock.timers.runAll();
      for (const one of [pool, again]) one.close();
    } finally {
      globalThis.performance = performance;
    }
  });

  test("are not cleared in the place of a pool's own, nor the reverse", async () => {
    const { setInterval, clearInterval } = globalThis;
    const calls: string[] = [];
    const { pool } = open({ pressure: true });
    globalThis.setInterval = (() => calls.push("set")) as never;
    globalThis.clearInterval = (() => calls.push("clear")) as never;
    try {
      const other = open().pool;
      other.close();
      pool.close();
    } finally {
      Object.assign(globalThis, { setInterval, clearInterval });
    }
    assert.deepEqual(calls, []);
  });
});

/** Loads a copy of the library whose timers and channels are counted: `live` has those that are pending. */
async function countedLibrary(without: string[] = []) {
  const host = globalThis as unknown as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  const live = new Map<unknown, string>();
  const counts: Record<string, number> = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const replace = (name: string, value: unknown) => {
    kept[name] = host[name];
    host[name] = value;
  };
  for (const kind of ["Timeout", "Interval", "Immediate"]) {
    const set = host[`set${kind}`] as (callback: () => void, ms?: number) => unknown;
    const clear = host[`clear${kind}`] as (timer: unknown) => void;
    replace(`set${kind}`, (callback: () => void, ms?: number) => {
      const timer: unknown = set(() => {
        if (kind !== "Interval") live.delete(timer);
        callback();
      }, ms);
      live.set(timer, kind);
      count(kind);
      return timer;
    });
    replace(`clear${kind}`, (timer: unknown) => {
      live.delete(timer);
      clear(timer);
    });
  }
  const Channel = MessageChannel;
  replace(
    "MessageChannel",
    class {
      constructor() {
        const channel = new Channel();
        live.set(channel.port1, "MessageChannel");
        count("MessageChannel");
        const close = channel.port1.close.bind(channel.port1);
        channel.port1.close = () => {
          live.delete(channel.port1);
          close();
        };
        // biome-ignore lint/correctness/noConstructorReturn: ports are the host's own
        return channel;
      }
    },
  );
  for (const name of without) replace(name, undefined);
  try {
    const { Spillway: counted } = await freshLibrary();
    return { library: counted, live, counts };
  } finally {
    Object.assign(host, kept);
  }
}

describe("timers of a pool", () => {
  test("are cleared at once when it is closed, whatever was under way", async () => {
    const all = { nursery: "1MiB", pressure: { intervalMs: 10 }, recompress: true } as const;
    for (const wait of [0, 1, 20]) {
      const { library, live, counts } = await countedLibrary();
      const { pool, swap } = open(all, library);
      assert.ok([...live.values()].every((kind) => kind === "Interval"));
      fill(swap);
      const verbs = [pool.shrink(), pool.compact(), pool.recompress({ minIdle: 60_000 }), pool.recompress()];
      await new Promise((resolve) => setTimeout(resolve, wait));
      assert.equal(counts.Interval, 2);
      const before = process.getActiveResourcesInfo();
      pool.close();
      assert.deepEqual([...live.values()], [], `after ${wait} ms`);
      assert.ok(process.getActiveResourcesInfo().length <= before.length);
      for (const saved of await Promise.all(verbs)) assert.equal(typeof saved, "number");
      assert.deepEqual([...live.values()], [], "and none is begun afterwards");
    }
  });

  test("nothing is pending between verbs but what looks after the pool", async () => {
    const { library, live, counts } = await countedLibrary();
    const { pool, swap } = open({ autoShrink: false }, library);
    fill(swap);
    await pool.shrink();
    await pool.recompress();
    const abort = new AbortController();
    const waiting = pool.recompress({ minIdle: 60_000, signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual([...live.values()], ["Timeout"]);
    abort.abort(new Error("enough"));
    await assert.rejects(waiting, /enough/);
    assert.deepEqual([...live.values()], []);
    assert.equal(counts.Interval, undefined, "nothing looks after this one");
    await (await library.restore(pool.snapshot(), { maxBytes: "64MiB", autoShrink: false })).close();
    assert.deepEqual([...live.values()], []);
    pool.close();
  });

  test("this process has none of a pool's handles right after it was closed", async () => {
    const before = process.getActiveResourcesInfo();
    const { pool, swap } = open({ pressure: true, recompress: { minIdle: 1 } });
    fill(swap);
    const waiting = pool.recompress({ minIdle: 60_000 });
    const working = pool.shrink();
    await new Promise((resolve) => setImmediate(resolve));
    pool.close();
    assert.deepEqual(process.getActiveResourcesInfo(), before);
    await Promise.all([waiting, working]);
    assert.deepEqual(process.getActiveResourcesInfo(), before);
  });

  test("without setImmediate turns are taken by a channel, each closed again", async () => {
    const { library, live, counts } = await countedLibrary(["setImmediate", "clearImmediate"]);
    const { pool, swap } = open({ autoShrink: false }, library);
    fill(swap);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const began = performance.now();
    await pool.recompress();
    const ms = performance.now() - began;
    clearInterval(timer);
    assert.ok((counts.MessageChannel ?? 0) > 20, `${counts.MessageChannel} channels`);
    assert.ok(turns > ms / 50, `the host ran ${turns} times in ${ms} ms`);
    assert.deepEqual([...live.values()], []);
    const working = pool.shrink();
    await new Promise((resolve) => setTimeout(resolve, 1));
    pool.close();
    assert.deepEqual([...live.values()], []);
    await working;
  });

  test("a wait that is over leaves nothing, and one of a closed pool is none", async () => {
    const timers = new Timers();
    const waits = [timers.pause(60_000, false), timers.pause(60_000, true), timers.pause(0, false)];
    timers.close();
    await Promise.all(waits);
    assert.equal(timers.closed, true);
    await timers.pause(60_000, false);
    let ticks = 0;
    timers.every(timers, 1, () => {
      ticks += 1;
      return true;
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(ticks, 0);
  });

  test("a tick that throws is the last, and nobody's to hear", async () => {
    const timers = new Timers();
    let ticks = 0;
    timers.every(timers, 1, () => {
      ticks += 1;
      throw new Error("a fault");
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(ticks, 1);
  });
});

describe("hosts that lack something", () => {
  const library = new URL("../../../spillway.js", import.meta.url).href;

  /** Runs a module in a process from which these globals were taken before the library is loaded. */
  function child(without: string[], script: string): string {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const kept = { setTimeout };
         for (const name of ${JSON.stringify(without)}) delete globalThis[name];
         const { Spillway } = await import(${JSON.stringify(library)});
         const page = new Uint8Array(4096);
         const words = new Uint32Array(page.buffer);
         function numbered(i) {
           let x = i + 1;
           for (let at = 0; at < 1024; at++) words[at] = x = (Math.imul(x, 1664525) + 1013904223) ^ (x >>> 13);
           return page;
         }
         function open(options) {
           const pool = Spillway.openSync({ maxBytes: "64MiB", ...options });
           const swap = pool.frontswap();
           swap.init(0);
           for (let i = 0; i < 9000; i++) swap.store(0, i, numbered(i));
           for (let i = 0; i < 9000; i++) if (i % 10) swap.invalidatePage(0, i);
           return { pool, swap };
         }
         ${script}`,
      ],
      { encoding: "utf8", timeout: 60_000, cwd: fileURLToPath(new URL("../../../..", import.meta.url)) },
    );
    assert.equal(status, 0, stderr);
    return stdout.trim();
  }
  const TIMERS = [
    "setTimeout",
    "clearTimeout",
    "setInterval",
    "clearInterval",
    "setImmediate",
    "clearImmediate",
  ];

  test("no timer at all: import and the synchronous verbs, and an error that says so from what must wait", () => {
    const others = ["MessageChannel", "queueMicrotask", "AbortSignal", "AbortController", "Blob", "Response"];
    const printed = child(
      [...TIMERS, ...others],
      `const { pool, swap } = open({ autoShrink: false });
       const error = await pool.recompress({ minIdle: 5 }).catch((error) => error);
       const image = [];
       for await (const chunk of pool.snapshot()) image.push(chunk);
       console.log(JSON.stringify({ loaded: swap.load(0, 0, page), code: error.code, message: error.message,
         bytes: image.length > 0, finding: pool.selfCheck() }));
       pool.close();`,
    );
    const { message, ...rest } = JSON.parse(printed) as { message: string };
    assert.match(message, /setTimeout/);
    assert.deepEqual(rest, { loaded: true, code: "ERR_SPILLWAY_UNSUPPORTED", bytes: true, finding: 0 });
  });

  test("without a clock of its own it goes by the calendar's", async () => {
    const { performance } = globalThis;
    globalThis.performance = undefined as never;
    try {
      const timers = (await import(`${import.meta.resolve("#lib/base/timers.js")}?clockless`)) as {
        now(): number;
      };
      assert.ok(Math.abs(timers.now() - Date.now()) < 1000);
    } finally {
      globalThis.performance = performance;
    }
  });

  test("timers that a host has later are used from then on", () => {
    const printed = child(
      TIMERS,
      `const { pool } = open({ autoShrink: false });
       globalThis.setTimeout = kept.setTimeout;
       console.log(await pool.recompress({ minIdle: 5 }) >= 0);`,
    );
    assert.equal(printed, "true");
  });

  test("neither a channel nor a pool keeps a process alive", () => {
    const began = performance.now();
    const printed = child(
      ["setImmediate", "clearImmediate"],
      `const { pool } = open({ pressure: true, recompress: true });
       await pool.shrink();
       await pool.recompress();
       console.log("done");`,
    );
    assert.equal(printed, "done");
    assert.ok(performance.now() - began < 9000);
  });

  test("no byte streams: an ordinary one, of which nothing is made in advance; no streams: an error that says so", () => {
    const printed = child(
      [],
      `const Whole = ReadableStream;
       globalThis.ReadableStream = class extends Whole {
         constructor(source, strategy) {
           // As WebKit does it.
           if (source?.type !== undefined) throw new TypeError("ReadableByteStreamController is not implemented");
           super(source, strategy);
         }
       };
       const { pool, swap } = open({});
       const reader = pool.snapshot().getReader();
       await new Promise((resolve) => setTimeout(resolve, 20));
       // Nothing was packed yet: what changes now is held aside, what is asked for later is as it was.
       swap.invalidateArea(0);
       const source = (async function* () {
         for (;;) {
           const { done, value } = await reader.read();
           if (done) return;
           yield value;
         }
       })();
       const again = await Spillway.restore(source, { maxBytes: "64MiB" });
       const cancelled = pool.snapshot();
       await cancelled.cancel();
       const failing = pool.snapshot().getReader();
       pool.close();
       const codes = [await failing.read().catch((error) => error.code)];
       delete globalThis.ReadableStream;
       try { again.snapshot(); } catch (error) { codes.push(error.code, /ReadableStream/.test(error.message)); }
       console.log(JSON.stringify({ pages: again.stats().storedPages, codes }));`,
    );
    assert.deepEqual(JSON.parse(printed), {
      pages: 900,
      codes: ["ERR_SPILLWAY_CLOSED", "ERR_SPILLWAY_UNSUPPORTED", true],
    });
  });
});
