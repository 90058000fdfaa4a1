/**
 * arena.ts - arenas over the modules that tests use, with the doors that the released one does not have.
 */
import { readFileSync } from "node:fs";
import { Arenas } from "#lib/arenas.js";
import { Frontswap } from "#lib/frontswap.js";
import { checkOpenOptions } from "#lib/options.js";
import { Workshop } from "#lib/workshop.js";
/** Bytes of a compiled module; "engine" is the released one. */
export function moduleBytes(build) {
    // From build/tests/support/ to build/wasm/.
    return readFileSync(new URL(`../../wasm/${build}.wasm`, import.meta.url));
}
/** The arenas of a pool over a module with doors. A small `leastShare`, in wasm pages, makes several of a small pool. */
export function openArenas(build, options, leastShare) {
    return new Arenas(new WebAssembly.Module(moduleBytes(build)), checkOpenOptions(options), leastShare);
}
/** A workshop over such a module. */
export function openWorkshop(build, pageSize, sample) {
    return new Workshop(new WebAssembly.Module(moduleBytes(build)), pageSize, sample);
}
/**
 * The secret of a pool's hash comes from the host, and with it the order of pages in the tables, which decides what moves
 * first: here it comes from the seed, so that the same seed gives the same run.
 */
export function withSecretOf(random, make) {
    const { crypto } = globalThis;
    const { getRandomValues } = crypto;
    crypto.getRandomValues = (array) => {
        if (array instanceof Uint32Array)
            for (let i = 0; i < array.length; i++)
                array[i] = random.next();
        return array;
    };
    try {
        return make();
    }
    finally {
        crypto.getRandomValues = getRandomValues;
    }
}
/** The engine of the first arena: of all of them, in a pool of less than 32 MiB. */
export function engineOf(arenas) {
    return arenas.list[0]?.engine;
}
/** A client over arenas of the test's own: its constructor is not in the published types. */
export function frontswapOver(arenas, client, scope) {
    return new Frontswap(() => arenas, client, scope, `client ${client}`);
}
/** Flips bits of a byte in the first arena's memory. */
export function damage(arenas, address, bits) {
    const byte = new Uint8Array(engineOf(arenas).memory.buffer, address, 1);
    byte[0] = byte[0] ^ bits;
}
