/**
 * trace_foreign.ts - formats of traces that are known and not read: what they are called, and what makes them readable.
 */

interface Foreign {
  looksLike: string;
  advice: string;
}

interface ForeignText {
  name: string;
  line: RegExp;
  /** Names of its columns, which it has not. */
  names?: string;
  advice?: string;
}

/** By a first line. Columns are those of the traces' own descriptions. */
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
    advice: "leave the sectors that were asked for: awk '$6 == \"Q\" { print $8 }'",
  },
  {
    name: "a trace of valgrind's lackey",
    line: /^(I {2}| [SLM] )[0-9a-f]+,\d+$/i,
    advice: "leave one block number a line",
  },
  {
    name: "JSON",
    line: /^\s*[{[]/,
    advice: "leave the block of each access on a line, such as by: jq -r .key",
  },
  { name: "XML or HTML", line: /^\s*</, advice: "leave one block number a line" },
];

const CSV = /^[^,;\t]*[,;\t]/;

/** What a first line looks like that is no line of a trace; undefined when it looks like nothing known. */
export function foreignText(line: string): Foreign | undefined {
  const known = TEXTS.find((one) => one.line.test(line));
  if (known?.advice !== undefined) return { looksLike: known.name, advice: known.advice };
  if (known?.names !== undefined) return { looksLike: known.name, advice: namesBefore(`'${known.names}'`) };
  if (!CSV.test(line)) return undefined;
  return {
    looksLike: "csv without names",
    advice: `${namesBefore("NAMES")}, the one of the block being "key"`,
  };
}

function namesBefore(names: string): string {
  return `put the names of its columns before it: (echo ${names}; cat FILE) | spillway replay -`;
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

/** With which DOS ended texts. */
const CTRL_Z = 26;
const ESCAPE = 27;

/** Whether bytes are no text: they have control characters that no text has. */
export function isBinary(head: Buffer): boolean {
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== CTRL_Z && byte !== ESCAPE));
}

/** What a file that is no text looks like. */
export function foreignBinary(head: Buffer): Foreign {
  const start = head.toString("hex", 0, 64);
  const looksLike =
    BINARIES.find(({ magic }) => magic.test(start))?.name ?? "no binary format that is known here";
  return {
    looksLike,
    advice: "write its blocks one a line, or as csv or oracleGeneral (traceConv of libCacheSim does)",
  };
}
