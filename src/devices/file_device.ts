/**
 * file_device.ts - a device in one file: segments side by side (places.ts), the end given back.
 *
 * Owns:  the file.
 * Keeps: every call of the host is checked for the count it answers. No byte of the file is believed: the log
 *        checks what it reads.
 * Cost:  one call of the host for a segment or a range.
 */
import { missingError, SpillwayError, typeError } from "../base/errors.js";
import type { SpillDevice } from "../base/options/device.js";
import { FileSettings } from "../base/options/file.js";
import { moveAll, Places } from "./places.js";
import { type FileSystem, hostFiles, type OpenFile, openUnnamed } from "./unnamed_file.js";

/**
 * A file device over functions of node:fs.
 *
 * @throws ERR_SPILLWAY_UNSUPPORTED without such functions
 */
export function fileDeviceOver(settings: FileSettings, fs: FileSystem | undefined): SpillDevice {
  if (fs === undefined) throw missingError("node:fs", "for a file device");
  return new FileDevice(settings, fs);
}

/**
 * The devices that an option names: for each FileSettings a file of this host, all others as they are.
 *
 * @throws ERR_SPILLWAY_UNSUPPORTED for a file where the host has no node:fs
 */
export function devicesNamed(targets: readonly unknown[]): unknown[] {
  return targets.map((one) => (one instanceof FileSettings ? fileDeviceOver(one, hostFiles()) : one));
}

class FileDevice implements SpillDevice {
  readonly name: string;
  readonly sync = true;
  readonly encrypt: boolean;
  readonly diskRatio: number;
  readonly writeBudget: number;
  readonly #fs: FileSystem;
  readonly #dir: string;
  readonly #maxBytes: number;
  readonly #waits: boolean;
  readonly #prefix: string;
  #file: OpenFile | undefined;
  #places: Places | undefined;

  constructor({ values, prefix }: FileSettings, fs: FileSystem) {
    const { dir, maxBytes, encrypt, diskRatio, writeBudget, sync } = values;
    this.#prefix = prefix;
    this.name = `file in ${dir}`.slice(0, 255);
    this.#fs = fs;
    this.#dir = dir;
    this.#maxBytes = maxBytes;
    this.encrypt = encrypt;
    this.diskRatio = diskRatio;
    this.writeBudget = writeBudget;
    this.#waits = sync;
  }

  open(segmentBytes: number): number {
    if (this.#places !== undefined)
      throw typeError("spill", "a file device that no other pool has", this.name);
    const places = new Places(segmentBytes, this.#maxBytes, `${this.#prefix}maxBytes`);
    try {
      this.#file = openUnnamed(this.#fs, this.#dir);
    } catch (cause) {
      const message = `no file can be made in ${this.#dir}: ${(cause as Error).message}`;
      throw new SpillwayError("ERR_SPILLWAY_DEVICE", message, { cause });
    }
    this.#places = places;
    return places.most;
  }

  get bytes(): number {
    return this.#file === undefined ? 0 : (this.#places?.bytes ?? 0);
  }

  tail(): number {
    return this.#file === undefined ? 0 : (this.#places?.tail ?? 0);
  }

  write(segment: number, sequence: number, bytes: Uint8Array): void {
    const { fd, places } = this.#opened();
    const from = places.take(segment, sequence, bytes.length);
    moveAll("write", bytes.length, (done, left) => this.#fs.writeSync(fd, bytes, done, left, from + done));
    if (this.#waits) this.#fs.fdatasyncSync(fd);
  }

  read(segment: number, sequence: number, at: number, target: Uint8Array): void {
    const { fd, places } = this.#opened();
    const from = places.find(segment, sequence, at, target.length);
    moveAll("read", target.length, (done, left) => this.#fs.readSync(fd, target, done, left, from + done));
  }

  drop(segment: number, sequence: number): void {
    const { fd, places } = this.#opened();
    if (places.drop(segment, sequence)) this.#fs.ftruncateSync(fd, places.bytes);
  }

  close(): void {
    const file = this.#file;
    this.#file = undefined;
    file?.close();
  }

  #opened(): { fd: number; places: Places } {
    if (this.#file === undefined || this.#places === undefined) throw new Error("the file is closed");
    return { fd: this.#file.fd, places: this.#places };
  }
}
