/**
 * package_table.mjs - a reporter of node:test that prints one table: a row for each group of checks, with
 * what the checks measured. Failures come above it, in full.
 */
import Table from "cli-table3";

const TOTALS = "all";

function newRow(name) {
  return { name, passed: 0, failed: 0, skipped: 0, ms: 0, said: [] };
}

/** Counts one test, which is no group of others. */
function count(row, type, { skip, details }) {
  if (skip !== undefined && skip !== false) row.skipped++;
  else if (type === "test:pass") row.passed++;
  else row.failed++;
  row.ms += details.duration_ms;
}

function tableOf(rows) {
  const head = ["checks", "passed", "failed", "skipped", "s", "measured"];
  const style = { head: [], border: [], compact: true };
  const table = new Table({ head, colWidths: [36, 8, 8, 9, 7, 80], wordWrap: true, style });
  for (const { name, passed, failed, skipped, ms, said } of rows)
    table.push([name, passed, failed, skipped, (ms / 1000).toFixed(1), said.join("\n")]);
  return table.toString();
}

/** Tests come before the group that they are in. Notes follow their test or their group. */
export default async function* packageTable(events) {
  const rows = [];
  let row = newRow("");
  let notes = row;
  for await (const { type, data } of events) {
    if (
      type === "test:diagnostic" &&
      !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(data.message)
    )
      notes.said.push(data.message);
    if (type !== "test:pass" && type !== "test:fail") continue;
    const isGroup = data.details.type === "suite";
    if (type === "test:fail" && !isGroup)
      yield `FAILED ${data.name}\n${data.details.error?.cause?.stack ?? data.details.error}\n`;
    if (isGroup && data.nesting === 0) {
      rows.push(Object.assign(row, { name: data.name }));
      notes = row;
      row = newRow("");
    } else if (!isGroup && data.nesting === 0) {
      const own = newRow(data.name);
      count(own, type, data);
      rows.push(own);
      notes = own;
    } else if (!isGroup) {
      count(row, type, data);
      notes = row;
      yield `${type === "test:pass" ? "ok" : "FAILED"}  ${data.name}\n`;
    }
  }
  const all = newRow(TOTALS);
  for (const one of rows) for (const key of ["passed", "failed", "skipped", "ms"]) all[key] += one[key];
  yield `${tableOf([...rows, all])}\n${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped\n`;
}
