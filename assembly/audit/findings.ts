/**
 * findings.ts - what the audit can find wrong. The numbers cross the border: the host's selfCheck answers
 * them.
 */

/** What is wrong, in the order in which the audit looks for it. */
export const enum Finding {
  NONE,
  STOCK,
  DIRECTORY,
  BODIES,
  LINES,
  AREAS,
  BLOCKS,
  SLAB_BINS,
  SLOT_OWNER,
  RED_ZONE,
  SLAB_SUMS,
  BODY_WITHOUT_SLOT,
  SHARERS,
  COUNTERS,
  GAUGES,
  NURSERY,
  ORDER,
  ACCOUNTS,
  INODES,
  DICTIONARIES,
  EVICTED,
  AWAY,
}
