/** Modules that the bundler knows how to bring and that have no types of their own. */
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
