/**
 * index.mjs - drives the undo history: strokes, all of them undone, all redone.
 *
 * While strokes are painted, a digest of each tile that they changed is kept, before and after. After each
 * undo and redo the digests of its tiles must be those; a tile that no step changed cannot have changed. At
 * both ends all pixels of the canvas are compared with copies.
 */
import { createHash } from "node:crypto";
import { Random } from "#kit/random.js";
import { heldBytes, mib, timed } from "../harness/meter.mjs";
import { Canvas, prime, stroke } from "./canvas.mjs";

export const SIDES = { "Map of copies": "plain", SpillMap: "spillway" };

export const SIZES = {
  full: { width: 4096, height: 2160, strokes: 300, says: "4096 x 2160 pixels, 300 strokes" },
  quick: { width: 640, height: 360, strokes: 30, says: "640 x 360 pixels, 30 strokes" },
};

export function drive(program, size, meter) {
  const drawing = paint(program, size, false);
  meter.figures["bytes of all steps"] = mib(drawing.raw);
  meter.held(program.tiles, program.pool);
  const times = { push: drawing.push, ...walk(drawing) };
  for (const what of Object.keys(times)) meter.times(what, times[what]);
  program.tiles.clear();
  // Grain in all pixels: what compresses least.
  const picture = paint(program, size, true);
  meter.figures["held, over a photograph"] =
    `${mib(heldBytes(program.tiles, program.pool))} of ${mib(picture.raw)}`;
  walk(picture);
  meter.verified(drawing.bytes + picture.bytes);
  return digest(drawing.last) + digest(picture.last);
}

/** Paints on paper or on a picture. */
function paint({ History }, { width, height, strokes }, picture) {
  const canvas = new Canvas(width, height);
  const random = new Random(1);
  prime(canvas, random, picture);
  const first = canvas.pixels.slice();
  const history = new History();
  const steps = [];
  const push = [];
  let raw = 0;
  for (let i = 0; i < strokes; i++) {
    const before = new Map();
    stroke(canvas, random, (tile) => before.has(tile) || before.set(tile, canvas.read(tile)));
    const old = [...before].map(([tile, pixels]) => [tile, digest(pixels)]);
    for (const pixels of before.values()) raw += pixels.length;
    push.push(timed(() => history.push(before)));
    steps.push(old.map(([tile, was]) => ({ tile, was, is: digest(canvas.read(tile)) })));
  }
  const last = canvas.pixels.slice();
  return { canvas, history, steps, push, raw, first, last, bytes: 2 * raw + first.length + last.length };
}

/** Back to the first pixels and forth to the last. */
function walk({ canvas, history, steps, first, last }) {
  const times = { undo: [], redo: [] };
  for (const step of steps.toReversed()) {
    times.undo.push(timed(() => history.undo(canvas)));
    for (const { tile, was } of step) check(digest(canvas.read(tile)) === was, tile);
  }
  check(Buffer.compare(canvas.pixels, first) === 0 && history.undo(canvas) === undefined, "the first");
  for (const step of steps) {
    times.redo.push(timed(() => history.redo(canvas)));
    for (const { tile, is } of step) check(digest(canvas.read(tile)) === is, tile);
  }
  check(Buffer.compare(canvas.pixels, last) === 0 && history.redo(canvas) === undefined, "the last");
  return times;
}

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

function check(right, where) {
  if (!right) throw new Error(`undo: other pixels than there were, ${where}`);
}
