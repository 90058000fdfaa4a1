/**
 * prepared.mjs - what the jobs of `proof target` are given, made once before all contestants and kept in a
 * file: tiles, with the time that rendering each took, and sessions as texts.
 *
 * The file is cached for the group of the process that wrote it, so no contestant is charged for it.
 */
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { makeTile } from "#kit/tiles.js";
import { sessionOf } from "../values/sessions_values.mjs";

const SEED = 1;
const kindOf = (number) => (number % 2 === 0 ? "vector" : "pixels");

const MAKERS = {
  tiles: (number) => makeTile(SEED, kindOf(number), number),
  sessions: (number) => Buffer.from(JSON.stringify(sessionOf(number, 0, SEED))),
};

/** Whether a job is given something. */
export const isPrepared = (job) => job in MAKERS;

/** Writes `count` items of a job to a file, and beside it where each ends and how long it took to make. */
export function prepare(job, count, path) {
  const ends = new Float64Array(count);
  const times = new Float64Array(count);
  const file = openSync(path, "w");
  let end = 0;
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const bytes = MAKERS[job](i);
    times[i] = performance.now() - start;
    writeSync(file, bytes);
    end += bytes.length;
    ends[i] = end;
  }
  closeSync(file);
  writeFileSync(`${path}.ends`, ends);
  writeFileSync(`${path}.times`, times);
}

/** The items of such a file, by number. */
export class Prepared {
  #file;
  #ends;
  #times;

  constructor(path) {
    this.#file = openSync(path, "r");
    [this.#ends, this.#times] = [`${path}.ends`, `${path}.times`].map((one) => {
      const { buffer, byteOffset, byteLength } = readFileSync(one);
      return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
    });
  }

  /** The bytes of an item, in memory of their own. */
  read(number) {
    const from = number === 0 ? 0 : this.#ends[number - 1];
    const bytes = Buffer.allocUnsafeSlow(this.#ends[number] - from);
    readSync(this.#file, bytes, 0, bytes.length, from);
    return bytes;
  }

  /** The milliseconds that making it took. */
  ms(number) {
    return this.#times[number];
  }
}
