/**
 * twin.ts - what examples/electron uses of Electron, played by Node and Chromium.
 *
 *   utilityProcess   a child process of Node
 *   BrowserWindow    a page of Chromium, in a context of its own; app:// is told to it as https://
 *   ports            copies of what is posted, carried over the driver's connection and the child's channel.
 *                    They tell a page when their other end closes, as Electron's do and Chromium's alone not
 *
 * It keeps to what is known of Electron: `ready` comes after the main module was evaluated; the protocol is
 * registered before it and handled after it; a port transfers other ports only, and a message that transfers
 * an array arrives without its data. With TWIN_KEEPS_PORTS in the environment it breaks one rule: the ports
 * of a page that has crashed stay open. It is not Electron: that is for the example's own self-test.
 */
import { type ChildProcess, fork } from "node:child_process";
import { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page, Route } from "playwright-core";
import { openChromium } from "../chromium.js";
import { channelMain, type PortMain } from "../ports.js";
import { scratchFolder } from "../scratch_folder.js";
import type { Place } from "./archive_hooks.js";
import { Relay, type Wire } from "./relay.js";
import { textOf, wireOf } from "./wire_text.js";

// ── the program ──────────────────────────────────────────────────────────────────────────────────────

let place: Place | undefined;
let size: { width: number; height: number } | undefined;
let browser: Promise<Browser> | undefined;
const windows = new Set<BrowserWindow>();
/** Those that run. */
export const processes = new Set<UtilityProcess>();

class App extends EventEmitter {
  isReady = false;
  readonly #folder = scratchFolder();

  async whenReady(): Promise<void> {
    if (!this.isReady) await new Promise((resolve) => this.once("ready", resolve));
  }

  getPath(name: string): string {
    if (name !== "sessionData") throw new Error(`no path of ${name} here`);
    return this.#folder;
  }

  /** There is no other instance here. */
  requestSingleInstanceLock(): boolean {
    return true;
  }

  quit(): void {
    this.exit(0);
  }

  /** Told to the test, which ends what runs. */
  exit(code: number): void {
    this.emit("exit", code);
  }
}

export const app = new App();
export const powerMonitor = new EventEmitter();

/**
 * Before the main module is imported.
 *
 * @param viewport the size of all windows, in place of what the program asks for
 */
export function prepare(where: Place, viewport?: { width: number; height: number }): void {
  place = where;
  size = viewport;
}

/** After the main module was evaluated. */
export function makeReady(): void {
  app.isReady = true;
  app.emit("ready");
}

/** Ends the windows and the processes. */
export async function endAll(): Promise<void> {
  app.removeAllListeners("window-all-closed");
  for (const one of processes) one.kill();
  await (await browser)?.close();
}

// ── protocol ─────────────────────────────────────────────────────────────────────────────────────────

type Handler = (request: Request) => Promise<Response>;
const handlers = new Map<string, Handler>();
const privileged = new Set<string>();

export const protocol = {
  registerSchemesAsPrivileged(schemes: { scheme: string }[]): void {
    if (app.isReady) throw new Error("schemes are registered before the app is ready");
    for (const { scheme } of schemes) privileged.add(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (!app.isReady || !privileged.has(scheme)) throw new Error("too early, or not registered");
    handlers.set(scheme, handler);
  },
};

/** Answers a request of a page by the handler of app://. */
async function fulfill(route: Route): Promise<void> {
  const url = route.request().url().replace("https://", "app://");
  const response = await handlers.get("app")?.(new Request(url));
  if (response === undefined) return route.abort();
  const headers = Object.fromEntries(response.headers);
  await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
}

// ── ports and processes ──────────────────────────────────────────────────────────────────────────────

export class MessageChannelMain {
  readonly port1: PortMain;
  readonly port2: PortMain;

  constructor() {
    const { port1, port2 } = channelMain();
    this.port1 = port1;
    this.port2 = port2;
  }
}

export class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  readonly #relay: Relay;

  constructor(entry: string, args: readonly string[]) {
    super();
    const program = new URL("./utility.js", import.meta.url);
    this.#child = fork(program, [JSON.stringify(place), entry, ...args], { serialization: "advanced" });
    const send = (wire: Wire) => this.#child.connected && this.#child.send(wire, () => undefined);
    this.#relay = new Relay(send);
    this.#child.on("message", (wire: Wire) => {
      if (wire[0] === "message") this.emit("message", wire[1]);
      else this.#relay.hear(wire);
    });
    this.#child.on("exit", (code) => {
      processes.delete(this);
      this.#relay.end();
      this.emit("exit", code);
    });
    processes.add(this);
  }

  postMessage(message: unknown, ports: readonly PortMain[] = []): void {
    const numbers = ports.map((port) => this.#relay.give(port));
    if (this.#child.connected) this.#child.send(["message", message, numbers], () => undefined);
  }

  kill(): boolean {
    return this.#child.kill("SIGKILL");
  }
}

export const utilityProcess = {
  fork(entry: string, args: readonly string[] = []): UtilityProcess {
    if (!app.isReady) throw new Error("no utility process before the app is ready");
    return new UtilityProcess(entry, args);
  },
};

// ── windows ──────────────────────────────────────────────────────────────────────────────────────────

interface WindowOptions {
  width: number;
  height: number;
  webPreferences: { preload: string; contextIsolation: boolean; sandbox: boolean; nodeIntegration: boolean };
}

/** Runs in the page before its scripts: the world of a preload script, and the ends of its ports. */
function pageSide(preload: (require: (name: string) => unknown) => void): void {
  type Listener = (event: { ports: MessagePort[] }, data: unknown) => void;
  type Coded = { bytes?: string; none?: boolean } | null;
  const page = globalThis as unknown as { twinSend(text: string): void; twinHear(text: string): void };
  const bytesClass = Uint8Array as unknown as { fromBase64(text: string): Uint8Array };
  const send = (...wire: unknown[]) =>
    page.twinSend(
      JSON.stringify(wire, (_key, value: unknown) => {
        if (value === undefined) return { none: true };
        if (!(value instanceof Uint8Array)) return value;
        return { bytes: (value as unknown as { toBase64(): string }).toBase64() };
      }),
    );
  const decoded = (_key: string, value: Coded) => {
    if (value?.none === true) return undefined;
    return typeof value?.bytes === "string" ? bytesClass.fromBase64(value.bytes) : value;
  };
  const listeners = new Map<string, Listener>();
  const ports = new Map<unknown, MessagePort>();
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (message: unknown, transfer: unknown = []) {
    const isLost = Array.isArray(transfer) && transfer.length > 0;
    Reflect.apply(postMessage, this, [isLost ? null : message]);
  };
  const open = (number: unknown) => {
    const { port1, port2 } = new MessageChannel();
    ports.set(number, port1);
    port1.onmessage = ({ data }) => send("port", number, data);
    port1.addEventListener("close", () => send("close", number));
    return port2;
  };
  page.twinHear = (text) => {
    const wires = JSON.parse(text, decoded) as [string, unknown, unknown, string][];
    for (const [kind, what, data, channel] of wires)
      if (kind === "port") ports.get(what)?.postMessage(data);
      else if (kind === "close") ports.get(what)?.close();
      else listeners.get(channel)?.({ ports: (data as unknown[]).map(open) }, what);
  };
  const ipcRenderer = { once: (channel: string, listener: Listener) => listeners.set(channel, listener) };
  preload((name) => {
    if (name === "electron") return { ipcRenderer };
    throw new Error(`a sandboxed preload script has no ${name}`);
  });
}

/** A page and what it is told. Another one takes its place when it has crashed. */
class Renderer {
  readonly page: Page;
  readonly relay: Relay;
  readonly #waiting: Wire[] = [];
  #isTelling = false;

  constructor(page: Page) {
    this.page = page;
    this.relay = new Relay((wire) => this.tell(wire));
  }

  /** One after the other: the order of messages is that of a port. */
  tell(wire: Wire): void {
    this.#waiting.push(wire);
    if (!this.#isTelling) void this.#tellAll();
  }

  async #tellAll(): Promise<void> {
    this.#isTelling = true;
    while (this.#waiting.length > 0) {
      const text = textOf(this.#waiting.splice(0));
      const hear = (all: string) => (globalThis as unknown as { twinHear(all: string): void }).twinHear(all);
      // A page that is gone hears nothing.
      await this.page.evaluate(hear, text).catch(() => undefined);
    }
    this.#isTelling = false;
  }
}

class WebContents extends EventEmitter {
  renderer: Renderer | undefined;

  postMessage(channel: string, message: unknown, ports: readonly PortMain[] = []): void {
    const { renderer } = this;
    if (renderer === undefined) return;
    renderer.tell(["message", message, ports.map((port) => renderer.relay.give(port)), channel]);
  }

  async executeJavaScript(code: string): Promise<unknown> {
    if (this.renderer === undefined) throw new Error("the window has no page");
    return this.renderer.page.evaluate(code);
  }

  forcefullyCrashRenderer(): void {
    const { page } = this.renderer as Renderer;
    const crash = page.context().newCDPSession(page);
    void crash.then((session) => session.send("Page.crash")).catch(() => undefined);
  }

  setWindowOpenHandler(): void {}
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly #options: WindowOptions;
  #context: Promise<BrowserContext> | undefined;
  #url = "";
  #isDestroyed = false;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  constructor(options: WindowOptions) {
    super();
    const { contextIsolation, sandbox, nodeIntegration } = options.webPreferences;
    if (!contextIsolation || !sandbox || nodeIntegration) throw new Error("a window that is not sandboxed");
    this.#options = options;
    windows.add(this);
  }

  /** The page, for what a test does as a user. */
  get page(): Page {
    return (this.webContents.renderer as Renderer).page;
  }

  async loadURL(url: string): Promise<void> {
    this.#url = url.replace("app://", "https://");
    this.#context ??= this.#openContext();
    await this.#openPage(await this.#context);
  }

  /** Electron takes the same page, or a new process for it. */
  reload(): void {
    const old = this.webContents.renderer;
    this.webContents.renderer = undefined;
    old?.relay.end();
    void old?.page.close().catch(() => undefined);
    void this.#context?.then((context) => this.#openPage(context));
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  async close(): Promise<void> {
    this.#isDestroyed = true;
    windows.delete(this);
    this.webContents.renderer?.relay.end();
    await (await this.#context)?.close();
    this.emit("closed");
    if (windows.size === 0) app.emit("window-all-closed");
  }

  async #openContext(): Promise<BrowserContext> {
    browser ??= openChromium(["--enable-blink-features=MessagePortCloseEvent"]);
    const { width, height } = this.#options;
    const viewport = size ?? { width, height };
    const context = await (await browser).newContext({ viewport });
    await context.route("**/*", fulfill);
    await context.exposeBinding("twinSend", ({ page }, text: string) => {
      const { renderer } = this.webContents;
      if (page === renderer?.page) renderer.relay.hear(wireOf(text));
    });
    const preload = await readFile(this.#options.webPreferences.preload, "utf8");
    const content = `(${pageSide.toString()})((require) => {\n${preload}\n});`;
    await context.addInitScript({ content });
    return context;
  }

  async #openPage(context: BrowserContext): Promise<void> {
    const page = await context.newPage();
    const renderer = new Renderer(page);
    this.webContents.renderer = renderer;
    page.on("console", (message) => this.webContents.emit("console-message", {}, message.text()));
    page.on("pageerror", (error) => this.webContents.emit("console-message", {}, String(error)));
    page.on("crash", () => {
      if (process.env.TWIN_KEEPS_PORTS === undefined) renderer.relay.end();
      this.webContents.emit("render-process-gone", {}, { reason: "crashed" });
    });
    page.on("load", () => this.webContents.emit("did-finish-load"));
    await page.goto(this.#url);
  }
}
