/**
 * Shows spillway/opfs in real browsers, in dedicated workers: pages are spilled and come back; two tabs do
 * not meet; what a worker that was ended or a browser that was killed has left is removed by the next device;
 * when the origin's quota is reached, stores are refused and nothing is lost.
 *
 * How: Debian's Chromium and Firefox on a page of ours (opfs/). The quota is set by a preference of Firefox,
 * and over Chromium's own protocol. `npm run bench -- opfs` does it with 1 GiB.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { Browser, type BrowserName, PageServer, withoutBrowser } from "#kit/browsers.js";
import { CHROMIUM } from "#kit/package.js";
import { scratchFolder } from "#kit/scratch_folder.js";

const QUOTA_BYTES = 24 * 2 ** 20;
/** Pages of 4 KiB that are more than the quota and memory have room for. */
const BEYOND_QUOTA = 9000;

interface Answer {
  error?: string;
  kept: number;
  again: number;
  bodies: number;
  finding: number;
  refused: number;
  state: string;
  faults: number;
  folders: string[];
  left: string[];
  held: Answer;
}

/** Of a device that met the quota: what the pool kept is whole, and dropped pages made room. */
function assertQuota({ kept, again, refused, state, faults, finding }: Answer): void {
  const roomBytes = QUOTA_BYTES + 2 * 2 ** 20;
  assert.ok(kept > 1000 && kept * 4096 < roomBytes, `${kept} pages kept`);
  assert.ok(refused > 0, "refused");
  assert.ok(state === "full" && faults > 0, `${state}, ${faults} faults`);
  assert.deepEqual([again, finding], [500, 0]);
}

for (const name of ["Chromium", "Firefox"] satisfies BrowserName[])
  describe(name, { skip: withoutBrowser(name) }, () => {
    const profile = join(scratchFolder(), "profile");
    const server = new PageServer(["build", "tests/behaviour/devices/opfs"]);
    let address: (path: string) => string;
    before(async () => {
      address = await server.listen();
    });
    after(() => server.close());

    const url = (task: string, more = "") =>
      address(`tests/behaviour/devices/opfs/page.html?task=${task}${more}`);
    const heard = async (browser: Browser, task: string): Promise<Answer> => {
      const answer = JSON.parse(await Promise.race([server.heard(task), browser.ended()])) as Answer;
      assert.equal(answer.error, undefined);
      return answer;
    };

    test("spills and loads, beside a tab that does it; a killed browser's files go at the next open", async () => {
      const both = new Browser(name, url("hold", "&also=spill&pages=4000"), profile);
      try {
        const [held, spilled] = [await heard(both, "hold"), await heard(both, "spill")];
        assert.ok(held.kept === 2000 && held.bodies > 1000);
        assert.ok(spilled.kept === 4000 && spilled.bodies > 3000 && spilled.finding === 0);
        assert.ok(spilled.left.length < 2, "the folder of the closed pool is gone");
        assert.equal(new Set([...held.folders, ...spilled.folders]).size, 2, "each tab has its own");
      } finally {
        await both.kill();
      }
      const next = new Browser(name, url("look"), profile);
      try {
        assert.deepEqual((await heard(next, "look")).folders, []);
      } finally {
        await next.kill();
      }
    });

    test("a worker that is ended leaves nothing that the next one does not remove", async () => {
      const browser = new Browser(name, url("terminated"), profile);
      try {
        const { held, folders } = await heard(browser, "terminated");
        assert.equal(held.folders.length, 1);
        assert.deepEqual(folders, []);
      } finally {
        await browser.kill();
      }
    });

    if (name === "Firefox")
      test("a full quota: refusals, nothing lost, room again", async () => {
        const preferences = { "dom.quotaManager.temporaryStorage.fixedLimit": QUOTA_BYTES / 1024 };
        const at = url("quota", `&pages=${BEYOND_QUOTA}`);
        const browser = new Browser(name, at, join(scratchFolder(), "small"), preferences);
        try {
          assertQuota(await heard(browser, "quota"));
        } finally {
          await browser.kill();
        }
      });
    else
      test("a full quota: refusals, nothing lost, room again", async () => {
        const args = ["--no-sandbox", "--disable-gpu"];
        const browser = await chromium.launch({ executablePath: CHROMIUM, args });
        try {
          const page = await browser.newPage();
          await page.goto(url("look"));
          await server.heard("look");
          const session = await page.context().newCDPSession(page);
          const { origin } = new URL(page.url());
          await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: QUOTA_BYTES });
          await page.goto(url("quota", `&pages=${BEYOND_QUOTA}`));
          const answer = JSON.parse(await server.heard("quota")) as Answer;
          assert.equal(answer.error, undefined);
          assertQuota(answer);
        } finally {
          await browser.close();
        }
      });
  });
