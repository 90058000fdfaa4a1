/**
 * pressure.ts - a pool that makes room when its host is short of memory, and takes it again when the host is not.
 *
 * Off unless asked for, and then one timer. A reading is what a source says; the controller acts on two equal readings in a
 * row: it lowers the pool's limit at once and has memory given back, and it raises the limit in smaller steps than it lowers
 * it. A source that is missing or forbidden says "unknown", on which nothing is done.
 */
import type { Arenas } from "./arenas.js";
import { type PressureMessage, tell } from "./diagnostics.js";
import type { Keeper } from "./keeper.js";
import type { Pressure, PressureSettings } from "./options.js";
import { now, type Timers } from "./timers.js";

/** How far one step lowers the limit: to this part of what is reserved now. */
const LOWERED: Readonly<Record<"some" | "critical", number>> = { some: 3 / 4, critical: 1 / 2 };
/** How far one step raises it: by this part of maxBytes. */
const RAISED = 1 / 8;
const READINGS = 2;

/** Parts of all memory: less than this available is too little. */
const SHORT_PARTS = { some: 0.1, critical: 0.05 };
/** The same in bytes, where nobody says how much there is in all. */
const SHORT_BYTES = { some: 256 * 2 ** 20, critical: 128 * 2 ** 20 };
/** Hosts without a limit answer 0, or numbers near 2^63. */
const NO_LIMIT_BYTES = 2 ** 50;
/** A timer that is late by this much had to wait: the host swaps, or is too busy for other reasons. */
const LATE_MS = 250;

export class PressureController {
  readonly #keeper: Keeper;
  readonly #arenasOf: () => Arenas | undefined;
  readonly #settings: PressureSettings;
  #last: Pressure = "unknown";
  #readings = 0;
  #due = 0;
  /** Whether the source has been asked and has not answered yet. */
  #asking = false;
  /** Whether an answer could not be acted on. */
  #failed = false;

  /** `arenasOf` answers undefined once the pool is closed. */
  constructor(keeper: Keeper, arenasOf: () => Arenas | undefined, settings: PressureSettings) {
    this.#keeper = keeper;
    this.#arenasOf = arenasOf;
    this.#settings = settings;
  }

  /** Begins to read. Ends with the pool's timers, when the pool is forgotten, and after a fault, which its next user meets. */
  watch(timers: Timers): void {
    this.#due = now() + this.#settings.intervalMs;
    timers.every(this, this.#settings.intervalMs, (self) => self.#tick());
  }

  #tick(): boolean {
    const late = now() - this.#due;
    this.#due = now() + this.#settings.intervalMs;
    if (this.#arenasOf() === undefined || this.#failed) return false;
    const { source } = this.#settings;
    if (source === undefined) this.act(worst(memoryPressure(), loopPressure(late)));
    else if (!this.#asking) this.#ask(source);
    return true;
  }

  /** A source that takes longer than the interval is not asked again meanwhile. */
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
    const arenas = this.#arenasOf();
    if (reading === "unknown" || this.#readings < READINGS || arenas === undefined) return;
    this.#readings = 0;
    if (reading === "none") {
      if (arenas.memory.limitBytes < arenas.memory.maxBytes)
        setLimit(arenas, arenas.memory.limitBytes + RAISED * arenas.memory.maxBytes, reading);
      return;
    }
    const lowered = LOWERED[reading] * Math.min(arenas.memory.limitBytes, arenas.memory.reservedBytes);
    const limit = Math.max(this.#settings.minBytes, lowered);
    if (limit >= arenas.memory.limitBytes) return;
    setLimit(arenas, limit, reading);
    // A failure is met by whoever uses the pool next.
    this.#keeper.shrink(limit, {}, true, "pressure").catch(() => undefined);
  }
}

function setLimit(arenas: Arenas, bytes: number, reason: PressureMessage["reason"]): void {
  const previousBytes = arenas.memory.limitBytes;
  arenas.memory.limitBytes = bytes;
  const { pool, pressure } = arenas.diagnostics;
  if (!pressure.hasSubscribers) return;
  const message = {
    pool,
    pages: arenas.memory.pages,
    bytes: arenas.memory.limitBytes,
    previousBytes,
    reason,
  };
  tell(pressure, message satisfies PressureMessage);
}

/** What a source says; "unknown" when it fails or says something else. */
async function ask(source: () => Pressure | Promise<Pressure>): Promise<Pressure> {
  try {
    const reading = await source();
    return RANKS.includes(reading) ? reading : "unknown";
  } catch {
    return "unknown";
  }
}

const RANKS: readonly Pressure[] = ["unknown", "none", "some", "critical"];

/** The worse of two readings; what is known, if only one is. */
function worst(one: Pressure, other: Pressure): Pressure {
  return RANKS[Math.max(RANKS.indexOf(one), RANKS.indexOf(other))] as Pressure;
}

/** What the process object of Node, Electron and Deno tells about memory, as far as it is there. */
interface MemoryTeller {
  availableMemory?(): number;
  constrainedMemory?(): number | undefined;
}

/**
 * From what is available to this process (process.availableMemory, Node 20.13 and later) and the bound set for it
 * (process.constrainedMemory; a cgroup's, say). "unknown" where the host tells neither.
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

/** From the delay of the event loop: how late, in milliseconds, a timer was. */
function loopPressure(lateMs: number): Pressure {
  return lateMs > LATE_MS ? "some" : "none";
}
