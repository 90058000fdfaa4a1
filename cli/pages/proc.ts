/**
 * proc.ts - reads the files in which Linux describes processes, /proc/PID/... See proc(5).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { reason, systemCode, UserError } from "../text/failure.js";

/** The process exists, but the kernel does not show its memory. */
export class MemoryDenied extends UserError {}

/**
 * Calls `open` with the path of a file of process `pid`, such as "maps". Throws UserError when there is no
 * such process, MemoryDenied when its file cannot be read.
 */
export function procFile<T>(pid: number, name: string, open: (path: string) => T): T {
  try {
    return open(`/proc/${pid}/${name}`);
  } catch (error) {
    if (systemCode(error) === "ESRCH" || !processExists(pid)) throw new UserError(`no process ${pid}`);
    const hint = "this needs the same user and the right to trace it";
    throw new MemoryDenied(`cannot read the memory of process ${pid}: ${reason(error)} (${hint})`);
  }
}

export function processExists(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}

/** The name of a process, such as "node". Throws UserError when there is no such process. */
export function processName(pid: number): string {
  return procFile(pid, "comm", (path) => readFileSync(path, "utf8")).trim();
}

/** The words with which a process was started, separated by NUL; "" for a process that has ended. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** The fields of /proc/PID/stat after the name: state, parent, ... Throws when the process has ended. */
export function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  // "pid (name) state parent ...": the name may hold parentheses and spaces.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

const PARENT_FIELD = 1;

/** The children of a process, their children, and so on. */
export function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (one: number): number[] =>
    (children.get(one) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** 0 for a process that has ended meanwhile. */
function parentOf(pid: number): number {
  try {
    return Number(statFields(pid)[PARENT_FIELD]);
  } catch {
    return 0;
  }
}

/** AT_PAGESZ in the auxiliary vector, which consists of pairs of words: a type and a value (getauxval(3)). */
const AT_PAGESZ = 6n;

/** Bytes of a page of this system: 4096 on x86, up to 65536 on ARM. */
export function systemPageBytes(): number {
  const vector = readFileSync("/proc/self/auxv");
  for (let at = 0; at + 16 <= vector.length; at += 16) {
    if (vector.readBigUInt64LE(at) === AT_PAGESZ) return Number(vector.readBigUInt64LE(at + 8));
  }
  return 4096;
}
