/**
 * service_worker.mjs - the suite in a service worker, which answers by the port that it is sent.
 */
import { report } from "./library.mjs";

addEventListener("message", (event) => {
  const [port] = event.ports;
  const answered = report(event.data).catch((error) => JSON.stringify({ error: String(error) }));
  // The browser ends a service worker that waits for nothing.
  event.waitUntil(answered.then((text) => port.postMessage(text)));
});
