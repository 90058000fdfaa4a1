/**
 * spill.mjs - what it costs to spill pages to a file and to load them from there: the log and an arena alone,
 * with bounds. What users' stores and loads take: `npm start -- bench spill`.
 *
 * Pages of this process' own memory (kit/live_memory) go into one arena. All of their bodies are spilled to a
 * file device, a segment at a time; the rival writes as many bytes by fs.writeSync, as many at a time, into a
 * file made in the same way. Both begin with an empty file in each round, and take turns. The same with
 * fdatasync after each segment.
 *
 * Loads: a page at random whose body is on the file, all of it (look-up, read, opening, decode, hash, copy),
 * beside a bare fs.readSync of as many bytes from the same places and a load of the same page from memory.
 * Slices of 60 in turns; the tenth percentile of each. Every page that comes back is compared.
 */
import assert from "node:assert/strict";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { performance } from "node:perf_hooks";
import { describeLive, livePages } from "#kit/live_memory.js";
import { addressOf, openArenas, put } from "#kit/pools.js";
import { Random } from "#kit/random.js";
import { table, verdict } from "#kit/report.js";
import { ascending, median, quantile } from "#kit/statistics.js";
import { fileDevice } from "#lib/adapters/file.js";
import { SpillLog } from "#lib/devices/log.js";
import { openUnnamed } from "#lib/devices/unnamed_file.js";
import { bench, count } from "../options.mjs";

const MIB = 2 ** 20;
const SLICE = 60;
const BOUNDS = { cache: 0.45, disk: 0.9, load: 1.1, sealedLoad: 2.5 };

export const command = bench()
  .option("--dir <folder>", "where the file is made", tmpdir())
  .option("--pages <count>", "pages of 4,096 bytes", count, 24_000)
  .option("--rounds <count>", "rounds, each of all variants", count, 5)
  .option("--seed <number>", "the seed of the order of loads", count, 1)
  .action(run);

function run({ dir, pages: wanted, rounds, seed }) {
  const pages = livePages(wanted);
  console.log(`${describeLive(pages)}; ${dir}, ${rounds} rounds after one to warm up, seed ${seed}`);
  const setups = {
    plain: { encrypt: false },
    sealed: {},
    "plain, fdatasync": { encrypt: false, sync: true },
    "sealed, fdatasync": { sync: true },
  };
  const times = Object.fromEntries(Object.keys(setups).map((name) => [name, { ours: [], theirs: [] }]));
  let segmentBytes = 0;
  for (let round = 0; round <= rounds; round++)
    for (const [name, options] of Object.entries(setups)) {
      const pool = new Pool(dir, pages, options);
      const { ours, theirs } = spillBeside(pool, dir, options.sync === true);
      segmentBytes = pool.log.segmentBytes;
      if (round > 0) times[name].ours.push(...ours);
      if (round > 0) times[name].theirs.push(...theirs);
      pool.close();
    }
  report(times, segmentBytes);
  for (const [name, options] of Object.entries({ plain: { encrypt: false }, sealed: {} }))
    loads(name, new Pool(dir, pages, options), pages, new Random(seed));
}

/** An arena with pages, and a log over a file. */
class Pool {
  constructor(dir, pages, options) {
    this.router = openArenas("engine", { maxBytes: "512MiB", autoShrink: false });
    this.area = this.router.registry.openArea(1, 0, 1);
    for (const [i, page] of pages.entries()) assert.ok(put(this.router, this.area, i, page));
    [this.arena] = this.router.memory.each();
    this.log = new SpillLog({
      devices: [fileDevice({ dir, maxBytes: "1GiB", ...options })],
      pageSize: 4096,
      arenas: () => [this.arena.spill],
    });
    this.arena.spill.open(this.log.unitBits, this.log.overhead);
  }

  /** Spills a segment. Milliseconds, and bytes that were written for it; none when nothing is cold. */
  spillOne() {
    const before = this.log.stats().spilled.writtenBytes;
    // The hand may have to pass once before it finds what is cold.
    for (let turn = 0; turn < 3; turn++) {
      const start = performance.now();
      const bodies = this.log.spill(this.arena.spill);
      const ms = performance.now() - start;
      if (bodies > 0) return { ms, bytes: this.log.stats().spilled.writtenBytes - before };
    }
    return undefined;
  }

  spillAll() {
    while (this.spillOne() !== undefined);
  }

  close() {
    this.log.close();
    this.router.close();
  }
}

/**
 * Spills all of a pool, a segment in turn with a write of as many bytes into a file of its own. Milliseconds
 * of each segment.
 */
function spillBeside(pool, dir, waits) {
  const file = openUnnamed(fs, dir);
  const bytes = new Random(7).fill(new Uint8Array(2 ** 18));
  const ours = [];
  const theirs = [];
  let length = pool.log.segmentBytes;
  const write = () => {
    const start = performance.now();
    fs.writeSync(file.fd, bytes, 0, length, theirs.length * 2 ** 18);
    if (waits) fs.fdatasyncSync(file.fd);
    theirs.push(performance.now() - start);
  };
  // The first of two that wait for a disk also waits for what the other has left to do: so they take turns.
  for (let turn = 0; ; turn++) {
    if (turn % 2 === 1) write();
    const one = pool.spillOne();
    if (one === undefined) break;
    ours.push(one.ms);
    length = one.bytes;
    if (turn % 2 === 0) write();
  }
  file.close();
  // The last one is shorter.
  return { ours: ours.slice(0, -1), theirs: theirs.slice(0, ours.length - 1) };
}

function report(times, segmentBytes) {
  const rows = Object.entries(times).map(([name, { ours, theirs }]) => {
    const sorted = ascending(ours);
    const part = median(theirs) / median(ours);
    const bound = { plain: BOUNDS.cache, "plain, fdatasync": BOUNDS.disk }[name];
    const ms = [0.5, 0.99, 0.999].map((share) => quantile(sorted, share).toFixed(3));
    const rate = (segmentBytes / MIB / (median(ours) / 1000)).toFixed(0);
    const met = bound === undefined ? "" : `${bound}: ${verdict(part >= bound)}`;
    return [name, sorted.length, rate, ...ms, median(theirs).toFixed(3), part.toFixed(2), met];
  });
  const heads = [
    "a segment",
    "count",
    "MiB/s",
    "ms p50",
    "p99",
    "p99.9",
    "writeSync p50",
    "part of it",
    "bound",
  ];
  console.log(`\n${table(heads, rows)}`);
}

/** Loads from the file beside a read and a load from memory, in turns. */
function loads(name, pool, pages, random) {
  const { arena, log, area } = pool;
  const memory = new Pool(tmpdir(), pages, { encrypt: false });
  pool.spillAll();
  const away = pages
    .map((_, i) => arena.spill.find(area, i))
    .flatMap((body, i) => (body ? [{ i, body }] : []));
  const [file] = openDescriptors();
  const target = new Uint8Array(4096);
  const room = new Uint8Array(8192);
  const slices = { spilled: [], read: [], memory: [] };
  // Each page once: the second load of a page brings its body back into memory. And each of the three in an
  // order of its own: what one has touched must not be in a cache for the next.
  const orders = Object.fromEntries(Object.keys(slices).map((one) => [one, random.shuffle(away.slice())]));
  const work = {
    spilled: ({ i }) => loadOne(pool, i, target, room),
    read: ({ body }) => fs.readSync(file, room, 0, body.stored + log.overhead, placeOf(log, body.location)),
    memory: ({ i }) => memory.arena.load(addressOf(memory.area, i), target, false),
  };
  for (let first = 0; first + SLICE <= away.length; first += SLICE)
    for (const one of random.shuffle(Object.keys(slices))) {
      const some = orders[one].slice(first, first + SLICE);
      const start = performance.now();
      for (const page of some) work[one](page);
      slices[one].push(((performance.now() - start) * 1000) / SLICE);
    }
  for (const [i, page] of pages.entries()) {
    const length = loadOne(pool, i, target, room);
    assert.ok(Buffer.compare(target.subarray(0, length), page) === 0);
  }
  // The machine does other things as well: a tenth of the slices is quicker than this.
  const us = (list) => quantile(ascending(list), 0.1);
  const ratio = us(slices.spilled) / (us(slices.read) + us(slices.memory));
  const bound = name === "plain" ? BOUNDS.load : BOUNDS.sealedLoad;
  console.log(
    `load, ${name}: us ${us(slices.spilled).toFixed(2)}; readSync ${us(slices.read).toFixed(2)} + ` +
      `from memory ${us(slices.memory).toFixed(2)}; ` +
      `x ${ratio.toFixed(2)} (bound ${bound}: ${verdict(ratio <= bound)})`,
  );
  memory.close();
  pool.close();
}

/** Loads a page, from the file if its body is there; its length. */
function loadOne({ arena, log, area }, i, target, room) {
  const address = addressOf(area, i);
  const found = arena.load(address, target, false);
  if (found > 0) return found;
  const body = arena.spill.away();
  const length = arena.spill.load(address, target, false, body, log.read(body, room));
  if (length <= 0) throw new Error(`page ${i}: ${length}`);
  return length;
}

/** Byte of the file that a location means: places are segments, up to the next 4,096 bytes. */
function placeOf(log, location) {
  const units = log.segmentBytes >>> log.unitBits;
  return (Math.floor(location / units) - 1) * 2 ** 18 + ((location % units) << log.unitBits);
}

/** Descriptors of files without a name that this process has. */
function openDescriptors() {
  return fs.readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      return /#\d+ \(deleted\)$/.test(fs.readlinkSync(`/proc/self/fd/${fd}`)) &&
        fs.fstatSync(Number(fd)).size > MIB
        ? [Number(fd)]
        : [];
    } catch {
      return [];
    }
  });
}
