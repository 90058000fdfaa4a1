/**
 * reference.ts - the LZ4 block as docs/FORMAT.md tells it, one byte at a time, each rule checked in the
 * document's order. It shares no line and no constant with assembly/codec; the specs hold the encoder and the
 * decoder to it.
 */

/** End of the length just read. */
let after: usize = 0;
/** What readLength answers when the block ends first: more than any length in a block of 2^24 bytes. */
const NO_LENGTH: u32 = <u32>-1;

/** The length that began in a token with `inToken`; `after` is set behind it. */
function readLength(inToken: u32, from: usize, end: usize): u32 {
  after = from;
  if (inToken != 15) return inToken;
  let length: u32 = 15;
  while (after < end) {
    const more = <u32>load<u8>(after);
    after += 1;
    length += more;
    if (more != 255) return length;
  }
  return NO_LENGTH;
}

/**
 * Length of what the block decodes to in at most `room` bytes, or the number of the first rule that it
 * breaks.
 */
export function referenceDecode(block: usize, bytes: u32, out: usize, room: u32): i32 {
  const end = block + bytes;
  let from = block;
  let to: u32 = 0;
  while (true) {
    if (from >= end) return -1;
    const token = <u32>load<u8>(from);

    const literals = readLength(token >> 4, from + 1, end);
    if (literals == NO_LENGTH) return -1;
    from = after;
    if (<u64>from + literals > <u64>end) return -2;
    if (to + literals > room) return -3;
    for (let i: u32 = 0; i < literals; i++) store<u8>(out + to + i, load<u8>(from + i));
    from += literals;
    to += literals;
    if (from == end) return <i32>to;

    if (from + 2 > end) return -1;
    const offset = <u32>load<u8>(from) | ((<u32>load<u8>(from + 1)) << 8);
    if (offset == 0) return -4;
    if (offset > to) return -5;

    const length = readLength(token & 15, from + 2, end);
    if (length == NO_LENGTH) return -1;
    from = after;
    if (to + length + 4 > room) return -3;
    for (let i: u32 = 0; i < length + 4; i++) store<u8>(out + to + i, load<u8>(out + to + i - offset));
    to += length + 4;
  }
}
