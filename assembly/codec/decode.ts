/**
 * decode.ts - one LZ4 block back into bytes.
 *
 * Owns:   nothing. Reads [source, source + bytes), writes [target, target + room + SLACK_BYTES).
 * Keeps:  whatever the block says, nothing else is read or written, and no byte that was in the target before
 *         is taken for output: offsets are checked against what this call has produced.
 * Called: engine.ts.
 * Cost:   sequences with fewer than fifteen literals and a match of up to eighteen bytes, four of five in memory
 *         pages, take one check of room for all, one of the offset, and copies without a loop.
 *
 * Two ways through a sequence. Quick: far enough from both ends that no short one can reach them. Careful: at the ends,
 * and for long literals. Both say the same; the careful one is the document, line by line.
 *
 * Long on purpose: the state of the loop is four locals, and handing them to functions costs more than it tells.
 */
import { SLACK_BYTES } from "../layout";
import { DecodeError, MATCH_BYTES_MIN, TOKEN_LENGTH_MAX, TOKEN_LITERALS_SHIFT } from "./format";

/** Bytes that one copy moves. */
const COPY_BYTES: u32 = 16;
if (SLACK_BYTES < 2 * COPY_BYTES) ERROR("copies overrun the slack");

/** Row n, for an offset of n below sixteen: which of the n bytes before the match goes where; row 16, which the dense decoder asks for, leaves all in place. */
export const SPREAD: usize = memory.data<u8>(
  [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0,
    1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 0, 1, 2, 3, 0, 1,
    2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 0, 1, 2, 3, 4, 5, 0, 1, 2,
    3, 4, 5, 0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0, 1, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3,
    4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4,
    5, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 0,
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 1, 2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 0, 1, 0, 1,
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
  ],
  16,
);
/** Row n: the largest multiple of n up to sixteen, by which a copy of the pattern may advance. */
export const STRIDE: usize = memory.data<u8>([
  0, 16, 16, 15, 16, 15, 12, 14, 16, 9, 10, 11, 12, 13, 14, 15, 16,
]);

/**
 * Decodes the block of `bytes` bytes at `source` into at most `room` bytes at `target`. Answers how many bytes
 * it produced, or a DecodeError. Up to SLACK_BYTES behind the room may be overwritten.
 */
export function decode(source: usize, bytes: u32, target: usize, room: u32): i32 {
  const sourceEnd = source + bytes;
  const targetEnd = target + room;
  let from = source;
  let to = target;
  // Before these a token, fourteen literals read as sixteen, an offset, and eighteen bytes of match have room.
  const sourceQuick = sourceEnd - (1 + COPY_BYTES);
  const targetQuick = targetEnd - 2 * COPY_BYTES;
  // Bound: each turn consumes a token, so at most `bytes` turns.
  while (from < sourceEnd) {
    while (from <= sourceQuick && to <= targetQuick) {
      const token = <u32>load<u8>(from);
      const literals: u32 = token >> TOKEN_LITERALS_SHIFT;
      if (literals == TOKEN_LENGTH_MAX) break;
      v128.store(to, v128.load(from, 1));
      from += literals;
      to += literals;
      const offset = <u32>load<u16>(from, 1);
      from += 3;
      // One comparison for both: less one, an offset of zero is larger than all.
      if (offset - 1 >= <u32>(to - target)) {
        return offset == 0 ? DecodeError.OFFSET_ZERO : DecodeError.OFFSET_BEFORE_START;
      }
      let match: u32 = token & TOKEN_LENGTH_MAX;
      let back = to - offset;
      if (match != TOKEN_LENGTH_MAX) {
        // By eight bytes, not sixteen: offsets of eight are common, and a load that spans two fresh stores waits.
        if (offset >= 8) {
          store<u64>(to, load<u64>(back));
          store<u64>(to, load<u64>(back, 8), 8);
          store<u16>(to, load<u16>(back, 16), 16);
        } else {
          const pattern = v128.swizzle(v128.load(back), v128.load(SPREAD + (offset << 4)));
          v128.store(to, pattern);
          v128.store(to + <usize>load<u8>(STRIDE + offset), pattern);
        }
        to += match + MATCH_BYTES_MIN;
      } else {
        let more: u32 = 255;
        while (more == 255) {
          if (from >= sourceEnd) return DecodeError.TRUNCATED;
          more = <u32>load<u8>(from);
          from += 1;
          match += more;
        }
        match += MATCH_BYTES_MIN;
        if (match > <u32>(targetEnd - to)) return DecodeError.OUTPUT_FULL;
        const matchEnd = to + match;
        if (offset >= COPY_BYTES) {
          v128.store(to, v128.load(back));
          v128.store(to, v128.load(back, 16), 16);
          while (to + 32 < matchEnd) {
            back += 32;
            to += 32;
            v128.store(to, v128.load(back));
            v128.store(to, v128.load(back, 16), 16);
          }
        } else {
          const pattern = v128.swizzle(v128.load(back), v128.load(SPREAD + (offset << 4)));
          const stride = <usize>load<u8>(STRIDE + offset);
          v128.store(to, pattern);
          while (to + stride < matchEnd) {
            to += stride;
            v128.store(to, pattern);
          }
        }
        to = matchEnd;
      }
    }
    if (from >= sourceEnd) break;
    const token = <u32>load<u8>(from);
    from += 1;

    let literals: u32 = token >> TOKEN_LITERALS_SHIFT;
    if (literals < TOKEN_LENGTH_MAX && <u32>(sourceEnd - from) >= COPY_BYTES) {
      // The block has sixteen bytes left, so fewer than fifteen literals cannot reach past its end.
      if (literals > <u32>(targetEnd - to)) return DecodeError.OUTPUT_FULL;
      v128.store(to, v128.load(from));
      from += literals;
      to += literals;
    } else {
      if (literals == TOKEN_LENGTH_MAX) {
        let more: u32 = 255;
        while (more == 255) {
          if (from >= sourceEnd) return DecodeError.TRUNCATED;
          more = <u32>load<u8>(from);
          from += 1;
          literals += more;
        }
      }
      if (literals > <u32>(sourceEnd - from)) return DecodeError.LITERALS_PAST_END;
      if (literals > <u32>(targetEnd - to)) return DecodeError.OUTPUT_FULL;
      if (<u32>(sourceEnd - from) >= literals + COPY_BYTES) {
        // Sixteen bytes a step, while the last step stays in the block: memory.copy is a call, worth it for more only.
        let done: u32 = 0;
        do {
          v128.store(to + done, v128.load(from + done));
          done += COPY_BYTES;
        } while (done < literals);
      } else {
        memory.copy(to, from, literals);
      }
      from += literals;
      to += literals;
      if (from == sourceEnd) return <i32>(to - target);
    }

    if (<u32>(sourceEnd - from) < 2) return DecodeError.TRUNCATED;
    const offset = <u32>load<u16>(from);
    from += 2;
    if (offset == 0) return DecodeError.OFFSET_ZERO;
    if (offset > <u32>(to - target)) return DecodeError.OFFSET_BEFORE_START;

    let match: u32 = token & TOKEN_LENGTH_MAX;
    if (match == TOKEN_LENGTH_MAX) {
      let more: u32 = 255;
      while (more == 255) {
        if (from >= sourceEnd) return DecodeError.TRUNCATED;
        more = <u32>load<u8>(from);
        from += 1;
        match += more;
      }
    }
    match += MATCH_BYTES_MIN;
    if (match > <u32>(targetEnd - to)) return DecodeError.OUTPUT_FULL;

    const matchEnd = to + match;
    if (offset >= COPY_BYTES) {
      let back = to - offset;
      v128.store(to, v128.load(back));
      while (to + COPY_BYTES < matchEnd) {
        back += COPY_BYTES;
        to += COPY_BYTES;
        v128.store(to, v128.load(back));
      }
    } else {
      const pattern = v128.swizzle(v128.load(to - offset), v128.load(SPREAD + (offset << 4)));
      const stride = <usize>load<u8>(STRIDE + offset);
      v128.store(to, pattern);
      while (to + stride < matchEnd) {
        to += stride;
        v128.store(to, pattern);
      }
    }
    to = matchEnd;
  }
  return DecodeError.TRUNCATED;
}
