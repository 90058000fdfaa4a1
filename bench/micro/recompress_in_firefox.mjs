/**
 * recompress_in_firefox.mjs - the same work in Node and on the own thread of a page in Firefox: 20,000 pages
 * of JSON are stored and recompressed while a timer of the page ticks.
 *
 * This process serves the page, and the page posts what it measured; nothing drives the browser. Debian's
 * package is `firefox-esr`.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { scratchFolder } from "#kit/scratch_folder.js";

const PAGES = 20_000;
const TIMER_MS = 10;
const PATIENCE_MS = 180_000;

/**
 * Runs in both, so it names nothing from outside. Answers the milliseconds that recompression took, and by
 * how much the latest hundredth of timers came too late.
 */
async function work(Spillway, random, pages, timerMs) {
  const words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"];
  const word = () => random.pick(words);
  const encoder = new TextEncoder();
  const text = (i) => {
    let json = "";
    while (json.length < 4096)
      json += JSON.stringify({
        id: i,
        user: `user-${random.below(1e6)}`,
        name: `${word()} ${word()}`,
        at: random.below(1e9),
      });
    return json.slice(0, 4096);
  };
  const pool = Spillway.openSync({ maxBytes: "256MiB", autoShrink: false });
  const swap = pool.frontswap();
  swap.init(0);
  for (let i = 0; i < pages; i++)
    if (!swap.store(0, i, encoder.encode(text(i)))) throw new Error(`page ${i} was refused`);
  // Work that the stores left behind ends first.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const late = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    late.push(now - last - timerMs);
    last = now;
  }, timerMs);
  const start = performance.now();
  await pool.recompress();
  const ms = performance.now() - start;
  clearInterval(timer);
  const { densePages } = pool.stats();
  pool.close();
  if (densePages < pages / 2) throw new Error(`only ${densePages} pages are dense`);
  late.sort((a, b) => a - b);
  return { ms, gap: late[Math.floor(0.99 * late.length)] };
}

export function recompressInNode() {
  return work(Spillway, new Random(1), PAGES, TIMER_MS);
}

const SCRIPT = `
const work = ${work};
const answer = (text) => fetch("/done", { method: "POST", body: text });
try {
  const { Spillway } = await import("/spillway.js");
  const { Random } = await import("/random.js");
  answer(JSON.stringify(await work(Spillway, new Random(1), ${PAGES}, ${TIMER_MS})));
} catch (error) {
  answer(JSON.stringify({ error: String(error) }));
}`;

const built = (name) => readFileSync(new URL(`../../build/${name}`, import.meta.url));
/** What the page can ask for: type and content. */
const FILES = {
  "/": ["text/html", () => '<!doctype html><script type="module" src="/work.js"></script>'],
  "/work.js": ["text/javascript", () => SCRIPT],
  "/spillway.js": ["text/javascript", () => built("spillway.js")],
  "/random.js": ["text/javascript", () => built("kit/random.js")],
};

/** The same in Firefox, or undefined where there is none. Throws when the page fails or says nothing. */
export async function recompressInFirefox() {
  if (spawnSync("firefox-esr", ["--version"]).status !== 0) return undefined;
  const { server, posted } = await serve();
  const url = `http://127.0.0.1:${server.address().port}/`;
  const options = ["--headless", "--no-remote", "--profile", scratchFolder(), url];
  const browser = spawn("firefox-esr", options, { stdio: "ignore" });
  const result = await Promise.race([posted, pause(PATIENCE_MS, { error: "no answer" }, { ref: false })]);
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  browser.kill();
  await ended;
  server.closeAllConnections();
  server.close();
  if (result.error !== undefined) throw new Error(`in Firefox: ${result.error}`);
  return result;
}

/** A server for the page; `posted` resolves with what the page answers. */
async function serve() {
  let tell;
  const posted = new Promise((resolve) => {
    tell = resolve;
  });
  const server = createServer(async (request, response) => {
    const [type, body] = FILES[request.url] ?? [];
    const known = type !== undefined || request.method === "POST";
    response.writeHead(known ? 200 : 404, { "Content-Type": type ?? "" });
    response.end(body?.());
    if (request.method === "POST") tell(await json(request));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, posted };
}
