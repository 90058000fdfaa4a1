/**
 * opfs_options.ts - options of the device in the origin private file system, and how they are read.
 */
import { rangeError, typeError } from "../../base/errors.js";
import { diskRatioOr, encryptOr } from "../../base/options/device.js";
import { bytesOr, parseBytes, type Reader, readTable } from "../../base/options/parse.js";

export interface OpfsDeviceOptions {
  /** Bytes that the device may take: a number, or a string such as "1GiB". At least two segments. */
  maxBytes: number | string;
  /**
   * Bodies must be sealed before they are written (default true). Browsers cannot seal while a store waits,
   * so a pool with such a device does not open there: say `encrypt: false`, and whoever can read the
   * browser's profile while the page runs can read the pages.
   */
  encrypt?: boolean;
  /** How many times the bytes of live bodies the device may take, 1.15 to 4. Default: 1.3. */
  diskRatio?: number;
  /**
   * Bytes that may be written in a day, cleaning included: a number, or a string such as "4GiB". An hour's
   * worth may be written at once. Beyond it nothing is spilled. Default: no bound.
   */
  writeBudget?: number | string;
}

const OPTIONS = {
  maxBytes: (what, value) => {
    if (value === undefined) throw typeError(what, 'a number of bytes or a string such as "1GiB"', value);
    return parseBytes(what, value);
  },
  encrypt: encryptOr,
  diskRatio: diskRatioOr,
  writeBudget: (what, value) => {
    const bytes = bytesOr(Number.POSITIVE_INFINITY)(what, value);
    if (bytes === 0) throw rangeError(what, "above 0", value);
    return bytes;
  },
} satisfies Record<keyof OpfsDeviceOptions, Reader<unknown>>;

/** Options as they were read. */
export type OpfsSettings = ReturnType<typeof readTable<typeof OPTIONS>>["values"];

/** @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE */
export function readOpfsOptions(options: unknown): OpfsSettings {
  return readTable("opfs device options", options, OPTIONS).values;
}
