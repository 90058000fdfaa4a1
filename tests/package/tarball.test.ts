/**
 * Shows that the published package works where it is used. The tarball, installed in an empty project, runs
 * the README's example in this Node, in Node 24, in Bun, and in Deno without any permission. In these hosts
 * the system gets back the memory that a pool gives back. An image goes from Node into Deno and back.
 * require() finds the package, the command runs through npx, and the types compile in a strict project.
 *
 * How: `npm pack`, `npm install` of the tarball, real hosts from tests/hosts. hosts.test.ts has hosts that
 * differ more from Node, types.test.ts the types.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { BUN, DENO, NODE_24, npm, pack, ROOT, without } from "#kit/package.js";

const work = mkdtempSync(join(tmpdir(), "spillway-package-"));
const project = join(work, "project");

/** Bytes of the tarball without build/cli. */
const TARBALL_MAX = 300 * 1024;

function run(program: string, args: string[]): string {
  return execFileSync(program, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** The first JavaScript block of the README. */
function example(): string {
  const block = /```js\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "README.md"), "utf8"));
  assert.ok(block?.[1], "the README has an example");
  return block[1];
}

/**
 * A pool that held 80 MiB, lost nine tenths and was shrunk. Prints the bytes given back and the fall of RSS.
 */
const GIVEBACK = `
import { Spillway } from "spillway";
const page = new Uint8Array(4096);
const words = new Uint32Array(page.buffer);
function write(i) {
  let x = i + 1;
  for (let at = 0; at < 1024; at++) words[at] = x = (Math.imul(x, 1664525) + 1013904223) ^ (x >>> 13);
}
const rss = () => globalThis.Deno?.memoryUsage().rss ?? process.memoryUsage.rss();
const pool = Spillway.openSync({ maxBytes: "128MiB" });
const swap = pool.frontswap();
swap.init(0);
for (let i = 0; i < 20_000; i++) {
  write(i);
  swap.store(0, i, page);
}
for (let i = 0; i < 20_000; i++) if (i % 10) swap.invalidatePage(0, i);
const before = rss();
const freed = await pool.shrink();
const fallen = before - rss();
for (let i = 0; i < 20_000; i += 10) {
  write(i);
  const wanted = page.slice();
  if (!swap.load(0, i, page) || page.some((byte, at) => byte !== wanted[at])) throw new Error("page " + i);
}
console.log(JSON.stringify({ freed, fallen }));
`;

/**
 * A program that makes a pool of 3,000 pages of many lengths and kinds, or restores it from standard input
 * and compares every page. Then it writes the pool's image to standard output.
 */
const TRAVELLER = `
import { argv, stderr, stdin, stdout } from "node:process";
import { Spillway } from "spillway";
const page = new Uint8Array(4096);
const words = new DataView(page.buffer);
function write(i) {
  let x = i % 5 === 4 ? i : i + 1;
  for (let at = 0; at < 4096; at += 4) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    words.setUint32(at, i % 3 ? x >>> (i % 24) : i);
  }
  return 1 + (Math.imul(i, 2654435761) >>> 20);
}
let pool;
if (argv[2] === "make") {
  pool = Spillway.openSync({ maxBytes: "32MiB" });
  const swap = pool.frontswap({ name: "traveller" });
  swap.init(7);
  for (let i = 0; i < 3000; i++) if (!swap.store(7, i, page.subarray(0, write(i)))) throw new Error("refused");
} else {
  pool = await Spillway.restore(stdin, { maxBytes: "32MiB" });
  const swap = pool.frontswap({ name: "traveller" });
  const found = new Uint8Array(4096);
  let same = 0;
  for (let i = 0; i < 3000; i++) {
    const bytes = write(i);
    if (swap.pageLength(7, i) !== bytes || !swap.load(7, i, found)) continue;
    if (page.subarray(0, bytes).every((byte, at) => byte === found[at])) same++;
  }
  stderr.write("same " + same + " of " + swap.currPages(7));
}
for await (const chunk of pool.snapshot()) await new Promise((resolve) => stdout.write(chunk, resolve));
`;

/** What the example prints according to the README: the comment after each console.log. */
function printed(code: string): string {
  return [...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, text]) => `${text}\n`).join("");
}

describe("the package", () => {
  let tarball = "";

  before(() => {
    tarball = pack(work);
    mkdirSync(project);
    writeFileSync(join(project, "package.json"), '{ "name": "user", "private": true, "type": "module" }');
    npm(["install", "--no-audit", "--no-fund", "--loglevel=error", tarball], project);
    writeFileSync(join(project, "example.mjs"), example());
  });

  after(() => rmSync(work, { recursive: true, force: true }));

  test("brings no other package, runs no script on install", () => {
    const installed = readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith("."));
    assert.deepEqual(installed, ["spillway"]);
    const manifest = JSON.parse(
      readFileSync(join(project, "node_modules/spillway/package.json"), "utf8"),
    ) as {
      scripts: Record<string, string>;
      dependencies?: Record<string, string>;
    };
    for (const script of ["preinstall", "install", "postinstall", "prepare"])
      assert.ok(!(script in manifest.scripts));
    assert.equal(manifest.dependencies, undefined);
  });

  test("is one file: the library imports nothing, and says whose the parts are that it carries", () => {
    const own = join(project, "node_modules/spillway");
    for (const name of ["spillway.js", "spillway.cjs"]) {
      const code = readFileSync(join(own, "build", name), "utf8");
      const imports = [
        ...code.matchAll(/\b(?:require|import)\(([^)]*)\)|^\s*(?:import|export .* from)\s.*/gm),
      ];
      // The file for require() runs the other one, which is beside it.
      const wanted = name === "spillway.cjs" ? ['"node:fs"', '"node:path"', '"node:url"'] : [];
      assert.deepEqual(
        imports.map(([all, module = all]) => module),
        wanted,
        name,
      );
      assert.match(code, /^\/\* .*@assemblyscript\/loader [\d.]+, Apache-2\.0, changed: see NOTICE/);
    }
    const notice = readFileSync(join(own, "NOTICE"), "utf8");
    assert.match(
      notice,
      /@assemblyscript\/loader[\s\S]*Apache License\s+Version 2\.0[\s\S]*END OF TERMS AND CONDITIONS/,
    );
  });

  test("holds what it needs and no sources, tests or probes", () => {
    const files = npm(["pack", "--dry-run", "--json", "--ignore-scripts"], ROOT);
    const [{ files: list }] = JSON.parse(files) as [{ files: { path: string }[] }];
    const folders = new Set(
      list.map(({ path }) => (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".")),
    );
    const lib = ["adapters", "adapters/parts", "base", "base/options", "clients", "faces", "telemetry"].map(
      (name) => `build/lib/${name}`,
    );
    assert.deepEqual([...folders].sort(), [
      ".",
      "build",
      "build/adapters",
      "build/cli",
      "build/lib",
      ...lib,
      "build/wasm",
    ]);
    assert.ok(list.some(({ path }) => path === "LICENSE"));
    // Of the declarations only those that public ones name.
    const entries = readdirSync(join(ROOT, "src/adapters")).filter((name) => name.endsWith(".ts"));
    const entry = entries.map((name) => `build/lib/adapters/${name.slice(0, -".ts".length)}`);
    const roots = ["build/lib/index", ...entry];
    const declared = new Set(roots.flatMap((name) => [`${name}.d.ts`, `${name}.d.cts`]));
    for (const path of declared)
      for (const [, name] of readFileSync(join(ROOT, path), "utf8").matchAll(/"(\.\.?\/[\w/]+)\.js"/g))
        declared.add(join(dirname(path), `${name}.d.ts`));
    const packed = list.map(({ path }) => path).filter((path) => path.startsWith("build/lib/"));
    assert.deepEqual(packed.sort(), [...declared].sort());
  });

  test("weighs less than 300 KiB without the command", (t) => {
    const lean = join(work, "lean");
    mkdirSync(lean);
    execFileSync("tar", ["-xzf", tarball, "-C", lean, "--strip-components=1"]);
    rmSync(join(lean, "build/cli"), { recursive: true });
    const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const [{ size }] = JSON.parse(npm(args, lean)) as [{ size: number }];
    const whole = statSync(tarball).size;
    t.diagnostic(`tarball: ${Math.round(size / 1024)} KiB, ${Math.round(whole / 1024)} with the command`);
    assert.ok(size < TARBALL_MAX, `${size} bytes`);
  });

  test(`the README's example in Node ${process.version}`, () => {
    assert.equal(run(process.execPath, ["example.mjs"]), printed(example()));
  });

  test("the README's example in Node 24", { skip: without(NODE_24) }, () => {
    assert.equal(run(NODE_24, ["example.mjs"]), printed(example()));
  });

  test("the README's example in Deno, no permission given", { skip: without(DENO) }, () => {
    assert.equal(run(DENO, ["run", "--no-prompt", "--quiet", "example.mjs"]), printed(example()));
  });

  test("the README's example in Bun", { skip: without(BUN) }, () => {
    assert.equal(run(BUN, ["example.mjs"]), printed(example()));
  });

  for (const [host, program, args] of [
    ["Node 24", NODE_24, []],
    ["Deno", DENO, ["run", "--no-prompt", "--quiet"]],
  ] as const) {
    test(`memory given back is the system's again in ${host}`, { skip: without(program) }, () => {
      writeFileSync(join(project, "giveback.mjs"), GIVEBACK);
      const { freed, fallen } = JSON.parse(run(program, [...args, "giveback.mjs"])) as Record<string, number>;
      assert.ok(freed !== undefined && freed > 60 * 2 ** 20, `${freed} bytes`);
      assert.ok(fallen !== undefined && fallen > 0.8 * freed, `${freed} given back, ${fallen} of RSS`);
    });
  }

  test("law 17: a pool goes from Node into Deno and back, no permission given", {
    skip: without(DENO),
  }, () => {
    writeFileSync(join(project, "traveller.mjs"), TRAVELLER);
    const node = [process.execPath, "traveller.mjs"];
    const deno = [DENO, "run", "--no-prompt", "--quiet", "traveller.mjs"];
    let image: Buffer = Buffer.alloc(0);
    for (const [i, [program, ...args]] of [node, deno, node, deno].entries()) {
      const { status, stdout, stderr } = spawnSync(program as string, [...args, i === 0 ? "make" : "look"], {
        cwd: project,
        input: image,
        maxBuffer: 2 ** 26,
      });
      assert.equal(status, 0, String(stderr));
      if (i > 0) assert.equal(String(stderr), "same 3000 of 3000");
      assert.ok(stdout.length > 3000 * 32);
      image = stdout;
    }
  });

  test("require() finds it", () => {
    const script = 'const { Spillway } = require("spillway"); console.log(typeof Spillway.openSync)';
    assert.equal(
      run(process.execPath, ["--no-warnings", "--input-type=commonjs", "-e", script]),
      "function\n",
    );
  });

  test("the module as a file, for who wants one", () => {
    const script = `
      import { readFileSync } from "node:fs";
      import { createRequire } from "node:module";
      import { Spillway } from "spillway";
      const path = createRequire(import.meta.url).resolve("spillway/engine.wasm");
      console.log(Spillway.openSync({ maxBytes: "1MiB", wasm: readFileSync(path) }).stats().storedPages);`;
    writeFileSync(join(project, "file.mjs"), script);
    assert.equal(run(process.execPath, ["file.mjs"]), "0\n");
  });

  test("importing compiles no wasm and allocates no memory", () => {
    const script = `
      let compiled = 0;
      for (const name of ["Module", "Instance", "Memory"]) {
        WebAssembly[name] = new Proxy(WebAssembly[name], { construct() { compiled += 1; throw new Error(name); } });
      }
      for (const name of ["compile", "instantiate"]) WebAssembly[name] = () => { compiled += 1; };
      const before = performance.now();
      await import("spillway");
      console.log(compiled);
      console.error((performance.now() - before).toFixed(1));`;
    writeFileSync(join(project, "import.mjs"), script);
    assert.equal(run(process.execPath, ["import.mjs"]), "0\n");
  });

  test("the command answers through npx", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    assert.equal(npm(["exec", "--offline", "spillway", "--", "--version"], project).trim(), version);
    const report = npm(["exec", "--offline", "spillway", "--", "measure", "--json", "package.json"], project);
    assert.equal((JSON.parse(report) as { mismatches: number }).mismatches, 0);
  });

  test("the README's example compiles in a strict project, with a browser's types or with Node's alone", () => {
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const strict = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022"];
    writeFileSync(join(project, "user.ts"), example());
    run(process.execPath, [tsc, ...strict, "--lib", "es2022,dom", "--types", "", "user.ts"]);
    const types = ["--types", "node", "--typeRoots", join(ROOT, "node_modules/@types")];
    run(process.execPath, [tsc, ...strict, "--lib", "es2022", ...types, "user.ts"]);
  });
});
