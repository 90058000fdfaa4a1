/**
 * compare.ts - rows of an earlier `spillway bench --json`, to set this run's rows beside.
 *
 * Two runs differ by what else the machine did. Where all rows changed alike, the machine did: so the middle
 * of all changes is told as well.
 */
import { readFileSync } from "node:fs";
import { reason, UserError } from "../text/failure.js";

/** Of rows by name: microseconds a page. */
export type Earlier = ReadonlyMap<string, number>;

/** Reads an earlier run. Throws UserError when the file is none, or is of another page size. */
export function readEarlier(path: string, pageSize: number): Earlier {
  const report = parsed(path);
  const rows: unknown = report?.rows;
  if (!Array.isArray(rows) || !rows.every(isRow))
    throw new UserError(`${path} is no document of \`spillway bench --json\``);
  if (report?.pageSize !== pageSize)
    throw new UserError(`${path} is of pages of ${report?.pageSize} bytes, and this run of ${pageSize}`);
  return new Map(rows.map(({ name, microsecondsPerPage }) => [name, microsecondsPerPage]));
}

function parsed(path: string): { rows?: unknown; pageSize?: unknown } | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(`cannot read ${path}: ${reason(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${path} is no JSON`);
  }
}

function isRow(row: unknown): row is { name: string; microsecondsPerPage: number } {
  const { name, microsecondsPerPage } = (row ?? {}) as Record<string, unknown>;
  return typeof name === "string" && Number(microsecondsPerPage) > 0;
}

/** How many times as long as earlier; null for a row that was not measured then. */
export function timesEarlier(
  earlier: Earlier,
  row: { name: string; microsecondsPerPage: number },
): number | null {
  const before = earlier.get(row.name);
  return before === undefined ? null : row.microsecondsPerPage / before;
}
