/**
 * giveback.mjs - how soon how much memory is the system's again, when a pool of 1 GiB has lost nine tenths of
 * its pages, and what loads cost meanwhile.
 *
 * Each host runs giveback_host.mjs: this Node, Node 24 and Deno (packages of tests/hosts, x64 Linux). First
 * with a call of pool.shrink(), then with none, as `autoShrink` does by itself.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Option } from "commander";
import { DENO, NODE_24 } from "#kit/package.js";
import { install } from "../../scripts/make.mjs";
import { ROOT, run } from "../../scripts/processes.mjs";
import { bench, count } from "../options.mjs";

const HOST = fileURLToPath(new URL("./giveback_host.mjs", import.meta.url));
const HOSTS = [
  [process.execPath, []],
  [NODE_24, []],
  [DENO, ["run", "-A", "--node-modules-dir=manual"]],
];

export const command = bench()
  .addOption(new Option("--only <way>", "on request, or unasked").choices(["shrink", "auto"]))
  .option("--pages <count>", "pages of 4 KiB that the pool keeps at first", count, 2 ** 18)
  .action(async ({ only, pages }) => {
    await install(join(ROOT, "tests/hosts"), "other hosts");
    for (const way of only ? [only] : ["shrink", "auto"]) {
      for (const [program, args] of HOSTS) {
        if (existsSync(program)) await run(program, [...args, HOST, way, String(pages)], { loud: true });
        else console.log(`giveback: ${program} is not here`);
      }
    }
  });
