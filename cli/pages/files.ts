/**
 * files.ts - pages of files. Each file is cut into pages from its own start.
 *
 * Only one file is open at a time, because a process may open only some thousand. A pipe has no length by
 * which pages could be chosen: its first pages are taken, and the rest is not read.
 */
import { closeSync } from "node:fs";
import { UserError } from "../text/failure.js";
import { counted } from "../text/figures.js";
import { findInput, findInputs, type Input, openFile, readInput } from "./inputs.js";
import { type Extent, type PageSet, type PageSource, readPages } from "./page_set.js";

/**
 * Pages of all files together, at most `maxPages`. `paths`: at least one. Throws UserError for a file that
 * cannot be read, or when all of them are empty.
 */
export async function filePages(
  paths: readonly string[],
  pageSize: number,
  maxPages: number,
): Promise<PageSet> {
  const inputs = findInputs(paths);
  const extents: Extent[] = [];
  let cut = false;
  for (const input of inputs) {
    if (input.bytes !== undefined)
      extents.push({ source: fileSource(input.path), at: 0, bytes: input.bytes });
    else {
      const { bytes, more } = await firstBytes(input, maxPages * pageSize);
      extents.push({ source: bytes, at: 0, bytes: bytes.length });
      cut ||= more;
    }
  }
  const first = inputs[0] as Input;
  const name = inputs.length === 1 ? first.name : `${first.name} and ${inputs.length - 1} more`;
  const what = inputs.length === 1 ? first.what : `${inputs.length} files`;
  const source = cut ? `the beginning of ${what}` : what;
  const pages = readPages(name, source, extents, pageSize, maxPages);
  if (pages.available === 0) throw new UserError(`${name}: no bytes to measure`);
  if (pages.unreadable > 0) throw incomplete(name, inputs, pages.unreadable);
  return pages;
}

function incomplete(name: string, inputs: readonly Input[], pages: number): UserError {
  const cut = inputs.find(({ path, bytes = 0 }) => (findInput(path).bytes ?? 0) < bytes);
  if (cut !== undefined) return new UserError(`${cut.path}: it became shorter while it was read`);
  return new UserError(`${name}: ${counted(pages, "page")} could not be read`);
}

function fileSource(path: string): PageSource {
  return {
    open() {
      const fd = openFile(path);
      return { fd, close: () => closeSync(fd) };
    },
  };
}

/** The first `most` bytes of an input, or fewer, and whether there are more. */
async function firstBytes(input: Input, most: number): Promise<{ bytes: Buffer; more: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of readInput(input)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) break;
  }
  return { bytes: Buffer.concat(chunks, Math.min(length, most)), more: length > most };
}
