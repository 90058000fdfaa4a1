/** build.mjs - `npm run build`: everything that is shipped. */
import { main, make } from "./make.mjs";

await main(() => make("engine", "library", "command"));
