/**
 * faulty_fs.ts - node:fs as the file device uses it, with faults: at the n-th call, or as a script says.
 *
 * Every call is counted, whatever its name, so a test can go through all call sites by counting up until a
 * run meets no fault any more.
 */
import fs from "node:fs";
import type { FileSystem } from "#lib/devices/unnamed_file.js";

/** Functions of node:fs that the device calls while a pool works. */
const CALLS = [
  "openSync",
  "closeSync",
  "readSync",
  "writeSync",
  "fdatasyncSync",
  "ftruncateSync",
  "unlinkSync",
  "readdirSync",
  "readFileSync",
] as const;

export type FsCall = (typeof CALLS)[number];

/** An error as the system has it; or a count in place of the host's; or the work of the host. */
export type FsFault = { code: string } | { count: (count: number) => number } | undefined;

export interface FaultyFs extends FileSystem {
  /** Calls so far, by name. */
  readonly calls: FsCall[];
}

/** Says what a call does: by its name, how many calls there were before, of any name, and its arguments. */
export type FsScript = (call: FsCall, before: number, args: readonly unknown[]) => FsFault;

/** `script` is asked before each call. */
export function faultyFs(script: FsScript): FaultyFs {
  const calls: FsCall[] = [];
  const wrapped = CALLS.map((name) => {
    const call = (...args: unknown[]): unknown => {
      const fault = script(name, calls.length, args);
      calls.push(name);
      if (fault !== undefined && "code" in fault)
        throw Object.assign(new Error(`${fault.code}: by the test, ${name}`), { code: fault.code });
      if (fault === undefined) return Reflect.apply(fs[name], fs, args);
      return Reflect.apply(fs[name], fs, shortened(args, fault.count));
    };
    return [name, call] as const;
  });
  return { ...Object.fromEntries(wrapped), constants: fs.constants, calls } as unknown as FaultyFs;
}

/** The arguments of a read or write of fewer bytes. One of none answers 0. */
function shortened(args: unknown[], count: (count: number) => number): unknown[] {
  const [fd, bytes, offset, length, ...rest] = args as [number, Uint8Array, number, number];
  return typeof length === "number" ? [fd, bytes, offset, count(length), ...rest] : args;
}
