/**
 * index.mjs - drives the parking: conversations take turns; each is resumed, compared, grows and is parked.
 *
 * All conversations begin with the same prompt, of which a model that shares prefixes has the same blocks in
 * each. Every block is compared, by its digest, with the block as it was made. With Spillway the notes also
 * tell what blocks of each kind come to (blocks.mjs): of f16 numbers hardly any compress, and what is saved
 * is the prompt.
 */
import { createHash } from "node:crypto";
import { Spillway } from "spillway";
import { Random } from "#kit/random.js";
import { heldBytes, mib, timed } from "../harness/meter.mjs";
import { BLOCK_BYTES, BlockMaker, KINDS } from "./blocks.mjs";

export const SIDES = { "Map of blocks": "plain", "a file each": "file", SpillMap: "spillway" };

export const SIZES = {
  full: {
    conversations: 16,
    prompt: 320,
    turns: 3,
    blocks: 96,
    kinds: 1000,
    says: "16 conversations, a prompt of 320 blocks of 16 KiB, 3 turns of 96 blocks each",
  },
  quick: {
    conversations: 3,
    prompt: 20,
    turns: 2,
    blocks: 6,
    kinds: 50,
    says: "3 conversations, a prompt of 20 blocks of 16 KiB, 2 turns of 6 blocks each",
  },
};

export async function drive(program, size, meter) {
  const { park, resume, end, blocks, pool } = program;
  const random = new Random(1);
  const maker = new BlockMaker(random);
  const make = (count) => Array.from({ length: count }, () => maker.make(random, "independent"));
  const times = { park: [], resume: [] };
  const made = new Map();
  let bytes = 0;
  const grow = (conversation, list) => {
    const digests = made.get(conversation) ?? [];
    times.park.push(timed(() => park(conversation, digests.length, list)) / list.length);
    made.set(conversation, [...digests, ...list.map(digest)]);
  };
  const check = (conversation) => {
    let list;
    const ms = timed(() => {
      list = resume(conversation);
    });
    times.resume.push(ms / list.length);
    if (digest(list.map(digest).join()) !== digest(made.get(conversation).join()))
      throw new Error(`kv: other blocks of conversation ${conversation}`);
    bytes += list.length * BLOCK_BYTES;
  };
  const prompt = make(size.prompt);
  for (let i = 0; i < size.conversations; i++)
    grow(
      i,
      prompt.map((block) => block.slice()),
    );
  for (let turn = 0; turn < size.turns; turn++)
    for (let i = 0; i < size.conversations; i++) {
      check(i);
      grow(i, make(size.blocks));
    }
  meter.held(blocks, pool);
  if (program.onDisk) meter.figures["bytes on disk"] = mib(parked(made));
  for (let i = 0; i < size.conversations; i++) check(i);
  meter.times("park a block", times.park);
  meter.times("resume a block", times.resume);
  const all = digest([...made.values()].join());
  for (let i = 0; i < size.conversations; i++) end(i);
  if (pool && blocks.size !== 0) throw new Error("kv: ended conversations left blocks");
  meter.verified(bytes);
  if (pool) for (const kind of KINDS) meter.notes.push(await kept(kind, maker, size.kinds));
  return all;
}

const parked = (made) => [...made.values()].reduce((sum, list) => sum + list.length * BLOCK_BYTES, 0);

/** What blocks of a kind come to, and after a rest. */
async function kept(kind, maker, count) {
  const pool = Spillway.openSync({ maxBytes: "256MiB", pageSize: 16384 });
  const map = pool.map();
  const random = new Random(2);
  for (let i = 0; i < count; i++) map.set(String(i), maker.make(random, kind));
  const part = () => (heldBytes(map, pool) / (count * BLOCK_BYTES)).toFixed(2);
  const hot = part();
  await pool.recompress();
  const rested = part();
  pool.close();
  return `f16, ${kind}: ${hot} of the bytes are held, ${rested} after a rest (pool.recompress())`;
}

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
