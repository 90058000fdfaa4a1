/**
 * page.mjs - the suite on a page: on its own thread, in a worker and in a service worker, whichever of them
 * the address names. Each report is posted to /report/SCOPE.
 */
import { report } from "./library.mjs";

const post = (scope, body) => fetch(`/report/${scope}`, { method: "POST", body });
const settingsOf = async (scope) => (await fetch(`/settings/${scope}`)).json();

const SCOPES = {
  page: async () => report(await settingsOf("page")),

  worker: async () => {
    const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });
    const answer = answerOf(worker, (listener) => worker.addEventListener("error", listener));
    worker.postMessage(await settingsOf("worker"));
    return answer;
  },

  "service-worker": async () => {
    const url = new URL("service_worker.mjs", import.meta.url);
    const registration = await navigator.serviceWorker.register(url, { type: "module" });
    const { active, installing, waiting } = registration;
    const worker = active ?? installing ?? waiting;
    const { port1, port2 } = new MessageChannel();
    const answer = answerOf(port1, (listener) => worker.addEventListener("error", listener));
    port1.start();
    worker.postMessage(await settingsOf("service-worker"), [port2]);
    return answer;
  },
};

/** The first message, or what went wrong. */
function answerOf(target, onError) {
  return new Promise((resolve, reject) => {
    target.addEventListener("message", ({ data }) => resolve(data));
    onError(({ message }) => reject(new Error(`the worker failed: ${message}`)));
  });
}

for (const scope of new URLSearchParams(location.search).get("scopes").split(","))
  await post(
    scope,
    await SCOPES[scope]().catch((error) => JSON.stringify({ error: `${error} ${error.stack}` })),
  );
