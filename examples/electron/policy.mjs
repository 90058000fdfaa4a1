/**
 * policy.mjs - what the editor's page may do, and which files it may have.
 *
 * The page runs no WebAssembly: the pool is in another process. So its policy need not allow any. A page that
 * opens a pool itself needs 'wasm-unsafe-eval' behind script-src.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const TYPES = { html: "text/html", css: "text/css", mjs: "text/javascript", js: "text/javascript" };

/** Paths of the page, and the files that have them. No other path is served, so none can lead out. */
const FILES = new Map([
  ["/", "editor.html"],
  ["/editor.css", "editor.css"],
  ["/editor.mjs", "editor.mjs"],
  ["/drawing.mjs", "drawing.mjs"],
  ["/spillway-port.js", undefined],
]);

/**
 * The file of a path, undefined where there is none.
 *
 * @param entry the file of spillway/port, which the page imports
 * @param beside makes the path of a file of the example
 */
export function fileOf(path, entry, beside) {
  if (!FILES.has(path)) return undefined;
  const name = FILES.get(path);
  return name === undefined ? entry : beside(name);
}

export function headersOf(file) {
  const type = TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream";
  return {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
}
