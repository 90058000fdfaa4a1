/**
 * segments.ts - audits the bodies that are on devices: what each segment holds, recounted from the records.
 *
 * Owns:   nothing; changes nothing.
 * Cost:   proportional to the bodies; in the verify build, to that times the segments.
 */

import { VERIFY } from "../ground/check";
import {
  STAT_AWAY_BODIES,
  STAT_AWAY_BYTES,
  STAT_AWAY_SLOT_BYTES,
  STAT_FLYING_BODIES,
} from "../ground/layout";
import { Home } from "../ground/records";
import { statGet } from "../ground/stats";
import { bodyAway, bodyHome, bodyPlace, bodyStored, bodyWalk } from "../owners/bodies";
import {
  segmentLive,
  segmentNext,
  segmentOf,
  segmentsAreOpen,
  segmentsCheck,
  slotFits,
  slotSize,
  slotUnits,
} from "../owners/segments";
import { spillSlotsCheck } from "../engine/spill";

/**
 * True when bodies are on devices only if there are any, each within its segment; when the rows of all
 * segments say together what the bodies say, and, in the verify build, each says so by itself.
 */
export function checkAway(): bool {
  if (!segmentsCheck()) return false;
  let bodies: u64 = 0;
  let flying: u64 = 0;
  let bytes: u64 = 0;
  let slots: u64 = 0;
  let units: u64 = 0;
  for (let body = bodyWalk(0); body; body = bodyWalk(body)) {
    if (bodyHome(body) == Home.FLYING) flying += 1;
    if (!bodyAway(body)) continue;
    if (!segmentsAreOpen()) return false;
    const own = slotUnits(bodyStored(body));
    const location = <u32>bodyPlace(body);
    if (!slotFits(location, own) || segmentLive(segmentOf(location)) < own) return false;
    bodies += 1;
    bytes += bodyStored(body);
    slots += slotSize(bodyStored(body));
    units += own;
  }
  if (bodies != statGet(STAT_AWAY_BODIES) || bytes != statGet(STAT_AWAY_BYTES)) return false;
  if (slots != statGet(STAT_AWAY_SLOT_BYTES) || flying > statGet(STAT_FLYING_BODIES)) return false;
  for (let segment = segmentsAreOpen() ? segmentNext(0) : 0; segment; segment = segmentNext(segment)) {
    units -= segmentLive(segment);
    if (VERIFY && !spillSlotsCheck(segment)) return false;
  }
  return !units;
}
