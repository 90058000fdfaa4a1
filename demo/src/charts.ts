/**
 * charts.ts - the three charts, by uPlot, in the colours of the page.
 */
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

const HEIGHT = 112;
/** Seconds that a chart over time shows at least. */
const SECONDS_MIN = 20;

export interface Line {
  readonly label: string;
  /** A custom property of the page. */
  readonly colour: string;
  /** Whether what is below the line is tinted. */
  readonly isFilled?: boolean;
  /** A bound beside what is measured: drawn in dashes. */
  readonly isBound?: boolean;
}

export interface Plan {
  readonly lines: readonly Line[];
  readonly seconds: boolean;
  /** The scale reaches at least to the first, and at most to the second. */
  readonly least: number;
  readonly most?: number;
  readonly digits: number;
  readonly unit: string;
}

/** A chart in an element; it follows the element's width and the page's colours. */
export class Chart {
  readonly #element: HTMLElement;
  readonly #plan: Plan;
  #plot: uPlot;
  #data: uPlot.AlignedData;

  constructor(element: HTMLElement, plan: Plan) {
    this.#element = element;
    this.#plan = plan;
    this.#data = [[], ...plan.lines.map(() => [])] as unknown as uPlot.AlignedData;
    this.#plot = this.#draw();
    const follow = () => this.#plot.setSize({ width: element.clientWidth, height: HEIGHT });
    new ResizeObserver(follow).observe(element);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#plot.destroy();
      this.#plot = this.#draw();
      this.show(this.#data as unknown as (number | null)[][]);
    });
  }

  show(data: (number | null)[][]): void {
    this.#data = data as unknown as uPlot.AlignedData;
    this.#plot.setData(this.#data);
    // uPlot draws in a microtask, and empties the legend then.
    queueMicrotask(() => this.#tellNewest());
  }

  /** The legend tells the value under the pointer; else the newest. */
  #tellNewest(): void {
    const newest = (this.#data[0]?.length ?? 0) - 1;
    if (newest >= 0 && (this.#plot.cursor.left ?? -1) < 0) this.#plot.setLegend({ idx: newest });
  }

  #draw(): uPlot {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const axis = {
      stroke: colour("--quiet"),
      grid: { stroke: colour("--line"), width: 1 },
      ticks: { show: false },
      font: "11px system-ui, sans-serif",
    };
    const { lines, seconds, least, most = Number.POSITIVE_INFINITY, digits, unit } = this.#plan;
    const text = (value: number | null | undefined) =>
      value == null ? "–" : `${value.toFixed(digits)} ${unit}`;
    const heightOf = (max: number | null) => Math.min(most, Math.max(least, (max ?? 0) * 1.08));
    return new uPlot(
      {
        width: Math.max(1, this.#element.clientWidth),
        height: HEIGHT,
        padding: [8, 6, seconds ? 0 : 8, 0],
        legend: { markers: { width: 0, fill: (_, i) => colour(lines[i - 1]?.colour ?? "--quiet") } },
        cursor: { y: false, drag: { x: false, y: false } },
        scales: {
          x: {
            time: false,
            range: (_, min, max) => [
              min ?? 0,
              seconds ? Math.max(max ?? 0, (min ?? 0) + SECONDS_MIN) : (max ?? 1),
            ],
          },
          y: { range: (_, __, max) => [0, heightOf(max)] },
        },
        axes: [
          { ...axis, show: seconds, size: 22, values: (_, ticks) => ticks.map((tick) => `${tick} s`) },
          { ...axis, size: 46, space: 24 },
        ],
        series: [
          {},
          ...lines.map(({ label, colour: name, isFilled, isBound }) => ({
            label,
            stroke: colour(name),
            width: isBound ? 1 : 2,
            points: { show: false },
            spanGaps: true,
            value: (_: uPlot, value: number | null) => text(value),
            ...(isFilled ? { fill: `${colour(name)}26` } : {}),
            ...(isBound ? { dash: [4, 4] } : {}),
          })),
        ],
      },
      this.#data,
      this.#element,
    );
  }
}
