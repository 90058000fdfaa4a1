/**
 * self_test.mjs - `electron . --self-test`: draws in two windows, undoes, kills one renderer, and looks
 * whether its pages are gone and the other's are not. Prints each step; answers the exit code.
 */
const STEPS_MS = 20_000;

let asked = 0;

/** Figures of the pool, by its process. */
function figuresOf(pool) {
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const hear = (answer) => {
      if (answer.id !== id) return;
      pool.off("message", hear);
      resolve(answer);
    };
    pool.on("message", hear);
    pool.postMessage({ kind: "figures", id });
  });
}

async function until(what, isSo) {
  const end = Date.now() + STEPS_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${STEPS_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  console.log(`ok: ${what}`);
}

const run = (window, code) => window.webContents.executeJavaScript(code);
const isReady = (window) => run(window, "document.body.dataset.state === 'ready'").catch(() => false);

export async function selfTest(openWindow, pool) {
  try {
    const [one, two] = [openWindow(), openWindow()];
    await until("two windows are connected", async () => (await isReady(one)) && (await isReady(two)));
    for (const window of [one, two]) {
      const same = await run(window, "editorSelfTest()");
      if (same !== true) throw new Error("after undo the drawing is another one");
    }
    console.log("ok: drawn and undone, pixel by pixel");
    const both = (await figuresOf(pool)).storedPages;
    one.webContents.removeAllListeners("render-process-gone");
    one.webContents.forcefullyCrashRenderer();
    await until("the killed window's pages are gone", async () => (await figuresOf(pool)).storedPages < both);
    if ((await run(two, "editorSelfTest()")) !== true)
      throw new Error("the other window's drawing is another one");
    console.log("ok: the other window has its pages");
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  }
}
