/**
 * wire_text.ts - messages to and from a page as text. The driver of the browser would take half a second for
 * 256 KiB of bytes; a string passes at once.
 *
 * JSON, with two additions: bytes are { bytes: BASE64 }, and undefined is { none: true }. The page's side has
 * the same (pageSide in twin.ts).
 */
import type { Wire } from "./relay.js";

export function textOf(wires: readonly Wire[]): string {
  return JSON.stringify(wires, (_key, value: unknown) => {
    if (value === undefined) return { none: true };
    return value instanceof Uint8Array ? { bytes: Buffer.from(value).toString("base64") } : value;
  });
}

export function wireOf(text: string): Wire {
  return JSON.parse(text, (_key, value: { bytes?: string; none?: boolean } | null) => {
    if (value?.none === true) return undefined;
    return typeof value?.bytes === "string" ? new Uint8Array(Buffer.from(value.bytes, "base64")) : value;
  }) as Wire;
}
