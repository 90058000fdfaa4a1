/**
 * wire.ts - the messages between the two sides of a port: their form, their numbers, their version.
 *
 * A message is an array, [MARK, a kind, ...]. What came is foreign: it is looked at by index and type, and
 * nothing in it is called. The bytes of all calls of a message lie one behind the other in one array
 * (packing.ts); a call says how many are its own.
 *
 *   to the server                                    to the client
 *   hello  what the client is (Hello)                welcome  what the server is (Welcome)
 *   calls  first number, calls, bytes                refuse   why not (an error's record)
 *   cancel number of a call                          done     first number, results, bytes
 *   ack    bytes of results that were read           told     face, [key, reason, key, reason, ...]
 *   ping   nothing                                   pong     nothing
 *   bye    nothing                                   bye      why (an error's record), or nothing
 *
 * Calls are numbered in the order in which they are sent, and answered in that order.
 */
import { SpillwayError } from "../../base/errors.js";

export const MARK = "spillway";
/** Both sides must have the same. */
export const VERSION = 1;

export type Message = readonly [typeof MARK, string, ...unknown[]];

/** A call: the number of a face, a verb, how many of the packed bytes are its own, its arguments. */
export type Call = readonly [face: number, verb: number, bytes: number, ...args: unknown[]];

/** The face that stands for the connection itself. */
export const CONNECTION = 0;

/** What can be asked for. A verb is sent as its place in this list. */
export const VERBS = [
  // Of the connection.
  "skip",
  "open",
  "figures",
  // Of every face.
  "close",
  "stats",
  // Of a frontswap.
  "init",
  "store",
  "load",
  "storeMany",
  "loadMany",
  "pageLength",
  "invalidatePage",
  "invalidateArea",
  "currPages",
  "modes",
  // Of a map or a cache.
  "get",
  "peek",
  "take",
  "find",
  "trySet",
  "has",
  "delete",
  "entryBytes",
  "size",
  "clear",
  "readAt",
  "walk",
  "next",
  "leave",
  // Of a buffer.
  "read",
  "write",
  "discard",
  "flush",
] as const;
export type Verb = (typeof VERBS)[number];

export const verbCode = (verb: Verb): number => VERBS.indexOf(verb);

/** Kinds of faces. */
export const KINDS = ["frontswap", "map", "cache", "buffer"] as const;
export type Kind = (typeof KINDS)[number];

/** How a value goes over the port: as it is, or as bytes that are its own, an ArrayBuffer's or a codec's. */
export const Form = { CLONED: 0, BYTES: 1, ARRAY_BUFFER: 2, CODED: 3 } as const;

/** First elements of results that are arrays; others are primitives and stand for themselves. */
export const Result = {
  /** A record of an error. */
  ERROR: 0,
  /** A value as it is. */
  VALUE: 1,
  /** A number of packed bytes, and their form. */
  BYTES: 2,
  /** Results. */
  LIST: 3,
  /** Lengths of packed pages, 0 for none, and a record of an error if some are damaged. */
  PAGES: 4,
} as const;

/** What a client says of itself. */
export interface Hello {
  version: number;
  /** Whether its port can transfer arrays. */
  transfer: boolean;
  /** One byte, 7: a port that makes something else of an array of bytes is of no use. */
  probe: Uint8Array;
  /** Options of the pool that a worker is to open. */
  open?: unknown;
}

/** What a server says of itself. */
export interface Welcome {
  version: number;
  transfer: boolean;
  pageSize: number;
  /** Bytes of calls, and of results, that may be under way. */
  maxInFlightBytes: number;
  /** Bytes of one value. */
  maxValueBytes: number;
  /** Milliseconds without a word after which the other side counts as gone; 0: never. */
  leaseMs: number;
}

/** Bytes and calls at which a message is full. */
export const MESSAGE_BYTES = 256 * 1024;
export const MESSAGE_CALLS = 256;

/** What a call counts beside its bytes, and a value of unknown size. */
export const CALL_COST = 64;
export const VALUE_COST = 1024;

/** Pages that one call of storeMany or loadMany may have, and bytes that one of a buffer may. */
export const MANY_PAGES = 256;
export const BUFFER_BYTES = 2 ** 20;

/** The error of a message that keeps to no form; the connection ends with it. */
export function breach(what: string): SpillwayError {
  return new SpillwayError("ERR_SPILLWAY_PORT_MESSAGE", `what came over the port is wrong: ${what}`);
}

export const isBreach = (error: unknown) =>
  (error as { code?: unknown } | null | undefined)?.code === "ERR_SPILLWAY_PORT_MESSAGE";

/** A message of this protocol, or undefined for anything else. */
export function readMessage(data: unknown): Message | undefined {
  if (!Array.isArray(data) || data[0] !== MARK || typeof data[1] !== "string") return undefined;
  return data as unknown as Message;
}

/** @throws a breach unless it is an integer from `min` to `max` */
export function integer(what: string, value: unknown, min: number, max: number): number {
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return value as number;
  throw breach(`${what} is no integer from ${min} to ${max}`);
}

/** @throws a breach unless it is an array of at most `max` elements */
export function list(what: string, value: unknown, max: number): readonly unknown[] {
  if (Array.isArray(value) && value.length <= max) return value;
  throw breach(`${what} is no array of at most ${max} elements`);
}

/** A property of a record that came: its own, never one that it inherits. */
export function field(record: unknown, name: string): unknown {
  if (typeof record !== "object" || record === null || !Object.hasOwn(record, name)) return undefined;
  return (record as Record<string, unknown>)[name];
}
