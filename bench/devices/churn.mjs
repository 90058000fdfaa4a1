/**
 * churn.mjs - what a file takes while pages come and go (kit/models/churn), by how they come and by
 * diskRatio.
 *
 * Over a fake arena: what is measured is the log, its cleaning, and the file. Every page is loaded at the
 * end.
 */
import { tmpdir } from "node:os";
import { CHOICES, churn } from "#kit/models/churn.js";
import { SpillModel } from "#kit/models/spill_model.js";
import { Random } from "#kit/random.js";
import { table, verdict } from "#kit/report.js";
import { fileDevice } from "#lib/adapters/file.js";
import { bench, count } from "../options.mjs";

const RATIOS = [1.15, 1.3, 1.5, 2];

export const command = bench()
  .option("--steps <count>", "steps of each row", count, 100_000)
  .option("--pages <count>", "pages at a time", count, 20_000)
  .option("--dir <folder>", "where the file is made", tmpdir())
  .option("--seed <number>", "the seed of the pages", count, 1)
  .action(run);

function run({ steps, pages, dir, seed }) {
  console.log(`${steps} steps over ${pages} pages of 200 to 2,400 bytes, seed ${seed}`);
  const rows = [];
  for (const [name, choose] of Object.entries(CHOICES))
    for (const diskRatio of RATIOS) {
      const model = new SpillModel([fileDevice({ dir, maxBytes: "256MiB", diskRatio })]);
      const options = { pages, steps, memoryBytes: 2 ** 21, choose };
      const { mostRatio, writtenPerSpilled } = churn(model, new Random(seed), options);
      const failed = model.verify();
      if (failed.size > 0) throw new Error(`${failed.size} pages did not come back`);
      model.check();
      model.log.close();
      rows.push([
        name,
        diskRatio,
        mostRatio.toFixed(3),
        verdict(mostRatio <= diskRatio),
        writtenPerSpilled.toFixed(2),
      ]);
    }
  console.log(
    table(["steps are", "diskRatio", "at most, of live", "", "written for each byte spilled"], rows),
  );
}
