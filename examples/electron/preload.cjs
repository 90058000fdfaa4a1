/**
 * preload.cjs - hands the port of the pool on to the page, and nothing else. A port cannot go through
 * contextBridge, which copies; window.postMessage transfers it.
 */
const { ipcRenderer } = require("electron");

const loaded = new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));

ipcRenderer.once("pool-port", async (event) => {
  await loaded;
  window.postMessage("pool-port", window.location.origin, event.ports);
});
