/**
 * side.mjs NAME SIDE SIZE - one side of an example, in this process. Sends its figures to the process that
 * started it.
 */
import { Meter } from "./meter.mjs";

const [name, side, size] = process.argv.slice(2);
const { SIDES, SIZES, drive } = await import(`../${name}/index.mjs`);
const program = await import(`../${name}/${SIDES[side]}.mjs`);
const meter = new Meter();
const digest = await drive(program, SIZES[size], meter);
process.send({ digest, figures: meter.figures, notes: meter.notes });
process.disconnect();
