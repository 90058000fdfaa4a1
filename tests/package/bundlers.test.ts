/**
 * Shows that a program bundled with the packed package runs in a browser as it comes out of the bundler:
 * Vite, esbuild, webpack, rollup, rolldown and Parcel, none with a plugin or a setting for Spillway. The
 * page has a policy that allows WebAssembly and nothing else. Also that require() gives a bundler the same
 * file, that a bundle for Node runs, and that a classic script runs in a page opened from a file.
 *
 * How: each bundler builds a program that stores and loads pages and values; Chromium runs it. Here are
 * esbuild and Vite. `npm run check:package` installs the others.
 */
import assert from "node:assert/strict";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { ALL_BUNDLERS, type Bundler, bundle, ESBUILD, html } from "#kit/bundlers.js";
import { openChromium, serve } from "#kit/chromium.js";
import { CHROMIUM, Project, ROOT, without } from "#kit/package.js";
import { USE } from "#kit/package_use.js";

const project = new Project();
after(() => rmSync(project.folder, { recursive: true, force: true }));

/** Uses the library and an entry, and says so in the page's title. */
const REST = `
${USE}
async function all() {
  const pool = Spillway.openSync({ maxBytes: "1MiB" });
  const store = spillwayStore(pool.map());
  await store.set("key", { value: "a value" });
  if ((await store.get("key")).value !== "a value") throw new Error("a value of spillway/keyv");
  pool.close();
  return use(Spillway);
}
const say = (text) => (globalThis.document ? (document.title = text) : console.log(text));
all().then(say, (error) => say(String(error.stack ?? error)));
`;
project.write(
  "app.js",
  `import { Spillway } from "spillway";\nimport { spillwayStore } from "spillway/keyv";\n${REST}`,
);
project.write(
  "app.cjs",
  `const { Spillway } = require("spillway");\nconst { spillwayStore } = require("spillway/keyv");\n${REST}`,
);

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

describe("bundles of the package in Chromium", { skip: without(CHROMIUM) }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser.close());

  /** What the page's program says. */
  async function said(url: string): Promise<string> {
    const page = await browser.newPage();
    try {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      await page.goto(url);
      await page
        .waitForFunction("document.title !== 'waits'", undefined, { timeout: 60_000 })
        .catch(() => {});
      return [await page.title(), ...errors].join("\n");
    } finally {
      await page.close();
    }
  }

  async function runs(t: TestContext, bundler: Bundler, entry: string): Promise<void> {
    const folder = await bundle(project, bundler, entry);
    const server = await serve(folder, { "content-security-policy": POLICY });
    try {
      assert.equal(await said(server.url), "used");
      const bytes = readdirSync(folder, { recursive: true }).map(
        (name) => statSync(join(folder, String(name))).size,
      );
      t.diagnostic(`${bundler.name}, ${entry}: ${Math.round(bytes.reduce((a, b) => a + b) / 1024)} KiB`);
    } finally {
      server.close();
    }
  }

  for (const bundler of ALL_BUNDLERS) {
    const skip = without(bundler.at);
    test(`${bundler.name}, by import`, { skip }, (t) => runs(t, bundler, "app.js"));
    // rollup reads no CommonJS without a plugin.
    if (bundler.name !== "rollup")
      test(`${bundler.name}, by require`, { skip }, (t) => runs(t, bundler, "app.cjs"));
  }

  test("a classic script in a page opened from a file", async () => {
    project.write("file.html", html('<script defer src="./classic.js"></script>'));
    project.write(
      "classic.mjs",
      `import { build } from ${JSON.stringify(pathToFileURL(join(ROOT, "node_modules/esbuild/lib/main.js")).href)};
      await build({ entryPoints: ["app.js"], outfile: "classic.js", bundle: true, format: "iife" });`,
    );
    await project.run(process.execPath, ["classic.mjs"]);
    assert.equal(await said(pathToFileURL(join(project.folder, "file.html")).href), "used");
  });
});

test("a bundle for Node, by esbuild", async () => {
  const folder = await bundle(project, ESBUILD, "app.js");
  assert.equal((await project.run(process.execPath, [join(folder, "app.js")])).trim(), "used");
});
