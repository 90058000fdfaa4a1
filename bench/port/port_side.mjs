/**
 * port_side.mjs - the other side of a port: a pool of 256 MiB, for a thread or a child process.
 */
import { parentPort } from "node:worker_threads";
import { serve } from "../../build/adapters/port.js";
import { Spillway } from "../../build/spillway.js";

const pool = Spillway.openSync({ maxBytes: "256MiB" });
void serve(pool, parentPort ?? process).closed.then(() => pool.close());
