/**
 * settings.spec.ts - the size of a page is set once, flags at any time, and bytes become zeros where the pool
 * asked for that.
 */
import { flag, pageBytes, setFlags, settingsInit, wipe } from "../../../assembly/engine/settings";
import { FLAG_COMPRESS, FLAG_DEDUPE, FLAG_VERIFY, FLAG_ZEROIZE } from "../../../assembly/ground/layout";
import { BUFFER_PTR, freshMemory, isAll } from "../support";

describe("settings", () => {
  beforeEach(() => {
    freshMemory();
  });

  it("are set once, and their flags again", () => {
    settingsInit(8192, FLAG_DEDUPE | FLAG_VERIFY);
    expect(pageBytes()).toBe(8192);
    expect(flag(FLAG_VERIFY)).toBeTruthy();
    expect(flag(FLAG_COMPRESS)).toBeFalsy();
    setFlags(FLAG_COMPRESS);
    expect(flag(FLAG_VERIFY)).toBeFalsy();
    expect(flag(FLAG_COMPRESS)).toBeTruthy();
    expect(pageBytes()).toBe(8192);
    expect(() => {
      settingsInit(4096, 0);
    }).toThrow();
  });

  it("say whether what is no longer needed becomes zeros", () => {
    memory.fill(BUFFER_PTR, 7, 64);
    setFlags(FLAG_COMPRESS);
    wipe(BUFFER_PTR, 32);
    expect(isAll(BUFFER_PTR, 64, 7)).toBeTruthy();
    setFlags(FLAG_ZEROIZE);
    wipe(BUFFER_PTR, 32);
    expect(isAll(BUFFER_PTR, 32, 0)).toBeTruthy();
    expect(isAll(BUFFER_PTR + 32, 32, 7)).toBeTruthy();
  });
});
