/**
 * memory_device.ts - owns a device in memory: for tests, with a script of what each call does.
 *
 * It keeps what it is given in arrays, so it saves nothing. What it is for: to see what a pool does when a
 * device is full, fails, lies, or does not answer.
 */
import { rangeError, typeError } from "../../base/errors.js";
import type { SpillDevice } from "../../base/options/device.js";
import { deadlineOr, diskRatioOr, encryptOr, writeBudgetOr } from "../../base/options/device.js";
import { bytesOr, flagOr, nameOr, type Reader, readTable } from "../../base/options/parse.js";

/** One call of a device: the verb, how many calls of that verb there were, from 1 on, and its arguments. */
export interface DeviceCall {
  verb: "write" | "read" | "drop";
  count: number;
  segment: number;
  sequence: number;
  /** Of a read: the first byte. Of a write: 0. */
  at: number;
  /** Bytes asked for, or handed over. */
  bytes: number;
}

/**
 * What a call does instead of its work.
 *
 * - `"full"`, `"lost"`: throws such an error. `{ error }`: throws that.
 * - `{ short }`: does its work for so many bytes only, and says that it is done.
 * - `"wrong"`: flips a bit of each byte that is read or written. `"old"`: reads what the segment with that
 *   number held before.
 * - `"late"`: does its work when `release()` is called; `{ late }`: does that then. `"never"`: never answers.
 *   All for asynchronous devices.
 */
export type DeviceAct = PromptAct | "late" | "never" | { late: PromptAct };

/** What a call does once it does anything. */
export type PromptAct = "full" | "lost" | "wrong" | "old" | { error: unknown } | { short: number };

export interface MemoryDeviceOptions {
  /** For messages. Default: "memory". */
  name?: string;
  /** Bytes of segments that it may hold: a number, or a string such as "64MiB". Default: 64 MiB. */
  maxBytes?: number | string;
  /** Whether it answers at once (default), or by promises. */
  sync?: boolean;
  /** Whether bodies are sealed before they get there (default true). */
  encrypt?: boolean;
  /** As of any device. */
  diskRatio?: number;
  writeBudget?: number;
  deadlineMs?: number;
  /** Says what a call does; undefined: its work. */
  script?: (call: DeviceCall) => DeviceAct | undefined;
}

/** A device in memory, and what a test may want to see of it. */
export interface MemoryDevice extends SpillDevice {
  /** Calls so far. */
  readonly calls: readonly DeviceCall[];
  /** The segments that it has, by number: their bytes may be changed. */
  readonly segments: ReadonlyMap<number, Uint8Array>;
  /** Lets all calls that are late do their work. */
  release(): void;
}

type Script = NonNullable<MemoryDeviceOptions["script"]>;

const OPTIONS = {
  name: nameOr("memory"),
  maxBytes: bytesOr(64 * 2 ** 20),
  sync: flagOr(true),
  encrypt: encryptOr,
  diskRatio: diskRatioOr,
  writeBudget: writeBudgetOr,
  deadlineMs: deadlineOr,
  script: (what, value) => {
    if (value !== undefined && typeof value !== "function") throw typeError(what, "a function", value);
    return value as Script | undefined;
  },
} satisfies Record<keyof MemoryDeviceOptions, Reader<unknown>>;

/** memoryDevice of ../device_test.ts. */
export function makeMemoryDevice(options: MemoryDeviceOptions): MemoryDevice {
  return new Memory(readTable("memory device options", options, OPTIONS).values);
}

type Checked = ReturnType<typeof readTable<typeof OPTIONS>>["values"];

interface Segment {
  sequence: number;
  bytes: Uint8Array;
}

class Memory implements MemoryDevice {
  readonly name: string;
  readonly sync: boolean;
  readonly encrypt: boolean;
  readonly diskRatio: number;
  readonly writeBudget: number;
  readonly deadlineMs: number;
  readonly calls: DeviceCall[] = [];
  readonly #maxBytes: number;
  readonly #script: Script | undefined;
  readonly #kept = new Map<number, Segment>();
  /** What segments held before they were dropped or written again, by number. */
  readonly #old = new Map<number, Uint8Array>();
  readonly #late: (() => void)[] = [];
  readonly #counts = { write: 0, read: 0, drop: 0 };
  #most = 0;

  constructor(options: Checked) {
    this.name = options.name;
    this.sync = options.sync;
    this.encrypt = options.encrypt;
    this.diskRatio = options.diskRatio;
    this.writeBudget = options.writeBudget;
    this.deadlineMs = options.deadlineMs;
    this.#maxBytes = options.maxBytes;
    this.#script = options.script;
  }

  get segments(): ReadonlyMap<number, Uint8Array> {
    return new Map([...this.#kept].map(([segment, { bytes }]) => [segment, bytes]));
  }

  open(segmentBytes: number): number {
    this.#most = Math.floor(this.#maxBytes / segmentBytes);
    if (this.#most < 1) throw rangeError("maxBytes", `${segmentBytes} bytes or more`, this.#maxBytes);
    return this.#most;
  }

  write(segment: number, sequence: number, bytes: Uint8Array): void | Promise<void> {
    return this.#do("write", { segment, sequence, at: 0, bytes: bytes.length }, (act) => {
      if (this.#kept.size >= this.#most && !this.#kept.has(segment)) throw fault("full");
      this.#forget(segment);
      const copy = bytes.slice(0, shortOf(act));
      if (act === "wrong") flip(copy);
      this.#kept.set(segment, { sequence, bytes: copy });
    });
  }

  read(segment: number, sequence: number, at: number, target: Uint8Array): void | Promise<void> {
    return this.#do("read", { segment, sequence, at, bytes: target.length }, (act) => {
      const kept = this.#kept.get(segment);
      if (kept === undefined || kept.sequence !== sequence) throw fault("lost");
      const source = act === "old" ? (this.#old.get(segment) ?? new Uint8Array(0)) : kept.bytes;
      const bytes = source.subarray(at, at + Math.min(target.length, shortOf(act)));
      if (act === undefined && bytes.length < target.length)
        throw new Error("a read beyond the segment's end");
      target.set(bytes);
      if (act === "wrong") flip(target);
    });
  }

  drop(segment: number, sequence: number): void | Promise<void> {
    return this.#do("drop", { segment, sequence, at: 0, bytes: 0 }, () => {
      if (this.#kept.get(segment)?.sequence === sequence) this.#forget(segment);
    });
  }

  close(): void {
    this.#kept.clear();
    this.#old.clear();
  }

  release(): void {
    for (const late of this.#late.splice(0)) late();
  }

  #forget(segment: number): void {
    const kept = this.#kept.get(segment);
    if (kept !== undefined) this.#old.set(segment, kept.bytes);
    this.#kept.delete(segment);
  }

  #do(
    verb: DeviceCall["verb"],
    call: Omit<DeviceCall, "verb" | "count">,
    work: (act: DeviceAct | undefined) => void,
  ): void | Promise<void> {
    this.#counts[verb] += 1;
    const count = this.#counts[verb];
    this.calls.push({ verb, count, ...call });
    const said = this.#script?.({ verb, count, ...call });
    const isLate = said === "late" || (typeof said === "object" && "late" in said);
    const act = typeof said === "object" && "late" in said ? said.late : said;
    const run = () => {
      if (act === "full" || act === "lost") throw fault(act);
      if (typeof act === "object" && "error" in act) throw act.error;
      work(act === "late" ? undefined : act);
    };
    if (this.sync) return run();
    if (act === "never") return new Promise(() => {});
    if (!isLate) return Promise.resolve().then(run);
    return new Promise<void>((resolve) => this.#late.push(() => resolve())).then(run);
  }
}

function fault(kind: "full" | "lost"): Error {
  return Object.assign(new Error(`the script says ${kind}`), { kind });
}

function shortOf(act: DeviceAct | undefined): number {
  return typeof act === "object" && "short" in act ? act.short : Number.POSITIVE_INFINITY;
}

function flip(bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) bytes[i] = (bytes[i] as number) ^ 1;
}
