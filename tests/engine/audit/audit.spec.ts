/**
 * audit.spec.ts - the self check finds what is wrong: each finding is provoked by one wrong word, and gone
 * when the word is right again. A check that could not fail would prove nothing.
 */

import { Finding, selfCheck } from "../../../assembly/audit/audit";
import { CONTROL_PTR, LINE_BYTES } from "../../../assembly/ground/layout";
import {
  AREA_NUMBER_AT,
  AREA_PAGES_AT,
  AREA_RECORDS,
  BODY_KEY_AT,
  ENTRY_OFFSET_AT,
  FRAMES_CONTROL,
  LINE_RECORDS,
  STOCK_CONTROL,
} from "../../../assembly/ground/records";
import { recordGive, recordTake } from "../../../assembly/memory/frames";
import { areaClose, areaOpen, areaSetNumber } from "../../../assembly/owners/areas";
import { directoryFind } from "../../../assembly/owners/directory";
import { BUFFER_PTR } from "../support";
import { bodyOf, filledArea, findingWith } from "./support";

let area: usize = 0;

describe("audit", () => {
  beforeAll(() => {
    area = filledArea();
  });

  it("finds nothing wrong with what is right, and leaves it as it was", () => {
    memory.copy(BUFFER_PTR, CONTROL_PTR, 4 << 20);
    expect(selfCheck()).toBe(Finding.NONE);
    expect(memory.compare(BUFFER_PTR, CONTROL_PTR, 4 << 20)).toBe(0);
  });

  it("finds a miscounted stock", () => {
    expect(findingWith(STOCK_CONTROL + 16, 1)).toBe(Finding.STOCK);
  });

  it("finds an entry under the wrong key", () => {
    expect(findingWith(directoryFind(area, 7) + ENTRY_OFFSET_AT, 5000)).toBe(Finding.DIRECTORY);
  });

  it("finds a body under the wrong hash", () => {
    expect(findingWith(bodyOf(area, 7) + BODY_KEY_AT, 1)).toBe(Finding.BODIES);
  });

  it("finds an overflow line that hangs on no bucket", () => {
    const line = recordTake(LINE_RECORDS, LINE_BYTES);
    expect(selfCheck()).toBe(Finding.LINES);
    recordGive(LINE_RECORDS, line);
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("finds an area that miscounts its pages", () => {
    expect(findingWith(area + AREA_PAGES_AT, 1)).toBe(Finding.AREAS);
  });

  it("finds a block that nobody has", () => {
    expect(findingWith(FRAMES_CONTROL + 8, 16)).toBe(Finding.BLOCKS);
  });

  it("finds an area that its number does not lead to", () => {
    const other = areaOpen(9);
    expect(areaSetNumber(other, 44)).toBeTruthy();
    expect(findingWith(other + AREA_NUMBER_AT, 1)).toBe(Finding.AREAS);
    areaClose(other);
    expect(selfCheck()).toBe(Finding.NONE);
  });

  it("finds an area record that is neither live nor free", () => {
    expect(findingWith(AREA_RECORDS + 8, 1)).toBe(Finding.AREAS);
  });
});
