/**
 * Shows that the command ends whatever a path names, and reads everything that can be read. A FIFO without a
 * writer, a device without an end, a socket and a folder end in one line and exit code 2. Pipes, standard
 * input, the shell's <(command), and more files than a process may have open are read to the byte.
 *
 * How: the built command, run by a shell where the shell provides the path. Each run ends within seconds.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { assertOneLine, preload, shell, spillway } from "./command.js";

const PAGE = 4096;
const posixOnly = { skip: process.platform === "win32" && "needs FIFOs and a shell" };
const linuxOnly = { skip: process.platform !== "linux" && "needs Linux's /proc and devices" };
const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function fifo(name: string): string {
  const path = join(folder, name);
  execFileSync("mkfifo", [path]);
  return path;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => `${i}\n`).join("");
/** Different pages, the last one short. */
const bytes = Buffer.from(numbers(9000)).subarray(0, 9 * PAGE + 77);
const pages = file("pages.bin", bytes);
const trace = file("blocks", numbers(50));
const QUICK = ["--no-rivals", "--json"];

async function measured(args: string[], input?: Uint8Array) {
  const { code, stdout, stderr } = await spillway(["measure", ...QUICK, ...args], input && { input });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  const { source, bytes, pages, mismatches } = JSON.parse(stdout);
  assert.equal(mismatches, 0);
  return { source, raw: bytes.raw as number, pages: pages.pages as number };
}

describe("what is no file is said to be what it is", posixOnly, () => {
  const socket = join(folder, "socket");
  const server = createServer();
  before(() => new Promise<void>((resolve) => void server.listen(socket, resolve)));
  after(() => server.close());

  const circle = join(folder, "circle");
  symlinkSync(circle, circle);
  const cases: Record<string, [path: string, message: RegExp]> = {
    "a FIFO that nobody writes to": [
      fifo("silent"),
      /cannot read .*silent: it is a FIFO that nobody writes to/,
    ],
    "a device without an end": ["/dev/zero", /cannot read \/dev\/zero: it is a device/],
    "a device with nothing in it": ["/dev/null", /cannot read \/dev\/null: it is a device/],
    "a socket": [socket, /cannot read .*socket: it is a socket/],
    "a folder": [folder, /: it is a directory/],
    "a link to itself": [circle, /circle: its links form a circle/],
    "a path through a file": [`${pages}/x`, /a part of the path is not a directory/],
    "a name that is too long": ["x".repeat(300), /the name is too long/],
    "no name": ["", /cannot read "": no such file/],
    "a number of no open file": ["/dev/fd/987654321", /cannot read \/dev\/fd\/987654321: /],
    "a name with orders for the terminal": ["no\x1b[31m\nfile", /cannot read no\?\[31m file: no such file/],
  };
  for (const [name, [path, message]] of Object.entries(cases)) {
    for (const verb of ["measure", "replay"]) {
      test(`${name}, ${verb}`, { timeout: 30_000 }, async () => {
        assert.match(assertOneLine(await spillway([verb, path]), 2), message);
      });
    }
  }

  test("among others that are read", { timeout: 30_000 }, async () => {
    const silent = fifo("silent among others");
    assert.match(assertOneLine(await spillway(["measure", pages, silent, pages]), 2), /nobody writes to/);
    assert.match(assertOneLine(await spillway(["replay", trace, "/dev/zero"]), 2), /it is a device/);
  });

  test("a file that may not be read", { skip: process.getuid?.() === 0 && "root may read it" }, async () => {
    const path = file("locked", "1\n");
    chmodSync(path, 0);
    for (const verb of ["measure", "replay"])
      assert.match(assertOneLine(await spillway([verb, path]), 2), /locked: permission denied/);
  });
});

describe("standard input", () => {
  for (const path of ["-", ...(process.platform === "win32" ? [] : ["/dev/stdin", "/dev/fd/0"])]) {
    test(`${path}: pages`, async () => {
      const { source, raw, pages } = await measured([path], bytes);
      assert.deepEqual({ raw, pages }, { raw: bytes.length, pages: 10 });
      assert.deepEqual([source.name, source.description], ["standard input", "standard input"]);
    });

    test(`${path}: a trace`, async () => {
      const { code, stdout } = await spillway(["replay", "--json", path], { input: "1\n2\n1\n" });
      assert.equal(code, 0);
      const [{ name, accesses, blocks }] = JSON.parse(stdout).traces;
      assert.deepEqual([name, accesses, blocks], ["standard input", 3, 2]);
    });
  }

  test("beside files, and from a file", posixOnly, async () => {
    const { raw } = await measured([pages, "-"], bytes);
    assert.equal(raw, 2 * bytes.length);
    const { stdout } = await shell(`$spillway measure ${QUICK.join(" ")} - < "$1"`, pages);
    assert.equal(JSON.parse(stdout).bytes.raw, bytes.length);
  });

  test("a file called - is ./-", async () => {
    mkdirSync(join(folder, "dash"), { recursive: true });
    writeFileSync(join(folder, "dash", "-"), bytes);
    const { raw } = await measured([join(folder, "dash", "-")]);
    assert.equal(raw, bytes.length);
  });

  test("twice is once too often; nothing in it is no page", posixOnly, async () => {
    for (const verb of ["measure", "replay"]) {
      const twice = await spillway([verb, "-", "-"], { input: "1\n" });
      assert.match(assertOneLine(twice, 2), /standard input is given twice/);
    }
    assert.match(assertOneLine(await spillway(["measure", "-"], { input: "" }), 2), /no bytes to measure/);
    assert.match(assertOneLine(await spillway(["replay", "-"], { input: "" }), 2), /no accesses in it/);
    assert.match(assertOneLine(await shell("$spillway measure - < /dev/null"), 2), /no bytes to measure/);
    assert.match(assertOneLine(await shell("$spillway measure - < /dev/zero"), 2), /it is a device/);
  });

  test("without an end: the first pages, and no more is read", {
    ...posixOnly,
    timeout: 60_000,
  }, async () => {
    const script = `yes "$1" | $spillway measure ${QUICK.join(" ")} --max-pages 300 -`;
    const { code, stdout } = await shell(script, "a line of text");
    assert.equal(code, 0);
    const { source, pages } = JSON.parse(stdout);
    assert.deepEqual([pages.pages, source.description], [300, "the beginning of standard input"]);
  });
});

describe("pipes with a name", posixOnly, () => {
  for (const [name, order] of Object.entries({ before: "0", after: "0.4" })) {
    test(`a FIFO whose writer comes ${name} the reader`, { timeout: 30_000 }, async () => {
      const path = fifo(`writer ${name}`);
      const script = `(sleep ${order}; cat "$1" > "$2") & $spillway measure ${QUICK.join(" ")} "$2"`;
      const { code, stdout } = await shell(script, pages, path);
      assert.equal(code, 0);
      const { source, bytes: found } = JSON.parse(stdout);
      assert.deepEqual([found.raw, source.description], [bytes.length, `the pipe writer ${name}`]);
    });
  }

  test("a writer that takes its time", { timeout: 30_000 }, async () => {
    const path = fifo("slow");
    const script = `(echo 1; sleep 1.5; echo 2; sleep 0.2; echo 1) > "$1" & $spillway replay --json "$1"`;
    const { stdout } = await shell(script, path);
    const [{ accesses, blocks }] = JSON.parse(stdout).traces;
    assert.deepEqual([accesses, blocks], [3, 2]);
  });

  test("<(command), in measure and in replay, and several of them", { timeout: 60_000 }, async () => {
    const one = await shell(`$spillway measure ${QUICK.join(" ")} <(cat "$1") "$1" <(cat "$1")`, pages);
    assert.equal(JSON.parse(one.stdout).bytes.raw, 3 * bytes.length);
    const two = await shell(`$spillway replay --json <(cat "$1") <(gzip -c "$1")`, trace);
    assert.deepEqual(
      JSON.parse(two.stdout).traces.map(({ accesses }: { accesses: number }) => accesses),
      [50, 50],
    );
    const none = await shell("$spillway measure <(true)");
    assert.match(assertOneLine(none, 2), /\/dev\/fd\/\d+: no bytes to measure/);
  });
});

describe("files", () => {
  test("more of them than a process may have open", posixOnly, async () => {
    const many = join(folder, "many");
    mkdirSync(many);
    for (let i = 0; i < 1500; i++) writeFileSync(join(many, `${i}`), `${i}\n`);
    const { code, stdout } = await shell(`ulimit -n 64; $spillway measure ${QUICK.join(" ")} "$1"/*`, many);
    assert.equal(code, 0);
    assert.equal(JSON.parse(stdout).pages.pages, 1500);
    const all = await shell(`ulimit -n 64; $spillway replay --json --sizes 50 "$1"/1??`, many);
    assert.equal(JSON.parse(all.stdout).traces.length, 100);
  });

  test("one that becomes shorter while it is read is told by its name", async () => {
    const path = file("shrinking", bytes);
    // After the command has found the file, before it reads it.
    const node = preload(`
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const open = fs.openSync;
      fs.openSync = (path, ...rest) => {
        if (String(path).endsWith("shrinking")) {
          const fd = open(path, "r+");
          fs.ftruncateSync(fd, 5000);
          fs.closeSync(fd);
        }
        return open(path, ...rest);
      };
      syncBuiltinESMExports();`);
    const ending = await spillway(["measure", pages, path], { node });
    assert.match(assertOneLine(ending, 2), /shrinking: it became shorter while it was read/);
  });

  test("of /proc, which say that they are empty", linuxOnly, async () => {
    const { raw } = await measured(["/proc/self/maps"]);
    assert.ok(raw > 1000);
  });

  test("with holes, larger than any memory", posixOnly, async () => {
    const path = file("holes", "");
    execFileSync("truncate", ["-s", "4T", path]);
    const { source, pages } = await measured(["--max-pages", "1000", path]);
    assert.deepEqual([pages, source.available], [1000, 2 ** 30]);
  });
});
