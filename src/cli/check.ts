/**
 * check.ts - whether a load gave back exactly what was stored.
 *
 * The target of every load is filled beforehand with a byte that the page does not begin with, so that a load which
 * delivers nothing, or less than all, cannot pass for one that did.
 */
import { oneLine } from "./failure.js";
import type { PageSet } from "./pages.js";

/** A page that did not come back as it went in. */
export interface Mismatch {
  /** Its number in the page set. */
  page: number;
  /** What was wrong, in a few words. */
  trouble: string;
}

/** Gives the targets of loads and judges what is in them afterwards. One load at a time. */
export class LoadCheck {
  readonly #pages: PageSet;
  readonly #target: Buffer;
  #filler = 0;

  constructor(pages: PageSet) {
    this.#pages = pages;
    this.#target = Buffer.allocUnsafeSlow(pages.pageSize);
  }

  /** The buffer to load page `key` into: one full page long. */
  targetFor(key: number): Buffer {
    this.#filler = ~(this.#pages.page(key)[0] as number) & 0xff;
    return this.#target.fill(this.#filler);
  }

  /**
   * What is wrong with the load of page `key` into its target, or undefined when all is well. `kept`: whether its
   * store was accepted. `outcome`: what the load answered or threw.
   */
  trouble(key: number, kept: boolean, outcome: boolean | Error): string | undefined {
    if (outcome instanceof Error) return oneLine(`the load threw: ${outcome.message}`);
    if (!kept) return outcome ? "a refused page was delivered" : undefined;
    if (!outcome) return "the page is gone";
    const page = this.#pages.page(key);
    if (!this.#target.subarray(0, page.length).equals(page)) return "other bytes";
    const rest = this.#target.subarray(page.length);
    return rest.every((byte) => byte === this.#filler) ? undefined : "bytes written beyond the page's length";
  }
}
