/**
 * shelves.ts - the two places where the images of tiles lie: a SpillMap, and plain arrays in a Map.
 */
import { type SpillMap, Spillway } from "spillway";
import type { Pixels } from "./picture.js";

export interface Shelf {
  /** False: there is no room. */
  set(id: number, pixels: Pixels): boolean;
  get(id: number): Pixels;
  delete(id: number): void;
  /** All memory that it takes. */
  heldBytes(): number;
  /** Pages that share the bytes of an equal one, or repeat eight bytes and need none. */
  duplicatePages(): number;
  /** Nothing lies here any more: gives memory back. */
  leave(): void;
}

export class SpillShelf implements Shelf {
  /** What is not used for three seconds is made denser, beside the frames. */
  readonly #pool = Spillway.openSync({ maxBytes: "2GiB", recompress: { minIdle: 3000 } });
  readonly #map: SpillMap<Uint8Array> = this.#pool.map({ name: "undo", kind: "rgba" });

  set(id: number, pixels: Pixels): boolean {
    return this.#map.trySet(String(id), new Uint8Array(pixels.buffer));
  }

  get(id: number): Pixels {
    const bytes = this.#map.get(String(id));
    if (bytes === undefined) throw new Error(`no image ${id}`);
    return new Uint8ClampedArray(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
  }

  delete(id: number): void {
    this.#map.delete(String(id));
  }

  heldBytes(): number {
    return this.#pool.stats().bytes.reserved + this.#map.stats().indexBytes;
  }

  duplicatePages(): number {
    const { duplicatePages, sameFilledPages } = this.#pool.stats();
    return duplicatePages + sameFilledPages;
  }

  leave(): void {
    void this.#pool.shrink();
  }
}

export class ArrayShelf implements Shelf {
  readonly #images = new Map<number, Pixels>();
  #bytes = 0;

  set(id: number, pixels: Pixels): boolean {
    this.#images.set(id, pixels);
    this.#bytes += pixels.length;
    return true;
  }

  get(id: number): Pixels {
    const pixels = this.#images.get(id);
    if (pixels === undefined) throw new Error(`no image ${id}`);
    return pixels;
  }

  delete(id: number): void {
    this.#bytes -= this.#images.get(id)?.length ?? 0;
    this.#images.delete(id);
  }

  heldBytes(): number {
    return this.#bytes;
  }

  duplicatePages(): number {
    return 0;
  }

  leave(): void {}
}
