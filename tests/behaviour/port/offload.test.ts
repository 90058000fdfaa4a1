/**
 * Shows a pool in a worker: the same call in Node, made of addresses or of a worker that the caller made,
 * and in Chromium under a policy. Pages and values stored there leave the event loop alone: its delay stays
 * near what it is when nothing is done. A worker that fails to start, options that are wrong and a signal end
 * the attempt; the worker ends with the connection.
 *
 * `npm run bench -- offload` measures more of it on a machine that does nothing else.
 */
import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import { offload, type RemotePool, serveWorker, startWorker } from "spillway/port";
import { PageServer, withoutBrowser } from "#kit/browsers.js";
import { loopDelay } from "#kit/loop_delay.js";
import { pageTasks } from "#kit/page_tasks.js";
import { Random } from "#kit/random.js";

/** The page, its worker and what both store. */
const FOLDER = "tests/behaviour/port/offload";

const built = (name: string) => new URL(`../../../${name}`, import.meta.url).href;
const URLS = { library: built("spillway.js"), port: built("adapters/port.js") };
const PAGE = 4096;
const random = new Random(3);
const coded = (code: string) => (error: unknown) => (error as { code?: unknown }).code === code;

/** A worker of a file that calls serveWorker, as a caller would make it. */
const ownWorker = (body: string) =>
  new Worker(new URL(`data:text/javascript,${encodeURIComponent(body)}`), { stderr: true });
const IMPORTS = `import { Spillway } from "${URLS.library}"; import { serveWorker } from "${URLS.port}";`;

/** 99 of 100 delays of the event loop, in milliseconds, while something is done. */
const delayOf = async (work: () => Promise<unknown>) => (await loopDelay(work)).p99;

async function storePages(remote: RemotePool, count: number): Promise<void> {
  const swap = await remote.frontswap();
  await swap.init(0);
  const pages = Array.from({ length: 64 }, (_, i) => new Uint8Array(PAGE).map((_, at) => (at * i) & 31));
  for (let i = 0; i < count; i += 64) await Promise.all(pages.map((page, j) => swap.store(0, i + j, page)));
  const back = new Uint8Array(PAGE);
  for (let i = 0; i < count; i += 997) {
    assert.ok(await swap.load(0, i, back));
    assert.deepEqual(back, pages[i % 64]);
  }
}

const valueAt = (i: number) => ({
  id: i,
  name: `name ${i}`,
  list: Array.from({ length: 40 }, (_, j) => i * j),
});

async function setValues(remote: RemotePool, count: number): Promise<void> {
  const map = await remote.map<object>();
  for (let i = 0; i < count; i += 32)
    await Promise.all(Array.from({ length: 32 }, (_, j) => map.set(`${i + j}`, valueAt(i + j))));
  for (let i = 0; i < count; i += 997) assert.deepEqual(await map.get(`${i}`), valueAt(i));
}

/**
 * Messages to a worker without a pool, for half a second: what this thread makes, serialises, sends and
 * collects for as many values.
 */
async function exchange(): Promise<void> {
  const worker = new Worker(ECHO, { eval: true });
  for (const end = performance.now() + 500; performance.now() < end; ) {
    const answered = new Promise((resolve) => worker.once("message", resolve));
    const values = Array.from({ length: 32 }, (_, i) => serialize(valueAt(i)));
    worker.postMessage(Buffer.concat([...values, new Uint8Array(2 ** 16)]));
    await answered;
  }
  await worker.terminate();
}

/** A worker without a pool, as busy as one with it: a millisecond for each message. */
const ECHO = `const { parentPort } = require("node:worker_threads");
  parentPort.on("message", () => {
    const end = performance.now() + 1;
    while (performance.now() < end);
    parentPort.postMessage(0);
  });`;

/** What came of a round: whether the machine was quiet, whether the pool left the thread alone. */
interface Round {
  isQuiet: boolean;
  isAlone: boolean;
  said: string;
}

/**
 * One round of six that is left alone is enough: the machine may be busy with other things. Rounds on a busy
 * machine tell nothing. When nearly all were, the test is skipped and says so.
 */
async function isLeftAlone(t: TestContext, round: () => Promise<Round>): Promise<void> {
  const rounds: Round[] = [];
  while (rounds.length < 6) {
    const one = await round();
    if (one.isAlone) return;
    rounds.push(one);
  }
  const said = rounds.map((one) => one.said).join("; ");
  if (rounds.filter(({ isQuiet }) => isQuiet).length < 2) t.skip(`the machine is busy: ${said}`);
  else assert.fail(said);
}

describe("a pool in a worker", () => {
  test("leaves the event loop alone while pages and values are stored", async (t) => {
    const remote = await offload(startWorker(URLS), { maxBytes: "256MiB" });
    await isLeftAlone(t, async () => {
      const before = await delayOf(exchange);
      const pages = await delayOf(() => storePages(remote, 20_032));
      const values = await delayOf(() => setValues(remote, 5024));
      const busy = Math.max(before, await delayOf(exchange));
      const said = `${pages} ms and ${values} ms, without a pool ${busy} ms`;
      return { isQuiet: busy < 5, isAlone: Math.max(pages, values) < 5 + 3 * busy, said };
    });
    const { pages: held } = await remote.stats();
    assert.ok(held > 20_032);
    await remote.close();
    assert.equal(await remote.closed, undefined);
  });

  test("leaves a page of Chromium alone, under a policy", { skip: withoutBrowser("Chromium") }, async () => {
    const server = new PageServer(["build", FOLDER]);
    const address = await server.listen();
    const report = server.heard("offload");
    const tasks = await pageTasks(address(`${FOLDER}/page.html?pages=20032&values=4032`), report);
    server.close();
    const { error, held } = JSON.parse(await report) as { error?: string; held: number };
    assert.equal(error, undefined);
    assert.ok(held > 20_032);
    for (const phase of ["pages", "values"]) {
      const { count, long, longest } = tasks(phase);
      assert.ok(count > 50, `${phase}: ${count} tasks`);
      assert.equal(long, 0, `${phase}: a task of ${longest} ms`);
    }
  });

  test("a worker that the caller made opens what was asked, with what cannot be sent added there", async () => {
    const worker = ownWorker(`${IMPORTS}
      serveWorker(Spillway, { name: "own", open: (sent) => ({ ...sent, pageSize: 2 * sent.pageSize }) });`);
    const exited = new Promise((resolve) => worker.on("exit", resolve));
    const remote = await offload(worker, { maxBytes: "4MiB", pageSize: 4096 });
    assert.equal(remote.pageSize, 8192);
    const map = await remote.map({ name: "m" });
    assert.equal(map.name, "own/m");
    await map.set("a", random.fill(new Uint8Array(20_000)));
    await remote.close();
    await exited;
    await assert.rejects(map.get("a"), coded("ERR_SPILLWAY_CLOSED"));
  });

  test("what is wrong is told, and the worker ends", async () => {
    const ends: Promise<unknown>[] = [];
    const fresh = (body = `${IMPORTS} serveWorker(Spillway);`) => {
      const worker = ownWorker(body);
      ends.push(new Promise((resolve) => worker.on("exit", resolve)));
      return worker;
    };
    await assert.rejects(offload(fresh(), { maxBytes: 5 }), coded("ERR_SPILLWAY_ARG_RANGE"));
    await assert.rejects(
      offload(fresh(), { maxBytes: "1MiB", wrong: 1 } as never),
      coded("ERR_SPILLWAY_ARG_TYPE"),
    );
    await assert.rejects(offload(fresh(), { maxBytes: () => 5 } as never), coded("ERR_SPILLWAY_ARG_TYPE"));
    const failing = offload(fresh("throw new Error('it did not start')"), { maxBytes: "1MiB" });
    await assert.rejects(failing, (error: Error) => {
      assert.match(error.message, /it did not start/);
      return coded("ERR_SPILLWAY_PORT_CLOSED")(error);
    });
    const silent = fresh("setInterval(() => undefined, 1000)");
    await assert.rejects(offload(silent, { maxBytes: "1MiB" }, { signal: AbortSignal.timeout(50) }), {
      name: "TimeoutError",
    });
    await Promise.all(ends);
    await assert.rejects(offload({} as never, { maxBytes: 1 }), coded("ERR_SPILLWAY_ARG_TYPE"));
    for (const urls of [{ library: "spillway", port: URLS.port }, { library: URLS.library }, {}])
      assert.throws(() => startWorker(urls as never), coded("ERR_SPILLWAY_ARG_TYPE"));
    assert.throws(
      () => serveWorker({ openSync: () => undefined } as never),
      coded("ERR_SPILLWAY_UNSUPPORTED"),
    );
  });
});
