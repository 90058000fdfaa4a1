import { Frontswap } from "#lib/frontswap.js";
import { PREAMBLE_BYTES, readPreamble } from "#lib/image.js";
import { Feed, restoreImage } from "#lib/restore.js";
/** Restores into arenas of the test's own; answers the client of each name. */
export async function restoreInto(image, arenas) {
    const clients = new Map();
    const feed = new Feed(image, undefined);
    const preamble = readPreamble(await feed.take(PREAMBLE_BYTES));
    await restoreImage(feed, arenas, preamble, ({ name, maxBytes }, areas) => {
        const client = clients.size + 1;
        const scope = preamble.dedupe === "pool" ? 0 : client;
        clients.set(name, new Frontswap(() => arenas, client, scope, name, maxBytes, areas));
        return { client, scope };
    });
    return (name) => clients.get(name);
}
