/**
 * Shows that the declarations compile as they are packed, without skipLibCheck: under TypeScript 5.4 to 7, with the types of a
 * browser, of Node or of neither, with `lib` from ES2022, by import and by require; that what is imported and what is required
 * have one type; and that the package's manifest is what tools expect (publint, Are the Types Wrong?).
 *
 * How: each compiler as a registry package (tests/hosts/tools), over files that use what the declarations name of the host.
 */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { Project, pack, ROOT, TOOLS, without } from "../support/package.js";

const project = new Project();
after(() => rmSync(project.folder, { recursive: true, force: true }));

/** Types of Node 20, and of 26: old compilers do not take the newest. */
const NODE_20 = join(ROOT, "node_modules/@types");
const NODE_26 = join(TOOLS, "@types");
const COMPILERS = [
  ["5.4", join(TOOLS, "typescript54/bin/tsc"), NODE_20],
  ["5.9", join(TOOLS, "typescript59/bin/tsc"), NODE_20],
  ["6.0", join(TOOLS, "typescript60/bin/tsc"), NODE_26],
  ["7.0", join(ROOT, "node_modules/typescript/bin/tsc"), NODE_26],
] as const;

/** What needs nothing of the host's types. Numbers are compared, so that no type is `any` in secret. */
const PLAIN = `
export async function plain(bytes: Uint8Array) {
  const pool: Spillway = Spillway.openSync({ maxBytes: "1MiB", wasm: bytes, recompress: { minIdle: 1 } });
  const swap: Frontswap = pool.frontswap({ name: "x" });
  const kept: boolean = swap.store(0, 1, bytes, { kind: "f32" });
  const stats: PoolStats = pool.stats();
  const freed: number = await pool.shrink("1MiB", { budgetMs: 5 });
  await Spillway.restore(bytes, { maxBytes: 1 }).catch((error: unknown) => {
    if (error instanceof SpillwayError && error.code === "ERR_SPILLWAY_UNSUPPORTED") throw error;
  });
  // @ts-expect-error: a pool is opened, not made.
  new Spillway();
  // @ts-expect-error: there is no such code.
  const code: SpillwayErrorCode = "ERR_SPILLWAY_NOTHING";
  pool.close();
  return [kept, stats.storedPages, freed, code] as const;
}
`;

/** What both a browser's types and Node's know. */
const HOST = `
export async function host(pool: Spillway) {
  const { signal } = new AbortController();
  await pool.compact({ signal });
  const stream: ReadableStream<Uint8Array> = pool.snapshot();
  await Spillway.restore(stream, { maxBytes: 1, signal });
  // @ts-expect-error: no signal.
  await pool.compact({ signal: 5 });
}
`;

const BROWSER = `
export async function browser(pool: Spillway, compiled: WebAssembly.Module) {
  const body = new Response(pool.snapshot()).body;
  if (body !== null) await Spillway.restore(body, { maxBytes: 1, wasm: compiled });
}
`;

const DISPOSABLE = `
export async function disposable() {
  using pool = Spillway.openSync({ maxBytes: 1 });
  using swap = pool.frontswap();
  await using other = await Spillway.open({ maxBytes: 1 });
  const ending: Disposable = swap;
  const endingLater: AsyncDisposable = other;
  return [ending, endingLater];
}
`;

const NAMES = "Spillway, SpillwayError, type Frontswap, type PoolStats, type SpillwayErrorCode";
const IMPORT = `import { ${NAMES} } from "spillway";\n`;
/** In a file for require(), with what an import in another file of the project is. */
const REQUIRE = `${IMPORT}
import type { Spillway as Imported, Frontswap as ImportedFrontswap } from "spillway" with { "resolution-mode": "import" };
export const one: Imported = Spillway.openSync({ maxBytes: 1 });
export const two: Spillway = one;
export const three: ImportedFrontswap = two.frontswap();
`;

interface Case {
  name: string;
  file: string;
  text: string;
  lib: string[];
  types?: "node";
}

const CASES: Case[] = [
  {
    name: "ES2022 and nothing else",
    file: "plain.mts",
    text: IMPORT + PLAIN,
    lib: ["es2022"],
  },
  {
    name: "a browser's types",
    file: "browser.mts",
    text: IMPORT + PLAIN + HOST + BROWSER,
    lib: ["es2022", "dom"],
  },
  {
    name: "a worker's types, and disposables",
    file: "worker.mts",
    text: IMPORT + PLAIN + HOST + BROWSER + DISPOSABLE,
    lib: ["es2023", "esnext.disposable", "webworker"],
  },
  {
    name: "Node's types",
    file: "node.mts",
    text: IMPORT + PLAIN + HOST + DISPOSABLE,
    lib: ["es2022"],
    types: "node",
  },
  {
    name: "a browser's types, by require",
    file: "required.cts",
    text: REQUIRE + PLAIN + HOST + BROWSER,
    lib: ["es2022", "dom"],
  },
];

describe("the declarations", { skip: without(TOOLS), concurrency: 2 }, () => {
  for (const [version, tsc, typeRoot] of COMPILERS)
    for (const one of CASES)
      test(`TypeScript ${version}: ${one.name}`, () => compiles(tsc, one, { typeRoots: [typeRoot] }));

  test("resolved as a bundler does, and as TypeScript did before there were exports", async () => {
    const [, tsc59] = COMPILERS[1];
    const [, tsc7] = COMPILERS[3];
    const plain = { name: "plain", text: IMPORT + PLAIN, lib: ["es2022"] };
    await compiles(tsc7, { ...plain, file: "bundled.ts" }, { module: "esnext", moduleResolution: "bundler" });
    await compiles(
      tsc59,
      { ...plain, file: "node10.ts" },
      { module: "commonjs", moduleResolution: "node10" },
    );
    await compiles(tsc59, { ...plain, file: "node16.cts", text: REQUIRE + PLAIN }, { module: "node16" });
  });

  let configs = 0;
  async function compiles(tsc: string, { file, text, lib, types }: Case, more: object = {}): Promise<void> {
    const compilerOptions = {
      module: "nodenext",
      ...more,
      target: "es2022",
      lib,
      types: types === undefined ? [] : [types],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: false,
      // The compiler's own files, which have a hundred times as many lines, are no concern of this test.
      skipDefaultLibCheck: true,
    };
    project.write(file, text);
    const config = project.write(
      `tsconfig-${configs++}.json`,
      JSON.stringify({ compilerOptions, files: [file] }),
    );
    const said = await project
      .run(process.execPath, [tsc, "-p", config])
      .catch((error: { stdout: string; message: string }) => error.stdout || error.message);
    assert.equal(said, "");
  }
});

describe("the manifest", { skip: without(TOOLS) }, () => {
  test("publint has nothing to say", async () => {
    const folder = join(project.folder, "node_modules/spillway");
    const said = await project.run(process.execPath, [
      join(TOOLS, "publint/src/cli.js"),
      "run",
      folder,
      "--strict",
    ]);
    assert.match(said, /All good!/);
  });

  test("Are the Types Wrong? They are not, however they are resolved", async () => {
    const attw = join(TOOLS, "@arethetypeswrong/cli/dist/index.js");
    const args = [pack(project.folder), "--exclude-entrypoints", "engine.wasm", "--format", "json"];
    const said = await project.run(process.execPath, [attw, ...args]);
    assert.deepEqual((JSON.parse(said) as { problems?: object }).problems ?? {}, {});
  });
});
