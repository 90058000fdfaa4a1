/**
 * workshop.ts - trains dictionaries and makes dense blocks, in an instance of the module that keeps no page.
 *
 * Owns:   all of its instance's memory behind the window, and WORKSHOP_CONTROL. An instance is either a
 *         workshop or an arena.
 * Keeps:  between two pages only the dictionary that it uses. A step does a bounded amount of work,
 *         whatever the pages are.
 * Cost:   `npm run bench -- dense`: some hundred microseconds a page, the whole training as much as a
 *         thousand pages.
 *
 * It is apart from the arenas because the index of an encoder and the sample of a training need long runs of
 * memory for a while. A full arena does not have them, and no arena could give them back; a workshop is
 * dropped as a whole. The host carries pages and blocks between the window of the workshop and that of an
 * arena.
 *
 *   │ window │ room for a block │ dictionary │ index │ work │ training │ sample … │
 */

import { DENSE_TABLES_BYTES } from "../codec/dense/decode";
import { denseEncodeStep } from "../codec/dense/encode";
import { DICTIONARY_CONTENT_AT, DICTIONARY_CONTENT_MAX } from "../codec/dense/format";
import {
  denseCodes,
  denseIndex,
  denseIndexBytes,
  denseParseBegin,
  denseParseBytes,
} from "../codec/dense/parse";
import {
  denseTrainAdd,
  denseTrainBegin,
  denseTrainOpen,
  denseTrainStep,
  TRAINING_BYTES,
} from "../codec/dense/train";
import { dictionaryValid } from "../codec/dense/dictionary";
import { LINE_BYTES, SLACK_BYTES, WASM_PAGE_BYTES } from "../ground/layout";
import { WORKSHOP_CONTROL } from "../ground/records";
import { blockBytesFor } from "../memory/blocks";
import { scratchPtr, windowPtr } from "../ground/window";

const PAGE_BYTES: usize = WORKSHOP_CONTROL + 0;
/** Most bytes of content. */
const CONTENT: usize = WORKSHOP_CONTROL + 4;
const DICTIONARY: usize = WORKSHOP_CONTROL + 8;
const INDEX: usize = WORKSHOP_CONTROL + 12;
const WORK: usize = WORKSHOP_CONTROL + 16;
const TRAINING: usize = WORKSHOP_CONTROL + 20;

/** Content comes in segments of so many bytes. */
const SEGMENT_BYTES: u32 = 128;

/** Most bytes of content that an arena for such pages has room for. */
function contentFor(pageBytes: u32): u32 {
  const room = blockBytesFor(pageBytes) - DENSE_TABLES_BYTES - SLACK_BYTES - DICTIONARY_CONTENT_AT;
  // A dictionary travels through the window, all of it at once.
  return min(room, DICTIONARY_CONTENT_MAX - DICTIONARY_CONTENT_AT) & ~(SEGMENT_BYTES - 1);
}

function after(at: usize, bytes: u32): usize {
  return (at + bytes + LINE_BYTES - 1) & ~(<usize>LINE_BYTES - 1);
}

/**
 * Wasm pages of a workshop for pages of `pageBytes`, with room to train from `sample` bytes of them, which
 * may be 0.
 */
export function workshopWasmPages(pageBytes: u32, sample: u32): u32 {
  return <u32>((layOut(pageBytes, sample, false) + WASM_PAGE_BYTES - 1) / WASM_PAGE_BYTES);
}

/** Prepares a fresh instance. False when the host has no memory for it. */
export function workshopOpen(pageBytes: u32, sample: u32): bool {
  const wanting = <i32>workshopWasmPages(pageBytes, sample) - memory.size();
  if (wanting > 0 && memory.grow(wanting) == -1) return false;
  layOut(pageBytes, sample, true);
  return true;
}

/** Computes where everything is, and writes it down if `write` says so. Answers the end of it. */
function layOut(pageBytes: u32, sample: u32, write: bool): usize {
  const content = contentFor(pageBytes);
  const dictionary = after(scratchPtr(), pageBytes);
  const index = after(dictionary, DICTIONARY_CONTENT_AT + content + SLACK_BYTES);
  const work = after(index, denseIndexBytes(content));
  const training = after(work, denseParseBytes(pageBytes));
  const first = after(training, sample ? TRAINING_BYTES : 0);
  if (write) {
    store<u32>(PAGE_BYTES, pageBytes);
    store<u32>(CONTENT, content);
    store<u32>(DICTIONARY, dictionary);
    store<u32>(INDEX, index);
    store<u32>(WORK, work);
    store<u32>(TRAINING, training);
    if (sample) denseTrainOpen(training, first, sample);
  }
  return first + sample + SLACK_BYTES;
}

/** Adds the page of `bytes` bytes in the window to the sample. False when the sample has no room for it. */
export function workshopSample(bytes: u32): bool {
  return denseTrainAdd(load<u32>(TRAINING), windowPtr(), bytes);
}

/** Begins to train the dictionary `version` from the sample. */
export function workshopTrain(version: u32): void {
  denseTrainBegin(
    load<u32>(TRAINING),
    version,
    load<u32>(DICTIONARY),
    load<u32>(CONTENT),
    load<u32>(INDEX),
    load<u32>(WORK),
  );
}

/**
 * A step of the training. Answers 0, or, after the last step, the bytes of the dictionary, which then is in
 * the window.
 */
export function workshopStep(): u32 {
  const bytes = denseTrainStep(load<u32>(TRAINING));
  memory.copy(windowPtr(), load<u32>(DICTIONARY), bytes);
  return bytes;
}

/** Uses the dictionary of `bytes` bytes in the window from now on. False when that is none. */
export function workshopUse(bytes: u32): bool {
  if (bytes < DICTIONARY_CONTENT_AT || bytes > DICTIONARY_CONTENT_AT + load<u32>(CONTENT)) return false;
  if (!dictionaryValid(windowPtr(), bytes)) return false;
  memory.copy(load<u32>(DICTIONARY), windowPtr(), bytes);
  denseCodes(load<u32>(DICTIONARY), load<u32>(INDEX));
  denseIndex(load<u32>(DICTIONARY), load<u32>(INDEX));
  return true;
}

/** Begins to make a dense block of the page of `bytes` bytes in the window. */
export function workshopBegin(bytes: u32): void {
  denseParseBegin(windowPtr(), bytes, load<u32>(DICTIONARY), load<u32>(INDEX), load<u32>(WORK));
}

/**
 * A step of making that block. Answers a negative number, or, after the last step, the length of the block,
 * which then is in the window; 0 if it is longer than `limit`.
 */
export function workshopEncode(limit: u32): i32 {
  const length = denseEncodeStep(load<u32>(WORK), scratchPtr(), limit);
  if (length > 0) memory.copy(windowPtr(), scratchPtr(), length);
  return length;
}
