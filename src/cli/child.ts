/**
 * child.ts - the process that is measured when the user names none: a child Node at real work (workload.ts).
 *
 * On Linux its memory is read while it stands still. Where the system does not show memory, the child writes a V8
 * heap snapshot, and its pages are those of that file: JSON about the heap, not the heap itself, and told as such.
 * The child never outlives the measurement: it is killed on success, on error and on a signal, and leaves by itself
 * when its parent vanishes.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FailedError } from "./failure.js";
import { filePages } from "./files.js";
import { MemoryDenied, memoryPages } from "./memory.js";
import type { PageSet } from "./pages.js";
import { counted } from "./table.js";
import type { WorkloadMessage, WorkloadRequest } from "./workload.js";

/** Far above what the work takes anywhere; reached only when the child hangs. */
const PATIENCE_MILLIS = 120_000;
const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Resident memory at which the child's work is done, in MiB. Some 50 of them are Node's own code; what remains is
 * about 28,000 pages of 4 KiB with something in them.
 */
const RESIDENT_MIB = 160;
/** The same where a snapshot is to be written: it is some 16,000 pages long, and takes ten seconds as it is. */
const SNAPSHOT_RESIDENT_MIB = 120;

/** Pages of a child of our own. Throws when the child fails. */
export async function childPages(pageSize: number, maxPages: number): Promise<PageSet> {
  const showsMemory = process.platform === "linux";
  const pages = await withWorkload(showsMemory ? RESIDENT_MIB : SNAPSHOT_RESIDENT_MIB, async (child, pid) => {
    const what = `a child Node process that holds the syntax trees of ${counted(await readyFiles(child), "JavaScript file")}`;
    if (showsMemory) {
      try {
        return frozenPages(child, pid, `the memory of ${what}`, pageSize, maxPages);
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

/** Reads the memory while the child is stopped, so that no page moves away between the look and the read. */
function frozenPages(
  child: ChildProcess,
  pid: number,
  source: string,
  pageSize: number,
  maxPages: number,
): PageSet {
  child.kill("SIGSTOP");
  try {
    return memoryPages(pid, source, pageSize, maxPages);
  } finally {
    child.kill("SIGCONT");
  }
}

async function snapshotPages(
  child: ChildProcess,
  source: string,
  pageSize: number,
  maxPages: number,
): Promise<PageSet> {
  const folder = mkdtempSync(join(tmpdir(), "spillway-"));
  try {
    const path = join(folder, "child.heapsnapshot");
    const request: WorkloadRequest = { writeSnapshot: path };
    child.send(request);
    await message(child);
    return { ...(await filePages([path], pageSize, maxPages)), source };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `use` with a fresh child, and ends the child whatever happens. */
async function withWorkload<T>(
  residentMiB: number,
  use: (child: ChildProcess, pid: number) => Promise<T>,
): Promise<T> {
  const script = fileURLToPath(new URL("./workload.js", import.meta.url));
  const child = spawn(process.execPath, [script, String(residentMiB)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const end = () => child.kill("SIGKILL");
  // The handler is gone once it has run, so that the second signal ends this process in the usual way.
  const endBoth = (signal: NodeJS.Signals) => {
    end();
    process.kill(process.pid, signal);
  };
  process.once("exit", end);
  for (const signal of ENDING_SIGNALS) process.once(signal, endBoth);
  try {
    await once(child, "spawn");
    return await use(child, child.pid as number);
  } finally {
    end();
    process.off("exit", end);
    for (const signal of ENDING_SIGNALS) process.off(signal, endBoth);
  }
}

/** The child's next message. Rejects when the child ends first, or says nothing for PATIENCE_MILLIS. */
function message(child: ChildProcess): Promise<WorkloadMessage> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new FailedError("the child process does not answer")),
      PATIENCE_MILLIS,
    );
    child.once("exit", (code, signal) => {
      clearTimeout(late);
      reject(new FailedError(`the child process ended early (${signal ?? code})`));
    });
    child.once("message", (said) => {
      clearTimeout(late);
      resolve(said as WorkloadMessage);
    });
  });
}
