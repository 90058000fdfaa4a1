/**
 * faults.ts - owns the kinds of trouble that a device can have.
 */
import { show } from "../base/errors.js";

/**
 * full     the device takes nothing until a segment is dropped
 * lost     the segment is gone, and the bodies in it
 * damaged  what was read is not what was written
 * late     no answer within the deadline
 * stale    the segment was dropped while it was read: look the page up again
 * device   anything else
 */
export type FaultKind = "full" | "lost" | "damaged" | "late" | "stale" | "device";

/** What the log throws, and what a device may throw. `cause` is what the device threw itself. */
export class DeviceFault extends Error {
  override readonly name = "DeviceFault";
  readonly kind: FaultKind;
  constructor(kind: FaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

const FULL_CODES: readonly unknown[] = ["ENOSPC", "EDQUOT"];

/**
 * What a device threw, as a fault. A write can find it full and a read its segment lost, not the other way
 * round. Reads a foreign value: whatever that throws is no worse than the rest.
 */
export function faultOf(device: string, verb: "write" | "read", thrown: unknown): DeviceFault {
  if (thrown instanceof DeviceFault) return thrown;
  const said = kindOf(thrown);
  const kind = said === (verb === "write" ? "full" : "lost") ? said : "device";
  return new DeviceFault(kind, `device ${device}: ${verb} failed: ${told(thrown)}`, {
    cause: thrown,
  });
}

function kindOf(thrown: unknown): FaultKind {
  if (typeof thrown !== "object" || thrown === null) return "device";
  try {
    const { kind, code } = thrown as { kind?: unknown; code?: unknown };
    if (kind === "full" || kind === "lost") return kind;
    return FULL_CODES.includes(code) ? "full" : "device";
  } catch {
    return "device";
  }
}

function told(thrown: unknown): string {
  try {
    const message: unknown = (thrown as { message?: unknown } | null | undefined)?.message;
    return typeof message === "string" ? message.slice(0, 200) : show(thrown);
  } catch {
    return "an error that cannot be read";
  }
}
