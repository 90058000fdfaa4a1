/**
 * sessions_values.mjs - sessions of web servers as plain objects, each from its number and version alone.
 *
 * 0.5 to 4 KB as JSON, log-normal with a median of 1.2 KB: two random tokens, a user, settings, a cart and
 * the pages seen last. Names and titles are words, frequent as in a text. Both sides of a process can make
 * them again, so nothing has to be kept for comparison.
 */
import { Random } from "#kit/random.js";

const BYTES = { least: 500, median: 1200, most: 3900 };

const WORDS = (() => {
  const random = new Random(77);
  const letters = "etaoinshrdlucmfwypvbgk";
  const word = () =>
    Array.from({ length: 2 + random.below(9) }, () => letters[random.below(random.below(22) + 1)]).join("");
  return Array.from({ length: 3000 }, word);
})();

/** The key of session `index`. */
export function sessionKey(index) {
  return `sess:${(Math.imul(index + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0")}${index}`;
}

/** Session `index` as it is after `version` changes. */
export function sessionOf(index, version, seed) {
  const random = new Random(Math.imul(index, 0x9e3779b1) ^ Math.imul(version + 1, 0x85ebca6b) ^ seed);
  const part = () => random.next() / 2 ** 32;
  // A rank as frequent as in a text, nearly: 1 / rank.
  const word = () => WORDS[Math.floor(WORDS.length ** part()) - 1];
  const hex = () => random.next().toString(16).padStart(8, "0");
  const normal = Math.sqrt(-2 * Math.log(1 - part())) * Math.cos(2 * Math.PI * part());
  const wanted = Math.min(BYTES.most, Math.max(BYTES.least, BYTES.median * Math.exp(0.55 * normal)));
  const start = 1_760_000_000_000 + random.below(1e9);
  const value = {
    id: hex() + hex() + hex() + hex(),
    csrf: hex() + hex() + hex() + hex(),
    version,
    cookie: { path: "/", httpOnly: true, sameSite: "lax", maxAge: 1_800_000, expires: start + 1_800_000 },
    user: {
      id: random.below(1e6),
      name: `${word()} ${word()}`,
      email: `${word()}${random.below(1000)}@example.org`,
      locale: random.pick(["de-DE", "en-GB", "en-US", "fr-FR"]),
      roles: ["customer", "reader", "editor"].slice(0, 1 + random.below(3)),
    },
    settings: { theme: random.pick(["light", "dark"]), newsletter: random.below(2) === 0, pageSize: 25 },
    cart: [],
    seen: [],
  };
  for (let bytes = JSON.stringify(value).length; bytes < wanted; ) {
    if (random.below(3) === 0) {
      const title = `${word()} ${word()} ${word()}`;
      const sku = `${word()}-${1000 + random.below(9000)}`;
      value.cart.push({ sku, title, price: random.below(20_000) / 100, quantity: 1 + random.below(4) });
      bytes += 53 + title.length + sku.length;
    } else {
      const path = `/${word()}/${word()}-${random.below(100_000)}`;
      value.seen.push({ path, at: start + random.below(1e6), ms: random.below(40_000) });
      bytes += 44 + path.length;
    }
  }
  return value;
}
