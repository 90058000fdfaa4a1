/**
 * error_records.ts - errors as plain records, for hosts that clone an error without its code.
 */
import {
  SpillwayError,
  type SpillwayErrorCode,
  SpillwayRangeError,
  SpillwayTypeError,
} from "../../base/errors.js";
import { field } from "./wire.js";

export interface ErrorRecord {
  name: string;
  code?: string;
  message: string;
  type?: number;
  offsets?: readonly number[];
  loaded?: readonly boolean[];
  done?: number;
  key?: string;
}

const DETAILS = ["type", "offsets", "loaded", "done", "key"] as const;

/** A property of what was thrown, whatever that is. */
function peek(error: unknown, name: string): unknown {
  try {
    return (error as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

const textOr = (value: unknown, fallback: string) => (typeof value === "string" ? value : fallback);

export function recordOf(error: unknown): ErrorRecord {
  const record: Record<string, unknown> = {
    name: textOr(peek(error, "name"), "Error"),
    message: textOr(peek(error, "message"), "something was thrown that is no error"),
  };
  const code = peek(error, "code");
  if (typeof code === "string") record.code = code;
  for (const name of DETAILS) {
    const detail = peek(error, name);
    if (detail !== undefined) record[name] = detail;
  }
  return record as unknown as ErrorRecord;
}

/** Only what has the type that it should have. */
function detailsOf(record: unknown) {
  const details: Record<string, unknown> = {};
  for (const name of ["type", "done"])
    if (typeof field(record, name) === "number") details[name] = field(record, name);
  for (const name of ["offsets", "loaded"])
    if (Array.isArray(field(record, name))) details[name] = field(record, name);
  if (typeof field(record, "key") === "string") details.key = field(record, "key");
  return details as Partial<Pick<ErrorRecord, "type" | "offsets" | "loaded" | "done" | "key">>;
}

/** The error of a record that came; of anything else an error as well. */
export function errorOf(record: unknown): Error {
  const name = textOr(field(record, "name"), "Error");
  const message = textOr(field(record, "message"), "the other side of the port gave no reason");
  const code = textOr(field(record, "code"), "");
  if (!/^ERR_SPILLWAY_[A-Z_]+$/.test(code)) return Object.assign(new Error(message), { name });
  if (name === "SpillwayRangeError") return new SpillwayRangeError(message, undefined);
  if (name === "SpillwayTypeError") return new SpillwayTypeError(code as SpillwayErrorCode, message);
  return new SpillwayError(code as SpillwayErrorCode, message, detailsOf(record));
}
