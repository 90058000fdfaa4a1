/**
 * firefox.mjs - the same work in Node and on the own thread of a page in Firefox: 20,000 pages of JSON are stored and recompressed
 * while a timer of the page goes on.
 *
 * The page is served from here and posts what it measured; nothing drives the browser. Debian's package is `firefox-esr`.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { scratchFolder } from "./page_sets.mjs";

const PAGES = 20_000;
const TIMER_MS = 10;
const PATIENCE_MS = 180_000;

/** Runs in both: milliseconds that recompression took, and how late the latest hundredth of timers was. */
async function work(Spillway, pages, timerMs) {
  let seed = 1;
  const random = (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  const words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"];
  const word = () => words[random(words.length)];
  const encoder = new TextEncoder();
  const text = (i) => {
    let json = "";
    while (json.length < 4096)
      json += JSON.stringify({
        id: i,
        user: `user-${random(1e6)}`,
        name: `${word()} ${word()}`,
        at: random(1e9),
      });
    return json.slice(0, 4096);
  };
  const pool = Spillway.openSync({ maxBytes: "256MiB", autoShrink: false });
  const swap = pool.frontswap();
  swap.init(0);
  for (let i = 0; i < pages; i++)
    if (!swap.store(0, i, encoder.encode(text(i)))) throw new Error(`page ${i} was refused`);
  // What storing has left to be done is no part of it.
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

export async function recompressInNode() {
  const { Spillway } = await import("spillway");
  return work(Spillway, PAGES, TIMER_MS);
}

const SCRIPT = `
const work = ${work};
const answer = (text) => fetch("/done", { method: "POST", body: text });
try {
  const { Spillway } = await import("/spillway.js");
  answer(JSON.stringify(await work(Spillway, ${PAGES}, ${TIMER_MS})));
} catch (error) {
  answer(JSON.stringify({ error: String(error) }));
}`;

const FILES = {
  "/": [
    "text/html",
    () =>
      '<!doctype html><script type="importmap">{"imports":{"@assemblyscript/loader":"/loader.js"}}</script><script type="module" src="/work.js"></script>',
  ],
  "/work.js": ["text/javascript", () => SCRIPT],
  "/spillway.js": ["text/javascript", () => readFileSync(new URL("../build/spillway.js", import.meta.url))],
  "/loader.js": [
    "text/javascript",
    () => readFileSync(new URL(import.meta.resolve("@assemblyscript/loader"))),
  ],
};

/** The same in Firefox, or undefined where there is none. */
export async function recompressInFirefox() {
  if (spawnSync("firefox-esr", ["--version"]).status !== 0) return undefined;
  let told;
  const posted = new Promise((resolve) => {
    told = resolve;
  });
  const server = createServer((request, response) => {
    const [type, body] = FILES[request.url] ?? [];
    response.writeHead(type === undefined && request.method !== "POST" ? 404 : 200, {
      "Content-Type": type ?? "",
    });
    response.end(body?.());
    if (request.method !== "POST") return;
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => told(JSON.parse(text)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const options = ["--headless", "--no-remote", "--profile", scratchFolder(), url];
  const browser = spawn("firefox-esr", options, { stdio: "ignore" });
  const patience = setTimeout(() => told({ error: "no answer" }), PATIENCE_MS);
  const result = await posted;
  clearTimeout(patience);
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  browser.kill();
  await ended;
  server.closeAllConnections();
  server.close();
  if (result.error !== undefined) throw new Error(`in Firefox: ${result.error}`);
  return result;
}
