/**
 * Shows that `npm run bench` knows every bench: the list is complete, says what each shows and costs, and
 * leads to files that can be loaded; a wrong name or option ends with 2 and one line that helps.
 *
 * How: compares bench/list.mjs with the files below bench/, imports each, and runs bench/index.mjs.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const BENCH = join(ROOT, "bench");

interface Bench {
  file: string;
  shows: string;
  costs: string;
  needs?: string;
}

const { BENCHES } = (await import(pathToFileURL(join(BENCH, "list.mjs")).href)) as {
  BENCHES: Record<string, Bench>;
};

const { EXAMPLES } = (await import(pathToFileURL(join(ROOT, "examples/list.mjs")).href)) as {
  EXAMPLES: Record<string, unknown>;
};

/** Files of the rooms of bench/, without the runner and what it is made of. */
function roomFiles(): string[] {
  return readdirSync(BENCH, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".mjs"))
    .map((entry) => relative(BENCH, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => path.includes("/"))
    .sort();
}

const isBench = (path: string) => /^export const command\b/m.test(readFileSync(join(BENCH, path), "utf8"));

function run(...args: string[]) {
  const options = { cwd: ROOT, encoding: "utf8" as const };
  return spawnSync(process.execPath, [join(BENCH, "index.mjs"), ...args], options);
}

/** Files whose `npm run` commands must exist. */
const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "docs",
  "assembly",
  "src",
  "cli",
  "bench",
  "examples",
  "kit",
  "scripts",
];

function filesOf(path: string): string[] {
  if (path.endsWith(".md")) return [path];
  return readdirSync(join(ROOT, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)));
}

describe("the benches", () => {
  test("every file that is a bench is in the list, once, and nothing else is", () => {
    const listed = Object.values(BENCHES).map(({ file }) => file);
    assert.deepEqual(listed.sort(), roomFiles().filter(isBench));
  });

  test("every other file is used by a bench", () => {
    const texts = roomFiles().map((path) => readFileSync(join(BENCH, path), "utf8"));
    for (const path of roomFiles().filter((one) => !isBench(one))) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      assert.ok(
        texts.some((text) => text.includes(`"./${name}"`)),
        path,
      );
    }
  });

  test("every bench can be loaded and has a command", async () => {
    for (const [name, { file }] of Object.entries(BENCHES)) {
      const { command } = (await import(pathToFileURL(join(BENCH, file)).href)) as {
        command?: { helpInformation(): string };
      };
      assert.match(command?.helpInformation() ?? "", /^Usage: /, name);
    }
  });

  test("without a name: all of them, what they show and what they cost", () => {
    const { status, stdout } = run();
    assert.equal(status, 0);
    for (const [name, { shows, costs }] of Object.entries(BENCHES)) {
      assert.match(stdout, new RegExp(`^${name} `, "m"));
      assert.ok(shows.length > 20 && stdout.includes(shows), name);
      assert.ok(costs.length > 3 && stdout.includes(costs), name);
    }
  });

  test("commands that documents and comments name exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    let named = 0;
    for (const path of DOCUMENTS.flatMap(filesOf)) {
      const text = readFileSync(join(ROOT, path), "utf8").replace(/\s+(?:\* )?/g, " ");
      for (const [, script] of text.matchAll(/npm run ([\w:-]+)/g))
        assert.ok((script as string) in scripts, `${path}: npm run ${script}`);
      for (const [, name] of text.matchAll(/npm run example -- ([a-z][\w-]*)/g))
        assert.ok((name as string) in EXAMPLES, `${path}: npm run example -- ${name}`);
      for (const [, name] of text.matchAll(/npm run bench -- ([a-z][\w-]*)/g)) {
        assert.ok((name as string) in BENCHES, `${path}: npm run bench -- ${name}`);
        named += 1;
      }
    }
    assert.ok(named > 5);
  });

  test("a wrong name: near ones, and 2", () => {
    const { status, stdout, stderr } = run("snapshoot");
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /unknown command 'snapshoot'[\s\S]*snapshot[\s\S]*npm run bench/);
  });

  test("a wrong option: 2, and no run", () => {
    const { status, stderr } = run("histograms", "--rounds", "none");
    assert.equal(status, 2);
    assert.match(stderr, /--rounds.*whole number/);
  });
});
