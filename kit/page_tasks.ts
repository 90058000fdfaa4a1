/**
 * page_tasks.ts - how long the tasks of a page's main thread are, by the time that the thread has run.
 *
 * The browser's trace has both that and the time by the clock. On a busy machine the second one tells of the
 * machine: a task waits for a processor, or for a thread that has none. The first one is coarse where the
 * processor is a virtual one, and may exceed the second: the smaller of the two counts. The page marks the
 * phases of its work by `performance.mark("NAME begins")` and `"NAME ends"`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openChromium } from "./chromium.js";
import { scratchFolder } from "./scratch_folder.js";

interface Event {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Microseconds for which the thread has run. */
  tdur?: number;
  args?: { src_file?: string };
}

export interface PhaseTasks {
  /** Tasks, and those of which the thread has run for more than 50 ms. */
  count: number;
  long: number;
  /** Milliseconds: of the thread, and by the clock. */
  longest: number;
  /** The same without collections of garbage. */
  longestOfScript: number;
  longestByClock: number;
}

const CATEGORIES = ["toplevel", "blink.user_timing", "devtools.timeline"];
const COLLECTIONS = ["MajorGC", "MinorGC"];
/** Tasks that V8 posts to sweep its heaps bit by bit. */
const SWEEPS = /^v8\/src\/heap\//;
const LONG_US = 50_000;

/** Opens a page in Chromium, and traces it until `done`. Answers its tasks by phase. */
export async function pageTasks(url: string, done: Promise<unknown>): Promise<(phase: string) => PhaseTasks> {
  const path = join(scratchFolder(), "trace.json");
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await browser.startTracing(page, { path, categories: CATEGORIES });
    await page.goto(url);
    await done;
    await browser.stopTracing();
  } finally {
    await browser.close();
  }
  const { traceEvents } = JSON.parse(readFileSync(path, "utf8")) as { traceEvents: Event[] };
  return (phase) => tasksOf(traceEvents, phase);
}

function tasksOf(events: readonly Event[], phase: string): PhaseTasks {
  const mark = (name: string) => {
    const event = events.find((one) => one.name === name);
    if (event === undefined) throw new Error(`the page has no mark ${name}`);
    return event;
  };
  const [from, to] = [mark(`${phase} begins`), mark(`${phase} ends`)];
  const here = events.filter(
    ({ ph, pid, tid, ts }) =>
      ph === "X" && pid === from.pid && tid === from.tid && ts >= from.ts && ts <= to.ts,
  );
  const tasks = here.filter(({ name }) => name.endsWith("::RunTask"));
  const collections = here.filter(({ name }) => COLLECTIONS.includes(name));
  const ran = tasks.map(ranFor);
  const ofScript = tasks.map((task) => {
    if (SWEEPS.test(task.args?.src_file ?? "")) return 0;
    const within = collections.filter(({ ts }) => ts >= task.ts && ts <= task.ts + (task.dur ?? 0));
    return ranFor(task) - within.reduce((sum, one) => sum + ranFor(one), 0);
  });
  return {
    count: tasks.length,
    long: ran.filter((us) => us > LONG_US).length,
    longest: Math.max(0, ...ran) / 1000,
    longestOfScript: Math.max(0, ...ofScript) / 1000,
    longestByClock: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1000,
  };
}

/** Microseconds. Without a clock of threads the clock must do. */
function ranFor({ dur = 0, tdur = dur }: Event): number {
  return Math.min(dur, tdur);
}
