/**
 * stats.spec.ts - 64-bit counters that do not go below zero.
 */
import {
  STAT_BODIES,
  STAT_LOADS,
  STAT_PEAK_PAGES,
  STAT_RAW_BYTES,
  STATS_BYTES,
  STATS_PTR,
} from "../../../assembly/ground/layout";
import { statAdd, statGet, statRaise, statSet, statSubtract } from "../../../assembly/ground/stats";
import { isAll } from "../support";

describe("stats", () => {
  beforeEach(() => {
    memory.fill(STATS_PTR, 0, STATS_BYTES);
  });

  it("count past 32 bits and do not touch their neighbours", () => {
    statSet(STAT_RAW_BYTES, 0xffffffff);
    statAdd(STAT_RAW_BYTES, 2);
    expect(statGet(STAT_RAW_BYTES)).toBe(0x100000001);
    statSubtract(STAT_RAW_BYTES, 1);
    expect(statGet(STAT_RAW_BYTES)).toBe(0x100000000);
    expect(statGet(STAT_RAW_BYTES - 8)).toBe(0);
    expect(statGet(STAT_RAW_BYTES + 8)).toBe(0);
    statAdd(STAT_LOADS, 1);
    expect(statGet(STAT_LOADS)).toBe(1);
  });

  it("are a word of eight bytes each, to the last", () => {
    for (let stat: u32 = 0; stat < STATS_BYTES; stat += 8) statAdd(stat, 1 + ((<u64>stat) << 40));
    for (let stat: u32 = 0; stat < STATS_BYTES; stat += 8) {
      expect(statGet(stat)).toBe(1 + ((<u64>stat) << 40));
      statSubtract(stat, statGet(stat));
    }
    expect(isAll(STATS_PTR, STATS_BYTES, 0)).toBeTruthy();
  });

  it("keep a peak", () => {
    statRaise(STAT_PEAK_PAGES, 7);
    statRaise(STAT_PEAK_PAGES, 5);
    expect(statGet(STAT_PEAK_PAGES)).toBe(7);
    statRaise(STAT_PEAK_PAGES, 8);
    expect(statGet(STAT_PEAK_PAGES)).toBe(8);
  });

  it("trap below zero", () => {
    expect(() => {
      statSubtract(STAT_BODIES, 1);
    }).toThrow();
  });
});
