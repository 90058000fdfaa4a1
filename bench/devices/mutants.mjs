/**
 * mutants.mjs - mistakes in what devices are about, made on purpose in a copy of the tree: a named test must
 * fail for each.
 *
 * A mutant is one text of one file in place of another. The copy is built, the test is run, and the file is
 * put back. Without the mistake the test passes: `npm test` shows that. Exits with 1 when a mutant lives.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "#kit/report.js";
import { ROOT } from "../../scripts/processes.mjs";
import { bench } from "../options.mjs";

const SPILL = "behaviour/spill.test.js";
const REENTRANCE = "behaviour/devices/reentrance.test.js";
const DEADLINES = "unit/devices/deadlines.test.js";
const CAPS = "behaviour/devices/caps.test.js";
const MOVES_RIGHTLY =
  "moves pages rightly when room for them comes from a segment that falls empty meanwhile";
const REFUSES = "goes on in memory when no write succeeds: it refuses, and loses nothing";

/** What is wrong: where, which text stands for which, and the test that must fail. */
export const MUTANTS = [
  {
    what: "a commit compares nothing",
    file: "assembly/engine/spill.ts",
    from: "if (!isSame(row, Home.FLYING)) return false;\n  const",
    to: "const",
    test: [REENTRANCE, "from store many"],
  },
  {
    what: "a slot is freed before the device has answered",
    file: "src/devices/spilling.ts",
    from: "const fault = yield* segments.write(",
    to: "this.#commit(arena, segment, load);\n    const fault = yield* segments.write(",
    test: [SPILL, REFUSES],
  },
  {
    what: "FLYING stays set when a write has failed",
    file: "assembly/engine/spill.ts",
    from: "if (entry) stopFlying(",
    to: "if (!row) stopFlying(",
    test: [SPILL, REFUSES],
  },
  {
    what: "a segment is dropped with live bodies of a second arena",
    file: "src/devices/segments.ts",
    from: "for (const arena of this.#arenas()) live += arena.live(segment);",
    to: "live = this.#arenas()[0]?.live(segment) ?? 0;",
    test: [
      SPILL,
      "goes through any order of steps, with several arenas, and refuses when the device is full",
    ],
  },
  {
    what: "a nonce is made of the position",
    file: "src/devices/seal.ts",
    from: "this.#counter.setUint32(0, this.#sealed % WORD, true);",
    to: "this.#counter.setUint32(0, at, true);",
    test: ["behaviour/devices/damage.test.js", "no nonce is used twice, whatever fails and is tried again"],
  },
  {
    what: "a seal does not cover the body's key and shape",
    file: "src/devices/seal.ts",
    from: /^.*\.setAAD\(this\.#name\(names\)\);\n/gm,
    to: "this.#name(names);\n",
    // Swapped bodies are found by the engine's check of the page, too.
    test: ["unit/devices/seal.test.js", "does not open under another key or shape"],
  },
  {
    what: "a body that comes back keeps its place on the device",
    file: "assembly/engine/away.ts",
    from: "leaveAway(<u32>bodyPlace(body), stored);\n  bodyReturn",
    to: "if (!body) leaveAway(0, 0);\n  bodyReturn",
    test: [SPILL, "keeps used pages in memory, and brings back what is used again"],
  },
  {
    what: "cleaning moves a body that has gone elsewhere meanwhile",
    file: "assembly/engine/spill.ts",
    from: "if (!isSame(row, Home.DEVICE) || <u32>bodyPlace(body) != old) return false;",
    to: "",
    test: [REENTRANCE, "from clean"],
  },
  {
    what: "pages that move come from a window that the log has used",
    file: "src/core/moving.ts",
    from: "bytes = source.pack();\n      taken",
    to: "taken",
    test: [SPILL, MOVES_RIGHTLY],
  },
  {
    what: "a page that moves while it is read is a miss",
    file: "src/core/load.ts",
    from: "|| turn === TURNS) return bytes;",
    to: "|| turn <= TURNS) return bytes;",
    test: [REENTRANCE, "from load"],
  },
  {
    what: "the number of a closed area is another's while a load means it",
    file: "src/core/registry.ts",
    from: "(this.#closedNumbers[0]?.ticket ?? oldest) < oldest",
    to: "this.#closedNumbers.length > 0 && oldest > 0",
    test: [REENTRANCE, "from take"],
  },
  {
    what: "a batch does not tell of pages that the device did not give",
    file: "src/clients/frontswap.ts",
    from: "failed(Status.LOST), failed",
    to: "[], failed",
    test: [SPILL, "tells clients, maps and buffers of pages that the device does not give; none is a miss"],
  },
  {
    what: "a body that leaves is not charged for its slot on the device",
    file: "assembly/engine/spill.ts",
    from: "chargeAway(entryArea(entry), stored);",
    to: "",
    test: [CAPS, "of 0 keeps all bodies in memory; maps and buffers have it too, and caches do not"],
  },
  {
    what: "a body that stays is charged for a slot on the device",
    file: "assembly/engine/spill.ts",
    from: "relieveAway(area, stored);\n    return false;",
    to: "return false;",
    test: [REENTRANCE, "from store many"],
  },
  {
    what: "a short read is taken for all",
    file: "src/devices/places.ts",
    from: "done += count;",
    to: "done = length;",
    test: ["unit/devices/places.test.js", "short counts go on; none, too many and no number are errors"],
  },
  {
    what: "a fault of an older segment is told of the one that has its number now",
    file: "src/devices/reading.ts",
    from: "if (sequence !== undefined && this.#segments.table.sequenceOf(segment) !== sequence)",
    to: "if (sequence !== undefined && sequence < 0)",
    test: [
      DEADLINES,
      "a segment that is dropped and written again while it is read does not answer for the old one",
    ],
  },
  {
    what: "the buffer of a write that is late is filled anew",
    file: "src/devices/spilling.ts",
    from: 'if (fault?.kind !== "late") this.#reuse(buffer);',
    to: "this.#reuse(buffer);",
    test: [
      DEADLINES,
      "bytes that were handed over stay as they are until the write is answered, however late",
    ],
  },
  {
    what: "the write budget does not count what is written",
    file: "src/devices/budget.ts",
    from: "this.#tokens -= bytes;",
    to: "this.#tokens -= 0 * bytes;",
    test: [
      "unit/devices/log.test.js",
      "the write budget bounds what is written, cleaning included; an hour's worth at once",
    ],
  },
  {
    what: "what was read for a load that waits is kept",
    file: "src/core/spilled.ts",
    from: "if (letGo !== undefined) letGo();",
    to: "if (letGo !== undefined) this.laterLoads += 0;",
    test: ["behaviour/devices/later.test.js", "gives a page up by an exclusive load that waits, once"],
  },
];

/** What a build of the tests needs, beside the packages. */
const NEEDED = ["assembly", "build", "cli", "kit", "scripts", "src", "tests"];

export const command = bench()
  .option("--only <text>", "only mutants that have this text in what is wrong with them", "")
  .action(run);

function run({ only }) {
  const chosen = MUTANTS.filter(({ what }) => what.includes(only));
  const copy = mkdtempSync(join(tmpdir(), "mutants-"));
  try {
    const files = readdirSync(ROOT).filter((name) => /\.(json|js)$/.test(name));
    // A lock file that is newer than the packages would have them installed anew, in this tree.
    const how = { recursive: true, preserveTimestamps: true };
    for (const name of [...NEEDED, ...files]) cpSync(join(ROOT, name), join(copy, name), how);
    symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
    const rows = chosen.map((mutant) => {
      const outcome = outcomeOf(copy, mutant);
      console.log(`${mutant.what}: ${outcome}`);
      return [mutant.what, mutant.test[1], outcome];
    });
    console.log(table(["what is wrong", "the test that must fail", ""], rows));
    if (rows.some(([, , outcome]) => outcome !== "caught")) process.exitCode = 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** "caught", or what came instead. */
function outcomeOf(copy, { file, from, to, test: [path, name] }) {
  const at = join(copy, file);
  const whole = readFileSync(at, "utf8");
  const changed = whole.replace(from, to);
  if (changed === whole) return "no such text";
  writeFileSync(at, changed);
  try {
    const make = 'import { make } from "./scripts/make.mjs"; await make("tests");';
    if (node(copy, ["--input-type=module", "-e", make]).status !== 0) return "does not compile";
    const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const { status, stdout } = node(copy, [
      "--test",
      `--test-name-pattern=${pattern}`,
      `build/tests/${path}`,
    ]);
    if (status === 0) return "LIVES";
    return stdout.includes(`not ok`) || stdout.includes(`✖ ${name}`) ? "caught" : "no such test";
  } finally {
    writeFileSync(at, whole);
  }
}

function node(cwd, args) {
  return spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
}
