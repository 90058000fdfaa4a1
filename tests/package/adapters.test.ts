/**
 * Shows that each file of src/adapters/ is an entry of the packed package, `spillway/NAME`: in the manifest;
 * by import and by require, in Node, Deno and Bun; without an import of its own; with types that compile from
 * TypeScript 5.4 on, however they are resolved. The library's own file holds nothing of them. The first
 * example of each entry's page in docs/api has at most twelve lines and prints what it says.
 *
 * How: `npm pack`, real hosts from tests/hosts, compilers from tests/hosts/tools.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { BUN, DENO, NODE_24, Project, ROOT, TOOLS, without } from "#kit/package.js";

const project = new Project();
after(() => rmSync(project.folder, { recursive: true, force: true }));

const FILES = readdirSync(join(ROOT, "src/adapters"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.slice(0, -".ts".length));
const entryOf = (file: string) => file.replaceAll("_", "-");
const ENTRIES = FILES.map(entryOf);

/** Lines that an example may have. */
const EXAMPLE_LINES = 12;

const built = (name: string) =>
  readFileSync(join(project.folder, "node_modules/spillway/build", name), "utf8");

describe("entries", () => {
  test("the manifest names each, and no other", () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      exports: Record<string, unknown>;
      typesVersions: { "*": Record<string, string[]> };
    };
    const own = Object.keys(manifest.exports).filter((name) => !/^\.$|\.(json|wasm)$/.test(name));
    assert.deepEqual(own.sort(), ENTRIES.map((name) => `./${name}`).sort());
    assert.deepEqual(Object.keys(manifest.typesVersions["*"]).sort(), [...ENTRIES].sort());
    for (const file of FILES) {
      const [entry, lib] = [entryOf(file), `./build/lib/adapters/${file}`];
      assert.deepEqual(manifest.exports[`./${entry}`], {
        import: { types: `${lib}.d.ts`, default: `./build/adapters/${entry}.js` },
        require: { types: `${lib}.d.cts`, default: `./build/adapters/${entry}.cjs` },
      });
      assert.deepEqual(manifest.typesVersions["*"][entry], [`${lib}.d.ts`]);
    }
  });

  test("none imports anything, and the library holds none of them", async () => {
    for (const name of ENTRIES) {
      for (const ending of ["js", "cjs"]) {
        const code = built(`adapters/${name}.${ending}`);
        assert.deepEqual(code.match(/^\s*(import|export .* from)\s.*|\b(require|import)\(.*/gm), null, name);
      }
      const names = Object.keys((await import(`../../adapters/${name}.js`)) as object);
      assert.ok(names.length > 0);
      for (const one of names) assert.ok(!new RegExp(`\\b${one}\\b`).test(built("spillway.js")), one);
    }
  });

  for (const [host, program, args] of [
    [`Node ${process.version}`, process.execPath, []],
    ["Node 24", NODE_24, []],
    ["Deno", DENO, ["run", "--quiet", "--no-prompt"]],
    ["Bun", BUN, []],
  ] as const)
    test(`${host} finds the same names by import and by require`, { skip: without(program) }, async () => {
      const file = project.write(
        "entries.mjs",
        `import { createRequire } from "node:module";
        const require = createRequire(import.meta.url);
        for (const name of ${JSON.stringify(ENTRIES)}) {
          const imported = await import("spillway/" + name);
          const required = require("spillway/" + name);
          const names = Object.keys(imported).filter((one) => one !== "default" && one !== "module.exports");
          const same = names.every((one) => typeof imported[one] === typeof required[one]);
          console.log(name, names.length > 0, same, names.length === Object.keys(required).length);
        }`,
      );
      const wanted = ENTRIES.map((name) => `${name} true true true\n`).join("");
      assert.equal(await project.run(program, [...args, file]), wanted);
    });
});

describe("declarations of entries", { skip: without(TOOLS), concurrency: 2 }, () => {
  const TYPESCRIPT_54 = join(TOOLS, "typescript54/bin/tsc");
  const TYPESCRIPT_59 = join(TOOLS, "typescript59/bin/tsc");
  const TYPESCRIPT_7 = join(ROOT, "node_modules/typescript/bin/tsc");

  /** Each name is used, and an import and a require have the same types, none of which is `any`. */
  const uses = ENTRIES.map(
    (name, i) => `import * as entry${i} from "spillway/${name}";
      export const used${i}: object = entry${i};
      // @ts-expect-error: there is no such name.
      export const none${i} = entry${i}.noSuchName;`,
  ).join("\n");
  const same = ENTRIES.map(
    (name, i) => `import type * as imported${i} from "spillway/${name}" with { "resolution-mode": "import" };
      export const same${i}: typeof imported${i} = entry${i};`,
  ).join("\n");

  for (const [version, tsc, file, module, moduleResolution, text] of [
    ["5.4", TYPESCRIPT_54, "node16.mts", "node16", "node16", uses],
    ["5.4", TYPESCRIPT_54, "node16.cts", "node16", "node16", `${uses}\n${same}`],
    ["5.4", TYPESCRIPT_54, "bundler.ts", "esnext", "bundler", uses],
    ["5.9", TYPESCRIPT_59, "node10.ts", "commonjs", "node10", uses],
    ["7.0", TYPESCRIPT_7, "nodenext.mts", "nodenext", "nodenext", uses],
    ["7.0", TYPESCRIPT_7, "nodenext.cts", "nodenext", "nodenext", `${uses}\n${same}`],
  ] as const)
    test(`TypeScript ${version}, ${file}, resolved as ${moduleResolution}`, async () => {
      project.write(file, text);
      const compilerOptions = {
        ...{ module, moduleResolution, target: "es2022", lib: ["es2022"], types: [] },
        ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true },
        skipDefaultLibCheck: true,
      };
      const config = project.write(
        `tsconfig-${file}.json`,
        JSON.stringify({ compilerOptions, files: [file] }),
      );
      const said = await project
        .run(process.execPath, [tsc, "-p", config])
        .catch((error: { stdout: string; message: string }) => error.stdout || error.message);
      assert.equal(said, "");
    });
});

/** Packages that are installed under another name here, by the name that users know. */
const ALIASES: Readonly<Record<string, string>> = { keyv: "keyv6", keyv5: "keyv" };

/** Lends the project a package that is installed for development. */
function lend(name: string): void {
  const link = join(project.folder, "node_modules", name);
  if (existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(ROOT, "node_modules", ALIASES[name] ?? name), link);
}

describe("types of entries and of the packages that they are for", () => {
  const MAPS = `import { Spillway } from "spillway";
    const pool = Spillway.openSync({ maxBytes: 1 });
    const map = pool.map();
    const texts = pool.map<string>();\n`;
  const USES: Readonly<Record<string, readonly [packages: string[], text: string]>> = {
    keyv: [
      ["keyv", "keyv5"],
      `import { Keyv, type KeyvStorageAdapter } from "keyv";
      import { Keyv as Keyv5, type KeyvStoreAdapter } from "keyv5";
      import { spillwayStore } from "spillway/keyv";
      type Members = "namespace" | "get" | "set" | "setMany" | "delete" | "deleteMany" | "clear" | "has" | "hasMany"
        | "getMany" | "disconnect" | "iterator";
      export const store: Pick<KeyvStorageAdapter, Members | "capabilities"> = spillwayStore(map);
      export const store5: Pick<KeyvStoreAdapter, Members | "opts"> = spillwayStore(texts, { keyv: 5 });
      // @ts-expect-error: version 6 asks for other members.
      export const wrong: Pick<KeyvStorageAdapter, Members> = spillwayStore(map, { keyv: 5 });
      export const keyv = [new Keyv({ store: spillwayStore(map) }), new Keyv5({ store: store5 })];`,
    ],
    metrics: [
      ["@opentelemetry/api"],
      `import { type Meter, metrics } from "@opentelemetry/api";
      import { observeMetrics, prometheusText } from "spillway/metrics";
      const meter: Meter = metrics.getMeter("test");
      const sources = [{ name: "a", pool, clients: [pool.frontswap(), pool.cleancache()], maps: [map, texts, pool.cache()],
        buffers: [pool.buffer("1MiB", { residentBytes: 65_536 })] }];
      export const off: () => void = observeMetrics(meter, sources);
      export const text: string = prometheusText(sources) + prometheusText({ pool });
      // @ts-expect-error: a map is no pool.
      export const wrong = prometheusText({ pool: map });`,
    ],
    unstorage: [
      ["unstorage"],
      `import { createStorage, type Driver } from "unstorage";
      import { spillwayDriver } from "spillway/unstorage";
      export const driver: Driver = spillwayDriver({ map });
      export const storage = createStorage<string>({ driver: spillwayDriver({ map: texts, base: "a" }) });
      // @ts-expect-error: a Map has no driver.
      export const wrong = spillwayDriver({ map: new Map<string, string>() });`,
    ],
  };

  for (const [name, [packages, text]] of Object.entries(USES))
    test(name, async () => {
      for (const one of packages) lend(one);
      const file = project.write(`${name}-types.ts`, MAPS + text);
      const compilerOptions = {
        ...{ module: "nodenext", target: "es2022", lib: ["es2022", "dom"], types: ["node"] },
        ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true },
        ...{ typeRoots: [join(ROOT, "node_modules/@types")] },
      };
      const config = project.write(
        `tsconfig-${name}.json`,
        JSON.stringify({ compilerOptions, files: [file] }),
      );
      const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
      const said = await project
        .run(process.execPath, [tsc, "-p", config])
        .catch((error: { stdout: string; message: string }) => error.stdout || error.message);
      assert.equal(said, "");
    });
});

describe("examples of entries", () => {
  for (const name of ENTRIES)
    test(`docs/api/${name}.md`, async () => {
      const page = readFileSync(join(ROOT, `docs/api/${name}.md`), "utf8");
      const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
      assert.match(code, new RegExp(`from "spillway/${name}"`));
      assert.ok(code.trim().split("\n").length <= EXAMPLE_LINES);
      for (const [, from = ""] of code.matchAll(/ from "([^"]+)"/g)) {
        const one = /^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? "";
        if (one !== "spillway" && !one.startsWith("node:")) lend(one);
      }
      const printed = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, text]) => `${text}\n`);
      assert.ok(printed.length > 0);
      const out = await project.run(process.execPath, [project.write(`${name}-example.mjs`, code)]);
      assert.equal(out, printed.join(""));
    });
});
