/**
 * blocks.mjs - blocks of a key/value cache, from a seed: f16 numbers as bits in a Uint16Array.
 *
 * A block has 16 tokens by 512 channels, token after token, as 8 heads of 64 channels are stored. Each
 * channel has a mean and a spread of its own, a few of them large, as keys have. The kinds differ in how a
 * channel changes from token to token:
 *
 *   independent  draws from the normal distribution: what values of a cache look like
 *   smooth       a random walk that keeps 0.98 of itself: neighbouring tokens are alike
 *   16 levels    as written back from a cache that was quantised to 4 bits
 *   half empty   as "independent", but only the first 8 tokens are there; the rest is zeros
 */
export const TOKENS = 16;
export const CHANNELS = 512;
export const BLOCK_BYTES = 2 * TOKENS * CHANNELS;

export const KINDS = ["independent", "smooth", "16 levels", "half empty"];

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The bits of a number as f16, rounded to the nearest; what is smaller than f16's normal numbers is 0. */
function toHalf(number) {
  float[0] = number;
  const word = bits[0];
  const sign = (word >>> 16) & 0x8000;
  const exponent = ((word >>> 23) & 255) - 112;
  if (exponent <= 0) return sign;
  if (exponent >= 31) return sign | 0x7bff;
  return (sign | (exponent << 10) | ((word >>> 13) & 0x3ff)) + ((word >>> 12) & 1);
}

/** 65,536 draws from the normal distribution. A draw of these costs little. */
function normals(random) {
  const unit = () => (random.next() + 1) / 2 ** 32;
  return Float64Array.from(
    { length: 65536 },
    () => Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit()),
  );
}

/** Makes blocks of one model: its channels have the same mean and spread in all blocks. */
export class BlockMaker {
  #normals;
  #means;
  #spreads;

  constructor(random) {
    this.#normals = normals(random);
    const draw = () => this.#normals[random.below(65536)];
    this.#means = Float64Array.from({ length: CHANNELS }, () => draw() * (random.below(20) === 0 ? 6 : 0.5));
    this.#spreads = Float64Array.from({ length: CHANNELS }, () => 0.2 + 0.1 * Math.abs(draw()));
  }

  make(random, kind) {
    const block = new Uint16Array(TOKENS * CHANNELS);
    const tokens = kind === "half empty" ? TOKENS / 2 : TOKENS;
    for (let channel = 0; channel < CHANNELS; channel++) {
      let walk = this.#normals[random.next() >>> 16];
      for (let token = 0; token < tokens; token++) {
        const normal = this.#normals[random.next() >>> 16];
        walk = kind === "smooth" ? 0.98 * walk + 0.2 * normal : normal;
        if (kind === "16 levels") walk = Math.max(-8, Math.min(7, Math.round(walk * 2.5))) / 2.5;
        block[token * CHANNELS + channel] = toHalf(this.#means[channel] + this.#spreads[channel] * walk);
      }
    }
    return block;
  }
}
