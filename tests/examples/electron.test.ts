/**
 * Shows that the program of examples/electron works as a whole without Electron: its main module, its pool in
 * a process of its own, its preload script and its page in Chromium under its own policy. Drawn and undone, a
 * sheet is the same pixel by pixel. A window that crashes or closes gives its pages back, and no other's. A
 * page that is loaded anew gets a port of its own. The end of the pool is told. The program runs out of an
 * asar archive: modules and files of the page are all that it needs.
 *
 * How: the packed package and the example in one archive. A twin of Electron (kit/electron) plays the rest:
 * ports that copy, a child process of Node, pages of Chromium.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { openArchive } from "#kit/electron/archive.js";
import { packExample } from "#kit/electron/example.js";
import {
  app,
  BrowserWindow,
  endAll,
  makeReady,
  powerMonitor,
  prepare,
  processes,
} from "#kit/electron/twin.js";
import { CHROMIUM, without } from "#kit/package.js";

async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let i = 0; i < 1200; i++) {
    if (await isSo()) return;
    await sleep(50);
  }
  assert.fail(`not within a minute: ${what}`);
}

/** Figures that the page shows, and the pixels of its sheet as one number. */
const digest = (window: BrowserWindow) =>
  window.webContents.executeJavaScript("editorDigest()") as Promise<number>;
const shown = (window: BrowserWindow, id: string) => window.page.locator(`#${id}`).textContent();
const state = (window: BrowserWindow) => window.page.locator("body").getAttribute("data-state");

async function ready(window: BrowserWindow): Promise<void> {
  const isReady = async () =>
    window.webContents.renderer !== undefined && (await state(window).catch(() => "")) === "ready";
  await until(isReady, "the page is connected");
}

/** A stroke by the mouse, from one place of the sheet to another. */
async function stroke(window: BrowserWindow, from: readonly [number, number], to: readonly [number, number]) {
  const { mouse } = window.page;
  const { x = 0, y = 0 } = (await window.page.locator("#sheet").boundingBox()) ?? {};
  const steps = Number(await shown(window, "steps"));
  await mouse.move(x + from[0], y + from[1]);
  await mouse.down();
  await mouse.move(x + to[0], y + to[1], { steps: 5 });
  await mouse.up();
  await until(async () => Number(await shown(window, "steps")) === steps + 1, "the stroke is a step");
}

/** Pages that the process of the pool has, by its own word. */
async function pagesInPool(): Promise<number> {
  const [pool] = processes;
  if (pool === undefined) return 0;
  const id = Math.floor(performance.now() * 1000);
  const answer = new Promise<number>((resolve) => {
    const hear = (figures: { id: number; storedPages: number }) => {
      if (figures.id !== id) return;
      pool.off("message", hear);
      resolve(figures.storedPages);
    };
    pool.on("message", hear);
  });
  pool.postMessage({ kind: "figures", id });
  return answer;
}

describe("the editor of examples/electron", { skip: without(CHROMIUM) }, () => {
  let first: BrowserWindow;
  const said: string[] = [];

  /** A window, as a second start of the program opens it. */
  async function openWindow(): Promise<BrowserWindow> {
    const known = BrowserWindow.getAllWindows().length;
    app.emit("second-instance");
    const window = BrowserWindow.getAllWindows()[known] as BrowserWindow;
    window.webContents.on("console-message", (_event, text: string) => said.push(text));
    await ready(window);
    return window;
  }

  before(async () => {
    const place = await packExample();
    openArchive(place);
    // Two tiles: each is a message of 350,000 characters to the browser's driver.
    prepare(place, { width: 560, height: 560 });
    await import(pathToFileURL(join(place.archive, "main.mjs")).href);
    assert.equal(BrowserWindow.getAllWindows().length, 0, "nothing happens before the app is ready");
    makeReady();
    await until(() => BrowserWindow.getAllWindows().length === 1, "a window");
    app.emit("activate");
    assert.equal(BrowserWindow.getAllWindows().length, 1, "there is one already");
    first = BrowserWindow.getAllWindows()[0] as BrowserWindow;
    first.webContents.on("console-message", (_event, text: string) => said.push(text));
    await ready(first);
  });
  after(endAll);

  test("drawn, undone and done again: the same pixels, in messages of many calls", async () => {
    const sheets = [await digest(first)];
    for (let i = 0; i < 6; i++) {
      await stroke(first, [40 + 70 * i, 30], [480 - 60 * i, 200]);
      sheets.push(await digest(first));
    }
    assert.equal(new Set(sheets).size, 7, "each stroke changes the sheet");
    assert.ok((await pagesInPool()) > 0);
    for (let i = 5; i >= 0; i--) {
      await first.page.keyboard.press("Control+z");
      await until(async () => Number(await shown(first, "steps")) === i, `${i} steps`);
      assert.equal(await digest(first), sheets[i], `undone to ${i}`);
    }
    for (let i = 1; i <= 6; i++) {
      await first.page.locator("#redo").click();
      await until(async () => Number(await shown(first, "steps")) === i, `${i} steps`);
      assert.equal(await digest(first), sheets[i], `done again to ${i}`);
    }
    assert.ok(Number(await shown(first, "batch")) > 1, `${await shown(first, "batch")} calls a message`);
  });

  test("what is out of sight comes back, and can be undone from there", async () => {
    const here = await digest(first);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown"])
      await first.page.keyboard.press(key);
    const there = await digest(first);
    assert.notEqual(there, here);
    await stroke(first, [20, 20], [300, 200]);
    // Undone while the tiles of the step before are out of sight: these change in the pool.
    await first.page.keyboard.press("Control+z");
    assert.equal(await digest(first), there);
    await first.page.keyboard.press("Control+z");
    await first.page.keyboard.press("Control+y");
    for (const key of ["ArrowUp", "ArrowLeft", "ArrowLeft", "ArrowLeft"])
      await first.page.keyboard.press(key);
    assert.equal(await digest(first), here);
  });

  test("the policy holds: no code of strings, no WebAssembly, no file beside the page's own", async () => {
    // Later, because what the driver itself evaluates may do everything.
    const outcome = (code: string) =>
      first.webContents.executeJavaScript(
        `new Promise((end) => setTimeout(() => (async () => ${code})().then(() => end("done"), ({ name }) => end(name))))`,
      );
    assert.equal(await outcome("new Function('return 1')()"), "EvalError");
    assert.equal(
      await outcome("WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))"),
      "CompileError",
    );
    for (const path of [
      "/main.mjs",
      "/package.json",
      "/%2e%2e/main.mjs",
      "/node_modules/spillway/package.json",
    ])
      assert.equal(await outcome(`import("${path}")`), "TypeError", path);
    said.length = 0;
  });

  test("a window that crashes gives its pages back, and no other's; it is loaded anew", async () => {
    const before = await pagesInPool();
    const sheet = await digest(first);
    const second = await openWindow();
    const empty = await digest(second);
    await stroke(second, [10, 10], [500, 200]);
    await stroke(second, [500, 10], [10, 200]);
    assert.ok((await pagesInPool()) > before);
    second.webContents.forcefullyCrashRenderer();
    await until(async () => (await pagesInPool()) === before, "its pages are gone");
    await ready(second);
    assert.deepEqual([await digest(second), await shown(second, "steps")], [empty, "0"]);
    await stroke(second, [10, 10], [100, 100]);
    assert.ok((await pagesInPool()) > before);
    await first.page.keyboard.press("Control+z");
    await first.page.keyboard.press("Control+y");
    assert.equal(await digest(first), sheet);
    await second.close();
    await until(async () => (await pagesInPool()) === before, "they are gone again");
  });

  test("hidden, the pool is trimmed; nothing is lost", async () => {
    const sheet = await digest(first);
    const before = await pagesInPool();
    first.emit("hide");
    powerMonitor.emit("suspend");
    for (let i = 0; i < 6; i++) await first.page.keyboard.press("Control+z");
    for (let i = 0; i < 6; i++) await first.page.keyboard.press("Control+y");
    assert.equal(await digest(first), sheet);
    assert.equal(await pagesInPool(), before);
  });

  test("the end of the pool is told; a page that is loaded anew has another one", async () => {
    for (const pool of processes) pool.kill();
    await until(async () => (await state(first)) === "lost", "the page knows");
    assert.match(
      (await shown(first, "status")) ?? "",
      /The pool is gone: the other side of the port is gone/,
    );
    first.reload();
    await ready(first);
    const empty = await digest(first);
    await stroke(first, [10, 10], [500, 200]);
    await first.page.keyboard.press("Control+z");
    assert.equal(await digest(first), empty);
    assert.deepEqual(said, [], "no page has complained");
  });
});
