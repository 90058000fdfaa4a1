/**
 * Shows that a process that is killed while it spills leaves nothing: no file, no space taken, and in the
 * file that it had no byte of a page. Without a seal the pages are found, so the search can find them.
 *
 * How: real processes, SIGSTOP and SIGKILL at random moments, the file read through /proc; a tmpfs of its own
 * where root may mount one, so that free space can be compared. `npm run bench -- devices-kill` does it 200
 * times.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { killOne } from "#kit/models/spill_kill.js";
import { Random, runSeed } from "#kit/random.js";
import { scratchFolder } from "#kit/scratch_folder.js";

const KILLS = Number(process.env.SPILLWAY_KILLS ?? 6);

describe("a process that is killed", { skip: process.platform !== "linux" && "needs /proc" }, () => {
  const dir = join(scratchFolder(), "own");
  let isMounted = false;
  const seed = runSeed();
  const random = new Random(seed);

  before(() => {
    mkdirSync(dir);
    isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64m", "spillway-test", dir]).status === 0;
  });
  after(() => {
    if (isMounted) execFileSync("umount", [dir]);
  });

  test("leaves no file, takes no space, and its file held no byte of a page", async (t) => {
    t.diagnostic(`SPILLWAY_SEED=${seed}`);
    let bytes = 0;
    for (let i = 0; i < KILLS; i++) {
      const result = await killOne(dir, random, true, i % 3 === 2);
      assert.deepEqual([result.names, result.left, result.canaries], [[], [], 0]);
      if (isMounted) assert.equal(result.blocks, 0);
      if (i % 3 !== 2) assert.ok(result.bytes > 0);
      bytes += result.bytes;
    }
    t.diagnostic(`${bytes} bytes read in ${KILLS} files`);
  });

  test("without a seal its pages are found", async () => {
    const { canaries, left } = await killOne(dir, random, false, false);
    assert.ok(canaries > 100);
    assert.deepEqual(left, []);
  });
});
