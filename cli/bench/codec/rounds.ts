/**
 * rounds.ts - measures one page set: all contestants over the same pages, round by round.
 *
 * In each round every contestant makes one pass over all pages, and another one begins each round. The loop
 * over the pages is on the codec's side of the border, so that no crossing is measured. Two contestants are
 * compared by the ratio of their times in the same round. Every block is decoded and compared with its page.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { PageSet } from "../../pages/page_set.js";
import { quantile } from "../../text/figures.js";
import { progressOnTerminal } from "../../text/progress.js";
import type { Native, NativeChild, Round } from "./native.js";
import { openPasses, type Passes } from "./passes.js";

/** The median and the quartiles of a figure over all rounds. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** The figures of one contestant. */
interface CodecRow {
  name: string;
  version: string;
  /** Microseconds per page. */
  encode: Spread;
  decode: Spread;
  /** Bytes of pages / bytes of blocks, where no block counts more than a page. */
  ratio: number;
  /** How many times as fast as liblz4 in the same round; null without liblz4. */
  encodeVersusLz4: Spread | null;
  decodeVersusLz4: Spread | null;
}

/** The figures of one page set. */
export interface SetReport {
  name: string;
  source: string;
  pages: number;
  rows: CodecRow[];
  /** Microseconds per page of the hash and of memory.copy. versusCopy: the hash's speed / the copy's. */
  hash: { hash: Spread; copy: Spread; versusCopy: Spread };
}

const WARM_UP_ROUNDS = 4;
/** Name of our codec. */
export const OURS = "spillway";
/** Name of the codec that the others are compared with. */
const LZ4 = "lz4";

/**
 * Measures a set. `pages`: its whole pages, side by side. `folder`: where native codecs find a file of them.
 */
export async function measureSet(
  set: PageSet,
  pages: Buffer,
  rounds: number,
  native: Native,
  folder: string,
): Promise<SetReport> {
  const { pageSize } = set;
  const file = join(folder, "pages");
  writeFileSync(file, pages);
  const passes = openPasses(pages, pageSize);
  const child = await native.start(file, pageSize);
  const progress = progressOnTerminal();
  try {
    progress.stage(set.name, WARM_UP_ROUNDS + rounds);
    const names = [OURS, ...(child?.codecs.keys() ?? [])];
    const lanes = new Map(names.map((name) => [name, [] as Round[]]));
    const hashes: { hash: number; copy: number }[] = [];
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (let i = 0; i < names.length; i++) {
        const name = names[(i + round + WARM_UP_ROUNDS) % names.length] as string;
        const result = await oneRound(name, passes, child);
        if (round >= 0) lanes.get(name)?.push(result);
      }
      // The first of hash and copy finds the pages cold in the caches, so they take turns, too.
      const before = round % 2 === 0 ? passes.copy() : 0;
      const hash = passes.hash();
      const hashed = { hash, copy: before || passes.copy() };
      if (round >= 0) hashes.push(hashed);
      progress.step(1);
      // Signals arrive in between.
      await setImmediate();
    }
    return {
      name: set.name,
      source: set.source,
      pages: passes.count,
      rows: names.map((name) => row(name, child?.codecs.get(name) ?? "", lanes, passes.count, pages.length)),
      hash: {
        hash: spread(hashes.map(({ hash }) => hash / passes.count / 1e3)),
        copy: spread(hashes.map(({ copy }) => copy / passes.count / 1e3)),
        versusCopy: spread(hashes.map(({ hash, copy }) => copy / hash)),
      },
    };
  } finally {
    progress.end();
    child?.close();
  }
}

async function oneRound(name: string, passes: Passes, child: NativeChild | undefined): Promise<Round> {
  if (name !== OURS) return await (child as NativeChild).round(name);
  const encodeNanos = passes.encode();
  const decodeNanos = passes.decode();
  passes.verify();
  return { encodeNanos, decodeNanos, bytes: passes.bytes() };
}

function row(
  name: string,
  version: string,
  lanes: ReadonlyMap<string, readonly Round[]>,
  count: number,
  bytes: number,
): CodecRow {
  const rounds = lanes.get(name) as readonly Round[];
  const yardstick = lanes.get(LZ4);
  const versus = (way: "encodeNanos" | "decodeNanos") =>
    yardstick ? spread(rounds.map((round, i) => (yardstick[i] as Round)[way] / round[way])) : null;
  return {
    name,
    version,
    encode: spread(rounds.map(({ encodeNanos }) => encodeNanos / count / 1e3)),
    decode: spread(rounds.map(({ decodeNanos }) => decodeNanos / count / 1e3)),
    ratio: bytes / (rounds[0] as Round).bytes,
    encodeVersusLz4: versus("encodeNanos"),
    decodeVersusLz4: versus("decodeNanos"),
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}
