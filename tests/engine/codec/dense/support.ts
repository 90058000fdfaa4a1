/**
 * support.ts - what the specs of the dense codec share: regions, and a dictionary trained from generated
 * pages.
 */
import {
  DENSE_TABLES_BYTES,
  denseDecode,
  denseDecodeScratchBytes,
  denseTables,
} from "../../../../assembly/codec/dense/decode";
import { denseEncode } from "../../../../assembly/codec/dense/encode";
import { DICTIONARY_BYTES_MAX } from "../../../../assembly/codec/dense/format";
import { denseIndexBytes, denseParseBytes } from "../../../../assembly/codec/dense/parse";
import {
  denseTrain,
  denseTrainAdd,
  denseTrainOpen,
  TRAINING_BYTES,
} from "../../../../assembly/codec/dense/train";
import { BUFFER_PTR, fillKind, isAll } from "../../support";

export const PAGE: u32 = 4096;
export const CONTENT: u32 = 8192;
export const SAMPLE_PAGES: u32 = 48;

const GUARD: u32 = 64;
export const DICTIONARY: usize = BUFFER_PTR;
export const INDEX: usize = DICTIONARY + DICTIONARY_BYTES_MAX + GUARD;
export const WORK: usize = INDEX + 0x40000;
export const TABLES: usize = WORK + 0x100000;
export const SCRATCH: usize = TABLES + 0x8000;
export const SOURCE: usize = SCRATCH + 0x40000;
export const TARGET: usize = SOURCE + 0x20000;
export const BACK: usize = TARGET + 0x20000;
export const SAMPLE: usize = BACK + 0x20000;
export const TRAINING: usize = SAMPLE + SAMPLE_PAGES * PAGE;

/** Guards behind index, work, tables, scratch and the scratch of the training. */
export function guard(): void {
  memory.fill(INDEX + denseIndexBytes(CONTENT), 0x5a, GUARD);
  memory.fill(WORK + denseParseBytes(PAGE), 0x5a, GUARD);
  memory.fill(TABLES + DENSE_TABLES_BYTES, 0x5a, GUARD);
  memory.fill(SCRATCH + denseDecodeScratchBytes(PAGE), 0x5a, GUARD);
  memory.fill(TRAINING + TRAINING_BYTES, 0x5a, GUARD);
}

export function isGuarded(): bool {
  return (
    isAll(INDEX + denseIndexBytes(CONTENT), GUARD, 0x5a) &&
    isAll(WORK + denseParseBytes(PAGE), GUARD, 0x5a) &&
    isAll(TABLES + DENSE_TABLES_BYTES, GUARD, 0x5a) &&
    isAll(SCRATCH + denseDecodeScratchBytes(PAGE), GUARD, 0x5a) &&
    isAll(TRAINING + TRAINING_BYTES, GUARD, 0x5a)
  );
}

/**
 * Trains from the pages of `bytes` bytes that stand side by side at SAMPLE; answers the dictionary's bytes.
 */
export function trainSample(version: u32, bytes: u32): u32 {
  denseTrainOpen(TRAINING, SAMPLE, SAMPLE_PAGES * PAGE);
  // The sample is where they stand already.
  for (let i: u32 = 0; i < SAMPLE_PAGES; i++) assert(denseTrainAdd(TRAINING, SAMPLE + i * bytes, bytes));
  return denseTrain(TRAINING, version, DICTIONARY, CONTENT, INDEX, WORK);
}

/** Trains from pages of all kinds; answers the dictionary's bytes. */
export function train(version: u32): u32 {
  for (let i: u32 = 0; i < SAMPLE_PAGES; i++) fillKind(SAMPLE + i * PAGE, PAGE, i % 6);
  const bytes = trainSample(version, PAGE);
  denseTables(DICTIONARY, TABLES);
  return bytes;
}

export function encodePage(bytes: u32, limit: u32): u32 {
  return denseEncode(SOURCE, bytes, DICTIONARY, INDEX, WORK, TARGET, limit);
}

export function decodeBlock(stored: u32, bytes: u32): i32 {
  return denseDecode(TARGET, stored, DICTIONARY, TABLES, BACK, bytes, SCRATCH);
}
