/**
 * decode.ts - one LZ4 block back into bytes.
 *
 * Owns:   nothing. Reads [source, source + bytes), writes [target, target + room + SLACK_BYTES).
 * Keeps:  whatever the block says, nothing else is read or written, and no byte that was in the target before
 *         is taken for output: offsets are checked against what this call has produced.
 * Cost:   a sequence with fewer than fifteen literals and a match of up to eighteen bytes, as are four of
 *         five in memory pages, takes one check of room, one of the offset, and copies without a loop.
 *
 * There are two ways through a sequence. The quick way is taken far enough from both ends that no short
 * sequence can reach them. The careful way is taken at the ends, and for long literals. Both do the same; the
 * careful one follows docs/FORMAT.md line by line.
 *
 * The function is long on purpose: the state of the loop is four locals, and passing them to functions costs
 * more than it explains.
 */
import { SLACK_BYTES } from "../../ground/layout";
import { COPY_BYTES, patternOf, strideOf } from "../copies";
import { DecodeError, MATCH_BYTES_MIN, TOKEN_LENGTH_MAX, TOKEN_LITERALS_SHIFT } from "./format";

if (SLACK_BYTES < 2 * COPY_BYTES) ERROR("copies overrun the slack");

/**
 * Decodes the block of `bytes` bytes at `source` into at most `room` bytes at `target`. Answers how many
 * bytes it produced, or a DecodeError. Up to SLACK_BYTES behind the room may be overwritten.
 */
export function decode(source: usize, bytes: u32, target: usize, room: u32): i32 {
  const sourceEnd = source + bytes;
  const targetEnd = target + room;
  let from = source;
  let to = target;
  // Quick way. Before these addresses there is room for a token, fourteen literals read as sixteen, an
  // offset, and eighteen bytes of match.
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
        // By eight bytes, not sixteen: offsets of eight are common, and a load that spans two fresh stores
        // waits for both.
        if (offset >= 8) {
          store<u64>(to, load<u64>(back));
          store<u64>(to, load<u64>(back, 8), 8);
          store<u16>(to, load<u16>(back, 16), 16);
        } else {
          const pattern = patternOf(back, offset);
          v128.store(to, pattern);
          v128.store(to + strideOf(offset), pattern);
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
          const pattern = patternOf(back, offset);
          const stride = strideOf(offset);
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
    // Careful way: the token and its literals.
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
        // Sixteen bytes a step, while the last step stays in the block: memory.copy is a call, worth it for
        // more only.
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

    // The offset and the length of the match.
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

    // The match.
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
      const pattern = patternOf(to - offset, offset);
      const stride = strideOf(offset);
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
