/**
 * told.ts - the hosts of the suite as tests: each passes, with the count of checks that it must have, and
 * their images are read by the Node that runs this.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { runSeed } from "#kit/random.js";
import { drawn, failed, GOLDEN, Images, passed, type Row, runHost } from "./all.js";
import { HOSTS, type Host } from "./hosts.js";
import { CHECKS } from "./suite.js";

/** Tells of these hosts. The Node that runs this comes first: its image is read by all others. */
export function tellOf(hosts: readonly Host[]): void {
  const seed = runSeed();
  const images = new Images();
  const rows: Row[] = [];
  const [own] = HOSTS;
  assert.ok(own);

  describe(`conformance, seed ${seed}`, () => {
    for (const host of [own, ...hosts])
      test(host.name, { skip: host.skip }, async () => {
        const row = await runHost(host, seed, images);
        rows.push(row);
        for (const { host: name, report, lacks } of row.ran) {
          assert.deepEqual(failed(report.outcomes), [], name);
          assert.deepEqual(
            report.outcomes.map((one) => one.name),
            CHECKS.map((one) => one.name),
            "every check has an outcome",
          );
          const needing = CHECKS.filter(({ needs }) => needs !== undefined && lacks[needs] !== undefined);
          assert.equal(passed(report.outcomes).length, CHECKS.length - needing.length, name);
        }
      });

    test("images of all of them are read by this one", async () => {
      const { ran } = await runHost(own, seed, images);
      assert.deepEqual(failed(ran[0]?.report.outcomes ?? []), []);
      const wrote = Object.keys(images.all);
      assert.equal(wrote.length, 1 + rows.reduce((sum, row) => sum + row.ran.length, 0), wrote.join());
      const image = ran[0]?.report.handed.image as string;
      if (process.env.SPILLWAY_GOLDEN === "write") writeFileSync(GOLDEN, Buffer.from(image, "base64"));
      console.log(drawn(rows));
    });
  });
}
