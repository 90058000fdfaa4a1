/**
 * formats.ts - images of a pool: those of other hosts and of an earlier version are read, and this host's go
 * to the others. Also the kinds and densities of bodies that images carry.
 */
import {
  type Check,
  Dice,
  drained,
  equal,
  fails,
  type Library,
  ok,
  openPool,
  PAGE,
  pageOf,
  sameBytes,
  text,
} from "../tools.js";

/** The contents of every image of the suite: 20 pages in each of two areas of two clients. */
const CLIENTS = ["undo", "tiles"];
const AREAS = [0, 65_535];
const PAGES = 20;
const lengthOf = (n: number) => (n % 4 === 3 ? 1 + ((n * 131) % PAGE) : PAGE);
const imagePage = (client: number, area: number, n: number) =>
  pageOf(200 * client + 100 * area + n, lengthOf(n));

async function writeImage({ spillway: { Spillway } }: Library): Promise<Uint8Array> {
  const pool = Spillway.openSync({ maxBytes: "4MiB" });
  for (const [client, name] of CLIENTS.entries()) {
    const swap = pool.frontswap({ name });
    for (const [area, type] of AREAS.entries()) {
      swap.init(type);
      for (let n = 0; n < PAGES; n++) swap.store(type, 2 ** 31 + n, imagePage(client, area, n));
    }
  }
  const image = await drained(pool.snapshot() as ReadableStream<Uint8Array>);
  pool.close();
  return image;
}

async function readImage(
  { spillway: { Spillway } }: Library,
  image: Uint8Array,
  from: string,
): Promise<void> {
  const pool = await Spillway.restore(image, { maxBytes: "4MiB" });
  equal(pool.unclaimed.join(), CLIENTS.join(), `clients of the image of ${from}`);
  const target = new Uint8Array(PAGE);
  for (const [client, name] of CLIENTS.entries()) {
    const swap = pool.frontswap({ name });
    for (const [area, type] of AREAS.entries())
      for (let n = 0; n < PAGES; n++) {
        const length = swap.loadBytes(type, 2 ** 31 + n, target);
        const what = `page ${n} of area ${type} of ${name} in the image of ${from}`;
        sameBytes(target.subarray(0, length), imagePage(client, area, n), what);
      }
  }
  equal(pool.stats().storedPages, CLIENTS.length * AREAS.length * PAGES, `pages in the image of ${from}`);
  equal(pool.selfCheck(), 0, "selfCheck");
  pool.close();
}

export function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export const FORMATS: readonly Check[] = [
  {
    name: "formats: an image that this host wrote is read here, and handed to the others",
    async run(host) {
      const image = await writeImage(host);
      await readImage(host, image, "this host");
      host.hand("image", image);
    },
  },
  {
    name: "formats: the golden image and those of other hosts are read",
    async run(host) {
      const images = Object.entries(host.settings.images);
      ok(images.length > 0, "no image was handed over");
      for (const [name, base64] of images) await readImage(host, fromBase64(base64), name);
    },
  },
  {
    name: "formats: an image comes from a stream, a Blob, a Response, an iterable and bytes",
    async run(host) {
      const image = await writeImage(host);
      async function* pieces() {
        for (let at = 0; at < image.length; at += 997) yield image.subarray(at, at + 997);
      }
      const blob = new Blob([image as Uint8Array<ArrayBuffer>]);
      const sources = [blob.stream(), blob, new Response(blob), pieces(), image.slice().buffer];
      for (const source of sources) {
        const pool = await host.spillway.Spillway.restore(source, { maxBytes: "4MiB" });
        equal(pool.unclaimed.length, CLIENTS.length, "clients");
        pool.close();
      }
    },
  },
  {
    name: "formats: an image that is cut, flipped or foreign restores nothing",
    async run(host) {
      const image = await writeImage(host);
      const restore = (bytes: Uint8Array) => host.spillway.Spillway.restore(bytes, { maxBytes: "4MiB" });
      const dice = new Dice(host.settings.seed);
      for (let time = 0; time < 30; time++) {
        const cut = image.subarray(0, 100 + dice.below(image.length - 100));
        await fails("ERR_SPILLWAY_IMAGE_DAMAGED", () => restore(cut), `cut at ${cut.length}`);
        const flipped = image.slice();
        const at = 100 + dice.below(image.length - 100);
        flipped[at] = (flipped[at] as number) ^ (1 << dice.below(8));
        await fails("ERR_SPILLWAY_IMAGE_DAMAGED", () => restore(flipped), `byte ${at} flipped`);
      }
      await fails("ERR_SPILLWAY_IMAGE_FOREIGN", () => restore(text(1)));
    },
  },
  {
    name: "formats: pages of numbers and pixels come back under every kind",
    run(host) {
      const { pool, swap, load, close } = openPool(host);
      const pages = {
        f64: Float64Array.from({ length: 512 }, (_, i) => i / 4),
        f32: Float32Array.from({ length: 1024 }, (_, i) => Math.sin(i / 100)),
        i32: Int32Array.from({ length: 1024 }, (_, i) => i * i),
        rgba: Uint8Array.from({ length: PAGE }, (_, i) => (i % 4 === 3 ? 255 : i >>> 5)),
      };
      for (const [i, [kind, page]] of Object.entries(pages).entries()) {
        const bytes = new Uint8Array(page.buffer);
        ok(swap.store(0, i, page, { kind: kind as keyof typeof pages }), `a store of ${kind}`);
        sameBytes(load(i), bytes, kind);
        ok(swap.store(0, i + 10, text(i), { kind: kind as keyof typeof pages }), `a wrong ${kind}`);
        sameBytes(load(i + 10), text(i), `a wrong ${kind}`);
      }
      ok(pool.stats().bytes.compressed < 3 * PAGE, "typed pages take less");
      close();
    },
  },
  {
    name: "formats: pages that rest become denser and come back, also out of an image",
    async run(host) {
      const { pool, swap, load, close } = openPool(host, { maxBytes: "16MiB" });
      const words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"];
      const record = (n: number) => {
        const dice = new Dice(n);
        let json = "";
        while (json.length < 2000)
          json += `{"id":${n},"user":"user-${dice.below(1e6)}","name":"${words[dice.below(10)]}"},`;
        return new TextEncoder().encode(json.slice(0, 2000));
      };
      for (let n = 0; n < 1000; n++) swap.store(0, n, record(n));
      const before = pool.stats().bytes.compressed;
      ok((await pool.recompress()) > 0 && pool.stats().densePages > 300, "dense pages");
      ok(pool.stats().bytes.compressed < before, "fewer bytes");
      for (let n = 0; n < 1000; n++) sameBytes(load(n), record(n), `dense page ${n}`);
      const again = await host.spillway.Spillway.restore(pool.snapshot(), { maxBytes: "16MiB" });
      const target = new Uint8Array(PAGE);
      const claimed = again.frontswap({ name: "swap" });
      for (let n = 0; n < 1000; n++)
        sameBytes(target.subarray(0, claimed.loadBytes(0, n, target)), record(n), `restored page ${n}`);
      again.close();
      close();
    },
  },
];
