/**
 * arena_dense.ts - dictionaries of one arena, and its pages that rest and could become denser.
 */

import { copyInto, copyOf } from "../base/foreign.js";
import type { Border } from "./border.js";
import { ROW_OFFSET, ROW_ROOM } from "./window.js";

/** A dictionary that an arena has. */
export interface DictionaryRow {
  version: number;
  scope: number;
  /** Bodies that are read by it. */
  bodies: number;
}

/** How far a search for pages that rest has come, and what it has found. */
export interface RestedPage {
  /** The bucket from which to look on; undefined at the end of the directory. */
  next: number | undefined;
  /** The page that was found, to be read before the next call; undefined if none was. */
  page: Uint8Array | undefined;
  /** The most bytes that a dense block of it may have. */
  limit: number;
}

export class ArenaDense {
  readonly #border: Border;

  constructor(border: Border) {
    this.#border = border;
  }

  /**
   * Wasm pages that a workshop takes, in an instance of its own, to train from `sample` bytes; 0 for one to
   * encode only.
   */
  workshopWasmPages(pageSize: number, sample: number): number {
    this.#border.enter();
    return this.#border.calls.workshop_wasm_pages(pageSize, sample);
  }

  /** The dictionaries that the arena has. */
  dictionaries(): DictionaryRow[] {
    const { calls, window } = this.#border;
    this.#border.enter();
    const rows: DictionaryRow[] = [];
    for (let version = 0; ; ) {
      version = calls.dictionary_next(version);
      if (version === 0) return rows;
      rows.push({ version, scope: window.word(ROW_OFFSET), bodies: window.word(ROW_ROOM) });
    }
  }

  /** A copy of a dictionary, or undefined. */
  dictionary(version: number): Uint8Array | undefined {
    this.#border.enter();
    const bytes = this.#border.calls.dictionary_copy(version);
    return bytes === 0 ? undefined : copyOf(this.#border.window.pages, bytes);
  }

  /**
   * Takes in a dictionary for bodies of a scope. False when there is no memory for it, or its version is
   * taken.
   */
  addDictionary(version: number, scope: number, dictionary: Uint8Array): boolean {
    this.#border.enter();
    copyInto(this.#border.window.pages, dictionary);
    return this.#border.calls.dictionary_add(version, scope, dictionary.length) === 1;
  }

  /** False when there is none, or bodies are read by it. */
  forgetDictionary(version: number): boolean {
    this.#border.enter();
    return this.#border.calls.dictionary_forget(version) === 1;
  }

  /**
   * Marks bodies as idle, those of `count` buckets of the directory from bucket `from` on. Answers the bucket
   * from which to mark on, or 0 at the end.
   */
  markIdle(from: number, count: number): number {
    this.#border.enter();
    return this.#border.calls.rested_mark(from, count) >>> 0;
  }

  /**
   * Looks for a page of a scope that could be denser, for some ten microseconds, from bucket `from` of the
   * directory on. It passes over the first `skip` pages of that bucket, and if `idle` over pages that were
   * used since the last marking. Answer a page that was found by `keep`, if not at once, or leave it alone.
   */
  find(from: number, idle: boolean, scope: number, skip = 0): RestedPage {
    const { calls, window } = this.#border;
    this.#border.enter();
    const next = calls.rested_next(from, skip, idle ? 1 : 0, scope);
    window.refresh();
    const bytes = window.word(ROW_ROOM);
    return {
      next: next === 0 ? undefined : next - 1,
      page: bytes === 0 ? undefined : window.part(0, bytes),
      limit: window.status(0),
    };
  }

  /**
   * Keeps the page that was found last as this dense block; if that is empty, for good as it is. A page that
   * has changed since is left alone. Answers the bytes saved.
   */
  keep(block: Uint8Array): number {
    this.#border.enter();
    copyInto(this.#border.window.pages, block);
    return this.#border.calls.rested_keep(block.length);
  }
}
