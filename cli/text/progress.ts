/**
 * progress.ts - a progress bar on stderr when that is a terminal, nothing when it is a pipe or a log.
 */
import { SingleBar } from "cli-progress";
import { oneLine } from "./failure.js";

export interface Progress {
  /** Begins a stage of `total` steps, in place of the stage before. */
  stage(label: string, total: number): void;
  /** Adds `count` steps. */
  step(count: number): void;
  /** Removes the bar. */
  end(): void;
}

const BAR_CHARS = 32;
/** Characters of the brackets, spaces and the percentage. */
const FRAME_CHARS = 9;

/** The label, cut so that the whole fits one line: a bar on two lines could not be removed. */
function shortened(label: string): string {
  const room = Math.max(4, (process.stderr.columns || Number.POSITIVE_INFINITY) - BAR_CHARS - FRAME_CHARS);
  const one = oneLine(label);
  return one.length <= room ? one : `${one.slice(0, room - 3)}...`;
}

const SILENT: Progress = { stage() {}, step() {}, end() {} };

/** A bar on stderr if that is a terminal; otherwise one that shows nothing. */
export function progressOnTerminal(): Progress {
  if (!process.stderr.isTTY) return SILENT;
  const bar = new SingleBar({
    format: "{label} [{bar}] {percentage}%",
    barCompleteChar: "=",
    barIncompleteChar: " ",
    barsize: BAR_CHARS,
    clearOnComplete: true,
    // Ctrl-C ends the command at once, so the bar must not change terminal settings that need restoring.
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
