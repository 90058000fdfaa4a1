/**
 * connecting.ts - the hello of a client.
 */
import { orAborted } from "../../base/abort.js";
import type { RemotePool } from "../parts/port_types.js";
import { Caller } from "./caller.js";
import { PoolOverPort } from "./remote_pool.js";
import type { CheckedConnect } from "./serve_options.js";

/**
 * @param open options of the pool that the other side is to open, if it opens one
 * @param ended is called when this side closes the connection
 */
export async function connectTo(
  port: unknown,
  { maxInFlightBytes, signal }: CheckedConnect,
  open?: unknown,
  ended: () => unknown = () => undefined,
): Promise<RemotePool> {
  const caller = new Caller(port);
  try {
    const welcome = await orAborted(caller.hello(maxInFlightBytes, open), signal);
    return new PoolOverPort(caller, welcome, ended);
  } catch (error) {
    caller.close();
    throw error;
  }
}
