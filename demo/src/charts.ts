/**
 * charts.ts - the three charts, by uPlot, in the colours of the page.
 */
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

const HEIGHT = 104;

export interface Line {
  readonly label: string;
  /** A custom property of the page. */
  readonly colour: string;
  readonly dash?: number[];
}

export interface Plan {
  readonly lines: readonly Line[];
  readonly seconds: boolean;
  /** The scale reaches at least to here. */
  readonly least: number;
  readonly digits: number;
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
    });
  }

  show(data: (number | null)[][]): void {
    this.#data = data as unknown as uPlot.AlignedData;
    this.#plot.setData(this.#data);
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
    const { lines, seconds, least, digits } = this.#plan;
    const figure = (_: uPlot, value: number | null) => (value === null ? "–" : value.toFixed(digits));
    return new uPlot(
      {
        width: Math.max(1, this.#element.clientWidth),
        height: HEIGHT,
        cursor: { y: false, drag: { x: false, y: false } },
        scales: { x: { time: false }, y: { range: (_, __, max) => [0, Math.max(least, (max ?? 0) * 1.08)] } },
        axes: [
          { ...axis, show: seconds, size: 24, values: (_, ticks) => ticks.map((tick) => `${tick} s`) },
          { ...axis, size: 44 },
        ],
        series: [
          { value: (_, value) => (value === null ? "–" : seconds ? `${value.toFixed(0)} s` : "") },
          ...lines.map((line) => ({
            label: line.label,
            stroke: colour(line.colour),
            width: 2,
            points: { show: false },
            spanGaps: true,
            value: figure,
            ...(line.dash ? { dash: line.dash } : {}),
          })),
        ],
      },
      this.#data,
      this.#element,
    );
  }
}
