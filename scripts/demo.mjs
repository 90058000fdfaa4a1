/**
 * demo.mjs - `npm run demo`: the paint program of demo/, served by Vite.
 *
 * `npm run demo -- build` makes a copy of one HTML file, demo/dist/index.html, that opens without a server.
 */
import { join } from "node:path";
import { install, make } from "./make.mjs";
import { main, ROOT, run, tool } from "./processes.mjs";

const DEMO = join(ROOT, "demo");

await main(async () => {
  await make("library");
  await install(DEMO, "what the demo needs");
  await tool("typescript/bin/tsc", ["-p", "demo/tsconfig.json"]);
  const args = process.argv.slice(2);
  await run(process.execPath, [join(DEMO, "node_modules/vite/bin/vite.js"), ...args], {
    cwd: DEMO,
    loud: true,
  });
});
