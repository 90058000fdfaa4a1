/**
 * index.mjs - drives the session store: first by its own methods, then behind Express.
 *
 * All sessions are set; then come gets, touches and sets by Zipf's law, seven, two and one of ten. Each get
 * is compared with what was set last. Then a server of Express and express-session counts the requests of
 * each visitor, who must be told the right number by the session alone.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import express from "express";
import session from "express-session";
import { Random } from "#kit/random.js";
import { Zipf } from "#kit/zipf.js";
import { heldBytes, mib, timed } from "../harness/meter.mjs";

export const SIDES = { "Map of JSON": "plain", SpillMap: "spillway" };

export const SIZES = {
  full: {
    count: 50_000,
    steps: 100_000,
    visitors: 50,
    says: "50,000 sessions of 0.5 to 3 KB, 100,000 calls",
  },
  quick: { count: 500, steps: 1000, visitors: 3, says: "500 sessions of 0.5 to 3 KB, 1,000 calls" },
};

const DAY = 24 * 3600 * 1000;

export async function drive(program, size, meter) {
  const { sessions, pool, SessionStore } = program;
  const store = new SessionStore();
  const results = stepsOf(store, size);
  meter.held(sessions, pool);
  for (const what of Object.keys(results.times)) meter.times(what, results.times[what]);
  const bytes = results.bytes + compareAll(store, results.versions);
  const seen = await serve(store, size.visitors);
  meter.verified(bytes);
  if (pool) {
    await pool.recompress();
    const rested = heldBytes(sessions, pool);
    meter.notes.push(`SpillMap after a rest (pool.recompress()): ${mib(rested)} held`);
  }
  call(store, "clear");
  if (call(store, "length") !== 0) throw new Error("sessions: not cleared");
  return createHash("sha256").update(`${bytes} ${seen}`).digest("hex");
}

/** The calls of a store are answered at once. */
function call(store, method, ...args) {
  let answer;
  store[method](...args, (error, value) => {
    if (error) throw error;
    answer = value;
  });
  return answer;
}

function stepsOf(store, { count, steps }) {
  const times = { set: [], get: [], touch: [] };
  const versions = new Uint32Array(count);
  const zipf = new Zipf(count, 0.9, 1);
  let bytes = 0;
  const set = (i) => {
    const value = makeSession(i, versions[i]);
    times.set.push(timed(() => call(store, "set", `sess:${i}`, value)));
  };
  for (let i = 0; i < count; i++) set(i);
  for (let step = 0; step < steps; step++) {
    const i = zipf.next();
    if (step % 10 === 0) {
      versions[i] += 1;
      set(i);
    } else if (step % 5 === 1) {
      const value = { cookie: cookie() };
      times.touch.push(timed(() => call(store, "touch", `sess:${i}`, value)));
    } else {
      let found;
      times.get.push(
        timed(() => {
          found = call(store, "get", `sess:${i}`);
        }),
      );
      bytes += compare(found, makeSession(i, versions[i]));
    }
  }
  return { times, versions, bytes };
}

/** Compares all but the cookie, which is renewed; answers how many bytes these are. */
function compare(found, wanted) {
  const [one, other] = [found, wanted].map((value) => JSON.stringify({ ...value, cookie: undefined }));
  if (one !== other) throw new Error("sessions: another session than was set");
  return one.length;
}

function compareAll(store, versions) {
  const all = call(store, "all");
  if (Object.keys(all).length !== versions.length) throw new Error("sessions: another number than was set");
  return versions.reduce((sum, version, i) => sum + compare(all[`sess:${i}`], makeSession(i, version)), 0);
}

const cookie = () => ({
  originalMaxAge: DAY,
  expires: new Date(Date.now() + DAY).toISOString(),
  httpOnly: true,
  path: "/",
});

const WORDS = "order basket account delivery address the a for with red blue lamp table was seen on".split(
  " ",
);

function makeSession(number, version) {
  const random = new Random(number * 31 + version);
  const visits = 3 + random.below(random.below(34) + 1);
  return {
    cookie: cookie(),
    user: { id: random.below(1e6), name: `visitor ${random.below(1e5)}`, roles: ["reader"] },
    token: Array.from({ length: 4 }, () => random.next().toString(16)).join(""),
    version,
    visits: Array.from({ length: visits }, () => ({
      at: 1_700_000_000_000 + random.below(1e9),
      path: `/${random.pick(WORDS)}/${random.below(5000)}`,
      title: Array.from({ length: 2 + random.below(6) }, () => random.pick(WORDS)).join(" "),
    })),
  };
}

// ── behind Express ───────────────────────────────────────────────────────────────────────────────────────

/** Requests of several visitors in turn. Answers what the server told them. */
async function serve(store, visitors) {
  const app = express();
  const options = { resave: false, saveUninitialized: false, cookie: { maxAge: DAY } };
  app.use(session({ ...options, store, secret: "an example's" }));
  app.get("/count", (request, response) => {
    request.session.count = (request.session.count ?? 0) + 1;
    response.json(request.session.count);
  });
  // Reads a session and changes nothing: express-session then calls `touch`.
  app.get("/look", (request, response) => response.json(request.session.count ?? 0));
  app.get("/leave", (request, response) => request.session.destroy(() => response.json(0)));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const told = await visit(`http://127.0.0.1:${server.address().port}`, visitors).finally(() => {
    server.close();
    server.closeAllConnections();
  });
  const wanted = [1, 2, 2, 3, 0, 0].flatMap((count) => Array(visitors).fill(count));
  if (told.join() !== wanted.join()) throw new Error(`sessions: visitors were told ${told.join()}`);
  return told.join();
}

/** Each visitor keeps the cookie that it was given last. */
async function visit(base, visitors) {
  const cookies = new Map();
  const told = [];
  for (const path of ["/count", "/count", "/look", "/count", "/leave", "/look"])
    for (let visitor = 0; visitor < visitors; visitor++) {
      const headers = cookies.has(visitor) ? { cookie: cookies.get(visitor) } : {};
      const response = await fetch(base + path, { headers });
      const given = response.headers.get("set-cookie");
      if (given) cookies.set(visitor, given.split(";")[0]);
      told.push(await response.json());
    }
  return told;
}
