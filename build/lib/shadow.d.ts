/**
 * shadow.ts - what a live pool would have kept of what is offered, at what price. Keeps no byte of any page.
 *
 * Every page is copied into the window of an arena that stays empty, and hashed; a page that belongs to a sample is also
 * encoded, once for each body. The sample says how many pages and bodies there are and what they take; footprint.ts what a
 * live pool occupies for that; the clock, read now and then, how long a live pool would have hashed and encoded.
 *
 * Not looked at: caps of clients, the nursery, recompression, the arenas of a pool beyond the first, and which ephemeral pages
 * would have gone where there was no room. See ARCHITECTURE.md, "Does it pay?".
 */
import type { AreaHandle, Arena, Inode } from "./arena.js";
import type { CheckedOptions } from "./options.js";
import type { ShadowStats } from "./stats.js";
export declare class Shadow {
    #private;
    /** Stores offered so far, all of them refused. */
    offeredPages: number;
    /** An arena that keeps nothing lends its window and its codec; `seed` is two words that nobody else knows. */
    constructor(arena: () => Arena, options: CheckedOptions, maxBytes: number, seed: readonly [number, number]);
    /** Looks at a page that is offered. It replaces the one under its key, whatever would have become of it. */
    offer(area: AreaHandle, scope: number, offset: number, page: Uint8Array, kind: number, inode?: Inode): void;
    /** Looks at a load: `exclusive` ones take the page with them. */
    load(area: AreaHandle, offset: number, exclusive: boolean, inode?: Inode): void;
    /** Looks at an invalidation. */
    forget(area: AreaHandle, offset: number, inode?: Inode): void;
    forgetInode(area: AreaHandle, inode: Inode): void;
    forgetArea(area: AreaHandle): void;
    /** Sees what would be saved now, at `at` milliseconds. */
    see(at: number): void;
    stats(): ShadowStats;
}
