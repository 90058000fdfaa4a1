/**
 * workload.ts - a Node process at real work, whose memory `spillway measure` looks at.
 *
 * It does what editors, bundlers and linters do all day: parse JavaScript, keep the syntax trees, index every name,
 * and answer questions from the index. The sources are what any installation of Node has at hand: npm's own tree, the
 * packages near the working folder, and this command's own bundles. When they are used up they are parsed again, as
 * an editor keeps a second version of a file.
 *
 * Run as a child, with the MiB of resident memory to reach as its only argument: it sends a WorkloadMessage when it is
 * there, then idles until it is killed or its parent goes. Cost: about a second, and that memory.
 */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeHeapSnapshot } from "node:v8";
import { type Node, type Options, parse } from "acorn";

/** Child to parent: at work and idle now; or, a heap snapshot has been written as asked. */
export type WorkloadMessage = { ready: { files: number; lonelyNames: number } } | { snapshotWritten: true };
/** Parent to child: write a heap snapshot to this path. */
export interface WorkloadRequest {
  writeSnapshot: string;
}

/** Work stops when the process holds this much. */
const RESIDENT_BYTES = Number(process.argv[2]) * 2 ** 20;
/** Or when it has taken this long, on a machine too slow to get there. */
const WORK_MILLIS = 8_000;
/** A tree takes about forty times the memory of its source: a larger file would overshoot RESIDENT_BYTES by far. */
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

/** Every name of every tree and where it stands. */
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

/** Paths of JavaScript near this process, in an order that stays the same while the folders do. */
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

/** The file with its tree; undefined when it is too large, cannot be read, or is no JavaScript. */
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

/** A tree's nodes, parents first. A node is what has a `type`; some fields hold nodes, some arrays of nodes. */
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

/** Names that stand in one place only: a question that touches every tree and the whole index. */
function lonelyNames(): number {
  let count = 0;
  for (const { tree } of files) {
    for (const node of nodesOf(tree)) if (isIdentifier(node) && index.get(node.name)?.length === 1) count++;
  }
  return count;
}

// ── the parent ─────────────────────────────────────────────────────────────────────────────────────────────

/** A parent that is gone when the work is done is no fault of the child's: it goes, too. */
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
