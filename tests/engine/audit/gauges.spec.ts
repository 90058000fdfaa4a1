/**
 * gauges.spec.ts - each counter and each gauge that is off by one is found.
 */

import { Finding, selfCheck } from "../../../assembly/audit/audit";
import {
  STAT_AREA_INVALIDATED,
  STAT_COMPRESSED_BYTES,
  STAT_DUPLICATE_PAGES,
  STAT_ENCODED_BYTES,
  STAT_FILL_PAGES,
  STAT_INVALIDATED,
  STAT_LOADS,
  STAT_OVERWRITTEN,
  STAT_PEAK_PAGES,
  STAT_POOR_BODIES,
  STAT_RAW_BYTES,
  STAT_REFUSED_CLOSED,
  STAT_REFUSED_FULL,
  STAT_REFUSED_POOR,
  STAT_STORED_PAGES,
  STAT_STORES,
  STAT_SUCC_STORES,
  STAT_TAKEN,
  STATS_PTR,
} from "../../../assembly/ground/layout";
import { filledArea, findingWith } from "./support";

let area: usize = 0;

describe("audit of gauges", () => {
  beforeAll(() => {
    area = filledArea();
  });

  it("finds each counter that does not agree with the outcomes", () => {
    const counters: StaticArray<u32> = [
      STAT_STORES,
      STAT_SUCC_STORES,
      STAT_REFUSED_FULL,
      STAT_REFUSED_POOR,
      STAT_REFUSED_CLOSED,
      STAT_OVERWRITTEN,
      STAT_INVALIDATED,
      STAT_AREA_INVALIDATED,
      STAT_TAKEN,
      STAT_STORED_PAGES,
    ];
    for (let i = 0; i < counters.length; i++)
      expect(findingWith(STATS_PTR + counters[i], 1)).toBe(Finding.COUNTERS);
  });

  it("finds more pages taken by loads than loads delivered", () => {
    const more = load<u64>(STATS_PTR + STAT_LOADS) - load<u64>(STATS_PTR + STAT_TAKEN) + 1;
    const counters: StaticArray<u32> = [STAT_STORES, STAT_SUCC_STORES, STAT_TAKEN];
    for (let i = 0; i < counters.length; i++)
      store<u64>(STATS_PTR + counters[i], load<u64>(STATS_PTR + counters[i]) + more);
    expect(selfCheck()).toBe(Finding.COUNTERS);
    for (let i = 0; i < counters.length; i++)
      store<u64>(STATS_PTR + counters[i], load<u64>(STATS_PTR + counters[i]) - more);
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("finds a peak that is below what is kept", () => {
    expect(findingWith(STATS_PTR + STAT_PEAK_PAGES, 0 - load<u32>(STATS_PTR + STAT_PEAK_PAGES))).toBe(
      Finding.COUNTERS,
    );
  });

  it("finds each gauge that drifted", () => {
    const gauges: StaticArray<u32> = [
      STAT_FILL_PAGES,
      STAT_DUPLICATE_PAGES,
      STAT_POOR_BODIES,
      STAT_RAW_BYTES,
      STAT_ENCODED_BYTES,
      STAT_COMPRESSED_BYTES,
    ];
    for (let i = 0; i < gauges.length; i++)
      expect(findingWith(STATS_PTR + gauges[i], 1)).toBe(Finding.GAUGES);
  });

  it("finds pages that the counters and the gauge both forgot", () => {
    store<u64>(STATS_PTR + STAT_STORED_PAGES, load<u64>(STATS_PTR + STAT_STORED_PAGES) + 1);
    store<u64>(STATS_PTR + STAT_SUCC_STORES, load<u64>(STATS_PTR + STAT_SUCC_STORES) + 1);
    store<u64>(STATS_PTR + STAT_STORES, load<u64>(STATS_PTR + STAT_STORES) + 1);
    expect(selfCheck()).toBe(Finding.GAUGES);
    store<u64>(STATS_PTR + STAT_STORED_PAGES, load<u64>(STATS_PTR + STAT_STORED_PAGES) - 1);
    store<u64>(STATS_PTR + STAT_SUCC_STORES, load<u64>(STATS_PTR + STAT_SUCC_STORES) - 1);
    store<u64>(STATS_PTR + STAT_STORES, load<u64>(STATS_PTR + STAT_STORES) - 1);
    expect(selfCheck()).toBe(Finding.NONE);
  });
});
