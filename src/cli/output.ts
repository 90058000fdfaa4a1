/**
 * output.ts - what the command writes, to standard output and to files the user names.
 *
 * A reader that has seen enough (`spillway measure | head`) is no failure and ends the command at once. Any other error of
 * writing is told in one line and ends it with EXIT_FAILED: a report that is not there must not pass for one.
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

/** A line of the command's own on stderr. */
export function complaint(text: string): string {
  return `spillway: ${oneLine(text)}\n`;
}

/** Handles errors of both outputs from now on. To be called once, before anything is written. */
export function watchOutputs(): void {
  process.stdout.on("error", (error) => {
    // exitCode may hold EXIT_CHANGED by now: a reader that went away does not make the pages whole.
    if (systemCode(error) === "EPIPE") process.exit();
    process.stderr.write(complaint(unwritten("to standard output", error)));
    process.exit(EXIT_FAILED);
  });
  // There is nowhere left to say it; the exit code tells what was to be told.
  process.stderr.on("error", () => {});
}

/** Writes a report to standard output. Throws FailedError when a file does not take all of it. */
export function print(text: string): void {
  if (!isFile(process.stdout.fd)) {
    process.stdout.write(text);
    return;
  }
  // Node's own stream writes to a file once and takes a part for the whole, which a disk that fills up makes of it.
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(process.stdout.fd, bytes, at);
  } catch (error) {
    throw new FailedError(unwritten("to standard output", error));
  }
}

/** Throws UserError when a file cannot be made at `path`: minutes of work must not end at a folder that is not there. */
export function checkWritable(path: string): void {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) throw new UserError(`cannot write ${path}: it is a directory`);
    // To open one waits until somebody reads. Open ones have a reader: /dev/stdout, /dev/fd/N.
    if (stat?.isFIFO() && !/^\/(dev|proc)\//.test(path))
      throw new UserError(`cannot write ${path}: it is a FIFO`);
    if (stat?.isSocket() || stat?.isBlockDevice())
      throw new UserError(`cannot write ${path}: it is a ${stat.isSocket() ? "socket" : "block device"}`);
    // To make it is the only sure way to know: a folder of /proc says that it can be written to.
    const isNew = lstatSync(path, { throwIfNoEntry: false }) === undefined;
    closeSync(openSync(path, "a"));
    if (isNew) unlinkSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const gone = systemCode(error) === "ENOENT" && path !== "";
    throw new UserError(gone ? `cannot write ${path}: no such folder` : unwritten(path, error));
  }
}

/** Writes a file that the user asked for. Throws FailedError when that cannot be done. */
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
