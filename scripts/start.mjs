/**
 * start.mjs - `npm start [-- ARGUMENTS]`: builds what is stale, then runs the command.
 *
 * Without arguments it runs the main job: `spillway measure` over the memory of a live process.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { make } from "./make.mjs";
import { main, ROOT } from "./processes.mjs";

await main(async () => {
  await make("command");
  const args = process.argv.slice(2);
  const command = [join(ROOT, "build/cli/spillway.js"), ...(args.length > 0 ? args : ["measure"])];
  const { status, signal } = spawnSync(process.execPath, command, { stdio: "inherit" });
  process.exitCode = signal ? 1 : (status ?? 1);
});
