/**
 * evicted.ts - keys of evicted pages, for clients that ask for them.
 *
 * Owns:   EVICTED_CONTROL, and the frame that hangs there while a client asks.
 * Keeps:  no key is lost: while the log is full no page is evicted (evictedFull), until the host has taken
 *         the keys. Everything behind the last key is zero.
 * Cost:   16 bytes for each evicted page, and 4 KiB while a client asks; one word is read per eviction while
 *         none does.
 *
 * Keys name the file system by its number. So the host takes the keys before it closes an area, whose number
 * is free then.
 */
import { frameHang, frameUnhang } from "../../memory/frames";
import {
  EVICTED_FS_AT,
  EVICTED_INDEX_AT,
  EVICTED_INODE_AT,
  EVICTED_KEY_BYTES,
  EVICTED_KEYS_MAX,
} from "../../ground/layout";
import { EVICTED_CONTROL, FRAME_BYTES } from "../../ground/records";

const LOG: usize = EVICTED_CONTROL + 0;
const COUNT: usize = EVICTED_CONTROL + 4;
/** Clients that ask. */
const ASKING: usize = EVICTED_CONTROL + 8;

if (EVICTED_KEYS_MAX * EVICTED_KEY_BYTES != FRAME_BYTES) ERROR("the log must fill a frame");

/** One more client asks. False when there is no memory for the log. */
export function evictedOpen(): bool {
  if (!load<u32>(LOG) && !frameHang(LOG)) return false;
  store<u32>(ASKING, load<u32>(ASKING) + 1);
  return true;
}

/** One client less asks. With the last one the log goes, and the keys in it. */
export function evictedClose(): void {
  assert(load<u32>(ASKING) != 0);
  store<u32>(ASKING, load<u32>(ASKING) - 1);
  if (load<u32>(ASKING)) return;
  wipe();
  frameUnhang(LOG);
}

/** Clients that ask. */
export function evictedAsking(): u32 {
  return load<u32>(ASKING);
}

/** Whether the log is full: then no page may be evicted. */
export function evictedFull(): bool {
  return load<u32>(COUNT) == EVICTED_KEYS_MAX;
}

/** Logs the key of an evicted page of a client that asks. The log is not full. */
export function evictedAdd(fs: u32, inode: u64, index: u32): void {
  assert(!evictedFull() && load<u32>(LOG) != 0);
  const key = load<u32>(LOG) + load<u32>(COUNT) * EVICTED_KEY_BYTES;
  store<u32>(key, fs, EVICTED_FS_AT);
  store<u32>(key, index, EVICTED_INDEX_AT);
  store<u64>(key, inode, EVICTED_INODE_AT);
  store<u32>(COUNT, load<u32>(COUNT) + 1);
}

/** Writes the keys to `target`, the oldest first, and forgets them. Answers how many. */
export function evictedTake(target: usize): u32 {
  const count = load<u32>(COUNT);
  if (!count) return 0;
  memory.copy(target, load<u32>(LOG), count * EVICTED_KEY_BYTES);
  wipe();
  return count;
}

function wipe(): void {
  memory.fill(load<u32>(LOG), 0, load<u32>(COUNT) * EVICTED_KEY_BYTES);
  store<u32>(COUNT, 0);
}

/** True when there is a log as long as a client asks, and nothing stands behind its keys. */
export function evictedCheck(): bool {
  const log = <usize>load<u32>(LOG);
  const count = load<u32>(COUNT);
  if ((log != 0) != (evictedAsking() != 0) || count > EVICTED_KEYS_MAX) return false;
  if (!log) return count == 0;
  for (let at = log + count * EVICTED_KEY_BYTES; at < log + FRAME_BYTES; at += EVICTED_KEY_BYTES) {
    if (v128.any_true(v128.load(at))) return false;
  }
  return true;
}
