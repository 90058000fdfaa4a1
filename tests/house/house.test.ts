/**
 * Shows the rules of the house that no compiler checks: imports of the engine go one way; the border is typed truthfully;
 * generated numbers are fresh; the released module imports nothing and is small; the facade reads three windows only;
 * nothing in tests or sources draws unseeded randomness; every Markdown link inside the project leads somewhere.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { moduleBytes } from "../support/arena.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(path, ending);
    return path.endsWith(ending) ? [path] : [];
  });
}

/** Paths that a file imports or re-exports, relative to the root and without ending. */
function importsOf(path: string): string[] {
  return [...read(path).matchAll(/^(?:import|export)\s[^;]*?from\s+"(\.[^"]+)"/gm)].map(([, target]) =>
    normalize(join(dirname(path), target as string)).replace(/\.js$/, ""),
  );
}

/**
 * Levels of the engine: a file imports from lower levels only. Files of one level are siblings and do not know each
 * other; where one stands on another (frames on the stock, a table on frames, the codec on its format) that is a level.
 */
const LEVELS: string[][] = [
  ["layout", "depth"],
  ["records", "codec/format", "codec/dense_format"],
  ["bytes", "check", "codec/prefix"],
  [
    "hash",
    "codec/fill",
    "codec/noise",
    "codec/encode",
    "codec/decode",
    "codec/dictionary",
    "codec/transform",
    "stats",
    "stock",
    "slab",
    "lists",
  ],
  ["frames", "nursery", "codec/dense_decode", "codec/dense_parse", "codec/typed"],
  ["table", "areas", "clients", "order", "dictionaries", "evicted", "codec/dense_encode"],
  ["directory", "bodies", "inodes", "codec/dense_train"],
  ["mover", "audit", "workshop"],
  ["pages"],
  ["room"],
  ["waiting", "rested"],
  ["parcels", "probe"],
  ["image", "gather"],
  ["engine"],
  ["index"],
  ["doors"],
];

describe("the house", () => {
  test("every file of the engine has a level and imports only from below", () => {
    const level = new Map(LEVELS.flatMap((names, i) => names.map((name) => [`assembly/${name}`, i])));
    const files = filesBelow("assembly", ".ts").map((path) => path.replace(/\.ts$/, ""));
    assert.deepEqual(files.sort(), [...level.keys()].sort());
    for (const file of files) {
      for (const target of importsOf(`${file}.ts`)) {
        assert.ok(level.has(target), `${file} imports ${target}`);
        assert.ok(
          (level.get(target) as number) < (level.get(file) as number),
          `${file} must not import ${target}`,
        );
      }
    }
  });

  test("every file of the engine that does something has its spec", () => {
    const numbers = ["layout", "records", "codec/format", "doors"].map((name) => `assembly/${name}.ts`);
    const working = filesBelow("assembly", ".ts").filter((path) => !numbers.includes(path));
    const specs = filesBelow("tests/assembly", ".spec.ts").map((path) =>
      path.slice("tests/".length).replace(".spec", ""),
    );
    assert.deepEqual(specs.sort(), working.sort());
  });

  test("owners do not know one another, and only the border calls the engine", () => {
    const owners = ["directory", "bodies", "areas", "clients", "order", "evicted", "slab", "stats"].map(
      (name) => `assembly/${name}`,
    );
    for (const owner of owners) {
      const known = importsOf(`${owner}.ts`).filter((target) => owners.includes(target));
      assert.deepEqual(known, [], `${owner} knows a sibling`);
    }
    for (const path of filesBelow("assembly", ".ts")) {
      if (!importsOf(path).includes("assembly/engine")) continue;
      assert.equal(path, "assembly/index.ts");
    }
  });

  test("the facade imports one way: numbers, errors, options, arena, clients, pool", () => {
    const order = [
      "abi",
      "engine_bytes",
      "errors",
      "types",
      "foreign",
      "abort",
      "host",
      "options",
      "timers",
      "diagnostics",
      "histogram",
      "peaks",
      "meter",
      "payoff",
      "footprint",
      "stats",
      "slices",
      "handle",
      "module",
      "arena",
      "evicted",
      "image",
      "snapshot",
      "sample",
      "shadow",
      "workshop",
      "memory",
      "accounts",
      "evictions",
      "dictionaries",
      "images",
      "arenas",
      "training",
      "recompress",
      "keeper",
      "pressure",
      "arguments",
      "client",
      "frontswap",
      "cleancache",
      "source",
      "restore",
      "pool",
      "index",
    ];
    for (const [i, name] of order.entries()) {
      if (name === "engine_bytes") continue;
      for (const target of importsOf(`src/${name}.ts`)) {
        const at = order.indexOf(target.replace("src/", ""));
        assert.ok(at >= 0 && at < i, `src/${name} must not import ${target}`);
      }
    }
    // Sources outside the command are exactly these; the command uses the library by its public name.
    const sources = readdirSync(join(ROOT, "src")).filter((file) => file.endsWith(".ts"));
    assert.deepEqual(sources.map((file) => file.replace(/(\.d)?\.ts$/, "")).sort(), [...order].sort());
    for (const path of filesBelow("src/cli", ".ts")) {
      for (const target of importsOf(path)) {
        const inside =
          target.startsWith("src/cli/") ||
          target === "build/wasm/doors.wasm" ||
          target.startsWith("bench/native/");
        assert.ok(inside, `${path} imports ${target}`);
      }
    }
  });

  test("no file of the engine names a managed type or decorates", () => {
    for (const path of filesBelow("assembly", ".ts")) {
      const code = read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      assert.ok(!/\bnew [A-Z]|\bclass |\bArray<|Uint8Array|@inline|\bMath\./.test(code), path);
    }
  });

  test("generated numbers are fresh, and the facade knows no record of the engine", async () => {
    const { abiIsFresh } = (await import(new URL("../../../scripts/abi.mjs", import.meta.url).href)) as {
      abiIsFresh(): boolean;
    };
    assert.ok(abiIsFresh(), "src/abi.ts is stale: run npm run abi");
    assert.ok(!/ENTRY_|BODY_|SLAB_|RECORD/.test(read("src/abi.ts").replace(/STAT_\w+/g, "")));
  });

  test("the released module imports nothing, is below 64 KiB and has no mutable state of its own", () => {
    const bytes = moduleBytes("engine");
    const module = new WebAssembly.Module(bytes);
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    assert.ok(bytes.length < 64 * 1024, `${bytes.length} bytes`);
    // Two modules over one memory must mean the same: no global that an instance could change.
    assert.ok(!/\(global [^\n]*\(mut /.test(read("build/wasm/engine.wat")), "a mutable global");
  });

  test("exports are typed truthfully", () => {
    const module = new WebAssembly.Module(moduleBytes("engine"));
    const declared = /export interface EngineExports \{([\s\S]*?)\n\}/.exec(read("src/arena.ts"))?.[1] ?? "";
    const typed = new Map(
      [...declared.matchAll(/^ {2}(\w+)(?:\(([^)]*)\))?:/gm)].map(([, name, parameters]) => [
        name as string,
        parameters === undefined ? -1 : parameters.split(",").filter((one) => one.trim()).length,
      ]),
    );
    const { exports } = new WebAssembly.Instance(module);
    const real = WebAssembly.Module.exports(module).filter(({ kind }) => kind !== "global");
    assert.deepEqual(real.map(({ name }) => name).sort(), [...typed.keys()].sort());
    for (const { name, kind } of real) {
      const arity = kind === "function" ? (exports[name] as () => void).length : -1;
      assert.equal(arity, typed.get(name), `${name} takes ${arity} parameters`);
    }
    assert.equal((exports.memory as WebAssembly.Memory).buffer instanceof ArrayBuffer, true);
  });

  test("no call is left inside the codec", () => {
    // Small functions are inlined by the optimiser, not by decorators: this notices when one no longer is.
    const wat = read("build/wasm/engine.wat");
    for (const name of ["assembly/codec/encode/encode", "assembly/codec/decode/decode"]) {
      const start = wat.indexOf(`(func $${name} `);
      assert.ok(start > 0, name);
      const body = wat.slice(start, wat.indexOf("\n (func ", start));
      assert.ok(body.length > 1000);
      assert.doesNotMatch(body, /\(call /, name);
    }
  });

  test("randomness is seeded", () => {
    for (const path of [...filesBelow("tests", ".ts"), ...filesBelow("src", ".ts")]) {
      if (path.endsWith("house.test.ts")) continue;
      assert.ok(!/Math\.random/.test(read(path)), path);
    }
  });

  test("links in the documents lead somewhere", () => {
    for (const path of [
      "README.md",
      "ARCHITECTURE.md",
      "CONTRIBUTING.md",
      "CHANGELOG.md",
      ...filesBelow("docs", ".md"),
    ]) {
      for (const [, target] of read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (/^https?:/.test(target as string)) continue;
        assert.ok(existsSync(join(ROOT, dirname(path), target as string)), `${path}: ${target}`);
      }
    }
  });
});
