/**
 * Shows that one suite (suite.ts) passes in processes: Node from 20 to 26, Deno with no permission and with
 * one folder, and Bun. The count of checks is the same in all; those that are not applicable are named in
 * hosts.ts, with the reason. Images of pools travel between all of them.
 *
 * How: real hosts; `npm run conformance` prints the same as a table. SPILLWAY_SEED=n repeats a run.
 * SPILLWAY_GOLDEN=write writes the golden image.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSER_HOSTS, HOSTS } from "./hosts.js";
import { CHECKS } from "./suite.js";
import { tellOf } from "./told.js";

tellOf(HOSTS.slice(1).filter((host) => !BROWSER_HOSTS.includes(host)));

test("names are used once, and the core needs no part of a host", () => {
  assert.equal(new Set(CHECKS.map(({ name }) => name)).size, CHECKS.length);
  const bare = CHECKS.filter(({ needs }) => needs === undefined);
  assert.ok(bare.length > 60 && CHECKS.length - bare.length < 10, `${bare.length} of ${CHECKS.length}`);
});
