/**
 * opfs_segments.ts - an asynchronous device in the origin private file system, for where there are no
 * synchronous access handles: pages, shared workers, service workers. A file for each segment.
 *
 * A writable stream of the host writes beside the file and replaces it as a whole. In one large file each
 * segment would cost a copy of all others.
 *
 * Owns:  the files of its folder, named SEGMENT-SEQUENCE: no name is used twice.
 * Keeps: a segment is in the table from when its file is whole until it is dropped.
 * Cost:  four calls of the host for a segment written, two for a range read; a File object for each segment.
 */
import { rangeError, typeError } from "../../base/errors.js";
import type { SpillDevice } from "../../base/options/device.js";
import { type Folder, type Home, type HostFile, hostFault } from "./opfs_home.js";
import type { OpfsSettings } from "./opfs_options.js";

/** A segment that is whole. */
interface Kept {
  sequence: number;
  bytes: number;
  file: HostFile;
}

const fileName = (segment: number, sequence: number) => `${segment}-${sequence}`;

export class OpfsSegments implements SpillDevice {
  readonly name = "opfs";
  readonly sync = false;
  readonly encrypt: boolean;
  readonly diskRatio: number;
  readonly writeBudget: number;
  readonly #maxBytes: number;
  readonly #home: Home;
  readonly #kept = new Map<number, Kept>();
  /** Segments that the device may hold; 0 before it was opened. */
  #most = 0;
  /** Segments that are held or being written, each as often as it is. */
  #taken = 0;
  #isClosed = false;

  constructor({ maxBytes, encrypt, diskRatio, writeBudget }: OpfsSettings, home: Home) {
    this.#maxBytes = maxBytes;
    this.encrypt = encrypt;
    this.diskRatio = diskRatio;
    this.writeBudget = writeBudget;
    this.#home = home;
  }

  open(segmentBytes: number): number {
    if (this.#most > 0 || this.#isClosed)
      throw typeError("spill", "an OPFS device that no other pool has or had", this.name);
    const most = Math.floor(this.#maxBytes / segmentBytes);
    if (most < 2) throw rangeError("maxBytes", `${2 * segmentBytes} bytes or more`, this.#maxBytes);
    this.#most = most;
    return most;
  }

  async write(segment: number, sequence: number, bytes: Uint8Array): Promise<void> {
    const folder = this.#opened();
    if (this.#taken >= this.#most) throw Object.assign(new Error("maxBytes is reached"), { kind: "full" });
    this.#taken += 1;
    const name = fileName(segment, sequence);
    try {
      const file = await written(folder, name, bytes);
      if (this.#isClosed) throw new Error("the device was closed");
      const older = this.#kept.get(segment);
      this.#kept.set(segment, { sequence, bytes: bytes.length, file });
      if (older !== undefined) await this.#remove(segment, older.sequence);
    } catch (error) {
      this.#taken -= 1;
      folder.removeEntry(name).catch(() => {});
      throw hostFault(error);
    }
  }

  async read(segment: number, sequence: number, at: number, target: Uint8Array): Promise<void> {
    this.#opened();
    const kept = this.#kept.get(segment);
    if (kept?.sequence !== sequence) throw Object.assign(new Error("no such segment"), { kind: "lost" });
    if (at + target.length > kept.bytes) throw new Error("a read beyond the end of a segment");
    const bytes = await kept.file.slice(at, at + target.length).arrayBuffer();
    if (bytes.byteLength !== target.length)
      throw new Error(`the read answered ${bytes.byteLength} bytes of ${target.length}`);
    target.set(new Uint8Array(bytes));
  }

  async drop(segment: number, sequence: number): Promise<void> {
    this.#opened();
    if (this.#kept.get(segment)?.sequence !== sequence) return;
    this.#kept.delete(segment);
    await this.#remove(segment, sequence);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#kept.clear();
    await this.#home.leave();
  }

  async #remove(segment: number, sequence: number): Promise<void> {
    this.#taken -= 1;
    await this.#home.folder.removeEntry(fileName(segment, sequence));
  }

  #opened(): Folder {
    if (this.#isClosed || this.#most === 0) throw new Error("the device is closed");
    return this.#home.folder;
  }
}

/** Writes a file as a whole. */
async function written(folder: Folder, name: string, bytes: Uint8Array): Promise<HostFile> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  try {
    await writable.write(bytes);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => {});
    throw error;
  }
  return handle.getFile();
}
