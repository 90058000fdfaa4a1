/**
 * workload.ts - a Node process at real work, whose memory `spillway measure` reads.
 *
 * It does what editors, bundlers and linters do all day: it parses JavaScript, keeps the syntax trees,
 * indexes every name, and answers questions from the index. The sources are on any machine with Node: npm's
 * own tree, the packages near the working folder, and this command's own bundles. After the last one it
 * parses them again, as an editor keeps a second version of a file.
 *
 * It runs as a child, and its only argument is the resident memory to reach, in MiB. It sends a
 * WorkloadMessage when it has reached that, then idles until it is killed or its parent ends. Cost: about a
 * second, and that memory.
 */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeHeapSnapshot } from "node:v8";
import { type Node, type Options, parse } from "acorn";

/** Child to parent: the work is done, and the child idles; or the requested heap snapshot is written. */
export type WorkloadMessage = { ready: { files: number; lonelyNames: number } } | { snapshotWritten: true };
/** Parent to child: write a heap snapshot to this path. */
export interface WorkloadRequest {
  writeSnapshot: string;
}

/** The work ends when the process holds this much. */
const RESIDENT_BYTES = Number(process.argv[2]) * 2 ** 20;
/** It also ends after this time, on a machine that is too slow. */
const WORK_MILLIS = 8_000;
/** Longest source. A tree takes forty times as much memory: more would far exceed RESIDENT_BYTES. */
const SOURCE_BYTES_MAX = 256 * 1024;

interface Place {
  file: string;
  line: number;
  column: number;
}

interface ParsedFile {
  path: string;
  text: string;
  tree: Node;
}

/** Every name of all trees, and its places. */
type NameIndex = Map<string, Place[]>;

const files: ParsedFile[] = [];
const index: NameIndex = new Map();

function work(): void {
  const end = performance.now() + WORK_MILLIS;
  for (;;) {
    for (const path of sourcePaths()) {
      const file = parseFile(path);
      if (file === undefined) continue;
      files.push(file);
      indexNames(file);
      if (process.memoryUsage.rss() >= RESIDENT_BYTES || performance.now() >= end) return;
    }
  }
}

// ── sources ────────────────────────────────────────────────────────────────────────────────────────────────

/** Paths of JavaScript files near this process. Unchanged folders give the same order. */
function* sourcePaths(): Generator<string> {
  const node = dirname(process.execPath);
  yield* javascriptBelow(join(node, "../lib/node_modules/npm"));
  yield* javascriptBelow(join(node, "node_modules/npm"));
  for (let folder = process.cwd(), above = ""; folder !== above; above = folder, folder = dirname(folder)) {
    yield* javascriptBelow(join(folder, "node_modules"));
  }
  yield* javascriptBelow(dirname(fileURLToPath(import.meta.url)));
}

function* javascriptBelow(folder: string): Generator<string> {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* javascriptBelow(path);
    else if (entry.isFile() && /\.[cm]?js$/.test(entry.name)) yield path;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

// ── trees ──────────────────────────────────────────────────────────────────────────────────────────────────

const OPTIONS: Options = { ecmaVersion: "latest", locations: true, allowHashBang: true };

/** The file with its tree; undefined when it is too long, cannot be read, or is not JavaScript. */
function parseFile(path: string): ParsedFile | undefined {
  try {
    if (statSync(path).size > SOURCE_BYTES_MAX) return undefined;
    const text = readFileSync(path, "utf8");
    return { path, text, tree: parseEither(text) };
  } catch {
    return undefined;
  }
}

function parseEither(text: string): Node {
  try {
    return parse(text, { ...OPTIONS, sourceType: "module" });
  } catch {
    return parse(text, { ...OPTIONS, sourceType: "script", allowReturnOutsideFunction: true });
  }
}

function indexNames({ path, tree }: ParsedFile): void {
  for (const node of nodesOf(tree)) {
    if (!isIdentifier(node)) continue;
    const place = { file: path, line: node.loc?.start.line ?? 0, column: node.loc?.start.column ?? 0 };
    const places = index.get(node.name);
    if (places === undefined) index.set(node.name, [place]);
    else places.push(place);
  }
}

function isIdentifier(node: Node): node is Node & { name: string } {
  return node.type === "Identifier";
}

/** A tree's nodes, parents first. An object with a `type` is a node. Fields hold nodes or arrays of nodes. */
function* nodesOf(tree: Node): Generator<Node> {
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) {
      open.push(...value);
    } else if (isNode(value)) {
      yield value;
      open.push(...Object.values(value));
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** Number of names with a single place. This question touches every tree and the whole index. */
function lonelyNames(): number {
  let count = 0;
  for (const { tree } of files) {
    for (const node of nodesOf(tree)) if (isIdentifier(node) && index.get(node.name)?.length === 1) count++;
  }
  return count;
}

// ── the parent ─────────────────────────────────────────────────────────────────────────────────────────────

/** Sends a message. If the parent has ended meanwhile, this process ends without an error. */
function tell(message: WorkloadMessage): void {
  process.send?.(message, (error: Error | null) => error && process.exit());
}

process.on("disconnect", () => process.exit());
process.on("message", ({ writeSnapshot }: WorkloadRequest) => {
  writeHeapSnapshot(writeSnapshot);
  tell({ snapshotWritten: true });
});
work();
tell({ ready: { files: files.length, lonelyNames: lonelyNames() } });
