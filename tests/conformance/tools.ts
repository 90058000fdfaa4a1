/**
 * tools.ts - what the checks of the suite are written with: assertions, pages, randomness. No test runner and
 * nothing of a host but what every host has.
 */
import type * as spillway from "spillway";

/** Parts of a host that some hosts lack. Checks that need one are not applicable there. */
export type Part = "clones" | "files" | "opfs" | "seal";

/** The public files, as the host has loaded them. */
export interface Library {
  spillway: typeof spillway;
  deviceTest: typeof import("spillway/device-test");
  file: typeof import("spillway/file");
  keyv: typeof import("spillway/keyv");
  metrics: typeof import("spillway/metrics");
  opfs: typeof import("spillway/opfs");
  unstorage: typeof import("spillway/unstorage");
}

/** What the runner tells a host. */
export interface Settings {
  seed: number;
  /** Images of pools with the contents of formats.ts, in base64, by the name of the host that wrote them. */
  images: Readonly<Record<string, string>>;
  /** A folder in which files may be made, where the host may do so. */
  folder: string;
  /** Parts that this host lacks, each with the reason. */
  lacks: Readonly<Partial<Record<Part, string>>>;
}

export interface Surroundings extends Library {
  settings: Settings;
  /** Takes bytes out of the host, for others to read. */
  hand(name: string, bytes: Uint8Array): void;
}

export interface Check {
  name: string;
  needs?: Part;
  /** Throws, in words, what is wrong. */
  run(host: Surroundings): void | Promise<void>;
}

/** mulberry32 (T. Ettinger), as in kit/random.ts, which a host without bundler cannot import. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** An integer from 0 to `bound` - 1. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * bound);
  }

  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at++) bytes[at] = this.below(256);
    return bytes;
  }
}

// ── assertions ─────────────────────────────────────────────────────────────────────────────────────

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export function equal(found: unknown, wanted: unknown, what: string): void {
  if (!Object.is(found, wanted)) throw new Error(`${what}: ${String(found)}, not ${String(wanted)}`);
}

export function sameBytes(found: Uint8Array | undefined, wanted: Uint8Array, what: string): void {
  if (found === undefined) throw new Error(`${what}: not here`);
  equal(found.length, wanted.length, `${what}: length`);
  for (let at = 0; at < wanted.length; at++)
    if (found[at] !== wanted[at]) throw new Error(`${what}: byte ${at} is ${found[at]}, not ${wanted[at]}`);
}

/** Plain data by its JSON. */
export function sameJson(found: unknown, wanted: unknown, what: string): void {
  equal(JSON.stringify(found), JSON.stringify(wanted), what);
}

/** What a call throws or rejects with; it must have this code. */
export async function fails(code: string, call: () => unknown, what = code): Promise<unknown> {
  let error: unknown;
  try {
    await call();
  } catch (thrown) {
    error = thrown;
  }
  if (error === undefined) throw new Error(`${what}: nothing was thrown`);
  const found = (error as { code?: unknown }).code;
  if (found !== code) throw new Error(`${what}: ${String(found)} ${String(error)}, not ${code}`);
  return error;
}

// ── pages ──────────────────────────────────────────────────────────────────────────────────────────

export const PAGE = 4096;

/** A page of words, which compresses; `n` tells it from others. */
export function text(n: number, length = PAGE): Uint8Array {
  const words = new TextEncoder().encode(`page ${n} has ${n * 7919} words of ${n % 13} kinds; `);
  const page = new Uint8Array(length);
  for (let at = 0; at < length; at += words.length) page.set(words.subarray(0, length - at), at);
  for (let at = 0; at < length; at += 509) page[at] = n;
  return page;
}

/** A page that does not compress. */
export function noise(n: number, length = PAGE): Uint8Array {
  const page = new Uint8Array(length);
  // xorshift32 (Marsaglia, 2003): it makes most of the pages of the suite, so it is a quick one.
  let state = Math.imul(n + 1, 2654435761) | 1;
  for (let at = 0; at < length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    page[at] = state;
  }
  return page;
}

/** Pages of all kinds of body: same-filled, words, noise, numbers, half empty. */
export function pageOf(n: number, length = PAGE): Uint8Array {
  if (n % 5 === 0) return new Uint8Array(length).fill(n);
  if (n % 5 === 1) return text(n, length);
  if (n % 5 === 2) return noise(n, length);
  const page = new Uint8Array(length);
  if (n % 5 === 3) for (let at = 0; at < length; at += 8) page[at] = at / 8 + n;
  else page.set(noise(n, length >>> 2));
  return page;
}

export type Pool = spillway.Spillway;
export type Swap = spillway.Frontswap;

/** A small pool with one area open, and a short way to load. */
export function openPool(
  { spillway: { Spillway } }: Library,
  options: Partial<spillway.SpillwayOptions> = {},
) {
  const pool = Spillway.openSync({ maxBytes: "4MiB", ...options });
  const swap = pool.frontswap({ name: "swap" });
  swap.init(0);
  const load = (offset: number): Uint8Array | undefined => {
    const target = new Uint8Array(pool.pageSize);
    const length = swap.loadBytes(0, offset, target);
    return length === 0 ? undefined : target.subarray(0, length);
  };
  /** Ends the pool; all of it must add up. */
  const close = () => {
    equal(pool.selfCheck(), 0, "selfCheck");
    pool.close();
  };
  return { pool, swap, load, close };
}

/** Stores noise from offset 1,000,000 on until a store is refused; how many were kept. */
export function fillUp(swap: Swap): number {
  let kept = 0;
  while (swap.store(0, 1_000_000 + kept, noise(kept))) {
    kept += 1;
    ok(kept < 100_000, "a pool without end");
  }
  return kept;
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** All bytes of a stream. */
export async function drained(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    parts.push(step.value);
    length += step.value.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
