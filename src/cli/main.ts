/**
 * main.ts - the command `spillway`. What it ends with is told in failure.ts.
 */
import { Command, CommanderError } from "commander";
import { benchCommand } from "./bench.js";
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
} from "./failure.js";
import { packageVersion } from "./library.js";
import { measureCommand } from "./measure.js";
import { complaint, watchOutputs } from "./output.js";
import { replayCommand } from "./replay.js";
import { outputWidth, wrapped } from "./table.js";

function spillwayCommand(): Command {
  const program = new Command("spillway")
    .description("a compressed page cache engine for JavaScript")
    .version(packageVersion(), "-V, --version", "print the version")
    .exitOverride()
    // Told less, commander does not break lines at all on a terminal of 60 columns.
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

/** Also for commands of commands: by itself commander ends with 1. */
function inherit(command: Command, from: Command): void {
  command.copyInheritedSettings(from);
  for (const below of command.commands) inherit(below as Command, command);
}

const EXIT_OF = [
  [UserError, EXIT_USAGE],
  [FailedError, EXIT_FAILED],
  [ChangedError, EXIT_CHANGED],
] as const;

/** Whether the library or Node says in its message all there is to say: no memory for a pool or a buffer, and the like. */
function isOfLibrary(error: unknown): boolean {
  return /^ERR_SPILLWAY_|^ERR_MEMORY_/.test(systemCode(error) ?? "");
}

/** The exit code for what ended the command, after saying what has not been said. */
function exitCodeOf(error: unknown): number {
  // Commander has already printed: the help or the version, or what is wrong with the arguments.
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
// Node itself would end with 1, which here stands for pages that came back changed.
process.on("uncaughtException", (error) => process.exit(exitCodeOf(error)));
const program = spillwayCommand();
try {
  if (process.argv.length > 2) await program.parseAsync();
  else program.outputHelp();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
