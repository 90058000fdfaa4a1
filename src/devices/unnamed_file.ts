/**
 * unnamed_file.ts - opens a file that is gone when its process is, however that ends.
 *
 *   1. Linux can make a file without a name (O_TMPFILE). Nobody else can open it by a path, and its space is
 *      free again once the last descriptor is closed.
 *   2. Elsewhere, and on file systems that cannot: a file with a name that does not exist yet, which is
 *      removed at once. The descriptor goes on working.
 *   3. Where an open file cannot be removed, its name stays until it is closed. The name tells the process,
 *      by its number and the moment of its start. The next one that makes a file there removes what belongs
 *      to no process that runs.
 */

/** The functions of node:fs that are used here. */
export interface FileSystem {
  openSync(path: string, flags: number, mode: number): number;
  closeSync(fd: number): void;
  readSync(fd: number, target: Uint8Array, offset: number, length: number, position: number): number;
  writeSync(fd: number, source: Uint8Array, offset: number, length: number, position: number): number;
  fdatasyncSync(fd: number): void;
  ftruncateSync(fd: number, length: number): void;
  unlinkSync(path: string): void;
  readdirSync(path: string): string[];
  readFileSync(path: string, encoding: "utf8"): string;
  constants: Readonly<Record<string, number | undefined>>;
}

export interface OpenFile {
  fd: number;
  /** Closes it, and removes its name if it still has one. */
  close(): void;
}

/** What the host has, and says of its processes. */
interface Host {
  Deno?: unknown;
  process?: {
    pid?: number;
    platform?: string;
    kill?(pid: number, signal: number): void;
    getBuiltinModule?(name: string): FileSystem | undefined;
  };
}

/** node:fs, where the host has it. It is asked for only when a file is wanted: browsers import nothing. */
export function hostFiles(): FileSystem | undefined {
  return (globalThis as Host).process?.getBuiltinModule?.("node:fs");
}

/** Linux' O_TMPFILE without O_DIRECTORY, which differs between processors. Node has no name for it. */
const TMPFILE_ONLY = 0o20000000;
const MODE = 0o600;

/** Opens a file in a folder, to read and write. @throws what the host throws */
export function openUnnamed(fs: FileSystem, folder: string): OpenFile {
  return withoutName(fs, folder) ?? withName(fs, folder);
}

/** 1. Undefined where there is no such file; an error only for what would fail with a name as well. */
function withoutName(fs: FileSystem, folder: string): OpenFile | undefined {
  const { O_DIRECTORY, O_RDWR } = fs.constants;
  if ((globalThis as Host).process?.platform !== "linux" || !O_DIRECTORY || !O_RDWR) return undefined;
  try {
    const fd = fs.openSync(folder, TMPFILE_ONLY | O_DIRECTORY | O_RDWR, MODE);
    return { fd, close: () => fs.closeSync(fd) };
  } catch {
    return undefined;
  }
}

/** 2 and 3. */
function withName(fs: FileSystem, folder: string): OpenFile {
  const { O_RDWR = 0, O_CREAT = 0, O_EXCL = 0 } = fs.constants;
  removeOrphans(fs, folder);
  const path = `${folder}/${nameNow(fs)}`;
  const fd = fs.openSync(path, O_RDWR | O_CREAT | O_EXCL, MODE);
  const isUnlinked = removed(fs, path);
  const close = () => {
    fs.closeSync(fd);
    if (!isUnlinked) removed(fs, path);
  };
  return { fd, close };
}

function removed(fs: FileSystem, path: string): boolean {
  try {
    fs.unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

// ── names ──────────────────────────────────────────────────────────────────────────────────────────

const NAME = /^spillway-(\d+)-(\d+)-[0-9a-f]{16}\.spill$/;

/** spillway-PROCESS-START-RANDOM.spill */
function nameNow(fs: FileSystem): string {
  const [high = 0, low = 0] = globalThis.crypto.getRandomValues(new Uint32Array(2));
  const random = [high, low].map((word) => word.toString(16).padStart(8, "0")).join("");
  const pid = (globalThis as Host).process?.pid ?? 0;
  return `spillway-${pid}-${startOf(fs, pid)}-${random}.spill`;
}

/**
 * When a process started, in ticks since the machine did; 0 where that cannot be told. A process number is
 * used again, together with its start it is not. Deno would ask its user for permission to read it.
 */
function startOf(fs: FileSystem, pid: number): number {
  const { Deno, process } = globalThis as Host;
  if (Deno !== undefined || process?.platform !== "linux") return 0;
  try {
    // The name of the program, in brackets, may hold anything.
    const [, fields = ""] = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?!.*\) )/s);
    return Number(fields.split(" ")[19]) || 0;
  } catch {
    return 0;
  }
}

/** Removes the files of processes that run no more. What cannot be told or removed is left. */
function removeOrphans(fs: FileSystem, folder: string): void {
  let names: string[] = [];
  try {
    names = fs.readdirSync(folder);
  } catch {
    // Whatever is wrong with the folder, the opening of the file will tell.
  }
  for (const name of names) {
    const [, pid, start] = NAME.exec(name) ?? [];
    if (pid !== undefined && !mayRun(fs, Number(pid), Number(start))) removed(fs, `${folder}/${name}`);
  }
}

/** Whether a process with this number and start may be running. */
function mayRun(fs: FileSystem, pid: number, start: number): boolean {
  const { Deno, process } = globalThis as Host;
  // Deno would ask its user for permission.
  if (Deno !== undefined) return true;
  try {
    process?.kill?.(pid, 0);
  } catch (error) {
    return (error as { code?: unknown } | null)?.code !== "ESRCH";
  }
  return start === 0 || startOf(fs, pid) === start;
}
