/**
 * main.ts - runs the main module of a program in an archive, as `electron ARCHIVE` does. Ends with its code.
 *
 * Arguments: the place of the archive, the main module's name, the program's own arguments.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openArchive } from "./archive.js";
import type { Place } from "./archive_hooks.js";
import { app, endAll, makeReady, prepare } from "./twin.js";

const [, , text = "", name = "", ...args] = process.argv;
const place = JSON.parse(text) as Place;
const main = join(place.archive, name);
openArchive(place);
// Small windows: a tile is a message of 350,000 characters to the browser's driver.
prepare(place, { width: 560, height: 560 });
process.argv = [process.execPath, main, ...args];
app.on("exit", (code: number) => void endAll().then(() => process.exit(code)));
await import(pathToFileURL(main).href);
makeReady();
