/**
 * body_buffer.ts - the bytes of a response that is under way, behind its head, in one array that grows.
 *
 * Chunks are copied: a chunk of a socket is a view of a buffer that may be many times as large. What all
 * bodies under way take is counted together and bounded.
 */

/** What all bodies under way take, and may take. */
export interface PendingBytes {
  bytes: number;
  readonly max: number;
}

export class BodyBuffer {
  readonly #pending: PendingBytes;
  readonly #maxBytes: number;
  #array: Uint8Array;
  #used: number;

  /** @param maxBodyBytes bound of the bytes behind the head */
  constructor(head: Uint8Array, maxBodyBytes: number, pending: PendingBytes) {
    this.#pending = pending;
    this.#maxBytes = head.length + maxBodyBytes;
    this.#array = head;
    this.#used = head.length;
  }

  /** False, and nothing has changed, when a bound would be passed. */
  append(chunk: Uint8Array): boolean {
    const used = this.#used + chunk.length;
    if (used > this.#maxBytes || (used > this.#array.length && !this.#grow(used))) return false;
    this.#array.set(chunk, this.#used);
    this.#used = used;
    return true;
  }

  /** To twice the size, but the first time only as far as it must: most bodies come in one chunk. */
  #grow(wanted: number): boolean {
    const isFirst = this.#array.length === this.#used && this.#counted === 0;
    const twice = isFirst ? 0 : Math.min(2 * this.#array.length, this.#maxBytes);
    const length = Math.max(wanted, twice);
    if (this.#pending.bytes - this.#counted + length > this.#pending.max) return false;
    const grown = new Uint8Array(length);
    grown.set(this.#array.subarray(0, this.#used));
    this.#array = grown;
    this.#count(length);
    return true;
  }

  #counted = 0;

  #count(bytes: number): void {
    this.#pending.bytes += bytes - this.#counted;
    this.#counted = bytes;
  }

  /** Head and body, in an array that holds nothing else. The buffer is empty then. */
  take(): Uint8Array {
    const bytes = this.#used === this.#array.length ? this.#array : this.#array.slice(0, this.#used);
    this.drop();
    return bytes;
  }

  /** Lets go of the bytes. */
  drop(): void {
    this.#array = new Uint8Array(0);
    this.#used = 0;
    this.#count(0);
  }
}
