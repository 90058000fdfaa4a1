/**
 * painter.ts - strokes of a program that paints: waves that follow a slow field, far ones first, then birds.
 */
import { type Brush, COLOURS, type Point } from "./brushes.js";
import { HEIGHT, WIDTH } from "./picture.js";

export interface Stroke {
  readonly brush: Brush;
  readonly colour: string;
  readonly width: number;
  readonly points: readonly Point[];
}

/** Strokes of a whole picture; then the next picture begins over it. */
export const STROKES = 40;
const POINTS = 60;
/** Colours from the horizon down, by their index. */
const BANDS = [4, 5, 6, 7, 1, 2];

/** Numbers from 0 to below 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const colourOf = (index: number) => COLOURS[index % COLOURS.length]?.[1] ?? "#000000";

/** The stroke of a number. */
export function strokeOf(number: number): Stroke {
  const [picture, place] = [Math.floor(number / STROKES), number % STROKES];
  const random = randomOf(number);
  if (place === 0) return sun(picture);
  const share = place / STROKES;
  const height = HEIGHT * (0.3 + 0.68 * share);
  const steep = 60 + 200 * share;
  const phase = random() * 6 + picture;
  const points = Array.from({ length: POINTS }, (_, i) => {
    const along = i / (POINTS - 1);
    const wave = Math.sin(along * (4 + 3 * random() * 0.02) + phase) + 0.4 * Math.sin(along * 11 + phase * 2);
    return { x: WIDTH * (-0.02 + 1.04 * along), y: height + steep * wave * 0.5 };
  });
  if (place % 2 === 1) points.reverse();
  const band = BANDS[Math.floor(share * BANDS.length)] ?? 1;
  return {
    brush: place % 4 === 3 ? "air" : "ink",
    colour: colourOf(band + (random() < 0.15 ? 1 : 0) + picture),
    width: 8 * Math.round(2 + 16 * share * (0.4 + random())),
    points,
  };
}

function sun(picture: number): Stroke {
  const [x, y] = [WIDTH * (0.2 + ((picture * 0.31) % 0.6)), HEIGHT * 0.2];
  const points = Array.from({ length: POINTS }, (_, i) => {
    const turn = (i / 20) * 2 * Math.PI;
    return { x: x + i * 2.2 * Math.cos(turn), y: y + i * 2.2 * Math.sin(turn) };
  });
  return { brush: "ink", colour: colourOf(4 + picture), width: 96, points };
}
