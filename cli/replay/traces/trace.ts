/**
 * trace.ts - reads an access trace: which block was asked for, access by access.
 *
 * Four formats are recognised by their contents, whatever the file is called:
 *
 *   plain          one block number per line, as in the traces of LIRS
 *   arc            lines `start count ignored request`, as in ARC's .lis files: `count` blocks from `start`
 *   csv            a first line of names, one of which names the block's column (csv.ts)
 *   oracleGeneral  binary records of libCacheSim (oracle.ts)
 *
 * Compressed traces and byte order marks are the part of bytes.ts. Anything else is an error, which names the
 * file, the line and the format that it looks like: a trace that is read wrongly would give wrong figures.
 */
import type { Input } from "../../pages/inputs.js";
import { UserError } from "../../text/failure.js";
import { Accesses, TraceError, TraceTooLong } from "./accesses.js";
import { unpackedTrace } from "./bytes.js";
import { foreignBinary, isBinary } from "./foreign.js";
import { LineReader } from "./lines.js";
import { isOracleGeneral, OracleReader } from "./oracle.js";

export type TraceFormat = "plain" | "arc" | "csv" | "oracleGeneral";

export interface Trace {
  /** The file's name without its folder. */
  readonly name: string;
  readonly format: TraceFormat;
  /** The csv column that names the block, or two of them joined by "+"; null for other formats. */
  readonly column: string | null;
  /** For each access the block's number: 0 to blocks - 1, in the order in which blocks first appear. */
  readonly accesses: Uint32Array;
  /** Distinct blocks: the trace's footprint. */
  readonly blocks: number;
}

/**
 * Reads a trace. `onRead` is called for every chunk with its bytes of the file. Throws UserError when the
 * file cannot be read or unpacked, when a line or record is wrong, or when there are no accesses or too many.
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
  const { format, column } = reader;
  return {
    name,
    format: format ?? "plain",
    column,
    accesses: accesses.accesses,
    blocks: accesses.blocks,
  };
}

function readerOf(head: Buffer, name: string, accesses: Accesses): LineReader | OracleReader {
  if (!isBinary(head)) return new LineReader(accesses);
  if (isOracleGeneral(head)) return new OracleReader(accesses);
  const { looksLike, advice } = foreignBinary(head);
  throw new UserError(`${name}: it is not text and looks like ${looksLike}; ${advice}`);
}
