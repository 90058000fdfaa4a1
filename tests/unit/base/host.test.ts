/**
 * Shows what a pool says of a host that lacks something or forbids it, and of a module that is none or
 * another's: a code for each kind, and a message that names the part; never advice for another fault.
 *
 * How: parts of the host are taken away while a pool is opened, or replaced by ones that refuse as engines
 * do.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { Spillway } from "spillway";
import { moduleBytes } from "#kit/pools.js";

const SIZE = { maxBytes: "1MiB" };

/** Runs with a property of an object, global or not, that is something else or not there. */
async function having(path: string, value: unknown, body: () => unknown): Promise<void> {
  const names = path.split(".");
  const name = names.pop() as string;
  let owner: object = globalThis;
  for (const one of names) owner = (owner as Record<string, object>)[one] as object;
  const was = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  try {
    await body();
  } finally {
    if (was === undefined) delete (owner as Record<string, unknown>)[name];
    else Object.defineProperty(owner, name, was);
  }
}

/** Every way to open a pool fails so. */
async function failsToOpen(
  error: { code: string; message: RegExp },
  options: object = SIZE,
  sync = true,
): Promise<void> {
  const given = options as { maxBytes: string };
  if (sync) assert.throws(() => Spillway.openSync(given), error);
  await assert.rejects(Spillway.open(given), error);
}

describe("a host that lacks a part", () => {
  for (const part of ["WebAssembly", "crypto", "performance", "setTimeout", "setInterval", "WeakRef"]) {
    test(`${part}: the error names it and nothing else`, async () => {
      await having(part, undefined, async () => {
        const error = { code: "ERR_SPILLWAY_UNSUPPORTED", message: new RegExp(`: ${part}[^,]*$`) };
        await failsToOpen(error);
        await assert.rejects(Spillway.open(SIZE), ({ message }: Error) => !/Policy/.test(message));
      });
    });
  }

  test("several: one error names them all", () =>
    having("WeakRef", undefined, () =>
      having("crypto", undefined, () =>
        failsToOpen({ code: "ERR_SPILLWAY_UNSUPPORTED", message: /: crypto\.getRandomValues .*, WeakRef/ }),
      ),
    ));

  test("what is not wanted may be missing: timers without work of its own", async () => {
    const options = { ...SIZE, autoShrink: false };
    await having("setTimeout", undefined, () =>
      having("setInterval", undefined, async () => {
        const pool = Spillway.openSync(options);
        const unsupported = { code: "ERR_SPILLWAY_UNSUPPORTED", message: /setTimeout/ };
        await assert.rejects(pool.compact(), unsupported);
        await assert.rejects(pool.shrink(), unsupported);
        await assert.rejects(pool.recompress(), unsupported);
        await assert.rejects(Spillway.restore(new Uint8Array(), options), unsupported);
        pool.close();
      }),
    );
    const pool = Spillway.openSync(options);
    await having("ReadableStream", undefined, () =>
      assert.throws(() => pool.snapshot(), { code: "ERR_SPILLWAY_UNSUPPORTED", message: /ReadableStream/ }),
    );
  });

  test("SIMD: neither the policy's fault nor the module's", async () => {
    // A library that has compiled nothing yet, in a host that compiles nothing but the smallest module.
    const url = new URL("../../../spillway.js?fresh", import.meta.url).href;
    const fresh = (await import(url)) as { Spillway: typeof Spillway };
    const { Module } = WebAssembly;
    const tried = (bytes: Uint8Array<ArrayBuffer>) => {
      if (bytes.length > 8) throw new WebAssembly.CompileError("invalid value type");
      return bytes;
    };
    const old = class extends Module {
      constructor(bytes: Uint8Array<ArrayBuffer>) {
        super(tried(bytes));
      }
    };
    const error = { code: "ERR_SPILLWAY_UNSUPPORTED", message: /SIMD.*: invalid value type$/ };
    await having("WebAssembly.Module", old, () =>
      having(
        "WebAssembly.compile",
        async (bytes: Uint8Array<ArrayBuffer>) => new old(bytes),
        async () => {
          assert.throws(() => fresh.Spillway.openSync(SIZE), error);
          await assert.rejects(fresh.Spillway.open(SIZE), error);
        },
      ),
    );
  });
});

describe("a host that forbids WebAssembly", () => {
  const blocked = { code: "ERR_SPILLWAY_WASM_BLOCKED", message: /'wasm-unsafe-eval'.*: refused$/ };

  test("at compilation, as Chromium and Firefox do", async () => {
    const refuse = class {
      constructor() {
        throw new WebAssembly.CompileError("refused");
      }
    };
    await having("WebAssembly.Module", refuse, () =>
      having(
        "WebAssembly.compile",
        async () => new refuse(),
        () => failsToOpen(blocked, { ...SIZE, wasm: new Uint8Array(moduleBytes("engine")) }),
      ),
    );
  });

  test("at instantiation, as WebKit does", async () => {
    const refuse = class {
      constructor() {
        throw new EvalError("refused");
      }
    };
    await having("WebAssembly.Instance", refuse, () => failsToOpen(blocked));
  });
});

describe("a module of the caller's", () => {
  test("bytes that are none: the argument is wrong", async () => {
    const good = moduleBytes("engine");
    for (const wasm of [
      new Uint8Array(10),
      new Uint8Array(),
      new ArrayBuffer(3),
      new DataView(new ArrayBuffer(8)),
      new Uint8Array([0, 1, 2, 3]),
      good.slice(0, 1000),
    ]) {
      const error = { code: "ERR_SPILLWAY_ARG_TYPE", name: "SpillwayTypeError", message: /^wasm must be / };
      await failsToOpen(error, { ...SIZE, wasm });
      assert.throws(
        () => Spillway.openSync({ ...SIZE, wasm }),
        ({ message }: Error) => !/Policy/.test(message),
      );
    }
  });

  test("no bytes at all, or what only looks like them", async () => {
    const bytes = new Uint8Array(moduleBytes("engine"));
    const lookalikes = [
      "wasm",
      null,
      {},
      { [Symbol.toStringTag]: "WebAssembly.Module" },
      { [Symbol.toStringTag]: "Uint8Array", byteLength: 8, buffer: bytes.buffer },
      Object.create(WebAssembly.Module.prototype),
      new Proxy(bytes, {}),
      WebAssembly.Module,
    ];
    for (const wasm of lookalikes)
      await failsToOpen({ code: "ERR_SPILLWAY_ARG_TYPE", message: /^wasm must be / }, { ...SIZE, wasm });
  });

  test("another module: what differs is named", async () => {
    // The smallest module there is, which exports nothing; one that imports a function f of m; one whose
    // start traps; and one
    // that wants a memory of 4 GiB.
    const empty = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    const importing = [...empty, 1, 4, 1, 0x60, 0, 0, 2, 7, 1, 1, 0x6d, 1, 0x66, 0, 0];
    const trapping = [...empty, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 0x0b];
    const vast = [...empty, 5, 5, 1, 0, 0x80, 0x80, 4];
    const code = "ERR_SPILLWAY_LAYOUT_MISMATCH";
    for (const [bytes, message] of [
      [empty, /: it has no section spillway\.layout$/],
      [importing, /: it imports m\.f$/],
      [trapping, /: it has no section spillway\.layout$/],
      [vast, /: it has no section spillway\.layout$/],
    ] as const) {
      const wasm = new Uint8Array(bytes);
      await failsToOpen({ code, message }, { ...SIZE, wasm });
      await failsToOpen({ code, message }, { ...SIZE, wasm: new WebAssembly.Module(wasm) });
    }
  });

  test("of another realm: a module and bytes are taken as one's own", async () => {
    const bytes = moduleBytes("engine");
    const foreign = runInNewContext(
      "const own = new Uint8Array(bytes); [new WebAssembly.Module(own), own, own.buffer, new DataView(own.buffer)]",
      { bytes },
    ) as object[];
    for (const wasm of foreign) {
      assert.ok(!(wasm instanceof Object), "it is of another realm");
      for (const pool of [
        Spillway.openSync({ ...SIZE, wasm: wasm as WebAssembly.Module }),
        await Spillway.open({ ...SIZE, wasm: wasm as WebAssembly.Module }),
      ]) {
        const swap = pool.frontswap();
        swap.init(0);
        assert.equal(swap.store(0, 1, new Uint8Array(4096).fill(3)), true);
        pool.close();
      }
    }
  });
});
