/**
 * file.mjs - the same, with a file for each conversation.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BLOCK_BYTES } from "./blocks.mjs";

/** In memory there is nothing. */
export const blocks = { byteLength: 0 };

export const onDisk = true;

const folder = mkdtempSync(join(tmpdir(), "spillway-kv-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const fileOf = (conversation) => join(folder, String(conversation));

export function park(conversation, _from, list) {
  for (const block of list) appendFileSync(fileOf(conversation), new Uint8Array(block.buffer));
}

export function resume(conversation) {
  const bytes = readFileSync(fileOf(conversation));
  return Array.from({ length: bytes.length / BLOCK_BYTES }, (_, i) => {
    const part = new Uint8Array(bytes.subarray(i * BLOCK_BYTES, (i + 1) * BLOCK_BYTES));
    return new Uint16Array(part.buffer);
  });
}

export function end(conversation) {
  rmSync(fileOf(conversation));
}
