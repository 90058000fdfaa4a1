/**
 * Shows that the file device, the log, and a pool whose option `spill` names a folder, work in the Nodes that
 * are supported, in Deno and in Bun, in Deno with permission for its folder
 * and nothing else; without that permission it is a typed error and no question to the user.
 *
 * How: real hosts from tests/hosts; a program of kit/models.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { BUN, DENO, NODE_22, NODE_24, NODE_26, without } from "#kit/package.js";
import { scratchFolder } from "#kit/scratch_folder.js";

const PROGRAM = fileURLToPath(new URL("../../../kit/models/spill_once.js", import.meta.url));
const dir = realpathSync(scratchFolder());

const HOSTS: readonly [string, string, string[]][] = [
  [`Node ${process.version}`, process.execPath, []],
  ["Node 22", NODE_22, []],
  ["Node 24", NODE_24, []],
  ["Node 26", NODE_26, []],
  [
    "Deno, with its folder only",
    DENO,
    ["run", "--quiet", "--no-prompt", `--allow-read=${dir}`, `--allow-write=${dir}`],
  ],
  ["Bun", BUN, []],
];

describe("pages go to a file and come back", () => {
  for (const [name, program, args] of HOSTS)
    test(name, { skip: without(program) }, async () => {
      const { stdout, stderr } = await promisify(execFile)(program, [...args, PROGRAM, dir]);
      assert.equal(stdout.trim(), "0 1500 true 500 0", stderr);
    });
});

test("Deno without permission: a typed error", { skip: without(DENO) }, async () => {
  const run = promisify(execFile)(DENO, ["run", "--quiet", "--no-prompt", PROGRAM, dir]);
  await assert.rejects(run, ({ stderr }: { stderr: string }) => {
    assert.match(stderr, /no file can be made in .*: Requires write access|ERR_SPILLWAY_DEVICE/);
    return true;
  });
});
