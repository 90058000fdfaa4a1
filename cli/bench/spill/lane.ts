/**
 * lane.ts - one way to keep pages for `spillway bench spill`: a pool with or without a file, and beside the
 * file a plain one, which is handed as many bytes by fs.
 *
 * Only the calls are timed. Every page that comes back is compared after its clock has stopped.
 */
import { closeSync, fdatasyncSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Frontswap, openSwap, type Spillway } from "../../library.js";
import { NotedFile } from "../../pages/noted_file.js";
import { FailedError, UserError } from "../../text/failure.js";

/** A way to keep pages. */
export interface Setup {
  name: string;
  /** Without it, memory alone. */
  file?: { encrypt: boolean; sync: boolean };
}

export const SETUPS: readonly Setup[] = [
  { name: "memory alone" },
  { name: "file", file: { encrypt: false, sync: false } },
  { name: "file, sealed", file: { encrypt: true, sync: false } },
  { name: "file, fdatasync", file: { encrypt: false, sync: true } },
  { name: "file, sealed, fdatasync", file: { encrypt: true, sync: true } },
];

/** Times of the calls of one setup, over all rounds. */
export class Times {
  /** Microseconds of stores in which nothing left memory; milliseconds of those in which a segment did. */
  readonly store: number[] = [];
  readonly spilling: number[] = [];
  /** Milliseconds of writes of as many bytes by fs, with fdatasync where the device calls it. */
  readonly write: number[] = [];
  /** Microseconds of loads from memory and from the file, and of fs.readSync for the latter's bytes. */
  readonly near: number[] = [];
  readonly far: number[] = [];
  readonly read: number[] = [];
  /** Bytes of pages that the stores of the spilling kind made room for: those of all bodies that left. */
  writtenBytes = 0;
  mismatches = 0;
  /** Of the last round: what the pool took in memory and on the device, and bodies there. */
  memoryBytes = 0;
  fileBytes = 0;
  bodies = 0;
}

/** Bytes of a segment: `length` of them from `at` on. */
interface Range {
  segment: number;
  at: number;
  length: number;
}

/** Segments of the plain file are this far apart: those of pages of 64 KiB have a MiB. */
const STRIDE = 2 ** 20;
/** More than any set of pages. */
const FILE_BYTES = 2 ** 36;

/** A pool of one round, and the plain file beside it. */
export class Lane {
  readonly times: Times;
  readonly #pages: readonly Buffer[];
  readonly #pool: Spillway;
  readonly #swap: Frontswap;
  readonly #device: NotedFile | undefined;
  readonly #sync: boolean;
  readonly #fd: number | undefined;
  readonly #target: Buffer;
  readonly #room: Buffer;
  readonly #ranges: Range[] = [];
  /** Segments that left, and bytes of each segment of the plain file. */
  #spilled = 0;
  readonly #segments: number[] = [];

  constructor(
    setup: Setup,
    pages: readonly Buffer[],
    pageSize: number,
    maxBytes: number,
    dir: string,
    times: Times,
  ) {
    const { file } = setup;
    this.times = times;
    this.#pages = pages;
    if (file) this.#fd = openPlain(dir);
    this.#device = file && new NotedFile({ dir, maxBytes: FILE_BYTES, ...file });
    const options = { maxBytes, pageSize, autoShrink: false };
    const { pool, swap } = openSwap(this.#device ? { ...options, spill: this.#device } : options);
    this.#pool = pool;
    this.#swap = swap;
    this.#sync = file?.sync ?? false;
    this.#target = Buffer.alloc(pageSize);
    this.#room = Buffer.alloc(STRIDE, 0xa5);
  }

  /**
   * Stores all pages. For each segment that left, as many bytes are written by fs. Of two that wait for a
   * disk the first also waits for what was left to do, so they take turns in going first: ours, theirs,
   * theirs, ours.
   */
  store(): void {
    const { times } = this;
    const device = this.#device;
    for (const [i, page] of this.#pages.entries()) {
      const before = performance.now();
      const isKept = this.#swap.store(0, i, page);
      const ms = performance.now() - before;
      if (!isKept) throw new UserError("a page was refused: no room for it, or the device failed");
      if (device === undefined || device.written.length === 0) {
        times.store.push(1000 * ms);
        continue;
      }
      // Mostly one.
      times.spilling.push(ms / device.written.length);
      for (const bytes of device.written.splice(0)) {
        for (let turn = 0; turn < 2 && this.#spilled % 2 === 0; turn++) this.#write(bytes);
        this.#spilled += 1;
      }
    }
    const { bytes, spill } = this.#pool.stats();
    times.memoryBytes = bytes.used;
    times.fileBytes = spill?.devices[0]?.diskBytes ?? 0;
    times.bodies = spill?.bodies ?? 0;
    if (device !== undefined && this.#segments.length < 2)
      throw new UserError("the pages fit into memory, so none was spilled; take more of them (--set-mib)");
  }

  #write(bytes: number): void {
    const fd = this.#fd as number;
    const before = performance.now();
    writeSync(fd, this.#room, 0, bytes, this.#segments.length * STRIDE);
    if (this.#sync) fdatasyncSync(fd);
    this.times.write.push(performance.now() - before);
    this.times.writtenBytes += bytes;
    this.#segments.push(bytes);
  }

  /** Loads these pages and compares them. */
  load(order: Iterable<number>): void {
    const { times } = this;
    const device = this.#device;
    for (const i of order) {
      // A load that delivers nothing is noticed.
      this.#target.fill(0);
      if (device) device.readBytes = 0;
      const before = performance.now();
      const isThere = this.#swap.load(0, i, this.#target);
      const us = 1000 * (performance.now() - before);
      if (!isThere || !this.#target.equals(this.#pages[i] as Buffer)) times.mismatches += 1;
      if (!device?.readBytes) times.near.push(us);
      else {
        times.far.push(us);
        this.#ranges.push({ segment: device.readSegment, at: device.readAt, length: device.readBytes });
      }
    }
  }

  /**
   * Reads ranges by fs that were loaded, `count` of them; `below` draws which. Those of the last loads may
   * still be in a cache of the processor, as the others are not.
   */
  read(count: number, below: (n: number) => number): void {
    if (this.#fd === undefined || this.#ranges.length < 2 * count) return;
    for (let i = 0; i < count; i++) {
      const range = this.#ranges[below(this.#ranges.length - count)] as Range;
      const { length } = range;
      const at = this.#placeOf(range);
      const before = performance.now();
      const bytes = readSync(this.#fd, this.#room, 0, length, at);
      this.times.read.push(1000 * (performance.now() - before));
      if (bytes !== length) throw new FailedError(`a read of ${length} bytes answered ${bytes}`);
    }
  }

  /**
   * Where the plain file has such a range: loads may have written a segment that it lacks, or a longer one.
   */
  #placeOf({ segment, at, length }: Range): number {
    const index = segment % this.#segments.length;
    return index * STRIDE + (at % Math.max(1, (this.#segments[index] as number) - length));
  }

  close(): void {
    this.#pool.close();
    if (this.#fd !== undefined) closeSync(this.#fd);
  }
}

/** A file in the folder that has no name any more. */
function openPlain(dir: string): number {
  const path = join(dir, `spillway-bench-${process.pid}`);
  try {
    const fd = openSync(path, "wx+", 0o600);
    unlinkSync(path);
    return fd;
  } catch (error) {
    throw new UserError(`no file can be made in ${dir}: ${(error as Error).message}`);
  }
}
