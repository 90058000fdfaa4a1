/**
 * test.mjs - `npm test`: every test, after building what is stale.
 *
 *   1. lint and format (Biome)
 *   2. as-pect: specs of the engine's files, on their own build
 *   3. node:test: codec, contract, model, facade, command, house; the packed tarball in the hosts of tests/hosts
 *
 * `npm test -- model` runs only the node:test files whose path contains "model".
 */
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { install, main, make, ROOT, run, tool } from "./make.mjs";

function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.js"))
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** Other hosts come as packages of their own, only where the tarball is tried; programs among them only for x64 Linux. */
async function installHosts() {
  await install(join(ROOT, "tests/hosts/tools"), "test runners and compilers");
  if (process.platform !== "linux" || process.arch !== "x64") return;
  await install(join(ROOT, "tests/hosts"), "other hosts");
  await installBrowser();
}

/** Chromium is the system's to bring: Debian's, where this may install it. Elsewhere its tests are skipped, but not in CI. */
async function installBrowser() {
  if (existsSync("/usr/bin/chromium") || process.getuid() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("installing chromium (apt-get) ...");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  try {
    await run("apt-get", ["update", "-qq"], { env });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  } catch (error) {
    if (process.env.CI) throw error;
    console.log(`without a browser: ${error.message}`);
  }
}

await main(async () => {
  const filter = process.argv[2];
  await make("engine", "library", "command", "tests");
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
  if (files.some((file) => file.includes("package"))) await installHosts();
  console.log("node:test");
  await run(
    process.execPath,
    [
      "--test",
      "--test-timeout=180000",
      "--test-reporter=spec",
      "--test-reporter-destination=stdout",
      ...files,
    ],
    { loud: true },
  ).catch((error) => {
    process.exitCode = error.code ?? 1;
  });
});
