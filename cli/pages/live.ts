/**
 * live.ts - page sets of live processes that `spillway bench codec` starts itself: Node, Redis, Chromium.
 *
 * Each process is filled with what it holds on a working day, made from a fixed seed, and is read while it is
 * stopped. A process that is not installed or does not start is left out, with a reason.
 */
import { childPages } from "./child.js";
import { chromiumPages } from "./chromium.js";
import type { PageSet } from "./page_set.js";
import { redisPages } from "./redis.js";

/** A page set, or why there is none. */
export type LiveSet = { pages: PageSet } | { name: string; absent: string };

/** At most `maxPages` pages of each process. */
export async function liveSets(pageSize: number, maxPages: number): Promise<LiveSet[]> {
  const sets: LiveSet[] = [
    await attempt("node", async () => ({ ...(await childPages(pageSize, maxPages)), name: "node" })),
  ];
  if (process.platform !== "linux") return sets;
  sets.push(await attempt("redis", () => redisPages(pageSize, maxPages)));
  sets.push(await attempt("chromium", () => chromiumPages(pageSize, maxPages)));
  return sets;
}

async function attempt(name: string, read: () => Promise<PageSet>): Promise<LiveSet> {
  try {
    return { pages: await read() };
  } catch (error) {
    return { name, absent: error instanceof Error ? error.message : String(error) };
  }
}
