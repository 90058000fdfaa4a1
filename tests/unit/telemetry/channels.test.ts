/**
 * Shows what is told on the channels of node:diagnostics_channel, and when: evictions summed for each call
 * and client, a limit once until a page is accepted again, limits moved under pressure, ends; never a key
 * (but see evicted_keys.test.ts). And that nothing is computed or said while nobody listens, which costs one
 * property read, and that a host without the module is no worse off.
 */
import assert from "node:assert/strict";
import { type ChannelListener, subscribe, unsubscribe } from "node:diagnostics_channel";
import { describe, test } from "node:test";
import {
  type CloseMessage,
  type EvictMessage,
  type PressureMessage,
  type RefuseMessage,
  Spillway,
} from "spillway";
import { frontswapOver, openArenas } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { PressureController } from "#lib/housekeeping/pressure.js";
import { type Channel, Channels } from "#lib/telemetry/channels.js";
import { Peak } from "#lib/telemetry/peaks.js";

const PAGE = 4096;
/** What so many pages of one area count, each with a body of its own. */
const counts = (pages: number) => 64 + pages * (PAGE + 56);
const MiB = 2 ** 20;
const random = new Random(8);
const noise = () => random.fill(new Uint8Array(PAGE)).fill(1, PAGE - 1);

/** What is told on a channel while `work` runs. */
async function told<T>(channel: string, work: () => unknown): Promise<T[]> {
  const messages: T[] = [];
  const listener: ChannelListener = (message, name) => {
    assert.equal(name, `spillway:${channel}`);
    assert.equal(Object.getPrototypeOf(message), Object.prototype, "a plain object");
    messages.push(message as T);
  };
  subscribe(`spillway:${channel}`, listener);
  try {
    await work();
  } finally {
    unsubscribe(`spillway:${channel}`, listener);
  }
  return messages;
}

describe("diagnostics", () => {
  test("spillway:evict: what each client lost by each call, and why", async () => {
    const pool = Spillway.openSync({ maxBytes: "2MiB", name: "pages", autoShrink: false });
    const [one, other] = [pool.cleancache({ name: "one" }), pool.cleancache({ name: "other" })];
    const swap = pool.frontswap({ name: "swap" });
    swap.init(0);
    const [a, b] = [one.initFs(), other.initFs()];
    // What goes while nobody listens is not told later.
    for (let i = 0; i < 900; i++) one.putPage(a, 1, i, noise());
    const before = one.stats();
    assert.ok(before.evictedPages > 100);
    const messages = await told<EvictMessage>("evict", () => {
      for (let i = 0; i < 300; i++) other.putPage(b, 1, i, noise());
      swap.storeMany(
        0,
        Array.from({ length: 100 }, (_, i) => i),
        Array.from({ length: 100 }, noise),
      );
    });
    assert.ok(messages.length > 20);
    for (const message of messages) {
      assert.deepEqual(Object.keys(message).sort(), ["bytes", "client", "pages", "pool", "reason"]);
      assert.deepEqual([message.pool, message.reason], ["pages", "store"]);
      assert.equal(message.bytes, message.pages * PAGE);
    }
    for (const [client, lost] of [
      ["one", one.stats().evictedPages - before.evictedPages],
      ["other", other.stats().evictedPages],
    ] as const) {
      const sum = messages.filter((message) => message.client === client);
      assert.equal(
        sum.reduce((pages, message) => pages + message.pages, 0),
        lost,
        client,
      );
    }
    assert.ok(
      messages.some(({ pages }) => pages > 20),
      "a batch is one call",
    );

    const left = one.stats().storedPages;
    const shrunk = await told<EvictMessage>("evict", () => pool.shrink());
    assert.deepEqual(shrunk.map(({ client, reason }) => `${client} ${reason}`).sort(), [
      "one shrink",
      "other shrink",
    ]);
    assert.equal(shrunk.find(({ client }) => client === "one")?.pages, left);
    assert.deepEqual(await told("evict", () => one.putPage(a, 1, 1, noise())), [], "nothing went");
    pool.close();
  });

  test("spillway:refuse: a limit is told once, until a page is accepted again", async () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB", name: "small" });
    const swap = pool.frontswap({ name: "swap" });
    const capped = pool.frontswap({ name: "capped", maxBytes: counts(2) });
    for (const client of [swap, capped]) client.init(0);
    const messages = await told<RefuseMessage>("refuse", () => {
      for (let i = 0; i < 5; i++) capped.store(0, i, noise());
      capped.invalidatePage(0, 0);
      capped.store(0, 0, noise());
      for (let i = 5; i < 9; i++) capped.store(0, i, noise());
      pool.freeze();
      for (let i = 5; i < 9; i++) capped.store(0, i, noise());
      pool.thaw();
      for (let i = 0; i < 400; i++) swap.store(0, i, noise());
      // What is refused for ever is told as well: an area that is not open.
      for (let i = 0; i < 3; i++) swap.store(7, 0, noise());
    });
    const kept = swap.stats().storedPages;
    const two = { pool: "small", client: "capped", pages: 2, bytes: counts(2) };
    assert.deepEqual(messages, [
      { ...two, reason: "capped" },
      { ...two, reason: "capped" },
      { ...two, reason: "frozen" },
      { pool: "small", client: "swap", pages: kept, bytes: counts(kept), reason: "full" },
      { pool: "small", client: "swap", pages: kept, bytes: counts(kept), reason: "closed" },
    ]);
    pool.close();
  });

  test("spillway:pressure: limits moved, and what went for it says so", async () => {
    const arenas = openArenas("doors", { maxBytes: "16MiB", name: "pressed" });
    const keeper = { shrink: async (...args: unknown[]) => assert.equal(args[3], "pressure") };
    const settings = { source: undefined, intervalMs: 1000, minBytes: 2 * MiB };
    const controller = new PressureController(keeper as never, () => arenas, settings);
    const messages = await told<PressureMessage>("pressure", () => {
      for (const reading of ["some", "some", "some", "none", "none", "unknown", "critical"] as const)
        controller.act(reading);
    });
    assert.deepEqual(messages, [
      { pool: "pressed", pages: 0, bytes: 2 * MiB, previousBytes: 16 * MiB, reason: "some" },
      { pool: "pressed", pages: 0, bytes: 4 * MiB, previousBytes: 2 * MiB, reason: "none" },
    ]);
    // Of a real pool: what its cleancache lost is told with that reason.
    let reading: "none" | "critical" = "none";
    const pool = Spillway.openSync({
      maxBytes: "16MiB",
      pressure: { source: () => reading, intervalMs: 10, minBytes: "1MiB" },
    });
    const cache = pool.cleancache();
    const fs = cache.initFs();
    for (let i = 0; i < 2000; i++) cache.putPage(fs, 0, i, noise());
    const went = await told<EvictMessage>("evict", async () => {
      reading = "critical";
      for (let i = 0; i < 500 && cache.stats().evictedPages === 0; i++)
        await new Promise((resolve) => setTimeout(resolve, 10));
    });
    assert.ok(went.length > 0);
    for (const { pool: name, reason } of went) assert.deepEqual([name, reason], ["spillway", "pressure"]);
    pool.close();
  });

  test("spillway:close: clients, then the pool, each once", async () => {
    const pool = Spillway.openSync({ maxBytes: "4MiB", name: "ending" });
    const swap = pool.frontswap({ name: "swap" });
    swap.init(0);
    for (let i = 0; i < 3; i++) swap.store(0, i, noise());
    const rest = pool.frontswap();
    rest.init(0);
    rest.store(0, 0, noise());
    const { reserved } = pool.stats().bytes;
    const messages = await told<CloseMessage>("close", () => {
      swap.close();
      swap.close();
      pool.close();
      pool.close();
      rest.close();
    });
    assert.deepEqual(messages, [
      { pool: "ending", client: "swap", pages: 3, bytes: counts(3) },
      { pool: "ending", client: undefined, pages: 1, bytes: reserved },
    ]);
  });

  test("while nobody listens a store reads one property, and nothing is said", () => {
    const reads = new Map<string, number>();
    const host = {
      getBuiltinModule(name: string) {
        assert.equal(name, "node:diagnostics_channel");
        const channel = (which: string): Channel => ({
          get hasSubscribers() {
            reads.set(which, (reads.get(which) ?? 0) + 1);
            return false;
          },
          publish: () => assert.fail("nobody listens"),
        });
        return { channel };
      },
    };
    const arenas = openArenas("doors", { maxBytes: "1MiB" });
    const diagnostics = new Channels("quiet", host);
    for (const teller of [arenas, arenas.evictions]) Object.assign(teller, { diagnostics });
    const swap = frontswapOver(arenas, 1, 1);
    swap.init(0);
    // An ephemeral client, or there is nothing that could be evicted.
    const cache = { name: "cache", weight: 1, maxBytes: Number.POSITIVE_INFINITY };
    const counted = () => Object.fromEntries(reads);
    for (let i = 0; i < 10; i++) swap.store(0, i, noise());
    assert.deepEqual(counted(), {}, "without ephemeral pages not even that");
    assert.equal(arenas.registry.open(2, cache, new Peak(PAGE)), true);
    for (let i = 0; i < 10; i++) swap.store(0, i, noise());
    assert.deepEqual(counted(), { "spillway:evict": 10 });
    arenas.admission.frozen = true;
    for (let i = 0; i < 5; i++) swap.store(0, i, noise());
    swap.close();
    arenas.close();
    assert.deepEqual(counted(), { "spillway:evict": 10, "spillway:refuse": 5, "spillway:close": 2 });
  });

  test("a host without the module has silent channels", () => {
    for (const host of [{}, { getBuiltinModule: () => undefined }]) {
      const { evict, refuse, pressure, close } = new Channels("silent", host);
      for (const channel of [evict, refuse, pressure, close]) assert.equal(channel.hasSubscribers, false);
    }
  });

  test("names of pools are checked", () => {
    const open = (name: unknown) => Spillway.openSync({ maxBytes: "1MiB", name } as never);
    open("mine").close();
    for (const wrong of ["", 7, null]) assert.throws(() => open(wrong), { code: "ERR_SPILLWAY_ARG_TYPE" });
  });
});
