/**
 * lz4.ts - a slow decoder of LZ4 blocks and of typed pages, made from docs/FORMAT.md alone.
 *
 * It reads one byte at a time and checks every step. Tests compare the engine's decoders with it.
 */

/** Why a block is rejected: the numbers of the table in docs/FORMAT.md. */
export const DecodeError = {
  TRUNCATED: -1,
  LITERALS_PAST_END: -2,
  OUTPUT_FULL: -3,
  OFFSET_ZERO: -4,
  OFFSET_BEFORE_START: -5,
} as const;

export type DecodeError = (typeof DecodeError)[keyof typeof DecodeError];

/** One sequence of a block. The last has no match: its `match` and `offset` are 0. */
export interface Sequence {
  /** Bytes of output before it. */
  at: number;
  literals: number;
  match: number;
  offset: number;
}

const MATCH_BYTES_MIN = 4;
const LENGTH_CONTINUES = 15;

/**
 * What the block decodes to in at most `room` bytes, or the first rule it breaks. Its sequences are appended
 * to `sequences`, if that is given.
 */
export function referenceDecode(
  block: Uint8Array,
  room: number,
  sequences?: Sequence[],
): Uint8Array | DecodeError {
  const output = new Uint8Array(room);
  let at = 0;
  let to = 0;

  /** The length that began in a token; undefined if the block ends first. */
  const readLength = (inToken: number): number | undefined => {
    let length = inToken;
    if (inToken < LENGTH_CONTINUES) return length;
    for (;;) {
      const more = block[at++];
      if (more === undefined) return undefined;
      length += more;
      if (more < 255) return length;
    }
  };

  for (;;) {
    const start = to;
    const token = block[at++];
    if (token === undefined) return DecodeError.TRUNCATED;

    const literals = readLength(token >> 4);
    if (literals === undefined) return DecodeError.TRUNCATED;
    if (at + literals > block.length) return DecodeError.LITERALS_PAST_END;
    if (to + literals > room) return DecodeError.OUTPUT_FULL;
    for (let i = 0; i < literals; i++) output[to++] = block[at++] as number;
    if (at === block.length) {
      sequences?.push({ at: start, literals, match: 0, offset: 0 });
      return output.subarray(0, to);
    }

    const low = block[at++];
    const high = block[at++];
    if (low === undefined || high === undefined) return DecodeError.TRUNCATED;
    const offset = low | (high << 8);
    if (offset === 0) return DecodeError.OFFSET_ZERO;
    if (offset > to) return DecodeError.OFFSET_BEFORE_START;

    const length = readLength(token & 15);
    if (length === undefined) return DecodeError.TRUNCATED;
    const match = length + MATCH_BYTES_MIN;
    if (to + match > room) return DecodeError.OUTPUT_FULL;
    for (let i = 0; i < match; i++, to++) output[to] = output[to - offset] as number;
    sequences?.push({ at: start, literals, match, offset });
  }
}

/** The page of `raw` bytes that a TYPED body stands for; undefined when the body is damaged. */
export function referenceTyped(body: Uint8Array, raw: number): Uint8Array | undefined {
  const kind = body[0] as number;
  if (kind < 1 || kind > 3) return undefined;
  const turned = referenceDecode(body.subarray(1), raw);
  if (typeof turned === "number") return undefined;
  const page = new Uint8Array(raw);
  page.set(turned);
  const width = kind === 2 ? 8 : 4;
  const count = Math.floor(turned.length / 16) * (16 / width);
  for (let element = 0; element < count; element++) {
    for (let byte = 0; byte < width; byte++) {
      const at = element * width + byte;
      const before = kind === 3 && element > 0 ? (page[at - width] as number) : 0;
      page[at] = (turned[byte * count + element] as number) + before;
    }
  }
  return page;
}

/**
 * Appends a sequence to a block that is being built: a token, its lengths, literals, and a match if `offset`
 * is not 0.
 */
export function putSequence(block: number[], literals: Uint8Array, offset: number, match: number): void {
  const extra = offset === 0 ? 0 : match - MATCH_BYTES_MIN;
  block.push((Math.min(literals.length, LENGTH_CONTINUES) << 4) | Math.min(extra, LENGTH_CONTINUES));
  putLength(block, literals.length);
  for (const literal of literals) block.push(literal);
  if (offset === 0) return;
  block.push(offset & 255, offset >> 8);
  putLength(block, extra);
}

function putLength(block: number[], length: number): void {
  if (length < LENGTH_CONTINUES) return;
  let rest = length - LENGTH_CONTINUES;
  for (; rest >= 255; rest -= 255) block.push(255);
  block.push(rest);
}
