/**
 * format.ts - what an image of a pool is, byte by byte: docs/FORMAT.md, "The image".
 *
 *   preamble │ HEAD │ CLIENTS ... │ AREAS ... │ PAGES ... │ END
 *
 * A preamble of 16 bytes, then frames: a header of 16 bytes and at most FRAME_BYTES_MAX behind it. All
 * numbers are little-endian on every host. Everything that can be checked without an engine is checked here;
 * the bodies of pages are not looked at.
 */
import * as abi from "../abi.js";
import { SpillwayError } from "../base/errors.js";
import { NAME_LENGTH_MAX } from "../base/options/parse.js";
import { TYPE_COUNT, type Wide } from "../engine/keys.js";

/** "SPW" among bytes that no text has and that a transport for text would change (as in PNG). */
const MAGIC = [0x89, 0x53, 0x50, 0x57, 0x0d, 0x0a, 0x1a, 0x0a];
export const VERSION = 1;
export const PREAMBLE_BYTES = 16;
export const FRAME_HEAD_BYTES = 16;
/** The content of a frame fits the window of an arena. */
export const FRAME_BYTES_MAX = abi.PARCELS_ROOM;

/** Kinds of frames, in the order in which they come. */
export const Kind = { HEAD: 1, CLIENTS: 2, AREAS: 3, PAGES: 4, END: 5 } as const;

const DEDUPE = [false, "client", "pool"] as const;
const HEAD_BYTES = 16;
const CLIENT_ITEM_BYTES = 16;
const AREA_ITEM_BYTES = 16;
const END_BYTES = 8;
const CLIENTS_MAX = 65_535;
/** Stands for no bound. */
const NO_CAP = 2n ** 64n - 1n;

/** What must be known before there can be an arena that checks the rest. */
export interface Preamble {
  pageSize: number;
  dedupe: (typeof DEDUPE)[number];
}

export interface ImageHead {
  /** The secret of the pool's page hash was drawn from this. */
  seed: Wide;
  clients: number;
  areas: number;
}

/** A client whose pages persist. */
export interface ImageClient {
  name: string;
  /** Infinity for no bound. */
  maxBytes: number;
}

export interface ImageArea {
  /** Pages name the area by this. */
  number: number;
  /** Which of the image's clients it belongs to: 0 for the first. */
  client: number;
  type: number;
  /** Went into the hashes of its pages beside their bytes. */
  scope: number;
}

/** The header of a frame. */
export interface FrameHeader {
  kind: number;
  bytes: number;
  check: Wide;
}

/** ERR_SPILLWAY_IMAGE_DAMAGED, with what is wrong with the image. */
export function damaged(what: string): SpillwayError {
  return new SpillwayError(
    "ERR_SPILLWAY_IMAGE_DAMAGED",
    `the image is damaged: ${what}; nothing was restored`,
  );
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function roundUp(bytes: number): number {
  return (bytes + 7) & ~7;
}

// ── preamble and headers ───────────────────────────────────────────────────────────────────────────────

/** The check of a preamble in the chain of checks: its last eight bytes. */
export function firstCheck({ pageSize, dedupe }: Preamble): Wide {
  return [VERSION + DEDUPE.indexOf(dedupe) * 2 ** 16, pageSize];
}

export function writePreamble(preamble: Preamble): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(PREAMBLE_BYTES);
  const [low, high] = firstCheck(preamble);
  bytes.set(MAGIC);
  viewOf(bytes).setUint32(8, low, true);
  viewOf(bytes).setUint32(12, high, true);
  return bytes;
}

/**
 * Reads a preamble. `bytes` are fewer when the source has ended; then, as for all that is wrong, this throws.
 */
export function readPreamble(bytes: Uint8Array): Preamble {
  if (bytes.length === 0 || MAGIC.some((byte, i) => i < bytes.length && bytes[i] !== byte)) {
    throw new SpillwayError("ERR_SPILLWAY_IMAGE_FOREIGN", "the source is no image of a pool");
  }
  if (bytes.length < PREAMBLE_BYTES) throw damaged("it ends in its first bytes");
  const version = viewOf(bytes).getUint16(8, true);
  if (version !== VERSION) {
    throw new SpillwayError(
      "ERR_SPILLWAY_IMAGE_VERSION",
      `the image is of version ${version}, and this package reads version ${VERSION}`,
    );
  }
  const dedupe = DEDUPE[viewOf(bytes).getUint16(10, true)];
  if (dedupe === undefined) throw damaged("how bodies are shared");
  const pageSize = viewOf(bytes).getUint32(12, true);
  const power = (pageSize & (pageSize - 1)) === 0;
  if (!power || pageSize < abi.PAGE_BYTES_MIN || pageSize > abi.PAGE_BYTES_MAX) throw damaged("page size");
  return { pageSize, dedupe };
}

/** Writes the header of a frame. */
export function writeHeader(frame: Uint8Array, { kind, bytes, check }: FrameHeader): void {
  const view = viewOf(frame);
  view.setUint32(0, kind, true);
  view.setUint32(4, bytes, true);
  view.setUint32(8, check[0], true);
  view.setUint32(12, check[1], true);
}

export function readHeader(header: Uint8Array): FrameHeader {
  const view = viewOf(header);
  const kind = view.getUint32(0, true);
  const bytes = view.getUint32(4, true);
  if (kind < Kind.HEAD || kind > Kind.END) throw damaged("kind of a frame");
  if (bytes > FRAME_BYTES_MAX || bytes % 8 !== 0 || bytes === 0) throw damaged("length of a frame");
  return { kind, bytes, check: [view.getUint32(8, true), view.getUint32(12, true)] };
}

// ── what is not pages ──────────────────────────────────────────────────────────────────────────────────

export function writeHead({ seed, clients, areas }: ImageHead): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES);
  const view = viewOf(bytes);
  view.setUint32(0, seed[0], true);
  view.setUint32(4, seed[1], true);
  view.setUint32(8, clients, true);
  view.setUint32(12, areas, true);
  return bytes;
}

export function readHead(bytes: Uint8Array): ImageHead {
  if (bytes.length !== HEAD_BYTES) throw damaged("length of its head");
  const view = viewOf(bytes);
  const clients = view.getUint32(8, true);
  const areas = view.getUint32(12, true);
  if (clients > CLIENTS_MAX || areas >= abi.AREA_NUMBER_MAX) throw damaged("number of clients or areas");
  return { seed: [view.getUint32(0, true), view.getUint32(4, true)], clients, areas };
}

/**
 * The contents of frames that hold these clients, as many in a frame as fit. Throws when they are too many.
 */
export function writeClients(clients: readonly ImageClient[]): Uint8Array[] {
  if (clients.length > CLIENTS_MAX) {
    throw new SpillwayError(
      "ERR_SPILLWAY_SNAPSHOT_OVERRUN",
      `an image has room for ${CLIENTS_MAX} clients, the pool has ${clients.length}`,
    );
  }
  return gather(
    clients.map(({ name, maxBytes }) => {
      const bytes = new Uint8Array(CLIENT_ITEM_BYTES + roundUp(2 * name.length));
      const view = viewOf(bytes);
      view.setBigUint64(0, Number.isFinite(maxBytes) ? BigInt(maxBytes) : NO_CAP, true);
      view.setUint32(8, name.length, true);
      for (let i = 0; i < name.length; i++)
        view.setUint16(CLIENT_ITEM_BYTES + 2 * i, name.charCodeAt(i), true);
      return bytes;
    }),
  );
}

export function readClients(bytes: Uint8Array): ImageClient[] {
  const view = viewOf(bytes);
  const clients: ImageClient[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + CLIENT_ITEM_BYTES > bytes.length) throw damaged("a client is cut off");
    const cap = view.getBigUint64(at, true);
    const length = view.getUint32(at + 8, true);
    if (length === 0 || length > NAME_LENGTH_MAX || view.getUint32(at + 12, true) !== 0)
      throw damaged("name of a client");
    if (cap !== NO_CAP && cap > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged("bound of a client");
    const start = at + CLIENT_ITEM_BYTES;
    at = start + roundUp(2 * length);
    if (at > bytes.length) throw damaged("a client is cut off");
    let name = "";
    for (let i = 0; i < length; i++) name += String.fromCharCode(view.getUint16(start + 2 * i, true));
    clients.push({ name, maxBytes: cap === NO_CAP ? Number.POSITIVE_INFINITY : Number(cap) });
  }
  return clients;
}

/** The contents of frames that hold these areas. */
export function writeAreas(areas: readonly ImageArea[]): Uint8Array[] {
  return gather(
    areas.map(({ number, client, type, scope }) => {
      const bytes = new Uint8Array(AREA_ITEM_BYTES);
      const view = viewOf(bytes);
      view.setUint32(0, number, true);
      view.setUint32(4, client, true);
      view.setUint32(8, type, true);
      view.setUint32(12, scope, true);
      return bytes;
    }),
  );
}

/** The areas in the content of a frame. `clients`: how many the image has. */
export function readAreas(bytes: Uint8Array, clients: number): ImageArea[] {
  if (bytes.length % AREA_ITEM_BYTES !== 0) throw damaged("an area is cut off");
  const view = viewOf(bytes);
  const areas: ImageArea[] = [];
  for (let at = 0; at < bytes.length; at += AREA_ITEM_BYTES) {
    const area = {
      number: view.getUint32(at, true),
      client: view.getUint32(at + 4, true),
      type: view.getUint32(at + 8, true),
      scope: view.getUint32(at + 12, true),
    };
    if (area.number === 0 || area.number >= abi.AREA_NUMBER_MAX) throw damaged("number of an area");
    if (area.client >= clients || area.type >= TYPE_COUNT) throw damaged("client or type of an area");
    areas.push(area);
  }
  return areas;
}

export function writeEnd(pages: number): Uint8Array {
  const bytes = new Uint8Array(END_BYTES);
  viewOf(bytes).setBigUint64(0, BigInt(pages), true);
  return bytes;
}

/** How many pages there were. */
export function readEnd(bytes: Uint8Array): number {
  if (bytes.length !== END_BYTES) throw damaged("its end");
  return Number(viewOf(bytes).getBigUint64(0, true));
}

/** Puts records together, as many as fit a frame. */
export function gather(records: readonly Uint8Array[]): Uint8Array[] {
  const contents: Uint8Array[] = [];
  for (let from = 0; from < records.length; ) {
    let to = from;
    let length = 0;
    while (to < records.length && length + (records[to] as Uint8Array).length <= FRAME_BYTES_MAX)
      length += (records[to++] as Uint8Array).length;
    const content = new Uint8Array(length);
    for (let at = 0; from < to; from++) {
      content.set(records[from] as Uint8Array, at);
      at += (records[from] as Uint8Array).length;
    }
    contents.push(content);
  }
  return contents;
}

// ── pages ──────────────────────────────────────────────────────────────────────────────────────────────

/** Bytes of a page of an image whose body has `stored` bytes. */
export function pageBytes(stored: number): number {
  return abi.IMAGE_PAGE_BYTES + roundUp(stored);
}

/** A page's key as one number: its area and its offset. */
export function keyOf(area: number, offset: number): number {
  return area * 2 ** 32 + offset;
}

/**
 * Makes the pages of a frame ready for an arena: each gets the number of its area here and the scope of its
 * hash. `areaOf` has the image's areas. Answers how many pages there are.
 */
export function preparePages(
  pages: Uint8Array,
  pageSize: number,
  areaOf: ReadonlyMap<number, { handle: number; scope: number }>,
): number {
  const view = viewOf(pages);
  const known = (number: number) => {
    const area = areaOf.get(number);
    if (area === undefined) throw damaged("a page of no area");
    return area;
  };
  let count = 0;
  for (let at = 0; at < pages.length; count++) {
    if (at + abi.IMAGE_PAGE_BYTES > pages.length) throw damaged("a page is cut off");
    const raw = view.getUint32(at + abi.IMAGE_RAW_AT, true);
    const stored = view.getUint32(at + abi.IMAGE_STORED_AT, true);
    const codec = view.getUint32(at + abi.IMAGE_CODEC_AT, true);
    if (raw === 0 || raw > pageSize) throw damaged("length of a page");
    if (!isBodyLength(codec, stored, raw)) throw damaged("codec or length of a body");
    if (view.getUint32(at + abi.IMAGE_SHARED_AT, true) !== 0) throw damaged("a page");
    const { handle, scope } = known(view.getUint32(at + abi.IMAGE_AREA_AT, true));
    view.setUint32(at + abi.IMAGE_AREA_AT, handle, true);
    view.setUint32(at + abi.IMAGE_SHARED_AT, scope, true);
    if (codec === abi.IMAGE_SAME) {
      const of = known(view.getUint32(at + abi.IMAGE_KEY_AT, true));
      view.setUint32(at + abi.IMAGE_KEY_AT, of.handle, true);
    }
    at += pageBytes(stored);
    if (at > pages.length) throw damaged("a body is cut off");
  }
  return count;
}

function isBodyLength(codec: number, stored: number, raw: number): boolean {
  if (codec === abi.IMAGE_FILL || codec === abi.IMAGE_SAME) return stored === 0;
  if (codec === abi.IMAGE_RAW) return stored >= 1 && stored <= raw;
  // A block that saves less than an eighth is not kept; the block of a damaged page is one byte.
  return codec === abi.IMAGE_LZ4 && stored >= 1 && stored <= raw - (raw >> 3);
}
