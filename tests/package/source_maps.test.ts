/**
 * Shows that the source maps of what is shipped are right: there is one for each file, it holds the
 * TypeScript sources as they are in src/, and the frames of a stack trace of the built files come out at
 * the lines where the calls are. Also that functions and classes have their names in such a trace.
 *
 * How: errors thrown by the built files, and trace-mapping, which is what tools for source maps are made of.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT, TOOLS, without } from "#kit/package.js";

interface SourceMap {
  sources: string[];
  sourcesContent: string[];
}
interface TraceMapping {
  TraceMap: new (map: SourceMap) => object;
  originalPositionFor(
    map: object,
    at: { line: number; column: number },
  ): { source: string | null; line: number | null };
}

/** spillway.cjs runs the text of spillway.js, so its frames are there. */
const bundleOf = (name: string) => name.replace("spillway.cjs", "spillway.js");
const shipped = (ending: string) => [
  bundleOf(`spillway.${ending}`),
  ...readdirSync(join(ROOT, "build/adapters"))
    .filter((name) => name.endsWith(`.${ending}`))
    .map((name) => `adapters/${name}`),
];
const mapOf = (name: string) =>
  JSON.parse(readFileSync(join(ROOT, `build/maps/${name}.map`), "utf8")) as SourceMap;

interface Frame {
  name: string;
  line: number;
  column: number;
}

/** The frames of a stack that lie in one file, the innermost first. */
function framesIn(stack: string, file: string): Frame[] {
  return stack.split("\n").flatMap((text) => {
    const [, name = "", line, column] =
      /at (?:async )?(?:new )?(\S+) \((?:.*)[/\\]\S+?:(\d+):(\d+)\)$/.exec(text) ?? [];
    return text.includes(file) && line !== undefined
      ? [{ name, line: Number(line), column: Number(column) - 1 }]
      : [];
  });
}

/** Errors of different files of the library, each from a call of its own. */
const MISTAKES: Readonly<
  Record<string, (entry: Record<string, (...args: unknown[]) => unknown>) => unknown>
> = {
  "spillway.js": ({ Spillway }) =>
    (Spillway as unknown as typeof import("spillway").Spillway).openSync({ maxBytes: 1, wrong: 1 } as never),
  "spillway.cjs": ({ Spillway }) =>
    (Spillway as unknown as typeof import("spillway").Spillway).openSync({ maxBytes: 1, wrong: 1 } as never),
  "adapters/keyv.js": ({ spillwayStore }) => spillwayStore?.(5),
  "adapters/keyv.cjs": ({ spillwayStore }) => spillwayStore?.(5),
};

describe("source maps", { skip: without(TOOLS) }, () => {
  for (const ending of ["js", "cjs"])
    test(`of each .${ending} file, with the sources inside`, () => {
      for (const name of shipped(ending)) {
        const map = mapOf(name);
        const own = map.sources.map((source, i) => [source, map.sourcesContent[i]] as const);
        const ours = own.filter(([source]) => /(^|\/)src\//.test(source));
        assert.ok(ours.length > 0, name);
        for (const [source, content] of ours) {
          const path = source.replace(/^(\.\.\/)+/, "");
          assert.equal(content, readFileSync(join(ROOT, path), "utf8"), `${name}: ${source}`);
        }
      }
    });

  for (const [name, mistake] of Object.entries(MISTAKES))
    test(`a stack trace of ${name}`, async (t) => {
      const { TraceMap, originalPositionFor } = createRequire(`${TOOLS}/`)(
        "@jridgewell/trace-mapping",
      ) as TraceMapping;
      const file = pathToFileURL(join(ROOT, "build", name)).href;
      const entry = (await import(file)) as Record<string, (...args: unknown[]) => unknown>;
      let stack = "";
      try {
        mistake(entry);
      } catch (error) {
        stack = (error as Error).stack ?? "";
      }
      const frames = framesIn(stack, `build/${bundleOf(name)}`);
      const map = mapOf(bundleOf(name));
      const trace = new TraceMap(map);
      const found = frames.map((frame) => {
        const { source, line } = originalPositionFor(trace, frame);
        const text = map.sourcesContent[map.sources.indexOf(source ?? "")]?.split("\n") ?? [];
        return { name: frame.name, source, line, text: text[(line ?? 0) - 1] ?? "" };
      });
      assert.ok(found.length >= 2, stack);
      // A frame below another stands at the call of it.
      for (const [i, { text, source, line }] of found.entries()) {
        const called = i === 0 ? "Error" : (found[i - 1]?.name.split(".").at(-1) ?? "");
        assert.ok(text.includes(called), `${source}:${line} has no ${called}: ${text}\n${stack}`);
      }
      const [innermost] = found;
      t.diagnostic(
        `${name}: ${found.length} frames; the innermost at ${innermost?.source}:${innermost?.line}`,
      );
    });
});
