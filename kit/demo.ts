/**
 * demo.ts - drives the demo page in Chromium as a visitor would: opens the built copy from its file, paints,
 * undoes, reads the figures, takes pictures. Tests and a bench share it.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { ROOT } from "./package.js";
import { ascending, quantile } from "./statistics.js";

export const DEMO = join(ROOT, "build/demo/index.html");
/** Strokes of one press of "Paint for me". */
const STROKES_A_PRESS = 40;
const PATIENCE_MS = 120_000;
/** A frame above this is late: thirty a second, and what a clock of a tenth of a millisecond may add. */
const LATE_MS = 33.4;

/** What the page tells of itself (demo/src/main.ts). */
interface Figures {
  raw: number;
  held: number;
  steps: number;
  position: number;
  duplicates: number;
  isAtRest: boolean;
}
/** Milliseconds from the frame before, and of the page's own work in it. */
export interface Frame {
  between: number;
  work: number;
}

export const LAPTOP = { viewport: { width: 1440, height: 900 } };
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** The part of intervals between frames that are too long. */
export const lateShare = (between: readonly number[]) =>
  between.filter((ms) => ms > LATE_MS).length / between.length;

/** What a list of frames comes to: how many, how many late, and the page's own work in them. */
export function framesOf(frames: readonly Frame[]) {
  const work = ascending(frames.map((frame) => frame.work));
  const between = ascending(frames.map((frame) => frame.between));
  return {
    count: frames.length,
    late: between.filter((ms) => ms > LATE_MS).length,
    slowest: between.at(-1) as number,
    p50: quantile(work, 0.5),
    p99: quantile(work, 0.99),
    longest: work.at(-1) as number,
  };
}

/** The demo, open in a page of its own. */
export class Demo {
  readonly page: Page;
  /** Errors of the page that nothing caught, and what its console complains about. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.errors.push(message.text());
    });
  }

  static async open(browser: Browser, options: BrowserContextOptions = LAPTOP): Promise<Demo> {
    const demo = new Demo(await browser.newPage(options));
    await demo.page.goto(pathToFileURL(DEMO).href);
    await demo.page.waitForFunction("globalThis.spillwayDemo !== undefined");
    return demo;
  }

  /** An expression over the page's own object, evaluated there. */
  #ask<T>(expression: string): Promise<T> {
    return this.page.evaluate(`spillwayDemo.${expression}`) as Promise<T>;
  }

  figures(): Promise<Figures> {
    return this.#ask("figures()");
  }

  /** Waits until nothing is under way: every tile lies where it should. */
  async rest(): Promise<Figures> {
    await this.page.waitForFunction("spillwayDemo.figures().isAtRest", undefined, { timeout: PATIENCE_MS });
    return this.figures();
  }

  /** Presses the button until so many strokes are painted. */
  async paint(strokes: number): Promise<void> {
    for (let painted = 0; painted < strokes; painted += STROKES_A_PRESS) {
      await this.page.click("#play:enabled", { timeout: PATIENCE_MS });
      await this.page.waitForSelector("#play:disabled", { state: "attached" });
      await this.page.waitForSelector("#play:enabled", { timeout: PATIENCE_MS });
    }
  }

  async press(id: "undo-all" | "redo-all"): Promise<void> {
    await this.page.click(`#${id}:enabled`, { timeout: PATIENCE_MS });
    await this.page.waitForSelector(`#${id}:disabled`, { state: "attached" });
    await this.page.waitForSelector("#play:enabled", { timeout: PATIENCE_MS });
  }

  /** Frames in which the page painted, since they were last asked for. */
  frames(): Promise<Frame[]> {
    return this.#ask("frames()");
  }

  /** Frames of a page that does nothing, for so long. */
  async idleFrames(ms: number): Promise<number[]> {
    const script = `new Promise((resolve) => {
      const times = [];
      const frame = (time) => {
        times.push(time);
        if (time - times[0] < ${ms}) requestAnimationFrame(frame);
        else resolve(times.slice(1).map((at, i) => at - times[i]));
      };
      requestAnimationFrame(frame);
    })`;
    return (await this.page.evaluate(script)) as number[];
  }

  /** Remembers the picture as it is now, in the page. */
  async remember(name: string): Promise<void> {
    await this.page.evaluate(`(globalThis.remembered ??= {})["${name}"] = spillwayDemo.pixels(), undefined`);
  }

  /** Bytes of the picture that are not as they were then. */
  differing(name: string): Promise<number> {
    const script = `spillwayDemo.pixels().reduce((sum, tile, i) => {
      const then = remembered["${name}"][i];
      for (let at = 0; at < tile.length; at++) if (tile[at] !== then[at]) sum++;
      return sum + Math.abs(tile.length - then.length);
    }, 0)`;
    return this.page.evaluate(script) as Promise<number>;
  }
}
