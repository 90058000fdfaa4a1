/**
 * pressure.ts - a pool that makes room when its host is short of memory, and takes it again when the host is not.
 *
 * Off unless asked for, and then one timer. A reading is what a source says; the controller acts on two equal readings in a
 * row: it lowers the pool's limit at once and has memory given back, and it raises the limit in smaller steps than it lowers
 * it. A source that is missing or forbidden says "unknown", on which nothing is done.
 */
import type { Arenas } from "./arenas.js";
import type { Keeper } from "./keeper.js";
import type { Pressure, PressureSettings } from "./options.js";
export declare class PressureController {
    #private;
    /** `arenasOf` answers undefined once the pool is closed. */
    constructor(keeper: Keeper, arenasOf: () => Arenas | undefined, settings: PressureSettings);
    /** Begins to read. Ends by itself when the pool is closed or forgotten. */
    watch(): void;
    /** Takes a reading into account. */
    act(reading: Pressure): void;
}
/** What the process object of Node, Electron and Deno tells about memory, as far as it is there. */
interface MemoryTeller {
    availableMemory?(): number;
    constrainedMemory?(): number | undefined;
}
/**
 * From what is available to this process (process.availableMemory, Node 20.13 and later) and the bound set for it
 * (process.constrainedMemory; a cgroup's, say). "unknown" where the host tells neither.
 */
export declare function memoryPressure(teller?: MemoryTeller | undefined): Pressure;
export {};
