/**
 * Shows that undici's cache interceptor works with a SpillwayCacheStore as its documentation says: cached
 * responses, `Vary`, revalidation, stale responses while a new one is fetched, invalidation by unsafe
 * methods, aborted bodies, requests at the same time, bodies that are too large, a pool that is too small.
 *
 * How: the real undici, Node's own fetch, and an HTTP server that counts what it is asked.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, afterEach, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { Spillway } from "spillway";
import { Agent, type Dispatcher, interceptors, fetch as undiciFetch } from "undici";
import { Random, runSeed } from "#kit/random.js";
import { SpillwayCacheStore, type SpillwayCacheStoreOptions } from "#lib/adapters/undici.js";

const seed = runSeed();
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

describe(`undici's cache interceptor, seed ${seed}`, () => {
  let server: Server;
  let origin: string;
  /** What was asked of the server, and how it answers. */
  let asked: IncomingMessage[] = [];
  let answer: Answer;
  const ends: (() => unknown)[] = [];

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      answer(request, response);
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());
  afterEach(async () => {
    // The agent closes when all that was asked in the background has been answered.
    for (const end of ends.splice(0)) await end();
    asked = [];
  });

  function open(
    options: SpillwayCacheStoreOptions = {},
    { maxBytes = "8MiB", face = "map" as "map" | "cache" } = {},
  ) {
    const pool = Spillway.openSync({ maxBytes, autoShrink: false });
    const cache = pool[face]();
    const store = new SpillwayCacheStore(cache, options);
    const agent = new Agent();
    const client = agent.compose(interceptors.cache({ store, methods: ["GET", "HEAD"] }));
    ends.push(
      () => agent.close(),
      () => store.close(),
      () => pool.close(),
    );
    return { pool, cache, store, client };
  }

  async function get(client: Dispatcher, path: string, headers: Record<string, string> = {}) {
    const { statusCode, headers: got, body } = await client.request({ origin, path, method: "GET", headers });
    return { statusCode, headers: got, body: await body.text() };
  }

  const cacheable: Answer = (request, response) => {
    response.setHeader("cache-control", "public, max-age=60");
    response.end(`${request.url} ${asked.length}`);
  };

  test("a response is fetched once, by request() and by both fetch()", async () => {
    const { client, cache } = open();
    answer = cacheable;
    const first = await get(client, "/a?b=1");
    const again = await get(client, "/a?b=1");
    assert.deepEqual([first.body, again.body, asked.length], ["/a?b=1 1", "/a?b=1 1", 1]);
    assert.equal(again.statusCode, 200);
    // The server's Date has whole seconds.
    assert.match(String(again.headers.age), /^\d$/);
    const url = `${origin}/a?b=1`;
    const byUndici = await undiciFetch(url, { dispatcher: client });
    const byNode = await fetch(url, { dispatcher: client } as RequestInit);
    assert.deepEqual([await byUndici.text(), await byNode.text(), asked.length], [first.body, first.body, 1]);
    await get(client, "/a?b=2");
    assert.deepEqual([asked.length, cache.size], [2, 2]);
  });

  test("no body, a HEAD, and a response that is not to be kept", async () => {
    const { client, cache } = open();
    answer = (request, response) => {
      const kept = request.url !== "/private";
      response.writeHead(request.url === "/none" ? 204 : 200, {
        "cache-control": kept ? "public, max-age=60" : "no-store",
        ...(request.url === "/head" && { "content-length": "4" }),
      });
      response.end(request.url === "/none" ? undefined : "text");
    };
    for (let i = 0; i < 2; i++) {
      assert.deepEqual((({ statusCode, body }) => [statusCode, body])(await get(client, "/none")), [204, ""]);
      assert.equal((await get(client, "/private")).body, "text");
      const head = await client.request({ origin, path: "/head", method: "HEAD" });
      assert.equal(head.headers["content-length"], "4");
      await head.body.dump();
    }
    assert.deepEqual(asked.map(({ url }) => url).sort(), ["/head", "/none", "/private", "/private"]);
    assert.equal(cache.size, 2);
    assert.equal((await get(client, "/head")).body, "text");
  });

  test("Vary: each language is a response of its own", async () => {
    const { client } = open();
    answer = (request, response) => {
      response.setHeader("cache-control", "public, max-age=60");
      response.setHeader("vary", "Accept-Language, accept");
      response.end(`${request.headers["accept-language"]} ${asked.length}`);
    };
    const bodies: string[] = [];
    for (const language of ["de", "en", "de", "fr", "en", "de"])
      bodies.push((await get(client, "/", { "accept-language": language })).body);
    assert.deepEqual(bodies, ["de 1", "en 2", "de 1", "fr 3", "en 2", "de 1"]);
    assert.equal((await get(client, "/", { "accept-language": "de", accept: "x" })).body, "de 4");
    assert.equal((await get(client, "/")).body, "undefined 5");
    assert.equal((await get(client, "/")).body, "undefined 5");
  });

  test("a stale response is asked for again by its ETag, and kept or replaced", async () => {
    const { client } = open();
    let etag = '"one"';
    const codes: number[] = [];
    answer = (request, response) => {
      const same = request.headers["if-none-match"] === etag;
      codes.push(same ? 304 : 200);
      response.writeHead(same ? 304 : 200, { etag, "cache-control": "no-cache" });
      response.end(same ? undefined : `body of ${etag}`);
    };
    const bodies: string[] = [];
    for (const next of ['"one"', '"one"', '"two"', '"two"']) {
      etag = next;
      bodies.push((await get(client, "/")).body);
    }
    assert.deepEqual(bodies, ['body of "one"', 'body of "one"', 'body of "two"', 'body of "two"']);
    assert.equal(codes.filter((code) => code === 200).length >= 2, true);
    assert.ok(codes.includes(304), codes.join());
  });

  test("a stale response serves while it is fetched anew, and a 304 makes it fresh", async (t) => {
    const { client } = open();
    t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
    let is304 = false;
    answer = (request, response) => {
      is304 = request.headers["if-none-match"] === '"x"';
      response.sendDate = false;
      response.writeHead(is304 ? 304 : 200, {
        etag: '"x"',
        "cache-control": "public, max-age=10, stale-while-revalidate=600",
      });
      response.end(is304 ? undefined : "x".repeat(200_000));
    };
    const first = await get(client, "/");
    t.mock.timers.tick(20_000);
    const stale = await get(client, "/");
    assert.equal(stale.headers.warning, '110 - "response is stale"');
    // Cached responses alone would not let the answer come in.
    let fresh = stale;
    for (let i = 0; i < 1000 && fresh.headers.warning !== undefined; i++) {
      await wait(5);
      fresh = await get(client, "/");
    }
    assert.equal(is304, true);
    assert.equal(fresh.headers.warning, undefined);
    for (const { body } of [first, stale, fresh]) assert.equal(body, "x".repeat(200_000));
  });

  test("a successful POST takes out what was cached of its URL", async () => {
    const { client, cache } = open();
    answer = cacheable;
    await get(client, "/a");
    await get(client, "/b");
    await (await client.request({ origin, path: "/a", method: "POST" })).body.dump();
    assert.equal(cache.size, 1);
    assert.equal((await get(client, "/a")).body, "/a 4");
    assert.equal((await get(client, "/b")).body, "/b 2");
  });

  test("a body that breaks off, or that its reader gives up, is not cached", async () => {
    const { client, cache } = open();
    answer = (request, response) => {
      response.writeHead(200, { "cache-control": "public, max-age=60", "content-length": "100000" });
      response.write(Buffer.alloc(50_000, 65));
      if (request.url === "/broken") setImmediate(() => response.destroy());
      else if (asked.length > 2) response.end(Buffer.alloc(50_000, 66));
    };
    await assert.rejects(get(client, "/broken"));
    const { body } = await client.request({ origin, path: "/given-up", method: "GET" });
    body.on("error", () => undefined);
    await once(body, "data");
    body.destroy(new Error("enough"));
    await once(body, "close").catch(() => undefined);
    await wait(20);
    assert.equal(cache.size, 0);
    for (let i = 0; i < 2; i++)
      assert.equal((await get(client, "/given-up")).body, "A".repeat(50_000) + "B".repeat(50_000));
    assert.deepEqual([asked.length, cache.size], [3, 1]);
  });

  test("a body above maxEntrySize comes through, and an older response stays", async () => {
    const { client, cache, store } = open({ maxEntrySize: 100_000 });
    let bytes = 100_000;
    answer = (_request, response) => {
      response.setHeader("cache-control", "public, max-age=60");
      response.end(Buffer.alloc(bytes, 65));
    };
    await get(client, "/");
    bytes = 100_001;
    const revalidated = await get(client, "/", { "cache-control": "no-cache" });
    assert.equal(revalidated.body.length, 100_001);
    assert.equal((await get(client, "/other")).body.length, 100_001);
    assert.deepEqual([cache.size, asked.length], [1, 3]);
    const found = store.get({ origin, path: "/", method: "GET" });
    assert.equal(found?.body[0]?.length, 100_000);
  });

  test("requests at the same time: each body is whole, and one of them stays", async () => {
    const { client, cache } = open();
    answer = (request, response) => {
      response.setHeader("cache-control", "public, max-age=60");
      const letter = String.fromCharCode(97 + (asked.length % 26));
      const write = (left: number) => {
        response.write(letter.repeat(10_000));
        if (left > 0) setImmediate(write, left - 1);
        else response.end(request.url);
      };
      write(5);
    };
    const paths = Array.from({ length: 40 }, (_, i) => `/${i % 4}`);
    const whole = (body: string, path: string) => {
      assert.match(body, /^(.)\1{59999}\/\d$/);
      assert.ok(body.endsWith(path));
    };
    for (const [i, { body }] of (await Promise.all(paths.map((path) => get(client, path)))).entries())
      whole(body, paths[i] as string);
    const before = asked.length;
    for (const path of paths) whole((await get(client, path)).body, path);
    assert.deepEqual([asked.length, cache.size], [before, 4]);
  });

  for (const face of ["map", "cache"] as const)
    test(`in a pool too small each response is whole; a ${face} keeps what fits`, async () => {
      const { client, cache, store } = open({}, { maxBytes: "1MiB", face });
      const random = new Random(seed);
      const bodies = new Map<string, string>();
      answer = (request, response) => {
        response.setHeader("cache-control", "public, max-age=60");
        response.setHeader("content-type", "text/plain");
        response.end(bodies.get(request.url as string));
      };
      for (let i = 0; i < 60; i++)
        bodies.set(`/${i}`, random.fill(Buffer.alloc(1 + random.below(60_000))).toString("base64"));
      for (let i = 0; i < 300; i++) {
        const path = `/${random.below(60)}`;
        assert.ok((await get(client, path)).body === bodies.get(path), path);
      }
      assert.ok(cache.size > 5 && cache.size < 60, String(cache.size));
      assert.ok(asked.length < 300);
      bodies.set("/large", random.fill(Buffer.alloc(2 ** 20)).toString("base64"));
      assert.ok((await get(client, "/large")).body === bodies.get("/large"));
      assert.equal(store.isFull(), true);
    });
});
