/**
 * workshop.ts - where dictionaries are trained and dense blocks made: an instance of the module that keeps no page.
 *
 * Owns:   all of its instance's memory behind the window. An instance is either a workshop or an arena.
 * Keeps:  nothing between two pages but the dictionary it works by. A step ends after so much work, whatever the pages are.
 * Called: index.ts; by src/workshop.ts, which carries pages and blocks between its window and that of an arena.
 * Cost:   `npm run bench:dense`: some hundred microseconds a page, the whole training as much as a thousand pages.
 *
 * Apart from the arenas, because an encoder's index and a training's sample want long runs of memory for a while, which an
 * arena that is full has not, and could never give back; a workshop is let go of as a whole.
 *
 *   │ window │ room for a block │ dictionary │ index │ work │ training │ sample … │
 */

import { DENSE_TABLES_BYTES } from "./codec/dense_decode";
import { denseEncodeStep } from "./codec/dense_encode";
import { DICTIONARY_CONTENT_AT, DICTIONARY_CONTENT_MAX } from "./codec/dense_format";
import {
  denseCodes,
  denseIndex,
  denseIndexBytes,
  denseParseBegin,
  denseParseBytes,
} from "./codec/dense_parse";
import {
  denseTrainAdd,
  denseTrainBegin,
  denseTrainOpen,
  denseTrainStep,
  TRAINING_BYTES,
} from "./codec/dense_train";
import { dictionaryValid } from "./codec/dictionary";
import { LINE_BYTES, SLACK_BYTES, WASM_PAGE_BYTES, WINDOW_PTR, WINDOW_SCRATCH_AT } from "./layout";
import { WORKSHOP_CONTROL } from "./records";
import { blockBytesFor } from "./stock";

const PAGE_BYTES: usize = WORKSHOP_CONTROL + 0;
/** Most bytes of content. */
const CONTENT: usize = WORKSHOP_CONTROL + 4;
const DICTIONARY: usize = WORKSHOP_CONTROL + 8;
const INDEX: usize = WORKSHOP_CONTROL + 12;
const WORK: usize = WORKSHOP_CONTROL + 16;
const TRAINING: usize = WORKSHOP_CONTROL + 20;

const BLOCK_PTR: usize = WINDOW_PTR + WINDOW_SCRATCH_AT;
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

/** Wasm pages of a workshop for pages of `pageBytes`, and for a training from `sample` bytes of them; without, if that is 0. */
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

/** Where everything is: written down, if that is asked for. Answers the end of it. */
function layOut(pageBytes: u32, sample: u32, write: bool): usize {
  const content = contentFor(pageBytes);
  const dictionary = after(BLOCK_PTR, pageBytes);
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

/** The page of `bytes` bytes in the window goes into the sample. False when that has no room for it. */
export function workshopSample(bytes: u32): bool {
  return denseTrainAdd(load<u32>(TRAINING), WINDOW_PTR, bytes);
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

/** A step of the training. When it is done, the dictionary is in the window, and its bytes are the answer; else 0. */
export function workshopStep(): u32 {
  const bytes = denseTrainStep(load<u32>(TRAINING));
  memory.copy(WINDOW_PTR, load<u32>(DICTIONARY), bytes);
  return bytes;
}

/** Works by the dictionary of `bytes` bytes in the window from now on. False when that is none. */
export function workshopUse(bytes: u32): bool {
  if (bytes < DICTIONARY_CONTENT_AT || bytes > DICTIONARY_CONTENT_AT + load<u32>(CONTENT)) return false;
  if (!dictionaryValid(WINDOW_PTR, bytes)) return false;
  memory.copy(load<u32>(DICTIONARY), WINDOW_PTR, bytes);
  denseCodes(load<u32>(DICTIONARY), load<u32>(INDEX));
  denseIndex(load<u32>(DICTIONARY), load<u32>(INDEX));
  return true;
}

/** Begins to make a dense block of the page of `bytes` bytes in the window. */
export function workshopBegin(bytes: u32): void {
  denseParseBegin(WINDOW_PTR, bytes, load<u32>(DICTIONARY), load<u32>(INDEX), load<u32>(WORK));
}

/**
 * Goes on with it. When the block is done, it is in the window, and its length is the answer, 0 if that is above `limit`; else
 * a negative number.
 */
export function workshopEncode(limit: u32): i32 {
  const length = denseEncodeStep(load<u32>(WORK), BLOCK_PTR, limit);
  if (length > 0) memory.copy(WINDOW_PTR, BLOCK_PTR, length);
  return length;
}
