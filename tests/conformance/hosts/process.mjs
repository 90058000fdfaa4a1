/**
 * process.mjs - the suite in Node, Deno and Bun: settings come by standard input, the report goes to standard
 * output. Neither needs a permission in Deno.
 */
import { report } from "./library.mjs";

let text = "";
for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
console.log(await report(JSON.parse(text)));
