/**
 * snapshot_reader.mjs - the other process of snapshot.mjs, in Node or Deno.
 *
 * Restores a pool from a file, or from standard input ("-"), and prints as JSON how long that took, how long
 * a stream of node:fs takes for as many bytes, how many pages there are and a digest of them.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { argv, stdin } from "node:process";
import { Spillway } from "spillway";

const PAGE = 4096;
const path = argv[2];
const source = () => (path === "-" ? stdin : createReadStream(path));

let readSeconds = 0;
if (path !== "-") {
  const start = performance.now();
  for await (const _ of source());
  readSeconds = (performance.now() - start) / 1000;
}
const start = performance.now();
const pool = await Spillway.restore(source(), { maxBytes: "512MiB" });
const restoreSeconds = (performance.now() - start) / 1000;
const swap = pool.frontswap({ name: "bench" });
const pages = swap.currPages(0);
const digest = createHash("sha256");
const page = new Uint8Array(PAGE);
for (let i = 0; i < pages; i++) {
  if (!swap.load(0, i, page)) throw new Error(`page ${i} is not there`);
  digest.update(page);
}
console.log(JSON.stringify({ restoreSeconds, readSeconds, pages, digest: digest.digest("hex") }));
