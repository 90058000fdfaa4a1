/**
 * worker.mjs - the suite in a dedicated worker.
 */
import { report } from "./library.mjs";

addEventListener("message", async ({ data }) => {
  postMessage(await report(data).catch((error) => JSON.stringify({ error: String(error) })));
});
