/**
 * Shows that the suite passes in Chromium, Firefox and WebKitGTK, each on a page, in a worker and in a
 * service worker, from plain module scripts, without bundler or import map, under the policy
 * `script-src 'self' 'wasm-unsafe-eval'`.
 *
 * How: Debian's browsers, each started on one page. `npm run conformance` prints the same as a table.
 */
import { BROWSER_HOSTS } from "./hosts.js";
import { tellOf } from "./told.js";

tellOf(BROWSER_HOSTS);
