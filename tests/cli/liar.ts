/**
 * liar.ts - makes the library lie. Loaded into the command before it starts (`node --import`), it makes every
 * load of page 3 go wrong, in the way that the environment variable LIE names.
 */
import { Spillway } from "spillway";

/** Number of the page, which is also its offset in the area. */
const VICTIM = 3;

/** A load as the command calls it: pages are Uint8Arrays. */
type Load = (type: number, offset: number, page: Uint8Array) => boolean;

const LIES: Record<string, (load: Load) => Load> = {
  flip: (load) => (type, offset, page) => {
    const found = load(type, offset, page);
    page[100] = (page[100] as number) ^ 1;
    return found;
  },
  beyond: (load) => (type, offset, page) => {
    const found = load(type, offset, page);
    page[page.length - 1] = (page[page.length - 1] as number) ^ 1;
    return found;
  },
  nothing: () => () => true,
  miss: () => () => false,
  throw: () => () => {
    throw new Error("damaged\non purpose");
  },
};

const lie = LIES[process.env.LIE ?? ""];
if (lie === undefined) throw new Error("LIE must be one of flip, beyond, nothing, miss, throw");
const frontswap: { load: Load } = Object.getPrototypeOf(Spillway.openSync({ maxBytes: "1MiB" }).frontswap());
const honest = frontswap.load;
frontswap.load = function (this: unknown, type: number, offset: number, page: Uint8Array) {
  const load: Load = (...args) => honest.apply(this, args);
  return (offset === VICTIM ? lie(load) : load)(type, offset, page);
};
