/**
 * address.ts - where a page lives: its area, its offset and, in a file system, its inode.
 *
 * Each client has one Address and fills it for each page, so no call allocates one. An address is read before
 * the call returns and never kept: the next page overwrites it.
 */
import { type AreaHandle, type Inode, NO_AREA } from "./keys.js";

export class Address {
  area: AreaHandle = NO_AREA;
  /** Below 2^32: offset in an area, index in an inode. */
  offset = 0;
  /**
   * Of a page in a file system, which is ephemeral; undefined for a page that persists. Its halves may be
   * set.
   */
  readonly inode: Inode | undefined;

  constructor(inode?: Inode) {
    this.inode = inode;
  }

  /** This address, now of another page: of the same inode, if it has one. */
  at(area: AreaHandle, offset: number): this {
    this.area = area;
    this.offset = offset;
    return this;
  }
}

/** Many pages of one area that persist, in lists of ours: as many offsets, pages and statuses. */
export interface Batch {
  area: AreaHandle;
  readonly offsets: readonly number[];
  /** The pages to store, or what pages are to be loaded into. */
  readonly pages: readonly Uint8Array[];
  /** What became of each page: a Status or, of a load, the length of the page. */
  readonly statuses: number[];
}
