/**
 * devices.ts - pools that spill: to memory, to a file, to the origin private file system.
 */
import type { SpillDevice } from "spillway/device-test";
import { type Check, equal, fails, noise, ok, openPool, type Surroundings, sameBytes } from "../tools.js";

/** Pages that do not compress, so that four pages of five lie on the device. */
const PAGES = 1200;

/** A pool of 1 MiB keeps 4.7 MiB of pages by its device. All come back, and some change. */
function spillAndLoad(host: Surroundings, device: SpillDevice): void {
  const { pool, swap, load, close } = openPool(host, { maxBytes: "1MiB", spill: device });
  for (let n = 0; n < PAGES; n++) ok(swap.store(0, n, noise(n)), `store ${n}`);
  const { spill } = pool.stats();
  ok(spill !== undefined && spill.bodies > PAGES / 2, `${spill?.bodies} bodies on the device`);
  equal(spill.devices[0]?.state, "serving", "state");
  for (let n = 0; n < PAGES; n += 3) ok(swap.store(0, n, noise(n + 1_000_000)), `store ${n} again`);
  for (let n = 1; n < PAGES; n += 3) ok(swap.invalidatePage(0, n), `invalidatePage ${n}`);
  for (let n = 0; n < PAGES; n++) {
    if (n % 3 === 1) equal(load(n), undefined, `page ${n}`);
    else sameBytes(load(n), noise(n % 3 === 0 ? n + 1_000_000 : n), `page ${n}`);
  }
  const { loads, failedLoads, triedLoads } = pool.stats();
  equal(triedLoads, loads + failedLoads, "loads");
  close();
}

/** The same where the device may answer later: verbs that wait, and room made beforehand or awaited. */
async function spillAndWait(host: Surroundings, device: SpillDevice): Promise<void> {
  const { pool, swap, close } = openPool(host, { maxBytes: "1MiB", spill: device });
  const store = async (n: number, page: Uint8Array) => {
    while (!swap.store(0, n, page)) ok(await pool.makeRoom(), `store ${n}`);
  };
  for (let n = 0; n < PAGES; n++) await store(n, noise(n));
  const { spill } = pool.stats();
  ok(spill !== undefined && spill.bodies > PAGES / 2, `${spill?.bodies} bodies on the device`);
  for (let n = 0; n < PAGES; n += 3) await store(n, noise(n + 1_000_000));
  for (let n = 1; n < PAGES; n += 3) ok(swap.invalidatePage(0, n), `invalidatePage ${n}`);
  const page = new Uint8Array(pool.pageSize);
  for (let n = 0; n < PAGES; n += 7) {
    equal(await swap.loadAsync(0, n, page), n % 3 !== 1, `page ${n}`);
    if (n % 3 !== 1) sameBytes(page, noise(n % 3 === 0 ? n + 1_000_000 : n), `page ${n}`);
  }
  const offsets = Array.from({ length: PAGES }, (_, n) => n);
  const pages = offsets.map(() => new Uint8Array(pool.pageSize));
  const loaded = await swap.loadManyAsync(0, offsets, pages);
  for (const n of offsets) {
    equal(loaded[n], n % 3 !== 1, `page ${n}`);
    if (n % 3 !== 1) sameBytes(pages[n], noise(n % 3 === 0 ? n + 1_000_000 : n), `page ${n}`);
  }
  close();
}

/** Maps and buffers over such a device. */
async function waitingFaces(host: Surroundings, device: SpillDevice): Promise<void> {
  const { pool, close } = openPool(host, { maxBytes: "1MiB", spill: device });
  const map = pool.map<Uint8Array>();
  for (let n = 0; n < 600; n++)
    while (!map.trySet(`${n}`, noise(n, 3000))) ok(await pool.makeRoom(), `set ${n}`);
  for (let n = 0; n < 600; n += 5) sameBytes(await map.getAsync(`${n}`), noise(n, 3000), `value ${n}`);
  let count = 0;
  for await (const [key, value] of map) {
    sameBytes(value, noise(Number(key), 3000), `value ${key}`);
    count += 1;
  }
  equal(count, 600, "values");
  map.close();
  const buffer = pool.buffer("4MiB", { residentBytes: "256KiB", frame: 4096 });
  for (let n = 0; n < 800; n++) await buffer.writeAsync(n * 5000, noise(n, 5000));
  const back = new Uint8Array(5000);
  for (let n = 0; n < 800; n += 3) {
    await buffer.readAsync(n * 5000, back);
    sameBytes(back, noise(n, 5000), `part ${n}`);
  }
  close();
}

async function checksOf(host: Surroundings, make: () => SpillDevice | Promise<SpillDevice>): Promise<void> {
  const checks = await host.deviceTest.checkDevice(make, { fillMost: 40 });
  ok(checks.length > 10, "checks");
  for (const { name, passed, detail } of checks) ok(passed, `${name}: ${detail}`);
}

const fileOf = (host: Surroundings, encrypt: boolean) =>
  host.file.fileDevice({ dir: host.settings.folder, maxBytes: "8MiB", encrypt });

const laterOf = (host: Surroundings) =>
  host.deviceTest.memoryDevice({ maxBytes: "16MiB", encrypt: false, sync: false });

const opfsOf = (host: Surroundings, maxBytes: string) => host.opfs.opfsDevice({ maxBytes, encrypt: false });

export const DEVICES: readonly Check[] = [
  {
    name: "devices: a device in memory, synchronous and not, does what a device must",
    async run(host) {
      for (const sync of [true, false])
        await checksOf(host, () => host.deviceTest.memoryDevice({ maxBytes: "8MiB", sync }));
    },
  },
  {
    name: "devices: a pool spills to memory, and every page comes back",
    run: (host) => spillAndLoad(host, host.deviceTest.memoryDevice({ maxBytes: "8MiB", encrypt: false })),
  },
  {
    name: "devices: the same, sealed",
    needs: "seal",
    run: (host) => spillAndLoad(host, host.deviceTest.memoryDevice({ maxBytes: "8MiB" })),
  },
  {
    name: "devices: a pool spills to memory that answers later, and every page comes back",
    run: (host) => spillAndWait(host, laterOf(host)),
  },
  {
    name: "devices: maps and buffers over memory that answers later",
    run: (host) => waitingFaces(host, laterOf(host)),
  },
  {
    name: "devices: a full device refuses stores and loses nothing",
    run(host) {
      const spill = host.deviceTest.memoryDevice({ maxBytes: "2MiB", encrypt: false });
      const { pool, swap, load, close } = openPool(host, { maxBytes: "1MiB", spill });
      let kept = 0;
      while (kept < PAGES && swap.store(0, kept, noise(kept))) kept += 1;
      ok(kept > 300 && kept < PAGES, `${kept} pages`);
      ok(pool.stats().refused.full > 0, "refusals");
      for (let n = 0; n < kept; n++) sameBytes(load(n), noise(n), `page ${n}`);
      close();
    },
  },
  {
    name: "devices: a read that fails is an error for its page, which stays",
    async run(host) {
      let isDown = false;
      const script = ({ verb }: { verb: string }) =>
        isDown && verb === "read" ? { error: new Error("down") } : undefined;
      const spill = host.deviceTest.memoryDevice({ encrypt: false, script });
      const { swap, load, close } = openPool(host, { maxBytes: "1MiB", spill });
      for (let n = 0; n < 600; n++) ok(swap.store(0, n, noise(n)), `store ${n}`);
      isDown = true;
      await fails("ERR_SPILLWAY_DEVICE", () => {
        for (let n = 0; n < 600; n++) load(n);
      });
      isDown = false;
      for (let n = 0; n < 600; n++) sameBytes(load(n), noise(n), `page ${n}`);
      close();
    },
  },
  {
    name: "devices: a file does what a device must",
    needs: "files",
    run: (host) => checksOf(host, () => fileOf(host, false)),
  },
  {
    name: "devices: a pool spills to a file, and every page comes back",
    needs: "files",
    run: (host) => spillAndLoad(host, fileOf(host, false)),
  },
  {
    name: "devices: a pool spills to a sealed file, and every page comes back",
    needs: "files",
    run: (host) => spillAndLoad(host, fileOf(host, true)),
  },
  {
    name: "devices: the origin private file system does what a device must",
    needs: "opfs",
    run: (host) => checksOf(host, () => opfsOf(host, "8MiB")),
  },
  {
    name: "devices: a pool spills to the origin private file system, and every page comes back",
    needs: "opfs",
    run: async (host) => spillAndWait(host, await opfsOf(host, "16MiB")),
  },
  {
    name: "devices: maps and buffers over the origin private file system",
    needs: "opfs",
    run: async (host) => waitingFaces(host, await opfsOf(host, "16MiB")),
  },
  {
    name: "devices: the origin private file system answers at once where it can",
    needs: "opfs",
    run: async (host) => {
      const device = await opfsOf(host, "8MiB");
      if (device.sync) spillAndLoad(host, device);
      else await device.close();
    },
  },
];
