/**
 * check.ts - what happens when an assertion of the engine fails.
 *
 * The compiler calls onAbort in place of the `env.abort` import, so the module imports nothing.
 *
 * Owns:   [FAULT_PTR, FAULT_PTR + FAULT_BYTES).
 * Keeps:  a trap always leaves its address behind: file, line, column.
 */
import {
  FAULT_COLUMN_AT,
  FAULT_ENTERED_AT,
  FAULT_FILE_AT,
  FAULT_FILE_BYTES_AT,
  FAULT_LINE_AT,
  FAULT_PTR,
} from "./layout";

/**
 * True in the verify build: costly assertions, and a red zone behind every body. In the other builds the
 * branches behind it compile to nothing.
 */
export const VERIFY: bool = isDefined(SPILLWAY_VERIFY);

/** True in the build of the specs, whose own managed memory lies far above the engine's. */
export const SPEC: bool = isDefined(SPILLWAY_SPEC);

/** Leaves the place of a failed assertion in the fault block, and traps. */
export function onAbort(_message: string | null, file: string | null, line: u32, column: u32): void {
  store<u32>(FAULT_PTR, line, FAULT_LINE_AT);
  store<u32>(FAULT_PTR, column, FAULT_COLUMN_AT);
  store<u32>(FAULT_PTR, changetype<usize>(file), FAULT_FILE_AT);
  store<u32>(FAULT_PTR, file === null ? 0 : file.length << 1, FAULT_FILE_BYTES_AT);
  unreachable();
}

/**
 * 1 when a page's way through the engine begins, 0 when it is over. A call that is thrown out in between
 * leaves the engine half changed.
 */
export function markEntered(entered: u32): void {
  store<u32>(FAULT_PTR, entered, FAULT_ENTERED_AT);
}
