/**
 * pin.ts - keeps this process and the children it starts from now on to one processor.
 *
 * Two processes that take turns are otherwise often on two processors, and on a shared machine these may run at speeds a
 * third apart for seconds, which then passes for a difference of what they run. Only the thread that calls is bound, so
 * that V8 goes on compiling on the others.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Fields of /proc/self/stat behind the name in parentheses, and among them the processor last run on. */
const PROCESSOR_FIELD = 36;

/** The number of the processor, or undefined where this cannot be done: not Linux, or no `taskset` there. */
export function pinToOneProcessor(): number | undefined {
  if (process.platform !== "linux") return undefined;
  const stat = readFileSync("/proc/self/stat", "latin1");
  const processor = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[PROCESSOR_FIELD] as string;
  const { status } = spawnSync("taskset", ["-p", "-c", processor, `${process.pid}`], { stdio: "ignore" });
  return status === 0 ? Number(processor) : undefined;
}
