/**
 * files.ts - pages of files, each file cut from its own start.
 */
import { closeSync, fstatSync, openSync } from "node:fs";
import { basename } from "node:path";
import { reason, UserError } from "./failure.js";
import { type Extent, type PageSet, readPages } from "./pages.js";

/** Pages of all files together. Throws UserError for a file that cannot be read, or when all of them are empty. */
export function filePages(paths: readonly string[], pageSize: number, maxPages: number): PageSet {
  const extents: Extent[] = [];
  try {
    for (const path of paths) extents.push(openFile(path));
    const first = basename(paths[0] ?? "");
    const name = paths.length === 1 ? first : `${first} and ${paths.length - 1} more`;
    const pages = readPages(
      name,
      paths.length === 1 ? `the file ${first}` : `${paths.length} files`,
      extents,
      pageSize,
      maxPages,
    );
    if (pages.available === 0) throw new UserError(`${name}: no bytes to measure`);
    if (pages.unreadable > 0) throw new UserError(`${name}: ${pages.unreadable} pages could not be read`);
    return pages;
  } finally {
    for (const { fd } of extents) closeSync(fd);
  }
}

function openFile(path: string): Extent {
  const fd = attempt(path, () => openSync(path, "r"));
  const stat = fstatSync(fd);
  if (stat.isFile()) return { fd, at: 0, bytes: stat.size };
  closeSync(fd);
  throw new UserError(
    `cannot read ${path}: ${stat.isDirectory() ? "it is a directory" : "it is not a regular file"}`,
  );
}

function attempt<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new UserError(`cannot read ${path}: ${reason(error)}`);
  }
}
