/**
 * index.mjs - `npm run bench -- NAME [OPTIONS]`: runs one bench, soak or fuzzer, after building what is
 * stale.
 *
 * Without a name it lists all of them (list.mjs). `npm run bench -- NAME --help` tells the options of one. A
 * bench is a file that exports `command`: its arguments, options and action, by commander. A wrong name or
 * option ends with 2, a failure with 1. The micro-benchmarks of the command itself: `npm start -- bench`.
 */
import { make } from "../scripts/make.mjs";
import { main } from "../scripts/processes.mjs";
import { BENCHES } from "./list.mjs";

const EXIT_USAGE = 2;

await main(async () => {
  // Installs commander where nothing is installed yet.
  await make();
  const { Command } = await import("commander");
  const program = new Command("npm run bench --")
    .usage("NAME [OPTIONS]")
    .showHelpAfterError("`npm run bench` lists all names.")
    .configureHelp({ formatHelp: list })
    .helpCommand(false);
  for (const [name, bench] of Object.entries(BENCHES)) {
    const chosen = name === process.argv[2];
    const command = chosen ? await commandOf(bench) : new Command();
    program.addCommand(command.name(name).exitOverride(end));
  }
  program.exitOverride(end);
  if (process.argv.length > 2) await program.parseAsync();
  else console.log(list());
});

/** Commander has printed what is wrong, or the help that was asked for. */
function end({ exitCode }) {
  process.exit(exitCode === 0 ? 0 : EXIT_USAGE);
}

/** The command of a bench, once what it imports is built. */
async function commandOf({ file, shows, costs, needs, command: usesCommand }) {
  await make("kit", ...(usesCommand ? ["command"] : []));
  const { command } = await import(new URL(file, import.meta.url).href);
  return command
    .description(`${shows}\n\nTakes ${costs}.${needs ? ` Needs ${needs}.` : ""}`)
    .configureHelp({ helpWidth: 100 });
}

function list() {
  const width = Math.max(...Object.keys(BENCHES).map((name) => name.length));
  const lines = Object.entries(BENCHES).flatMap(([name, { shows, costs, needs }]) => [
    `${name.padEnd(width)}  ${shows}`,
    `${" ".repeat(width)}  ${costs}${needs ? `; needs ${needs}` : ""}`,
  ]);
  return [
    "npm run bench -- NAME [OPTIONS]      npm run bench -- NAME --help",
    "",
    ...lines,
    "",
    "The micro-benchmarks of the command: npm start -- bench",
    "",
  ].join("\n");
}
