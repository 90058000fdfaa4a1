/**
 * keepers.ts - what keeps values by string keys: a SpillMap, and what people use instead.
 */
import { deserialize } from "node:v8";
import { LRUCache } from "lru-cache";
import { Spillway, type SpillwayOptions } from "../../library.js";
import { findLz4 } from "../lz4.js";
import { type Packed, pack } from "./packed.js";

/** Bytes that a keeper takes, as far as it knows. */
export interface Kept {
  total: number;
  /** Of a SpillMap: bodies, records and tables of its pool; index without keys; keys; the open page. */
  parts: { pages: number; index: number; keys: number; open: number } | null;
}

/** What a SpillMap did. */
export interface MapFigures {
  /** Serialised bytes of all values. */
  rawBytes: number;
  sharedPages: number;
  ownPages: number;
  hotHits: number;
}

export interface Keeper {
  /** False: refused, and an older value is as it was. */
  set(key: string, value: unknown): boolean;
  get(key: string): unknown;
  /** Null where it cannot know. */
  kept(): Kept | null;
  /** Makes what it keeps as small as it can. */
  rest?(): Promise<void>;
  figures?(): MapFigures;
  /** Serialised bytes of a value. */
  entryBytes?(key: string): number;
  close(): void;
}

/** Which keeper, so that it can be told to another process. */
export type KeeperSpec =
  | { kind: "spillmap"; pool: SpillwayOptions & { pageSize: number }; hotBytes: number }
  | { kind: "map" | "lru-cache" | "lz4" | "none" };

/** Makes a new keeper for `count` values. */
export function makeKeeper(spec: KeeperSpec, count: number): Keeper {
  switch (spec.kind) {
    case "spillmap":
      return new SpillMapKeeper(spec.pool, spec.hotBytes);
    case "map":
      return new LiveMap(new Map());
    case "lru-cache":
      return new LiveMap(new LRUCache<string, object>({ max: count }));
    case "lz4":
      return lz4Keeper();
    case "none":
      return { set: () => true, get: () => undefined, kept: () => null, close() {} };
  }
}

class SpillMapKeeper implements Keeper {
  readonly #pool: Spillway;
  readonly #map: ReturnType<Spillway["map"]>;

  constructor(pool: SpillwayOptions, hotBytes: number) {
    this.#pool = Spillway.openSync(pool);
    this.#map = this.#pool.map({ hotBytes });
  }

  set(key: string, value: unknown): boolean {
    return this.#map.trySet(key, value);
  }

  get(key: string): unknown {
    return this.#map.get(key);
  }

  kept(): Kept {
    const { indexBytes, keyBytes: keys, openBytes: open } = this.#map.stats();
    const pages = this.#pool.stats().bytes.used;
    return { total: pages + indexBytes + open, parts: { pages, index: indexBytes - keys, keys, open } };
  }

  /** Denser pages, and memory that is then free goes back to the system. */
  async rest(): Promise<void> {
    await this.#pool.recompress();
    await this.#pool.shrink();
  }

  figures(): MapFigures {
    const { rawBytes, sharedPages, ownPages, hotHits } = this.#map.stats();
    return { rawBytes, sharedPages, ownPages, hotHits };
  }

  entryBytes(key: string): number {
    return this.#map.entryBytes(key) ?? 0;
  }

  close(): void {
    this.#pool.close();
  }
}

/** What a Map and an LRUCache have in common. */
interface Live {
  set(key: string, value: unknown): unknown;
  get(key: string): unknown;
  clear(): void;
}

/** Keeps the values themselves. */
class LiveMap implements Keeper {
  readonly #values: Live;

  constructor(values: Map<string, unknown> | LRUCache<string, object>) {
    this.#values = values as Live;
  }

  set(key: string, value: unknown): boolean {
    this.#values.set(key, value);
    return true;
  }

  get(key: string): unknown {
    return this.#values.get(key);
  }

  kept(): null {
    return null;
  }

  close(): void {
    this.#values.clear();
  }
}

/** A Map whose values are serialised as a SpillMap does, and then compressed. */
function lz4Keeper(): Keeper {
  const found = findLz4();
  if ("absent" in found) throw new Error(found.absent);
  const { compressSync, uncompressSync } = found.lz4;
  const blocks = new Map<string, Packed>();
  return {
    set(key, value) {
      const { kind, data } = pack(value);
      blocks.set(key, { kind, data: compressSync(data as Buffer) });
      return true;
    },
    get(key) {
      const block = blocks.get(key);
      if (block === undefined) return undefined;
      const data = uncompressSync(block.data as Buffer);
      return block.kind === "bytes" ? data : deserialize(data);
    },
    kept() {
      let total = 0;
      for (const { data } of blocks.values()) total += data.length;
      return { total, parts: null };
    },
    close: () => blocks.clear(),
  };
}
