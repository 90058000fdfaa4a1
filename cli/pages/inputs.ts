/**
 * inputs.ts - opens what the user wants to be read: a file, a pipe, or standard input.
 *
 * A path may name anything. Opening a FIFO waits for ever if nobody writes to it, /dev/zero never ends, a
 * socket cannot be opened. So each path is checked before it is read, and no file is opened in a way that
 * waits. `-` is standard input; so are /dev/stdin and /dev/fd/0. Shells pass `<(command)` as
 * /dev/fd/N or as a FIFO.
 */
import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { Socket } from "node:net";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isatty, ReadStream as TerminalStream } from "node:tty";
import { reason, systemCode, UserError } from "../text/failure.js";

/** Something to read, and its names. */
export interface Input {
  /** The file's name without its folder, "standard input", or the path of another open file. */
  readonly name: string;
  /** The name as part of a sentence: "the file NAME", "standard input". */
  readonly what: string;
  /** The path as the user gave it. */
  readonly path: string;
  /** Bytes of a regular file; undefined for what can only be read from its start to its end. */
  readonly bytes: number | undefined;
  /** The number of an open file; undefined when the path must be opened. */
  readonly fd: number | undefined;
}

export const STANDARD_INPUT = "-";
const STDIN = "standard input";
/** Wait for a FIFO's writer, because `command > fifo & spillway measure fifo` may start in any order. */
const WRITER_MILLIS = 1000;
const LOOK_MILLIS = 20;
const CHUNK_BYTES = 65_536;

/** Finds what `path` names. Throws UserError when it cannot be read, or may have no end. */
export function findInput(path: string): Input {
  const number = openNumber(path);
  const stat = attempt(path, () => (number === undefined ? statSync(path) : fstatSync(number)));
  refuseEndless(path, stat, number);
  // /dev/fd/N of a regular file is opened again, from its start. Standard input continues where it is.
  const fd = stat.isFile() && path !== STANDARD_INPUT ? undefined : number;
  // Files of /proc have a size of 0 although they are not empty.
  const bytes = stat.isFile() && stat.size > 0 && fd === undefined ? stat.size : undefined;
  if (bytes !== undefined && !Number.isSafeInteger(bytes))
    throw unreadable(path, `${bytes} bytes are more than can be counted`);
  if (number === 0) return { name: STDIN, what: STDIN, path, bytes, fd };
  const name = number === undefined ? basename(path) : path;
  return { name, what: `the ${stat.isFile() ? "file" : "pipe"} ${name}`, path, bytes, fd };
}

/** The same for several paths. Throws UserError when one that can be read only once is given twice. */
export function findInputs(paths: readonly string[]): Input[] {
  const inputs = paths.map(findInput);
  const seen = new Set<number>();
  for (const { fd, name } of inputs) {
    if (fd === undefined) continue;
    if (seen.has(fd)) throw new UserError(`${name} is given twice, but can be read only once`);
    seen.add(fd);
  }
  return inputs;
}

/** The number of the open file that a path means, if it means one. */
function openNumber(path: string): number | undefined {
  if (path === STANDARD_INPUT || path === "/dev/stdin") return 0;
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path) ?? [];
  return number === undefined ? undefined : Number(number);
}

function refuseEndless(path: string, stat: Stats, fd: number | undefined): void {
  if (stat.isFile() || stat.isFIFO() || (stat.isSocket() && fd !== undefined)) return;
  if (stat.isDirectory()) throw unreadable(path, "it is a directory");
  if (stat.isSocket()) throw unreadable(path, "it is a socket");
  if (stat.isBlockDevice()) throw unreadable(path, "it is a block device");
  // A terminal ends with Ctrl-D, /dev/null at once. Other devices may have no end.
  if (fd === 0 && (isatty(0) || isNull(stat))) return;
  throw unreadable(path, "it is a device");
}

function isNull({ rdev }: Stats): boolean {
  return rdev === statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}

/** Opens a regular file. The caller closes it. Throws UserError when the path no longer names one. */
export function openFile(path: string): number {
  // Without O_NONBLOCK, opening a FIFO that has taken the file's place would wait for ever.
  const fd = attempt(path, () => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  if (fstatSync(fd).isFile()) return fd;
  closeSync(fd);
  throw unreadable(path, "it changed while it was read");
}

/** All bytes of an input in chunks. Reading them throws UserError when the input cannot be read. */
export async function* readInput({ path, fd }: Input): AsyncGenerator<Buffer, void> {
  if (fd !== undefined) {
    yield* piecesOf(path, streamOf(fd));
    return;
  }
  if (!attempt(path, () => statSync(path)).isFIFO()) {
    yield* piecesOf(path, createReadStream(path, { fd: openFile(path) }));
    return;
  }
  const fifo = attempt(path, () => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK));
  let first: Buffer;
  try {
    first = await firstOfFifo(path, fifo);
  } catch (error) {
    closeSync(fifo);
    throw error;
  }
  const stream = new Socket({ fd: fifo, readable: true, writable: false });
  try {
    if (first.length > 0) yield first;
    yield* piecesOf(path, stream);
  } finally {
    stream.destroy();
  }
}

/** The bytes that are already in a FIFO, perhaps none. Throws UserError when nobody writes to it. */
async function firstOfFifo(path: string, fd: number): Promise<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let waited = 0; waited <= WRITER_MILLIS; waited += LOOK_MILLIS) {
    try {
      const got = readSync(fd, chunk);
      if (got > 0) return chunk.subarray(0, got);
    } catch (error) {
      // A writer has it open and has not written yet.
      if (systemCode(error) === "EAGAIN") return chunk.subarray(0, 0);
      throw unreadable(path, reason(error));
    }
    await sleep(LOOK_MILLIS);
  }
  throw unreadable(path, "it is a FIFO that nobody writes to");
}

function streamOf(fd: number): AsyncIterable<Buffer> {
  const stat = fstatSync(fd);
  if (stat.isFIFO() || stat.isSocket()) return new Socket({ fd, readable: true, writable: false });
  if (isatty(fd)) return new TerminalStream(fd);
  return createReadStream("", { fd, autoClose: false });
}

async function* piecesOf(path: string, stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  try {
    yield* stream;
  } catch (error) {
    throw unreadable(path, reason(error));
  }
}

/** The error for a path that cannot be read. `why`: the reason, in words that follow a colon. */
export function unreadable(path: string, why: string): UserError {
  return new UserError(`cannot read ${path === STANDARD_INPUT ? STDIN : path || '""'}: ${why}`);
}

function attempt<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw unreadable(path, reason(error));
  }
}
