/**
 * package.ts - the packed tarball in a project that holds nothing else, and the hosts that run it.
 *
 * Hosts are npm packages: tests/hosts has those that are programs for x64 Linux, tests/hosts/tools has what
 * runs anywhere, tests/hosts/bundlers what only `npm run check:package` installs.
 */
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HOSTS = join(ROOT, "tests/hosts/node_modules");
export const TOOLS = join(ROOT, "tests/hosts/tools/node_modules");
export const BUNDLERS = join(ROOT, "tests/hosts/bundlers/node_modules");
export const NODE_22 = join(HOSTS, "node22/bin/node");
export const NODE_24 = join(HOSTS, "node24/bin/node");
export const NODE_26 = join(HOSTS, "node26/bin/node");
export const DENO = join(HOSTS, "@deno/linux-x64-glibc/deno");
export const BUN = join(HOSTS, "@oven/bun-linux-x64-baseline/bin/bun");
export const CHROMIUM = "/usr/bin/chromium";

/** For a test's `skip`: why it cannot run here, or false. */
export function without(program: string): string | false {
  return !existsSync(program) && "no such host here (see scripts/hosts.mjs)";
}

/** npm by the Node that runs this. Its notices go to stderr, which a failure shows. */
export function npm(args: string[], cwd: string): string {
  const path = process.env.npm_execpath;
  const options = { cwd, encoding: "utf8" as const };
  return path ? execFileSync(process.execPath, [path, ...args], options) : execFileSync("npm", args, options);
}

/** Packs the package into a folder; the tarball's path. The build is fresh, so no script need run. */
export function pack(folder: string): string {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [report] = JSON.parse(npm(args, ROOT)) as [{ filename: string }];
  return join(folder, report.filename);
}

/** A project that has the packed package among its modules and nothing else. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "spillway-package-"));

  constructor() {
    const own = join(this.folder, "node_modules/spillway");
    mkdirSync(own, { recursive: true });
    execFileSync("tar", ["-xzf", pack(this.folder), "-C", own, "--strip-components=1"]);
    this.write("package.json", '{ "name": "user", "private": true, "type": "module" }');
  }

  write(name: string, text: string): string {
    writeFileSync(join(this.folder, name), text);
    return name;
  }

  /** Runs a program in it. Answers what it printed; throws with all that it said. */
  async run(program: string, args: string[], env: Record<string, string> = {}): Promise<string> {
    const options = { cwd: this.folder, env: { ...process.env, ...env }, maxBuffer: 2 ** 24 };
    return (await promisify(execFile)(program, args, options)).stdout;
  }
}
