/**
 * oracle.ts - oracleGeneral, the binary format of libCacheSim: records of 24 bytes, little-endian, no header.
 *
 *   0   u32  time of the access
 *   4   u64  the block
 *   12  u32  bytes of the block
 *   16  i64  the number of the next access to it, or -1 or 2^63 - 1 for none
 *
 * The format has no magic number. Its first records tell: times that never fall, and possible next accesses.
 */
import { type Accesses, TraceError } from "./accesses.js";

const RECORD_BYTES = 24;
const BLOCK_AT = 4;
const NEXT_AT = 16;
/**
 * Records that are checked. A record of random bytes passes once in 2^15 times, two in a row once in 2^31.
 */
const RECORDS_LOOKED_AT = 128;
/** No trace has more accesses than this. */
const NEXT_MAX = 2n ** 48n;
const NEVER = [-1n, 2n ** 63n - 1n];

/** Whether bytes can be the beginning of such a file. */
export function isOracleGeneral(head: Buffer): boolean {
  const records = Math.min(RECORDS_LOOKED_AT, Math.floor(head.length / RECORD_BYTES));
  let time = 0;
  for (let i = 0; i < records; i++) {
    const next = head.readBigInt64LE(i * RECORD_BYTES + NEXT_AT);
    const before = time;
    time = head.readUInt32LE(i * RECORD_BYTES);
    if (time < before || !(NEVER.includes(next) || (next > BigInt(i) && next < NEXT_MAX))) return false;
  }
  return records > 0;
}

/** Adds the accesses of such a file, whose bytes come in chunks cut anywhere. */
export class OracleReader {
  readonly format = "oracleGeneral";
  /** This format has no columns. */
  readonly column = null;
  readonly #accesses: Accesses;
  #begun: Buffer = Buffer.alloc(0);

  constructor(accesses: Accesses) {
    this.#accesses = accesses;
  }

  /** Takes the next chunk. Throws TraceTooLong for too many accesses. */
  take(chunk: Buffer): void {
    const bytes = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    let at = 0;
    for (; at + RECORD_BYTES <= bytes.length; at += RECORD_BYTES) {
      const low = bytes.readUInt32LE(at + BLOCK_AT);
      const high = bytes.readUInt32LE(at + BLOCK_AT + 4);
      // From 2^53 on a number cannot hold the block: it is kept as a string of its two halves.
      this.#accesses.add(high < 2 ** 21 ? high * 2 ** 32 + low : `${high}:${low}`);
    }
    this.#begun = bytes.subarray(at);
  }

  /** Ends the file. Throws TraceError when its last record is incomplete. */
  end(): void {
    const { length } = this.#begun;
    if (length > 0) throw new TraceError(`${length} bytes after the last whole record of ${RECORD_BYTES}`);
  }

  /** The current record, for a message. */
  get place(): string {
    return `record ${this.#accesses.accesses.length + 1}`;
  }
}
