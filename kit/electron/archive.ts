/**
 * archive.ts - a program in an asar archive that Node runs: its modules and its files come from the archive.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import fs from "node:fs/promises";
import { register, syncBuiltinESMExports } from "node:module";
import { dirname, join, sep } from "node:path";
import { createPackage, extractFile, listPackage, statFile } from "@electron/asar";
import { fileInArchive, type Place } from "./archive_hooks.js";

/** Packs a folder into `archive`, and makes the empty tree beside it. */
export async function packArchive(folder: string, archive: string): Promise<Place> {
  await createPackage(folder, archive);
  const tree = `${archive}.names`;
  for (const name of listPackage(archive, { isPack: false })) {
    const path = name.slice(1);
    if ("files" in statFile(archive, path)) continue;
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), path.endsWith("package.json") ? extractFile(archive, path) : "");
  }
  return { archive, tree, electron: new URL("./twin.js", import.meta.url).href };
}

/** From now on this process imports and reads out of the archive. Once a process. */
export function openArchive(place: Place): void {
  register(new URL("./archive_hooks.js", import.meta.url), { data: place });
  const { readFile } = fs;
  const isInside = (path: unknown): path is string =>
    typeof path === "string" && path.startsWith(place.archive + sep);
  const patched = async (path: unknown, ...rest: unknown[]) =>
    isInside(path)
      ? fileInArchive(place.archive, path)
      : Reflect.apply(readFile as (...args: unknown[]) => unknown, fs, [path, ...rest]);
  (fs as { readFile: unknown }).readFile = patched;
  syncBuiltinESMExports();
}
