/**
 * check_package.mjs - `npm run check:package`: builds, packs, and tries the tarball everywhere.
 *
 * Runs the tests of tests/package with all hosts and all bundlers, prints one table, and fails if a check
 * fails. `npm test` runs the same tests with fewer bundlers.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { installBundlers, installHosts } from "./hosts.mjs";
import { make } from "./make.mjs";
import { main, ROOT, run } from "./processes.mjs";

/** Milliseconds that one check may take. */
const PATIENCE = 300_000;

await main(async () => {
  await make("command", "tests");
  await installHosts();
  await installBundlers();
  const folder = "build/tests/package";
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".test.js"));
  const reporter = ["--test-reporter=./scripts/package_table.mjs", "--test-reporter-destination=stdout"];
  const options = ["--test", "--test-concurrency=1", `--test-timeout=${PATIENCE}`, ...reporter];
  await run(process.execPath, [...options, ...files.sort().map((name) => `${folder}/${name}`)], {
    loud: true,
  }).catch((error) => {
    process.exitCode = error.code ?? 1;
  });
});
