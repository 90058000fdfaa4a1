/**
 * Shows that `spillway replay` reads traces in the forms in which they exist - with byte order marks, with
 * the line ends of any system, compressed, as csv with named columns, as libCacheSim's binary records - to
 * the same accesses. Formats that it does not read are refused by name, with a way to convert them. Garbage
 * ends in one line.
 *
 * How: the built command over files made here. Node's own encoder makes the zstd files, where Node has one.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import * as zlib from "node:zlib";
import { Random, runSeed } from "#kit/random.js";
import { assertOneLine, spillway } from "./command.js";

const seed = runSeed();
const folder = mkdtempSync(join(tmpdir(), "spillway-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Read {
  format: string;
  column: string | null;
  accesses: number;
  blocks: number;
  hits: number;
}

/** What the command reads from these traces. LRU's hits in half of the blocks show the order of accesses. */
async function read(contents: (string | Uint8Array)[]): Promise<Read[]> {
  const paths = contents.map((content, i) => file(`trace ${i}`, content));
  const { code, stdout, stderr } = await spillway(["replay", "--json", "--sizes", "50", ...paths]);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  return JSON.parse(stdout).traces.map(
    ({ format, column, accesses, blocks, rows }: Read & { rows: never }) => {
      const [{ lru }] = rows as [{ lru: { hits: number } }];
      return { format, column, accesses, blocks, hits: lru.hits };
    },
  );
}

async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  return assertOneLine(await spillway(["replay", file(name, content)]), 2);
}

const blocks = [7, 7, 8, 9, 8, 10, 10, 11, 7, 12, 12, 13, 9];
const plain = (end: string) => blocks.map((block) => `${block}${end}`).join("");
/** Counted by hand for a cache of four of the seven blocks: the second 7, 8, 10 and 12 are hits. */
const PLAIN: Read = { format: "plain", column: null, accesses: 13, blocks: 7, hits: 4 };

describe("a text, whoever wrote it", () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  const forms: Record<string, string | Uint8Array> = {
    LF: plain("\n"),
    "a byte order mark": `\ufeff${plain("\n")}`,
    "a byte order mark and CRLF": `\ufeff${plain("\r\n")}`,
    CRLF: plain("\r\n"),
    "CR alone": plain("\r"),
    "CR alone, the last one missing": plain("\r").slice(0, -1),
    "ends of all kinds": blocks.map((block, i) => `${block}${["\n", "\r", "\r\n", "\n\n"][i % 4]}`).join(""),
    "CRLF and the end of file of DOS": `${plain("\r\n")}\x1a`,
    "UTF-16, little-endian": utf16(plain("\r\n")),
    "UTF-16, big-endian": utf16(plain("\n")).swap16(),
    "UTF-16 in gzip": zlib.gzipSync(utf16(plain("\n"))),
    "gzip in gzip": zlib.gzipSync(zlib.gzipSync(plain("\n"))),
  };
  test("comes to the same accesses", async () => {
    const all = await read(Object.values(forms));
    for (const [i, name] of Object.keys(forms).entries()) assert.deepEqual(all[i], PLAIN, name);
  });

  test("is wrong in the line that its reader would count", async () => {
    for (const end of ["\n", "\r", "\r\n"])
      assert.match(await refusal("fourth", `1${end}2${end}${end}x${end}`), /fourth: line 4: "x" is wrong/);
  });

  test("longer than a read, CR and LF on both sides of its ends", async () => {
    const long = Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 20_011);
    const [one, two, three] = await read(["\n", "\r", "\r\n"].map((end) => long.join(end)));
    assert.deepEqual([one?.accesses, one?.blocks], [60_000, 20_011]);
    assert.deepEqual([two, three], [one, one]);
  });
});

describe("csv with named columns", () => {
  const rows = (row: (block: number, i: number) => string) =>
    blocks.map((block, i) => `${row(block, i)}\n`).join("");
  const forms: Record<string, [column: string, text: string]> = {
    "libCacheSim's": ["lbn", `version,time,op,size,lbn\n${rows((block) => `1,33898,2a,512,${block}`)}`],
    "a key that is a word": ["key", `key,op,size\n${rows((block) => `user:${block}/name,GET,71`)}`],
    "semicolons, spaces, CRLF": ["Obj ID", `time; Obj ID ;size\r\n${rows((block) => `5 ; ${block} ;1\r`)}`],
    "tabs and a byte order mark": ["obj-id", `\ufefftime\tobj-id\n${rows((block, i) => `${i}\t${block}`)}`],
    "words between spaces": ["lba", `time pid lba size\n${rows((block, i) => `${i} 9  ${block} 8`)}`],
    "quoted fields with delimiters in them": [
      "url",
      `"time","url"\n${rows((block, i) => `${i},"/a,b?""q""=${block}"`)}`,
    ],
    "names in a comment": ["object_id", `# time,object_id,size\n${rows((block, i) => `${i},${block},4096`)}`],
    "one column": ["block", `block\n${rows((block) => `${block}`)}`],
    "comments and empty lines between": ["page", `\n# all\npage,op\n${rows((block) => `# r\n\n${block},r`)}`],
    "a delimiter at the end of lines": ["key", `key,op\n${rows((block) => `${block},r,`)}`],
  };
  test("comes to the same accesses", async () => {
    const all = await read(Object.values(forms).map(([, text]) => text));
    for (const [i, [name, [column]]] of Object.entries(forms).entries())
      assert.deepEqual(all[i], { ...PLAIN, format: "csv", column }, name);
  });

  test("an offset on another disk is another block", async () => {
    const text =
      "Timestamp,Response,IOType,LUN,Offset,Size\n1,2,R,0,4096,512\n1,2,W,1,4096,512\n1,2,R,0,4096,512\n";
    const [one] = await read([text]);
    assert.deepEqual([one?.column, one?.accesses, one?.blocks], ["LUN+Offset", 3, 2]);
  });

  test("people are told the column", async () => {
    const { stdout } = await spillway(["replay", file("told.csv", "op,key\nget,1\nget,2\n")]);
    assert.match(stdout, /\ntold\.csv: 2 accesses to 2 blocks, by column key\n/);
  });

  test("what is wrong with one is told", async () => {
    assert.match(
      await refusal("nokey", "time,what,size\n1,2,3\n"),
      /nokey: line 1: csv with the columns time, what, size: none .* call the block's column one of obj_id/,
    );
    assert.match(
      await refusal("short", "key,op\n1,r\n2\n"),
      /short: line 3: "2" is wrong: 2 fields expected/,
    );
    assert.match(await refusal("hole", "key,op\n1,r\n,r\n"), /hole: line 3: ",r" is wrong: .* in column key/);
    assert.match(await refusal("only", "key,op\n"), /only: no accesses in it/);
  });
});

describe("oracleGeneral", () => {
  /** Records of libCacheSim's binary format: the time, the block, its bytes, the next access. */
  function oracle(ids: readonly bigint[], never: bigint): Buffer {
    const records = ids.map((id, i) => {
      const record = Buffer.alloc(24);
      record.writeUInt32LE(1000 + Math.floor(i / 3), 0);
      record.writeBigUInt64LE(id, 4);
      record.writeUInt32LE(4096, 12);
      const next = ids.indexOf(id, i + 1);
      record.writeBigInt64LE(next < 0 ? never : BigInt(next + 1), 16);
      return record;
    });
    return Buffer.concat(records);
  }
  const ids = blocks.map(BigInt);
  const expected = { ...PLAIN, format: "oracleGeneral" };

  test("comes to the same accesses, packed or not, whatever stands for never", async () => {
    // Numbers that a double cannot distinguish from their neighbours.
    const large = ids.map((id) => 2n ** 63n + id);
    const forms = [
      oracle(ids, -1n),
      oracle(ids, 2n ** 63n - 1n),
      oracle(large, -1n),
      zlib.gzipSync(oracle(ids, -1n)),
    ];
    assert.deepEqual(
      await read(forms),
      forms.map(() => expected),
    );
  });

  test("longer than a read, records across its ends", async () => {
    const long = Array.from({ length: 20_000 }, (_, i) => BigInt((i * 7919) % 5003));
    const [one, two] = await read([oracle(long, -1n), long.join("\n")]);
    assert.deepEqual({ ...one, format: "plain" }, two);
  });

  test("cut off in the middle of a record", async () => {
    assert.match(
      await refusal("cut", oracle(ids, -1n).subarray(0, -5)),
      /cut: record 13: 19 bytes after the last whole record of 24/,
    );
  });
});

describe("packed traces", () => {
  const zstdCompress = (zlib as { zstdCompressSync?: (bytes: string) => Buffer }).zstdCompressSync;

  test("zstd is read with all its frames where Node can", {
    skip: !zstdCompress && "this Node has no zstd",
  }, async () => {
    assert.ok(zstdCompress);
    const half = plain("\n").length >> 1;
    const [first, second] = [plain("\n").slice(0, half), plain("\n").slice(half)].map(zstdCompress);
    const skipped = Buffer.from("502a4d180400000061626364", "hex");
    const whole = zstdCompress(plain("\n"));
    const forms = [
      whole,
      Buffer.concat([first as Buffer, skipped, second as Buffer]),
      Buffer.concat([skipped, whole]),
    ];
    assert.deepEqual(await read(forms), [PLAIN, PLAIN, PLAIN]);
    const damaged = /its zstd data is damaged/;
    assert.match(await refusal("cut.zst", whole.subarray(0, -3)), damaged);
    assert.match(await refusal("more.zst", Buffer.concat([whole, Buffer.from("more")])), damaged);
  });

  const magics: Record<string, [hex: string, how: RegExp]> = {
    xz: [
      "fd377a585a000004e6d6b446",
      /packed with xz; unpack it first: xz -dc .*packed\.xz \| spillway replay -\n/,
    ],
    bzip2: ["425a6839314159265359", /packed with bzip2; unpack it first: bzip2 -dc /],
    lz4: ["04224d186440a7", /packed with lz4; /],
    lzma: ["5d00008000ffffffffffffffff", /packed with lzma; /],
    compress: ["1f9d90310a", /packed with compress; /],
    zip: ["504b03041400000008", /a zip archive; unpack it first: unzip -p /],
    "7z": ["377abcaf271c0004", /packed with 7-Zip; /],
    ...(zstdCompress
      ? {}
      : { zstd: ["28b52ffd0458", /packed with zstd, which Node v\S+ does not unpack; .*zstd -dc /] }),
  };
  for (const [name, [hex, how]] of Object.entries(magics)) {
    test(`${name} is refused by its name, with what unpacks it`, async () => {
      assert.match(await refusal(`packed.${name}`, Buffer.from(hex, "hex")), how);
      const input = zlib.gzipSync(Buffer.from(hex, "hex"));
      assert.match(
        assertOneLine(await spillway(["replay", "-"], { input }), 2),
        /cannot read standard input: it is /,
      );
    });
  }

  test("tar, by the mark in its middle; what is packed over and over", async () => {
    const tar = Buffer.alloc(1024, 0);
    tar.write("blocks", 0);
    tar.write("ustar", 257);
    assert.match(
      await refusal("a b'.tar", tar),
      /a tar archive; unpack it first: tar -xOf '.*a b'\\''\.tar' \|/,
    );
    const often = [1, 2, 3, 4].reduce((bytes) => zlib.gzipSync(bytes), Buffer.from("1\n"));
    assert.match(await refusal("often.gz", often), /packed more than 3 times/);
  });
});

describe("other formats are refused by their names, with what makes them readable", () => {
  const cases: Record<string, [text: string | Uint8Array, message: RegExp]> = {
    "MSR Cambridge": [
      "128166372003061629,hm,1,Read,383496192,32768,113736\n",
      /a trace of MSR Cambridge: .*\(echo 'timestamp,hostname,disk,type,offset,size,response'; cat FILE\)/,
    ],
    SPC: ["0,20941264,8192,W,0.551706,Alpha/NT\n", /in SPC's format: .*echo 'asu,lba,size,type,time'/],
    Twitter: ["0,nz:u:eeW511W3dcH3de3d15ec,22,304,4,get,0\n", /Twitter's caches: .*'time,key,/],
    Alibaba: ["419,W,8792731648,16384,1577808000000046\n", /Alibaba: .*'device_id,type,offset,/],
    FIU: [
      "0 4892 syslogd 904265560 8 W 6 0 531e779baf65ce1dcbeb9d0a7a6a5b5a\n",
      /of FIU: .*'time pid process lba /,
    ],
    blkparse: [
      "  8,0    3        1     0.000000000   697  G   W 223490 + 8 [kjournald]\n",
      /blkparse: .*awk/,
    ],
    lackey: [" L 1ffeffe7d4,8\n", /valgrind's lackey/],
    JSON: ['{"key": 5}\n', /looks like JSON: .*jq/],
    "csv of numbers": ["1,2,3\n", /csv without names: .*echo NAMES.*with "key" for/],
    Parquet: [
      Buffer.from("PAR1\x15\0\x15\x10"),
      /looks like a Parquet file; convert it to one block per line/,
    ],
    lcs: [Buffer.from("f0debc9a785634120100000000000000", "hex"), /libCacheSim's lcs format; .*traceConv/],
  };
  for (const [name, [text, message]] of Object.entries(cases)) {
    test(name, async () => assert.match(await refusal("foreign", text), message));
  }

  test("the advice works", async () => {
    const named =
      "timestamp,hostname,disk,type,offset,size,response\n128166372003061629,hm,1,Read,383496192,32768,11\n";
    const [one] = await read([named]);
    assert.deepEqual([one?.column, one?.accesses], ["disk+offset", 1]);
  });
});

describe(`trash, seed ${seed}`, () => {
  const random = new Random(seed);
  /**
   * Bytes of each kind: any, text, numbers and delimiters, compressed, a good trace with a few changed bytes.
   */
  const kinds: Record<string, () => Uint8Array> = {
    bytes: () => random.fill(Buffer.alloc(1 + random.below(9000))),
    letters: () => random.fill(Buffer.alloc(1 + random.below(9000))).map((byte) => 32 + (byte % 95)),
    numbers: () =>
      random
        .fill(Buffer.alloc(1 + random.below(300)))
        .map((byte) => "0123456789,;\t \r\n#*-.".charCodeAt(byte % 20)),
    packed: () => zlib.gzipSync(random.fill(Buffer.alloc(1 + random.below(9000)))).fill(7, 12, 14),
    changed: () => {
      const bytes = Buffer.from(plain("\n").repeat(20));
      for (let i = 0; i < 3; i++) bytes[random.below(bytes.length)] = random.below(256);
      return bytes;
    },
    "one long line": () => Buffer.alloc(300_000, "1234567"),
  };
  for (const [kind, make] of Object.entries(kinds)) {
    test(kind, async () => {
      for (let i = 0; i < 4; i++) {
        const ending = await spillway(["replay", "--sizes", "50", file("trash", make())]);
        if (ending.code !== 0) assert.match(assertOneLine(ending, 2), /trash/);
        else assert.equal(ending.stderr, "");
      }
    });
  }
});
