/**
 * opfs_home.ts - a folder in the origin private file system that belongs to one device alone, and is gone
 * with it, however its page ends.
 *
 *   spillway/              in the root of the origin's file system
 *     2f1c...9a/           one folder for each device that is open, named by 128 random bits
 *
 * Keeps: whoever has a folder holds the Web Lock of its name from before the folder is made until it is
 *        removed. The browser lets go of a lock when its page or worker ends or is killed. So a folder whose
 *        lock is free belongs to nobody: the next device that is opened removes it. Two pages, or two devices
 *        of one page, never use one folder.
 */
import { missingError } from "../../base/errors.js";

/** As much of a handle to a file as is used here. TypeScript's `dom` has no synchronous ones. */
export interface FileHandle {
  createSyncAccessHandle(): Promise<SyncHandle>;
  createWritable(): Promise<Writable>;
  getFile(): Promise<HostFile>;
}

export interface SyncHandle {
  read(target: Uint8Array, options: { at: number }): number;
  write(source: Uint8Array, options: { at: number }): number;
  truncate(bytes: number): void;
  close(): void;
}

export interface Writable {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** A File: its bytes as they were when it was asked for. */
export interface HostFile {
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export interface Folder {
  getDirectoryHandle(name: string, options: { create: true }): Promise<Folder>;
  getFileHandle(name: string, options: { create: boolean }): Promise<FileHandle>;
  removeEntry(name: string, options?: { recursive: boolean }): Promise<void>;
  keys(): AsyncIterable<string>;
}

export interface Locks {
  request(
    name: string,
    options: { ifAvailable: true },
    held: (lock: object | null) => unknown,
  ): Promise<unknown>;
}

/** What the host has: `globalThis` of a page or a worker. */
export interface OpfsHost {
  navigator?: { storage?: { getDirectory?(): Promise<Folder> }; locks?: Locks };
  crypto?: { getRandomValues(words: Uint32Array): Uint32Array };
  FileSystemFileHandle?: { prototype: object };
}

/** A folder of one's own. */
export interface Home {
  folder: Folder;
  /** Removes the folder and all that is in it. */
  leave(): Promise<void>;
}

const ROOT = "spillway";
const NAME = /^[0-9a-f]{32}$/;
const lockOf = (name: string) => `${ROOT}/${name}`;

/**
 * Makes a folder of one's own, after the folders of those that run no more were removed.
 *
 * @throws ERR_SPILLWAY_UNSUPPORTED where the host has no such file system or no locks, or what it throws
 */
export async function moveIn(host: OpfsHost): Promise<Home> {
  const { storage, locks } = host.navigator ?? {};
  if (storage?.getDirectory === undefined)
    throw missingError("navigator.storage.getDirectory", "for an OPFS device (it needs a secure context)");
  if (locks === undefined) throw missingError("navigator.locks", "for an OPFS device");
  if (host.crypto === undefined) throw missingError("crypto.getRandomValues", "for an OPFS device");
  const root = await (await storage.getDirectory()).getDirectoryHandle(ROOT, { create: true });
  await removeOrphans(root, locks);
  const words = host.crypto.getRandomValues(new Uint32Array(4));
  const name = [...words].map((word) => word.toString(16).padStart(8, "0")).join("");
  const release = await hold(locks, lockOf(name));
  try {
    const folder = await root.getDirectoryHandle(name, { create: true });
    const leave = async () => {
      await removed(root, name);
      release();
    };
    return { folder, leave };
  } catch (error) {
    release();
    throw error;
  }
}

/** Holds a lock until the function that it answers is called. */
function hold(locks: Locks, name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = (lock: object | null) => {
      if (lock === null) throw new Error("a random name is taken");
      return new Promise<void>((release) => resolve(release));
    };
    locks.request(name, { ifAvailable: true }, held).catch(reject);
  });
}

/** Removes folders whose locks nobody holds. What cannot be removed now is left for the next one. */
async function removeOrphans(root: Folder, locks: Locks): Promise<void> {
  const names: string[] = [];
  for await (const name of root.keys()) if (NAME.test(name)) names.push(name);
  for (const name of names)
    await locks.request(lockOf(name), { ifAvailable: true }, (lock) => lock && removed(root, name));
}

/** Removes a folder, if the host lets it. */
async function removed(root: Folder, name: string): Promise<void> {
  try {
    await root.removeEntry(name, { recursive: true });
  } catch {
    // Someone has removed it, or has it open: whoever comes next will find it.
  }
}

/** The origin has no room for more. */
export function fullFault(cause?: unknown): Error {
  const options = cause === undefined ? undefined : { cause };
  return Object.assign(new Error("the origin's storage is full", options), { kind: "full" });
}

/** What a call of the host threw, as the log wants to hear of it. */
export function hostFault(error: unknown): unknown {
  const name = (error as { name?: unknown } | null)?.name;
  return name === "QuotaExceededError" ? fullFault(error) : error;
}
