/**
 * foreign.ts - formats that are recognised but not read: their names, and how to convert them.
 */

interface Foreign {
  /** The format's name, with its article. */
  looksLike: string;
  /** How to make it readable. */
  advice: string;
}

interface ForeignText {
  name: string;
  line: RegExp;
  /** Names of its columns, which the file lacks. */
  names?: string;
  advice?: string;
}

/** Formats known by their first line. The columns' names come from the traces' own descriptions. */
const TEXTS: readonly ForeignText[] = [
  {
    name: "a trace of MSR Cambridge",
    line: /^\d{15,20},[^,]+,\d+,(read|write),\d+,\d+,\d+$/i,
    names: "timestamp,hostname,disk,type,offset,size,response",
  },
  {
    name: "a trace in SPC's format",
    line: /^\d+,\d+,\d+,[rw],[\d.]+(,.*)?$/i,
    names: "asu,lba,size,type,time",
  },
  {
    name: "a trace of Twitter's caches",
    line: /^\d+,[^,]+,\d+,\d+,\d+,[a-z]+,\d+$/i,
    names: "time,key,key_size,size,client,operation,ttl",
  },
  {
    name: "a block trace of Alibaba",
    line: /^\d+,[rw],\d+,\d+,\d+$/i,
    names: "device_id,type,offset,size,time",
  },
  {
    name: "a block trace of Tencent",
    line: /^\d{9,},\d+,\d+,[01],\d+$/,
    names: "time,offset,size,type,volume_id",
  },
  {
    name: "a trace of FIU",
    line: /^\d+ \d+ \S+ \d+ \d+ [rw] \d+ \d+ [0-9a-f]{8,}$/i,
    names: "time pid process lba size type major minor md5",
  },
  {
    name: "the output of blkparse",
    line: /^\s*\d+,\d+\s+\d+\s+\d+\s+\d+\.\d+\s+\d+\s+[A-Z]+\s/,
    advice: "keep only the sectors that were asked for: awk '$6 == \"Q\" { print $8 }'",
  },
  {
    name: "a trace of valgrind's lackey",
    line: /^(I {2}| [SLM] )[0-9a-f]+,\d+$/i,
    advice: "convert it to one block number per line",
  },
  {
    name: "JSON",
    line: /^\s*[{[]/,
    advice: "keep only the block of each access, one per line, for example with: jq -r .key",
  },
  { name: "XML or HTML", line: /^\s*</, advice: "convert it to one block number per line" },
];

const CSV = /^[^,;\t]*[,;\t]/;

/** The format that a wrong first line looks like; undefined when it looks like none of them. */
export function foreignText(line: string): Foreign | undefined {
  const known = TEXTS.find((one) => one.line.test(line));
  if (known?.advice !== undefined) return { looksLike: known.name, advice: known.advice };
  if (known?.names !== undefined) return { looksLike: known.name, advice: namesBefore(`'${known.names}'`) };
  if (!CSV.test(line)) return undefined;
  return {
    looksLike: "csv without names",
    advice: `${namesBefore("NAMES")}, with "key" for the block's column`,
  };
}

function namesBefore(names: string): string {
  return `put the names of its columns in front: (echo ${names}; cat FILE) | spillway replay -`;
}

const BINARIES: readonly { name: string; magic: RegExp }[] = [
  // 0x123456789abcdef0, little-endian.
  { name: "libCacheSim's lcs format", magic: /^f0debc9a78563412/ },
  { name: "a Parquet file", magic: /^50415231/ },
  { name: "an SQLite database", magic: /^53514c69746520666f726d6174/ },
  { name: "an ORC file", magic: /^4f5243/ },
  { name: "an Avro file", magic: /^4f626a01/ },
  { name: "an Arrow file", magic: /^4152524f5731/ },
  { name: "a PDF", magic: /^25504446/ },
  { name: "a program", magic: /^7f454c46|^4d5a|^cffaedfe/ },
];

/** DOS ends texts with it. */
const CTRL_Z = 26;
const ESCAPE = 27;

/** Whether bytes are not text: they hold control characters that no text has. */
export function isBinary(head: Buffer): boolean {
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== CTRL_Z && byte !== ESCAPE));
}

/** The format that a binary file looks like. */
export function foreignBinary(head: Buffer): Foreign {
  const start = head.toString("hex", 0, 64);
  const looksLike = BINARIES.find(({ magic }) => magic.test(start))?.name ?? "no known binary format";
  return {
    looksLike,
    advice: "convert it to one block per line, to csv or to oracleGeneral (libCacheSim's traceConv can)",
  };
}
