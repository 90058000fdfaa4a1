/**
 * Shows that the checks for devices pass a device that does what it must, and fail one that does not: the
 * file, the device in memory in both its ways, and a plain Map of thirty lines pass; each of them with one
 * flaw fails the check that is meant for it, and no harm is done to the run.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scratchFolder } from "#kit/scratch_folder.js";
import { checkDevice, memoryDevice } from "#lib/adapters/device_test.js";
import { fileDevice } from "#lib/adapters/file.js";
import type { SpillDevice } from "#lib/base/options/device.js";

const folder = scratchFolder();

/** A device as its author might write it. */
class MapDevice implements SpillDevice {
  readonly name = "map";
  readonly sync: boolean = true;
  readonly kept = new Map<number, { sequence: number; bytes: Uint8Array }>();
  most = 0;
  open(segmentBytes: number): number {
    this.most = Math.floor(2 ** 23 / segmentBytes);
    return this.most;
  }
  write(segment: number, sequence: number, bytes: Uint8Array): void | Promise<void> {
    if (this.kept.size === this.most) throw Object.assign(new Error("no room"), { kind: "full" });
    this.kept.set(segment, { sequence, bytes: bytes.slice() });
  }
  read(segment: number, sequence: number, at: number, target: Uint8Array): void | Promise<void> {
    const kept = this.kept.get(segment);
    if (kept?.sequence !== sequence || at + target.length > kept.bytes.length)
      throw new Error("no such bytes");
    target.set(kept.bytes.subarray(at, at + target.length));
  }
  drop(segment: number, sequence: number): void {
    if (this.kept.get(segment)?.sequence === sequence) this.kept.delete(segment);
  }
  close(): void {
    this.kept.clear();
  }
}

const failedOf = (checks: { name: string; passed: boolean }[]) =>
  checks.filter((one) => !one.passed).map((one) => one.name);

describe("a device that does what it must passes every check", () => {
  const makers: [string, () => SpillDevice][] = [
    ["memory", () => memoryDevice({ maxBytes: "8MiB" })],
    ["memory, asynchronous", () => memoryDevice({ maxBytes: "8MiB", sync: false })],
    ["file", () => fileDevice({ dir: folder, maxBytes: "8MiB" })],
    ["file that waits for the disk", () => fileDevice({ dir: folder, maxBytes: "8MiB", sync: true })],
    ["a plain Map", () => new MapDevice()],
  ];
  for (const [name, make] of makers)
    for (const segmentBytes of [262_080, 1_048_512, 4096])
      test(`${name}, segments of ${segmentBytes} bytes`, async () => {
        const checks = await checkDevice(make, { segmentBytes });
        assert.deepEqual(
          checks.filter((one) => !one.passed),
          [],
        );
        assert.equal(checks.length, 16);
      });

  test("one that is larger than fillMost is not filled", async () => {
    let writes = 0;
    class Large extends MapDevice {
      override open(): number {
        return 10_000;
      }
      override write(segment: number, sequence: number, bytes: Uint8Array): void {
        writes += 1;
        this.most = 10_000;
        super.write(segment, sequence, bytes);
      }
    }
    assert.deepEqual(failedOf(await checkDevice(() => new Large())), []);
    assert.ok(writes < 100);
  });
});

describe("a device with a flaw fails the check for it", () => {
  const flaws: [string, () => SpillDevice, RegExp][] = [
    ["has no name", () => Object.assign(new MapDevice(), { name: "" }), /has a name/],
    ["holds nothing", () => Object.assign(new MapDevice(), { open: () => 0 }), /open answers/],
    [
      "keeps the caller's array",
      () =>
        new (class extends MapDevice {
          override write(segment: number, sequence: number, bytes: Uint8Array) {
            this.kept.set(segment, { sequence, bytes });
          }
        })(),
      /may be changed by its owner/,
    ],
    [
      "answers promises though it is synchronous",
      () =>
        new (class extends MapDevice {
          override async write(segment: number, sequence: number, bytes: Uint8Array): Promise<void> {
            await super.write(segment, sequence, bytes);
          }
        })(),
      /answers promises/,
    ],
    [
      "answers none though it is asynchronous",
      () => Object.assign(new MapDevice(), { sync: false }),
      /answers promises/,
    ],
    [
      "ignores the sequence",
      () =>
        new (class extends MapDevice {
          override read(segment: number, _: number, at: number, target: Uint8Array) {
            const kept = this.kept.get(segment);
            if (kept === undefined) throw new Error("gone");
            super.read(segment, kept.sequence, at, target);
          }
        })(),
      /another sequence/,
    ],
    [
      "reads less than it was asked for",
      () =>
        new (class extends MapDevice {
          override read(segment: number, sequence: number, at: number, target: Uint8Array) {
            super.read(segment, sequence, at, target.subarray(0, Math.min(target.length, 4096)));
          }
        })(),
      /comes back whole/,
    ],
    [
      "reads from the start, whatever the range",
      () =>
        new (class extends MapDevice {
          override read(segment: number, sequence: number, _: number, target: Uint8Array) {
            super.read(segment, sequence, 0, target);
          }
        })(),
      /ranges of a segment/,
    ],
    [
      "writes beside the target",
      () =>
        new (class extends MapDevice {
          override read(segment: number, sequence: number, at: number, target: Uint8Array) {
            super.read(segment, sequence, at, target);
            new Uint8Array(target.buffer)[0] = 1;
          }
        })(),
      /comes back whole/,
    ],
    [
      "drops whatever has the number",
      () =>
        new (class extends MapDevice {
          override drop(segment: number) {
            this.kept.delete(segment);
          }
        })(),
      /a drop of what is not there/,
    ],
    [
      "never says that it is full",
      () =>
        new (class extends MapDevice {
          override open(bytes: number) {
            super.open(bytes);
            const { most } = this;
            this.most = Number.POSITIVE_INFINITY;
            return most;
          }
        })(),
      /throws "full"/,
    ],
    [
      "says full in words only",
      () =>
        new (class extends MapDevice {
          override write(segment: number, sequence: number, bytes: Uint8Array) {
            if (this.kept.size === this.most) throw new Error("full");
            super.write(segment, sequence, bytes);
          }
        })(),
      /throws "full"/,
    ],
    [
      "names a last segment that it does not have",
      () => Object.assign(new MapDevice(), { tail: () => 99 }),
      /lies last/,
    ],
    ["can be read after close", () => Object.assign(new MapDevice(), { close: () => {} }), /after close/],
    [
      "cannot be opened",
      () =>
        Object.assign(new MapDevice(), {
          open: () => {
            throw new Error("no");
          },
        }),
      /has a name/,
    ],
  ];
  for (const [name, make, check] of flaws)
    test(name, async () => {
      const failed = failedOf(await checkDevice(make));
      assert.ok(
        failed.some((one) => check.test(one)),
        failed.join("; "),
      );
    });
});

test("wrong arguments are typed errors", async () => {
  await assert.rejects(checkDevice(5 as never), { code: "ERR_SPILLWAY_ARG_TYPE" });
  await assert.rejects(
    checkDevice(() => new MapDevice(), { segmentBytes: 5 }),
    { code: "ERR_SPILLWAY_ARG_RANGE" },
  );
  await assert.rejects(
    checkDevice(() => new MapDevice(), { fillMost: -1 }),
    { code: "ERR_SPILLWAY_ARG_RANGE" },
  );
  assert.throws(() => memoryDevice({ script: 5 } as never), { code: "ERR_SPILLWAY_ARG_TYPE" });
  assert.throws(() => memoryDevice({ maxBytes: 10 }).open(4096), { code: "ERR_SPILLWAY_ARG_RANGE" });
});
