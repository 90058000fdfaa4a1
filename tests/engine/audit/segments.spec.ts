/**
 * segments.spec.ts - one wrong word about bodies on devices is found.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { Finding } from "../../../assembly/audit/findings";
import {
  STAT_AWAY_BYTES,
  STAT_AWAY_SLOT_BYTES,
  STAT_FLYING_BODIES,
  STAT_PACKED,
  STATS_PTR,
} from "../../../assembly/ground/layout";
import {
  BODY_FLYING,
  BODY_PLACE_AT,
  BODY_STATE_AT,
  SEGMENTS_CONTROL,
} from "../../../assembly/ground/records";
import { bodyAway, bodyPlace } from "../../../assembly/owners/bodies";
import { segmentOf, unitsOfSegment } from "../../../assembly/owners/segments";
import { openDevice, spill } from "../device";
import { bodyOf, filledArea, findingWith } from "./support";

let area: usize = 0;

function firstAway(from: u32): u32 {
  let offset = from;
  while (offset % 5 == 0 || !bodyAway(bodyOf(area, offset))) offset++;
  return offset;
}

describe("audit of segments", () => {
  beforeAll(() => {
    area = filledArea();
    openDevice();
    assert(spill(1) > 20);
    assert(spill(2) > 0);
    assert(selfCheck() == Finding.NONE);
  });

  it("finds sums that are not those of the bodies", () => {
    expect(findingWith(STATS_PTR + STAT_AWAY_BYTES, 1)).toBe(Finding.AWAY);
    expect(findingWith(STATS_PTR + STAT_AWAY_SLOT_BYTES, 16)).toBe(Finding.AWAY);
  });

  it("finds a segment that counts too much or too little", () => {
    const first = <usize>load<u32>(<usize>load<u32>(SEGMENTS_CONTROL + 24));
    expect(findingWith(first + 8, 1)).toBe(Finding.AWAY);
    expect(findingWith(first + 8, -1)).toBe(Finding.AWAY);
  });

  it("finds a body in another segment, or in the slot of another", () => {
    const body = bodyOf(area, firstAway(0));
    const other = <u32>bodyPlace(body) < 2 * unitsOfSegment() ? unitsOfSegment() : -unitsOfSegment();
    expect(segmentOf(<u32>bodyPlace(body) + other)).not.toBe(segmentOf(<u32>bodyPlace(body)));
    expect(findingWith(body + BODY_PLACE_AT, other)).toBe(Finding.AWAY);
    expect(findingWith(body + BODY_PLACE_AT, 1)).toBe(Finding.AWAY);
    expect(findingWith(body + BODY_PLACE_AT, 100 * unitsOfSegment())).toBe(Finding.AWAY);
  });

  it("finds a body that flies though none was packed, and a count that does not add up", () => {
    expect(findingWith(bodyOf(area, 5000) + BODY_STATE_AT, BODY_FLYING)).toBe(Finding.BODIES);
    expect(findingWith(bodyOf(area, firstAway(0)) + BODY_STATE_AT, BODY_FLYING)).toBe(Finding.BODIES);
    expect(findingWith(STATS_PTR + STAT_PACKED, 1)).toBe(Finding.COUNTERS);
    expect(findingWith(STATS_PTR + STAT_FLYING_BODIES, 1)).toBe(Finding.COUNTERS);
  });
});
