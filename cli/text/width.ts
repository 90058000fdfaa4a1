/**
 * width.ts - how wide the terminal is, and lines that fit it.
 */

/** Columns of the terminal at standard output. Infinity for a pipe, a file, or an unknown width. */
export function outputWidth(): number {
  return (process.stdout.isTTY && process.stdout.columns) || Number.POSITIVE_INFINITY;
}

/** The text with its lines broken between words, `width` characters at most. A longer word stays whole. */
export function wrapped(text: string, width: number): string {
  return text.replace(/[^\n]+/g, (line) => wrappedLine(line, width));
}

function wrappedLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const indent = /^ */.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let last = indent;
  for (const word of line.trim().split(" ")) {
    if (last.length > indent.length && last.length + 1 + word.length > width) {
      lines.push(last);
      last = indent;
    }
    last += last.length > indent.length ? ` ${word}` : word;
  }
  return [...lines, last].join("\n");
}
