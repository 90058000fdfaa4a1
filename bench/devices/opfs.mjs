/**
 * opfs.mjs - pages of a browser's worker that lie in the origin private file system: how quickly they are
 * stored there and come back, and what memory the pool takes meanwhile.
 *
 * The pages do not compress and differ from one another, so all of their bytes travel. Every page that comes
 * back is compared. The work is that of the test (tests/behaviour/devices/opfs), with more pages.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Browser, PageServer, withoutBrowser } from "#kit/browsers.js";
import { table } from "#kit/report.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import { bench, count } from "../options.mjs";

const MIB = 2 ** 20;
const FOLDER = "tests/behaviour/devices/opfs";

export const command = bench()
  .option("--mib <count>", "MiB of pages", count, 1024)
  .option("--memory <count>", "MiB that the pool may take", count, 64)
  .action(run);

async function run({ mib, memory }) {
  const pages = (mib * MIB) / 4096;
  const rows = [];
  for (const name of ["Chromium", "Firefox"]) {
    if (withoutBrowser(name)) {
      console.log(`${name}: ${withoutBrowser(name)}`);
      continue;
    }
    const query = { task: "spill", pages, maxBytes: 2 * mib * MIB, memory: `${memory}MiB` };
    const answer = await answerOf(name, query);
    assert.equal(answer.error, undefined);
    assert.deepEqual([answer.kept, answer.finding, answer.left], [pages, 0, []]);
    const speed = (ms) => Math.round((mib * 1000) / ms);
    const { bodies, diskBytes, reserved, storeMs, loadMs } = answer;
    const sizes = [diskBytes, reserved].map((bytes) => Math.round(bytes / MIB));
    rows.push([name, bodies, ...sizes, speed(storeMs), speed(loadMs)]);
  }
  console.log(`${mib} MiB in ${pages} pages; every byte of them came back`);
  const heads = ["", "bodies there", "MiB there", "MiB of memory", "MiB/s stored", "MiB/s loaded"];
  console.log(table(heads, rows));
}

/** What the page says, in a browser of its own. */
async function answerOf(name, query) {
  const server = new PageServer(["build", FOLDER]);
  const address = await server.listen();
  const url = address(`${FOLDER}/page.html?${new URLSearchParams(query)}`);
  const browser = new Browser(name, url, join(scratchFolder(), "profile"));
  try {
    return JSON.parse(await Promise.race([server.heard(query.task), browser.ended()]));
  } finally {
    await browser.kill();
    server.close();
  }
}
