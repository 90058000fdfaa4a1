/**
 * arrivals.ts - bodies that were read from devices that answer later, held for the verbs that wait for them.
 *
 * A verb that finds a body there has it read and is then tried once more. In between anything may happen to
 * the page. So the verb looks it up anew, and takes what was read only for exactly this body.
 *
 * Keeps: what was read is here only while a verb that asked for it is under way: at most the bodies that it
 *        asked for at once. A read that failed is held as its fault, and fails the page alone.
 */
import type { AwayBody } from "../devices/arena_port.js";
import { DeviceFault } from "../devices/faults.js";
import type { SpillLog } from "../devices/log.js";
import type { ReadResult } from "../devices/reading.js";

interface Arrival {
  body: AwayBody;
  result: ReadResult;
  /** Verbs that asked for it. */
  holds: number;
}

export class Arrivals {
  readonly #log: SpillLog;
  readonly #held = new Map<number, Arrival>();

  constructor(log: SpillLog) {
    this.#log = log;
  }

  /** Bodies that are held. */
  get size(): number {
    return this.#held.size;
  }

  /** What was read of a body; undefined if it is not here. */
  find(body: AwayBody): ReadResult | undefined {
    const arrival = this.#held.get(body.location);
    return arrival !== undefined && isSame(arrival.body, body) ? arrival.result : undefined;
  }

  /** Reads bodies and holds them. Answers what lets go of them, to be called once. Never rejects. */
  async read(bodies: readonly AwayBody[]): Promise<() => void> {
    const results = await this.#log.readMany(bodies);
    const held: Arrival[] = [];
    for (const [i, body] of bodies.entries()) {
      const result = results[i] as ReadResult;
      // The page lies elsewhere by now.
      if (!(result instanceof DeviceFault && result.kind === "stale")) held.push(this.#hold(body, result));
    }
    return () => {
      for (const arrival of held) this.#letGo(arrival);
    };
  }

  #hold(body: AwayBody, result: ReadResult): Arrival {
    const known = this.#held.get(body.location);
    if (known !== undefined && isSame(known.body, body)) {
      known.holds += 1;
      // Whoever asked again has the newer answer.
      known.result = result;
      return known;
    }
    const arrival = { body, result, holds: 1 };
    this.#held.set(body.location, arrival);
    return arrival;
  }

  #letGo(arrival: Arrival): void {
    arrival.holds -= 1;
    const { location } = arrival.body;
    if (arrival.holds === 0 && this.#held.get(location) === arrival) this.#held.delete(location);
  }
}

/** Whether two names are of the same bytes: a place, and what was sealed there. */
function isSame(one: AwayBody, other: AwayBody): boolean {
  return (
    one.location === other.location &&
    one.keyLow === other.keyLow &&
    one.keyHigh === other.keyHigh &&
    one.shape === other.shape &&
    one.stored === other.stored
  );
}
