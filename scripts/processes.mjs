/**
 * processes.mjs - runs other programs: for the build, the tests and the benches.
 *
 * Nothing but Node is needed to run this file.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Writes a line to stderr: stdout belongs to what a command reports. */
export const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Runs a program to its end and answers what it printed to stdout. Rejects when the program fails, with all
 * that it said.
 *
 * @param {{ cwd?: string, env?: Record<string, string>, loud?: boolean, shell?: boolean, input?: any }}
 * options
 *   loud: the program prints to this terminal, and the answer is empty. input: a stream or an iterable of
 *   bytes for its standard input.
 */
export async function run(program, args, options = {}) {
  const { cwd = ROOT, loud = false, env = {}, shell = false, input } = options;
  const output = loud ? "inherit" : "pipe";
  const child = spawn(program, args, {
    cwd,
    shell,
    env: { ...process.env, ...env },
    stdio: [input !== undefined ? "pipe" : loud ? "inherit" : "ignore", output, output],
  });
  let printed = "";
  let said = "";
  child.stdout?.on("data", (chunk) => (printed += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(printed);
      else {
        const message = `${program} ${args.join(" ")} failed (${signal ?? code})\n${printed}${said}`;
        reject(Object.assign(new Error(message), { code }));
      }
    });
  });
  // A program that ends before it has read everything fails by its exit code, which says more than the pipe.
  if (input !== undefined) await Promise.all([ended, pipeline(input, child.stdin).catch(() => {})]);
  return ended;
}

/** Runs a program of a development dependency by this Node. `path` is relative to node_modules. */
export function tool(path, args, options) {
  return run(process.execPath, [join(ROOT, "node_modules", path), ...args], options);
}

/** Runs npm by the Node that runs this file; npm tells its children where it lives. */
export function npm(args, options) {
  const path = process.env.npm_execpath;
  return path
    ? run(process.execPath, [path, ...args], options)
    : run("npm", args, { ...options, shell: true });
}

/** Runs `body` and turns a failure into one message and the exit code 1. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
