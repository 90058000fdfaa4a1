/**
 * browsers.ts - starts Debian's browsers on a page of ours, and hears what the page has to say.
 *
 * Nothing drives the browser: the page runs its scripts and posts what came of them. So the three are treated
 * alike, and no driver must fit their versions.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { text } from "node:stream/consumers";
import { ROOT } from "./package.js";

export type BrowserName = "Chromium" | "Firefox" | "WebKitGTK";

/** How a browser is started on a page, with a profile of its own. */
interface Start {
  args: string[];
  env?: Record<string, string>;
}

interface Program {
  /** The program, or undefined where it is not installed. */
  path: string | undefined;
  start(url: string, profile: string): Start;
}

/**
 * The origin private file system, which Safari has, and which Debian's WebKitGTK 2.50 leaves out unasked. Its
 * synchronous access handles (AccessHandle) are not implemented there: each call fails.
 */
const WEBKIT_FEATURES = "--features=+FileSystem,+FileSystemWritableStream,+StorageAPI,+StorageAPIEstimate";

const LIBRARIES = "/usr/lib/x86_64-linux-gnu";

/** WebKit's small browser lies in a folder with a version. It needs a display, so it runs under Xvfb. */
function miniBrowser(): string | undefined {
  if (!existsSync(LIBRARIES) || !existsSync("/usr/bin/xvfb-run")) return undefined;
  const folders = readdirSync(LIBRARIES).filter((name) => name.startsWith("webkit2gtk-4."));
  return folders.map((name) => join(LIBRARIES, name, "MiniBrowser")).find((path) => existsSync(path));
}

const installed = (path: string) => (existsSync(path) ? path : undefined);

/** Preferences of a Firefox that is asked for nothing and asks for nothing. */
const FIREFOX_PREFERENCES = {
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.disable_open_during_load": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.telemetry.enabled": false,
};

const PROGRAMS: Readonly<Record<BrowserName, () => Program>> = {
  Chromium: () => ({
    path: installed("/usr/bin/chromium"),
    start: (url, profile) => ({
      args: [
        ...["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-popup-blocking"],
        `--user-data-dir=${profile}`,
        url,
      ],
    }),
  }),
  Firefox: () => ({
    path: installed("/usr/bin/firefox-esr"),
    start: (url, profile) => ({ args: ["--headless", "--no-remote", "--profile", profile, url] }),
  }),
  WebKitGTK: () => ({
    path: miniBrowser(),
    start: (url, profile) => ({
      args: ["-a", "-s", "-screen 0 1024x768x24", miniBrowser() as string, WEBKIT_FEATURES, url],
      env: {
        HOME: profile,
        XDG_DATA_HOME: join(profile, "data"),
        XDG_CACHE_HOME: join(profile, "cache"),
        XDG_CONFIG_HOME: join(profile, "config"),
        XDG_RUNTIME_DIR: profile,
        NO_AT_BRIDGE: "1",
        GIO_USE_VFS: "local",
        LIBGL_ALWAYS_SOFTWARE: "1",
        WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      },
    }),
  }),
};

/** For a test's `skip`: why it cannot run here, or false. */
export function withoutBrowser(name: BrowserName): string | false {
  return PROGRAMS[name]().path === undefined && "no such browser here (see scripts/test.mjs)";
}

/** A browser that runs. */
export class Browser {
  readonly name: BrowserName;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #said = "";

  /**
   * @param profile a folder, kept by the caller: a second browser that is given it has the same storage
   * @param preferences of Firefox, beside those of this file
   */
  constructor(name: BrowserName, url: string, profile: string, preferences: Record<string, unknown> = {}) {
    const { path, start } = PROGRAMS[name]();
    if (path === undefined) throw new Error(`no ${name} here`);
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    if (name === "Firefox") {
      const all = Object.entries({ ...FIREFOX_PREFERENCES, ...preferences });
      const lines = all.map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`);
      writeFileSync(join(profile, "user.js"), lines.join("\n"));
    }
    const { args, env } = start(url, profile);
    this.name = name;
    this.#child = spawn(name === "WebKitGTK" ? "/usr/bin/xvfb-run" : path, args, {
      stdio: ["ignore", "ignore", "pipe"],
      // The browser and its children have their own process group.
      detached: true,
      env: { ...process.env, ...env },
    });
    this.#child.stderr?.on("data", (chunk) => {
      this.#said = `${this.#said}${chunk}`.slice(-2000);
    });
    this.#ended = new Promise((resolve) => {
      this.#child.once("close", () => resolve());
      this.#child.once("error", () => resolve());
    });
  }

  /** Rejects when the browser has ended. */
  async ended(): Promise<never> {
    await this.#ended;
    throw new Error(`${this.name} ended: ${this.#said}`);
  }

  /** Ends it at once, with all its children: as a machine does that is out of memory. */
  async kill(): Promise<void> {
    const { pid, exitCode } = this.#child;
    try {
      if (pid !== undefined && exitCode === null) process.kill(-pid, "SIGKILL");
    } catch {
      // It has just ended.
    }
    await this.#ended;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** What a page may load and run. */
export const STRICT_POLICY = "script-src 'self' 'wasm-unsafe-eval'";

/** Serves folders of the project to pages, and hears what these post to /report/NAME. */
export class PageServer {
  readonly #server: Server;
  readonly #folders: readonly string[];
  readonly #policy: string;
  /** Answers to GET: text of JSON by path. */
  readonly data = new Map<string, string>();
  readonly #heard = new Map<string, string[]>();
  readonly #waiting = new Map<string, (text: string) => void>();

  /** @param folders paths from the root of the project, such as "build" */
  constructor(folders: readonly string[], policy: string = STRICT_POLICY) {
    this.#folders = folders;
    this.#policy = policy;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  /** Begins to serve; the address of a path. */
  async listen(): Promise<(path: string) => string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.address() as AddressInfo;
    return (path) => `http://127.0.0.1:${port}/${path}`;
  }

  /** What a page posts under this name next, or has posted and nobody has heard. */
  heard(name: string): Promise<string> {
    const kept = this.#heard.get(name)?.shift();
    if (kept !== undefined) return Promise.resolve(kept);
    return new Promise((resolve) => this.#waiting.set(name, resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    response.setHeader("content-security-policy", this.#policy);
    response.setHeader("cache-control", "no-store");
    if (request.method === "POST") {
      this.#hear(path.replace("report/", ""), await text(request));
      response.end();
      return;
    }
    const data = this.data.get(path);
    if (data !== undefined) {
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/json").end(data);
      return;
    }
    const clean = normalize(path);
    const isServed = this.#folders.some((folder) => clean.startsWith(`${folder}/`));
    const file = join(ROOT, clean);
    if (!isServed || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    // A service worker may serve pages beside its own folder.
    response.setHeader("service-worker-allowed", "/");
    createReadStream(file).pipe(response);
  }

  #hear(name: string, body: string): void {
    const waiting = this.#waiting.get(name);
    this.#waiting.delete(name);
    if (waiting !== undefined) waiting(body);
    else this.#heard.set(name, [...(this.#heard.get(name) ?? []), body]);
  }
}
