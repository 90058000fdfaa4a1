/**
 * index.mjs - drives the tile server: a client asks for tiles over HTTP, by Zipf's law, four at a time.
 *
 * Each second tile is a vector tile, the others are pixels. A tile that is not in the cache is rendered: made
 * from its seed. Each body is compared, by its digest, with the tile as it was made before the first request.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { performance } from "node:perf_hooks";
import { makeTile } from "#kit/tiles.js";
import { Zipf } from "#kit/zipf.js";

export const SIDES = { "lru-cache": "plain", SpillCache: "spillway" };

export const SIZES = {
  full: { count: 4000, requests: 16_000, says: "4,000 tiles of 5 to 60 KB, 16,000 requests, 24 MiB" },
  quick: { count: 60, requests: 400, says: "60 tiles of 5 to 60 KB, 400 requests, 24 MiB" },
};

const SEED = 1;
const AT_ONCE = 4;

const render = (path) => {
  const number = Number(path.slice(1));
  return makeTile(SEED, number % 2 === 0 ? "vector" : "pixels", number);
};

export async function drive({ tileServer, tiles, pool }, { count, requests }, meter) {
  const wanted = Array.from({ length: count }, (_, i) => digest(render(`/${i}`)));
  let rendered = 0;
  const server = tileServer(async (path) => {
    rendered += 1;
    return render(path);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = new Client(server.address().port);
  const asked = await ask(client, wanted, requests).finally(() => {
    client.close();
    server.close();
  });
  const hits = 1 - rendered / asked.times.length;
  meter.figures["requests without rendering"] = `${(100 * hits).toFixed(1)} %`;
  meter.held(tiles, pool);
  meter.figures["tiles held"] = tiles.size;
  meter.times("request", asked.times);
  meter.verified(asked.bytes);
  return digest(wanted.join());
}

/** Sends the requests and compares what is answered. */
async function ask(client, wanted, requests) {
  const zipf = new Zipf(wanted.length, 0.9, SEED);
  const times = [];
  let bytes = 0;
  for (let done = 0; done < requests; done += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, () => zipf.next());
    const answers = await Promise.all(numbers.map((number) => client.get(`/${number}`)));
    for (const [i, { body, ms }] of answers.entries()) {
      if (digest(body) !== wanted[numbers[i]]) throw new Error(`tiles: other bytes for ${numbers[i]}`);
      times.push(ms);
      bytes += body.length;
    }
  }
  return { times, bytes };
}

/** A client that keeps its connections. */
class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

  constructor(port) {
    this.port = port;
  }

  async get(path) {
    const start = performance.now();
    const [response] = await once(
      get({ host: "127.0.0.1", port: this.port, path, agent: this.#agent }),
      "response",
    );
    const chunks = [];
    for await (const chunk of response) chunks.push(chunk);
    return { body: Buffer.concat(chunks), ms: performance.now() - start };
  }

  close() {
    this.#agent.destroy();
  }
}

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
