/**
 * test.mjs - `npm test`: builds what is stale, then runs every test.
 *
 *   1. lint and format (Biome)
 *   2. as-pect: specs of the engine's files, on a build of their own
 *   3. node:test: all files of tests/ but those specs; the packed tarball and the conformance suite run in
 *      the hosts of tests/hosts and in Debian's browsers
 *
 * `npm test -- model` runs only the node:test files whose path contains "model".
 */
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { installHosts } from "./hosts.mjs";
import { make } from "./make.mjs";
import { main, ROOT, run, tool } from "./processes.mjs";

/** Milliseconds that one file of tests may take, also on a machine that does other work. */
const PATIENCE = 600_000;

function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.js"))
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

await main(async () => {
  const filter = process.argv[2];
  await make("command", "tests");
  if (filter === undefined) {
    console.log("biome check");
    await tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"], { loud: true });
    console.log("as-pect");
    await tool("@as-pect/cli/bin/asp.js", ["--summary"], { loud: true });
  }
  const files = testFiles(join(ROOT, "build/tests")).filter(
    (file) => filter === undefined || file.includes(filter),
  );
  if (files.length === 0) throw new Error(`no test file matches ${filter}`);
  if (files.some((file) => /package|conformance|hosts|demo|devices|port/.test(file))) await installHosts();
  if (files.some((file) => file.includes("demo"))) await make("demo");
  console.log("node:test");
  const reporter = ["--test-reporter=spec", "--test-reporter-destination=stdout"];
  const options = ["--test", `--test-timeout=${PATIENCE}`, ...reporter];
  await run(process.execPath, [...options, ...files], { loud: true }).catch((error) => {
    process.exitCode = error.code ?? 1;
  });
});
