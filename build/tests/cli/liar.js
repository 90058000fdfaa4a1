/**
 * liar.ts - spoils the library: loaded into the command before it starts (`node --import`), it makes every load of
 * page 3 do wrong, in the way that the environment variable LIE names.
 */
import { Spillway } from "spillway";
/** The page that is lied about: its number, which is its offset in the area. */
const VICTIM = 3;
const LIES = {
    flip: (load) => (type, offset, page) => {
        const found = load(type, offset, page);
        page[100] = page[100] ^ 1;
        return found;
    },
    beyond: (load) => (type, offset, page) => {
        const found = load(type, offset, page);
        page[page.length - 1] = page[page.length - 1] ^ 1;
        return found;
    },
    nothing: () => () => true,
    miss: () => () => false,
    throw: () => () => {
        throw new Error("damaged\non purpose");
    },
};
const lie = LIES[process.env.LIE ?? ""];
if (lie === undefined)
    throw new Error("LIE must be one of flip, beyond, nothing, miss, throw");
const frontswap = Object.getPrototypeOf(Spillway.openSync({ maxBytes: "1MiB" }).frontswap());
const honest = frontswap.load;
frontswap.load = function (type, offset, page) {
    const load = (...args) => honest.apply(this, args);
    return (offset === VICTIM ? lie(load) : load)(type, offset, page);
};
