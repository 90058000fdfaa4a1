import { type Arenas, type ClientSettings } from "./arenas.js";
import type { ClientStats } from "./stats.js";
export declare class Account {
    #private;
    readonly name: string;
    readonly number: number;
    /** What keeps its bodies apart from those of other clients; 0: shared with all of scope 0. */
    readonly scope: number;
    /** `pool` answers the arenas or throws when the pool is closed. */
    constructor(pool: () => Arenas, number: number, scope: number, settings: ClientSettings);
    /** The arenas; throws when the pool or the client is closed. */
    get arenas(): Arenas;
    get closed(): boolean;
    /** Changes the bytes that its bodies may have. */
    bound(maxBytes: number): void;
    /** Counts a store. True when the page is kept. `payer`: whose account it was charged to, if that is another's. */
    stored(status: number, payer?: Account): boolean;
    resetPeaks(): void;
    /** Counts a load that answered the length of the page, or a Status. */
    loaded(bytes: number): void;
    /** Counts pages removed on request. */
    removed(pages: number): void;
    stats(): ClientStats;
    /** Forgets the account, whose areas are closed by `closeAreas`. Closing twice is fine, and so is a pool closed before. */
    close(closeAreas: (arenas: Arenas) => void): void;
}
