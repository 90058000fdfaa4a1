/**
 * index.mjs - drives the store of documents: all are put, all are found in another order, a tenth of them
 * changes, some go, and all that are left are found again.
 *
 * Every document that is found is compared with what was put, which is made anew from its number. With
 * Spillway the process may have `most` bytes of memory, whatever it keeps: the system tells the most that it
 * ever had.
 */
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { Documents } from "#kit/documents.js";
import { Random } from "#kit/random.js";
import { MIB, mib, timed } from "../harness/meter.mjs";

export const SIDES = { "Map of documents": "plain", "a file each": "file", SpillMap: "spillway" };

const GB = 1e9;
const most = 1024 * MIB;

export const SIZES = {
  full: { bytes: GB, most, says: "1 GB of documents of 1 to 128 KiB" },
  quick: { bytes: 0.2 * GB, most, says: "200 MB of documents of 1 to 128 KiB" },
  huge: {
    bytes: 10 * GB,
    most,
    says: "10 GB of documents of 1 to 128 KiB",
    sides: ["a file each", "SpillMap"],
  },
};

const SEED = 1;
/** Operations between two looks at the rest of the process. */
const TURN = 64;

export async function drive(program, size, meter) {
  const { put, find, drop, documents, pool } = program;
  const made = new Documents(SEED);
  const count = Math.ceil(size.bytes / Documents.MEAN_BYTES);
  const versions = new Uint8Array(count);
  const times = { put: [], find: [] };
  const digest = createHash("sha256");
  let bytes = 0;
  const keep = (i) => {
    const document = made.of(i, versions[i]);
    times.put.push(timed(() => put(String(i), document)));
  };
  const check = (i) => {
    let found;
    times.find.push(
      timed(() => {
        found = find(String(i));
      }),
    );
    const wanted = made.of(i, versions[i]);
    if (found === undefined || Buffer.compare(found, wanted) !== 0)
      throw new Error(`large: other bytes of ${i}`);
    digest.update(`${i} ${versions[i]} ${found.length} ${found[found.length >> 1]}\n`);
    bytes += found.length;
  };
  const each = async (numbers, call) => {
    let turn = 0;
    for (const i of numbers) {
      call(i);
      turn += 1;
      if (turn % TURN === 0) await setImmediate();
    }
  };
  const random = new Random(SEED);
  const all = Uint32Array.from({ length: count }, (_, i) => i);
  await each(all, keep);
  meter.held(documents, pool);
  await each(random.shuffle(all.slice()), check);
  await each(random.shuffle(all.slice()).subarray(0, count / 10), (i) => {
    versions[i] += 1;
    keep(i);
  });
  const gone = new Set(random.shuffle(all.slice()).subarray(0, count / 20));
  await each(gone, (i) => {
    if (!drop(String(i))) throw new Error(`large: nothing to drop of ${i}`);
  });
  const left = all.filter((i) => !gone.has(i));
  await each(random.shuffle(left), check);
  meter.times("put", times.put);
  meter.times("find", times.find);
  meter.verified(bytes);
  if (pool) tellPool(pool, size, meter);
  return digest.digest("hex");
}

/** Notes what is on the file. Throws when the process had more memory than it may. */
function tellPool(pool, size, meter) {
  const { spill, bytes } = pool.stats();
  const [{ diskBytes, writtenBytes, readBytes }] = spill.devices;
  meter.figures["bytes on disk"] = mib(diskBytes);
  meter.notes.push(
    `${spill.bodies} bodies on the file, in memory ${mib(bytes.used)}; ` +
      `${mib(writtenBytes)} written and ${mib(readBytes)} read so far`,
  );
  const peak = process.resourceUsage().maxRSS * 1024;
  if (peak > size.most) throw new Error(`large: ${mib(peak)} of memory, more than ${mib(size.most)}`);
}
