/**
 * json_values.mjs - JSON values of 0.2 to 6.5 KB for benches, from a seed.
 *
 *   records    orders of a shop: names, addresses, times, links, lists of items and events with the same
 *              fields. Median 1,060 bytes as JSON, v8.serialize 0.93 of it, LZ4 of either 0.59
 *   sessions   a user and messages of words that are as frequent as in a text: less that repeats. Median 970
 *              bytes, v8.serialize 0.87 of it, LZ4 of that 0.66, of JSON 0.76
 */
import { Random } from "#kit/random.js";

/** `count` values of a set. Sizes are log-normal between the bounds. */
export const VALUE_SETS = {
  records: (seed, count) => make(seed, count, record),
  sessions: (seed, count) => make(seed, count, session),
};

const MEDIAN = 1000;

const WORDS = (() => {
  const random = new Random(77);
  const letters = "etaoinshrdlucmfwypvbgk";
  const word = () =>
    Array.from({ length: 2 + random.below(9) }, () => letters[random.below(random.below(22) + 1)]);
  return Array.from({ length: 3000 }, () => word().join(""));
})();

function make(seed, count, one) {
  const random = new Random(seed);
  const draw = drawer(random);
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - draw.part())) * Math.cos(2 * Math.PI * draw.part());
    return one(draw, Math.min(6400, Math.max(200, MEDIAN * Math.exp(normal))));
  });
}

function drawer(random) {
  const part = () => random.next() / 2 ** 32;
  // A rank as frequent as in a text, nearly: 1 / rank.
  const word = () => WORDS[Math.floor(WORDS.length ** part()) - 1];
  const name = () => {
    const text = word();
    return text[0].toUpperCase() + text.slice(1);
  };
  const text = (words) => Array.from({ length: words }, word).join(" ");
  const hex = (digits) => Array.from({ length: digits }, () => random.below(16).toString(16)).join("");
  return { random, part, word, name, text, hex };
}

// ── records ──────────────────────────────────────────────────────────────────────────────────────────────

function record({ random, word, name, text, hex }, wanted) {
  const start = 1_700_000_000_000 + random.below(1e10);
  const time = (after) => new Date(start + after).toISOString();
  const [first, last] = [name(), name()];
  const shop = word();
  const value = {
    id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    type: "order",
    createdAt: time(0),
    status: random.pick(["open", "paid", "shipped", "returned"]),
    customer: { id: random.below(1e6), name: `${first} ${last}`, email: `${first}.${last}@example.org` },
  };
  const parts = [
    () => {
      value.address = {
        street: `${name()} ${1 + random.below(200)}`,
        city: name(),
        zip: String(10_000 + random.below(90_000)),
        country: random.pick(["DE", "FR", "NL", "PL"]),
      };
    },
    () => {
      value.total = { amount: random.below(100_000) / 100, currency: "EUR", taxRate: 0.19, discount: null };
    },
  ];
  const more = () => {
    const sku = `${hex(3)}-${10_000 + random.below(90_000)}`;
    value.items ??= [];
    value.items.push({
      sku,
      title: text(3 + random.below(6)),
      quantity: 1 + random.below(4),
      unitPrice: random.below(20_000) / 100,
      available: random.below(5) > 0,
      image: `https://static.example.org/${shop}/${sku}.jpg`,
      score: random.below(1e9) / 1e9,
    });
    if (random.below(2) === 0) return;
    value.events ??= [];
    value.events.push({
      at: time(random.below(1e8)),
      event: random.pick(["created", "paid", "packed", "shipped", "delivered"]),
      actor: random.pick(["customer", "system", "warehouse"]),
      note: random.below(2) === 0 ? text(3 + random.below(8)) : "",
    });
  };
  for (let bytes = 250; bytes < wanted; bytes = JSON.stringify(value).length + 100) (parts.shift() ?? more)();
  return value;
}

// ── sessions ─────────────────────────────────────────────────────────────────────────────────────────────

function session({ random, part, word, text }, wanted) {
  const value = {
    id: random.next().toString(16) + random.next().toString(16),
    user: {
      number: random.below(1e6),
      name: `${word()} ${word()}`,
      mail: `${word()}${random.below(1000)}@example.org`,
    },
    created: 1_700_000_000_000 + random.below(1e10),
    roles: [random.pick(["reader", "writer", "admin"])],
    messages: [],
  };
  for (let bytes = 200; bytes < wanted - 60; ) {
    const one = {
      at: 1_700_000_000_000 + random.below(1e10),
      from: random.below(1e6),
      score: part(),
      text: text(4 + random.below(20)),
    };
    value.messages.push(one);
    bytes += 75 + one.text.length;
  }
  return value;
}
