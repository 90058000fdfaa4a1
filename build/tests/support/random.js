/**
 * random.ts - seeded randomness: the same seed gives the same run.
 */
/** The seed of this run: SPILLWAY_SEED, or one from the clock. Tests print it. */
export function runSeed() {
    const given = process.env.SPILLWAY_SEED;
    return given === undefined ? Date.now() >>> 0 : Number(given) >>> 0;
}
/** mulberry32 (T. Ettinger): 32 bits of state, good enough to choose operations. */
export class Random {
    #state;
    constructor(seed) {
        this.#state = seed >>> 0;
    }
    /** An integer from 0 to 2^32 - 1. */
    next() {
        this.#state = (this.#state + 0x6d2b79f5) >>> 0;
        let t = this.#state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return (t ^ (t >>> 14)) >>> 0;
    }
    /** An integer from 0 to `bound` - 1. */
    below(bound) {
        return Math.floor((this.next() / 2 ** 32) * bound);
    }
    /** One of the values. */
    pick(values) {
        return values[this.below(values.length)];
    }
    /** Fills with random bytes. */
    fill(bytes) {
        for (let i = 0; i < bytes.length; i++)
            bytes[i] = this.next() >>> 24;
        return bytes;
    }
}
