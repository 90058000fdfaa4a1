/**
 * seal.ts - seals bodies before they leave the process, and opens them: AES-256-GCM, each body by itself.
 *
 *   sealed body   8 bytes  counter of the nonce, little-endian
 *                 n        the body, encrypted
 *                 16       tag
 *
 * Owns:  the key, 32 random bytes that no other place has, and the counter. The key is drawn when the log is
 *        opened and is gone after close; what is left on a device can be read by nobody then.
 * Keeps: no nonce is used twice: 4 bytes fixed for the log, 8 of a counter that rises with every seal,
 *        whether or not what was sealed is ever written. A nonce is never made of a position.
 *        The tag also covers the key and shape of the body, as the record in memory has them. So bytes of
 *        another body fail to open wherever they lie, and bytes of this one may be moved.
 * Cost:  3 to 5 us a body in Node, 11 to 14 in Deno, half of it to set up the cipher.
 */
import { missingError } from "../base/errors.js";
import { needHost } from "../base/host.js";
import type { AwayBody } from "./arena_port.js";

/** Bytes in front of a sealed body: the counter. */
export const NONCE_BYTES = 8;
const SEAL_TAG_BYTES = 16;
/** Bytes that a sealed body has more than the body. */
export const SEAL_BYTES = NONCE_BYTES + SEAL_TAG_BYTES;
const KEY_BYTES = 32;
/** Bytes of the nonce that stay the same for all bodies of a log. */
const FIXED_BYTES = 4;
const CIPHER = "aes-256-gcm";
const WORD = 2 ** 32;

/** The parts of node:crypto that are used here. */
interface Crypto {
  createSecretKey(key: Uint8Array): object;
  createCipheriv(cipher: string, key: object, nonce: Uint8Array, options: object): Cipher;
  createDecipheriv(cipher: string, key: object, nonce: Uint8Array, options: object): Decipher;
}

interface Cipher {
  setAAD(bytes: Uint8Array): unknown;
  update(bytes: Uint8Array): Uint8Array;
  final(): Uint8Array;
  getAuthTag(): Uint8Array;
}

interface Decipher {
  setAAD(bytes: Uint8Array): unknown;
  setAuthTag(tag: Uint8Array): unknown;
  update(bytes: Uint8Array): Uint8Array;
  final(): Uint8Array;
}

interface Host {
  process?: { getBuiltinModule?(name: string): Crypto | undefined };
}

const OPTIONS = { authTagLength: SEAL_TAG_BYTES };

/** What a seal names: the body's key and shape. */
export type Sealed = Pick<AwayBody, "keyLow" | "keyHigh" | "shape">;

export class Seal {
  readonly #crypto: Crypto;
  #key: object | undefined;
  readonly #nonce = new Uint8Array(FIXED_BYTES + NONCE_BYTES);
  readonly #counter = new DataView(this.#nonce.buffer, FIXED_BYTES);
  readonly #named = new Uint8Array(12);
  readonly #names = new DataView(this.#named.buffer);
  #sealed = 0;

  /** @throws ERR_SPILLWAY_UNSUPPORTED where the host has no node:crypto */
  constructor() {
    needHost("sealing what is spilled", ["crypto.getRandomValues"]);
    const crypto = (globalThis as Host).process?.getBuiltinModule?.("node:crypto");
    if (crypto === undefined)
      throw missingError("node:crypto", "to seal what is spilled (or encrypt: false)");
    this.#crypto = crypto;
    const { getRandomValues } = globalThis.crypto;
    const bytes = Reflect.apply(getRandomValues, globalThis.crypto, [new Uint8Array(KEY_BYTES)]);
    // A key object, not bytes: Node 24 takes 13 us more for each body with bytes.
    this.#key = crypto.createSecretKey(bytes);
    bytes.fill(0);
    Reflect.apply(getRandomValues, globalThis.crypto, [this.#nonce.subarray(0, FIXED_BYTES)]);
  }

  /** How many bodies were sealed: each had a nonce of its own. */
  get sealed(): number {
    return this.#sealed;
  }

  /** Seals `body` into `into`, from byte `at` on. */
  seal(body: Uint8Array, names: Sealed, into: Uint8Array, at: number): void {
    this.#sealed += 1;
    this.#counter.setUint32(0, this.#sealed % WORD, true);
    this.#counter.setUint32(4, Math.floor(this.#sealed / WORD), true);
    into.set(this.#nonce.subarray(FIXED_BYTES), at);
    const cipher = this.#crypto.createCipheriv(CIPHER, this.#keyNow(), this.#nonce, OPTIONS);
    cipher.setAAD(this.#name(names));
    into.set(cipher.update(body), at + NONCE_BYTES);
    cipher.final();
    into.set(cipher.getAuthTag(), at + NONCE_BYTES + body.length);
  }

  /** The body in sealed bytes, in an array of its own; undefined if they are not what was sealed. */
  open(bytes: Uint8Array, names: Sealed): Uint8Array | undefined {
    const end = bytes.length - SEAL_TAG_BYTES;
    this.#nonce.set(bytes.subarray(0, NONCE_BYTES), FIXED_BYTES);
    const decipher = this.#crypto.createDecipheriv(CIPHER, this.#keyNow(), this.#nonce, OPTIONS);
    decipher.setAAD(this.#name(names));
    decipher.setAuthTag(bytes.subarray(end));
    const body = decipher.update(bytes.subarray(NONCE_BYTES, end));
    try {
      decipher.final();
    } catch {
      body.fill(0);
      return undefined;
    }
    // A plain array: `slice` of a Buffer would be no copy.
    return new Uint8Array(body.buffer, body.byteOffset, body.length);
  }

  /** Lets go of the key. Nothing can be sealed or opened any more. */
  close(): void {
    this.#key = undefined;
  }

  #keyNow(): object {
    if (this.#key === undefined) throw new Error("the seal is closed");
    return this.#key;
  }

  #name({ keyLow, keyHigh, shape }: Sealed): Uint8Array {
    this.#names.setUint32(0, keyLow, true);
    this.#names.setUint32(4, keyHigh, true);
    this.#names.setUint32(8, shape, true);
    return this.#named;
  }
}
