/**
 * footprint.ts - what a live pool occupies for so many pages and bodies, without asking one.
 *
 * The engine works with addresses, this with counts, from the same sizes of records and tables (abi.ts).
 * tests/unit/estimate/shadow.test.ts compares the sum with live pools.
 */
import * as abi from "../abi.js";
import { blockBytes } from "../engine/blocks.js";

/** Records and tables in bytes for each page and each body, as an arena of many pages has them. */
export const ENTRY_BYTES_NEEDED = 18;
export const BODY_BYTES_NEEDED = 29;

const FRAME_ROOM = abi.FRAME_BYTES - abi.FRAME_HEADER_BYTES;
/** Tables: how many records a line holds, and how many a bucket has when one is added. */
const DIRECTORY = { room: abi.ENTRIES_A_LINE, load: abi.DIRECTORY_LOAD };
const DUPLICATES = { room: abi.HANDLES_A_LINE, load: abi.DUPLICATE_LOAD };
const INODES = { room: abi.INODES_A_LINE, load: abi.INODE_LOAD };
/** Lines of a segment of a table, with which it begins, and segments that a frame of pointers leads to. */
const SEGMENT_LINES = abi.FRAME_BYTES / abi.LINE_BYTES;
const SEGMENTS_A_FRAME = abi.FRAME_BYTES / 4;
/**
 * Frames of an empty arena: a segment and its pointers for each of three tables, records of areas and
 * clients.
 */
const FRAMES_AT_REST = 10;
/** Part of a slab that bodies fill before another is begun, when they differ in size: some fit every tail. */
const SLAB_FILL = 0.997;
/**
 * Bodies whose sizes deviate by less than this part of their mean are of one size: no tail shorter than that
 * is of use.
 */
const ONE_SIZE = 0.05;
/**
 * Stores compact while more than this part of all slabs, and two blocks, is free in them
 * (assembly/engine/placement.ts). Each step that gains something gains a block, so that on average half a
 * block less is free.
 */
const FREE_PART = 1 / abi.SPARE_PART;
const FREE_BLOCKS = abi.SPARE_BLOCKS - 0.5;

/** What is kept. Counts may be estimates, with fractions. */
export interface Kept {
  /** Pages, of those the ephemeral ones, and the inodes that have these. */
  pages: number;
  ephemeralPages: number;
  inodes: number;
  /** Bodies that can be found by their hash, same-filled ones among them, and all bodies. */
  indexed: number;
  bodies: number;
  /** Bytes of the slots of bodies (slotBytes): the sum, the mean, and the standard deviation. */
  slots: number;
  slotMean: number;
  slotDeviation: number;
  /** Bytes between them that were freed and not yet brought together (Holes). */
  holes: number;
}

/**
 * Holes that freed bodies leave, and what compaction leaves of them: a step for each body that is stored,
 * while there are too many. What a step gains is the holes in a block.
 */
export class Holes {
  bytes = 0;
  readonly #block: number;

  constructor(pageSize: number) {
    this.#block = blockBytes(pageSize);
  }

  /** Bodies with `slots` bytes of slots go. */
  add(slots: number): void {
    this.bytes += slots;
  }

  /** So many bodies come; all slots are then `slots` bytes. */
  compact(bodies: number, slots: number): void {
    const all = slots + this.bytes;
    const excess = this.bytes - FREE_PART * all - FREE_BLOCKS * this.#block;
    if (excess > 0) this.bytes -= Math.min(excess, (bodies * this.#block * this.bytes) / all);
  }
}

/** Bytes used beyond the fixed regions. */
export function footprint(pageSize: number, kept: Kept): number {
  const block = blockBytes(pageSize);
  const tables =
    tableFrames(kept.pages, DIRECTORY) +
    tableFrames(kept.indexed, DUPLICATES) +
    tableFrames(kept.inodes, INODES);
  const records =
    kept.bodies * abi.BODY_BYTES +
    kept.inodes * abi.AREA_BYTES +
    kept.ephemeralPages * (abi.NODE_BYTES + abi.GHOST_BYTES);
  const frames = FRAMES_AT_REST + tables + Math.ceil(records / FRAME_ROOM);
  const room = block - abi.SLAB_HEADER_BYTES;
  const { slots, slotMean, slotDeviation, holes } = kept;
  const even = slotDeviation < ONE_SIZE * slotMean;
  const fill = even ? (Math.floor(room / slotMean) * slotMean) / room : SLAB_FILL;
  const slabs = Math.ceil(Math.max(slots / fill, slots + holes) / room);
  return block * (Math.ceil(frames / Math.floor(block / abi.FRAME_BYTES)) + slabs);
}

/**
 * Frames that a table of so many records has beyond its first: segments, pointers to them, overflow lines.
 */
function tableFrames(records: number, { room, load }: { room: number; load: number }): number {
  const buckets = Math.max(SEGMENT_LINES, Math.ceil(records / load));
  // Linear hashing: of `buckets`, those that were split, and those made of them, have half as many as the
  // others.
  const base = 2 ** Math.floor(Math.log2(buckets));
  const split = 2 * (buckets - base);
  const mean = records / base;
  const lines = split * overflow(mean / 2, room) + (buckets - split) * overflow(mean, room);
  const segments = Math.ceil(buckets / SEGMENT_LINES);
  return segments - 1 + Math.floor((segments - 1) / SEGMENTS_A_FRAME) + (lines * abi.LINE_BYTES) / FRAME_ROOM;
}

/** Lines beyond the first that a bucket needs on average, if its records are spread by chance (Poisson). */
function overflow(mean: number, room: number): number {
  let lines = 0;
  let chance = Math.exp(-mean);
  for (let records = 1; records < 8 * room; records++) {
    chance *= mean / records;
    lines += chance * (Math.ceil(records / room) - 1);
  }
  return lines;
}
