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

async function checksOf(host: Surroundings, make: () => SpillDevice | Promise<SpillDevice>): Promise<void> {
  const checks = await host.deviceTest.checkDevice(make, { fillMost: 40 });
  ok(checks.length > 10, "checks");
  for (const { name, passed, detail } of checks) ok(passed, `${name}: ${detail}`);
}

const fileOf = (host: Surroundings, encrypt: boolean) =>
  host.file.fileDevice({ dir: host.settings.folder, maxBytes: "8MiB", encrypt });

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
    run: (host) => checksOf(host, () => host.opfs.opfsDevice({ maxBytes: "8MiB", encrypt: false })),
  },
  {
    name: "devices: a pool spills to the origin private file system, and every page comes back",
    needs: "opfs",
    run: async (host) => spillAndLoad(host, await host.opfs.opfsDevice({ maxBytes: "8MiB", encrypt: false })),
  },
];
