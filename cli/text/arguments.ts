/**
 * arguments.ts - parsers for flags of several subcommands. Commander reports a wrong value in one line.
 */
import { InvalidArgumentError, Option } from "commander";
import { Spillway } from "../library.js";
import { UserError } from "./failure.js";

/** A parser for whole decimal numbers from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

const PAGE_SIZES = [4096, 8192, 16384, 32768, 65536];
const DEFAULT_PAGE_SIZE = 4096;

/** The flag `--page-size`, which sets `pageSize` to one of the sizes that a pool can have. */
export function pageSizeOption(): Option {
  return new Option("--page-size <bytes>", "bytes of a page: 4096, 8192, 16384, 32768 or 65536")
    .argParser(pageSize)
    .default(DEFAULT_PAGE_SIZE);
}

/** A parser for lists of page sizes such as "4096,8192": without repetition, in the order given. */
export function pageSizes(text: string): number[] {
  return [...new Set(text.split(",").map(pageSize))];
}

const UNITS: Readonly<Record<string, number>> = { "": 1, B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** A parser for sizes from `least` to `most` bytes: a whole number, or a number and B, KiB, MiB or GiB. */
export function byteSize(least: number, most: number): (text: string) => number {
  return (text) => {
    const [, number, unit = ""] = /^(\d+(?:\.\d+)?) ?(B|KiB|MiB|GiB)?$/.exec(text) ?? [];
    const value = Math.floor(Number(number) * (UNITS[unit] as number));
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a size from ${least} to ${most} bytes, such as 64MiB.`);
  };
}

function pageSize(text: string): number {
  const value = PAGE_SIZES.find((size) => String(size) === text);
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`It must be one of ${PAGE_SIZES.join(", ")}.`);
}

/**
 * Checks the limit of a pool by opening one with it. `maxBytes`: bytes, or a string such as "256MiB". Throws
 * UserError with the library's own message.
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
