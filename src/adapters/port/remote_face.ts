/**
 * remote_face.ts - what all faces of a client have: a number at the server, a name, an end.
 */

import { type AbortSignalLike, checkSignal } from "../../base/abort.js";
import { SpillwayTypeError, typeError } from "../../base/errors.js";
import { readOptions } from "../../base/foreign.js";
import type { HostAsyncDisposable } from "../../base/types.js";
import type { CallOptions, RemoteFace } from "../parts/port_types.js";
import type { Caller, CallParts } from "./caller.js";
import type { Decode } from "./packing.js";
import { asValue, nothing } from "./results.js";
import { CALL_COST, type Verb } from "./wire.js";

// Hosts without the symbol get the one that the helpers of compilers look for.
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

/** A call without the number of its face. */
export type FaceCall<T> = Omit<CallParts<T>, "face">;

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the class has the method of the interface.
export abstract class Face implements RemoteFace {
  readonly name: string;
  readonly #caller: Caller;
  readonly #number: number;
  #closing: Promise<void> | undefined;

  constructor(caller: Caller, number: number, name: string) {
    this.#caller = caller;
    this.#number = number;
    this.name = name;
  }

  protected ask<T>(parts: FaceCall<T>): Promise<T> {
    if (this.#closing !== undefined)
      return Promise.reject(new SpillwayTypeError("ERR_SPILLWAY_CLOSED", `${this.name} is closed`));
    return this.#caller.call({ face: this.#number, ...parts });
  }

  /** A verb without bytes. */
  protected verb<T>(verb: Verb, args: readonly unknown[], decode: Decode<T>): Promise<T> {
    return this.ask({ verb, args, decode });
  }

  protected figures<T>(): Promise<T> {
    return this.ask({ verb: "stats", args: [], cost: 16 * CALL_COST, decode: asValue<T>() });
  }

  close(): Promise<void> {
    if (this.#closing !== undefined) return this.#closing;
    const closing = this.verb("close", [], nothing);
    // Whatever has ended the connection has closed the face as well.
    this.#closing = closing.catch(() => undefined).then(() => this.#caller.unlisten(this.#number));
    return this.#closing;
  }

  async [asyncDispose](): Promise<void> {
    await this.close();
  }
}
export interface Face extends HostAsyncDisposable {}

const CALL_OPTIONS = ["signal"];

/** The signal of a call's options. */
export function signalOf(
  options: CallOptions | undefined,
  known = CALL_OPTIONS,
): AbortSignalLike | undefined {
  if (options === undefined) return undefined;
  return checkSignal(readOptions("call options", options, known).signal);
}

/** @throws ERR_SPILLWAY_ARG_TYPE */
export function checkKeyText(key: string): string {
  if (typeof key !== "string") throw typeError("key", "a string", key);
  return key;
}
