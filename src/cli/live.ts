/**
 * live.ts - pages of live processes that the bench starts itself: a child Node, a Redis server, a Chromium renderer.
 *
 * Each is filled with what such a process holds on a working day, made from a fixed seed, and read while it stands
 * still. What is not installed, or does not start, is left out with a reason. None outlives the reading.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { childPages } from "./child.js";
import { memoryPages } from "./memory.js";
import type { PageSet } from "./pages.js";
import { randomBelow } from "./random.js";

/** A page set, or why there is none. */
export type LiveSet = { pages: PageSet } | { name: string; absent: string };

/** A server of several GiB of swapped machine takes that long, no healthy one. */
const PATIENCE_MILLIS = 60_000;
/** Documents in Redis: as many as fill the pages that are wanted, at some 1.7 KiB of heap each. */
const DOCUMENT_BYTES = 1400;
const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** At most `maxPages` pages of each process. */
export async function liveSets(pageSize: number, maxPages: number): Promise<LiveSet[]> {
  const sets: LiveSet[] = [
    await attempt("node", async () => ({ ...(await childPages(pageSize, maxPages)), name: "node" })),
  ];
  if (process.platform !== "linux") return sets;
  sets.push(await attempt("redis", () => redisPages(pageSize, maxPages)));
  sets.push(await attempt("chromium", () => chromiumPages(pageSize, maxPages)));
  return sets;
}

async function attempt(name: string, read: () => Promise<PageSet>): Promise<LiveSet> {
  try {
    return { pages: await read() };
  } catch (error) {
    return { name, absent: error instanceof Error ? error.message : String(error) };
  }
}

/** Starts a program with a folder of its own for what it writes; ends both whatever happens. */
async function withProgram<T>(
  program: string,
  args: (folder: string) => string[],
  use: (child: ChildProcess, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "spillway-"));
  const child = spawn(program, args(folder), { stdio: "ignore", detached: true });
  // Its own process group, so that what it starts ends with it.
  const end = () => {
    try {
      process.kill(-(child.pid as number), "SIGKILL");
    } catch {}
  };
  process.once("exit", end);
  try {
    await once(child, "spawn");
    return await use(child, folder);
  } finally {
    end();
    process.off("exit", end);
    await ended(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await Promise.race([once(child, "exit"), sleep(2_000)]);
}

function frozen<T>(pid: number, read: () => T): T {
  process.kill(pid, "SIGSTOP");
  try {
    return read();
  } finally {
    process.kill(pid, "SIGCONT");
  }
}

function installed(names: readonly string[]): string | undefined {
  return names.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);
}

// ── Redis ──────────────────────────────────────────────────────────────────────────────────────────────────

async function redisPages(pageSize: number, maxPages: number): Promise<PageSet> {
  if (!installed(["redis-server"])) throw new Error("not installed (Debian: redis-server)");
  const args = (folder: string) => {
    const socket = join(folder, "socket");
    return ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder];
  };
  return await withProgram("redis-server", args, async (child, folder) => {
    const documents = Math.ceil((pageSize * maxPages) / DOCUMENT_BYTES);
    await fillRedis(join(folder, "socket"), documents);
    const pid = child.pid as number;
    const source = `the memory of a Redis server that holds ${documents} JSON documents and their indexes`;
    const pages = frozen(pid, () => memoryPages(pid, source, pageSize, maxPages));
    return { ...pages, name: "redis" };
  });
}

/** Sends the documents, and for every one a hash of its fields, a member of a sorted set and an entry of a list. */
async function fillRedis(path: string, documents: number): Promise<void> {
  const socket = await connected(path);
  let answers = 0;
  let answered: () => void = () => {};
  socket.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) answers++;
    if (answers >= 4 * documents) answered();
  });
  const all = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const below = randomBelow(7);
  for (let id = 0; id < documents; id++) {
    const document = documentOf(id, below);
    const { name, city, created, visits } = document;
    socket.write(
      resp("SET", `user:${id}`, JSON.stringify(document)) +
        resp("HSET", `profile:${id}`, "name", name, "city", city, "created", created, "visits", `${visits}`) +
        resp("ZADD", `visits:${city}`, `${visits}`, `user:${id}`) +
        resp(
          "LPUSH",
          `log:${id % 97}`,
          `${created} GET /users/${id}/orders?page=${visits % 9} 200 ${visits}ms`,
        ),
    );
    if (id % 500 === 0) await new Promise(setImmediate);
  }
  const late = sleep(PATIENCE_MILLIS, undefined, { ref: false }).then(() => {
    throw new Error("redis-server does not answer");
  });
  await Promise.race([all, late]);
  socket.destroy();
}

async function connected(path: string): Promise<ReturnType<typeof connect>> {
  for (let waited = 0; ; waited += 50) {
    const socket = connect(path);
    try {
      await once(socket, "connect");
      return socket;
    } catch (error) {
      if (waited >= PATIENCE_MILLIS) throw error;
      await sleep(50);
    }
  }
}

/** A command in Redis's protocol, RESP. */
function resp(...words: string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;
}

const NAMES =
  "Ada Grace Edsger Barbara Niklaus Frances Donald Radia Tony Adele Ken Lynn Dennis Jean Alan Karen".split(
    " ",
  );
const FAMILIES =
  "Lovelace Hopper Dijkstra Liskov Wirth Allen Knuth Perlman Hoare Goldberg Thompson Conway Ritchie".split(
    " ",
  );
const CITIES = "Lisbon Oslo Turin Ghent Porto Basel Graz Bergen Malmo Nantes Cork Leeds Brno Lviv Riga".split(
  " ",
);
const GOODS =
  "lamp kettle bicycle notebook chair monitor keyboard backpack tent camera cable headphones".split(" ");

type Below = (bound: number) => number;

function documentOf(id: number, below: Below) {
  const pick = (words: readonly string[]) => words[below(words.length)] as string;
  const name = `${pick(NAMES)} ${pick(FAMILIES)}`;
  const hex = (digits: number) =>
    below(2 ** (4 * digits))
      .toString(16)
      .padStart(digits, "0");
  return {
    id,
    uuid: `${hex(7)}${hex(1)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`,
    name,
    email: `${name.toLowerCase().replace(" ", ".")}${below(1000)}@example.org`,
    city: pick(CITIES),
    created: new Date(1_500_000_000_000 + below(2 ** 31) * 100).toISOString(),
    active: below(3) > 0,
    visits: below(5000),
    orders: Array.from({ length: below(4) }, () => ({
      sku: `${pick(GOODS)}-${below(10_000)}`,
      quantity: 1 + below(5),
      price: below(100_000) / 100,
    })),
  };
}

// ── Chromium ───────────────────────────────────────────────────────────────────────────────────────────────

async function chromiumPages(pageSize: number, maxPages: number): Promise<PageSet> {
  const program = installed(CHROMIUM_NAMES);
  if (program === undefined) throw new Error("not installed (Debian: chromium)");
  const site = await serveSite();
  const args = (folder: string) => [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    `--user-data-dir=${folder}`,
    site.url,
  ];
  try {
    return await withProgram(program, args, async (child) => {
      await Promise.race([
        site.ready,
        sleep(PATIENCE_MILLIS).then(() => {
          throw new Error(`${program} does not show the page`);
        }),
        once(child, "exit").then(() => {
          throw new Error(`${program} ended early`);
        }),
      ]);
      const renderers = descendants(child.pid as number).filter((pid) =>
        commandLine(pid).includes("--type=renderer"),
      );
      const sets = renderers.map((pid) => frozen(pid, () => rendererPages(pid, pageSize, maxPages)));
      const [largest] = sets.sort((a, b) => b.available - a.available);
      if (largest === undefined) throw new Error(`${program} has no renderer`);
      return { ...largest, name: "chromium" };
    });
  } finally {
    site.close();
  }
}

function rendererPages(pid: number, pageSize: number, maxPages: number): PageSet {
  const source = "the memory of a Chromium renderer that shows an application with a long table";
  return memoryPages(pid, source, pageSize, maxPages);
}

interface Site {
  url: string;
  /** Resolves when the page says that it is there. */
  ready: Promise<void>;
  close(): void;
}

async function serveSite(): Promise<Site> {
  let shown: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    shown = resolve;
  });
  const server = createServer(({ url }, response) => {
    if (url === "/ready") shown();
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
  return { url: `http://127.0.0.1:${port}/`, ready, close };
}

function siteData(): string {
  const below = randomBelow(11);
  return JSON.stringify(Array.from({ length: 6_000 }, (_, id) => documentOf(id, below)));
}

/** An application as there are many: fetches rows, keeps them and an index of them, shows them as elements. */
const SITE = `<!doctype html><title>orders</title><style>td{padding:2px 8px;border-bottom:1px solid #ddd}</style>
<table id=rows></table><canvas id=chart width=800 height=400></canvas><script>
(async () => {
  const users = await (await fetch("/data")).json();
  const index = new Map(users.map((user) => [user.uuid, { user, words: user.name.split(" "), seen: new Set() }]));
  const byCity = Object.groupBy ? Object.groupBy(users, (user) => user.city) : {};
  const table = document.getElementById("rows");
  for (const user of users.slice(0, 4000)) {
    const row = table.insertRow();
    row.dataset.id = user.uuid;
    for (const text of [user.name, user.email, user.city, user.created, user.orders.length]) row.insertCell().textContent = text;
    row.addEventListener("click", () => index.get(user.uuid).seen.add(Date.now()));
  }
  const pen = document.getElementById("chart").getContext("2d");
  users.forEach((user, i) => pen.fillRect((i * 800) / users.length, 400 - user.visits / 13, 1, user.visits / 13));
  window.state = { users, index, byCity, history: users.map((user) => JSON.stringify(user)) };
  requestAnimationFrame(() => setTimeout(() => fetch("/ready"), 1500));
})();
</script>`;

/** A process's children, theirs, and so on. */
function descendants(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (one: number): number[] =>
    (parents.get(one) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** 0 for a process that has ended meanwhile. */
function parentOf(pid: number): number {
  try {
    // "pid (name) state parent ...": the name may hold anything.
    return Number(
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[1],
    );
  } catch {
    return 0;
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
