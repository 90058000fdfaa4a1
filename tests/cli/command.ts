/**
 * command.ts - runs the built command, for the tests of this folder.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../cli/spillway.js", import.meta.url));

/** How a run of the command ended, and what it printed. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  /** Another Node than this one. */
  program?: string;
  /** Arguments of Node itself, before the command's path. */
  node?: string[];
  /** Variables in addition to this process's environment. */
  env?: Record<string, string>;
  /** Contents of standard input, a pipe that then ends. */
  input?: string | Uint8Array;
}

/** Starts the command with its output in pipes. */
export function start(
  args: readonly string[],
  { program = process.execPath, node = [], env = {}, input }: Surroundings = {},
): ChildProcess {
  const child = spawn(program, [...node, COMMAND, ...args], { env: { ...process.env, ...env } });
  // The command may end before it has read all input.
  child.stdin.on("error", () => {});
  if (input !== undefined) child.stdin.end(input);
  return child;
}

/** Runs a script of bash, in which `$spillway` is the command and `args` are `$1` and so on. */
export function shell(script: string, ...args: string[]): Promise<Ending> {
  const env = { ...process.env, spillway: `${process.execPath} ${COMMAND}` };
  return ending(spawn("bash", ["-c", script, "bash", ...args], { env, stdio: ["ignore", "pipe", "pipe"] }));
}

/** Fails unless a run ended with this code and printed only one line, on stderr. Returns that line. */
export function assertOneLine({ code, stdout, stderr }: Ending, expected: number): string {
  assert.match(stderr, /^spillway: [^\n]+\n$/, "one line");
  assert.ok(!/\n {4}at /.test(stderr) && !/^spillway: \w*Error/.test(stderr), stderr);
  assert.deepEqual({ code, stdout }, { code: expected, stdout: "" });
  return stderr;
}

/** Waits until a started command ends. */
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

/** Arguments of Node that load a module with this text first. */
export function preload(text: string): string[] {
  return ["--import", `data:text/javascript,${encodeURIComponent(text)}`];
}
