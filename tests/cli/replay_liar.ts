/**
 * replay_liar.ts - makes the library lie to `spillway replay`. Loaded into the command before it starts
 * (`node --import`), it makes every hit of block 3 go wrong, in the way that the environment variable LIE
 * names.
 */
import { Spillway } from "spillway";

const VICTIM = 3;

/** A get as the command calls it: pages are Uint8Arrays. */
type Get = (fs: number, inode: number | bigint, index: number, page: Uint8Array) => boolean;

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
const prototype: { getPage: Get } = Object.getPrototypeOf(
  Spillway.openSync({ maxBytes: "1MiB" }).cleancache(),
);
const honest = prototype.getPage;
prototype.getPage = function (this: unknown, ...args: Parameters<Get>) {
  const get: Get = (...same) => honest.apply(this, same);
  return args[2] === VICTIM ? lie(get, args) : get(...args);
};
