/**
 * trace_csv.ts - traces with a first line that names their columns: which of them is the block, and what stands in it.
 */

/** Names of columns that name the block, the likeliest first. Case and what is no letter or digit do not matter. */
export const KEY_COLUMNS: readonly string[] = [
  ..."obj_id object_id key lbn lba offset block block_id block_number block_no blkno lpn page page_id".split(
    " ",
  ),
  ..."page_number page_no sector address addr obj object cache_key anonymized_key item item_id file_id".split(
    " ",
  ),
  ..."url uri hash id".split(" "),
];
/** Of these the ones that count from the start of a disk, and mean another block on another disk. */
const PLACES = /^(lbn|lba|lpn|offset|blk|block|page|sector|addr)/;
const VOLUME_COLUMNS: readonly string[] =
  "volume volume_id disk disk_id disk_number device device_id dev lun asu".split(" ");
/** Between columns, in the order in which they are looked for. */
const DELIMITERS = [",", ";", "\t", "|", " "];
/** A number that a Map keeps better as a number, and that is written in one way only. */
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,14})$/;

/** How lines of a csv are read. */
export interface Columns {
  readonly names: readonly string[];
  readonly delimiter: string;
  /** The columns that are the block, joined by "+"; undefined when none is known to be. */
  readonly column: string | undefined;
  /** Their places among `names`: of the block, and of the disk that it is on or -1. */
  readonly key: number;
  readonly volume: number;
}

/** The columns that a line names, if it is names and no numbers. One word alone must be a name that is known. */
export function columnsNamedBy(line: string): Columns | undefined {
  const delimiter = DELIMITERS.find((one) => line.trim().includes(one)) ?? ",";
  const names = fieldsOf(line, delimiter);
  if (!names.every((name) => /[a-z]/i.test(name) && /^[\w .:()/-]*$/.test(name))) return undefined;
  const plain = names.map(plainName);
  const place = (wanted: readonly string[]) =>
    wanted.map((name) => plain.indexOf(plainName(name))).find((at) => at >= 0) ?? -1;
  const key = place(KEY_COLUMNS);
  if (key < 0 && (names.length === 1 || delimiter === " ")) return undefined;
  const volume = key >= 0 && PLACES.test(plain[key] as string) ? place(VOLUME_COLUMNS) : -1;
  const column = [volume, key]
    .filter((at) => at >= 0)
    .map((at) => names[at])
    .join("+");
  return { names, delimiter, column: key < 0 ? undefined : column, key, volume };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** The block that a line of a csv is an access to; undefined for a line with too few or too many fields, or none in its place. */
export function blockOf(
  line: string,
  { names, delimiter, key, volume }: Columns,
): number | string | undefined {
  const fields = fieldsOf(line, delimiter);
  // Lines often end with one delimiter more than there are names.
  if (fields.length !== names.length && !(fields.length === names.length + 1 && fields.at(-1) === ""))
    return undefined;
  const block = fields[key];
  if (block === undefined || block === "") return undefined;
  if (volume >= 0) return `${fields[volume]}\n${block}`;
  return PLAIN_NUMBER.test(block) ? Number(block) : block;
}

/** Fields without spaces around them and without their quotes (RFC 4180, but for ends of lines inside of quotes). */
function fieldsOf(line: string, delimiter: string): string[] {
  if (delimiter === " ") return line.trim().split(/\s+/);
  if (!line.includes('"')) return line.split(delimiter).map((field) => field.trim());
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (const part of line.split(/(")/)) {
    if (part === '"') {
      quoted = !quoted;
      field += part;
      continue;
    }
    const [first = "", ...more] = quoted ? [part] : part.split(delimiter);
    field += first;
    for (const next of more) {
      fields.push(field);
      field = next;
    }
  }
  return [...fields, field].map(unquoted);
}

function unquoted(field: string): string {
  const text = field.trim();
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
