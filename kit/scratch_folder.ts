/**
 * scratch_folder.ts - folders for what a process writes and nobody needs afterwards.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];

/** An empty folder that is removed when the process exits. */
export function scratchFolder(): string {
  if (folders.length === 0) process.on("exit", removeAll);
  const folder = mkdtempSync(join(tmpdir(), "spillway-"));
  folders.push(folder);
  return folder;
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
