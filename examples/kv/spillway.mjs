/**
 * spillway.mjs - the same, with the blocks in a SpillMap. A block that several conversations have, as those
 * of a common prompt, is kept once.
 */
import { Spillway } from "spillway"; // Spillway

export const pool = Spillway.openSync({ maxBytes: "1GiB", pageSize: 16384 }); // Spillway

/** Blocks of f16 numbers, by conversation and place. */
export const blocks = pool.map(); // Spillway

/** Parks what a turn added: blocks from this place on, each a Uint16Array. */
export function park(conversation, from, list) {
  for (const [i, block] of list.entries()) blocks.set(`${conversation}/${from + i}`, block);
}

/** All blocks of a conversation, in order, to go on with it. */
export function resume(conversation) {
  const list = [];
  for (let block; ; list.push(block)) {
    block = blocks.get(`${conversation}/${list.length}`);
    if (block === undefined) return list;
  }
}

/** Drops a conversation that has ended. */
export function end(conversation) {
  for (let i = 0; blocks.delete(`${conversation}/${i}`); ) i += 1;
}
