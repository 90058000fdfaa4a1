/**
 * incoming.spec.ts - what a record tells of a body, and the body that is made of it.
 */
import { selfCheck } from "../../../assembly/audit/audit";
import { bytesOf, expand, isWhole, unshare } from "../../../assembly/engine/body";
import {
  INCOMING_CODEC_AT,
  INCOMING_KEY_AT,
  INCOMING_MARKS_AT,
  INCOMING_STORED_AT,
  incomingBlank,
  incomingBody,
  incomingTell,
} from "../../../assembly/engine/incoming";
import { reserveRecords } from "../../../assembly/engine/placement";
import { slackPtr } from "../../../assembly/engine/scratch";
import { pageHash } from "../../../assembly/ground/hash";
import { STAT_BODIES } from "../../../assembly/ground/layout";
import { Codec } from "../../../assembly/ground/records";
import { statGet } from "../../../assembly/ground/stats";
import { nurserySetCapacity } from "../../../assembly/memory/nursery";
import { areaOpen } from "../../../assembly/owners/areas";
import { bodyCodec, bodyIndexed, bodyPlace, bodyRefs, bodyYoung } from "../../../assembly/owners/bodies";
import { ALL, bodyOf, COPY, fillUp, keep } from "../drive";
import { fillHeapLike, fillKind, freshEngine, PAGE, seed } from "../support";

describe("incoming", () => {
  beforeEach(() => {
    freshEngine(ALL);
    seed(16);
  });

  it("tells of a body what makes another one like it", () => {
    const area = areaOpen(1);
    for (let kind: u32 = 0; kind < 6; kind++) {
      fillKind(PAGE, 4096, kind);
      memory.copy(COPY, PAGE, 4096);
      keep(area, kind);
      const body = bodyOf(area, kind);
      const bytes = bytesOf(body);
      const at = COPY + 8192;
      memory.copy(at, bodyPlace(body), bytes);
      const incoming = incomingBlank();
      incomingTell(incoming, body);
      assert(reserveRecords(false));
      // An equal body is here, and may be shared.
      expect(incomingBody(area, incoming, at)).toBe(body);
      expect(bodyRefs(body)).toBe(2);
      unshare(body);
      if (!bytes) continue;
      // One that may not share is another, read by the same codec.
      store<u16>(incoming, 0, INCOMING_MARKS_AT);
      const copy = incomingBody(area, incoming, at);
      expect(copy == body).toBeFalsy();
      expect(bodyCodec(copy)).toBe(bodyCodec(body));
      expect(bodyIndexed(copy)).toBeFalsy();
      memory.fill(PAGE, 0xee, 4096);
      expect(expand(copy, PAGE) && isWhole(copy, PAGE, 1)).toBeTruthy();
      expect(memory.compare(PAGE, COPY, 4096)).toBe(0);
      unshare(copy);
      expect(selfCheck()).toBe(0);
    }
  });

  it("tells the hash of a page that waits", () => {
    const area = areaOpen(1);
    nurserySetCapacity(3);
    fillHeapLike(PAGE, 4096);
    const hash = pageHash(PAGE, 4096, 1);
    keep(area, 1);
    expect(bodyYoung(bodyOf(area, 1))).toBeTruthy();
    incomingTell(incomingBlank(), bodyOf(area, 1));
    expect(load<u64>(slackPtr(), INCOMING_KEY_AT)).toBe(hash);
    expect(load<u32>(slackPtr(), INCOMING_STORED_AT)).toBe(4096);
    expect(<Codec>load<u16>(slackPtr(), INCOMING_CODEC_AT)).toBe(Codec.RAW);
  });

  it("finds no place in a full arena, and changes nothing", () => {
    const area = areaOpen(1);
    fillUp(area);
    const bodies = statGet(STAT_BODIES);
    const incoming = incomingBlank();
    incomingTell(incoming, bodyOf(area, 0));
    store<u64>(incoming, 99, INCOMING_KEY_AT);
    assert(reserveRecords(false));
    expect(incomingBody(area, incoming, COPY)).toBe(0);
    expect(statGet(STAT_BODIES)).toBe(bodies);
    expect(selfCheck()).toBe(0);
  });
});
