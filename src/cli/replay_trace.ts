/**
 * replay_trace.ts - access traces: which block was asked for, one after the other.
 *
 * Four forms are known by what is in them, whatever the file is called:
 *
 *   plain          one block number a line, as in the traces of LIRS
 *   arc            `start count ignored request`, as in the `.lis` files of ARC: `count` blocks from `start` on
 *   csv            a first line of names, one of them that of the block (trace_csv.ts)
 *   oracleGeneral  binary records of libCacheSim (trace_oracle.ts)
 *
 * Empty lines and lines that begin with `*` or `#` say nothing. Lines end with LF, CRLF or CR. Packed traces and byte order
 * marks: trace_bytes.ts. Anything else is an error that names file and line, and the format that it looks like: of a trace
 * that is read wrong every figure would be.
 *
 * A trace is read as bytes, a chunk at a time; no line of numbers becomes a string unless it is wrong.
 */
import { UserError } from "./failure.js";
import type { Input } from "./inputs.js";
import { Accesses, TraceError, TraceTooLong } from "./trace_accesses.js";
import { unpackedTrace } from "./trace_bytes.js";
import { blockOf, type Columns, columnsNamedBy, KEY_COLUMNS } from "./trace_csv.js";
import { foreignBinary, foreignText, isBinary } from "./trace_foreign.js";
import { isOracleGeneral, OracleReader } from "./trace_oracle.js";

export type TraceFormat = "plain" | "arc" | "csv" | "oracleGeneral";

export interface Trace {
  /** The file's name without its folder. */
  readonly name: string;
  readonly format: TraceFormat;
  /** The column of a csv that is the block, or two of them joined by "+"; null of other formats. */
  readonly column: string | null;
  /** For each access the block's number in order of first appearance: 0 to blocks - 1. */
  readonly accesses: Uint32Array;
  /** Distinct blocks: the trace's footprint. */
  readonly blocks: number;
}

/** A line of numbers is some 40 bytes long, one with a URL some hundred; this much without an end is no text. */
const LINE_BYTES_MAX = 4096;
/** Of a wrong line this much is shown. */
const QUOTED_BYTES_MAX = 40;

const LF = 10;
const CR = 13;
const TAB = 9;
const CTRL_Z = 26;
const SPACE = 32;
const HASH = 35;
const STAR = 42;
const ZERO = 48;

/**
 * Reads a trace. `onRead` is told of every chunk how many bytes of the file it took. Throws UserError when the file cannot be
 * read or unpacked, a line says nothing known, or there is no access or too many.
 */
export async function readTrace(input: Input, onRead: (bytes: number) => void): Promise<Trace> {
  const { name } = input;
  const { head, all } = await unpackedTrace(input, onRead);
  const accesses = new Accesses();
  const reader = readerOf(head, name, accesses);
  try {
    for await (const chunk of all) reader.take(chunk);
    reader.end();
  } catch (error) {
    if (!(error instanceof TraceError || error instanceof TraceTooLong)) throw error;
    throw new UserError(`${name}: ${reader.place}: ${error.message}`);
  }
  if (accesses.blocks === 0) throw new UserError(`${name}: no accesses in it`);
  const { format, column } = reader instanceof LineReader ? reader : ORACLE;
  return {
    name,
    format: format ?? "plain",
    column,
    accesses: accesses.accesses,
    blocks: accesses.blocks,
  };
}

const ORACLE = { format: "oracleGeneral", column: null } as const;

function readerOf(head: Buffer, name: string, accesses: Accesses): LineReader | OracleReader {
  if (!isBinary(head)) return new LineReader(accesses);
  if (isOracleGeneral(head)) return new OracleReader(accesses);
  const { looksLike, advice } = foreignBinary(head);
  throw new UserError(`${name}: it is no text, and looks like ${looksLike}; ${advice}`);
}

/** Of a trace whose lines have that many numbers. */
const FORMATS: Readonly<Record<number, "plain" | "arc">> = { 1: "plain", 4: "arc" };
const ONE = "one block number";
const RUN = "start, count and two more numbers";
const EXPECTED = { plain: ONE, arc: RUN, any: `${ONE}, or ${RUN},` } as const;

/** The beginning of a line for a message, whatever bytes it has. */
function spell(line: Buffer): string {
  const text = line.toString("latin1", 0, QUOTED_BYTES_MAX).trimEnd();
  const printable = text.replace(/[^ -~]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return line.length > QUOTED_BYTES_MAX ? `${printable}...` : printable;
}

/** Takes a text's bytes in pieces, cut anywhere. */
class LineReader {
  /** Known from the first line on that says anything. */
  format: "plain" | "arc" | "csv" | undefined;
  #columns: Columns | undefined;
  /** Columns named by a comment before the first line that says anything. */
  #hinted: Columns | undefined;
  readonly #accesses: Accesses;
  #line = 0;
  /** The beginning of a line whose end has not come yet. */
  #begun: Buffer = Buffer.alloc(0);
  /** The last byte before #begun was the CR of a line's end: an LF that follows belongs to it. */
  #afterCr = false;
  /** The numbers of a line. */
  readonly #fields = [0, 0, 0, 0];

  constructor(accesses: Accesses) {
    this.#accesses = accesses;
  }

  get column(): string | null {
    return this.#columns?.column ?? null;
  }

  get place(): string {
    return `line ${this.#line}`;
  }

  take(chunk: Buffer): void {
    const bytes = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    let start = 0;
    let lf = bytes.indexOf(LF);
    let cr = bytes.indexOf(CR);
    while (lf >= 0 || cr >= 0) {
      const end = lf < 0 || (cr >= 0 && cr < lf) ? cr : lf;
      const isSecondHalf = end === start && end === lf && this.#afterCr;
      if (!isSecondHalf) this.#takeLine(bytes, start, end);
      this.#afterCr = end === cr;
      start = end + 1;
      // Each of the two is looked for again only when it was passed: a text without CR is searched for one once.
      if (end === cr) cr = bytes.indexOf(CR, start);
      else lf = bytes.indexOf(LF, start);
    }
    this.#begun = bytes.subarray(start);
    if (this.#begun.length > 0) this.#afterCr = false;
    if (this.#begun.length > LINE_BYTES_MAX) this.#takeLine(bytes, start, bytes.length);
  }

  end(): void {
    if (this.#begun.length > 0) this.#takeLine(this.#begun, 0, this.#begun.length);
  }

  #takeLine(bytes: Buffer, start: number, end: number): void {
    this.#line += 1;
    try {
      if (end - start > LINE_BYTES_MAX) throw new TraceError(`longer than ${LINE_BYTES_MAX} bytes`);
      if (this.#columns !== undefined) this.#takeRow(this.#columns, bytes, start, end);
      else this.#takeNumbers(bytes, start, end);
    } catch (error) {
      if (!(error instanceof TraceError)) throw error;
      const isFirst = this.format === undefined && end - start <= LINE_BYTES_MAX;
      const line = isFirst ? bytes.toString("latin1", start, end) : "";
      if (isFirst && this.#begins(line)) return;
      const foreign = isFirst ? foreignText(line) : undefined;
      const hint = foreign ? `; it looks like ${foreign.looksLike}: ${foreign.advice}` : "";
      throw new TraceError(`"${spell(bytes.subarray(start, end))}" is wrong: ${error.message}${hint}`);
    }
  }

  #takeNumbers(bytes: Buffer, start: number, end: number): void {
    const count = this.#readFields(bytes, start, end);
    if (count === 0) return;
    const format = FORMATS[count];
    const known = this.format === "csv" ? undefined : this.format;
    if (format === undefined || (known ?? format) !== format)
      throw new TraceError(`${EXPECTED[known ?? "any"]} expected`);
    this.format = format;
    const [first = 0, blocks = 0] = this.#fields;
    if (format === "plain") this.#accesses.add(first);
    else this.#accesses.addRun(first, blocks);
  }

  /** Whether a first line that is no line of numbers begins a csv. */
  #begins(line: string): boolean {
    const named = columnsNamedBy(line);
    if (named === undefined) {
      // The names stood in a comment, and this is the first row.
      const block = this.#hinted && blockOf(line, this.#hinted);
      if (this.#hinted === undefined || block === undefined) return false;
      this.#adopt(this.#hinted);
      this.#accesses.add(block);
      return true;
    }
    if (named.column === undefined)
      throw new TraceError(
        `csv with the columns ${named.names.join(", ")}: none is known to name the block; ` +
          `call it one of ${KEY_COLUMNS.slice(0, 6).join(", ")}`,
      );
    this.#adopt(named);
    return true;
  }

  #adopt(columns: Columns): void {
    this.#columns = columns;
    this.format = "csv";
  }

  #takeRow(columns: Columns, bytes: Buffer, start: number, end: number): void {
    let first = start;
    while (first < end && isBlank(bytes[first] as number)) first++;
    if (first === end || bytes[first] === STAR || bytes[first] === HASH) return;
    const line = bytes.toString("latin1", start, end);
    const block = blockOf(line, columns);
    if (block === undefined)
      throw new TraceError(
        `${columns.names.length} fields expected, with a block in column ${columns.column}`,
      );
    this.#accesses.add(block);
  }

  /** The whole numbers of a line into #fields, at most four. Answers how many: 0 for a line that says nothing, 5 for too many. */
  #readFields(bytes: Buffer, start: number, end: number): number {
    let count = 0;
    let at = start;
    while (at < end) {
      const first = bytes[at] as number;
      if (isBlank(first)) {
        at += 1;
        continue;
      }
      if (count === 0 && (first === STAR || first === HASH)) return this.#takeComment(bytes, at + 1, end);
      if (count === 4) return 5;
      let value = 0;
      for (; at < end; at++) {
        const digit = (bytes[at] as number) - ZERO;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      if (at < end && !isBlank(bytes[at] as number)) throw new TraceError("a whole decimal number expected");
      if (!Number.isSafeInteger(value)) throw new TraceError("a number beyond 2^53 - 1");
      this.#fields[count++] = value;
    }
    return count;
  }

  /** A comment says nothing, unless it names columns before the first line does anything. */
  #takeComment(bytes: Buffer, start: number, end: number): 0 {
    if (this.format !== undefined) return 0;
    const named = columnsNamedBy(bytes.toString("latin1", start, end));
    if (named?.column !== undefined && named.names.length > 1) this.#hinted = named;
    return 0;
  }
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CTRL_Z;
}
