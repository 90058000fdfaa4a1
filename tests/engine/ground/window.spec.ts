/**
 * window.spec.ts - the parts of a window follow one another, and each has its room.
 *
 * That two windows do not touch each other is shown by tests/behaviour/windows.
 */
import {
  ENCODER_TABLE_BYTES,
  ROW_BYTES,
  ROW_COUNT_MAX,
  SLACK_BYTES,
  WINDOW_BYTES,
  WINDOW_PTR,
  WINDOW_STATE_BYTES,
} from "../../../assembly/ground/layout";
import { SECRET_BYTES } from "../../../assembly/ground/records";
import {
  rowsPtr,
  STATE_BODY_AT,
  scratchPtr,
  secretPtr,
  statePtr,
  tablePtr,
  windowMove,
  windowPtr,
} from "../../../assembly/ground/window";

describe("the window", () => {
  it("has pages and slack, rows, state, the encoder's table, scratch, in this order", () => {
    expect(windowPtr()).toBe(WINDOW_PTR);
    expect(rowsPtr()).toBe(windowPtr() + WINDOW_BYTES + SLACK_BYTES);
    expect(statePtr()).toBe(rowsPtr() + ROW_BYTES * ROW_COUNT_MAX);
    expect(tablePtr()).toBe(statePtr() + WINDOW_STATE_BYTES);
    expect(scratchPtr()).toBe(tablePtr() + ENCODER_TABLE_BYTES);
  });

  it("has the secret behind the words of the operation, in lanes of sixteen bytes, before the table", () => {
    expect(secretPtr()).toBeGreaterThanOrEqual(statePtr() + STATE_BODY_AT + 4);
    expect(secretPtr() + SECRET_BYTES).toBeLessThanOrEqual(tablePtr());
    expect(secretPtr() % 16).toBe(0);
  });

  it("stays where it is in a module with one window", () => {
    windowMove(WINDOW_PTR + 65536);
    expect(windowPtr()).toBe(WINDOW_PTR);
  });
});
