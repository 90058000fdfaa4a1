/**
 * spill_once.ts - a program for any host: pages to a file in a folder and back, and the checks for devices.
 *
 * Argument: the folder. Prints one line: how many checks failed, how many pages came back, whether bodies
 * were sealed, how many values came back from a pool whose option `spill` names the folder, and how many
 * names there are in it.
 */
import { readdirSync } from "node:fs";
import { checkDevice } from "#lib/adapters/device_test.js";
import { fileDevice } from "#lib/adapters/file.js";
import { Spillway } from "#lib/index.js";
import { Random } from "../random.js";
import { randomPage, SpillModel } from "./spill_model.js";

const dir = process.argv[2] as string;
const checks = await checkDevice(() => fileDevice({ dir, maxBytes: "4MiB" }));
const model = new SpillModel([fileDevice({ dir, maxBytes: "8MiB", sync: true })]);
const random = new Random(5);
for (let page = 0; page < 3000; page++) model.store(page, randomPage(random));
model.spillAll();
for (let page = 0; page < 3000; page += 2) model.invalidate(page);
for (let i = 0; i < 10; i++) model.log.clean(50);
const failed = model.verify();
model.check();
const came = model.pages.size - failed.size;

const pool = Spillway.openSync({ maxBytes: "2MiB", spill: { dir, maxBytes: "16MiB" } });
const map = pool.map<Uint8Array>();
const values = Array.from({ length: 500 }, () => random.fill(new Uint8Array(12_000)));
for (const [i, value] of values.entries()) map.set(`${i}`, value);
const names = readdirSync(dir).length;
const same = values.filter((value, i) => map.get(`${i}`)?.every((byte, at) => byte === value[at])).length;
pool.close();
console.log(checks.filter((one) => !one.passed).length, came, model.log.encrypted, same, names);
model.log.close();
