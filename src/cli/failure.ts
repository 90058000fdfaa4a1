/**
 * failure.ts - trouble that can be told in one line, and what the command ends with.
 *
 * UserError: asked for something it cannot do, such as a wrong flag or an unreadable file. FailedError: what was asked for
 * could not be finished, such as a report that could not be written. ChangedError: a page came back changed. Everything
 * else that is thrown is a fault of the command and keeps its stack.
 */

/** Pages came back other than they went in. No other trouble ends with this. */
export const EXIT_CHANGED = 1;
/** The command was asked for something it cannot do. */
export const EXIT_USAGE = 2;
/** The command could not finish: its output could not be written, a process it needs ended, or it has a fault. */
export const EXIT_FAILED = 3;

/** All exit codes, as --help tells them. */
export const EXIT_CODES = `
Exit codes:
  0  all is well; also when the reader of a pipe has seen enough
  1  a page came back changed; nothing else ends with 1
  2  the command was asked for something it cannot do; one line on stderr says what
  3  the command could not finish, or its output could not be written`;

/** Its message is a whole sentence for the user, without the command's name. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** Nothing was wrong with what was asked for, and yet it could not be finished. Its message is such a sentence, too. */
export class FailedError extends Error {
  override readonly name = "FailedError";
}

/** A page came back changed, where there is no report that counts them. */
export class ChangedError extends Error {
  override readonly name = "ChangedError";
}

/** Any text as one line, without what a terminal would take for an order: names of files hold anything. */
export function oneLine(text: string): string {
  return text
    .trim()
    .replace(/\s*[\r\n]\s*/g, " ")
    .replace(/\p{Cc}/gu, "?");
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "no such file",
  ENOTDIR: "a part of the path is no directory",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links go round in a circle",
  EISDIR: "it is a directory",
  ENXIO: "nobody is at its other end",
  ESRCH: "the process has ended",
  EMFILE: "too many files are open in this process",
  ENFILE: "too many files are open on this system",
  ENOSPC: "no space left on device",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would become too large",
  EROFS: "the file system is read-only",
  ETXTBSY: "the file is a program that runs",
  EIO: "input/output error",
  EAGAIN: "there is nothing to be read yet",
  EBADF: "it is closed",
};

/** The code of a failed system call, such as "ENOENT", or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}

/** Why a system call failed, in words where they are known. */
export function reason(error: unknown): string {
  const known = REASONS[systemCode(error) ?? ""];
  return known ?? oneLine(error instanceof Error ? error.message : String(error));
}
