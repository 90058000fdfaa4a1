/**
 * bytes.ts - the bytes of a trace, unpacked and without a byte order mark.
 *
 * Gzip is unpacked, and so is zstd where Node can. Other packings are refused by name: read as text they
 * would only be reported as a wrong first line. A byte order mark is removed, and UTF-16 becomes UTF-8. The
 * first bytes tell what a file is, whatever its name. A .gz in a .gz is unpacked twice.
 */
import { pipeline, Readable, type Transform } from "node:stream";
import * as zlib from "node:zlib";
import { type Input, readInput, STANDARD_INPUT, unreadable } from "../../pages/inputs.js";
import { oneLine, UserError } from "../../text/failure.js";
import { unpackedZstd } from "./zstd.js";

type Chunks = AsyncIterable<Buffer>;

/** All bytes of a trace, and the first HEAD_BYTES of them, or fewer if there are no more. */
export interface Headed {
  head: Buffer;
  all: Chunks;
}

/** Enough for 170 binary records, a tar's mark at byte 257, and a first line. */
const HEAD_BYTES = 4096;
/** Most packings inside each other. More of them are a decompression bomb. */
const PACKED_TIMES_MAX = 3;

interface Packing {
  name: string;
  /** Its first bytes in hexadecimal, as a pattern. */
  magic: RegExp;
  /** The program that unpacks it to standard output. */
  tool: string;
  unpack?: (packed: Chunks) => Chunks;
}

/** Undefined before Node 22.15 and in 23.0 to 23.7. */
const zstdDecoder = (zlib as { createZstdDecompress?: () => Transform }).createZstdDecompress;

const PACKINGS: readonly Packing[] = [
  { name: "gzip", magic: /^1f8b/, tool: "gzip -dc", unpack: gunzipped },
  {
    name: "zstd",
    magic: /^28b52ffd|^5.2a4d18/,
    tool: "zstd -dc",
    ...(zstdDecoder && { unpack: (packed: Chunks) => unpackedZstd(packed, zstdDecoder) }),
  },
  { name: "xz", magic: /^fd377a585a00/, tool: "xz -dc" },
  { name: "lzma", magic: /^5d0000....(ff|00)/, tool: "xz --format=lzma -dc" },
  { name: "lzip", magic: /^4c5a4950/, tool: "lzip -dc" },
  { name: "bzip2", magic: /^425a683[1-9](314159265359|177245385090)/, tool: "bzip2 -dc" },
  { name: "lz4", magic: /^04224d18|^02214c18/, tool: "lz4 -dc" },
  { name: "lzop", magic: /^894c5a4f/, tool: "lzop -dc" },
  { name: "compress", magic: /^1f9d/, tool: "gzip -dc" },
  { name: "snappy", magic: /^ff060000734e61507059/, tool: "snzip -dc" },
  { name: "zip", magic: /^504b(0304|0506)/, tool: "unzip -p" },
  { name: "7-Zip", magic: /^377abcaf271c/, tool: "7z x -so" },
  { name: "rar", magic: /^526172211a07/, tool: "unrar p -inul" },
  { name: "tar", magic: /^(..){257}7573746172/, tool: "tar -xOf" },
];

/**
 * The unpacked bytes of a trace. `onRead` is called for every chunk with its bytes of the file. Throws
 * UserError for a packing that cannot be unpacked here. Reading the bytes throws UserError for a failed read
 * or damaged data.
 */
export async function unpackedTrace(input: Input, onRead: (bytes: number) => void): Promise<Headed> {
  let headed = await beginningOf(counting(readInput(input), onRead));
  for (let times = 0; ; times++) {
    const start = headed.head.toString("hex");
    const packing = PACKINGS.find(({ magic }) => magic.test(start));
    if (packing === undefined) return await unmarked(headed);
    if (packing.unpack === undefined) throw unreadable(input.path, packedBy(packing, input));
    if (times === PACKED_TIMES_MAX) throw unreadable(input.path, `it is packed more than ${times} times`);
    headed = await beginningOf(unpacked(input, packing.name, packing.unpack(headed.all)));
  }
}

function packedBy({ name, tool }: Packing, { path }: Input): string {
  const old = name === "zstd" ? `, which Node ${process.version} does not unpack` : "";
  const word = /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
  const piped = path === STANDARD_INPUT ? `... | ${tool}` : `${tool} ${word}`;
  const what = name === "zip" || name === "tar" ? `it is a ${name} archive` : `it is packed with ${name}`;
  return `${what}${old}; unpack it first: ${piped} | spillway replay -`;
}

async function* counting(chunks: Chunks, onRead: (bytes: number) => void): Chunks {
  for await (const chunk of chunks) {
    yield chunk;
    onRead(chunk.length);
  }
}

function gunzipped(packed: Chunks): Chunks {
  // An error on either side is thrown to the reader of the stream.
  return pipeline(Readable.from(packed, { objectMode: false }), zlib.createGunzip(), () => {});
}

async function* unpacked(input: Input, name: string, bytes: Chunks): Chunks {
  try {
    yield* bytes;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw unreadable(input.path, `its ${name} data is damaged (${oneLine((error as Error).message)})`);
  }
}

async function beginningOf(chunks: Chunks): Promise<Headed> {
  const rest = chunks[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  // A pipe may deliver its first byte alone.
  while (head.length < HEAD_BYTES) {
    const { done, value } = await rest.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return { head: head.subarray(0, HEAD_BYTES), all: headFirst(head, rest) };
}

async function* headFirst(head: Buffer, rest: AsyncIterator<Buffer>): Chunks {
  yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** The text without its byte order mark, and UTF-16 as UTF-8. */
async function unmarked({ head, all }: Headed): Promise<Headed> {
  const start = head.toString("hex", 0, 3);
  if (start === "efbbbf") return await beginningOf(without(3, all));
  if (!start.startsWith("fffe") && !start.startsWith("feff")) return { head, all };
  return await beginningOf(fromUtf16(start.startsWith("fffe") ? "utf-16le" : "utf-16be", all));
}

async function* without(bytes: number, chunks: Chunks): Chunks {
  let left = bytes;
  for await (const chunk of chunks) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function* fromUtf16(encoding: string, chunks: Chunks): Chunks {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
