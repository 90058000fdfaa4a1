/**
 * main.ts - the page: what the visitor does, what the program paints, and what is shown of both.
 */
import { type Brush, COLOURS, Pen, type Point } from "./brushes.js";
import { Chart } from "./charts.js";
import { History } from "./history.js";
import { Meter } from "./meters.js";
import { STROKES, strokeOf } from "./painter.js";
import { HEIGHT, Picture, TILES, WIDTH } from "./picture.js";
import { ArrayShelf, type Shelf, SpillShelf } from "./shelves.js";

/** Milliseconds of each frame in which the history puts images away. */
const SETTLE_MS = 4;
/** Milliseconds between looks at the figures. */
const LOOK_MS = 500;
/** Points of a stroke that the program draws in a frame. */
const POINTS_A_FRAME = 6;
/** Steps of the pen by key, in pixels of the picture. */
const KEY_STEP = 48;
/** Looks that the charts hold: five minutes. */
const LOOKS = 600;
/** No frame should take longer: thirty frames a second. */
const FRAME_MS = 33;

const by = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

const canvas = by<HTMLCanvasElement>("picture");
const picture = new Picture(canvas);
const shelves: Readonly<Record<string, Shelf>> = { spillway: new SpillShelf(), arrays: new ArrayShelf() };
let shelf = shelves.spillway as Shelf;
const history = new History(picture, shelf);
const pen = new Pen(picture, history);
const meter = new Meter();

// ── tools ──────────────────────────────────────────────────────────────────────────────────────────

/** A radio button in a label. */
function radio(name: string, value: string, label: string, text: string): HTMLLabelElement {
  const element = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "radio", name, value });
  const face = Object.assign(document.createElement("span"), { textContent: text });
  input.setAttribute("aria-label", label);
  element.append(input, face);
  element.title = label;
  return element;
}

const colourInputs = COLOURS.map(([name, colour], i) => {
  const label = radio("colour", colour, `${name} (key ${i + 1})`, "");
  label.style.setProperty("--colour", colour);
  by("colours").append(label);
  return label.firstElementChild as HTMLInputElement;
});
const BRUSHES: Readonly<Record<Brush, string>> = { ink: "Ink", air: "Air", eraser: "Eraser" };
const brushInputs = Object.entries(BRUSHES).map(([value, text]) => {
  const label = radio("brush", value, `${text} (key ${text.charAt(0)})`, text);
  by("brushes").append(label);
  return label.firstElementChild as HTMLInputElement;
});
const widthInput = by<HTMLInputElement>("width");

function showPen(): void {
  for (const input of colourInputs) input.checked = input.value === pen.colour;
  for (const input of brushInputs) input.checked = input.value === pen.brush;
  widthInput.value = String(pen.width);
  by("width-text").textContent = String(pen.width);
  placeCursor();
}

for (const input of colourInputs)
  input.addEventListener("change", () => {
    pen.colour = input.value;
    if (pen.brush === "eraser") pen.brush = "ink";
    showPen();
  });
for (const input of brushInputs)
  input.addEventListener("change", () => {
    pen.brush = input.value as Brush;
    showPen();
  });
widthInput.addEventListener("input", () => {
  pen.width = Number(widthInput.value);
  showPen();
});

// ── pointer and keys ───────────────────────────────────────────────────────────────────────────────

function pointOf(event: PointerEvent): Point {
  const box = canvas.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * WIDTH,
    y: ((event.clientY - box.top) / box.height) * HEIGHT,
  };
}

canvas.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || busy !== undefined) return;
  canvas.setPointerCapture(event.pointerId);
  meter.measure(() => pen.down(pointOf(event)));
});
canvas.addEventListener("pointermove", (event) => {
  if (!pen.isDown || busy !== undefined) return;
  const events = event.getCoalescedEvents();
  meter.measure(() => {
    for (const one of events.length > 0 ? events : [event]) pen.move(pointOf(one));
  });
});
for (const name of ["pointerup", "pointercancel"] as const)
  canvas.addEventListener(name, () => busy === undefined && meter.measure(() => pen.up()));

/** Where the keys have the pen. */
const cursor: Point = { x: WIDTH / 2, y: HEIGHT / 2 };

function placeCursor(): void {
  const ring = by("pen").style;
  ring.left = `${(100 * cursor.x) / WIDTH}%`;
  ring.top = `${(100 * cursor.y) / HEIGHT}%`;
  ring.width = `${(100 * pen.width) / WIDTH}%`;
  ring.height = `${(100 * pen.width) / HEIGHT}%`;
}

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

canvas.addEventListener("keydown", (event) => {
  const arrow = ARROWS[event.key];
  if (event.key === " " && !pen.isDown && busy === undefined) meter.measure(() => pen.down({ ...cursor }));
  else if (arrow !== undefined) {
    cursor.x = Math.min(WIDTH, Math.max(0, cursor.x + KEY_STEP * arrow[0]));
    cursor.y = Math.min(HEIGHT, Math.max(0, cursor.y + KEY_STEP * arrow[1]));
    placeCursor();
    if (pen.isDown && busy === undefined) meter.measure(() => pen.move({ ...cursor }));
  } else if (event.key !== " ") return;
  event.preventDefault();
});
canvas.addEventListener("keyup", (event) => event.key === " " && meter.measure(() => pen.up()));
canvas.addEventListener("blur", () => busy === undefined && meter.measure(() => pen.up()));

addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === "z") step(event.shiftKey ? "redo" : "undo");
    else if (key === "y") step("redo");
    else return;
    event.preventDefault();
    return;
  }
  if (event.altKey) return;
  const colour = COLOURS[Number(key) - 1];
  if (colour !== undefined) {
    pen.colour = colour[1];
    if (pen.brush === "eraser") pen.brush = "ink";
  } else if (key === "i") pen.brush = "ink";
  else if (key === "a") pen.brush = "air";
  else if (key === "e") pen.brush = "eraser";
  else if (key === "[") pen.width = Math.max(4, pen.width - 12);
  else if (key === "]") pen.width = Math.min(240, pen.width + 12);
  else return;
  showPen();
});

// ── what runs over many frames ─────────────────────────────────────────────────────────────────────

/** Work that goes on in each frame until it answers false. The visitor's pen rests meanwhile. */
let busy: (() => boolean) | undefined;
let strokesPlayed = 0;

/** Whether the shelf that is not used may still hold memory. */
let isLeft = false;

/** Once everything has moved, the shelf that was left gives its memory back. */
function leave(): void {
  if (!isLeft || !history.isSettled) return;
  isLeft = false;
  for (const one of Object.values(shelves)) if (one !== shelf) one.leave();
}

function step(way: "undo" | "redo"): void {
  if (busy !== undefined || pen.isDown) return;
  meter.measure(() => history[way]());
  // Who goes on by the keys must not find the buttons as they were.
  showButtons();
}

/** Draws strokes of the program, a few points in each frame. */
function* play(strokes: number): Generator<void> {
  const { brush, colour, width } = pen;
  for (const last = strokesPlayed + strokes; strokesPlayed < last; strokesPlayed++) {
    const stroke = strokeOf(strokesPlayed);
    Object.assign(pen, { brush: stroke.brush, colour: stroke.colour, width: stroke.width });
    for (const [i, point] of stroke.points.entries()) {
      if (i === 0) pen.down(point);
      else pen.move(point);
      if (i % POINTS_A_FRAME === POINTS_A_FRAME - 1) yield;
    }
    pen.up();
  }
  Object.assign(pen, { brush, colour, width });
}

function start(work: () => boolean): void {
  if (busy === undefined && !pen.isDown) busy = work;
}
by("undo").addEventListener("click", () => step("undo"));
by("redo").addEventListener("click", () => step("redo"));
by("undo-all").addEventListener("click", () => start(() => history.undo()));
by("redo-all").addEventListener("click", () => start(() => history.redo()));
by("play").addEventListener("click", () => {
  const strokes = play(STROKES);
  start(() => strokes.next().done !== true);
});

for (const input of document.querySelectorAll<HTMLInputElement>("input[name=home]"))
  input.addEventListener("change", () => {
    shelf = shelves[input.value] as Shelf;
    history.moveTo(shelf);
    isLeft = true;
  });

function frame(time: number): void {
  meter.frame(time, pen.isDown || busy !== undefined);
  meter.measure(() => {
    if (busy !== undefined && !busy()) busy = undefined;
    history.settle(SETTLE_MS);
    leave();
    picture.show();
    look(time);
  });
  requestAnimationFrame(frame);
}

// ── figures ────────────────────────────────────────────────────────────────────────────────────────

const LINE = { raw: "--raw", held: "--held", third: "--third", bound: "--quiet" };
const memoryChart = new Chart(by("memory"), {
  lines: [
    { label: "raw", colour: LINE.raw, isFilled: true },
    { label: "held", colour: LINE.held, isFilled: true },
  ],
  seconds: true,
  least: 8,
  digits: 1,
  unit: "MiB",
});
const latencyChart = new Chart(by("latency"), {
  lines: [
    { label: "put away", colour: LINE.held },
    { label: "brought back", colour: LINE.third },
  ],
  seconds: true,
  least: 100,
  digits: 0,
  unit: "µs",
});
const frameChart = new Chart(by("frames"), {
  lines: [
    { label: "frames", colour: LINE.third },
    { label: "work", colour: LINE.held, isFilled: true },
    { label: "bound", colour: LINE.bound, isBound: true },
  ],
  seconds: false,
  least: 40,
  most: 100,
  digits: 1,
  unit: "ms",
});

const MIB = 2 ** 20;
const looks: { memory: (number | null)[][]; latency: (number | null)[][] } = {
  memory: [[], [], []],
  latency: [[], [], []],
};
let lookedAt = 0;

/** All that the history takes beside what the picture takes: the shelves, and what waits for its place. */
function heldBytes(): number {
  return Object.values(shelves).reduce((sum, one) => sum + one.heldBytes(), history.waitingBytes);
}

const size = (bytes: number) =>
  bytes >= 1000 * MIB ? `${(bytes / 2 ** 30).toFixed(2)} GiB` : `${(bytes / MIB).toFixed(1)} MiB`;

function push(rows: (number | null)[][], values: (number | null)[]): void {
  for (const [i, row] of rows.entries()) {
    row.push(values[i] ?? null);
    if (row.length > LOOKS) row.shift();
  }
}

function look(time: number): void {
  if (time - lookedAt < LOOK_MS) return;
  lookedAt = time;
  const [raw, held] = [history.rawBytes, heldBytes()];
  const { spent } = history;
  const average = (ms: number, tiles: number) => (tiles === 0 ? null : (1000 * ms) / tiles);
  push(looks.memory, [time / 1000, raw / MIB, held / MIB]);
  push(looks.latency, [time / 1000, average(spent.setMs, spent.sets), average(spent.getMs, spent.gets)]);
  Object.assign(spent, { sets: 0, setMs: 0, gets: 0, getMs: 0 });
  memoryChart.show(looks.memory);
  latencyChart.show(looks.latency);
  const bound = meter.between.map(() => FRAME_MS);
  frameChart.show([meter.between.map((_, i) => i), meter.between, meter.work, bound]);
  by("raw").textContent = size(raw);
  by("held").textContent = size(held);
  by("ratio").textContent = raw === 0 ? "–" : `${(raw / held).toFixed(1)} ×`;
  by("steps").textContent = `${history.position} of ${history.length}`;
  by("duplicates").textContent = shelf.duplicatePages().toLocaleString("en");
  by("longest").textContent = `${Math.max(0, ...meter.work).toFixed(1)} ms`;
  by("invitation").hidden = history.length > 0;
  showButtons();
}

function showButtons(): void {
  const isFree = busy === undefined;
  for (const [id, can] of [
    ["undo", history.position > 0],
    ["undo-all", history.position > 0],
    ["redo", history.position < history.length],
    ["redo-all", history.position < history.length],
    ["play", true],
  ] as const)
    by<HTMLButtonElement>(id).disabled = !(can && isFree);
  by("status").textContent = busy !== undefined ? "Working…" : history.isSettled ? "" : "Putting tiles away…";
}

/** For the console and the tests of this page. */
Object.assign(globalThis, {
  spillwayDemo: {
    figures: () => ({
      raw: history.rawBytes,
      held: heldBytes(),
      steps: history.length,
      position: history.position,
      duplicates: shelf.duplicatePages(),
      isAtRest: busy === undefined && history.isSettled,
    }),
    frames: () => meter.painted.splice(0),
    /** All pixels of the picture, tile by tile. */
    pixels: () => Array.from({ length: TILES }, (_, tile) => picture.read(tile)),
  },
});

showPen();
requestAnimationFrame(frame);
