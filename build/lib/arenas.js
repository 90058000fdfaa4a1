/**
 * arenas.ts - the arenas of a pool, as one.
 *
 * A page lives in exactly one arena, with everything that belongs to it; any page may live in any arena. New pages go to
 * one of them, the current one, until it is full; a look-up asks the arenas in turn, first the one that answered last.
 * No structure here grows with the pages.
 *
 * Why more than one: linear memory never shrinks and ends at 4 GiB. Memory is given back by moving pages out of an arena
 * and letting go of all of it, and a pool that has filled up can do that only if the pages find room elsewhere. So the
 * first arena may take half of the pool, the next half of the rest, and so on: a pool that stays below half of its
 * limit has one arena and pays nothing for the others, and one that is full has four or five.
 *
 * Keeps: the memories of all arenas together stay within the limit: only one arena may grow at a time (#grant).
 */
import * as abi from "./abi.js";
import { AREA_HANDLE_MAX, Arena, dictionaryWasmPages, NO_AREA, } from "./arena.js";
import { Diagnostics } from "./diagnostics.js";
import { closedError } from "./errors.js";
import { Latency } from "./histogram.js";
import { pageBytes } from "./image.js";
import { Rent } from "./meter.js";
import { Payoff } from "./payoff.js";
import { Peak } from "./peaks.js";
import { Shadow } from "./shadow.js";
import { Snapshot } from "./snapshot.js";
import { readStats, sumCounters } from "./stats.js";
import { sampleSizes, Workshop } from "./workshop.js";
const { PageKind, Status } = abi;
/**
 * No arena is planned smaller than this, 16 MiB, for fixed regions would weigh too much, nor smaller than a sixteenth of the
 * pool, for every arena is asked by a look-up that misses. So pools below 32 MiB have one.
 */
const SHARE_WASM_PAGES_MIN = 256;
const SHARE_PART_MIN = 1 / 16;
/** What a new arena must be able to grow to: fixed regions, a block of records, some slabs. */
const FRESH_WASM_PAGES_MIN = 16;
/**
 * An arena that was full accepts again when this part of it is free, if there are others that might have room: a store
 * that fails has encoded its page in vain. The ends of slabs alone come to a 230th under random overwriting: with a 256th
 * every store to a full pool asked all arenas, 78 us instead of 24 in one of 192 MiB, and no more was kept.
 */
const RETRY_PART = 128;
/** A pool that recompresses unasked keeps at most this part of its memory for that. */
const WORKSHOP_PART = 1 / 6;
/** ... with so many dictionaries for arenas that are full. */
const DICTIONARIES_KEPT = 4;
/** Versions of dictionaries are told in seven bits (records.ts of the engine). */
const DICTIONARY_VERSION_MAX = 127;
/** A host that had no memory for an arena is not asked again for so many times: being asked, it collects all its garbage first. */
const DENIED_STORES = 1000;
/** What a client at its cap loses in each of the other arenas when it needs room in one: this many pages. */
const CAPPED_PAGES = 4;
/**
 * The most that one store can add to what is live, in pages: a block of sixteen for a body and another for records, with what
 * belongs to them, rounded up generously.
 */
const STORE_PAGES_MAX = 64;
/** Outcomes of stores that come to no engine, beside those of Status: the pool does not pay at present; it keeps nothing. */
export const REFUSED_OFF = -101;
export const REFUSED_SHADOW = -102;
export class Arenas {
    pageSize;
    /** Bound of all linear memory, in bytes. */
    maxBytes;
    /** Pages of one crossing. */
    batch;
    diagnostics;
    /** While true stores are refused. Everything else goes on, moving and giving back as well. */
    frozen = false;
    #module;
    #settings;
    #maxWasmPages;
    #acceptThreshold;
    #leastShare;
    #list = [];
    /** Where new pages go, and the only arena that may grow. */
    #current;
    /** The arena that was made to move pages into, while they move. */
    #target;
    /** Which arena answered the last look-up. */
    #recent;
    /** True from a store for which no arena had room until so little is live that stores are accepted again. */
    #full = false;
    /** Live bytes at which it accepts again. */
    #acceptBytes = 0;
    /** At most this much linear memory, in wasm pages: maxWasmPages, or less on request. */
    #limitWasmPages;
    /** Wasm pages of the workshops that are open, and how many are kept free for such. */
    #workshops = 0;
    #keptForWorkshops;
    #clients = new Map();
    /** Whether a client with a cap was ever opened. */
    #capped = false;
    /** Whether a client with ephemeral pages was ever opened. */
    #ephemeral = false;
    /**
     * Whether ephemeral pages go when room is wanted: once no arena had room. Each key then has an arena of its own, so that the
     * arena that remembers a page is the one to which it returns.
     */
    #evicting = false;
    #areas = new Map();
    #freeNumbers = [];
    #numbers = 0;
    /** Stores that one arena had no room for and another was then asked to keep; misses that were not the last word. */
    #retried = 0;
    #missed = 0;
    #retriedCapped = 0;
    /** Stores refused because the pool was frozen: no arena has seen them. */
    #refusedFrozen = 0;
    /** Highest numbers of pages and of live bytes, and of linear memory, which falls only where that is noted (remove). */
    #peak;
    #peakReservedBytes = 0;
    /** Distributions of what stores and loads took, while they are wanted. */
    #latency;
    /** Evictions when somebody was last told (Client.toldPages). */
    #toldEvicted = 0;
    #dedupe;
    /** Images that are being read. Whoever reads one holds it: one that is forgotten by its reader is forgotten here. */
    #snapshots = new Set();
    /** How many more times no arena is asked for. */
    #denied = 0;
    /** Counters of arenas that are gone. */
    #retired = new Float64Array(abi.STATS_BYTES / 8);
    #returnedBytes = 0;
    /** In shadow mode: who looks at the pages instead of the arenas. */
    #shadow;
    /** With autoOff: who says whether the pool accepts. */
    #payoff;
    #refusedOff = 0;
    #rent;
    /** `leastShare` in wasm pages: tests have several arenas in less memory. */
    constructor(module, options, leastShare = SHARE_WASM_PAGES_MIN) {
        const [low = 0, high = 0] = globalThis.crypto.getRandomValues(new Uint32Array(2));
        this.#module = module;
        this.#settings = {
            pageSize: options.pageSize,
            flags: (options.dedupe === false ? 0 : abi.FLAG_DEDUPE) |
                (options.verify ? abi.FLAG_VERIFY : 0) |
                (options.refusePoor ? abi.FLAG_REFUSE_POOR : 0) |
                (options.compress ? abi.FLAG_COMPRESS : 0) |
                (options.zeroize ? abi.FLAG_ZEROIZE : 0),
            nurseryPages: Math.floor(options.nurseryBytes / options.pageSize),
            seed: [low, high],
        };
        this.diagnostics = new Diagnostics(options.name);
        this.#peak = new Peak(STORE_PAGES_MAX * options.pageSize);
        this.pageSize = options.pageSize;
        this.#dedupe = options.dedupe;
        this.batch = abi.WINDOW_BYTES / options.pageSize;
        this.#maxWasmPages = this.#limitWasmPages = options.maxWasmPages;
        this.maxBytes = options.maxWasmPages * abi.WASM_PAGE_BYTES;
        this.#acceptThreshold = options.acceptThreshold;
        this.#leastShare = Math.max(leastShare, Math.ceil(SHARE_PART_MIN * options.maxWasmPages));
        this.#current = this.#recent = this.#add(this.#shareFor(this.#maxWasmPages));
        this.#keptForWorkshops = options.recompress === undefined ? 0 : this.#workshopRoom();
        this.#grant(this.#current);
        if (options.autoOff)
            this.#payoff = new Payoff();
        if (options.shadow) {
            const [one = 0, other = 0] = globalThis.crypto.getRandomValues(new Uint32Array(2));
            this.#shadow = new Shadow(() => this.#current, options, this.maxBytes, [one, other]);
        }
        this.#rent = new Rent(() => this.#savedBytes());
    }
    /** The pool ends. Asked for zeroize, no byte of a page waits in memory for the collector. */
    close() {
        const { pool, close } = this.diagnostics;
        if (close.hasSubscribers) {
            const { pages, reservedBytes: bytes } = this;
            close.publish({ pool, client: undefined, pages, bytes });
        }
        for (const snapshot of this.#snapshots)
            snapshot.deref()?.fail(closedError());
        if ((this.#settings.flags & abi.FLAG_ZEROIZE) === 0)
            return;
        for (const arena of this.#list)
            arena.wipeAll();
    }
    /** The arenas, in no order that means anything. */
    get list() {
        return this.#list;
    }
    // ── settings ─────────────────────────────────────────────────────────────────────────────────────────
    /** Whether stores compress. */
    get compress() {
        return (this.#settings.flags & abi.FLAG_COMPRESS) !== 0;
    }
    set compress(compress) {
        const { flags } = this.#settings;
        this.#settings.flags = compress ? flags | abi.FLAG_COMPRESS : flags & ~abi.FLAG_COMPRESS;
        for (const arena of this.#list)
            arena.setFlags(this.#settings.flags);
    }
    /** Bound of linear memory in bytes: at most maxBytes. A lower one stops growth at once and takes nothing away. */
    get limitBytes() {
        return this.#limitWasmPages * abi.WASM_PAGE_BYTES;
    }
    set limitBytes(bytes) {
        this.#limitWasmPages = Math.min(this.#maxWasmPages, Math.floor(bytes / abi.WASM_PAGE_BYTES));
        this.#full = false;
        this.#setEvicting(false);
        this.#grant(this.#current);
    }
    // ── clients ──────────────────────────────────────────────────────────────────────────────────────────
    /**
     * Opens a client's account in every arena; `weight` 0 stands for pages that persist. False when there is no memory. `peak` is
     * the client's to keep; it is told here when what it knows may be wrong.
     */
    openClient(client, { name, weight, maxBytes: capBytes }, peak) {
        for (const [i, arena] of this.#list.entries()) {
            if (arena.openClient(client, weight))
                continue;
            for (const opened of this.#list.slice(0, i))
                opened.closeClient(client);
            return false;
        }
        this.#clients.set(client, {
            name,
            weight,
            capBytes,
            evictedPages: 0,
            evictedBytes: 0,
            toldPages: 0,
            toldBytes: 0,
            peak,
        });
        this.#doubtPeaks();
        if (weight > 0)
            this.#ephemeral = true;
        this.setCap(client, capBytes);
        return true;
    }
    /** Changes the bytes that a client's bodies may have. Takes nothing away. */
    setCap(client, capBytes) {
        const known = this.#clients.get(client);
        if (known === undefined)
            return;
        known.capBytes = capBytes;
        if (capBytes < Number.POSITIVE_INFINITY)
            this.#capped = true;
        for (const arena of this.#list)
            arena.setClient(client, known.weight, capBytes);
    }
    /** Forgets a client whose areas are closed. */
    closeClient(client) {
        if (!this.#clients.delete(client))
            return;
        for (const arena of this.#list)
            arena.closeClient(client);
        this.forgetDictionaries();
    }
    clientCounters(client, split = false) {
        const known = this.#clients.get(client);
        const sum = {
            pages: 0,
            charged: 0,
            part: 0,
            evictedPages: known?.evictedPages ?? 0,
            evictedBytes: known?.evictedBytes ?? 0,
            peakPages: 0,
            peakCharged: 0,
        };
        for (const arena of this.#list) {
            const one = arena.clientCounters(client, split);
            const { pages, charged, part, evictedPages, evictedBytes } = one;
            sum.peakPages = Math.max(sum.peakPages, one.peakPages);
            sum.peakCharged = Math.max(sum.peakCharged, one.peakCharged);
            sum.part += part;
            sum.pages += pages;
            sum.charged += charged;
            sum.evictedPages += evictedPages;
            sum.evictedBytes += evictedBytes;
        }
        return sum;
    }
    /** Pages of a client, and the bytes that count against its cap. */
    clientHolds(client) {
        const sum = { pages: 0, bytes: 0 };
        for (const arena of this.#list)
            arena.addClient(client, sum);
        return sum;
    }
    /** Lets ephemeral pages go until at most `bytes` are in use, or none is left. */
    evictTo(bytes, reason = "shrink") {
        if (!this.#ephemeral)
            return;
        const live = this.liveBytes;
        if (live <= bytes)
            return;
        const watched = this.#watchEvictions();
        // Each arena gives its part; where one has too few such pages, the others make up for it.
        for (const arena of this.#list)
            arena.evict(Math.ceil(((live - bytes) * arena.liveBytes) / live));
        for (const arena of this.#list)
            if (this.liveBytes > bytes)
                arena.evict(this.liveBytes - bytes);
        if (watched)
            this.#tellEvictions(reason);
    }
    /** Pages evicted so far, modulo 2^32. */
    #evictedLow() {
        let sum = this.#retired[abi.STAT_EVICTED / 8];
        for (const arena of this.#list)
            sum += arena.evictedLow;
        return sum >>> 0;
    }
    /** Whether somebody wants to be told of evictions. What went while nobody did is not told later. */
    #watchEvictions() {
        if (!this.diagnostics.evict.hasSubscribers)
            return false;
        if (this.#toldEvicted !== this.#evictedLow())
            this.#eachEvicted(() => undefined);
        return true;
    }
    /** Tells what went since #watchEvictions, a message for each client that lost some. */
    #tellEvictions(reason) {
        if (this.#toldEvicted === this.#evictedLow())
            return;
        const { pool, evict } = this.diagnostics;
        this.#eachEvicted((client, pages, bytes) => evict.publish({ pool, client, pages, bytes, reason }));
    }
    /** Hands over what each client has lost since the last time. */
    #eachEvicted(tell) {
        this.#toldEvicted = this.#evictedLow();
        const lost = [];
        for (const [number, client] of this.#clients) {
            const { evictedPages, evictedBytes } = this.clientCounters(number);
            const pages = evictedPages - client.toldPages;
            if (pages > 0)
                lost.push([client.name, pages, evictedBytes - client.toldBytes]);
            client.toldPages = evictedPages;
            client.toldBytes = evictedBytes;
        }
        // Last, for who is told may use the pool.
        for (const one of lost)
            tell(...one);
    }
    #setEvicting(evicting) {
        if (this.#evicting === evicting)
            return;
        this.#evicting = evicting;
        const { flags } = this.#settings;
        this.#settings.flags = evicting ? flags | abi.FLAG_EVICT : flags & ~abi.FLAG_EVICT;
        for (const arena of this.#list)
            arena.setFlags(this.#settings.flags);
    }
    /** The arena in which a key belongs while pages are evicted: each by its size. */
    #homeOf(area, offset, { low, high }) {
        let hash = Math.imul(area ^ Math.imul(high, 0x27d4eb2f), 0x9e3779b1);
        hash = Math.imul(offset ^ (hash >>> 15) ^ Math.imul(low, 0x165667b1), 0x85ebca77);
        hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
        let at = (((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32) * (this.wasmPages - this.#workshops);
        for (const arena of this.#list) {
            at -= arena.wasmPages;
            if (at < 0 && !arena.draining)
                return arena;
        }
        return this.#current;
    }
    // ── areas ────────────────────────────────────────────────────────────────────────────────────────────
    /** Opens an area in every arena; NO_AREA when there is no memory for its record. */
    openArea(client, type, scope) {
        const number = this.#freeNumbers.pop() ?? this.#nextNumber();
        if (number === NO_AREA)
            return NO_AREA;
        for (const [i, arena] of this.#list.entries()) {
            if (arena.openArea(number, client, type, scope))
                continue;
            for (const opened of this.#list.slice(0, i))
                opened.invalidateArea(number);
            this.#freeNumbers.push(number);
            return NO_AREA;
        }
        this.#areas.set(number, { client, type, scope });
        this.#doubtPeaks();
        return number;
    }
    #nextNumber() {
        return (this.#numbers + 1 < AREA_HANDLE_MAX ? ++this.#numbers : NO_AREA);
    }
    /** Drops the pages of an area and closes it; the number is void. Answers how many there were. */
    invalidateArea(area) {
        this.#shadow?.forgetArea(area);
        if (this.#snapshots.size > 0)
            for (const snapshot of this.#reading())
                snapshot.changingArea(area);
        let pages = 0;
        for (const arena of this.#list)
            pages += arena.invalidateArea(area);
        if (this.#areas.delete(area))
            this.#freeNumbers.push(area);
        return pages;
    }
    currPages(area) {
        let pages = 0;
        for (const arena of this.#list)
            pages += arena.currPages(area);
        return pages;
    }
    // ── pages ────────────────────────────────────────────────────────────────────────────────────────────
    /** Stores a page of 1 to pageSize bytes. True when it is kept. */
    store(area, offset, page) {
        return this.storeStatus(area, offset, page, PageKind.PLAIN) === Status.STORED;
    }
    /**
     * As store, a page of any PageKind, and answers the Status, or REFUSED_OFF or REFUSED_SHADOW. With an inode: a page of that file system, which is
     * ephemeral.
     */
    storeStatus(area, offset, page, kind, inode) {
        if (this.frozen && area !== NO_AREA)
            return this.#refuseFrozen(area, offset, inode);
        const watched = this.#ephemeral && this.#watchEvictions();
        const clock = this.#latency?.store.due() ? this.#latency.store : undefined;
        const metered = this.#rent.due();
        const began = metered || clock !== undefined ? performance.now() : 0;
        const status = this.#offer(area, offset, page, kind, inode);
        if (status === Status.STORED) {
            clock?.record(performance.now() - began);
            if (this.#peak.due())
                this.#seePeak();
        }
        if (metered)
            this.#rent.measured(began);
        if (watched)
            this.#tellEvictions("store");
        return status;
    }
    /** No page comes in, and yet none is left under its key (law 5). */
    #refuseFrozen(area, offset, inode) {
        if (this.#snapshots.size > 0 && inode === undefined)
            this.#changing(area, offset);
        for (const arena of this.#list)
            arena.supersede(area, offset, inode);
        this.#refusedFrozen += 1;
        return Status.FROZEN;
    }
    /** Stores the page, if the pool is one that does at present. A store to no area is the engine's to refuse. */
    #offer(area, offset, page, kind, inode) {
        if (area === NO_AREA)
            return this.#store(area, offset, page, kind, inode);
        if (this.#shadow !== undefined) {
            this.#shadow.offer(area, this.#areas.get(area)?.scope ?? 0, offset, page, kind, inode);
            return REFUSED_SHADOW;
        }
        if (this.#payoff === undefined)
            return this.#store(area, offset, page, kind, inode);
        if (this.#payoff.refuses()) {
            this.#refusedOff += 1;
            if (this.#snapshots.size > 0 && inode === undefined)
                this.#changing(area, offset);
            for (const arena of this.#list)
                arena.supersede(area, offset, inode);
            return REFUSED_OFF;
        }
        const status = this.#store(area, offset, page, kind, inode);
        this.#settleUp(this.#payoff, area, offset, page.length, status, inode);
        return status;
    }
    /** Lets `payoff`, if it asks for that, know what the page just stored keeps. */
    #settleUp(payoff, area, offset, bytes, status, inode) {
        if (!payoff.due())
            return;
        // The page may be gone again: a batch stores one key twice, and a later page of it finds no room.
        const kept = status === Status.STORED ? this.#keptBytes(area, offset, inode) : -1;
        if (status === Status.POOR)
            payoff.judge(bytes, bytes);
        else if (kept < 0)
            payoff.skip();
        else
            payoff.judge(bytes, kept);
    }
    #keptBytes(area, offset, inode) {
        for (const arena of this.#list) {
            const kept = arena.keptBytes(area, offset, inode);
            if (kept >= 0)
                return kept;
        }
        return -1;
    }
    #store(area, offset, page, kind, inode) {
        if (this.#snapshots.size > 0 && inode === undefined)
            this.#changing(area, offset);
        let arena = this.#current;
        if (this.#list.length > 1) {
            if (inode !== undefined && this.#evicting)
                arena = this.#homeOf(area, offset, inode);
            for (const other of this.#list)
                if (other !== arena)
                    other.supersede(area, offset, inode);
        }
        const status = this.#storeIn(arena, area, offset, page, kind, inode);
        return status === Status.FULL ? this.#storeElsewhere(area, offset, page, kind, inode) : status;
    }
    #storeIn(arena, area, offset, page, kind, inode) {
        if (!this.#capped || this.#list.length === 1)
            return arena.store(area, offset, page, kind, inode);
        const client = this.#areas.get(area)?.client ?? 0;
        this.#allow(client, arena);
        const status = arena.store(area, offset, page, kind, inode);
        if (status !== Status.CAPPED || inode === undefined)
            return status;
        // The client has its pages elsewhere: some of those go.
        for (const other of this.#list)
            if (other !== arena)
                other.evictOf(client, CAPPED_PAGES * this.pageSize);
        this.#allow(client, arena);
        this.#retriedCapped += 1;
        return arena.store(area, offset, page, kind, inode);
    }
    /**
     * Lets a capped client have in one arena what it has not in the others, and nothing more in those. (Pages that move may leave
     * a body that they shared in two arenas: a client may then be above its cap, and nothing is stored for it until it is not.)
     */
    #allow(client, arena) {
        const known = this.#clients.get(client);
        if (known === undefined || known.capBytes === Number.POSITIVE_INFINITY)
            return;
        let left = known.capBytes;
        for (const other of this.#list) {
            if (other === arena)
                continue;
            const { charged } = other.clientCounters(client, false);
            left -= charged;
            other.setClient(client, known.weight, charged);
        }
        arena.setClient(client, known.weight, left);
    }
    /**
     * An arena had no room: asks the others, and makes them the current one, until the page is kept or all are full. Then, if
     * there are pages that may go, they go.
     */
    #storeElsewhere(area, offset, page, kind, inode) {
        const full = new Set();
        if (this.#full) {
            if (this.liveBytes > this.#acceptBytes)
                return Status.FULL;
            this.#full = false;
            this.#grant(this.#current);
        }
        else {
            full.add(this.#current);
        }
        while (this.#advance(full)) {
            this.#retried += 1;
            const status = this.#storeIn(this.#current, area, offset, page, kind, inode);
            if (status !== Status.FULL)
                return status;
            full.add(this.#current);
        }
        if (this.#ephemeral && !this.#evicting) {
            this.#setEvicting(true);
            const first = inode === undefined ? this.#current : this.#homeOf(area, offset, inode);
            for (const arena of [first, ...this.#list.filter((other) => other !== first)]) {
                if (arena.draining)
                    continue;
                this.#retried += 1;
                const status = this.#storeIn(arena, area, offset, page, kind, inode);
                if (status !== Status.FULL)
                    return status;
            }
        }
        if (this.#acceptThreshold < 1) {
            this.#full = true;
            this.#acceptBytes = this.#accepting();
            this.#grant(this.#current);
        }
        return Status.FULL;
    }
    /**
     * How much may be live when a pool that was full accepts again: acceptThreshold of the room that bodies can have. Records
     * and tables never become less, and a pool that has many of them must not stay full for ever.
     */
    #accepting() {
        let fixed = 0;
        for (const arena of this.#list) {
            const counters = arena.counters();
            fixed += counters[abi.STAT_USED_BYTES / 8] - counters[abi.STAT_SLAB_BYTES / 8];
        }
        return fixed + this.#acceptThreshold * Math.max(0, this.limitBytes - fixed);
    }
    /** Removes the page of a key about to be stored in `target` from all other arenas; `target` does so itself. */
    #supersede(area, offset, target) {
        for (const arena of this.#list)
            if (arena !== target)
                arena.supersede(area, offset);
    }
    /** Fills the first bytes of the target with the page and answers its length; or a Status below 1. */
    load(area, offset, target, exclusive, inode) {
        if (exclusive && this.#snapshots.size > 0 && inode === undefined)
            this.#changing(area, offset);
        const clock = this.#latency?.load.due() ? this.#latency.load : undefined;
        const metered = this.#rent.due();
        const began = metered || clock !== undefined ? performance.now() : 0;
        this.#shadow?.load(area, offset, exclusive, inode);
        let bytes = this.#recent.load(area, offset, target, exclusive, inode);
        if (bytes === Status.MISS && this.#list.length > 1) {
            bytes = this.#loadElsewhere(area, offset, target, exclusive, inode);
        }
        if (clock !== undefined && bytes > 0)
            clock.record(performance.now() - began);
        if (metered)
            this.#rent.measured(began);
        return bytes;
    }
    /** Asks all arenas but the one that answered last. */
    #loadElsewhere(area, offset, target, exclusive, inode) {
        for (const arena of this.#list) {
            if (arena === this.#recent)
                continue;
            this.#missed += 1;
            const found = arena.load(area, offset, target, exclusive, inode);
            if (found === Status.MISS)
                continue;
            this.#recent = arena;
            return found;
        }
        return Status.MISS;
    }
    /** Stores many pages, all of one PageKind. `statuses[i]` becomes what storeStatus would have answered for page i. */
    storeMany(area, offsets, pages, kind, statuses) {
        if (this.frozen && area !== NO_AREA) {
            for (let i = 0; i < pages.length; i++)
                statuses[i] = this.#refuseFrozen(area, offsets[i]);
            return;
        }
        const watched = this.#ephemeral && this.#watchEvictions();
        const metered = this.#rent.due();
        const began = metered ? performance.now() : 0;
        if (this.#shadow === undefined && this.#payoff?.accepting !== false) {
            this.#storeBatches(area, offsets, pages, kind, statuses);
        }
        else {
            for (const [i, page] of pages.entries())
                statuses[i] = this.#offer(area, offsets[i], page, kind);
        }
        if (metered)
            this.#rent.measured(began);
        if (watched)
            this.#tellEvictions("store");
    }
    #storeBatches(area, offsets, pages, kind, statuses) {
        for (let from = 0; from < pages.length;) {
            const to = Math.min(from + this.batch, pages.length);
            if (this.#snapshots.size > 0)
                for (let i = from; i < to; i++)
                    this.#changing(area, offsets[i]);
            if (this.#list.length > 1) {
                for (let i = from; i < to; i++)
                    this.#supersede(area, offsets[i], this.#current);
                if (this.#capped)
                    this.#allow(this.#areas.get(area)?.client ?? 0, this.#current);
            }
            const next = this.#current.storeBatch(area, offsets, pages, from, to, kind, statuses);
            // A batch ends behind a page that found no room, so pages reach every arena in the order in which they came.
            const last = next - 1;
            if (statuses[last] === Status.FULL) {
                statuses[last] = this.#storeElsewhere(area, offsets[last], pages[last], kind);
            }
            if (this.#storedIsDue(statuses, from, next))
                this.#seePeak();
            if (this.#payoff !== undefined) {
                for (let i = from; i < next; i++)
                    this.#settleUp(this.#payoff, area, offsets[i], pages[i].length, statuses[i]);
            }
            from = next;
        }
    }
    /** Counts what was stored of a batch. Whether that may have made a peak. */
    #storedIsDue(statuses, from, to) {
        let due = false;
        for (let i = from; i < to; i++)
            if (statuses[i] === Status.STORED && this.#peak.due())
                due = true;
        return due;
    }
    /** Loads many pages. `statuses[i]` becomes the length of page i or a Status below 1. */
    loadMany(area, offsets, targets, exclusive, statuses) {
        const began = this.#rent.due() ? performance.now() : undefined;
        if (this.#shadow !== undefined) {
            for (let i = 0; i < targets.length; i++)
                this.#shadow.load(area, offsets[i], exclusive);
        }
        this.#loadBatches(area, offsets, targets, exclusive, statuses);
        if (began !== undefined)
            this.#rent.measured(began);
    }
    #loadBatches(area, offsets, targets, exclusive, statuses) {
        let wanted = Array.from(targets.keys());
        if (exclusive && this.#snapshots.size > 0)
            for (const i of wanted)
                this.#changing(area, offsets[i]);
        for (const arena of this.#list) {
            const some = wanted.map((i) => offsets[i]);
            const into = wanted.map((i) => targets[i]);
            const found = [];
            for (let from = 0; from < some.length; from += this.batch) {
                arena.loadBatch(area, some, into, from, Math.min(this.batch, some.length - from), exclusive, found);
            }
            for (const [i, index] of wanted.entries())
                statuses[index] = found[i];
            wanted = wanted.filter((_, i) => found[i] === Status.MISS);
            if (wanted.length === 0)
                return;
            if (arena !== this.#list.at(-1))
                this.#missed += wanted.length;
        }
    }
    /** Length of a page, or 0 if it is not here. */
    pageLength(area, offset) {
        for (const arena of this.#list) {
            const bytes = arena.pageLength(area, offset);
            if (bytes > 0)
                return bytes;
        }
        return 0;
    }
    invalidatePage(area, offset, inode) {
        this.#shadow?.forget(area, offset, inode);
        if (this.#snapshots.size > 0 && inode === undefined)
            this.#changing(area, offset);
        return this.#list.some((arena) => arena.invalidatePage(area, offset, inode));
    }
    /** Drops the pages of an inode of a file system. Answers how many there were. */
    invalidateInode(fs, inode) {
        this.#shadow?.forgetInode(fs, inode);
        let pages = 0;
        for (const arena of this.#list)
            pages += arena.invalidateInode(fs, inode);
        return pages;
    }
    /**
     * Takes up to `count` pages of an area out of the pool, in no order: each is handed to `take` and gone. A damaged page
     * stays, and so may those of its bucket of the directory. Answers how many there were.
     */
    takePages(area, count, take) {
        const page = new Uint8Array(this.pageSize);
        let taken = 0;
        for (const arena of this.#list) {
            for (let from = 0; taken < count;) {
                const found = arena.findPage(area, from);
                if (found === undefined)
                    break;
                if (this.#snapshots.size > 0)
                    this.#changing(area, found.offset);
                const bytes = arena.load(area, found.offset, page, true);
                if (bytes > 0) {
                    take(found.offset, page.slice(0, bytes));
                    taken += 1;
                }
                // The same bucket again, for the page has left it; behind it, when the page could not be taken.
                from = bytes > 0 ? found.next - 1 : found.next;
            }
        }
        return taken;
    }
    /** Pages kept in all arenas. */
    get pages() {
        let sum = 0;
        for (const arena of this.#list)
            sum += arena.pages;
        return sum;
    }
    /** Linear memory of all arenas and workshops, in bytes. */
    get reservedBytes() {
        return this.wasmPages * abi.WASM_PAGE_BYTES;
    }
    // ── growth ───────────────────────────────────────────────────────────────────────────────────────────
    /** Bytes in use in all arenas: what is occupied, less what is free inside slabs. */
    get liveBytes() {
        let sum = 0;
        for (const arena of this.#list)
            sum += arena.liveBytes;
        return sum;
    }
    /** Linear memory of all arenas and workshops, in wasm pages. */
    get wasmPages() {
        let sum = this.#workshops;
        for (const arena of this.#list)
            sum += arena.wasmPages;
        return sum;
    }
    /** Wasm pages by which arenas may still grow. */
    get #spare() {
        return this.#limitWasmPages - this.wasmPages - Math.max(0, this.#keptForWorkshops - this.#workshops);
    }
    /** Makes another arena the current one that is not in `full`: one with room, one that may grow, or a new one. */
    #advance(full) {
        const others = this.#list.filter((arena) => !full.has(arena) && !arena.draining);
        const spare = this.#spare;
        const next = others.find((arena) => !arena.full) ??
            others.find((arena) => spare > 0 && arena.wasmPages < arena.shareWasmPages) ??
            this.#tryAdd();
        if (next === undefined)
            return false;
        this.#grant(next);
        return true;
    }
    /** How large an arena may become that begins with `spare` wasm pages to take: half of them, or all of the last few. */
    #shareFor(spare) {
        const share = spare < 2 * this.#leastShare ? spare : Math.ceil(spare / 2);
        return Math.min(share, abi.MEMORY_WASM_PAGES_MAX);
    }
    /** Whether an arena could grow by so many wasm pages if it were the current one. */
    mayGrow(arena, wasmPages) {
        const spare = Math.min(this.#spare, arena.shareWasmPages - arena.wasmPages);
        return !arena.draining && wasmPages <= spare;
    }
    /** A new arena for new pages, if the limit and the host have room for one. */
    #tryAdd() {
        const spare = this.#spare;
        const least = Math.max(FRESH_WASM_PAGES_MIN, Math.ceil((64 * this.pageSize) / abi.WASM_PAGE_BYTES));
        return spare < least ? undefined : this.#addIfThere(this.#shareFor(spare));
    }
    /**
     * A new arena that can grow to `wasmPages`, to move another one's pages into. May go beyond a lowered limit, for the sake of
     * what is given back then, but not beyond maxBytes. None while an image is read.
     */
    tryAddTarget(wasmPages) {
        if (this.#reading().length > 0)
            return undefined;
        if (wasmPages > Math.min(this.#maxWasmPages - this.wasmPages, abi.MEMORY_WASM_PAGES_MAX))
            return undefined;
        this.#target = this.#addIfThere(wasmPages);
        return this.#target;
    }
    #addIfThere(share) {
        if (this.#denied > 0) {
            this.#denied -= 1;
            return undefined;
        }
        try {
            return this.#add(share);
        }
        catch {
            // The host has no memory for another: the pool is full, which is a refusal and no error.
            this.#denied = DENIED_STORES;
            return undefined;
        }
    }
    #add(share) {
        const arena = new Arena(this.#module, this.#settings, share);
        for (const [number, { weight, capBytes }] of this.#clients) {
            if (!arena.openClient(number, weight))
                throw new Error("no room for the records of all clients");
            arena.setClient(number, weight, capBytes);
        }
        for (const [number, { client, type, scope }] of this.#areas) {
            if (!arena.openArea(number, client, type, scope))
                throw new Error("no room for the records of all areas");
        }
        // What the first one has known alone is looked at here from now on.
        if (this.#list.length === 1)
            this.#takePeaks(this.#list[0]);
        this.#list.push(arena);
        this.#doubtPeaks();
        return arena;
    }
    /** Makes `arena` the current one and lets it alone grow, by what the others leave of the limit. */
    #grant(arena) {
        this.#current = arena;
        let others = arena === this.#target ? this.#workshops : Math.max(this.#workshops, this.#keptForWorkshops);
        for (const other of this.#list) {
            if (other === arena)
                continue;
            others += other.wasmPages;
            other.setLimits(other.wasmPages, this.#acceptOf(other.wasmPages));
        }
        const bound = arena === this.#target ? this.#maxWasmPages : this.#limitWasmPages;
        const limit = Math.min(arena.shareWasmPages, Math.max(arena.wasmPages, bound - others));
        arena.setLimits(limit, this.#acceptOf(limit));
    }
    /** Bytes that must be free in an arena of that size before it accepts again; never so many while the pool is full. */
    #acceptOf(wasmPages) {
        if (this.#full)
            return 2 ** 32 - 1;
        return this.#list.length > 1 ? Math.floor((wasmPages * abi.WASM_PAGE_BYTES) / RETRY_PART) : 0;
    }
    // ── recompression ────────────────────────────────────────────────────────────────────────────────────
    /** What the largest workshop takes, and some dictionaries, for which the pool can spare that part of its memory. */
    #workshopRoom() {
        const sizes = [...sampleSizes(this.pageSize), 0].map((sample) => this.#workshopWasmPages(sample) + DICTIONARIES_KEPT * dictionaryWasmPages(this.pageSize));
        return sizes.find((wasmPages) => wasmPages <= WORKSHOP_PART * this.#maxWasmPages) ?? 0;
    }
    #workshopWasmPages(sample) {
        return this.#current.engine.workshop_wasm_pages(this.pageSize, sample);
    }
    /** A workshop, if the limit and the host have room for it: to train from so many pages, or, for 0, to encode only. */
    tryWorkshop(sample) {
        if (this.#workshopWasmPages(sample) > this.#limitWasmPages - this.wasmPages)
            return undefined;
        try {
            const workshop = new Workshop(this.#module, this.pageSize, sample);
            this.#workshops += workshop.wasmPages;
            this.#grant(this.#current);
            return workshop;
        }
        catch {
            return undefined;
        }
    }
    /** Lets go of a workshop. */
    closeWorkshop(workshop) {
        this.#notePeakReserved();
        this.#workshops -= workshop.wasmPages;
        this.#grant(this.#current);
    }
    /** Whether dictionaries may be made: they keep pieces of pages. */
    get mayRecompress() {
        return this.compress && (this.#settings.flags & abi.FLAG_ZEROIZE) === 0;
    }
    /** The scopes of open areas, and the pages that their clients have. */
    scopes() {
        const clients = new Map();
        for (const { client, scope } of this.#areas.values())
            clients.set(client, scope);
        const pages = new Map();
        for (const [client, scope] of clients)
            pages.set(scope, (pages.get(scope) ?? 0) + this.clientCounters(client).pages);
        return pages;
    }
    /** A version that no dictionary has, or undefined. */
    freeVersion() {
        const taken = new Set(this.#list.flatMap((arena) => arena.dictionaries().map(({ version }) => version)));
        for (let version = 1; version <= DICTIONARY_VERSION_MAX; version++)
            if (!taken.has(version))
                return version;
        return undefined;
    }
    /** Forgets dictionaries by which no body is read. */
    forgetDictionaries() {
        for (const arena of this.#list) {
            for (const { version, bodies } of arena.dictionaries())
                if (bodies === 0)
                    arena.forgetDictionary(version);
        }
    }
    /** Gives an arena a dictionary. One that is full may grow for it. False when there is no room for that either. */
    giveDictionary(arena, version, scope, dictionary) {
        if (arena.addDictionary(version, scope, dictionary))
            return true;
        // The first one takes a frame for the rows of all, and that may take a block of its own.
        const wasmPages = 2 * dictionaryWasmPages(this.pageSize);
        if (wasmPages > this.#limitWasmPages - this.wasmPages)
            return false;
        arena.setLimits(arena.wasmPages + wasmPages, this.#acceptOf(arena.wasmPages));
        const added = arena.addDictionary(version, scope, dictionary);
        this.#grant(this.#current);
        return added;
    }
    /** Gives `target` the dictionaries of `source` that it has not. */
    #shareDictionaries(source, target) {
        const rows = source.dictionaries();
        if (rows.length === 0)
            return;
        const has = new Set(target.dictionaries().map(({ version }) => version));
        for (const { version, scope, bodies } of rows) {
            const dictionary = bodies > 0 && !has.has(version) ? source.dictionary(version) : undefined;
            if (dictionary !== undefined)
                this.giveDictionary(target, version, scope, dictionary);
        }
    }
    // ── moving ───────────────────────────────────────────────────────────────────────────────────────────
    /** Begins to empty `source`: first into `target`, which also takes new pages now, then into the others. */
    drain(source, target) {
        source.drain(true);
        this.#grant(target);
        if (this.#recent === source)
            this.#recent = target;
    }
    /** Pages of `source` stay where they are, and it takes new ones again. */
    undrain(source) {
        source.drain(false);
        this.#target = undefined;
        this.#grant(this.#current);
    }
    /** Moves one window of pages out of a draining arena; not while an image is read, whose walk would miss them. */
    move(source) {
        if (this.#reading().length > 0)
            return "stuck";
        const others = [this.#current, ...this.#list.filter((arena) => arena !== this.#current)];
        const targets = others.filter((arena) => !arena.draining);
        // Before anything is packed: dictionaries travel through the same window.
        for (const target of targets)
            this.#shareDictionaries(source, target);
        const bytes = source.pack();
        if (bytes === 0)
            return "empty";
        // Equal pages that part come to have a body each.
        this.#doubtPeaks();
        for (const target of targets) {
            const taken = target.unpack(source, bytes);
            if (taken === 0)
                continue;
            source.drop(taken);
            return "moved";
        }
        source.drop(0);
        return "stuck";
    }
    /** Lets go of a draining arena that is empty. Answers the bytes of its memory, and a reference that dies with it. */
    remove(source) {
        const counters = source.counters();
        if (counters[abi.STAT_STORED_PAGES / 8] !== 0)
            throw new Error("the arena is not empty");
        const bytes = source.wasmPages * abi.WASM_PAGE_BYTES;
        for (const [number, client] of this.#clients) {
            const { evictedPages, evictedBytes } = source.clientCounters(number, false);
            client.evictedPages += evictedPages;
            client.evictedBytes += evictedBytes;
        }
        this.#takePeaks(source);
        this.#setEvicting(false);
        this.#notePeakReserved();
        sumCounters(this.#retired, counters);
        this.#list = this.#list.filter((arena) => arena !== source);
        this.#doubtPeaks();
        for (const [number, { weight, capBytes }] of this.#clients) {
            if (this.#list.length === 1)
                this.#list[0]?.setClient(number, weight, capBytes);
        }
        this.#recent = this.#current;
        this.#returnedBytes += bytes;
        this.#target = undefined;
        this.#full = false;
        this.#grant(this.#current);
        return { bytes, gone: source.watch() };
    }
    // ── what could be given up ────────────────────────────────────────────────────────────────────────────
    /**
     * Bytes of linear memory that could be given up without losing a page that persists: what is not in use, and the bodies that
     * no page which persists has. Where clients share bodies (scope 0) this counts too few rather than too many.
     */
    get freeableBytes() {
        let bodies = 0;
        for (const arena of this.#list)
            bodies += arena.counters()[abi.STAT_COMPRESSED_BYTES / 8];
        for (const [number, { weight }] of this.#clients) {
            if (weight === 0)
                bodies -= this.clientHolds(number).bytes;
        }
        return this.reservedBytes - this.liveBytes + Math.max(0, bodies);
    }
    // ── peaks and latencies ──────────────────────────────────────────────────────────────────────────────
    /** An arena knows its own peaks. What several have together is looked at here, after stores. */
    #doubtPeaks() {
        const several = this.#list.length > 1;
        for (const peak of [this.#peak, ...Array.from(this.#clients.values(), (client) => client.peak)]) {
            if (several)
                peak.doubt();
            else
                peak.rest();
        }
    }
    /** To be called before linear memory is let go of: at all other times it only grows. */
    #notePeakReserved() {
        this.#peakReservedBytes = Math.max(this.#peakReservedBytes, this.reservedBytes);
    }
    /** Takes in what an arena knows of its own peaks. */
    #takePeaks(arena) {
        this.#peak.raise(...peaksOf(arena.counters()));
        for (const [number, { peak }] of this.#clients) {
            const { peakPages, peakCharged } = arena.clientCounters(number, false);
            peak.raise(peakPages, peakCharged);
        }
    }
    #seePeak() {
        this.#peak.see(this.pages, this.liveBytes);
    }
    resetPeaks() {
        for (const arena of this.#list)
            arena.resetPeaks();
        this.#peak.reset(this.pages, this.liveBytes);
        this.#peakReservedBytes = this.reservedBytes;
    }
    resetClientPeaks(client) {
        for (const arena of this.#list)
            arena.resetClientPeaks(client);
        const { pages, bytes } = this.clientHolds(client);
        this.#clients.get(client)?.peak.reset(pages, bytes);
    }
    /** Whether stores and loads are timed. Turned on anew, or told to start afresh, it begins with no sample. */
    get histograms() {
        return this.#latency !== undefined;
    }
    setHistograms(on, afresh) {
        if (!on)
            this.#latency = undefined;
        else if (afresh || this.#latency === undefined)
            this.#latency = new Latency();
    }
    // ── rent ─────────────────────────────────────────────────────────────────────────────────────────────
    /** Bytes of the pages kept, less those used. */
    #savedBytes() {
        let sum = 0;
        for (const arena of this.#list)
            sum += arena.savedBytes;
        return sum;
    }
    /** Counts work beside the host's, in milliseconds. */
    worked(ms) {
        this.#rent.worked(ms);
    }
    // ── images ───────────────────────────────────────────────────────────────────────────────────────────
    /** An image of the persistent pages as they are now. `maxHeldBytes` bounds what is held while it is read. */
    snapshot(maxHeldBytes) {
        const numbers = new Map();
        for (const [number, { weight }] of this.#clients)
            if (weight === 0)
                numbers.set(number, numbers.size);
        const areas = [...this.#areas].flatMap(([number, { client, type, scope }]) => {
            const owner = numbers.get(client);
            return owner === undefined ? [] : [{ number, client: owner, type, scope }];
        });
        const clients = [...numbers.keys()].map((number) => {
            const { name, capBytes } = this.#clients.get(number);
            return { name, maxBytes: capBytes };
        });
        const facts = {
            pageSize: this.pageSize,
            seed: this.#settings.seed,
            dedupe: this.#dedupe,
            clients,
            areas,
        };
        const snapshot = new Snapshot(facts, this.#list, maxHeldBytes);
        this.#snapshots.add(new WeakRef(snapshot));
        return snapshot.stream;
    }
    /** The images that are being read. */
    #reading() {
        const reading = [];
        for (const reference of this.#snapshots) {
            const snapshot = reference.deref();
            if (snapshot?.live)
                reading.push(snapshot);
            else
                this.#snapshots.delete(reference);
        }
        return reading;
    }
    /** Before a persistent page is stored, replaced or removed. */
    #changing(area, offset) {
        for (const snapshot of this.#reading())
            snapshot.changing(area, offset);
    }
    /** The check of a frame of an image, behind a frame with the check `before`. */
    imageCheck(content, kind, before) {
        this.#current.window.set(content);
        return this.#current.imageCheck(content.length, kind, before);
    }
    /**
     * Takes over pages of an image made under `seed`, prepared by preparePages. "full": there is no room for all of them;
     * "damaged": they contradict each other or what is here.
     */
    restore(pages, seed) {
        const full = new Set();
        for (let at = 0; at < pages.length;) {
            const rest = pages.subarray(at);
            if (this.#list.length > 1 && this.#hasAny(rest))
                return "damaged";
            const { bytes, status } = this.#current.imageUnpack(rest, seed);
            at += bytes;
            if (status === Status.STORED)
                break;
            if (status === Status.DAMAGED)
                return "damaged";
            if (status === Status.MISS) {
                const result = this.#restoreSame(pages.subarray(at));
                if (result === "damaged")
                    return "damaged";
                if (result === "restored")
                    at += pageBytes(0);
                else
                    full.add(this.#current);
            }
            if (status === Status.FULL)
                full.add(this.#current);
            if (full.has(this.#current) && !this.#advance(full))
                return "full";
        }
        return "restored";
    }
    /** Whether an arena that is not the current one has a page of these keys. */
    #hasAny(pages) {
        const view = new DataView(pages.buffer, pages.byteOffset, pages.length);
        const others = this.#list.filter((arena) => arena !== this.#current);
        for (let at = 0; at < pages.length; at += pageBytes(view.getUint32(at + abi.IMAGE_STORED_AT, true))) {
            const area = view.getUint32(at + abi.IMAGE_AREA_AT, true);
            const offset = view.getUint32(at + abi.IMAGE_OFFSET_AT, true);
            if (others.some((arena) => arena.pageLength(area, offset) > 0))
                return true;
        }
        return false;
    }
    /** Takes over the first of these pages, whose body is that of a page in an arena that is not the current one. */
    #restoreSame(pages) {
        const view = new DataView(pages.buffer, pages.byteOffset, pages.length);
        const area = view.getUint32(abi.IMAGE_KEY_AT, true);
        const offset = view.getUint32(abi.IMAGE_KEY_AT + 4, true);
        for (const arena of this.#list) {
            if (arena === this.#current)
                continue;
            const bytes = arena.imagePage(area, offset);
            if (bytes === 0)
                continue;
            const page = arena.window.slice(0, bytes);
            arena.wipeWindow();
            const own = new DataView(page.buffer);
            for (const word of [abi.IMAGE_AREA_AT, abi.IMAGE_OFFSET_AT])
                own.setUint32(word, view.getUint32(word, true), true);
            own.setUint32(abi.IMAGE_SHARED_AT, this.#areas.get(area)?.scope ?? 0, true);
            if (own.getUint32(abi.IMAGE_RAW_AT, true) !== view.getUint32(abi.IMAGE_RAW_AT, true))
                return "damaged";
            const { status } = this.#current.imageUnpack(page, this.#settings.seed);
            return status === Status.STORED ? "restored" : status === Status.FULL ? "full" : "damaged";
        }
        return "damaged";
    }
    // ── statistics ───────────────────────────────────────────────────────────────────────────────────────
    stats() {
        this.#peak.raise(this.pages, this.liveBytes);
        const sum = Float64Array.from(this.#retired);
        const arenas = [];
        for (const arena of this.#list) {
            const counters = arena.counters();
            this.#peak.raise(...peaksOf(counters));
            for (const [i, value] of counters.entries())
                sum[i] = sum[i] + value;
            const get = (stat) => counters[stat / 8];
            arenas.push({
                pages: get(abi.STAT_STORED_PAGES),
                reserved: get(abi.STAT_RESERVED_BYTES),
                used: get(abi.STAT_USED_BYTES),
                live: get(abi.STAT_LIVE_BYTES),
                draining: arena.draining,
            });
        }
        const workshops = this.#workshops * abi.WASM_PAGE_BYTES;
        for (const stat of [abi.STAT_RESERVED_BYTES, abi.STAT_USED_BYTES, abi.STAT_LIVE_BYTES])
            sum[stat / 8] = sum[stat / 8] + workshops;
        // An area has a record in every arena.
        sum[abi.STAT_AREAS / 8] = this.#areas.size;
        const less = (stat, by) => {
            sum[stat / 8] = sum[stat / 8] - by;
        };
        less(abi.STAT_STORES, this.#retried + this.#retriedCapped - this.#refusedFrozen);
        less(abi.STAT_REFUSED_FULL, this.#retried);
        less(abi.STAT_REFUSED_CAPPED, this.#retriedCapped);
        less(abi.STAT_MISSES, this.#missed);
        return readStats((stat) => sum[stat / 8], {
            limitBytes: this.limitBytes,
            pageSize: this.pageSize,
            maxBytes: this.maxBytes,
            returnedBytes: this.#returnedBytes,
            frozen: this.frozen,
            refusedFrozen: this.#refusedFrozen,
            peaks: {
                storedPages: this.#peak.pages,
                bytes: {
                    live: this.#peak.bytes,
                    reserved: Math.max(this.#peakReservedBytes, this.reservedBytes),
                },
            },
            latency: this.#latency?.stats(),
            arenas,
            refusedOff: this.#refusedOff,
            refusedShadow: this.#shadow?.offeredPages ?? 0,
            accepting: this.#shadow === undefined && this.#payoff?.accepting !== false,
            rent: this.#rent.stats(),
            shadow: this.#shadow?.stats(),
        });
    }
    /** 0 when everything adds up in every arena, else the number of the first finding (assembly/audit.ts). */
    selfCheck() {
        for (const arena of this.#list) {
            const finding = arena.selfCheck();
            if (finding !== 0)
                return finding;
        }
        return 0;
    }
}
/** The most pages and live bytes that an arena had, of its counters. */
function peaksOf(counters) {
    return [counters[abi.STAT_PEAK_PAGES / 8], counters[abi.STAT_PEAK_LIVE_BYTES / 8]];
}
