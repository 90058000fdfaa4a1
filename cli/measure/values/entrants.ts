/**
 * entrants.ts - who takes part: SpillMaps of each page size, one with hot values, and the rivals.
 */
import type { SpillwayOptions } from "../../library.js";
import { findLz4 } from "../lz4.js";
import type { KeeperSpec } from "./keepers.js";

export interface Entrant {
  name: string;
  spec: KeeperSpec;
  /** Bytes of a page; null of what has no pages. */
  pageSize: number | null;
  /** Whether its gets are those of hot values. */
  isHot: boolean;
  /** Why it cannot take part. */
  absent: string | null;
}

export const MAP_LZ4 = "Map + lz4-napi";

export interface Field {
  /** The first one is that of the map with hot values, too. */
  pageSizes: readonly number[];
  maxBytes: SpillwayOptions["maxBytes"];
  hotBytes: number;
  rivals: boolean;
}

export function entrantsOf({ pageSizes, maxBytes, hotBytes, rivals }: Field): Entrant[] {
  const spillMap = (name: string, pageSize: number, hot: number): Entrant => ({
    name,
    spec: { kind: "spillmap", pool: { maxBytes, pageSize }, hotBytes: hot },
    pageSize,
    isHot: hot > 0,
    absent: null,
  });
  const several = pageSizes.length > 1;
  const cold = pageSizes.map((size) => spillMap(`SpillMap${several ? `, pages ${size}` : ""}`, size, 0));
  const hot = spillMap("SpillMap, hotBytes", pageSizes[0] as number, hotBytes);
  return rivals ? [...cold, hot, ...rivalsOf()] : [...cold, hot];
}

function rivalsOf(): Entrant[] {
  const rival = (name: string, kind: "map" | "lru-cache" | "lz4", absent: string | null): Entrant => ({
    name,
    spec: { kind },
    pageSize: null,
    isHot: false,
    absent,
  });
  const lz4 = findLz4();
  return [
    rival("Map", "map", null),
    rival("lru-cache", "lru-cache", null),
    rival(MAP_LZ4, "lz4", "absent" in lz4 ? lz4.absent : null),
  ];
}
