/**
 * Shows that whatever happens to a body while it is on its way to a slow device, no page is lost, none has
 * other bytes, and none is in two places (laws 7 and 8): every order of up to three events between pack and
 * answer, with every kind of answer; and the same while cleaning moves it.
 *
 * How: two pages and two arenas, a device that answers when the test says so. Events are enumerated, not
 * drawn: overwrite by other bytes and by equal ones, invalidate, load, recompress, move to another arena,
 * give the arena back, another spill, cleaning, close. After each order all pages are loaded and everything
 * is recounted.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { FakeArena } from "#kit/models/fake_arena.js";
import { HandClock, SpillModel } from "#kit/models/spill_model.js";
import {
  type DeviceCall,
  type MemoryDevice,
  memoryDevice,
  type PromptAct,
} from "#lib/adapters/device_test.js";

const bytesOf = (seed: number) => new Uint8Array(500 + seed).map((_, i) => (i * 7 + seed * 13) & 0xff);

/** A pool of some pages in two arenas, one page of which the events concern. */
class Scene {
  /** Which calls wait for `release`, and what they do then. */
  isLate: (call: DeviceCall) => boolean = () => false;
  readonly device: MemoryDevice;
  readonly model: SpillModel;
  readonly clock = new HandClock();
  readonly waits: Promise<unknown>[] = [];
  isClosed = false;

  constructor(answer: PromptAct | undefined) {
    this.device = memoryDevice({
      sync: false,
      deadlineMs: 60_000,
      script: (call) => {
        if (call.verb === "drop" || !this.isLate(call)) return undefined;
        return answer === undefined ? "late" : { late: answer };
      },
    });
    this.model = new SpillModel([this.device], { arenas: 2, clock: this.clock });
  }

  get other(): FakeArena {
    return this.model.arenas.at(-1) as FakeArena;
  }

  /** Lets all that can go on do so. */
  async settle(): Promise<void> {
    for (let i = 0; i < 12; i++) await Promise.resolve();
  }

  /** Answers all calls that wait, and those that follow. */
  async end(): Promise<void> {
    this.isLate = () => false;
    for (let i = 0; i < 4; i++) {
      this.device.release();
      await this.settle();
    }
    await Promise.all(this.waits);
  }

  async check(what: string): Promise<void> {
    for (const arena of this.model.arenas) assert.equal(arena.flying, 0, what);
    if (this.isClosed) return;
    for (const [page, bytes] of this.model.pages) {
      const loaded = await this.model.loadLater(page);
      assert.ok(loaded instanceof Uint8Array, `${what}: page ${page}: ${String(loaded)}`);
      assert.ok(Buffer.compare(loaded, bytes) === 0, `${what}: page ${page} has other bytes`);
    }
    this.model.check();
  }
}

type Event = (scene: Scene) => void;

const EVENTS: Readonly<Record<string, Event>> = {
  overwrite: ({ model }) => model.store(1, bytesOf(3)),
  "store the same": ({ model }) => model.store(1, bytesOf(1)),
  invalidate: ({ model }) => model.invalidate(1),
  load: ({ model, waits }) => {
    if (model.pages.has(1)) waits.push(model.loadLater(1));
  },
  recompress: ({ model }) => {
    if (model.pages.has(1)) model.homes.get(1)?.recompress(1);
  },
  move: ({ model, other }) => {
    if (model.pages.has(1)) model.move(1, other);
  },
  "give the arena back": ({ model, other }) => {
    if (model.arenas.length === 1) return;
    for (const page of model.pages.keys()) model.move(page, other);
    model.arenas.shift();
  },
  spill: ({ model, waits }) => {
    for (const arena of model.arenas) waits.push(Promise.resolve(model.log.spill(arena)));
  },
  clean: ({ model, waits }) => {
    waits.push(Promise.resolve(model.log.clean(100)));
  },
  answer: ({ device }) => device.release(),
  close: (scene) => {
    scene.isClosed = true;
    scene.waits.push(Promise.resolve(scene.model.log.close()));
  },
};

const ANSWERS: Readonly<Record<string, PromptAct | undefined>> = {
  well: undefined,
  error: { error: new Error("EIO") },
  full: "full",
};

/** Orders of `length` events, each event in each place. */
function orders(length: number): string[][] {
  if (length === 0) return [[]];
  return orders(length - 1).flatMap((order) => Object.keys(EVENTS).map((event) => [...order, event]));
}

const ORDERS = [0, 1, 2, 3].flatMap(orders).filter((order) => !order.slice(0, -1).includes("close"));

/** Runs all orders with all answers, from a scene in which something is under way. */
async function all(begin: (scene: Scene) => Promise<void>): Promise<number> {
  let runs = 0;
  for (const order of ORDERS)
    for (const [name, answer] of Object.entries(ANSWERS)) {
      const scene = new Scene(answer);
      await begin(scene);
      for (const event of order) {
        (EVENTS[event] as Event)(scene);
        await scene.settle();
      }
      await scene.end();
      await scene.check(`${order.join(", ")}; ${name}`);
      await scene.model.log.close();
      runs += 1;
    }
  return runs;
}

test("bodies on their way: every order of three events, every answer", async (t) => {
  const runs = await all(async (scene) => {
    for (const page of [1, 2]) scene.model.store(page, bytesOf(page));
    scene.isLate = ({ verb }) => verb === "write";
    scene.waits.push(Promise.resolve(scene.model.log.spill(scene.model.arena)));
    await scene.settle();
    assert.equal(scene.model.arena.flying, 2);
  });
  t.diagnostic(`${runs} runs`);
  assert.ok(runs > 3000);
});

test("bodies that cleaning moves: every order of three events, every answer", async (t) => {
  const runs = await all(async (scene) => {
    for (let page = 1; page <= 6; page++) {
      scene.model.store(page, bytesOf(page), scene.model.arenas[page % 2]);
      await scene.model.log.spill(scene.model.homes.get(page) as FakeArena);
    }
    // The first victim is slow to read, and the segment of survivors slow to write.
    scene.isLate = ({ verb, segment }) => verb === "write" || segment === 1;
    scene.waits.push(Promise.resolve(scene.model.log.clean(100)));
    await scene.settle();
  });
  t.diagnostic(`${runs} runs`);
  assert.ok(runs > 3000);
});
