/**
 * Shows that the device over the origin private file system does what a device must, synchronous in a worker
 * and asynchronous on a page; that each device has a folder of its own, which is gone with it, and that of a
 * page that died is removed by the next; that each failing, short or lying call of the host is a fault and
 * never other bytes; that a full quota is an error of kind "full".
 *
 * How: a file system in memory (kit/opfs_host). Real ones: tests/behaviour/devices/opfs.test.ts.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkDevice } from "spillway/device-test";
import { type OpfsScript, Origin, quotaError } from "#kit/opfs_host.js";
import { type OpfsDeviceOptions, opfsDevice } from "#lib/adapters/opfs.js";
import { opfsDeviceOver } from "#lib/adapters/parts/opfs_device.js";

const SEGMENT = 262_080;
const options = (more: Partial<OpfsDeviceOptions> = {}) => ({ maxBytes: "4MiB", encrypt: false, ...more });
const bytesFor = (n: number, length = SEGMENT) => new Uint8Array(length).map((_, i) => i * n + (i >>> 8));

async function opened(script: OpfsScript, isWorker: boolean) {
  const origin = new Origin(script);
  const device = await opfsDeviceOver(options(), origin.page(isWorker).host);
  device.open(SEGMENT);
  return { origin, device };
}

for (const isWorker of [true, false])
  describe(isWorker ? "in a worker" : "on a page", () => {
    test("it does what a device must", async () => {
      const origin = new Origin();
      const checks = await checkDevice(() => opfsDeviceOver(options(), origin.page(isWorker).host));
      assert.deepEqual(
        checks.filter(({ passed }) => !passed),
        [],
      );
      assert.deepEqual(origin.folders, [], "nothing is left after close");
    });

    test("it is synchronous in a worker only, and tells its options", async () => {
      const { host } = new Origin().page(isWorker);
      const given = options({ diskRatio: 2, writeBudget: "1GiB" });
      const { sync, encrypt, diskRatio, writeBudget } = await opfsDeviceOver(given, host);
      assert.deepEqual([sync, encrypt, diskRatio, writeBudget], [isWorker, false, 2, 2 ** 30]);
      assert.equal((await opfsDeviceOver({ maxBytes: 1e9 }, host)).encrypt, true);
    });

    test("two devices have two folders; what a page left that died is removed, what is in use is not", async () => {
      const origin = new Origin();
      const [first, second] = [origin.page(isWorker), origin.page(isWorker)];
      const dead = await opfsDeviceOver(options(), first.host);
      dead.open(SEGMENT);
      await dead.write(1, 1, bytesFor(1));
      const other = await opfsDeviceOver(options(), second.host);
      other.open(SEGMENT);
      await other.write(1, 1, bytesFor(2));
      assert.equal(origin.folders.length, 2);
      const [deads] = origin.folders;
      first.die();
      const third = await opfsDeviceOver(options(), origin.page(isWorker).host);
      assert.ok(!origin.folders.includes(deads as string));
      assert.equal(origin.folders.length, 2);
      const back = new Uint8Array(SEGMENT);
      await other.read(1, 1, 0, back);
      assert.deepEqual(back, bytesFor(2));
      await other.close();
      await third.close();
      await third.close();
      assert.deepEqual([origin.folders, origin.bytes], [[], 0]);
    });

    test("what is not a folder of a device is left alone", async () => {
      const origin = new Origin();
      const folder = await origin.root.getDirectoryHandle("spillway");
      await folder.getDirectoryHandle("notes");
      const device = await opfsDeviceOver(options(), origin.page(isWorker).host);
      await device.close();
      assert.deepEqual(origin.folders, ["notes"]);
    });

    test('a full quota is of kind "full"; dropped segments make room', async () => {
      let isFull = false;
      const { device } = await opened(
        (call) => (isFull && call === "write" ? { error: quotaError() } : undefined),
        isWorker,
      );
      await device.write(1, 1, bytesFor(1));
      isFull = true;
      const write = async () => device.write(2, 2, bytesFor(2));
      await assert.rejects(write, { kind: "full", message: /storage is full/ });
      await device.drop(2, 2);
      isFull = false;
      await device.write(2, 3, bytesFor(3));
      const back = new Uint8Array(1000);
      await device.read(2, 3, 50, back);
      assert.deepEqual(back, bytesFor(3).subarray(50, 1050));
      await device.close();
    });

    test("any other fault of a write is thrown as it is, and takes no room", async () => {
      let fault: Error | undefined = new Error("the disk is on fire");
      const { device } = await opened(
        (call) => (call === "write" && fault ? { error: fault } : undefined),
        isWorker,
      );
      for (let n = 1; n < 40; n++) {
        await assert.rejects(async () => device.write(n, n, bytesFor(n)), fault);
        await device.drop(n, n);
      }
      fault = undefined;
      for (let n = 1; n < 16; n++) await device.write(n, n, bytesFor(n));
      await device.close();
    });

    test("a read that answers too little is an error", async () => {
      for (const count of [0, -1, Number.NaN]) {
        const { device } = await opened(
          (call) => (call === "read" ? { count: () => count } : undefined),
          isWorker,
        );
        await device.write(1, 1, bytesFor(1));
        await assert.rejects(async () => device.read(1, 1, 0, new Uint8Array(10)), /the read answered/);
        await device.close();
      }
    });

    test("a device that cannot be made leaves no folder and no lock", async () => {
      const origin = new Origin((call) =>
        call === "createSyncAccessHandle" ? { error: quotaError() } : undefined,
      );
      const making = opfsDeviceOver(options(), origin.page(isWorker).host);
      if (isWorker) await assert.rejects(making, { kind: "full" });
      else await (await making).close();
      assert.deepEqual(origin.folders, []);
    });

    test("it may be opened once, and not after close", async () => {
      const { device } = await opened(() => undefined, isWorker);
      assert.throws(() => device.open(SEGMENT), /no other pool has or had/);
      await device.close();
      assert.throws(() => device.open(SEGMENT), /no other pool has or had/);
      const small = await opfsDeviceOver(options({ maxBytes: 1000 }), new Origin().page(isWorker).host);
      assert.throws(() => small.open(SEGMENT), { code: "ERR_SPILLWAY_ARG_RANGE" });
    });
  });

test('counts by which browsers say that a quota is reached are of kind "full"; others are errors', async () => {
  for (const [count, wanted] of [
    [0, { kind: "full" }],
    [2 ** 32 - 8, { kind: "full" }],
    [2 ** 32 - 5, /the write answered 4294967291 bytes/],
    [-1, /the write answered -1 bytes/],
    [Number.NaN, /the write answered NaN bytes/],
  ] as const) {
    const { device } = await opened((call) => (call === "write" ? { count: () => count } : undefined), true);
    assert.throws(() => device.write(1, 1, bytesFor(1)), wanted);
    await device.close();
  }
});

test("short writes and reads of a handle go on", async () => {
  const half = { count: (count: number) => Math.max(Math.min(1000, count), count >>> 1) };
  const { device } = await opened((call) => (call === "write" || call === "read" ? half : undefined), true);
  device.write(1, 1, bytesFor(1));
  const back = new Uint8Array(SEGMENT);
  device.read(1, 1, 0, back);
  assert.deepEqual(back, bytesFor(1));
  await device.close();
});

test("the end of the file goes back, places inside are used again", async () => {
  const { device, origin } = await opened(() => undefined, true);
  for (const n of [1, 2, 3]) device.write(n, n, bytesFor(n));
  device.drop(2, 2);
  assert.equal(device.bytes, 3 * 262_144);
  device.write(4, 4, bytesFor(4));
  assert.equal(device.bytes, 3 * 262_144);
  assert.equal(device.tail?.(), 3);
  device.drop(3, 3);
  device.drop(4, 4);
  assert.equal(origin.bytes, 262_144);
  await device.close();
});

describe("what a host lacks", () => {
  const host = () => new Origin().page(true).host;
  const lacking = [
    [/navigator.storage.getDirectory/, { ...host(), navigator: { locks: {} } }],
    [/navigator.locks/, { ...host(), navigator: { storage: { getDirectory: () => {} } } }],
    [/crypto.getRandomValues/, { ...host(), crypto: undefined }],
    [/createWritable/, { ...host(), FileSystemFileHandle: undefined }],
    [/createWritable/, { ...host(), FileSystemFileHandle: { prototype: {} } }],
  ] as const;
  for (const [message, without] of lacking)
    test(String(message), async () => {
      const code = "ERR_SPILLWAY_UNSUPPORTED";
      await assert.rejects(opfsDeviceOver(options(), without as never), { code, message });
    });

  test("Node has no such file system", async () => {
    await assert.rejects(opfsDevice(options()), { code: "ERR_SPILLWAY_UNSUPPORTED" });
  });
});

describe("options", () => {
  const bad: [object, RegExp][] = [
    [{}, /maxBytes must be a number of bytes/],
    [{ maxBytes: "much" }, /maxBytes must be/],
    [{ maxBytes: 1, diskRatio: 1 }, /diskRatio must be a number from 1.15 to 4, got 1/],
    [{ maxBytes: 1, writeBudget: 0 }, /writeBudget must be above 0/],
    [{ maxBytes: 1, encrypt: "no" }, /encrypt must be/],
    [{ maxBytes: 1, colour: "red" }, /one of maxBytes, encrypt, diskRatio, writeBudget/],
  ];
  for (const [value, message] of bad)
    test(`${JSON.stringify(value)} is a typed error`, async () => {
      const { host } = new Origin().page(true);
      const code = /^ERR_SPILLWAY_ARG_/;
      await assert.rejects(opfsDeviceOver(value as OpfsDeviceOptions, host), { message, code });
    });
});
