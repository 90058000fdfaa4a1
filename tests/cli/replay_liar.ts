/**
 * replay_liar.ts - spoils the library for `spillway replay`: loaded into the command before it starts (`node --import`), it
 * makes every get of block 3 that hits do wrong, in the way that the environment variable LIE names.
 */
import { type Cleancache, Spillway } from "spillway";

const VICTIM = 3;

type Get = Cleancache["getPage"];

const LIES: Record<string, (get: Get, args: Parameters<Get>) => boolean> = {
  flip(get, args) {
    const found = get(...args);
    const [, , , page] = args;
    page[page.length - 1] = (page[page.length - 1] as number) ^ 1;
    return found;
  },
  nothing: (get, [fs, inode, index, page]) => get(fs, inode, index, page.slice()),
};

const lie = LIES[process.env.LIE ?? ""];
if (lie === undefined) throw new Error("LIE must be one of flip, nothing");
const prototype = Object.getPrototypeOf(Spillway.openSync({ maxBytes: "1MiB" }).cleancache()) as Cleancache;
const honest = prototype.getPage;
prototype.getPage = function (...args) {
  const get: Get = (...same) => honest.apply(this, same);
  return args[2] === VICTIM ? lie(get, args) : get(...args);
};
