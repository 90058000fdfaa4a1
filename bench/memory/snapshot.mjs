/**
 * snapshot.mjs - what it costs to write a pool to a file and to read it back, beside the same bytes by
 * node:fs.
 *
 * A pool of pages of this process's own memory, each stamped so that it is one of its own. In turns: the
 * pool's image is read in chunks of 256 KiB and written to a file by fs.writeSync, and the same chunks, which
 * are there already, are written so; the image is restored from the file in another process, and a stream of
 * node:fs reads as many bytes there. A digest that the first process took compares every page that came back.
 * Then the image is piped from Node into Deno (package of tests/hosts, x64 Linux), restored there, and
 * compared. The bound is half the speed of writing the bytes.
 */
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { livePages } from "#kit/live_memory.js";
import { DENO } from "#kit/package.js";
import { verdict } from "#kit/report.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { median } from "#kit/statistics.js";
import { openSwap } from "#kit/swap.js";
import { install } from "../../scripts/make.mjs";
import { ROOT, run } from "../../scripts/processes.mjs";
import { bench, count } from "../options.mjs";

const READER = fileURLToPath(new URL("./snapshot_reader.mjs", import.meta.url));
const PAGE = 4096;
const CHUNK = 2 ** 18;
const MiB = 2 ** 20;
/** Of the speed of fs. */
const BOUND = 0.5;

export const command = bench()
  .option("--pages <count>", "pages in the pool", count, 100_000)
  .option("--rounds <count>", "rounds", count, 7)
  .action(async ({ pages, rounds }) => {
    const { pool, digest } = filled(pages);
    const file = join(scratchFolder(), "pool.image");
    await beside(pool, file, rounds, (result) => {
      if (result.digest !== digest || result.pages !== pages) throw new Error("pages differ");
    });
    console.log(`  all ${pages} pages identical, ${rounds} times`);
    await intoDeno(pool, pages, digest);
  });

/** A pool with pages, and a digest of them. */
function filled(pages) {
  const sources = livePages(20_000);
  const { pool, swap } = openSwap({ maxBytes: "512MiB", autoShrink: true });
  const hash = createHash("sha256");
  const page = new Uint8Array(PAGE);
  for (let i = 0; i < pages; i++) {
    page.set(sources[i % sources.length]);
    new DataView(page.buffer).setUint32(2000, i, true);
    if (!swap.store(0, i, page)) throw new Error(`page ${i} was refused`);
    hash.update(page);
  }
  return { pool, digest: hash.digest("hex") };
}

/**
 * The chunks of an image. The reader brings one buffer, again and again, as a program does that wants speed.
 */
async function* imageOf(pool) {
  const from = pool.snapshot().getReader({ mode: "byob" });
  let buffer = new ArrayBuffer(CHUNK);
  for (;;) {
    const { done, value } = await from.read(new Uint8Array(buffer));
    if (done) return;
    yield value;
    buffer = value.buffer;
  }
}

async function write(path, source) {
  const to = openSync(path, "w");
  for await (const chunk of source) writeSync(to, chunk);
  closeSync(to);
}

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Times everything in turns; `check` judges what the reader found. */
async function beside(pool, file, rounds, check) {
  await write(file, imageOf(pool));
  const { size } = statSync(file);
  const chunks = [];
  for await (const chunk of imageOf(pool)) chunks.push(chunk.slice());
  const { storedPages, bytes } = pool.stats();
  console.log(
    `${storedPages} live pages, ${(bytes.compressed / MiB).toFixed(1)} MiB of bodies: ` +
      `an image of ${(size / MiB).toFixed(1)} MiB`,
  );
  const times = { snapshot: [], fs: [], pack: [], restore: [], read: [] };
  for (let round = 0; round < rounds; round++) {
    times.fs.push(await seconds(() => write(`${file}.copy`, chunks)));
    times.snapshot.push(await seconds(() => write(file, imageOf(pool))));
    times.pack.push(
      await seconds(async () => {
        for await (const _ of imageOf(pool));
      }),
    );
    const result = JSON.parse(await run(process.execPath, [READER, file]));
    check(result);
    times.restore.push(result.restoreSeconds);
    times.read.push(result.readSeconds);
  }
  report(times, size, storedPages, rounds);
}

function report(times, size, pages, rounds) {
  const rate = (list) => `${(size / MiB / median(list)).toFixed(0)} MiB/s`;
  const part = median(times.fs) / median(times.snapshot);
  const restored = median(times.read) / median(times.restore);
  const us = (1e6 * median(times.restore)) / pages;
  console.log(
    `snapshot written to a file ${rate(times.snapshot)}, the same bytes by fs ${rate(times.fs)} ` +
      `(medians of ${rounds}, in turns)`,
  );
  console.log(
    `  ${part.toFixed(2)} of fs; bound ${BOUND}: ${verdict(part >= BOUND)}; ` +
      `read and thrown away: ${rate(times.pack)}`,
  );
  console.log(
    `restore from the file, in another process ${rate(times.restore)}, the same bytes read by fs ` +
      `${rate(times.read)}: ${restored.toFixed(2)} of fs; ${us.toFixed(2)} us a page`,
  );
}

async function intoDeno(pool, pages, digest) {
  await install(join(ROOT, "tests/hosts"), "other hosts");
  if (!existsSync(DENO)) return console.log("Deno is not here");
  const args = ["run", "--no-prompt", "--quiet", READER, "-"];
  const there = JSON.parse(await run(DENO, args, { input: pool.snapshot() }));
  const same = there.digest === digest && there.pages === pages;
  console.log(`Node into Deno, by a pipe: ${there.pages} pages, all identical: ${verdict(same)}`);
  if (!same) process.exitCode = 1;
}
