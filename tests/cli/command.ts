/**
 * command.ts - runs the built command, for the tests of this folder.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../cli/spillway.js", import.meta.url));

/** How a run of the command ended. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  /** Arguments of Node itself, before the command's path. */
  node?: string[];
  /** Added to this process's environment. */
  env?: Record<string, string>;
}

/** Starts the command with its output in pipes. */
export function start(args: readonly string[], { node = [], env = {} }: Surroundings = {}): ChildProcess {
  return spawn(process.execPath, [...node, COMMAND, ...args], { env: { ...process.env, ...env } });
}

/** Waits for a started command's end. */
export function ending(child: ChildProcess): Promise<Ending> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** Runs the command to its end. */
export function spillway(args: readonly string[], surroundings?: Surroundings): Promise<Ending> {
  return ending(start(args, surroundings));
}

/** A module's text as something `node --import` takes. */
export function preload(text: string): string[] {
  return ["--import", `data:text/javascript,${encodeURIComponent(text)}`];
}
