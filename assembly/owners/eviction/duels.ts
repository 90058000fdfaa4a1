/**
 * duels.ts - what an order learns from its own pages.
 *
 * Owns:   of an order's record the duels and their rings, the scores, what was spent on trust, and the share
 *         of PROBATION.
 * Keeps:  the share stays between SHARE_MIN and SHARE_MAX, a score between -SCORE_MAX and SCORE_MAX.
 * Cost:   a duel that begins is four stores; an asked key is compared with 192 names, four at a time.
 *
 * A duel is between two keys: which of them is asked for first? It goes on whether or not their pages are
 * still here, so what was decided does not colour the answer. orders.ts says what the three questions are.
 */

import {
  ORDER_BYTES,
  ORDER_DUELS_AT,
  ORDER_RINGS_AT,
  ORDER_SCORES_AT,
  ORDER_SHARE_AT,
  ORDER_SPENT_AT,
  ORDER_TICKS_AT,
} from "../../ground/records";
import { nameOf, nodeSetDuelist, orderPages } from "./lanes";

/** Questions, by the index of their ring. */
export const RETURN: u32 = 0;
export const PROMOTE: u32 = 1;
export const SHARE: u32 = 2;

/**
 * Shares of PROBATION in 65,536ths of the order's bytes: a tenth at first, as in S3-FIFO; never less than a
 * twentieth, and never less than that for MAIN, so that each lane can still prove itself; a hundredth a step.
 */
export const SHARE_FIRST: u32 = 6554;
const SHARE_MIN: u32 = 3277;
const SHARE_MAX: u32 = 62259;
const SHARE_STEP: u32 = 655;
/** A score this far from 0 is certain enough; further away it would take too long to change. */
const SCORE_MAX: i32 = 16;
/** While a score is 0 only this part of the pages may be replaced on trust: a 24th. */
const TRUST_PART: u32 = 24;
/** Duels of a question under way at a time. */
const DUEL_COUNT: u32 = 32;
/** A duel of a question begins each time that an eighth of the order's pages has come. */
const DUEL_SHIFT: u32 = 3;

/**
 * A ring, at ORDER_RINGS_AT + 8 * question. Its keys, at ORDER_DUELS_AT: 32 challengers, then 32 champions.
 */
const RING_NEXT_AT: usize = 0;
const RING_DUE_AT: usize = 4;
const RING_SHIFT: u32 = 3;
const RING_BYTES: u32 = DUEL_COUNT * 8;
if (ORDER_DUELS_AT + 3 * RING_BYTES != ORDER_BYTES) ERROR("duels must fill the order");
if (ORDER_DUELS_AT % 16 != 0 || ORDER_BYTES % 16 != 0) ERROR("duels are read in lanes of 16 bytes");

/** Counts a page that came: the clock by which duels begin. */
export function duelsTick(order: usize): void {
  store<u32>(order, load<u32>(order, ORDER_TICKS_AT) + 1, ORDER_TICKS_AT);
}

function ringOf(order: usize, question: u32): usize {
  return order + ORDER_RINGS_AT + (question << RING_SHIFT);
}

/** Whether it is time for the next duel of a question. */
export function isDue(order: usize, question: u32): bool {
  return <i32>(load<u32>(order, ORDER_TICKS_AT) - load<u32>(ringOf(order, question), RING_DUE_AT)) >= 0;
}

/** Begins a duel of two pages, if it is time for one. */
export function challenge(order: usize, question: u32, challenger: usize, champion: usize): void {
  if (!isDue(order, question)) return;
  nodeSetDuelist(challenger, true);
  nodeSetDuelist(champion, true);
  beginDuel(order, question, nameOf(challenger), nameOf(champion));
}

/**
 * Begins a duel of two keys, by their names: the one that is asked for first will have won. The oldest duel
 * of the question is forgotten.
 */
export function beginDuel(order: usize, question: u32, challenger: u32, champion: u32): void {
  const ring = ringOf(order, question);
  const next = load<u32>(ring, RING_NEXT_AT);
  const duel = duelsOf(order, question) + (next << 2);
  store<u32>(duel, challenger);
  store<u32>(duel + DUEL_COUNT * 4, champion);
  store<u32>(ring, (next + 1) % DUEL_COUNT, RING_NEXT_AT);
  store<u32>(ring, load<u32>(order, ORDER_TICKS_AT) + (orderPages(order) >> DUEL_SHIFT), RING_DUE_AT);
}

/** Challengers of a question; the champions stand behind them. */
function duelsOf(order: usize, question: u32): usize {
  return order + ORDER_DUELS_AT + question * RING_BYTES;
}

/**
 * Settles every duel of a key that is asked for: it has won. Looks at four names at a time. Bound: 48 steps.
 */
export function settleDuels(order: usize, name: u32): void {
  const names = i32x4.splat(name);
  for (let at: u32 = 0; at < 3 * RING_BYTES; at += 16) {
    const hits = i32x4.eq(v128.load(order + ORDER_DUELS_AT + at), names);
    if (v128.any_true(hits)) settleFour(order, at, i32x4.bitmask(hits));
  }
}

/** Settles those of four duels in which the key was found, `at` bytes into the duels. */
function settleFour(order: usize, at: u32, hits: u32): void {
  const question = at / RING_BYTES;
  const challenged = at % RING_BYTES < DUEL_COUNT * 4;
  let left = hits;
  while (left) {
    const name = order + ORDER_DUELS_AT + at + (ctz<u32>(left) << 2);
    store<u32>(name, 0);
    store<u32>(challenged ? name + DUEL_COUNT * 4 : name - DUEL_COUNT * 4, 0);
    if (question == SHARE) learnShare(order, challenged);
    else learnScore(order, question, challenged);
    left &= left - 1;
  }
}

function learnShare(order: usize, challengerWon: bool): void {
  const share = load<u32>(order, ORDER_SHARE_AT);
  const learnt = challengerWon ? min(share + SHARE_STEP, SHARE_MAX) : max(share - SHARE_STEP, SHARE_MIN);
  store<u32>(order, learnt, ORDER_SHARE_AT);
}

function learnScore(order: usize, question: u32, challengerWon: bool): void {
  const at = order + (question << 2);
  const score = load<i32>(at, ORDER_SCORES_AT);
  store<i32>(at, challengerWon ? min(score + 1, SCORE_MAX) : max(score - 1, -SCORE_MAX), ORDER_SCORES_AT);
  if (challengerWon) store<u32>(at, 0, ORDER_SPENT_AT);
}

/**
 * Whether a page may take the place of MAIN's victim: as the duels say, or, while they say nothing, on trust.
 */
export function mayReplace(order: usize, question: u32): bool {
  const at = order + (question << 2);
  const score = load<i32>(at, ORDER_SCORES_AT);
  if (score) return score > 0;
  const spent = load<u32>(at, ORDER_SPENT_AT);
  if (spent >= orderPages(order) / TRUST_PART) return false;
  store<u32>(at, spent + 1, ORDER_SPENT_AT);
  return true;
}

export function duelsCheck(order: usize): bool {
  const share = load<u32>(order, ORDER_SHARE_AT);
  return share >= SHARE_MIN && share <= SHARE_MAX;
}
