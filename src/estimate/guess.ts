/**
 * guess.ts - what all pages of a pool come to, estimated from the two samples.
 *
 * Bodies that very many pages share would spoil what the sample by content tells about pages. The sample by
 * key finds them again and again, so they are known from there; all other bodies are estimated together.
 */
import { slotBytes } from "../engine/blocks.js";
import type { Content, Page, Sample } from "./sample.js";

/** A body is known to be shared by many if so many pages of the sample by key have it. */
const OFTEN = 8;

/** What all pages of a pool come to, estimated. */
export interface Estimate {
  pages: number;
  sameFilledPages: number;
  ephemeralPages: number;
  inodes: number;
  /** Bodies that have bytes. */
  bodies: number;
  /** Records of same-filled pages. */
  fills: number;
  /**
   * Bytes: of all pages; of the pages that are encoded, a shared body once; of bodies; of their slots in
   * slabs.
   */
  raw: number;
  encoded: number;
  compressed: number;
  slots: number;
  /** Mean and standard deviation of the slots. */
  slotMean: number;
  slotDeviation: number;
}

/** The estimate. Bound: all pages and bodies that are followed. */
export function estimate(sample: Sample): Estimate {
  const { keyRate, contentRate } = sample;
  const { pages, raw, ephemeralPages } = sample.quick();
  const often = foundOften(sample);
  const rare = rarePages(sample, often);
  const { bodies, encoded, fills, stored, slots, slotSquares } = rareBodies(sample, often);
  const count = bodies.sum;
  const mean = (sum: number) => (count === 0 ? 0 : sum / count);
  const oftenKept = [...often.values()].filter((page) => !page.filled);
  const oftenBytes = oftenKept.reduce((sum, { bytes }) => sum + bytes, 0);

  const allEncoded = encoded.of(rare.bytes / keyRate, contentRate) + oftenBytes;
  const allBodies = bodies.of(rare.pages / keyRate, contentRate) + oftenKept.length;
  const ratio = encoded.sum === 0 ? 1 : stored / encoded.sum;
  return {
    pages,
    sameFilledPages: rare.allFilled / keyRate,
    ephemeralPages,
    inodes: estimateInodes(sample, ephemeralPages),
    bodies: allBodies,
    fills: fills.of(rare.filled / keyRate, contentRate) + often.size - oftenKept.length,
    raw,
    encoded: allEncoded,
    compressed: allEncoded * ratio,
    slots: allEncoded * ratio + allBodies * mean(slots - stored),
    slotMean: mean(slots),
    slotDeviation: Math.sqrt(Math.max(0, mean(slotSquares) - mean(slots) ** 2)),
  };
}

/** Bodies of several pages of the sample by key, by hash: with the page at which that was seen. */
function foundOften(sample: Sample): Map<number, Page> {
  const found = new Map<number, number>();
  const often = new Map<number, Page>();
  // While all bodies are followed there is nothing to guess.
  if (sample.contentRate === 1) return often;
  for (const page of sample.pagesByKey()) {
    const times = (found.get(page.hash) ?? 0) + 1;
    found.set(page.hash, times);
    if (times === OFTEN) often.set(page.hash, page);
  }
  return often;
}

/** Pages of the sample by key whose bodies are not found often; and of all its pages the same-filled ones. */
function rarePages(sample: Sample, often: ReadonlyMap<number, Page>) {
  const rare = { pages: 0, bytes: 0, filled: 0, allFilled: 0 };
  for (const page of sample.pagesByKey()) {
    if (page.filled) rare.allFilled += 1;
    if (often.has(page.hash)) continue;
    if (page.filled) {
      rare.filled += 1;
    } else {
      rare.pages += 1;
      rare.bytes += page.bytes;
    }
  }
  return rare;
}

/** Bodies of the sample by content that are not found often. */
function rareBodies(sample: Sample, often: ReadonlyMap<number, Page>) {
  const sums = {
    bodies: new Guess(),
    encoded: new Guess(),
    fills: new Guess(),
    stored: 0,
    slots: 0,
    slotSquares: 0,
  };
  for (const content of sample.bodies()) {
    if (often.has(content.hash)) continue;
    if (content.filled) {
      sums.fills.add(1, content);
      continue;
    }
    const slot = slotBytes(content.stored);
    sums.bodies.add(1, content);
    sums.encoded.add(content.raw, content);
    sums.stored += content.stored;
    sums.slots += slot;
    sums.slotSquares += slot * slot;
  }
  return sums;
}

/**
 * Inodes that have pages: those of which the sample by key has some, and those of which it has none,
 * estimated from how many it has one and two pages of (A. Chao, 1984). At most as many as there are pages.
 */
function estimateInodes(sample: Sample, ephemeralPages: number): number {
  const having: [number, number, number, number] = [0, 0, 0, 0];
  for (const first of sample.inodes()) {
    let followed = 0;
    for (let page: Page | undefined = first; page !== undefined && followed < 3; page = page.behind)
      if (page.byKey) followed += 1;
    having[followed as 0 | 1 | 2 | 3] += 1;
  }
  const [, one, two, more] = having;
  const unseen = sample.keyRate === 1 ? 0 : (one * (one - 1)) / (2 * (two + 1));
  return Math.min(one + two + more + unseen, ephemeralPages);
}

/**
 * A sum over all bodies, from those that are followed. The sample by content also tells how many pages, or
 * bytes of pages, these bodies have, and the sample by key tells the same independently. If the first has too
 * many of these by chance, its sum is too large: linear regression corrects that (W. Cochran, Sampling
 * Techniques, 1977, chapter 7). The more the numbers of pages differ from body to body, the smaller is the
 * correction.
 */
class Guess {
  /** Over the bodies that are followed. */
  sum = 0;
  #pages = 0;
  #products = 0;
  #squares = 0;
  /** Uncertainty about the pages of each body, of which only a part is followed. */
  #noise = 0;

  /** A body of this value; a page of it weighs as much. */
  add(value: number, { sharers, level }: Content): void {
    const part = 2 ** level;
    const pages = value * sharers * part;
    this.sum += value;
    this.#pages += pages;
    this.#products += value * pages;
    this.#squares += pages * pages;
    this.#noise += value * pages * (part - 1);
  }

  /** The sum over all, whose pages are `pages`, in the unit of the value. */
  of(pages: number, rate: number): number {
    const loose = 1 - rate;
    const spread = loose * this.#squares + this.#noise;
    const slope = loose > 0 && spread > 0 ? (loose * this.#products) / spread : 0;
    return Math.max(0, this.sum / rate + slope * (pages - this.#pages / rate));
  }
}
