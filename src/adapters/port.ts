/**
 * port.ts - a pool on the other side of a port: of another process, a worker, a frame.
 *
 * One side has the pool and serves it, the other one connects and has the pool's faces, whose verbs answer
 * promises. Calls of one turn go in one message.
 */
import { typeError } from "../base/errors.js";
import type { HostUrl } from "../base/types.js";
import type { Spillway } from "../pool.js";
import type {
  ConnectOptions,
  OffloadOptions,
  PoolClass,
  PortLike,
  RemotePool,
  Served,
  ServeOptions,
  ServeWorkerOptions,
  WorkerLike,
} from "./parts/port_types.js";
import { connectTo } from "./port/connecting.js";
import { offloadTo, serveFromWorker, workerOf } from "./port/offloading.js";
import { checkConnectOptions, checkServeOptions } from "./port/serve_options.js";
import { servedBy } from "./port/serving.js";
import { Session } from "./port/session.js";

export type * from "./parts/port_types.js";

/**
 * Serves a pool to one client. The client opens faces of its own, and has nothing of others. All of it is
 * given back when the client closes the connection, when the port tells that it is gone, or when its lease is
 * over. The pool stays the caller's.
 *
 * @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE
 */
export function serve(pool: Spillway, port: PortLike, options: ServeOptions = {}): Served {
  if (typeof pool?.frontswap !== "function") throw typeError("pool", "a pool", pool);
  return servedBy(new Session(port, checkServeOptions(options), () => pool));
}

/**
 * Connects to a pool that the other side of a port serves.
 *
 * Rejects with ERR_SPILLWAY_PORT_VERSION when the other side has another version of the protocol, with
 * ERR_SPILLWAY_PORT_CLOSED when it is gone, with the signal's reason, or with ERR_SPILLWAY_ARG_TYPE and
 * ERR_SPILLWAY_ARG_RANGE for what is wrong with the arguments.
 */
export async function connect(port: PortLike, options: ConnectOptions = {}): Promise<RemotePool> {
  return connectTo(port, checkConnectOptions(options));
}

/**
 * In a worker: opens a pool when `offload` asks for one, and serves it. Call it once, when the worker starts.
 *
 * @param library the class Spillway
 * @throws ERR_SPILLWAY_UNSUPPORTED outside of a worker
 */
export function serveWorker(library: PoolClass, options: ServeWorkerOptions = {}): Served {
  return serveFromWorker(library, options);
}

/**
 * Opens a pool in a worker that calls `serveWorker`, and connects to it. `close` of the answer closes the
 * pool and ends the worker.
 *
 * Rejects with what the opening of the pool throws; with ERR_SPILLWAY_PORT_CLOSED, whose cause says why, when
 * the worker fails to start; as `connect` does.
 */
export async function offload(
  worker: WorkerLike,
  pool: OffloadOptions,
  options: ConnectOptions = {},
): Promise<RemotePool> {
  return offloadTo(worker, pool, options);
}

/**
 * A worker that serves a pool, made of the addresses of the two modules: what `import.meta.resolve` answers
 * for "spillway" and "spillway/port", or addresses of the files on a server. In a browser the worker is a
 * blob: a policy must allow `worker-src blob:`. Under one that does not, or with a bundler, make the worker
 * of a file that calls `serveWorker`.
 *
 * @throws ERR_SPILLWAY_ARG_TYPE for what is no address; ERR_SPILLWAY_UNSUPPORTED where there are no workers
 */
export function startWorker(urls: { library: string | HostUrl; port: string | HostUrl }): WorkerLike {
  return workerOf(urls);
}
