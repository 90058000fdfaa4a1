/**
 * start.mjs - `npm start [-- ARGUMENTS]`: the command, after building what is stale. Without arguments the main job:
 * `spillway measure` over the memory of a live process.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { main, make, ROOT } from "./make.mjs";

await main(async () => {
  await make("engine", "library", "command");
  const args = process.argv.slice(2);
  const command = [join(ROOT, "build/cli/spillway.js"), ...(args.length > 0 ? args : ["measure"])];
  const { status, signal } = spawnSync(process.execPath, command, { stdio: "inherit" });
  process.exitCode = signal ? 1 : (status ?? 1);
});
