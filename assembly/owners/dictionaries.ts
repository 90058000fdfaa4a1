/**
 * dictionaries.ts - the dictionaries by which dense bodies are read.
 *
 * Owns:   one frame of rows, one for each version; the blocks that dictionaries stand in; DICTIONARY_ROWS,
 *         DICTIONARY_COUNT.
 * Keeps:  a row counts the bodies that name its version; a dictionary in a row is valid, and its decode
 *         tables are laid out. It never changes, so it reads for ever what it has read once.
 * Cost:   a block for each dictionary: the dictionary, its slack, 20 KiB of tables; one frame for all rows.
 *
 * A version means the same dictionary in every arena of a pool: the host numbers them.
 */
import { DENSE_TABLES_BYTES, denseTables } from "../codec/dense/decode";
import { DICTIONARY_VERSION_AT } from "../codec/dense/format";
import { dictionaryBytes, dictionaryValid } from "../codec/dense/dictionary";
import { frameHang, frameUnhang } from "../memory/frames";
import { SLACK_BYTES } from "../ground/layout";
import {
  DICTIONARY_COUNT,
  DICTIONARY_ROWS,
  FRAME_BYTES,
  VERSION_BODIES_AT,
  VERSION_DICTIONARY_AT,
  VERSION_SCOPE_AT,
  VERSION_ROW_SHIFT,
  VERSION_MAX,
} from "../ground/records";
import { stockBlockBytes, stockGive, stockTake } from "../memory/blocks";

if ((VERSION_MAX + 1) << VERSION_ROW_SHIFT > FRAME_BYTES) ERROR("rows of all versions must fit a frame");

function rowOf(version: u32): usize {
  return <usize>load<u32>(DICTIONARY_ROWS) + (version << VERSION_ROW_SHIFT);
}

/** The dictionary of a version (0..127), or 0 when there is none here. */
export function dictionaryOf(version: u32): usize {
  return load<u32>(DICTIONARY_ROWS) ? <usize>load<u32>(rowOf(version), VERSION_DICTIONARY_AT) : 0;
}

/** Decode tables of a dictionary that dictionaryOf has found: at the end of its block. */
export function dictionaryTables(dictionary: usize): usize {
  return dictionary + stockBlockBytes() - DENSE_TABLES_BYTES;
}

/** The scope of the pages from which the dictionary was made. */
export function dictionaryScope(version: u32): u32 {
  return load<u32>(rowOf(version), VERSION_SCOPE_AT);
}

/** Bodies that name the version. */
export function dictionaryBodies(version: u32): u32 {
  return load<u32>(rowOf(version), VERSION_BODIES_AT);
}

/** Counts a body that names the version, or one less. */
export function dictionaryCount(version: u32, change: i32): void {
  assert(dictionaryOf(version) != 0);
  store<u32>(rowOf(version), dictionaryBodies(version) + change, VERSION_BODIES_AT);
}

/** Bytes of the largest dictionary that fits a block beside its tables. */
export function dictionaryRoom(): u32 {
  return stockBlockBytes() - DENSE_TABLES_BYTES - SLACK_BYTES;
}

/**
 * Takes in the `bytes` bytes at `source` as the dictionary of `version` (1..127), for pages of `scope`. False
 * when that is no dictionary, not of this version, when the version is taken, or when there is no memory.
 */
export function dictionaryAdd(version: u32, scope: u32, source: usize, bytes: u32): bool {
  if (!version || version > VERSION_MAX || bytes > dictionaryRoom() || dictionaryOf(version)) return false;
  if (!dictionaryValid(source, bytes) || load<u32>(source, DICTIONARY_VERSION_AT) != version) return false;
  if (!load<u32>(DICTIONARY_ROWS) && !frameHang(DICTIONARY_ROWS)) return false;
  const block = stockTake();
  if (!block) return false;
  memory.copy(block, source, bytes);
  memory.fill(block + bytes, 0, SLACK_BYTES);
  denseTables(block, dictionaryTables(block));
  const row = rowOf(version);
  store<u32>(row, block, VERSION_DICTIONARY_AT);
  store<u32>(row, scope, VERSION_SCOPE_AT);
  store<u32>(row, 0, VERSION_BODIES_AT);
  store<u32>(DICTIONARY_COUNT, load<u32>(DICTIONARY_COUNT) + 1);
  return true;
}

/** Copies a dictionary to `target` and answers its bytes; 0 when there is none of that version. */
export function dictionaryCopy(version: u32, target: usize): u32 {
  const dictionary = dictionaryOf(version);
  if (!dictionary) return 0;
  const bytes = dictionaryBytes(dictionary);
  memory.copy(target, dictionary, bytes);
  return bytes;
}

/** Forgets a dictionary. False when there is none of that version, or a body names it. */
export function dictionaryForget(version: u32): bool {
  const dictionary = dictionaryOf(version);
  if (!dictionary || dictionaryBodies(version)) return false;
  store<u32>(rowOf(version), 0, VERSION_DICTIONARY_AT);
  store<u32>(DICTIONARY_COUNT, load<u32>(DICTIONARY_COUNT) - 1);
  stockGive(dictionary);
  if (!dictionaryBlocks()) frameUnhang(DICTIONARY_ROWS);
  return true;
}

/** The first version behind `after` that has a dictionary, or 0. */
export function dictionaryNext(after: u32): u32 {
  let version = after + 1;
  while (version <= VERSION_MAX && !dictionaryOf(version)) version += 1;
  return version <= VERSION_MAX ? version : 0;
}

/** Blocks that dictionaries stand in. */
export function dictionaryBlocks(): u32 {
  return load<u32>(DICTIONARY_COUNT);
}

/** Bodies that name any version. */
export function denseBodies(): u32 {
  let bodies: u32 = 0;
  for (let version = dictionaryNext(0); version; version = dictionaryNext(version)) {
    bodies += dictionaryBodies(version);
  }
  return bodies;
}

/** True when every dictionary is as it was when it came, and as many stand in rows as are counted. */
export function dictionariesCheck(): bool {
  let count: u32 = 0;
  for (let version = dictionaryNext(0); version; version = dictionaryNext(version)) {
    const dictionary = dictionaryOf(version);
    if (!dictionaryValid(dictionary, dictionaryBytes(dictionary))) return false;
    count += 1;
  }
  return count == dictionaryBlocks();
}
