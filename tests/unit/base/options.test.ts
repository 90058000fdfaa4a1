/**
 * Shows that every option and argument is checked, and that the error names it and the value. How: a table of
 * bad values per option, each with the code and words that its error must carry.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { Spillway } from "spillway";
import { parseBytes } from "#lib/base/options/parse.js";

const TYPE = "ERR_SPILLWAY_ARG_TYPE";
const RANGE = "ERR_SPILLWAY_ARG_RANGE";

describe("options", () => {
  test("sizes are whole bytes or words with a unit", () => {
    assert.equal(parseBytes("x", 5), 5);
    for (const [text, bytes] of [
      ["1048576", 2 ** 20],
      ["64KiB", 2 ** 16],
      ["1.5 MiB", 1.5 * 2 ** 20],
      ["256MiB", 2 ** 28],
      ["2GiB", 2 ** 31],
      ["77B", 77],
    ] as const) {
      assert.equal(parseBytes("x", text), bytes);
    }
    for (const bad of ["", "256mb", "256MB", "1e9", "-1", "MiB", "0.3B", " 1", "Infinity"]) {
      assert.throws(
        () => parseBytes("maxBytes", bad),
        { code: RANGE, message: /^maxBytes must be .*, got "/ },
        bad,
      );
    }
  });

  const bad: [string, Record<string, unknown>, string, RegExp][] = [
    ["no maxBytes", {}, TYPE, /^maxBytes must be .* got undefined/],
    ["a small maxBytes", { maxBytes: 1000 }, RANGE, /^maxBytes must be at least 1048576 .* got 1000/],
    [
      "a small maxBytes for its pages",
      { maxBytes: "1MiB", pageSize: 65536 },
      RANGE,
      /at least 4194304 .* got "1MiB"/,
    ],
    ["a maxBytes past sixteen memories", { maxBytes: "65GiB" }, RANGE, /at most 68719476736, got "65GiB"/],
    ["a fraction", { maxBytes: 2e6 + 0.5 }, RANGE, /^maxBytes must be a whole number/],
    [
      "an odd page size",
      { maxBytes: "2MiB", pageSize: 5000 },
      RANGE,
      /^pageSize must be 4096 or .*, got 5000/,
    ],
    [
      "a page size in words",
      { maxBytes: "2MiB", pageSize: "4096" },
      TYPE,
      /^pageSize must be .*, got "4096"/,
    ],
    [
      "an unknown codec",
      { maxBytes: "2MiB", codec: "zip" },
      RANGE,
      /^codec must be "lz4" or "none", got "zip"/,
    ],
    [
      "dedupe true",
      { maxBytes: "2MiB", dedupe: true },
      TYPE,
      /^dedupe must be "client" or "pool" or false, got true/,
    ],
    [
      "verify in words",
      { maxBytes: "2MiB", verify: "yes" },
      TYPE,
      /^verify must be true or false, got "yes"/,
    ],
    [
      "an unknown option",
      { maxBytes: "2MiB", maxSize: 5 },
      TYPE,
      /option "maxSize" must be one of maxBytes,/,
    ],
    [
      "a strange module",
      { maxBytes: "2MiB", wasm: "engine.wasm" },
      TYPE,
      /^wasm must be .*, got "engine.wasm"/,
    ],
    [
      "a strange mode",
      { maxBytes: "2MiB", mode: "dry" },
      RANGE,
      /^mode must be "live" or "shadow", got "dry"/,
    ],
    ["autoOff in words", { maxBytes: "2MiB", autoOff: "yes" }, TYPE, /^autoOff must be true or false/],
    [
      "autoOff in shadow mode",
      { maxBytes: "2MiB", mode: "shadow", autoOff: true },
      RANGE,
      /^autoOff must be false in shadow mode/,
    ],
    [
      "incompressible",
      { maxBytes: "2MiB", incompressible: "drop" },
      RANGE,
      /^incompressible must be "keep" or "refuse"/,
    ],
  ];
  for (const [what, options, code, message] of bad) {
    test(`open refuses ${what}`, async () => {
      assert.throws(() => Spillway.openSync(options as never), { code, message });
      await assert.rejects(Spillway.open(options as never), { code, message });
    });
  }

  test("open refuses what is no object", () => {
    for (const options of [undefined, null, 5, "256MiB"]) {
      assert.throws(() => Spillway.openSync(options as never), { name: "SpillwayTypeError", code: TYPE });
    }
  });

  test("frontswap checks its options", () => {
    const pool = Spillway.openSync({ maxBytes: "1MiB" });
    assert.throws(() => pool.frontswap({ name: "" }), { code: TYPE, message: /^name must be/ });
    assert.throws(() => pool.frontswap({ weight: 3 } as never), { code: TYPE, message: /option "weight"/ });
    assert.equal(pool.frontswap({ name: "undo" }).name, "undo");
    assert.throws(() => {
      pool.codec = "zstd" as never;
    }, /^SpillwayRangeError: codec must be/);
  });

  test("the bounds themselves are fine", () => {
    for (const options of [
      { maxBytes: 2 ** 20 },
      { maxBytes: "64GiB" },
      { maxBytes: "4MiB", pageSize: 65536 },
    ]) {
      const pool = Spillway.openSync(options);
      const swap = pool.frontswap();
      swap.init(0);
      assert.equal(swap.store(0, 0, new Uint8Array(100)), true);
      assert.ok(pool.stats().bytes.max <= 2 ** 36);
    }
  });

  test("each option is read once, those of an option too, by every verb that makes a pool", async () => {
    const source = Spillway.openSync({ maxBytes: "1MiB" });
    const image: Uint8Array[] = [];
    for await (const chunk of source.snapshot()) image.push(chunk);
    let reads: Record<string, number> = {};
    /** The same values behind getters that count. */
    const counted = (values: Record<string, unknown>, within = "") => {
      const options = {};
      for (const [name, value] of Object.entries(values)) {
        const get = () => {
          reads[within + name] = (reads[within + name] ?? 0) + 1;
          return value;
        };
        Object.defineProperty(options, name, { get, enumerable: true });
      }
      return options;
    };
    const names = ["maxBytes", "pressure", "pressure.intervalMs", "pressure.minBytes"];
    names.push("pressure.source", "recompress", "recompress.minIdle", "wasm");
    for (const make of [
      (options: never) => Spillway.openSync(options),
      (options: never) => Spillway.open(options),
      (options: never) => Spillway.restore(Buffer.concat(image), options),
    ]) {
      reads = {};
      const options = counted({
        maxBytes: "2MiB",
        pressure: counted({ source: () => "none", intervalMs: 1000, minBytes: "1MiB" }, "pressure."),
        recompress: counted({ minIdle: 5 }, "recompress."),
        wasm: readFileSync(new URL("../../../wasm/engine.wasm", import.meta.url)),
      });
      (await make(options as never)).close();
      assert.deepEqual(reads, Object.fromEntries(names.map((name) => [name, 1])));
    }
    source.close();
  });

  test("the value is on the error", () => {
    assert.throws(() => Spillway.openSync({ maxBytes: 12 }), { value: 12 });
  });
});
