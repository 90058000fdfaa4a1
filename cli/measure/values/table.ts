/**
 * table.ts - rows of a table of an SQLite database, read by node:sqlite row by row.
 */
import { unreadable } from "../../pages/inputs.js";
import { reason, UserError } from "../../text/failure.js";
import { pack } from "./packed.js";
import type { Sample } from "./sample.js";

export interface TableInput {
  path: string;
  /** Undefined: the only table. */
  table: string | undefined;
  /** The column that has the keys; undefined: the numbers of the rows are the keys. */
  key: string | undefined;
}

type Sqlite = typeof import("node:sqlite");
type Database = InstanceType<Sqlite["DatabaseSync"]>;
type Row = Record<string, unknown>;

/**
 * Offers all rows to the sample. A row is an object of its columns. If there is only one column beside the
 * key's, its contents are the value, and the answer names it. Throws UserError for a host without
 * node:sqlite, and for what cannot be read.
 */
export async function readTable(
  { path, table, key }: TableInput,
  sample: Sample,
): Promise<{ table: string; isColumn: string | undefined }> {
  const { DatabaseSync } = await sqlite(path);
  let database: Database | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const name = tableOf(database, path, table);
    const columns = columnsOf(database, name);
    if (key !== undefined && !columns.includes(key))
      throw new UserError(`${path}: the table ${name} has no column ${key}, but ${columns.join(", ")}`);
    const others = columns.filter((column) => column !== key);
    const isColumn = key !== undefined && others.length === 1 ? others[0] : undefined;
    offerRows(database, { path, table: name, key, column: isColumn }, sample);
    return { table: name, isColumn };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw unreadable(path, reason(error));
  } finally {
    database?.close();
  }
}

/** The module, without the warning that it is new. */
async function sqlite(path: string): Promise<Sqlite> {
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  try {
    const module = await import("node:sqlite");
    if ("iterate" in module.StatementSync.prototype) return module;
  } catch {
    // The message below says it.
  } finally {
    process.emitWarning = warn;
  }
  throw unreadable(
    path,
    `an SQLite database needs node:sqlite with iterate(), of Node 22.13 or later; this is ${process.version}`,
  );
}

/** The name as it stands in SQL. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function tableOf(database: Database, path: string, wanted: string | undefined): string {
  const rows = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all() as { name: string }[];
  const names = rows.map(({ name }) => name);
  if (names.length === 0) throw new UserError(`${path}: the database has no table`);
  const [only] = names;
  if (wanted === undefined && names.length === 1) return only as string;
  const listed = names.join(", ");
  if (wanted === undefined) throw new UserError(`${path}: --table must name one of ${listed}`);
  if (names.includes(wanted)) return wanted;
  throw new UserError(`${path}: no such table: ${wanted}; there is ${listed}`);
}

function columnsOf(database: Database, table: string): string[] {
  const rows = database.prepare(`PRAGMA table_info(${quoted(table)})`).all() as { name: string }[];
  return rows.map(({ name }) => name);
}

interface Rows {
  path: string;
  table: string;
  key: string | undefined;
  column: string | undefined;
}

function offerRows(database: Database, { path, table, key, column }: Rows, sample: Sample): void {
  const select = database.prepare(`SELECT * FROM ${quoted(table)}`);
  // Without this an integer above 2^53 would end the reading.
  select.setReadBigInts(true);
  for (const row of select.iterate() as Iterable<Row>) {
    for (const [name, value] of Object.entries(row)) row[name] = numberIfSafe(value);
    const value = column === undefined ? row : row[column];
    const found = key === undefined ? sample.available + 1 : row[key];
    if (found === null || found instanceof Uint8Array)
      throw new UserError(
        `${path}, row ${sample.available + 1}: the column ${key} of --key is no text or number`,
      );
    sample.offer(String(found), 0, () => pack(value));
  }
}

function numberIfSafe(value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
