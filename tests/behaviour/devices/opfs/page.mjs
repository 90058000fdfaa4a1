/**
 * page.mjs - starts a worker that does what the address says, and posts its answer to /report/TASK. With
 * `also` it opens a second tab, for that task.
 */
const { task, also, ...settings } = Object.fromEntries(new URLSearchParams(location.search));
if (also !== undefined) open(`?${new URLSearchParams({ ...settings, task: also })}`, "_blank", "noopener");
const post = (body) => fetch(`/report/${task}`, { method: "POST", body: JSON.stringify(body) });

/** A worker with a task; its answers come one after the other. */
function start(name) {
  const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });
  worker.postMessage({ task: name, settings });
  const next = () =>
    new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data), { once: true });
      worker.addEventListener("error", ({ message }) => reject(new Error(message)), { once: true });
    });
  return { worker, next };
}

/** A worker that is ended in the middle of its work; the next one finds its folder and removes it. */
async function terminated() {
  const first = start("hold");
  const held = await first.next();
  first.worker.terminate();
  // The browser lets go of locks and handles of a worker a moment after it has ended.
  for (let tries = 0; tries < 100; tries++) {
    const { folders } = await start("look").next();
    if (folders.length === 0) return { held, tries, folders };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the folder stayed");
}

try {
  await post(await (task === "terminated" ? terminated() : start(task).next()));
} catch (error) {
  await post({ error: `${error}` });
}
