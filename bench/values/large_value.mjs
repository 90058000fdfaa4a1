/**
 * large_value.mjs - one large value: by set and get, and by streams.
 *
 * Rows of 64 bytes, a counter and noise, in parts of 1 MiB. Each way runs in a process of its own and prints
 * time and peak RSS beside what the pool holds. The bytes that come back are compared.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { bench, count } from "../options.mjs";

const MIB = 2 ** 20;

export const command = bench()
  .option("--mib <count>", "MiB of the value", count, 1024)
  .option("--page-size <bytes>", "bytes of a page", count, 16384)
  .action(run);

function run({ mib, pageSize }) {
  console.log(`a value of ${mib} MiB, pages of ${pageSize} bytes`);
  for (const way of ["array", "stream"]) {
    const child = [fileURLToPath(import.meta.url), way, String(mib), String(pageSize)];
    const { status } = spawnSync(process.execPath, child, { stdio: "inherit" });
    assert.equal(status, 0);
  }
}

/** Part `i` of the value, in an array that is used again. */
function maker() {
  const part = new Random(1).fill(new Uint8Array(MIB));
  const words = new Uint32Array(part.buffer);
  return (i) => {
    for (let row = 0; row < words.length; row += 16) {
      words[row] = i * MIB + row;
      words.fill(i, row + 1, row + 10);
    }
    return part;
  };
}

async function child(way, mib, pageSize) {
  const pool = Spillway.openSync({ maxBytes: "3GiB", pageSize, autoShrink: false });
  const map = pool.map();
  const make = maker();
  const start = performance.now();
  if (way === "array") {
    const whole = new Uint8Array(mib * MIB);
    for (let i = 0; i < mib; i++) whole.set(make(i), i * MIB);
    map.set("large", whole);
  } else {
    await map.setStream(
      "large",
      (async function* () {
        for (let i = 0; i < mib; i++) yield make(i);
      })(),
    );
  }
  const set = performance.now();
  let at = 0;
  const expected = maker();
  let block = expected(0);
  const check = (bytes) => {
    for (let from = 0; from < bytes.length; ) {
      if (at % MIB === 0) block = expected(at / MIB);
      const length = Math.min(bytes.length - from, MIB - (at % MIB));
      const part = bytes.subarray(from, from + length);
      assert.equal(Buffer.compare(part, block.subarray(at % MIB, (at % MIB) + length)), 0);
      from += length;
      at += length;
    }
  };
  if (way === "array") check(map.get("large"));
  else for await (const part of map.readable("large")) check(part);
  const got = performance.now();
  assert.equal(at, mib * MIB);
  const speed = (ms) => `${(mib / (ms / 1000)).toFixed(0)} MiB/s`;
  const peak = process.resourceUsage().maxRSS / 1024;
  const used = pool.stats().bytes.reserved / MIB;
  console.log(
    `${way === "array" ? "set and get" : "streams"}: in ${speed(set - start)}, out ${speed(got - set)}, ` +
      `peak RSS ${peak.toFixed(0)} MiB, of which the pool ${used.toFixed(0)}`,
  );
  pool.close();
}

const [, file, way, mib, pageSize] = process.argv;
if (file === fileURLToPath(import.meta.url)) await child(way, Number(mib), Number(pageSize));
