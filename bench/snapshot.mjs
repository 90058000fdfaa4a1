/**
 * snapshot.mjs - `npm run bench:snapshot`: what it costs to write a pool to a file and to read it back.
 *
 * A pool of 100,000 pages of this process's own memory, each stamped so that it is one of its own. In turns: the pool's image
 * read in chunks of 256 KiB and written to a file by fs.writeSync, and the same chunks, which are there already, written so; the image restored from
 * the file in another process, and as many bytes read there by a stream of node:fs. Every page that came back is compared by a
 * digest that the first process took. Then the image is piped from Node into Deno (npm package, x64 Linux), restored there, and
 * its pages counted and compared. The bound, half of what writing the bytes does, is followed by "met" or "MISSED".
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { install, main, make, ROOT } from "../scripts/make.mjs";

const READER = fileURLToPath(new URL("snapshot_reader.mjs", import.meta.url));
const DENO = join(ROOT, "tests/hosts/node_modules/@deno/linux-x64-glibc/deno");
const PAGES = 100_000;
const PAGE = 4096;
const ROUNDS = 7;
const CHUNK = 2 ** 18;
const MiB = 2 ** 20;
const say = (text) => console.log(text);
const verdict = (met) => (met ? "met" : "MISSED");
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Runs the reader; answers what it printed. `input` is piped into it. */
async function reader(program, args, input) {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"], cwd: ROOT });
  let text = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  const done = new Promise((resolve, reject) => {
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`)),
    );
  });
  if (input === undefined) child.stdin.end();
  else await pipeline(input, child.stdin);
  await done;
  return JSON.parse(text);
}

await main(async () => {
  await make("engine", "library", "tests");
  const { Spillway } = await import("spillway");
  const { livePages } = await import("../build/tests/support/pages.js");
  const folder = mkdtempSync(join(tmpdir(), "spillway-snapshot-"));
  try {
    const sources = livePages(20_000);
    const pool = Spillway.openSync({ maxBytes: "512MiB" });
    const swap = pool.frontswap({ name: "bench" });
    swap.init(0);
    const digest = createHash("sha256");
    const page = new Uint8Array(PAGE);
    for (let i = 0; i < PAGES; i++) {
      page.set(sources[i % sources.length]);
      new DataView(page.buffer).setUint32(2000, i, true);
      if (!swap.store(0, i, page)) throw new Error(`page ${i} was refused`);
      digest.update(page);
    }
    const wanted = digest.digest("hex");
    const { bytes } = pool.stats();
    const file = join(folder, "pool.image");
    const copy = join(folder, "bytes");
    // The reader brings its own buffer, the same one each time, as who cares for speed would.
    async function* imageIn(bytes) {
      const from = pool.snapshot().getReader({ mode: "byob" });
      let buffer = new ArrayBuffer(bytes);
      for (;;) {
        const { done, value } = await from.read(new Uint8Array(buffer));
        if (done) return;
        yield value;
        buffer = value.buffer;
      }
    }
    const write = async (path, source) => {
      const to = openSync(path, "w");
      for await (const chunk of source) writeSync(to, chunk);
      closeSync(to);
    };
    await write(file, imageIn(CHUNK));
    const length = statSync(file).size;
    const chunks = [];
    for await (const chunk of imageIn(CHUNK)) chunks.push(chunk.slice());
    say(
      `${PAGES} live pages, ${(bytes.compressed / MiB).toFixed(1)} MiB of bodies: an image of ${(length / MiB).toFixed(1)} MiB`,
    );
    const times = { snapshot: [], fs: [], pack: [], restore: [], read: [] };
    for (let round = 0; round < ROUNDS; round++) {
      times.fs.push(await timed(() => write(copy, chunks)));
      times.snapshot.push(await timed(() => write(file, imageIn(CHUNK))));
      times.pack.push(
        await timed(async () => {
          for await (const _ of imageIn(CHUNK));
        }),
      );
      const result = await reader(process.execPath, [READER, file]);
      if (result.digest !== wanted || result.pages !== PAGES) throw new Error("pages differ");
      times.restore.push(result.restoreSeconds);
      times.read.push(result.readSeconds);
    }
    const rate = (list) => `${(length / MiB / median(list)).toFixed(0)} MiB/s`;
    const part = median(times.fs) / median(times.snapshot);
    say(
      `snapshot written to a file ${rate(times.snapshot)}, the same bytes by fs ${rate(times.fs)} (medians of ${ROUNDS}, in turns)`,
    );
    say(
      `  ${part.toFixed(2)} of fs; bound 0.5: ${verdict(part >= 0.5)}; read and thrown away: ${rate(times.pack)}`,
    );
    say(
      `restore from the file, in another process ${rate(times.restore)}, the same bytes read by fs ${rate(times.read)}: ` +
        `${(median(times.read) / median(times.restore)).toFixed(2)} of fs; ${((1e6 * median(times.restore)) / PAGES).toFixed(2)} us a page`,
    );
    say(`  all ${PAGES} pages identical, ${ROUNDS} times`);
    await install(join(ROOT, "tests/hosts"), "other hosts");
    if (!existsSync(DENO)) return say("Deno is not here");
    const there = await reader(DENO, ["run", "--no-prompt", "--quiet", READER, "-"], pool.snapshot());
    const same = there.digest === wanted && there.pages === PAGES;
    say(`Node into Deno, by a pipe: ${there.pages} pages, all identical: ${verdict(same)}`);
    if (!same) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
