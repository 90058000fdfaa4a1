/**
 * arguments.ts - flags as numbers. What is wrong is told by commander in one line.
 */
import { InvalidArgumentError } from "commander";
import { UserError } from "./failure.js";
import { Spillway } from "./library.js";

/** A parser for whole decimal numbers from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** A parser for the sizes a page can have. */
export function pageSize(text: string): number {
  const sizes = [4096, 8192, 16384, 32768, 65536];
  const value = sizes.find((size) => String(size) === text);
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`It must be one of ${sizes.join(", ")}.`);
}

/**
 * Checks the bound of a pool the way the library does, by opening one. `maxBytes`: bytes, or a string such as
 * "256MiB". Throws UserError with the library's own words.
 */
export function checkMaxBytes(maxBytes: number | string, pageSize: number): void {
  try {
    Spillway.openSync({ maxBytes, pageSize }).close();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError)
      throw new UserError(`--max-bytes: ${error.message}`);
    throw error;
  }
}
