/**
 * main.ts - the command `spillway`.
 *
 * Exit codes: 0 all is well; 1 a page came back changed, or the command failed; 2 it was asked for something it
 * cannot do, which takes one line on stderr.
 */
import { Command, CommanderError } from "commander";
import { benchCommand } from "./bench.js";
import { EXIT_FAILED, EXIT_USAGE, oneLine, UserError } from "./failure.js";
import { packageVersion } from "./library.js";
import { measureCommand } from "./measure.js";
import { replayCommand } from "./replay.js";

function spillwayCommand(): Command {
  const program = new Command("spillway")
    .description("a compressed page cache engine for JavaScript")
    .version(packageVersion(), "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(complaint(text.replace(/^error: /, ""))) });
  for (const command of [measureCommand(), replayCommand(), benchCommand()]) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}

function complaint(text: string): string {
  return `spillway: ${oneLine(text)}\n`;
}

/** The exit code for what ended the command, after saying what has not been said. */
function exitCodeOf(error: unknown): number {
  // Commander has already printed: the help or the version, or what is wrong with the arguments.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  if (error instanceof UserError) {
    process.stderr.write(complaint(error.message));
    return EXIT_USAGE;
  }
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  return EXIT_FAILED;
}

/** A reader that has seen enough (`spillway measure | head`) is no failure. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

process.stdout.on("error", endWithReader);
process.stderr.on("error", endWithReader);
const program = spillwayCommand();
try {
  if (process.argv.length > 2) await program.parseAsync();
  else program.outputHelp();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
