/**
 * file.mjs - the same, with a file for each document.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** In memory there is nothing. */
export const documents = { byteLength: 0 };

const folder = mkdtempSync(join(tmpdir(), "spillway-large-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const fileOf = (name) => join(folder, name);

/** Keeps a document, a Uint8Array, under its name. */
export function put(name, document) {
  writeFileSync(fileOf(name), document);
}

/** The document of a name. */
export function find(name) {
  return readFileSync(fileOf(name));
}

/** Forgets a document; whether there was one. */
export function drop(name) {
  rmSync(fileOf(name));
  return true;
}
