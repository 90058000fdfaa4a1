/**
 * paint.ts - the last sentence of a report in bold, and in red when something is wrong.
 */

const BOLD = 1;
const BOLD_RED = "1;31";

/** The line in a "select graphic rendition" sequence (ECMA-48), if `colour`. */
export function painted(line: string, isWell: boolean, colour: boolean): string {
  return colour ? `\x1b[${isWell ? BOLD : BOLD_RED}m${line}\x1b[0m` : line;
}
