/**
 * adopt.ts - takes over a page whose body was made elsewhere: in another arena of the pool, or in an image.
 *
 * Owns:   nothing.
 * Keeps:  a page is taken over whole, or nothing has happened.
 * Cost:   see engine/incoming.ts.
 */
import { STAT_MOVED_IN } from "../ground/layout";
import { statAdd } from "../ground/stats";
import { areaNumbered } from "../owners/areas";
import { dictionaryOf } from "../owners/dictionaries";
import {
  INCOMING_AREA_AT,
  INCOMING_CHOICE_AT,
  INCOMING_INODE_AT,
  INCOMING_OFFSET_AT,
  INCOMING_RAW_AT,
  INCOMING_VERSION_AT,
  incomingBody,
  OF_INODE,
} from "../engine/incoming";
import { enter, hold, letGo } from "../engine/ledger";
import { inodeFor } from "../engine/life";
import { reserveRecords } from "../engine/placement";

/**
 * Takes over the page that the record tells of. Its key is free, and the bytes of its body are at `at`. False
 * when there is no room for it, or no dictionary for a dense body.
 */
export function adopt(incoming: usize, at: usize): bool {
  const area = areaNumbered(load<u32>(incoming, INCOMING_AREA_AT));
  const choice = <u32>load<u16>(incoming, INCOMING_CHOICE_AT);
  if (!(choice & OF_INODE)) return adoptInto(area, choice, incoming, at);
  const inode = inodeFor(area, load<u64>(incoming, INCOMING_INODE_AT));
  if (!inode) return false;
  hold(inode);
  const adopted = adoptInto(inode, choice - OF_INODE, incoming, at);
  letGo(inode);
  return adopted;
}

function adoptInto(area: usize, choice: u32, incoming: usize, at: usize): bool {
  const version = load<u16>(incoming, INCOMING_VERSION_AT);
  if (version && !dictionaryOf(version)) return false;
  if (!reserveRecords(choice != 0)) return false;
  const body = incomingBody(area, incoming, at);
  if (!body) return false;
  const offset = load<u32>(incoming, INCOMING_OFFSET_AT);
  enter(area, offset, load<u32>(incoming, INCOMING_RAW_AT), body, choice);
  statAdd(STAT_MOVED_IN, 1);
  return true;
}
