/**
 * variants.mjs - `npm run bench:variants -- FILE... [--page-size N] [--rounds N] [--only PATTERN]`: the codec as it is
 * against ways it could be, over the pages of each file (`spillway bench codec --save` writes such files).
 *
 * A variant is a change of the sources, written below as what to replace by what. Each is compiled beside the present
 * state; all take turns over the same pages. Printed is how fast a variant is as a multiple of the present state, the
 * median over the rounds, and the ratio it reaches: below 1 it is slower. docs/TUNING.md says what was made of it.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Table from "cli-table3";
import { Command } from "commander";
import { ROOT, run } from "../scripts/make.mjs";

const ENCODE = "codec/encode.ts";
const DECODE = "codec/decode.ts";
const HASH = "hash.ts";
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
        "let base = <i32>load<u32>(BASE);\n    if (base == 0 || base + <i32>bytes > 65536) {\n      memory.fill(table, 0, ENCODER_TABLE_BYTES);\n      base = 0;\n    }\n    store<u32>(BASE, base + bytes);",
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
        "if (offset >= 8) {\n          store<u64>(to, load<u64>(back));\n          store<u64>(to, load<u64>(back, 8), 8);",
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
        "let low = lows(one, other);\n    let high = highs(one, other);\n    a = i64x2.add(a, i64x2.extmul_low_i32x4_u(low, high));\n    b = i64x2.add(b, i64x2.extmul_high_i32x4_u(low, high));",
        "a = i64x2.add(a, i64x2.extmul_low_i32x4_u(lows(one, one), highs(one, one)));\n    b = i64x2.add(b, i64x2.extmul_low_i32x4_u(lows(other, other), highs(other, other)));",
      ],
      [
        "low = lows(one, other);\n    high = highs(one, other);\n    c = i64x2.add(c, i64x2.extmul_low_i32x4_u(low, high));\n    d = i64x2.add(d, i64x2.extmul_high_i32x4_u(low, high));",
        "c = i64x2.add(c, i64x2.extmul_low_i32x4_u(lows(one, one), highs(one, one)));\n    d = i64x2.add(d, i64x2.extmul_low_i32x4_u(lows(other, other), highs(other, other)));",
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

/** A module over the pages; `round` times one pass of each kind, in milliseconds, and checks the blocks. */
function lane({ name, module }, pages, size) {
  const { exports: x } = new WebAssembly.Instance(module);
  const count = pages.length / size;
  const limit = size + Math.ceil(size / 255) + 16;
  const tableBytes = x.ENCODER_TABLE_BYTES.value;
  x.init(size, 16_384, 0, 1, 2);
  const base = x.door_grow(
    Math.ceil((pages.length + count * (limit + 4) + size + tableBytes + 32_768) / 65_536) + 1,
  );
  const from = base + 4096;
  const table = from + pages.length + 4096;
  const target = table + tableBytes + 4096;
  const lengths = target + size + 4096;
  const blocks = lengths + 4 * count + 4096;
  const memory = new Uint8Array(x.memory.buffer);
  memory.set(pages, from);
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
      timed("encode", () => x.door_encode_all(from, count, size, blocks, limit, table, lengths));
      const whole = timed("decode", () => x.door_decode_all(blocks, count, size, target, lengths));
      if (whole !== count) throw new Error(`${name}: ${count - whole} blocks do not come back`);
      timed("hash", () => x.door_hash_all(from, count, size));
      const stored = new Uint32Array(x.memory.buffer.slice(lengths, lengths + 4 * count));
      this.ratio = pages.length / stored.reduce((sum, bytes) => sum + Math.min(bytes, size), 0);
    },
  };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

const program = new Command("bench:variants")
  .argument("<files...>")
  .option("--page-size <bytes>", "bytes of a page", "4096")
  .option("--rounds <count>", "rounds that count", "15")
  .option("--only <pattern>", "only variants whose name matches", "")
  .parse();
const { pageSize, rounds, only } = program.opts();
const size = Number(pageSize);
const chosen = VARIANTS.filter(([name], i) => i === 0 || new RegExp(only).test(name));
const modules = [];
for (const [i, variant] of chosen.entries()) modules.push(await compiled(variant, i));
for (const file of program.args) {
  const bytes = readFileSync(file);
  const pages = bytes.subarray(0, bytes.length - (bytes.length % size));
  const lanes = modules.map((module) => lane(module, pages, size));
  for (let round = -WARM_UP_ROUNDS; round < Number(rounds); round++) {
    if (round === 0)
      for (const { times } of lanes) for (const kind of Object.keys(times)) times[kind].length = 0;
    for (let i = 0; i < lanes.length; i++) lanes[(i + round + WARM_UP_ROUNDS) % lanes.length].round();
  }
  const [present] = lanes;
  const table = new Table({
    head: ["", "encode", "decode", "hash", "ratio"],
    style: { head: [], border: [] },
  });
  for (const { name, times, ratio } of lanes) {
    const versus = (kind) => median(times[kind].map((time, i) => present.times[kind][i] / time)).toFixed(3);
    table.push([name, versus("encode"), versus("decode"), versus("hash"), ratio.toFixed(3)]);
  }
  console.log(
    `${basename(file)}: ${pages.length / size} pages of ${size} bytes, medians of ${rounds} rounds\n${table}`,
  );
}
