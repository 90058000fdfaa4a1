/**
 * restore.ts - restores images into arenas that a test has made, of any size and number.
 */

import type { ImageSource } from "#lib/base/options/image.js";
import { Frontswap } from "#lib/clients/frontswap.js";
import type { Router } from "#lib/core/router.js";
import { PREAMBLE_BYTES, readPreamble } from "#lib/image/format.js";
import { Feed, restoreImage } from "#lib/image/restore.js";

/** Restores into arenas of the test's own; answers the client of each name. */
export async function restoreInto(image: ImageSource, arenas: Router): Promise<(name: string) => Frontswap> {
  type Make = new (
    arenasOf: () => Router,
    client: number,
    scope: number,
    name: string,
    maxBytes: number,
    areas: Map<number, number>,
  ) => Frontswap;
  const clients = new Map<string, Frontswap>();
  const feed = new Feed(image, undefined);
  const preamble = readPreamble(await feed.take(PREAMBLE_BYTES));
  await restoreImage(feed, arenas, preamble, ({ name, maxBytes }, areas) => {
    const client = clients.size + 1;
    const scope = preamble.dedupe === "pool" ? 0 : client;
    clients.set(name, new (Frontswap as unknown as Make)(() => arenas, client, scope, name, maxBytes, areas));
    return { client, scope };
  });
  return (name) => clients.get(name) as Frontswap;
}
