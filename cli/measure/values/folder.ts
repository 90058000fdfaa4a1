/**
 * folder.ts - the files of a folder and of those below it, each a value of bytes.
 *
 * Files are chosen by their sizes and read once they are chosen. Links, pipes and devices are left out: a
 * link may lead back to the folder.
 */
import { closeSync, type Dirent, fstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { openFile, unreadable } from "../../pages/inputs.js";
import { reason } from "../../text/failure.js";
import type { Packed } from "./packed.js";
import type { Sample } from "./sample.js";

/** Offers all files to the sample, in the order of their names. Their keys are paths from the folder. */
export async function readFolder(folder: string, sample: Sample): Promise<void> {
  for (const [key, path] of filesBelow(folder, "")) {
    const size = attempt(path, () => statSync(path).size);
    sample.offer(key, size, () => contents(path, size), size);
    // Ctrl-C is heard between files.
    if (sample.available % 1000 === 0) await setImmediate();
  }
}

function* filesBelow(folder: string, keys: string): Generator<[key: string, path: string]> {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path, `${keys}${entry.name}/`);
    else if (entry.isFile()) yield [keys + entry.name, path];
  }
}

function entriesOf(folder: string): Dirent[] {
  const entries = attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function contents(path: string, size: number): Packed {
  const fd = openFile(path);
  try {
    if (fstatSync(fd).size !== size) throw unreadable(path, "it changed while it was read");
    const data = attempt(path, () => readFileSync(fd));
    return { kind: "bytes", data };
  } finally {
    closeSync(fd);
  }
}

function attempt<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw unreadable(path, reason(error));
  }
}
