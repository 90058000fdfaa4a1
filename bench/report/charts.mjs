/**
 * charts.mjs - the results of the proofs as SVG, drawn by ECharts without a browser.
 *
 * Colours are those of Okabe and Ito, which colour-blind readers can tell apart; Spillway is always the blue
 * one. Ink and rules come from the theme, so each chart is drawn once for a light ground and once for a dark.
 */
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

export const THEMES = {
  light: { ground: "#ffffff", ink: "#222222", rules: "#dddddd" },
  dark: { ground: "#16181c", ink: "#e4e4e4", rules: "#3a3d44" },
};

const COLOURS = {
  spillway: "#0072B2",
  "spillway+file": "#56B4E9",
  "spillway+rested": "#004A75",
  memory: "#999999",
  file: "#CC79A7",
  lru: "#E69F00",
  "lru+lz4": "#D55E00",
  "lru+zlib": "#F0E442",
  "lru+zstd": "#009E73",
  lmdb: "#8C6BB1",
  sqlite: "#A6761D",
};
/** Those that cannot be seen on a dark ground. */
const COLOURS_ON_DARK = { "spillway+rested": "#A9DDF7" };
const SYMBOLS = ["circle", "rect", "triangle", "diamond", "pin"];
const SIZE = { width: 760, height: 380 };
const GRID = { left: 76, right: 190, top: 54, bottom: 58 };

function draw(theme, title, option) {
  const { ink } = THEMES[theme];
  const chart = init(null, null, { renderer: "svg", ssr: true, ...SIZE });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: "sans-serif", color: ink },
    title: { text: title, left: 12, top: 10, textStyle: { color: ink, fontSize: 15, fontWeight: "normal" } },
    grid: GRID,
    legend: {
      orient: "vertical",
      right: 20,
      top: 50,
      itemWidth: 18,
      itemGap: 6,
      selectedMode: false,
      textStyle: { color: ink, fontSize: 11 },
    },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // Several charts stand in one page: the names that ECharts gives must not meet. The same chart is the same
  // text whenever it is drawn.
  const mark = `${`${title}-${theme}`.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-`;
  return svg.replaceAll(/zr\d+-/g, mark).replace("<svg ", `<svg role="img" aria-label="${escaped(title)}" `);
}

function colourOf(theme, contestant) {
  return (theme === "dark" && COLOURS_ON_DARK[contestant]) || COLOURS[contestant];
}

export const escaped = (text) =>
  String(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

function axis(theme, name, nameGap, type = "value", more = {}) {
  const { ink, rules } = THEMES[theme];
  return {
    type,
    name,
    nameLocation: "middle",
    nameGap,
    nameTextStyle: { color: ink },
    axisLabel: { color: ink, hideOverlap: true },
    axisLine: { show: true, lineStyle: { color: ink } },
    splitLine: { lineStyle: { color: rules } },
    ...more,
  };
}

const nameOf = ({ says, limitMiB }) => (limitMiB ? `${says}, ${limitMiB} MiB` : says);

/** Time against memory, a point for each contestant: left and low is better. */
export function speedAgainstMemory(theme, job, rows) {
  return draw(theme, `${job}: time against memory, page cache counted`, {
    xAxis: axis(theme, "memory, MiB", 30, "log", { min: 20 }),
    yAxis: axis(theme, "seconds", 48, "log"),
    series: rows.map((row, i) => ({
      type: "scatter",
      name: nameOf(row),
      symbol: row.limitMiB ? "diamond" : SYMBOLS[i % 2],
      symbolSize: isOurs(row) ? 17 : 12,
      itemStyle: {
        color: row.limitMiB ? "transparent" : colourOf(theme, row.contestant),
        borderColor: colourOf(theme, row.contestant),
        borderWidth: 2,
      },
      data: [[row.figures.usedMiB.median, row.figures.seconds.median]],
    })),
  });
}

/**
 * The time of a page against how much denser it is kept, a point for each contestant: right and low is
 * better.
 */
export function speedAgainstDensity(theme, set, verb, rows, source) {
  const { ink } = THEMES[theme];
  const points = rows.filter(({ figures }) => figures[`${verb}P50us`]);
  const at = ({ figures }) => [figures.density.median, figures[`${verb}P50us`].median];
  const ends = {
    x: [0, Math.ceil(2 * Math.max(...points.map((row) => at(row)[0]))) / 2],
    y: [
      10 ** Math.floor(Math.log10(Math.min(...points.map((row) => at(row)[1])))),
      10 ** Math.ceil(Math.log10(Math.max(...points.map((row) => at(row)[1])))),
    ],
  };
  const sides = labelSides(points, at, ends);
  return draw(theme, `${source ?? set}: a ${verb} against density`, {
    grid: LABELLED,
    legend: { show: false },
    xAxis: axis(theme, "bytes of pages / memory, page cache counted", 30, "value", {
      min: ends.x[0],
      max: ends.x[1],
    }),
    yAxis: axis(theme, `microseconds of a ${verb}, p50`, 48, "log", { min: ends.y[0], max: ends.y[1] }),
    series: points.map((row, i) => ({
      type: "scatter",
      name: row.says,
      symbol: row.compresses || isOurs(row) ? "circle" : "rect",
      symbolSize: isOurs(row) ? 17 : 12,
      itemStyle: { color: colourOf(theme, row.contestant) },
      label: {
        show: true,
        formatter: row.says,
        position: sides[i],
        color: ink,
        fontSize: 11,
        fontWeight: isOurs(row) ? "bold" : "normal",
      },
      data: [at(row)],
    })),
  });
}

const LABELLED = { ...GRID, right: 130 };
/** Pixels of a letter and of a line of a label, and between a point and its label. */
const LETTER = { width: 6.2, height: 13, gap: 12 };
const SIDES = ["right", "left", "bottom", "top"];

/** On which side of each point its label meets no other label and no point; on the right if there is none. */
function labelSides(points, at, { x, y }) {
  const part = (value, [low, high]) => (value - low) / (high - low);
  const pixels = points.map((row) => {
    const [across, up] = at(row);
    return [
      LABELLED.left + part(across, x) * (SIZE.width - LABELLED.left - LABELLED.right),
      SIZE.height -
        LABELLED.bottom -
        part(Math.log10(up), y.map(Math.log10)) * (SIZE.height - LABELLED.top - LABELLED.bottom),
    ];
  });
  const taken = pixels.map(([across, down]) => boxAround(across, down, 12, 12));
  return points.map(({ says }, i) => {
    const [across, down] = pixels[i];
    const width = says.length * LETTER.width;
    const shift = LETTER.gap + width / 2;
    const boxes = {
      right: boxAround(across + shift, down, width, LETTER.height),
      left: boxAround(across - shift, down, width, LETTER.height),
      bottom: boxAround(across, down + LETTER.gap + 4, width, LETTER.height),
      top: boxAround(across, down - LETTER.gap - 4, width, LETTER.height),
    };
    const isFree = (side) =>
      boxes[side].left > LABELLED.left && !taken.some((other, j) => j !== i && meets(boxes[side], other));
    const side = SIDES.find(isFree) ?? "right";
    taken.push(boxes[side]);
    return side;
  });
}

const boxAround = (across, down, width, height) => ({
  left: across - width / 2,
  right: across + width / 2,
  top: down - height / 2,
  bottom: down + height / 2,
});

const meets = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const isOurs = ({ contestant }) => contestant?.startsWith("spillway") ?? false;

/** Lines of some rows; `of` answers the points of one. */
function lines(theme, title, x, y, rows, of, label = nameOf) {
  return draw(theme, title, {
    xAxis: x,
    yAxis: y,
    series: rows.map((row, i) => ({
      type: "line",
      name: label(row),
      symbol: SYMBOLS[i % SYMBOLS.length],
      symbolSize: 5,
      lineStyle: {
        color: colourOf(theme, row.contestant),
        width: isOurs(row) ? 3 : 1.5,
        type: row.limitMiB ? "dashed" : "solid",
      },
      itemStyle: { color: colourOf(theme, row.contestant) },
      data: of(row),
    })),
  });
}

/** Microseconds at each share of the operations of a kind. */
export function latencies(theme, job, kind, rows) {
  const shares = rows[0].latency[kind].map(([share]) => `${Number((100 * share).toFixed(1))} %`);
  return lines(
    theme,
    `${job}, ${kind}: so many operations take at most`,
    axis(theme, "share of operations", 30, "category", { data: shares }),
    axis(theme, "microseconds", 56, "log"),
    rows,
    (row) => row.latency[kind].map(([, us]) => us),
  );
}

export function memoryOverTime(theme, job, rows) {
  return lines(
    theme,
    `${job}: memory over time, page cache counted`,
    axis(theme, "seconds, with making and comparing values", 30),
    axis(theme, "MiB", 48),
    rows,
    (row) => row.samples.map(([ms, mib]) => [ms / 1000, mib]),
  );
}

/** Cost of a store and a load as something grows. */
export function curve(theme, name, points) {
  const lines = [
    { name: "store, mean", figure: "storeUs", color: COLOURS.spillway },
    { name: "load, p50", figure: "loadP50us", color: COLOURS["spillway+file"] },
    { name: "load, p99", figure: "loadP99us", color: THEMES[theme].ink, dashed: true },
  ];
  return draw(theme, `${name}: ${points[0].says}`, {
    xAxis: axis(theme, points[0].says, 30, "log"),
    yAxis: axis(theme, "microseconds", 56, "log"),
    series: lines.map(({ name, figure, color, dashed = false }, i) => ({
      type: "line",
      name,
      symbol: SYMBOLS[i],
      symbolSize: 8,
      lineStyle: { color, type: dashed ? "dashed" : "solid" },
      itemStyle: { color },
      data: points.map(({ x, figures }) => [x, figures[figure].median]),
    })),
  });
}

/** Bars of one figure of some rows. */
export function bars(theme, title, unit, rows, label, value) {
  return draw(theme, title, {
    grid: { ...GRID, left: 300, right: 40 },
    legend: { show: false },
    xAxis: axis(theme, unit, 30),
    yAxis: axis(theme, "", 10, "category", { data: rows.map(label).reverse() }),
    series: [{ type: "bar", itemStyle: { color: COLOURS.spillway }, data: rows.map(value).reverse() }],
  });
}
