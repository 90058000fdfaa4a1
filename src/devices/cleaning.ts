/**
 * cleaning.ts - gives back what dead bodies take on a device: moves the live bodies of a few segments into
 * one and drops the others.
 *
 * A device that takes more than its ratio of live bytes is cleaned, down to 0.05 below the ratio. Victims are
 * segments with the best score, (1 - u) * age / (1 + u): u is the part of a segment that is live, age counts
 * segments written since (M. Rosenblum and J. K. Ousterhout, The Design and Implementation of a
 * Log-Structured File System, 1992). Survivors go into segments of their own, so that what lives long lies
 * together. Four segments do not count, or a small pool would be cleaned all the time. A file with too much
 * free inside gives up its last segment instead, for only then it can shrink.
 *
 * Which bodies of a segment are live only the records in memory say: one walk of each arena for all victims.
 * Bodies are moved as they are, sealed ones unopened; the arena compares the old location of each.
 *
 * Cost: a walk over all records for each segment that is written; reads and one write.
 */
import { SPILL_VICTIMS_MAX } from "../abi.js";
import { now } from "../base/timers.js";
import { type ArenaSpill, LIST_AT, LIST_STORED, LIST_WORDS } from "./arena_port.js";
import type { Attached } from "./attached.js";
import type { Clock } from "./clock.js";
import type { DeviceFault } from "./faults.js";
import { HELD } from "./segment_table.js";
import type { Segments } from "./segments.js";
import type { Steps } from "./steps.js";

/** Cleaning goes on until a device takes this much less than its ratio. */
const BELOW_RATIO = 0.05;
/**
 * Segments that do not count: of those that hold bodies, and of all that a device takes. The difference is
 * free room inside a file, which the next segments use. Without it each segment of survivors would make the
 * file longer, and the last one be moved to make it shorter: three times the writes.
 */
const EXEMPT = 2;
const EXEMPT_WITH_FREE = 4;
/** Segments that are emptied at a time, at most. */
const VICTIMS_MAX = SPILL_VICTIMS_MAX;
/** Segments whose live bytes are looked up in one go: 60 ns each for every arena. */
const LOOKS = 1024;
/** Milliseconds for which a segment that could not be read is left alone. */
const SHUN_MS = 60_000;

export interface CleanCounts {
  /** Segments that survivors were written into; bodies moved; bytes written for them. */
  segments: number;
  bodies: number;
  bytes: number;
  /** Victims that could not be read. */
  unread: number;
}

interface Ranked {
  segment: number;
  score: number;
}

/** Bodies of one arena, side by side in the new segment from byte `at` on. */
interface Group {
  arena: ArenaSpill;
  list: Uint32Array;
  at: number;
}

/** A live body of a victim. */
interface Survivor {
  arena: ArenaSpill;
  words: Uint32Array;
  /** Its victim, by rank, and the byte where it begins there. */
  rank: number;
  from: number;
  bytes: number;
}

export class Cleaning {
  readonly counts: CleanCounts = { segments: 0, bodies: 0, bytes: 0, unread: 0 };
  readonly #segments: Segments;
  readonly #clock: Clock;
  #cursor = 1;
  #isBusy = false;

  constructor(segments: Segments, clock: Clock) {
    this.#segments = segments;
    this.#clock = clock;
  }

  /** Works for about `budgetMs` milliseconds. Answers how many bodies were moved; never throws by itself. */
  *clean(budgetMs: number): Steps<number> {
    if (this.#isBusy) return 0;
    this.#isBusy = true;
    const until = now() + budgetMs;
    let moved = 0;
    try {
      this.#segments.settle();
      this.#sweep();
      for (const device of this.#segments.devices) {
        if (!(yield* this.#segments.isUp(device))) continue;
        for (let more = true; more && now() < until; ) {
          const bodies = yield* this.#step(device);
          moved += bodies;
          more = bodies > 0;
        }
      }
    } finally {
      this.#isBusy = false;
    }
    return moved;
  }

  /** Looks at the next segments: some may have fallen empty with an arena that was given back. */
  #sweep(): void {
    const { table } = this.#segments;
    const looks = Math.min(LOOKS, table.end - 1);
    for (let i = 0; i < looks; i++) {
      if (this.#cursor >= table.end) this.#cursor = 1;
      this.#segments.dropIfEmpty(this.#cursor);
      this.#cursor += 1;
    }
  }

  /** Fills one segment with survivors, if the device takes too much. Answers how many bodies were moved. */
  *#step(device: Attached): Steps<number> {
    const segments = this.#segments;
    const victims = this.#victims(device);
    if (victims.length === 0 || !device.takes(segments.segmentBytes)) return 0;
    if (!segments.hasRoom(device, 0)) return 0;
    const segment = segments.take(device, true);
    if (segment === 0) return 0;
    const buffer = new Uint8Array(segments.segmentBytes);
    const { groups, bytes } = yield* this.#load(victims, buffer);
    if (bytes === 0) segments.release(segment);
    const isWritten = bytes > 0 && (yield* segments.write(segment, buffer.subarray(0, bytes))) === undefined;
    const moved = isWritten ? this.#relocate(segment, groups, bytes) : 0;
    segments.settle();
    for (const victim of victims) segments.dropIfEmpty(victim);
    return moved;
  }

  // ── choosing ─────────────────────────────────────────────────────────────────────────────────────

  /** The segments to empty, the first one first; none if the device is within its bound. */
  #victims(device: Attached): number[] {
    const segments = this.#segments;
    const { segmentBytes } = segments;
    const most = (device.diskRatio - BELOW_RATIO) * segments.live(device);
    if (segments.held(device) * segmentBytes > most + EXEMPT * segmentBytes) return this.#bestOf(device);
    if (segments.bytes(device) <= most + EXEMPT_WITH_FREE * segmentBytes) return [];
    const tail = device.tail();
    const isOurs = segments.table.state(tail) === HELD && segments.deviceOf(tail) === device;
    return isOurs && !this.#isShunned(tail) ? [tail] : [];
  }

  #isShunned(segment: number): boolean {
    return this.#segments.table.shunned(segment) > this.#clock.now();
  }

  /** Segments of the best score whose live bodies fill one segment. */
  #bestOf(device: Attached): number[] {
    const { segmentBytes } = this.#segments;
    const victims: number[] = [];
    let live = 0;
    for (const { segment } of this.#ranked(device)) {
      if (live >= segmentBytes) break;
      victims.push(segment);
      live += this.#segments.look(segment);
    }
    // One segment alone would only be written again.
    return victims.length > 1 ? victims : [];
  }

  /** The VICTIMS_MAX segments of a device of the best score, by the last look at each; the best one first. */
  #ranked(device: Attached): Ranked[] {
    const { table, segmentBytes } = this.#segments;
    const best: Ranked[] = [];
    for (let segment = 1; segment < table.end; segment++) {
      if (table.state(segment) !== HELD || table.device(segment) !== device.index) continue;
      const u = Math.min(1, table.live(segment) / segmentBytes);
      const age = table.sequence - table.sequenceOf(segment) + 1;
      const score = ((1 - u) * age) / (1 + u);
      const isWorse = best.length === VICTIMS_MAX && score <= (best[VICTIMS_MAX - 1] as Ranked).score;
      if (u === 1 || isWorse || this.#isShunned(segment)) continue;
      let at = best.length;
      while (at > 0 && (best[at - 1] as Ranked).score < score) at -= 1;
      best.splice(at, 0, { segment, score });
      best.length = Math.min(best.length, VICTIMS_MAX);
    }
    return best;
  }

  // ── moving ───────────────────────────────────────────────────────────────────────────────────────

  /** Copies as many survivors into a buffer as it holds; those of the first victims first. */
  *#load(victims: readonly number[], buffer: Uint8Array): Steps<{ groups: Group[]; bytes: number }> {
    const chosen = this.#fitting(this.#survivors(victims));
    const read = new Map<number, Uint8Array>();
    for (const rank of new Set(chosen.map((one) => one.rank))) {
      const ends = chosen.filter((one) => one.rank === rank).map((one) => one.from + one.bytes);
      const bytes = yield* this.#readVictim(victims[rank] as number, Math.max(...ends));
      if (bytes !== undefined) read.set(rank, bytes);
    }
    const groups: Group[] = [];
    let at = 0;
    for (const arena of this.#segments.arenas) {
      const ours = chosen.filter((one) => one.arena === arena && read.has(one.rank));
      const list = new Uint32Array(ours.length * LIST_WORDS);
      if (ours.length > 0) groups.push({ arena, list, at });
      for (const [i, { words, rank, from, bytes }] of ours.entries()) {
        list.set(words, i * LIST_WORDS);
        buffer.set((read.get(rank) as Uint8Array).subarray(from, from + bytes), at);
        at += bytes;
      }
    }
    return { groups, bytes: at };
  }

  /** The live bodies of the victims, in the order of these; each once for every arena that has it. */
  #survivors(victims: readonly number[]): Survivor[] {
    const segments = this.#segments;
    const found: Survivor[] = [];
    for (const arena of segments.arenas) {
      for (const list of this.#collect(arena, victims))
        for (let i = 0; i < list.length; i += LIST_WORDS) {
          const words = list.subarray(i, i + LIST_WORDS);
          const location = words[LIST_AT] as number;
          const rank = victims.indexOf(segments.segmentOf(location));
          const bytes = segments.slotBytes(words[LIST_STORED] as number);
          if (rank >= 0) found.push({ arena, words, rank, from: segments.offsetOf(location), bytes });
        }
    }
    return found.sort((one, other) => one.rank - other.rank || one.from - other.from);
  }

  /** The bodies that an arena has in the victims, a list for as many as one holds. */
  *#collect(arena: ArenaSpill, victims: readonly number[]): Generator<Uint32Array> {
    const room = VICTIMS_MAX * this.#segments.segmentBytes;
    for (let skip = 0; ; ) {
      const count = arena.collect(victims, room, skip);
      if (count === 0) return;
      yield arena.list();
      skip += count;
    }
  }

  #fitting(survivors: readonly Survivor[]): Survivor[] {
    let bytes = 0;
    return survivors.filter((one) => {
      if (bytes + one.bytes > this.#segments.segmentBytes) return false;
      bytes += one.bytes;
      return true;
    });
  }

  /** The first bytes of a victim, up to `end`; undefined if it cannot be read now. */
  *#readVictim(segment: number, end: number): Steps<Uint8Array | undefined> {
    const { table } = this.#segments;
    const sequence = table.sequenceOf(segment);
    const bytes = new Uint8Array(Math.min(table.bytes(segment), end));
    try {
      yield this.#segments.deviceOf(segment).read(segment, sequence, 0, bytes);
    } catch (error) {
      this.counts.unread += 1;
      if (table.sequenceOf(segment) !== sequence) return undefined;
      table.shun(segment, this.#clock.now() + SHUN_MS);
      if ((error as DeviceFault).kind === "lost") this.#segments.lose(segment);
      return undefined;
    }
    return bytes;
  }

  /** Tells the arenas where their bodies lie now. What has changed meanwhile is dead there. */
  #relocate(segment: number, groups: readonly Group[], bytes: number): number {
    const segments = this.#segments;
    let moved = 0;
    for (const { arena, list, at } of groups)
      if (segments.isHere(arena)) moved += arena.relocate(list, segments.location(segment, at));
    this.counts.segments += 1;
    this.counts.bytes += bytes;
    this.counts.bodies += moved;
    segments.look(segment);
    segments.dropIfEmpty(segment);
    return moved;
  }
}
