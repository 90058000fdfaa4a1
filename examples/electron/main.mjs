/**
 * main.mjs - Electron's main process: a window for each document, one utility process with the pool.
 *
 * The page has contextIsolation and a sandbox, comes from app:// under a strict policy, and reaches the pool
 * by a port. The main process sees none of the messages: it makes the two ends and gives them away.
 *
 * Electron is ready only when this file has been evaluated. So nothing here awaits that at the top level:
 * the program would hang.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { app, BrowserWindow, MessageChannelMain, powerMonitor, protocol, utilityProcess } from "electron";
import { fileOf, headersOf } from "./policy.mjs";
import { selfTest } from "./self_test.mjs";

const ORIGIN = "app://editor";
const beside = (name) => join(import.meta.dirname, name);
const entry = fileURLToPath(import.meta.resolve("spillway/port"));

protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { standard: true, secure: true } }]);

/** The utility process with the pool. When it ends, the pages say so; one that is loaded anew has a pool. */
let pool;

function startPool() {
  // sessionData is a cache: it is in no backup, and may be deleted.
  const started = utilityProcess.fork(beside("pool.mjs"), [app.getPath("sessionData")], {
    serviceName: "Spillway pool",
  });
  started.on("exit", () => {
    if (pool === started) pool = undefined;
  });
  return started;
}

/** The process of the pool, started when there is none. */
function poolProcess() {
  pool ??= startPool();
  return pool;
}

async function answer(request) {
  const { pathname } = new URL(request.url);
  const file = fileOf(pathname, entry, beside);
  if (file === undefined) return new Response("not found", { status: 404 });
  return new Response(await readFile(file), { headers: headersOf(file) });
}

let windows = 0;

function openWindow() {
  windows += 1;
  const name = `window-${windows}`;
  const window = new BrowserWindow({
    width: 1100,
    height: 760,
    backgroundColor: "#15181d",
    webPreferences: {
      preload: beside("preload.cjs"),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
    },
  });
  // A page that was loaded anew, after a crash too, gets a port of its own; the older one has closed.
  window.webContents.on("did-finish-load", () => {
    const { port1, port2 } = new MessageChannelMain();
    poolProcess().postMessage({ kind: "window", name }, [port1]);
    window.webContents.postMessage("pool-port", undefined, [port2]);
  });
  // Out of memory arrives as "crashed" or "killed" as well.
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit" && !window.isDestroyed()) window.reload();
  });
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  window.webContents.on("will-navigate", (event) => event.preventDefault());
  window.on("hide", trim);
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

/** Asks the pool for what it can give back in a moment. */
function trim() {
  pool?.postMessage({ kind: "trim" });
}

async function start() {
  protocol.handle("app", answer);
  powerMonitor.on("suspend", trim);
  app.on("window-all-closed", () => app.quit());
  app.on("activate", () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on("second-instance", openWindow);
  if (process.argv.includes("--self-test")) app.exit(await selfTest(openWindow, poolProcess()));
  else openWindow();
}

function fail(error) {
  console.error(error);
  app.exit(1);
}

// One process for all windows: two of them would share a folder for what they spill.
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(fail);
else app.quit();
