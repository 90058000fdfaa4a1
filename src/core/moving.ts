/**
 * moving.ts - pages move from one arena into others, so that the emptied arena can be given back.
 *
 * Keeps:  no page moves while an image is read: the walk of the image would miss it.
 */

import type { Arena } from "../engine/arena.js";
import type { ArenaSet } from "./arena_set.js";
import type { Dictionaries } from "./dictionaries.js";
import type { Evictions } from "./evictions.js";
import type { ImageSessions } from "./image_sessions.js";
import type { Loads } from "./load.js";
import type { Registry } from "./registry.js";
import type { Spilled } from "./spilled.js";

/** Segments that leave memory for a window of pages that move: what has no room may be a record. */
const SPILLS_MAX = 4;

/** What moving needs of the router. */
interface Parts {
  memory: ArenaSet;
  registry: Registry;
  dictionaries: Dictionaries;
  images: ImageSessions;
  evictions: Evictions;
  loads: Loads;
  /** Makes room by letting bodies leave for devices, if there are any. */
  spilled: Spilled | undefined;
}

export class Moving {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * A new arena that can grow to `wasmPages`, to move another one's pages into. Undefined while an image is
   * read, or without room for it.
   */
  tryAddTarget(wasmPages: number): Arena | undefined {
    const { images, memory } = this.#parts;
    return images.reading().length > 0 ? undefined : memory.tryAddTarget(wasmPages);
  }

  /**
   * Begins to empty `source`: first into `target`, which takes new pages as well from now on, then into
   * others.
   */
  drain(source: Arena, target: Arena): void {
    const { memory, loads } = this.#parts;
    source.drain(true);
    memory.grant(target);
    loads.leave(source, target);
  }

  /** Gives up emptying `source`: its pages stay, and it takes new ones again. */
  undrain(source: Arena): void {
    source.drain(false);
    this.#parts.memory.forgetTarget();
  }

  /**
   * Moves one window of pages out of a draining arena. "empty": none is left. "stuck": no other arena has
   * room, or an image is read.
   */
  move(source: Arena): "moved" | "empty" | "stuck" {
    const { memory, registry, dictionaries, images } = this.#parts;
    if (images.reading().length > 0) return "stuck";
    const { current } = memory;
    const targets = [current, ...memory.others(current)].filter((arena) => !arena.draining);
    // Before anything is packed: dictionaries travel through the same window.
    for (const target of targets) dictionaries.share(source, target);
    let bytes = source.pack();
    if (bytes === 0) return "empty";
    // Equal pages that are parted get a body each, so live bytes may rise.
    registry.doubtPeaks();
    let taken = this.#unpack(source, targets, bytes);
    for (let spills = 0; taken === 0 && spills < SPILLS_MAX; spills++) {
      if (this.#parts.spilled?.makeRoom() === undefined) break;
      // Packed anew: the log uses the windows of all arenas, and a device may call the pool.
      bytes = source.pack();
      taken = this.#unpack(source, targets, bytes);
    }
    source.drop(taken);
    this.#parts.evictions.announce();
    return taken > 0 ? "moved" : "stuck";
  }

  /**
   * Lets the first of these arenas that has room take over what `source` has packed. Answers the bytes taken.
   */
  #unpack(source: Arena, targets: readonly Arena[], bytes: number): number {
    for (const target of targets) {
      let taken = 0;
      do taken = target.unpack(source, bytes);
      while (taken === 0 && this.#parts.evictions.gather(target));
      if (taken > 0) return taken;
    }
    return 0;
  }

  /**
   * Lets go of a draining arena that is empty. Answers the bytes of its memory, and a reference that dies
   * with it.
   */
  remove(source: Arena): { bytes: number; gone: WeakRef<ArrayBuffer> } {
    const { memory, registry, evictions, loads } = this.#parts;
    evictions.gather(source);
    const bytes = memory.remove(source);
    registry.leave(source);
    loads.leave(source, memory.current);
    return { bytes, gone: source.watch() };
  }
}
