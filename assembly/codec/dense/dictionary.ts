/**
 * dictionary.ts - dictionaries: strings that pages share, and the code length of each symbol. Drawn in
 * format.ts.
 *
 * Owns:   nothing. Touches only the ranges its parameters name.
 * Keeps:  a dictionary that passes dictionaryValid can be used with any block without another look at it.
 * Cost:   the checksum of 64 KiB takes 70 us.
 */
import {
  DICTIONARY_CHECKSUM_AT,
  DICTIONARY_CONTENT_AT,
  DICTIONARY_CONTENT_BYTES_AT,
  DICTIONARY_CONTENT_MAX,
  DICTIONARY_LITERALS_AT,
  DICTIONARY_OFFSETS_AT,
  DICTIONARY_TOKENS_AT,
  DICTIONARY_VERSION_AT,
  LITERAL_SYMBOLS,
  OFFSET_SYMBOLS,
  TOKEN_SYMBOLS,
} from "./format";
import { lengthsComplete } from "./prefix";

/** FNV-1a's first value and prime, of 32 bits. */
const CHECKSUM_FIRST: u32 = 2166136261;
const CHECKSUM_PRIME: u32 = 16777619;

export function dictionaryContentBytes(dictionary: usize): u32 {
  return load<u32>(dictionary, DICTIONARY_CONTENT_BYTES_AT);
}

/** Bytes of header, lengths and content. */
export function dictionaryBytes(dictionary: usize): u32 {
  return DICTIONARY_CONTENT_AT + dictionaryContentBytes(dictionary);
}

function checksum(dictionary: usize): u32 {
  const end = dictionary + dictionaryBytes(dictionary);
  let sum: u32 = CHECKSUM_FIRST;
  let at = dictionary + DICTIONARY_CHECKSUM_AT + 4;
  while (at < end) {
    sum = (sum ^ <u32>load<u8>(at)) * CHECKSUM_PRIME;
    at += 1;
  }
  return sum;
}

/** Writes version and checksum: the last thing done to a new dictionary. */
export function dictionarySeal(dictionary: usize, version: u32): void {
  store<u32>(dictionary, version, DICTIONARY_VERSION_AT);
  store<u32>(dictionary, checksum(dictionary), DICTIONARY_CHECKSUM_AT);
}

/** Whether these `bytes` bytes are a dictionary, whole and unchanged since it was sealed. */
export function dictionaryValid(dictionary: usize, bytes: u32): bool {
  if (bytes < DICTIONARY_CONTENT_AT) return false;
  if (dictionaryContentBytes(dictionary) > DICTIONARY_CONTENT_MAX) return false;
  if (dictionaryBytes(dictionary) != bytes) return false;
  if (load<u32>(dictionary, DICTIONARY_CHECKSUM_AT) != checksum(dictionary)) return false;
  return (
    load<u32>(dictionary, DICTIONARY_VERSION_AT) < 256 &&
    lengthsComplete(dictionary + DICTIONARY_LITERALS_AT, LITERAL_SYMBOLS) &&
    lengthsComplete(dictionary + DICTIONARY_TOKENS_AT, TOKEN_SYMBOLS) &&
    lengthsComplete(dictionary + DICTIONARY_OFFSETS_AT, OFFSET_SYMBOLS)
  );
}
