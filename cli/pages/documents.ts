/**
 * documents.ts - documents about people and their orders, which fill the live processes.
 */

const NAMES =
  "Ada Grace Edsger Barbara Niklaus Frances Donald Radia Tony Adele Ken Lynn Dennis Jean Alan Karen".split(
    " ",
  );
const FAMILIES =
  "Lovelace Hopper Dijkstra Liskov Wirth Allen Knuth Perlman Hoare Goldberg Thompson Conway Ritchie".split(
    " ",
  );
const CITIES = "Lisbon Oslo Turin Ghent Porto Basel Graz Bergen Malmo Nantes Cork Leeds Brno Lviv Riga".split(
  " ",
);
const GOODS =
  "lamp kettle bicycle notebook chair monitor keyboard backpack tent camera cable headphones".split(" ");

type Below = (bound: number) => number;

/** Document number `id`. `below`: a source of random numbers, as in random.ts. */
export function documentOf(id: number, below: Below) {
  const pick = (words: readonly string[]) => words[below(words.length)] as string;
  const name = `${pick(NAMES)} ${pick(FAMILIES)}`;
  const hex = (digits: number) =>
    below(2 ** (4 * digits))
      .toString(16)
      .padStart(digits, "0");
  return {
    id,
    uuid: `${hex(7)}${hex(1)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`,
    name,
    email: `${name.toLowerCase().replace(" ", ".")}${below(1000)}@example.org`,
    city: pick(CITIES),
    created: new Date(1_500_000_000_000 + below(2 ** 31) * 100).toISOString(),
    active: below(3) > 0,
    visits: below(5000),
    orders: Array.from({ length: below(4) }, () => ({
      sku: `${pick(GOODS)}-${below(10_000)}`,
      quantity: 1 + below(5),
      price: below(100_000) / 100,
    })),
  };
}
