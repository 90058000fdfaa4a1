/**
 * serving.ts - a session as its server sees it.
 */
import type { Served } from "../parts/port_types.js";
import type { Session } from "./session.js";

// Hosts without the symbol get the one that the helpers of compilers look for.
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

export function servedBy(session: Session): Served {
  return {
    closed: session.closed,
    stats: () => session.stats(),
    close: () => session.end("close"),
    async [asyncDispose]() {
      session.end("close");
      await session.closed;
    },
  };
}
