/**
 * options.mjs - how benches read their arguments.
 */
import { Command, InvalidArgumentError } from "commander";

/** The command of a bench; bench/index.mjs gives it its name and what it shows. */
export function bench() {
  return new Command().showHelpAfterError().helpCommand(false);
}

/** Reads a whole number that is at least 1. */
export function count(text) {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("A whole number above 0.");
  return value;
}

/** Reads a whole number that may be 0. */
export function countOrNone(text) {
  return text === "0" ? 0 : count(text);
}
