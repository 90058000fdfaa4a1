/**
 * zstd.ts - unpacks zstd frame by frame.
 *
 * Node's decoder ends after the first frame and ignores what follows, but `pzstd`, `cat` and loggers write
 * many frames. So the frames are separated here (RFC 8878, 3.1), and each gets a decoder of its own.
 */
import { pipeline, Readable, type Transform } from "node:stream";

type Chunks = AsyncIterable<Buffer>;

const FRAME_MAGIC = 0xfd2fb528;
/** A frame that other programs use. Its last four bits are free. */
const SKIPPABLE_MAGIC = 0x184d2a5;
/** Bits of a frame's descriptor. */
const SINGLE_SEGMENT = 0x20;
const HAS_CHECKSUM = 0x04;
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;
const CHECKSUM_BYTES = 4;
const BLOCK_HEAD_BYTES = 3;
/** The type of a block that is one repeated byte. */
const RLE = 1;
const SKIP_BYTES = 65_536;

/**
 * The unpacked bytes of all frames. Throws Error for bytes that are not a frame, or for one that is cut off.
 */
export async function* unpackedZstd(packed: Chunks, decoder: () => Transform): Chunks {
  const bytes = new Bytes(packed);
  while (await bytes.more()) {
    const magic = await bytes.take(4);
    const number = magic.readUInt32LE();
    if (number >>> 4 === SKIPPABLE_MAGIC) await skip(bytes);
    else if (number === FRAME_MAGIC)
      yield* pipeline(Readable.from(frameOf(magic, bytes), { objectMode: false }), decoder(), () => {});
    else throw new Error("bytes between its frames");
  }
}

async function skip(bytes: Bytes): Promise<void> {
  for (let left = (await bytes.take(4)).readUInt32LE(); left > 0; left -= SKIP_BYTES)
    await bytes.take(Math.min(left, SKIP_BYTES));
}

/** The bytes of a frame, from its magic number to its end. */
async function* frameOf(magic: Buffer, bytes: Bytes): Chunks {
  const first = await bytes.take(1);
  const descriptor = first[0] as number;
  const single = (descriptor & SINGLE_SEGMENT) !== 0;
  const sizeBytes = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] as number;
  const dictionaryBytes = DICTIONARY_BYTES[descriptor & 3] as number;
  yield Buffer.concat([magic, first, await bytes.take((single ? 0 : 1) + dictionaryBytes + sizeBytes)]);
  for (let isLast = false; !isLast; ) {
    const head = await bytes.take(BLOCK_HEAD_BYTES);
    const word = head.readUIntLE(0, BLOCK_HEAD_BYTES);
    isLast = (word & 1) !== 0;
    yield Buffer.concat([head, await bytes.take(((word >> 1) & 3) === RLE ? 1 : word >> 3)]);
  }
  if ((descriptor & HAS_CHECKSUM) !== 0) yield await bytes.take(CHECKSUM_BYTES);
}

/** A stream of bytes that is read in pieces of given lengths. */
class Bytes {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: Chunks) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Whether there are more bytes. */
  async more(): Promise<boolean> {
    return await this.#fill(1);
  }

  /** The next `count` bytes. Throws Error when there are fewer. */
  async take(count: number): Promise<Buffer> {
    if (!(await this.#fill(count))) throw new Error("unexpected end of file");
    const taken = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  async #fill(count: number): Promise<boolean> {
    while (this.#rest.length < count) {
      const { done, value } = await this.#chunks.next();
      if (done) return false;
      this.#rest = Buffer.concat([this.#rest, value]);
    }
    return true;
  }
}
