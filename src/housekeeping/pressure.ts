/**
 * pressure.ts - a pool that makes room when its host is short of memory, and takes it again when the host is
 * not.
 *
 * Off unless asked for; then one timer. A source gives readings. The controller acts on two equal readings in
 * a row: it lowers the pool's limit at once and has memory given back, and it raises the limit in smaller
 * steps. A source that is missing or forbidden says "unknown", and nothing is done.
 */

import type { Pressure, PressureSettings } from "../base/options/pool.js";
import { now, type Timers } from "../base/timers.js";
import type { Router } from "../core/router.js";
import { type PressureMessage, tell } from "../telemetry/channels.js";
import type { Keeper } from "./keeper.js";

/** One step lowers the limit to this part of the bytes that are reserved now. */
const LOWERED: Readonly<Record<"some" | "critical", number>> = { some: 3 / 4, critical: 1 / 2 };
/** One step raises it by this part of maxBytes. */
const RAISED = 1 / 8;
const READINGS = 2;

/** Memory is short when less than this part of it is available. */
const SHORT_PARTS = { some: 0.1, critical: 0.05 };
/** The same in bytes, where the host does not tell how much memory there is. */
const SHORT_BYTES = { some: 256 * 2 ** 20, critical: 128 * 2 ** 20 };
/** Hosts without a limit answer 0, or numbers near 2^63. */
const NO_LIMIT_BYTES = 2 ** 50;
/** A timer that is so late had to wait: the host swaps, or is too busy for other reasons. */
const LATE_MS = 250;

export class PressureController {
  readonly #keeper: Keeper;
  readonly #routerOf: () => Router | undefined;
  readonly #settings: PressureSettings;
  #last: Pressure = "unknown";
  #readings = 0;
  #due = 0;
  #wasHidden = false;
  /** Whether a source was asked and has not answered yet. */
  #asking = false;
  /** Whether an answer could not be acted on. */
  #failed = false;

  /** `routerOf` answers undefined once the pool is closed. */
  constructor(keeper: Keeper, routerOf: () => Router | undefined, settings: PressureSettings) {
    this.#keeper = keeper;
    this.#routerOf = routerOf;
    this.#settings = settings;
  }

  /**
   * Begins to read. Ends with the pool's timers, when the pool is forgotten, and after a fault, which the
   * pool's next user meets.
   */
  watch(timers: Timers): void {
    this.#due = now() + this.#settings.intervalMs;
    timers.every(this, this.#settings.intervalMs, (self) => self.#tick());
  }

  #tick(): boolean {
    const late = now() - this.#due;
    this.#due = now() + this.#settings.intervalMs;
    const hidden = isHidden();
    const slowed = hidden || this.#wasHidden;
    this.#wasHidden = hidden;
    if (this.#routerOf() === undefined || this.#failed) return false;
    const { source } = this.#settings;
    if (source === undefined) this.act(worst(memoryPressure(), slowed ? "unknown" : loopPressure(late)));
    else if (!this.#asking) this.#ask(source);
    return true;
  }

  /** Asks a source. One that takes longer than the interval is not asked again meanwhile. */
  #ask(source: () => Pressure | Promise<Pressure>): void {
    this.#asking = true;
    ask(source)
      .then((reading) => {
        this.#asking = false;
        this.act(reading);
      })
      .catch(() => {
        this.#failed = true;
      });
  }

  /** Takes a reading into account. */
  act(reading: Pressure): void {
    this.#readings = reading === this.#last ? this.#readings + 1 : 1;
    this.#last = reading;
    const router = this.#routerOf();
    if (reading === "unknown" || this.#readings < READINGS || router === undefined) return;
    this.#readings = 0;
    if (reading === "none") {
      if (router.memory.limitBytes < router.memory.maxBytes)
        setLimit(router, router.memory.limitBytes + RAISED * router.memory.maxBytes, reading);
      return;
    }
    const lowered = LOWERED[reading] * Math.min(router.memory.limitBytes, router.memory.reservedBytes);
    const limit = Math.max(this.#settings.minBytes, lowered);
    if (limit >= router.memory.limitBytes) return;
    setLimit(router, limit, reading);
    // Whoever uses the pool next meets a failure.
    this.#keeper.shrink(limit, {}, true, "pressure").catch(() => undefined);
  }
}

/** Sets the limit of linear memory and tells subscribers. */
function setLimit(router: Router, bytes: number, reason: PressureMessage["reason"]): void {
  const previousBytes = router.memory.limitBytes;
  router.memory.limitBytes = bytes;
  const { pool, pressure } = router.diagnostics;
  if (!pressure.hasSubscribers) return;
  const message = {
    pool,
    pages: router.memory.pages,
    bytes: router.memory.limitBytes,
    previousBytes,
    reason,
  };
  tell(pressure, message satisfies PressureMessage);
}

/** The reading of a source; "unknown" when the source fails or says something else. */
async function ask(source: () => Pressure | Promise<Pressure>): Promise<Pressure> {
  try {
    const reading = await source();
    return RANKS.includes(reading) ? reading : "unknown";
  } catch {
    return "unknown";
  }
}

const RANKS: readonly Pressure[] = ["unknown", "none", "some", "critical"];

/** The worse of two readings; if one is unknown, the other. */
function worst(one: Pressure, other: Pressure): Pressure {
  return RANKS[Math.max(RANKS.indexOf(one), RANKS.indexOf(other))] as Pressure;
}

/** What the process object of Node, Electron and Deno tells about memory. Older ones lack either. */
interface MemoryTeller {
  availableMemory?(): number;
  constrainedMemory?(): number | undefined;
}

/**
 * The pressure by the memory that is available to this process (process.availableMemory, Node 20.13 and
 * later) and the bound that is set for it (process.constrainedMemory; of a cgroup, for example). "unknown"
 * where the host does not tell the first.
 */
export function memoryPressure(
  teller: MemoryTeller | undefined = (globalThis as { process?: MemoryTeller }).process,
): Pressure {
  try {
    const available = teller?.availableMemory?.();
    if (available === undefined || !Number.isFinite(available) || available <= 0) return "unknown";
    const all = teller?.constrainedMemory?.();
    const bounded = all !== undefined && all > 0 && all < NO_LIMIT_BYTES;
    const short = (level: "some" | "critical") =>
      available < (bounded ? SHORT_PARTS[level] * all : SHORT_BYTES[level]);
    return short("critical") ? "critical" : short("some") ? "some" : "none";
  } catch {
    // Deno throws where the permission is missing.
    return "unknown";
  }
}

/**
 * Whether this is a page that nobody sees. Browsers let its timers wait, up to a minute, however much memory
 * there is: their delay tells nothing.
 */
function isHidden(): boolean {
  return (globalThis as { document?: { visibilityState?: string } }).document?.visibilityState === "hidden";
}

/** The pressure by the delay of the event loop: a timer was so many milliseconds late. */
function loopPressure(lateMs: number): Pressure {
  return lateMs > LATE_MS ? "some" : "none";
}
