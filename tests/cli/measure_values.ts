/**
 * measure_values.ts - files of known values and what a SpillMap makes of them, for the tests of
 * `spillway measure --values`.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { serialize } from "node:v8";
import { type Surroundings, spillway } from "./command.js";

/** Removed when the tests of this process have ended. */
export const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A value a line. */
export const lines = (values: readonly unknown[]) =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

/** Bytes of a value in a SpillMap (docs/api/map.md, "Values"). */
function bytesOf(value: unknown): number {
  if (value === null || typeof value === "boolean") return 0;
  if (typeof value === "number") return 8;
  if (typeof value !== "string") return serialize(value).length;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: latin1 from 0 on
  if (/^[\x00-\xff]*$/.test(value)) return value.length;
  return /\p{Surrogate}/u.test(value) ? 2 * value.length : Buffer.byteLength(value);
}

/** What `values` of the report must be, but for the bytes of the input. */
export function sizesOf(values: readonly unknown[]) {
  const sizes = values.map(bytesOf).sort((a, b) => a - b);
  const at = (share: number) => sizes[Math.max(0, Math.ceil(share * sizes.length) - 1)];
  const rawBytes = sizes.reduce((sum, one) => sum + one, 0);
  return { count: values.length, rawBytes, min: at(0), median: at(0.5), p90: at(0.9), max: at(1) };
}

export async function run(args: string[], surroundings?: Surroundings) {
  const { code, stdout, stderr } = await spillway(["measure", "--json", ...args], surroundings);
  assert.equal(stderr, "");
  return { code, report: JSON.parse(stdout) };
}

/** A run of Spillway alone, which must be well. */
export async function measured(args: string[], surroundings?: Surroundings) {
  const { code, report } = await run(["--no-rivals", "--values", ...args], surroundings);
  assert.deepEqual({ code, mismatches: report.mismatches }, { code: 0, mismatches: 0 });
  for (const { set, get } of report.contestants) {
    assert.equal(set.count, report.values.count, "all were set");
    assert.equal(get.count, report.values.count, "and got");
  }
  return report;
}

export function assertSizes(report: { values: object }, values: readonly unknown[]): void {
  const { inputBytes: _, inputUnit: __, ...sizes } = report.values as Record<string, unknown>;
  assert.deepEqual(sizes, sizesOf(values));
}

export const rows = Array.from({ length: 60 }, (_, i) => ({
  id: i,
  name: `row ${i}`,
  text: "word ".repeat(i),
}));
