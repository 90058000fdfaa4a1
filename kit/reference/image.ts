/**
 * image.ts - a slow reader and writer of images, made from docs/FORMAT.md alone: the page hash, the chain of
 * checks, frames, tables and pages.
 */
import { referenceDecode } from "./lz4.js";

const MASK = (1n << 64n) - 1n;
const PRIME_1 = 0x9e3779b185ebca87n;
const PRIME_2 = 0xc2b2ae3d27d4eb4fn;
const PRIME_3 = 0x165667b19e3779f9n;
const PRIME_4 = 0x85ebca77c2b2ae63n;
const PRIME_SCRAMBLE = 0x9e3779b1n;
const LOW = 0xffffffffn;

function mix64(value: bigint): bigint {
  let h = value;
  h = ((h ^ (h >> 33n)) * PRIME_2) & MASK;
  h = ((h ^ (h >> 29n)) * PRIME_3) & MASK;
  return h ^ (h >> 32n);
}

function rotate(value: bigint, bits: bigint): bigint {
  return ((value << bits) | (value >> (64n - bits))) & MASK;
}

/** Twenty-four words. */
function secretOf(seed: bigint): bigint[] {
  return Array.from({ length: 24 }, (_, i) => mix64((seed + BigInt(i + 1) * PRIME_1) & MASK));
}

/** The page hash of docs/FORMAT.md, word by word. */
export function referenceHash(seed: bigint, page: Uint8Array, scope: number): bigint {
  const secret = secretOf(seed);
  const word = (i: number) => secret[i] as bigint;
  const lines = Math.ceil(page.length / 64);
  const padded = new Uint8Array(lines * 64);
  padded.set(page);
  const view = new DataView(padded.buffer);
  const sums = [PRIME_1, PRIME_2, PRIME_3, PRIME_4, PRIME_2, PRIME_4, PRIME_3, PRIME_1];
  for (let line = 0; line < lines; line++) {
    const step = line % 16;
    for (let i = 0; i < 8; i++) {
      const data = view.getBigUint64(64 * line + 8 * i, true);
      const keyed = data ^ word(step + i);
      sums[i ^ 2] = ((sums[i ^ 2] as bigint) + data) & MASK;
      sums[i] = ((sums[i] as bigint) + (keyed & LOW) * (keyed >> 32n)) & MASK;
    }
    if (step < 15) continue;
    for (let i = 0; i < 8; i++) {
      const sum = sums[i] as bigint;
      sums[i] = ((sum ^ (sum >> 47n) ^ word(16 + i)) * PRIME_SCRAMBLE) & MASK;
    }
  }
  let hash = (BigInt(page.length) * PRIME_1 + BigInt(scope) * PRIME_3) & MASK;
  for (let i = 0; i < 8; i++) {
    hash ^= (rotate((((sums[i] as bigint) ^ word(1 + i)) * PRIME_2) & MASK, 31n) * PRIME_1) & MASK;
    hash = (rotate(hash, 27n) * PRIME_1 + PRIME_4) & MASK;
  }
  return mix64(hash);
}

export interface Frame {
  kind: number;
  content: Uint8Array;
}

/** The frames of an image; throws where a check is wrong. */
export function readFrames(image: Uint8Array): Frame[] {
  const view = new DataView(image.buffer, image.byteOffset, image.length);
  const frames: Frame[] = [];
  let check = view.getBigUint64(8, true);
  for (let at = 16; at < image.length; ) {
    const kind = view.getUint32(at, true);
    const bytes = view.getUint32(at + 4, true);
    const content = image.subarray(at + 16, at + 16 + bytes);
    check = referenceHash(check, content, kind);
    if (view.getBigUint64(at + 8, true) !== check) throw new Error(`check of the frame at ${at}`);
    frames.push({ kind, content });
    at += 16 + bytes;
  }
  return frames;
}

/** An image of these frames, with their checks, behind the preamble of another. */
export function writeFrames(preamble: Uint8Array, frames: readonly Frame[]): Uint8Array {
  const parts: Uint8Array[] = [preamble.slice(0, 16)];
  let check = new DataView(preamble.buffer, preamble.byteOffset).getBigUint64(8, true);
  for (const { kind, content } of frames) {
    const header = new DataView(new ArrayBuffer(16));
    check = referenceHash(check, content, kind);
    header.setUint32(0, kind, true);
    header.setUint32(4, content.length, true);
    header.setBigUint64(8, check, true);
    parts.push(new Uint8Array(header.buffer), content);
  }
  return Buffer.concat(parts);
}

export interface ReadPage {
  area: number;
  offset: number;
  codec: number;
  /** Undefined when its body does not decode, or not to what its key says. */
  page: Uint8Array | undefined;
}

export interface ReadImage {
  pageSize: number;
  clients: { name: string; cap: bigint }[];
  areas: { number: number; client: number; type: number; scope: number }[];
  pages: ReadPage[];
}

/** All that an image says. */
export function readImage(image: Uint8Array): ReadImage {
  const frames = readFrames(image);
  const preamble = new DataView(image.buffer, image.byteOffset);
  const read: ReadImage = { pageSize: preamble.getUint32(12, true), clients: [], areas: [], pages: [] };
  const bodies = new Map<string, Uint8Array | undefined>();
  let seed = 0n;
  for (const { kind, content } of frames) {
    const view = new DataView(content.buffer, content.byteOffset, content.length);
    if (kind === 1) seed = view.getBigUint64(0, true);
    for (let at = 0; kind === 2 && at < content.length; ) {
      const units = view.getUint32(at + 8, true);
      const name = Buffer.from(content.subarray(at + 16, at + 16 + 2 * units)).toString("utf16le");
      read.clients.push({ name, cap: view.getBigUint64(at, true) });
      at += 16 + ((2 * units + 7) & ~7);
    }
    for (let at = 0; kind === 3 && at < content.length; at += 16) {
      const [number, client, type, scope] = [0, 4, 8, 12].map((word) => view.getUint32(at + word, true));
      read.areas.push({ number, client, type, scope } as ReadImage["areas"][number]);
    }
    for (let at = 0; kind === 4 && at < content.length; ) {
      const [area, offset, raw, stored, codec] = [8, 12, 16, 20, 24].map((word) =>
        view.getUint32(at + word, true),
      ) as [number, number, number, number, number];
      const body = content.subarray(at + 32, at + 32 + stored);
      const scope = read.areas.find(({ number }) => number === area)?.scope ?? 0;
      const key = view.getBigUint64(at, true);
      let page: Uint8Array | undefined = new Uint8Array(raw);
      if (codec === 0) for (let i = 0; i < raw; i++) page[i] = content[at + (i % 8)] as number;
      else if (codec === 15) page = bodies.get(`${view.getUint32(at, true)} ${view.getUint32(at + 4, true)}`);
      else {
        if (codec === 1) page.set(body);
        else {
          const decoded = referenceDecode(body, raw);
          if (typeof decoded === "number") page = undefined;
          else page.set(decoded);
        }
        if (page && referenceHash(seed, page, scope) !== key) page = undefined;
      }
      bodies.set(`${area} ${offset}`, page);
      read.pages.push({ area, offset, codec, page });
      at += 32 + ((stored + 7) & ~7);
    }
  }
  return read;
}
