/**
 * types.ts - classes of the host that public types name, as far as the user's own types know them.
 *
 * The declarations compile with the types of a browser, of Node, of both or of neither, with `lib` from ES2022 and without
 * skipLibCheck: what ES2022 does not declare is asked for here and named nowhere else in public.
 */

declare global {
  /** Merges with the host's own where there is one, and is empty where there is none, as in the types of Node. */
  // biome-ignore lint/suspicious/noExplicitAny: declarations that merge must have the same parameters.
  interface ReadableStream<R = any> {}
}

/** WebAssembly.Module; those of Node alone do not know it. */
export type HostModule = typeof globalThis extends {
  WebAssembly: { Module: new (bytes: ArrayBuffer) => infer Module };
}
  ? Module
  : object;

/** The key of `using`, if the types know it. */
type DisposeKey = SymbolConstructor extends { readonly dispose: infer Key extends symbol } ? Key : never;
type AsyncDisposeKey = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol }
  ? Key
  : never;

/** What ends with the block that declares it by `using`. */
export type HostDisposable = { [Key in DisposeKey]: () => void };
/** What ends with the block that declares it by `await using`. */
export type HostAsyncDisposable = { [Key in AsyncDisposeKey]: () => Promise<void> };
