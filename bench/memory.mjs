/**
 * memory.mjs - `npm run bench:memory [-- PART ...]`: what a pool's memory does over time. Parts, all of them by default:
 *
 *   churn      10^7 random stores, overwrites and invalidations, contents, lengths and number of keys drifting: how much of
 *              what is used is bodies, meanwhile and after compact(); the longest step of compaction
 *   giveback   a pool that held 1 GiB of live-process pages and lost nine tenths: how soon how much memory is the system's
 *              again, on request and unasked, and what loads cost meanwhile; in this Node, in Node 24 and in Deno
 *   large      6 GiB of incompressible pages; 2 x 10^7 same-filled and as many tiny pages (takes 8 GiB of memory)
 *   threshold  a full pool under churn, accepting again at once against at nine tenths
 *
 * Each figure with its bound is followed by "met" or "MISSED". Pages are of this process's own memory, stamped so that each
 * is one of its own, and every byte that comes back is compared.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PerformanceObserver, performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { install, main, make, ROOT } from "../scripts/make.mjs";

const GIVEBACK = fileURLToPath(new URL("memory_giveback.mjs", import.meta.url));
const MiB = 2 ** 20;
const say = (text) => console.log(text);
const verdict = (met) => (met ? "met" : "MISSED");
const pause = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

await main(async () => {
  await make("engine", "library", "tests");
  const { Spillway } = await import("spillway");
  const { livePages } = await import("../build/tests/support/pages.js");
  const { Random } = await import("../build/tests/support/random.js");

  async function churn() {
    const operations = 10_000_000;
    const sources = livePages(8000);
    const random = new Random(5);
    const pool = Spillway.openSync({ maxBytes: "256MiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    const page = new Uint8Array(4096);
    const words = new DataView(page.buffer);
    const model = new Map();
    const write = (n) => {
      const phase = Math.floor((n / operations) * sources.length);
      page.set(sources[(phase + (n % 3000)) % sources.length]);
      words.setUint32(2000, n, true);
      return n % 4 === 3 ? 2004 + (Math.imul(n, 2654435761) >>> 21) : 4096;
    };
    let least = { ratio: 1 };
    let sum = 0;
    let looks = 0;
    const start = performance.now();
    for (let n = 0; n < operations; n++) {
      // 30,000 keys, a third more and a third less, three times over.
      const keys = 30_000 + Math.round(10_000 * Math.sin((n / operations) * 6 * Math.PI));
      if (random.below(10) < 7) {
        const key = random.below(keys);
        if (swap.store(0, key, page.subarray(0, write(n)))) model.set(key, n);
        else model.delete(key);
      } else {
        const key = random.below(40_000);
        swap.invalidatePage(0, key);
        model.delete(key);
      }
      if (n > operations / 20 && n % 20_000 === 0) {
        const { storedPages, bytes } = pool.stats();
        const ratio = bytes.compressed / bytes.used;
        const part = (of) => `${((100 * of) / bytes.used).toFixed(1)} %`;
        if (ratio < least.ratio) {
          least = {
            ratio,
            pages: storedPages,
            metadata: part(bytes.metadata),
            free: part(bytes.used - bytes.live),
            rest: part(bytes.live - bytes.metadata - bytes.compressed),
          };
        }
        sum += ratio;
        looks += 1;
        await pause();
      }
    }
    const seconds = (performance.now() - start) / 1000;
    const ratio = () => {
      const { compressed, used, metadata } = pool.stats().bytes;
      return { bodies: compressed / used, metadata: metadata / pool.stats().storedPages };
    };
    const end = ratio();
    const { squeezed, storedPages } = pool.stats();
    await pool.compact();
    const compacted = ratio();
    for (const [key, n] of model) {
      const bytes = write(n);
      const wanted = page.slice(0, bytes);
      if (!swap.load(0, key, page) || Buffer.compare(page.subarray(0, bytes), wanted) !== 0) {
        throw new Error(`the page of key ${key} is not what was stored`);
      }
    }
    say(
      `churn: ${operations} operations in ${seconds.toFixed(0)} s, ${storedPages} pages at the end, all as they were stored; ` +
        `${(squeezed.bytes / operations / 0.7 / 1024).toFixed(1)} KiB moved for each store`,
    );
    say(
      `  bodies / used: mean ${(sum / looks).toFixed(3)}; bound 0.90: ${verdict(sum / looks >= 0.9)}; least ${least.ratio.toFixed(3)}, with ` +
        `${least.pages} pages kept: of used, ${least.metadata} is records and tables, ${least.free} free in slabs, ${least.rest} tags and fixed regions`,
    );
    say(
      `  at the end ${end.bodies.toFixed(3)} (${end.metadata.toFixed(0)} bytes of metadata a page); bound 0.90: ${verdict(end.bodies >= 0.9)}`,
    );
    say(
      `  after compact() ${compacted.bodies.toFixed(3)} (${compacted.metadata.toFixed(0)} bytes of metadata a page); ` +
        `bound 0.95: ${verdict(compacted.bodies >= 0.95)}`,
    );
    pool.close();
  }

  /**
   * The longest step of compaction in pools of every sparseness. Steps during which JavaScript was collected, or the process
   * had no processor for more than half of the time, are told apart.
   */
  async function steps() {
    const { Arenas } = await import("../build/lib/arenas.js");
    const { checkOpenOptions } = await import("../build/lib/options.js");
    const { compileSync } = await import("../build/lib/module.js");
    const sources = livePages(8000);
    const collections = [];
    const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()));
    observer.observe({ entryTypes: ["gc"] });
    const slow = [];
    let count = 0;
    for (let round = 0; round < 5; round++) {
      const arenas = new Arenas(compileSync(undefined), checkOpenOptions({ maxBytes: "512MiB" }));
      const area = arenas.accounts.openArea(1, 0, 1);
      for (let i = 0; i < 100_000; i++) {
        new DataView(sources[i % 8000].buffer, sources[i % 8000].byteOffset).setUint32(2000, i, true);
        arenas.store(area, i, sources[i % 8000]);
      }
      for (let i = 0; i < 100_000; i++) if (i % 10 >= round + 1) arenas.invalidatePage(area, i);
      for (const arena of arenas.memory.list) {
        for (;;) {
          const cpu = process.cpuUsage();
          const start = performance.now();
          const more = arena.compact(1);
          const end = performance.now();
          const { user, system } = process.cpuUsage(cpu);
          count += 1;
          if (end - start > 0.2)
            slow.push({ start, end, waited: (user + system) / 1000 < (end - start) / 2 });
          if (!more) break;
        }
      }
      await pause(10);
    }
    observer.disconnect();
    const collected = ({ start, end }) =>
      collections.some((one) => one.startTime < end && one.startTime + one.duration > start);
    const longestOf = (list) => Math.max(0.2, ...list.map(({ start, end }) => end - start)).toFixed(2);
    const own = slow.filter((one) => !one.waited && !collected(one));
    say(
      `steps of compaction: ${count}, the longest ${longestOf(own)} ms (0.20: or less); bound 2 ms: ` +
        `${verdict(longestOf(own) <= 2)}; with waiting for a processor or the collector ${longestOf(slow)} ms`,
    );
  }

  async function giveback() {
    await install(join(ROOT, "tests/hosts"), "other hosts");
    const hosts = join(ROOT, "tests/hosts/node_modules");
    const deno = join(hosts, "@deno/linux-x64-glibc/deno");
    const contestants = [
      [process.execPath, [GIVEBACK]],
      [join(hosts, "node24/bin/node"), [GIVEBACK]],
      [deno, ["run", "-A", "--node-modules-dir=manual", GIVEBACK]],
    ];
    for (const how of ["shrink", "auto"]) {
      for (const [program, args] of contestants) {
        if (!existsSync(program)) {
          say(`giveback: ${program} is not here`);
          continue;
        }
        await new Promise((resolve, reject) => {
          const child = spawn(program, [...args, how], { cwd: ROOT, stdio: "inherit" });
          child.on("error", reject);
          child.on("close", (code) =>
            code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`)),
          );
        });
      }
    }
  }

  async function large() {
    const pool = Spillway.openSync({ maxBytes: "6GiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    const noise = new Random(1).fill(new Uint8Array(4096));
    const base = new Uint32Array(noise.buffer.slice(0));
    const page = new Uint8Array(4096);
    const words = new Uint32Array(page.buffer);
    // Each page is noise of its own: a product with an odd number is a bijection of words.
    const write = (i) => {
      for (let at = 0; at < 1024; at++) words[at] = Math.imul(base[at] ^ i, 2654435761 + 2 * at);
    };
    const wanted = (5 * 2 ** 30) / 4096;
    let kept = 0;
    for (let i = 0; i < wanted; i++) {
      write(i);
      if (swap.store(0, i, page)) kept += 1;
    }
    const back = new Uint8Array(4096);
    let same = 0;
    for (let i = 0; i < wanted; i++) {
      write(i);
      if (swap.load(0, i, back) && Buffer.compare(back, page) === 0) same += 1;
    }
    const { arenas, incompressiblePages } = pool.stats();
    say(
      `large: a pool of 6 GiB kept ${kept} of ${wanted} incompressible pages (5 GiB; ${incompressiblePages} raw) in ` +
        `${arenas.length} arenas, ${same} came back the same; bound all: ${verdict(same === wanted)}`,
    );
    pool.close();
    for (const kind of ["same-filled", "tiny"]) await many(kind);
  }

  async function many(kind) {
    const count = 20_000_000;
    const pool = Spillway.openSync({ maxBytes: "4GiB", autoShrink: false });
    const swap = pool.frontswap();
    swap.init(0);
    const page = kind === "tiny" ? new Uint8Array(12) : new Uint8Array(4096);
    const words = new DataView(page.buffer);
    const before = process.memoryUsage().heapUsed;
    let most = before;
    for (let i = 0; i < count; i++) {
      if (kind === "tiny") {
        words.setUint32(0, i, true);
        words.setUint32(8, ~i, true);
      } else page.fill(i & 63);
      if (!swap.store(0, i, page)) throw new Error(`page ${i} was refused`);
      if (i % 1_000_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
    }
    for (let i = 0; i < count; i += 97) {
      if (!swap.load(0, i, page)) throw new Error(`page ${i} is gone`);
      if (kind === "tiny" ? words.getUint32(0, true) !== i : page[4095] !== (i & 63))
        throw new Error("wrong bytes");
    }
    most = Math.max(most, process.memoryUsage().heapUsed);
    const { bytes, storedPages } = pool.stats();
    const grown = (most - before) / MiB;
    say(
      `large: ${storedPages} ${kind} pages take ${(bytes.used / storedPages).toFixed(1)} bytes each; the JavaScript heap grew by ` +
        `${grown.toFixed(1)} MiB; bound 50 MiB: ${verdict(grown < 50)}`,
    );
    pool.close();
    await pause(100);
  }

  /** Random overwriting of twice as many keys as there is room for, in turns, in a pool of one arena and of several. */
  async function threshold() {
    await thresholdOf("24MiB", 25_000, 9);
    await thresholdOf("192MiB", 250_000, 3);
  }

  async function thresholdOf(maxBytes, keys, rounds) {
    const sources = livePages(8000);
    const results = new Map([1, 0.9].map((part) => [part, { us: [], kept: 0, stores: 0, bodies: [] }]));
    let arenas = 0;
    for (let round = 0; round < rounds; round++) {
      for (const [acceptThreshold, result] of results) {
        const pool = Spillway.openSync({ maxBytes, acceptThreshold, autoShrink: false });
        const swap = pool.frontswap();
        swap.init(0);
        const random = new Random(round + 1);
        const page = new Uint8Array(4096);
        const words = new DataView(page.buffer);
        const store = (n) => {
          page.set(sources[random.below(8000)]);
          words.setUint32(2000, n, true);
          const key = random.below(keys);
          const start = performance.now();
          const kept = swap.store(0, key, page);
          return { kept, ms: performance.now() - start };
        };
        const warm = Math.round(1.6 * keys);
        for (let n = 0; n < warm; n++) store(n);
        let ms = 0;
        for (let n = 0; n < 60_000; n++) {
          const one = store(warm + n);
          ms += one.ms;
          result.stores += 1;
          if (one.kept) result.kept += 1;
        }
        result.us.push((1000 * ms) / 60_000);
        const { bytes } = pool.stats();
        result.bodies.push(bytes.compressed / bytes.max);
        arenas = pool.stats().arenas.length;
        pool.close();
        await pause();
      }
    }
    const median = (values) => values.sort((one, other) => one - other)[values.length >> 1];
    for (const [acceptThreshold, { us, kept, stores, bodies }] of results) {
      say(
        `threshold ${acceptThreshold}, ${maxBytes} in ${arenas} arenas: a store to a full pool takes ${median(us).toFixed(2)} us, ` +
          `${((100 * kept) / stores).toFixed(1)} % are kept, ${((median(us) * stores) / kept).toFixed(2)} us for each that is kept; ` +
          `bodies / maxBytes ${median(bodies).toFixed(3)}`,
      );
    }
  }

  const parts = { churn, steps, giveback, large, threshold };
  const chosen = process.argv.slice(2);
  for (const name of chosen)
    if (!(name in parts)) throw new Error(`no part ${name}: ${Object.keys(parts).join(", ")}`);
  for (const [name, part] of Object.entries(parts)) {
    if (chosen.length === 0 || chosen.includes(name)) await part();
  }
});
