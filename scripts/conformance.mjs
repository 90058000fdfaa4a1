/**
 * conformance.mjs - `npm run conformance`: the conformance suite in every host, and a table of what came of
 * it. SPILLWAY_SEED=n repeats a run.
 */
import { installHosts } from "./hosts.mjs";
import { make } from "./make.mjs";
import { main } from "./processes.mjs";

await main(async () => {
  await make("tests");
  await installHosts();
  const { conformance } = await import("../build/tests/conformance/all.js");
  const { runSeed } = await import("../build/kit/random.js");
  if (!(await conformance(runSeed()))) process.exitCode = 1;
});
