/**
 * types.ts - classes of the host in public types, where the user's own types know them.
 *
 * The declarations of the package compile with the types of a browser, of Node, of both or of neither, with
 * `lib` from ES2022 and without skipLibCheck. So what ES2022 does not declare is looked up here, and public
 * types name it nowhere else.
 */

declare global {
  /** Merges with the host's own declaration; empty where there is none, as in the types of Node. */
  // biome-ignore lint/suspicious/noExplicitAny: declarations that merge must have the same parameters.
  interface ReadableStream<R = any> {}
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  interface WritableStream<W = any> {}
}

/** WebAssembly.Module, which the types of Node alone do not know. */
export type HostModule = typeof globalThis extends {
  WebAssembly: { Module: new (bytes: ArrayBuffer) => infer Module };
}
  ? Module
  : object;

/** URL, which ES2022 does not know. */
export type HostUrl = typeof globalThis extends { URL: new (url: string) => infer Url } ? Url : never;

/** Symbol.dispose, if the types know it. */
type DisposeKey = SymbolConstructor extends { readonly dispose: infer Key extends symbol } ? Key : never;
type AsyncDisposeKey = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol }
  ? Key
  : never;

/** An object that ends with the block that declares it by `using`. */
export type HostDisposable = { [Key in DisposeKey]: () => void };
/** An object that ends with the block that declares it by `await using`. */
export type HostAsyncDisposable = { [Key in AsyncDisposeKey]: () => Promise<void> };
