/**
 * command.ts - runs the built command, for the tests of this folder.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
const COMMAND = fileURLToPath(new URL("../../cli/spillway.js", import.meta.url));
/** Starts the command with its output in pipes. */
export function start(args, { node = [], env = {} } = {}) {
    return spawn(process.execPath, [...node, COMMAND, ...args], { env: { ...process.env, ...env } });
}
/** Waits for a started command's end. */
export function ending(child) {
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (chunk) => {
        stdout += chunk;
    });
    child.stderr?.on("data", (chunk) => {
        stderr += chunk;
    });
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
    });
}
/** Runs the command to its end. */
export function spillway(args, surroundings) {
    return ending(start(args, surroundings));
}
/** A module's text as something `node --import` takes. */
export function preload(text) {
    return ["--import", `data:text/javascript,${encodeURIComponent(text)}`];
}
