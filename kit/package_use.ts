/**
 * package_use.ts - what every host must do with `Spillway`: store a page, load it, run background work, read
 * figures, close; keep values in a map and a cache, and bytes in a buffer. The text of a function
 * `use(Spillway)`, which answers "used" or throws.
 */
export const USE = `
async function values(Spillway) {
  const pool = Spillway.openSync({ maxBytes: "8MiB" });
  const check = (good, what) => {
    if (!good) throw new Error(what);
  };
  const map = pool.map({ hotBytes: 2000 });
  const record = (i) => ({ id: i, name: "n\\u00e9 " + i, list: [1.5, null, true, { deep: "x".repeat(i % 50) }] });
  for (let i = 0; i < 500; i++) map.set("key " + i, record(i));
  map.set("text", "\\u043a\\ud83d\\ude00").set("bytes", new Uint8Array(9000).fill(3));
  for (let i = 0; i < 500; i++)
    check(JSON.stringify(map.get("key " + i)) === JSON.stringify(record(i)), "record " + i);
  check(map.get("text") === "\\u043a\\ud83d\\ude00", "text");
  check(map.get("bytes").length === 9000 && map.get("bytes")[8999] === 3, "bytes of a value");
  for (const key of map.keys()) if (key.endsWith("7")) map.delete(key);
  check(map.size === 452, "size " + map.size);
  let stream;
  try {
    stream = map.writable("stream");
  } catch ({ code }) {
    check(code === "ERR_SPILLWAY_UNSUPPORTED", code);
  }
  if (stream !== undefined) {
    const writer = stream.getWriter();
    await writer.write(new Uint8Array(20000).fill(5));
    await writer.close();
    const reader = map.readable("stream").getReader();
    let length = 0;
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      check(step.value.every((byte) => byte === 5), "bytes of a stream");
      length += step.value.length;
    }
    check(length === 20000, "length of a stream");
  }
  const cache = pool.cache();
  const made = await Promise.all([1, 2].map(() => cache.getOrSet("key", async () => ({ made: true }))));
  check(made.every((one) => one.made) && cache.take("key").made && !cache.has("key"), "cache");
  const buffer = pool.buffer(2 ** 40, { residentBytes: 65536, frame: 4096 });
  for (let i = 0; i < 100; i++) buffer.write(i * 2 ** 30 + 4000, new Uint8Array(300).fill(i));
  const back = new Uint8Array(300);
  for (let i = 0; i < 100; i++) {
    buffer.read(i * 2 ** 30 + 4000, back);
    check(back.every((byte) => byte === i), "buffer " + i);
  }
  check(pool.selfCheck() === 0, "selfCheck with values");
  pool.close();
}
async function use(Spillway) {
  const pool = Spillway.openSync({ maxBytes: "4MiB" });
  const swap = pool.frontswap();
  swap.init(0);
  const page = new Uint8Array(4096).fill(7);
  page[1] = 8;
  const back = new Uint8Array(4096);
  if (!swap.store(0, 1, page) || !swap.load(0, 1, back) || back[1] !== 8 || back[4095] !== 7) throw new Error("bytes");
  await pool.compact();
  await pool.shrink();
  if (pool.selfCheck() !== 0) throw new Error("selfCheck");
  const open = await Spillway.open({ maxBytes: "1MiB" });
  open.close();
  pool.close();
  await values(Spillway);
  return "used";
}
`;
