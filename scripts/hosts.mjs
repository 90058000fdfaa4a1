/**
 * hosts.mjs - installs the hosts in which the package is tried: programs from npm, browsers from Debian.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { install } from "./make.mjs";
import { ROOT, run } from "./processes.mjs";

/** Debian's browsers: the package, others that it needs, and how to see that it is there. */
const BROWSERS = [
  { packages: ["chromium"], isThere: () => existsSync("/usr/bin/chromium") },
  { packages: ["firefox-esr"], isThere: () => existsSync("/usr/bin/firefox-esr") },
  // WebKit's small browser comes with its driver, and needs a display.
  {
    packages: ["webkit2gtk-driver", "xvfb", "xauth"],
    isThere: () => existsSync("/usr/bin/xvfb-run") && existsSync("/usr/bin/xauth") && hasMiniBrowser(),
  },
];

const LIBRARIES = "/usr/lib/x86_64-linux-gnu";

function hasMiniBrowser() {
  const folders = readdirSync(LIBRARIES).filter((name) => name.startsWith("webkit2gtk-4."));
  return folders.some((name) => existsSync(join(LIBRARIES, name, "MiniBrowser")));
}

/** Installs all hosts. Those that are programs exist for x64 Linux only. */
export async function installHosts() {
  await install(join(ROOT, "tests/hosts/tools"), "test runners and compilers");
  if (process.platform !== "linux" || process.arch !== "x64") return;
  await install(join(ROOT, "tests/hosts"), "other hosts");
  await installBrowsers();
}

/**
 * Installs Debian's browsers where root may. Without a browser its tests are skipped; in CI a failed
 * installation fails the run.
 */
async function installBrowsers() {
  if (process.getuid() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const missing = BROWSERS.filter(({ isThere }) => !isThere()).flatMap(({ packages }) => packages);
  if (missing.length === 0) return;
  console.log(`installing ${missing.join(", ")} (apt-get) ...`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  try {
    await run("apt-get", ["update", "-qq"], { env });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], { env });
  } catch (error) {
    if (process.env.CI) throw error;
    console.log(`without ${missing.join(", ")}: ${error.message}`);
  }
}

/** Installs the bundlers that only `npm run check:package` needs: 150 MB. */
export const installBundlers = () => install(join(ROOT, "tests/hosts/bundlers"), "bundlers");
