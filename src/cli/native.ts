/**
 * native.ts - the C libraries as a long-lived child process: bench/native, built here and now.
 *
 * Its texts travel in the command. They are compiled into a folder of its own with whatever libraries the machine has, and
 * the folder goes when the child ends. Nothing of this is needed to use Spillway.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import twin from "../../bench/native/encode.c";
import source from "../../bench/native/harness.c";
import { FailedError } from "./failure.js";

/** One pass of a codec over all pages each way. */
export interface Round {
  encodeNanos: number;
  decodeNanos: number;
  /** Bytes of all blocks, each counted as a page at most. */
  bytes: number;
}

const LIBRARIES = [
  { flag: "WITH_LZ4", header: "lz4.h", link: "-llz4", debian: "liblz4-dev" },
  { flag: "WITH_LZO", header: "lzo/lzo1x.h", link: "-llzo2", debian: "liblzo2-dev" },
  { flag: "WITH_SNAPPY", header: "snappy-c.h", link: "-lsnappy", debian: "libsnappy-dev" },
  { flag: "WITH_ZSTD", header: "zstd.h", link: "-lzstd", debian: "libzstd-dev" },
] as const;

/** A built harness; `close` removes it. */
export class Native {
  /** What is missing and the Debian packages that would bring it; undefined when all is there. */
  readonly missing: string | undefined;
  readonly #folder: string;
  readonly #program: string | undefined;

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), "spillway-"));
    const there = hasCompiler() ? LIBRARIES.filter((library) => this.#compiles(library)) : [];
    const absent = LIBRARIES.filter((library) => !there.includes(library)).map(({ debian }) => debian);
    const packages = hasCompiler() ? absent : ["gcc", "libc6-dev", ...absent];
    this.missing =
      packages.length > 0 ? `not all native codecs: install ${packages.join(" ")} (Debian)` : undefined;
    this.#program = there.length > 0 ? this.#build(there) : undefined;
  }

  /** Starts the harness over a file of whole pages. Undefined when nothing could be built. */
  async start(file: string, pageSize: number): Promise<NativeChild | undefined> {
    if (this.#program === undefined) return undefined;
    return await NativeChild.start(spawn(this.#program, [file, `${pageSize}`], { stdio: "pipe" }));
  }

  /** A file beside the program, gone with it. */
  fileFor(name: string): string {
    return join(this.#folder, name);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #compiles({ header, link }: { header: string; link: string }): boolean {
    const input = `#include <stddef.h>\n#include <${header}>\nint main(void) { return 0; }\n`;
    const args = ["-xc", "-", link, "-o", join(this.#folder, "probe")];
    return spawnSync("cc", args, { input, stdio: ["pipe", "ignore", "ignore"] }).status === 0;
  }

  #build(libraries: readonly { flag: string; link: string }[]): string {
    const program = join(this.#folder, "harness");
    writeFileSync(`${program}.c`, source);
    writeFileSync(join(this.#folder, "encode.c"), twin);
    const flags = libraries.map(({ flag }) => `-D${flag}`);
    const links = libraries.map(({ link }) => link);
    const { status, stderr } = spawnSync("cc", ["-O3", ...flags, "-o", program, `${program}.c`, ...links], {
      encoding: "utf8",
    });
    if (status !== 0) throw new FailedError(`bench/native does not compile: ${stderr}`);
    return program;
  }
}

function hasCompiler(): boolean {
  return spawnSync("cc", ["--version"], { stdio: "ignore" }).status === 0;
}

/** The running harness. One round at a time. */
export class NativeChild {
  /** Names of its codecs, and their versions. */
  readonly codecs = new Map<string, string>();
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stderr?.pipe(process.stderr);
    this.#lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  }

  static async start(child: ChildProcess): Promise<NativeChild> {
    const native = new NativeChild(child);
    for (;;) {
      const [word, name = "", version = ""] = (await native.#line()).split(" ");
      if (word === "ready") return native;
      native.codecs.set(name, version);
    }
  }

  async round(codec: string): Promise<Round> {
    this.#child.stdin?.write(`${codec}\n`);
    const [, encode, decode, bytes] = (await this.#line()).split(" ").map(Number);
    return { encodeNanos: encode as number, decodeNanos: decode as number, bytes: bytes as number };
  }

  close(): void {
    this.#child.stdin?.end();
  }

  async #line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new FailedError("the native harness ended early");
    return value;
  }
}
