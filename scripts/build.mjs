/**
 * build.mjs - `npm run build`: everything that is shipped.
 */
import { make } from "./make.mjs";
import { main } from "./processes.mjs";

await main(() => make("library", "command"));
