/**
 * failure.ts - errors that one line explains, and the exit codes of the command.
 *
 * UserError: the command cannot do what it was asked for, for example because of a wrong flag or an
 * unreadable file. FailedError: it could not finish, for example because a report could not be written.
 * ChangedError: a page or value came back changed. Any other error is a fault of the command, and is printed
 * with its stack.
 */

/** A page or value came back changed. Nothing else ends with this code. */
export const EXIT_CHANGED = 1;
/** The command was asked for something it cannot do. */
export const EXIT_USAGE = 2;
/**
 * The command could not finish: its output could not be written, a process it needs ended, or it has a fault.
 */
export const EXIT_FAILED = 3;

/** All exit codes, for --help. */
export const EXIT_CODES = `
Exit codes:
  0  success; also when the reader of a pipe stops early
  1  a page or value came back changed; nothing else ends with 1
  2  the command was asked for something it cannot do; one line on stderr says what
  3  the command could not finish, or its output could not be written`;

/** Its message is a whole sentence for the user, without the command's name in front. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** The request was right, but it could not be finished. Its message is a whole sentence, too. */
export class FailedError extends Error {
  override readonly name = "FailedError";
}

/** A page came back changed in a subcommand whose report does not count such pages. */
export class ChangedError extends Error {
  override readonly name = "ChangedError";
}

/**
 * Any text as one line without control characters, which a file's name may hold and a terminal would obey.
 */
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
  ENOTDIR: "a part of the path is not a directory",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links form a circle",
  EISDIR: "it is a directory",
  ENXIO: "no process has its other end open",
  ESRCH: "the process has ended",
  EMFILE: "too many files are open in this process",
  ENFILE: "too many files are open on this system",
  ENOSPC: "no space left on device",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would become too large",
  EROFS: "the file system is read-only",
  ETXTBSY: "the file is a running program",
  EIO: "input/output error",
  EAGAIN: "there is nothing to read yet",
  EBADF: "it is closed",
};

/** The code of a failed system call, such as "ENOENT", or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}

/** Why a system call failed: in words for known codes, else the error's message. */
export function reason(error: unknown): string {
  const known = REASONS[systemCode(error) ?? ""];
  return known ?? oneLine(error instanceof Error ? error.message : String(error));
}
