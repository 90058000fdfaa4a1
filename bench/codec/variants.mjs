/**
 * variants.mjs - the codec as it is against ways it could be, over the pages of each file.
 *
 * `npm start -- bench codec --save FOLDER` writes such files. A variant is a change of the sources, written
 * below as what to replace by what. Each is compiled beside the present state; all take turns over the same
 * pages. The table shows how fast a variant is as a multiple of the present state (below 1 it is slower), the
 * median over the rounds; and the ratio that it reaches. docs/TUNING.md says what was made of it.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { constantOf, Regions } from "#kit/doors/regions.js";
import { table } from "#kit/report.js";
import { median } from "#kit/statistics.js";
import { ROOT, run } from "../../scripts/processes.mjs";
import { bench, count } from "../options.mjs";

export const command = bench()
  .argument("<files...>", "raw images of pages")
  .option("--page-size <bytes>", "bytes of a page", count, 4096)
  .option("--rounds <count>", "rounds that count", count, 15)
  .option("--only <pattern>", "only variants whose name matches", "")
  .action(async (files, { pageSize, rounds, only }) => {
    const chosen = VARIANTS.filter(([name], i) => i === 0 || new RegExp(only).test(name));
    const modules = [];
    for (const [i, variant] of chosen.entries()) modules.push(await compiled(variant, i));
    for (const file of files) {
      const bytes = readFileSync(file);
      const pages = bytes.subarray(0, bytes.length - (bytes.length % pageSize));
      const lanes = race(modules, pages, pageSize, rounds);
      console.log(`${basename(file)}: ${pages.length / pageSize} pages of ${pageSize} bytes`);
      console.log(table(["", "encode", "decode", "hash", "ratio"], rowsOf(lanes)));
    }
  });

const ENCODE = "codec/lz4/encode.ts";
const DECODE = "codec/lz4/decode.ts";
const HASH = "ground/hash.ts";
/** Name, file below assembly/, and what is replaced by what. */
const VARIANTS = [
  ["as it is", ENCODE, []],
  [
    "table of 2^12",
    ENCODE,
    [
      ["TABLE_LOG2: u32 = 13", "TABLE_LOG2: u32 = 12"],
      ["!= 2 <<", "< 2 <<"],
      ["memory.fill(table, 0, ENCODER_TABLE_BYTES)", "memory.fill(table, 0, 2 << TABLE_LOG2)"],
    ],
  ],
  [
    "hash of 4 bytes",
    ENCODE,
    [
      ["sequence << 24", "sequence << 32"],
      ["889523592379;", "11400714785074694791;"],
    ],
  ],
  [
    "hash of 6 bytes",
    ENCODE,
    [
      ["sequence << 24", "sequence << 16"],
      ["889523592379;", "227718039650203;"],
    ],
  ],
  [
    "first match of a pair",
    ENCODE,
    [["const next = agreeNext > agree;", "const next = agree < MATCH_BITS_MIN;"]],
  ],
  [
    "longer match by a branch",
    ENCODE,
    [
      [
        "      match = select<usize>(matchNext, match, next);\n      at += <usize>next;",
        "      if (next) {\n        match = matchNext;\n        at += 1;\n      }",
      ],
    ],
  ],
  [
    "a base that rises, no clearing",
    ENCODE,
    [
      ["export function encode(", "const BASE: usize = memory.data(4);\n\nexport function encode("],
      [
        "memory.fill(table, 0, ENCODER_TABLE_BYTES);",
        [
          "let base = <i32>load<u32>(BASE);",
          "    if (base == 0 || base + <i32>bytes > 65536) {",
          "      memory.fill(table, 0, ENCODER_TABLE_BYTES);",
          "      base = 0;",
          "    }",
          "    store<u32>(BASE, base + bytes);",
        ].join("\n"),
      ],
      ["<usize>load<u16>(slot)", "<usize>max<i32>(<i32>load<u16>(slot) - base, 0)"],
      [" - source);", " - source + base);"],
    ],
  ],
  ["steps grow twice as fast", ENCODE, [["SKIP_SHIFT: u32 = 6", "SKIP_SHIFT: u32 = 5"]]],
  ["steps grow half as fast", ENCODE, [["SKIP_SHIFT: u32 = 6", "SKIP_SHIFT: u32 = 7"]]],
  ["no going on at the same offset", ENCODE, [["if (differing >= RESUME_BELOW) break;", "break;"]]],
  ["going on behind one byte only", ENCODE, [["RESUME_BELOW: u64 = 1 << 16", "RESUME_BELOW: u64 = 1 << 8"]]],
  [
    "going on behind up to three",
    ENCODE,
    [
      ["RESUME_BELOW: u64 = 1 << 16", "RESUME_BELOW: u64 = 1 << 24"],
      ["differing > 0xff ? 2 : 1", "8 - <u32>(clz<u64>(differing) >> 3)"],
      ["store<u16>(to, <u16>sequence, 1);", "store<u32>(to, <u32>sequence, 1);"],
    ],
  ],
  [
    "behind such bytes nothing entered",
    ENCODE,
    [["store<u16>(table + slotOf(load<u64>(at, 1)), at + 1 - source);", ""]],
  ],
  [
    "one position a turn",
    ENCODE,
    [
      ["store<u16>(slot, at + 1 - source);", ""],
      ["agreeNext = ctz<u64>(load<u64>(matchNext) ^ sequenceNext);", "agreeNext = 0;"],
      ["at += 2 + (<usize>", "at += 1 + (<usize>"],
    ],
  ],
  [
    "nothing entered behind a match",
    ENCODE,
    [["store<u16>(table + slotOf(load<u64>(at - 2)), at - 2 - source);", ""]],
  ],
  [
    "short matches by 16 bytes",
    DECODE,
    [
      [
        [
          "if (offset >= 8) {",
          "          store<u64>(to, load<u64>(back));",
          "          store<u64>(to, load<u64>(back, 8), 8);",
        ].join("\n"),
        "if (offset >= 16) {\n          v128.store(to, v128.load(back));",
      ],
    ],
  ],
  [
    "no quick way",
    DECODE,
    [["const targetQuick = targetEnd - 2 * COPY_BYTES;", "const targetQuick = target - 1;"]],
  ],
  [
    "literals by memory.copy",
    DECODE,
    [["if (<u32>(sourceEnd - from) >= literals + COPY_BYTES) {", "if (false) {"]],
  ],
  [
    "hash without shared shuffles",
    HASH,
    [
      [
        [
          "let low = lows(one, other);",
          "    let high = highs(one, other);",
          "    a = i64x2.add(a, i64x2.extmul_low_i32x4_u(low, high));",
          "    b = i64x2.add(b, i64x2.extmul_high_i32x4_u(low, high));",
        ].join("\n"),
        [
          "a = i64x2.add(a, i64x2.extmul_low_i32x4_u(lows(one, one), highs(one, one)));",
          "    b = i64x2.add(b, i64x2.extmul_low_i32x4_u(lows(other, other), highs(other, other)));",
        ].join("\n"),
      ],
      [
        [
          "low = lows(one, other);",
          "    high = highs(one, other);",
          "    c = i64x2.add(c, i64x2.extmul_low_i32x4_u(low, high));",
          "    d = i64x2.add(d, i64x2.extmul_high_i32x4_u(low, high));",
        ].join("\n"),
        [
          "c = i64x2.add(c, i64x2.extmul_low_i32x4_u(lows(one, one), highs(one, one)));",
          "    d = i64x2.add(d, i64x2.extmul_low_i32x4_u(lows(other, other), highs(other, other)));",
        ].join("\n"),
      ],
    ],
  ],
  [
    "hash's data into the neighbouring lane",
    HASH,
    [
      ["b = i64x2.add(b, one);", "a = i64x2.add(a, i64x2.shuffle(one, one, 1, 0));"],
      ["a = i64x2.add(a, other);", "b = i64x2.add(b, i64x2.shuffle(other, other, 1, 0));"],
      ["d = i64x2.add(d, one);", "c = i64x2.add(c, i64x2.shuffle(one, one, 1, 0));"],
      ["c = i64x2.add(c, other);", "d = i64x2.add(d, i64x2.shuffle(other, other, 1, 0));"],
    ],
  ],
];
const WARM_UP_ROUNDS = 4;
const GAP = 4096;

/** Compiles the engine with a change. Throws when the source no longer has what is to be replaced. */
async function compiled([name, file, changes], i) {
  const folder = join(ROOT, "build/variants", `${i}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, "assembly"), join(folder, "assembly"), { recursive: true });
  const path = join(folder, "assembly", file);
  let text = readFileSync(path, "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${name}: ${file} has no ${JSON.stringify(from)}`);
    text = text.replaceAll(from, to);
  }
  writeFileSync(path, text);
  const { options } = JSON.parse(readFileSync(join(ROOT, "asconfig.json"), "utf8"));
  writeFileSync(join(folder, "asconfig.json"), JSON.stringify({ options: { ...options, pedantic: false } }));
  const asc = join(ROOT, "node_modules/assemblyscript/bin/asc.js");
  await run(process.execPath, [asc, "assembly/doors.ts", "-o", "doors.wasm"], { cwd: folder });
  return { name, module: new WebAssembly.Module(readFileSync(join(folder, "doors.wasm"))) };
}

/** All modules over the same pages, in turns. Answers their lanes. */
function race(modules, pages, pageSize, rounds) {
  const lanes = modules.map((module) => lane(module, pages, pageSize));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    if (round === 0)
      for (const { times } of lanes) for (const kind of Object.keys(times)) times[kind].length = 0;
    for (let i = 0; i < lanes.length; i++) lanes[(i + round + WARM_UP_ROUNDS) % lanes.length].round();
  }
  return lanes;
}

/** A module over the pages; `round` times one pass of each kind, in milliseconds, and checks the blocks. */
function lane({ name, module }, pages, size) {
  const { exports: x } = new WebAssembly.Instance(module);
  const pageCount = pages.length / size;
  // LZ4's bound of a block.
  const limit = size + Math.ceil(size / 255) + 16;
  x.init(size, 16_384, 0, 1, 2);
  const sizes = {
    pages: pages.length,
    table: constantOf(x, "ENCODER_TABLE_BYTES"),
    target: size,
    lengths: 4 * pageCount,
    blocks: pageCount * limit + GAP,
  };
  const { at, memory } = new Regions(x, sizes, GAP);
  memory.set(pages, at.pages);
  const times = { encode: [], decode: [], hash: [] };
  const timed = (kind, pass) => {
    const before = performance.now();
    const answer = pass();
    times[kind].push(performance.now() - before);
    return answer;
  };
  return {
    name,
    times,
    ratio: 0,
    round() {
      timed("encode", () =>
        x.door_encode_all(at.pages, pageCount, size, at.blocks, limit, at.table, at.lengths),
      );
      const whole = timed("decode", () =>
        x.door_decode_all(at.blocks, pageCount, size, at.target, at.lengths),
      );
      if (whole !== pageCount) throw new Error(`${name}: ${pageCount - whole} blocks do not come back`);
      timed("hash", () => x.door_hash_all(at.pages, pageCount, size));
      const stored = new Uint32Array(x.memory.buffer.slice(at.lengths, at.lengths + 4 * pageCount));
      this.ratio = pages.length / stored.reduce((sum, bytes) => sum + Math.min(bytes, size), 0);
    },
  };
}

function rowsOf(lanes) {
  const [present] = lanes;
  return lanes.map(({ name, times, ratio }) => {
    const versus = (kind) => median(times[kind].map((time, i) => present.times[kind][i] / time)).toFixed(3);
    return [name, versus("encode"), versus("decode"), versus("hash"), ratio.toFixed(3)];
  });
}
