/**
 * gauges.spec.ts - computed statistics are what their owners say, and peaks begin anew.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { invalidatePage } from "../../../assembly/engine/engine";
import { refreshGauges, resetPeaks } from "../../../assembly/engine/gauges";
import { openArea, openClient } from "../../../assembly/engine/life";
import { liveBytes, occupiedBytes } from "../../../assembly/engine/limits";
import {
  STAT_AREAS,
  STAT_EPHEMERAL_BYTES,
  STAT_EPHEMERAL_PAGES,
  STAT_LIVE_BYTES,
  STAT_METADATA_BYTES,
  STAT_PEAK_LIVE_BYTES,
  STAT_PEAK_PAGES,
  STAT_RESERVED_BYTES,
  STAT_SLAB_BYTES,
  STAT_USED_BYTES,
} from "../../../assembly/ground/layout";
import { EPHEMERAL_CHARGE } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { stockBlockBytes } from "../../../assembly/memory/blocks";
import { frameBytes } from "../../../assembly/memory/frames";
import { slabCount } from "../../../assembly/memory/slab";
import { areaNumbered, areaOpen } from "../../../assembly/owners/areas";
import { ALL, storeTail } from "../drive";
import { freshEngine, seed } from "../support";

describe("gauges", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(12);
  });

  it("are brought up to date when they are asked for, not before", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 100; i++) storeTail(area, i, 1000);
    expect(statGet(STAT_USED_BYTES)).toBe(0);
    refreshGauges();
    expect(statGet(STAT_USED_BYTES)).toBe(occupiedBytes());
    expect(statGet(STAT_LIVE_BYTES)).toBe(liveBytes());
    expect(statGet(STAT_RESERVED_BYTES)).toBe((<u64>memory.size()) << 16);
    expect(statGet(STAT_METADATA_BYTES)).toBe(frameBytes());
    expect(statGet(STAT_SLAB_BYTES)).toBe(slabCount() * stockBlockBytes());
    expect(statGet(STAT_AREAS)).toBe(1);
    expect(statGet(STAT_EPHEMERAL_PAGES)).toBe(0);
    expect(selfCheck()).toBe(0);
  });

  it("count ephemeral pages and their bytes", () => {
    const client = openClient(1, 100);
    assert(openArea(1, client, 1));
    for (let i: u32 = 0; i < 10; i++) storeTail(areaNumbered(1), i, 1000);
    refreshGauges();
    expect(statGet(STAT_EPHEMERAL_PAGES)).toBe(10);
    expect(statGet(STAT_EPHEMERAL_BYTES)).toBe(10 * (1000 + EPHEMERAL_CHARGE));
  });

  it("begin their peaks with what is here", () => {
    const area = areaOpen(1);
    for (let i: u32 = 0; i < 50; i++) storeTail(area, i, 1000);
    for (let i: u32 = 10; i < 50; i++) invalidatePage(area, i);
    expect(statGet(STAT_PEAK_PAGES)).toBe(50);
    expect(statGet(STAT_PEAK_LIVE_BYTES)).toBeGreaterThan(liveBytes());
    resetPeaks();
    expect(statGet(STAT_PEAK_PAGES)).toBe(10);
    expect(statGet(STAT_PEAK_LIVE_BYTES)).toBe(liveBytes());
    expect(selfCheck()).toBe(0);
  });
});
