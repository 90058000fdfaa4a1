/**
 * check.ts - what happens when the engine finds itself wrong.
 *
 * Owns:   [FAULT_PTR, FAULT_PTR + FAULT_BYTES).
 * Keeps:  a trap always leaves its address behind: file, line, column.
 * Called: by the compiler, in place of the `env.abort` import: the module imports nothing.
 */
import { FAULT_ENTERED_AT, FAULT_PTR } from "./layout";

/**
 * True in the verify build: costly assertions, and a red zone behind every body. Everywhere else the branches
 * it guards compile to nothing.
 */
export const VERIFY: bool = isDefined(SPILLWAY_VERIFY);

/** True when compiled together with specs, whose own managed memory lies far above the engine's. */
export const SPEC: bool = isDefined(SPILLWAY_SPEC);

/**
 *   fault block:   line u32 │ column u32 │ file u32: address of UTF-16 text │ bytes of that text u32
 *                │ entered u32
 *   line 0 means that no assertion has failed.
 */
export function onAbort(_message: string | null, file: string | null, line: u32, column: u32): void {
  store<u32>(FAULT_PTR, line, 0);
  store<u32>(FAULT_PTR, column, 4);
  store<u32>(FAULT_PTR, changetype<usize>(file), 8);
  store<u32>(FAULT_PTR, file === null ? 0 : file.length << 1, 12);
  unreachable();
}

/** 1 where a page's way through the engine begins, 0 where it is over. What is thrown between the two has left it half way. */
export function markEntered(entered: u32): void {
  store<u32>(FAULT_PTR, entered, FAULT_ENTERED_AT);
}
