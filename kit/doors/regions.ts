/**
 * regions.ts - a module with doors, and regions of its memory for a test or a bench to work in.
 *
 *   [0, base)     the module's own memory
 *   gap           every byte CANARY
 *   region        its end is the first byte of the next gap; its start is a multiple of 64
 *   gap
 *   ...
 *   behind        ends where memory ends: a source that is put there traps when it is read past its end
 */
import assert from "node:assert/strict";
import { moduleBytes } from "../pools.js";

/** What assembly/doors.ts exports for the codecs, the hash and the slabs. Constants are globals. */
export interface DoorExports extends Record<string, unknown> {
  readonly memory: WebAssembly.Memory;
  door_is_noise(at: number, bytes: number, table: number): number;
  door_encode(source: number, bytes: number, target: number, limit: number, table: number): number;
  door_decode(source: number, bytes: number, target: number, room: number): number;
  door_hash(at: number, bytes: number, scope: number, high: number): number;
  door_fill_detect(at: number, bytes: number): number;
  door_slot_take(bytes: number): number;
  door_slot_give(place: number, bytes: number): void;
  door_grow(wasmPages: number): number;
  door_transform(kind: number, source: number, bytes: number, target: number, back: number): void;
  door_dense_bytes(which: number, pageBytes: number, contentBytes: number): number;
  door_dense_open(training: number, sample: number, room: number): void;
  door_dense_add(training: number, page: number, bytes: number): number;
  door_dense_train(
    training: number,
    version: number,
    dictionary: number,
    contentBytes: number,
    index: number,
    work: number,
  ): number;
  door_dictionary_valid(dictionary: number, bytes: number): number;
  door_dense_index(dictionary: number, index: number): void;
  door_dense_tables(dictionary: number, tables: number): void;
  door_dense_encode(
    page: number,
    pageBytes: number,
    dictionary: number,
    index: number,
    work: number,
    target: number,
    limit: number,
  ): number;
  door_dense_decode(
    source: number,
    bytes: number,
    dictionary: number,
    tables: number,
    target: number,
    pageBytes: number,
    scratch: number,
  ): number;
}

const CANARY = 0xc5;
const CANARIES = Buffer.alloc(2 ** 16, CANARY);
const ALIGN = 64;

/** A fresh instance of a build that has doors. */
export function openDoors(build: "doors" | "verify"): DoorExports {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(build)));
  return exports as unknown as DoorExports;
}

/** A number of assembly/ground/layout.ts, which builds with doors export. */
export function constantOf(exports: DoorExports, name: string): number {
  return (exports[name] as WebAssembly.Global).value;
}

/** Bytes of the regions that the dense codec works in, for pages and a dictionary of at most these sizes. */
export function denseRegions(exports: DoorExports, pageBytes: number, contentBytes: number) {
  const bytes = (which: number) => exports.door_dense_bytes(which, pageBytes, contentBytes);
  return {
    dictionary: DICTIONARY_CONTENT_AT + contentBytes + DICTIONARY_SLACK,
    index: bytes(0),
    work: bytes(1),
    decodeScratch: bytes(2),
    trainScratch: bytes(3),
    tables: bytes(4),
  };
}

/** Where the content of a dictionary starts: docs/FORMAT.md, section 7. */
export const DICTIONARY_CONTENT_AT = 352;
/** Bytes behind a dictionary that a decoder may read. */
const DICTIONARY_SLACK = 16;

/** Regions by name, in memory that the module grew for them. Nothing here makes it grow again. */
export class Regions<Name extends string> {
  /** Addresses. */
  readonly at = {} as Record<Name, number>;
  /** All of linear memory. */
  readonly memory: Buffer;
  /** Where the module's own memory ends. */
  readonly base: number;
  readonly #sizes: Record<Name, number>;
  #before = Buffer.alloc(0);

  /** `behind`: bytes to leave behind the last gap, at the end of memory. */
  constructor(exports: DoorExports, sizes: Record<Name, number>, gap = 0, behind = 0) {
    const names = Object.keys(sizes) as Name[];
    this.#sizes = sizes;
    const bytes = names.reduce((sum, name) => sum + sizes[name] + gap + ALIGN, gap + behind);
    this.base = exports.door_grow(Math.ceil(bytes / constantOf(exports, "WASM_PAGE_BYTES")));
    assert.ok(this.base > 0, "memory for the regions");
    this.memory = Buffer.from(exports.memory.buffer);
    let end = this.base;
    for (const name of names) {
      this.at[name] = Math.ceil((end + gap) / ALIGN) * ALIGN;
      end = this.at[name] + sizes[name];
    }
  }

  /** Where a region ends. */
  endOf(name: Name): number {
    return this.at[name] + this.#sizes[name];
  }

  /** Fills everything but the module's own memory with CANARY, and remembers the module's own memory. */
  guard(): void {
    this.memory.fill(CANARY, this.base);
    this.#before = Buffer.from(this.memory.subarray(0, this.base));
  }

  /** Makes these bytes CANARY again. */
  guardAgain(from: number, to: number): void {
    this.memory.fill(CANARY, from, to);
  }

  /** Fails if the module's own memory has changed since `guard`, or a byte between the regions. */
  assertUntouched(): void {
    const own = this.memory.subarray(0, this.base);
    assert.equal(Buffer.compare(own, this.#before), 0, "the module's own memory was written");
    let end = this.base;
    for (const name of Object.keys(this.#sizes) as Name[]) {
      this.assertCanary(end, this.at[name], name);
      end = this.endOf(name);
    }
  }

  /** Fails if one of these bytes is not CANARY any more. `near` names the place for the message. */
  assertCanary(from: number, to: number, near: string): void {
    for (let at = from; at < to; at += CANARIES.length) {
      const bytes = Math.min(CANARIES.length, to - at);
      if (this.memory.compare(CANARIES, 0, bytes, at, at + bytes) === 0) continue;
      const hurt = at + this.memory.subarray(at, at + bytes).findIndex((byte) => byte !== CANARY);
      assert.fail(`byte ${hurt - this.base} behind the module's own memory was written, near ${near}`);
    }
  }
}
