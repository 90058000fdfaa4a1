/**
 * Shows that `electron . --self-test` of examples/electron passes with a twin of Electron (kit/electron), and
 * that it fails when pages are not given back. Also that the archive holds no program but JavaScript and
 * WebAssembly: nothing in it is built for one version of Electron.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { listPackage } from "@electron/asar";
import { packExample } from "#kit/electron/example.js";
import { CHROMIUM, without } from "#kit/package.js";

const MAIN = fileURLToPath(new URL("../../kit/electron/main.js", import.meta.url));
const place = await packExample();

describe("the editor's self-test", { skip: without(CHROMIUM) }, () => {
  const args = [MAIN, JSON.stringify(place), "main.mjs", "--self-test"];

  test("passes, and says what it has seen", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, args);
    assert.deepEqual(stdout.trim().split("\n"), [
      "ok: two windows are connected",
      "ok: drawn and undone, pixel by pixel",
      "ok: the killed window's pages are gone",
      "ok: the other window has its pages",
    ]);
  });

  test("fails when the port of a killed window stays open", async () => {
    const env = { ...process.env, TWIN_KEEPS_PORTS: "yes" };
    await assert.rejects(
      promisify(execFile)(process.execPath, args, { env }),
      ({ code, stderr }: { code: number; stderr: string }) => {
        assert.equal(code, 1);
        assert.match(stderr, /the killed window's pages are gone: not within 20000 ms/);
        return true;
      },
    );
  });
});

test("the archive holds no program but JavaScript and the engine", () => {
  const files = listPackage(place.archive, { isPack: false });
  assert.ok(files.includes("/node_modules/spillway/build/spillway.js"));
  const endings = new Set(files.map((path) => /[^/.](\.\w+)$/.exec(path)?.[1]).filter(Boolean));
  const known = [".mjs", ".cjs", ".js", ".ts", ".cts", ".json", ".html", ".css", ".md", ".wasm"];
  assert.deepEqual(
    [...endings].filter((ending) => !known.includes(ending as string)),
    [],
  );
});
