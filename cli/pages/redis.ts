/**
 * redis.ts - pages of a Redis server that keeps JSON documents and their indexes.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { documentOf } from "./documents.js";
import { memoryPages } from "./memory.js";
import type { PageSet } from "./page_set.js";
import { frozen, installed, START_MILLIS, withFolder, within, withProcess } from "./processes.js";
import { randomBelow } from "./random.js";

/** Bytes of a JSON document, about. Redis keeps each in some 1.7 KiB of heap. */
const DOCUMENT_BYTES = 1400;
/** Answers of Redis to the commands for one document, a line each. */
const ANSWERS = 4;
const RETRY_MILLIS = 50;

/**
 * At most `maxPages` pages of a new server with documents for as many. Throws Error when it does not start.
 */
export async function redisPages(pageSize: number, maxPages: number): Promise<PageSet> {
  if (!installed("redis-server")) throw new Error("not installed (Debian: redis-server)");
  const documents = Math.ceil((pageSize * maxPages) / DOCUMENT_BYTES);
  const source = `the memory of a Redis server that holds ${documents} JSON documents and their indexes`;
  return await withFolder(async (folder) => {
    const path = join(folder, "socket");
    const args = ["--port", "0", "--unixsocket", path, "--save", "", "--appendonly", "no", "--dir", folder];
    const options = { stdio: "ignore", detached: true } as const;
    return await withProcess("redis-server", args, options, async (_, pid) => {
      await fill(path, documents);
      const pages = frozen(pid, () => memoryPages(pid, source, pageSize, maxPages));
      return { ...pages, name: "redis" };
    });
  });
}

/** Stores the documents, each with a hash of its fields, a member of a sorted set and an entry of a list. */
async function fill(path: string, documents: number): Promise<void> {
  const socket = await connected(path);
  let answers = 0;
  let answered: () => void = () => {};
  socket.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) answers++;
    if (answers >= ANSWERS * documents) answered();
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
  await within(START_MILLIS, "redis-server does not answer", all);
  socket.destroy();
}

/** A connection to the server, which may need some time until it listens. */
async function connected(path: string): Promise<Socket> {
  for (let waited = 0; ; waited += RETRY_MILLIS) {
    const socket = connect(path);
    try {
      await once(socket, "connect");
      return socket;
    } catch (error) {
      if (waited >= START_MILLIS) throw error;
      await sleep(RETRY_MILLIS);
    }
  }
}

/** A command in Redis's protocol, RESP. */
function resp(...words: string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;
}
