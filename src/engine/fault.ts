/**
 * fault.ts - errors for calls of the engine that did not come back, and what its fault block tells about
 * them.
 *
 * A trap, a failed assertion, the end of the call stack or a time limit of the host leaves the engine half
 * way through a change. Its structures are then in an unknown state, so border.ts serves nothing from that
 * memory any more.
 */
import * as abi from "../abi.js";
import { SpillwayError, SpillwayRangeError, show } from "../base/errors.js";

/** The engine failed. `buffer` is its memory, in which a failed assertion has left its place. */
export function faultError(buffer: ArrayBuffer, cause: unknown): SpillwayError {
  const message = cause instanceof Error ? cause.message : show(cause);
  return new SpillwayError(
    "ERR_SPILLWAY_ENGINE_FAULT",
    `the engine failed${faultPlace(buffer)}: ${message}`,
    { cause },
  );
}

/** There was no room on the call stack, and the call was not begun. */
export function stackError(cause: unknown): SpillwayError {
  return new SpillwayError("ERR_SPILLWAY_STACK", "the call stack is full; nothing was changed", { cause });
}

/** Whether a page was on its way through the engine when the last call left it. */
export function wasEntered(buffer: ArrayBuffer): boolean {
  return new DataView(buffer).getUint32(abi.FAULT_PTR + abi.FAULT_ENTERED_AT, true) !== 0;
}

/** " at assembly/memory/slab.ts:120:5" if an assertion left its place in the fault block, else "". */
function faultPlace(buffer: ArrayBuffer): string {
  const view = new DataView(buffer);
  const word = (at: number) => view.getUint32(abi.FAULT_PTR + at, true);
  const line = word(abi.FAULT_LINE_AT);
  if (line === 0) return "";
  const text = word(abi.FAULT_FILE_AT);
  const bytes = word(abi.FAULT_FILE_BYTES_AT);
  let file = "";
  // Not by a TextDecoder: a host without one would lose the fault, and the arena would go on.
  for (let i = 0; i < bytes; i += 2) file += String.fromCharCode(view.getUint16(text + i, true));
  return ` at ${file}:${line}:${word(abi.FAULT_COLUMN_AT)}`;
}

/**
 * Throws if a load came to trouble; returns if its status is a page's length or a miss.
 *
 * @param status what Arena.load answered
 * @param type the client's number of the area, for the message, as are
 * @param offset the page's offset and
 * @param room the bytes of the target
 * @throws ERR_SPILLWAY_DAMAGED, ERR_SPILLWAY_DEVICE if the page is on a device that did not answer,
 * ERR_SPILLWAY_WOULD_BLOCK if it is on one that answers later, or ERR_SPILLWAY_ARG_RANGE if the target is
 * shorter than the page
 */
export function throwTrouble(status: number, type: number, offset: number, room: number): void {
  if (status === abi.Status.DAMAGED) {
    throw new SpillwayError(
      "ERR_SPILLWAY_DAMAGED",
      `the page at type ${type}, offset ${offset} is damaged; nothing of it was delivered`,
      { type, offsets: [offset] },
    );
  }
  if (status === abi.Status.LOST) {
    throw new SpillwayError(
      "ERR_SPILLWAY_DEVICE",
      `the page at type ${type}, offset ${offset} could not be read from its device; it stays there`,
      { type, offsets: [offset] },
    );
  }
  if (status === abi.Status.LATER) {
    throw new SpillwayError(
      "ERR_SPILLWAY_WOULD_BLOCK",
      `the page at type ${type}, offset ${offset} is on a device that answers later: use loadAsync`,
      { type, offsets: [offset] },
    );
  }
  if (status === abi.Status.SMALL) {
    throw new SpillwayRangeError(
      `target must have room for the page at type ${type}, offset ${offset}, got ${room} bytes`,
      room,
    );
  }
}

/**
 * Throws if pages of a batch came to trouble, once all others were delivered.
 *
 * @param damaged offsets of damaged pages, and
 * @param lost of pages whose device did not answer
 * @param later of pages whose device answers later
 * @param loaded for each page of the batch whether it was delivered
 * @throws ERR_SPILLWAY_DAMAGED; ERR_SPILLWAY_DEVICE if no page is damaged; ERR_SPILLWAY_WOULD_BLOCK if all
 * others were delivered
 */
export function throwTroubleOfMany(
  type: number,
  damaged: readonly number[],
  lost: readonly number[],
  later: readonly number[],
  loaded: readonly boolean[],
): void {
  const told: string[] = [];
  if (damaged.length > 0) told.push(`damaged pages at type ${type}, offsets ${damaged.join(", ")}`);
  if (lost.length > 0)
    told.push(`pages at type ${type} that their device did not give, offsets ${lost.join(", ")}`);
  if (later.length > 0)
    told.push(`pages at type ${type} on a device that answers later, offsets ${later.join(", ")}`);
  if (told.length === 0) return;
  const trouble = lost.length > 0 ? "ERR_SPILLWAY_DEVICE" : "ERR_SPILLWAY_WOULD_BLOCK";
  const code = damaged.length > 0 ? "ERR_SPILLWAY_DAMAGED" : trouble;
  const offsets = [...damaged, ...lost, ...later];
  throw new SpillwayError(code, told.join("; "), { type, offsets, loaded });
}
