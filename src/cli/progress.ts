/**
 * progress.ts - a bar on stderr for somebody who watches, nothing for a pipe or a log.
 */
import { SingleBar } from "cli-progress";
import { oneLine } from "./failure.js";

export interface Progress {
  /** Ends the stage before, if any, and begins one of `total` steps. */
  stage(label: string, total: number): void;
  step(count: number): void;
  /** Clears the bar away. */
  end(): void;
}

const BAR_CHARS = 32;
/** Brackets, spaces and the percentage beside the bar and its label. */
const FRAME_CHARS = 9;

/** A label that leaves the bar on one line: it could not be cleared away from two. */
function shortened(label: string): string {
  const room = Math.max(4, (process.stderr.columns || Number.POSITIVE_INFINITY) - BAR_CHARS - FRAME_CHARS);
  const one = oneLine(label);
  return one.length <= room ? one : `${one.slice(0, room - 3)}...`;
}

const SILENT: Progress = { stage() {}, step() {}, end() {} };

export function progressOnTerminal(): Progress {
  if (!process.stderr.isTTY) return SILENT;
  const bar = new SingleBar({
    format: "{label} [{bar}] {percentage}%",
    barCompleteChar: "=",
    barIncompleteChar: " ",
    barsize: BAR_CHARS,
    clearOnComplete: true,
    // Ctrl-C ends the command at once; so nothing of the terminal may be changed that would need mending.
    gracefulExit: false,
    linewrap: true,
  });
  return {
    stage(label, total) {
      bar.stop();
      bar.start(total, 0, { label: shortened(label) });
    },
    step: (count) => bar.increment(count),
    end: () => bar.stop(),
  };
}
