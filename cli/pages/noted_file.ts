/**
 * noted_file.ts - a file behind a pool that notes what the pool asks it for. So a caller of the pool can tell
 * which of its calls needed the file.
 */
import { type FileDeviceOptions, fileDevice, type SpillDevice } from "../library.js";

/** A file device that notes what it was asked for. */
export class NotedFile implements SpillDevice {
  readonly name: string;
  readonly sync = true;
  readonly encrypt: boolean;
  readonly #device: SpillDevice;
  /** Bytes of segments written and not yet asked for; what was read last, 0 bytes if nothing was. */
  readonly written: number[] = [];
  readSegment = 0;
  readAt = 0;
  readBytes = 0;

  constructor(options: FileDeviceOptions) {
    this.#device = fileDevice(options);
    this.name = this.#device.name;
    this.encrypt = options.encrypt ?? true;
  }

  get bytes(): number {
    return this.#device.bytes ?? 0;
  }

  open(segmentBytes: number): number {
    return this.#device.open(segmentBytes);
  }

  write(segment: number, sequence: number, bytes: Uint8Array): void {
    this.written.push(bytes.length);
    void this.#device.write(segment, sequence, bytes);
  }

  read(segment: number, sequence: number, at: number, target: Uint8Array): void {
    this.readSegment = segment;
    this.readAt = at;
    this.readBytes = target.length;
    void this.#device.read(segment, sequence, at, target);
  }

  drop(segment: number, sequence: number): void {
    void this.#device.drop(segment, sequence);
  }

  close(): void {
    void this.#device.close();
  }
}
