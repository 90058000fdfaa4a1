/**
 * places.ts - segments side by side in one file: which place each has, which places are free, where the file
 * ends.
 *
 *   file    place 0 | place 1 | place 2 | ...     each as long as a segment, up to the next 4,096 bytes
 *
 * Keeps: a new segment takes the lowest free place; the file ends behind the last place that is taken.
 * Cost:  some 100 bytes of memory a segment.
 */
import { rangeError } from "../base/errors.js";

const PLACE_ALIGN = 4096;

/** Where a segment lies. */
interface Place {
  index: number;
  sequence: number;
  bytes: number;
}

export class Places {
  readonly #placeBytes: number;
  /** The most places that the file may have. */
  readonly most: number;
  /** The segment of each place, 0 if it is free; and the place of each segment. */
  readonly #segments: number[] = [];
  readonly #places = new Map<number, Place>();
  /** No place below this one is free. */
  #lowest = 0;

  /**
   * @param what names `maxBytes` in messages
   * @throws ERR_SPILLWAY_ARG_RANGE when it has no room for two segments
   */
  constructor(segmentBytes: number, maxBytes: number, what = "maxBytes") {
    this.#placeBytes = Math.ceil(segmentBytes / PLACE_ALIGN) * PLACE_ALIGN;
    this.most = Math.floor(maxBytes / this.#placeBytes);
    if (this.most < 2) throw rangeError(what, `${2 * this.#placeBytes} bytes or more`, maxBytes);
  }

  /** Bytes up to the end of the file. */
  get bytes(): number {
    return this.#segments.length * this.#placeBytes;
  }

  /** The segment that lies last, 0 if there is none. */
  get tail(): number {
    return this.#segments.at(-1) ?? 0;
  }

  /**
   * The lowest free place becomes that of this segment: where it begins in the file.
   *
   * @throws an error of kind "full"
   */
  take(segment: number, sequence: number, bytes: number): number {
    let index = this.#lowest;
    while (this.#segments[index]) index += 1;
    if (index >= this.most) throw Object.assign(new Error("maxBytes is reached"), { kind: "full" });
    this.#lowest = index + 1;
    this.#segments[index] = segment;
    this.#places.set(segment, { index, sequence, bytes });
    return index * this.#placeBytes;
  }

  /**
   * Where `length` bytes of a segment lie in the file, from byte `at` of the segment on.
   *
   * @throws an error of kind "lost" if there is no such segment, another beyond its end
   */
  find(segment: number, sequence: number, at: number, length: number): number {
    const place = this.#places.get(segment);
    if (place?.sequence !== sequence) throw Object.assign(new Error("no such segment"), { kind: "lost" });
    if (at + length > place.bytes) throw new Error("a read beyond the end of a segment");
    return place.index * this.#placeBytes + at;
  }

  /** Frees the place of a segment, if it is there under that sequence. Whether the file ends earlier now. */
  drop(segment: number, sequence: number): boolean {
    const place = this.#places.get(segment);
    if (place?.sequence !== sequence) return false;
    this.#places.delete(segment);
    this.#segments[place.index] = 0;
    this.#lowest = Math.min(this.#lowest, place.index);
    if (place.index < this.#segments.length - 1) return false;
    let end = this.#segments.length;
    while (end > 0 && this.#segments[end - 1] === 0) end -= 1;
    this.#segments.length = end;
    return true;
  }
}

/**
 * Moves all of `length` bytes by a call that answers how many it moved: a short count goes on, none at all is
 * an error.
 *
 * @param move moves up to `left` bytes, of which `done` are done, and answers a count
 */
export function moveAll(verb: string, length: number, move: (done: number, left: number) => unknown): void {
  for (let done = 0; done < length; ) {
    const count = move(done, length - done);
    if (typeof count !== "number" || !(count >= 1 && count <= length - done))
      throw new Error(`the ${verb} answered ${String(count)} bytes of ${length - done}`);
    done += count;
  }
}
