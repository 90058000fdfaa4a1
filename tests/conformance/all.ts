/**
 * all.ts - runs the conformance suite in every host there is, and draws the table of what came of it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "#kit/package.js";
import { table } from "#kit/report.js";
import { HOSTS, type Host, type Ran } from "./hosts.js";
import { CHECKS, type Outcome } from "./suite.js";

/** An image of a pool as the first version of the suite wrote it (formats.ts), in Node. */
export const GOLDEN = join(ROOT, "tests/golden/conformance-1.image");

/** What came of a host: its reports, or why it was passed over. */
export interface Row {
  host: Host;
  ran: readonly Ran[];
}

/** The images that a host reads: the golden one, and that of each host which ran before it. */
export class Images {
  readonly #images = new Map<string, string>();

  constructor() {
    if (existsSync(GOLDEN)) this.#images.set("the golden file", readFileSync(GOLDEN).toString("base64"));
  }

  add(ran: readonly Ran[]): void {
    for (const { host, report } of ran)
      if (report.handed.image !== undefined) this.#images.set(host, report.handed.image);
  }

  get all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#images);
  }
}

/** Runs the suite in one host. */
export async function runHost(host: Host, seed: number, images: Images): Promise<Row> {
  if (host.skip) return { host, ran: [] };
  const ran = await host.run({ seed, images: images.all, folder: "" });
  images.add(ran);
  return { host, ran };
}

export const failed = (outcomes: readonly Outcome[]) => outcomes.filter(({ ok }) => !ok);
export const passed = (outcomes: readonly Outcome[]) => outcomes.filter((one) => one.ok && one.applicable);

/** A row for each place where the suite ran: checks that passed, failed, are not applicable; and why. */
export function drawn(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ host, ran }): (string | number)[][] =>
    ran.length === 0
      ? [[host.name, "-", "-", "-", "-", String(host.skip)]]
      : ran.map(({ host: name, report: { outcomes }, lacks, seconds }) => [
          name,
          passed(outcomes).length,
          failed(outcomes).length,
          outcomes.filter(({ applicable }) => !applicable).length,
          seconds.toFixed(1),
          Object.keys(lacks).join(", "),
        ]),
  );
  const heads = ["host", "passed", "failed", "not applicable", "seconds", "lacks"];
  return `${table(heads, lines)}\n${legend(rows)}`;
}

/** Why checks are not applicable, each reason once. */
function legend(rows: readonly Row[]): string {
  const reasons = new Map<string, number>();
  for (const { ran } of rows)
    for (const { lacks } of ran)
      for (const [part, reason] of Object.entries(lacks))
        reasons.set(`${part}: ${reason}`, CHECKS.filter(({ needs }) => needs === part).length);
  return [...reasons].map(([reason, count]) => `${count} checks need ${reason}`).join("\n");
}

/** Runs all hosts, prints the table and what failed. Answers whether all is well. */
export async function conformance(seed: number): Promise<boolean> {
  const images = new Images();
  const rows: Row[] = [];
  for (const host of HOSTS) {
    process.stderr.write(`${host.name} ...\n`);
    rows.push(await runHost(host, seed, images));
  }
  console.log(`${CHECKS.length} checks, seed ${seed}\n${drawn(rows)}`);
  const all = rows.flatMap(({ ran }) => ran);
  for (const { host, report } of all)
    for (const { name, reason } of failed(report.outcomes))
      console.log(`FAILED in ${host}: ${name}\n${reason}`);
  return all.every(({ report }) => failed(report.outcomes).length === 0);
}
