/**
 * spillway.mjs - the same tile server with a SpillCache. Its pool has 23 MiB: with the index no more than 24.
 * Requests that wait for one tile have it rendered once.
 */
import { createServer } from "node:http";
import { Spillway } from "spillway"; // Spillway

export const pool = Spillway.openSync({ maxBytes: "23MiB", pageSize: 16384 }); // Spillway
export const tiles = pool.cache(); // Spillway

/** A server that answers each path with what `render(path)` promises, which may be kept. */
export function tileServer(render) {
  return createServer(async (request, response) => {
    const path = request.url;
    const tile = await tiles.getOrSet(path, render); // Spillway
    response.setHeader("content-length", tile.byteLength);
    response.end(tile);
  });
}
