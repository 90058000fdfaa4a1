/**
 * Shows that a hostile side of a port harms nobody: messages that keep to no form, counts and numbers that
 * lie, faces of others, verbs that a face does not have, prototypes, floods. Its own connection ends, or its
 * call fails; other clients of the pool and the pool itself go on. Also that a hostile server cannot harm a
 * client: its calls reject.
 *
 * How: raw messages over a MessageChannel, written by hand and drawn at random, beside a client whose pages
 * are compared after each.
 */
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Spillway } from "spillway";
import { connect, serve } from "spillway/port";
import { linkTo } from "#kit/ports.js";
import { Random, runSeed } from "#kit/random.js";

const PAGE = 4096;
const HELLO = { version: 1, transfer: true, probe: Uint8Array.of(7) };
/** Places of verbs in the protocol. */
const [OPEN, CLOSE, INIT, STORE, LOAD] = [1, 3, 5, 6, 7];
const seed = runSeed();
const random = new Random(seed);

const pool = Spillway.openSync({ maxBytes: "8MiB" });
const neighbour = await linkTo(pool, { name: "neighbour" });
const pages = await neighbour.remote.frontswap({ name: "pages" });
await pages.init(0);
const page = new Random(1).fill(new Uint8Array(PAGE));
await pages.store(0, 1, page);
const { storedPages } = pool.stats();
after(async () => {
  await neighbour.remote.close();
  pool.close();
});

async function nobodyWasHarmed(what: string): Promise<void> {
  const back = new Uint8Array(PAGE);
  assert.equal(await pages.load(0, 1, back), true, what);
  assert.deepEqual(back, page, what);
  assert.equal(pool.selfCheck(), 0, what);
}

function raw(serving: Parameters<typeof serve>[2] = {}) {
  const { port1, port2 } = new MessageChannel();
  const served = serve(pool, port1, serving);
  const heard: unknown[][] = [];
  port2.onmessage = ({ data }) => heard.push(data as unknown[]);
  const say = (...message: unknown[]) => port2.postMessage(["spillway", ...message]);
  return { served, heard, say, end: port2 };
}

type Raw = ReturnType<typeof raw>;
const calls = (one: Raw, list: unknown, bytes?: unknown, first: unknown = 0) =>
  one.say("calls", first, list, bytes);
const open = [0, OPEN, 0, 1, "frontswap", {}];

/** Each must end the connection. */
const BREACHES: Record<string, (one: Raw) => void> = {
  "a call before a hello": (one) => one.say("calls", 0, []),
  "a second hello": (one) => {
    one.say("hello", HELLO);
    one.say("hello", HELLO);
  },
  "a hello of another version": (one) => one.say("hello", { ...HELLO, version: 2 }),
  "a hello that inherits": (one) => one.say("hello", JSON.parse('{"__proto__": {"version": 1}}')),
  "a hello that is none": (one) => one.say("hello", null),
  "a probe that is no array": (one) => one.say("hello", { ...HELLO, probe: { 0: 7, length: 1 } }),
  "no known kind": greeted((one) => one.say("constructor")),
  "calls that are no array": greeted((one) => calls(one, { length: 2 })),
  "a call that is no array": greeted((one) => calls(one, [5])),
  "a call of many arguments": greeted((one) => calls(one, [Array.from({ length: 17 }, () => 0)])),
  "a first number that lies": greeted((one) => calls(one, [open], undefined, 7)),
  "a verb that is no number": greeted((one) => calls(one, [[0, "open", 0]])),
  "a verb that is none": greeted((one) => calls(one, [[0, 1000, 0]])),
  "a verb of a face asked of the connection": greeted((one) => calls(one, [[0, STORE, 0, 0, 0]])),
  "a verb that a face does not have": greeted((one) => calls(one, [open, [1, 15, 0, "key"]])),
  "bytes that are no Uint8Array": greeted((one) => calls(one, [open], [1, 2, 3])),
  "more bytes than there are": greeted((one) => calls(one, [open, [1, STORE, 9, 0, 0]], new Uint8Array(8))),
  "fewer bytes than there are": greeted((one) => calls(one, [open], new Uint8Array(8))),
  "a negative number of bytes": greeted((one) => calls(one, [open, [1, STORE, -1, 0, 0]], new Uint8Array(8))),
  "a fraction of bytes": greeted((one) => calls(one, [open, [1, STORE, 0.5, 0, 0]], new Uint8Array(8))),
  "a number of a face that is taken": greeted((one) => calls(one, [open, open])),
  "the connection's own number": greeted((one) => calls(one, [[0, OPEN, 0, 0, "map", {}]])),
  "a number of a face that is none": greeted((one) => calls(one, [[0, OPEN, 0, "__proto__", "map", {}]])),
  "room for a page of a gigabyte": greeted((one) => calls(one, [open, [1, LOAD, 0, 0, 0, 2 ** 30]])),
  "an ack of what was never sent": greeted((one) => one.say("ack", 2 ** 40)),
  "an ack that goes back": greeted((one) => one.say("ack", -1)),
  "more than may wait": greeted((one) => {
    // It reads no results, so that its calls wait.
    const loads = Array.from({ length: 200 }, () => [1, LOAD, 0, 0, 0, PAGE]);
    calls(one, [open, [1, INIT, 0, 0], [1, STORE, PAGE, 0, 0], ...loads], page);
    for (let i = 0; i < 80; i++) calls(one, [[0, 0, 2 ** 16]], new Uint8Array(2 ** 16), 203 + i);
  }),
  "more calls than may wait": greeted((one) =>
    calls(
      one,
      Array.from({ length: 1025 }, () => [0, 0, 0]),
    ),
  ),
};

function greeted(then: (one: Raw) => void): (one: Raw) => void {
  return (one) => {
    one.say("hello", HELLO);
    then(one);
  };
}

describe("a hostile client", () => {
  for (const [what, attack] of Object.entries(BREACHES))
    test(`${what}: its connection ends`, async () => {
      const one = raw({ maxInFlightBytes: "64KiB", maxValueBytes: "64KiB" });
      attack(one);
      assert.equal(await one.served.closed, "breach");
      await sleep(5);
      const last = one.heard.at(-1) as [string, string, { code: string }];
      assert.ok(["bye", "refuse"].includes(last[1]));
      assert.match(last[2].code, /^ERR_SPILLWAY_PORT_(MESSAGE|VERSION)$/);
      assert.equal(pool.stats().storedPages, storedPages);
      await nobodyWasHarmed(what);
      one.end.close();
    });

  test("what is not of this protocol is passed over", async () => {
    const one = raw();
    for (const message of [
      null,
      5,
      "spillway",
      {},
      [],
      ["spillway"],
      ["other", "hello"],
      { data: ["spillway"] },
    ])
      one.end.postMessage(message);
    one.say("hello", HELLO);
    one.say("ping");
    await until(() => one.heard.length === 2);
    assert.deepEqual(
      one.heard.map(([, kind]) => kind),
      ["welcome", "pong"],
    );
    one.served.close();
    await nobodyWasHarmed("foreign messages");
  });

  test("arguments that the pool refuses fail alone, with a code", async () => {
    const one = raw();
    one.say("hello", HELLO);
    const bad = [
      [0, OPEN, 0, 2, "toString", {}],
      [0, OPEN, 0, 2, "map", null],
      [0, OPEN, 0, 2, "map", { name: "" }],
      [0, OPEN, 0, 2, "map", { name: "x".repeat(300) }],
      [0, OPEN, 0, 2, "map", JSON.parse('{"__proto__": {"maxBytes": 1}}')],
      [0, OPEN, 0, 2, "map", { codec: { encode: 1 } }],
      [0, OPEN, 0, 2, "buffer", { residentBytes: "1000GiB" }, 2 ** 60],
      [1, INIT, 0, "0"],
      [1, INIT, 0, 2 ** 32],
      [1, STORE, 0, 0, 0],
      [1, STORE, 0, Number.NaN, { valueOf: 1 }, "f64"],
      [1, LOAD, 0, 0, -1, PAGE],
      [2, LOAD, 0, 0, 0, PAGE],
      ["__proto__", CLOSE, 0],
      [[1], LOAD, 0, 0, 0, PAGE],
    ];
    calls(one, [open, [1, INIT, 0, 0], ...bad, [1, STORE, 1, 0, 0]], Uint8Array.of(5));
    await until(() => one.heard.length === 2);
    const results = (one.heard[1] as unknown[])[3] as unknown[];
    assert.equal(results.length, bad.length + 3);
    for (const [i, result] of results.slice(2, -1).entries()) {
      // To close a face that is not there does nothing.
      if (bad[i]?.[1] === CLOSE) continue;
      const [kind, record] = result as [number, { code: string }];
      assert.equal(kind, 0, JSON.stringify(bad[i]));
      assert.match(record.code, /^ERR_SPILLWAY_(ARG_TYPE|ARG_RANGE|CLOSED)$/, JSON.stringify(bad[i]));
    }
    assert.equal(results.at(-1), true);
    one.served.close();
    await nobodyWasHarmed("bad arguments");
  });

  test(`2,000 connections with random messages (seed ${seed})`, async () => {
    for (let i = 0; i < 2000; i++) {
      const one = raw();
      one.say("hello", HELLO);
      calls(one, [open, [1, INIT, 0, 0], [1, STORE, 3, 0, 0]], Uint8Array.of(1, 2, 3));
      for (let j = 0; j < 3; j++) one.end.postMessage(nonsense(4));
      calls(one, nonsense(3), nonsense(1), 3);
      one.end.close();
      await one.served.closed;
    }
    assert.equal(pool.stats().storedPages, storedPages);
    await nobodyWasHarmed(`seed ${seed}`);
  });
});

/** Any value that a port carries, likely to look like a message. */
function nonsense(depth: number): unknown {
  const kind = random.below(depth > 0 ? 12 : 9);
  if (kind === 0) return random.pick([undefined, null, true, false, Number.NaN, -0, 2 ** 53, 1n]);
  if (kind < 4) return random.below(40) - 1;
  if (kind < 6)
    return random.pick([
      "spillway",
      "calls",
      "cancel",
      "ack",
      "ping",
      "map",
      "frontswap",
      "__proto__",
      "key",
      "",
    ]);
  if (kind === 6) return random.fill(new Uint8Array(random.below(20)));
  if (kind < 9) return random.next();
  const list = Array.from({ length: random.below(7) }, () => nonsense(depth - 1));
  if (kind === 9) return ["spillway", random.pick(["calls", "cancel", "ack", "done"]), ...list];
  return kind === 10 ? list : { name: nonsense(0), kind: nonsense(0), maxBytes: nonsense(0) };
}

describe("a hostile server", () => {
  const answers: Record<string, unknown[]> = {
    "a second welcome": ["welcome", { version: 1 }],
    "results of calls that were never made": ["done", 0, [true, true, true, true]],
    "a first number that lies": ["done", 5, [true]],
    "results that are no array": ["done", 0, { length: 1 }],
    "bytes that are not there": ["done", 0, [[2, 5, 1]], new Uint8Array(2)],
    "bytes left over": ["done", 0, [true], new Uint8Array(2)],
    "no known kind": ["__proto__"],
    "a result of no kind": ["done", 0, [[77, 1]]],
  };
  for (const [what, answer] of Object.entries(answers))
    test(`${what}: the call rejects`, async () => {
      const { port1, port2 } = new MessageChannel();
      let opened = false;
      port1.onmessage = ({ data }) => {
        const [, kind] = data as string[];
        const say = (...message: unknown[]) => port1.postMessage(["spillway", ...message]);
        const facts = {
          version: 1,
          transfer: true,
          pageSize: PAGE,
          maxInFlightBytes: 65536,
          maxValueBytes: 10,
          leaseMs: 0,
        };
        if (kind === "hello") say("welcome", facts);
        if (kind !== "calls") return;
        if (opened) port1.postMessage(["spillway", ...answer.map((one) => (one === 0 ? 1 : one))]);
        else say("done", 0, [[1, { name: "x", byteLength: 0 }]]);
        opened = true;
      };
      const remote = await connect(port2);
      const map = await remote.map();
      const first = map.get("a");
      // What was answered before the message was found to be wrong is a result like any other.
      if (what === "bytes left over") await first;
      else await assert.rejects(first, { code: "ERR_SPILLWAY_PORT_MESSAGE" });
      await assert.rejects(map.get("b"), { code: "ERR_SPILLWAY_PORT_MESSAGE" });
      assert.ok((await remote.closed) instanceof Error);
      port1.close();
    });

  for (const [what, welcome] of Object.entries({
    "of another version": { version: 2 },
    "without a page size": { version: 1 },
    "that is none": 5,
  }))
    test(`a welcome ${what}: connect rejects`, async () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => port1.postMessage(["spillway", "welcome", welcome]);
      await assert.rejects(connect(port2), { code: /^ERR_SPILLWAY_PORT_(VERSION|MESSAGE)$/ });
      port1.close();
    });
});

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 4000 && !isSo(); i++) await sleep(5);
  assert.ok(isSo());
}
