/**
 * native.ts - builds cli/bench/native with the C libraries of this machine, and runs it as a child process.
 *
 * The command carries the C sources. A missing compiler or library only means fewer rows.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { installed } from "../../pages/processes.js";
import { FailedError } from "../../text/failure.js";
import twin from "../native/encode.c";
import source from "../native/harness.c";

/** One pass of a codec over all pages in each direction. */
export interface Round {
  encodeNanos: number;
  decodeNanos: number;
  /** Bytes of all blocks, where no block counts more than a page. */
  bytes: number;
}

const LIBRARIES = [
  { flag: "WITH_LZ4", header: "lz4.h", link: "-llz4", debian: "liblz4-dev" },
  { flag: "WITH_LZO", header: "lzo/lzo1x.h", link: "-llzo2", debian: "liblzo2-dev" },
  { flag: "WITH_SNAPPY", header: "snappy-c.h", link: "-lsnappy", debian: "libsnappy-dev" },
  { flag: "WITH_ZSTD", header: "zstd.h", link: "-lzstd", debian: "libzstd-dev" },
] as const;

/** The built harness. */
export class Native {
  /** A sentence with the Debian packages that are missing; undefined when none is. */
  readonly missing: string | undefined;
  readonly #folder: string;
  readonly #program: string | undefined;

  /** Builds it in `folder` with all libraries that are installed. */
  constructor(folder: string) {
    this.#folder = folder;
    const hasCompiler = installed("cc") !== undefined;
    const there = hasCompiler ? LIBRARIES.filter((library) => this.#compiles(library)) : [];
    const absent = LIBRARIES.filter((library) => !there.includes(library)).map(({ debian }) => debian);
    const packages = hasCompiler ? absent : ["gcc", "libc6-dev", ...absent];
    this.missing =
      packages.length > 0
        ? `some native codecs are missing: install ${packages.join(" ")} (Debian)`
        : undefined;
    this.#program = there.length > 0 ? this.#build(there) : undefined;
  }

  /** Starts the harness over a file of whole pages. Undefined when it could not be built. */
  async start(file: string, pageSize: number): Promise<NativeChild | undefined> {
    if (this.#program === undefined) return undefined;
    return await NativeChild.start(spawn(this.#program, [file, `${pageSize}`], { stdio: "pipe" }));
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
    if (status !== 0) throw new FailedError(`cli/bench/native does not compile: ${stderr}`);
    return program;
  }
}

/** The running harness. It makes one round at a time. */
export class NativeChild {
  /** The version of each of its codecs, by name. */
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

  /** One pass of a codec over all pages. Rejects with FailedError when the harness ends early. */
  async round(codec: string): Promise<Round> {
    this.#child.stdin?.write(`${codec}\n`);
    const [, encode, decode, bytes] = (await this.#line()).split(" ").map(Number);
    return { encodeNanos: encode as number, decodeNanos: decode as number, bytes: bytes as number };
  }

  /** Ends it. */
  close(): void {
    this.#child.stdin?.end();
  }

  async #line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new FailedError("the native harness ended early");
    return value;
  }
}
