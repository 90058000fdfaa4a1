/**
 * duplex.ts - a port of any kind as one thing: it posts, it listens, it tells when the other side is gone.
 *
 *   a web MessagePort, a Worker, a worker's own scope, Node's MessagePort   addEventListener, event.data
 *   Electron's MessagePortMain and parentPort                               on, start, event.data
 *   Node's Worker                                                           on, the message itself
 *   a child process, or `process` in one                                    send, on, the message itself
 *
 * Electron's ports transfer other ports only: an array that is in the list of what is transferred loses the
 * whole message.
 */
import { typeError } from "../../base/errors.js";
import { readForeign } from "../../base/foreign.js";

/** Members that a port may have. */
interface AnyPort {
  postMessage?(message: unknown, transfer?: unknown[]): void;
  send?(message: unknown, done: (error: unknown) => void): unknown;
  addEventListener?(type: string, listener: (event: { data?: unknown }) => void): void;
  removeEventListener?(type: string, listener: (event: { data?: unknown }) => void): void;
  on?(type: string, listener: (message: unknown) => void): unknown;
  off?(type: string, listener: (message: unknown) => void): unknown;
  start?(): void;
  close?(): void;
  ref?(): void;
  unref?(): void;
  channel?: { ref?(): void; unref?(): void } | null;
}

export interface Listeners {
  /** A message, as it came. */
  message(data: unknown): void;
  /** The other side is gone, or the port is closed. */
  gone(): void;
}

export interface Duplex {
  readonly canTransfer: boolean;
  /** Throws what the host throws for a message that cannot be cloned. */
  post(message: unknown, transfer: readonly ArrayBufferLike[]): void;
  /** Whether the port keeps the process alive, where that is known. */
  keepAlive(on: boolean): void;
  /** Listens no more, and closes the port. Workers and processes are not ended, and keep their channels. */
  close(): void;
}

const GONE = ["close", "exit", "disconnect"];

/**
 * @param listeners are called from then on, never before this returns
 * @throws ERR_SPILLWAY_ARG_TYPE for what is no port
 */
export function duplexOf(value: unknown, listeners: Listeners): Duplex {
  const port = value as AnyPort;
  const isObject = (typeof value === "object" || typeof value === "function") && value !== null;
  const kind = isObject ? readForeign("port", () => kindOf(port)) : undefined;
  if (kind === undefined)
    throw typeError("port", "a MessagePort, a worker, or a process with a channel", value);
  const stop = kind === "target" ? listenToTarget(port, listeners) : listenToEmitter(port, listeners);
  return {
    canTransfer: kind === "target" || "threadId" in port,
    post(message, transfer) {
      if (kind === "process") port.send?.(message, () => undefined);
      else if (transfer.length === 0) port.postMessage?.(message);
      else port.postMessage?.(message, transfer as unknown[]);
    },
    keepAlive: (on) => keepAlive(kind === "process" ? port.channel : port, on),
    close() {
      stop();
      if (kind !== "process" && value !== globalThis && !isWorker(port)) port.close?.();
    },
  };
}

type PortKind = "target" | "emitter" | "process";

function kindOf(port: AnyPort): PortKind | undefined {
  if (typeof port.postMessage === "function") {
    if (typeof port.addEventListener === "function") return "target";
    if (typeof port.on === "function") return "emitter";
  }
  if (typeof port.send === "function" && typeof port.on === "function") return "process";
  return undefined;
}

/** A worker is ended by its owner, not by a connection to it. */
const isWorker = (port: AnyPort) => "terminate" in port;

function listenToTarget(port: AnyPort, { message, gone }: Listeners): () => void {
  const hear = (event: { data?: unknown }) => message(event.data);
  const events = [
    ["message", hear],
    ["close", gone],
  ] as const;
  for (const [type, listener] of events) port.addEventListener?.(type, listener);
  // Ports of web pages wait for this; workers have no such method.
  if (!isWorker(port)) port.start?.();
  return () => {
    for (const [type, listener] of events) port.removeEventListener?.(type, listener);
  };
}

function listenToEmitter(port: AnyPort, { message, gone }: Listeners): () => void {
  const hear = (one: unknown) => message(Array.isArray(one) ? one : (one as { data?: unknown } | null)?.data);
  port.on?.("message", hear);
  for (const type of GONE) port.on?.(type, gone);
  port.start?.();
  return () => {
    port.off?.("message", hear);
    for (const type of GONE) port.off?.(type, gone);
  };
}

function keepAlive(port: { ref?(): void; unref?(): void } | null | undefined, on: boolean): void {
  if (on) port?.ref?.();
  else port?.unref?.();
}
