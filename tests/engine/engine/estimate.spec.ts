/**
 * estimate.spec.ts - an estimate is what a store then keeps, for every kind and length, and changes nothing.
 */

import { selfCheck } from "../../../assembly/audit/audit";
import { storePage } from "../../../assembly/engine/engine";
import { estimateBytes, estimateHash, keptBytes } from "../../../assembly/engine/estimate";
import { settleSome } from "../../../assembly/engine/nursery_policy";
import { setFlags } from "../../../assembly/engine/settings";
import {
  FLAG_COMPRESS,
  FLAG_DEDUPE,
  FLAG_VERIFY,
  FLAG_ZEROIZE,
  PageKind,
  SLACK_BYTES,
  STAT_BODIES,
  STAT_FILL_PAGES,
  STAT_STORES,
  Status,
} from "../../../assembly/ground/layout";
import { statGet } from "../../../assembly/ground/stats";
import { scratchPtr } from "../../../assembly/ground/window";
import { nurserySetCapacity } from "../../../assembly/memory/nursery";
import { areaOpen, areaSetNumber } from "../../../assembly/owners/areas";
import { bodyKey, bodyStored } from "../../../assembly/owners/bodies";
import { directoryFind, entryBody } from "../../../assembly/owners/directory";
import { BUFFER_PTR, below, fillKind, fillRandom, freshEngine, isAll, PAGE, seed } from "../support";

const ALL: u32 = FLAG_COMPRESS | FLAG_DEDUPE | FLAG_VERIFY;
const SCOPE: u32 = 7;
const HASH: usize = BUFFER_PTR;

function open(flags: u32 = ALL): usize {
  freshEngine(flags);
  const area = areaOpen(SCOPE);
  assert(areaSetNumber(area, 1));
  return area;
}

describe("a page that is only looked at", () => {
  it("has the hash and takes the bytes that a store then keeps", () => {
    const area = open();
    seed(3);
    for (let offset: u32 = 0; offset < 300; offset++) {
      const bytes = below(3) ? 4096 : 1 + below(4096);
      fillKind(PAGE, bytes, below(6));
      const filled = estimateHash(PAGE, bytes, SCOPE, HASH);
      const hash = load<u64>(HASH);
      const fills = statGet(STAT_FILL_PAGES);
      const bodies = statGet(STAT_BODIES);
      const kind = <PageKind>below(4);
      const measured = filled ? 0 : estimateBytes(PAGE, bytes, kind);
      assert(statGet(STAT_BODIES) == bodies && statGet(STAT_STORES) == offset);
      assert(storePage(area, offset, PAGE, bytes, kind) == Status.STORED);
      expect(filled).toBe(statGet(STAT_FILL_PAGES) > fills);
      const kept = keptBytes(area, offset);
      if (filled || statGet(STAT_BODIES) == bodies) {
        expect(kept).toBe(0);
        continue;
      }
      const body = entryBody(directoryFind(area, offset));
      expect(bodyKey(body)).toBe(hash);
      expect(<u32>(measured < 0 ? -measured : measured)).toBe(bodyStored(body));
      expect(kept).toBe(<i32>bodyStored(body));
      expect(measured < 0).toBe(<u32>bodyStored(body) > <u32>(bytes - (bytes >> 3)));
    }
    expect(selfCheck()).toBe(0);
  });

  it("is told from equal ones of other scopes, unless it is same-filled", () => {
    open();
    seed(5);
    fillRandom(PAGE, 4096);
    estimateHash(PAGE, 4096, SCOPE, HASH);
    estimateHash(PAGE, 4096, SCOPE + 1, HASH + 8);
    expect(load<u64>(HASH)).not.toBe(load<u64>(HASH, 8));
    memory.fill(PAGE, 9, 4096);
    assert(estimateHash(PAGE, 4096, SCOPE, HASH));
    assert(estimateHash(PAGE, 4096, SCOPE + 1, HASH + 8));
    expect(load<u64>(HASH)).toBe(load<u64>(HASH, 8));
  });

  it("leaves nothing in scratch under zeroize", () => {
    open(ALL | FLAG_ZEROIZE);
    seed(6);
    fillKind(PAGE, 4096, 2);
    assert(estimateBytes(PAGE, 4096, PageKind.PLAIN) > 0);
    assert(isAll(scratchPtr(), 4096 + SLACK_BYTES, 0));
  });

  it("is kept as it is where the pool does not compress", () => {
    open(FLAG_DEDUPE);
    seed(7);
    fillKind(PAGE, 4096, 2);
    store<u8>(PAGE + 4095, 1);
    expect(estimateBytes(PAGE, 4096, PageKind.PLAIN)).toBe(-4096);
    memory.fill(PAGE + 1000, 0, 3096);
    store<u8>(PAGE + 999, 1);
    expect(estimateBytes(PAGE, 4096, PageKind.PLAIN)).toBe(1000);
  });
});

describe("a page that is kept", () => {
  it("keeps nothing for itself while it shares its body, and is -1 when it is not here", () => {
    const area = open();
    seed(8);
    fillRandom(PAGE, 4096);
    assert(storePage(area, 1, PAGE, 4096) == Status.STORED);
    expect(keptBytes(area, 1)).toBe(4096);
    fillRandom(PAGE, 64);
    seed(8);
    fillRandom(PAGE, 4096);
    assert(storePage(area, 2, PAGE, 4096) == Status.STORED);
    expect(keptBytes(area, 1)).toBe(0);
    expect(keptBytes(area, 2)).toBe(0);
    expect(keptBytes(area, 3)).toBe(-1);
    expect(keptBytes(0, 1)).toBe(-1);
  });

  it("is judged in the nursery by what it will come to", () => {
    const area = open();
    nurserySetCapacity(8);
    setFlags(ALL);
    seed(9);
    fillKind(PAGE, 4096, 2);
    assert(storePage(area, 1, PAGE, 4096) == Status.STORED);
    const young = keptBytes(area, 1);
    assert(young > 0 && young < 3584);
    settleSome(1);
    expect(keptBytes(area, 1)).toBe(young);
    expect(selfCheck()).toBe(0);
  });
});
