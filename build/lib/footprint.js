/**
 * footprint.ts - what a live pool occupies for so many pages and bodies, without asking one.
 *
 * The numbers are those of assembly/records.ts and of the tables in assembly/table.ts, told once more for the host: the engine
 * works with addresses, this with counts. tests/src/shadow.test.ts compares the sum with live pools.
 */
import { LINE_BYTES } from "./abi.js";
/** Records and tables in bytes for each page and each body, as an arena of many pages has them. */
export const ENTRY_BYTES_NEEDED = 18;
export const BODY_BYTES_NEEDED = 29;
const FRAME_BYTES = 4096;
const FRAME_ROOM = FRAME_BYTES - 64;
/** Records: of a body; of an inode; the node of an ephemeral page in its order, and a ghost for each. */
const BODY_BYTES = 20;
const INODE_BYTES = 48;
const NODE_BYTES = 28;
const GHOST_BYTES = 8;
/** A slab: sixteen raw pages and their tags behind a header. */
const SLAB_PAGES = 16;
const SLAB_HEADER_BYTES = 64;
const TAG_BYTES = 4;
/** Tables: how many records a line holds, and how many a bucket has when one is added. */
const DIRECTORY = { room: 5, load: 6 };
const DUPLICATES = { room: 12, load: 11 };
const INODES = { room: 7, load: 6 };
/** A table begins with these buckets, 64 lines that fill a frame; a frame of pointers leads to 1,024 such. */
const SEGMENT_LINES = 64;
const SEGMENTS_A_FRAME = 1024;
/** Frames of an empty arena: a segment and its pointers for each of three tables, records of areas and clients. */
const FRAMES_AT_REST = 10;
/** Part of a slab that bodies fill before another is begun, when they differ in size: some fit every tail. */
const SLAB_FILL = 0.997;
/** Bodies whose sizes deviate by less than this part of their mean are of one size: no tail shorter than that is of use. */
const ONE_SIZE = 0.05;
/**
 * Stores compact while more than a 24th of all slabs, and two blocks, is free in them (assembly/room.ts). Each step that gains
 * something gains a block, so that on average half a block less is free.
 */
const SPARE_PART = 1 / 24;
const SPARE_BLOCKS = 1.5;
/** Bytes that a body of this length takes in a slab. */
export function slotBytes(bytes) {
    return (TAG_BYTES + bytes + 3) & ~3;
}
export function blockBytes(pageSize) {
    return SLAB_HEADER_BYTES + SLAB_PAGES * (pageSize + TAG_BYTES);
}
/**
 * Holes that freed bodies leave, and what compaction leaves of them: a step for each body that is stored, while there are too
 * many. What a step gains is the holes in a block.
 */
export class Holes {
    bytes = 0;
    #block;
    constructor(pageSize) {
        this.#block = blockBytes(pageSize);
    }
    /** Bodies with `slots` bytes of slots go. */
    add(slots) {
        this.bytes += slots;
    }
    /** So many bodies come; all slots are then `slots` bytes. */
    compact(bodies, slots) {
        const all = slots + this.bytes;
        const excess = this.bytes - SPARE_PART * all - SPARE_BLOCKS * this.#block;
        if (excess > 0)
            this.bytes -= Math.min(excess, (bodies * this.#block * this.bytes) / all);
    }
}
/** Bytes used beyond the fixed regions. */
export function footprint(pageSize, kept) {
    const block = blockBytes(pageSize);
    const tables = tableFrames(kept.pages, DIRECTORY) +
        tableFrames(kept.indexed, DUPLICATES) +
        tableFrames(kept.inodes, INODES);
    const records = kept.bodies * BODY_BYTES + kept.inodes * INODE_BYTES + kept.ephemeralPages * (NODE_BYTES + GHOST_BYTES);
    const frames = FRAMES_AT_REST + tables + Math.ceil(records / FRAME_ROOM);
    const room = block - SLAB_HEADER_BYTES;
    const { slots, slotMean, slotDeviation, holes } = kept;
    const even = slotDeviation < ONE_SIZE * slotMean;
    const fill = even ? (Math.floor(room / slotMean) * slotMean) / room : SLAB_FILL;
    const slabs = Math.ceil(Math.max(slots / fill, slots + holes) / room);
    return block * (Math.ceil(frames / Math.floor(block / FRAME_BYTES)) + slabs);
}
/** Frames that a table of so many records has beyond its first: segments, pointers to them, overflow lines. */
function tableFrames(records, { room, load }) {
    const buckets = Math.max(SEGMENT_LINES, Math.ceil(records / load));
    // Linear hashing: of `buckets`, those that were split, and those made of them, have half as many as the others.
    const base = 2 ** Math.floor(Math.log2(buckets));
    const split = 2 * (buckets - base);
    const mean = records / base;
    const lines = split * overflow(mean / 2, room) + (buckets - split) * overflow(mean, room);
    const segments = Math.ceil(buckets / SEGMENT_LINES);
    return segments - 1 + Math.floor((segments - 1) / SEGMENTS_A_FRAME) + (lines * LINE_BYTES) / FRAME_ROOM;
}
/** Lines beyond the first that a bucket needs on average, if its records are spread by chance (Poisson). */
function overflow(mean, room) {
    let lines = 0;
    let chance = Math.exp(-mean);
    for (let records = 1; records < 8 * room; records++) {
        chance *= mean / records;
        lines += chance * (Math.ceil(records / room) - 1);
    }
    return lines;
}
