/**
 * format.ts - constants of the LZ4 block format, each with the sentence of docs/FORMAT.md it stands for.
 *
 * Owns:   nothing.
 */

/** "A match copies at least four bytes; the token holds its length less four." */
export const MATCH_BYTES_MIN: u32 = 4;
/** "A length of fifteen in the token means that more bytes follow, each adding up to 255." */
export const TOKEN_LENGTH_MAX: u32 = 15;
/** "The high four bits of the token are the count of literals." */
export const TOKEN_LITERALS_SHIFT: u32 = 4;
/** "The last five bytes of a block are always literals." */
export const LAST_LITERALS: u32 = 5;
/**
 * "The last match starts at least twelve bytes before the end." So a block of fewer than 13 bytes has none.
 */
export const MATCH_START_MARGIN: u32 = 12;

/**
 * Why a block was rejected. decode() answers one of these instead of a length: the first rule that the block
 * breaks. A damaged block is never repaired, and never read past its end.
 */
export const enum DecodeError {
  /** The block ends inside a sequence, or after a match. */
  TRUNCATED = -1,
  /** Literals reach past the end of the block. */
  LITERALS_PAST_END = -2,
  /** The sequence would write past the room given. */
  OUTPUT_FULL = -3,
  /** "An offset of zero is invalid." */
  OFFSET_ZERO = -4,
  /** The offset reaches before the first byte of the page. */
  OFFSET_BEFORE_START = -5,
}
