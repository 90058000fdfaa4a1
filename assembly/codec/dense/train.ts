/**
 * train.ts - a dictionary from a sample of pages.
 *
 * Owns:   nothing. Touches only the ranges its parameters name.
 * Keeps:  the same sample gives the same dictionary.
 * Cost:   `npm run bench -- dense`: some 100 ms for 2 MiB of pages.
 *
 * The content is made first. Strings of six bytes are counted, once for each page that has them, because a
 * page can copy from itself what it repeats. The sample is passed in stretches. Of each stretch the segment
 * is taken whose strings are in most pages, and these strings no longer count for the next. (The idea is that
 * of COVER: Liao, Petri, Moffat and Wirth, "Effective Construction of Relative Lempel-Ziv Dictionaries",
 * 2016.)
 *
 * Then the codes are made. The sample is parsed with guessed prices and its symbols are counted; then it is
 * parsed once more with the prices that follow from these counts.
 */

import { OFFSET_NONE, sequenceOffset, sequenceToken } from "./encode";
import {
  DICTIONARY_CONTENT_AT,
  DICTIONARY_CONTENT_BYTES_AT,
  DICTIONARY_LITERALS_AT,
  DICTIONARY_OFFSETS_AT,
  DICTIONARY_TOKENS_AT,
  LITERAL_SYMBOLS,
  OFFSET_DICTIONARY,
  OFFSET_SYMBOLS,
  TOKEN_LITERALS_UNIT,
  TOKEN_SYMBOLS,
} from "./format";
import {
  CODE_LITERALS_AT,
  CODE_OFFSETS_AT,
  CODE_PRICE_SHIFT,
  CODE_TOKENS_AT,
  denseCodes,
  denseIndex,
  denseParseBegin,
  denseParseStep,
  denseSequences,
  SEQUENCE_BYTES,
  SEQUENCE_LITERALS_AT,
  SEQUENCE_MATCH_AT,
  sequencesAt,
} from "./parse";
import { dictionarySeal } from "./dictionary";
import { codeLengths, PREFIX_SCRATCH_BYTES } from "./prefix";

/** Content is chosen in segments of so many bytes; of 32, 64, 128 this gave the smallest blocks. */
const SEGMENT_BYTES: u32 = 128;
/** Strings that are counted: of 6 and 8 bytes, those of 6 made blocks of text 3 % smaller, of heaps 0.5 %. */
const STRING_BYTES: u32 = 6;
/** They are loaded with the two bytes behind them. */
const STRING_LOAD_BYTES: u32 = 8;
/** Strings that begin in a segment. */
const SEGMENT_STRINGS: u32 = SEGMENT_BYTES - STRING_BYTES + 1;
/** Segments begin where words do. */
const SEGMENT_STEP: u32 = 8;
/** A segment must be worth this much: the sum, over its strings, of the other pages that have them. */
const SEGMENT_WORTH: u32 = SEGMENT_BYTES / 4;
/**
 * The length of a stretch is that of the sample over the number of segments for which the content has room,
 * but no less than this: else a small sample would become its own dictionary.
 */
const STRETCH_BYTES_MIN: u32 = 4096;
/** How often the sample is passed while segments are still found. */
const PASSES: u32 = 4;
/** How often the sample is parsed. */
const ROUNDS: u32 = 2;

/**
 *   behind the record of a training
 *   ├ lengths    u32 for each page of the sample
 *   ├ strings    for each hash: │ rest of the hash u32 │ other pages u16 │ last page u16 │
 *   │            while content is chosen
 *   └ counts     u32 for each symbol, lengths, and the scratch of prefix.ts
 *                while codes are made: the same bytes
 */
const STRINGS_LOG2: u32 = 17;
const STRING_COUNT_AT: usize = 4;
const STRING_PAGE_AT: usize = 6;
const STRINGS_BYTES: u32 = 8 << STRINGS_LOG2;
const COUNT_LITERALS_AT: u32 = 0;
const COUNT_TOKENS_AT: u32 = COUNT_LITERALS_AT + 4 * LITERAL_SYMBOLS;
const COUNT_OFFSETS_AT: u32 = COUNT_TOKENS_AT + 4 * TOKEN_SYMBOLS;
const COUNT_BYTES: u32 = COUNT_OFFSETS_AT + 4 * OFFSET_SYMBOLS;
const LENGTHS_AT: u32 = 4096;
const LENGTHS_SCRATCH_AT: u32 = LENGTHS_AT + 256;
if (COUNT_BYTES > LENGTHS_AT) ERROR("counts reach into the lengths");
if (LENGTHS_SCRATCH_AT + PREFIX_SCRATCH_BYTES > STRINGS_BYTES) ERROR("the scratch is too small");
/** What a symbol seen once counts, beside the 1 that each has so that it gets a code. */
const COUNT_ONCE: u32 = 16;
/** Most pages of a sample. They are numbered from 1 in 16 bits. */
export const TRAIN_PAGES_MAX: u32 = 8192;
if (TRAIN_PAGES_MAX > 0xffff) ERROR("pages of a sample must be numbered in 16 bits");

const STRING_PRIME: u64 = 0x9e3779b97f4a7c15;

function stringHash(at: usize): u64 {
  return ((load<u64>(at) << (64 - 8 * STRING_BYTES)) * STRING_PRIME) >> 12;
}

function stringSlot(hash: u64, scratch: usize): usize {
  return scratch + ((<usize>(hash >> (52 - STRINGS_LOG2))) << 3);
}

/** How many other pages have the string; 0 for a string that is not counted. */
function stringWorth(at: usize, scratch: usize): u32 {
  const hash = stringHash(at);
  const slot = stringSlot(hash, scratch);
  return load<u32>(slot) == <u32>hash ? <u32>load<u16>(slot, STRING_COUNT_AT) : 0;
}

/** From now on the string is worth nothing. */
function stringForget(at: usize, scratch: usize): void {
  if (stringWorth(at, scratch)) store<u16>(stringSlot(stringHash(at), scratch), 0, STRING_COUNT_AT);
}

/**
 * Counts the strings of a page that begin at places [from, to). A new string takes over a slot whose string
 * was in one page only.
 */
function countStrings(start: usize, page: u32, from: u32, to: u32, scratch: usize): void {
  let at = from;
  while (at < to) {
    const hash = stringHash(start + at);
    const slot = stringSlot(hash, scratch);
    const count = <u32>load<u16>(slot, STRING_COUNT_AT);
    if (load<u32>(slot) == <u32>hash) {
      if (<u32>load<u16>(slot, STRING_PAGE_AT) != page + 1) store<u16>(slot, count + 1, STRING_COUNT_AT);
      store<u16>(slot, page + 1, STRING_PAGE_AT);
    } else if (!count) {
      store<u32>(slot, <u32>hash);
      store<u16>(slot, page + 1, STRING_PAGE_AT);
    }
    at += 1;
  }
}

/**
 * The segment of the bytes [from, to) that is worth most, or 0 if none is worth its bytes. It may reach over
 * the end of a page: no page has the strings that do so, and what short pages share is found all the same.
 */
function bestSegment(from: usize, to: usize, scratch: usize): usize {
  let best: usize = 0;
  let most: u32 = SEGMENT_WORTH;
  let sum: u32 = 0;
  let at = from;
  while (at + STRING_LOAD_BYTES <= to) {
    sum += stringWorth(at, scratch);
    const begin = at + 1 - SEGMENT_STRINGS;
    if (begin > from) sum -= stringWorth(begin - 1, scratch);
    if (begin >= from && (begin - from) % SEGMENT_STEP == 0 && sum > most) {
      most = sum;
      best = begin;
    }
    at += 1;
  }
  return best;
}

/**
 * Prices to begin with: zeros are cheap, few literals are the rule, the page itself is nearer than the
 * dictionary.
 */
function guessPrices(index: usize): void {
  let i: u32 = 0;
  while (i < LITERAL_SYMBOLS) {
    store<u32>(index + CODE_LITERALS_AT + (i << 2), (i == 0 ? 4 : 7) << CODE_PRICE_SHIFT);
    i += 1;
  }
  i = 0;
  while (i < TOKEN_SYMBOLS) {
    const price = 4 + i / (2 * TOKEN_LITERALS_UNIT) + (i % 16 == 15 ? 10 : 1);
    store<u32>(index + CODE_TOKENS_AT + (i << 2), price << CODE_PRICE_SHIFT);
    i += 1;
  }
  i = 0;
  while (i < OFFSET_SYMBOLS) {
    store<u32>(index + CODE_OFFSETS_AT + (i << 2), (i < OFFSET_DICTIONARY ? 8 : 15) << CODE_PRICE_SHIFT);
    i += 1;
  }
}

function rise(count: usize): void {
  store<u32>(count, load<u32>(count) + COUNT_ONCE);
}

/** Counts the symbols of a parsed page. */
function countSymbols(page: usize, sequences: usize, count: u32, counts: usize): void {
  let from = page;
  let sequence = sequences;
  const end = sequences + count * SEQUENCE_BYTES;
  while (sequence < end) {
    const literals = <u32>load<u16>(sequence, SEQUENCE_LITERALS_AT);
    let i: u32 = 0;
    while (i < literals) {
      rise(counts + COUNT_LITERALS_AT + ((<u32>load<u8>(from + i)) << 2));
      i += 1;
    }
    rise(counts + COUNT_TOKENS_AT + (sequenceToken(sequence) << 2));
    const offset = sequenceOffset(sequence);
    if (offset != OFFSET_NONE) rise(counts + COUNT_OFFSETS_AT + (offset << 2));
    from += literals + <u32>load<u16>(sequence, SEQUENCE_MATCH_AT);
    sequence += SEQUENCE_BYTES;
  }
}

/** The lengths that follow from counts, two to a byte. */
function packLengths(counts: usize, symbols: u32, packed: usize, scratch: usize): void {
  const lengths = scratch + LENGTHS_AT;
  codeLengths(counts, symbols, lengths, scratch + LENGTHS_SCRATCH_AT);
  let i: u32 = 0;
  while (i < symbols) {
    store<u8>(packed + (i >> 1), <u32>load<u8>(lengths + i) | ((<u32>load<u8>(lengths + i + 1)) << 4));
    i += 2;
  }
}

// ── a training, step by step ───────────────────────────────────────────────────────────────────────────
// Training runs in steps, so that it can stop between other work. A step does a bounded amount of work,
// whatever the pages are, and answers the stage that comes next.

/**
 *   training, 64 bytes and its scratch
 *   ├ 0  sample │ 4 room for it │ 8 pages │ 12 bytes so far │ 16 version │ 20 dictionary
 *   ├ 24 most bytes of content │ 28 index  │ 32 work
 *   ├ 36 stage  │ 40 next: stretch, or page  │ 44 place of that page in the sample, or bytes cleared
 *   ├ 48 place in the page
 *   └ 52 round: of choosing, or of parsing   │ 56 content so far │ 60 content before this round
 */
const SAMPLE_AT: usize = 0;
const ROOM_AT: usize = 4;
const PAGES_AT: usize = 8;
const BYTES_AT: usize = 12;
const VERSION_AT: usize = 16;
const DICTIONARY_AT: usize = 20;
const CONTENT_MOST_AT: usize = 24;
const INDEX_AT: usize = 28;
const WORK_AT: usize = 32;
const STAGE_AT: usize = 36;
const NEXT_AT: usize = 40;
const PLACE_AT: usize = 44;
const INNER_AT: usize = 48;
const ROUND_AT: usize = 52;
const CONTENT_AT: usize = 56;
const CONTENT_BEFORE_AT: usize = 60;
const LENGTHS_OF_PAGES_AT: u32 = 64;
const SCRATCH_AT: u32 = LENGTHS_OF_PAGES_AT + 4 * TRAIN_PAGES_MAX;
export const TRAINING_BYTES: u32 = SCRATCH_AT + STRINGS_BYTES;
/**
 * Pages of a sample begin at multiples of this, as in memory: then the words of a structure have the same
 * places in all of them.
 */
const SAMPLE_ALIGN: u32 = 8;

/** Bytes of the table that a step clears, and strings that it counts: some twenty microseconds each. */
const STEP_CLEARED: u32 = 65_536;
const STEP_STRINGS: u32 = 4096;
if (STRINGS_BYTES % STEP_CLEARED != 0) ERROR("the table is cleared in whole steps");

const enum Stage {
  CLEAR,
  COUNT,
  CHOOSE,
  INDEX,
  PARSE,
  CODES,
  DONE,
}

/** Begins a sample, empty, in the `room` bytes at `sample`. `training` is TRAINING_BYTES. */
export function denseTrainOpen(training: usize, sample: usize, room: u32): void {
  store<u32>(training, sample, SAMPLE_AT);
  store<u32>(training, room, ROOM_AT);
  store<u32>(training, 0, PAGES_AT);
  store<u32>(training, 0, BYTES_AT);
}

/** Copies a page of `bytes` bytes (1..65,536) to the sample. False when that has no room for it. */
export function denseTrainAdd(training: usize, page: usize, bytes: u32): bool {
  const pages = load<u32>(training, PAGES_AT);
  const place = load<u32>(training, BYTES_AT);
  const end = place + ((bytes + SAMPLE_ALIGN - 1) & ~(SAMPLE_ALIGN - 1));
  if (pages == TRAIN_PAGES_MAX || end > load<u32>(training, ROOM_AT)) return false;
  const to = <usize>load<u32>(training, SAMPLE_AT) + place;
  memory.copy(to, page, bytes);
  memory.fill(to + bytes, 0, end - place - bytes);
  store<u32>(training + (pages << 2), bytes, LENGTHS_OF_PAGES_AT);
  store<u32>(training, pages + 1, PAGES_AT);
  store<u32>(training, end, BYTES_AT);
  return true;
}

/**
 * Begins to make a dictionary of version `version` (0..255) with at most `contentBytes` bytes of content (a
 * multiple of SEGMENT_BYTES, up to 65,536) at `dictionary`, from the sample, which has a page. `index` is
 * denseIndexBytes of the content and is left prepared for the new dictionary; `work` is denseParseBytes of
 * the longest page. The training uses all of it until its last step.
 */
export function denseTrainBegin(
  training: usize,
  version: u32,
  dictionary: usize,
  contentBytes: u32,
  index: usize,
  work: usize,
): void {
  store<u32>(training, version, VERSION_AT);
  store<u32>(training, dictionary, DICTIONARY_AT);
  store<u32>(training, contentBytes, CONTENT_MOST_AT);
  store<u32>(training, index, INDEX_AT);
  store<u32>(training, work, WORK_AT);
  store<u32>(training, 0, CONTENT_AT);
  store<u32>(training, 0, ROUND_AT);
  memory.fill(dictionary, 0, DICTIONARY_CONTENT_AT);
  enterStage(training, Stage.CLEAR);
}

/** From the first page, or stretch, on. */
function enterStage(training: usize, stage: Stage): void {
  store<u32>(training, stage, STAGE_AT);
  store<u32>(training, 0, NEXT_AT);
  store<u32>(training, 0, PLACE_AT);
  store<u32>(training, 0, INNER_AT);
}

/** One step further. Answers the bytes of the dictionary when that was the last, else 0. */
export function denseTrainStep(training: usize): u32 {
  const stage = <Stage>load<u32>(training, STAGE_AT);
  let next = Stage.DONE;
  if (stage == Stage.CLEAR) next = clearStep(training);
  else if (stage == Stage.COUNT) next = countStep(training);
  else if (stage == Stage.CHOOSE) next = chooseStep(training);
  else if (stage == Stage.INDEX) next = indexStep(training);
  else if (stage == Stage.PARSE) next = parseStep(training);
  else if (stage == Stage.CODES) next = codesStep(training);
  if (next != stage) enterStage(training, next);
  return next == Stage.DONE ? DICTIONARY_CONTENT_AT + load<u32>(training, CONTENT_AT) : 0;
}

/** Length of the page that is next. */
function nextBytes(training: usize): u32 {
  return load<u32>(training + (load<u32>(training, NEXT_AT) << 2), LENGTHS_OF_PAGES_AT);
}

function nextPage(training: usize): usize {
  return <usize>(load<u32>(training, SAMPLE_AT) + load<u32>(training, PLACE_AT));
}

/** From one page to the one behind it. False when that was the last. */
function passPage(training: usize): bool {
  const bytes = nextBytes(training);
  const place = load<u32>(training, PLACE_AT) + ((bytes + SAMPLE_ALIGN - 1) & ~(SAMPLE_ALIGN - 1));
  store<u32>(training, place, PLACE_AT);
  store<u32>(training, 0, INNER_AT);
  store<u32>(training, load<u32>(training, NEXT_AT) + 1, NEXT_AT);
  return place < load<u32>(training, BYTES_AT);
}

function clearStep(training: usize): Stage {
  const done = load<u32>(training, PLACE_AT);
  memory.fill(training + SCRATCH_AT + done, 0, STEP_CLEARED);
  store<u32>(training, done + STEP_CLEARED, PLACE_AT);
  return done + STEP_CLEARED < STRINGS_BYTES ? Stage.CLEAR : Stage.COUNT;
}

/** Some strings of one page. */
function countStep(training: usize): Stage {
  const strings = <i32>(nextBytes(training) - STRING_LOAD_BYTES + 1);
  const from = load<u32>(training, INNER_AT);
  const to = <u32>min(<i32>(from + STEP_STRINGS), max(strings, 0));
  countStrings(nextPage(training), load<u32>(training, NEXT_AT), from, to, training + SCRATCH_AT);
  store<u32>(training, to, INNER_AT);
  return <i32>to < strings || passPage(training) ? Stage.COUNT : Stage.CHOOSE;
}

/** The best segment of one stretch goes into the content. */
function chooseStep(training: usize): Stage {
  const stretch = load<u32>(training, NEXT_AT);
  const most = load<u32>(training, CONTENT_MOST_AT);
  const bytes = load<u32>(training, BYTES_AT);
  const stretches = min<u32>(most / SEGMENT_BYTES, max<u32>(bytes / STRETCH_BYTES_MIN, 1));
  if (stretch == 0) store<u32>(training, load<u32>(training, CONTENT_AT), CONTENT_BEFORE_AT);
  if (stretch < stretches) {
    const from = <u32>((<u64>bytes * stretch) / stretches) & ~(SAMPLE_ALIGN - 1);
    const to = <u32>((<u64>bytes * (stretch + 1)) / stretches);
    const sample = <usize>load<u32>(training, SAMPLE_AT);
    const segment = bestSegment(sample + from, sample + to, training + SCRATCH_AT);
    if (segment) takeSegment(training, segment, training + SCRATCH_AT);
  }
  store<u32>(training, stretch + 1, NEXT_AT);
  const content = load<u32>(training, CONTENT_AT);
  const full = content + SEGMENT_BYTES > most;
  if (!full && stretch + 1 < stretches) return Stage.CHOOSE;
  const round = load<u32>(training, ROUND_AT) + 1;
  store<u32>(training, 0, NEXT_AT);
  store<u32>(training, round, ROUND_AT);
  return full || round == PASSES || content == load<u32>(training, CONTENT_BEFORE_AT)
    ? Stage.INDEX
    : Stage.CHOOSE;
}

/** Copied into the content; its strings are worth nothing from now on. */
function takeSegment(training: usize, segment: usize, scratch: usize): void {
  const content = load<u32>(training, CONTENT_AT);
  memory.copy(load<u32>(training, DICTIONARY_AT) + DICTIONARY_CONTENT_AT + content, segment, SEGMENT_BYTES);
  store<u32>(training, content + SEGMENT_BYTES, CONTENT_AT);
  let i: u32 = 0;
  while (i < SEGMENT_STRINGS) {
    stringForget(segment + i, scratch);
    i += 1;
  }
}

function indexStep(training: usize): Stage {
  const dictionary = load<u32>(training, DICTIONARY_AT);
  const index = load<u32>(training, INDEX_AT);
  store<u32>(dictionary, load<u32>(training, CONTENT_AT), DICTIONARY_CONTENT_BYTES_AT);
  denseIndex(dictionary, index);
  guessPrices(index);
  memory.fill(training + SCRATCH_AT, 0, COUNT_BYTES);
  store<u32>(training, 0, ROUND_AT);
  return Stage.PARSE;
}

/** Some of one page is parsed; when all of it is, its symbols are counted. */
function parseStep(training: usize): Stage {
  const page = nextPage(training);
  const bytes = nextBytes(training);
  const work = <usize>load<u32>(training, WORK_AT);
  if (!load<u32>(training, INNER_AT))
    denseParseBegin(page, bytes, load<u32>(training, DICTIONARY_AT), load<u32>(training, INDEX_AT), work);
  store<u32>(training, 1, INNER_AT);
  if (!denseParseStep(work)) return Stage.PARSE;
  countSymbols(page, work + sequencesAt(bytes), denseSequences(work), training + SCRATCH_AT);
  return passPage(training) ? Stage.PARSE : Stage.CODES;
}

/** Behind the last page of a round come the codes. */
function codesStep(training: usize): Stage {
  const dictionary = load<u32>(training, DICTIONARY_AT);
  const scratch = training + SCRATCH_AT;
  makeCodes(dictionary, load<u32>(training, INDEX_AT), scratch);
  memory.fill(scratch, 0, COUNT_BYTES);
  const round = load<u32>(training, ROUND_AT) + 1;
  store<u32>(training, round, ROUND_AT);
  if (round < ROUNDS) return Stage.PARSE;
  dictionarySeal(dictionary, load<u32>(training, VERSION_AT));
  return Stage.DONE;
}

/** Codes by what was counted; every symbol gets one. */
function makeCodes(dictionary: usize, index: usize, scratch: usize): void {
  let i: u32 = 0;
  while (i < COUNT_BYTES) {
    store<u32>(scratch + i, load<u32>(scratch + i) + 1);
    i += 4;
  }
  packLengths(scratch + COUNT_LITERALS_AT, LITERAL_SYMBOLS, dictionary + DICTIONARY_LITERALS_AT, scratch);
  packLengths(scratch + COUNT_TOKENS_AT, TOKEN_SYMBOLS, dictionary + DICTIONARY_TOKENS_AT, scratch);
  packLengths(scratch + COUNT_OFFSETS_AT, OFFSET_SYMBOLS, dictionary + DICTIONARY_OFFSETS_AT, scratch);
  denseCodes(dictionary, index);
}

/** All steps of a training, one after the other. */
export function denseTrain(
  training: usize,
  version: u32,
  dictionary: usize,
  contentBytes: u32,
  index: usize,
  work: usize,
): u32 {
  denseTrainBegin(training, version, dictionary, contentBytes, index, work);
  let bytes: u32 = 0;
  while (!bytes) bytes = denseTrainStep(training);
  return bytes;
}
