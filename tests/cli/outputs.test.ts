/**
 * Shows the exit codes of the command, and what it prints on a terminal. Each exit code has one meaning,
 * which --help tells. Output that cannot be written ends in one line, and never looks like a changed page. A
 * reader that stops early is not an error. Every table and sentence fits the terminal, and one of something
 * has no plural.
 *
 * How: the built command over a small file, with outputs that are full, closed or gone, and with a terminal
 * whose width is set by a module that is loaded first.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { assertOneLine, preload, shell, spillway } from "./command.js";

const linuxOnly = { skip: process.platform !== "linux" && "needs /dev/full" };
const posixOnly = { skip: process.platform === "win32" && "needs a shell" };
const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const lines = Array.from({ length: 4000 }, (_, i) => `line ${i} of a text that compresses\n`).join("");
const text = file("a file with a rather long name, as they come.txt", lines);
const trace = file("blocks", Array.from({ length: 200 }, (_, i) => `${(i * i) % 23}\n`).join(""));

describe("exit codes", () => {
  test("are told in --help, of all commands", async () => {
    for (const args of [["--help"], ["measure", "--help"], ["replay", "--help"], ["bench", "--help"]]) {
      const { code, stdout } = await spillway(args);
      assert.equal(code, 0);
      const told = [...stdout.matchAll(/^ {2}(\d) {2}\S/gm)].map(([, number]) => number);
      assert.deepEqual(told, ["0", "1", "2", "3"]);
      assert.match(stdout, / 1 {2}a page or value came back changed; nothing else ends with 1\n/);
    }
  });

  for (const [how, body] of Object.entries({
    "in its course": "throw new Error('a fault');",
    "in a callback": "process.nextTick(() => { throw new Error('a fault'); }); return [];",
    "in a promise": "Promise.reject(new Error('a fault')); return [];",
  })) {
    test(`a fault of the command is not taken for a changed page: ${how}`, async () => {
      const node = preload(`
        import os from "node:os";
        import { syncBuiltinESMExports } from "node:module";
        os.cpus = () => { ${body} };
        syncBuiltinESMExports();`);
      const { code, stderr } = await spillway(["measure", "--no-rivals", text], { node });
      assert.equal(code, 3);
      assert.match(stderr, /^Error: a fault\n {4}at /, "with its stack");
    });
  }

  test("wrong use of any command is 2", async () => {
    for (const args of [["x"], ["measure", "-x"], ["replay"], ["bench", "-x"], ["bench", "codec", "-x"]])
      assertOneLine(await spillway(args), 2);
  });

  test("a child process that ends early is told in one line", async () => {
    const node = preload(`
      import { ChildProcess } from "node:child_process";
      const spawn = ChildProcess.prototype.spawn;
      ChildProcess.prototype.spawn = function (options) {
        return spawn.call(this, { ...options, args: [options.args[0], "-e", "process.exit(5)"] });
      };`);
    const said = assertOneLine(await spillway(["measure"], { node }), 3);
    assert.match(said, /the child process ended early \(5\)/);
  });
});

describe("output that cannot be written", () => {
  for (const command of [
    "measure --no-rivals",
    "measure --json --no-rivals",
    "replay",
    "bench --min-time 0.001",
  ]) {
    test(`${command} > /dev/full`, linuxOnly, async () => {
      const ending = await shell(
        `$spillway ${command} "$1" > /dev/full`,
        command === "replay" ? trace : text,
      );
      assert.match(assertOneLine(ending, 3), /cannot write to standard output: no space left on device/);
    });
  }

  test("of the help", linuxOnly, async () => {
    assert.match(assertOneLine(await shell("$spillway --help > /dev/full"), 3), /no space left on device/);
  });

  test("a full stderr takes nothing from the exit code", linuxOnly, async () => {
    const { code, stdout } = await shell("$spillway measure nowhere 2> /dev/full; echo $?");
    assert.deepEqual([code, stdout], [0, "2\n"]);
    const closed = await shell("$spillway measure nowhere 2>&-; echo $?");
    assert.equal(closed.stdout, "2\n");
  });

  test("a reader that has seen enough is no failure", posixOnly, async () => {
    for (const command of ["measure --no-rivals", "replay", "measure --help"]) {
      const script = `set -o pipefail; $spillway ${command} "$1" | head -1`;
      const { code, stdout, stderr } = await shell(script, command === "replay" ? trace : text);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: "" }, command);
      assert.match(stdout, /^[^\n]+\n$/);
    }
  });

  const charts: Record<string, [path: string, message: RegExp]> = {
    "in no folder": [join(folder, "no", "chart.svg"), /chart\.svg: no such folder/],
    "that is a folder": [folder, /it is a directory/],
    "without a name": ["", /cannot write "": /],
    "through a file": [join(text, "chart.svg"), /a part of the path is not a directory/],
  };
  for (const [name, [path, message]] of Object.entries(charts)) {
    test(`a chart ${name} is told before the work`, async () => {
      assert.match(assertOneLine(await spillway(["replay", trace, "--chart", path]), 2), message);
    });
  }

  test("a chart into a FIFO, which would wait for its reader", posixOnly, async () => {
    const path = join(folder, "fifo");
    execFileSync("mkfifo", [path]);
    assert.match(assertOneLine(await spillway(["replay", trace, "--chart", path]), 2), /it is a FIFO/);
  });

  test("a chart that does not fit: the tables are there, and the exit code says so", linuxOnly, async () => {
    const { code, stdout, stderr } = await spillway(["replay", trace, "--chart", "/dev/full"]);
    assert.equal(code, 3);
    assert.match(stdout, /hits with other bytes than were put: 0\n$/);
    assert.match(stderr, /^spillway: cannot write \/dev\/full: no space left on device\n$/);
  });

  test("the look at a chart's path leaves nothing behind", async () => {
    symlinkSync(join(folder, "target.svg"), join(folder, "link.svg"));
    const before = readdirSync(folder);
    for (const path of ["other.svg", "link.svg"])
      assertOneLine(await spillway(["replay", "nowhere", "--chart", join(folder, path)]), 2);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name !== "target.svg"),
      before,
    );
    assert.ok(!existsSync(join(folder, "other.svg")));
  });

  test("page sets of the bench, in no folder", async () => {
    const args = ["bench", "codec", "--rounds", "1", "--pages", text, "--save", join(folder, "no")];
    assert.match(assertOneLine(await spillway(args), 2), /no such folder/);
  });
});

describe("a terminal", () => {
  const terminal = (columns: number) =>
    preload(`
    Object.defineProperties(process.stdout, {
      isTTY: { value: true },
      columns: { value: ${columns} },
      hasColors: { value: () => false },
      getColorDepth: { value: () => 1 },
    });`);
  const commands: Record<string, string[]> = {
    measure: ["measure", text],
    "measure, many files": ["measure", text, trace, "--no-rivals"],
    "measure, values": ["measure", "--values", trace, "--no-rivals", "--sizes", "4096,8192"],
    replay: ["replay", trace, "--sizes", "5,12.5,100"],
    bench: ["bench", "--min-time", "0.001", text],
    "bench codec": ["bench", "codec", "--rounds", "1", "--pages", text],
    help: ["--help"],
    "help of measure": ["measure", "--help"],
    "help of replay": ["replay", "--help"],
    "help of the codecs": ["bench", "codec", "--help"],
  };
  for (const [name, args] of Object.entries(commands)) {
    test(`of 60 columns: ${name}`, async () => {
      const { code, stdout, stderr } = await spillway(args, { node: terminal(60) });
      assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
      const long = stdout.split("\n").filter((line) => line.length > 60 && line.trim().includes(" "));
      assert.deepEqual(long, []);
    });
  }

  test("of 60 columns loses no figure", async () => {
    const words = (output: string) => new Set(output.match(/[a-z][\w%/.-]*/gi));
    const wide = words((await spillway(["replay", trace])).stdout);
    const narrow = words((await spillway(["replay", trace], { node: terminal(60) })).stdout);
    assert.deepEqual(
      [...wide].filter((word) => !narrow.has(word)),
      [],
    );
    const { stdout } = await spillway(["measure", text], { node: terminal(60) });
    for (const head of ["same-filled", "refused", "reserved", "effective", "p99.9", "vs lz4-napi", "ratio"])
      assert.ok(stdout.includes(head), head);
  });

  test("with room for it shows what a pipe shows; one that does not know its width, too", async () => {
    const shape = (output: string) => output.replace(/[\d,.]+/g, "0").replace(/ +/g, " ");
    const args = ["measure", trace, "--no-rivals"];
    const pipe = shape((await spillway(args)).stdout);
    for (const columns of [300, 0]) {
      const { stdout } = await spillway(args, { node: terminal(columns) });
      assert.equal(shape(stdout), pipe);
    }
  });
});

describe("one of something", () => {
  test("is no plural", async () => {
    const one = file("one", "5\n");
    const outputs = [
      await spillway(["measure", one, "--no-rivals"]),
      await spillway(["replay", one, "--sizes", "50"]),
      await spillway(["bench", "codec", "--rounds", "1", "--pages", file("page", lines.slice(0, 4096))]),
      await spillway([
        "bench",
        "--min-time",
        "0.001",
        "--filter",
        "load",
        file("page", lines.slice(0, 4096)),
      ]),
    ];
    for (const { code, stdout } of outputs) {
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /(?<![\d.,])1 (?:pages|blocks|accesses|rounds|rows|files|mismatches)\b/);
    }
    assert.match(outputs[1]?.stdout ?? "", /\none: 1 access to 1 block\n/);
    assert.match(outputs[2]?.stdout ?? "", /medians of 1 round,.*page: 1 page from /s);
  });
});
