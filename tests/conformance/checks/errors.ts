/**
 * errors.ts - mistakes and what a host lacks are told by typed errors, and change nothing.
 */
import {
  type Check,
  equal,
  fails,
  ok,
  openPool,
  type Part,
  type Surroundings,
  sameBytes,
  text,
} from "../tools.js";

/** What shows that a host lacks a part: it rejects. */
const WITHOUT: Readonly<Record<Part, (host: Surroundings) => Promise<unknown>>> = {
  clones: (host) => fails("ERR_SPILLWAY_ARG_TYPE", () => openPool(host).pool.map().set("a", new Date(0))),
  files: async (host) => {
    // Without files there is no such device; without a permission the pool does not open.
    try {
      openPool(host, { spill: host.file.fileDevice({ dir: "/tmp", maxBytes: "1MiB" }) });
    } catch (error) {
      const { code } = error as { code: string };
      ok(code === "ERR_SPILLWAY_UNSUPPORTED" || code === "ERR_SPILLWAY_DEVICE", `${code} ${error}`);
      return;
    }
    throw new Error("a pool opened a file");
  },
  opfs: async (host) => {
    // Where the device is asynchronous, a pool does not take it yet.
    await fails("ERR_SPILLWAY_UNSUPPORTED", async () => {
      const device = await host.opfs.opfsDevice({ maxBytes: "4MiB", encrypt: false });
      try {
        openPool(host, { spill: device });
      } finally {
        await device.close();
      }
    });
  },
  seal: (host) =>
    fails("ERR_SPILLWAY_UNSUPPORTED", () => openPool(host, { spill: host.deviceTest.memoryDevice() })),
};

export const ERRORS: readonly Check[] = [
  {
    name: "errors: what this host lacks is told as such",
    async run(host) {
      for (const part of Object.keys(host.settings.lacks) as Part[]) await WITHOUT[part](host);
    },
  },
  {
    name: "errors: wrong options and arguments name the value and change nothing",
    async run(host) {
      const { Spillway } = host.spillway;
      await fails("ERR_SPILLWAY_ARG_TYPE", () => Spillway.openSync({} as never));
      await fails("ERR_SPILLWAY_ARG_TYPE", () =>
        Spillway.openSync({ maxBytes: "1MiB", maxByte: 1 } as never),
      );
      await fails("ERR_SPILLWAY_ARG_RANGE", () => Spillway.openSync({ maxBytes: 5 }));
      await fails("ERR_SPILLWAY_ARG_RANGE", () => Spillway.open({ maxBytes: "1 parsec" }));
      const { swap, load, close } = openPool(host);
      swap.store(0, 1, text(1));
      const error = await fails("ERR_SPILLWAY_ARG_RANGE", () => swap.store(0, -1, text(2)));
      equal((error as { value: unknown }).value, -1, "value");
      ok(error instanceof RangeError && error instanceof host.spillway.SpillwayRangeError, "its class");
      await fails("ERR_SPILLWAY_ARG_TYPE", () => swap.store(0, 1, "text" as never));
      await fails("ERR_SPILLWAY_ARG_RANGE", () => swap.store(0, 1, new Uint8Array(4097)));
      sameBytes(load(1), text(1), "the page");
      close();
    },
  },
  {
    name: "errors: a closed pool and closed clients say so",
    async run(host) {
      const { pool, swap } = openPool(host);
      const map = pool.map();
      swap.close();
      await fails("ERR_SPILLWAY_CLOSED", () => swap.store(0, 1, text(1)));
      pool.close();
      pool.close();
      await fails("ERR_SPILLWAY_CLOSED", () => map.get("a"));
      await fails("ERR_SPILLWAY_CLOSED", () => pool.compact());
      await fails("ERR_SPILLWAY_CLOSED", () => pool.frontswap());
    },
  },
  {
    name: "errors: bytes that are no module, or another's, are not taken for the engine",
    async run(host) {
      const { Spillway } = host.spillway;
      const wrong = new Uint8Array(10);
      await fails("ERR_SPILLWAY_ARG_TYPE", () => Spillway.open({ maxBytes: "1MiB", wasm: wrong }));
      const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
      await fails("ERR_SPILLWAY_LAYOUT_MISMATCH", () => Spillway.open({ maxBytes: "1MiB", wasm: empty }));
    },
  },
  {
    name: "errors: an aborted open and aborted work reject with the signal's reason",
    async run(host) {
      const reason = { code: "ours" };
      const signal = AbortSignal.abort(reason);
      await fails("ours", () => host.spillway.Spillway.open({ maxBytes: "1MiB", signal }));
      const { pool, close } = openPool(host);
      await fails("ours", () => pool.compact({ signal }));
      close();
    },
  },
  {
    name: "errors: a pool is not cloned, and its classes are not made by new",
    async run(host) {
      const { pool, swap, close } = openPool(host);
      for (const one of [pool, swap]) {
        let name = "none";
        try {
          structuredClone(one);
        } catch (error) {
          name = (error as Error).name;
        }
        equal(name, "DataCloneError", "structuredClone");
      }
      const Class = host.spillway.Spillway as unknown as new () => object;
      await fails("ERR_SPILLWAY_ARG_TYPE", () => new Class());
      close();
    },
  },
  {
    name: "errors: a getter that throws is the caller's mistake, with its cause",
    async run(host) {
      const mine = new Error("mine");
      const options = {
        get maxBytes(): number {
          throw mine;
        },
      };
      const error = await fails("ERR_SPILLWAY_ARG_TYPE", () => host.spillway.Spillway.openSync(options));
      equal((error as Error).cause, mine, "cause");
    },
  },
];
