/**
 * Shows that a typed body is what docs/FORMAT.md says, with a reader written from it (kit/reference/lz4.ts):
 * every kind, page size and length, on pages that fit the kind and on pages that do not. Also that a body
 * which this reader rejects, or reads as another page, is never delivered.
 *
 * How: pages are stored through the border, and bodies are read out of linear memory. The test prints its
 * seed; SPILLWAY_SEED=n repeats a run.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { anyLength, makePage, PAGE_KINDS, PAGE_SIZES, spell, trimmed } from "#kit/generated_pages.js";
import { addressOf, damage, engineOf, openArenas } from "#kit/pools.js";
import { Random, runSeed } from "#kit/random.js";
import { referenceTyped } from "#kit/reference/lz4.js";
import { PageKind, Status } from "#lib/abi.js";
import type { Router } from "#lib/core/router.js";
import type { AreaHandle } from "#lib/engine/keys.js";

const seed = runSeed();
/** Codec.TYPED of assembly/ground/records.ts. */
const TYPED = 4;
const KINDS = [PageKind.FOUR, PageKind.EIGHT, PageKind.RGBA];

/** Numbers or pixels close to their neighbours, which the kinds are made for. */
function elements(random: Random, kind: number, bytes: number): Uint8Array {
  const page = new Uint8Array(bytes);
  const width = kind === PageKind.EIGHT ? 8 : 4;
  let value = random.below(2 ** 20);
  for (let at = 0; at < bytes; at++) {
    if (at % width === 0) value += random.below(200);
    if (kind === PageKind.RGBA) page[at] = at % 4 === 3 ? 255 : (at >> 4) + random.below(4);
    else page[at] = value >>> (8 * (at % width)) || 0;
  }
  return page;
}

/** The bytes of the body under this offset. */
function bodyOf(arenas: Router, area: AreaHandle, offset: number): Uint8Array {
  const engine = engineOf(arenas);
  const bytes = engine.door_stored(area, offset);
  return new Uint8Array(engine.memory.buffer, engine.door_place(area, offset), bytes).slice();
}

describe(`typed bodies, seed ${seed}`, () => {
  test("are what the document says, and come back, whatever the page, its length and the page size", (t) => {
    const random = new Random(seed);
    let typed = 0;
    for (const pageSize of PAGE_SIZES) {
      const arenas = openArenas("verify", { maxBytes: "8MiB", pageSize, dedupe: false });
      const area = arenas.registry.openArea(0, 0, 1);
      const target = new Uint8Array(pageSize);
      for (let i = 0; i < 300; i++) {
        const kind = random.pick(KINDS);
        const bytes = i < 80 ? i + 1 : i % 4 ? pageSize - random.below(20) : anyLength(random, pageSize);
        const fits = random.below(3) > 0;
        const page = fits ? elements(random, kind, bytes) : makePage(random, random.pick(PAGE_KINDS), bytes);
        if (random.below(3) === 0) page.fill(0, 1 + random.below(bytes));
        assert.equal(arenas.store(addressOf(area, 0), page, kind), Status.STORED);
        assert.equal(arenas.load(addressOf(area, 0), target, false), bytes);
        assert.equal(Buffer.compare(target.subarray(0, bytes), page), 0, spell(page));
        if (engineOf(arenas).door_codec(area, 0) !== TYPED) {
          // With so many close numbers, turning must make the body smaller.
          assert.ok(!fits || trimmed(page).length < 512, spell(page));
          continue;
        }
        typed += 1;
        const body = bodyOf(arenas, area, 0);
        assert.equal(body[0], kind);
        assert.deepEqual(referenceTyped(body, bytes), page, spell(page));
      }
      assert.equal(arenas.selfCheck(), 0);
    }
    t.diagnostic(`${typed} typed bodies`);
    assert.ok(typed > 500);
  });

  test("whichever bit of one flips: damaged, for that key alone, or the same page by another block", (t) => {
    const random = new Random(seed);
    const arenas = openArenas("doors", { maxBytes: "1MiB" });
    const area = arenas.registry.openArea(0, 0, 1);
    const target = new Uint8Array(4096);
    const pages = KINDS.map((kind) => elements(random, kind, 2048 + random.below(2048)));
    for (const [i, page] of pages.entries()) arenas.store(addressOf(area, i), page, KINDS[i] as number);
    let damaged = 0;
    let rejected = 0;
    for (const [i, page] of pages.entries()) {
      const place = engineOf(arenas).door_place(area, i);
      const body = bodyOf(arenas, area, i);
      assert.equal(engineOf(arenas).door_codec(area, i), TYPED);
      for (let bit = 0; bit < 8 * body.length; bit++) {
        damage(arenas, place + (bit >> 3), 1 << (bit & 7));
        const bytes = arenas.load(addressOf(area, i), target, false);
        if (bytes === Status.DAMAGED) damaged += 1;
        else assert.deepEqual(target.subarray(0, bytes), page, `bit ${bit} of ${spell(body)}`);
        if (bit % 7 === 0 && referenceTyped(bodyOf(arenas, area, i), page.length) === undefined) {
          assert.equal(bytes, Status.DAMAGED, `bit ${bit} of ${spell(body)}`);
          rejected += 1;
        }
        damage(arenas, place + (bit >> 3), 1 << (bit & 7));
      }
      for (const [j, other] of pages.entries()) {
        assert.equal(arenas.load(addressOf(area, j), target, false), other.length);
        assert.deepEqual(target.subarray(0, other.length), other);
      }
    }
    t.diagnostic(`${damaged} flips damaged a body, ${rejected} of those looked at are against the format`);
    assert.ok(damaged > 5000 && rejected > 100);
    assert.equal(arenas.stats().damagedLoads, damaged);
    assert.equal(arenas.selfCheck(), 0);
  });
});
