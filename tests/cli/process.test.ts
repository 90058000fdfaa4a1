/**
 * Shows that `spillway measure` sees the memory of live processes: what they keep in RAM, and nothing that
 * they only reserve. A child process of its own gives at least 10,000 pages, and never outlives the command.
 *
 * How: a process that knows what it holds is measured by --pid and compared with the kernel's figures.
 * Children are found by a mark in their environment.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { assertOneLine, ending, preload, spillway, start } from "./command.js";

const PAGE = 4096;
const MIB = 2 ** 20;
const linuxOnly = { skip: process.platform === "linux" ? false : "needs Linux's /proc" };

/** Ids of live processes with this text in their environment. */
function marked(mark: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readOrNothing(`/proc/${pid}/environ`).includes(mark))
    .map(Number);
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (const end = performance.now() + 20_000; !condition(); await sleep(20)) {
    assert.ok(performance.now() < end, `waited in vain: ${what}`);
  }
}

test("--pid: what is resident, not what is reserved", linuxOnly, async () => {
  const holder = spawn(
    process.execPath,
    [
      "-e",
      `globalThis.reserved = Buffer.allocUnsafeSlow(${64 * MIB});
       globalThis.held = require("node:crypto").randomBytes(${8 * MIB});
       setInterval(() => {}, 1000);
       console.log("ready");`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    await once(holder.stdout, "data");
    const { code, stdout } = await spillway([
      "measure",
      "--pid",
      String(holder.pid),
      "--json",
      "--no-rivals",
    ]);
    const { source, pages, mismatches } = JSON.parse(stdout);
    assert.deepEqual({ code, mismatches }, { code: 0, mismatches: 0 });
    assert.match(source.description, new RegExp(`process ${holder.pid} \\(node\\)`));
    const [, kibibytes] =
      /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${holder.pid}/status`, "utf8")) ?? [];
    const resident = Number(kibibytes) * 1024;
    assert.ok(
      Math.abs(source.available * PAGE - resident) < 4 * MIB,
      `${source.available} pages, RssAnon ${resident}`,
    );
    assert.ok(pages.incompressible >= (8 * MIB) / PAGE, "the random bytes are among them");
  } finally {
    holder.kill("SIGKILL");
  }
});

test("--pid: a mapping of a TiB with some MiB in its middle is searched, not read", {
  ...linuxOnly,
  timeout: 120_000,
}, async (t) => {
  const holder = spawn(
    process.execPath,
    [
      "-e",
      `const { randomFillSync } = require("node:crypto");
         globalThis.reserved = [];
         try {
           for (let i = 0; i < 256; i++) reserved.push(new ArrayBuffer(2 ** 32));
           for (const i of [40, 130, 200]) randomFillSync(new Uint8Array(reserved[i], 2 ** 30, ${16 * MIB}));
           console.log("ready");
         } catch (error) {
           console.log("no room: " + error.message);
         }
         setInterval(() => {}, 1000);`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    const [said] = await once(holder.stdout, "data");
    if (!String(said).includes("ready")) return t.skip(String(said).trim());
    // Prints the bytes of pagemap that the command read, on stderr at its end.
    const node = preload(`
        import fs, { readlinkSync } from "node:fs";
        import { syncBuiltinESMExports } from "node:module";
        const read = fs.readSync;
        let bytes = 0;
        fs.readSync = (fd, ...rest) => {
          const got = read(fd, ...rest);
          if (readlinkSync("/proc/self/fd/" + fd).endsWith("pagemap")) bytes += got;
          return got;
        };
        syncBuiltinESMExports();
        process.on("exit", () => process.stderr.write(String(bytes)));`);
    const args = ["measure", "--pid", String(holder.pid), "--json", "--no-rivals"];
    const { code, stdout, stderr } = await spillway(args, { node });
    const { source, pages, mismatches } = JSON.parse(stdout);
    assert.deepEqual({ code, mismatches }, { code: 0, mismatches: 0 });
    const [, kibibytes] =
      /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${holder.pid}/status`, "utf8")) ?? [];
    const resident = Number(kibibytes) * 1024;
    assert.ok(Math.abs(source.available * PAGE - resident) < 4 * MIB, `${source.available}, ${resident}`);
    assert.ok(pages.incompressible >= (48 * MIB) / PAGE, "all three places are found");
    t.diagnostic(`${(Number(stderr) / MIB).toFixed(0)} MiB of pagemap read, of 2,048`);
    assert.ok(Number(stderr) < 1024 * MIB, `${stderr} bytes of pagemap`);
  } finally {
    holder.kill("SIGKILL");
  }
});

test("--pid: a process that is gone", linuxOnly, async () => {
  const child = spawn("true", { stdio: "ignore" });
  await once(child, "exit");
  assert.match(assertOneLine(await spillway(["measure", "--pid", `${child.pid}`]), 2), /no process \d+\n$/);
});

test("bench codec: its folder and its child are gone after Ctrl-C", linuxOnly, async () => {
  const mark = randomUUID();
  const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
  try {
    const file = fileURLToPath(new URL("../../../package-lock.json", import.meta.url));
    const args = ["bench", "codec", "--rounds", "1000", "--pages", file];
    const command = start(args, { env: { SPILLWAY_TEST: mark, TMPDIR: folder } });
    const ended = ending(command);
    await until(() => readdirSync(folder).length > 0, "the folder");
    command.kill("SIGINT");
    assert.equal((await ended).signal, "SIGINT");
    assert.deepEqual(readdirSync(folder), []);
    await until(() => marked(mark).length === 0, "the child to end");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("without arguments: a child at work", () => {
  test(
    "gives at least 10,000 pages, of which some are measured, and is gone afterwards",
    linuxOnly,
    async () => {
      const mark = randomUUID();
      const args = ["measure", "--json", "--max-pages", "1000"];
      const { code, stdout, stderr } = await spillway(args, { env: { SPILLWAY_TEST: mark } });
      const { source, pages, mismatches } = JSON.parse(stdout);
      assert.deepEqual({ code, mismatches, stderr }, { code: 0, mismatches: 0, stderr: "" });
      assert.match(
        source.description,
        /^the memory of a child Node process that holds the syntax trees of \d+ /,
      );
      assert.ok(source.available >= 10_000, `${source.available} pages`);
      assert.equal(pages.pages + source.unreadable, 1000);
      assert.ok(pages.sameFilled < 500, "not a heap of zeros");
      assert.deepEqual(marked(mark), []);
    },
  );

  test("is gone after Ctrl-C", linuxOnly, async () => {
    const mark = randomUUID();
    const command = start(["measure"], { env: { SPILLWAY_TEST: mark } });
    const ended = ending(command);
    await until(() => marked(mark).length === 2, "the child to start");
    command.kill("SIGINT");
    assert.equal((await ended).signal, "SIGINT");
    await until(() => marked(mark).length === 0, "the child to end");
  });

  test("leaves by itself when the command vanishes", linuxOnly, async () => {
    const mark = randomUUID();
    const command = start(["measure"], { env: { SPILLWAY_TEST: mark } });
    const ended = ending(command);
    await until(() => marked(mark).length === 2, "the child to start");
    command.kill("SIGKILL");
    await ended;
    await until(() => marked(mark).length === 0, "the child to leave");
  });

  test("writes a heap snapshot where memory cannot be read", async () => {
    const node = preload(`Object.defineProperty(process, "platform", { value: "other" });`);
    const args = ["measure", "--json", "--max-pages", "500", "--no-rivals"];
    const { code, stdout, stderr } = await spillway(args, { node });
    const { source, pages, mismatches } = JSON.parse(stdout);
    assert.deepEqual({ code, mismatches, stderr }, { code: 0, mismatches: 0, stderr: "" });
    assert.match(source.description, /^a V8 heap snapshot of a child Node process/);
    assert.ok(source.available >= 10_000, `${source.available} pages`);
    assert.equal(pages.pages, 500);
  });
});
