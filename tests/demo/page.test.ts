/**
 * Shows that the demo's page is good to use, in Chromium, as a built copy that is opened from its file:
 * mouse, touch and keys alone paint, choose and undo; plain arrays take what they weigh; nothing is cut off
 * on a laptop or a phone, in light or dark.
 *
 * How: playwright-core drives Debian's Chromium. Pictures of three moments go to build/demo-pictures/.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { openChromium } from "#kit/chromium.js";
import { Demo, LAPTOP, PHONE } from "#kit/demo.js";
import { CHROMIUM, ROOT, without } from "#kit/package.js";

/** It has no types. */
const { PNG } = createRequire(import.meta.url)("pngjs") as {
  PNG: { sync: { read(file: Buffer): { data: Buffer } } };
};
const PICTURES = join(ROOT, "build/demo-pictures");

describe("the demo's page", { skip: without(CHROMIUM) }, () => {
  let browser: Browser;
  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openChromium();
  });
  after(() => browser.close());

  test("plain arrays take what they weigh; what was painted before the switch is undone after it", async () => {
    const demo = await Demo.open(browser);
    await demo.remember("empty");
    await demo.paint(40);
    await demo.page.check('input[value="arrays"]');
    const plain = await demo.rest();
    // The legend of the first chart tells the newest figures.
    await demo.page.waitForFunction(
      "[...document.querySelectorAll('#memory .u-value')].slice(1).every((one) => /^[0-9.]+ MiB$/.test(one.textContent))",
    );
    // The memory of the pool that was left goes back within seconds.
    await demo.page.waitForFunction(
      "(({ held, raw }) => held >= raw && held < 1.02 * raw)(spillwayDemo.figures())",
    );
    await demo.page.check('input[value="spillway"]');
    const packed = await demo.rest();
    assert.equal(plain.raw, packed.raw);
    assert.ok(packed.held * 8 < packed.raw, `${packed.held} of ${packed.raw} bytes`);
    await demo.press("undo-all");
    assert.equal(await demo.differing("empty"), 0);
    assert.deepEqual(demo.errors, []);
    await demo.page.close();
  });

  test("keys alone paint, choose, undo and redo", async () => {
    const demo = await Demo.open(browser);
    const { page } = demo;
    await demo.remember("empty");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.id"), "picture");
    await page.keyboard.press("6");
    await page.keyboard.press("]");
    assert.equal(await page.textContent("#width-text"), "52");
    await page.keyboard.down("Space");
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft"]) await page.keyboard.press(key);
    await page.keyboard.up("Space");
    assert.equal((await demo.rest()).steps, 1);
    await demo.remember("line");
    assert.ok((await demo.differing("empty")) > 1000);
    await page.keyboard.press("Control+z");
    assert.equal(await demo.differing("empty"), 0);
    await page.keyboard.press("Control+y");
    assert.equal(await demo.differing("line"), 0);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+Shift+z");
    assert.equal(await demo.differing("line"), 0);
    // Every control is reached by Tab, in order, and a button is pressed by a key.
    const reached = new Set<unknown>();
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate("document.activeElement.id || document.activeElement.name"));
    }
    for (const name of ["colour", "brush", "width", "undo", "undo-all", "play", "home"])
      assert.ok(reached.has(name), `${name} among ${[...reached]}`);
    await page.focus("#undo");
    await page.keyboard.press("Enter");
    assert.equal(await demo.differing("empty"), 0);
    assert.deepEqual(demo.errors, []);
    await page.close();
  });

  test("mouse and touch paint where they are", async () => {
    const laptop = await Demo.open(browser);
    const box = await laptop.page.locator("#picture").boundingBox();
    assert.ok(box !== null);
    await laptop.page.mouse.move(box.x + 50, box.y + 50);
    await laptop.page.mouse.down();
    await laptop.page.mouse.move(box.x + 250, box.y + 150, { steps: 5 });
    await laptop.page.mouse.up();
    assert.equal((await laptop.rest()).steps, 1);
    await laptop.page.close();
    const phone = await Demo.open(browser, PHONE);
    await phone.page.tap("#picture");
    await phone.page.tap("#picture", { position: { x: 20, y: 20 } });
    assert.equal((await phone.rest()).steps, 2);
    await phone.page.tap("#undo");
    assert.equal((await phone.figures()).position, 1);
    assert.deepEqual([...laptop.errors, ...phone.errors], []);
    await phone.page.close();
  });

  test("it says what it shows in one sentence", async () => {
    const demo = await Demo.open(browser);
    const sentence = (await demo.page.textContent("#sentence"))?.trim() ?? "";
    assert.match(sentence, /^[A-Z][^.!?]{40,200}\.$/);
    await demo.page.close();
  });

  for (const [name, options] of [
    ["laptop", LAPTOP],
    ["phone", PHONE],
  ] as const)
    test(`${name}: nothing is cut off, before, while and after it is painted, in light and dark`, async () => {
      const demo = await Demo.open(browser, options);
      const { page } = demo;
      const shown = async (moment: string) => {
        const colours: number[] = [];
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const path = join(PICTURES, `${name}-${moment}-${colorScheme}.png`);
          await page.screenshot({ path, fullPage: true });
          assert.deepEqual(await cutOff(demo), [], `${moment}, ${colorScheme}`);
          colours.push(coloursOf(path));
        }
        return Math.min(...colours);
      };
      const before = await shown("1-empty");
      await page.click("#play");
      await page.waitForFunction("spillwayDemo.figures().steps >= 20");
      const painting = await shown("2-painting");
      await page.waitForSelector("#play:enabled", { timeout: 60_000 });
      await demo.rest();
      await page.waitForTimeout(1000);
      const painted = await shown("3-at-rest");
      assert.ok(painting > before && painted > before, `${before}, ${painting}, ${painted} colours`);
      assert.deepEqual(demo.errors, []);
      await page.close();
    });
});

/** What reaches over the side of the page or of its own box. */
async function cutOff({ page }: Demo): Promise<string[]> {
  const script = `[...document.querySelectorAll("body *")].flatMap((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    const name = one.tagName + "#" + one.id + "." + one.className;
    if (width === 0 || one.closest("#pen")) return [];
    if (left < -0.5 || right > innerWidth + 0.5) return [name + " reaches from " + left + " to " + right];
    const isText = one.matches("dt, dd, button, legend, label, p, h1, figcaption, output, .u-value, .u-label");
    return isText && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline"
      ? [name + " is too narrow for its text"] : [];
  })`;
  return (await page.evaluate(script)) as string[];
}

/** How many colours a picture has. */
function coloursOf(path: string): number {
  const { data } = PNG.sync.read(readFileSync(path));
  return new Set(new Uint32Array(data.buffer, data.byteOffset, data.length >> 2)).size;
}
