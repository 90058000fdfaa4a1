/**
 * page_sets.mjs - the sets of pages that benches of the codecs use: from files, or from live processes.
 */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pagesOfFile, plainPages } from "#kit/page_files.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { ROOT, run } from "../../scripts/processes.mjs";

/**
 * Sets by name, without same-filled pages. Each file is a set. Without files the sets are those of
 * `spillway bench codec`, up to `mib` MiB each: a Node process, a Redis server, Chromium's renderers.
 */
export async function pageSets(files, mib) {
  const setOf = (path, name) => ({ name, pages: plainPages(pagesOfFile(path)) });
  if (files.length > 0) return files.map((path) => setOf(path, basename(path)));
  const folder = scratchFolder();
  const command = join(ROOT, "build/cli/spillway.js");
  const options = ["bench", "codec", "--rounds", "1", "--set-mib", String(mib), "--save", folder];
  await run(process.execPath, [command, ...options]);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".4096"))
    .map((name) => setOf(join(folder, name), name.slice(0, -".4096".length)));
}
