/**
 * session.ts - the server's side of a port: one client, from its hello to its end.
 *
 * Calls are done in the order in which they came, in slices of a few milliseconds, so that other ports and
 * the host get their turns. A message that keeps to no form ends the connection: after it nobody knows where
 * the next call begins. A call whose arguments are wrong is answered by an error, as in the pool.
 *
 * Owns:   the calls that wait, the results that were not sent, the faces of the client.
 * Keeps:  no more bytes wait than the client was told it may send; no more results are on their way than it
 *         may leave unread.
 */
import { SpillwayError, show } from "../../base/errors.js";
import { now, Timers } from "../../base/timers.js";
import type { Spillway } from "../../pool.js";
import type { EndReason, ServedStats } from "../parts/port_types.js";
import { type Duplex, duplexOf } from "./duplex.js";
import { recordOf } from "./error_records.js";
import { Faces } from "./opening.js";
import { PackReader, PackWriter } from "./packing.js";
import type { CheckedServe } from "./serve_options.js";
import type { Finish } from "./served_faces.js";
import {
  breach,
  CALL_COST,
  CONNECTION,
  field,
  integer,
  isBreach,
  list,
  MARK,
  MESSAGE_BYTES,
  MESSAGE_CALLS,
  type Message,
  Result,
  readMessage,
  VERBS,
  VERSION,
  type Welcome,
} from "./wire.js";

/** Milliseconds of calls between two turns of the host. */
const SLICE_MS = 4;
/** Ticks without a word, two of them to a lease, after which a client is gone. */
const SILENT_TICKS = 3;

/** Calls of one message. */
interface Batch {
  first: number;
  calls: readonly unknown[];
  reader: PackReader;
  /** The next call to be done. */
  at: number;
}

/** Opens the pool that a client is to use, given what its hello has under `open`. */
export type OpenPool = (open: unknown) => Spillway | Promise<Spillway>;

export class Session {
  readonly closed: Promise<EndReason>;
  readonly #options: CheckedServe;
  readonly #openPool: OpenPool;
  readonly #duplex: Duplex;
  readonly #timers = new Timers();
  #resolveClosed!: (reason: EndReason) => void;
  #ended = false;
  #state: "new" | "opening" | "open" = "new";
  #faces: Faces | undefined;
  #transfers = false;

  #batches: Batch[] = [];
  #waitingBytes = 0;
  #waiting = 0;
  #nextNumber = 0;
  #cancelled = new Set<number>();
  #isDraining = false;

  #results: unknown[] = [];
  #told: Map<number, string[]> = new Map();
  #writer = new PackWriter();
  #resultsFrom = 0;
  #sentBytes = 0;
  #readBytes = 0;

  #silentTicks = 0;
  #calls = 0;
  #messages = 0;

  constructor(port: unknown, options: CheckedServe, openPool: OpenPool) {
    this.#options = options;
    this.#openPool = openPool;
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    this.#duplex = duplexOf(port, {
      message: (data) => this.#hear(data),
      gone: () => this.end("gone"),
    });
    if (options.leaseMs > 0)
      this.#timers.every(this as Session, options.leaseMs / 2, (session) => session.#tick());
  }

  stats(): ServedStats {
    return {
      calls: this.#calls,
      messages: this.#messages,
      faces: this.#faces?.size ?? 0,
      waiting: this.#waiting,
      waitingBytes: this.#waitingBytes,
    };
  }

  /** Ends the connection and gives back all that the client has. */
  end(reason: EndReason, error?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#batches = [];
    this.#waiting = this.#waitingBytes = 0;
    this.#timers.close();
    if (reason !== "gone") this.#post([MARK, "bye", error === undefined ? undefined : recordOf(error)]);
    this.#duplex.close();
    this.#faces?.closeAll();
    this.#resolveClosed(reason);
  }

  // ── messages ─────────────────────────────────────────────────────────────────────────────────────────

  #hear(data: unknown): void {
    const message = readMessage(data);
    // What else comes over the channel of a process or a worker is not for this side.
    if (this.#ended || message === undefined) return;
    this.#silentTicks = 0;
    this.#messages += 1;
    try {
      this.#read(message);
    } catch (error) {
      this.end("breach", error);
    }
  }

  #read([, kind, first, second, third]: Message): void {
    if (kind === "hello") this.#hello(first);
    else if (kind === "bye") this.end("bye");
    else if (kind === "ping") this.#post([MARK, "pong"]);
    else if (this.#state === "new") throw breach("it comes before a hello");
    else if (kind === "calls") this.#enqueue(first, second, third);
    else if (kind === "cancel") this.#cancel(first);
    else if (kind === "ack") this.#acknowledge(first);
    else throw breach("it has no known kind");
  }

  #hello(hello: unknown): void {
    if (this.#state !== "new") throw breach("it is a second hello");
    this.#state = "opening";
    this.#transfers = this.#duplex.canTransfer && field(hello, "transfer") === true;
    void this.#open(hello).catch((error: unknown) => {
      this.#post([MARK, "refuse", recordOf(error)]);
      this.end("breach", error);
    });
  }

  async #open(hello: unknown): Promise<void> {
    const version = field(hello, "version");
    if (version !== VERSION) {
      const message = `the client has version ${show(version)} of the port's protocol, the server ${VERSION}`;
      throw new SpillwayError("ERR_SPILLWAY_PORT_VERSION", message);
    }
    const probe = field(hello, "probe");
    if (!(probe instanceof Uint8Array) || probe.length !== 1 || probe[0] !== 7)
      throw breach('the port does not carry bytes (a child process needs serialization: "advanced")');
    this.#welcome(await this.#openPool(field(hello, "open")));
  }

  #welcome(pool: Spillway): void {
    if (this.#ended) return;
    this.#faces = new Faces(pool, this.#options, (face, key, reason) => this.#tell(face, key, reason));
    const { maxInFlightBytes, maxValueBytes, leaseMs } = this.#options;
    const welcome: Welcome = {
      version: VERSION,
      transfer: this.#duplex.canTransfer,
      pageSize: pool.pageSize,
      maxInFlightBytes,
      maxValueBytes,
      leaseMs,
    };
    this.#state = "open";
    this.#post([MARK, "welcome", welcome]);
    this.#drain();
  }

  #enqueue(first: unknown, calls: unknown, bytes: unknown): void {
    const { maxInFlightBytes, maxValueBytes } = this.#options;
    const reader = new PackReader(bytes);
    const batch: Batch = {
      first: integer("the number of a call", first, this.#nextNumber, this.#nextNumber),
      calls: list("calls", calls, maxInFlightBytes / CALL_COST),
      reader,
      at: 0,
    };
    this.#nextNumber += batch.calls.length;
    this.#waiting += batch.calls.length;
    this.#waitingBytes += reader.length + batch.calls.length * CALL_COST;
    if (this.#waitingBytes > maxInFlightBytes + maxValueBytes + MESSAGE_BYTES)
      throw breach("more is under way than was allowed");
    this.#batches.push(batch);
    this.#drain();
  }

  #cancel(number: unknown): void {
    const call = integer("the number of a call", number, 0, Number.MAX_SAFE_INTEGER);
    if (call < this.#nextNumber && call >= this.#nextNumber - this.#waiting) this.#cancelled.add(call);
  }

  #acknowledge(bytes: unknown): void {
    this.#readBytes = integer("bytes that were read", bytes, this.#readBytes, this.#sentBytes);
    this.#drain();
  }

  #tick(): boolean {
    this.#silentTicks += 1;
    if (this.#silentTicks >= SILENT_TICKS) this.end("lease");
    return !this.#ended;
  }

  // ── calls ────────────────────────────────────────────────────────────────────────────────────────────

  /** Does calls until none is left, the slice is over, or the client must first read results. */
  #drain(): void {
    if (this.#isDraining || this.#faces === undefined) return;
    this.#isDraining = true;
    const end = now() + SLICE_MS;
    try {
      let isWaiting = false;
      while (!isWaiting && !this.#ended && this.#batches.length > 0 && this.#mayAnswer() && now() < end)
        isWaiting = !this.#doNext();
      this.#flush();
      // Results go out in the order of the calls, so those that follow wait too.
      if (isWaiting) return;
    } catch (error) {
      this.end("breach", error);
    }
    this.#isDraining = false;
    if (this.#ended || this.#batches.length === 0 || !this.#mayAnswer()) return;
    this.#isDraining = true;
    void this.#timers.pause(0, false).then(() => {
      this.#isDraining = false;
      if (!this.#ended) this.#drain();
    });
  }

  /** Whether the client has read enough of what it was sent. */
  #mayAnswer(): boolean {
    const made = this.#sentBytes + this.#writer.bytes + this.#results.length * CALL_COST;
    return made - this.#readBytes < this.#options.maxInFlightBytes;
  }

  /** Does the next call. False: it waits for a device. */
  #doNext(): boolean {
    const batch = this.#batches[0] as Batch;
    const number = batch.first + batch.at;
    if (batch.at < batch.calls.length) {
      const call = batch.calls[batch.at];
      batch.at += 1;
      const result = this.#answer(call, number, batch.reader);
      if (result instanceof Promise) {
        void this.#doLater(number, result);
        return false;
      }
      this.#put(number, result);
    }
    this.#endBatch(batch);
    return true;
  }

  /** A call that waits for a device: the calls behind it go on when it is done. */
  async #doLater(number: number, later: Promise<Finish>): Promise<void> {
    let finish: Finish;
    try {
      finish = await later;
    } catch (error) {
      finish = () => [Result.ERROR, recordOf(error)];
    }
    this.#isDraining = false;
    if (this.#ended) return;
    this.#put(number, finish(this.#writer));
    this.#endBatch(this.#batches[0] as Batch);
    this.#drain();
  }

  #put(number: number, result: unknown): void {
    if (this.#results.length === 0) this.#resultsFrom = number;
    this.#results.push(result);
    this.#calls += 1;
    this.#waiting -= 1;
  }

  #endBatch(batch: Batch): void {
    if (batch.at === batch.calls.length) {
      batch.reader.end();
      this.#waitingBytes -= batch.reader.length + batch.calls.length * CALL_COST;
      this.#batches.shift();
    }
    if (this.#writer.bytes >= MESSAGE_BYTES || this.#results.length >= MESSAGE_CALLS) this.#flush();
  }

  /** The result of a call. A breach is thrown, any other failure is the result. */
  #answer(call: unknown, number: number, reader: PackReader): unknown {
    const [face, code, count, ...args] = list("a call", call, 16);
    const verb = VERBS[integer("a verb", code, 0, VERBS.length - 1)] as string;
    const bytes = reader.next(count);
    if (this.#cancelled.delete(number) || verb === "skip") return undefined;
    const began = this.#writer.bytes;
    try {
      return face === CONNECTION ? this.#ofConnection(verb, args) : this.#ofFace(face, verb, args, bytes);
    } catch (error) {
      if (isBreach(error)) throw error;
      this.#writer.cut(this.#writer.bytes - began);
      return [Result.ERROR, recordOf(error)];
    }
  }

  #ofConnection(verb: string, args: readonly unknown[]): unknown {
    const faces = this.#faces as Faces;
    if (verb === "open") return [Result.VALUE, faces.open(args)];
    if (verb === "figures") return [Result.VALUE, faces.figures()];
    throw breach("the connection has no such verb");
  }

  #ofFace(number: unknown, verb: string, args: readonly unknown[], bytes: Uint8Array): unknown {
    const faces = this.#faces as Faces;
    if (verb === "close") return faces.close(number);
    const face = faces.get(number);
    const act = face.verbs.get(verb);
    if (act === undefined) throw breach(`a face has no verb ${verb}`);
    if (verb === "trySet") faces.checkIndexes();
    return act(args, { bytes, writer: this.#writer });
  }

  // ── results ──────────────────────────────────────────────────────────────────────────────────────────

  #tell(face: number, key: string, reason: string): void {
    if (this.#ended) return;
    const list = this.#told.get(face) ?? [];
    list.push(key, reason);
    this.#told.set(face, list);
    // A value may leave for another client, when no result of this one is due.
    if (!this.#isDraining) queueMicrotask(() => this.#flush());
    else if (list.length >= 2 * MESSAGE_CALLS) this.#flushTold();
  }

  #flushTold(): void {
    for (const [face, list] of this.#told) this.#post([MARK, "told", face, list]);
    this.#told.clear();
  }

  /** What has left goes out before the results, so that a client knows it when its call returns. */
  #flush(): void {
    if (this.#told.size > 0) this.#flushTold();
    if (this.#results.length === 0) return;
    const results = this.#results;
    const writer = this.#writer;
    this.#results = [];
    this.#writer = new PackWriter();
    this.#sentBytes += writer.bytes + results.length * CALL_COST;
    const bytes = writer.take(this.#transfers);
    const transfer = this.#transfers && bytes !== undefined ? [bytes.buffer] : [];
    this.#post([MARK, "done", this.#resultsFrom, results, bytes], transfer);
  }

  #post(message: unknown, transfer: readonly ArrayBufferLike[] = []): void {
    try {
      this.#duplex.post(message, transfer);
    } catch (error) {
      // The port is closed, or a value cannot be cloned that the pool has cloned before: nobody can answer.
      if (!this.#ended) this.end("gone", error);
    }
  }
}
