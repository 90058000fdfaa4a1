/**
 * echo.mjs - a worker without a pool that is as busy as one with it: a millisecond for each message. Tells
 * whether the machine is busy with other things.
 */
globalThis.addEventListener("message", () => {
  const end = performance.now() + 1;
  while (performance.now() < end);
  globalThis.postMessage(0);
});
