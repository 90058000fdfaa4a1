/**
 * caller.ts - the client's side of a port: calls, batched into messages, and what they are answered.
 *
 * Calls of one turn go out together: a message leaves a few microtasks after the first call was added, so
 * that calls which other promises make in the same turn are in it, or as soon as it is full. What a call
 * hands over is copied when it is made.
 *
 * Owns:   the calls that wait, those under way, the port.
 * Keeps:  the bytes under way are at most what the server allows, or those of one message.
 */
import { type AbortSignalLike, onAbort, throwIfAborted } from "../../base/abort.js";
import { SpillwayError, SpillwayTypeError, show } from "../../base/errors.js";
import { now, Timers } from "../../base/timers.js";
import { type Duplex, duplexOf } from "./duplex.js";
import { errorOf } from "./error_records.js";
import { type Decode, PackReader, PackWriter } from "./packing.js";
import { passOver } from "./results.js";
import {
  breach,
  CALL_COST,
  CONNECTION,
  field,
  type Hello,
  integer,
  isBreach,
  list,
  MARK,
  MESSAGE_BYTES,
  MESSAGE_CALLS,
  type Message,
  Result,
  readMessage,
  VERSION,
  type Verb,
  verbCode,
  type Welcome,
} from "./wire.js";

/** Microtasks that pass before a message leaves: an await of a promise that awaits one takes three. */
const HOPS = 4;

/** Milliseconds of one turn of the host after which nothing more is sent in it. */
const TURN_MS = 1.5;

export interface CallParts<T> {
  face: number;
  verb: Verb;
  args: readonly unknown[];
  /** Bytes that go with it; they are copied at once. */
  bytes?: Uint8Array | readonly Uint8Array[] | undefined;
  /** What is transferred: a buffer that one of the arguments is a view of. */
  transfer?: ArrayBufferLike | undefined;
  /** Bytes that the result may have, and what an argument of unknown size counts. */
  cost?: number;
  signal?: AbortSignalLike | undefined;
  /** Hands over the only copy of something: once it is under way it is waited for. */
  isOnly?: boolean;
  decode: Decode<T>;
}

interface Pending {
  /** As it is sent; a call that was taken back has become one that does nothing. */
  call: readonly unknown[];
  bytes: number;
  cost: number;
  transfer: ArrayBufferLike | undefined;
  number: number;
  isOnly: boolean;
  settled: boolean;
  settle(result: unknown, reader: PackReader): void;
  fail(error: unknown): void;
  unlisten(): void;
}

/** Calls that will be one message. */
class Batch {
  readonly calls: Pending[] = [];
  readonly writer = new PackWriter();
  cost = 0;

  get isFull(): boolean {
    return this.calls.length >= MESSAGE_CALLS || this.writer.bytes >= MESSAGE_BYTES;
  }
}

export class Caller {
  readonly closed: Promise<Error | undefined>;
  readonly #duplex: Duplex;
  readonly #timers = new Timers();
  /** Is told of values that left the face of this number. */
  readonly #told = new Map<number, (key: string, reason: string) => void>();
  #resolveClosed!: (error: Error | undefined) => void;
  #welcomed: { resolve(welcome: Welcome): void; reject(error: unknown): void } | undefined;
  /** Why the connection has ended. */
  #end: Error | undefined;
  #transfers = false;
  #window = 0;
  #leaseMs = 0;

  #batches: Batch[] = [];
  #inFlight: Pending[] = [];
  #inFlightFrom = 0;
  #inFlightBytes = 0;
  #nextNumber = 0;
  #isFlushing = false;
  /** When this turn of the host began to send; undefined before that. */
  #turnBegan: number | undefined;
  #unread = 0;
  #readBytes = 0;
  #drained: (() => void)[] = [];

  #heardAt = now();
  #saidAt = now();
  #answered = 0;
  #messages = 0;

  constructor(port: unknown) {
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    this.#duplex = duplexOf(port, {
      message: (data) => this.#hear(data),
      gone: () =>
        this.end(new SpillwayError("ERR_SPILLWAY_PORT_CLOSED", "the other side of the port is gone")),
    });
  }

  /** Says hello. Resolves with what the server is; `open` is for one that opens a pool. */
  hello(maxInFlightBytes: number, open: unknown): Promise<Welcome> {
    return new Promise<Welcome>((resolve, reject) => {
      this.#welcomed = { resolve, reject };
      const hello: Hello = { version: VERSION, transfer: this.#duplex.canTransfer, probe: Uint8Array.of(7) };
      this.#window = maxInFlightBytes;
      try {
        this.#post([MARK, "hello", open === undefined ? hello : { ...hello, open }]);
      } catch (cause) {
        const message = `the options cannot be sent: ${show(cause)}`;
        this.end(new SpillwayTypeError("ERR_SPILLWAY_ARG_TYPE", message, undefined, { cause }));
      }
    });
  }

  /** Whether arrays may be transferred. */
  get transfers(): boolean {
    return this.#transfers;
  }

  listen(face: number, told: (key: string, reason: string) => void): void {
    this.#told.set(face, told);
  }

  unlisten(face: number): void {
    this.#told.delete(face);
  }

  stats() {
    let waiting = 0;
    for (const { calls } of this.#batches) waiting += calls.length;
    return {
      calls: this.#answered,
      messages: this.#messages,
      waiting,
      inFlight: this.#inFlight.length,
      inFlightBytes: this.#inFlightBytes,
    };
  }

  // ── calls ────────────────────────────────────────────────────────────────────────────────────────────

  /** Asks for something. What is wrong with the connection rejects the promise. */
  call<T>(parts: CallParts<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#end !== undefined) throw this.#end;
      throwIfAborted(parts.signal);
      const batch = this.#openBatch();
      const before = batch.writer.bytes;
      for (const bytes of packsOf(parts.bytes)) batch.writer.add(bytes);
      const bytes = batch.writer.bytes - before;
      const pending: Pending = {
        call: [parts.face, verbCode(parts.verb), bytes, ...parts.args],
        bytes,
        cost: CALL_COST + bytes + (parts.cost ?? 0),
        transfer: this.#transfers ? parts.transfer : undefined,
        number: -1,
        isOnly: parts.isOnly === true,
        settled: false,
        settle: (result, reader) => resolve(parts.decode(result, reader)),
        fail: reject,
        unlisten: onAbort(parts.signal, (reason) => this.#takeBack(pending, reason)),
      };
      batch.calls.push(pending);
      batch.cost += pending.cost;
      this.#flushSoon(batch.isFull);
    });
  }

  #openBatch(): Batch {
    const last = this.#batches.at(-1);
    if (last !== undefined && !last.isFull) return last;
    const batch = new Batch();
    this.#batches.push(batch);
    return batch;
  }

  /** The signal of a call was aborted. */
  #takeBack(pending: Pending, reason: unknown): void {
    const isWaiting = pending.number < 0;
    if (pending.isOnly && !isWaiting) return;
    if (isWaiting) {
      pending.call = [CONNECTION, verbCode("skip"), pending.bytes];
      pending.transfer = undefined;
    } else this.#say("cancel", pending.number);
    finish(pending);
    pending.fail(reason);
  }

  #flushSoon(isFull: boolean): void {
    if (isFull) this.#flush();
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    let hops = HOPS;
    const hop = () => {
      hops -= 1;
      if (hops > 0) queueMicrotask(hop);
      else {
        this.#isFlushing = false;
        this.#flush();
      }
    };
    queueMicrotask(hop);
  }

  /**
   * Whether this turn of the host has lasted long enough. A port delivers hundreds of messages in one turn,
   * and each answer may be followed by a call: timers and input would wait for all of them.
   */
  #isTurnOver(): boolean {
    if (this.#turnBegan !== undefined) return now() - this.#turnBegan > TURN_MS;
    this.#turnBegan = now();
    void this.#timers.pause(0, false).then(() => {
      this.#turnBegan = undefined;
      if (this.#batches.length > 0) this.#flush();
    });
    return false;
  }

  /** Sends what waits, as far as the server allows. */
  #flush(): void {
    if (this.#welcomed !== undefined || this.#end !== undefined || this.#isTurnOver()) return;
    while (this.#end === undefined) {
      const [batch] = this.#batches;
      if (batch === undefined) break;
      const isFree = this.#inFlightBytes === 0 || this.#inFlightBytes + batch.cost <= this.#window;
      if (!isFree) return;
      this.#batches.shift();
      this.#send(batch);
    }
    for (const resolve of this.#drained.splice(0)) resolve();
  }

  #send(batch: Batch): void {
    const { calls, writer } = batch;
    if (this.#inFlight.length === 0) this.#duplex.keepAlive(true);
    const bytes = writer.take(this.#transfers);
    try {
      this.#post(
        [MARK, "calls", this.#nextNumber, calls.map(({ call }) => call), bytes],
        this.#transferOf(calls, bytes),
      );
    } catch (error) {
      if (calls.length > 1) this.#sendEach(batch);
      else this.#refuse(calls[0] as Pending, error);
      return;
    }
    for (const pending of calls) {
      pending.number = this.#nextNumber++;
      this.#inFlight.push(pending);
    }
    this.#inFlightBytes += batch.cost;
  }

  #transferOf(calls: readonly Pending[], bytes: Uint8Array | undefined): ArrayBufferLike[] {
    if (!this.#transfers) return [];
    const transfer = bytes === undefined ? [] : [bytes.buffer];
    for (const pending of calls) if (pending.transfer !== undefined) transfer.push(pending.transfer);
    return transfer;
  }

  /** One of them cannot be cloned: each goes by itself, so that only that one fails. */
  #sendEach({ calls, writer }: Batch): void {
    let at = 0;
    for (const pending of calls) {
      const one = new Batch();
      one.calls.push(pending);
      one.cost = pending.cost;
      one.writer.add(writer.copy(at, pending.bytes));
      at += pending.bytes;
      this.#send(one);
    }
  }

  #refuse(pending: Pending, cause: unknown): void {
    if (this.#inFlight.length === 0) this.#duplex.keepAlive(false);
    if (pending.settled) return;
    finish(pending);
    const message = `an argument or value cannot be sent: ${show(cause)}`;
    pending.fail(new SpillwayTypeError("ERR_SPILLWAY_ARG_TYPE", message, undefined, { cause }));
  }

  /** Resolves when nothing waits on this side. */
  drained(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#end !== undefined) reject(this.#end);
      else if (this.#batches.length === 0) resolve();
      else this.#drained.push(resolve);
    });
  }

  // ── messages ─────────────────────────────────────────────────────────────────────────────────────────

  #post(message: unknown, transfer: readonly ArrayBufferLike[] = []): void {
    this.#duplex.post(message, transfer);
    this.#saidAt = now();
    this.#messages += 1;
  }

  /** A message that can always be cloned; a port that does not take it will say that it is closed. */
  #say(kind: string, what?: number): void {
    try {
      this.#post(what === undefined ? [MARK, kind] : [MARK, kind, what]);
    } catch {
      // The port tells that it is closed by an event.
    }
  }

  #hear(data: unknown): void {
    const message = readMessage(data);
    // What else comes over the channel of a process or a worker is not for this side.
    if (this.#end !== undefined || message === undefined) return;
    this.#heardAt = now();
    try {
      this.#read(message);
    } catch (error) {
      this.#say("bye");
      this.end(error as Error);
    }
  }

  #read([, kind, first, second, third]: Message): void {
    if (kind === "welcome") this.#welcome(first);
    else if (kind === "refuse") this.end(errorOf(first));
    else if (kind === "done") this.#done(first, second, third);
    else if (kind === "told") this.#tell(first, second);
    else if (kind === "bye") this.#goodbye(first);
    else if (kind !== "pong") throw breach("it has no known kind");
  }

  #welcome(welcome: unknown): void {
    const { resolve } = this.#welcomed ?? {};
    if (resolve === undefined) throw breach("it is a second welcome");
    if (field(welcome, "version") !== VERSION)
      throw new SpillwayError(
        "ERR_SPILLWAY_PORT_VERSION",
        "the server speaks another version of the port's protocol",
      );
    const number = (name: string, min: number) =>
      integer(name, field(welcome, name), min, Number.MAX_SAFE_INTEGER);
    const facts: Welcome = {
      version: VERSION,
      transfer: field(welcome, "transfer") === true,
      pageSize: number("pageSize", 1),
      maxInFlightBytes: number("maxInFlightBytes", 1),
      maxValueBytes: number("maxValueBytes", 0),
      leaseMs: number("leaseMs", 0),
    };
    this.#welcomed = undefined;
    this.#transfers = this.#duplex.canTransfer && facts.transfer;
    this.#window = Math.min(this.#window, facts.maxInFlightBytes);
    this.#leaseMs = facts.leaseMs;
    if (facts.leaseMs > 0) this.#timers.every(this as Caller, facts.leaseMs / 4, (caller) => caller.#tick());
    this.#duplex.keepAlive(false);
    resolve(facts);
  }

  #done(first: unknown, results: unknown, bytes: unknown): void {
    const answers = list("results", results, this.#inFlight.length);
    integer("the number of a result", first, this.#inFlightFrom, this.#inFlightFrom);
    const reader = new PackReader(bytes);
    const calls = this.#inFlight.splice(0, answers.length);
    this.#inFlightFrom += answers.length;
    for (const [i, pending] of calls.entries()) {
      this.#inFlightBytes -= pending.cost;
      this.#settle(pending, answers[i], reader);
    }
    reader.end();
    this.#answered += calls.length;
    this.#acknowledge(reader.length + calls.length * CALL_COST);
    if (this.#inFlight.length === 0) this.#duplex.keepAlive(false);
    // What their callers ask for next goes out with what waits.
    if (this.#batches.length > 0) this.#flushSoon(false);
  }

  #settle(pending: Pending, result: unknown, reader: PackReader): void {
    if (pending.settled) {
      passOver(result, reader);
      return;
    }
    finish(pending);
    try {
      if (Array.isArray(result) && result[0] === Result.ERROR) throw errorOf(result[1]);
      pending.settle(result, reader);
    } catch (error) {
      pending.fail(error);
      if (isBreach(error)) throw error;
    }
  }

  /** Tells the server how much was read, a quarter of the window at a time. */
  #acknowledge(bytes: number): void {
    this.#unread += bytes;
    if (this.#unread < this.#window / 4) return;
    this.#readBytes += this.#unread;
    this.#unread = 0;
    this.#say("ack", this.#readBytes);
  }

  #tell(face: unknown, left: unknown): void {
    const told = this.#told.get(face as number);
    const names = list("what has left", left, 2 ** 24);
    if (told === undefined) return;
    for (let i = 0; i + 1 < names.length; i += 2) told(String(names[i]), String(names[i + 1]));
  }

  #goodbye(record: unknown): void {
    const message = "the server has ended the connection";
    this.end(record === undefined ? new SpillwayError("ERR_SPILLWAY_PORT_CLOSED", message) : errorOf(record));
  }

  /** Says that this side is here, and looks whether the other one is. */
  #tick(): boolean {
    const at = now();
    if (at - this.#saidAt >= this.#leaseMs / 4 - 1) this.#say("ping");
    if (at - this.#heardAt > 1.5 * this.#leaseMs)
      this.end(
        new SpillwayError(
          "ERR_SPILLWAY_PORT_CLOSED",
          "the other side of the port has been silent for too long",
        ),
      );
    return this.#end === undefined;
  }

  // ── the end ──────────────────────────────────────────────────────────────────────────────────────────

  /** Says goodbye, and ends. */
  close(): void {
    if (this.#end !== undefined) return;
    this.#say("bye");
    this.end(new SpillwayTypeError("ERR_SPILLWAY_CLOSED", "the connection is closed"), true);
  }

  /** Ends the connection: all calls reject. */
  end(error: Error, isWanted = false): void {
    if (this.#end !== undefined) return;
    this.#end = error;
    this.#timers.close();
    this.#duplex.close();
    const waiting = this.#batches.splice(0).flatMap(({ calls }) => calls);
    for (const pending of [...this.#inFlight.splice(0), ...waiting]) {
      if (pending.settled) continue;
      finish(pending);
      pending.fail(error);
    }
    this.#welcomed?.reject(error);
    for (const resolve of this.#drained.splice(0)) resolve();
    this.#resolveClosed(isWanted ? undefined : error);
  }
}

function finish(pending: Pending): void {
  pending.settled = true;
  pending.unlisten();
}

function packsOf(bytes: Uint8Array | readonly Uint8Array[] | undefined): readonly Uint8Array[] {
  if (bytes === undefined) return [];
  return Array.isArray(bytes) ? (bytes as readonly Uint8Array[]) : [bytes as Uint8Array];
}
