/**
 * source.ts - reads a user's own values into a sample.
 *
 * The input is a file or pipe of JSON, a folder, or a database. It is read from its start to its end, also
 * where most of it will not be measured: so all of it has the same chance, and a broken value is told
 * wherever it is.
 */
import { statSync } from "node:fs";
import { basename } from "node:path";
import { findInput, type Input, readInput, unreadable } from "../../pages/inputs.js";
import { UserError } from "../../text/failure.js";
import type { Progress } from "../../text/progress.js";
import { readFolder } from "./folder.js";
import { type Format, formatOf, HEAD_BYTES, withoutMark } from "./formats.js";
import { readJson } from "./json.js";
import { Sample } from "./sample.js";
import { readTable } from "./table.js";

/** What the user said of the values. */
export interface SourceFlags {
  values: string;
  format?: Format;
  key?: string;
  table?: string;
  limit: number;
  seed: number;
}

export interface Source {
  /** Short: the file's name. */
  name: string;
  /** In words that end a sentence "values from ...". */
  description: string;
  format: Format;
  /** What the keys are, in words. */
  keys: string;
  /** What `inputBytes` are, in words that follow a size; null where they are not known. */
  inputUnit: string | null;
  sample: Sample;
}

/** Reads all values that a path names. Throws UserError for what cannot be read, and when there are none. */
export async function readSource(flags: SourceFlags, progress: Progress): Promise<Source> {
  const sample = new Sample(flags.limit, flags.seed);
  const source = isFolder(flags.values)
    ? await fromFolder(flags, sample, progress)
    : await fromFile(flags, sample, progress);
  if (sample.available === 0) throw new UserError(`${source.name}: no values to measure`);
  if (sample.chosen().length === 0)
    throw new UserError(`${source.name}: every value is larger than a quarter of --limit`);
  return source;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // What is wrong with it is told when it is opened.
    return false;
  }
}

function refuse(flags: SourceFlags, format: Format, flag: "key" | "table", what: string): void {
  if (flags[flag] !== undefined)
    throw new UserError(`--${flag} is for ${what}, and these values are ${format}`);
}

async function fromFolder(flags: SourceFlags, sample: Sample, progress: Progress): Promise<Source> {
  const { values: path, format = "files" } = flags;
  if (format !== "files") throw unreadable(path, `it is a directory, not ${format}`);
  refuse(flags, format, "key", "JSON and tables");
  refuse(flags, format, "table", "databases");
  const name = basename(path) || path;
  progress.stage(`reading ${name}`, 1);
  await readFolder(path, sample);
  const description = `the folder ${name} (each file is a value of bytes)`;
  return { name, description, format, keys: "paths of files", inputUnit: "in files", sample };
}

async function fromFile(flags: SourceFlags, sample: Sample, progress: Progress): Promise<Source> {
  const input = findInput(flags.values);
  const { name, what } = input;
  progress.stage(`reading ${name}`, input.bytes ?? 1);
  const chunks = countedBytes(readInput(input), progress);
  const { head, isWhole } = await beginning(chunks);
  const format = flags.format ?? formatOf(name, head, isWhole);
  if (format === "files") throw unreadable(flags.values, "it is no directory, as --format files has it");
  if (format === "sqlite") {
    await chunks.return();
    return await fromTable(flags, input, sample);
  }
  refuse(flags, format, "table", "databases");
  const { isObject } = await readJson({ name, format, key: flags.key }, rejoined(head, chunks), sample);
  const how = format === "ndjson" ? "a JSON value a line" : `a JSON ${isObject ? "object" : "array"}`;
  const keys = isObject ? "those of the object" : `numbers of ${format === "ndjson" ? "values" : "elements"}`;
  const told = flags.key === undefined ? keys : `the field ${flags.key}`;
  return { name, description: `${what} (${how})`, format, keys: told, inputUnit: "of JSON", sample };
}

async function fromTable(flags: SourceFlags, input: Input, sample: Sample): Promise<Source> {
  const { name, what, path, bytes } = input;
  if (bytes === undefined) throw unreadable(path, "a database must be a file");
  const { table, isColumn } = await readTable({ path, table: flags.table, key: flags.key }, sample);
  const how = `table ${table}, ${isColumn ? `its column ${isColumn}` : "a row is a value"}`;
  const keys = flags.key === undefined ? "numbers of rows" : `the column ${flags.key}`;
  return { name, description: `${what} (${how})`, format: "sqlite", keys, inputUnit: null, sample };
}

async function* countedBytes(
  chunks: AsyncGenerator<Buffer>,
  progress: Progress,
): AsyncGenerator<Buffer, void> {
  for await (const chunk of chunks) {
    progress.step(chunk.length);
    yield chunk;
  }
}

/** The first chunks, HEAD_BYTES or all. Leaves the others unread. */
async function beginning(chunks: AsyncGenerator<Buffer, void>): Promise<{ head: Buffer; isWhole: boolean }> {
  const first: Buffer[] = [];
  for (let bytes = 0; bytes < HEAD_BYTES; ) {
    const { done, value } = await chunks.next();
    if (done) return { head: Buffer.concat(first), isWhole: true };
    first.push(value);
    bytes += value.length;
  }
  return { head: Buffer.concat(first), isWhole: false };
}

async function* rejoined(head: Buffer, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  yield withoutMark(head);
  yield* chunks;
}
