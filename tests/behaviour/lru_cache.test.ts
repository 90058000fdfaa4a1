/**
 * Shows that docs/api/lru-cache.md is right: its example prints what it says, in at most twelve lines, and
 * what it says of moving from an LRUCache to a SpillCache holds for the same calls of both.
 *
 * How: runs the example as it stands, and the real lru-cache beside a cache.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { LRUCache } from "lru-cache";
import { Spillway } from "spillway";
import { ROOT } from "#kit/package.js";

test("the example of docs/api/lru-cache.md prints what it says", () => {
  const page = readFileSync(join(ROOT, "docs/api/lru-cache.md"), "utf8");
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  assert.ok(code.trim().split("\n").length <= 12);
  const printed = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, text]) => `${text}\n`);
  assert.equal(printed.length, 1);
  const out = execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd: ROOT });
  assert.equal(out.toString(), printed.join(""));
});

test("the same calls of an LRUCache and of a SpillCache", async () => {
  const left: string[] = [];
  const lru = new LRUCache<string, { n: number }>({
    max: 100,
    fetchMethod: async (key) => ({ n: key.length }),
    dispose: (_value, key, reason) => left.push(`lru ${key} ${reason}`),
  });
  const pool = Spillway.openSync({ maxBytes: "2MiB", autoShrink: false });
  const cache = pool.cache<{ n: number }>({
    hotBytes: "1MiB",
    dispose: (key, reason) => left.push(`cache ${key} ${reason}`),
  });
  for (const one of [lru, cache]) {
    one.set("a", { n: 1 }).set("b", { n: 2 });
    assert.deepEqual([one.get("a"), one.peek("b"), one.has("c"), one.size], [{ n: 1 }, { n: 2 }, false, 2]);
    assert.ok(one.delete("a"));
  }
  assert.deepEqual(left, ["lru a delete", "cache a delete"]);
  assert.deepEqual([...cache.entries()], [...lru.entries()]);
  assert.deepEqual(await cache.getOrSet("long", async (key) => ({ n: key.length })), await lru.fetch("long"));
  // A hot value is the object that was set, as in an LRUCache.
  for (const one of [lru, cache]) assert.equal(one.get("long"), one.get("long"));
  pool.close();
});
