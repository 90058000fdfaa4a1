/**
 * diagnostics.ts - events for whoever watches the process, on channels of node:diagnostics_channel.
 *
 *   spillway:evict      pages went because room was wanted
 *   spillway:refuse     a limit was met: once, until the client has a page accepted again
 *   spillway:pressure   the pressure controller has changed a pool's limit
 *   spillway:close      a client or a pool ends
 *
 * Messages are plain objects; none holds a byte of a page, and none a key, but for clients that ask for
 * theirs (`evictedKeys`). Channels belong to the process, not to a pool: who subscribes is told of every pool
 * in it, by name.
 *
 * A subscriber may call the pool, and close it: what is told has been done, wholly, and nothing is left to do but to return.
 *
 * Cost when nobody listens: one property read where something could be told. Hosts without that module (browsers) have silent
 * channels. The module is asked for when a pool is opened and never imported: this file runs everywhere.
 */

/** As much of a channel of node:diagnostics_channel as is used here. */
export interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: object): void;
}

/** The key of a page of a cleancache. */
export interface EvictedKey {
  /** What initFs or initSharedFs answered. */
  fs: number;
  /** A bigint above 2^53 - 1. */
  inode: number | bigint;
  index: number;
}

/** Ephemeral pages went. One message for each call and client that lost some. */
export interface EvictMessage {
  /** Names of the pool, and of the client whose pages went. */
  pool: string;
  client: string;
  /** How many pages went, and the bytes of their bodies. */
  pages: number;
  bytes: number;
  /** A store wanted room, in the pool or within its client's bound; or the pool was shrunk, by request or under pressure. */
  reason: "store" | "shrink" | "pressure";
  /**
   * Only of a client that asks (`pool.cleancache({ evictedKeys: true })`): the keys of these pages, the first
   * 4,096 if there are more. Everybody in the process who subscribes is told them; `cache.takeEvicted()`
   * tells nobody else.
   */
  keys?: readonly EvictedKey[];
}

/** A store was refused for a limit, or for good. Not told again for this client and reason until it has a page accepted. */
export interface RefuseMessage {
  /** Names of the pool, and of the client whose store was refused. */
  pool: string;
  client: string;
  /** What the client has now: pages, and the bytes that count against its bound. */
  pages: number;
  bytes: number;
  /** A limit of the pool or the client; the pool is frozen; or the area was never opened, or invalidated since. */
  reason: "full" | "capped" | "frozen" | "closed";
}

/** The limit of a pool was changed by its pressure controller. */
export interface PressureMessage {
  pool: string;
  /** Pages kept at present. */
  pages: number;
  /** The limit in bytes from now on, and until now. */
  bytes: number;
  previousBytes: number;
  /** The reading that caused it: "none" raises the limit, the others lower it. */
  reason: "none" | "some" | "critical";
}

/** A client or a pool ends, with what it has until then. */
export interface CloseMessage {
  pool: string;
  /** The client that ends; undefined when it is the pool. */
  client: string | undefined;
  /** Pages kept, and bytes: of a client those that count against its bound, of a pool its linear memory. */
  pages: number;
  bytes: number;
}

const SILENT: Channel = { hasSubscribers: false, publish() {} };

/** Publishes a message. Channels report what a subscriber throws; one that lets it through does no harm to the work. */
export function tell(channel: Channel, message: object): void {
  try {
    channel.publish(message);
  } catch {
    // The subscriber's trouble: the pool has none.
  }
}

/** What a host offers: Node from 20.16 on, Deno and Electron through their process object. */
interface Host {
  getBuiltinModule?(name: string): { channel(name: string): Channel } | undefined;
}

/** The four channels of the process, and under which name a pool appears on them. */
export class Diagnostics {
  readonly pool: string;
  readonly evict: Channel;
  readonly refuse: Channel;
  readonly pressure: Channel;
  readonly close: Channel;

  constructor(pool: string, host: Host | undefined = (globalThis as { process?: Host }).process) {
    const source = host?.getBuiltinModule?.("node:diagnostics_channel");
    const channel = (name: string) => source?.channel(`spillway:${name}`) ?? SILENT;
    this.pool = pool;
    this.evict = channel("evict");
    this.refuse = channel("refuse");
    this.pressure = channel("pressure");
    this.close = channel("close");
  }
}
