/**
 * opfs_host.ts - an origin private file system in memory, with locks, for tests of the device over it:
 * several pages may share one origin, and a page may die.
 * Real ones are in tests/behaviour/devices/opfs.test.ts.
 */
import type {
  FileHandle,
  Folder,
  HostFile,
  Locks,
  OpfsHost,
  SyncHandle,
  Writable,
} from "#lib/adapters/parts/opfs_home.js";

/** What a call of the host does instead of its work: throws, or moves fewer bytes. */
export type OpfsFault = { error: Error } | { count: (count: number) => number } | undefined;
export type OpfsScript = (call: string) => OpfsFault;

const named = (name: string) => Object.assign(new Error(name), { name });
export const quotaError = () => named("QuotaExceededError");

class MemoryFile implements FileHandle {
  bytes = new Uint8Array(0);
  isHeld = false;
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  async createSyncAccessHandle(): Promise<SyncHandle> {
    this.#origin.ask("createSyncAccessHandle");
    if (this.isHeld) throw named("NoModificationAllowedError");
    this.isHeld = true;
    return {
      read: (target, { at }) => {
        const part = this.bytes.subarray(at, at + target.length);
        const count = this.#origin.count("read", part.length);
        target.set(part.subarray(0, Math.max(0, count)));
        return count;
      },
      write: (source, { at }) => {
        const count = this.#origin.count("write", source.length);
        // A count may lie.
        const part = source.subarray(0, count > 0 ? count : 0);
        this.#grow(at + part.length);
        this.bytes.set(part, at);
        return count;
      },
      truncate: (length) => {
        this.#origin.ask("truncate");
        this.bytes = this.bytes.slice(0, length);
      },
      close: () => {
        this.isHeld = false;
      },
    };
  }

  async createWritable(): Promise<Writable> {
    this.#origin.ask("createWritable");
    let written = new Uint8Array(0);
    return {
      write: async (bytes) => {
        this.#origin.ask("write");
        written = bytes.slice();
      },
      close: async () => {
        this.#origin.ask("close");
        this.bytes = written;
      },
      abort: async () => {},
    };
  }

  async getFile(): Promise<HostFile> {
    const { bytes } = this;
    return {
      slice: (from, to) => ({
        arrayBuffer: async () => {
          const part = bytes.slice(from, to);
          return part.slice(0, this.#origin.count("read", part.length)).buffer;
        },
      }),
    };
  }

  #grow(length: number): void {
    if (length <= this.bytes.length) return;
    const longer = new Uint8Array(length);
    longer.set(this.bytes);
    this.bytes = longer;
  }
}

class MemoryFolder implements Folder {
  readonly entries = new Map<string, MemoryFolder | MemoryFile>();
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  async getDirectoryHandle(name: string): Promise<MemoryFolder> {
    this.#origin.ask("getDirectoryHandle");
    const found = this.entries.get(name) ?? new MemoryFolder(this.#origin);
    this.entries.set(name, found);
    return found as MemoryFolder;
  }

  async getFileHandle(name: string): Promise<MemoryFile> {
    this.#origin.ask("getFileHandle");
    const found = this.entries.get(name) ?? new MemoryFile(this.#origin);
    this.entries.set(name, found);
    return found as MemoryFile;
  }

  async removeEntry(name: string): Promise<void> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw named("NotFoundError");
    if (isHeld(entry)) throw named("NoModificationAllowedError");
    this.entries.delete(name);
  }

  async *keys(): AsyncGenerator<string> {
    yield* [...this.entries.keys()];
  }
}

function isHeld(entry: MemoryFolder | MemoryFile): boolean {
  return entry instanceof MemoryFile ? entry.isHeld : [...entry.entries.values()].some(isHeld);
}

/** The storage and locks of one origin. */
export class Origin {
  readonly root = new MemoryFolder(this);
  readonly #held = new Set<string>();
  readonly #script: OpfsScript;

  constructor(script: OpfsScript = () => undefined) {
    this.#script = script;
  }

  /** Folders of devices. */
  get folders(): string[] {
    return [...((this.root.entries.get("spillway") as MemoryFolder | undefined)?.entries.keys() ?? [])];
  }

  /** Bytes of all files. */
  get bytes(): number {
    const sum = (entry: MemoryFolder | MemoryFile): number =>
      entry instanceof MemoryFile
        ? entry.bytes.length
        : [...entry.entries.values()].reduce((bytes, one) => bytes + sum(one), 0);
    return sum(this.root);
  }

  /** A page or worker: what it holds is let go of by `die`. */
  page(isWorker: boolean): { host: OpfsHost; die(): void } {
    const mine = new Set<string>();
    const locks: Locks = {
      request: async (name, _options, held) => {
        if (this.#held.has(name)) return held(null);
        this.#held.add(name);
        mine.add(name);
        try {
          return await held({ name });
        } finally {
          this.#held.delete(name);
        }
      },
    };
    const methods = isWorker ? ["createSyncAccessHandle", "createWritable"] : ["createWritable"];
    const prototype = Object.fromEntries(methods.map((method) => [method, () => undefined]));
    const host: OpfsHost = {
      navigator: { storage: { getDirectory: async () => this.root }, locks },
      crypto: globalThis.crypto as NonNullable<OpfsHost["crypto"]>,
      FileSystemFileHandle: { prototype },
    };
    const die = () => {
      for (const name of mine) this.#held.delete(name);
      letGo(this.root);
    };
    return { host, die };
  }

  ask(call: string): void {
    const fault = this.#script(call);
    if (fault !== undefined && "error" in fault) throw fault.error;
  }

  count(call: string, count: number): number {
    this.ask(call);
    const fault = this.#script(call);
    return fault !== undefined && "count" in fault ? fault.count(count) : count;
  }
}

/** The browser closes handles of a page that has died. */
function letGo(entry: MemoryFolder | MemoryFile): void {
  if (entry instanceof MemoryFile) entry.isHeld = false;
  else for (const one of entry.entries.values()) letGo(one);
}
