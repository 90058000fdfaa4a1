/**
 * chromium.ts - pages of a Chromium renderer that shows an application with a long table.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { documentOf } from "./documents.js";
import { memoryPages } from "./memory.js";
import type { PageSet } from "./page_set.js";
import { commandLine, descendants } from "./proc.js";
import { frozen, installed, START_MILLIS, withFolder, within, withProcess } from "./processes.js";
import { randomBelow } from "./random.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const SOURCE = "the memory of a Chromium renderer that shows an application with a long table";

/** At most `maxPages` pages of the largest renderer of a new browser. Throws Error when it does not start. */
export async function chromiumPages(pageSize: number, maxPages: number): Promise<PageSet> {
  const program = installed(...NAMES);
  if (program === undefined) throw new Error("not installed (Debian: chromium)");
  const site = await serveSite();
  const flags = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
  ];
  try {
    return await withFolder(async (folder) => {
      const args = [...flags, `--user-data-dir=${folder}`, site.url];
      // It makes temporary folders of its own, which it does not remove when it is killed.
      const options = { stdio: "ignore", detached: true, env: { ...process.env, TMPDIR: folder } } as const;
      return await withProcess(program, args, options, async (child, pid) => {
        const ended = once(child, "exit").then(() => {
          throw new Error(`${program} ended early`);
        });
        const shown = Promise.race([site.shown, ended]);
        await within(START_MILLIS, `${program} does not show the page`, shown);
        return { ...largestRenderer(program, pid, pageSize, maxPages), name: "chromium" };
      });
    });
  } finally {
    site.close();
  }
}

function largestRenderer(program: string, browser: number, pageSize: number, maxPages: number): PageSet {
  const renderers = descendants(browser).filter((pid) => commandLine(pid).includes("--type=renderer"));
  const sets = renderers.map((pid) => frozen(pid, () => memoryPages(pid, SOURCE, pageSize, maxPages)));
  const [largest] = sets.sort((a, b) => b.available - a.available);
  if (largest === undefined) throw new Error(`${program} has no renderer`);
  return largest;
}

interface Site {
  url: string;
  /** Resolves when the page has been shown. */
  shown: Promise<void>;
  close(): void;
}

/** Serves the application on a port of this machine. */
async function serveSite(): Promise<Site> {
  let ready: () => void = () => {};
  const shown = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const server = createServer(({ url }, response) => {
    if (url === "/ready") ready();
    if (url === "/data") response.setHeader("content-type", "application/json").end(siteData());
    else response.setHeader("content-type", "text/html").end(url === "/" ? SITE : "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/`, shown, close };
}

function siteData(): string {
  const below = randomBelow(11);
  return JSON.stringify(Array.from({ length: 6_000 }, (_, id) => documentOf(id, below)));
}

/** A typical application: it fetches rows, keeps them and an index of them, and shows them as elements. */
const SITE = `<!doctype html><title>orders</title>
<style>td{padding:2px 8px;border-bottom:1px solid #ddd}</style>
<table id=rows></table><canvas id=chart width=800 height=400></canvas><script>
(async () => {
  const users = await (await fetch("/data")).json();
  const index = new Map(users.map((user) => [
    user.uuid, { user, words: user.name.split(" "), seen: new Set() }
  ]));
  const byCity = Object.groupBy ? Object.groupBy(users, (user) => user.city) : {};
  const table = document.getElementById("rows");
  for (const user of users.slice(0, 4000)) {
    const row = table.insertRow();
    row.dataset.id = user.uuid;
    for (const text of [user.name, user.email, user.city, user.created, user.orders.length])
      row.insertCell().textContent = text;
    row.addEventListener("click", () => index.get(user.uuid).seen.add(Date.now()));
  }
  const pen = document.getElementById("chart").getContext("2d");
  users.forEach((user, i) => {
    pen.fillRect((i * 800) / users.length, 400 - user.visits / 13, 1, user.visits / 13);
  });
  window.state = { users, index, byCity, history: users.map((user) => JSON.stringify(user)) };
  requestAnimationFrame(() => setTimeout(() => fetch("/ready"), 1500));
})();
</script>`;
