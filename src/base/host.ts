/**
 * host.ts - parts that the library needs of a host, looked for when they are needed. Importing the package
 * needs none: a page, a worker or a bare context of node:vm may import it and never open a pool.
 */
import { SpillwayError } from "./errors.js";

/** Parts that some hosts lack, by their names, and a hint for the message. */
const PARTS = {
  WebAssembly: "Node has none with --jitless",
  "crypto.getRandomValues": "the secret of the page hash is drawn from it",
  "performance.now": undefined,
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

/**
 * Looks for parts of the host that `what` needs.
 *
 * @throws ERR_SPILLWAY_UNSUPPORTED, which names every part that is missing
 */
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

/**
 * Two words of 32 bits that nobody can guess.
 *
 * @throws ERR_SPILLWAY_UNSUPPORTED where the host has no source of random numbers
 */
export function drawSeed(): readonly [number, number] {
  needHost("a pool", ["crypto.getRandomValues"]);
  const [low = 0, high = 0] = globalThis.crypto.getRandomValues(new Uint32Array(2));
  return [low, high];
}

/** Whether it is a WebAssembly.Module, of this realm or of another: tries what only a module allows. */
export function isModule(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !has("WebAssembly.Module")) return false;
  try {
    WebAssembly.Module.customSections(value as WebAssembly.Module, "");
    return true;
  } catch {
    return false;
  }
}
