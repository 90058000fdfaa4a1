/**
 * painter.ts - strokes of a program that paints posters: a sky in bands, the sun, waves from far to near,
 * birds.
 */
import type { Brush, Point } from "./brushes.js";
import { HEIGHT, WIDTH } from "./picture.js";

export interface Stroke {
  readonly brush: Brush;
  readonly colour: string;
  readonly width: number;
  readonly points: readonly Point[];
}

/** Strokes of a whole poster; then the next one covers it. */
export const STROKES = 40;
const POINTS = 60;
const SKY = 5;
const HALO = SKY;
const SUN = HALO + 1;
const BIRDS = 3;
const WAVES = STROKES - SUN - 1 - BIRDS;
/** Where the waves begin and end, of the height. The last one reaches over the lower edge. */
const HORIZON = 0.4;
const NEAREST = 1.04;

interface Palette {
  /** From the top down. */
  readonly sky: readonly string[];
  readonly sun: string;
  /** From far to near. */
  readonly waves: readonly string[];
  readonly birds: string;
}

const PALETTES: readonly Palette[] = [
  {
    sky: ["#3a2f6b", "#6b4189", "#b25488", "#ec7f72", "#fbb27a"],
    sun: "#ffe3a3",
    waves: ["#e07a5f", "#c25a68", "#944a78", "#633f79", "#3b3163", "#1e2147"],
    birds: "#2a2350",
  },
  {
    sky: ["#3f9bd8", "#63b3e4", "#8bcaee", "#b5dff5", "#dff1f8"],
    sun: "#fff2c2",
    waves: ["#a5d8dd", "#78c0c8", "#4ea4b3", "#2d839d", "#1e6080", "#123d5a"],
    birds: "#123d5a",
  },
  {
    sky: ["#f3e3c3", "#f3d9a9", "#efcb8c", "#e9b96d", "#e2a552"],
    sun: "#fff6df",
    waves: ["#c9b458", "#9caf50", "#6f9b4c", "#477f47", "#2b5f41", "#173f33"],
    birds: "#3a3a2a",
  },
  {
    sky: ["#0d1233", "#151c48", "#1f295c", "#2c3a70", "#3d5085"],
    sun: "#f4f1de",
    waves: ["#46638c", "#39557f", "#2e466f", "#23365c", "#192747", "#0f1830"],
    birds: "#c9d3ea",
  },
  {
    sky: ["#7cc0dd", "#aad6e4", "#eedfd2", "#fac9aa", "#f7a88c"],
    sun: "#fffaf0",
    waves: ["#e79a8f", "#c48499", "#9a739f", "#71649b", "#4c5288", "#2f3b66"],
    birds: "#4c3d5f",
  },
];

/** Numbers from 0 to below 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const along = (pointOf: (share: number) => Point) =>
  Array.from({ length: POINTS }, (_, i) => pointOf(i / (POINTS - 1)));

/** A line from edge to edge, or back. */
function across(place: number, heightOf: (share: number) => number): Point[] {
  const points = along((share) => ({ x: WIDTH * (-0.02 + 1.04 * share), y: heightOf(share) }));
  return place % 2 === 0 ? points : points.reverse();
}

/** The stroke of a number. */
export function strokeOf(number: number): Stroke {
  const [picture, place] = [Math.floor(number / STROKES), number % STROKES];
  const palette = PALETTES[picture % PALETTES.length] as Palette;
  const random = randomOf(number);
  if (place < SKY) return sky(palette, place);
  if (place <= SUN) return sun(palette, picture, place === HALO);
  if (place > SUN + WAVES) return bird(palette, picture, place - SUN - WAVES - 1, random);
  return wave(palette, picture, place - SUN - 1, random);
}

function sky({ sky: colours }: Palette, band: number): Stroke {
  const height = HEIGHT * HORIZON * ((band + 0.4) / SKY);
  const points = across(band, (share) => height + 14 * Math.sin(5 * share + band));
  return { brush: "ink", colour: colours[band] as string, width: 240, points };
}

/** A disc from the middle out, its last round at full width; the halo is sprayed first. */
function sun(palette: Palette, picture: number, isHalo: boolean): Stroke {
  const [x, y] = [WIDTH * (0.22 + ((picture * 0.29) % 0.56)), HEIGHT * 0.2];
  const radius = isHalo ? 190 : 104;
  const points = along((share) => {
    const [turn, reach] = [share * 6 * Math.PI, radius * Math.min(1, 1.6 * share)];
    return { x: x + reach * Math.cos(turn), y: y + reach * Math.sin(turn) };
  });
  return { brush: isHalo ? "air" : "ink", colour: palette.sun, width: isHalo ? 200 : 96, points };
}

function wave({ waves }: Palette, picture: number, index: number, random: () => number): Stroke {
  const share = index / (WAVES - 1);
  const height = HEIGHT * (HORIZON + (NEAREST - HORIZON) * share);
  const steep = 26 + 80 * share;
  const phase = picture * 1.9 + index * 0.32 + 0.3 * random();
  const points = across(index, (at) => {
    const swell = Math.sin(at * 5.2 + phase) + 0.45 * Math.sin(at * 11.7 - phase * 1.4);
    return height + steep * swell;
  });
  const isMist = index % 6 === 4;
  // Mist has the colour of the waves before it.
  const band = Math.floor(share * waves.length * 0.999) - (isMist ? 1 : 0);
  const width = 8 * Math.round(14 + 16 * share);
  return { brush: isMist ? "air" : "ink", colour: waves[Math.max(0, band)] as string, width, points };
}

function bird(palette: Palette, picture: number, index: number, random: () => number): Stroke {
  const x = WIDTH * (0.62 - ((picture * 0.29) % 0.4) + 0.07 * index);
  const y = HEIGHT * (0.12 + 0.035 * index + 0.05 * random());
  const span = 70 + 60 * random();
  const points = along((share) => {
    const side = 2 * share - 1;
    return {
      x: x + span * side,
      y: y - 46 * Math.sin(Math.PI * Math.abs(side)) * (1 - 0.35 * Math.abs(side)),
    };
  });
  return { brush: "ink", colour: palette.birds, width: 12, points };
}
