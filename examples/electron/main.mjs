/**
 * main.mjs - Electron's main process: a window for each document, one utility process with the pool.
 *
 * The page has contextIsolation and a sandbox, comes from app:// under a strict policy, and reaches the pool
 * by a port. The main process sees none of the messages: it makes the two ends and gives them away.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { app, BrowserWindow, MessageChannelMain, powerMonitor, protocol, utilityProcess } from "electron";
import { fileOf, headersOf } from "./policy.mjs";
import { selfTest } from "./self_test.mjs";

const ORIGIN = "app://editor";
const beside = (name) => join(import.meta.dirname, name);
const entry = createRequire(import.meta.url)
  .resolve("spillway/port")
  .replace(/\.cjs$/, ".js");

protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges: { standard: true, secure: true } }]);

function startPool() {
  // sessionData is a cache: it is in no backup, and may be deleted.
  return utilityProcess.fork(beside("pool.mjs"), [app.getPath("sessionData")], {
    serviceName: "Spillway pool",
  });
}

async function answer(request) {
  const { pathname } = new URL(request.url);
  const file = fileOf(pathname, entry, beside);
  if (file === undefined) return new Response("not found", { status: 404 });
  return new Response(await readFile(file), { headers: headersOf(file) });
}

let windows = 0;

function openWindow(pool) {
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
    pool.postMessage({ kind: "window", name }, [port1]);
    window.webContents.postMessage("pool-port", undefined, [port2]);
  });
  // Out of memory arrives as "crashed" or "killed" as well.
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit" && !window.isDestroyed()) window.reload();
  });
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  window.webContents.on("will-navigate", (event) => event.preventDefault());
  window.on("hide", () => pool.postMessage({ kind: "trim" }));
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

await app.whenReady();
protocol.handle("app", answer);
const pool = startPool();
powerMonitor.on("suspend", () => pool.postMessage({ kind: "trim" }));
app.on("window-all-closed", () => app.quit());
app.on("activate", () => {
  if (BrowserWindow.getAllWindows().length === 0) openWindow(pool);
});

if (process.argv.includes("--self-test")) app.exit(await selfTest(() => openWindow(pool), pool));
else openWindow(pool);
