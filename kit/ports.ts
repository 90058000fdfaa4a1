/**
 * ports.ts - two sides of a port for tests: a pool that is served, a client that is connected.
 */
import { EventEmitter } from "node:events";
import { Spillway, type SpillwayOptions } from "spillway";
import {
  type ConnectOptions,
  connect,
  type RemotePool,
  type Served,
  type ServeOptions,
  serve,
} from "spillway/port";

export interface Linked {
  pool: Spillway;
  served: Served;
  remote: RemotePool;
  /** The client's end. */
  end: MessagePort;
}

/** A pool and a client of it over a MessageChannel. */
export async function link(
  options: Partial<SpillwayOptions> = {},
  serving: ServeOptions = {},
  connecting: ConnectOptions = {},
): Promise<Linked> {
  const pool = Spillway.openSync({ maxBytes: "16MiB", ...options });
  return { pool, ...(await linkTo(pool, serving, connecting)) };
}

/** One more client of a pool. */
export async function linkTo(pool: Spillway, serving: ServeOptions = {}, connecting: ConnectOptions = {}) {
  const { port1, port2 } = new MessageChannel();
  const served = serve(pool, port1, serving);
  return { served, remote: await connect(port2, connecting), end: port2 };
}

/** A message as a port carries it, or the error of a value that cannot be cloned. */
type Carry = (message: unknown) => unknown;

/**
 * A port with the members of Electron's MessagePortMain: `on`, `start`, a `data` in each event. Like it, it
 * transfers ports only: with an array in that list it throws, as Electron does since version 24.
 */
export class PortMain extends EventEmitter {
  other: PortMain | undefined;
  #queue: unknown[] | undefined = [];
  readonly #carry: Carry;

  constructor(carry: Carry) {
    super();
    this.#carry = carry;
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new TypeError("Invalid value for transfer");
    const data = this.#carry(message);
    setImmediate(() => this.other?.hear(data));
  }

  hear(data: unknown): void {
    if (this.#queue !== undefined) this.#queue.push(data);
    else this.emit("message", { data, ports: [] });
  }

  start(): void {
    const queue = this.#queue ?? [];
    this.#queue = undefined;
    for (const data of queue) this.emit("message", { data, ports: [] });
  }

  close(): void {
    const { other } = this;
    this.other = undefined;
    if (other === undefined) return;
    other.other = undefined;
    setImmediate(() => other.emit("close"));
  }
}

/** A channel of two such ports. */
export function channelMain(carry: Carry = structuredClone): { port1: PortMain; port2: PortMain } {
  const [port1, port2] = [new PortMain(carry), new PortMain(carry)];
  port1.other = port2;
  port2.other = port1;
  return { port1, port2 };
}
