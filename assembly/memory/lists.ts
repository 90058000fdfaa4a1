/**
 * lists.ts - lists of records that may be removed from anywhere: the areas of a client, the inodes of a file
 * system.
 *
 * Owns:   the second and third word of a record that is in a list. A list is a word that names its first
 *         record, or 0.
 * Keeps:  each record but the first names the one before it, each but the last the one behind.
 * Cost:   three records.
 */

/**
 * The second word. In a free record the link to the next free one stands there (FREE_LINK_AT), so a record in
 * a list is never a free one.
 */
const NEXT_AT: usize = 4;
const BEFORE_AT: usize = 8;

/** Puts a record in front of the list at `head`. */
export function listAdd(head: usize, record: usize): void {
  const next = load<u32>(head);
  store<u32>(record, next, NEXT_AT);
  store<u32>(record, 0, BEFORE_AT);
  if (next) store<u32>(next, record, BEFORE_AT);
  store<u32>(head, record);
}

/** Takes a record out of the list at `head`, in which it is. */
export function listRemove(head: usize, record: usize): void {
  const next = load<u32>(record, NEXT_AT);
  const before = load<u32>(record, BEFORE_AT);
  if (next) store<u32>(next, before, BEFORE_AT);
  if (before) store<u32>(before, next, NEXT_AT);
  else store<u32>(head, next);
}

/** The record behind this one, or 0. */
export function listNext(record: usize): usize {
  return <usize>load<u32>(record, NEXT_AT);
}

/** True when the record behind this one names it. */
export function listCheck(record: usize): bool {
  const next = listNext(record);
  return !next || <usize>load<u32>(next, BEFORE_AT) == record;
}
