/**
 * Shows that the house keeps its rules (rules.ts), and that each rule can fail.
 *
 * How: a rule is applied to the files of the project, where it finds nothing but what is OWED; then to the
 * same files with one small violation planted in memory, where it must find exactly that. Then what only the
 * build shows: generated numbers are fresh; the released module imports nothing, is small and has no state of
 * its own; its exports are typed truthfully; no call is left inside the codec.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { moduleBytes } from "#kit/pools.js";
import * as rules from "./rules.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** What is installed, built, or git's. Of build/ only what the package is made of counts. */
const NOT_OURS = ["node_modules", "build", ".git"];
const IS_TEXT = /\.(ts|mjs|js|c|md|json|svg)$/;

function addFolder(tree: Map<string, string>, folder: string): void {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.includes(entry.name)) continue;
    if (entry.isDirectory()) addFolder(tree, path);
    else tree.set(path, IS_TEXT.test(path) ? read(path) : "");
  }
}

function readTree(): rules.Tree {
  const tree = new Map<string, string>();
  addFolder(tree, "");
  const { files } = JSON.parse(read("package.json")) as { files: string[] };
  for (const path of files) if (existsSync(join(ROOT, path)) && !tree.has(path)) tree.set(path, "");
  return tree;
}

const TREE = readTree();

/** A small change of the tree: the text of a file that is new or another, or null for one that is gone. */
type Plant = Readonly<Record<string, string | null>>;

interface Case {
  rule: (tree: rules.Tree) => string[];
  /** Each plant with the one violation that it is. */
  planted: readonly (readonly [Plant, string])[];
}

const importOf = (path: string) => `import { x } from "${path}";`;
const RECORDS = "assembly/ground/records.ts";
const FORMAT = "docs/FORMAT.md";

/** Rules by the sentence that they hold the house to. Most plants are new files: attics and cellars. */
const HOUSE: Readonly<Record<string, Case>> = {
  "imports go down the list of rooms": {
    rule: rules.roomsInOrder,
    planted: [
      [
        { "assembly/ground/attic.ts": importOf("../codec/fill") },
        "assembly/ground/attic imports assembly/codec/fill, which is not below it",
      ],
      [
        { "assembly/transfer/attic.ts": importOf("../workshop/workshop") },
        "assembly/transfer/attic imports assembly/workshop/workshop, which is not below it",
      ],
      [
        { "assembly/codec/lz4/attic.ts": importOf("../typed/typed") },
        "assembly/codec/lz4/attic imports assembly/codec/typed/typed, which is not below it",
      ],
      [
        { "assembly/owners/eviction/ghosts.ts": importOf("./orders") },
        "assembly/owners/eviction/ghosts imports assembly/owners/eviction/orders, which is not below it",
      ],
      [
        { "src/base/attic.ts": importOf("../pool.js") },
        "src/base/attic imports src/pool, which is not below it",
      ],
      [
        { "src/base/attic.ts": `const main = await import("../index.js");` },
        "src/base/attic imports src/index, which is not below it",
      ],
      [
        { "cli/text/attic.ts": importOf("../main.js") },
        "cli/text/attic imports cli/main, which is not below it",
      ],
      [
        { "kit/attic.ts": importOf("./models/pool.js") },
        "kit/attic imports kit/models/pool, which is not below it",
      ],
      [
        { "src/base/attic.ts": importOf("../../kit/random.js") },
        "src/base/attic imports kit/random, outside src/",
      ],
      [{ "src/attic/box.ts": "" }, "src/attic/box is in no room of src/"],
    ],
  },
  "entries beside the library take nothing but types from it, and from packages": {
    rule: rules.adaptersTakeTypesOnly,
    planted: [
      [
        { "src/adapters/attic.ts": `${importOf("../pool.js")}\nimport type { y } from "../index.js";` },
        "src/adapters/attic.ts imports more than types from ../pool.js",
      ],
      [
        { "src/adapters/attic.ts": `${importOf("keyv")}\n${importOf("../base/errors.js")}` },
        "src/adapters/attic.ts imports more than types from keyv",
      ],
    ],
  },
  "no file imports itself by way of others": {
    rule: rules.noCircles,
    planted: [
      [
        { "src/base/attic.ts": importOf("./cellar.js"), "src/base/cellar.ts": importOf("./attic.js") },
        "a circle: src/base/attic -> src/base/cellar -> src/base/attic",
      ],
    ],
  },
  "owners do not know one another": {
    rule: rules.ownersApart,
    planted: [
      [
        { "assembly/owners/attic.ts": importOf("./cellar"), "assembly/owners/cellar.ts": "" },
        "assembly/owners/attic knows assembly/owners/cellar, another owner",
      ],
      [
        { "assembly/owners/attic.ts": importOf("../memory/slab") },
        "assembly/owners/attic knows assembly/memory/slab, another owner",
      ],
      [
        { "assembly/owners/eviction/attic.ts": importOf("./evicted") },
        "assembly/owners/eviction/attic knows assembly/owners/eviction/evicted, another owner",
      ],
    ],
  },
  "only the border calls the engine": {
    rule: rules.engineBehindTheBorder,
    planted: [
      [
        { "assembly/audit/attic.ts": importOf("../engine/engine") },
        "assembly/audit/attic.ts calls assembly/engine/engine, which only assembly/index.ts may",
      ],
    ],
  },
  "each region of linear memory has one owner, which alone writes there": {
    rule: rules.regionsOwned,
    planted: [
      [
        { "assembly/codec/attic.ts": "const AT: usize = STATS_PTR + 8;\nstore<u64>(AT, 1);" },
        "assembly/codec/attic.ts writes STATS_PTR, which assembly/ground/stats.ts owns",
      ],
      [
        { "assembly/audit/attic.ts": "recordTake(BODY_RECORDS, 20);" },
        "assembly/audit/attic.ts writes BODY_RECORDS, which assembly/owners/bodies.ts owns",
      ],
      [
        {
          "assembly/memory/attic.ts":
            "/**\n * attic.ts - a place.\n *\n * Owns:   some words,\n *         STATS_PTR.\n */",
        },
        "STATS_PTR has several owners: assembly/ground/stats.ts, assembly/memory/attic.ts",
      ],
      [
        { [RECORDS]: `${TREE.get(RECORDS)}export const ATTIC: u32 = CONTROL_PTR + 1000;` },
        "ATTIC has no owner: no file names it in its Owns: line",
      ],
    ],
  },
  "the window is handed on to what lies below the engine": {
    rule: rules.windowIsHandedOn,
    planted: [
      [
        { "assembly/codec/attic.ts": "memory.fill(WINDOW_PTR, 0, 1);" },
        "assembly/codec/attic.ts knows the window, which belongs to the operation under way",
      ],
    ],
  },
  "no file of the engine names a managed type or decorates": {
    rule: rules.nothingManaged,
    planted: [
      [
        { "assembly/codec/attic.ts": "const list = new Array<u32>();" },
        "assembly/codec/attic.ts names a managed type or decorates: new Array",
      ],
    ],
  },
  "every file of the engine that does something has its spec": {
    rule: rules.everyFileHasItsSpec,
    planted: [
      [{ "assembly/codec/attic.ts": "export function x(): void {}" }, "assembly/codec/attic.ts has no spec"],
      [{ "tests/engine/codec/attic.spec.ts": "" }, "tests/engine/codec/attic.spec.ts is the spec of no file"],
    ],
  },
  "every file in tests/unit mirrors one of src/": {
    rule: rules.everyUnitTestHasItsFile,
    planted: [
      [{ "tests/unit/base/attic.test.ts": "" }, "tests/unit/base/attic.test.ts mirrors no file of src/"],
    ],
  },
  "every test says what it shows": {
    rule: rules.everyTestHasItsHeading,
    planted: [
      [
        { "tests/cli/attic.test.ts": "/**\n * Tests.\n */" },
        "tests/cli/attic.test.ts does not say what it shows",
      ],
    ],
  },
  "what the package is made of is there": {
    rule: rules.packedFilesExist,
    planted: [
      [{ NOTICE: null }, "package.json packs NOTICE, which is not there"],
      [{ "build/cli": null }, "package.json packs build/cli, which is not there"],
    ],
  },
  "programs of examples import what their users have": {
    rule: rules.examplesAreOfUsers,
    planted: [
      [
        { "examples/undo/attic.mjs": 'import { x } from "#kit/random.js";' },
        "examples/undo/attic.mjs imports #kit/random.js, which a user does not have",
      ],
      [
        { "examples/undo/attic.mjs": 'import { x } from "../harness/meter.mjs";' },
        "examples/undo/attic.mjs imports ../harness/meter.mjs, which a user does not have",
      ],
    ],
  },
  "randomness is seeded": {
    rule: rules.randomnessIsSeeded,
    planted: [
      [{ "bench/attic.mjs": "Math.random();" }, "bench/attic.mjs draws without a seed"],
      [{ "examples/attic.mjs": "Math.random();" }, "examples/attic.mjs draws without a seed"],
    ],
  },
  "no file says who calls it": {
    rule: rules.noCalledLines,
    planted: [
      [{ "tests/house/attic.ts": "/**\n * Called: by all.\n */" }, "tests/house/attic.ts says who calls it"],
    ],
  },
  "lines of code, comments and prose are within 110 columns": {
    rule: rules.linesFit,
    planted: [
      [
        { "tests/house/attic.ts": `\n// ${"wide ".repeat(30)}` },
        "tests/house/attic.ts:2 is wider than 110 columns",
      ],
      [
        { "tests/house/attic.ts": `const sum = ${"1 + ".repeat(30)}1;` },
        "tests/house/attic.ts:1 is wider than 110 columns",
      ],
      [{ "ATTIC.md": "wide ".repeat(30) }, "ATTIC.md:1 is wider than 110 columns"],
      [{ "examples/ATTIC.md": "wide ".repeat(30) }, "examples/ATTIC.md:1 is wider than 110 columns"],
    ],
  },
  "links in the documents lead somewhere": {
    rule: rules.linksLead,
    planted: [
      [{ "ATTIC.md": "[a](docs/CELLAR.md)" }, "ATTIC.md links to docs/CELLAR.md, which is not there"],
      [
        { "ATTIC.md": "# Here\n[a](#here) [b](#there)" },
        "ATTIC.md links to #there, where no such heading is",
      ],
      [
        { "docs/ATTIC.md": "[a](../LICENSE) [b](../README.md#cellar)" },
        "docs/ATTIC.md links to ../README.md#cellar, where no such heading is",
      ],
    ],
  },
  "sections that are named are there": {
    rule: rules.namedSectionsExist,
    planted: [
      [
        { "kit/attic.ts": `// See docs/FORMAT.md,\n * "The attic".` },
        "kit/attic.ts names docs/FORMAT.md, The attic: no such heading",
      ],
      [
        { "kit/attic.ts": `// See ${FORMAT}, section 99.` },
        `kit/attic.ts names ${FORMAT}, section 99: no such heading`,
      ],
    ],
  },
  "every picture is shown, and has words for those who cannot see it": {
    rule: rules.picturesHaveWords,
    planted: [
      [{ "ATTIC.md": "![](a.svg)" }, "ATTIC.md shows a.svg without words for it"],
      [{ "ATTIC.md": '<img src="b.svg">' }, "ATTIC.md shows b.svg without words for it"],
      [{ "docs/pictures/attic.svg": "<svg/>" }, "docs/pictures/attic.svg is shown by no document"],
    ],
  },
};

function withPlant(plant: Plant): rules.Tree {
  const tree = new Map(TREE);
  for (const [path, text] of Object.entries(plant)) {
    if (text === null) tree.delete(path);
    else tree.set(path, text);
  }
  return tree;
}

describe("the house", () => {
  for (const [says, { rule, planted }] of Object.entries(HOUSE)) {
    test(says, () => {
      const found = rule(TREE);
      assert.deepEqual(
        found.filter((line) => !rules.OWED.includes(line)),
        [],
      );
      for (const [plant, violation] of planted) {
        const more = rule(withPlant(plant)).filter((line) => !found.includes(line));
        assert.deepEqual(more, [violation], "a planted violation is found, and nothing else");
      }
    });
  }

  test("every rule has a plant, and what is owed is still owed", () => {
    const functions = Object.values(rules).filter((one) => typeof one === "function");
    assert.deepEqual(new Set(Object.values(HOUSE).map(({ rule }) => rule)), new Set(functions));
    for (const { planted } of Object.values(HOUSE)) assert.ok(planted.length > 0);
    const found = new Set(functions.flatMap((rule) => rule(TREE)));
    assert.deepEqual(
      rules.OWED.filter((line) => !found.has(line)),
      [],
      "no longer owed: to be taken off the list",
    );
  });

  test("generated numbers are fresh, and the facade knows no record of the engine", async () => {
    const { abiIsFresh } = (await import(new URL("../../../scripts/abi.mjs", import.meta.url).href)) as {
      abiIsFresh(): boolean;
    };
    assert.ok(abiIsFresh(), "src/abi.ts is stale: run npm run abi");
    // Of records it has sizes and counts to reckon with, and no place of anything in them.
    const places = read("src/abi.ts").replace(/STAT_\w+|\b(BODY|SLAB|SLAB_\w+)_(BYTES|COUNT)\b/g, "");
    assert.ok(!/ENTRY_|BODY_|SLAB_|RECORD/.test(places));
  });

  test("the released module imports nothing, is below 80 KiB and has no mutable state of its own", () => {
    const bytes = moduleBytes("engine");
    const module = new WebAssembly.Module(bytes);
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    assert.ok(bytes.length < 80 * 1024, `${bytes.length} bytes`);
    // Two modules over one memory must mean the same: no global that an instance could change.
    assert.ok(!/\(global [^\n]*\(mut /.test(read("build/wasm/engine.wat")), "a mutable global");
  });

  test("exports are typed truthfully", () => {
    const module = new WebAssembly.Module(moduleBytes("engine"));
    const declared =
      /export interface EngineExports \{([\s\S]*?)\n\}/.exec(read("src/engine/exports.ts"))?.[1] ?? "";
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
    for (const name of ["assembly/codec/lz4/encode/encode", "assembly/codec/lz4/decode/decode"]) {
      const start = wat.indexOf(`(func $${name} `);
      assert.ok(start > 0, name);
      const body = wat.slice(start, wat.indexOf("\n (func ", start));
      assert.ok(body.length > 1000);
      assert.doesNotMatch(body, /\(call /, name);
    }
  });
});
