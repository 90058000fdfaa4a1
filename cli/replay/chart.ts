/**
 * chart.ts - the report of `spillway replay` as an SVG: hit ratio against size, a panel for each trace.
 *
 * ECharts draws it without a browser. This is the only file that imports ECharts, and it is loaded only for a
 * chart.
 */
import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { counted } from "../text/figures.js";
import type { ReplayReport, TraceReport } from "./report.js";

use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const COLUMNS_MAX = 3;
const PANEL_WIDTH = 360;
const PANEL_HEIGHT = 300;
/** Pixels of the title and the legend above the panels. */
const HEAD_HEIGHT = 76;
/** Pixels around a panel's axes, for numbers, names and the panel's title. */
const MARGIN = { left: 62, right: 26, top: 52, bottom: 54 };

/** Colours of Okabe and Ito, which colour-blind readers can tell apart. Lines and markers differ, too. */
const LINES = {
  spillway: { name: "Spillway", color: "#0072B2", type: "solid", symbol: "circle" },
  lru: { name: "LRU", color: "#D55E00", type: "dashed", symbol: "rect" },
} as const;
const INK = "#222222";
const RULES = "#dddddd";

/** The text of an SVG document on a white ground. */
export function chartText({ traces }: ReplayReport): string {
  const columns = Math.min(COLUMNS_MAX, traces.length);
  const width = columns * PANEL_WIDTH;
  const height = HEAD_HEIGHT + Math.ceil(traces.length / columns) * PANEL_HEIGHT;
  const places = traces.map((_, i) => ({
    left: (i % columns) * PANEL_WIDTH,
    top: HEAD_HEIGHT + Math.floor(i / columns) * PANEL_HEIGHT,
  }));
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    color: [LINES.spillway.color, LINES.lru.color],
    textStyle: { fontFamily: "sans-serif", color: INK },
    title: [
      {
        text: "Hit ratio against cache size",
        left: "center",
        top: 12,
        textStyle: { color: INK, fontSize: 18 },
      },
      ...traces.map((trace, i) => panelTitle(trace, places[i] as Place)),
    ],
    legend: {
      top: 42,
      left: "center",
      itemWidth: 44,
      itemGap: 32,
      selectedMode: false,
      textStyle: { color: INK, fontSize: 14 },
      data: [LINES.spillway.name, LINES.lru.name],
    },
    grid: places.map(({ left, top }) => ({
      left: left + MARGIN.left,
      top: top + MARGIN.top,
      width: PANEL_WIDTH - MARGIN.left - MARGIN.right,
      height: PANEL_HEIGHT - MARGIN.top - MARGIN.bottom,
    })),
    xAxis: traces.map((_, i) => ({
      ...axis(i, "cache size, % of the trace's blocks", 30),
      min: 0,
    })),
    yAxis: traces.map((_, i) => ({ ...axis(i, "hit ratio, %", 38), min: 0, max: 100, interval: 20 })),
    series: traces.flatMap(({ rows }, i) =>
      (["spillway", "lru"] as const).map((which) => ({
        ...line(which, i),
        data: rows.map((row) => [row.percent, 100 * row[which].hitRatio]),
      })),
    ),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

interface Place {
  left: number;
  top: number;
}

function panelTitle({ name, accesses, blocks }: TraceReport, { left, top }: Place) {
  return {
    text: name,
    subtext: `${counted(accesses, "access", "accesses")}, ${counted(blocks, "block")}`,
    left: left + MARGIN.left,
    top: top + 4,
    padding: 0,
    itemGap: 4,
    textStyle: {
      color: INK,
      fontSize: 14,
      width: PANEL_WIDTH - MARGIN.left - MARGIN.right,
      overflow: "truncate",
    },
    subtextStyle: { color: INK, fontSize: 12 },
  } as const;
}

function axis(panel: number, name: string, nameGap: number) {
  return {
    gridIndex: panel,
    type: "value",
    name,
    nameLocation: "middle",
    nameGap,
    nameTextStyle: { color: INK, fontSize: 12 },
    axisLabel: { color: INK, fontSize: 12 },
    axisLine: { show: true, lineStyle: { color: INK } },
    axisTick: { show: true },
    splitLine: { lineStyle: { color: RULES } },
  } as const;
}

function line(which: keyof typeof LINES, panel: number) {
  const { name, color, type, symbol } = LINES[which];
  return {
    type: "line",
    name,
    silent: true,
    emphasis: { disabled: true },
    xAxisIndex: panel,
    yAxisIndex: panel,
    symbol,
    symbolSize: 8,
    lineStyle: { color, type, width: 2.5 },
    itemStyle: { color },
  } as const;
}
