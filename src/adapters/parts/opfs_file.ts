/**
 * opfs_file.ts - a synchronous device in one file of the origin private file system, for dedicated workers:
 * segments side by side (places.ts), the end given back.
 *
 * Owns:  the file, by a synchronous access handle that nobody else can have.
 * Keeps: every call of the host is checked for the count it answers. No byte of the file is believed: the log
 *        checks what it reads.
 * Cost:  one call of the host for a segment or a range.
 */
import { typeError } from "../../base/errors.js";
import type { SpillDevice } from "../../base/options/device.js";
import { moveAll, Places } from "../../devices/places.js";
import { fullFault, type Home, hostFault, type SyncHandle } from "./opfs_home.js";
import type { OpfsSettings } from "./opfs_options.js";

export class OpfsFile implements SpillDevice {
  readonly name = "opfs";
  readonly sync = true;
  readonly encrypt: boolean;
  readonly diskRatio: number;
  readonly writeBudget: number;
  readonly #maxBytes: number;
  readonly #home: Home;
  #handle: SyncHandle | undefined;
  #places: Places | undefined;

  constructor({ maxBytes, encrypt, diskRatio, writeBudget }: OpfsSettings, home: Home, handle: SyncHandle) {
    this.#maxBytes = maxBytes;
    this.encrypt = encrypt;
    this.diskRatio = diskRatio;
    this.writeBudget = writeBudget;
    this.#home = home;
    this.#handle = handle;
  }

  open(segmentBytes: number): number {
    if (this.#places !== undefined || this.#handle === undefined)
      throw typeError("spill", "an OPFS device that no other pool has or had", this.name);
    this.#places = new Places(segmentBytes, this.#maxBytes);
    return this.#places.most;
  }

  get bytes(): number {
    return this.#handle === undefined ? 0 : (this.#places?.bytes ?? 0);
  }

  tail(): number {
    return this.#places?.tail ?? 0;
  }

  write(segment: number, sequence: number, bytes: Uint8Array): void {
    const { handle, places } = this.#opened();
    const from = places.take(segment, sequence, bytes.length);
    moveAll("write", bytes.length, (done) => written(handle, bytes.subarray(done), from + done));
  }

  read(segment: number, sequence: number, at: number, target: Uint8Array): void {
    const { handle, places } = this.#opened();
    const from = places.find(segment, sequence, at, target.length);
    moveAll("read", target.length, (done) => handle.read(target.subarray(done), { at: from + done }));
  }

  drop(segment: number, sequence: number): void {
    const { handle, places } = this.#opened();
    if (places.drop(segment, sequence)) handle.truncate(places.bytes);
  }

  /** The bytes are gone when this returns, the name of the folder a moment later. */
  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    if (handle === undefined) return;
    try {
      handle.truncate(0);
    } finally {
      handle.close();
      await this.#home.leave();
    }
  }

  #opened(): { handle: SyncHandle; places: Places } {
    if (this.#handle === undefined || this.#places === undefined) throw new Error("the file is closed");
    return { handle: this.#handle, places: this.#places };
  }
}

/**
 * Counts by which a write says that the origin has no room: 0 in Firefox 153, the error -8 as a word
 * without a sign in Chromium 156. The standard has them throw QuotaExceededError.
 */
const NO_ROOM: readonly number[] = [0, 2 ** 32 - 8];

/** How many bytes were written. @throws an error of kind "full", or what the host throws */
function written(handle: SyncHandle, bytes: Uint8Array, at: number): number {
  let count: number;
  try {
    count = handle.write(bytes, { at });
  } catch (error) {
    throw hostFault(error);
  }
  if (NO_ROOM.includes(count)) throw fullFault();
  return count;
}
