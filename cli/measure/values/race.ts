/**
 * race.ts - sends all contestants over the same values.
 *
 * They take turns of a mebibyte, one process at work at a time, so that any disturbance of the machine
 * affects all of them, and another one begins each round. Three passes: values are set in their order, got in
 * another order, and, once the SpillMaps have recompressed their pages, got in a third one.
 *
 * Memory is measured in further processes, one after the other, that do nothing but set the values. One more
 * keeps none of them: what another has beyond that one is what it takes to keep them.
 */

import { shuffled } from "../../pages/random.js";
import type { Progress } from "../../text/progress.js";
import type { Entrant } from "./entrants.js";
import type { Ask, Done, Ending, Memory } from "./keeper.js";
import type { KeeperSpec, Kept } from "./keepers.js";
import { type Lane, withLanes } from "./lane.js";

/** What a contestant's process told. */
export interface Course {
  entrant: Entrant;
  /** Before the first value, with all values, and after the rest. */
  empty: Kept | null;
  full: Kept | null;
  rested: Kept | null;
  ending: Ending;
  /** Null where so few values are kept that other memory of a process hides them. */
  memory: MemoryOfCourse | null;
}

interface MemoryOfCourse {
  full: Memory;
  rested: Memory;
}

export interface Result {
  courses: Course[];
  /** Memory of a process that reads all values and keeps none; null as that of the courses. */
  control: Memory | null;
}

export interface Track {
  /** Folder of the spool. */
  folder: string;
  /** Where each record begins, and where the last one ends. */
  offsets: Float64Array;
  seed: number;
}

const ROUND_BYTES = 2 ** 20;
const ROUND_VALUES = 512;
/** Of fewer bytes of values the memory is not measured. */
const MEMORY_BYTES_MIN = 2 ** 20;

/** Runs all entrants that are present. */
export async function race(entrants: readonly Entrant[], track: Track, progress: Progress): Promise<Result> {
  const present = entrants.filter(({ absent }) => absent === null);
  const names = present.map(({ name }) => name);
  const told = await withLanes(names, (lanes) => new Race(present, lanes, track, progress).run());
  const isMuch = (track.offsets.at(-1) as number) >= MEMORY_BYTES_MIN;
  const memory = isMuch ? await memoryOfAll(present, track, progress) : [];
  const courses = told.map((one, i) => ({ ...one, memory: memory[i] ?? null }));
  return { courses, control: memory[present.length]?.full ?? null };
}

class Race {
  readonly #entrants: readonly Entrant[];
  readonly #lanes: readonly Lane[];
  readonly #track: Track;
  readonly #progress: Progress;

  constructor(entrants: readonly Entrant[], lanes: readonly Lane[], track: Track, progress: Progress) {
    this.#entrants = entrants;
    this.#lanes = lanes;
    this.#track = track;
    this.#progress = progress;
  }

  async run(): Promise<Omit<Course, "memory">[]> {
    const { folder, seed, offsets } = this.#track;
    const count = offsets.length - 1;
    const kept = () => this.#each("counting", () => ({ verb: "kept" }));
    this.#progress.stage("warming up", 1);
    const open = { verb: "open", folder, seed, isWarm: true } as const;
    const entered = this.#entrants.map(({ spec }, i) => (this.#lanes[i] as Lane).ask({ ...open, spec }));
    for (const one of await Promise.allSettled(entered)) if (one.status === "rejected") throw one.reason;
    const empty = await kept();
    await this.#pass("setting", "set", inOrder(count));
    const full = await kept();
    await this.#pass("getting", "get", shuffled(count, seed));
    await this.#each("recompressing", () => ({ verb: "rest" }));
    const rested = await kept();
    await this.#pass("getting rested values", "get", shuffled(count, seed + 1), true);
    const endings = await this.#each("counting", (_, i) => ({ verb: "end", withSizes: i === 0 }));
    return this.#entrants.map((entrant, i) => ({
      entrant,
      empty: empty[i] as Kept | null,
      full: full[i] as Kept | null,
      rested: rested[i] as Kept | null,
      ending: endings[i] as Ending,
    }));
  }

  /** Asks each lane once. */
  async #each(label: string, request: (entrant: Entrant, i: number) => Ask): Promise<Done[]> {
    this.#progress.stage(label, this.#lanes.length);
    const answers: Done[] = [];
    for (const [i, lane] of this.#lanes.entries()) {
      answers.push(await lane.ask(request(this.#entrants[i] as Entrant, i)));
      this.#progress.step(1);
    }
    return answers;
  }

  /** Sends the lanes over all values, in turns. */
  async #pass(label: string, verb: "set" | "get", order: Uint32Array, isRested = false): Promise<void> {
    this.#progress.stage(label, order.length);
    let first = 0;
    for (const { from, to } of rounds(order, this.#track.offsets)) {
      for (let i = 0; i < this.#lanes.length; i++) {
        const which = (first + i) % this.#lanes.length;
        const { isHot } = this.#entrants[which] as Entrant;
        await (this.#lanes[which] as Lane).ask({ verb, from, to, isRested, isHot });
      }
      first += 1;
      this.#progress.step(to - from);
    }
  }
}

const inOrder = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);

/** The memory of each entrant, and, the last one, of a process that keeps nothing. */
async function memoryOfAll(
  entrants: readonly Entrant[],
  track: Track,
  progress: Progress,
): Promise<MemoryOfCourse[]> {
  const specs = [...entrants.map(({ name, spec }) => ({ name, spec })), CONTROL];
  progress.stage("looking at memory", specs.length);
  const all: MemoryOfCourse[] = [];
  for (const { name, spec } of specs) {
    all.push(await withLanes([name], ([lane]) => memoryOf(lane as Lane, spec, track)));
    progress.step(1);
  }
  return all;
}

const CONTROL: { name: string; spec: KeeperSpec } = { name: "nothing", spec: { kind: "none" } };

async function memoryOf(lane: Lane, spec: KeeperSpec, track: Track): Promise<MemoryOfCourse> {
  const { folder, seed, offsets } = track;
  await lane.ask({ verb: "open", spec, folder, seed, isWarm: false });
  for (const { from, to } of rounds(inOrder(offsets.length - 1), offsets))
    await lane.ask({ verb: "set", from, to, isRested: false, isHot: false });
  const full = (await lane.ask({ verb: "memory" })) as Memory;
  await lane.ask({ verb: "rest" });
  return { full, rested: (await lane.ask({ verb: "memory" })) as Memory };
}

/** Rounds of an order: as many values as take ROUND_BYTES, at most ROUND_VALUES, at least one. */
function* rounds(order: Uint32Array, offsets: Float64Array): Generator<{ from: number; to: number }> {
  for (let from = 0; from < order.length; ) {
    let to = from;
    for (let bytes = 0; to < order.length && to - from < ROUND_VALUES && bytes < ROUND_BYTES; to++) {
      const index = order[to] as number;
      bytes += (offsets[index + 1] as number) - (offsets[index] as number);
    }
    yield { from, to };
    from = to;
  }
}
