/**
 * big_values.mjs - more values than memory has room for: a SpillMap whose pool has a file behind it, in a
 * process of less than 1 GiB, beside lmdb and better-sqlite3.
 *
 * The values are documents of 1 to 128 KiB (kit/documents). All are set; then come operations by Zipf's law,
 * a tenth of which change a document; then all are got in another order. Every document that is got is
 * compared. Each side is a process of its own (big_values_side.mjs), and they take turns. The pool's file is
 * measured as it is by default, sealed, and plain, as the files of the others are.
 *
 * RSS is looked at each second, and the system tells the most that a process ever had. That of lmdb has in it
 * what it maps of its file. What lies in the page cache of the system is printed: it is in nobody's bound,
 * unless `--limit` bounds all memory of each side by a control group, page cache included. Exits with 1 when
 * a pool's process had more than its bound.
 */
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import { Documents } from "#kit/documents.js";
import { table, verdict } from "#kit/report.js";
import { bench, count } from "../options.mjs";
import { dropGroup, makeGroup } from "../proof/memory_group.mjs";
import { takePart } from "../proof/stores.mjs";
import { filesOf, isLinux, rssOf } from "./process_files.mjs";
import { Side, Turns } from "./sides.mjs";

const MIB = 2 ** 20;
const UNITS = { MB: 1e6, GB: 1e9, MiB: MIB, GiB: 2 ** 30 };
const QUICK_BYTES = 6e7;
const LOOK_MS = 1000;
/** Documents of a turn. */
const SLICE = 1000;
/** Operations by Zipf's law, in parts of the documents. */
const USES = 1 / 4;
/** Disk that a side may take, in parts of the values, and what must be free beside it. */
const DISK_PART = 1.2;
/** Milliseconds between two tries to remove a group, and tries. */
const DROP = { every: 100, tries: 100 };

const KINDS = {
  plain: "SpillMap, file",
  sealed: "SpillMap, file, sealed",
  lmdb: "lmdb",
  sqlite: "better-sqlite3",
};
const isOurs = (kind) => kind === "plain" || kind === "sealed";

export const command = bench()
  .option("--bytes <size>", "all values together, such as 10GB", bytes, 1e10)
  .option("--quick", "60 MB, and a pool of 8 MiB")
  .option("--memory <MiB>", "maxBytes of the pool, in MiB", count, 256)
  .option("--rss <MiB>", "bound of the RSS of a pool's process, in MiB", count, 1024)
  .option("--limit <MiB>", "bound of all memory of each side, page cache included: Linux, root", count)
  .option("--sides <names>", `of ${Object.keys(KINDS).join(", ")}`, names, Object.keys(KINDS))
  .option("--dir <folder>", "where the files are made", tmpdir())
  .option("--seed <number>", "the seed of documents and operations", count, 1)
  .action(run);

function bytes(text) {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(MB|GB|MiB|GiB)$/.exec(text) ?? [];
  if (!(number > 0)) throw new InvalidArgumentError("A size such as 500MB or 10GB.");
  return number * UNITS[unit];
}

function names(text) {
  const list = text.split(",");
  const wrong = list.find((one) => !(one in KINDS));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of the sides.`);
  return list;
}

async function run(options) {
  const { quick = false, sides: wanted, dir, seed, limit } = options;
  const size = quick ? QUICK_BYTES : options.bytes;
  const memory = (quick ? 8 : options.memory) * MIB;
  const kinds = installed(wanted);
  checkDisk(dir, kinds.length * DISK_PART * size);
  const folder = mkdtempSync(join(dir, "spillway-bench-"));
  const values = Math.ceil(size / Documents.MEAN_BYTES);
  const sides = [];
  try {
    for (const kind of kinds) {
      const side = new Keeper(kind, join(folder, kind), limit);
      sides.push(side);
      await side.ask("open", { kind, count: values, seed, folder: side.folder, memory, disk: 2 * size });
    }
    console.log(
      `${values} documents of 1 to 128 KiB, ${tell(size)}, a pool of ${tell(memory)}; ` +
        `${limit === undefined ? "no limit" : `each side ${limit} MiB in all`}; seed ${seed}`,
    );
    await work(new Turns(sides), values);
    const all = await Promise.all(sides.map((side) => side.finish()));
    report(all, options.rss * MIB);
  } finally {
    for (const side of sides) await side.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sides whose packages are there. */
function installed(kinds) {
  const { absent } = takePart(kinds.filter((kind) => !isOurs(kind)));
  for (const { contestant, install } of absent) console.log(`${contestant} is not installed: ${install}`);
  return kinds.filter((kind) => !absent.some(({ contestant }) => contestant === KINDS[kind]));
}

function checkDisk(dir, needed) {
  const { bavail, bsize } = statfsSync(dir);
  if (bavail * bsize < needed)
    throw new Error(`${dir} has ${tell(bavail * bsize)} free, the sides may need ${tell(needed)}`);
}

/** A process with one way to keep values, and what is seen of it from outside. */
class Keeper extends Side {
  #group;
  #timer;
  #peak = { all: 0, mapped: 0 };

  constructor(kind, folder, limit) {
    super(KINDS[kind], new URL("./big_values_side.mjs", import.meta.url), {});
    this.kind = kind;
    this.folder = folder;
    mkdirSync(folder);
    if (limit !== undefined) this.#bound(limit * MIB);
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  #bound(limit) {
    this.#group = makeGroup(`spillway-${process.pid}-${this.kind}`, limit);
    if (this.#group === undefined) throw new Error("--limit: no control group for memory can be made here");
    writeFileSync(join(this.#group.path, "cgroup.procs"), String(this.child.pid));
  }

  #look() {
    const now = isLinux ? rssOf(this.child.pid) : undefined;
    if (now !== undefined && now.all > this.#peak.all) this.#peak = now;
  }

  /** Times and bytes of all that was done; ends what the side keeps. */
  async finish() {
    this.#look();
    clearInterval(this.#timer);
    const figures = await this.ask("report");
    const files = isLinux ? filesOf(this.child.pid, this.folder) : {};
    const most = await this.ask("close");
    return { ...figures, ...files, name: this.name, kind: this.kind, seen: this.#peak, most };
  }

  async end() {
    clearInterval(this.#timer);
    const gone = new Promise((resolve) => this.child.once("close", resolve));
    if (this.child.exitCode === null && this.child.signalCode === null) {
      super.end();
      await gone;
    }
    if (this.#group !== undefined) await dropped(this.#group);
  }
}

/** The kernel lets a group go a moment after its last process. */
async function dropped(group) {
  for (let tries = 0; ; tries++) {
    try {
      dropGroup(group);
      return;
    } catch (error) {
      if (tries === DROP.tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, DROP.every));
    }
  }
}

async function work(turns, values) {
  const uses = Math.ceil(values * USES);
  for (const [from, to] of slices(values)) await turns.each((side) => side.ask("fill", { from, to }));
  for (const [from, to] of slices(uses)) await turns.each((side) => side.ask("use", { count: to - from }));
  for (const [from, to] of slices(values)) await turns.each((side) => side.ask("check", { from, to }));
}

function* slices(length) {
  for (let from = 0; from < length; from += SLICE) yield [from, Math.min(length, from + SLICE)];
}

function tell(amount) {
  if (amount === undefined || Number.isNaN(amount)) return "-";
  return amount >= 2 ** 30 ? `${(amount / 2 ** 30).toFixed(2)} GiB` : `${(amount / MIB).toFixed(0)} MiB`;
}

const us = (value) => (value === undefined ? "-" : value.toFixed(value < 100 ? 1 : 0));
const pair = ({ p50, p99 }) => `${us(p50)} / ${us(p99)}`;

function report(all, bound) {
  const times = all.map(({ name, fill, set, get, check, bytesSet }) => [
    ...[name, pair(fill), pair(set), pair(get), pair(check)],
    (bytesSet / MIB / (fill.sum / 1000)).toFixed(0),
  ]);
  const heads = ["us, p50 / p99", "set, first", "set again", "get, by Zipf", "get, each once", "MiB/s set"];
  console.log(table(heads, times));
  const bytes = all.map(({ name, seen, most, cached, disk, bytesCompared }) => [
    ...[name, tell(most), tell(seen.all), tell(seen.mapped), tell(cached), tell(disk), tell(bytesCompared)],
  ]);
  console.log(
    table(["", "RSS, most", "seen each second", "mapped", "page cache", "on disk", "compared"], bytes),
  );
  for (const { name, most, told } of all.filter(({ kind }) => isOurs(kind))) {
    const isMet = most <= bound;
    console.log(
      `${name}: RSS ${tell(most)} (bound ${tell(bound)}: ${verdict(isMet)}); ` +
        `memory of the pool ${tell(told.used)}, ${told.bodies} bodies in the file`,
    );
    if (!isMet) process.exitCode = 1;
  }
}
