/**
 * Shows that each example runs with one command, comes to the same bytes with Spillway as without, notices
 * bytes that are not what they were, and differs from the plain program in the statements that
 * docs/examples.md tells.
 *
 * How: runs examples/index.mjs with --quick; drives each example with a plain program whose store lies;
 * counts statements of both programs and compares them with the marks in the source and the document's table.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FOLDER = join(ROOT, "examples");

interface Statement {
  line: number;
  text: string;
}

/** A plain program's exports, as the test needs them. */
interface Program {
  [name: string]: unknown;
}

type Store = Map<string, unknown>;
type Rows = (source: unknown, bytes: number, sink: (rows: Uint32Array) => void) => void;
type Drive = (program: Program, size: unknown, meter: unknown) => unknown;

const load = async <T>(path: string) => (await import(pathToFileURL(join(FOLDER, path)).href)) as T;

const { EXAMPLES } = await load<{ EXAMPLES: Record<string, { shows: string; costs: string }> }>("list.mjs");
const { statements, difference } = await load<{
  statements(source: string): Statement[];
  difference(name: string): { plain: number; spillway: number; fresh: Statement[]; gone: Statement[] };
}>("harness/statements.mjs");
const { checkSame } = await load<{ checkSame(name: string, results: { digest: string }[]): void }>(
  "harness/compare.mjs",
);

const NAMES = Object.keys(EXAMPLES);

/** Folders that are no example of two programs: what drives these, and a whole program (electron.test.ts). */
const OTHERS = ["harness", "electron"];

function run(...args: string[]) {
  const options = { cwd: ROOT, encoding: "utf8" as const };
  return spawnSync(process.execPath, [join(FOLDER, "index.mjs"), ...args], options);
}

/** The figures that a drive notes are of no interest here. */
const METER = { figures: {}, notes: [], held() {}, times() {}, verified() {} };

/** A flipped bit in a copy. */
function flipped<T extends Uint8Array | Uint16Array>(values: T): T {
  const copy = values.slice() as T;
  copy[copy.length >> 1] = (copy[copy.length >> 1] as number) ^ 1;
  return copy;
}

/** Makes a store answer something else than was set. */
function lie(store: Store, change: (value: never) => unknown): void {
  const { get } = store;
  store.get = (key) => {
    const value = get.call(store, key);
    return value === undefined ? undefined : change(value as never);
  };
}

/** Each example's plain program, spoiled, and what its drive says of it. */
const LIARS: Record<string, [spoil: (program: Program) => Program, says: RegExp]> = {
  undo: [
    (program) => {
      lie(program.tiles as Store, flipped);
      return program;
    },
    /undo: other pixels/,
  ],
  tiles: [
    (program) => {
      lie(program.tiles as Store, flipped);
      return program;
    },
    /tiles: other bytes/,
  ],
  sessions: [
    (program) => {
      lie(program.sessions as Store, (text: string) => text.replace("reader", "writer"));
      return program;
    },
    /sessions: another session/,
  ],
  sort: [
    (program) => ({
      ...program,
      sortRows: ((source, bytes, sink) =>
        (program.sortRows as Rows)(source, bytes, (rows) => {
          rows[9] = (rows[9] as number) ^ 1;
          sink(rows);
        })) satisfies Rows,
    }),
    /sort: other rows/,
  ],
  kv: [
    (program) => {
      lie(program.blocks as Store, flipped);
      return program;
    },
    /kv: other blocks/,
  ],
  large: [
    (program) => {
      lie(program.documents as Store, flipped);
      return program;
    },
    /large: other bytes/,
  ],
};

describe("the examples", () => {
  test("every folder is an example of the list, and has both programs", () => {
    const folders = readdirSync(FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !OTHERS.includes(entry.name))
      .map(({ name }) => name);
    assert.deepEqual(folders.sort(), [...NAMES].sort());
    for (const name of NAMES)
      for (const file of ["plain.mjs", "spillway.mjs", "index.mjs"])
        assert.ok(readdirSync(join(FOLDER, name)).includes(file), `${name}/${file}`);
  });

  for (const name of NAMES)
    test(`${name} runs, and its sides come to the same bytes`, () => {
      const { status, stdout, stderr } = run(name, "--quick");
      assert.equal(status, 0, stderr);
      for (const figure of ["bytes held", "RSS then", "peak RSS", "bytes verified"])
        assert.match(stdout, new RegExp(`│ ${figure} +│( +[\\d.]+ MiB │){2}`));
      const { plain, spillway } = difference(name);
      assert.ok(stdout.includes(`statements: ${plain} plain, ${spillway} with Spillway`));
    });

  for (const name of NAMES)
    test(`${name} notices what is not what it was`, async () => {
      const { SIZES, drive } = await load<{ SIZES: Record<string, unknown>; drive: Drive }>(
        `${name}/index.mjs`,
      );
      const [spoil, says] = LIARS[name] as (typeof LIARS)[string];
      const program = spoil({ ...(await load<Program>(`${name}/plain.mjs`)) });
      await assert.rejects(async () => drive(program, SIZES.quick, METER), says);
    });

  test("sides that come to other bytes fail", () => {
    checkSame("one", [{ digest: "a" }, { digest: "a" }]);
    assert.throws(() => checkSame("one", [{ digest: "a" }, { digest: "b" }]), /one: .*other bytes/);
  });

  test("a wrong name or option: 2, and what there is", () => {
    const wrong = run("undoo");
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /unknown command 'undoo'[\s\S]*undo[\s\S]*npm run example/);
    assert.equal(run("undo", "--fast").status, 2);
    const { status, stdout } = run();
    assert.equal(status, 0);
    for (const name of NAMES) assert.match(stdout, new RegExp(`^ +${name} `, "m"));
  });
});

describe("the statements of an example", () => {
  test("what counts as one, and when two are the same", () => {
    const texts = (source: string) => statements(source).map(({ text }) => text);
    assert.deepEqual(texts("if (a) { b(); } else c();"), ["if (a) { } else ", "b();", "c();"]);
    assert.deepEqual(texts("export const a = () => { return 1; };"), ["const a = () => { };", "return 1;"]);
    assert.deepEqual(texts("class A { #b = 1; c() { d(); } }"), [
      "class A { }",
      "#b = 1;",
      "c() { }",
      "d();",
    ]);
    assert.deepEqual(texts("f( 1,\n  2); // said\n"), texts("f( 1, /* said */2);"));
    assert.deepEqual(
      statements("a();\n\nb();").map(({ line }) => line),
      [1, 3],
    );
  });

  for (const name of NAMES)
    test(`${name}: those that are new or changed are marked, and no other names Spillway`, () => {
      const lines = readFileSync(join(FOLDER, name, "spillway.mjs"), "utf8").split("\n");
      const marked = lines.flatMap((line, i) => (line.endsWith("// Spillway") ? [i + 1] : []));
      const { fresh, plain, spillway } = difference(name);
      assert.deepEqual(
        fresh.map(({ line }) => line).sort((a, b) => a - b),
        marked,
      );
      const others = lines.filter((_, i) => !marked.includes(i + 1)).join("\n");
      assert.doesNotMatch(others.replace(/\/\*\*[\s\S]*?\*\//g, ""), /spillway|pool\b/i);
      assert.ok(spillway - plain <= 3, `${spillway - plain} statements on top`);
    });

  test("the document's table tells them", () => {
    const text = readFileSync(join(ROOT, "docs/examples.md"), "utf8");
    for (const name of NAMES) {
      const { plain, spillway, fresh, gone } = difference(name);
      const row = `| [${name}](../examples/${name}) | ${plain} | ${spillway} | ${fresh.length} | ${gone.length} | ${spillway - plain} |`;
      assert.ok(text.includes(row), row);
    }
  });
});
