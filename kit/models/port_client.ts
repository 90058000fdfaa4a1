/**
 * port_client.ts - a program that connects to whoever serves it, stores a hundred pages, and stays.
 */
import { parentPort } from "node:worker_threads";
import { connect } from "spillway/port";

const remote = await connect(parentPort ?? process);
const swap = await remote.frontswap();
await swap.init(0);
const pages = Array.from({ length: 100 }, (_, i) => new Uint8Array(4096).fill(i).fill(7, i));
await swap.storeMany(
  0,
  pages.map((_, i) => i),
  pages,
);
setInterval(() => undefined, 1000);
