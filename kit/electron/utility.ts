/**
 * utility.ts - a utility process, played by a child process of Node: opens the archive, has a `parentPort`,
 * and runs a module of the archive.
 *
 * Arguments: the place of the archive, the module's path, the module's own arguments.
 */
import { EventEmitter } from "node:events";
import { pathToFileURL } from "node:url";
import { openArchive } from "./archive.js";
import { Relay, type Wire } from "./relay.js";

const [, , place = "", entry = "", ...args] = process.argv;
const send = (wire: Wire) => process.send?.(wire);
const relay = new Relay(send);
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (data: unknown) => send(["message", data, []]),
});

function hear(wire: Wire): void {
  if (wire[0] !== "message") relay.hear(wire);
  else parentPort.emit("message", { data: wire[1], ports: wire[2].map((number) => relay.take(number)) });
}

/** What comes before the module has run. */
const early: Wire[] = [];
let isRunning = false;
process.on("message", (wire: Wire) => (isRunning ? hear(wire) : early.push(wire)));
process.on("disconnect", () => process.exit());

openArchive(JSON.parse(place));
Object.assign(process, { parentPort });
process.argv = [process.execPath, entry, ...args];
await import(pathToFileURL(entry).href);
isRunning = true;
for (const wire of early) hear(wire);
