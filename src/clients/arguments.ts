/**
 * arguments.ts - arguments of the clients' verbs: their checks, and what is read of them.
 *
 * A verb reads its options first, then its lists and arrays, then numbers, and only then looks up what it
 * works on. So whatever a caller's getter does happens before the pool is asked for anything. A wrong
 * argument throws an error that names it and its value, and nothing has changed.
 */

import { rangeError, typeError } from "../base/errors.js";
import {
  bytesOf,
  isBytes,
  LIST_LENGTH_MAX,
  lengthOf,
  listElements,
  listLength,
  partsOf,
  writableBytesOf,
} from "../base/foreign.js";
import type { Pages } from "../base/options/client.js";
import type { Batch } from "../engine/address.js";
import { type Inode, NO_AREA, TYPE_COUNT } from "../engine/keys.js";

/** Throws unless `type` is an integer below TYPE_COUNT. */
export function checkType(type: number): void {
  if (typeof type !== "number") throw typeError("type", `an integer below ${TYPE_COUNT}`, type);
  if ((type & (TYPE_COUNT - 1)) !== type)
    throw rangeError("type", `an integer from 0 to ${TYPE_COUNT - 1}`, type);
}

/** Throws unless `offset`, called `what` in messages, is an integer below 2^32. */
export function checkOffset(offset: number, what = "offset"): void {
  if (typeof offset !== "number") throw typeError(what, "an integer below 2^32", offset);
  if (offset >>> 0 !== offset) throw rangeError(what, `an integer from 0 to ${2 ** 32 - 1}`, offset);
}

/** Throws unless both are what areas and offsets may be. */
export function checkKey(type: number, offset: number): void {
  checkType(type);
  checkOffset(offset);
}

const INODE = "an integer from 0 to 2^53 - 1, or a bigint below 2^64";

/** Writes the two halves of an inode into `into`. Throws when it is none. */
export function readInode(inode: number | bigint, into: Inode): void {
  if (typeof inode === "number") {
    if (!Number.isSafeInteger(inode) || inode < 0) throw rangeError("inode", INODE, inode);
    into.low = inode >>> 0;
    into.high = Math.floor(inode / 2 ** 32);
    return;
  }
  if (typeof inode !== "bigint") throw typeError("inode", INODE, inode);
  if (inode < 0n || inode >= 2n ** 64n) throw rangeError("inode", INODE, inode);
  into.low = Number(inode & 0xffffffffn);
  into.high = Number(inode >> 32n);
}

/** Throws unless `uuid` is a UUID in its usual form. Answers it in lower case. */
export function checkUuid(uuid: string): string {
  const wanted = 'a UUID such as "123e4567-e89b-12d3-a456-426614174000"';
  if (typeof uuid !== "string") throw typeError("uuid", wanted, uuid);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) throw rangeError("uuid", wanted, uuid);
  return uuid.toLowerCase();
}

/** A page to store, as bytes: 1 to pageSize of them. */
export function checkPage(page: ArrayBufferView, pageSize: number): Uint8Array {
  const bytes = bytesOf("page", page);
  checkPageLength(bytes, pageSize);
  return bytes;
}

function checkPageLength(page: Uint8Array, pageSize: number): void {
  const length = lengthOf(page);
  if (length === 0 || length > pageSize) {
    throw rangeError("page length", `from 1 to ${pageSize} bytes`, length);
  }
}

/** The array that a page is to be loaded into, as bytes. */
export function checkTarget(page: ArrayBufferView): Uint8Array {
  return writableBytesOf("page", page);
}

/** Pages to store, each of 1 to pageSize bytes, in lists of ours. Of no area yet. */
export function checkPages(offsets: ArrayLike<number>, pages: Pages, pageSize: number): Batch {
  const batch = checkBatch(offsets, pages, pageSize, bytesOf);
  // Now that all of the caller's code has run: a getter may have changed the length of an array read before
  // it.
  for (const page of batch.pages) checkPageLength(page, pageSize);
  return batch;
}

/** The arrays that pages are to be loaded into, in lists of ours. Of no area yet. */
export function checkTargets(offsets: ArrayLike<number>, pages: Pages, pageSize: number): Batch {
  return checkBatch(offsets, pages, pageSize, writableBytesOf);
}

function checkBatch(
  offsets: ArrayLike<number>,
  pages: Pages,
  pageSize: number,
  toBytes: (what: string, value: unknown) => Uint8Array,
): Batch {
  const count = listLength("offsets", offsets);
  if (count === undefined) throw typeError("offsets", "an array of integers", offsets);
  if (!Number.isInteger(count) || count < 0 || count > LIST_LENGTH_MAX)
    throw rangeError("offsets length", `from 0 to ${LIST_LENGTH_MAX}`, count);
  if (!isBytes(pages)) {
    const length = listLength("pages", pages);
    if (length === undefined || !isList(pages))
      throw typeError("pages", "an array of bytes or an array of such arrays", pages);
    if (length !== count) throw rangeError("pages", `${count} arrays, one per offset`, length);
  }
  // The caller's code runs here for the last time.
  const numbers = listElements("offsets", offsets, count) as number[];
  const list = isBytes(pages) ? undefined : listElements("pages", pages, count);
  for (const offset of numbers) checkOffset(offset);
  if (list !== undefined)
    return batchOf(
      numbers,
      list.map((page, i) => toBytes(`pages[${i}]`, page)),
    );
  const whole = toBytes("pages", pages);
  if (lengthOf(whole) !== count * pageSize)
    throw rangeError("pages", `${pageSize} bytes for each of ${count} offsets`, lengthOf(whole));
  return batchOf(numbers, partsOf(whole, count, pageSize));
}

function batchOf(offsets: number[], pages: Uint8Array[]): Batch {
  return { area: NO_AREA, offsets, pages, statuses: new Array(pages.length).fill(0) };
}

/** Arrays of any realm, and proxies of them. */
function isList(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    // A revoked proxy.
    return false;
  }
}
