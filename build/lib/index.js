/**
 * index.ts - the public names of `spillway`.
 */
export { SpillwayError, SpillwayRangeError, SpillwayTypeError, } from "./errors.js";
export { Spillway } from "./pool.js";
