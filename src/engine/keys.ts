/**
 * keys.ts - what names a page inside the engine, and two small types that cross the border with it.
 */

/**
 * Number of an area, the same in every arena of a pool. 0 is no area: stores to it are refused, loads miss.
 */
export type AreaHandle = number & { readonly brand: "AreaHandle" };
export const NO_AREA = 0 as AreaHandle;

/**
 * A client numbers its areas from 0 to one below this; an image keeps that number in 16 bits
 * (docs/FORMAT.md).
 */
export const TYPE_COUNT = 65_536;

/** Number of an inode of a file system, in two halves of 32 bits. */
export interface Inode {
  low: number;
  high: number;
}

/** The key of a page that was evicted. */
export interface EvictedPage {
  /** The area of its file system. */
  area: AreaHandle;
  index: number;
  inode: Inode;
}

/** 64 bits in two halves, the low one first: a seed, or the check of a frame of an image. */
export type Wide = readonly [number, number];
