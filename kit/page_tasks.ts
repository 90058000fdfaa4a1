/**
 * page_tasks.ts - how long the tasks of a page's main thread are, by the time that the thread has run.
 *
 * The browser's trace has both that and the time by the clock. On a busy machine the second one tells of the
 * machine: a task waits for a processor, or for a thread that has none. The page marks the phases of its work
 * by `performance.mark("NAME begins")` and `"NAME ends"`.
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
}

export interface PhaseTasks {
  /** Tasks, and those of which the thread has run for more than 50 ms. */
  count: number;
  long: number;
  /** Milliseconds: of the thread, and by the clock. */
  longest: number;
  longestByClock: number;
}

const CATEGORIES = ["toplevel", "blink.user_timing"];
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
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      ph === "X" &&
      name.endsWith("::RunTask") &&
      pid === from.pid &&
      tid === from.tid &&
      ts >= from.ts &&
      ts <= to.ts,
  );
  // Without a clock of threads the clock must do.
  const ran = tasks.map(({ dur = 0, tdur = dur }) => tdur);
  return {
    count: tasks.length,
    long: ran.filter((us) => us > LONG_US).length,
    longest: Math.max(0, ...ran) / 1000,
    longestByClock: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1000,
  };
}
