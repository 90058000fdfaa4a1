/**
 * hosts.ts - the hosts of the conformance suite: how each is started, and which parts it lacks.
 *
 * Programs come from npm (tests/hosts) and from Debian. A host that is not installed is passed over with a
 * word; in CI scripts/test.mjs has installed all of them.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { Browser, type BrowserName, PageServer, withoutBrowser } from "#kit/browsers.js";
import { BUN, DENO, NODE_22, NODE_24, NODE_26, ROOT } from "#kit/package.js";
import { scratchFolder } from "#kit/scratch_folder.js";
import type { Report } from "./suite.js";
import type { Settings } from "./tools.js";

/** What was run where: one browser has several of these. */
export interface Ran {
  host: string;
  lacks: Settings["lacks"];
  report: Report;
  seconds: number;
}

export interface Host {
  name: string;
  /** Why it cannot run here, or false. */
  skip: string | false;
  run(settings: Omit<Settings, "lacks">): Promise<Ran[]>;
}

const NO_OPFS = "no origin private file system";
const NO_FILES = "no files of the machine";
const NO_SEAL = "no AES-GCM that answers at once: WebCrypto has promises only";
const NO_CLONES = "no serialiser: values are kept as JSON";

// ── processes ──────────────────────────────────────────────────────────────────────────────────────

const PROCESS = join(ROOT, "tests/conformance/hosts/process.mjs");

/** How long a program may take on a machine that is busy with other tests. */
const PATIENCE_MS = 120_000;

function program(
  name: string,
  path: string,
  args: (folder: string) => string[],
  lacks: Settings["lacks"],
): Host {
  const skip = !existsSync(path) && "not installed";
  return {
    name,
    skip,
    async run(settings) {
      const folder = scratchFolder();
      const start = performance.now();
      const report = await answer(path, [...args(folder), PROCESS], { ...settings, folder, lacks });
      return [{ host: name, lacks, report, seconds: (performance.now() - start) / 1000 }];
    },
  };
}

/** Hands settings to a program and reads its report. */
async function answer(path: string, args: string[], settings: Settings): Promise<Report> {
  const child = spawn(path, args, { stdio: ["pipe", "pipe", "pipe"], timeout: PATIENCE_MS });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.stdin.on("error", () => {});
  child.stdin.end(JSON.stringify(settings));
  const report = json(child.stdout).catch((error) => error as Error);
  const code = await ended;
  const answered = await report;
  if (code !== 0 || answered instanceof Error)
    throw new Error(`${path} ended with ${code}: ${said} ${answered}`);
  return answered as Report;
}

const ofNode: Settings["lacks"] = { opfs: NO_OPFS };

// ── browsers ───────────────────────────────────────────────────────────────────────────────────────

type Scope = "page" | "service-worker" | "worker";

const ofBrowser = { clones: NO_CLONES, files: NO_FILES, seal: NO_SEAL };

const ofWebKitGtk = { ...ofBrowser, opfs: "Debian's WebKitGTK has no way to write to such files" };

function browser(name: BrowserName, scopes: Readonly<Partial<Record<Scope, Settings["lacks"]>>>): Host {
  return {
    name,
    skip: withoutBrowser(name),
    async run(settings) {
      const server = new PageServer(["build", "tests/conformance/hosts"]);
      const address = await server.listen();
      for (const [scope, lacks] of Object.entries(scopes))
        server.data.set(`settings/${scope}`, JSON.stringify({ ...settings, lacks }));
      const page = `tests/conformance/hosts/page.html?scopes=${Object.keys(scopes)}`;
      const running = new Browser(name, address(page), scratchFolder());
      try {
        const ran: Ran[] = [];
        for (const [scope, lacks] of Object.entries(scopes)) {
          const start = performance.now();
          const report = JSON.parse(await Promise.race([server.heard(scope), running.ended(), late()]));
          if (report.error !== undefined) throw new Error(`${name}, ${scope}: ${report.error}`);
          const seconds = (performance.now() - start) / 1000;
          ran.push({ host: `${name}, ${scope.replace("-", " ")}`, lacks, report, seconds });
        }
        return ran;
      } finally {
        await running.kill();
        server.close();
      }
    },
  };
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("no answer from the page")), PATIENCE_MS).unref();
  });
}

// ── all of them ────────────────────────────────────────────────────────────────────────────────────

export const BROWSER_HOSTS: readonly Host[] = [
  browser("Chromium", {
    page: ofBrowser,
    worker: ofBrowser,
    "service-worker": ofBrowser,
  }),
  browser("Firefox", {
    page: ofBrowser,
    worker: ofBrowser,
    "service-worker": ofBrowser,
  }),
  browser("WebKitGTK", { page: ofWebKitGtk, worker: ofWebKitGtk, "service-worker": ofWebKitGtk }),
];

/** All, the Node that runs this first. */
export const HOSTS: readonly Host[] = [
  program(`Node ${process.version.slice(1)}`, process.execPath, () => [], ofNode),
  program("Node 22", NODE_22, () => [], ofNode),
  program("Node 24", NODE_24, () => [], ofNode),
  program("Node 26", NODE_26, () => [], ofNode),
  program("Deno, no permission", DENO, () => ["run", "--quiet", "--no-prompt"], {
    ...ofNode,
    files: "a file needs a permission",
  }),
  program(
    "Deno, one folder",
    DENO,
    (folder) => ["run", "--quiet", "--no-prompt", `--allow-read=${folder}`, `--allow-write=${folder}`],
    ofNode,
  ),
  program("Bun", BUN, () => [], ofNode),
  ...BROWSER_HOSTS,
];
