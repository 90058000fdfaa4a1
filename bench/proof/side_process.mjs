/**
 * side_process.mjs - runs one contestant in a process of its own, in a control group of its own.
 *
 * The side gets its task as an argument, and sends `{ base }` once its own data stand, then `{ result }`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { MIB } from "./harness.mjs";
import { dropGroup, groupBytes, groupPeak, makeGroup } from "./memory_group.mjs";

const SAMPLE_EVERY = 100;
const SAMPLES = 60;
/** Seconds that a run may take: one that has far too little memory reads for hours. */
export const PATIENCE_S = 180;
/** Most bytes of a heap of JavaScript: half a million values as texts are near the default. */
const HEAP_MIB = 8192;

export const mib = (bytes) => Number((bytes / MIB).toFixed(1));

/** A control group is there for whom may make one. */
export function canGroup() {
  const group = makeGroup(`spillway-${process.pid}-try`);
  if (group !== undefined) dropGroup(group);
  return group !== undefined;
}

/** How memory is counted here. */
export const counting = () => (canGroup() ? "control group" : "RSS and fincore");

/**
 * One run: what the side sent. `killed`: the system ended it at its limit, in bytes. `late`: it was not done
 * within PATIENCE_S.
 */
export async function runSide(side, task, limit) {
  const folder = mkdtempSync(join(tmpdir(), "spillway-proof-"));
  const group = makeGroup(`spillway-${process.pid}-${Math.round(performance.now())}`, limit);
  try {
    return await inProcess(side, { ...task, folder, group }, group, limit);
  } finally {
    if (group !== undefined) await dropped(group);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inProcess(side, task, group, limit) {
  const node = [process.execPath, "--expose-gc", `--max-old-space-size=${HEAP_MIB}`, fileURLToPath(side)];
  const enter = group ? `echo $$ > ${group.path}/cgroup.procs; ` : "";
  const args = ["-c", `${enter}exec "$0" "$@"`, ...node, JSON.stringify(task)];
  const stdio = ["ignore", "inherit", "pipe", "ipc"];
  const child = spawn("sh", args, { stdio });
  const series = new Series(() => (group ? sumOf(groupBytes(group)) : undefined));
  let result;
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  child.on("message", (message) => {
    if ("base" in message) series.start();
    else result = message.result;
  });
  let late = false;
  const patience = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, 1000 * PATIENCE_S);
  const [code, signal] = await new Promise((resolve) => child.once("close", (...how) => resolve(how)));
  clearTimeout(patience);
  const samples = series.stop();
  if (result !== undefined && code === 0)
    return { ...result, peak: group ? groupPeak(group) : result.peakRss, samples };
  if (late) return { late: true };
  if (limit !== undefined && signal === "SIGKILL") return { killed: true };
  throw new Error(`${JSON.stringify(task)}: ended with ${signal ?? code}\n${said}`);
}

const sumOf = ({ own, cache }) => own + cache;

/** The kernel lets a group go a moment after its last process. */
async function dropped(group) {
  for (let tries = 0; ; tries++) {
    try {
      dropGroup(group);
      return;
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Memory over time, thinned out: pairs of milliseconds and MiB. */
class Series {
  #look;
  #all = [];
  #timer;

  constructor(look) {
    this.#look = look;
  }

  start() {
    const began = performance.now();
    this.#timer = setInterval(() => {
      const bytes = this.#look();
      if (bytes !== undefined) this.#all.push([Math.round(performance.now() - began), mib(bytes)]);
    }, SAMPLE_EVERY);
  }

  stop() {
    clearInterval(this.#timer);
    const step = Math.max(1, Math.ceil(this.#all.length / SAMPLES));
    return this.#all.filter((_, i) => i % step === 0);
  }
}
