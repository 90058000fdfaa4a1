/**
 * pin.ts - binds this thread, and the processes it starts from now on, to one processor.
 *
 * Two processes that take turns otherwise often run on two processors. On a shared machine these may differ
 * in speed by a third for seconds, which then looks like a difference between the processes. Only the calling
 * thread is bound, so V8 goes on compiling on the other processors.
 */
import { spawnSync } from "node:child_process";
import { statFields } from "../../pages/proc.js";

/** Index of the processor that a process last ran on, in statFields. */
const PROCESSOR_FIELD = 36;

/** The processor's number, or undefined where this cannot be done: not on Linux, or without `taskset`. */
export function pinToOneProcessor(): number | undefined {
  if (process.platform !== "linux") return undefined;
  const processor = statFields(process.pid)[PROCESSOR_FIELD] as string;
  const { status } = spawnSync("taskset", ["-p", "-c", processor, `${process.pid}`], { stdio: "ignore" });
  return status === 0 ? Number(processor) : undefined;
}
