/**
 * progress.ts - a bar on stderr for somebody who watches, nothing for a pipe or a log.
 */
import { SingleBar } from "cli-progress";

export interface Progress {
  /** Ends the stage before, if any, and begins one of `total` steps. */
  stage(label: string, total: number): void;
  step(count: number): void;
  /** Clears the bar away. */
  end(): void;
}

const SILENT: Progress = { stage() {}, step() {}, end() {} };

export function progressOnTerminal(): Progress {
  if (!process.stderr.isTTY) return SILENT;
  const bar = new SingleBar({
    format: "{label} [{bar}] {percentage}%",
    barCompleteChar: "=",
    barIncompleteChar: " ",
    barsize: 32,
    clearOnComplete: true,
    // Ctrl-C ends the command at once; so nothing of the terminal may be changed that would need mending.
    gracefulExit: false,
    linewrap: true,
  });
  return {
    stage(label, total) {
      bar.stop();
      bar.start(total, 0, { label });
    },
    step: (count) => bar.increment(count),
    end: () => bar.stop(),
  };
}
