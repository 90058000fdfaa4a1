/**
 * port_server.ts - a program that serves a pool of 1 MiB: to its parent thread, or to its parent process.
 */
import { parentPort } from "node:worker_threads";
import { Spillway } from "spillway";
import { serve } from "spillway/port";

const pool = Spillway.openSync({ maxBytes: "1MiB", incompressible: "refuse" });
const served = serve(pool, parentPort ?? process);
void served.closed.then(() => pool.close());
