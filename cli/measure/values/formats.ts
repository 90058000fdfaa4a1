/**
 * formats.ts - tells what a file of values is, by its first bytes and never by its name.
 */
import { UserError } from "../../text/failure.js";
import { isSpace } from "./pieces.js";

export const FORMATS = ["ndjson", "json", "files", "sqlite"] as const;
/** A value a line; one array or object; a folder of files; a table of a database. */
export type Format = (typeof FORMATS)[number];

/** As much of a file as is looked at: a first line that is longer is taken for a document. */
export const HEAD_BYTES = 2 ** 20;

const SQLITE = Buffer.from("SQLite format 3\0");
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const GZIP = Buffer.from([0x1f, 0x8b]);
/** Bytes that a JSON value can begin with. */
const STARTS = Buffer.from('[{"-0123456789tfn');
const [OPEN_ARRAY, OPEN_OBJECT, QUOTE] = Buffer.from('[{"');
const OPENS = Buffer.from("[{");
const CLOSES = Buffer.from("]}");
const [LF, BACKSLASH] = Buffer.from("\n\\");

const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start);

/** The beginning of a text without the mark that some editors write. */
export function withoutMark(bytes: Buffer): Buffer {
  return startsWith(bytes, BYTE_ORDER_MARK) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
}

/**
 * The format of a file. `head`: its first HEAD_BYTES, or, if `isWhole`, all of it. Throws UserError when it
 * is none of them.
 */
export function formatOf(what: string, head: Buffer, isWhole: boolean): Exclude<Format, "files"> {
  if (startsWith(head, SQLITE)) return "sqlite";
  const text = withoutMark(head);
  const start = text.findIndex((byte) => !isSpace(byte));
  if (start < 0) return "ndjson";
  if (startsWith(head, GZIP))
    throw new UserError(`${what} is packed by gzip: zcat FILE | spillway measure --values -`);
  const first = text[start] as number;
  if (!STARTS.includes(first))
    throw new UserError(`${what} is neither JSON nor an SQLite database: --format says which it is`);
  if (first !== OPEN_ARRAY && first !== OPEN_OBJECT) return "ndjson";
  return isDocument(text.subarray(start), isWhole) ? "json" : "ndjson";
}

/** Whether a text that begins with a bracket is one document: it goes over lines, or nothing follows it. */
function isDocument(text: Buffer, isWhole: boolean): boolean {
  const end = endOfFirst(text);
  if (end < 0) return true;
  return isWhole && text.subarray(end).every(isSpace);
}

/** Where the first value of a text ends, if it ends on its first line; else -1. */
function endOfFirst(text: Buffer): number {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] as number;
    if (byte === LF) return -1;
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPENS.includes(byte)) depth += 1;
    else if (CLOSES.includes(byte) && --depth === 0) return at + 1;
  }
  return -1;
}
