/**
 * host.ts - what is needed of a host, looked for when it is needed. To import the package nothing is: a page, a worker, a bare
 * context of node:vm may do so and never open a pool.
 */
import { SpillwayError } from "./errors.js";

/** Parts of a host that are not in every one, by their names, and what to do without them. */
const PARTS = {
  WebAssembly: "Node has none with --jitless",
  "crypto.getRandomValues": "the secret of the page hash is drawn from it",
  "performance.now": undefined,
  atob: "the option wasm does without",
  setTimeout: undefined,
  setInterval: "autoShrink: false does without",
  WeakRef: undefined,
  ReadableStream: undefined,
} satisfies Record<string, string | undefined>;

export type HostPart = keyof typeof PARTS;

function has(part: string): boolean {
  let at: unknown = globalThis;
  for (const name of part.split(".")) at = (at as Record<string, unknown> | null | undefined)?.[name];
  return at !== undefined && at !== null;
}

/** Throws ERR_SPILLWAY_UNSUPPORTED, which names every one of these parts that the host lacks. `what` needs them. */
export function needHost(what: string, parts: readonly HostPart[]): void {
  const missing = parts.filter((part) => !has(part));
  if (missing.length === 0) return;
  const named = missing.map((part) => {
    const hint = PARTS[part];
    return hint === undefined ? part : `${part} (${hint})`;
  });
  throw new SpillwayError(
    "ERR_SPILLWAY_UNSUPPORTED",
    `${what} needs what this host does not have: ${named.join(", ")}`,
  );
}

/** Two words that nobody can guess. */
export function drawSeed(): readonly [number, number] {
  needHost("a pool", ["crypto.getRandomValues"]);
  const [low = 0, high = 0] = globalThis.crypto.getRandomValues(new Uint32Array(2));
  return [low, high];
}

/** Whether it is a WebAssembly.Module, of this realm or of another: what only a module allows is tried. */
export function isModule(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !has("WebAssembly.Module")) return false;
  try {
    WebAssembly.Module.customSections(value as WebAssembly.Module, "");
    return true;
  } catch {
    return false;
  }
}
