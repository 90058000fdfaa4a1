/**
 * child.ts - pages of a child Node at real work (workload.ts), for users who name no source of pages.
 *
 * On Linux the child's memory is read while the child is stopped. Where the system does not show memory, the
 * child writes a V8 heap snapshot, and the pages are those of that file: JSON about the heap, not the heap
 * itself. The report says so. The child is killed when its pages are read, on an error and on a signal
 * (processes.ts), and ends by itself when its parent vanishes.
 */
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FailedError } from "../text/failure.js";
import { counted } from "../text/figures.js";
import { filePages } from "./files.js";
import { memoryPages } from "./memory.js";
import type { PageSet } from "./page_set.js";
import { MemoryDenied } from "./proc.js";
import { frozen, withFolder, within, withProcess } from "./processes.js";
import type { WorkloadMessage, WorkloadRequest } from "./workload.js";

/** Longest wait for a message. The work takes far less: only a child that hangs reaches it. */
const ANSWER_MILLIS = 120_000;

/**
 * Resident memory at which the child's work ends, in MiB. Some 50 MiB are Node's own code. The rest is about
 * 28,000 pages of 4 KiB that are not empty.
 */
const RESIDENT_MIB = 160;
/** The same before a heap snapshot, which has some 16,000 pages then and takes ten seconds. */
const SNAPSHOT_RESIDENT_MIB = 120;

/** At most `maxPages` pages of a new child. Throws FailedError when the child ends or hangs. */
export async function childPages(pageSize: number, maxPages: number): Promise<PageSet> {
  const showsMemory = process.platform === "linux";
  const script = fileURLToPath(new URL("./workload.js", import.meta.url));
  const args = [script, String(showsMemory ? RESIDENT_MIB : SNAPSHOT_RESIDENT_MIB)];
  const options = { stdio: ["ignore", "ignore", "inherit", "ipc"] } satisfies SpawnOptions;
  const pages = await withProcess(process.execPath, args, options, async (child, pid) => {
    const files = counted(await readyFiles(child), "JavaScript file");
    const what = `a child Node process that holds the syntax trees of ${files}`;
    if (showsMemory) {
      try {
        return frozen(pid, () => memoryPages(pid, `the memory of ${what}`, pageSize, maxPages));
      } catch (error) {
        if (!(error instanceof MemoryDenied)) throw error;
      }
    }
    return await snapshotPages(child, `a V8 heap snapshot of ${what}`, pageSize, maxPages);
  });
  return { ...pages, name: "child process" };
}

async function readyFiles(child: ChildProcess): Promise<number> {
  const said = await message(child);
  return "ready" in said ? said.ready.files : 0;
}

async function snapshotPages(
  child: ChildProcess,
  source: string,
  pageSize: number,
  maxPages: number,
): Promise<PageSet> {
  return await withFolder(async (folder) => {
    const path = join(folder, "child.heapsnapshot");
    const request: WorkloadRequest = { writeSnapshot: path };
    child.send(request);
    await message(child);
    return { ...(await filePages([path], pageSize, maxPages)), source };
  });
}

/** The child's next message. Rejects with FailedError when the child ends first, or after ANSWER_MILLIS. */
function message(child: ChildProcess): Promise<WorkloadMessage> {
  const said = new Promise<WorkloadMessage>((resolve, reject) => {
    child.once("exit", (code, signal) =>
      reject(new FailedError(`the child process ended early (${signal ?? code})`)),
    );
    child.once("message", (message) => resolve(message as WorkloadMessage));
  });
  return within(ANSWER_MILLIS, "the child process does not answer", said);
}
