/**
 * pieces.ts - cuts a stream of JSON into the texts of single values, and knows the line of each.
 *
 * Lines: a value each. A document: the elements of one array, or the entries of one object; they lie between
 * its brackets, apart by commas that are in no string and in no inner brackets. What is between two cuts is
 * not looked at: JSON.parse says whether it is a value. No more than one piece and one chunk is held.
 */
import { UserError } from "../../text/failure.js";

/** The text of one value, or of one entry with its key. */
export interface Piece {
  /** Where it begins, from 1. */
  line: number;
  text: Buffer;
}

export interface Cutter {
  /** Pieces that end in this chunk. */
  push(chunk: Buffer): Iterable<Piece>;
  /** The last piece, if the end of the input ends it. Throws UserError when the input ends too early. */
  end(): Iterable<Piece>;
}

/** A string of JavaScript cannot be longer by much, and no value that is longer is measured. */
const PIECE_BYTES_MAX = 2 ** 28;

const LF = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === LF || byte === 0x0d || byte === 0x09;
}

/** Bytes that may go over the end of a chunk. */
class Rest {
  readonly #what: string;
  #chunks: Buffer[] = [];
  #bytes = 0;
  /** Where the piece that is gathered begins. */
  line = 1;

  constructor(what: string) {
    this.#what = what;
  }

  add(bytes: Buffer): void {
    this.#bytes += bytes.length;
    if (this.#bytes > PIECE_BYTES_MAX)
      throw new UserError(`${this.#what}, line ${this.line}: a value of more than 256 MiB of text`);
    this.#chunks.push(bytes);
  }

  /** Everything that was added; undefined when it is nothing but spaces. */
  take(): Piece | undefined {
    const text = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#bytes = 0;
    const start = text.findIndex((byte) => !isSpace(byte));
    if (start < 0) return undefined;
    const lines = text.subarray(0, start).filter((byte) => byte === LF).length;
    return { line: this.line + lines, text };
  }
}

/** A value on each line that is not empty. `what`: the input, for messages. */
export class LineCutter implements Cutter {
  readonly #rest: Rest;

  constructor(what: string) {
    this.#rest = new Rest(what);
  }

  *push(chunk: Buffer): Generator<Piece> {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      this.#rest.add(chunk.subarray(from, at));
      from = at + 1;
      const piece = this.#rest.take();
      this.#rest.line += 1;
      if (piece !== undefined) yield piece;
    }
    this.#rest.add(chunk.subarray(from));
  }

  *end(): Generator<Piece> {
    const piece = this.#rest.take();
    if (piece !== undefined) yield piece;
  }
}

/** The elements of one array, or the entries `"key": value` of one object. */
export class DocumentCutter implements Cutter {
  readonly #what: string;
  readonly #rest: Rest;
  #line = 1;
  /** Of the outermost bracket; undefined before it. */
  #close: number | undefined;
  /** 1: between the outermost brackets. 0: outside. */
  #depth = 0;
  #inString = false;
  #afterBackslash = false;
  #pieces = 0;

  constructor(what: string) {
    this.#what = what;
    this.#rest = new Rest(what);
  }

  /** Whether the document is an object. Known when the first piece comes. */
  get isObject(): boolean {
    return this.#close === CLOSE_OBJECT;
  }

  *push(chunk: Buffer): Generator<Piece> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (byte === LF) this.#line += 1;
      if (this.#inString) this.#inText(byte);
      else if (this.#depth === 0) {
        if (isSpace(byte)) continue;
        this.#begin(byte);
        from = at + 1;
      } else if (this.#ends(byte)) {
        this.#rest.add(chunk.subarray(from, at));
        from = at + 1;
        yield* this.#cut(byte);
      }
    }
    if (this.#depth > 0) this.#rest.add(chunk.subarray(from));
  }

  end(): [] {
    if (this.#depth > 0) throw this.#error(this.#line, `the ${this.#name()} does not end`);
    return [];
  }

  #inText(byte: number): void {
    if (this.#afterBackslash) this.#afterBackslash = false;
    else if (byte === BACKSLASH) this.#afterBackslash = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #begin(byte: number): void {
    if (this.#close !== undefined)
      throw this.#error(
        this.#line,
        `there is more after the end of the ${this.#name()}; a value a line is --format ndjson`,
      );
    if (byte !== OPEN_ARRAY && byte !== OPEN_OBJECT)
      throw this.#error(this.#line, "neither an array nor an object");
    this.#close = byte === OPEN_ARRAY ? CLOSE_ARRAY : CLOSE_OBJECT;
    this.#depth = 1;
    this.#rest.line = this.#line;
  }

  /** Whether a piece ends at this byte, which is in no string. */
  #ends(byte: number): boolean {
    if (byte === QUOTE) this.#inString = true;
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) this.#depth += 1;
    else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) this.#depth -= 1;
    else return byte === COMMA && this.#depth === 1;
    return this.#depth === 0;
  }

  *#cut(byte: number): Generator<Piece> {
    if (this.#depth === 0 && byte !== this.#close)
      throw this.#error(this.#line, `the ${this.#name()} ends with the wrong bracket`);
    const piece = this.#rest.take();
    this.#rest.line = this.#line;
    const isEmpty = byte !== COMMA && this.#pieces === 0;
    if (piece === undefined && !isEmpty) throw this.#error(this.#line, "a value is missing beside a comma");
    this.#pieces += 1;
    if (piece !== undefined) yield piece;
  }

  #name(): string {
    return this.isObject ? "object" : "array";
  }

  #error(line: number, trouble: string): UserError {
    return new UserError(`${this.#what}, line ${line}: ${trouble}`);
  }
}
