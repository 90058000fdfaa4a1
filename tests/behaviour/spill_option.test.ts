/**
 * Shows the option `spill` of a pool as its users have it: maps, buffers and pages through a real file that
 * is larger than memory, in whole. And what a wrong device, a device that fails and other modes do.
 */
import assert from "node:assert/strict";
import diagnostics from "node:diagnostics_channel";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type DeviceMessage, Spillway, type SpillwayOptions } from "spillway";
import { Random, runSeed } from "#kit/random.js";
import { memoryDevice } from "#lib/adapters/device_test.js";
import { fileDevice } from "#lib/adapters/file.js";

const seed = runSeed();
const code = (expected: string) => (error: unknown) => (error as { code?: string }).code === expected;

let dir = "";
before(() => {
  dir = mkdtempSync(join(tmpdir(), "spillway-spill-"));
});
after(() => rmSync(dir, { recursive: true, force: true }));

function open(
  spill: NonNullable<SpillwayOptions["spill"]>,
  options: Partial<SpillwayOptions> = {},
): Spillway {
  return Spillway.openSync({ maxBytes: "4MiB", spill, ...options });
}

/** Bytes of which half can be compressed away. */
function bytesOf(number: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length).fill(number);
  new Random(seed ^ number).fill(bytes.subarray(0, length / 2));
  return bytes;
}

describe("a pool with a file behind it", () => {
  for (const encrypt of [true, false])
    test(`keeps maps and buffers larger than memory, ${encrypt ? "sealed" : "as they are"}`, () => {
      const device = fileDevice({ dir, maxBytes: "128MiB", encrypt });
      const pool = open(device);
      const map = pool.map<Uint8Array>();
      const lengths = [300, 2500, 9000, 60_000];
      for (let i = 0; i < 900; i++) map.set(`${i}`, bytesOf(i, lengths[i % 4] as number));
      const buffer = pool.buffer("16MiB", { residentBytes: "256KiB" });
      for (let at = 0; at < 16; at++) buffer.write(at * 2 ** 20, bytesOf(at, 2 ** 19));
      const { spill, bytes } = pool.stats();
      assert.ok(spill && spill.bytes > 2 * 2 ** 22 && bytes.reserved <= 2 ** 22, JSON.stringify(spill));
      assert.equal(spill.devices[0]?.state, "serving");
      for (let i = 0; i < 900; i += 3) map.set(`${i}`, bytesOf(i + 1, lengths[i % 4] as number));
      for (let i = 899; i >= 0; i--) {
        const expected = bytesOf(i % 3 === 0 ? i + 1 : i, lengths[i % 4] as number);
        assert.ok(Buffer.from(map.get(`${i}`) as Uint8Array).equals(expected), `value ${i}`);
      }
      const part = new Uint8Array(2 ** 19);
      for (let at = 0; at < 16; at++) {
        buffer.read(at * 2 ** 20, part);
        assert.ok(Buffer.from(part).equals(bytesOf(at, 2 ** 19)), `part ${at}`);
      }
      assert.equal(pool.selfCheck(), 0);
      map.close();
      buffer.close();
      const { spill: left, storedPages } = pool.stats();
      assert.deepEqual([storedPages, left?.bodies, left?.bytes], [0, 0, 0]);
      pool.close();
      assert.deepEqual(readdirSync(dir), []);
    });

  test("streams a value through, larger than memory, and gives an image of all of it", async () => {
    const pool = open(fileDevice({ dir, maxBytes: "128MiB" }));
    const map = pool.map();
    const whole = bytesOf(5, 24 * 2 ** 20);
    await map.setStream("large", new Blob([whole as Uint8Array<ArrayBuffer>]));
    let at = 0;
    for await (const chunk of map.readable("large") as ReadableStream<Uint8Array>) {
      assert.ok(Buffer.from(chunk).equals(whole.subarray(at, at + chunk.length)));
      at += chunk.length;
    }
    assert.equal(at, whole.length);
    let image = 0;
    for await (const chunk of pool.snapshot()) image += chunk.length;
    assert.ok(image > whole.length / 2);
    pool.close();
  });

  test("evicts what can be had again before it spills what cannot", () => {
    const pool = open(fileDevice({ dir, maxBytes: "64MiB" }));
    const cache = pool.cache<Uint8Array>();
    for (let i = 0; i < 100; i++) cache.set(`${i}`, bytesOf(i, 20_000));
    const map = pool.map<Uint8Array>();
    for (let i = 0; i < 1000; i++) map.set(`${i}`, bytesOf(i, 20_000));
    for (let i = 0; i < 1000; i++)
      assert.ok(Buffer.from(map.get(`${i}`) as Uint8Array).equals(bytesOf(i, 20_000)));
    for (const [key, value] of cache) assert.ok(Buffer.from(value).equals(bytesOf(Number(key), 20_000)));
    assert.equal(pool.selfCheck(), 0);
    pool.close();
  });
});

describe("the option spill", () => {
  test("takes a device or an array of them, and names what is none", () => {
    for (const spill of [null, 1, "file", {}, [], [1], [memoryDevice(), {}]])
      assert.throws(() => open(spill as never), code("ERR_SPILLWAY_ARG_TYPE"), JSON.stringify(spill));
    assert.throws(() => open(memoryDevice({ sync: false })), code("ERR_SPILLWAY_UNSUPPORTED"));
    const plain = memoryDevice({ encrypt: false });
    assert.throws(() => open(plain, { zeroize: true }), code("ERR_SPILLWAY_UNSUPPORTED"));
    open(memoryDevice(), { zeroize: true }).close();
    const pool = open([memoryDevice({ name: "near" }), memoryDevice({ name: "far" })]);
    assert.deepEqual(
      pool.stats().spill?.devices.map(({ name }) => name),
      ["near", "far"],
    );
    pool.close();
    assert.equal(Spillway.openSync({ maxBytes: "4MiB" }).stats().spill, undefined);
  });

  const BAD: readonly [object, string, RegExp][] = [
    [{ dir: 5, maxBytes: 1 }, "TYPE", /^spill\.dir must be the path of a folder, got 5$/],
    [{ dir: "", maxBytes: 1 }, "TYPE", /^spill\.dir must be the path of a folder, got ""$/],
    [{ maxBytes: "1GiB" }, "TYPE", /^spill\.dir must be .*, got undefined$/],
    [{ dir: "/tmp" }, "TYPE", /^spill\.maxBytes must be a number of bytes .*, got undefined$/],
    [{ maxBytes: "1TB" }, "RANGE", /^spill\.maxBytes must be .*, got "1TB"$/],
    [{ maxBytes: "500KiB" }, "RANGE", /^spill\.maxBytes must be 524288 bytes or more, got 512000$/],
    [{ encrypt: 0 }, "TYPE", /^spill\.encrypt must be true or false, got 0$/],
    [{ diskRatio: 1.1 }, "RANGE", /^spill\.diskRatio must be a number from 1\.15 to 4, got 1\.1$/],
    [{ writeBudget: 0 }, "RANGE", /^spill\.writeBudget must be above 0, got 0$/],
    [{ sync: "yes" }, "TYPE", /^spill\.sync must be true or false, got "yes"$/],
    [{ path: "/tmp" }, "TYPE", /^spill: option "path" must be one of dir, maxBytes, .*, got "path"$/],
    [{ write() {} }, "TYPE", /^spill: device\.open must be a function, got undefined$/],
    [[memoryDevice(), { dir: 5 }], "TYPE", /^spill\[1\]\.dir must be .*, got 5$/],
    [[{ write() {} }], "TYPE", /^spill: device\.open must be a function/],
    [[1], "TYPE", /^spill\[0\] must be a file .*, got 1$/],
  ];
  for (const [spill, kind, message] of BAD)
    test(`names the wrong value of ${JSON.stringify(spill)}`, async () => {
      // A literal that lacks only what is not in question.
      const isLiteral = !Array.isArray(spill) && !("dir" in spill) && !("write" in spill);
      const needsDir = isLiteral && !/dir/.test(message.source);
      const needsBytes = isLiteral && !("maxBytes" in spill);
      const given = {
        ...(needsDir && { dir }),
        ...(needsBytes && { maxBytes: "1GiB" }),
        ...spill,
      };
      const options = { maxBytes: "4MiB", spill: (Array.isArray(spill) ? spill : given) as never };
      const expected = { code: `ERR_SPILLWAY_ARG_${kind}`, message };
      assert.throws(() => Spillway.openSync(options), expected);
      await assert.rejects(Spillway.open(options), expected);
    });

  test("a getter of it that throws, and a proxy, are typed errors, and nothing is opened", () => {
    const trap = () => {
      throw new Error("mine");
    };
    const hostile = [
      Object.defineProperty({ maxBytes: 1 }, "dir", { enumerable: true, get: trap }),
      new Proxy({}, { has: trap }),
      new Proxy({}, { ownKeys: trap }),
    ];
    for (const spill of hostile)
      assert.throws(() => open(spill as never), { code: "ERR_SPILLWAY_ARG_TYPE", message: /mine|Error/ });
    assert.throws(() => open({ dir: join(dir, "nowhere"), maxBytes: "1GiB" }), {
      code: "ERR_SPILLWAY_DEVICE",
      message: /nowhere: ENOENT/,
    });
    assert.deepEqual(readdirSync(dir), []);
  });

  test("files and devices beside each other, each member of a file's options in force", () => {
    const near = { dir, maxBytes: "1MiB", encrypt: false, diskRatio: 2, sync: true, writeBudget: "1GiB" };
    const pool = open([near, memoryDevice({ name: "far" })]);
    const map = pool.map<Uint8Array>();
    for (let i = 0; i < 600; i++) map.set(`${i}`, bytesOf(i, 20_000));
    const [file, memory] = pool.stats().spill?.devices ?? [];
    assert.deepEqual([file?.name, file?.capacity, memory?.name], [`file in ${dir}`, 4, "far"]);
    assert.ok((file?.segments ?? 0) > 0 && (memory?.segments ?? 0) > 0);
    for (let i = 0; i < 600; i++)
      assert.ok(Buffer.from(map.get(`${i}`) as Uint8Array).equals(bytesOf(i, 20_000)));
    pool.close();
    assert.throws(() => open({ ...near, maxBytes: "64MiB" }, { zeroize: true }), {
      code: "ERR_SPILLWAY_UNSUPPORTED",
    });
    const frugal = open({ dir, maxBytes: "64MiB", writeBudget: 24 });
    const kept = frugal.map<Uint8Array>();
    let count = 0;
    while (kept.trySet(`${count}`, bytesOf(count, 20_000))) count += 1;
    // An hour's worth is a segment at least.
    assert.equal(frugal.stats().spill?.devices[0]?.segments, 1);
    frugal.close();
  });

  test("a pool that is restored takes it", async () => {
    const pool = open({ dir, maxBytes: "64MiB" });
    const swap = pool.frontswap({ name: "pages" });
    swap.init(0);
    for (let i = 0; i < 3000; i++) assert.ok(swap.store(0, i, bytesOf(i, 4096)));
    const options = { maxBytes: "16MiB", spill: { dir, maxBytes: "64MiB" } };
    const again = await Spillway.restore(pool.snapshot(), options);
    pool.close();
    const back = again.frontswap({ name: "pages" });
    const target = new Uint8Array(4096);
    for (let i = 0; i < 3000; i++)
      assert.ok(back.load(0, i, target) && Buffer.from(target).equals(bytesOf(i, 4096)));
    for (let i = 3000; i < 8000; i++) assert.ok(back.store(0, i, bytesOf(i, 4096)));
    assert.ok((again.stats().spill?.bodies ?? 0) > 0);
    again.close();
  });

  test("a full device refuses stores, and subscribers hear of it", () => {
    const messages: DeviceMessage[] = [];
    const listen = (message: unknown) => messages.push(message as DeviceMessage);
    diagnostics.subscribe("spillway:device", listen);
    const script = ({ verb, count }: { verb: string; count: number }) =>
      verb === "write" && count > 3 ? ("full" as const) : undefined;
    const pool = open(memoryDevice({ name: "small", script }), { name: "p" });
    const map = pool.map<Uint8Array>();
    let count = 0;
    while (map.trySet(`${count}`, bytesOf(count, 20_000))) count += 1;
    diagnostics.unsubscribe("spillway:device", listen);
    assert.ok(count > 200, `${count} values`);
    assert.deepEqual(messages[0] && [messages[0].pool, messages[0].device, messages[0].state], [
      "p",
      "small",
      "full",
    ]);
    for (let i = 0; i < count; i++)
      assert.ok(Buffer.from(map.get(`${i}`) as Uint8Array).equals(bytesOf(i, 20_000)));
    pool.close();
  });

  test("a device that cannot read fails the keys concerned, and no others", () => {
    let failing = false;
    const script = ({ verb }: { verb: string }) =>
      failing && verb === "read" ? { error: new Error("EIO") } : undefined;
    const pool = open(memoryDevice({ script: script as never }));
    const map = pool.map<Uint8Array>();
    for (let i = 0; i < 600; i++) map.set(`${i}`, bytesOf(i, 20_000));
    failing = true;
    let failed = 0;
    for (let i = 0; i < 600; i++) {
      try {
        assert.ok(Buffer.from(map.get(`${i}`) as Uint8Array).equals(bytesOf(i, 20_000)));
      } catch (error) {
        assert.ok(code("ERR_SPILLWAY_DEVICE")(error), String(error));
        failed += 1;
      }
    }
    assert.ok(failed > 0 && failed < 600, `${failed}`);
    failing = false;
    for (let i = 0; i < 600; i++)
      assert.ok(Buffer.from(map.get(`${i}`) as Uint8Array).equals(bytesOf(i, 20_000)));
    pool.close();
  });
});
