/**
 * file.ts - options of a file as a device: their types, their defaults, their checks.
 */
import { rangeError, typeError } from "../errors.js";
import { diskRatioOr, encryptOr } from "./device.js";
import { bytesOr, flagOr, parseBytes, type Read, type Reader, readTable } from "./parse.js";

/** A file for what a pool has no memory for. */
export interface FileDeviceOptions {
  /** A folder in which a file may be made. On Linux the file has no name and is gone with the process. */
  dir: string;
  /** Bytes that the file may take: a number, or a string such as "10GiB". At least two segments. */
  maxBytes: number | string;
  /**
   * Seal each body by AES-256-GCM before it is written (default true), under a key that only this process
   * has. False: whoever can read the file while the process runs can read the pages.
   */
  encrypt?: boolean;
  /** How many times the bytes of live bodies the file may take, 1.15 to 4. Default: 1.3. */
  diskRatio?: number;
  /**
   * Bytes that may be written in a day, cleaning included: a number, or a string such as "40GiB". An hour's
   * worth may be written at once. Beyond it nothing is spilled. Default: no bound.
   */
  writeBudget?: number | string;
  /**
   * Wait for the disk (`fdatasync`) before a segment counts as written (default false). Without it the system
   * writes later, and a disk that fails then is noticed when a page is loaded: an error for that page.
   */
  sync?: boolean;
}

const FILE = {
  dir: (what, value) => {
    if (typeof value !== "string" || value === "") throw typeError(what, "the path of a folder", value);
    return value;
  },
  maxBytes: (what, value) => {
    if (value === undefined) throw typeError(what, 'a number of bytes or a string such as "10GiB"', value);
    return parseBytes(what, value);
  },
  encrypt: encryptOr,
  diskRatio: diskRatioOr,
  writeBudget: (what, value) => {
    const bytes = bytesOr(Number.POSITIVE_INFINITY)(what, value);
    if (bytes === 0) throw rangeError(what, "above 0", value);
    return bytes;
  },
  sync: flagOr(false),
} satisfies Record<keyof FileDeviceOptions, Reader<unknown>>;

/** Options of a file, checked, with defaults filled in. A class, so that they are no device by mistake. */
export class FileSettings {
  readonly values: Read<typeof FILE>["values"];
  /** What goes before the name of an option in messages. */
  readonly prefix: string;

  /**
   * Reads options, called `what` in messages.
   *
   * @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE
   */
  constructor(what: string, options: unknown, prefix: string) {
    this.values = readTable(what, options, FILE, prefix).values;
    this.prefix = prefix;
  }
}
