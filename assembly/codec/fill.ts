/**
 * fill.ts - pages that repeat the same eight bytes.
 *
 * Owns:   nothing. Pure.
 * Keeps:  fillExpand(at, bytes, load<u64>(at)) leaves a page for which fillDetect answered true unchanged.
 * Cost:   fillDetect stops at the first difference, for most pages after 16 bytes.
 *
 * Eight bytes, not one: zswap compares machine words too, and finds 10 to 20 % of swapped pages (Linux commit
 * a85f878b); most of them zero.
 */

/** True when every byte equals the byte eight before it. Pages of up to eight bytes always do. */
export function fillDetect(at: usize, bytes: u32): bool {
  if (bytes <= 8) return true;
  const pattern = i64x2.splat(load<u64>(at));
  if (bytes >= 16 && v128.any_true(v128.xor(v128.load(at), pattern))) return false;
  let done: u32 = 0;
  while (done + 64 <= bytes) {
    const from = at + done;
    const one = v128.or(v128.xor(v128.load(from), pattern), v128.xor(v128.load(from, 16), pattern));
    const two = v128.or(v128.xor(v128.load(from, 32), pattern), v128.xor(v128.load(from, 48), pattern));
    if (v128.any_true(v128.or(one, two))) return false;
    done += 64;
  }
  while (done + 16 <= bytes) {
    if (v128.any_true(v128.xor(v128.load(at + done), pattern))) return false;
    done += 16;
  }
  // `done` is a multiple of eight and at least eight bytes precede every byte that is left.
  if (done < 8) done = 8;
  while (done < bytes) {
    if (load<u8>(at + done) != load<u8>(at + done - 8)) return false;
    done += 1;
  }
  return true;
}

/** The repeated eight bytes; of a page shorter than that its bytes, then zeros. */
export function fillPattern(at: usize, bytes: u32): u64 {
  const pattern = load<u64>(at);
  return bytes >= 8 ? pattern : pattern & (((<u64>1) << (bytes << 3)) - 1);
}

/** Writes `bytes` bytes of the pattern, and up to 15 more behind them. */
export function fillExpand(at: usize, bytes: u32, pattern: u64): void {
  const lanes = i64x2.splat(pattern);
  let done: u32 = 0;
  while (done < bytes) {
    v128.store(at + done, lanes);
    done += 16;
  }
}
