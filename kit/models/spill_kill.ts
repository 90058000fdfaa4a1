/**
 * spill_kill.ts - kills a process that spills to a file at a random moment, and looks at what it leaves.
 *
 * While it is stopped its file is read through /proc, as root of the machine could: it must hold something,
 * and no byte of a page. Once it is killed the folder must be empty. On a file system of its own all of its
 * space must be free again.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, readlinkSync, statfsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Random } from "../random.js";
import { CANARY } from "./spill_child.js";

const CHILD = fileURLToPath(new URL("./spill_child.js", import.meta.url));

export interface KillResult {
  /** Bytes of the file when its process was stopped; 0 if there was none yet. */
  bytes: number;
  /** Markers in it. */
  canaries: number;
  /** Names in the folder while the process ran, and afterwards. */
  names: string[];
  left: string[];
  /** Blocks of the file system that are not free as they were before. */
  blocks: number;
}

/** One process and its end. `early` kills it at any moment from its start on, else after the first spill. */
export async function killOne(
  dir: string,
  random: Random,
  encrypt: boolean,
  early: boolean,
): Promise<KillResult> {
  const before = statfsSync(dir).bfree;
  const child = spawn(process.execPath, [CHILD, dir, String(encrypt)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    if (!early) await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, random.below(early ? 400 : 150)));
    child.kill("SIGSTOP");
    await stopped(child.pid as number);
    const files = filesOf(child.pid as number, dir);
    const names = readdirSync(dir);
    child.kill("SIGKILL");
    await ended;
    return {
      bytes: files.reduce((sum, file) => sum + file.length, 0),
      canaries: files.reduce((sum, file) => sum + count(file), 0),
      names,
      left: readdirSync(dir),
      blocks: before - statfsSync(dir).bfree,
    };
  } finally {
    child.kill("SIGKILL");
  }
}

/** Resolves when the kernel has stopped a process: its calls are then whole or not begun. */
async function stopped(pid: number): Promise<void> {
  for (let i = 0; i < 1000; i++) {
    const state = /^State:\t(\w)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    if (state === "T" || state === "Z") return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  assert.fail("the process does not stop");
}

/** What the files of a process in a folder hold. */
function filesOf(pid: number, dir: string): Buffer[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    const path = `/proc/${pid}/fd/${fd}`;
    try {
      const target = readlinkSync(path);
      return target.startsWith(dir) && target !== dir ? [readFileSync(path)] : [];
    } catch {
      return [];
    }
  });
}

function count(file: Buffer): number {
  let found = 0;
  for (let at = file.indexOf(CANARY); at >= 0; at = file.indexOf(CANARY, at + 1)) found += 1;
  return found;
}
