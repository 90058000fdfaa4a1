/**
 * offloading.ts - a pool in a worker: values and pages are stored and loaded off the main thread.
 */
import { SpillwayError, SpillwayTypeError, show, typeError } from "../../base/errors.js";
import { readForeign } from "../../base/foreign.js";
import type { SpillwayOptions } from "../../base/options/pool.js";
import type { Spillway } from "../../pool.js";
import type {
  ConnectOptions,
  OffloadOptions,
  PoolClass,
  PortLike,
  RemotePool,
  Served,
  ServeWorkerOptions,
  WorkerLike,
} from "../parts/port_types.js";
import { connectTo } from "./connecting.js";
import { checkConnectOptions, checkServeOptions } from "./serve_options.js";
import { servedBy } from "./serving.js";
import { Session } from "./session.js";

/** As much of a worker as is used here. */
interface AnyWorker {
  terminate?(): unknown;
  addEventListener?(type: string, listener: (event: unknown) => void): void;
  removeEventListener?(type: string, listener: (event: unknown) => void): void;
  on?(type: string, listener: (error: unknown) => void): void;
  off?(type: string, listener: (error: unknown) => void): void;
}

interface Host {
  process?: { getBuiltinModule?(name: string): unknown };
  Worker?: new (url: string, options: { type: "module" }) => WorkerLike;
  Blob?: new (parts: string[], options: { type: string }) => object;
  URL: { createObjectURL?(blob: object): string; revokeObjectURL?(url: string): void };
}

interface Threads {
  parentPort: PortLike | null;
  Worker: new (url: URL) => WorkerLike;
}

function threads(): Threads | undefined {
  return (globalThis as unknown as Host).process?.getBuiltinModule?.("node:worker_threads") as
    | Threads
    | undefined;
}

export function serveFromWorker(library: PoolClass, options: ServeWorkerOptions): Served {
  if (typeof library?.openSync !== "function") throw typeError("library", "the class Spillway", library);
  const { open = (sent: unknown) => sent as SpillwayOptions, ...rest } = options;
  if (typeof open !== "function") throw typeError("options.open", "a function", open);
  const port = threads()?.parentPort ?? ownScope();
  let pool: Spillway | undefined;
  const session = new Session(port, checkServeOptions(rest), (sent) => {
    pool = library.openSync(open(sent));
    return pool;
  });
  void session.closed.then(() => pool?.close());
  return servedBy(session);
}

/** The scope of a worker of the web. */
function ownScope(): PortLike {
  const scope = globalThis as unknown as Partial<PortLike> & { document?: unknown };
  const isWorker =
    "postMessage" in scope && typeof scope.postMessage === "function" && scope.document === undefined;
  if (isWorker) return scope as PortLike;
  throw new SpillwayError("ERR_SPILLWAY_UNSUPPORTED", "serveWorker is for workers, and this is none");
}

export async function offloadTo(
  worker: WorkerLike,
  pool: OffloadOptions,
  options: ConnectOptions,
): Promise<RemotePool> {
  const checked = checkConnectOptions(options);
  const one = worker as AnyWorker;
  if (typeof one?.terminate !== "function") throw typeError("worker", "a Worker", worker);
  const sent = { ...pool };
  const failure = failureOf(one);
  try {
    const end = () => one.terminate?.();
    return await Promise.race([connectTo(worker, checked, sent, end), failure.promise]);
  } catch (error) {
    await one.terminate();
    throw error;
  } finally {
    failure.stop();
  }
}

/** Rejects when the worker fails before it has answered. */
function failureOf(worker: AnyWorker): { promise: Promise<never>; stop(): void } {
  let fail = (_cause: unknown) => {};
  const promise = new Promise<never>((_, reject) => {
    fail = (cause) => {
      const why = show((cause as { message?: unknown } | null)?.message ?? cause);
      reject(new SpillwayError("ERR_SPILLWAY_PORT_CLOSED", `the worker failed to start: ${why}`, { cause }));
    };
  });
  promise.catch(() => undefined);
  const isTarget = typeof worker.addEventListener === "function";
  if (isTarget) worker.addEventListener?.("error", fail);
  else worker.on?.("error", fail);
  const stop = () => (isTarget ? worker.removeEventListener?.("error", fail) : worker.off?.("error", fail));
  return { promise, stop };
}

export function workerOf(urls: { library: string | URL; port: string | URL }): WorkerLike {
  const { library, port } = readForeign("urls", () => ({ ...urls }));
  const [from, to] = [address("library", library), address("port", port)];
  const code = `import{Spillway}from${from};import{serveWorker}from${to};serveWorker(Spillway)`;
  const { Worker, Blob, URL: urlClass } = globalThis as unknown as Host;
  const node = threads();
  if (node !== undefined) return new node.Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  if (Worker === undefined || Blob === undefined || urlClass.createObjectURL === undefined)
    throw new SpillwayError("ERR_SPILLWAY_UNSUPPORTED", "this host has no workers");
  const url = urlClass.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    return new Worker(url, { type: "module" });
  } finally {
    // The worker has begun to read it.
    setTimeout(() => urlClass.revokeObjectURL?.(url), 10_000);
  }
}

/** An absolute address, as the literal of a string. */
function address(what: string, value: unknown): string {
  try {
    if (typeof value !== "string" && !(value instanceof URL)) throw typeError(what, "an address", value);
    return JSON.stringify(new URL(value).href);
  } catch (cause) {
    throw new SpillwayTypeError(
      "ERR_SPILLWAY_ARG_TYPE",
      `${what} must be an absolute address, got ${show(value)}`,
      value,
      { cause },
    );
  }
}
