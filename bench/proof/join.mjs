/**
 * join.mjs - makes one file of results of several runs of one proof, which had other jobs or curves each.
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { InvalidArgumentError } from "commander";
import { writeResults } from "./harness.mjs";

/** Fields that have to be the same in all files. */
const SAME = ["format", "proof", "size", "machine", "counted", "versions", "absent"];
const LISTS = ["setups", "rows", "ratios", "verdicts"];

export function join(paths, { out }) {
  const files = paths.map((path) => JSON.parse(readFileSync(path, "utf8")));
  const [first, ...others] = files;
  for (const [i, other] of others.entries())
    for (const field of SAME)
      if (!isDeepStrictEqual(first[field], other[field]))
        throw new InvalidArgumentError(`${paths[i + 1]}: another ${field} than ${paths[0]}`);
  const lists = LISTS.filter((list) => first[list] !== undefined);
  const joined = Object.fromEntries(lists.map((list) => [list, files.flatMap((file) => file[list])]));
  const ids = joined.rows.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new InvalidArgumentError(`${twice} is in two of the files`);
  const rounds = [...new Set(files.map((file) => file.rounds))]
    .sort((one, other) => one - other)
    .join(" to ");
  const commands = [...new Set(files.map(({ command }) => command))].join("; ");
  writeResults(out, { ...first, command: commands, rounds: Number(rounds) || rounds, ...joined });
}
