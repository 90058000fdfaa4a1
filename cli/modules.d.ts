/** modules.d.ts - types of modules that only the bundler can load, and of packages without types. */
declare module "*.wasm" {
  /** The file's bytes, inlined. */
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
declare module "lodash" {
  const lodash: object;
  export default lodash;
}
declare module "platform" {
  const platform: object;
  export default platform;
}
declare module "*.c" {
  /** The file's text, inlined. */
  const text: string;
  export default text;
}
declare module "node:sqlite" {
  /** What the command uses of it. Types of Node 20 do not have it. */
  export class DatabaseSync {
    constructor(path: string, options?: { readOnly?: boolean });
    prepare(sql: string): StatementSync;
    close(): void;
  }
  export class StatementSync {
    all(): unknown[];
    iterate(): IterableIterator<unknown>;
    setReadBigInts(enabled: boolean): void;
  }
}
