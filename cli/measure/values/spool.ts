/**
 * spool.ts - the chosen values in a temporary file, from which each process that keeps them reads.
 *
 * A record: bytes of the key, bytes of the value, the kind of the value, then both. Numbers are 32 bits,
 * little-endian. Keys are UTF-16, so that any string stays what it is. A second file holds where each record
 * begins, and where the last one ends, as 64-bit floats.
 */
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { FailedError, reason } from "../../text/failure.js";
import { KINDS, type Packed } from "./packed.js";
import type { Chosen } from "./sample.js";

export interface Record extends Packed {
  key: string;
}

const HEADER_BYTES = 9;

const recordsPath = (folder: string) => join(folder, "records");
const offsetsPath = (folder: string) => join(folder, "offsets");

/** Writes all values into a folder. Answers where each record begins, and where the last one ends. */
export function writeSpool(folder: string, chosen: readonly Chosen[], step: () => void): Float64Array {
  const offsets = new Float64Array(chosen.length + 1);
  let at = 0;
  try {
    const fd = openSync(recordsPath(folder), "w");
    try {
      for (const [i, { key, pack }] of chosen.entries()) {
        at += writeRecord(fd, key, pack());
        offsets[i + 1] = at;
        step();
      }
    } finally {
      closeSync(fd);
    }
    writeFileSync(offsetsPath(folder), new Uint8Array(offsets.buffer));
  } catch (error) {
    if (error instanceof Error && "code" in error)
      throw new FailedError(`cannot write the values to ${folder}: ${reason(error)}`);
    throw error;
  }
  return offsets;
}

function writeRecord(fd: number, key: string, { kind, data }: Packed): number {
  const keyBytes = Buffer.from(key, "utf16le");
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(keyBytes.length, 0);
  header.writeUInt32LE(data.length, 4);
  header[8] = KINDS.indexOf(kind);
  const record = Buffer.concat([header, keyBytes, data]);
  for (let at = 0; at < record.length; ) at += writeSync(fd, record, at);
  return record.length;
}

/** Reads records by their numbers. */
export class Spool {
  readonly #fd: number;
  readonly #offsets: Float64Array;
  /** Used again and again: what is read is measured memory otherwise. */
  #buffer = Buffer.allocUnsafeSlow(0);

  constructor(folder: string) {
    this.#fd = openSync(recordsPath(folder), "r");
    this.#offsets = new Float64Array(new Uint8Array(readFileSync(offsetsPath(folder))).buffer);
  }

  get count(): number {
    return this.#offsets.length - 1;
  }

  /** Bytes of a record. */
  bytes(index: number): number {
    return (this.#offsets[index + 1] as number) - (this.#offsets[index] as number);
  }

  /** The records of these numbers, 0 to count - 1. Their bytes are valid until the next call. */
  read(numbers: ArrayLike<number>): Record[] {
    const places: { from: number; at: number; bytes: number }[] = [];
    let end = 0;
    for (let i = 0; i < numbers.length; i++) {
      const index = numbers[i] as number;
      const bytes = this.bytes(index);
      places.push({ from: this.#offsets[index] as number, at: end, bytes });
      end += bytes;
    }
    if (this.#buffer.length < end) this.#buffer = Buffer.allocUnsafeSlow(end);
    for (const { from, at, bytes } of neighbours(places)) this.#fill(from, at, bytes);
    return places.map(({ at, bytes }) => recordIn(this.#buffer.subarray(at, at + bytes)));
  }

  #fill(from: number, start: number, bytes: number): void {
    for (let at = 0; at < bytes; ) {
      const got = readSync(this.#fd, this.#buffer, start + at, bytes - at, from + at);
      if (got === 0) throw new Error("the values that were written down are cut off");
      at += got;
    }
  }
}

/** Places as few as can be: those of neighbours in the file are one. */
function* neighbours(places: readonly { from: number; at: number; bytes: number }[]) {
  for (let i = 0; i < places.length; ) {
    const place = { ...(places[i] as (typeof places)[number]) };
    for (i++; places[i]?.from === place.from + place.bytes; i++) place.bytes += places[i]?.bytes ?? 0;
    yield place;
  }
}

function recordIn(bytes: Buffer): Record {
  const keyEnd = HEADER_BYTES + bytes.readUInt32LE(0);
  const key = bytes.toString("utf16le", HEADER_BYTES, keyEnd);
  return { key, kind: KINDS[bytes[8] as number] as Packed["kind"], data: bytes.subarray(keyEnd) };
}
