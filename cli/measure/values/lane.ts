/**
 * lane.ts - a contestant's process as its parent sees it: requests go in, answers come back.
 */
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { fileURLToPath } from "node:url";
import { withProcess } from "../../pages/processes.js";
import { FailedError } from "../../text/failure.js";
import type { Answer, Ask, Done } from "./keeper.js";

/** A process that keeps values. One request at a time. */
export interface Lane {
  ask(request: Ask): Promise<Done>;
}

/** A process of a contestant has ended, or has told of a fault. */
export class LaneError extends FailedError {}

/** Runs `use` with a process for each name, and ends them. */
export async function withLanes<T>(
  names: readonly string[],
  use: (lanes: Lane[]) => Promise<T>,
  lanes: Lane[] = [],
): Promise<T> {
  const name = names[lanes.length];
  if (name === undefined) return await use(lanes);
  const script = fileURLToPath(new URL("./keeper.js", import.meta.url));
  const options = { stdio: ["ignore", "ignore", "ignore", "ipc"] } satisfies SpawnOptions;
  return await withProcess(process.execPath, ["--expose-gc", script], options, (child) =>
    withLanes(names, use, [...lanes, laneOf(name, child)]),
  );
}

function laneOf(name: string, child: ChildProcess): Lane {
  let ended: string | undefined;
  let settle: ((answer: Answer) => void) | undefined;
  child.once("exit", (code, signal) => {
    ended = `the process of ${name} ended early (${signal ?? code}): it may have run out of memory`;
    settle?.({ failed: ended });
  });
  child.on("message", (answer) => settle?.(answer as Answer));
  return {
    async ask(request) {
      if (ended !== undefined) throw new LaneError(ended);
      const answer = await new Promise<Answer>((resolve) => {
        settle = resolve;
        child.send(request, (error) => error && resolve({ failed: `${name}: ${error.message}` }));
      });
      settle = undefined;
      if (ended !== undefined) throw new LaneError(ended);
      if ("failed" in answer) throw new Error(`${name}: ${answer.failed}`);
      return answer.done;
    },
  };
}
