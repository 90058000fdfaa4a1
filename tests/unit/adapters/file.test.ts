/**
 * Shows that the file device keeps to one file: no name while it is open, places used again from the lowest,
 * the end given back, never longer than maxBytes; that each failing, short or lying call of the host is a
 * fault and never other bytes; that the three ways to a file without a name work, and what dead processes
 * left is removed.
 *
 * How: real files in a scratch folder, and node:fs with faults (kit/faulty_fs).
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  fstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { type FsScript, faultyFs } from "#kit/faulty_fs.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { type FileDeviceOptions, fileDevice } from "#lib/adapters/file.js";
import { FileSettings } from "#lib/base/options/file.js";
import { fileDeviceOver } from "#lib/devices/file_device.js";
import type { FileSystem } from "#lib/devices/unnamed_file.js";

const SEGMENT = 262_080;
const PLACE = 262_144;
const folder = scratchFolder();
const isLinux = process.platform === "linux";
const options = (more: Partial<FileDeviceOptions> = {}) => ({ dir: folder, maxBytes: "4MiB", ...more });

const deviceOver = (options: FileDeviceOptions, fs: FileSystem | undefined) =>
  fileDeviceOver(new FileSettings("file device options", options, ""), fs);

/** Files of this process that lie in the folder, as the system has them: with their descriptors. */
function openFiles(): { fd: number; path: string }[] {
  return readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(folder) ? [{ fd: Number(fd), path }] : [];
    } catch {
      return [];
    }
  });
}

const bytesFor = (seed: number, length = SEGMENT) =>
  new Uint8Array(length).map((_, i) => i + seed * 7 + (i >>> 8));

describe("the file", { skip: !isLinux && "needs /proc" }, () => {
  test("has no name, no link, and is gone when it is closed", () => {
    const device = fileDevice(options());
    device.open(SEGMENT);
    device.write(1, 1, bytesFor(1));
    assert.deepEqual(readdirSync(folder), []);
    const [file] = openFiles();
    assert.ok(file);
    assert.match(file.path, /\(deleted\)$/);
    assert.equal(fstatSync(file.fd).nlink, 0);
    assert.equal(fstatSync(file.fd).mode & 0o777, 0o600);
    device.close();
    assert.deepEqual(openFiles(), []);
  });

  test("takes the lowest free place, and ends behind the last one that is taken", () => {
    const device = fileDevice(options());
    assert.equal(device.open(SEGMENT), 16);
    const size = () => fstatSync(openFiles()[0]?.fd as number).size;
    for (let i = 1; i <= 5; i++) device.write(i, i, bytesFor(i));
    assert.equal(size(), 4 * PLACE + SEGMENT);
    assert.equal(device.bytes, 5 * PLACE);
    device.drop(2, 2);
    device.drop(4, 4);
    assert.equal(device.bytes, 5 * PLACE);
    device.write(9, 9, bytesFor(9));
    assert.equal(device.tail?.(), 5);
    device.drop(5, 5);
    assert.equal(size(), 3 * PLACE);
    assert.equal(device.bytes, 3 * PLACE);
    const back = new Uint8Array(SEGMENT);
    device.read(9, 9, 0, back);
    assert.deepEqual(back, bytesFor(9));
    for (const [segment, sequence] of [
      [9, 9],
      [3, 3],
      [1, 1],
    ] as const)
      device.drop(segment, sequence);
    assert.equal(size(), 0);
    device.close();
  });

  test("goes on when its folder is removed", () => {
    const dir = join(folder, "gone");
    mkdirSync(dir);
    const device = fileDevice(options({ dir }));
    device.open(SEGMENT);
    device.write(1, 1, bytesFor(1));
    rmSync(dir, { recursive: true });
    device.write(2, 2, bytesFor(2));
    const back = new Uint8Array(1000);
    device.read(1, 1, 50, back);
    assert.deepEqual(back, bytesFor(1).subarray(50, 1050));
    device.close();
  });
});

test("it may be opened once", () => {
  const device = fileDevice(options());
  device.open(SEGMENT);
  assert.throws(() => device.open(SEGMENT), /no other pool has/);
  device.close();
});

describe("calls of the host", () => {
  const opened = (script: FsScript, more = {}) => {
    const fs = faultyFs(script);
    const device = deviceOver(options(more), fs);
    device.open(SEGMENT);
    return { device, fs };
  };

  for (const least of [1, 1000])
    test(`short reads and writes, of ${least} bytes at least, go on`, () => {
      const { device, fs } = opened(() => ({
        count: (count) => Math.max(Math.min(least, count), count >>> 1),
      }));
      device.write(1, 1, bytesFor(1));
      const back = new Uint8Array(5000);
      device.read(1, 1, 3, back);
      assert.deepEqual(back, bytesFor(1).subarray(3, 5003));
      assert.ok(fs.calls.filter((call) => call === "writeSync").length > 5);
      device.close();
    });

  test("a call that does nothing is an error, not a loop", () => {
    for (const verb of ["readSync", "writeSync"]) {
      let isOn = false;
      const { device } = opened((call) => (isOn && call === verb ? { count: () => 0 } : undefined));
      device.write(1, 1, bytesFor(1));
      isOn = true;
      const call = () =>
        verb === "readSync" ? device.read(1, 1, 0, new Uint8Array(10)) : device.write(2, 2, bytesFor(2));
      assert.throws(call, /answered 0 bytes/);
      device.close();
    }
  });

  test("counts that cannot be are errors", () => {
    for (const count of [-1, 11, Number.NaN, undefined]) {
      const { device, fs } = opened(() => undefined);
      device.write(1, 1, bytesFor(1));
      Object.assign(fs, { readSync: () => count });
      assert.throws(() => device.read(1, 1, 0, new Uint8Array(10)), /the read answered/);
      device.close();
    }
  });

  test("fdatasync is called before a write returns, if it is asked for; its error is one of the write", () => {
    const quick = opened(() => undefined);
    quick.device.write(1, 1, bytesFor(1));
    assert.ok(!quick.fs.calls.includes("fdatasyncSync"));
    quick.device.close();
    const { device, fs } = opened((call) => (call === "fdatasyncSync" ? { code: "EIO" } : undefined), {
      sync: true,
    });
    assert.throws(() => device.write(1, 1, bytesFor(1)), { code: "EIO" });
    assert.equal(fs.calls.at(-1), "fdatasyncSync");
    device.close();
  });

  test("a file that cannot be made is a typed error that tells why", () => {
    for (const code of ["EMFILE", "EACCES", "ENOENT", "EROFS", "ENOSPC"]) {
      const device = deviceOver(
        options(),
        faultyFs((call) => (call === "openSync" ? { code } : undefined)),
      );
      assert.throws(() => device.open(SEGMENT), { code: "ERR_SPILLWAY_DEVICE", message: new RegExp(code) });
    }
    const nowhere = fileDevice(options({ dir: join(folder, "nowhere") }));
    assert.throws(() => nowhere.open(SEGMENT), { code: "ERR_SPILLWAY_DEVICE", message: /nowhere: ENOENT/ });
  });
});

describe("a file system that knows no file without a name", () => {
  const unnamed = { skip: !isLinux && "elsewhere it is always so" };
  for (const code of ["EOPNOTSUPP", "EISDIR", "EINVAL"])
    test(`${code}: the name is removed at once`, unnamed, () => {
      const fs = faultyFs((call, before) => (call === "openSync" && before === 0 ? { code } : undefined));
      const device = deviceOver(options(), fs);
      device.open(SEGMENT);
      assert.deepEqual(readdirSync(folder), []);
      assert.equal(fs.calls.filter((call) => call === "openSync").length, 2);
      device.write(1, 1, bytesFor(1));
      const back = new Uint8Array(10);
      device.read(1, 1, 100, back);
      assert.deepEqual(back, bytesFor(1).subarray(100, 110));
      device.close();
    });

  /** A file whose name cannot be removed while it is open. */
  function kept(dir: string) {
    let open: unknown;
    const fs = faultyFs((call, before, [path]) => {
      if (call === "openSync" && before === 0) return { code: "EOPNOTSUPP" };
      if (call === "openSync") open = path;
      return call === "unlinkSync" && path === open ? { code: "EPERM" } : undefined;
    });
    const device = deviceOver(options({ dir }), fs);
    device.open(SEGMENT);
    return {
      device,
      close() {
        open = undefined;
        device.close();
      },
    };
  }

  test("where it cannot be removed, it says whose it is and goes with close", unnamed, () => {
    const dir = join(folder, "kept");
    mkdirSync(dir);
    const { close } = kept(dir);
    const [name] = readdirSync(dir);
    const start = readFileSync("/proc/self/stat", "utf8").replace(/.*\) /s, "").split(" ")[19];
    assert.match(name as string, new RegExp(`^spillway-${process.pid}-${start}-[0-9a-f]{16}\\.spill$`));
    close();
    assert.deepEqual(readdirSync(dir), []);
  });

  test("what dead processes left is removed; what is another's, or may be, is not", unnamed, () => {
    const dir = join(folder, "left");
    mkdirSync(dir);
    const { pid: dead } = spawnSync(process.execPath, ["-e", ""]);
    const random = "0123456789abcdef";
    const gone = [
      `spillway-${dead}-77-${random}.spill`,
      `spillway-${dead}-0-${random}.spill`,
      `spillway-${process.pid}-1-${random}.spill`,
    ];
    const there = [
      `spillway-1-0-${random}.spill`,
      `spillway-${dead}-77-${random}.spil`,
      `my-${dead}-77-${random}.spill`,
      "notes.txt",
    ];
    for (const name of [...gone, ...there]) writeFileSync(join(dir, name), "x");
    const mine = kept(dir);
    const [own] = readdirSync(dir).filter((name) => name.startsWith(`spillway-${process.pid}-`));
    for (const name of gone) assert.ok(!existsSync(join(dir, name)), name);
    for (const name of there) assert.ok(existsSync(join(dir, name)), name);
    // A second file of this process leaves the first one alone.
    const second = kept(dir);
    assert.ok(existsSync(join(dir, own as string)));
    second.close();
    mine.close();
    assert.deepEqual(readdirSync(dir).sort(), [...there].sort());
  });
});

describe("options", () => {
  const bad: [object, RegExp][] = [
    [{ dir: "" }, /dir must be the path of a folder/],
    [{ dir: 5 }, /dir must be the path of a folder/],
    [{ dir: "/tmp" }, /maxBytes must be a number of bytes/],
    [{ dir: "/tmp", maxBytes: "much" }, /maxBytes must be/],
    [{ dir: "/tmp", maxBytes: 1, diskRatio: 1 }, /diskRatio must be a number from 1.15 to 4, got 1/],
    [{ dir: "/tmp", maxBytes: 1, writeBudget: 0 }, /writeBudget must be above 0/],
    [{ dir: "/tmp", maxBytes: 1, sync: 1 }, /sync must be/],
    [{ dir: "/tmp", maxBytes: 1, encrypt: "no" }, /encrypt must be/],
    [
      { dir: "/tmp", maxBytes: 1, colour: "red" },
      /one of dir, maxBytes, encrypt, diskRatio, writeBudget, sync/,
    ],
  ];
  for (const [value, message] of bad)
    test(`${JSON.stringify(value)} is a typed error`, () => {
      assert.throws(() => fileDevice(value as FileDeviceOptions), { message, code: /^ERR_SPILLWAY_ARG_/ });
    });

  test("less than two segments is a typed error of open", () => {
    const device = fileDevice(options({ maxBytes: 2 * PLACE - 1 }));
    assert.throws(() => device.open(SEGMENT), { code: "ERR_SPILLWAY_ARG_RANGE" });
  });

  test("are handed on to the log", () => {
    const device = fileDevice(options({ encrypt: false, diskRatio: 2, writeBudget: "1GiB" }));
    assert.deepEqual(
      [device.encrypt, device.diskRatio, device.writeBudget, device.sync],
      [false, 2, 2 ** 30, true],
    );
  });

  test("a host without node:fs is told so", () => {
    assert.throws(() => deviceOver(options(), undefined), { code: "ERR_SPILLWAY_UNSUPPORTED" });
  });
});
