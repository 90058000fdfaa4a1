/**
 * stack.ts - calls from where the call stack ends: every public verb, from the catch handlers of a recursion
 * that went too deep.
 *
 * The verb is called again and again while the recursion returns, so it meets every amount of stack that may
 * be left. After each dive the pool checks itself, and each page is the older or the newer one, whole; or the
 * pool has failed and says so. The file imports nothing but types, so it runs in every host.
 */
import type { Cleancache, Frontswap, Spillway } from "spillway";

const PAGE = 4096;
const KEYS = 16;

export interface Dives {
  /** Calls that answered, calls that had no room on the stack, and calls to a pool that has failed. */
  answers: number;
  full: number;
  faults: number;
}

interface Plan {
  /** Levels above the end that are passed over. */
  skip: number;
  /** Levels that are tried at most. */
  tries: number;
  /** True once it has been called often enough. */
  verb: () => boolean;
}

/** Goes down to the end of the stack, and calls the verb at each level on the way back. */
function dive(plan: Plan): void {
  try {
    dive(plan);
  } catch (end) {
    if (plan.skip > 0) plan.skip -= 1;
    else if (plan.tries > 0) {
      plan.tries -= 1;
      if (plan.verb()) plan.tries = 0;
    }
    if (plan.tries > 0) throw end;
  }
}

function pageOf(stamp: number, bytes: number): Uint8Array {
  const page = new Uint8Array(bytes);
  // Noise, few letters or one byte, so that pages take every way through the engine.
  let state = stamp * 2654435761;
  for (let i = 0; i < bytes; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    page[i] = stamp % 3 === 0 ? state >>> 24 : stamp % 3 === 1 ? (i * (1 + (stamp & 7))) & 15 : stamp & 255;
  }
  new DataView(page.buffer).setUint32(0, stamp);
  return page;
}

/**
 * `below` answers a random integer from 0 to its argument less one. Throws where something is not as it
 * should be.
 */
export function dives(
  openSync: typeof Spillway.openSync,
  rounds: number,
  below: (n: number) => number,
): Dives {
  const seen: Dives = { answers: 0, full: 0, faults: 0 };
  let pool = openSync({ maxBytes: "2MiB", autoShrink: false });
  let swap!: Frontswap;
  let cache!: Cleancache;
  let fs = 0;
  /**
   * Stamps that each key may have: the page that is known to be there, and those whose store was begun since.
   */
  let may: Set<number>[] = [];
  let stamp = 0;
  const renew = () => {
    pool = openSync({ maxBytes: "2MiB", autoShrink: false });
    swap = pool.frontswap();
    swap.init(0);
    cache = pool.cleancache();
    fs = cache.initFs();
    may = Array.from({ length: KEYS }, () => new Set<number>([-1]));
  };
  renew();
  const back = new Uint8Array(PAGE);
  const check = (bytes: number, stamps: Set<number>) => {
    const found = bytes === 0 ? -1 : new DataView(back.buffer).getUint32(0);
    if (!stamps.has(found)) throw new Error(`found ${found}, not one of ${[...stamps].join(" ")}`);
    const page = found < 0 ? new Uint8Array() : pageOf(found, bytes);
    if (page.some((byte, i) => byte !== back[i])) throw new Error(`page ${found} has other bytes`);
    return found;
  };
  const small = new Uint8Array(100);
  for (let round = 0; round < rounds; round++) {
    const key = below(KEYS);
    const mine = may[key] as Set<number>;
    const page = pageOf(++stamp, 100 + below(PAGE - 99));
    const verbs: (() => unknown)[] = [
      () => swap.store(0, key, page),
      () => swap.store(0, key, page, { kind: "f64" }),
      () => swap.load(0, key, back),
      () => swap.storeMany(0, [key, key], [page, page]),
      () => swap.loadMany(0, [key, key + 1], [back, new Uint8Array(PAGE)]),
      () => swap.invalidatePage(0, key),
      () => swap.pageLength(0, key),
      () => swap.currPages(0),
      () => swap.init(1),
      () => swap.store(1, key, small),
      () => swap.invalidateArea(1),
      () => swap.stats(),
      () => swap.resetPeaks(),
      () => cache.putPage(fs, below(4), key, page),
      () => cache.getPage(fs, below(4), key, new Uint8Array(PAGE)),
      () => cache.invalidateInode(fs, below(4)),
      () => cache.invalidateFs(cache.initFs()),
      () => pool.frontswap().close(),
      () => pool.cleancache().close(),
      () => pool.stats(),
      () => pool.selfCheck(),
      () => pool.freeableBytes(),
      () => (pool.codec = "lz4"),
      () => void pool.snapshot().cancel(),
    ];
    const at = round % verbs.length;
    if (at === 0 || at === 1 || at === 3) mine.add(stamp);
    if (at === 0 || at === 1 || at === 3 || at === 5) mine.add(-1);
    const verb = verbs[at] as () => unknown;
    let left = 1 + below(4);
    dive({
      skip: below(3) === 0 ? below(300) : 0,
      tries: 5000,
      verb: () => {
        try {
          verb();
          seen.answers += 1;
          left -= 1;
        } catch (error) {
          const { code } = error as { code?: string };
          if (code === "ERR_SPILLWAY_ENGINE_FAULT") seen.faults += 1;
          else seen.full += 1;
        }
        return left === 0;
      },
    });
    try {
      const finding = pool.selfCheck();
      if (finding !== 0) throw new Error(`self check ${finding} after verb ${at} of round ${round}`);
      for (let k = 0; k < KEYS; k++) {
        const stamps = may[k] as Set<number>;
        may[k] = new Set([check(swap.loadBytes(0, k, back), stamps)]);
      }
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_SPILLWAY_ENGINE_FAULT") throw error;
      renew();
    }
  }
  pool.close();
  return seen;
}
