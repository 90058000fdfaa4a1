/**
 * Shows that the packed declarations compile without skipLibCheck: under TypeScript 5.4 to 7; with the
 * types of a browser, of Node, or of neither; with `lib` from ES2022; by import and by require. Also that
 * an import and a require have the same types, and that tools accept the manifests (publint, Are the Types
 * Wrong?, JSR).
 *
 * How: each compiler is a registry package (tests/hosts/tools). It compiles files that use every type of the
 * host that the declarations name.
 */
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { DENO, Project, pack, ROOT, TOOLS, without } from "#kit/package.js";

const project = new Project();
after(() => rmSync(project.folder, { recursive: true, force: true }));

/** Types of Node 20 and 26: old compilers do not accept the newest. */
const NODE_20 = join(ROOT, "node_modules/@types");
const NODE_26 = join(TOOLS, "@types");
const COMPILERS = [
  ["5.4", join(TOOLS, "typescript54/bin/tsc"), NODE_20],
  ["5.9", join(TOOLS, "typescript59/bin/tsc"), NODE_20],
  ["6.0", join(TOOLS, "typescript60/bin/tsc"), NODE_26],
  ["7.0", join(ROOT, "node_modules/typescript/bin/tsc"), NODE_26],
] as const;

/** A file that needs no types of the host. It compares numbers, so that no type can be `any` unnoticed. */
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
  const sessions = pool.map<{ user: string }>({ maxBytes: "1MiB", ttl: 1000 });
  const user: string | undefined = sessions.set("a", { user: "b" }).get("a")?.user;
  await sessions.setStream("b", bytes);
  const read: number | undefined = sessions.readAt("b", 0, new Float64Array(2));
  const streams = [sessions.writable("c"), sessions.readable("b")];
  const buffer = pool.buffer("1GiB", { residentBytes: 65_536 });
  const pin = buffer.pin(8, 16);
  const doubles: Float64Array = pin.view(Float64Array);
  pin.close();
  // @ts-expect-error: values are of the map's type.
  sessions.set("a", 5);
  // @ts-expect-error: a pool is opened, not made.
  new Spillway();
  // @ts-expect-error: there is no such code.
  const code: SpillwayErrorCode = "ERR_SPILLWAY_NOTHING";
  pool.close();
  return [kept, stats.storedPages, freed, code, user, doubles, read, streams] as const;
}
`;

/** A file that needs what a browser's types and Node's have in common. */
const HOST = `
export async function host(pool: Spillway) {
  const { signal } = new AbortController();
  await pool.compact({ signal });
  const stream: ReadableStream<Uint8Array> = pool.snapshot();
  await Spillway.restore(stream, { maxBytes: 1, signal });
  const values = pool.map();
  await values.setStream("a", stream, { signal });
  const written: WritableStream<ArrayBufferView | ArrayBuffer> = values.writable("b", { signal });
  await values.readable("a")?.pipeTo(written);
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
/** A file that uses require(), with the types of an import in another file of the project. */
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
      // The compiler's own files have a hundred times as many lines. This test is not about them.
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

  test("JSR accepts it (deno publish in a dry run); it has the same entries and version", {
    skip: without(DENO),
  }, async () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(join(ROOT, name), "utf8")) as { version: string; exports: object };
    const [npm, jsr] = [read("package.json"), read("deno.json")];
    const entries = Object.keys(npm.exports).filter((name) => !/\.(json|wasm)$/.test(name));
    assert.deepEqual(Object.keys(jsr.exports).sort(), entries.sort());
    assert.equal(jsr.version, npm.version);
    const args = ["publish", "--dry-run", "--allow-dirty", "--config", join(ROOT, "deno.json")];
    // It says what it does on stderr and fails if types do not resolve. Its cache has nothing of this
    // package.
    await project.run(DENO, args, { DENO_DIR: join(project.folder, "deno"), NO_COLOR: "1" });
  });

  test("it is published with a statement of where it was made", () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      publishConfig: object;
      repository: { url: string };
    };
    assert.deepEqual(manifest.publishConfig, { access: "public", provenance: true });
    assert.match(manifest.repository.url, /^git\+https:\/\/.*\.git$/);
    const workflow = readFileSync(join(ROOT, ".github/workflows/publish.yml"), "utf8");
    const job = /^ {2}npm:\n([\s\S]*?)(?=^ {2}\w)/m.exec(workflow)?.[1] ?? "";
    assert.match(job, /id-token: write/);
    assert.match(job, /npm publish --provenance/);
  });
});
