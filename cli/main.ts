/**
 * main.ts - the command `spillway`: its subcommands, and the exit code for each way to end (text/failure.ts).
 */
import { Command, CommanderError } from "commander";
import { benchCommand } from "./bench/bench.js";
import { packageVersion } from "./library.js";
import { measureCommand } from "./measure/measure.js";
import { replayCommand } from "./replay/replay.js";
import {
  ChangedError,
  EXIT_CHANGED,
  EXIT_CODES,
  EXIT_FAILED,
  EXIT_USAGE,
  FailedError,
  oneLine,
  systemCode,
  UserError,
} from "./text/failure.js";
import { complaint, watchOutputs } from "./text/output.js";
import { outputWidth, wrapped } from "./text/width.js";

function spillwayCommand(): Command {
  const program = new Command("spillway")
    .description("a compressed page cache engine for JavaScript")
    .version(packageVersion(), "-V, --version", "print the version")
    .exitOverride()
    // Commander's own minimum is 40 columns: on a terminal of 60 columns it would not break lines at all.
    .configureHelp({ minWidthToWrap: 20 })
    .configureOutput({
      outputError: (text, write) => write(complaint(oneLine(text).replace(/^error: /, ""))),
    });
  for (const command of [measureCommand(), replayCommand(), benchCommand()]) {
    program.addCommand(command);
    inherit(command, program);
  }
  return program.addHelpText("afterAll", () => wrapped(EXIT_CODES, outputWidth()));
}

/** Settings of the program for a command and the commands below it: commander's own exit code is 1. */
function inherit(command: Command, from: Command): void {
  command.copyInheritedSettings(from);
  for (const below of command.commands) inherit(below as Command, command);
}

const EXIT_OF = [
  [UserError, EXIT_USAGE],
  [FailedError, EXIT_FAILED],
  [ChangedError, EXIT_CHANGED],
] as const;

/** Whether an error's message explains it without a stack: no memory for a pool or a buffer, and the like. */
function isOfLibrary(error: unknown): boolean {
  return /^ERR_SPILLWAY_|^ERR_MEMORY_/.test(systemCode(error) ?? "");
}

/** The exit code for an error that ended the command. Prints the error unless commander has done so. */
function exitCodeOf(error: unknown): number {
  // Commander has already printed the help, the version, or what is wrong with the arguments.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  const known = EXIT_OF.find(([kind]) => error instanceof kind);
  if (known !== undefined || isOfLibrary(error)) {
    process.stderr.write(complaint((error as Error).message));
    return known?.[1] ?? EXIT_FAILED;
  }
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  return EXIT_FAILED;
}

watchOutputs();
// Node itself would end with 1, which means a changed page here.
process.on("uncaughtException", (error) => process.exit(exitCodeOf(error)));
const program = spillwayCommand();
try {
  if (process.argv.length > 2) await program.parseAsync();
  else program.outputHelp();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
