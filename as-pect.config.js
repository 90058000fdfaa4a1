/**
 * as-pect.config.js - specs of the engine's files, compiled together with them and run inside wasm.
 *
 * The engine works on fixed addresses from 4 KiB upward; as-pect's own runtime lives in the same memory. So
 * as-pect.asconfig.json puts everything managed above 192 MiB, and specs keep the engine below 128 MiB.
 */
export default {
  entries: ["tests/engine/**/*.spec.ts"],
  include: ["tests/engine/**/*.include.ts"],
  disclude: [/node_modules/],
  instantiate(_memory, createImports, instantiate, binary) {
    return instantiate(binary, createImports({ env: {} }));
  },
  outputBinary: false,
};
