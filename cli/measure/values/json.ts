/**
 * json.ts - values of JSON: a value a line, the elements of an array, or the entries of an object.
 */
import { isUtf8 } from "node:buffer";
import { oneLine, UserError } from "../../text/failure.js";
import { DocumentCutter, LineCutter, type Piece } from "./pieces.js";
import type { Sample } from "./sample.js";

export interface JsonInput {
  /** For messages. */
  name: string;
  format: "ndjson" | "json";
  /** The field that has the key of each value; undefined: their numbers are the keys. */
  key: string | undefined;
}

/** Offers all values to the sample. Throws UserError, with the line, for what is no JSON or has no key. */
export async function readJson(
  input: JsonInput,
  chunks: AsyncIterable<Buffer>,
  sample: Sample,
): Promise<{ isObject: boolean }> {
  const cutter = input.format === "ndjson" ? new LineCutter(input.name) : new DocumentCutter(input.name);
  const isObject = () => cutter instanceof DocumentCutter && cutter.isObject;
  const offer = (piece: Piece) => {
    if (isObject()) offerEntry(input, piece, sample);
    else offerValue(input, piece, sample);
  };
  for await (const chunk of chunks) for (const piece of cutter.push(chunk)) offer(piece);
  for (const piece of cutter.end()) offer(piece);
  return { isObject: isObject() };
}

function offerValue(input: JsonInput, piece: Piece, sample: Sample): void {
  const value = parsed(input, piece, (text) => text);
  const key = input.key === undefined ? String(sample.available + 1) : keyOf(input, piece, value, input.key);
  // A copy: the text is a part of a chunk, which it would keep.
  sample.offer(key, piece.text.length, () => ({ kind: "json", data: new Uint8Array(piece.text) }));
}

function offerEntry(input: JsonInput, piece: Piece, sample: Sample): void {
  const entry = parsed(input, piece, (text) => `{${text}}`) as Record<string, unknown>;
  const [name = "", value] = Object.entries(entry)[0] ?? [];
  const key = input.key === undefined ? name : keyOf(input, piece, value, input.key);
  sample.offer(key, piece.text.length, () => ({ kind: "json", data: valueText(piece.text) }));
}

const [QUOTE, BACKSLASH, COLON] = Buffer.from('"\\:');

/** The text of the value of an entry that JSON.parse has taken: what follows the key and the colon. */
function valueText(entry: Buffer): Uint8Array {
  let at = entry.indexOf(QUOTE as number) + 1;
  while (entry[at] !== QUOTE) at += entry[at] === BACKSLASH ? 2 : 1;
  return new Uint8Array(entry.subarray(entry.indexOf(COLON as number, at) + 1));
}

function parsed({ name }: JsonInput, { line, text }: Piece, json: (text: string) => string): unknown {
  if (!isUtf8(text)) throw new UserError(`${name}, line ${line}: no UTF-8`);
  try {
    return JSON.parse(json(text.toString()));
  } catch (error) {
    throw new UserError(`${name}, line ${line}: no JSON: ${oneLine((error as Error).message)}`);
  }
}

function keyOf({ name }: JsonInput, { line }: Piece, value: unknown, field: string): string {
  const key = isObject(value) && Object.hasOwn(value, field) ? value[field] : undefined;
  if (typeof key === "string" || typeof key === "number") return String(key);
  const why = key === undefined ? "is missing" : "is neither a string nor a number";
  throw new UserError(`${name}, line ${line}: the field ${field} of --key ${why}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
