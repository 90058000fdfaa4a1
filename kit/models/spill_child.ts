/**
 * spill_child.ts - a process whose pages hold a marker and go to a file, again and again, until it is killed.
 *
 * Arguments: the folder of the file, and whether bodies are sealed ("true"). Prints "spilled" once the file
 * holds something. The marker is CANARY, many times in each page.
 */
import { writeSync } from "node:fs";
import { fileDevice } from "#lib/adapters/file.js";
import { Random } from "../random.js";
import { randomPage, SpillModel } from "./spill_model.js";

/** Bytes that no file may hold. */
export const CANARY = "CANARY-marker-7f3a";

function pageWithCanary(random: Random): Uint8Array {
  const bytes = randomPage(random, 800, 3000);
  const marker = Buffer.from(CANARY);
  for (let at = random.below(100); at + marker.length < bytes.length; at += 100) bytes.set(marker, at);
  return bytes;
}

/** Runs until it is killed, or for `rounds`. */
export function spillForever(dir: string, encrypt: boolean, rounds = Number.POSITIVE_INFINITY): void {
  const model = new SpillModel([fileDevice({ dir, maxBytes: "16MiB", encrypt })]);
  const random = new Random(process.pid);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < 60; i++) model.store(random.below(3000), pageWithCanary(random));
    for (let i = 0; i < 20; i++) model.invalidate(random.below(3000));
    model.log.spill(model.arena);
    model.log.clean(1);
    if (round === 0) writeSync(1, "spilled\n");
  }
  model.log.close();
}

const [, program, dir, encrypt] = process.argv;
if (program?.endsWith("spill_child.js") && dir !== undefined) spillForever(dir, encrypt === "true");
