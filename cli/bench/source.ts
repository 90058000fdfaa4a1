/**
 * source.ts - the pages that the parts of `spillway bench` work on.
 */
import { filePages } from "../pages/files.js";
import { memoryPages } from "../pages/memory.js";
import type { PageSet } from "../pages/page_set.js";
import { UserError } from "../text/failure.js";

/** At most `most` pages of these files; without files, of this process's memory. */
export async function readSet(files: readonly string[], pageSize: number, most: number): Promise<PageSet> {
  if (files.length > 0) return await filePages(files, pageSize, most);
  if (process.platform === "linux")
    return memoryPages(process.pid, "the memory of this process", pageSize, most);
  return await filePages([process.execPath], pageSize, most);
}

/** At most `most` full pages that are not same-filled, from every part of a set. */
export function wholePages(set: PageSet, most: number): Buffer[] {
  const pages: Buffer[] = [];
  for (let i = 0; i < set.count; i++) {
    const page = set.page(i);
    if (page.length < set.pageSize) continue;
    if (page.compare(page, 0, page.length - 8, 8) !== 0) pages.push(page);
  }
  if (pages.length === 0) throw new UserError(`${set.name}: no full page that is not same-filled`);
  const count = Math.min(most, pages.length);
  return Array.from({ length: count }, (_, i) => pages[Math.floor((i * pages.length) / count)] as Buffer);
}
