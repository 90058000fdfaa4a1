import { type Wide } from "./arena.js";
import { SpillwayError } from "./errors.js";
export declare const VERSION = 1;
export declare const PREAMBLE_BYTES = 16;
export declare const FRAME_HEADER_BYTES = 16;
/** What stands behind a header fits the window of an arena. */
export declare const FRAME_BYTES_MAX = 65600;
/** Kinds of frames, in the order in which they come. */
export declare const Kind: {
    readonly HEAD: 1;
    readonly CLIENTS: 2;
    readonly AREAS: 3;
    readonly PAGES: 4;
    readonly END: 5;
};
declare const DEDUPE: readonly [false, "client", "pool"];
/** What must be known before there can be an arena to look at the rest. */
export interface Preamble {
    pageSize: number;
    dedupe: (typeof DEDUPE)[number];
}
export interface ImageHead {
    /** From which the secret of the pool's page hash was drawn. */
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
    /** By which pages name it. */
    number: number;
    /** Which of the image's clients it belongs to: 0 for the first. */
    client: number;
    type: number;
    /** What went into the hashes of its pages beside their bytes. */
    scope: number;
}
/** What stands before the bytes of a frame. */
export interface FrameHeader {
    kind: number;
    bytes: number;
    check: Wide;
}
/** What is wrong with an image. */
export declare function damaged(what: string): SpillwayError;
/** The check that stands for a preamble in the chain of checks: its last eight bytes. */
export declare function firstCheck({ pageSize, dedupe }: Preamble): Wide;
export declare function writePreamble(preamble: Preamble): Uint8Array<ArrayBuffer>;
/** `bytes` may be too few: then the source has ended. */
export declare function readPreamble(bytes: Uint8Array): Preamble;
/** Writes what stands before the content of a frame. */
export declare function writeHeader(frame: Uint8Array, { kind, bytes, check }: FrameHeader): void;
export declare function readHeader(header: Uint8Array): FrameHeader;
export declare function writeHead({ seed, clients, areas }: ImageHead): Uint8Array;
export declare function readHead(bytes: Uint8Array): ImageHead;
/** The contents of frames that hold these clients, as many to a frame as fit. */
export declare function writeClients(clients: readonly ImageClient[]): Uint8Array[];
export declare function readClients(bytes: Uint8Array): ImageClient[];
/** The contents of frames that hold these areas. */
export declare function writeAreas(areas: readonly ImageArea[]): Uint8Array[];
/** `clients`: how many the image has. */
export declare function readAreas(bytes: Uint8Array, clients: number): ImageArea[];
export declare function writeEnd(pages: number): Uint8Array;
/** How many pages there were. */
export declare function readEnd(bytes: Uint8Array): number;
/** Puts records together, as many as fit a frame. */
export declare function gather(records: readonly Uint8Array[]): Uint8Array[];
/** Bytes of a page of an image whose body has `stored`. */
export declare function pageBytes(stored: number): number;
/** A page's key as one number: its area and its offset. */
export declare function keyOf(area: number, offset: number): number;
/**
 * Makes of the pages of a frame what an arena unpacks: each gets the number of its area here, and the scope of its hash.
 * `areaOf` knows the image's areas. Answers how many pages there are.
 */
export declare function preparePages(pages: Uint8Array, pageSize: number, areaOf: ReadonlyMap<number, {
    handle: number;
    scope: number;
}>): number;
export {};
