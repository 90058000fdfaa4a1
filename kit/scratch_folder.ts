/**
 * scratch_folder.ts - folders for what a process writes and nobody needs afterwards.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty folder that is removed when the process exits. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "spillway-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
