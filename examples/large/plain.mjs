/**
 * plain.mjs - keeps documents by their names, in memory.
 */

export const documents = new Map();

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
