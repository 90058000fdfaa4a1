/**
 * Shows when a device is written to: after a failure in one second, then two, four, up to sixty, each a
 * little longer by chance and never more than sixty; when it is full after a drop, or in a second. Waits
 * begin anew when a segment was written, not when a probe was.
 *
 * How: a clock that stands until the test moves it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { HandClock } from "#kit/models/spill_model.js";
import { Breaker } from "#lib/devices/breaker.js";

function made(draw?: number) {
  const clock = new HandClock();
  if (draw !== undefined) clock.draw = () => draw;
  const states: string[] = [];
  const breaker = new Breaker(clock, (state) => states.push(state));
  return { clock, breaker, states };
}

test("a new one is in service", () => {
  const { breaker } = made();
  assert.deepEqual([breaker.state, breaker.allows, breaker.retryMs], ["serving", "segment", 0]);
});

for (const draw of [0, 0.999])
  test(`waits double up to a minute, jitter ${draw}`, () => {
    const { clock, breaker } = made(draw);
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      breaker.failed();
      waits.push(breaker.retryMs);
      clock.at += breaker.retryMs - 1;
      assert.equal(breaker.allows, "nothing");
      clock.at += 2;
      assert.equal(breaker.allows, "probe");
    }
    const plain = [1, 2, 4, 8, 16, 32, 60, 60, 60].map((s) => 1000 * s);
    for (const [i, wait] of waits.entries()) {
      const most = Math.min(60_000, (plain[i] as number) * 1.25);
      if (draw === 0) assert.ok(Math.abs(wait - (plain[i] as number)) < 1e-6);
      else
        assert.ok(
          wait > (plain[i] as number) * 0.99 &&
            wait <= most &&
            (wait > (plain[i] as number) || most === 60_000),
        );
    }
  });

test("a probe brings it back; the wait is forgotten with the next segment only", () => {
  const { clock, breaker, states } = made(0);
  breaker.failed();
  clock.at += 1000;
  breaker.failed();
  clock.at += 2000;
  breaker.probed();
  assert.equal(breaker.allows, "segment");
  breaker.failed();
  assert.equal(breaker.retryMs, 4000);
  clock.at += 4000;
  breaker.probed();
  breaker.wrote();
  breaker.failed();
  assert.equal(breaker.retryMs, 1000);
  assert.deepEqual(states, ["down", "serving", "down", "serving", "down"]);
});

test("a full one is tried after a drop, or after a second, by a segment and not a probe", () => {
  const { clock, breaker, states } = made();
  breaker.full();
  assert.equal(breaker.allows, "nothing");
  clock.at += 999;
  assert.equal(breaker.allows, "nothing");
  clock.at += 1;
  assert.equal(breaker.allows, "segment");
  breaker.full();
  breaker.dropped();
  assert.equal(breaker.allows, "segment");
  assert.deepEqual(states, ["full", "serving"]);
});

test("a drop does not bring back one that failed", () => {
  const { breaker } = made();
  breaker.failed();
  breaker.dropped();
  assert.equal(breaker.state, "down");
});

test("failures of what was under way count as one", () => {
  const { breaker } = made(0);
  for (let i = 0; i < 16; i++) breaker.failed();
  assert.equal(breaker.retryMs, 1000);
});
