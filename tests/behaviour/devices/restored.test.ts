/**
 * Shows that an image larger than memory comes into a pool with a device: bodies leave while it is read, and
 * every page is as it was, also one that has the body of a page which has left already. A device that is too
 * small, fails, or is missing ends it with an error. How: devices in memory that answer at once and later, a
 * real file, one memory and several.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Spillway } from "spillway";
import { openSpilling } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { restoreInto } from "#kit/restore.js";
import { memoryDevice } from "#lib/adapters/device_test.js";
import type { Router } from "#lib/core/router.js";

const PAGE = 4096;
/** Pages with a body of their own, and as many again that share one of these. */
const OWN = 2000;

function pageOf(number: number): Uint8Array {
  const page = new Uint8Array(PAGE);
  new Random(number + 1).fill(page.subarray(0, 2000));
  return page;
}

let dir = "";
let image: Uint8Array<ArrayBuffer>;

before(async () => {
  dir = mkdtempSync(join(tmpdir(), "spillway-restored-"));
  const pool = Spillway.openSync({ maxBytes: "32MiB" });
  const swap = pool.frontswap({ name: "pages" });
  swap.init(0);
  for (let i = 0; i < OWN; i++) assert.equal(swap.store(0, i, pageOf(i)), true);
  for (let i = 0; i < OWN; i++) assert.equal(swap.store(0, OWN + i, pageOf(i)), true);
  image = await new Response(pool.snapshot()).bytes();
  pool.close();
});
after(() => rmSync(dir, { recursive: true, force: true }));

const DEVICES = {
  "a device that answers at once": () => memoryDevice(),
  "a device that answers later": () => memoryDevice({ sync: false }),
  "a file": () => ({ dir, maxBytes: "16MiB" }),
  "a small device before one that answers later": () => [
    memoryDevice({
      name: "small",
      script: ({ verb, count }) => (verb === "write" && count > 3 ? "full" : undefined),
    }),
    memoryDevice({ sync: false }),
  ],
} as const;

describe("an image larger than memory", () => {
  for (const [name, device] of Object.entries(DEVICES))
    test(`comes into a pool with ${name}`, async () => {
      const pool = await Spillway.restore(image, { maxBytes: "2MiB", spill: device() as never });
      assert.equal(pool.selfCheck(), 0);
      const swap = pool.frontswap({ name: "pages" });
      const back = new Uint8Array(PAGE);
      for (let i = 0; i < 2 * OWN; i++) {
        assert.equal(await swap.loadAsync(0, i, back), true, `page ${i}`);
        assert.ok(Buffer.from(back).equals(pageOf(i % OWN)), `page ${i}`);
      }
      const { bytes, spill } = pool.stats();
      assert.ok(bytes.reserved <= 2 ** 21 && (spill?.bodies ?? 0) > OWN / 3, JSON.stringify(spill));
      assert.equal(pool.selfCheck(), 0);
      pool.close();
    });

  for (const sync of [true, false])
    test(`comes into several memories; the device answers ${sync ? "at once" : "later"}`, async () => {
      const router: Router = openSpilling("verify", [memoryDevice({ sync })], { maxBytes: "3MiB" }, 16);
      const swap = (await restoreInto(image, router))("pages");
      assert.ok(router.memory.count > 1);
      assert.equal(router.selfCheck(), 0);
      const back = new Uint8Array(PAGE);
      for (let i = 0; i < 2 * OWN; i++) {
        assert.equal(await swap.loadAsync(0, i, back), true, `page ${i}`);
        assert.ok(Buffer.from(back).equals(pageOf(i % OWN)), `page ${i}`);
      }
      assert.equal(router.selfCheck(), 0);
      router.close();
    });

  test("is too large without a device, or for one that takes no more", async () => {
    const tooLarge = /maxBytes must be enough for the pages of the image/;
    await assert.rejects(Spillway.restore(image, { maxBytes: "2MiB" }), tooLarge);
    for (const sync of [true, false]) {
      const script = ({ verb, count }: { verb: string; count: number }) =>
        verb === "write" && count > 2 ? ("full" as const) : undefined;
      const spill = memoryDevice({ sync, script });
      await assert.rejects(Spillway.restore(image, { maxBytes: "2MiB", spill }), tooLarge);
    }
  });

  test("is given up when the caller wants, while a device is waited for", async () => {
    const abort = new AbortController();
    const script = ({ verb }: { verb: string }) => (verb === "write" ? ("never" as const) : undefined);
    const spill = memoryDevice({ sync: false, script });
    const restoring = Spillway.restore(image, { maxBytes: "2MiB", spill, signal: abort.signal });
    setTimeout(() => abort.abort(new Error("enough")), 50);
    await assert.rejects(restoring, /enough/);
  });
});
