/**
 * processes.ts - starts the processes whose memory is read, and ends them whatever happens.
 *
 * "Whatever happens" is success, an error, the exit of this process, and the signals of Ctrl-C, `kill` and a
 * closed terminal. Only SIGKILL leaves a folder behind, or a process that does not end with its parent.
 */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { FailedError, systemCode } from "../text/failure.js";

const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Longest wait for the start of a server or a browser. Healthy ones need less, even on a slow machine. */
export const START_MILLIS = 60_000;
/** Longest wait for the end of a killed process. */
const END_MILLIS = 2_000;

/** Runs `use`, and then `end`, whatever happens. `end` may run twice. */
async function withEnding<T>(end: () => void, use: () => Promise<T>): Promise<T> {
  const endBoth = (signal: NodeJS.Signals) => {
    end();
    // This handler is removed by now. The signal ends this process once no handler is left.
    process.kill(process.pid, signal);
  };
  // What began last ends first.
  process.prependOnceListener("exit", end);
  for (const signal of ENDING_SIGNALS) process.prependOnceListener(signal, endBoth);
  try {
    return await use();
  } finally {
    end();
    process.off("exit", end);
    for (const signal of ENDING_SIGNALS) process.off(signal, endBoth);
  }
}

/** Runs `use` with the path of a new temporary folder, and removes the folder. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "spillway-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return await withEnding(remove, () => use(folder));
}

/**
 * Runs `use` with a new process and its id, and kills the process. With `detached` it gets a process group,
 * and whatever it has started is killed with it. Rejects when the program cannot be started.
 */
export async function withProcess<T>(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
  use: (child: ChildProcess, pid: number) => Promise<T>,
): Promise<T> {
  const child = spawn(program, args, options);
  const kill = () => {
    if (options.detached && child.pid !== undefined) signal(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  };
  try {
    return await withEnding(kill, async () => {
      await once(child, "spawn");
      return await use(child, child.pid as number);
    });
  } finally {
    await ended(child);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await Promise.race([once(child, "exit"), sleep(END_MILLIS, undefined, { ref: false })]);
}

/** Waits for `promise`. Rejects with FailedError(`trouble`) after `millis` milliseconds. */
export async function within<T>(millis: number, trouble: string, promise: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = sleep(millis, undefined, { signal: over.signal }).then(() => {
    throw new FailedError(trouble);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    over.abort();
  }
}

/** Runs `read` while a process is stopped, so that no page moves between being found and being read. */
export function frozen<T>(pid: number, read: () => T): T {
  signal(pid, "SIGSTOP");
  try {
    return read();
  } finally {
    signal(pid, "SIGCONT");
  }
}

/** Sends a signal to a process, or to a process group if `pid` is below 0. One that has ended gets none. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (systemCode(error) !== "ESRCH") throw error;
  }
}

/** The first of these programs that is installed. */
export function installed(...names: string[]): string | undefined {
  return names.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);
}
