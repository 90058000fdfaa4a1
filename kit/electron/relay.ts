/**
 * relay.ts - ports whose other end is in another process: messages and ends, told by number.
 */
import { channelMain, type PortMain } from "../ports.js";

/** What goes between two processes. */
export type Wire =
  | readonly ["message", data: unknown, ports: readonly number[], channel?: string]
  | readonly ["port", number: number, data: unknown]
  | readonly ["close", number: number];

/** The ports that one process has given to another. */
export class Relay {
  readonly #ports = new Map<number, PortMain>();
  readonly #send: (wire: Wire) => void;
  #last = 0;

  constructor(send: (wire: Wire) => void) {
    this.#send = send;
  }

  /** Gives a port to the other process; its number there. */
  give(port: PortMain): number {
    this.#last += 1;
    this.#join(this.#last, port);
    return this.#last;
  }

  /** A port that the other process has given under this number. */
  take(number: number): PortMain {
    const { port1, port2 } = channelMain();
    this.#join(number, port1);
    return port2;
  }

  #join(number: number, port: PortMain): void {
    this.#ports.set(number, port);
    port.on("message", ({ data }: { data: unknown }) => this.#send(["port", number, data]));
    port.on("close", () => {
      if (this.#ports.delete(number)) this.#send(["close", number]);
    });
    port.start();
  }

  /** What came from the other process for one of the ports. */
  hear([kind, number, data]: Wire): void {
    const port = this.#ports.get(number as number);
    if (kind === "port") port?.postMessage(data);
    else if (kind === "close") {
      this.#ports.delete(number as number);
      port?.close();
    }
  }

  /** The other process is gone, and its ends of the ports with it. */
  end(): void {
    const ports = [...this.#ports.values()];
    this.#ports.clear();
    for (const port of ports) port.close();
  }
}
