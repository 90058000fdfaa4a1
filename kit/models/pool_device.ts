/**
 * pool_device.ts - the device of a model's pool: in memory, small, and in trouble at times.
 *
 * What a load must come to is known beforehand: the trouble of the moment decides, or that the segment was
 * lost. Its clock stands until the run moves it, so a seed repeats a run.
 */

import {
  type DeviceCall,
  type MemoryDevice,
  memoryDevice,
  type PromptAct,
} from "#lib/adapters/device_test.js";
import type { SpillwayErrorCode } from "#lib/base/errors.js";
import type { Router } from "#lib/core/router.js";
import { HOST_CLOCK } from "#lib/devices/clock.js";
import type { SpillLog } from "#lib/devices/log.js";
import { segmentBytesOf } from "#lib/devices/segments.js";
import type { Address } from "#lib/engine/address.js";
import type { Random } from "../random.js";

/** Whether the pool has a device, and whether bodies are sealed there. */
export type DeviceKind = "none" | "plain" | "sealed";

type Trouble = "none" | "full" | "write" | "read" | "wrong";

/** How long the run may wait, in milliseconds: a breaker tries again after 1,000 to 75,000. */
const WAITS = [10, 1000, 100_000];
/** Segments that the device may hold: from too few to clean, to more than the pages of a run fill. */
const SEGMENTS_MIN = 3;
const SEGMENTS_MORE = 24;

export class PoolDevice {
  readonly device: MemoryDevice;
  trouble: Trouble = "none";
  readonly #random: Random;
  readonly #troubles: readonly Trouble[];
  /** Segments whose bytes are gone. */
  readonly #lost = new Set<number>();
  #now = 0;

  /** `believing`: the hash cannot tell wrong bytes, so only a seal can. */
  constructor(random: Random, kind: "plain" | "sealed", pageSize: number, believing: boolean) {
    this.#random = random;
    const honest = believing && kind === "plain";
    this.#troubles = ["none", "none", "none", "none", "full", "write", "read", honest ? "read" : "wrong"];
    const maxBytes = (SEGMENTS_MIN + random.below(SEGMENTS_MORE)) * segmentBytesOf(pageSize);
    const script = (call: DeviceCall) => this.#act(call);
    this.device = memoryDevice({ encrypt: kind === "sealed", maxBytes, script });
    HOST_CLOCK.now = () => this.#now;
    HOST_CLOCK.draw = () => 0.5;
  }

  #act({ verb, segment }: DeviceCall): PromptAct | undefined {
    const { trouble } = this;
    if (verb === "write") {
      if (trouble === "write") return { error: new Error("EIO") };
      if (trouble === "full") return "full";
      this.#lost.delete(segment);
    } else if (verb === "read") {
      if (this.#lost.has(segment)) return "lost";
      if (trouble === "read") return { error: new Error("EIO") };
      if (trouble === "wrong") return "wrong";
    }
    return undefined;
  }

  /** Trouble comes or goes; answers which there is. */
  change(): Trouble {
    this.trouble = this.#random.pick(this.#troubles);
    return this.trouble;
  }

  /** The run's clock goes on. */
  wait(): void {
    this.#now += this.#random.pick(WAITS);
  }

  /**
   * Cleans, as far as there is anything to clean; answers how many bodies were moved. Not while reads are
   * wrong: the log moves bodies as it reads them, and what is wrong would stay so.
   */
  clean(log: SpillLog): number {
    return this.trouble === "wrong" ? 0 : (log.clean(Number.POSITIVE_INFINITY) as number);
  }

  /** Loses a segment, if there is one. */
  lose(): boolean {
    const segments = [...this.device.segments.keys()];
    if (segments.length === 0) return false;
    this.#lost.add(this.#random.pick(segments));
    return true;
  }

  /** Whether every page on the device can be read. */
  get isWell(): boolean {
    return this.#lost.size === 0 && this.trouble !== "read" && this.trouble !== "wrong";
  }

  /** The code of the error that a load of the page must throw now; undefined if it must go well. */
  fate(router: Router, address: Address): SpillwayErrorCode | undefined {
    const { log } = router.spilled as NonNullable<Router["spilled"]>;
    for (const arena of router.memory.each()) {
      const body = arena.spill.find(address.area, address.offset);
      if (body === undefined) continue;
      const segment = Math.floor(body.location / (log.segmentBytes >>> log.unitBits));
      if (this.#lost.has(segment) || this.trouble === "read") return "ERR_SPILLWAY_DEVICE";
      return this.trouble === "wrong" ? "ERR_SPILLWAY_DAMAGED" : undefined;
    }
    return undefined;
  }
}
