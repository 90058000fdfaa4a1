/**
 * Shows that whatever happens to a page while its body is on its way to a device that answers later, or on
 * its way back for a load that waits, nothing is lost, no load answers what the page never was, and nothing
 * is left behind (laws 2, 3, 4, 7, 8 and 9).
 *
 * How: the real engine, a device that answers when the test says so. Orders of events between call and
 * answer are enumerated, not drawn, with answers that are well and that fail: all orders of two events, of
 * three with SPILLWAY_ORDERS=3. A Map says what the pool must hold. After each order every page is loaded and
 * everything is recounted.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { frontswapOver, openSpilling } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { memoryDevice, type PromptAct } from "#lib/adapters/device_test.js";
import type { SpillwayError } from "#lib/base/errors.js";
import type { Frontswap } from "#lib/clients/frontswap.js";
import type { Router } from "#lib/core/router.js";

const PAGE = 4096;
const PAGES = 6;
const LENGTH = Number(process.env.SPILLWAY_ORDERS ?? 2);
/** The page that the events are about. */
const MINE = 1;

/** A page of its own for each number. */
function pageOf(number: number): Uint8Array {
  const page = new Uint8Array(PAGE).fill(number);
  new Random(number + 1).fill(page.subarray(4, 1500));
  new DataView(page.buffer).setUint32(0, number);
  return page;
}

function numberOf(page: Uint8Array): number {
  const number = new DataView(page.buffer).getUint32(0);
  assert.ok(Buffer.compare(page, pageOf(number)) === 0, "a page that never was");
  return number;
}

class Scene {
  readonly router: Router;
  readonly swap: Frontswap;
  readonly device;
  isLate = false;
  isClosed = false;
  stores = 100;
  /** What the pool must hold: numbers of pages by offset. */
  readonly pages = new Map<number, number>();
  /** What the page was since each load under way began; undefined: it was not there. */
  readonly #seen = new Set<Set<number | undefined>>();
  readonly waits: Promise<unknown>[] = [];

  constructor(answer: PromptAct | undefined) {
    this.device = memoryDevice({
      sync: false,
      deadlineMs: 60_000,
      script: ({ verb }) => {
        if (verb === "drop" || !this.isLate) return undefined;
        return answer === undefined ? "late" : { late: answer };
      },
    });
    this.router = openSpilling("verify", [this.device], { maxBytes: "8MiB" });
    this.swap = frontswapOver(this.router, 1, 1);
    this.swap.init(0);
    for (let i = 0; i < PAGES; i++) this.set(i, i);
  }

  set(offset: number, number: number): void {
    assert.equal(this.swap.store(0, offset, pageOf(number)), true);
    this.pages.set(offset, number);
    this.#note();
  }

  delete(offset: number): void {
    assert.equal(this.swap.invalidatePage(0, offset), this.pages.delete(offset));
    this.#note();
  }

  #note(): void {
    for (const seen of this.#seen) seen.add(this.pages.get(MINE));
  }

  spill(): void {
    for (const { spill } of this.router.memory.each())
      this.waits.push(Promise.resolve(this.router.spilled?.log.spill(spill)));
  }

  load(exclusive: boolean): void {
    const seen = new Set([this.pages.get(MINE)]);
    this.#seen.add(seen);
    const back = new Uint8Array(PAGE);
    this.swap.exclusiveGets = exclusive;
    const load = this.swap.loadAsync(0, MINE, back);
    this.swap.exclusiveGets = false;
    const end = (isThere: boolean) => {
      this.#seen.delete(seen);
      assert.ok(seen.has(isThere ? numberOf(back) : undefined));
      if (!isThere || !exclusive) return;
      this.pages.delete(MINE);
      this.#note();
    };
    const failed = ({ code }: SpillwayError) => {
      this.#seen.delete(seen);
      const codes = ["ERR_SPILLWAY_DEVICE", ...(this.isClosed ? ["ERR_SPILLWAY_CLOSED"] : [])];
      assert.ok(codes.includes(code), code);
      assert.ok(back.every((byte) => byte === 0));
    };
    this.waits.push(load.then(end, failed));
  }

  /** Loads without waiting. */
  glance(): void {
    const back = new Uint8Array(PAGE);
    try {
      const isThere = this.swap.load(0, MINE, back);
      assert.equal(isThere ? numberOf(back) : undefined, this.pages.get(MINE));
    } catch (error) {
      assert.equal((error as SpillwayError).code, "ERR_SPILLWAY_WOULD_BLOCK");
      assert.ok(this.pages.has(MINE));
    }
  }

  /** Moves all pages to another arena and gives the first one back. */
  move(): void {
    const { memory, moving } = this.router;
    const [source] = memory.each();
    const target = moving.tryAddTarget(32);
    if (source === undefined || target === undefined) return;
    moving.drain(source, target);
    let moved = moving.move(source);
    while (moved === "moved") moved = moving.move(source);
    if (moved === "empty") moving.remove(source);
    else moving.undrain(source);
  }

  async settle(): Promise<void> {
    for (let i = 0; i < 24; i++) await Promise.resolve();
  }

  /** Answers all calls that wait, and those that follow. */
  async end(): Promise<void> {
    this.isLate = false;
    for (let i = 0; i < 4; i++) {
      this.device.release();
      await this.settle();
    }
    await Promise.all(this.waits);
  }

  async check(): Promise<void> {
    const { spilled } = this.router;
    assert.equal(spilled?.arrivals.size, 0);
    if (this.isClosed) return;
    const back = new Uint8Array(PAGE);
    for (let offset = 0; offset < PAGES; offset++) {
      const isThere = await this.swap.loadAsync(0, offset, back);
      assert.equal(isThere ? numberOf(back) : undefined, this.pages.get(offset), `page ${offset}`);
    }
    assert.equal(this.router.selfCheck(), 0);
    const { spill, storedPages } = this.router.stats();
    assert.ok(spill && spill.flying === 0);
    assert.equal(storedPages, this.pages.size);
    assert.equal(spill.packed, spill.spilled + spill.changed + spill.failed);
    assert.equal(spill.bodies, spill.spilled + spill.moved - spill.promoted - spill.freed);
  }
}

const EVENTS: Readonly<Record<string, (scene: Scene) => void>> = {
  overwrite: (scene) => scene.set(MINE, scene.stores++),
  "store the same": (scene) => scene.set(MINE, MINE),
  invalidate: (scene) => scene.delete(MINE),
  "close the area": (scene) => {
    scene.swap.invalidateArea(0);
    scene.swap.init(0);
    for (const offset of [...scene.pages.keys()]) scene.pages.delete(offset);
    scene.set(MINE, scene.stores++);
  },
  "load and wait": (scene) => scene.load(false),
  "take and wait": (scene) => scene.load(true),
  load: (scene) => scene.glance(),
  compact: ({ router }) => {
    for (const arena of router.memory.each()) arena.compact(100, false);
  },
  move: (scene) => scene.move(),
  spill: (scene) => scene.spill(),
  clean: ({ router, waits }) => {
    waits.push(Promise.resolve(router.spilled?.log.clean(100)));
  },
  answer: ({ device }) => device.release(),
  close: (scene) => {
    scene.isClosed = true;
    scene.router.close();
  },
};

const ANSWERS: Readonly<Record<string, PromptAct | undefined>> = {
  well: undefined,
  error: { error: new Error("EIO") },
};

/** Orders of at most `length` events; nothing follows a close but an answer. */
function orders(length: number): string[][] {
  if (length === 0) return [[]];
  const shorter = orders(length - 1);
  const longest = shorter.filter((order) => order.length === length - 1);
  const more = longest.flatMap((order) =>
    Object.keys(EVENTS)
      .filter((event) => !order.includes("close") || event === "answer")
      .map((event) => [...order, event]),
  );
  return [...shorter, ...more];
}

async function all(begin: (scene: Scene) => Promise<void>): Promise<number> {
  let runs = 0;
  for (const order of orders(LENGTH))
    for (const [name, answer] of Object.entries(ANSWERS)) {
      const scene = new Scene(answer);
      try {
        await begin(scene);
        for (const event of order) {
          EVENTS[event]?.(scene);
          await scene.settle();
        }
        await scene.end();
        await scene.check();
      } catch (error) {
        throw new Error(`after ${order.join(", ")}; the device answers ${name}`, { cause: error });
      }
      if (!scene.isClosed) scene.router.close();
      runs += 1;
    }
  return runs;
}

test("on their way out: every order of events", async (t) => {
  const runs = await all(async (scene) => {
    scene.isLate = true;
    scene.spill();
    await scene.settle();
    assert.equal(scene.router.stats().spill?.flying, PAGES);
  });
  t.diagnostic(`${runs} runs`);
  assert.ok(runs > 300);
});

test("on their way back: every order of events", async (t) => {
  const runs = await all(async (scene) => {
    scene.spill();
    await scene.settle();
    assert.equal(scene.router.stats().spill?.bodies, PAGES);
    scene.isLate = true;
    scene.load(false);
    scene.load(true);
    await scene.settle();
  });
  t.diagnostic(`${runs} runs`);
  assert.ok(runs > 300);
});
