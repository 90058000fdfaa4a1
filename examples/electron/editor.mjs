/**
 * editor.mjs - the page: connects to the pool by the port that the preload hands over, and paints.
 */
import { Drawing, TILE, WIDTH } from "./drawing.mjs";
import { connect } from "./spillway-port.js";

const COLORS = ["#1b1f27", "#2457d6", "#0f9d76", "#e0a100", "#d8472b", "#8a3ffc", "#ffffff"];
const find = (id) => document.getElementById(id);
const sheet = find("sheet");
const say = (text) => {
  find("status").textContent = text;
};

/** The port comes by window.postMessage, from this page's own preload. */
function portOfPool() {
  return new Promise((resolve) => {
    window.addEventListener("message", ({ source, data, ports }) => {
      if (source === window && data === "pool-port") resolve(ports[0]);
    });
  });
}

/** As many whole tiles as fit. */
function fitSheet() {
  const { width, height } = sheet.parentElement.getBoundingClientRect();
  const side = window.innerWidth > 640 ? 224 : 0;
  const tiles = (pixels) => Math.max(1, Math.min(WIDTH / TILE, Math.floor(pixels / TILE)));
  sheet.width = tiles(width - side) * TILE;
  sheet.height = tiles(height) * TILE;
  sheet.style.width = `${sheet.width}px`;
  sheet.style.height = `${sheet.height}px`;
}

function colorButtons(choose) {
  for (const [i, color] of COLORS.entries()) {
    const button = document.createElement("button");
    button.style.background = color;
    button.setAttribute("role", "radio");
    button.setAttribute("aria-label", color);
    button.setAttribute("aria-checked", `${i === 1}`);
    button.addEventListener("click", () => {
      for (const one of button.parentElement.children) one.setAttribute("aria-checked", `${one === button}`);
      choose(color);
    });
    document.querySelector(".colors").append(button);
  }
}

const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

async function start() {
  fitSheet();
  const remote = await connect(await portOfPool());
  const drawing = new Drawing(
    sheet,
    // All tiles have 64 MiB, raw. What they do not take of the window's bytes is the history's.
    await remote.map({ name: "tiles", kind: "rgba", maxBytes: "96MiB" }),
    await remote.map({ name: "history", kind: "rgba" }),
  );
  void remote.closed.then((error) => {
    document.body.dataset.state = "lost";
    say(`The pool is gone: ${error?.message ?? "closed"}`);
  });

  // That the pool is gone has been said already.
  const failed = (error) => document.body.dataset.state === "lost" || say(`That failed: ${error.message}`);
  const show = async () => {
    const { calls, messages, countedBytes } = await remote.stats();
    find("steps").textContent = `${drawing.undoable.length}`;
    find("raw").textContent = mebibytes(drawing.rawBytes);
    find("held").textContent = mebibytes(countedBytes);
    find("batch").textContent = (calls / messages).toFixed(1);
    find("undo").disabled = drawing.undoable.length === 0;
    find("redo").disabled = drawing.redoable.length === 0;
    showPlace(drawing);
  };

  let color = COLORS[1];
  colorButtons((one) => {
    color = one;
  });
  paintWith(
    drawing,
    () => [color, Number(find("size").value)],
    () => show().catch(failed),
    failed,
  );

  const act = async (verb) => {
    try {
      const began = performance.now();
      await verb();
      find("took").textContent = `${(performance.now() - began).toFixed(1)} ms`;
      await show();
    } catch (error) {
      failed(error);
    }
  };
  find("undo").addEventListener("click", () => act(() => drawing.undo()));
  find("redo").addEventListener("click", () => act(() => drawing.redo()));
  onKeys({
    undo: () => act(() => drawing.undo()),
    redo: () => act(() => drawing.redo()),
    scroll: (dx, dy) => drawing.scroll(dx, dy).then(show).catch(failed),
  });
  window.editorSelfTest = () => selfTest(drawing, show);
  window.editorDigest = () => drawing.settled().then(() => drawing.digest());
  await show();
  document.body.dataset.state = "ready";
  say("Paint with the pointer. Ctrl+Z undoes, Ctrl+Y does again, arrow keys move over the sheet.");
}

function paintWith(drawing, brush, done, failed) {
  let last;
  const at = ({ offsetX, offsetY }) => ({ x: offsetX, y: offsetY });
  sheet.addEventListener("pointerdown", (event) => {
    if (drawing.isChanging || document.body.dataset.state === "lost") return;
    sheet.setPointerCapture(event.pointerId);
    last = at(event);
    drawing.line(last, last, ...brush());
  });
  sheet.addEventListener("pointermove", (event) => {
    if (last === undefined || drawing.isChanging) return;
    const next = at(event);
    drawing.line(last, next, ...brush());
    last = next;
  });
  const end = async () => {
    if (last === undefined) return;
    last = undefined;
    await drawing.endStep().catch(failed);
    await done();
  };
  sheet.addEventListener("pointerup", end);
  sheet.addEventListener("pointercancel", end);
}

function onKeys({ undo, redo, scroll }) {
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  window.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && key === "z") void (event.shiftKey ? redo() : undo());
    else if (isCommand && key === "y") void redo();
    else if (arrows[event.key] !== undefined && event.target.tagName !== "INPUT")
      void scroll(...arrows[event.key]);
    else return;
    event.preventDefault();
  });
}

/** Where the sheet is in the drawing. */
function showPlace({ left, top }) {
  const overview = find("overview");
  const context = overview.getContext("2d");
  const scale = overview.width / WIDTH;
  context.clearRect(0, 0, overview.width, overview.height);
  context.drawImage(sheet, left * scale, top * scale, sheet.width * scale, sheet.height * scale);
  context.strokeStyle = "#2457d6";
  context.strokeRect(
    left * scale + 0.5,
    top * scale + 0.5,
    sheet.width * scale - 1,
    sheet.height * scale - 1,
  );
}

/** Strokes, all undone: whether the sheet is as it was. */
async function selfTest(drawing, show) {
  const strokes = 6;
  const was = drawing.digest();
  for (let i = 0; i < strokes; i++) {
    const point = (j) => ({
      x: ((i * 97 + j * 61) % sheet.width) + 0.5,
      y: ((i * 53 + j * 89) % sheet.height) + 0.5,
    });
    for (let j = 0; j < 8; j++) drawing.line(point(j), point(j + 1), COLORS[i % 6], 10 + i);
    await drawing.endStep();
  }
  await show();
  for (let i = 0; i < strokes; i++) await drawing.undo();
  const isSame = drawing.digest() === was;
  for (let i = 0; i < strokes; i++) await drawing.redo();
  await show();
  return isSame && drawing.digest() !== was;
}

start().catch((error) => {
  document.body.dataset.state = "lost";
  say(`The pool cannot be reached: ${error.message}`);
});
