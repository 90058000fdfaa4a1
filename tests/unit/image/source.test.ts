/**
 * Shows where an image may come from: whatever has bytes, of any realm, and nothing that only says so. A
 * restore holds no chunk but the one that it reads, and no listener afterwards; a source that never lets the
 * host run, or cannot be cancelled, hides no error.
 *
 * How: sources that hang, throw and lie; arrays out of a vm context; a process with `gc` that asks which
 * chunks of a source are still alive.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { Readable } from "node:stream";
import { describe, test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { OldSignal } from "#kit/signals.js";
import { asBytes } from "#lib/base/foreign.js";

const random = new Random(21);
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** An image of one client with so many random pages. */
async function imageOf(pages: number): Promise<Uint8Array<ArrayBuffer>> {
  const pool = Spillway.openSync({ maxBytes: "64MiB", autoShrink: false });
  const swap = pool.frontswap({ name: "a" });
  swap.init(0);
  for (let i = 0; i < pages; i++) swap.store(0, i, random.fill(new Uint8Array(4096)));
  const chunks: Uint8Array[] = [];
  for await (const chunk of pool.snapshot()) chunks.push(chunk);
  pool.close();
  return Uint8Array.from(Buffer.concat(chunks));
}

describe("a source", () => {
  test("with a signal, no chunk is held but the one that is read, and nothing afterwards", () => {
    const script = `
      import { Spillway } from ${JSON.stringify(new URL("../../../spillway.js", import.meta.url).href)};
      const pool = Spillway.openSync({ maxBytes: "64MiB" });
      const swap = pool.frontswap();
      swap.init(0);
      const page = new Uint8Array(4096);
      const words = new Uint32Array(page.buffer);
      let x = 1;
      for (let i = 0; i < 12_000; i++) {
        for (let at = 0; at < 1024; at++) words[at] = x = (Math.imul(x, 1664525) + 1013904223) ^ (x >>> 13);
        swap.store(0, i, page);
      }
      globalThis.abort = new AbortController();
      let chunks = [];
      let most = 0, bytes = 0, count = 0;
      const alive = () => {
        gc();
        chunks = chunks.filter((one) => one.deref() !== undefined);
        return chunks.length;
      };
      const source = async function* () {
        for await (const chunk of pool.snapshot()) {
          chunks.push(new WeakRef(chunk));
          bytes += chunk.length;
          if (++count % 100 === 0) {
            // What a WeakRef has shown is kept until the job ends.
            await new Promise((resolve) => setImmediate(resolve));
            most = Math.max(most, alive());
          }
          yield chunk;
        }
      };
      const before = process.memoryUsage().arrayBuffers;
      const again = await Spillway.restore(source(), { maxBytes: "64MiB", signal: abort.signal });
      await new Promise((resolve) => setTimeout(resolve, 10));
      const left = alive();
      const held = process.memoryUsage().arrayBuffers - before;
      console.log(JSON.stringify({ bytes, most, left, held, pages: again.stats().storedPages }));`;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--expose-gc", "--input-type=module", "-e", script],
      { encoding: "utf8", timeout: 60_000 },
    );
    assert.equal(status, 0, stderr);
    const { bytes, most, left, held, pages } = JSON.parse(stdout) as Record<string, number>;
    assert.equal(pages, 12_000);
    assert.ok((bytes as number) > 48e6);
    // Some are of the stream's own making; without the cure it is all of them.
    assert.ok((most as number) <= 8, `${most} chunks alive while reading`);
    assert.ok((left as number) <= 2, `${left} chunks alive afterwards`);
    assert.ok((held as number) < 8e6, `${held} bytes held afterwards`);
  });

  test("a restore leaves no listener, however it ends", async () => {
    const image = await imageOf(300);
    const pieces = async function* (bytes: Uint8Array) {
      for (let at = 0; at < bytes.length; at += 9000) yield bytes.subarray(at, at + 9000);
    };
    const signal = new OldSignal();
    const again = await Spillway.restore(pieces(image), { maxBytes: "4MiB", signal });
    assert.equal(again.stats().storedPages, 300);
    assert.equal(signal.most, 1, "it was listened to");
    assert.equal(signal.listeners.size, 0);
    const failing = Spillway.restore(pieces(image.subarray(0, 100_000)), { maxBytes: "4MiB", signal });
    await assert.rejects(failing, { code: "ERR_SPILLWAY_IMAGE_DAMAGED" });
    assert.equal(signal.listeners.size, 0);
    again.close();
  });

  test("one that never lets the host run is ended by a signal, and the host runs", async () => {
    const image = await imageOf(50);
    const endless: Record<string, () => unknown> = {
      "empty chunks": async function* () {
        for (;;) yield new Uint8Array();
      },
      "empty chunks of a stream": () =>
        new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array()) }),
      "an image that does not end": async function* () {
        yield image.subarray(0, 40_000);
        for (;;) yield new Uint8Array();
      },
      "answers that are no promises": () => ({
        [Symbol.asyncIterator]: () => ({ next: () => ({ done: false, value: new Uint8Array() }) }),
      }),
    };
    for (const [name, source] of Object.entries(endless)) {
      let turns = 0;
      const timer = setInterval(() => {
        turns += 1;
      }, 5);
      const signal = AbortSignal.timeout(100);
      await assert.rejects(
        Spillway.restore(source() as never, { maxBytes: "1MiB", signal }),
        { name: "TimeoutError" },
        name,
      );
      clearInterval(timer);
      assert.ok(turns > 0, `${name}: ${turns} turns`);
    }
  });

  test("one that cannot be cancelled, or throws at that, hides no error", async () => {
    const trouble = () => {
      throw new Error("cannot be cancelled");
    };
    const text = "no image at all, and some more of it";
    const bytes = Buffer.from(text);
    const reader = (cancel: () => unknown) => ({
      getReader: () => ({ read: async () => ({ done: false, value: bytes }), cancel }),
    });
    const iterable = (more: object) => ({
      [Symbol.asyncIterator]: () => ({ next: async () => ({ done: false, value: bytes }), ...more }),
    });
    const failing = {
      next: async () => ({ done: false, value: bytes }),
      get return() {
        return trouble();
      },
    };
    const sources = [
      reader(trouble),
      reader(async () => trouble()),
      reader(() => new Promise(() => {})),
      reader(() => undefined),
      iterable({}),
      iterable({ return: trouble }),
      iterable({ return: () => new Promise(() => {}) }),
      iterable({ return: 7 }),
      Object.assign(iterable({}), { [Symbol.asyncIterator]: () => failing }),
    ];
    for (const source of sources)
      await assert.rejects(Spillway.restore(source as never, { maxBytes: "1MiB" }), {
        code: "ERR_SPILLWAY_IMAGE_FOREIGN",
      });
    await turn();
    // And one that was to be read under a signal that had been aborted is told.
    let told: unknown;
    const stream = new ReadableStream<Uint8Array>({
      cancel: (why) => {
        told = why;
      },
    });
    const reason = new Error("no");
    const signal = AbortSignal.abort(reason);
    await assert.rejects(Spillway.restore(stream, { maxBytes: "1MiB", signal }), reason);
    assert.equal(told, reason);
  });

  test("may be whatever has bytes, of any realm", async () => {
    const image = await imageOf(40);
    const context = createContext({ bytes: image, Buffer });
    const foreign = (script: string) => runInContext(script, context) as never;
    const shifted = new Uint8Array(image.length + 16);
    shifted.set(image, 8);
    const padded = new Uint8Array(Math.ceil(image.length / 8) * 8);
    assert.equal(padded.length, image.length, "an image is a whole number of words");
    const shared = new SharedArrayBuffer(image.length);
    new Uint8Array(shared).set(image);
    const sources: Record<string, () => unknown> = {
      Uint8Array: () => image,
      Buffer: () => Buffer.from(image),
      "a part of an array": () => shifted.subarray(8, 8 + image.length),
      ArrayBuffer: () => image.buffer,
      DataView: () => new DataView(shifted.buffer, 8, image.length),
      Float64Array: () => new Float64Array(image.buffer),
      "shared memory": () => new Uint8Array(shared),
      Blob: () => new Blob([image]),
      Response: () => new Response(image),
      "a Response of a stream": () => new Response(new Blob([image]).stream()),
      "a Response as node-fetch has it": () => ({
        body: Readable.from([Buffer.from(image)]),
        bodyUsed: false,
        arrayBuffer: async () => image.buffer,
      }),
      Readable: () => Readable.from([Buffer.from(image.subarray(0, 999)), Buffer.from(image.subarray(999))]),
      "a byte stream": () => new Blob([image]).stream(),
      "an iterable of buffers": async function* () {
        yield image.slice(0, 5000).buffer;
        yield new DataView(image.buffer, 5000);
      },
      "an array of another realm": () => foreign("new Uint8Array(bytes)"),
      "a buffer of another realm": () => foreign("new Uint8Array(bytes).buffer"),
      "a DataView of another realm": () => foreign("new DataView(new Uint8Array(bytes).buffer)"),
      "an iterable of another realm": () =>
        foreign(
          "(async function* () { for (let i = 0; i < bytes.length; i += 7000) yield new Uint8Array(bytes.slice(i, i + 7000)); })()",
        ),
      "a stream of arrays of another realm": () =>
        new ReadableStream({
          start(controller) {
            controller.enqueue(foreign("new Uint8Array(bytes)"));
            controller.close();
          },
        }),
      "a Blob by its methods": () => ({ size: 1, stream: () => new Blob([image]).stream() }),
    };
    for (const [name, source] of Object.entries(sources)) {
      const again = await Spillway.restore(source() as never, { maxBytes: "1MiB" });
      assert.equal(again.stats().storedPages, 40, name);
      again.close();
    }
  });

  test("is refused with a code when it is none, is read already, or lies", async () => {
    const image = await imageOf(3);
    const locked = new Blob([image]).stream();
    locked.getReader();
    const used = new Response(image);
    await used.arrayBuffer();
    const wrong = {
      "a locked stream": locked,
      "a Response that was read": used,
      "a tag": {
        [Symbol.toStringTag]: "Uint8Array",
        length: 16,
        buffer: image.buffer,
        byteOffset: 0,
        byteLength: 16,
      },
      "a prototype": Object.create(Uint8Array.prototype),
      "a proxy of bytes": new Proxy(image, {}),
      "an array of chunks": [image],
      "a text": "image",
    };
    for (const [name, source] of Object.entries(wrong))
      await assert.rejects(
        Spillway.restore(source as never, { maxBytes: "1MiB" }),
        { code: "ERR_SPILLWAY_ARG_TYPE" },
        name,
      );
    const answers: [unknown, string][] = [
      [undefined, "ERR_SPILLWAY_ARG_TYPE"],
      [7, "ERR_SPILLWAY_ARG_TYPE"],
      [{ done: false, value: "text" }, "ERR_SPILLWAY_ARG_TYPE"],
      [{ done: false, value: wrong["a tag"] }, "ERR_SPILLWAY_ARG_TYPE"],
      [{ done: true }, "ERR_SPILLWAY_IMAGE_FOREIGN"],
    ];
    for (const [answer, code] of answers)
      await assert.rejects(
        Spillway.restore({ [Symbol.asyncIterator]: () => ({ next: () => answer }) } as never, {
          maxBytes: "1MiB",
        }),
        { code },
      );
    for (const empty of [new ArrayBuffer(), new Blob(), new Response(), new Response(null)])
      await assert.rejects(Spillway.restore(empty, { maxBytes: "1MiB" }), {
        code: "ERR_SPILLWAY_IMAGE_FOREIGN",
      });
  });

  test("bytes are known by what they are: subclasses that lie, detached and resized buffers", async () => {
    class Liar extends Uint8Array {
      override get length() {
        return 4096;
      }
      override get byteLength() {
        return 4096;
      }
      override get buffer() {
        return new ArrayBuffer(4096);
      }
      override subarray(): never {
        throw new Error("asked");
      }
    }
    assert.deepEqual(asBytes(new Liar([1, 2, 3])), Uint8Array.of(1, 2, 3));
    const gone = new Uint8Array(8);
    const view = new DataView(gone.buffer);
    structuredClone(gone.buffer, { transfer: [gone.buffer] });
    for (const one of [gone, gone.buffer, view]) assert.equal(asBytes(one)?.length, 0);
    for (const none of [undefined, null, 0, "a", {}, [], () => 1]) assert.equal(asBytes(none), undefined);
    // A buffer that loses bytes between two chunks: they are missing, and no error of the host's comes out.
    const image = await imageOf(200);
    const resizable = new (
      ArrayBuffer as unknown as new (
        bytes: number,
        options: object,
      ) => ArrayBuffer & { resize(bytes: number): void }
    )(image.length, { maxByteLength: image.length });
    new Uint8Array(resizable).set(image);
    const source = async function* () {
      yield new Uint8Array(resizable);
    };
    const ended = Spillway.restore(source(), { maxBytes: "4MiB" });
    for (let i = 0; i < 40; i++) await undefined;
    resizable.resize(5);
    await assert.rejects(ended, { code: "ERR_SPILLWAY_IMAGE_DAMAGED" });
  });
});
