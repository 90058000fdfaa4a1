/**
 * depth.ts - whether the call stack has room for the engine.
 *
 * A host ends a call that would overrun its stack, wherever that call is at that moment. The structures of an
 * engine that is ended half way are half changed. An application that recurses too deep and calls the pool
 * from there can cause this. So each call from the host first descends as deep as the engine may, before
 * anything changes. If the stack ends, it ends there.
 *
 * How: the function has a large frame because of a branch that is never taken. The frame has room for the
 *      values that the branch would keep over a call; nothing is written there. Thirty-two values of 16 bytes
 *      make a frame of some 560 bytes. The values are stored one by one, because V8 keeps no frame for their
 *      sum.
 *
 * Owns:   nothing.
 * Cost:   3 ns a level.
 */

/** A word that is never written: nothing lies below 0x400. The compiler cannot know that. */
const NEVER: usize = 0x40;

/** Throws, in the host's way, when the stack ends within `levels` frames of 560 bytes from here. */
export function stackRoom(levels: u32): void {
  descend(levels, load<u32>(NEVER));
}

function descend(levels: u32, never: usize): u32 {
  if (never) {
    const v0 = v128.load(never, 0);
    const v1 = v128.load(never, 16);
    const v2 = v128.load(never, 32);
    const v3 = v128.load(never, 48);
    const v4 = v128.load(never, 64);
    const v5 = v128.load(never, 80);
    const v6 = v128.load(never, 96);
    const v7 = v128.load(never, 112);
    const v8 = v128.load(never, 128);
    const v9 = v128.load(never, 144);
    const v10 = v128.load(never, 160);
    const v11 = v128.load(never, 176);
    const v12 = v128.load(never, 192);
    const v13 = v128.load(never, 208);
    const v14 = v128.load(never, 224);
    const v15 = v128.load(never, 240);
    const v16 = v128.load(never, 256);
    const v17 = v128.load(never, 272);
    const v18 = v128.load(never, 288);
    const v19 = v128.load(never, 304);
    const v20 = v128.load(never, 320);
    const v21 = v128.load(never, 336);
    const v22 = v128.load(never, 352);
    const v23 = v128.load(never, 368);
    const v24 = v128.load(never, 384);
    const v25 = v128.load(never, 400);
    const v26 = v128.load(never, 416);
    const v27 = v128.load(never, 432);
    const v28 = v128.load(never, 448);
    const v29 = v128.load(never, 464);
    const v30 = v128.load(never, 480);
    const v31 = v128.load(never, 496);
    descend(levels, 0);
    v128.store(never, v0, 0);
    v128.store(never, v1, 16);
    v128.store(never, v2, 32);
    v128.store(never, v3, 48);
    v128.store(never, v4, 64);
    v128.store(never, v5, 80);
    v128.store(never, v6, 96);
    v128.store(never, v7, 112);
    v128.store(never, v8, 128);
    v128.store(never, v9, 144);
    v128.store(never, v10, 160);
    v128.store(never, v11, 176);
    v128.store(never, v12, 192);
    v128.store(never, v13, 208);
    v128.store(never, v14, 224);
    v128.store(never, v15, 240);
    v128.store(never, v16, 256);
    v128.store(never, v17, 272);
    v128.store(never, v18, 288);
    v128.store(never, v19, 304);
    v128.store(never, v20, 320);
    v128.store(never, v21, 336);
    v128.store(never, v22, 352);
    v128.store(never, v23, 368);
    v128.store(never, v24, 384);
    v128.store(never, v25, 400);
    v128.store(never, v26, 416);
    v128.store(never, v27, 432);
    v128.store(never, v28, 448);
    v128.store(never, v29, 464);
    v128.store(never, v30, 480);
    v128.store(never, v31, 496);
  }
  return levels ? descend(levels - 1, never) + 1 : 0;
}
