/**
 * vite.config.ts - how the demo is served, and built into one HTML file that opens without a server: a
 * browser loads no module script from a file, but runs one that the page itself holds.
 */
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

export default defineConfig({
  base: "./",
  plugins: [viteSingleFile()],
  resolve: { alias: { spillway: new URL("../build/spillway.js", import.meta.url).pathname } },
  build: { outDir: "../build/demo", emptyOutDir: true },
  server: { fs: { allow: [".."] } },
});
