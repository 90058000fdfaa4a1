/**
 * sides.mjs - processes that each keep values in a way of their own, for benches that let them take turns.
 *
 * The bench asks, one thing at a time, and the side answers: `Side` is its end of this, `serve` that of the
 * process.
 */
import { fork } from "node:child_process";

/** A process, as the bench sees it. */
export class Side {
  #answered = () => {};

  /** @param file the URL of what the process runs */
  constructor(name, file, options) {
    this.name = name;
    this.child = fork(file, options);
    this.child.on("message", (answer) => this.#answered(answer));
    this.child.on("exit", (code, signal) => this.#answered({ failed: `ended early: ${signal ?? code}` }));
  }

  /** What the process answers. Throws when it fails. */
  async ask(verb, request) {
    const { done, failed } = await new Promise((resolve) => {
      this.#answered = resolve;
      this.child.send({ verb, ...request });
    });
    if (failed !== undefined) throw new Error(`${this.name}: ${failed}`);
    return done;
  }

  end() {
    this.child.kill("SIGKILL");
  }
}

/** Lets sides take turns: another one is the first in each. */
export class Turns {
  #sides;
  #turn = 0;

  constructor(sides) {
    this.#sides = sides;
  }

  /** Calls with each side, one after the other. */
  async each(call) {
    const sides = this.#sides;
    for (let i = 0; i < sides.length; i++) await call(sides[(this.#turn + i) % sides.length]);
    this.#turn += 1;
  }
}

/** Answers what the bench asks, in the process of a side, until the bench has ended. */
export function serve(verbs) {
  process.on("disconnect", () => process.exit());
  process.on("message", async ({ verb, ...request }) => {
    try {
      process.send({ done: await verbs[verb](request) });
    } catch (error) {
      process.send({ failed: error.message });
    }
  });
}
