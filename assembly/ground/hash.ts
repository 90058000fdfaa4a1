/**
 * hash.ts - the 64-bit page hash.
 *
 * Owns:   [SECRET_PTR, SECRET_PTR + SECRET_BYTES), HASH_SEED; in each window a copy of the secret.
 * Keeps:  same bytes, length, scope and secret, same hash; the bytes behind the page do not count.
 * Cost:   one multiply of 32 x 32 bits per eight bytes, in lanes of two: see `spillway bench`.
 *
 * The shape is that of XXH3's long form (Y. Collet, xxHash 0.8): eight 64-bit sums over stripes of 64 bytes,
 *   sum[i]     += low 32 bits * high 32 bits of (data[i] ^ secret[i])
 *   sum[i ^ 2] += data[i]      a lane whose product vanishes still remembers its input
 * with the secret sliding by eight bytes a stripe, the sums scrambled each KiB, folded at the end. It is not
 * XXH3. There it is i ^ 1, which costs a shuffle more. Here lengths are padded with zeros to whole stripes,
 * and the fold is XXH64's, because wasm has no multiply of 64 x 64 -> 128 bits. The secret is drawn from a
 * seed of the pool, so no caller can aim at one bucket of an index. Equal hashes are never taken for equal
 * bytes: the engine compares the bytes. Hashes of images leave the pool: docs/FORMAT.md draws them.
 */

import { padLine } from "./bytes";
import { LINE_BYTES } from "./layout";
import { HASH_SEED, SECRET_BYTES, SECRET_PTR } from "./records";
import { secretPtr } from "./window";

const PRIME_1: u64 = 0x9e3779b185ebca87;
const PRIME_2: u64 = 0xc2b2ae3d27d4eb4f;
const PRIME_3: u64 = 0x165667b19e3779f9;
const PRIME_4: u64 = 0x85ebca77c2b2ae63;
const PRIME_SCRAMBLE: u32 = 0x9e3779b1;

/**
 * Only sixteen hashes for each scope, in the build that shows what happens when hashes collide. Pages of two
 * scopes have different hashes there too: their bodies are charged to different clients.
 */
const WEAK: bool = isDefined(SPILLWAY_WEAK_HASH);

/** Stripes between two scrambles: the secret has room for sixteen steps of eight bytes and one line. */
const STRIPES_A_BLOCK: u32 = 16;

if (SECRET_BYTES < STRIPES_A_BLOCK * 8 + LINE_BYTES) ERROR("the secret is too short for its steps");

/** A bijection of 64 bits in which every input bit moves every output bit (the finalizer of XXH64). */
export function mix64(value: u64): u64 {
  let h = value;
  h ^= h >> 33;
  h *= PRIME_2;
  h ^= h >> 29;
  h *= PRIME_3;
  h ^= h >> 32;
  return h;
}

/** Draws the secret from a seed of 64 bits. */
export function hashInit(seed: u64): void {
  store<u64>(HASH_SEED, seed);
  draw(SECRET_PTR, seed);
  draw(secretPtr(), seed);
}

/** Gives the window of this instance its copy of the secret. */
export function hashWindow(): void {
  draw(secretPtr(), load<u64>(HASH_SEED));
}

function draw(secret: usize, seed: u64): void {
  let state = seed;
  for (let at: u32 = 0; at < SECRET_BYTES; at += 8) {
    state += PRIME_1;
    store<u64>(secret + at, mix64(state));
  }
}

/**
 * The low 32 bits of the four 64-bit lanes of two vectors, and their high 32 bits: the factors of the
 * products.
 */
function lows(one: v128, other: v128): v128 {
  return i32x4.shuffle(one, other, 0, 2, 4, 6);
}

function highs(one: v128, other: v128): v128 {
  return i32x4.shuffle(one, other, 1, 3, 5, 7);
}

function scramble(sums: v128, secret: v128): v128 {
  const keyed = v128.xor(v128.xor(sums, i64x2.shr_u(sums, 47)), secret);
  const factor = i32x4.splat(PRIME_SCRAMBLE);
  const low = i64x2.extmul_low_i32x4_u(i32x4.shuffle(keyed, keyed, 0, 2, 0, 2), factor);
  const high = i64x2.extmul_low_i32x4_u(i32x4.shuffle(keyed, keyed, 1, 3, 1, 3), factor);
  return i64x2.add(low, i64x2.shl(high, 32));
}

function fold(hash: u64, lane: u64, secret: u64): u64 {
  let h = hash ^ (rotl<u64>((lane ^ secret) * PRIME_2, 31) * PRIME_1);
  h = rotl<u64>(h, 27) * PRIME_1 + PRIME_4;
  return h;
}

/**
 * Hash of the page at `at`. Pads the page with zeros to a whole line, so it overwrites up to 63 bytes behind
 * it. `scope` keeps the hashes of clients apart: equal pages of two scopes have different hashes.
 */
export function pageHash(at: usize, bytes: u32, scope: u32): u64 {
  padLine(at, bytes);
  let a = i64x2(PRIME_1, PRIME_2);
  let b = i64x2(PRIME_3, PRIME_4);
  let c = i64x2(PRIME_2, PRIME_4);
  let d = i64x2(PRIME_3, PRIME_1);
  let data = at;
  const end = at + bytes;
  let secret = secretPtr();
  // Bound: bytes / 64 stripes, rounded up; at most 1,024.
  while (data < end) {
    // Two vectors share the shuffles that bring low and high halves together: six shuffles for two products,
    // not eight.
    let one = v128.load(data, 0);
    let other = v128.load(data, 16);
    b = i64x2.add(b, one);
    a = i64x2.add(a, other);
    one = v128.xor(one, v128.load(secret, 0));
    other = v128.xor(other, v128.load(secret, 16));
    let low = lows(one, other);
    let high = highs(one, other);
    a = i64x2.add(a, i64x2.extmul_low_i32x4_u(low, high));
    b = i64x2.add(b, i64x2.extmul_high_i32x4_u(low, high));
    one = v128.load(data, 32);
    other = v128.load(data, 48);
    d = i64x2.add(d, one);
    c = i64x2.add(c, other);
    one = v128.xor(one, v128.load(secret, 32));
    other = v128.xor(other, v128.load(secret, 48));
    low = lows(one, other);
    high = highs(one, other);
    c = i64x2.add(c, i64x2.extmul_low_i32x4_u(low, high));
    d = i64x2.add(d, i64x2.extmul_high_i32x4_u(low, high));
    data += LINE_BYTES;
    secret += 8;
    if (secret == secretPtr() + 8 * STRIPES_A_BLOCK) {
      a = scramble(a, v128.load(secret, 0));
      b = scramble(b, v128.load(secret, 16));
      c = scramble(c, v128.load(secret, 32));
      d = scramble(d, v128.load(secret, 48));
      secret = secretPtr();
    }
  }
  let h = <u64>bytes * PRIME_1 + <u64>scope * PRIME_3;
  h = fold(h, i64x2.extract_lane(a, 0), load<u64>(secretPtr(), 8));
  h = fold(h, i64x2.extract_lane(a, 1), load<u64>(secretPtr(), 16));
  h = fold(h, i64x2.extract_lane(b, 0), load<u64>(secretPtr(), 24));
  h = fold(h, i64x2.extract_lane(b, 1), load<u64>(secretPtr(), 32));
  h = fold(h, i64x2.extract_lane(c, 0), load<u64>(secretPtr(), 40));
  h = fold(h, i64x2.extract_lane(c, 1), load<u64>(secretPtr(), 48));
  h = fold(h, i64x2.extract_lane(d, 0), load<u64>(secretPtr(), 56));
  h = fold(h, i64x2.extract_lane(d, 1), load<u64>(secretPtr(), 64));
  return WEAK ? (mix64(h) & 15) | ((<u64>scope) << 4) : mix64(h);
}

/** pageHash under the secret of another seed. */
export function pageHashUnder(seed: u64, at: usize, bytes: u32, scope: u32): u64 {
  draw(secretPtr(), seed);
  const hash = pageHash(at, bytes, scope);
  hashWindow();
  return hash;
}

/**
 * A check of the page at `at` that costs a third of its hash: two running sums a lane, so a change of one
 * place, or of the order of places, changes the check. It is neither keyed nor spread, so it finds damage and
 * not duplicates. Pads as pageHash does.
 */
export function pageSum(at: usize, bytes: u32): u64 {
  padLine(at, bytes);
  let a = i64x2.splat(bytes);
  let b = i64x2.splat(0);
  let c = i64x2.splat(0);
  let d = i64x2.splat(0);
  const end = at + bytes;
  // Bound: bytes / 64 stripes, rounded up; at most 1,024.
  for (let data = at; data < end; data += LINE_BYTES) {
    a = i64x2.add(a, v128.load(data, 0));
    c = i64x2.add(c, v128.load(data, 16));
    b = i64x2.add(b, a);
    d = i64x2.add(d, c);
    a = i64x2.add(a, v128.load(data, 32));
    c = i64x2.add(c, v128.load(data, 48));
    b = i64x2.add(b, a);
    d = i64x2.add(d, c);
  }
  // The plain sums as well: the weighted sums lose a high bit when an even weight shifts it out.
  let h = mix64(i64x2.extract_lane(a, 0) ^ PRIME_1);
  h = mix64(h ^ i64x2.extract_lane(a, 1));
  h = mix64(h ^ i64x2.extract_lane(b, 0));
  h = mix64(h ^ i64x2.extract_lane(b, 1));
  h = mix64(h ^ i64x2.extract_lane(c, 0));
  h = mix64(h ^ i64x2.extract_lane(c, 1));
  h = mix64(h ^ i64x2.extract_lane(d, 0));
  return mix64(h ^ i64x2.extract_lane(d, 1));
}
