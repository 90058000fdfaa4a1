/**
 * opening.ts - the faces that a client opens at the server, within what it may have.
 *
 * Owns:   the faces of a client, and what it has reserved of its bounds.
 * Keeps:  reserved <= maxBytes and outside <= maxOutsideBytes.
 */
import { rangeError, SpillwayError, SpillwayTypeError, typeError } from "../../base/errors.js";
import type { SpillMapReason } from "../../base/options/map.js";
import { NAME_LENGTH_MAX, parseBytes } from "../../base/options/parse.js";
import type { Spillway } from "../../pool.js";
import { PASSING } from "./coded_bytes.js";
import type { CheckedServe } from "./serve_options.js";
import { type ServedFace, servedBuffer, servedFrontswap, servedMap } from "./served_faces.js";
import { breach, CONNECTION, field, integer, KINDS, type Kind } from "./wire.js";

/** Sets of a client after which the indexes of its maps are looked at. */
const LOOK_EVERY = 256;

/** What a client asks for when it opens a face. */
interface Wish {
  kind: Kind;
  options: Record<string, unknown>;
  name: string;
  byteLength: unknown;
}

interface Opened {
  face: ServedFace;
  reserved: number;
  outside: number;
}

export class Faces {
  readonly #pool: Spillway;
  readonly #bounds: CheckedServe;
  /** Tells the client that a value has left. */
  readonly #tell: (face: number, key: string, reason: SpillMapReason) => void;
  readonly #open = new Map<number, Opened>();
  #sets = 0;
  /** The indexes of the client's maps were too large when they were last looked at. */
  #isOverIndexed = false;

  constructor(
    pool: Spillway,
    bounds: CheckedServe,
    tell: (face: number, key: string, reason: SpillMapReason) => void,
  ) {
    this.#pool = pool;
    this.#bounds = bounds;
    this.#tell = tell;
  }

  get size(): number {
    return this.#open.size;
  }

  /** @throws ERR_SPILLWAY_CLOSED for a number that no open face has */
  get(number: unknown): ServedFace {
    const opened = this.#open.get(number as number);
    if (opened === undefined) throw new SpillwayTypeError("ERR_SPILLWAY_CLOSED", "the face is closed");
    return opened.face;
  }

  /** Opens a face under the client's number for it. Answers its name and what the client must know. */
  open(args: readonly unknown[]): { name: string; byteLength: number } {
    const number = integer("the number of a face", args[0], CONNECTION + 1, 2 ** 31);
    if (this.#open.has(number)) throw breach("the number of a face is taken");
    const { maxFaces } = this.#bounds;
    if (this.#open.size >= maxFaces) throw rangeError("open faces", `at most ${maxFaces}`, maxFaces + 1);
    const wish = this.#wishOf(args);
    const reserved = this.#reserve(wish.options.maxBytes);
    const outside = this.#outside(wish.options);
    const opened = this.#make(number, wish, reserved);
    this.#open.set(number, { face: opened.face, reserved, outside });
    return { name: opened.name, byteLength: opened.byteLength };
  }

  #wishOf([, kind, options, byteLength]: readonly unknown[]): Wish {
    if (!KINDS.includes(kind as Kind)) throw typeError("kind of face", KINDS.join(", "), kind);
    if (typeof options !== "object" || options === null) throw typeError("options", "an object", options);
    const given = field(options, "name") ?? kind;
    if (typeof given !== "string" || given === "")
      throw typeError("name", "a string that is not empty", given);
    const name = `${this.#bounds.name}/${given}`;
    if (name.length > NAME_LENGTH_MAX)
      throw rangeError(
        "name",
        `at most ${NAME_LENGTH_MAX - this.#bounds.name.length - 1} characters`,
        given.length,
      );
    return { kind: kind as Kind, options: options as Record<string, unknown>, name, byteLength };
  }

  /** The bytes that a new face may count in the pool: what it asks for, or all that is left. */
  #reserve(asked: unknown): number {
    const { maxBytes } = this.#bounds;
    const wanted = asked === undefined ? undefined : parseBytes("maxBytes", asked);
    if (maxBytes === Number.POSITIVE_INFINITY) return wanted ?? maxBytes;
    let left = maxBytes;
    for (const { reserved } of this.#open.values()) left -= reserved;
    if (wanted === undefined && left <= 0)
      throw rangeError("bytes left for a face", "above 0: one without maxBytes takes all that is left", left);
    if (left <= 0 || (wanted ?? 0) > left)
      throw rangeError("maxBytes", `at most ${left} bytes, which this port may still have`, wanted);
    return wanted ?? left;
  }

  /** Bytes outside of the pool that a new face is sure to take. */
  #outside(options: Record<string, unknown>): number {
    let asked = 0;
    for (const name of ["hotBytes", "residentBytes"])
      if (options[name] !== undefined) asked += parseBytes(name, options[name]);
    const left = this.#bounds.maxOutsideBytes - this.#outsideBytes();
    if (asked > left)
      throw rangeError("hotBytes or residentBytes", `at most ${left}, which this port may still have`, asked);
    return asked;
  }

  #outsideBytes(): number {
    let bytes = 0;
    for (const { outside, face } of this.#open.values()) bytes += outside + face.outsideBytes();
    return bytes;
  }

  #make(number: number, { kind, options, name, byteLength }: Wish, reserved: number) {
    const { coded, disposes, ...rest } = options;
    const bound = reserved === Number.POSITIVE_INFINITY ? {} : { maxBytes: reserved };
    // biome-ignore lint/suspicious/noExplicitAny: the pool checks them.
    const all: any = { ...rest, ...bound, name };
    const pool = this.#pool;
    if (kind === "frontswap")
      return { face: servedFrontswap(pool.frontswap(all), pool.pageSize), name, byteLength: 0 };
    if (kind === "buffer") {
      // A buffer has no bound of its own: it is as long as it is.
      const buffer = pool.buffer(byteLength as number, { ...rest, name } as never);
      return { face: servedBuffer(buffer), name, byteLength: buffer.byteLength };
    }
    if (coded === true) all.codec = PASSING;
    if (disposes === true)
      all.dispose = (key: string, reason: SpillMapReason) => this.#tell(number, key, reason);
    if (kind === "map") return { face: servedMap(pool.map(all), undefined), name, byteLength: 0 };
    const cache = pool.cache(all);
    return { face: servedMap(cache, cache), name, byteLength: 0 };
  }

  /**
   * Before a set: refuses it when the client's indexes are larger than it may have. They are looked at now
   * and then.
   */
  checkIndexes(): void {
    this.#sets += 1;
    if (this.#sets % LOOK_EVERY === 0 || this.#isOverIndexed)
      this.#isOverIndexed = this.#outsideBytes() > this.#bounds.maxOutsideBytes;
    if (this.#isOverIndexed)
      throw new SpillwayError(
        "ERR_SPILLWAY_FULL",
        "the indexes of this port's maps are as large as they may be",
      );
  }

  /** Pages and bytes of all faces. */
  figures(): { faces: number; pages: number; countedBytes: number } {
    const figures = { faces: this.#open.size, pages: 0, countedBytes: 0 };
    for (const { face } of this.#open.values()) {
      const { pages, bytes } = face.counted();
      figures.pages += pages;
      figures.countedBytes += bytes;
    }
    return figures;
  }

  close(number: unknown): void {
    const opened = this.#open.get(number as number);
    this.#open.delete(number as number);
    opened?.face.close();
  }

  /** Gives everything back. A face that fails to close does not keep the others open. */
  closeAll(): void {
    for (const [number] of [...this.#open])
      try {
        this.close(number);
      } catch {
        // The pool is closed, or its engine has failed: there is nothing to give back.
      }
  }
}
