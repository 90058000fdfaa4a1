/**
 * index.mjs - `npm run example -- NAME [--quick|--huge]`: runs one example, after building what is stale.
 *
 * Without a name it lists all of them (list.mjs). Each side of an example runs in a process of its own
 * (harness/side.mjs). Their results must be the same bytes. A wrong name or option ends with 2, a failure
 * with 1.
 */
import { make } from "../scripts/make.mjs";
import { main } from "../scripts/processes.mjs";
import { EXAMPLES } from "./list.mjs";

const EXIT_USAGE = 2;

await main(async () => {
  await make("kit");
  const { Command } = await import("commander");
  const { compare } = await import("./harness/compare.mjs");
  const end = ({ exitCode }) => process.exit(exitCode === 0 ? 0 : EXIT_USAGE);
  const program = new Command("npm run example --").exitOverride(end).helpCommand(false);
  program.usage("NAME [--quick|--huge]").showHelpAfterError("`npm run example` lists all names.");
  for (const [name, { shows, costs, huge }] of Object.entries(EXAMPLES)) {
    const command = program
      .command(name)
      .description(`${shows}\n\nTakes ${costs}.`)
      .summary(`${shows}; ${costs}`)
      .option("--quick", "small sizes, a few seconds")
      .exitOverride(end)
      .action((flags) => compare(name, flags.quick ? "quick" : flags.huge ? "huge" : "full"));
    if (huge !== undefined) command.option("--huge", huge);
  }
  if (process.argv.length > 2) await program.parseAsync();
  else program.outputHelp();
});
