/**
 * measure_values_liar.ts - makes the maps of the library lie about one key. Loaded by NODE_OPTIONS into the
 * command and the processes it starts; the environment variable LIE names the way.
 */
import { Spillway } from "spillway";

type Get = (key: string) => unknown;

/** The key that is lied about. */
const VICTIM = "3";

const LIES: Record<string, (get: Get) => unknown> = {
  other: (get) => ({ ...(get(VICTIM) as object), more: 1 }),
  neighbour: (get) => get("4"),
  gone: () => undefined,
  throw: () => {
    throw new Error("damaged\non purpose");
  },
};

const lie = LIES[process.env.LIE ?? ""];
if (lie === undefined) throw new Error(`LIE must be one of ${Object.keys(LIES)}`);
const map: { get: Get } = Object.getPrototypeOf(Spillway.openSync({ maxBytes: "1MiB" }).map());
const honest = map.get;
map.get = function (this: unknown, key: string) {
  const get: Get = (one) => honest.call(this, one);
  return key === VICTIM ? lie(get) : get(key);
};
