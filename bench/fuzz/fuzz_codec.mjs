/**
 * fuzz_codec.mjs - the long run over the codec and the hash.
 *
 * Pages of every kind and any length are encoded within a limit and read back. Every 16th is also exchanged
 * with lz4-napi both ways, and damaged: a damaged block must decode as the reference says
 * (kit/reference/lz4.ts). Then pages that differ in one word are hashed: no two hashes may be equal, and
 * about half of all bits must differ. Each thousand pages have a seed of their own, made from the run's: a
 * failure prints the command that repeats them alone, and ends with 1.
 */
import { SingleBar } from "cli-progress";
import { compressSync, uncompressSync } from "lz4-napi";
import { CodecDoors } from "#kit/doors/codec.js";
import { anyLength, makePage, PAGE_KINDS } from "#kit/generated_pages.js";
import { Random } from "#kit/random.js";
import { referenceDecode } from "#kit/reference/lz4.js";
import { bench, countOrNone } from "../options.mjs";

const BLOCK_PAGES = 1000;
/** One page in so many has any length, the others at most 1,024 bytes: they are quick. */
const SHORT_PAGES = 8;
const doors = new CodecDoors("doors");

export const command = bench()
  .option("--pages <count>", "pages to try", countOrNone, 1e8)
  .option("--hashes <count>", "pages to hash", countOrNone, 1e7)
  .option("--seed <number>", "seed of the run", countOrNone, Date.now() % 2 ** 32)
  .action(run);

function expect(condition, what) {
  if (!condition) throw new Error(what);
}

function same(got, page) {
  return typeof got !== "number" && Buffer.compare(got, page) === 0;
}

/** lz4-napi and the engine read each other's blocks. */
function exchange(page, block) {
  const prefixed = Buffer.alloc(4 + block.length);
  prefixed.writeUInt32LE(page.length);
  prefixed.set(block, 4);
  expect(same(uncompressSync(prefixed), page), "lz4-napi reads another page from our block");
  const theirs = compressSync(Buffer.from(page)).subarray(4);
  expect(same(doors.decode(theirs, page.length), page), "we read another page from lz4-napi's block");
}

/** A block with one bit flipped, or cut, decodes as the reference says. */
function damage(random, page, block) {
  const damaged = Uint8Array.from(block);
  damaged[random.below(damaged.length)] ^= 1 << random.below(8);
  const cut = damaged.subarray(0, random.below(4) ? damaged.length : random.below(damaged.length));
  const [got, wanted] = [doors.decode(cut, page.length), referenceDecode(cut, page.length)];
  const agree = typeof wanted === "number" ? got === wanted : same(got, wanted);
  expect(agree, "a damaged block decodes otherwise than the reference says");
}

/** Pages from one seed: encoded, read back, exchanged and damaged. */
function tryPages(seed, pages) {
  const random = new Random(seed);
  for (let i = 0; i < pages; i++) {
    const bytes = i % SHORT_PAGES ? 1 + random.below(1024) : anyLength(random);
    const page = makePage(random, random.pick(PAGE_KINDS), bytes);
    const limit = random.below(3) ? undefined : page.length - (page.length >> 3);
    const block = doors.encode(page, limit);
    if (block === undefined) {
      expect(limit !== undefined, "no block without a limit");
      continue;
    }
    expect(same(doors.decode(block, page.length), page), "another page comes back");
    if (i % 16) continue;
    exchange(page, block);
    damage(random, page, block);
  }
  doors.assertUntouched();
}

/**
 * Hashes pages that count up in one word, at a place that moves. No two hashes may be equal. Answers the mean
 * share of bits in which a hash differs from the one before.
 */
function hashes(count, seed, step) {
  const { exports, memory } = doors;
  expect(exports.init(4096, 1024, 0, seed >>> 0, 7) === 1, "no engine");
  const at = doors.placeTarget(4096 + 8);
  const view = new DataView(memory.buffer);
  const random = new Random(seed);
  memory.set(makePage(random, "words", 4096), at);
  const lows = new Uint32Array(count);
  const found = new BigUint64Array(count);
  let differ = 0;
  let before = 0;
  for (let i = 0; i < count; i++) {
    // The place stays for a run of pages, each of which is new; then another word goes on from where it was.
    view.setUint32(at + 4 * (Math.floor(i / 65_536) % 1024), i, true);
    lows[i] = exports.door_hash(at, 4096, 0, at + 4096);
    found[i] = (BigInt(view.getUint32(at + 4096, true)) << 32n) | BigInt(lows[i]);
    for (let bits = lows[i] ^ before; bits !== 0; bits &= bits - 1) differ++;
    before = lows[i];
    if (i % 65_536 === 0) step(65_536);
  }
  found.sort();
  for (let i = 1; i < count; i++) expect(found[i] !== found[i - 1], "two pages with one hash");
  const mean = differ / count / 32;
  expect(mean > 0.49 && mean < 0.51, `${mean} of the bits differ`);
  return mean;
}

function run({ pages, hashes: hashed, seed }) {
  console.log(`seed ${seed}: ${pages} pages, ${hashed} hashes`);
  const bar = new SingleBar({
    format: "{label} [{bar}] {percentage}%  {eta_formatted}",
    gracefulExit: false,
    noTTYOutput: false,
  });
  let again = "";
  try {
    bar.start(pages, 0, { label: "codec" });
    for (let done = 0; done < pages; done += BLOCK_PAGES) {
      const blockSeed = (seed + done / BLOCK_PAGES) % 2 ** 32;
      again = `--seed ${blockSeed} --pages ${BLOCK_PAGES} --hashes 0`;
      tryPages(blockSeed, BLOCK_PAGES);
      bar.increment(BLOCK_PAGES);
    }
    if (hashed > 0) {
      bar.start(hashed, 0, { label: "hash" });
      again = `--seed ${seed} --pages 0 --hashes ${hashed}`;
      const mean = hashes(hashed, seed, (count) => bar.increment(count));
      bar.stop();
      console.log(
        `${hashed} hashes of pages that differ in one word: no two alike, ` +
          `${(100 * mean).toFixed(2)} % of bits differ`,
      );
    }
    bar.stop();
    console.log(`${pages} pages: all well`);
  } catch (error) {
    bar.stop();
    throw new Error(`${error.message}\nrepeat: npm run bench -- fuzz-codec ${again}`);
  }
}
