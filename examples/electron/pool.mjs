/**
 * pool.mjs - the utility process: opens the pool, serves a window for each port that the main process sends.
 */
import { admit, openPool } from "./pool_half.mjs";

const [, , dir] = process.argv;
const pool = openPool(dir);

process.parentPort.on("message", ({ data, ports }) => {
  if (data.kind === "window") admit(pool, ports[0], data.name);
  if (data.kind === "trim") void pool.shrink(0, { budgetMs: 50 });
  if (data.kind === "figures") {
    const { storedPages, bytes } = pool.stats();
    process.parentPort.postMessage({ id: data.id, storedPages, reserved: bytes.reserved });
  }
});
