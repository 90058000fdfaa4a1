/**
 * demo.mjs - `npm run demo`: the paint program of demo/, served by Vite.
 *
 * `npm run demo -- build` makes a copy of one HTML file, build/demo/index.html, that opens without a server.
 */
import { make } from "./make.mjs";
import { main } from "./processes.mjs";
import { vite } from "./steps/demo.mjs";

await main(async () => {
  await make("library");
  await vite(process.argv.slice(2), { loud: true });
});
