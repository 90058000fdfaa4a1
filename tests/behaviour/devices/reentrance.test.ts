/**
 * Shows that a synchronous device may call the pool: whatever it does from inside of `write`, `read` or
 * `drop`, to the page of the operation under way, to others, or to the pool itself, nothing is lost or wrong.
 *
 * How: the real engine, with several arenas. Calls, moments and operations are enumerated: every call that a
 * device can make, from the n-th write, read or drop, under each operation of the pool that calls devices.
 * A Map says what the pool must hold; the inner call counts as made before the outer one ends. Everything is
 * recounted and every page loaded after each run.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressOf, openSpilling, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import * as abi from "#lib/abi.js";
import { type DeviceCall, memoryDevice } from "#lib/adapters/device_test.js";
import type { SpillwayError } from "#lib/base/errors.js";
import type { Router } from "#lib/core/router.js";
import type { AreaHandle } from "#lib/engine/keys.js";
import { Peak } from "#lib/telemetry/peaks.js";

const PAGE = 4096;
const PAGES = 1400;
const noise = new Random(1).fill(new Uint8Array(3 * PAGE));

/** A page of its own for each number, of 2,000 to 3,500 bytes once it is compressed. */
function pageOf(number: number): Uint8Array {
  const page = new Uint8Array(PAGE).fill(number);
  const bytes = 2000 + (number % 16) * 100;
  page.set(noise.subarray(number % PAGE, (number % PAGE) + bytes));
  new DataView(page.buffer).setUint32(0, number);
  return page;
}

/** The n-th call of a verb, and what the device does then. */
interface Plan {
  verb: DeviceCall["verb"];
  nth: number;
  act: Act;
}

class Scene {
  readonly router: Router;
  area: AreaHandle;
  /** The page that operations are about: its body is on the device at first. */
  readonly mine: number;
  /** Areas that were closed. */
  closings = 0;
  /** What the pool must hold: pages by number. */
  readonly pages = new Map<number, number>();
  /** Calls that are to be made by the device, and those that it made. */
  plan: Plan | undefined;
  calls = 0;
  fired = false;
  isClosed = false;

  constructor(zeroize: boolean) {
    const script = ({ verb }: DeviceCall) => {
      if (this.plan?.verb === verb && ++this.calls === this.plan.nth) {
        const { act } = this.plan;
        this.plan = undefined;
        this.fired = true;
        act(this);
      }
      return undefined;
    };
    const device = memoryDevice({ script, maxBytes: "8MiB", encrypt: zeroize });
    this.router = openSpilling("verify", [device], { maxBytes: 40 * 65_536, zeroize }, 16);
    const settings = { name: "one", weight: 0, maxBytes: Number.POSITIVE_INFINITY };
    assert.equal(this.router.registry.open(1, settings, new Peak(1, new Set())), true);
    this.area = this.router.registry.openArea(1, 0, 1);
    for (let i = 0; i < PAGES; i++) this.store(i, i);
    assert.ok(this.router.memory.count > 1);
    this.mine = [...this.pages.keys()].find((offset) => this.isAway(offset)) as number;
  }

  store(offset: number, number: number): void {
    if (put(this.router, this.area, offset, pageOf(number))) this.pages.set(offset, number);
    else this.pages.delete(offset);
  }

  invalidate(offset: number): void {
    const there = this.pages.delete(offset);
    assert.equal(this.router.invalidatePage(addressOf(this.area, offset)), there);
  }

  /** Loads a page; `exclusive` takes it out. */
  load(offset: number, exclusive = false): void {
    const back = new Uint8Array(PAGE);
    const bytes = this.router.load(addressOf(this.area, offset), back, exclusive);
    const number = this.pages.get(offset);
    if (this.isClosed) return;
    assert.equal(bytes, number === undefined ? abi.Status.MISS : PAGE, `page ${offset}`);
    if (number !== undefined) assert.ok(Buffer.compare(back, pageOf(number)) === 0, `page ${offset}`);
    if (exclusive) this.pages.delete(offset);
  }

  /** One of these is what the pool must hold under a key; the pool tells which. */
  settle(offset: number, numbers: readonly (number | undefined)[]): void {
    const back = new Uint8Array(PAGE);
    const bytes = this.router.load(addressOf(this.area, offset), back, false);
    const number = bytes === PAGE ? new DataView(back.buffer).getUint32(0) : undefined;
    assert.ok(numbers.includes(number), `page ${offset}: ${number} is not of ${numbers.join()}`);
    if (number === undefined) this.pages.delete(offset);
    else this.pages.set(offset, number);
  }

  /** Where the body of a page is. */
  isAway(offset: number): boolean {
    return this.router.memory.each().some((arena) => arena.spill.find(this.area, offset) !== undefined);
  }

  drain(): void {
    const { memory, moving } = this.router;
    const source = memory.each().find((arena) => arena !== memory.current && !arena.draining);
    if (source !== undefined) moving.drain(source, memory.current);
  }

  /** Moves a window of pages; lets go of an arena that is empty. */
  move(): void {
    const { memory, moving } = this.router;
    const source = memory.each().find((arena) => arena.draining);
    if (source !== undefined && moving.move(source) === "empty") moving.remove(source);
  }

  check(what: string): void {
    if (this.isClosed) return;
    assert.equal(this.router.selfCheck(), 0, what);
    const { spill, storedPages } = this.router.stats();
    assert.equal(spill?.packed, (spill?.spilled ?? 0) + (spill?.changed ?? 0) + (spill?.failed ?? 0), what);
    assert.equal(
      spill?.bodies,
      (spill?.spilled ?? 0) + (spill?.moved ?? 0) - (spill?.promoted ?? 0) - (spill?.freed ?? 0),
      what,
    );
    assert.equal(storedPages, this.pages.size, what);
    for (const offset of this.pages.keys()) this.load(offset);
    assert.equal(this.router.selfCheck(), 0, what);
  }
}

type Act = (scene: Scene) => void;

/** What a device calls. */
const ACTS: Readonly<Record<string, Act>> = {
  "store other bytes under the key": (scene) => scene.store(scene.mine, 5000),
  "store the same under the key": (scene) =>
    scene.store(scene.mine, scene.pages.get(scene.mine) ?? scene.mine),
  "store under new keys": (scene) => {
    for (let i = 0; i < 40; i++) scene.store(6000 + i, 6000 + i);
  },
  "overwrite all": (scene) => {
    for (const offset of [...scene.pages.keys()]) scene.store(offset, 7000 + offset);
  },
  "invalidate the key": (scene) => scene.invalidate(scene.mine),
  "invalidate most": (scene) => {
    for (const offset of [...scene.pages.keys()]) if (offset % 4) scene.invalidate(offset);
  },
  "load the key": (scene) => scene.load(scene.mine),
  "take the key": (scene) => scene.load(scene.mine, true),
  "load all": (scene) => {
    for (const offset of [...scene.pages.keys()]) scene.load(offset);
  },
  compact: (scene) => {
    for (const arena of scene.router.memory.each()) arena.compact(8);
  },
  "spill and clean": (scene) => {
    scene.router.spilled?.makeRoom();
    scene.router.spilled?.log.clean(50);
  },
  "empty an arena": (scene) => {
    scene.drain();
    for (let i = 0; i < 40; i++) scene.move();
  },
  "close the area, open another": (scene) => {
    scene.router.invalidateArea(scene.area);
    scene.closings += 1;
    scene.pages.clear();
    scene.area = scene.router.registry.openArea(1, 1, 1);
    scene.store(scene.mine, 8000);
  },
  "take pages": (scene) => {
    scene.router.loads.takePages(scene.area, 50, (offset) => scene.pages.delete(offset));
  },
  freeze: ({ router }) => {
    router.admission.frozen = true;
  },
  close: (scene) => {
    scene.isClosed = true;
    scene.router.close();
  },
};

/** What calls a device. */
const OPERATIONS: Readonly<Record<string, Act>> = {
  store: (scene) => {
    for (let i = 0; i < 120 && !scene.fired; i++) {
      const { area } = scene;
      const kept = put(scene.router, area, scene.mine, pageOf(9000 + i));
      if (scene.isClosed) return;
      if (scene.closings > 0) assert.equal(kept, false, "the area was closed meanwhile");
      else if (kept) scene.pages.set(scene.mine, 9000 + i);
      else scene.pages.delete(scene.mine);
      if (scene.fired) return;
      scene.store(3000 + i, 3000 + i);
    }
  },
  "store many": (scene) => {
    const { area } = scene;
    const offsets = [scene.mine, ...Array.from({ length: 200 }, (_, i) => 3000 + i)];
    const statuses: number[] = [];
    scene.router.storeMany({ area, offsets, pages: offsets.map(pageOf), statuses }, abi.PageKind.PLAIN);
    scene.plan = undefined;
    if (scene.isClosed) return;
    for (const [i, offset] of offsets.entries()) {
      // Of an area that was closed and one that was opened instead neither has pages of the batch.
      if (scene.closings > 0) continue;
      const stored = statuses[i] === abi.Status.STORED ? offset : undefined;
      scene.settle(offset, scene.fired ? [stored, scene.pages.get(offset), undefined] : [stored]);
    }
  },
  load: (scene) => {
    for (const offset of [scene.mine, ...scene.pages.keys()]) {
      if (scene.fired) return;
      if (scene.isAway(offset)) loadOuter(scene, offset, false);
    }
  },
  "load again": (scene) => {
    for (const offset of [...scene.pages.keys()].slice(0, 60)) {
      if (scene.isAway(offset)) loadOuter(scene, offset, false);
      if (scene.fired) return;
      loadOuter(scene, offset, false);
      if (scene.fired) return;
    }
  },
  take: (scene) => {
    if (scene.isAway(scene.mine)) loadOuter(scene, scene.mine, true);
  },
  spill: (scene) => {
    for (let i = 0; i < 3; i++) scene.router.spilled?.makeRoom();
  },
  clean: (scene) => {
    for (const offset of [...scene.pages.keys()])
      if (offset % 3 && offset !== scene.mine) scene.invalidate(offset);
    scene.router.spilled?.log.clean(100);
  },
  move: (scene) => {
    scene.drain();
    for (let i = 0; i < 200 && !scene.isClosed; i++) scene.move();
  },
  "take pages": (scene) => {
    const { area } = scene;
    scene.router.loads.takePages(area, 400, (offset, page) => {
      if (scene.isClosed || scene.closings > 0) return;
      const number = new DataView(page.buffer).getUint32(0);
      assert.ok(Buffer.compare(page, pageOf(number)) === 0);
      scene.pages.delete(offset);
    });
  },
};

/** Loads a page whose device calls the pool meanwhile: then it is there or not, as it was before or after. */
function loadOuter(scene: Scene, offset: number, exclusive: boolean): void {
  const { area } = scene;
  const before = scene.pages.get(offset);
  const back = new Uint8Array(PAGE);
  const bytes = scene.router.load(addressOf(area, offset), back, exclusive);
  if (scene.isClosed) return;
  const after = scene.closings === 0 ? scene.pages.get(offset) : undefined;
  if (bytes === abi.Status.MISS) {
    assert.equal(after, undefined);
    return;
  }
  assert.equal(bytes, PAGE);
  assert.ok([before, after].some((one) => one !== undefined && Buffer.compare(back, pageOf(one)) === 0));
  if (exclusive && scene.closings === 0) scene.pages.delete(offset);
}

/** Carries an operation out; in a pool that its device closes it may throw that. */
function run(operation: Act, scene: Scene): void {
  try {
    operation(scene);
  } catch (error) {
    if (!scene.isClosed || (error as SpillwayError).code !== "ERR_SPILLWAY_CLOSED") throw error;
  }
}

/** Runs an operation whose device makes one call at one moment. Whether it came to that. */
function ran(operation: Act, moment: Omit<Plan, "act">, act: Act, zeroize: boolean, what: string): boolean {
  const scene = new Scene(zeroize);
  scene.plan = { ...moment, act };
  try {
    run(operation, scene);
    scene.plan = undefined;
    scene.check(what);
  } catch (error) {
    throw new Error(what, { cause: error });
  }
  if (!scene.isClosed) scene.router.close();
  return scene.fired;
}

describe("a device that calls the pool", () => {
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    test(`from ${name}`, (t) => {
      let runs = 0;
      for (const verb of ["write", "read", "drop"] as const)
        for (const nth of [1, 2]) {
          const moment = { verb, nth };
          if (!ran(operation, moment, () => {}, false, `${name}: nothing`)) continue;
          for (const [called, act] of Object.entries(ACTS)) {
            const zeroize = nth === 2 || called === "close";
            // Which pages are away, and so how often a device is read, the pool's secret decides.
            if (ran(operation, moment, act, zeroize, `${name}: ${called} from ${verb} ${nth}`)) runs += 1;
          }
        }
      t.diagnostic(`${runs} runs`);
      assert.ok(runs >= 10, `${runs} runs`);
    });
  }
});
