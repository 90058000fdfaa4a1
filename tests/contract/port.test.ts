/**
 * Shows the laws of the contract (ARCHITECTURE.md) for a frontswap on the other side of a port: of a channel
 * in this process, of a worker, and of a child process. Those that the port could break are here; the pool
 * behind it keeps all of them.
 *
 * How: the faces of `spillway/port` over real ports. Calls of one turn are not awaited one by one, so that
 * they go in one message.
 */
import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { after, describe, test } from "node:test";
import { Worker } from "node:worker_threads";
import { connect, type RemoteFrontswap, type RemotePool } from "spillway/port";
import { link } from "#kit/ports.js";
import { Random } from "#kit/random.js";

const PAGE = 4096;
const random = new Random(1);
const noise = () => random.fill(new Uint8Array(PAGE));
const text = (word: string) => new Uint8Array(Buffer.alloc(PAGE, `${word} of the page, and `));
const AAA = text("AAA");
const BBB = text("BBB");

/** A program that serves a pool of 1 MiB to whoever is on the other side of its port. */
const SERVER = new URL("../../kit/models/port_server.js", import.meta.url);

interface Host {
  remote: RemotePool;
  end(): unknown;
}

const HOSTS: Record<string, () => Promise<Host>> = {
  "a channel": async () => {
    const { remote, pool } = await link({ maxBytes: "1MiB", incompressible: "refuse" });
    const end = async () => {
      await remote.close();
      pool.close();
    };
    return { remote, end };
  },
  "a worker": async () => {
    const worker = new Worker(SERVER);
    return { remote: await connect(worker), end: () => worker.terminate() };
  },
  "a child process": async () => {
    const child: ChildProcess = fork(SERVER, { serialization: "advanced" });
    return { remote: await connect(child), end: () => child.kill("SIGKILL") };
  },
};

async function load(swap: RemoteFrontswap, offset: number): Promise<Uint8Array | undefined> {
  const page = new Uint8Array(PAGE);
  const bytes = await swap.loadBytes(0, offset, page);
  return bytes === 0 ? undefined : page.subarray(0, bytes);
}

for (const [name, open] of Object.entries(HOSTS))
  describe(`the contract over ${name}`, async () => {
    let host: Host | undefined;
    const opened = open().then((one) => {
      host = one;
      return one;
    });
    after(() => host?.end());
    const face = async () => {
      const swap = await (await opened).remote.frontswap();
      await swap.init(0);
      return swap;
    };

    test("law 1: a refused store changes nothing, except that the older copy under its key is gone", async () => {
      const swap = await face();
      const answers = await Promise.all([
        swap.store(0, 1, AAA),
        swap.store(0, 2, BBB),
        swap.store(0, 1, noise()),
        load(swap, 1),
        load(swap, 2),
      ]);
      assert.deepEqual(answers, [true, true, false, undefined, BBB]);
      await swap.close();
    });

    test("law 2: a page comes back byte for byte, any number of times, at its own length", async () => {
      const swap = await face();
      const pages = [1, 200, 201, 1000, PAGE].map((bytes) => text(`${bytes}`).subarray(0, bytes));
      const stored = pages.map((page, i) => {
        const given = page.slice();
        const promise = swap.store(0, i, given);
        given.fill(0); // the call has its own copy
        return promise;
      });
      assert.ok((await Promise.all(stored)).every(Boolean));
      for (let round = 0; round < 2; round++)
        assert.deepEqual(await Promise.all(pages.map((_, i) => load(swap, i))), pages);
      await swap.close();
    });

    test("laws 3 and 4: never an older page, and a miss stays one until a store", async () => {
      const swap = await face();
      const asked = [
        load(swap, 9),
        swap.store(0, 9, AAA),
        swap.store(0, 9, BBB),
        load(swap, 9),
        swap.invalidatePage(0, 9),
        load(swap, 9),
        load(swap, 9),
        swap.store(0, 9, AAA),
        load(swap, 9),
      ];
      assert.deepEqual(await Promise.all(asked), [
        undefined,
        true,
        true,
        BBB,
        true,
        undefined,
        undefined,
        true,
        AAA,
      ]);
      await swap.close();
    });

    test("law 9: an exclusive load removes the page, though its signal is aborted when it is under way", async () => {
      const swap = await face();
      await swap.store(0, 1, AAA);
      swap.exclusiveGets = true;
      const { signal, abort } = controller();
      const page = new Uint8Array(PAGE);
      const loading = swap.load(0, 1, page, { signal });
      setImmediate(abort);
      assert.equal(await loading, true);
      assert.deepEqual(page, AAA);
      assert.equal(await load(swap, 1), undefined);
      await swap.close();
    });

    test("law 11: an area that was invalidated is empty and refuses until it is opened again", async () => {
      const swap = await face();
      const asked = [
        swap.store(0, 1, AAA),
        swap.store(0, 2, AAA),
        swap.invalidateArea(0),
        swap.store(0, 1, BBB),
        swap.currPages(0),
        swap.init(0),
        swap.store(0, 1, BBB),
        swap.currPages(0),
      ];
      assert.deepEqual(await Promise.all(asked), [true, true, 2, false, 0, undefined, true, 1]);
      await swap.close();
    });

    test("law 18: the counters add up", async () => {
      const swap = await face();
      const pages = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? noise() : text(`${i}`)));
      const stored = await swap.storeMany(
        0,
        pages.map((_, i) => i),
        pages,
      );
      const targets = pages.map(() => new Uint8Array(PAGE));
      const loaded = await swap.loadMany(
        0,
        pages.map((_, i) => i),
        targets,
      );
      assert.deepEqual(loaded, stored);
      for (const [i, page] of pages.entries()) if (stored[i]) assert.deepEqual(targets[i], page);
      const stats = await swap.stats();
      assert.equal(stats.succStores + stats.failedStores, 300);
      assert.equal(stats.succStores, stored.filter(Boolean).length);
      assert.equal(stats.failedStores, stats.refused.poor + stats.refused.full);
      assert.equal(stats.loads, stats.succStores);
      assert.equal(stats.storedPages, stats.succStores);
      await swap.close();
    });
  });

function controller() {
  const one = new AbortController();
  return { signal: one.signal, abort: () => one.abort() };
}
