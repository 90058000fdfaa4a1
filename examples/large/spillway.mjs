/**
 * spillway.mjs - the same, with the documents in a SpillMap of 64 MiB. What has no room there lies in a file
 * of this folder, which has no name and is gone with the process.
 */
import { Spillway } from "spillway"; // Spillway

const spill = { dir: ".", maxBytes: "16GiB" }; // Spillway
export const pool = Spillway.openSync({ maxBytes: "64MiB", pageSize: 32768, spill }); // Spillway

export const documents = pool.map(); // Spillway

/** Keeps a document, a Uint8Array, under its name. */
export function put(name, document) {
  documents.set(name, document);
}

/** The document of a name, undefined if there is none. */
export function find(name) {
  return documents.get(name);
}

/** Forgets a document; whether there was one. */
export function drop(name) {
  return documents.delete(name);
}
