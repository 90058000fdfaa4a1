/** The engine's module as bytes. The build writes engine_bytes.js from the compiled module. */
export declare function engineBytes(): Uint8Array<ArrayBuffer>;
