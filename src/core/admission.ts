/**
 * admission.ts - whether the pool accepts stores at present, before any arena is asked: not while it is
 * frozen, not in shadow mode and, with autoOff, not while it does not pay.
 *
 * Owns:   the pool's frozen state, the shadow, the judgement of autoOff; counters of stores that no arena has
 *         seen.
 * Cost:   three comparisons for a store to a pool that accepts.
 */

import * as abi from "../abi.js";
import { lengthOf } from "../base/foreign.js";
import { drawSeed } from "../base/host.js";
import type { CheckedOptions } from "../base/options/pool.js";
import type { Address } from "../engine/address.js";
import { NO_AREA } from "../engine/keys.js";
import { AutoOff } from "../estimate/auto_off.js";
import { Shadow } from "../estimate/shadow.js";
import type { ArenaSet } from "./arena_set.js";
import type { Loads } from "./load.js";
import type { Registry } from "./registry.js";
import type { Spilled } from "./spilled.js";

const { Status } = abi;

/** A store that may go on to the arenas. */
export const ADMITTED = 1;

export class Admission {
  /** While true stores are refused. All else goes on, moving pages and giving back memory as well. */
  frozen = false;
  /** In shadow mode: looks at the pages instead of the arenas. */
  readonly shadow: Shadow | undefined;
  refusedFrozen = 0;
  refusedOff = 0;
  readonly #autoOff: AutoOff | undefined;
  readonly #registry: Registry;
  readonly #loads: Loads;

  constructor(
    options: CheckedOptions,
    memory: ArenaSet,
    registry: Registry,
    loads: Loads,
    spilled: Spilled | undefined,
  ) {
    this.#registry = registry;
    this.#loads = loads;
    if (options.autoOff) this.#autoOff = new AutoOff();
    if (!options.shadow) return;
    this.shadow = new Shadow(() => memory.current, options, memory.maxBytes, drawSeed(), spilled?.log.behind);
  }

  /** Whether a store would be accepted that is neither frozen nor a probe of autoOff. */
  get accepting(): boolean {
    return this.shadow === undefined && this.#autoOff?.accepting !== false;
  }

  /**
   * ADMITTED, or the Status with which the store of this page is refused. A store to no area is the engine's
   * to refuse.
   */
  admit(address: Address, page: Uint8Array, kind: number): number {
    const { area } = address;
    if (area === NO_AREA) return ADMITTED;
    if (this.frozen) {
      this.refusedFrozen += 1;
      return Status.FROZEN;
    }
    if (this.shadow !== undefined) {
      this.shadow.offer(address, this.#registry.areas.get(area)?.scope ?? 0, page, kind);
      return Status.SHADOW;
    }
    if (this.#autoOff === undefined || !this.#autoOff.refuses()) return ADMITTED;
    this.refusedOff += 1;
    return Status.OFF;
  }

  /**
   * To be called after a store that was admitted: lets autoOff, if it wants this one, judge what the page
   * keeps.
   */
  settle(address: Address, page: Uint8Array, status: number): void {
    if (this.#autoOff === undefined || address.area === NO_AREA || !this.#autoOff.due()) return;
    const bytes = lengthOf(page);
    // The page may be gone again: a batch stores one key twice, and the later page finds no room.
    const kept = status === Status.STORED ? this.#loads.keptBytes(address) : -1;
    if (status === Status.POOR) this.#autoOff.judge(bytes, bytes);
    else if (kept < 0) this.#autoOff.skip();
    else this.#autoOff.judge(bytes, kept);
  }
}
