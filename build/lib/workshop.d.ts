/** Pages of samples, the largest first. */
export declare function sampleSizes(pageSize: number): number[];
export declare class Workshop {
    #private;
    /** `sample`: pages to train from, 0 for a workshop that only encodes. Throws when the host has no memory for it. */
    constructor(module: WebAssembly.Module, pageSize: number, sample: number);
    /** Wasm pages of its memory. */
    get wasmPages(): number;
    /** Tells when the host has collected its memory. */
    watch(): WeakRef<ArrayBuffer>;
    /** The page becomes number `index` of the sample. */
    addSample(index: number, page: Uint8Array): void;
    beginTraining(version: number, pages: number): void;
    /** Goes on training for a moment. The dictionary when it is done. */
    train(): Uint8Array | undefined;
    /** Works by this dictionary from now on. False when it is none. */
    use(dictionary: Uint8Array): boolean;
    /** The dense block of a page, or undefined if it is longer than `limit`. To be read before the next call. */
    encode(page: Uint8Array, limit: number): Uint8Array | undefined;
}
