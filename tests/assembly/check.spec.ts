/**
 * check.spec.ts - the flags of this build: specs run with costly assertions and red zones, and assertions trap.
 */
import { SPEC, VERIFY } from "../../assembly/check";

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
