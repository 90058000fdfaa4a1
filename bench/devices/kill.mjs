/**
 * kill.mjs - processes that spill to a file and are killed at a random moment (kit/models/spill_kill).
 *
 * Each is stopped, its file is read through /proc, and it is killed. One in four is killed at any moment from
 * its start on, the others after their first spill. On a tmpfs of its own, if root may mount one.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { killOne } from "#kit/models/spill_kill.js";
import { Random } from "#kit/random.js";
import { verdict } from "#kit/report.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { bench, count } from "../options.mjs";

export const command = bench()
  .option("--kills <count>", "processes", count, 200)
  .option("--seed <number>", "the seed of the moments", count, 1)
  .action(run);

async function run({ kills, seed }) {
  const dir = join(scratchFolder(), "own");
  mkdirSync(dir);
  const mount = ["-t", "tmpfs", "-o", "size=64m", "spillway-bench", dir];
  const isMounted = spawnSync("mount", mount).status === 0;
  const random = new Random(seed);
  const sums = { bytes: 0, files: 0, canaries: 0, names: 0, left: 0, blocks: 0 };
  try {
    for (let i = 0; i < kills; i++) {
      const result = await killOne(dir, random, true, i % 4 === 3);
      sums.bytes += result.bytes;
      sums.files += result.bytes > 0 ? 1 : 0;
      sums.canaries += result.canaries;
      sums.names += result.names.length;
      sums.left += result.left.length;
      sums.blocks += isMounted ? Math.abs(result.blocks) : 0;
    }
  } finally {
    if (isMounted) spawnSync("umount", [dir]);
  }
  const { files, bytes, canaries, names, left, blocks } = sums;
  const clean = canaries === 0 && names === 0 && left === 0 && blocks === 0;
  console.log(
    `${kills} processes killed, seed ${seed}: ${files} files of ${(bytes / 2 ** 20).toFixed(1)} MiB read, ` +
      `${canaries} markers in them; ${names} names while they ran, ${left} afterwards; ` +
      `${isMounted ? blocks : "unknown"} blocks not free again: ${verdict(clean)}`,
  );
  if (!clean || files === 0) process.exitCode = 1;
}
