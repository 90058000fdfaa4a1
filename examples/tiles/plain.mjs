/**
 * plain.mjs - a tile server with an lru-cache of 24 MiB.
 */
import { createServer } from "node:http";
import { LRUCache } from "lru-cache";

export const tiles = new LRUCache({ maxSize: 24 * 2 ** 20, sizeCalculation: (tile) => tile.byteLength });

/** A server that answers each path with what `render(path)` promises, which may be kept. */
export function tileServer(render) {
  return createServer(async (request, response) => {
    const path = request.url;
    let tile = tiles.get(path);
    if (tile === undefined) {
      tile = await render(path);
      tiles.set(path, tile);
    }
    response.setHeader("content-length", tile.byteLength);
    response.end(tile);
  });
}
