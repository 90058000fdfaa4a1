/**
 * lines.ts - reads the traces that are text: plain, arc and csv, one access or one run of accesses per line.
 *
 * Empty lines and lines that begin with `*` or `#` are skipped. A line ends with LF, CRLF or CR. The text is
 * read as bytes, a chunk at a time: a line of numbers becomes a string only for an error message.
 */
import { type Accesses, TraceError } from "./accesses.js";
import { blockOf, type Columns, columnsNamedBy, KEY_COLUMNS } from "./csv.js";
import { foreignText } from "./foreign.js";

/** Longest line. A line of numbers has some 40 bytes, one with a URL some hundred: more is not a text. */
const LINE_BYTES_MAX = 4096;
/** Bytes of a wrong line that a message shows. */
const QUOTED_BYTES_MAX = 40;

const LF = 10;
const CR = 13;
const TAB = 9;
const CTRL_Z = 26;
const SPACE = 32;
const HASH = 35;
const STAR = 42;
const ZERO = 48;

/** The format of a trace, by the count of numbers on its lines. */
const FORMATS: Readonly<Record<number, "plain" | "arc">> = { 1: "plain", 4: "arc" };
const ONE = "one block number";
const RUN = "start, count and two more numbers";
const EXPECTED = { plain: ONE, arc: RUN, any: `${ONE}, or ${RUN},` } as const;

/** The beginning of a line for a message, with any byte that is not printable as \xNN. */
function spell(line: Buffer): string {
  const text = line.toString("latin1", 0, QUOTED_BYTES_MAX).trimEnd();
  const printable = text.replace(/[^ -~]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return line.length > QUOTED_BYTES_MAX ? `${printable}...` : printable;
}

/** Adds the accesses of a text, whose bytes come in chunks cut anywhere. */
export class LineReader {
  /** Known after the first line that is not skipped. */
  format: "plain" | "arc" | "csv" | undefined;
  #columns: Columns | undefined;
  /** Columns named in a comment before that line. */
  #hinted: Columns | undefined;
  readonly #accesses: Accesses;
  #line = 0;
  /** The beginning of a line whose end is in a later chunk. */
  #begun: Buffer = Buffer.alloc(0);
  /** Whether the last byte before #begun was the CR of a line's end: an LF after it belongs to that end. */
  #afterCr = false;
  /** The numbers of a line. */
  readonly #fields = [0, 0, 0, 0];

  constructor(accesses: Accesses) {
    this.#accesses = accesses;
  }

  get column(): string | null {
    return this.#columns?.column ?? null;
  }

  /** The current line, for a message. */
  get place(): string {
    return `line ${this.#line}`;
  }

  /** Takes the next chunk. Throws TraceError for a wrong line, TraceTooLong for too many accesses. */
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
      // Only the one that was found is searched for again: a text without CR is searched for CR once a chunk.
      if (end === cr) cr = bytes.indexOf(CR, start);
      else lf = bytes.indexOf(LF, start);
    }
    this.#begun = bytes.subarray(start);
    if (this.#begun.length > 0) this.#afterCr = false;
    if (this.#begun.length > LINE_BYTES_MAX) this.#takeLine(bytes, start, bytes.length);
  }

  /** Ends the text: a last line may lack its end. */
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

  /** Whether a first line that is not numbers begins a csv. */
  #begins(line: string): boolean {
    const named = columnsNamedBy(line);
    if (named === undefined) {
      // A comment named the columns, and this is the first row.
      const block = this.#hinted && blockOf(line, this.#hinted);
      if (this.#hinted === undefined || block === undefined) return false;
      this.#adopt(this.#hinted);
      this.#accesses.add(block);
      return true;
    }
    if (named.column === undefined)
      throw new TraceError(
        `csv with the columns ${named.names.join(", ")}: none of them is known to name the block; ` +
          `call the block's column one of ${KEY_COLUMNS.slice(0, 6).join(", ")}`,
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

  /**
   * Writes the numbers of a line into #fields. Returns their count: 0 to skip the line, 5 for more than four.
   */
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

  /** Skips a comment. One before the first line may name the columns of a csv. */
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
