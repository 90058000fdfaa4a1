/**
 * Shows that the packed package loads and works in hosts that differ from a plain Node: frozen intrinsics, no
 * WebAssembly, bare contexts, jsdom, test runners, module scripts of a browser with and without a policy; and
 * that a pool spills to a file in every host that has files, and says so where there are none.
 * Also that import and require give the same classes. How: real hosts from tests/hosts and tests/hosts/tools,
 * and Debian's Chromium.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { BUN, CHROMIUM, DENO, NODE_22, NODE_24, NODE_26, Project, TOOLS, without } from "#kit/package.js";
import { USE } from "#kit/package_use.js";
import { runSeed } from "#kit/random.js";

const project = new Project();
after(() => rmSync(project.folder, { recursive: true, force: true }));

const NODES = [
  [`Node ${process.version}`, process.execPath],
  ["Node 24", NODE_24],
] as const;
const ALL = [
  ...NODES.map(([name, program]) => [name, program, []] as const),
  ["Deno", DENO, ["run", "--quiet", "--no-prompt"]],
  ["Bun", BUN, []],
] as const;

describe("the package in runtimes", () => {
  for (const [name, program, args] of ALL) {
    test(`${name}: used by import, and the same classes by require`, { skip: without(program) }, async () => {
      const file = project.write(
        "same.mjs",
        `import { createRequire } from "node:module";
        import * as imported from "spillway";
        const required = createRequire(import.meta.url)("spillway");
        ${USE}
        const names = Object.keys(imported).filter((name) => name !== "default" && name !== "module.exports");
        const same = names.every((name) => imported[name] === required[name]);
        console.log(await use(imported.Spillway), names.length, same);`,
      );
      assert.equal((await project.run(program, [...args, file])).trim(), "used 4 true");
    });
  }

  for (const [name, program, args] of ALL) {
    test(`${name}: 1,000 calls from the end of the call stack`, { skip: without(program) }, async () => {
      const seed = runSeed();
      const dives = readFileSync(new URL("../../kit/attacks/stack.js", import.meta.url), "utf8");
      const file = project.write(
        "dives.mjs",
        `import { Spillway } from "spillway";
        ${dives}
        let state = ${seed};
        const below = (n) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * n | 0;
        const { answers, full, faults } = dives((options) => Spillway.openSync(options), 1000, below);
        console.log(answers > 1000 && full > 1000, faults);`,
      );
      // Each call delivers the right bytes, or the pool has failed and says so. In these hosts no pool
      // fails.
      assert.equal((await project.run(program, [...args, file])).trim(), "true 0", `seed ${seed}`);
    });
  }

  for (const [name, program] of NODES) {
    test(`${name} without require(esm): the same classes`, { skip: without(program) }, async () => {
      const file = project.write(
        "same.cjs",
        `${USE}
        const required = require("spillway");
        import("spillway").then(async (imported) => {
          const same = Object.keys(required).every((name) => imported[name] === required[name]);
          console.log(await use(required.Spillway), Object.keys(required).length, same);
        });`,
      );
      const out = await project.run(program, ["--no-experimental-require-module", file]);
      assert.equal(out.trim(), "used 4 true");
    });

    test(`${name} with frozen intrinsics`, { skip: without(program) }, async () => {
      const file = project.write(
        "frozen.mjs",
        `import { Spillway } from "spillway";\n${USE}\nconsole.log(await use(Spillway));`,
      );
      const out = await project.run(program, ["--frozen-intrinsics", "--no-warnings", file]);
      assert.equal(out.trim(), "used");
    });

    test(`${name} without WebAssembly: imported, and told why no pool opens`, {
      skip: without(program),
    }, async () => {
      const file = project.write(
        "jitless.mjs",
        `import { Spillway } from "spillway";
        for (const wasm of [undefined, new Uint8Array(10)])
          await Spillway.open({ maxBytes: "1MiB", wasm }).catch(({ code, message }) => console.log(code, message));`,
      );
      const out = await project.run(program, ["--jitless", "--no-warnings", file]);
      assert.match(out, /^(ERR_SPILLWAY_UNSUPPORTED .*: WebAssembly.*\n){2}$/);
    });
  }
});

describe("a pool that spills to a file", () => {
  const dir = join(realpathSync(project.folder), "spilled");
  mkdirSync(dir);
  const file = project.write(
    "spill.mjs",
    `import { Spillway } from "spillway";
    const dir = ${JSON.stringify(dir)};
    const pool = Spillway.openSync({ maxBytes: "2MiB", spill: { dir, maxBytes: "16MiB" } });
    const map = pool.map();
    const value = (i) => Uint32Array.from({ length: 3000 }, (_, at) => Math.imul(at + 1, i + 0x9e3779b1));
    for (let i = 0; i < 500; i++) map.set("key " + i, value(i));
    const { spill } = pool.stats();
    let same = 0;
    for (let i = 0; i < 500; i++) {
      const wanted = value(i);
      if (map.get("key " + i).every((word, at) => word === wanted[at])) same += 1;
    }
    console.log(same, spill.bytes > 2 ** 21, spill.devices[0].state, pool.selfCheck());
    pool.close();`,
  );
  const folderOnly = [`--allow-read=${dir}`, `--allow-write=${dir}`];
  for (const [name, program, args] of [
    [`Node ${process.version}`, process.execPath, []],
    ["Node 22", NODE_22, []],
    ["Node 24", NODE_24, []],
    ["Node 26", NODE_26, []],
    ["Deno, which may use its folder only", DENO, ["run", "--quiet", "--no-prompt", ...folderOnly]],
    ["Bun", BUN, []],
  ] as const)
    test(name, { skip: without(program) }, async () => {
      assert.equal(await project.run(program, [...args, file]), "500 true serving 0\n");
      assert.deepEqual(readdirSync(dir), []);
    });

  test("Deno without permission is told which file cannot be made", { skip: without(DENO) }, async () => {
    const run = project.run(DENO, ["run", "--quiet", "--no-prompt", file]);
    await assert.rejects(run, ({ stderr }: { stderr: string }) => {
      assert.match(stderr, /no file can be made in .*spilled: Requires (read|write) access/);
      return true;
    });
  });
});

describe("the package in contexts of node:vm", () => {
  const bare = async (program: string, body: string) =>
    (
      await project.run(program, [
        "--experimental-vm-modules",
        "--no-warnings",
        project.write("bare.mjs", body),
      ])
    ).trim();
  const read = `
    import { readFileSync } from "node:fs";
    import * as vm from "node:vm";
    const text = (name) => readFileSync("node_modules/spillway/build/" + name, "utf8");
    const context = vm.createContext({});
    ${USE}
    const lend = () => Object.assign(context, { crypto, performance, setTimeout, setInterval, clearInterval, clearTimeout });
    const opens = (Spillway) => {
      try {
        Spillway.openSync({ maxBytes: "1MiB" });
      } catch ({ code, message }) {
        return code + message;
      }
    };
  `;
  const wanted =
    /^ERR_SPILLWAY_UNSUPPORTED.*: crypto\.getRandomValues .*performance\.now, setTimeout, setInterval .*\nused$/;

  test("a bare one imports it as a module, is told what it lacks, and uses it once lent that", async () => {
    const out = await bare(
      process.execPath,
      `${read}
      const loaded = new vm.SourceTextModule(text("spillway.js"), { context });
      await loaded.link(() => { throw new Error("it imports something"); });
      await loaded.evaluate();
      console.log(opens(loaded.namespace.Spillway));
      lend();
      console.log(await use(loaded.namespace.Spillway));`,
    );
    assert.match(out, wanted);
  });

  test("a bare one runs the build for require(), lent a require() and its folder", async () => {
    const out = await bare(
      process.execPath,
      `${read}
      import { createRequire } from "node:module";
      import { resolve } from "node:path";
      const module = { exports: {} };
      const code = "(function (module, exports, require, __dirname) {" + text("spillway.cjs") + "\\n})";
      const folder = resolve("node_modules/spillway/build");
      vm.runInContext(code, context)(module, module.exports, createRequire(import.meta.url), folder);
      console.log(opens(module.exports.Spillway));
      lend();
      console.log(await use(module.exports.Spillway));`,
    );
    assert.match(out, wanted);
  });
});

describe("the package in test runners", () => {
  const TEST = `${USE}\ntest("is used", async () => { expect(await use(Spillway)).toBe("used"); });\n`;
  const reported = async (program: string, args: string[]) => {
    // A runner reports on stderr and by its exit code. A failure shows both.
    await project.run(program, args, { CI: "true", NODE_OPTIONS: "", NODE_TEST_CONTEXT: "" });
  };

  for (const environment of ["node", "jsdom"]) {
    test(`Jest, ${environment}, by require`, { skip: without(TOOLS) }, async () => {
      project.write("jest.test.cjs", `const { Spillway } = require("spillway");\n${TEST}`);
      const config = {
        rootDir: project.folder,
        testEnvironment: environment === "node" ? "node" : join(TOOLS, "jest-environment-jsdom"),
        testMatch: ["**/jest.test.cjs"],
        transform: {},
        cacheDirectory: join(project.folder, `jest-${environment}`),
        watchman: false,
      };
      const jest = join(TOOLS, "jest/bin/jest.js");
      await reported(process.execPath, [jest, "--runInBand", "--config", JSON.stringify(config)]);
    });
  }

  test("Jest, by import", { skip: without(TOOLS) }, async () => {
    project.write("jest.test.mjs", `import { Spillway } from "spillway";\n${TEST}`);
    const config = {
      rootDir: project.folder,
      testMatch: ["**/jest.test.mjs"],
      transform: {},
      watchman: false,
    };
    const args = [
      "--experimental-vm-modules",
      "--no-warnings",
      join(TOOLS, "jest/bin/jest.js"),
      "--runInBand",
    ];
    await reported(process.execPath, [...args, "--config", JSON.stringify(config)]);
  });

  for (const environment of ["node", "jsdom"]) {
    test(`Vitest, ${environment}`, { skip: without(TOOLS) || without(NODE_24) }, async () => {
      project.write("vitest.test.mjs", `import { Spillway } from "spillway";\n${TEST}`);
      const args = [
        "run",
        "--root",
        project.folder,
        "--globals",
        "--environment",
        environment,
        "vitest.test.mjs",
      ];
      await reported(NODE_24, [join(TOOLS, "vitest/vitest.mjs"), ...args]);
    });
  }
});

describe("the package in Chromium", { skip: without(CHROMIUM) }, () => {
  /** Opens a page with this module script, under this policy. Returns what the script reports. */
  async function page(script: string, policy: string): Promise<string> {
    const file = readFileSync(join(project.folder, "node_modules/spillway/build/spillway.js"));
    let report: (text: string) => void = () => undefined;
    const reported = new Promise<string>((resolve) => {
      report = resolve;
    });
    const server = createServer((request, response) => {
      const { url } = request;
      if (url === "/report")
        request
          .setEncoding("utf8")
          .on("data", report)
          .on("end", () => response.end());
      else if (url === "/spillway.js") response.setHeader("content-type", "text/javascript").end(file);
      else
        response
          .setHeader("content-type", "text/html")
          .setHeader("content-security-policy", policy)
          .end(`<!doctype html><script type="module">
            const report = (body) => fetch("/report", { method: "POST", body });
            addEventListener("error", ({ message }) => report(message));
            addEventListener("unhandledrejection", ({ reason }) => report(String(reason)));
          </script><script type="module">${script}</script>`);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const browser = spawn(
      CHROMIUM,
      [
        ...["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
        `--user-data-dir=${join(project.folder, `chromium-${port}`)}`,
        `http://127.0.0.1:${port}/`,
      ],
      { stdio: "ignore", detached: true },
    );
    const ended = new Promise((resolve) => browser.once("close", resolve));
    try {
      return await Promise.race([reported, ended.then(() => "the browser ended")]);
    } finally {
      // The browser and its children have their own process group.
      if (browser.pid !== undefined && browser.exitCode === null) process.kill(-browser.pid, "SIGKILL");
      await ended;
      server.closeAllConnections();
      server.close();
    }
  }

  const script = (body: string) => `
    import { Spillway } from "/spillway.js";
    ${USE}
    const report = (body) => fetch("/report", { method: "POST", body });
    report(await (async () => { ${body} })().catch(({ name, code, message }) => [name, code, message].join(" ")));`;

  test("a plain module script uses it", async () => {
    const policy = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
    assert.equal(await page(script("return use(Spillway);"), policy), "used");
  });

  test("a policy that forbids WebAssembly is told as such", async () => {
    const found = await page(script("return use(Spillway);"), "script-src 'self' 'unsafe-inline'");
    assert.match(found, /^SpillwayError ERR_SPILLWAY_WASM_BLOCKED .*'wasm-unsafe-eval'/);
  });

  test("a file to spill to is told that there are no files here", async () => {
    const body = `Spillway.openSync({ maxBytes: "1MiB", spill: { dir: "/", maxBytes: "1GiB" } });`;
    const policy = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
    assert.match(await page(script(body), policy), /ERR_SPILLWAY_UNSUPPORTED this host has no node:fs/);
  });

  test("bytes that are no module are not taken for a policy; a pool is not sent to a worker", async () => {
    const body = `
      const wrong = await Spillway.open({ maxBytes: "1MiB", wasm: new Uint8Array(10) }).catch(({ code }) => code);
      const pool = Spillway.openSync({ maxBytes: "1MiB" });
      let sent = "sent";
      try { new MessageChannel().port1.postMessage(pool); } catch ({ name }) { sent = name; }
      return wrong + " " + sent;`;
    const policy = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
    assert.equal(await page(script(body), policy), "ERR_SPILLWAY_ARG_TYPE DataCloneError");
  });
});

describe("the package and observers", { skip: without(TOOLS) }, () => {
  test("Vue's reactive() leaves pools and clients alone", async () => {
    const file = project.write(
      "vue.mjs",
      `import { createRequire } from "node:module";
      import { Spillway } from "spillway";
      const { reactive, isReactive, ref } = createRequire(${JSON.stringify(`${TOOLS}/`)})("@vue/reactivity");
      const pool = Spillway.openSync({ maxBytes: "1MiB" });
      const all = [pool, pool.frontswap(), pool.cleancache()];
      const state = reactive({ all, deep: { pool }, held: ref(pool) });
      console.log(all.some(isReactive) || isReactive(state.deep.pool), isReactive(state.deep));
      state.deep.pool.stats();
      state.held.selfCheck();
      for (const one of state.all) one.stats();
      pool.close();`,
    );
    assert.equal(await project.run(process.execPath, [file]), "false true\n");
  });
});
