/**
 * suite.ts - the conformance suite: named checks over the built public files, without a test runner. It runs
 * in every host that can import a module (hosts.ts has the list).
 *
 * A host imports this file and the public files, and calls `runSuite`. A check that needs a part which the
 * host lacks is not applicable there. The runner says what that is (Settings.lacks); the suite looks up
 * nothing, so no check can fall away unnoticed.
 */
import { DEVICES } from "./checks/devices.js";
import { ERRORS } from "./checks/errors.js";
import { FORMATS } from "./checks/formats.js";
import { LAWS } from "./checks/laws.js";
import { LIMITS } from "./checks/limits.js";
import { MODEL } from "./checks/model.js";
import { VALUES } from "./checks/values.js";
import type { Check, Library, Settings } from "./tools.js";

export const CHECKS: readonly Check[] = [
  ...LAWS,
  ...MODEL,
  ...FORMATS,
  ...ERRORS,
  ...LIMITS,
  ...VALUES,
  ...DEVICES,
];

/** What became of a check. `reason`: why it failed, or why it is not applicable. */
export interface Outcome {
  name: string;
  ok: boolean;
  applicable: boolean;
  reason?: string;
  ms: number;
}

export interface Report {
  outcomes: Outcome[];
  /** Bytes that checks handed over, in base64, by their names. */
  handed: Record<string, string>;
}

/** Runs one check. */
export async function run(
  check: Check,
  library: Library,
  settings: Settings,
  hand: (name: string, bytes: Uint8Array) => void = () => {},
): Promise<Outcome> {
  const { name, needs } = check;
  const reason = needs && settings.lacks[needs];
  if (reason !== undefined) return { name, ok: true, applicable: false, reason, ms: 0 };
  const start = performance.now();
  const took = () => Math.round(performance.now() - start);
  try {
    await check.run({ ...library, settings, hand });
    return { name, ok: true, applicable: true, ms: took() };
  } catch (error) {
    const { message, stack } = error as Error;
    return {
      name,
      ok: false,
      applicable: true,
      reason: message ? `${message}\n${stack}` : String(error),
      ms: took(),
    };
  }
}

/** Runs all checks, one after the other. */
export async function runSuite(library: Library, settings: Settings): Promise<Report> {
  const handed: Record<string, string> = {};
  const hand = (name: string, bytes: Uint8Array) => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    handed[name] = btoa(text);
  };
  const outcomes: Outcome[] = [];
  for (const check of CHECKS) outcomes.push(await run(check, library, settings, hand));
  return { outcomes, handed };
}
