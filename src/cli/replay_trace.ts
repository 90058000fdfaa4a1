/**
 * replay_trace.ts - access traces: which block was asked for, one after the other.
 *
 * Two forms are known by their first line that says anything, whatever the file is called:
 *
 *   plain   one block number a line, as in the traces of LIRS
 *   arc     `start count ignored request`, as in the `.lis` files of ARC: `count` blocks from `start` on
 *
 * Empty lines and lines that begin with `*` or `#` say nothing. Lines end with LF or CRLF. Gzip is known by its first bytes.
 * Anything else is an error that names file and line: of a trace that is read wrong every figure would be.
 *
 * A trace is read as bytes, a chunk at a time; no line becomes a string unless it is wrong.
 */
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { oneLine, reason, UserError } from "./failure.js";

export type TraceFormat = "plain" | "arc";

export interface Trace {
  /** The file's name without its folder. */
  readonly name: string;
  readonly format: TraceFormat;
  /** For each access the block's number in order of first appearance: 0 to blocks - 1. */
  readonly accesses: Uint32Array;
  /** Distinct blocks: the trace's footprint. */
  readonly blocks: number;
}

/** Accesses of one trace: 400 MB as numbers. */
const ACCESSES_MAX = 100_000_000;
/** Distinct blocks of one trace: V8 refuses more keys in a Map, of which the reader has one and the LRU another. */
const BLOCKS_MAX = 2 ** 24;
/** A line with something in it is some 40 bytes long; this much without an end is no text. */
const LINE_BYTES_MAX = 4096;
/** Of a wrong line this much is shown. */
const QUOTED_BYTES_MAX = 40;

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const HASH = 35;
const STAR = 42;
const ZERO = 48;

/**
 * Reads a trace. `onRead` is told of every chunk how many bytes of the file it took. Throws UserError when the file cannot be
 * read, its gzip data is damaged, a line says nothing known, or there is no access or too many.
 */
export async function readTrace(path: string, onRead: (bytes: number) => void): Promise<Trace> {
  const name = basename(path);
  const lines = new TraceReader(name);
  try {
    for await (const chunk of await decodedChunks(path, onRead)) lines.take(chunk);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot read ${path}: ${whyUnreadable(error)}`);
  }
  return lines.end();
}

function whyUnreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (!code?.startsWith("Z_")) return reason(error);
  return `its gzip data is damaged (${oneLine((error as Error).message)})`;
}

/** The file's bytes, unpacked if they begin like gzip (RFC 1952: 1f 8b). */
async function decodedChunks(path: string, onRead: (bytes: number) => void): Promise<AsyncIterable<Buffer>> {
  const chunks = fileChunks(path, onRead);
  let head = Buffer.alloc(0);
  // A pipe may give its first byte alone.
  while (head.length < 2) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const all = Readable.from(headFirst(head, chunks), { objectMode: false });
  if (head[0] !== 0x1f || head[1] !== 0x8b) return all;
  // What goes wrong on either side is thrown to whoever reads.
  return pipeline(all, createGunzip(), () => {});
}

async function* fileChunks(path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer, void> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    yield chunk;
    onRead(chunk.length);
  }
}

async function* headFirst(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  yield head;
  yield* rest;
}

/** Of a trace whose lines have that many numbers. */
const FORMATS: Readonly<Record<number, TraceFormat>> = { 1: "plain", 4: "arc" };
const ONE = "one block number";
const RUN = "start, count and two more numbers";
const EXPECTED = { plain: ONE, arc: RUN, any: `${ONE}, or ${RUN},` } as const;

/** The beginning of a line for a message, whatever bytes it has. */
function spell(line: Buffer): string {
  const text = line.toString("latin1", 0, QUOTED_BYTES_MAX).trimEnd();
  const printable = text.replace(/[^ -~]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return line.length > QUOTED_BYTES_MAX ? `${printable}...` : printable;
}

/** What is wrong with a line. */
class LineError extends Error {}

/** Takes a trace's bytes in pieces, cut anywhere. */
class TraceReader {
  readonly #name: string;
  readonly #ids = new Map<number, number>();
  #accesses = new Uint32Array(1 << 16);
  #count = 0;
  #format: TraceFormat | undefined;
  #line = 0;
  /** The beginning of a line whose end has not come yet. */
  #begun: Buffer = Buffer.alloc(0);
  /** The numbers of a line. */
  readonly #fields = [0, 0, 0, 0];

  constructor(name: string) {
    this.#name = name;
  }

  take(chunk: Buffer): void {
    const bytes = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      this.#takeLine(bytes, start, end);
      start = end + 1;
    }
    this.#begun = bytes.subarray(start);
    if (this.#begun.length > LINE_BYTES_MAX) this.#takeLine(bytes, start, bytes.length);
  }

  /** The trace, when all of it has been taken. */
  end(): Trace {
    if (this.#begun.length > 0) this.#takeLine(this.#begun, 0, this.#begun.length);
    if (this.#format === undefined) throw new UserError(`${this.#name}: no accesses in it`);
    return {
      name: this.#name,
      format: this.#format,
      accesses: this.#accesses.subarray(0, this.#count),
      blocks: this.#ids.size,
    };
  }

  #takeLine(bytes: Buffer, start: number, end: number): void {
    this.#line += 1;
    try {
      if (end - start > LINE_BYTES_MAX) throw new LineError(`longer than ${LINE_BYTES_MAX} bytes`);
      this.#understand(bytes, start, end);
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      const text = spell(bytes.subarray(start, end));
      throw new UserError(`${this.#name}: line ${this.#line}: "${text}" is wrong: ${error.message}`);
    }
  }

  #understand(bytes: Buffer, start: number, end: number): void {
    const count = this.#readFields(bytes, start, end);
    if (count === 0) return;
    const format = FORMATS[count];
    if (format === undefined || (this.#format ?? format) !== format)
      throw new LineError(`${EXPECTED[this.#format ?? "any"]} expected`);
    this.#format = format;
    const [first = 0, blocks = 0] = this.#fields;
    if (format === "plain") this.#access(first);
    else this.#accessRun(first, blocks);
  }

  /** The whole numbers of a line into #fields, at most four. Answers how many: 0 for a line that says nothing, 5 for too many. */
  #readFields(bytes: Buffer, start: number, end: number): number {
    let count = 0;
    let at = start;
    while (at < end) {
      const first = bytes[at] as number;
      if (first === SPACE || first === TAB || first === CR) {
        at += 1;
        continue;
      }
      if (count === 0 && (first === STAR || first === HASH)) return 0;
      if (count === 4) return 5;
      let value = 0;
      for (; at < end; at++) {
        const digit = (bytes[at] as number) - ZERO;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      const next = at < end ? bytes[at] : SPACE;
      if (next !== SPACE && next !== TAB && next !== CR)
        throw new LineError("a whole decimal number expected");
      if (!Number.isSafeInteger(value)) throw new LineError("a number beyond 2^53 - 1");
      this.#fields[count++] = value;
    }
    return count;
  }

  #accessRun(first: number, blocks: number): void {
    if (blocks === 0) throw new LineError("a count of 0");
    if (!Number.isSafeInteger(first + blocks)) throw new LineError("a number beyond 2^53 - 1");
    // Before the loop, whose length the file decides.
    if (blocks > ACCESSES_MAX - this.#count) this.#tooMany("accesses", ACCESSES_MAX);
    for (let i = 0; i < blocks; i++) this.#access(first + i);
  }

  #access(block: number): void {
    let id = this.#ids.get(block);
    if (id === undefined) {
      id = this.#ids.size;
      if (id === BLOCKS_MAX) this.#tooMany("distinct blocks", BLOCKS_MAX);
      this.#ids.set(block, id);
    }
    if (this.#count === this.#accesses.length) this.#grow();
    this.#accesses[this.#count++] = id;
  }

  #grow(): void {
    if (this.#count === ACCESSES_MAX) this.#tooMany("accesses", ACCESSES_MAX);
    const grown = new Uint32Array(Math.min(2 * this.#count, ACCESSES_MAX));
    grown.set(this.#accesses);
    this.#accesses = grown;
  }

  #tooMany(what: string, most: number): never {
    throw new UserError(
      `${this.#name}: line ${this.#line}: more than ${most.toLocaleString("en-US")} ${what}; replay a part of it`,
    );
  }
}
