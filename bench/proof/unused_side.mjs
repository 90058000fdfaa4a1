/**
 * unused_side.mjs - a program that imports the package and opens no pool, or does nothing, for unused.mjs.
 * Prints what that took. Wasm memory is counted by watching whoever asks for it.
 */
import { performance } from "node:perf_hooks";

let wasmBytes = 0;
const { Memory, Instance } = WebAssembly;
WebAssembly.Memory = class extends Memory {
  constructor(limits) {
    super(limits);
    wasmBytes += this.buffer.byteLength;
  }
};
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    for (const one of Object.values(this.exports))
      if (one instanceof Memory) wasmBytes += one.buffer.byteLength;
  }
};

const start = performance.now();
if (process.argv[2] === "imported") await import("spillway");
const importMs = performance.now() - start;
console.log(JSON.stringify({ importMs, rssMiB: process.memoryUsage.rss() / 2 ** 20, wasmBytes }));
