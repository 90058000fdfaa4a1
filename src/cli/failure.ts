/**
 * failure.ts - trouble that the user can mend: a wrong flag, an unreadable file, a process that is not there.
 *
 * Such trouble is told in one line on stderr and ends the command with EXIT_USAGE. Everything else that is thrown is
 * a fault of the command and keeps its stack.
 */

/** Pages came back other than they went in, or the command itself failed. */
export const EXIT_FAILED = 1;
/** The command was asked for something it cannot do. */
export const EXIT_USAGE = 2;

/** Its message is a whole sentence for the user, without the command's name. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** Any text as one line. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, " ");
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "no such file",
  EISDIR: "it is a directory",
  ESRCH: "the process has ended",
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
