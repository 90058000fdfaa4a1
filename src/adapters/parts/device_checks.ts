/**
 * device_checks.ts - what a device must do, as checks that run anywhere: no test runner, no node.
 *
 * Each check opens a device of its own, tries one thing, and closes the device.
 */
import { typeError } from "../../base/errors.js";
import type { SpillDevice } from "../../base/options/device.js";
import { numberOr, type Reader, readTable } from "../../base/options/parse.js";

/** One thing that was tried. */
export interface DeviceCheck {
  /** What a device must do. */
  name: string;
  passed: boolean;
  /** What it did instead. */
  detail?: string;
}

export interface DeviceCheckOptions {
  /** Bytes of a segment, 4,096 to 2^26. Default: 262,080, as in a pool of pages up to 16 KiB. */
  segmentBytes?: number;
  /**
   * Segments up to which a device is filled to see that it says "full". A larger one is not filled.
   * Default: 256.
   */
  fillMost?: number;
}

const OPTIONS = {
  segmentBytes: numberOr(
    262_080,
    "a whole number of bytes from 4,096 to 2^26",
    (bytes) => Number.isInteger(bytes) && bytes >= 4096 && bytes <= 2 ** 26,
  ),
  fillMost: numberOr(256, "a whole number, 0 or more", (count) => Number.isInteger(count) && count >= 0),
} satisfies Record<keyof DeviceCheckOptions, Reader<unknown>>;

/** A device that was opened, as the checks use it. */
interface Opened {
  device: SpillDevice;
  segmentBytes: number;
  /** Segments that it may hold. */
  capacity: number;
  fillMost: number;
}

/** Throws, in words, what is wrong. */
type Check = (opened: Opened) => Promise<void>;

/** checkDevice of ../device_test.ts. */
export async function runChecks(
  make: () => SpillDevice | Promise<SpillDevice>,
  options: DeviceCheckOptions,
): Promise<DeviceCheck[]> {
  if (typeof make !== "function") throw typeError("make", "a function that makes a device", make);
  const { values } = readTable("device check options", options, OPTIONS);
  const checks: DeviceCheck[] = [];
  for (const [name, check] of Object.entries(CHECKS)) checks.push(await tried(name, check, make, values));
  return checks;
}

async function tried(
  name: string,
  check: Check,
  make: () => SpillDevice | Promise<SpillDevice>,
  { segmentBytes, fillMost }: { segmentBytes: number; fillMost: number },
): Promise<DeviceCheck> {
  let device: SpillDevice | undefined;
  try {
    device = await make();
    const capacity = device.open(segmentBytes);
    await check({ device, segmentBytes, capacity, fillMost });
    return { name, passed: true };
  } catch (error) {
    return { name, passed: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    await quietly(() => device?.close());
  }
}

async function quietly(call: () => unknown): Promise<void> {
  try {
    await call();
  } catch {
    // The check has told what there is to tell.
  }
}

// ── helpers ────────────────────────────────────────────────────────────────────────────────────────

/** Bytes of a segment that no other has: every value occurs, and places differ. */
function bytesFor(seed: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = i + 31 * (i >>> 8) + 97 * seed;
  return bytes;
}

async function read(
  { device }: Opened,
  segment: number,
  sequence: number,
  at: number,
  length: number,
): Promise<Uint8Array> {
  // A view inside of a larger array, as the log uses them.
  const room = new Uint8Array(length + 32).fill(0xa5);
  await device.read(segment, sequence, at, room.subarray(16, 16 + length));
  const isKept = room.subarray(0, 16).every((byte) => byte === 0xa5);
  if (!isKept || !room.subarray(16 + length).every((byte) => byte === 0xa5))
    throw new Error("read wrote beside the array that it was given");
  return room.subarray(16, 16 + length);
}

function same(what: string, one: Uint8Array, other: Uint8Array): void {
  const at = one.findIndex((byte, i) => byte !== other[i]);
  if (one.length !== other.length || at >= 0) throw new Error(`${what}: byte ${at} is not what was written`);
}

async function expectWhole(opened: Opened, segment: number, sequence: number, bytes: Uint8Array) {
  same(`segment ${segment}`, await read(opened, segment, sequence, 0, bytes.length), bytes);
}

/** What a call throws or rejects with. */
async function failure(what: string, call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error(`${what} did not throw`);
}

const kindOf = (error: unknown) => (error as { kind?: unknown; code?: unknown } | null) ?? {};

// ── checks ─────────────────────────────────────────────────────────────────────────────────────────

const CHECKS: Readonly<Record<string, Check>> = {
  "has a name, says whether it is synchronous, and has its verbs": async ({ device }) => {
    if (typeof device.name !== "string" || device.name === "") throw new Error("name is no string");
    if (typeof device.sync !== "boolean") throw new Error("sync is neither true nor false");
    for (const verb of ["open", "write", "read", "drop", "close"] as const)
      if (typeof device[verb] !== "function") throw new Error(`${verb} is no function`);
  },

  "open answers how many segments it may hold": async ({ capacity }) => {
    if (!Number.isSafeInteger(capacity) || capacity < 1) throw new Error(`open answered ${String(capacity)}`);
  },

  "answers promises if and only if it is asynchronous": async ({ device }) => {
    const bytes = bytesFor(1, 4096);
    const written: unknown = device.write(1, 1, bytes);
    await written;
    const answered: unknown = device.read(1, 1, 0, new Uint8Array(10));
    await answered;
    for (const [verb, answer] of Object.entries({ write: written, read: answered }))
      if (answer instanceof Promise === device.sync)
        throw new Error(
          `${verb} of ${device.sync ? "a" : "an a"}synchronous device answered ${typeof answer}`,
        );
  },

  "a segment of any length comes back whole": async (opened) => {
    const lengths = [1, 255, 4095, 4096, opened.segmentBytes];
    for (const [i, length] of lengths.entries()) {
      const bytes = bytesFor(i, length);
      await opened.device.write(1, i + 1, bytes.slice());
      await expectWhole(opened, 1, i + 1, bytes);
      await opened.device.drop(1, i + 1);
    }
  },

  "ranges of a segment come back": async (opened) => {
    const bytes = bytesFor(2, opened.segmentBytes);
    await opened.device.write(1, 1, bytes.slice());
    const last = opened.segmentBytes - 1;
    for (const [at, length] of [
      [0, 1],
      [last, 1],
      [1, 1000],
      [last - 40, 20],
      [last - 1299, 1300],
    ] as const)
      same(`${length} bytes at ${at}`, await read(opened, 1, 1, at, length), bytes.subarray(at, at + length));
  },

  "what was written may be changed by its owner afterwards": async (opened) => {
    const bytes = bytesFor(3, 5000);
    const given = bytes.slice();
    await opened.device.write(1, 1, given);
    given.fill(0);
    await expectWhole(opened, 1, 1, bytes);
  },

  "segments do not disturb each other": async (opened) => {
    if (opened.capacity < 3) return;
    const numbers = [9, 2, 5];
    for (const [i, segment] of numbers.entries())
      await opened.device.write(segment, i + 1, bytesFor(segment, opened.segmentBytes - i));
    await opened.device.drop(2, 2);
    for (const [i, segment] of numbers.entries())
      if (segment !== 2)
        await expectWhole(opened, segment, i + 1, bytesFor(segment, opened.segmentBytes - i));
  },

  "a number that is used again has the new bytes": async (opened) => {
    await opened.device.write(1, 1, bytesFor(1, opened.segmentBytes));
    await opened.device.drop(1, 1);
    await opened.device.write(1, 2, bytesFor(2, 3000));
    await expectWhole(opened, 1, 2, bytesFor(2, 3000));
  },

  "a segment that was dropped, or has another sequence, cannot be read": async (opened) => {
    await opened.device.write(1, 1, bytesFor(1, 2000));
    await failure("a read under a sequence that never was", () => read(opened, 1, 7, 0, 100));
    await opened.device.drop(1, 1);
    await failure("a read of a dropped segment", () => read(opened, 1, 1, 0, 100));
    await opened.device.write(1, 2, bytesFor(2, 2000));
    await failure("a read under an old sequence", () => read(opened, 1, 1, 0, 100));
  },

  "a segment that never was cannot be read": async (opened) => {
    await failure("a read of segment 77", () => read(opened, 77, 1, 0, 100));
  },

  "a read beyond the end throws": async (opened) => {
    await opened.device.write(1, 1, bytesFor(1, opened.segmentBytes));
    const at = opened.segmentBytes - 10;
    const beyond = 2 * opened.segmentBytes;
    await failure("a read beyond the end", () => read(opened, 1, 1, at, beyond));
  },

  "a drop of what is not there does no harm": async (opened) => {
    await opened.device.write(1, 2, bytesFor(1, 2000));
    await quietly(() => opened.device.drop(1, 1));
    await quietly(() => opened.device.drop(55, 1));
    await expectWhole(opened, 1, 2, bytesFor(1, 2000));
  },

  "calls at one moment are kept apart": async (opened) => {
    const count = Math.min(6, opened.capacity);
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    await Promise.all(
      numbers.map((one) => opened.device.write(one, one, bytesFor(one, opened.segmentBytes))),
    );
    await Promise.all(
      numbers.map((one) => expectWhole(opened, one, one, bytesFor(one, opened.segmentBytes))),
    );
  },

  'when it holds as many segments as it said, it throws "full"; after a drop it takes another': async (
    opened,
  ) => {
    const { device, capacity, segmentBytes, fillMost } = opened;
    if (capacity > fillMost) return;
    for (let i = 1; i <= capacity; i++) await device.write(i, i, bytesFor(i, segmentBytes));
    const error = await failure("one segment more", () =>
      device.write(capacity + 1, capacity + 1, bytesFor(0, segmentBytes)),
    );
    const { kind, code } = kindOf(error);
    if (kind !== "full" && code !== "ENOSPC" && code !== "EDQUOT")
      throw new Error(`the error of one segment more is not of kind "full"`);
    await device.drop(1, 1);
    await device.write(1, capacity + 2, bytesFor(99, segmentBytes));
    await expectWhole(opened, 1, capacity + 2, bytesFor(99, segmentBytes));
    await expectWhole(opened, capacity, capacity, bytesFor(capacity, segmentBytes));
  },

  "tells a number of bytes, and the segment that lies last, if it tells them": async (opened) => {
    const { device, segmentBytes } = opened;
    const numbers = [1, 2, 3].slice(0, opened.capacity);
    for (const one of numbers) await device.write(one, one, bytesFor(one, segmentBytes));
    const before = device.bytes;
    if (before !== undefined && !(before >= 0)) throw new Error(`bytes is ${String(before)}`);
    const tail = device.tail?.() ?? 0;
    if (tail === 0) return;
    if (!numbers.includes(tail)) throw new Error(`tail() answered ${String(tail)}`);
    await device.drop(tail, tail);
    if (before !== undefined && !((device.bytes as number) < before))
      throw new Error("bytes did not fall with the segment that lies last");
  },

  "after close nothing can be read": async (opened) => {
    await opened.device.write(1, 1, bytesFor(1, 2000));
    await opened.device.close();
    await failure("a read after close", () => read(opened, 1, 1, 0, 100));
  },
};
