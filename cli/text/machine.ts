/**
 * machine.ts - what a report was made on: the versions of Spillway and Node, the platform and the processor.
 */
import { arch, cpus, platform } from "node:os";
import { packageVersion } from "../library.js";

/** The first fields of the reports that `measure` and `replay` print. */
export interface Machine {
  /** The version of the library. */
  spillway: string;
  /** The version of Node, such as "v20.19.0". */
  node: string;
  /** Such as "linux x64". */
  platform: string;
  /** The processor's model, or "unknown". */
  cpu: string;
}

export function thisMachine(): Machine {
  return {
    spillway: packageVersion(),
    node: process.version,
    platform: `${platform()} ${arch()}`,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
  };
}

/** One line for people. */
export function machineLine({ spillway, node, platform, cpu }: Machine): string {
  return `spillway ${spillway}, node ${node}, ${platform}, ${cpu}`;
}
