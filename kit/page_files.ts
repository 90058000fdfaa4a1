/**
 * page_files.ts - pages out of files: raw images of pages of 4 KiB, as `spillway bench codec --save` writes
 * them.
 */
import { readFileSync } from "node:fs";
import { isSameFilled } from "./generated_pages.js";

const PAGE_BYTES = 4096;

/** All whole pages of a file. */
export function pagesOfFile(path: string): Buffer[] {
  const image = readFileSync(path);
  return Array.from({ length: Math.floor(image.length / PAGE_BYTES) }, (_, i) =>
    image.subarray(i * PAGE_BYTES, (i + 1) * PAGE_BYTES),
  );
}

/** Those pages of a list that are whole and not same-filled: same-filled ones never reach a codec. */
export function plainPages(pages: readonly Uint8Array[]): Buffer[] {
  return pages
    .filter((page) => page.length === PAGE_BYTES && !isSameFilled(page))
    .map((page) => Buffer.from(page.buffer, page.byteOffset, page.length));
}
