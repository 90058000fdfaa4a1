/**
 * image.ts - options of taking an image of a pool, and of restoring a pool from one.
 */
import type { AbortSignalLike } from "../abort.js";
import { rangeError } from "../errors.js";
import { bytesOr, readTable } from "./parse.js";
import {
  type CheckedOptions,
  type OpenOptions,
  type ReadPoolOptions,
  readOpenOptions,
  settingsOf,
} from "./pool.js";

/**
 * Bytes of an image: what pool.snapshot() answers, anything that yields them in chunks, all of them, or what
 * has them: a Blob, a Response whose body was not read before. Of any realm. They are read until the promise
 * settles, and not changed.
 */
export type ImageSource =
  | ReadableStream<Uint8Array>
  | AsyncIterable<ArrayBufferView | ArrayBuffer>
  | ArrayBufferView
  | ArrayBuffer
  | { stream(): ReadableStream<Uint8Array> }
  | { readonly body: ReadableStream<Uint8Array> | null; arrayBuffer(): Promise<ArrayBuffer> };

/** Options of Spillway.restore: those of Spillway.open, with what follows. */
export interface RestoreOptions extends OpenOptions {
  /** If given, must be that of the image. */
  pageSize?: number;
  /** Default: as in the pool that the image was taken of. */
  dedupe?: "client" | "pool" | false;
}

/** Options of pool.snapshot. */
export interface SnapshotOptions {
  /**
   * Bound of the bytes that are held, beside the pool, for the reader of the image: pages that change before
   * their turn, as they were and as they are kept, and 64 bytes for each page that changes. A number, or a
   * string such as "16MiB". Beyond it the stream fails with ERR_SPILLWAY_SNAPSHOT_OVERRUN. All images that
   * are read at a time may hold an eighth of maxBytes together, or the largest of their bounds; beyond that
   * the one that holds most fails. Default: an eighth of the pool's maxBytes.
   */
  maxHeldBytes?: number | string;
}

/** Bytes that a snapshot may hold; undefined if nothing was said. */
export function checkSnapshotOptions(value: unknown): number | undefined {
  return readTable("snapshot options", value, { maxHeldBytes: bytesOr(undefined) }).values.maxHeldBytes;
}

/**
 * The options of Spillway.restore. They are checked again when the image has told its page size
 * (checkImageOptions).
 */
export function checkRestoreOptions(value: unknown): {
  read: ReadPoolOptions;
  signal: AbortSignalLike | undefined;
} {
  const { read, signal } = readOpenOptions("Spillway.restore options", value);
  // Mistakes are told before the source is touched, but for a maxBytes that is too small for the image's
  // pages.
  const { shadow } = settingsOf(read);
  if (shadow) throw rangeError("mode", '"live", for a shadow keeps no page', read.given.mode);
  return { read, signal };
}

/**
 * Settings of a pool for an image with pages of `pageSize` bytes, whose pool shared bodies as `dedupe` says.
 */
export function checkImageOptions(
  { values, given }: ReadPoolOptions,
  { pageSize, dedupe }: Pick<CheckedOptions, "pageSize" | "dedupe">,
): CheckedOptions {
  if (given.pageSize !== undefined && given.pageSize !== pageSize)
    throw rangeError("pageSize", `that of the image (${pageSize})`, given.pageSize);
  const shared = given.dedupe === undefined ? dedupe : values.dedupe;
  return settingsOf({ values: { ...values, pageSize, dedupe: shared }, given });
}
