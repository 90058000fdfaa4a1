/**
 * output.ts - writes to standard output and to files that the user names.
 *
 * A reader that stops early (`spillway measure | head`) ends the command at once, without an error. Any other
 * failed write is reported in one line and ends it with EXIT_FAILED: a missing report must not pass for one.
 */
import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { EXIT_FAILED, FailedError, oneLine, reason, systemCode, UserError } from "./failure.js";

/** A line for stderr that names the command. */
export function complaint(text: string): string {
  return `spillway: ${oneLine(text)}\n`;
}

/** Handles write errors of stdout and stderr from now on. Call it once, before anything is written. */
export function watchOutputs(): void {
  process.stdout.on("error", (error) => {
    // exit() without a code keeps process.exitCode, which may be EXIT_CHANGED by now.
    if (systemCode(error) === "EPIPE") process.exit();
    process.stderr.write(complaint(unwritten("to standard output", error)));
    process.exit(EXIT_FAILED);
  });
  // The message cannot be shown anywhere else; the exit code remains.
  process.stderr.on("error", () => {});
}

/** Writes text to standard output. Throws FailedError when a file cannot take all of it. */
export function print(text: string): void {
  if (!isFile(process.stdout.fd)) {
    process.stdout.write(text);
    return;
  }
  // On a disk that fills up, a write may take only a part. Node's own stream to a file does not notice that.
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(process.stdout.fd, bytes, at);
  } catch (error) {
    throw new FailedError(unwritten("to standard output", error));
  }
}

/** Writes a report to standard output as one JSON document. Throws FailedError as `print` does. */
export function printJson(report: object): void {
  print(`${JSON.stringify(report, null, 2)}\n`);
}

/** Throws UserError when no file can be written at `path`, so that this is known before minutes of work. */
export function checkWritable(path: string): void {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) throw new UserError(`cannot write ${path}: it is a directory`);
    // Opening a FIFO waits for a reader. One that is already open (/dev/stdout, /dev/fd/N) has a reader.
    if (stat?.isFIFO() && !/^\/(dev|proc)\//.test(path))
      throw new UserError(`cannot write ${path}: it is a FIFO`);
    if (stat?.isSocket() || stat?.isBlockDevice())
      throw new UserError(`cannot write ${path}: it is a ${stat.isSocket() ? "socket" : "block device"}`);
    // Making the file is the only reliable test: a folder of /proc claims to be writable.
    const isNew = lstatSync(path, { throwIfNoEntry: false }) === undefined;
    closeSync(openSync(path, "a"));
    if (isNew) unlinkSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const gone = systemCode(error) === "ENOENT" && path !== "";
    throw new UserError(gone ? `cannot write ${path}: no such folder` : unwritten(path, error));
  }
}

/** Writes a file that the user asked for. Throws FailedError when it cannot be written. */
export function writeAsked(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new FailedError(unwritten(path, error));
  }
}

function unwritten(what: string, error: unknown): string {
  return `cannot write ${what || '""'}: ${reason(error)}`;
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}
