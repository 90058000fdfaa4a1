/**
 * buffer.mjs - what a PagedBuffer costs: 64 bytes at random, and 64 KiB after 64 KiB in order, reading and
 * writing, beside a plain Uint8Array and a file that is opened with O_DIRECT.
 *
 * All hold the same 48 MiB: rows of 64 bytes that compress to about a half. The buffers have 6 MiB resident,
 * in frames of 4, 16 and 64 KiB. The file is read and written by whole frames of 4 and 64 KiB, without a
 * cache. They take turns in slices of some milliseconds. The figures are the fastest tenth of the slices,
 * which other programs on the machine disturb least. At the end all bytes of each are compared.
 */
import { closeSync, constants, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { table, verdict } from "#kit/report.js";
import { ascending, quantile } from "#kit/statistics.js";
import { bench, count } from "../options.mjs";

const MIB = 2 ** 20;
const BYTES = 48 * MIB;
const RESIDENT_BYTES = 6 * MIB;
const CHUNK = 65536;
const ROW = 64;
const FRAMES = [4096, 16384, 65536];
/** Accesses at random, and chunks in order, of one slice. */
const RANDOM_STEPS = { plain: 4000, buffer: 300, file: 40 };
const CHUNKS = { plain: 256, buffer: 48, file: 24 };
/**
 * Aims: us of a random read at 4 KiB; reading in order at 64 KiB as a part of a plain buffer's speed; how
 * many times as fast as O_DIRECT.
 */
const AIMS = { randomRead: 6, readInOrder: 1.2 / 15, fileRandom: 7, fileInOrder: 2 };

export const command = bench()
  .option("--rounds <count>", "turns of each", count, 25)
  .option("--folder <path>", "where the file lies; its file system must know O_DIRECT", ".")
  .action(({ rounds, folder }) => run(rounds, folder));

function run(rounds, folder) {
  const random = new Random(1);
  const wanted = new Uint8Array(BYTES);
  for (let at = 0; at < BYTES; at += ROW) {
    random.fill(wanted.subarray(at, at + 28));
    for (let i = 28; i < ROW; i++) wanted[at + i] = (i % 7) * 11;
  }
  const stores = [
    plain(),
    ...FRAMES.map(buffer),
    ...[4096, 65536].map((frame) => file(folder, frame)),
  ].filter((store) => store !== undefined);
  for (const { write } of stores)
    for (let at = 0; at < BYTES; at += CHUNK) write(at, wanted.subarray(at, at + CHUNK));
  for (const { flush } of stores) flush();
  const times = new Map(
    stores.map((store) => [store, { read: [], write: [], randomRead: [], randomWrite: [] }]),
  );
  for (let round = 0; round < rounds; round++)
    for (const store of round % 2 ? stores : stores.toReversed())
      slice(store, times.get(store), random, wanted);
  for (const store of stores) check(store, wanted);
  report(stores, times);
  console.log(`RSS ${Math.round(process.memoryUsage.rss() / MIB)} MiB with all of them`);
  for (const { end } of stores) end();
}

/**
 * One turn of a store. Reads find no dirty frame; the time of writes is that of bringing their frames into
 * the pool too. What is written is what is there, so that the bytes can be compared at the end.
 */
function slice({ kind, read, write, flush }, times, random, wanted) {
  const row = new Uint8Array(ROW);
  const chunk = new Uint8Array(CHUNK);
  const rows = () => Array.from({ length: RANDOM_STEPS[kind] }, () => ROW * random.below(BYTES / ROW));
  // Each turn goes on where the last one ended, so that nothing of it is resident.
  const first = times.read.length * CHUNKS[kind];
  const chunks = Array.from({ length: CHUNKS[kind] }, (_, i) => ((first + i) % (BYTES / CHUNK)) * CHUNK);
  const reading = (offsets, target) => timed(offsets, (at) => read(at, target));
  const writing = (offsets, bytes) => {
    const parts = offsets.map((at) => wanted.subarray(at, at + bytes));
    return timed(offsets, (at, i) => write(at, parts[i]), flush);
  };
  times.randomRead.push(reading(rows(), row));
  times.randomWrite.push(writing(rows(), ROW));
  times.read.push(reading(chunks, chunk));
  times.write.push(
    writing(
      chunks.map((at) => (at + BYTES / 2) % BYTES),
      CHUNK,
    ),
  );
}

/** Microseconds of a step, one for each offset. */
function timed(offsets, step, last = () => {}) {
  const began = performance.now();
  for (const [i, at] of offsets.entries()) step(at, i);
  last();
  return ((performance.now() - began) * 1000) / offsets.length;
}

function check({ name, read }, wanted) {
  const chunk = new Uint8Array(CHUNK);
  for (let at = 0; at < BYTES; at += CHUNK) {
    read(at, chunk);
    if (Buffer.compare(chunk, wanted.subarray(at, at + CHUNK)) !== 0)
      throw new Error(`${name}: other bytes at ${at}`);
  }
}

// ── stores ───────────────────────────────────────────────────────────────────────────────────────────────

function plain() {
  const bytes = new Uint8Array(BYTES);
  const read = (at, target) => target.set(bytes.subarray(at, at + target.length));
  return {
    name: "plain Uint8Array",
    kind: "plain",
    read,
    write: (at, source) => bytes.set(source, at),
    flush() {},
    end() {},
  };
}

function buffer(frame) {
  const pool = Spillway.openSync({ maxBytes: "128MiB", autoShrink: false });
  const paged = pool.buffer(BYTES, { residentBytes: RESIDENT_BYTES, frame });
  return {
    name: `PagedBuffer, frames of ${frame}`,
    kind: "buffer",
    frame,
    read: (at, target) => paged.read(at, target),
    write: (at, source) => paged.write(at, source),
    flush: () => paged.flush(),
    end() {
      const { client } = paged.stats();
      console.log(`frames of ${frame}: ${(client.bytes.counted / MIB).toFixed(1)} MiB in the pool`);
      pool.close();
    },
  };
}

/** A file without a cache, by whole frames; undefined where the file system does not know O_DIRECT. */
function file(folder, frame) {
  const path = join(folder, `.buffer-bench-${process.pid}-${frame}`);
  let fd;
  try {
    const { O_RDWR, O_CREAT, O_EXCL, O_DIRECT } = constants;
    fd = openSync(path, O_RDWR | O_CREAT | O_EXCL | O_DIRECT, 0o600);
  } catch (error) {
    console.log(`no file of frames of ${frame}: ${folder} does not take O_DIRECT (${error.code})`);
    return undefined;
  } finally {
    // The name is not needed; the file goes with the process.
    if (fd !== undefined) unlinkSync(path);
  }
  const aligned = alignedBytes(frame);
  const page = (at, count, change) => {
    for (let done = 0; done < count; ) {
      const start = at + done - ((at + done) % frame);
      const from = at + done - start;
      const length = Math.min(frame - from, count - done);
      change(start, from, length, done);
      done += length;
    }
  };
  const read = (at, target) =>
    page(at, target.length, (start, from, length, done) => {
      readSync(fd, aligned, 0, frame, start);
      target.set(aligned.subarray(from, from + length), done);
    });
  const write = (at, source) =>
    page(at, source.length, (start, from, length, done) => {
      if (length < frame) readSync(fd, aligned, 0, frame, start);
      aligned.set(source.subarray(done, done + length), from);
      writeSync(fd, aligned, 0, frame, start);
    });
  return {
    name: `O_DIRECT, frames of ${frame}`,
    kind: "file",
    frame,
    read,
    write,
    flush() {},
    end: () => closeSync(fd),
  };
}

/** O_DIRECT wants memory at a multiple of 512 or 4,096. The memory of wasm begins at a page of the system. */
function alignedBytes(bytes) {
  return new Uint8Array(new WebAssembly.Memory({ initial: 1, maximum: 1 }).buffer, 0, bytes);
}

// ── report ───────────────────────────────────────────────────────────────────────────────────────────────

function report(stores, times) {
  const low = (values) => quantile(ascending(values), 0.1);
  const speed = (us) => CHUNK / us / 1000;
  const figures = stores.map((store) => {
    const { read, write, randomRead, randomWrite } = times.get(store);
    return {
      read: low(read),
      write: low(write),
      randomRead: low(randomRead),
      randomWrite: low(randomWrite),
      store,
    };
  });
  const rows = figures.map(({ store, read, write, randomRead, randomWrite }) => [
    store.name,
    speed(read).toFixed(2),
    speed(write).toFixed(2),
    randomRead.toFixed(2),
    randomWrite.toFixed(2),
  ]);
  console.log(table(["48 MiB", "read, GB/s", "write, GB/s", "random read, us", "random write, us"], rows));
  const of = (kind, frame) => figures.find(({ store }) => store.kind === kind && store.frame === frame);
  const [one, small, large] = [of("plain"), of("buffer", 4096), of("buffer", 65536)];
  const aim = (what, value, met) => console.log(`${what}: ${value.toFixed(2)}; ${verdict(met)}`);
  aim(`us of a random read, aim ${AIMS.randomRead}`, small.randomRead, small.randomRead <= AIMS.randomRead);
  const part = one.read / large.read;
  aim(`in order, of a plain buffer's speed, aim ${AIMS.readInOrder}`, part, part >= AIMS.readInOrder);
  const files = figures.filter(({ store }) => store.kind === "file");
  if (files.length === 0) return;
  const atRandom = Math.min(...files.map(({ randomRead }) => randomRead)) / small.randomRead;
  aim(`times O_DIRECT at random, aim ${AIMS.fileRandom}`, atRandom, atRandom >= AIMS.fileRandom);
  const inOrder = Math.min(...files.map(({ read }) => read)) / large.read;
  aim(`times O_DIRECT in order, aim ${AIMS.fileInOrder}`, inOrder, inOrder >= AIMS.fileInOrder);
}
