/**
 * check.spec.ts - the flags of this build: specs run with costly assertions and red zones, and assertions
 * trap. And what stands in place of the compiler's abort in the engine's own builds: it leaves line, column
 * and file behind, then traps.
 */
import { onAbort, SPEC, VERIFY } from "../../../assembly/ground/check";
import { FAULT_BYTES, FAULT_PTR } from "../../../assembly/ground/layout";
import { isAll } from "../support";

const FILE: string = "assembly/somewhere.ts";

describe("check", () => {
  it("verifies", () => {
    expect(VERIFY).toBeTruthy();
    expect(SPEC).toBeTruthy();
  });

  it("assertions are on", () => {
    expect(() => {
      assert(false);
    }).toThrow();
  });
});

describe("onAbort", () => {
  beforeEach(() => {
    memory.fill(FAULT_PTR - 8, 0x77, FAULT_BYTES + 16);
  });

  it("traps, and leaves where", () => {
    expect(() => {
      onAbort("message", FILE, 123, 45);
    }).toThrow();
    expect(load<u32>(FAULT_PTR, 0)).toBe(123);
    expect(load<u32>(FAULT_PTR, 4)).toBe(45);
    const text = <usize>load<u32>(FAULT_PTR, 8);
    expect(load<u32>(FAULT_PTR, 12)).toBe(2 * FILE.length);
    for (let i = 0; i < FILE.length; i++) assert(load<u16>(text + 2 * i) == FILE.charCodeAt(i));
    expect(isAll(FAULT_PTR - 8, 8, 0x77)).toBeTruthy();
    expect(isAll(FAULT_PTR + 16, FAULT_BYTES - 8, 0x77)).toBeTruthy();
  });

  it("does without a file's name", () => {
    expect(() => {
      onAbort(null, null, 1, 2);
    }).toThrow();
    expect(load<u32>(FAULT_PTR, 0)).toBe(1);
    expect(load<u32>(FAULT_PTR, 8)).toBe(0);
    expect(load<u32>(FAULT_PTR, 12)).toBe(0);
  });
});
