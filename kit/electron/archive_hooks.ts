/**
 * archive_hooks.ts - lets Node import modules that lie in an asar archive, as Electron does.
 *
 * Node resolves names in a tree of the same files, all empty but for the manifests. The code comes from the
 * archive. What is not in it is not found.
 */
import { join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { extractFile } from "@electron/asar";

/** Where the archive is, the tree in which names are resolved, and what "electron" stands for. */
export interface Place {
  archive: string;
  tree: string;
  electron: string;
}

interface Context {
  parentURL?: string;
}

interface Resolved {
  url: string;
  format?: string | null;
  shortCircuit?: boolean;
}

interface Loaded {
  format: string;
  source: Uint8Array;
  shortCircuit: boolean;
}

let place: Place;
let inArchive = "";
let inTree = "";

export function initialize(data: Place): void {
  place = data;
  inArchive = `${pathToFileURL(data.archive).href}/`;
  inTree = `${pathToFileURL(data.tree).href}/`;
}

const moved = (url: string, from: string, to: string) =>
  url.startsWith(from) ? to + url.slice(from.length) : url;

export async function resolve(
  specifier: string,
  context: Context,
  next: (specifier: string, context: Context) => Promise<Resolved>,
): Promise<Resolved> {
  if (specifier === "electron") return { url: place.electron, format: "module", shortCircuit: true };
  const { parentURL } = context;
  const resolved = await next(moved(specifier, inArchive, inTree), {
    ...context,
    ...(parentURL === undefined ? {} : { parentURL: moved(parentURL, inArchive, inTree) }),
  });
  return { ...resolved, url: moved(resolved.url, inTree, inArchive) };
}

export async function load(
  url: string,
  context: object,
  next: (url: string, context: object) => Promise<Loaded>,
): Promise<Loaded> {
  if (!url.startsWith(inArchive)) return next(url, context);
  return { format: "module", source: fileInArchive(place.archive, fileURLToPath(url)), shortCircuit: true };
}

/** The bytes of a file whose path leads into the archive. */
export function fileInArchive(archive: string, path: string): Buffer {
  return extractFile(archive, join(...relative(archive, path).split(sep)));
}
