/**
 * depth.spec.ts - the way down and up again leaves linear memory as it was. That it throws where the stack
 * ends can only be seen from outside: tests/behaviour/stack.
 */
import { stackRoom } from "../../../assembly/ground/depth";
import { BUFFER_PTR, isAll } from "../support";

describe("stackRoom", () => {
  it("returns where there is room, and writes nothing", () => {
    memory.fill(BUFFER_PTR, 0x5a, 4096);
    for (let i = 0; i < 100; i += 1) stackRoom(i);
    expect(isAll(BUFFER_PTR, 4096, 0x5a)).toBeTruthy();
    expect(isAll(0x40, 64, 0)).toBeTruthy();
  });
});
