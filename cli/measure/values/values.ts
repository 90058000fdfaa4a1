/**
 * values.ts - `spillway measure --values`: what does a SpillMap make of a user's own values?
 *
 * It reads values from JSON, a folder or a database, and keeps them in SpillMaps and in what people use
 * instead, each in a process of its own. It compares every value that comes back, and prints sizes and times.
 */
import { withFolder } from "../../pages/processes.js";
import { checkMaxBytes } from "../../text/arguments.js";
import type { Progress } from "../../text/progress.js";
import { entrantsOf } from "./entrants.js";
import { race } from "./race.js";
import { makeReport, type ValuesReport } from "./report.js";
import { readSource, type SourceFlags } from "./source.js";
import { writeSpool } from "./spool.js";

export interface ValuesFlags extends SourceFlags {
  pageSizes: readonly number[];
  maxBytes: string | undefined;
  hotBytes: number | undefined;
  rivals: boolean;
}

const MIB = 2 ** 20;
/** Most bytes of a pool when --max-bytes is not given. */
const POOL_BYTES_MAX = 3072 * MIB;
/** Least of the default bound of hot values: a round of gets must stay hot. */
const HOT_BYTES_MIN = 8 * MIB;
/** The default bound: this part of the values. */
const HOT_PART = 1 / 10;

export async function measureValues(flags: ValuesFlags, progress: Progress): Promise<ValuesReport> {
  if (flags.maxBytes !== undefined)
    for (const pageSize of flags.pageSizes) checkMaxBytes(flags.maxBytes, pageSize);
  const { limit: limitBytes, seed } = flags;
  const source = await readSource(flags, progress);
  return await withFolder(async (folder) => {
    const chosen = source.sample.chosen();
    progress.stage("writing the values down", chosen.length);
    const offsets = writeSpool(folder, chosen, () => progress.step(1));
    const bytes = offsets[chosen.length] as number;
    const entrants = entrantsOf({
      pageSizes: flags.pageSizes,
      maxBytes: flags.maxBytes ?? roomFor(bytes),
      hotBytes: flags.hotBytes ?? hotBytesFor(bytes, offsets),
      rivals: flags.rivals,
    });
    const { courses, control } = await race(entrants, { folder, offsets, seed }, progress);
    return makeReport({ source, entrants, courses, control, limitBytes, seed });
  });
}

/** A limit that the values do not reach: all of them as they are, half more, and 32 MiB for tables. */
function roomFor(bytes: number): number {
  return Math.min(POOL_BYTES_MAX, Math.ceil(bytes * 1.5) + 32 * MIB);
}

/** So much that what was just got is still hot, the largest value too. */
function hotBytesFor(bytes: number, offsets: Float64Array): number {
  let largest = 0;
  for (let i = 1; i < offsets.length; i++)
    largest = Math.max(largest, (offsets[i] as number) - (offsets[i - 1] as number));
  return Math.max(HOT_BYTES_MIN, 2 * largest, Math.ceil(bytes * HOT_PART));
}
