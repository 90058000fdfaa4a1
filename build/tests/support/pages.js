/**
 * pages.ts - pages to try things on: seeded ones of every kind a program keeps, and real ones out of the memory of
 * the process that asks.
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { fileURLToPath } from "node:url";
/** Lengths at which something changes: fast paths, the last literals, length bytes, table sizes, page sizes. */
export const EDGE_LENGTHS = [
    1, 2, 4, 5, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 31, 32, 33, 63, 64, 65, 255, 269, 270, 271, 525,
    4095, 4096, 4097, 8191, 8192, 8193, 16384, 32768, 65534, 65535, 65536,
];
/** Sizes that pages of a pool may have. */
export const PAGE_SIZES = [4096, 8192, 16384, 32768, 65536];
/** A length from 1 to `most`, short ones more often, edges most often. */
export function anyLength(random, most = 65536) {
    if (random.below(4) === 0) {
        const edge = random.pick(EDGE_LENGTHS);
        if (edge <= most)
            return edge;
    }
    return 1 + random.below(1 + random.below(most));
}
const WORDS = "page swap pool the of a store load client offset and with memory slab body entry device which host is kept cold".split(" ");
function fillText(random, page) {
    let text = "";
    while (text.length < page.length) {
        text += random.pick(WORDS);
        text += random.pick([" ", " ", " ", " ", ", ", ".\n"]);
    }
    page.set(Buffer.from(text.slice(0, page.length), "latin1"));
}
function fillJson(random, page) {
    let text = "[";
    while (text.length < page.length) {
        text += JSON.stringify({
            id: random.below(100_000),
            name: `${random.pick(WORDS)}-${random.pick(WORDS)}`,
            size: random.below(4096),
            tags: [random.pick(WORDS), random.pick(WORDS)],
            open: random.below(2) === 1,
            parent: null,
        });
        text += ",\n";
    }
    page.set(Buffer.from(text.slice(0, page.length), "latin1"));
}
/** Words of eight bytes as in a heap: small integers, addresses of one region, zeros, now and then something else. */
function fillWords(random, page) {
    const view = new DataView(page.buffer, page.byteOffset, page.length);
    const region = random.next() & 0x7fff;
    let at = 0;
    for (; at + 8 <= page.length; at += 8) {
        const kind = random.below(8);
        let low = 0;
        let high = 0;
        if (kind < 3)
            low = random.below(64) << 1;
        else if (kind < 6) {
            low = ((random.next() & 0x3ffff) << 3) | 1;
            high = region;
        }
        else if (kind === 6) {
            low = random.next();
            high = random.next();
        }
        view.setUint32(at, low, true);
        view.setUint32(at + 4, high, true);
    }
    for (; at < page.length; at++)
        page[at] = random.below(4);
}
/** A series of doubles that drifts, as measurements do: high bytes alike, low bytes noise. */
function fillFloats(random, page) {
    const series = new Float64Array((page.length + 7) >> 3);
    const step = random.pick([0.25, 1 / 3, 0.001]);
    let value = random.below(1000);
    for (let i = 0; i < series.length; i++) {
        value += (random.below(21) - 10) * step;
        series[i] = value;
    }
    page.set(new Uint8Array(series.buffer, 0, page.length));
}
/** One period repeated, most often shorter than the sixteen bytes that a copy moves; here and there a byte differs. */
function fillPeriod(random, page) {
    const period = 1 + random.below(random.pick([4, 20, 20, 40, 400]));
    for (let at = 0; at < page.length; at++)
        page[at] = at < period ? random.next() >>> 24 : page[at - period];
    for (let flaws = random.below(4); flaws > 0; flaws--)
        page[random.below(page.length)] = random.next() >>> 24;
}
/** Literals and copies of what came before, with the distances and lengths that a block spells differently. */
function fillCopies(random, page) {
    let at = 0;
    while (at < page.length) {
        let literals = random.below(random.pick([2, 20, 20, 600]));
        while (literals-- > 0 && at < page.length)
            page[at++] = random.next() >>> 24;
        if (at === 0)
            continue;
        const distance = 1 + random.below(Math.min(at, random.pick([4, 16, 20, 70, 65535])));
        let copy = 4 + random.below(random.pick([4, 16, 20, 300, 1000]));
        for (; copy-- > 0 && at < page.length; at++)
            page[at] = page[at - distance];
    }
}
function fillSparse(random, page) {
    for (let bytes = 1 + (page.length >> 6); bytes > 0; bytes--)
        page[random.below(page.length)] = random.next() >>> 24;
}
const FILLERS = {
    zeros: () => { },
    // Eight bytes again and again: no body at all.
    filled: (random, page) => {
        for (let at = 0; at < page.length; at++)
            page[at] = at < 8 ? random.next() >>> 24 : page[at - 8];
    },
    random: (random, page) => {
        random.fill(page);
    },
    text: fillText,
    json: fillJson,
    words: fillWords,
    floats: fillFloats,
    period: fillPeriod,
    copies: fillCopies,
    sparse: fillSparse,
    // Parts of other kinds, cut anywhere.
    mixture: (random, page) => {
        for (let at = 0; at < page.length;) {
            const part = page.subarray(at, at + 1 + random.below(page.length - at));
            FILLERS[random.pick(PARTS)](random, part);
            at += part.length;
        }
    },
    // Another kind, then zeros to the end.
    trailing: (random, page) => {
        const part = page.subarray(0, random.below(page.length));
        if (part.length > 0)
            FILLERS[random.pick(PARTS)](random, part);
    },
};
/** The kinds that makePage knows. */
export const PAGE_KINDS = Object.keys(FILLERS);
const PARTS = PAGE_KINDS.filter((kind) => kind !== "mixture" && kind !== "trailing");
/** A page of `bytes` bytes of this kind. The same state of `random` gives the same page. */
export function makePage(random, kind, bytes) {
    const page = new Uint8Array(bytes);
    FILLERS[kind](random, page);
    return page;
}
/** One page of each kind. */
export function pagesOfAllKinds(random, bytes) {
    return PAGE_KINDS.map((kind) => makePage(random, kind, bytes));
}
/** True when every byte equals the one eight before it: a page that an arena keeps without a body. */
export function isSameFilled(page) {
    return Buffer.compare(page.subarray(8), page.subarray(0, Math.max(0, page.length - 8))) === 0;
}
/** The page without its trailing zeros, as a body keeps it. */
export function trimmed(page) {
    let bytes = page.length;
    while (bytes > 0 && page[bytes - 1] === 0)
        bytes -= 1;
    return page.subarray(0, bytes);
}
// ── real pages ─────────────────────────────────────────────────────────────────────────────────────────
/** The system's page: the unit in which /proc/self/pagemap tells what is present. */
const SYSTEM_PAGE_BYTES = 4096;
const ROOT = new URL("../../../", import.meta.url);
/**
 * `count` different pages of `pageBytes` bytes, none same-filled, out of the memory of this very process: private
 * writable anonymous memory that is present. Where /proc does not give it, or not enough of it, the rest is cut from
 * files: package-lock.json and the executable of Node. They differ from run to run, so a test that fails on one has
 * to print it: see `spell`.
 */
export function livePages(count, pageBytes = SYSTEM_PAGE_BYTES) {
    const pages = new Map();
    furnish();
    if (existsSync("/proc/self/mem") && existsSync("/proc/self/pagemap")) {
        try {
            const addresses = presentAddresses(pageBytes);
            withFile("/proc/self/mem", pageBytes, (read) => gather(pages, count, addresses, read));
        }
        catch (error) {
            // Some systems show these files and do not let them be opened; files will do.
            if (!["EACCES", "EPERM", "EIO"].includes(error.code ?? ""))
                throw error;
        }
    }
    const fromMemory = pages.size;
    for (const path of [fileURLToPath(new URL("package-lock.json", ROOT)), process.execPath]) {
        withFile(path, pageBytes, (read, bytes) => {
            const places = Array.from({ length: Math.floor(bytes / pageBytes) }, (_, i) => i * pageBytes);
            gather(pages, count, places, read);
        });
    }
    return Object.assign([...pages.values()], { fromMemory });
}
/** A line to print about them. */
export function describeLive(pages) {
    return `${pages.length} live pages, ${pages.fromMemory} of them from the memory of this process`;
}
/** The bytes as an expression, for the message of a failure that no seed repeats. */
export function spell(bytes) {
    return `Buffer.from("${Buffer.from(bytes).toString("base64")}", "base64")`;
}
/** What programs keep alive, so that the heap of a bare test process is worth reading. Held until the process ends. */
const furniture = [];
function furnish() {
    if (furniture.length > 0)
        return;
    const text = readFileSync(new URL("package-lock.json", ROOT), "utf8");
    for (let copy = 0; copy < 12; copy++)
        furniture.push(JSON.parse(text));
    furniture.push(new Map(text.split("\n").map((line, i) => [line, { i, words: line.split(/\W+/) }])));
}
/** Where `pageBytes` bytes of private writable anonymous memory of this process start that are wholly present. */
function presentAddresses(pageBytes) {
    const addresses = [];
    const pagemap = openSync("/proc/self/pagemap", "r");
    try {
        for (const line of readFileSync("/proc/self/maps", "latin1").split("\n")) {
            const match = /^(\w+)-(\w+) rw.p \w+ \S+ 0\b/.exec(line);
            if (!match)
                continue;
            const start = Number.parseInt(match[1], 16);
            const end = Number.parseInt(match[2], 16);
            const entries = Buffer.alloc(((end - start) / SYSTEM_PAGE_BYTES) * 8);
            const bytes = readSync(pagemap, entries, 0, entries.length, (start / SYSTEM_PAGE_BYTES) * 8);
            let run = 0;
            for (let at = 0; at < bytes; at += 8) {
                // 64 bits for each page; the highest, bit 63, says that it is present.
                run = entries[at + 7] & 0x80 ? run + SYSTEM_PAGE_BYTES : 0;
                if (run < pageBytes)
                    continue;
                addresses.push(start + (at / 8 + 1) * SYSTEM_PAGE_BYTES - run);
                run = 0;
            }
        }
    }
    finally {
        closeSync(pagemap);
    }
    return addresses;
}
/** Opens a file and hands `use` a reader of pages of it, and its length. */
function withFile(path, pageBytes, use) {
    const file = openSync(path, "r");
    const read = (at) => {
        const page = new Uint8Array(pageBytes);
        try {
            return readSync(file, page, 0, pageBytes, at) === pageBytes ? page : undefined;
        }
        catch {
            // Memory that went away since it was listed.
            return undefined;
        }
    };
    try {
        use(read, fstatSync(file).size);
    }
    finally {
        closeSync(file);
    }
}
/** Adds pages that are neither same-filled nor there already, until there are `count` or no more places. */
function gather(pages, count, places, read) {
    const seen = new Set();
    for (let step = 0; step < 2 * places.length && pages.size < count; step++) {
        // Steps of the golden section: however many are taken, they lie evenly over the whole.
        const i = Math.floor(((step * 0.618033988749895) % 1) * places.length);
        if (seen.has(i))
            continue;
        seen.add(i);
        const page = read(places[i]);
        if (page && !isSameFilled(page))
            pages.set(Buffer.from(page.buffer).toString("latin1"), page);
    }
}
