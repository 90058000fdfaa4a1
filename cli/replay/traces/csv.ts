/**
 * csv.ts - csv traces: which of the named columns is the block, and the block of each line.
 */

/** Columns that name the block, the likeliest first. Only letters and digits count, in either case. */
export const KEY_COLUMNS: readonly string[] = [
  ..."obj_id object_id key lbn lba offset block block_id block_number block_no blkno lpn page page_id".split(
    " ",
  ),
  ..."page_number page_no sector address addr obj object cache_key anonymized_key item item_id file_id".split(
    " ",
  ),
  ..."url uri hash id".split(" "),
];
/** Of these, positions on a disk: the same number on another disk is another block. */
const PLACES = /^(lbn|lba|lpn|offset|blk|block|page|sector|addr)/;
const VOLUME_COLUMNS: readonly string[] =
  "volume volume_id disk disk_id disk_number device device_id dev lun asu".split(" ");
/** Delimiters of columns, in the order in which they are tried. */
const DELIMITERS = [",", ";", "\t", "|", " "];
/**
 * A block that is kept as a number, which a Map keeps better than a string. Such a number has one spelling.
 */
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,14})$/;

/** The columns of a csv. */
export interface Columns {
  readonly names: readonly string[];
  readonly delimiter: string;
  /**
   * Name of the block's column, or of the disk's and the block's joined by "+"; undefined if none is known.
   */
  readonly column: string | undefined;
  /** Index of the block's column in `names`, or -1. */
  readonly key: number;
  /** Index of the disk's column in `names`, or -1. */
  readonly volume: number;
}

/** The columns that a line names; undefined for other lines. A single word must be one of KEY_COLUMNS. */
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

/** The block of a line; undefined for a line with too few or too many fields, or with an empty block. */
export function blockOf(
  line: string,
  { names, delimiter, key, volume }: Columns,
): number | string | undefined {
  const fields = fieldsOf(line, delimiter);
  // Lines often end with an extra delimiter.
  if (fields.length !== names.length && !(fields.length === names.length + 1 && fields.at(-1) === ""))
    return undefined;
  const block = fields[key];
  if (block === undefined || block === "") return undefined;
  if (volume >= 0) return `${fields[volume]}\n${block}`;
  return PLAIN_NUMBER.test(block) ? Number(block) : block;
}

/** Fields without the spaces around them and without quotes (RFC 4180, except line breaks in quotes). */
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
